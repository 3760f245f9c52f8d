"""Boxed notices of standing wording: "Note: claims by the warring parties cannot be independently verified."

Only a box is furniture. The same words as a sentence of the report ("When the video was filmed could not be
verified") are a claim, so the form decides: a title, of its own or run in, above wording about sources in general.
"""

from collections.abc import Sequence
from functools import cache

from counterclaim.reading.furniture import rules
from counterclaim.reading.furniture.lines import Line
from counterclaim.reading.furniture.position import Kinds
from counterclaim.words.lexicon import Lexicon

KIND = "disclaimer"


@cache
def _look_up(key: str) -> Lexicon[str]:
    return rules.phrases("box", key)


def boxes(page: Sequence[Line], kinds: Kinds) -> None:
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
    low = set(one.words)
    told = any(low >= set(note.split()) for note in rules.words("box", "notes"))
    return told and (one.raw[0] == "*" or one.raw.upper() == one.raw)


def _is_standing(one: Line) -> bool:
    """Whether the line speaks of sources in general: claims, whose they are, that they are checked, and how."""
    return all(_look_up(part).all(one.tokens) for part in ("checks", "nouns", "parties", "how"))


def _titled_within(one: Line) -> bool:
    if _look_up("titles").at(one.tokens, 0) and not one.quoted:
        return True
    first = _look_up("nouns").all(one.tokens)[0].first
    if not 1 <= first <= 8:
        return False
    before, subject = one.tokens[first - 1], one.tokens[first]
    stops = any(not t.is_word and t.low in ".!?" for t in one.tokens[:first])
    return not stops and one.raw[subject.start].isupper() and one.raw[before.start].isupper()


def _titled_above(page: Sequence[Line], i: int) -> bool:
    above = page[i - 1] if i else None
    return (
        above is not None
        and not above.stop
        and 1 <= len(above.words) <= 6
        and bool(_look_up("titles").at(above.tokens, 0))
    )
