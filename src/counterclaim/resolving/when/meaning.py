"""What a match says: its days, TIMEX3 value and kind, counted from the day that the text counts from."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace

from counterclaim.records.when import TimeKind
from counterclaim.resolving.when import periods
from counterclaim.resolving.when.context import Context, Meaning, Slots, number_in, told_start
from counterclaim.resolving.when.dates import named_date, stepped
from counterclaim.resolving.when.days import ONE, Days, a_day, a_week, third_of_month, third_of_week, third_of_year
from counterclaim.resolving.when.periods import year_before

_UNKNOWN_NUMBER = "X"
_CLOCKED = {"MI": "12:00", "MN": "24:00"}
_HALVES = {"H": "PT30M", "MIN": "PT30S", "D": "PT12H", "Y": "P6M", "DE": "P5Y", "CE": "P50Y"}
_LONG = {"DE": "DE", "CE": "C"}
_THIRDS = ("START", "MID", "END")


def _narrowed(found: Meaning, mod: str, context: Context) -> Meaning:
    """The early, middle or late part; "earlier" and "later" are counted from the publication day."""
    days = found.days
    if days is None or days.length == 1:
        return found
    if mod in _THIRDS:
        third = third_of_week if days.length < 9 else third_of_month if days.length < 32 else third_of_year
        return replace(found, days=third(days, mod), approximate=False) if days.length < 367 else found
    pub = context.published
    if pub is None or not days.first <= pub <= a_week(days.last).last:
        return found
    if mod == "EARLIER":
        day = pub - ONE
        return replace(found, days=Days(days.first, max(day, days.first)), approximate=False)
    return replace(found, days=Days(min(pub + ONE, days.last), days.last), approximate=False)


def _week_of(month: Meaning, nth: int | None) -> Meaning:
    """The month's ``nth`` seven days, -1 for the last; the value stays the month, as weeks of months have none."""
    days = month.days
    if days is None or nth is None or not -1 <= nth <= 4:
        return replace(month, days=None)
    first = days.last - 6 * ONE if nth < 0 else days.first + 7 * (nth - 1) * ONE
    return replace(month, days=Days(first, first + 6 * ONE))


def _clock(slots: Slots) -> str | None:
    """ "T05:00" from hour, minute and half of the day, None where there is no hour."""
    if "clockdots" in slots:
        hour, minute = (int(p) for p in str(slots["clockdots"]).split("."))
    elif "hhmm" in slots:
        hour, minute = divmod(int(slots["hhmm"]), 100)
    elif "hour" in slots:
        hour, minute = int(slots["hour"]), int(slots.get("minute", 0))
    else:
        return None
    half = slots.get("ampm")
    half = {"MO": "AM", "AF": "PM", "EV": "PM", "NI": "PM" if hour > 5 else "AM"}.get(str(half), half)
    if half == "PM" and hour < 12:
        hour += 12
    elif half == "AM" and hour == 12:
        hour = 0
    return f"T{hour:02}:{minute:02}" if hour < 25 and minute < 60 else None


def _part(slots: Slots) -> str | None:
    """ "TMO" for a part of the day; noon and midnight are clock times."""
    part = slots.get("part")
    return None if part is None else f"T{_CLOCKED.get(str(part), part)}"


def _with_time(found: Meaning, slots: Slots) -> Meaning:
    time = _clock(slots) or _part(slots)
    if time is None or found.timex is None:
        return found
    return replace(found, kind=TimeKind.TIME, timex=found.timex + time)


def date(slots: Slots, context: Context) -> Meaning | None:
    """A date, alone or with a part of the day, a clock time or a part of the month; "since" runs to publication."""
    found = named_date(slots, context)
    if found is None:
        return None
    if "nth" in slots:
        found = _week_of(found, number_in(slots, "nth"))
    if "mod" in slots:
        found = _narrowed(found, str(slots["mod"]), context)
    found = _with_time(found, slots)
    if slots.get("mention"):
        return replace(found, days=None)
    if slots.get("since") and found.days and context.published and found.days.first <= context.published:
        found = replace(found, days=Days(found.days.first, context.published), approximate=False)
    return found


def time(slots: Slots, context: Context) -> Meaning | None:
    """A part of the day or a clock time without a day: of the day that the text speaks of."""
    day = context.told or context.published
    clock = _clock(slots) or _part(slots)
    if clock is None:
        return None
    if day is None:
        return Meaning(TimeKind.TIME, clock)
    clocked = Meaning(TimeKind.TIME, day.isoformat() + clock, a_day(day), day)
    return replace(clocked, days=None) if "part" not in slots else clocked


def _plain(slots: Slots, prefix: str) -> Slots:
    return {k.removeprefix(prefix): v for k, v in slots.items() if k.startswith(prefix)}


