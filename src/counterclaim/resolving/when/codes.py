"""The precision codes of ACLED and UCDP for a date, derived from the answer; they are not stored.

ACLED's ``time_precision`` (codebook of 2023): 1 the day is known, 2 the week, 3 the month. UCDP GED's ``date_prec``
(codebook 24.1): 1 the day, 2 two to six days, 3 a week, 4 a month, 5 more than a month up to a year.
"""

from counterclaim.records.edtf import days_of
from counterclaim.records.when import DateAnswer

_WEEK, _MONTH, _YEAR = 7, 31, 366


def width_in_days(answer: DateAnswer) -> int | None:
    """How many days the event may have been on; a day that is only about right ("~") counts as a week. None where no
    date is known, or one of its ends is open.
    """
    days = days_of(answer.edtf)
    width = days.width if days else None
    if width is None or answer.edtf is None:
        return None
    return max(width, _WEEK) if answer.edtf.endswith(("~", "%")) else width


def time_precision(answer: DateAnswer) -> int | None:
    """ACLED's code; None where no date is known, or only one wider than a month, for which ACLED has no code."""
    width = width_in_days(answer)
    if width is None or width > _MONTH:
        return None
    return 1 if width == 1 else 2 if width <= _WEEK else 3


def date_prec(answer: DateAnswer) -> int | None:
    """UCDP's code; None where no date is known, or only one wider than a year, which UCDP does not code."""
    width = width_in_days(answer)
    if width is None or width > _YEAR:
        return None
    if width <= _WEEK:
        return 1 if width == 1 else 3 if width == _WEEK else 2
    return 4 if width <= _MONTH else 5
