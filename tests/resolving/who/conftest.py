import pytest

from counterclaim import packs
from counterclaim.records.conflict import Conflict


@pytest.fixture(scope="session")
def shipped() -> tuple[Conflict, ...]:
    return packs.load()
