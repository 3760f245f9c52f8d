"""What is planted in the samples is found: reprints, contradictions, concessions, revisions, what was not checked."""

import pytest
from sample_truth import Entry, Found, index, propositions, truth

from counterclaim.records.claim import Claim
from counterclaim.records.event import Standing
from counterclaim.records.figure import figure_of
from counterclaim.records.tagging import Stance

# Shares of the known truth that are found today: raise them when the rooms get better, never lower them.
SENTENCES_FLOOR = 0.50
REPORTS_FLOOR = 0.75


def _named(pair: tuple[Entry, Entry]) -> str:
    return f"{pair[0]['id']}-{pair[1]['kind']}"


def _stands(found: Found, pair: tuple[Entry, Entry]) -> bool:
    """Whether a finding has the standing, and every side's position with one of its sentences behind it."""
    event, proposition = pair
    return any(
        finding.standing == proposition["standing"] and all(found.holds(finding, p) for p in proposition["positions"])
        for finding in found.findings(event, proposition)
    )


@pytest.mark.parametrize("pair", propositions("contradiction"), ids=_named)
def test_contradiction_is_found(pair: tuple[Entry, Entry], found: Found) -> None:
    assert pair[1]["standing"] == Standing.CONTESTED
    assert _stands(found, pair)


@pytest.mark.parametrize("pair", propositions("concession"), ids=_named)
def test_concession_is_found(pair: tuple[Entry, Entry], found: Found) -> None:
    assert pair[1]["standing"] == Standing.CONCEDED
    assert _stands(found, pair)


@pytest.mark.parametrize("pair", [p for p in propositions() if p[1]["standing"] == Standing.SINGLE_SIDE], ids=_named)
def test_what_one_side_says_stands_as_such(pair: tuple[Entry, Entry], found: Found) -> None:
    assert _stands(found, pair)


def test_exactly_the_planted_reprints_are_found(found: Found) -> None:
    links = {(found.name(link.copy), found.name(link.original)) for link in found.reprints}
    assert links == {(r["copy"], r["original"]) for r in truth("reprint")}
    assert links == {(e["id"], e["reprint_of"]) for e in index() if "reprint_of" in e}


@pytest.mark.parametrize("reprint", truth("reprint"), ids=lambda r: r["copy"])
def test_the_number_that_a_reprint_changed_is_shown_and_revises_nothing(reprint: Entry, found: Found) -> None:
    changed = reprint["changed"]
    event = next(e for e in truth("event") if e["id"] == changed["event"])
    findings = [f for f in found.findings(event, {"kind": changed["kind"]}) if f"{changed['to']}" in f.why]
    assert any((f.value or "").startswith(changed["from"]) for f in findings)


@pytest.mark.parametrize("revision", truth("revision"), ids=lambda r: r["event"])
def test_a_revision_stands_in_one_position_under_the_latest_figure(revision: Entry, found: Found) -> None:
    event = next(e for e in truth("event") if e["id"] == revision["event"])
    (report, words, value), (later, its_words, its_value) = revision["before"], revision["after"]
    before, after = found.said(report, words), found.said(later, its_words)
    for finding in found.findings(event, revision):
        held = [c for p in finding.positions if p.side == revision["side"] for c in p.claims]
        first = [held.index(c.id) for c in before if c.id in held and _tells(c, value)]
        second = [held.index(c.id) for c in after if c.id in held and _tells(c, its_value)]
        if first and second and min(first) < max(second):
            return
    pytest.fail(f"{value} and then {its_value} are not one side's position on one event")


def _tells(claim: Claim, value: str) -> bool:
    figure = figure_of(claim)
    return figure is not None and str(figure.low) == value


@pytest.mark.parametrize("entry", truth("unverified"), ids=lambda e: e["report"])
def test_what_could_not_be_checked_is_coded_so(entry: Entry, found: Found) -> None:
    stances = {claim.stance for claim in found.said(entry["report"], entry["words"])}
    assert stances == {Stance.CANNOT_VERIFY}


def test_most_sentences_stand_behind_their_position(found: Found) -> None:
    known, missed = 0, []
    for event, proposition in propositions():
        findings = list(found.findings(event, proposition))
        for position in proposition["positions"]:
            for report, words in position["said"]:
                known += 1
                if not any(
                    p.side == position["side"] and found.stands(p, report, words)
                    for finding in findings
                    for p in finding.positions
                ):
                    missed.append(f"{event['id']} {proposition['kind']} {position['side']} {report}: {words}")
    assert 1 - len(missed) / known >= SENTENCES_FLOOR, "\n".join([f"{len(missed)} of {known}", *missed])


def test_most_reports_speak_of_their_events(found: Found) -> None:
    known, missed = 0, []
    for event in truth("event"):
        there = {id for one in found.at(event) for id in one.claims}
        for report in event["reports"]:
            known += 1
            if not any(claim.id in there for claim in found.coded[report].claims):
                missed.append(f"{event['id']}: {report}")
    assert 1 - len(missed) / known >= REPORTS_FLOOR, "\n".join([f"{len(missed)} of {known}", *missed])
