"""Fixtures that the rooms above the others share: rooms of a toy language (see ``toy_rooms``)."""

import pytest

from counterclaim.pipeline.rooms import Rooms
from toy_rooms import toy_rooms


@pytest.fixture(autouse=True)
def no_own_places(monkeypatch: pytest.MonkeyPatch) -> None:
    """A developer's own gazetteer must not change what the tests see."""
    monkeypatch.setenv("COUNTERCLAIM_GAZETTEER", "")


@pytest.fixture
def rooms() -> Rooms:
    return toy_rooms()
