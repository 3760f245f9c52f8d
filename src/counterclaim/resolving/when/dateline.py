"""The day in a dateline ("DOLMEN, 12 March (Agency) –"), on which a text was written whatever day its page bears."""

import datetime as dt
from collections.abc import Sequence

from counterclaim.resolving.when.context import Context
from counterclaim.resolving.when.dates import named_date
from counterclaim.resolving.when.grammar import BREAK
from counterclaim.resolving.when.stream import Match, Stream

RULE = "dateline"
_WITHIN_TOKENS = 12
_BLOCKS = 3
_CLOSERS = frozenset("(-–—:/")
_RUNNING_DAYS = 2
_MOST_DAYS = 366
"""A dateline without a year says nothing of pages that bear a day more than a year later."""


def _line_start(flow: Stream, at: int) -> int:
    begin = at
    while begin > 0 and flow.shape[begin - 1] != BREAK and at - begin <= _WITHIN_TOKENS:
        begin -= 1
    return begin


def _is_dateline(match: Match, flow: Stream, text: str) -> bool:
    if "day" not in match.slots or not ("month" in match.slots or "mnum" in match.slots):
        return False
    begin = _line_start(flow, match.first)
    if match.first - begin > _WITHIN_TOKENS or flow.shape[:begin].count(BREAK) >= _BLOCKS:
        return False
    behind = flow.tokens[match.last].low if match.last < len(flow.tokens) else ""
    before = flow.tokens[match.first - 1].low if match.first > begin else ""
    word = text[flow.tokens[begin].start : flow.tokens[begin].end]
    return before == "," and behind in _CLOSERS and len(word) > 1 and word.isupper()


def dateline(
    found: Sequence[Match], flow: Stream, text: str, published: dt.date | None
) -> tuple[Match, dt.date] | None:
    """The dateline's expression and day, where it shows that the text is older than ``published``, or where there is
    no publication day and the dateline names its year; None where it shows neither.
    """
    for match in found[:_WITHIN_TOKENS]:
        if not _is_dateline(match, flow, text):
            continue
        meaning = named_date(match.slots, Context(published))
        if meaning is None or meaning.days is None:
            return None
        day = meaning.days.first
        if published is None:
            return match, day
        age = (published - day).days
        return (match, day) if age > _RUNNING_DAYS and (age <= _MOST_DAYS or "year" in match.slots) else None
    return None
