"""What people decide about events is kept beside them, holds when reports come, and can be taken back."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from counterclaim.errors import LedgerError
from counterclaim.ledger.sqlite import open_ledger
from counterclaim.ledger.store import Ledger
from counterclaim.records.claim import Claim
from counterclaim.records.judgement import Judgement, Verdict
from ledger.test_linking import ROOMS, coded, put
from worlds.invented import DOLMEN, KARSK, LOW_PROVINCE, PORT_ISSEL, STRIKE, claim, report

DAY = "2031-05-06"
ARMY = claim("a", "Veslander army", "occurred", DOLMEN, DAY, at=0)
BRIGADE = claim("a", "Free Karsk Brigade", "occurred", DOLMEN, DAY, at=900)
PORT = claim("a", "Veslander army", "occurred", PORT_ISSEL, DAY, at=2000)
FAR = claim("a", "Veslander army", "occurred", KARSK, DAY, at=3000)


def add(ledger: Ledger, name: str, *claims: Claim) -> None:
    put(ledger, coded(report(name), claims))
    ledger.link(ROOMS, "test")


def partition(ledger: Ledger) -> set[frozenset[str]]:
    return {frozenset(event.claims) for event in ledger.events()}


def sets(*groups: Sequence[Claim]) -> set[frozenset[str]]:
    return {frozenset(c.id for c in group) for group in groups}


def merging(ledger: Ledger, *claims: Claim, id: str = "j1") -> Judgement:
    made = Judgement(id, Verdict.MERGE, "me", "2031-05-07T10:00:00+00:00", "One raid.", (), tuple(c.id for c in claims))
    ledger.judge(made, ROOMS)
    return made


def splitting(ledger: Ledger, out: Sequence[Claim], rest: Sequence[Claim], id: str = "j2") -> None:
    ids = tuple(c.id for c in out), tuple(c.id for c in rest)
    ledger.judge(Judgement(id, Verdict.SPLIT, "me", "2031-05-07T11:00:00+00:00", "Two raids.", (), *ids), ROOMS)


def undoing(ledger: Ledger, of: str, id: str) -> None:
    ledger.judge(Judgement(id, Verdict.UNDO, "you", "2031-05-08T11:00:00+00:00", "No.", undoes=of), ROOMS)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "l.db") as ledger:
        add(ledger, "a", ARMY, BRIGADE, PORT, FAR)
        yield ledger


def test_a_merge_holds_when_reports_come_and_is_taken_back(ledger: Ledger) -> None:
    before = ledger.events()
    assert partition(ledger) == sets([ARMY, BRIGADE], [PORT], [FAR])
    made = merging(ledger, ARMY, PORT)
    assert partition(ledger) == sets([ARMY, BRIGADE, PORT], [FAR])
    assert ledger.judgements([ARMY.id]) == ledger.judgements() == (made,)
    assert ledger.judgements([FAR.id]) == ()
    later = claim("b", "Low Province governor", "occurred", PORT_ISSEL, DAY, at=0)
    add(ledger, "b", later)
    assert partition(ledger) == sets([ARMY, BRIGADE, PORT, later], [FAR])
    undoing(ledger, "j1", "j9")
    assert partition(ledger) == sets([ARMY, BRIGADE], [PORT, later], [FAR])
    assert [e for e in ledger.events() if later.id not in e.claims] == [e for e in before if PORT.id not in e.claims]
    assert len(ledger.judgements()) == 2
    undoing(ledger, "j9", "j10")
    assert partition(ledger) == sets([ARMY, BRIGADE, PORT, later], [FAR])


def test_a_split_holds_and_later_claims_go_where_they_fit(ledger: Ledger) -> None:
    before = ledger.events()
    splitting(ledger, [BRIGADE], [ARMY])
    assert partition(ledger) == sets([ARMY], [BRIGADE], [PORT], [FAR])
    same = claim("b", "Free Karsk Brigade", "occurred", DOLMEN, DAY, at=0)
    other = claim("b", "Low Province governor", "occurred", DOLMEN, DAY, at=3000)
    add(ledger, "b", same, other)
    assert partition(ledger) == sets([ARMY, other], [BRIGADE, same], [PORT], [FAR])
    undoing(ledger, "j2", "j3")
    assert partition(ledger) == sets([ARMY, BRIGADE, same, other], [PORT], [FAR])
    put(ledger, coded(report("b"), ()))
    ledger.link(ROOMS, "test")
    assert ledger.events() == before


def test_judgements_outlast_another_maker(ledger: Ledger) -> None:
    merging(ledger, ARMY, FAR)
    held = ledger.events()
    ledger.link(ROOMS, "test 2")
    assert ledger.events() == held


def test_what_names_nothing_is_refused_and_not_kept(ledger: Ledger) -> None:
    stranger = claim("z", "UN mission", "occurred", DOLMEN, DAY)
    with pytest.raises(LedgerError, match="no claim that stands in an event"):
        merging(ledger, ARMY, stranger)
    with pytest.raises(LedgerError, match="no such judgement"):
        undoing(ledger, "j77", "j3")
    assert ledger.judgements() == ()
    assert partition(ledger) == sets([ARMY, BRIGADE], [PORT], [FAR])


def test_a_statement_on_a_province_or_a_week_names_its_parts(ledger: Ledger) -> None:
    week = claim("b", "Veslander army", "killed: 40", DOLMEN, "2031-05-01/2031-05-07", at=0)
    province = claim("c", "UN mission", "repelled", LOW_PROVINCE, DAY, at=0)
    second = claim("d", "UN mission", "occurred", DOLMEN, "2031-05-03", at=0)
    strike = claim("e", "UN mission", "occurred", DOLMEN, DAY, STRIKE, at=0)
    for each in (week, province, second, strike):
        add(ledger, each.report_id, each)
    of = {claim_id: event for event in ledger.events() for claim_id in event.claims}
    assert of[week.id].claims == (week.id,)
    assert {p.event for p in ledger.parts(of[week.id].id)} == {of[ARMY.id].id, of[second.id].id}
    assert {p.event for p in ledger.parts(of[province.id].id)} == {of[ARMY.id].id, of[PORT.id].id}
    assert {p.event for p in ledger.wholes(of[ARMY.id].id)} == {of[week.id].id, of[province.id].id}
    (whole,) = ledger.wholes(of[second.id].id)
    assert whole.why == (
        "It lies at the same place (Dolmen) and within 2031-05-01/2031-05-07; both are fighting on the ground."
    )
    assert ledger.parts(of[ARMY.id].id) == ()
