"""The same happening told in five languages is one event, at one place, on one day, between the same parties."""

import json
from pathlib import Path

import pytest
from telling import ASKED, LANGUAGES, Telling, tellings

FOLDER = Path(__file__).parent


@pytest.fixture(scope="module")
def told() -> list[Telling]:
    return tellings()


def test_every_happening_is_told_in_every_language(told: list[Telling]) -> None:
    assert len({t.happening for t in told}) == 12
    assert len(told) == 12 * len(LANGUAGES)


@pytest.mark.parametrize("asked", ASKED)
def test_as_many_tellings_agree_as_were_last_measured(told: list[Telling], asked: str) -> None:
    """``floors.json`` names what still disagrees; whatever else disagrees is new."""
    known = set(json.loads((FOLDER / "floors.json").read_text(encoding="utf-8"))[asked])
    wrong = {f"{t.happening}/{t.language}": t.found[asked] for t in told if not t.agrees[asked]}
    assert {name: found for name, found in wrong.items() if name not in known} == {}
