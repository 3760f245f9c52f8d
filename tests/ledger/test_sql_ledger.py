import dataclasses
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from counterclaim.errors import LedgerError
from counterclaim.ledger.sqlite import look_into, open_ledger
from counterclaim.ledger.store import Filter, Ledger, Reprints
from counterclaim.pipeline import reconcile_all
from counterclaim.records.claim import Claim
from counterclaim.records.edtf import days_of
from counterclaim.records.event import Event
from counterclaim.records.report import Report
from toy_rooms import toy_capture, toy_coded, toy_rooms

FIRST = """Fighting near the border
published 2031-05-06
VES denies control at Dolmen on 2031-05-05
KF asserts control at Dolmen on 2031-05-05
KF asserts injured at Nowhere on 2031-05-01/2031-05-03
"""
SECOND = """Fighting near the border
published 2031-05-07
VES confirms injured at Issel on 2031-05-06
"""


def work(reports: Sequence[Report], claims: Sequence[Claim]) -> tuple[Reprints, tuple[Event, ...]]:
    return reconcile_all(reports, claims, toy_rooms())


def add(ledger: Ledger, text: str, address: str = "toy.txt") -> bool:
    return ledger.add(toy_capture(text, address), toy_coded(text, address))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "l.db") as ledger:
        yield ledger


def logical(path: Path) -> str:
    """Everything that the ledger holds, in an order of its own."""
    with sqlite3.connect(path) as connection:
        return "\n".join(sorted(connection.iterdump()))


def test_what_was_added_comes_back_whole(ledger: Ledger) -> None:
    coded = toy_coded(FIRST)
    assert add(ledger, FIRST)
    assert ledger.coded(coded.report.id) == coded
    assert ledger.claims() == coded.claims
    assert ledger.reports() == (coded.report,)
    assert ledger.capture(toy_capture(FIRST).sha256) == toy_capture(FIRST)
    assert ledger.coded("r0") is None


def test_events_come_back_whole_and_reprints_too(ledger: Ledger) -> None:
    for text in (FIRST, SECOND):
        add(ledger, text)
    assert ledger.reconcile(work, "toy 1")
    reprints, events = work(ledger.reports(), ledger.claims())
    assert ledger.events() == events
    assert ledger.reprints() == reprints
    assert len(reprints) == 1
    assert ledger.event(events[1].id[:8]) == events[1]


def test_adding_the_same_twice_changes_nothing(ledger: Ledger, tmp_path: Path) -> None:
    add(ledger, FIRST)
    ledger.reconcile(work, "toy 1")
    before = logical(tmp_path / "l.db")
    assert not add(ledger, FIRST)
    assert not ledger.reconcile(work, "toy 1")
    assert logical(tmp_path / "l.db") == before


def test_the_same_report_from_another_address_is_another_capture_only(ledger: Ledger) -> None:
    add(ledger, FIRST, "a.txt")
    ledger.reconcile(work, "toy 1")
    before = ledger.reports(), ledger.claims()
    assert add(ledger, FIRST, "b.txt")
    assert not ledger.stale()
    assert (ledger.reports(), ledger.claims()) == before


def test_a_later_maker_takes_the_place_of_an_earlier_one(ledger: Ledger) -> None:
    add(ledger, FIRST)
    ledger.reconcile(work, "toy 1")
    coded = toy_coded(FIRST)
    fewer = dataclasses.replace(coded, claims=coded.claims[:1])
    assert ledger.add(toy_capture(FIRST), fewer)
    assert ledger.stale()
    assert ledger.claims() == fewer.claims
    assert ledger.reconcile(work, "toy 1")
    assert [e.claims for e in ledger.events()] == [(fewer.claims[0].id,)]


def test_a_dated_report_met_again_without_its_day_stays_dated(ledger: Ledger) -> None:
    add(ledger, FIRST)
    coded = toy_coded(FIRST)
    undated = dataclasses.replace(coded, report=dataclasses.replace(coded.report, published=None), claims=())
    assert not ledger.add(toy_capture(FIRST), undated)
    assert ledger.coded(coded.report.id) == coded


def test_events_are_made_anew_by_another_maker_only(ledger: Ledger) -> None:
    add(ledger, FIRST)
    assert ledger.stale()
    assert ledger.reconcile(work, "toy 1")
    assert not ledger.reconcile(work, "toy 1")
    assert ledger.reconcile(work, "toy 2")
    assert not ledger.stale()


