"""Captions: pictures' texts and credits."""

import re
from functools import cache

from counterclaim.reading.furniture import credits, rules
from counterclaim.reading.furniture.lines import Line
from counterclaim.words.lexicon import Lexicon

_SIGN = re.compile(r"©[^©\n]{0,100}$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LAST_STOP = re.compile(r"(?<=[^\W\d_]{3})[.!?][”\"»]?\s+(?=\S)")
_REACH = 140
_HINT = re.compile(r"[/|:©–—]|\s(?:-|by|courtesy|from|via|von|de|par|з|із|від|из|с|от)\s")
_MOST_WORDS_OF_CREDIT = 6
_SMALL = frozenset(
    {
        "of",
        "the",
        "and",
        "for",
        "de",
        "des",
        "du",
        "la",
        "le",
        "der",
        "die",
        "von",
        "і",
        "та",
        "и",
        "в",
        "у",
        "/",
        "on",
        "via",
    }
)


@cache
def _archive() -> Lexicon[str]:
    return rules.phrases("caption", "archive")


@cache
def _bodies() -> Lexicon[str]:
    return rules.phrases("caption", "bodies")


def is_caption(line: Line) -> bool:
    """Whether ``line`` is a picture's text with its credit, or a credit alone."""
    return line.short and (
        is_credit(line)
        or _signed(line)
        or _credited(line)
        or (not line.sentence and len(line.words) <= 45 and bool(_archive().all(line.tokens)))
        or ends_in_body(line)
    )


def is_credit(line: Line) -> bool:
    """Whether ``line`` is a credit alone: "Name / Reuters", "© AFP"."""
    return len(line.words) <= 10 and credits.bare_credit().match(line.raw) is not None


def _credited(line: Line) -> bool:
    tail = max(0, len(line.raw) - _REACH)
    hinted = _HINT.search(line.raw, tail) is not None
    return hinted and credits.credit_at_end().search(line.raw, tail) is not None


def _signed(line: Line) -> bool:
    found = _SIGN.search(line.raw)
    return found is not None and not _YEAR.search(found.group())


def ends_in_body(line: Line) -> bool:
    """Whether a sentence is followed by a credit without a stop: "A village near the border. Defence Ministry"."""
    if line.stop or len(line.words) > 60:
        return False
    cut = max(_LAST_STOP.finditer(line.raw), key=re.Match.start, default=None)
    if cut is None or len(line.raw[: cut.start()].split()) < 3:
        return False
    rest = Line(0, 0, line.raw[cut.end() :], "")
    if not 1 <= len(rest.words) <= _MOST_WORDS_OF_CREDIT or rest.quoted or credits.sign_off().match(rest.raw):
        return False
    return bool(_bodies().all(rest.tokens)) or _is_house(rest)


def _is_house(rest: Line) -> bool:
    return re.search(credits.houses(), rest.raw) is not None and all(
        not w[0].islower() or w.casefold() in _SMALL for w in rest.raw.split()
    )


def trailing_credit(line: Line) -> int | None:
    """Where a picture's credit at the end of a long paragraph begins (in ``raw``)."""
    if line.short:
        return None
    tail = len(line.raw) - _REACH
    found = credits.credit_at_end().search(line.raw, tail) or _SIGN.search(line.raw, tail)
    return found.start() if found else None
