"""Every case of ``cases*.toml``, as it stands and with the sides exchanged."""

from collections.abc import Iterator

import pytest
from two_sides import Case, cases, exchanged, row, world

from counterclaim.records.event import Event, Finding, Standing

SIDES = ("VES", "KAR", "UN", "media", "unknown")
ALL = cases()


def wanted(event: Event, expected: Case) -> list[Finding]:
    return [f for f in event.findings if f.kind == expected["kind"] and expected.get("value", f.value) == f.value]


def stances(finding: Finding, side: str, *, current: bool) -> list[str]:
    return sorted(p.stance.value for p in finding.positions if p.side == side and p.current is current)


def mistakes(case: Case, event: Event) -> Iterator[str]:
    """What was found otherwise than the case has it."""
    for expected in case["expect"]:
        found = wanted(event, expected)
        if len(found) != 1:
            yield f"{expected['kind']} {expected.get('value')}: found {len(found)} times"
            continue
        (finding,) = found
        if finding.standing != expected["standing"]:
            yield f"{expected['kind']}: {finding.standing.value}, not {expected['standing']} ({finding.why})"
        for side in SIDES:
            if side in expected and stances(finding, side, current=True) != expected[side]:
                yield f"{expected['kind']}: {side} {stances(finding, side, current=True)}, not {expected[side]}"
        for side, gone in expected.get("before", {}).items():
            if stances(finding, side, current=False) != gone:
                yield f"{expected['kind']}: {side} before {stances(finding, side, current=False)}, not {gone}"
        for side, turns in expected.get("history", {}).items():
            told = {p.history for p in finding.positions if p.side == side}
            (history,) = told
            said = [" ".join(filter(None, (t.day, t.stance.value, t.value))) for t in history]
            if said != turns:
                yield f"{expected['kind']}: {side} said {said}, not {turns}"
        for side, names in expected.get("origins", {}).items():
            if [list(p.origins) for p in finding.positions if p.side == side] != [names]:
                yield f"{expected['kind']}: {side} does not go back to {names} alone"
        if expected.get("why", "") not in finding.why:
            yield f"{expected['kind']}: {finding.why!r} does not say {expected['why']!r}"
        if "silent" in expected and list(event.silent(finding)) != expected["silent"]:
            yield f"{expected['kind']}: {event.silent(finding)} are silent, not {expected['silent']}"
    for finding in event.findings:
        if finding.kind.value in case.get("none", ()):
            yield f"{finding.kind.value} is found: {finding.why}"
        listed = any(finding in wanted(event, e) and e["standing"] == "contested" for e in case["expect"])
        if finding.standing is Standing.CONTESTED and not listed:
            yield f"{finding.kind.value} is contested: {finding.why}"


@pytest.mark.parametrize("case", ALL, ids=[c["id"] for c in ALL])
def test_a_case_comes_out_as_it_should(case: Case) -> None:
    assert list(mistakes(case, world(case).reconciled())) == []


@pytest.mark.parametrize("case", ALL, ids=[c["id"] for c in ALL])
def test_exchanging_the_sides_exchanges_the_findings_and_nothing_else(case: Case) -> None:
    as_it_stands, other = world(case).reconciled(), world(exchanged(case)).reconciled()
    assert [row(f) for f in other.findings] == [exchanged(row(f)) for f in as_it_stands.findings]
    assert set(other.parties) == set(exchanged(as_it_stands.parties))


def test_the_order_of_claims_does_not_matter() -> None:
    for case in ALL:
        if not any("of" in claim for claim in case["claims"]):
            there = world(case)
            back = type(there)(there.event, there.claims[::-1], there.reports[::-1], there.reprints)
            assert back.reconciled().findings == there.reconciled().findings, case["id"]


def test_there_are_enough_cases_and_each_has_its_own_name() -> None:
    names = [case["id"] for case in ALL]
    assert len(names) >= 60
    assert len(set(names)) == len(names)
