"""What an expression is counted from, and what it is found to mean."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from counterclaim.records.when import TimeKind
from counterclaim.resolving.when.days import Days, edtf
from counterclaim.resolving.when.numbers import Value

Slots = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is counted from. ``published`` is the publication day, ``told`` the day that the text
    last spoke of, ``direction`` is 1 where the clause speaks of the future, else -1. ``year`` is the year that a
    history's dates without one belong to, None in news. ``close`` is true where a verb right beside the expression
    says its direction. ``marked`` is the day of a public event that the expression counts from, ``period`` and
    ``month`` are the TIMEX3 values of the quarter and of the month last told of, ``stretch`` is the first day of the
    last month or year told of.
    ``timeless`` is true where no verb of the clause says whether it speaks of past or future. ``named_year`` is the
    last year that the text named.
    """

    published: dt.date | None
    told: dt.date | None = None
    direction: int = -1
    year: int | None = None
    marked: dt.date | None = None
    close: bool = False
    period: str | None = None
    month: str | None = None
    stretch: dt.date | None = None
    timeless: bool = False
    named_year: int | None = None


@dataclass(frozen=True, slots=True)
class Meaning:
    """``days`` is None where the expression names no day."""

    kind: TimeKind
    timex: str | None
    days: Days | None = None
    anchor: dt.date | None = None
    approximate: bool = False

    @property
    def edtf(self) -> str | None:
        """The days as EDTF."""
        return None if self.days is None else edtf(self.days) + ("~" if self.approximate else "")


def number_in(slots: Slots, name: str) -> int | None:
    """The number in a slot, None where it is empty or holds a word."""
    value = slots.get(name)
    return value if isinstance(value, int) else None


def day_of(year: int, month: int, day: int) -> dt.date | None:
    """The day, None where the calendar has none such."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def told_start(slots: Slots, context: Context) -> dt.date | None:
    """The day to count from: what the text told of where the words say so ("that year"), else publication."""
    if not slots.get("told"):
        return context.published
    stretch = context.stretch if slots.get("unit") not in ("D", "W", "WE") else None
    return stretch or context.told or context.published
