"""The date that a match names, without part of the day: from slots ("month", "weekday", "unit" …) to days and value."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from counterclaim.records.when import TimeKind
from counterclaim.resolving.when.context import Context, Meaning, Slots, day_of, number_in, told_start
from counterclaim.resolving.when.days import ONE, Days, a_day, a_month, a_week, month_after, week_value, years
from counterclaim.resolving.when.holidays import holiday
from counterclaim.resolving.when.which_year import full_year, nearest, related_year, year_by_weekday

_REPORTED = 3
"""So many months behind its end a quarter may still be what a forecast speaks of, as it is not yet reported."""
_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 14)}


def _calendar_date(slots: Slots, context: Context) -> Meaning | None:
    month = number_in(slots, "month") or number_in(slots, "mnum")
    day = number_in(slots, "day")
    year = full_year(slots)
    if month is None:
        return None
    chosen = year if year is not None else related_year(slots, month, day, context)
    if year is None and day is not None and "weekday" in slots:
        chosen = year_by_weekday(month, day, int(slots["weekday"]), context) or chosen
    anchor = context.published if year is None and context.year is None else None
    if chosen is None or chosen < 1:
        value = f"XXXX-{month:02}" + (f"-{day:02}" if day else "")
        return Meaning(TimeKind.DATE, value)
    if day is None:
        return Meaning(TimeKind.DATE, f"{chosen:04}-{month:02}", a_month(chosen, month), anchor)
    found = day_of(chosen, month, day)
    return None if found is None else Meaning(TimeKind.DATE, found.isoformat(), a_day(found), anchor)


def _day_of_month(slots: Slots, context: Context) -> Meaning | None:
    """ "On the 15th": of the month that the clause, past or future, reaches first."""
    day, pub = int(slots["monthday"]), context.told or context.published
    if pub is None:
        return Meaning(TimeKind.DATE, f"XXXX-XX-{day:02}")
    steps = [0, 1, 2] if context.direction > 0 else [0, -1, -2]
    near = [day_of(*month_after(pub.year, pub.month, n), day) for n in steps]
    fits = [d for d in near if d and (d >= pub if context.direction > 0 else d <= pub)]
    return Meaning(TimeKind.DATE, fits[0].isoformat(), a_day(fits[0]), pub) if fits else None


def _written_date(slots: Slots, context: Context) -> Meaning | None:
    parts = [int(p) for p in str(slots["datedots"]).split(".")]
    if parts[0] > 31:
        parts.reverse()
    day, month, year = parts
    return (
        _calendar_date({"day": day, "month": month, "year": year if year > 99 else 2000 + year}, context)
        if 0 < month < 13
        else None
    )


def _weekday(slots: Slots, context: Context) -> Meaning:
    wanted = int(slots["weekday"])
    rel = number_in(slots, "rel")
    pub = context.told if slots.get("told") and context.told else context.published
    if pub is None:
        return Meaning(TimeKind.DATE, f"XXXX-WXX-{wanted + 1}")
    back, forth = (pub.weekday() - wanted) % 7, (wanted - pub.weekday()) % 7
    if rel == 0:
        day = a_week(pub).first + wanted * ONE
    elif rel is not None:
        day = pub - (back or 7) * ONE if rel < 0 else pub + (forth or 7) * ONE
    else:
        day = pub + forth * ONE if context.direction > 0 else pub - back * ONE
    return Meaning(TimeKind.DATE, day.isoformat(), a_day(day), pub)


def _relative_day(slots: Slots, context: Context) -> Meaning:
    start = context.marked or (context.told if slots.get("told") and context.told else context.published)
    if start is None:
        return Meaning(TimeKind.DATE, "XXXX-XX-XX")
    day = start + int(slots["deict"]) * ONE
    return Meaning(TimeKind.DATE, day.isoformat(), a_day(day), start)


def stepped(start: dt.date, unit: str, steps: int, fine: bool = False) -> tuple[str, Days] | None:
    """The unit that lies ``steps`` units from ``start``, as TIMEX3 value and days."""
    try:
        if unit == "D":
            day = start + steps * ONE
            return day.isoformat(), a_day(day)
        if unit == "W":
            day = start + 7 * steps * ONE
            return week_value(day), a_day(day) if fine else a_week(day)
        if unit in ("M", "Q"):
            year, month = month_after(start.year, start.month, steps * (3 if unit == "Q" else 1))
            if unit == "M":
                return f"{year:04}-{month:02}", a_month(year, month)
            first = (month - 1) // 3 * 3 + 1
            return f"{year:04}-Q{first // 3 + 1}", Days(a_month(year, first).first, a_month(year, first + 2).last)
        span = {"Y": 1, "DE": 10, "CE": 100}.get(unit)
        if span is None:
            return None
        first = (start.year + steps * span) // span * span
        if span == 1:
            return f"{first:04}", years(first, first)
        if fine:
            return f"{start.year + steps * span:04}", years(start.year + steps * span, start.year + steps * span)
        return (f"{first // 10:03}" if span == 10 else f"{first // 100:02}"), years(first, first + span - 1)
    except (ValueError, OverflowError):
        return None


def _holiday(slots: Slots, context: Context) -> Meaning | None:
    """The day of a feast, or (with the unit W) its week, in the year that the text speaks of."""
    rule, year, rel, pub = str(slots["holiday"]), full_year(slots), number_in(slots, "rel"), context.published
    if year is None:
        year = context.year
    if year is None:
        if pub is None:
            return Meaning(TimeKind.DATE, "XXXX-XX-XX")
        near = [holiday(rule, y) for y in (pub.year - 1, pub.year, pub.year + 1)]
        if rel in (-1, 1):
            day = max(d for d in near if d < pub) if rel < 0 else min(d for d in near if d > pub)
        else:
            day = nearest(near, pub, context)
    else:
        day = holiday(rule, year)
    if slots.get("unit") == "W":
        return Meaning(TimeKind.DATE, week_value(day), a_week(day))
    return Meaning(TimeKind.DATE, day.isoformat(), a_day(day))


def _weekend(slots: Slots, context: Context) -> Meaning:
    pub = context.published
    if pub is None:
        return Meaning(TimeKind.DATE, "XXXX-WXX-WE")
    rel = number_in(slots, "rel")
    saturday = a_week(pub).first + 5 * ONE
    if rel is not None and rel != 0:
        saturday += 7 * rel * ONE
    elif saturday > pub and context.direction < 0:
        saturday -= 7 * ONE
    return Meaning(TimeKind.DATE, week_value(saturday) + "-WE", Days(saturday, saturday + ONE), pub)


def _this_unit(slots: Slots, context: Context) -> Meaning | None:
    unit, rel = str(slots["unit"]), number_in(slots, "rel") or 0
    if unit == "WE":
        return _weekend(slots, context)
    start = told_start(slots, context)
    if start is None:
        return Meaning(TimeKind.DATE, {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX"}.get(unit, "XXXX"))
    found = stepped(start, unit, rel)
    if found is None:
        return None
    timex, days = found
    if slots.get("some") and unit == "W":
        return Meaning(TimeKind.DATE, f"{start.year:04}-WXX", days, start)
    if rel == 0 and unit == "W" and context.direction < 0 and not slots.get("mod") and days.last > start:
        days = Days(days.first, start)
    return Meaning(TimeKind.DATE, timex, days, start, approximate=rel == 0 and unit == "M" and not slots.get("mod"))


def _season(slots: Slots, context: Context) -> Meaning:
    season, year, rel = str(slots["season"]), full_year(slots), number_in(slots, "rel")
    first, last = _SEASONS[season]
    if year is None and context.year is not None:
        year = context.year
    if year is None and context.published is not None:
        pub = context.published
        year = pub.year - (first > pub.month and (context.direction < 0 or rel == -1))
        year -= rel == -1 and first <= pub.month <= last
        year += rel == 1 and first <= pub.month
        year += rel is None and context.direction > 0 and last < pub.month
    if year is None:
        return Meaning(TimeKind.DATE, f"XXXX-{season}")
    end_year, end_month = month_after(year, first, last - first)
    return Meaning(
        TimeKind.DATE, f"{year:04}-{season}", Days(a_month(year, first).first, a_month(end_year, end_month).last)
    )


def _part_of_year(slots: Slots, context: Context) -> Meaning | None:
    """A quarter or a half of a year."""
    year = full_year(slots)
    pub = context.published
    size = 3 if "quarter" in slots else 6
    which = number_in(slots, "quarter") or number_in(slots, "half")
    letter = "Q" if size == 3 else "H"
    if which is None or not 1 <= which <= 12 // size:
        return None
    if year is None and pub is not None:
        year = pub.year + (number_in(slots, "rel") or 0)
        if "rel" not in slots and context.direction < 0 and which * size - size + 1 > pub.month:
            year -= 1
        elif "rel" not in slots and context.direction > 0 and which * size + _REPORTED < pub.month:
            year += 1
    if year is None:
        return Meaning(TimeKind.DATE, f"XXXX-{letter}{which}")
    first = (which - 1) * size + 1
    days = Days(a_month(year, first).first, a_month(year, first + size - 1).last)
    return Meaning(TimeKind.DATE, f"{year:04}-{letter}{which}", days)


def _years(slots: Slots, context: Context) -> Meaning | None:
    decade, century, year = (number_in(slots, k) for k in ("decade", "century", "year"))
    if century is not None:
        return (
            Meaning(TimeKind.DATE, f"{century - 1:02}", years((century - 1) * 100 + 1, century * 100))
            if 0 < century < 99
            else None
        )
    if decade is not None:
        full = decade if decade > 99 else 1900 + decade
        return (
            Meaning(TimeKind.DATE, f"{full // 10:03}", years(full // 10 * 10, full // 10 * 10 + 9))
            if full > 9
            else None
        )
    before_christ = number_in(slots, "bc")
    if before_christ is not None:
        return Meaning(TimeKind.DATE, f"BC{before_christ:04}")
    rel = number_in(slots, "rel")
    if year is None and "yy" in slots:
        year = full_year(slots)
    return Meaning(TimeKind.DATE, f"{year:04}", years(year, year)) if year and rel is None else None


_BASES: tuple[tuple[str, Callable[[Slots, Context], Meaning | None]], ...] = (
    ("datedots", _written_date),
    ("holiday", _holiday),
    ("month", _calendar_date),
    ("mnum", _calendar_date),
    ("weekday", _weekday),
    ("deict", _relative_day),
    ("quarter", _part_of_year),
    ("half", _part_of_year),
    ("season", _season),
    ("unit", _this_unit),
    ("decade", _years),
    ("century", _years),
    ("year", _years),
    ("yy", _years),
    ("bc", _years),
    ("monthday", _day_of_month),
)


def _daydots(slots: Slots) -> Slots:
    if "daydots" not in slots:
        return slots
    day, month = str(slots["daydots"]).split(".")
    return {**slots, "day": int(day), "month": int(month)}


def named_date(slots: Slots, context: Context) -> Meaning | None:
    """The date that the slots name; None where they name none."""
    slots = _daydots(slots)
    if "month" in slots and "rel" in slots and "day" not in slots and slots.get("unit") != "Y":
        return _related_month(slots, context)
    return next((make(slots, context) for name, make in _BASES if name in slots), None)


def _related_month(slots: Slots, context: Context) -> Meaning | None:
    """ "last March", "next March", "this March"."""
    found = _calendar_date(slots, replace(context, direction=1 if slots["rel"] == 1 else -1))
    pub = context.published
    if found is None or found.days is None or pub is None:
        return found
    month, year = found.days.first.month, found.days.first.year
    if slots["rel"] == 0:
        year = pub.year
    elif slots["rel"] == 1 and month == pub.month:
        year += 1
    elif slots["rel"] == -1 and month == pub.month and year == pub.year:
        year -= 1
    return Meaning(TimeKind.DATE, f"{year:04}-{month:02}", a_month(year, month), pub)
