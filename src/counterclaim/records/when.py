"""Times: expressions in the text and the day of a claim's event, as EDTF (ISO 8601-2)."""

from dataclasses import dataclass
from enum import StrEnum


class TimeKind(StrEnum):
    """What a time expression is (TimeML's TIMEX3 types)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """``text[start:end]`` with its ``edtf`` value (a day, month, year or interval; None where it names no day),
    its TIMEX3 ``timex`` value, and the day it was counted from (``anchor``, None for an absolute date).
    """

    start: int
    end: int
    kind: TimeKind
    edtf: str | None
    timex: str | None = None
    anchor: str | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class DateAnswer:
    """When a claim's event was: EDTF or None for unknown, the phrase it rests on, and the day it was counted from."""

    edtf: str | None
    start: int | None = None
    end: int | None = None
    anchor: str | None = None
    reasons: tuple[str, ...] = ()
