"""Puts the paragraphs that an extractor chose back among the blocks of the page that they came from.

Extractors know which text is the article's, but they lose lines, order and, often, the lead; the page has them.
"""

from collections.abc import Sequence

_SHORT = 12
_LEAD = 60
_LEAD_DISTANCE = 3
_MOST_WORK = 200_000_000
_LEAST_COVERED = 0.9
_HEAD_BLOCKS = 8
_SENTENCE_ENDS = (".", "!", "?", "…", ".”", ".»", ".“", '."')


def in_order(chosen: Sequence[str], page: Sequence[str]) -> list[str]:
    """``chosen`` in the lines and order of ``page``, with the lead; as it is where the page's blocks do not hold it."""
    whole = " ".join(chosen)
    if len(whole) * len(page) > _MOST_WORK:
        return list(chosen)
    exact, kept = set(chosen), []
    for at, block in enumerate(page):
        if block in exact or (len(block) >= _SHORT and block in whole):
            kept.append(at)
    found = {page[at]: at for at in reversed(kept)}
    if sum(map(len, found)) < _LEAST_COVERED * len(whole):
        return list(chosen)
    order = sorted(found.values())
    return [page[at] for at in sorted({*order, *_lead(page, order)})]


def _lead(page: Sequence[str], order: Sequence[int]) -> list[int]:
    """A paragraph that was passed over between the headline and the first ones: extractors take it for a teaser."""
    first = order[:2]
    zone = range(first[0] + 1, first[1]) if len(first) == 2 else range(0)
    if len(zone) > _LEAD_DISTANCE:
        return []
    return [at for at in zone if len(page[at]) >= _LEAD and page[at].endswith(_SENTENCE_ENDS)]


def before(paragraphs: Sequence[str], page: Sequence[str]) -> Sequence[str]:
    """The few blocks of the page around the first paragraph, where pages state when an item was published."""
    first = next((at for at, block in enumerate(page) if paragraphs and block == paragraphs[0]), 0)
    return [block for block in page[max(0, first - _HEAD_BLOCKS) : first + 2] if len(block) < 200]
