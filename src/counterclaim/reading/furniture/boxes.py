"""Boxed notices of standing wording: "Note: claims by the warring parties cannot be independently verified."

Only a box is furniture. The same words as a sentence of the report ("When the video was filmed could not be
verified") are a claim, so the form decides: a title, of its own or run in, above wording about sources in general.
"""

import re
from collections.abc import Sequence
from functools import cache

from counterclaim.reading.furniture import rules
from counterclaim.reading.furniture.lines import Line
from counterclaim.reading.furniture.position import Kinds
from counterclaim.words.lexicon import Lexicon

KIND = "disclaimer"


@cache
def _part(name: str) -> re.Pattern[str]:
    return rules.pattern(rules.words("box", name))


@cache
def _titles() -> Lexicon[str]:
    return rules.phrases("box", "titles")


@cache
def _notes() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(note.split()) for note in rules.words("box", "notes"))


def notices(page: Sequence[Line], kinds: Kinds) -> None:
    """Marks standing notices with their titles."""
    for i, one in enumerate(page):
        if kinds[i] is not None or not one.short or len(one.words) > 60:
            continue
        if _is_label(one) or (_is_standing(one) and (_titled_within(one) or _titled_above(page, i))):
            kinds[i] = KIND
            if i and kinds[i - 1] in (None, "subheading") and _titled_above(page, i):
                kinds[i - 1] = KIND


def _is_label(one: Line) -> bool:
    """A label that law demands: "* recognised as a foreign agent", or wholly in capitals."""
    if one.raw[0] != "*" and not one.raw.isupper():
        return False
    return any(note <= set(one.words) for note in _notes())


def _is_standing(one: Line) -> bool:
    """Whether the line speaks of sources in general: claims, whose they are, that they are checked, and how."""
    return all(_part(name).search(one.raw) for name in ("checks", "nouns", "parties", "how"))


def _titled_within(one: Line) -> bool:
    """Whether a title runs into the notice: "Sources in wartime Claims by both sides cannot be verified"."""
    if _titles().at(one.tokens, 0) and not one.quoted:
        return True
    noun = _part("nouns").search(one.raw)
    title = one.raw[: noun.start()].split() if noun else []
    if noun is None or not 1 <= len(title) <= 8 or any(word[-1] in ".!?" for word in title):
        return False
    return noun.group()[0].isupper() and title[-1][0].isupper()


def _titled_above(page: Sequence[Line], i: int) -> bool:
    above = page[i - 1] if i else None
    return above is not None and not above.stop and 1 <= len(above.words) <= 6 and bool(_titles().at(above.tokens, 0))