def night(slots: Slots, context: Context) -> Meaning | None:
    """A night, which belongs to two days. Slots "a_…" are the day that it begins on, "b_…" the day that it ends on;
    with neither it is the night before publication ("tonight" has ``ahead``).
    """
    begins, ends = (_plain(slots, p) for p in ("a_", "b_"))
    first: dt.date | None = None
    anchor = context.published
    if ends or begins:
        given = dict(ends or begins)
        if begins and "month" in ends and "month" not in begins:
            begins = {**begins, "month": ends["month"]}
        found = named_date(given, context)
        if found is None or found.days is None or found.days.length > 1:
            return found and replace(found, kind=TimeKind.TIME, timex=f"{found.timex}TNI", days=None)
        first = found.days.first - ONE if ends else found.days.first
        anchor = found.anchor
    elif anchor is not None:
        day = context.told if slots.get("told") and context.told else anchor
        first = day if slots.get("ahead") else day - ONE
    if first is None:
        return Meaning(TimeKind.TIME, "TNI")
    return Meaning(TimeKind.TIME, f"{first.isoformat()}TNI", Days(first, first + ONE), anchor)


def _count(slots: Slots) -> int | str:
    """How many: "X" for an unknown number, and for a range ("two or three")."""
    count = slots.get("n", _UNKNOWN_NUMBER if slots.get("plural") else 1)
    return _UNKNOWN_NUMBER if "low" in slots else count


def offset(slots: Slots, context: Context) -> Meaning | None:
    """So many units before or after a day: publication ("ago"), or (``told``) the day that the text speaks of, or
    a public event's day.
    """
    if "unit" not in slots:
        return None
    unit, sign = str(slots["unit"]), int(slots.get("sign", -1))
    count = _count(slots)
    if slots.get("figures") and (beside := year_before(context)) is not None:
        return beside
    if slots.get("ahead") and context.direction < 0:
        return duration(slots, context)
    if context.marked is not None:
        start: dt.date | None = context.marked
    elif slots.get("event"):
        return duration(slots, context)
    else:
        start = told_start(slots, context)
    if not isinstance(count, int) or unit in ("H", "MIN", "S"):
        if slots.get("length"):
            return duration(slots, context)
        return Meaning(TimeKind.DATE, "PAST_REF" if sign < 0 else "FUTURE_REF")
    found = None if start is None else stepped(start, unit, sign * count, fine=True)
    if found is None:
        return Meaning(TimeKind.DATE, None)
    dated = Meaning(TimeKind.DATE, found[0], found[1], start, approximate=unit == "W")
    if not slots.get("length") or "n" not in slots:
        return dated
    # TimeML marks "three days later" as the length of time; the day that it leads to is ours.
    length = duration(slots, context)
    return replace(dated, kind=TimeKind.DURATION, timex=length.timex) if length else dated


def duration(slots: Slots, context: Context) -> Meaning | None:
    """A length of time. ``past`` durations ("in the past 24 hours") of up to a week also name their days."""
    if "unit" not in slots:
        return None
    unit, count = str(slots["unit"]), _count(slots)
    if unit == _UNKNOWN_NUMBER:
        return Meaning(TimeKind.DURATION, "PXX")
    if count == _UNKNOWN_NUMBER and unit in _LONG:
        return Meaning(TimeKind.DURATION, f"PX{_LONG[unit]}")
    letter, times = {"MIN": ("M", 1), "Q": ("M", 3), "DE": ("Y", 10), "CE": ("Y", 100)}.get(unit, (unit, 1))
    if isinstance(count, int):
        count *= times
    if unit == "WE":
        return Meaning(TimeKind.DURATION, "P1WE")
    value = f"{'PT' if unit in ('H', 'MIN', 'S') else 'P'}{count}{letter}"
    if "halved" in slots:
        value = _HALVES.get(unit, "P0.5" + unit)
    if "half" in slots and isinstance(count, int):
        value = {"Y": f"P{count}Y6M", "H": f"PT{count}H30M"}.get(unit, value.replace(str(count), f"{count}.5"))
    pub = context.published
    length = {"D": 1, "H": 1 / 24, "W": 7}.get(unit)
    if not slots.get("past") or pub is None or length is None or not isinstance(count, int) or count * length > 7:
        return Meaning(TimeKind.DURATION, value)
    back = max(1, round(count * length))
    return Meaning(TimeKind.DURATION, value, Days(pub - back * ONE, pub), pub)


def reference(slots: Slots, context: Context) -> Meaning | None:
    """PAST_REF, PRESENT_REF or FUTURE_REF: no day."""
    return Meaning(TimeKind.DATE, str(slots["ref"])) if "ref" in slots else None


def repeated(slots: Slots, context: Context) -> Meaning | None:
    """A set of times ("every day", "on Sundays")."""
    count = slots.get("n", 1)
    if "weekday" in slots:
        return Meaning(TimeKind.SET, f"XXXX-WXX-{int(slots['weekday']) + 1}")
    unit = str(slots.get("unit", "D"))
    return Meaning(TimeKind.SET, f"{'PT' if unit in ('H', 'MIN', 'S') else 'P'}{count}{unit[0]}")


def nothing(slots: Slots, context: Context) -> Meaning | None:
    """No time at all: the pattern keeps others from reading one here."""
    return None


def period(slots: Slots, context: Context) -> Meaning | None:
    """A quarter or year of a business report; it dates figures, no event."""
    found = periods.period(slots, context)
    return found and replace(found, days=None)


MAKERS: Mapping[str, Callable[[Slots, Context], Meaning | None]] = {
    "date": date,
    "time": time,
    "night": night,
    "offset": offset,
    "duration": duration,
    "reference": reference,
    "repeated": repeated,
    "period": period,
    "nothing": nothing,
}
