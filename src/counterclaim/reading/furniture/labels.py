"""Furniture told by its words: share prompts, boxes, links, rights lines and the like."""

import re
from collections.abc import Mapping
from functools import cache

from counterclaim.reading.furniture import credits, rules
from counterclaim.reading.furniture.lines import Line
from counterclaim.words.lexicon import Lexicon

_MOST_WORDS = 60
_MOST_OF_PHRASED = 30
_COOKIE = re.compile(r"(?i)\b(?:cookies?|куки|кукі|файли cookie|файлы cookie)\b")
_RIGHTS = re.compile(
    r"(?i)(?:©|\(c\)|copyright)\s?(?:\(?(?:19|20)\d\d\b|[^©\n]{0,60}\b(?:19|20)\d\d\b)"
    r"|all rights (?:of [^.]{0,60})?reserved|tous droits (?:de [^.]{0,60})?réservés|alle rechte vorbehalten"
    r"|все права защищены|(?:усі|всі) права захищен[оі]"
)
_RIGHTS_HINTS = ("©", "(c)", "copyright", "reserved", "réservés", "vorbehalten", "защищен", "захищен")
_PICTURE = re.compile(r"(?i)photo|foto|bild|image|фото")
_ADDRESS = re.compile(r"[\w.+\-]{1,64}@[\w\-]{1,64}(?:\.[\w\-]{1,24}){1,3}")
_TAG = re.compile(r"#\w+")
_BREADCRUMB = re.compile(r"\s[|›>»•·→/]\s|\s?[|›]\s?")
_INLINE_LINK = re.compile(r"(?<=[.!?…”»\"])\s+(?=[^\W\d_])")


@cache
def _starts() -> Lexicon[str]:
    return rules.by_kind("starts")


@cache
def _open_starts() -> Lexicon[str]:
    return rules.by_kind("starts_open")


@cache
def _anywhere() -> Lexicon[str]:
    return rules.by_kind("anywhere")


@cache
def _open_anywhere() -> Lexicon[str]:
    return rules.by_kind("anywhere_open")


@cache
def _whole() -> Mapping[str, frozenset[str]]:
    kinds = ("share prompt", "comments", "advertisement", "menu")
    return {kind: rules.words("whole", kind) for kind in kinds}


def kind_of(line: Line, language: str | None) -> str | None:
    """The kind of furniture that the words of ``line`` tell it to be, None where they tell nothing."""
    if not line.short or not line.words or len(line.words) > _MOST_WORDS:
        return "copyright" if _is_rights(line) else None
    return (
        _by_words_alone(line)
        or _by_marks(line)
        or (None if line.quoted else _by_beginning(line))
        or ("byline" if is_byline(line, language) else None)
    )


def _is_rights(line: Line) -> bool:
    if len(line.raw) > 900 or not any(hint in line.raw.casefold() for hint in _RIGHTS_HINTS):
        return False
    return _RIGHTS.search(line.raw) is not None and not _PICTURE.search(line.raw[:60])


def _by_words_alone(line: Line) -> str | None:
    """A line of at most 14 words that are all share buttons, menu items, counters …"""
    if len(line.words) > 14 or line.stop in (".", "?", "…"):
        return None
    plain = {w for w in line.words if not w[0].isdigit()}
    counted = len(plain) < len(set(line.words))
    for kind, known in _whole().items():
        if plain and plain <= known and (not counted or kind in ("comments", "share prompt")):
            return kind
    return None


def _by_marks(line: Line) -> str | None:
    """Rights signs, cookie words, e-mail addresses, hashtags, breadcrumbs."""
    if _is_rights(line):
        return "copyright"
    if _COOKIE.search(line.raw):
        return "cookie notice"
    if "@" in line.raw and _ADDRESS.search(line.raw) and len(line.words) <= 25 and not line.sentence:
        return "contact"
    if len(_TAG.findall(line.raw)) >= max(1, len(line.words) - 1) and line.raw[0] == "#":
        return "tags"
    return "menu" if _is_breadcrumb(line) else None


def _is_breadcrumb(line: Line) -> bool:
    parts = _BREADCRUMB.split(line.raw)
    return len(parts) >= 3 and not line.stop and all(0 < len(p.split()) <= 4 for p in parts)


def _by_beginning(line: Line) -> str | None:
    first = next((i for i, t in enumerate(line.tokens) if t.is_word), 0)
    for at in {0, first}:
        hits = _starts().at(line.tokens, at)
        if not hits and line.stop != ".":
            hits = _open_starts().at(line.tokens, at)
        if hits:
            return hits[0].key
    return _by_phrase(line)


@cache
def _first_words() -> re.Pattern[str]:
    """The words that a phrase may begin with; most lines of reporting have none of them."""
    tables = (table.get(name, {}) for table in rules.tables().values() for name in ("anywhere", "anywhere_open"))
    phrases = (phrase for table in tables for some in table.values() for phrase in some)
    return rules.pattern(word for phrase in phrases for word in phrase.split()[0].split("|"))


def _by_phrase(line: Line) -> str | None:
    if len(line.words) > _MOST_OF_PHRASED or not _first_words().search(line.raw):
        return None
    hits = _anywhere().longest(line.tokens) or (line.stop != "." and _open_anywhere().longest(line.tokens))
    return hits[0].key if hits else None


@cache
def _byline_words() -> tuple[frozenset[str], frozenset[str]]:
    dates = rules.words("stamp", "months") | rules.words("stamp", "words")
    small = frozenset(
        {
            "and",
            "et",
            "und",
            "in",
            "à",
            "de",
            "von",
            "for",
            "the",
            "of",
            "van",
            "al",
            "en",
            "aus",
            "bin",
            "avec",
            "with",
            "mit",
            "bei",
            "für",
        }
    )
    return dates, small


def is_byline(line: Line, language: str | None) -> bool:
    """Whether ``line`` is "By NAME": a preposition of the page's language, then names alone, and no stop."""
    if line.stop or not 2 <= len(line.words) <= 14:
        return False
    markers = {
        m for code, table in rules.tables().items() for m in table["byline"]["markers"] if language in (None, code)
    }
    if line.words[0] not in markers:
        return False
    dates, small = _byline_words()
    if line.words[1] in dates or not line.raw[line.tokens[1].start].isupper():
        return bool(credits.bare_agency().match(line.raw))
    shown = (t for t in line.tokens[1:] if t.is_word)
    return all(not line.raw[t.start].islower() or t.low in dates | small for t in shown)


def inline_link(line: Line) -> int | None:
    """Where, in a paragraph, a trailing "Read also: …" begins (in ``raw``), None where there is none."""
    tail = max(0, len(line.raw) - 260)
    for gap in _INLINE_LINK.finditer(line.raw, tail):
        rest = Line(0, 0, line.raw[gap.end() :], "")
        hits = _starts().at(rest.tokens, 0)
        if hits and hits[0].key == "related link" and ":" in rest.raw[:40]:
            return gap.end()
    return None
