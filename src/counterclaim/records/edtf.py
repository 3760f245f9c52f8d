"""Reads the part of EDTF (ISO 8601-2) that dates in this project are written in, as first and last days."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

POINT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
QUALIFIERS = str.maketrans("", "", "~?%")


@dataclass(frozen=True, slots=True)
class Days:
    """From ``first`` to ``last``, both included; None is open or unknown."""

    first: date | None
    last: date | None

    @property
    def width(self) -> int | None:
        """How many days; None where an end is open."""
        if self.first is None or self.last is None:
            return None
        return (self.last - self.first).days + 1

    def overlaps(self, other: "Days") -> bool:
        """Whether the two share a day."""
        return _not_after(self.first, other.last) and _not_after(other.first, self.last)


def _not_after(first: date | None, last: date | None) -> bool:
    return first is None or last is None or first <= last


def days_of(edtf: str | None) -> Days | None:
    """The days of a day, month, year or interval ("2024-03-11/2024-03-12", "2024-03~", "../2024"); None for what is
    no such date. A time of day is dropped.
    """
    if edtf is None or not edtf.strip():
        return None
    start, slash, end = edtf.partition("/")
    try:
        found = Days(_end(start, last=False), _end(end, last=True)) if slash else _point_days(start)
    except ValueError:
        return None
    return found if _not_after(found.first, found.last) else None


def _end(text: str, *, last: bool) -> date | None:
    if text.strip() in ("", ".."):
        return None
    days = _point_days(text)
    return days.last if last else days.first


def _point_days(text: str) -> Days:
    match = POINT.fullmatch(text.strip().translate(QUALIFIERS).split("T")[0])
    if match is None:
        raise ValueError(text)
    year, month, day = int(match[1]), match[2], match[3]
    if day:
        only = date(year, int(month), int(day))
        return Days(only, only)
    if month:
        last = calendar.monthrange(year, int(month))[1]
        return Days(date(year, int(month), 1), date(year, int(month), last))
    return Days(date(year, 1, 1), date(year, 12, 31))
