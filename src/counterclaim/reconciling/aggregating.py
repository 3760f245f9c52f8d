"""The views of a proposition's counts: what ACLED, UCDP and casualty recorders would each make of them.

Each rule takes what every independent origin said last, so that ten pages with one ministry's number count once and a
number that its source has revised no longer counts. The rules, and where they come from:

- ACLED conservative: "most conservative estimate" where reports differ; dozens count as 12, hundreds as 100 (ACLED, FAQ
  on fatalities, 7 May 2024).
- UCDP low/best/high: the lowest, the most reliable and the highest estimate (UCDP GED codebook). "Most reliable" is a
  coder's judgement there; here it is the number that most origins give, of equals the lowest.
- range and majority of origins: two of the four rules of casualty recorders (Every Casualty Counts, "Rules that
  casualty recorders apply to assigning status"). A majority is more than half; a number counts for an origin whose
  range holds it.

Divergence is measured as by the R package eventreport (S. van Baalen, K. Höglund, "Trials and Triangulations", 2024;
functions dscore, mean_range, mean_sd, modal_confidence), here for a single event.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import stdev

from counterclaim.reconciling.figures import figures
from counterclaim.reconciling.positions import NO_PARTY, Desk
from counterclaim.reconciling.scopes import narrower, things_of
from counterclaim.records.aggregate import Aggregate, Aggregation, Divergence, Estimate
from counterclaim.records.claim import Claim
from counterclaim.records.event import Finding
from counterclaim.records.figure import Figure
from counterclaim.records.tagging import Stance


@dataclass(frozen=True, slots=True)
class _Told:
    """A count as an origin gave it. ``point`` is the number that it is coded as, None for "up to 40"."""

    claim: Claim
    figure: Figure
    point: int | None
    origin: str
    side: str
    day: str


def aggregate(finding: Finding, claims: Mapping[str, Claim], desk: Desk) -> Aggregate | None:
    """The views of the finding's counts; None where nobody gives one. ``claims`` are those of its event, by id."""
    found = figures(tuple(claims.values()), desk.reports)
    held = [p for p in finding.positions if p.stance in (Stance.ASSERTS, Stance.CONFIRMS)]
    said = [claims[id] for p in held for id in p.claims if id in claims and id in found and id not in p.implied]
    whole = _whole([c for c in said if c.proposition.kind is finding.kind])
    told = [_told(claim, found[claim.id], desk) for claim in sorted(whole, key=desk.order)]
    if not told:
        return None
    parts = tuple(c.id for c in said if c not in whole and c.proposition.kind is finding.kind)
    own = {t.origin for t in told if t.claim.report_id not in desk.originals}
    first_hand = [t for t in told if t.claim.report_id not in desk.originals or t.origin not in own]
    last = _latest(first_hand, lambda t: t.origin)
    estimates = (_acled(last), _ucdp(last), _range(last), _majority(last), *_by_side(first_hand))
    return Aggregate(estimates, _divergence(told, last, estimates), parts)


def _told(claim: Claim, figure: Figure, desk: Desk) -> _Told:
    return _Told(
        claim, figure, _point(claim, figure), desk.origin(claim)[0], desk.side(claim), desk.published(claim) or ""
    )


def _point(claim: Claim, figure: Figure) -> int | None:
    """The number that a coder would take: the count itself, of "at least" and of vague words the least."""
    conventional = [q.low for q in claim.quantities if q.what == claim.proposition.kind.value and q.low is not None]
    if figure.low != figure.high and len(conventional) == 1:
        return conventional[0]
    return None if figure.low == 0 and figure.high != 0 else figure.low


def _whole(claims: Sequence[Claim]) -> list[Claim]:
    """Without the claims that count only a part of what another one counts."""
    things = {claim.id: things_of(claim) for claim in claims}
    return [c for c in claims if not any(narrower(things[c.id], other) for other in things.values())]


def _latest(told: Iterable[_Told], of: Callable[[_Told], str]) -> list[_Told]:
    """What each said on its last day; what has no day only of those who said nothing on a known one."""
    every = list(told)
    days: dict[str, str] = {}
    for each in every:
        days[of(each)] = max(days.get(of(each), ""), each.day)
    return [each for each in every if each.day == days[of(each)]]


def _acled(last: Sequence[_Told]) -> Estimate:
    points = [t.point for t in last if t.point is not None]
    least = min(points, default=None)
    return Estimate(Aggregation.ACLED, least, least, least, _ids(t for t in last if t.point == least is not None))


def _ucdp(last: Sequence[_Told]) -> Estimate:
    points = [t.point for t in last if t.point is not None]
    tops = [t.figure.high for t in last if t.figure.high is not None]
    by_origin = Counter(point for point, _ in {(t.point, t.origin) for t in last if t.point is not None})
    best = min(by_origin, key=lambda n: (-by_origin[n], n), default=None)
    return Estimate(Aggregation.UCDP, min(points, default=None), best, max((*points, *tops), default=None), _ids(last))


def _range(last: Sequence[_Told]) -> Estimate:
    low, high = _bounds(last)
    return Estimate(Aggregation.RANGE, low, None, high, _ids(last))


def _majority(last: Sequence[_Told]) -> Estimate:
    origins = {t.origin for t in last}
    support = {
        point: frozenset(t.origin for t in last if t.figure.meets(Figure(point, point)))
        for point in sorted({t.point for t in last if t.point is not None})
    }
    most = max((len(who) for who in support.values()), default=0)
    numbers = [n for n, who in support.items() if len(who) == most and 2 * most > len(origins)]
    if not numbers:
        return Estimate(Aggregation.MAJORITY, None, None, None, ())
    behind = (t for t in last if any(t.figure.meets(Figure(n, n)) for n in numbers))
    best = numbers[0] if len(numbers) == 1 else None
    return Estimate(Aggregation.MAJORITY, numbers[0], best, numbers[-1], _ids(behind))


def _by_side(told: Sequence[_Told]) -> Iterator[Estimate]:
    """Each side's latest counts: parties in the order in which they spoke, then the others."""
    last = _latest(told, lambda t: t.side)
    for side in sorted(dict.fromkeys(t.side for t in last), key=lambda s: s in NO_PARTY):
        mine = [t for t in last if t.side == side]
        low, high = _bounds(mine)
        points = {t.point for t in mine}
        best = points.pop() if len(points) == 1 else None
        yield Estimate(Aggregation.SIDE, low, best, high, _ids(mine), side)


def _bounds(told: Sequence[_Told]) -> tuple[int, int | None]:
    highs = [t.figure.high for t in told]
    return min(t.figure.low for t in told), None if None in highs else max(h for h in highs if h is not None)


def _divergence(told: Sequence[_Told], last: Sequence[_Told], estimates: Iterable[Estimate]) -> Divergence:
    """One count a report: the last that it gives, reprints included, as every report is an observation."""
    by_report = {t.claim.report_id: t.figure.low if t.point is None else t.point for t in told}
    counts = list(by_report.values())
    n, tally = len(counts), Counter(counts)
    single = [e.best for e in estimates if e.best is not None]
    return Divergence(
        reports=n,
        origins=len({t.origin for t in last}),
        distinct=len(tally),
        score=len(tally) - 1,
        normalised=round((len(tally) - 1) / (n - 1), 3) if n > 1 else None,
        modal=round(max(tally.values()) / n, 3),
        range=max(counts) - min(counts),
        sd=round(stdev(counts), 3) if n > 1 else None,
        spread=max(single) - min(single) if single else None,
    )


def _ids(told: Iterable[_Told]) -> tuple[str, ...]:
    return tuple(t.claim.id for t in told)
