"""What a token that begins with a digit can be: a day of the month, a year, a clock time, a written date."""

import re
from collections.abc import Mapping

Value = str | int

_SMALL = ("NUM", "DAY", "MNUM", "HOUR", "MINUTE")
_TO_24 = ("NUM", "DAY", "HOUR", "MINUTE")
_TO_31 = ("NUM", "DAY", "MINUTE")
NUMBER_KINDS: tuple[tuple[str, ...], ...] = (
    _SMALL,
    _TO_24,
    _TO_31,
    ("NUM", "HOUR", "MINUTE"),
    ("NUM", "MINUTE", "YY"),
    ("NUM", "YY"),
    ("NUM", "YEAR"),
    ("NUM", "YEAR", "HHMM"),
    ("NUM", "YEAR", "MODERN"),
    ("NUM", "YEAR", "MODERN", "HHMM"),
    ("NUM", "HHMM"),
    ("NUM", "ANTIQUE"),
    ("NUM",),
    ("ORD",),
    ("DATEDOTS",),
    ("CLOCKDOTS",),
    ("CLOCKDOTS", "DAYDOTS"),
    ("DAYDOTS",),
    ("DECIMAL",),
)
_ANTIQUE, _YEARS, _MODERN = range(100, 1000), range(1000, 2200), range(1900, 2050)
"""Figures that can be a year of antiquity, a year, and a year where nothing but their place among the words says so."""
_DATE_DOTS = re.compile(r"[0-3]?\d\.[01]?\d\.(?:[12]\d)?\d\d|[12]\d{3}\.[01]\d\.[0-3]\d")
_TWO = re.compile(r"(\d{1,2})\.(\d\d)")
_SEPARATORS = re.compile("[.,\u00a0\u202f]")


def _plain_kind(digits: str) -> tuple[str, ...]:
    value = int(digits)
    if len(digits) == 4:
        year = ("YEAR", "MODERN") if value in _MODERN else ("YEAR",) if value in _YEARS else ()
        return ("NUM", *year, "HHMM") if value % 100 < 60 and value < 2400 else ("NUM", *year)
    if len(digits) > 2:
        return ("NUM", "ANTIQUE") if value in _ANTIQUE and len(digits) == 3 else ("NUM",)
    if value == 0:
        return ("NUM", "HOUR", "MINUTE")
    limits = ((12, _SMALL), (24, _TO_24), (31, _TO_31), (59, ("NUM", "MINUTE", "YY")), (99, ("NUM", "YY")))
    return next(kinds for limit, kinds in limits if value <= limit)


def number(low: str) -> Mapping[str, Value]:
    """The classes of a number token with its value in each; empty for a number that nothing can be made of."""
    if low.isdecimal():
        return dict.fromkeys(_plain_kind(low), int(low)) if len(low) < 10 else {}
    if _DATE_DOTS.fullmatch(low):
        return {"DATEDOTS": low}
    two = _TWO.fullmatch(low)
    if two:
        names = ["CLOCKDOTS"] if int(two[1]) < 25 and int(two[2]) < 60 else []
        names += ["DAYDOTS"] if 0 < int(two[1]) < 32 and 0 < int(two[2]) < 13 else []
        return dict.fromkeys(names or ["DECIMAL"], low)
    digits = _SEPARATORS.sub("", low)
    return {"NUM": int(digits)} if len(digits) < 10 and digits.isdecimal() else {}
