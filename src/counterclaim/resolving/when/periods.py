"""Quarters of business reports: "the latest quarter", "the year-earlier period", "a year ago" beside its figures."""

import re
from dataclasses import dataclass

from counterclaim.records.when import TimeKind
from counterclaim.resolving.when.context import Context, Meaning, Slots
from counterclaim.resolving.when.days import Days, a_month, years

_MONTH = re.compile(r"(\d{4})-(\d\d)")


@dataclass(frozen=True, slots=True)
class Quarter:
    """The ``number``-th (1 to 4) quarter of ``year``."""

    year: int
    number: int

    def before(self, years: int) -> "Quarter":
        """The same quarter, so many years earlier."""
        return Quarter(self.year - years, self.number)

    @property
    def meaning(self) -> Meaning:
        """As a date."""
        last = self.number * 3
        days = Days(a_month(self.year, last - 2).first, a_month(self.year, last).last)
        return Meaning(TimeKind.DATE, f"{self.year:04}-Q{self.number}", days)


def quarter_of(timex: str | None) -> Quarter | None:
    """The quarter that a TIMEX3 value names, None for any other value."""
    year, _, number = (timex or "").partition("-Q")
    return Quarter(int(year), int(number)) if year.isdecimal() and number in ("1", "2", "3", "4") else None


def latest_quarter(context: Context) -> Quarter | None:
    """The quarter that the text told of last, else the last one that ended before publication."""
    told = quarter_of(context.period)
    pub = context.published
    if pub is None or (told is not None and (told.year, told.number * 3) <= (pub.year, pub.month)):
        return told
    number = (pub.month - 1) // 3
    return Quarter(pub.year, number) if number else Quarter(pub.year - 1, 4)


def _month(context: Context) -> tuple[int, int] | None:
    found = _MONTH.fullmatch(context.month or "")
    return (int(found[1]), int(found[2])) if found else None


def _month_meaning(year: int, month: int) -> Meaning:
    return Meaning(TimeKind.DATE, f"{year:04}-{month:02}", a_month(year, month))


def year_before(context: Context) -> Meaning | None:
    """ "A year ago" beside figures of a quarter: that quarter, a year earlier; None where none is told of."""
    told = quarter_of(context.period)
    return told.before(1).meaning if told else None


def period(slots: Slots, context: Context) -> Meaning | None:
    """A quarter told by its place among others: ``back`` counts the years before the one told of, "year" and
    "quarter" are named. A "period" without a quarter told of is a year.
    """
    if slots.get("of") == "M":
        return _same_month(slots, context)
    base = latest_quarter(context)
    if base is None or ("loose" in slots and quarter_of(context.period) is None):
        return _year(slots, context)
    number, back = slots.get("quarter", base.number), slots.get("back", 0)
    if not isinstance(number, int) or not 1 <= number <= 4 or not isinstance(back, int):
        return None
    year = slots.get("year")
    return Quarter(year if isinstance(year, int) else base.year - back, number).meaning


def _same_month(slots: Slots, context: Context) -> Meaning | None:
    told, year, back = _month(context), slots.get("year"), slots.get("back", 0)
    if told is None or not isinstance(back, int):
        return None
    return _month_meaning(year if isinstance(year, int) else told[0] - back, told[1])


def _year(slots: Slots, context: Context) -> Meaning | None:
    back, pub = slots.get("back", 0), context.published
    if pub is None or not isinstance(back, int) or back == 0:
        return None
    year = pub.year - back
    return Meaning(TimeKind.DATE, f"{year:04}", years(year, year), pub)
