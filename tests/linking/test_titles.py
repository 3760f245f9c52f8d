"""Titles say what is told, and take no side."""

import pytest

from counterclaim.linking.group import group
from counterclaim.records.event_type import EventType
from counterclaim.records.place import Place
from worlds.invented import DOLMEN, OVERTAKES, STRIKE, VESLAND, claim, report


@pytest.mark.parametrize(
    ("event", "place", "date", "title"),
    [
        (STRIKE, DOLMEN, "2031-05-05/2031-05-06", "Air or drone strike at Dolmen, 5–6 May 2031"),
        (STRIKE, VESLAND, "2031-04-30/2031-05-01", "Air or drone strike in Vesland, 30 April – 1 May 2031"),
        (OVERTAKES, DOLMEN, None, "Claimed capture of Dolmen, day unknown"),
        (OVERTAKES, VESLAND, "2031-05-06", "Claimed gains in Vesland, 6 May 2031"),
        (EventType.ATTACK, None, "2031-05-06", "Attack, 6 May 2031"),
    ],
)
def test_title(event: EventType, place: Place | None, date: str | None, title: str) -> None:
    (found,) = group([claim("a", "Free Karsk Brigade", "occurred", place, date, event)], [report("a")])
    assert found.title == title


def test_where_the_tellers_differ_on_the_weapon_the_title_leaves_it_open() -> None:
    day = "2031-05-06"
    claims = [
        claim("a", "Free Karsk Brigade", "responsibility: Vesland", DOLMEN, day, STRIKE),
        claim("a", "Veslander army", "responsibility: Free Karsk Brigade", DOLMEN, day, EventType.SHELLING),
    ]
    (found,) = group(claims, [report("a")])
    assert found.title == "Strike or explosion at Dolmen, 6 May 2031"
