import pytest

from counterclaim.resolving.where import Gazetteer
from counterclaim.resolving.where.gazetteer import shipped_file


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer.open(shipped_file())
