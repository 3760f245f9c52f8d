"""Feast days and other days of the year that have a name, and the day that each falls on in a given year."""

import datetime as dt

from counterclaim.resolving.when.days import ONE

EASTER, ORTHODOX = "easter", "orthodox"


def western_easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar (the "anonymous" algorithm, Meeus, Astronomical Algorithms, ch. 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + e - 7 * ((a + 11 * h + 22 * e) // 451) + 114, 31)
    return dt.date(year, month, day + 1)


def orthodox_easter(year: int) -> dt.date:
    """Easter Sunday of the Julian reckoning, as a Gregorian day (Meeus, ch. 8); the years 1900 to 2099."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return dt.date(year, month, day + 1) + 13 * ONE


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> dt.date:
    """The ``nth`` such weekday (0 is Monday) of a month; -1 is the last one."""
    if nth < 0:
        last = dt.date(year + month // 12, month % 12 + 1, 1) - ONE
        return last - (last.weekday() - weekday) % 7 * ONE
    first = dt.date(year, month, 1)
    return first + ((weekday - first.weekday()) % 7 + 7 * (nth - 1)) * ONE


def holiday(rule: str, year: int) -> dt.date:
    """The day of a feast in ``year``. ``rule`` is "12-25" (month and day), "11-3-4" (month, weekday, which one; "l"
    for the last), "easter" or "orthodox", each with "+1" for a day on or "~2" for two days back.
    ``ValueError`` for any other.
    """
    base, sign, days = rule.partition("+") if "+" in rule else rule.partition("~")
    shift = int(days or 0) * (1 if sign == "+" else -1)
    if base in (EASTER, ORTHODOX):
        day = western_easter(year) if base == EASTER else orthodox_easter(year)
    else:
        month, *rest = base.split("-")
        if len(rest) == 1:
            day = dt.date(year, int(month), int(rest[0]))
        else:
            day = nth_weekday(year, int(month), int(rest[0]), -1 if rest[1] == "l" else int(rest[1]))
    return day + shift * ONE
