"""The day that only the sentence behind a claim tells: "Nine people were killed. The strike was on Sunday."."""

from bisect import bisect_left
from collections.abc import Sequence

from counterclaim.records.tagging import Sentence
from counterclaim.records.when import TimeExpression
from counterclaim.words.lexicon import Lexicon
from counterclaim.words.tokens import tokens

_OPENS = 2
_HEAD = 120
GOES_ON = "goes_on"
"""Name of the word lists with which a sentence takes up the event told before it."""


def told_next(
    text: str,
    sentences: Sequence[Sentence],
    number: int,
    times: Sequence[TimeExpression],
    lexicon: Lexicon[str],
) -> TimeExpression | None:
    """The one dated expression of the sentence behind the ``number``-th, where that stands in the same paragraph and
    begins by taking up what was told ("The attack …", "Das teilte …"). ``times`` are in order of the text.
    """
    if number + 1 >= len(sentences):
        return None
    here, behind = sentences[number], sentences[number + 1]
    if behind.paragraph != here.paragraph or behind.furniture:
        return None
    opening = tokens(text, behind.start, min(behind.end, behind.start + _HEAD))
    if not any(h.key == GOES_ON for at in range(min(_OPENS, len(opening))) for h in lexicon.at(opening, at)):
        return None
    first = bisect_left(times, behind.start, key=lambda t: t.start)
    last = bisect_left(times, behind.end, lo=first, key=lambda t: t.start)
    dated = [t for t in times[first:last] if t.edtf]
    return dated[0] if len(dated) == 1 else None
