"""A report's text cut into pieces: plain, furniture, and the words of claims."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, Protocol, TypeVar

from counterclaim.records.claim import Claim
from counterclaim.records.coded import Coded
from counterclaim.records.report import Furniture, Report
from counterclaim.records.span import Span, trimmed

CONTEXT_CHARS = 160


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text. ``claims`` are those whose words it is part of; ``opens`` those of them that begin here."""

    text: str
    furniture: str | None = None
    claims: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """A claim's words within their sentence."""

    before: str
    words: str
    after: str


def paragraphs(report: Report, claims: Iterable[Claim]) -> tuple[tuple[Piece, ...], ...]:
    """The text line by line, empty lines left out; every other character is in exactly one piece."""
    said, marked = _Passing(claims), _Passing(report.furniture)
    return tuple(tuple(_pieces(report, said.on(line), marked.on(line), line)) for line in _lines(report.text))


class _Spanned(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


_Marked = TypeVar("_Marked", bound=_Spanned)


class _Passing(Generic[_Marked]):
    """What stands on each line, for lines asked for from first to last: each thing is looked at once."""

    def __init__(self, things: Iterable[_Marked]) -> None:
        self._coming = sorted(things, key=lambda t: (t.start, t.end), reverse=True)
        self._here: list[_Marked] = []

    def on(self, line: Span) -> list[_Marked]:
        while self._coming and self._coming[-1].start < line.end:
            self._here.append(self._coming.pop())
        self._here = [t for t in self._here if t.end > line.start]
        return self._here


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for line in text.split("\n"):
        kept = trimmed(text, start, start + len(line))
        if len(kept):
            yield kept
        start += len(line) + 1


def _pieces(report: Report, inside: list[Claim], furniture: list[Furniture], line: Span) -> Iterator[Piece]:
    cuts = {line.start, line.end}
    for start, end in [(c.start, c.end) for c in inside] + [(f.start, f.end) for f in furniture]:
        cuts |= {max(line.start, start), min(line.end, end)}
    ordered = sorted(cuts)
    opened: set[str] = {c.id for c in inside if report.text[c.start : line.start].strip()}
    for start, end in pairwise(ordered):
        here = tuple(c.id for c in inside if c.start <= start and end <= c.end)
        kind = next((f.kind for f in furniture if f.start <= start and end <= f.end), None)
        yield Piece(report.text[start:end], kind, here, tuple(id for id in here if id not in opened))
        opened |= set(here)


def quote(claim: Claim, coded: Coded) -> Quote:
    """A claim in its sentences; where they are not known, with some words around it."""
    text = coded.report.text
    within = [s for s in coded.tagging.sentences if s.start < claim.end and claim.start < s.end]
    start = min((s.start for s in within), default=max(0, text.rfind("\n", 0, claim.start) + 1))
    end = max((s.end for s in within), default=_line_end(text, claim.end))
    start = max(min(start, claim.start), claim.start - CONTEXT_CHARS * 2)
    end = min(max(end, claim.end), claim.end + CONTEXT_CHARS * 2)
    return Quote(text[start : claim.start].lstrip(), text[claim.start : claim.end], text[claim.end : end].rstrip())


def _line_end(text: str, start: int) -> int:
    found = text.find("\n", start)
    return len(text) if found < 0 else found
