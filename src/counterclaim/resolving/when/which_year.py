"""The year of a date that does not name it, or names it short."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from counterclaim.resolving.when.context import Context, Slots, day_of, number_in, told_start

_LIKELY_PAST, _SAID_TO_BE_PAST = 20, 200
"""So many days a day ahead counts as farther off where the clause does not speak of the future; where it speaks of the
past.
"""
_FRESH_DAYS = 60
_MONTHS_AHEAD = 4
"""So many months a month ahead counts as farther off where nothing says whether it is past."""


def full_year(slots: Slots) -> int | None:
    """The year that the slots name, "89" as 1989; None where they name none."""
    year = number_in(slots, "year")
    short = number_in(slots, "yy")
    if year is None and short is not None:
        return (1900 if short > 49 else 2000) + short
    return year


def _nearest_year(month: int, day: int | None, context: Context) -> int | None:
    """The year of a date without one: a history's year; for a day, the year that brings it nearest to publication;
    for a month, the latest up to the month after publication (the next one where the clause speaks of the future; the
    nearest where it has no verb).
    """
    if context.year is not None:
        return context.year
    pub = context.published
    if pub is None:
        return None
    if day is None:
        if context.timeless:
            ahead = month - pub.month
            return pub.year - (2 * ahead + _MONTHS_AHEAD > 12) + (-2 * ahead - _MONTHS_AHEAD > 12)
        if context.direction > 0:
            return pub.year + (month < pub.month)
        return pub.year - (month > pub.month + 1)
    options = [d for y in (pub.year - 1, pub.year, pub.year + 1) if (d := day_of(y, month, day))]
    return nearest(options, pub, context).year if options else None


def nearest(days: Sequence[dt.date], pub: dt.date, context: Context) -> dt.date:
    """The one of ``days`` nearest to publication; in a clause of the past a day ahead counts as farther off, and a
    day gone by where a verb beside it speaks of what is to come.
    """
    to_come = context.direction > 0
    ahead = 0 if to_come else _SAID_TO_BE_PAST if context.close else _LIKELY_PAST
    behind = _SAID_TO_BE_PAST if to_come and context.close else 0
    return min(days, key=lambda d: abs((d - pub).days) + (ahead if d > pub else behind))


def related_year(slots: Slots, month: int, day: int | None, context: Context) -> int | None:
    """The year of a date without one; "of last year", "last" (French "dernier") and "since" are heeded."""
    rel = number_in(slots, "rel")
    if "since" in slots:
        context = replace(context, direction=-1, timeless=False)
    elif "until" in slots:
        context = replace(context, timeless=True)
    told = context.year or (context.published and context.published.year)
    if slots.get("told") and (start := told_start(slots, context)) is not None:
        told = start.year
    if rel is not None and slots.get("unit") == "Y" and told:
        return told + rel
    year = _nearest_year(month, day, context)
    pub = context.published
    if (rel != -1 and "since" not in slots) or day is None or year is None or pub is None:
        return year
    found = day_of(year, month, day)
    return year - 1 if found and found > pub else year


def year_by_weekday(month: int, day: int, weekday: int, context: Context) -> int | None:
    """The year near publication, or near the last year that the text named, in which the day is that weekday: so a
    text without a date, or on a page re-dated years later, tells its own year. None where none fits, or where the day
    nearest to publication is so fresh that a slip in the weekday is likelier than another year.
    """
    fresh = _nearest_year(month, day, context) if context.published and not context.year else None
    found = day_of(fresh, month, day) if fresh else None
    if found and context.published and abs((found - context.published).days) <= _FRESH_DAYS:
        return None
    near = context.year or (context.published.year if context.published else context.named_year)
    if near is None:
        return None
    steps = (0, -1, 1, -2, -3, -4, -5) if context.published and not context.year else (0, -1, 1)
    days = ((near + n, day_of(near + n, month, day)) for n in steps)
    return next((y for y, d in days if d and d.weekday() == weekday), None)
