"""Counts as ranges: two counts conflict only where their ranges don't meet."""

import re
from dataclasses import dataclass

from counterclaim.records.claim import Claim

_COUNT = re.compile(r"\s*(>=|<=|>|<|~)?\s*(\d{1,12}(?:[,. ]\d{3}){0,4})(?:\s*[-–]\s*(\d{1,12}))?(?!\d)")
# What a reader of English takes these words to mean at the least and at the most.
_WORDS = {
    "several": (3, 9),
    "dozen": (10, 14),
    "dozens": (20, 99),
    "scores": (40, 99),
    "hundred": (90, 110),
    "hundreds": (200, 999),
    "thousands": (2000, 9999),
    "many": (3, None),
}
_ABOUT = 0.2


@dataclass(frozen=True, slots=True)
class Figure:
    """From ``low`` to ``high``, both included; None where nothing bounds it above."""

    low: int
    high: int | None

    def meets(self, other: "Figure") -> bool:
        """Whether some number lies in both."""
        highs = [h for h in (self.high, other.high) if h is not None]
        return not highs or max(self.low, other.low) <= min(highs)

    def joined(self, other: "Figure") -> "Figure":
        """The smallest range that holds both."""
        high = None if self.high is None or other.high is None else max(self.high, other.high)
        return Figure(min(self.low, other.low), high)


def figure_of(claim: Claim) -> Figure | None:
    """The count that the claim gives: its value's, else that of its one quantity of the kind; None without one."""
    told = parse(claim.proposition.value)
    if told is not None:
        return told
    kind = claim.proposition.kind.value
    quantities = [q for q in claim.quantities if q.what == kind] or list(claim.quantities)
    if len(quantities) != 1:
        return None
    low, best, high = quantities[0].low, quantities[0].best, quantities[0].high
    least = low if low is not None else best
    if least is None:
        return None if high is None else Figure(0, high)
    return Figure(least, high)


def parse(value: str | None) -> Figure | None:
    """``40``, ``>=40``, ``>40``, ``200-300``, ``dozens``, ``2 depots`` as a range; None where no count begins it."""
    if value is None:
        return None
    found = _COUNT.match(value)
    if found is None:
        first = re.match(r"[a-z]+", value.strip().casefold())
        low, high = _WORDS.get(first.group() if first else "", (None, None))
        return None if low is None else Figure(low, high)
    number = int(re.sub(r"\D", "", found[2]))
    if found[3]:
        return Figure(min(number, int(found[3])), max(number, int(found[3])))
    return _bounded(found[1], number)


def _bounded(sign: str | None, number: int) -> Figure:
    if sign == ">=":
        return Figure(number, None)
    if sign == ">":
        return Figure(number + 1, None)
    if sign == "<=":
        return Figure(0, number)
    if sign == "<":
        return Figure(0, max(0, number - 1))
    slack = int(number * _ABOUT) if sign == "~" else 0
    return Figure(number - slack, number + slack)
