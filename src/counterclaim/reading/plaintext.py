"""A plain text as it came: only its title and day of publication are looked for; not a character is changed."""

import re

from counterclaim.reading import published
from counterclaim.reading.article import Article, Dated
from counterclaim.records.report import Furniture

_LONGEST_TITLE = 180
_SHORTEST_TITLE = 8
_LINES_LOOKED_AT = 12
_SHORTEST_PARAGRAPH = 40
_NEAR = 3
_SENTENCE_END = re.compile(r"[.…]['\"”’»)\]]*$")
_NO_TITLE_END = re.compile(r"[.!…:;,]['\"”’»)\]]*$")
_ADDRESS = re.compile(r"^(?:https?://|www\.)\S+$", re.IGNORECASE)


def article(text: str, address: str, language: str | None, furniture: tuple[Furniture, ...] = ()) -> Article:
    """The article of a plain text; ``furniture`` is that of its head, which no title stands in."""
    return Article(text=text, title=title(text, language, furniture), dated=dated(text, address, language))


def dated(text: str, address: str, language: str | None) -> Dated | None:
    """The day of publication that the text states, else the one in its address."""
    day = published.in_text(text, language)
    if day:
        return Dated(day, "text")
    day = published.in_address(address)
    return Dated(day, "address") if day else None


def title(text: str, language: str | None, furniture: tuple[Furniture, ...] = ()) -> str | None:
    """The last of the headlines above the text (a masthead or a kicker may stand over it); where none is marked, the
    first short line without a sentence's end that a paragraph follows, past share prompts and dates.
    """
    lines = [m for m in re.finditer(r"[^\r\n]+", text[:8000]) if m.group().strip()][:_LINES_LOOKED_AT]
    headline, open_line = None, None
    for at, line in enumerate(lines):
        if _lies_in(line, furniture):
            continue
        words = published.without_statements(line.group(), language).lstrip("#* ")
        if _is_paragraph(words):
            break
        if _reads_as_title(words):
            followed = any(_is_paragraph(m.group().strip()) for m in lines[at + 1 : at + 1 + _NEAR])
            headline = words if _is_headline(line, furniture) else headline
            open_line = open_line or (words if followed else None)
    return headline or open_line


def _is_headline(line: re.Match[str], furniture: tuple[Furniture, ...]) -> bool:
    return any(f.kind == "headline" and f.start < line.end() and line.start() < f.end for f in furniture)


def _is_paragraph(line: str) -> bool:
    return len(line) > _LONGEST_TITLE or bool(_SENTENCE_END.search(line) and len(line) > _SHORTEST_PARAGRAPH)


def _reads_as_title(words: str) -> bool:
    if not _SHORTEST_TITLE <= len(words) <= _LONGEST_TITLE or _ADDRESS.match(words):
        return False
    return any(c.isalpha() for c in words) and not _NO_TITLE_END.search(words)


def _lies_in(line: re.Match[str], furniture: tuple[Furniture, ...]) -> bool:
    """Whether most of the line is furniture other than a headline or the date beside it."""
    others = [f for f in furniture if f.kind not in ("headline", "dateline")]
    covered = sum(max(0, min(f.end, line.end()) - max(f.start, line.start())) for f in others)
    return covered * 2 > line.end() - line.start()
