"""Author biographies: who wrote it, at the end of a page."""

from collections.abc import Sequence
from functools import cache

from counterclaim.reading.furniture import rules
from counterclaim.reading.furniture.lines import Line
from counterclaim.reading.furniture.position import Kinds
from counterclaim.words.lexicon import Lexicon

KIND = "author biography"
_TAIL = 12


@cache
def _roles() -> Lexicon[str]:
    return rules.phrases("biography", "roles")


@cache
def _cues() -> Lexicon[str]:
    return rules.phrases("biography", "cues")


def biographies(page: Sequence[Line], kinds: Kinds) -> None:
    """Marks biographies in the tail of the page, with the lines around them that are the author's name alone."""
    for i in range(len(page) - 1, max(-1, len(page) - 1 - _TAIL), -1):
        one = page[i]
        if kinds[i] is None and not _is_biography(page, i):
            if one.sentence or len(one.words) > 6:
                break
            continue
        if kinds[i] is None:
            kinds[i] = KIND
            _name_lines(page, kinds, i)


def _is_biography(page: Sequence[Line], i: int) -> bool:
    one = page[i]
    if len(one.raw) > 1200 or len(one.words) < 6 or one.quoted:
        return False
    roles, cues = len(_roles().longest(one.tokens)), len({h.first for h in _cues().longest(one.tokens)})
    named = any(is_name_of(page[j], one) for j in range(max(0, i - 3), i))
    return roles > 0 and (cues >= 3 or (named and cues >= 1) or (cues >= 2 and "@" in one.raw))


def is_name_of(name: Line, biography: Line) -> bool:
    """Whether ``name`` is "NAME" or "By NAME" and ``biography`` begins with that name."""
    if not 2 <= len(name.words) <= 6 or name.stop:
        return False
    begins = biography.words[:4]
    return any(len(some) >= 2 and begins[: len(some)] == some for some in (name.words, name.words[1:]))


def _name_lines(page: Sequence[Line], kinds: Kinds, i: int) -> None:
    for j in range(i - 1, max(-1, i - 4), -1):
        if kinds[j] not in (None, "byline") or not is_name_of(page[j], page[i]):
            break
        kinds[j] = KIND
