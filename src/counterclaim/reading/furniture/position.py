"""Furniture told by its place and form: headlines, sub-headings, menus, lists of links."""

from collections import Counter
from collections.abc import Sequence
from functools import cache

from counterclaim.reading.furniture import rules
from counterclaim.reading.furniture.lines import Line
from counterclaim.words.lexicon import Lexicon
from counterclaim.words.tokens import tokens

Kinds = list[str | None]

_DASHES = "-–—"
_PROSE = 60
_MOST_OF_HEADLINE = 220
_SAME = 0.85


@cache
def _kickers() -> Lexicon[str]:
    return rules.phrases("position", "kickers")


@cache
def _kicker_starts() -> Lexicon[str]:
    return rules.phrases("position", "kicker_starts")


@cache
def _run_ins() -> Lexicon[str]:
    return rules.phrases("position", "run_ins")


@cache
def _pronouns() -> frozenset[str]:
    return rules.words("position", "pronouns")


def closes_sentences(page: Sequence[Line], kinds: Kinds) -> bool:
    """Whether what is not yet marked ends its sentences with stops, so that a line without one is no sentence."""
    long = [one for one, kind in zip(page, kinds, strict=True) if kind is None and len(one.raw) >= _PROSE]
    return bool(long) and sum(bool(one.stop) for one in long) >= 0.6 * len(long)


def headlines(page: Sequence[Line], kinds: Kinds, title: str | None) -> None:
    """Marks the title, what repeats it, and the headline at the top with the kicker above it."""
    known = _words_of(title) if title else ()
    repeated = _repeated(page)
    top = _top(page, kinds, known)
    spoken = [known] if known else [] if top is None else [page[top].words]
    for i, one in enumerate(page):
        open_again = not one.sentence and (one.words in repeated or any(_same(one.words, words) for words in spoken))
        if kinds[i] is None and (open_again or (known and one.words == known)):
            kinds[i] = "headline"
    if top is not None:
        for i in range(top + 1):
            kinds[i] = kinds[i] or "headline"


def _words_of(title: str) -> tuple[str, ...]:
    name = title.split(" | ")[0]
    return tuple(t.low for t in tokens(name, 0, 400) if t.is_word)


def _repeated(page: Sequence[Line]) -> set[tuple[str, ...]]:
    """The words of lines without a stop that stand more than once on the page."""
    counts = Counter(one.words for one in page if not one.sentence and 3 < len(one.words) <= 40 and not one.bulleted)
    return {words for words, count in counts.items() if count > 1}


def _same(words: tuple[str, ...], headline: tuple[str, ...]) -> bool:
    """Whether ``words`` are the headline again, whole or nearly so."""
    if words == headline:
        return bool(words)
    if len(words) < 5 or len(words) > 1.2 * len(headline):
        return False
    return sum(w in headline for w in words) >= _SAME * max(len(words), len(headline))


def _top(page: Sequence[Line], kinds: Kinds, known: tuple[str, ...]) -> int | None:
    """Where the headline at the top stands, None where the page begins with its reporting."""
    free = [i for i, kind in enumerate(kinds) if kind is None][:5]
    if known:
        return _title_below(page, free, known)
    for nth, i in enumerate(free):
        below = [page[j] for j in free[nth + 1 : nth + 3]]
        if i > 8 or not _like_headline(page[i], below):
            return None
        next_is_one = bool(below) and _like_headline(below[0], [page[j] for j in free[nth + 2 : nth + 4]])
        if not (next_is_one and (_is_kicker(page[i]) or _is_masthead(page[i], below[0]))):
            return i
    return None


def _title_below(page: Sequence[Line], free: Sequence[int], known: tuple[str, ...]) -> int | None:
    """Where the given title stands, below nothing but lines that are no sentences."""
    for i in free:
        if _same(page[i].words, known):
            return i
        if page[i].sentence:
            break
    return None


def _like_headline(one: Line, below: Sequence[Line]) -> bool:
    """Whether ``one`` has a headline's form above the lines ``below``: open at its end, and text goes on there."""
    open_end = not one.stop or (one.stop in ("?", "!") and len(one.words) <= 20)
    text_below = any(other.sentence for other in below) or any(len(other.raw) > len(one.raw) for other in below[:1])
    sized = 2 <= len(one.words) <= 32 and len(one.raw) <= _MOST_OF_HEADLINE
    return open_end and sized and one.titled and not one.bulleted and text_below


def _is_kicker(one: Line) -> bool:
    if one.stop or len(one.words) > 6:
        return False
    topic = len(one.words) <= 2 or (len(one.words) == 3 and bool(_kickers().all(one.tokens)))
    return topic or bool(_kicker_starts().at(one.tokens, 0))


def _is_masthead(one: Line, below: Line) -> bool:
    """Whether ``one`` is the name of the paper above the headline: a few words, fewer than half of what is below."""
    return not one.stop and len(one.words) <= 5 and 2 * len(one.words) <= len(below.words)


def subheadings(page: Sequence[Line], kinds: Kinds) -> None:
    """Marks section headings: short lines without a stop between paragraphs that have one, or between dashes."""
    closed = closes_sentences(page, kinds)
    free = [i for i, kind in enumerate(kinds) if kind is None]
    begun = False
    for nth, i in enumerate(free):
        if is_dashed(page[i]) or (begun and closed and nth + 1 < len(free) and _between(page, free, nth)):
            kinds[i] = "subheading"
        else:
            begun = begun or page[i].sentence


def is_dashed(one: Line) -> bool:
    """Whether the line is a heading between dashes: "– Village captured –"."""
    raw = one.raw
    return raw[0] in _DASHES and raw[-1] in _DASHES and 1 <= len(one.words) <= 16 and raw.strip(_DASHES) != raw


def _between(page: Sequence[Line], free: Sequence[int], nth: int) -> bool:
    one = page[free[nth]]
    if not _like_subheading(one):
        return False
    before = page[free[nth - 1]]
    after = page[free[nth + 1]]
    if _like_subheading(after) and nth + 2 < len(free):
        after = page[free[nth + 2]]
    return _prose(before, one) and _prose(after, one)


def _prose(neighbour: Line, one: Line) -> bool:
    return neighbour.sentence and (len(neighbour.raw) > len(one.raw) or neighbour.quoted)


def _like_subheading(one: Line) -> bool:
    if one.stop or one.bulleted or not one.titled or not 1 <= len(one.words) <= 9 or len(one.raw) > 80:
        return False
    if one.raw.isupper():
        return True
    if _run_ins().at(one.tokens, 0):
        return False
    return one.words[0] not in _pronouns() and not (one.quoted and len(one.words) > 6)


def menus(page: Sequence[Line], kinds: Kinds) -> None:
    """Marks runs of three and more very short lines without stops, unless a colon announces them as a list."""
    if not closes_sentences(page, kinds):
        return
    run: list[int] = []
    for i in range(len(page) + 1):
        if i < len(page) and kinds[i] is None and _like_item(page[i]):
            run.append(i)
            continue
        if len(run) >= 3 and not (run[0] > 0 and page[run[0] - 1].stop == ":"):
            for item in run:
                kinds[item] = "menu"
        run = []


def _like_item(one: Line) -> bool:
    return not one.stop and not one.bulleted and 1 <= len(one.words) <= 4 and not any(c.isdigit() for c in one.raw)
