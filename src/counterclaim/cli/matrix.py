"""One event for people: a matrix of propositions by side, and below it the sentences that its cells point at."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from counterclaim.cli.printing import print_table, say
from counterclaim.errors import one_line
from counterclaim.records.actor import MEDIA_SIDE, Channel
from counterclaim.records.claim import Claim
from counterclaim.records.coded import Coded
from counterclaim.records.event import Event, Finding

SENTENCE_CHARS = 600


def print_event(event: Event, claims: Sequence[Claim], of: Mapping[str, Coded]) -> None:
    """``claims`` are the event's, ``of`` the reports that they stand in, by id. Numbers in cells are those of the
    sentences below.
    """
    numbers = {claim.id: number for number, claim in enumerate(claims, 1)}
    sides = sorted(
        {position.side for finding in event.findings for position in finding.positions},
        key=lambda side: (side == MEDIA_SIDE, side),
    )
    say(one_line(event.title))
    say(" · ".join(filter(None, (event.id, event.type.value, event.event_detail, _where(event), event.date))))
    rows = [_row(finding, sides, numbers) for finding in event.findings]
    print_table(("proposition", *sides, "standing", "why"), rows)
    for (id, sentences), said in groupby(
        claims, lambda claim: (claim.report_id, _sentences(claim, of[claim.report_id]))
    ):
        for claim in said:
            _print_claim(numbers[claim.id], claim)
        say(f"       “{one_line(sentences, SENTENCE_CHARS)}”")
        report = of[id].report
        say(f"       {one_line(' '.join(filter(None, (report.publisher or report.address, report.published))))}")
    say()


def _where(event: Event) -> str | None:
    if event.place is None:
        return None
    return ", ".join(dict.fromkeys(filter(None, (event.place.name, event.place.admin1, event.place.country))))


def _row(finding: Finding, sides: Sequence[str], numbers: Mapping[str, int]) -> tuple[str, ...]:
    cells = {side: _cell(finding, side, numbers) for side in sides}
    what = finding.kind.value + (f": {finding.value}" if finding.value else "")
    return (what, *cells.values(), finding.standing.value, finding.why)


def _cell(finding: Finding, side: str, numbers: Mapping[str, int]) -> str:
    """What ``side`` says, with the numbers of its sentences; those that only imply it stand in brackets."""
    said = []
    for position in finding.positions:
        if position.side == side:
            at = [f"({numbers[id]})" if id in position.implied else str(numbers[id]) for id in position.claims]
            said.append(f"{position.stance.value} {' '.join(at)}")
    return "; ".join(said) or "silent"


def _print_claim(number: int, claim: Claim) -> None:
    source = claim.source
    channel = None if source.channel is Channel.UNKNOWN else source.channel.value
    who = ", ".join(filter(None, (source.name, channel, *source.chain)))
    say(f"  {number:>3}  {source.side or '?'} {claim.stance.value} {claim.proposition.kind.value} — {one_line(who)}")


def _sentences(claim: Claim, coded: Coded) -> str:
    """The sentences that the claim stands in; its own words where the sentences are not known."""
    within = [s for s in coded.tagging.sentences if s.start < claim.end and claim.start < s.end]
    start = min((s.start for s in within), default=claim.start)
    end = max((s.end for s in within), default=claim.end)
    return coded.report.text[min(start, claim.start) : max(end, claim.end)]
