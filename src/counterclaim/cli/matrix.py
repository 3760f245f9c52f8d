"""One event for people: a matrix of propositions by side, and below it the sentences that its cells point at."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from counterclaim.cli.printing import print_table, say
from counterclaim.errors import one_line
from counterclaim.records.actor import MEDIA_SIDE, Channel
from counterclaim.records.aggregate import Aggregate, Aggregation, Estimate
from counterclaim.records.claim import Claim
from counterclaim.records.coded import Coded
from counterclaim.records.event import Event, Finding

SENTENCE_CHARS = 600


def print_event(
    event: Event, claims: Sequence[Claim], of: Mapping[str, Coded], aggregates: Sequence[Aggregate | None] = ()
) -> None:
    """``claims`` are the event's, ``of`` the reports that they stand in, by id. Numbers in cells are those of the
    sentences below. ``aggregates``, one a proposition, are printed where there are any.
    """
    numbers = {claim.id: number for number, claim in enumerate(claims, 1)}
    sides = sorted(
        {position.side for finding in event.findings for position in finding.positions} | set(event.parties),
        key=lambda side: (side == MEDIA_SIDE, side),
    )
    say(one_line(event.title))
    say(" · ".join(filter(None, (event.id, event.type.value, event.event_detail, _where(event), event.date))))
    printed = {claim.id: claim.report_id for claim in claims}
    rows = [_row(event, finding, sides, (numbers, printed)) for finding in event.findings]
    print_table(("proposition", *sides, "standing", "why"), rows)
    _print_histories(event)
    _print_counts(event, aggregates)
    for (id, sentences), said in groupby(
        claims, lambda claim: (claim.report_id, _sentences(claim, of[claim.report_id]))
    ):
        for claim in said:
            _print_claim(numbers[claim.id], claim)
        say(f"       “{one_line(sentences, SENTENCE_CHARS)}”")
        report = of[id].report
        say(f"       {one_line(' '.join(filter(None, (report.publisher or report.address, report.published))))}")
    say()


def _print_histories(event: Event) -> None:
    """What parties said from day to day, where that was not always the same."""
    rows = []
    for finding in event.findings:
        for side, turns in {p.side: p.history for p in finding.positions if p.side in event.parties}.items():
            if len(turns) > 1:
                said = (" ".join(filter(None, (t.day or "day unknown", t.stance.value, t.value))) for t in turns)
                rows.append((_what(finding), side, "; then ".join(said)))
    if rows:
        print_table(("said over time", "side", "turn by turn"), rows)


def _print_counts(event: Event, aggregates: Sequence[Aggregate | None]) -> None:
    """What each rule makes of the counts."""
    rows = [
        (_what(finding), *_views(aggregate), str(aggregate.divergence.score), str(aggregate.divergence.origins))
        for finding, aggregate in zip(event.findings, aggregates or [None] * len(event.findings), strict=True)
        if aggregate is not None
    ]
    if rows:
        views = ("ACLED conservative", "UCDP low/best/high", "range", "majority", "by side")
        print_table(("counts", *views, "divergence", "origins"), rows)


def _views(aggregate: Aggregate) -> tuple[str, ...]:
    (acled,), (ucdp,) = aggregate.of(Aggregation.ACLED), aggregate.of(Aggregation.UCDP)
    sides = aggregate.of(Aggregation.SIDE)
    return (
        _number(acled.best),
        "/".join(_number(n) for n in (ucdp.low, ucdp.best, ucdp.high)),
        *(_span(e) for rule in (Aggregation.RANGE, Aggregation.MAJORITY) for e in aggregate.of(rule)),
        "; ".join(f"{e.side} {_span(e)}" for e in sides),
    )


def _number(number: int | None) -> str:
    return "?" if number is None else str(number)


def _span(estimate: Estimate) -> str:
    if estimate.best is not None:
        return str(estimate.best)
    if estimate.low is None:
        return "none"
    if estimate.high == estimate.low:
        return str(estimate.low)
    return f"{estimate.low} or more" if estimate.high is None else f"{estimate.low}–{estimate.high}"


def _where(event: Event) -> str | None:
    if event.place is None:
        return None
    return ", ".join(dict.fromkeys(filter(None, (event.place.name, event.place.admin1, event.place.country))))


Index = tuple[Mapping[str, int], Mapping[str, str]]
"""By claim: the number of its sentence, and the report that it stands in."""


def _row(event: Event, finding: Finding, sides: Sequence[str], index: Index) -> tuple[str, ...]:
    # Of a source of no known side, or of an outsider, nothing was to be expected.
    silent = (*event.silent(finding), MEDIA_SIDE)
    cells = (_cell(finding, side, index) or ("silent" if side in silent else "") for side in sides)
    return (_what(finding), *cells, finding.standing.value, finding.why)


def _what(finding: Finding) -> str:
    return finding.kind.value + (f": {finding.value}" if finding.value else "")


def _cell(finding: Finding, side: str, index: Index) -> str:
    """What ``side`` says, with the numbers of its sentences; those that only imply it stand in brackets."""
    numbers, printed = index
    said = []
    for position in finding.positions:
        if position.side == side:
            at = [f"({numbers[id]})" if id in position.implied else str(numbers[id]) for id in position.claims]
            before = "" if position.current else "before: "
            reports, origins = len({printed[id] for id in position.claims}), len(position.origins)
            roots = f" ({reports} reports, {origins} origin{'s' * (origins != 1)})" if reports > 1 else ""
            said.append(f"{before}{position.stance.value} {' '.join(at)}{roots}")
    return "; ".join(said)


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
