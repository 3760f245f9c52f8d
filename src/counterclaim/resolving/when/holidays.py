"""Feast days and other days of the year that have a name, and the day that each falls on in a given year."""

import datetime as dt

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from counterclaim.resolving.when.days import ONE

EASTERS = {"easter": EASTER_WESTERN, "orthodox": EASTER_ORTHODOX}
"""The churches' reckonings, each as a Gregorian day; right for the years 1583 to 4099."""


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
    if base in EASTERS:
        day: dt.date = easter(year, EASTERS[base])
    else:
        month, *rest = base.split("-")
        if len(rest) == 1:
            day = dt.date(year, int(month), int(rest[0]))
        else:
            day = nth_weekday(year, int(month), int(rest[0]), -1 if rest[1] == "l" else int(rest[1]))
    return day + shift * ONE
