"""The word lists of the rooms name no party: a list that knows one party's name codes that party in another way."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from counterclaim.packs.reading import load, shipped
from counterclaim.records.conflict import PartyKind

RULES = Path(__file__).resolve().parents[2] / "src" / "counterclaim"
LISTS = sorted(p for room in ("claims", "events", "language") for p in (RULES / room / "rules").rglob("*.toml"))
ARMED = (PartyKind.ARMED_GROUP, PartyKind.STATE_FORCES)
CONFLICTS = ("ru-ua", "israel-gaza", "sudan")


def names() -> set[str]:
    """Names of one word by which the packs call those who fight; "occupiers" and the like are words for any enemy."""
    parties = [p for c in load(shipped()) if c.id in CONFLICTS for p in c.parties if p.kind in ARMED]
    return {
        w
        for p in parties
        for a in p.aliases
        if " " not in a.text and not a.distance
        for w in a.text.casefold().split("|")
        if len(w) > 2
    }


def words(value: object) -> Iterator[str]:
    """Every word of a TOML value; the marked examples beside the cues are no lists."""
    if isinstance(value, str):
        yield from re.split(r"[\s|]+", value.casefold())
    elif isinstance(value, list):
        for item in value:
            yield from words(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key != "example":
                yield from words(item)


@pytest.mark.parametrize("path", LISTS, ids=lambda p: p.relative_to(RULES).as_posix())
def test_no_list_names_a_party(path: Path) -> None:
    known = names()
    assert {"hamas", "rsf", "idf", "хамас*"} <= known, "the names to look for are there"
    found = set(words(tomllib.loads(path.read_text(encoding="utf-8"))))
    assert known & found == set()
