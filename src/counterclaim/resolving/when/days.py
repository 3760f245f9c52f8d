"""Stretches of days: their arithmetic and how they are written in EDTF and in TIMEX3."""

import calendar
import datetime as dt
from dataclasses import dataclass

ONE = dt.timedelta(1)


@dataclass(frozen=True, slots=True)
class Days:
    """From ``first`` to ``last``, both included."""

    first: dt.date
    last: dt.date

    @property
    def length(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1


def a_day(day: dt.date) -> Days:
    """One day."""
    return Days(day, day)


def a_week(day: dt.date) -> Days:
    """Monday to Sunday around ``day``."""
    monday = day - day.weekday() * ONE
    return Days(monday, monday + 6 * ONE)


def a_month(year: int, month: int) -> Days:
    """A calendar month."""
    return Days(dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1]))


def years(first: int, last: int) -> Days:
    """Whole years."""
    return Days(dt.date(first, 1, 1), dt.date(last, 12, 31))


def month_after(year: int, month: int, steps: int) -> tuple[int, int]:
    """Year and month, ``steps`` months on (or back)."""
    total = year * 12 + month - 1 + steps
    return total // 12, total % 12 + 1


def edtf(days: Days) -> str:
    """A day, month, year, or an interval of days."""
    first, last = days.first, days.last
    if first == last:
        return first.isoformat()
    if first.day == 1 and last + ONE == a_month(last.year, last.month).last + ONE:
        if (first.year, first.month) == (last.year, last.month):
            return f"{first:%Y-%m}"
        if first.month == 1 and last.month == 12 and first.year == last.year:
            return f"{first:%Y}"
    return f"{first.isoformat()}/{last.isoformat()}"


def week_value(day: dt.date) -> str:
    """TIMEX3 value of the week around ``day``."""
    iso = day.isocalendar()
    return f"{iso.year:04}-W{iso.week:02}"


def third_of_month(month: Days, which: str) -> Days:
    """START: 1st–10th, MID: 11th–20th, END: 21st to the end (a coders' convention, not a claim of precision)."""
    tenth, twentieth = month.first + 9 * ONE, month.first + 19 * ONE
    return {
        "START": Days(month.first, tenth),
        "MID": Days(tenth + ONE, twentieth),
        "END": Days(twentieth + ONE, month.last),
    }[which]


def third_of_year(year: Days, which: str) -> Days:
    """START: January to April, MID: May to August, END: September to December."""
    first, last = {"START": (1, 4), "MID": (5, 8), "END": (9, 12)}[which]
    y = year.first.year
    return Days(a_month(y, first).first, a_month(y, last).last)


def third_of_week(week: Days, which: str) -> Days:
    """START: Monday and Tuesday, MID: Tuesday to Thursday, END: Friday to Sunday."""
    first, last = {"START": (0, 1), "MID": (1, 3), "END": (4, 6)}[which]
    return Days(week.first + first * ONE, week.first + last * ONE)
