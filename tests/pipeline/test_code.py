from dataclasses import replace

import pytest

from counterclaim.errors import InputError
from counterclaim.pipeline import Rooms, Taken, code_captures, code_report, reconcile_all
from counterclaim.pipeline.assemble import confidence
from counterclaim.records.claim import Claim
from counterclaim.records.event import Standing
from counterclaim.records.tagging import Stance
from toy_rooms import toy_capture, toy_coded

TEXT = """Fighting near the border
published 2031-05-06
VES denies control at Dolmen on 2031-05-05
KF asserts control at Dolmen on 2031-05-05
KF asserts injured at Nowhere on 2031-05-05
"""


def test_each_claim_carries_the_answers_of_every_room() -> None:
    denial, claim, wounded = toy_coded(TEXT).claims
    assert TEXT[denial.start : denial.end] == "VES denies control at Dolmen on 2031-05-05"
    assert (denial.source.name, denial.stance, denial.date.edtf) == ("VES army", Stance.DENIES, "2031-05-05")
    assert claim.place.place is not None
    assert claim.place.place.name == "Dolmen"
    assert wounded.place.place is None
    assert wounded.quantities[0].best == 1
    assert [m.stage for m in denial.made_by] == ["tagger", "claims"]


def test_ids_come_from_the_content_and_differ_where_the_content_does() -> None:
    first, again = toy_coded(TEXT), toy_coded(TEXT)
    assert [c.id for c in first.claims] == [c.id for c in again.claims]
    turned = toy_coded(TEXT.replace("denies", "confirms"))
    assert first.claims[0].id != turned.claims[0].id


def test_what_is_cut_twice_is_one_claim(rooms: Rooms) -> None:
    twice = replace(rooms, cut=lambda *a: rooms.cut(*a) + rooms.cut(*a))
    assert len(code_report(twice.read(toy_capture(TEXT)), twice).claims) == 3


def test_rooms_that_answer_for_fewer_claims_are_a_fault(rooms: Rooms) -> None:
    short = replace(rooms, event_dates=lambda *a: rooms.event_dates(*a)[1:])
    with pytest.raises(ValueError, match="zip"):
        code_report(short.read(toy_capture(TEXT)), short)


def test_one_weak_answer_makes_the_claim_weak() -> None:
    assert confidence(0.5, 0.8) == 0.4
    assert confidence(1.7, 1.0) == 1.0
    assert confidence(-1.0, 1.0) == 0.0


def test_a_fault_in_one_report_is_its_line_and_the_rest_is_done(rooms: Rooms) -> None:
    captures = [
        toy_capture(TEXT, "a"),
        toy_capture("BREAK", "b"),
        InputError("c", "no such file"),
        toy_capture(" ", "d"),
    ]
    taken, *failed = code_captures([*captures, toy_capture(TEXT, "e")], rooms)
    assert isinstance(taken, Taken)
    assert isinstance(failed.pop(), Taken)
    lines = [str(each) for each in failed]
    assert lines[0].startswith("b: a fault in counterclaim (IndexError in _cut, line ")
    assert lines[0].endswith("): a fault of the toy")
    assert lines[1:] == ["c: no such file", "d: empty"]


def test_claims_of_several_reports_add_up_to_events_with_findings(rooms: Rooms) -> None:
    coded = [toy_coded(TEXT), toy_coded("KF confirms control at Dolmen on 2031-05-05\npublished 2031-05-06")]
    claims: list[Claim] = [claim for each in coded for claim in each.claims]
    reprints, events = reconcile_all([each.report for each in coded], claims, rooms)
    assert reprints == ()
    nowhere, dolmen = events
    assert (len(nowhere.claims), len(dolmen.claims)) == (1, 3)
    assert dolmen.findings[0].standing is Standing.CONTESTED
