"""Everything as known on a given day."""

from datetime import date

import pytest
from two_sides import PACK, Case, World, cases, row, world

from counterclaim.reconciling.known import as_known_on, published_by
from counterclaim.records.event import Event

STORY: Case = {
    "place": "Dolmen",
    "claims": [
        {"by": "Karsk army", "says": "occurred", "day": "2031-05-06"},
        {"by": "Vesland ministry", "says": "occurred", "stance": "denies", "day": "2031-05-07"},
        {"by": "Vesland governor", "says": "killed: 3", "harmed": ["VES"], "day": "2031-05-08"},
        {"by": "Vesland ministry", "says": "occurred", "stance": "confirms", "day": "2031-05-09"},
        {"by": "Vesland governor", "says": "killed: 5", "harmed": ["VES"], "day": "2031-05"},
        {"by": "a resident", "says": "injured: 1", "day": ""},
    ],
}


def known(there: World, day: str) -> list[Event]:
    claims = {c.id: c for c in there.claims}
    return list(as_known_on(date.fromisoformat(day), (there.event,), claims, there.reports, there.reprints, (PACK,)))


def standing(day: str, kind: str) -> str:
    (event,) = known(world(STORY), day)
    (found,) = [f for f in event.findings if f.kind == kind]
    return found.standing.value


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2031-05-06", "single side"),
        ("2031-05-07", "contested"),
        ("2031-05-08", "conceded"),
        ("2031-05-09", "conceded"),
    ],
)
def test_a_standing_is_that_of_the_day(day: str, expected: str) -> None:
    assert standing(day, "occurred") == expected


def test_nothing_is_known_before_the_first_report() -> None:
    assert known(world(STORY), "2031-05-05") == []


def test_a_report_of_a_month_is_known_when_the_month_is_over_and_one_of_no_day_never() -> None:
    reports = world(STORY).reports
    assert [r.id for r in published_by(reports, date(2031, 5, 30))] == ["r0", "r1", "r2", "r3"]
    assert [r.id for r in published_by(reports, date(2031, 5, 31))] == ["r0", "r1", "r2", "r3", "r4"]
    (event,) = known(world(STORY), "2099-01-01")
    assert event.claims == ("c0", "c1", "c2", "c3", "c4")
    assert "injured" not in {f.kind.value for f in event.findings}


def test_a_copy_whose_original_was_not_out_stands_for_itself() -> None:
    copied: Case = {
        "place": "Dolmen",
        "claims": [
            {"by": "Vesland governor", "says": "killed: 3", "of": "copy", "day": "2031-05-06"},
            {"by": "Vesland governor", "says": "killed: 8", "of": "original", "day": "2031-05-08"},
        ],
        "reprints": [["copy", "original"]],
    }
    (event,) = known(world(copied), "2031-05-07")
    assert [f.value for f in event.findings if f.kind == "killed"] == ["3"]
    (event,) = known(world(copied), "2031-05-08")
    assert [f.value for f in event.findings if f.kind == "killed"] == ["8"]


def test_long_after_all_is_known_as_it_is_now() -> None:
    for case in cases():
        if all(claim.get("day") != "" for claim in case["claims"]):
            there = world(case)
            (event,) = known(there, "2099-01-01")
            assert [row(f) for f in event.findings] == [row(f) for f in there.reconciled().findings], case["id"]