def test_a_report_added_while_events_are_made_is_not_lost(ledger: Ledger, tmp_path: Path) -> None:
    add(ledger, FIRST)
    calls: list[int] = []

    def slow(reports: Sequence[Report], claims: Sequence[Claim]) -> tuple[Reprints, tuple[Event, ...]]:
        calls.append(len(reports))
        if len(calls) == 1:
            with open_ledger(tmp_path / "l.db") as other:
                add(other, SECOND)
        return work(reports, claims)

    assert ledger.reconcile(slow, "toy 1")
    assert calls == [1, 2]
    assert len(ledger.events()) == 3


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Filter(), "DCI"),
        (Filter(place="dolm"), "DC"),
        (Filter(place="karsk province"), "DC"),
        (Filter(place="vs"), "DC"),
        (Filter(place="%"), ""),
        (Filter(side="kf"), "CI"),
        (Filter(stance="denies"), "D"),
        (Filter(type="armed CLASH"), "DCI"),
        (Filter(days=days_of("2031-05-03")), "I"),
        (Filter(days=days_of("2031-05-03/..")), "DCI"),
        (Filter(days=days_of("2031-06")), ""),
        (Filter(standing="contested"), "DC"),
        (Filter(standing="contested", side="VES"), "D"),
    ],
)
def test_claims_are_found_by_what_they_say(ledger: Ledger, wanted: Filter, found: str) -> None:
    add(ledger, FIRST)
    ledger.reconcile(work, "toy 1")
    names = dict(zip((c.id for c in ledger.claims()), "DCI", strict=True))
    assert "".join(names[c.id] for c in ledger.claims(wanted)) == found


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Filter(), 3),
        (Filter(place="issel"), 1),
        (Filter(side="VES"), 2),
        (Filter(side="VES", stance="denies"), 1),
        (Filter(standing="contested"), 1),
        (Filter(days=days_of("2031-05-06")), 1),
    ],
)
def test_events_are_found_by_what_was_said_of_them(ledger: Ledger, wanted: Filter, found: int) -> None:
    for text in (FIRST, SECOND):
        add(ledger, text)
    ledger.reconcile(work, "toy 1")
    assert len(ledger.events(wanted)) == found


def test_reports_are_found_by_their_day_and_their_claims(ledger: Ledger) -> None:
    for text in (FIRST, SECOND):
        add(ledger, text)
    first, second = ledger.reports()
    assert first.published == "2031-05-06"
    assert ledger.reports(Filter(days=days_of("2031-05-07"))) == (second,)
    assert ledger.reports(Filter(place="dolmen")) == (first,)


def test_an_event_must_be_named_clearly(ledger: Ledger) -> None:
    for text in (FIRST, SECOND):
        add(ledger, text)
    ledger.reconcile(work, "toy 1")
    with pytest.raises(LedgerError, match="more than one event"):
        ledger.event("e")
    for unknown in ("x", "", "%"):
        with pytest.raises(LedgerError, match="no such event"):
            ledger.event(unknown)


def test_hostile_letters_are_kept_not_fatal(ledger: Ledger) -> None:
    coded = toy_coded(FIRST)
    report = dataclasses.replace(coded.report, publisher="\ud800 \x1b[0m", title="\udfff")
    assert ledger.add(toy_capture(FIRST, "\udcff.txt"), dataclasses.replace(coded, report=report))
    assert ledger.reports() == (report,)


def test_many_claims_at_once_are_asked_for_in_parts(ledger: Ledger) -> None:
    add(ledger, FIRST)
    ids = [f"c{number}" for number in range(40_000)] + [c.id for c in ledger.claims()]
    assert len(ledger.claims(ids=ids)) == 3


WRITER = """
import sys
sys.path[:0] = [{src!r}, {tests!r}]
from counterclaim.ledger.sqlite import open_ledger
from counterclaim.pipeline import reconcile_all
from toy_rooms import toy_capture, toy_coded, toy_rooms
rooms = toy_rooms()
for number in range(10):
    text = f"{{number}} of {{sys.argv[1]}}\\npublished 2031-05-06\\nKF asserts control at Dolmen on 2031-05-05\\n"
    with open_ledger({path!r}) as ledger:
        ledger.add(toy_capture(text), toy_coded(text))
        ledger.reconcile(lambda reports, claims: reconcile_all(reports, claims, rooms), "toy")
"""


def test_two_processes_that_add_at_once_lose_nothing(tmp_path: Path) -> None:
    root, path = Path(__file__).parents[2], tmp_path / "l.db"
    code = WRITER.format(src=str(root / "src"), tests=str(root / "tests"), path=str(path))
    writers = [
        subprocess.Popen([sys.executable, "-c", code, name], stderr=subprocess.PIPE, text=True) for name in ("a", "b")
    ]
    assert [(w.communicate(timeout=120)[1], w.returncode) for w in writers] == [("", 0), ("", 0)]
    with look_into(path) as ledger:
        assert len(ledger.reports()) == 20
        assert [len(event.claims) for event in ledger.events()] == [20]
        assert not ledger.stale()
