"""Furniture told by the furniture beside it: what goes on below a bare heading, and between two appeals."""

import itertools
from collections.abc import Sequence
from functools import cache

from counterclaim.reading.furniture import rules
from counterclaim.reading.furniture.lines import Line
from counterclaim.reading.furniture.position import Kinds

_LIST = 8
_APPEAL = 4


@cache
def _ours() -> frozenset[str]:
    return rules.words("position", "ours")


def lists(page: Sequence[Line], kinds: Kinds) -> None:
    """Marks the open lines that follow a bare "Read also" as links and those below "Tags" as tags."""
    left, kind = 0, ""
    for i, one in enumerate(page):
        own = kinds[i]
        if own in ("related link", "tags"):
            left, kind = (_LIST if len(one.words) <= 5 else 0), own
        elif own is None:
            left -= 1
            sized = 3 <= len(one.words) <= 25 if kind == "related link" else len(one.words) <= 4
            if left >= 0 and sized and not one.stop:
                kinds[i] = kind
            else:
                left = 0


def appeals(page: Sequence[Line], kinds: Kinds) -> None:
    """Marks what stands between two lines of an appeal to readers and speaks in the outlet's own name."""
    places = [i for i, kind in enumerate(kinds) if kind == "newsletter"]
    for before, after in itertools.pairwise(places):
        between = range(before + 1, after)
        if len(between) <= _APPEAL and all(kinds[i] is None and _speaks_for_outlet(page[i]) for i in between):
            for i in between:
                kinds[i] = "newsletter"


def _speaks_for_outlet(one: Line) -> bool:
    return not one.quoted and any(word in _ours() for word in one.words)


def desks(page: Sequence[Line], kinds: Kinds) -> None:
    """Marks the short open line below a byline at the top, or an outlet's name, as part of the byline."""
    for i in range(1, min(len(page) - 1, 8)):
        one = page[i]
        if kinds[i] is None and kinds[i - 1] == "byline" and not one.stop and len(one.words) <= 5 and one.titled:
            kinds[i] = "byline"
