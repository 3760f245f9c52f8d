"""Events told as what something else came after: "the claim came two days after a missile hit the clinic"."""

import datetime as dt

from counterclaim.records.span import Span
from counterclaim.resolving.when.days import ONE
from counterclaim.resolving.when.speech_time import Clause

DAYS_AFTER = {"after_1": 1, "after_2": 2, "after_3": 3, "after_7": 7}
"""Word lists of the languages ("two days after"), and how many days lie between."""
_SPEECH_REACH, _HEAD = 3, 2


def days_before(clause: Clause, trigger: Span) -> tuple[int, int] | None:
    """How many days before what its sentence mainly tells the event of ``trigger`` was, and where in the text the
    sentence says so; None where it does not. At the head of a sentence "a day after the raid" dates the rest of it,
    and behind a verb of saying the saying.
    """
    at = clause.at(trigger.start)
    found = [(first, days) for name, days in DAYS_AFTER.items() for first in clause.within(name, _HEAD, at)]
    if not found:
        return None
    first, days = max(found)
    if clause.within("speech", first - _SPEECH_REACH, first) and _says(clause, first, at):
        return None
    return days, clause.tokens[first].start


def _says(clause: Clause, first: int, at: int) -> bool:
    """Whether "that" behind ``first`` goes with the verb of saying before it, and not with one of its own."""
    behind = clause.within("that", first + _SPEECH_REACH + 1, at)
    return bool(behind) and not clause.within("speech", first, behind[-1])


def counted_back(from_day: dt.date, days: int) -> str:
    """The day that lies so many days before, in EDTF."""
    return (from_day - days * ONE).isoformat()
