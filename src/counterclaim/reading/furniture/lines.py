"""The lines of a page: what furniture is told apart by."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from counterclaim.records.span import trimmed
from counterclaim.words.tokens import Token, tokens

QUOTES = "\"'“”„«»‘’‚‹›"
BULLETS = "-–—•·*●▪■◆►▶→✔✅"
LONGEST = 450
"""Furniture longer than this many characters is rare enough to look at its edges only."""

_LINE = re.compile(r"[^\n\r\v\f\u2028\u2029]+")
_STOPS = ".!?…:;,"
_WRAP_SHARE = 0.4
_WRAP_WIDTH = 130


@dataclass(frozen=True)
class Line:
    """One line of a page without white space at its ends (or a whole paragraph where the text is hard-wrapped).
    ``stop`` is the mark that closes it ("" where none does, quotes and brackets looked through).
    """

    start: int
    end: int
    raw: str
    stop: str

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Tokens of the line (of its beginning where it is long), in offsets of ``raw``."""
        return tokens(self.raw, 0, LONGEST)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words among the tokens, casefolded."""
        return tuple(t.low for t in self.tokens if t.is_word)

    @property
    def short(self) -> bool:
        """Whether the line is short enough to be furniture as a whole."""
        return len(self.raw) <= LONGEST

    @property
    def quoted(self) -> bool:
        """Whether the line begins with a quotation mark."""
        return self.raw[0] in QUOTES

    @property
    def bulleted(self) -> bool:
        """Whether the line is an item of a list."""
        return self.raw[0] in BULLETS

    @property
    def titled(self) -> bool:
        """Whether the line begins as a sentence or a title does: with a capital or a figure (marks looked over)."""
        first = next((c for c in self.raw if c.isalnum()), " ")
        return first.isupper() or first.isdigit()

    @property
    def sentence(self) -> bool:
        """Whether the line closes as a sentence does."""
        return self.stop in (".", "!", "?", "…")


def closing(raw: str) -> str:
    """The mark that closes ``raw``, quotes and brackets looked through; "" where none does."""
    last = raw.rstrip(QUOTES + ")]} \u00a0\u202f")[-1:]
    return last if last and last in _STOPS else ""


def line(text: str, start: int, end: int) -> Line | None:
    """``text[start:end]`` as a line, None where nothing but white space is there."""
    span = trimmed(text, start, end)
    raw = span.of(text)
    return Line(span.start, span.end, raw, closing(raw)) if raw else None


def from_offset(whole: Line, offset: int) -> Line | None:
    """What is left of ``whole`` from ``offset`` (counted in ``raw``) on."""
    rest = line(whole.raw, offset, len(whole.raw))
    return rest and replace(rest, start=whole.start + rest.start, end=whole.start + rest.end)


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of ``text`` in order; in a hard-wrapped text the lines of a paragraph are joined into one."""
    found = [one for m in _LINE.finditer(text) if (one := line(text, m.start(), m.end())) is not None]
    width = _wrap_width(text, found)
    return tuple(_joined(text, found, width)) if width else tuple(found)


def _adjacent(text: str, before: Line, after: Line) -> bool:
    gap = text[before.end : after.start]
    return gap.replace("\r\n", "\n").count("\n") == 1


def _runs_on(before: Line, after: Line) -> bool:
    return before.stop not in (".", "!", "?", "…") and after.raw[0].islower()


def _wrap_width(text: str, found: Sequence[Line]) -> int:
    """The column at which the text is wrapped, 0 where it is not: many lines must go on in small letters."""
    pairs = [(a, b) for a, b in pairwise(found) if _adjacent(text, a, b)]
    running = sum(_runs_on(a, b) for a, b in pairs)
    width = max((len(a.raw) for a, _ in pairs), default=0)
    return width if running >= 3 and running >= _WRAP_SHARE * len(pairs) and width <= _WRAP_WIDTH else 0


def _joined(text: str, found: Sequence[Line], width: int) -> list[Line]:
    groups: list[list[Line]] = []
    for one in found:
        last = groups[-1][-1] if groups else None
        if last is not None and _adjacent(text, last, one) and (_runs_on(last, one) or len(last.raw) > 0.7 * width):
            groups[-1].append(one)
        else:
            groups.append([one])
    whole = (line(text, group[0].start, group[-1].end) for group in groups)
    return [one for one in whole if one is not None]
