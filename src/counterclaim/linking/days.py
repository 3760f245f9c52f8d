"""EDTF dates as ranges of days, for comparing; and back."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

_POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}|X{2}))?)?([~?%]?)")
# Winter is left out: a year's winter may be the one it begins with or the one it ends with.
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11)}
# "~": how many days either way an approximate day, month or year may lie off.
_SLACK = {"day": 2, "month": 3, "year": 15}


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """From day ``first`` to day ``last``, both included, as ordinals of the proleptic Gregorian calendar."""

    first: int
    last: int

    def gap(self, other: "Days") -> int:
        """Days from one to the other: 0 where they share one, 1 where they adjoin."""
        return max(0, self.first - other.last, other.first - self.last)

    def meet(self, other: "Days") -> "Days | None":
        """The days that both have, None where there are none."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return Days(first, last) if first <= last else None

    @property
    def length(self) -> int:
        """How many days."""
        return self.last - self.first + 1

    @property
    def edtf(self) -> str:
        """A day, or an interval of two."""
        first, last = date.fromordinal(self.first), date.fromordinal(self.last)
        return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def days_of(edtf: str | None) -> Days | None:
    """The days of an EDTF day, month, year, season or closed interval; None for anything else, open ends included."""
    if edtf is None:
        return None
    ends = [_point(part) for part in edtf.strip().split("/")]
    known = [end for end in ends if end is not None]
    if len(known) != len(ends) or not 1 <= len(known) <= 2 or known[0].first > known[-1].last:
        return None
    return Days(known[0].first, known[-1].last)


def _point(text: str) -> Days | None:
    found = _POINT.fullmatch(text)
    if found is None:
        return None
    year, month, day = int(found[1]), found[2], found[3]
    try:
        if month is None:
            unit, first, last = "year", date(year, 1, 1), date(year, 12, 31)
        elif day is None or day == "XX":
            unit, first, last = "month", *_months(year, int(month))
        else:
            unit, first = "day", date(year, int(month), int(day))
            last = first
    except ValueError:
        return None
    slack = _SLACK[unit] if found[4] in {"~", "%"} else 0
    return Days(max(1, first.toordinal() - slack), last.toordinal() + slack)


def _months(year: int, month: int) -> tuple[date, date]:
    begin, end = _SEASONS.get(month, (month, month))
    after = date(year + 1, 1, 1) if end == 12 else date(year, end + 1, 1)
    return date(year, begin, 1), after - timedelta(days=1)
