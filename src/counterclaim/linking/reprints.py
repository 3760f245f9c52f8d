"""Which report repeats which: wire copy in many papers, cut, re-titled, reworded, printed twice, or translated.

``keys`` and ``decide`` serve a ledger that takes reports one by one: what a new report repeats shares keys with it.
``find_reprints`` does the same over many reports at once.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from counterclaim.linking.reprinting import keys as key_making
from counterclaim.linking.reprinting.decision import Decision, decision
from counterclaim.linking.reprinting.index import BEARERS, CANDIDATES, Index, ranked
from counterclaim.linking.reprinting.units import Body, body, one_publisher
from counterclaim.records.event import ReprintLink
from counterclaim.records.report import Report

__all__ = ["BEARERS", "CANDIDATES", "decide", "find_reprints", "keys", "precedes", "ranked", "stands_apart"]

# A text this much shorter than another of the same day is its cut, not its original.
_CUT = 0.8
_UNDATED = "~"
_THROUGH = "What it repeats goes back to this report."


def keys(report: Report) -> tuple[str, ...]:
    """What to keep ``report`` under and to look for others by; see ``reprinting.index`` for how. At most 64 short
    strings, which depend on the report alone.
    """
    return key_making.keys(_body(report))


def decide(report: Report, candidate: Report) -> ReprintLink | None:
    """The link between the two, None where they are not one text. Either may be the copy: see ``precedes``."""
    found = decision(_body(report), _body(candidate))
    if not found.repeats or report.id == candidate.id:
        return None
    copy, original = (candidate, report) if precedes(report, candidate) else (report, candidate)
    return ReprintLink(copy.id, original.id, found.score, found.reasons)


def precedes(report: Report, other: Report) -> bool:
    """Whether ``report``, which came in after ``other``, is nevertheless the original: published earlier, or on the
    same day the agency's own copy or the uncut one.
    """
    mine, theirs = _rank(_body(report)), _rank(_body(other))
    if mine != theirs:
        return mine < theirs
    return _body(other).weight < _CUT * _body(report).weight


def stands_apart(report: Report, family: Iterable[Report]) -> bool:
    """Whether the publisher of ``report`` has another text among ``family``, reports that repeat one another: no copy
    can be of both, so ``report`` does not belong to them.
    """
    return _apart(_body(report), map(_body, family))


def find_reprints(reports: Sequence[Report]) -> tuple[ReprintLink, ...]:
    """Every report that repeats another one, with the original that it goes back to.

    The earliest publication is the original; on the same day the agency's own, then, cuts aside, the one given first.
    Furniture counts nothing and quotations little: two papers that quote one speech don't repeat each other.
    """
    bodies = [body(report) for report in reports]
    # On each day what agencies print themselves, then the longest, so that copies and two cuts of a text find the text.
    order = sorted(range(len(reports)), key=lambda n: (*_rank(bodies[n]), -bodies[n].weight, n))
    index = Index()
    families = _Families(len(reports))
    numbers: dict[str, int] = {}
    for n in order:
        own = key_making.keys(bodies[n])
        name = str(n)
        found = [(decision(bodies[n], bodies[numbers[id]]), numbers[id]) for id in index.candidates(own)]
        repeated = sorted((f for f in found if f[0].repeats), key=lambda f: -f[0].score)
        best = next((f for f in repeated if not _apart(bodies[n], (bodies[m] for m in families.having(f[1])))), None)
        if best is not None:
            families.join(n, best[1], best[0])
        numbers[name] = n
        index.put(name, own)
    return tuple(_links(families, bodies))


@lru_cache(maxsize=256)
def _body(report: Report) -> Body:
    return body(report)


def _rank(of: Body) -> tuple[str, bool]:
    return of.report.published or _UNDATED, not of.agencys_own


def _apart(mine: Body, family: Iterable[Body]) -> bool:
    return any(one_publisher(mine, other) and not decision(mine, other).repeats for other in family)


class _Families:
    """Reports that go back to one text, with the decision by which each came in."""

    def __init__(self, count: int) -> None:
        self.by: list[Decision | None] = [None] * count
        self._of = list(range(count))
        self._members: dict[int, list[int]] = {number: [number] for number in range(count)}

    def having(self, number: int) -> Sequence[int]:
        """The family of ``number``."""
        return self._members[self._of[number]]

    def join(self, number: int, other: int, by: Decision) -> None:
        """``number``, which is alone, repeats ``other``."""
        self._of[number] = self._of[other]
        self._members[self._of[other]].append(number)
        self.by[number] = by

    def members(self) -> Iterable[list[int]]:
        """Families of more than one."""
        found: dict[int, list[int]] = {}
        for number, family in enumerate(self._of):
            found.setdefault(family, []).append(number)
        return (members for members in found.values() if len(members) > 1)


def _links(families: _Families, bodies: Sequence[Body]) -> Iterable[ReprintLink]:
    links: dict[int, ReprintLink] = {}
    for members in families.members():
        root = _root(members, bodies)
        entered = next(by for n in members if (by := families.by[n]) is not None)
        for n in (n for n in members if n != root):
            direct = decision(bodies[n], bodies[root])
            by = families.by[n] or entered
            score, reasons = (direct.score, direct.reasons) if direct.repeats else (by.score, (*by.reasons, _THROUGH))
            links[n] = ReprintLink(bodies[n].report.id, bodies[root].report.id, score, reasons)
    return (links[n] for n in sorted(links))


def _root(members: Sequence[int], bodies: Sequence[Body]) -> int:
    first = min(_rank(bodies[n]) for n in members)
    same = [n for n in members if _rank(bodies[n]) == first]
    longest = max(bodies[n].weight for n in same)
    return next(n for n in same if bodies[n].weight >= _CUT * longest)
