"""Cuts a report into sentences. A wrong cut costs little, a missing one glues two claims together.

Within a line the cuts are sentencex's (Wikimedia); here they are kept from crossing furniture, mended after
abbreviations that news is full of, and added inside long quotations, which sentencex leaves whole.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, pairwise

from counterclaim.records.report import Furniture, Report
from counterclaim.records.span import Span, trimmed
from counterclaim.records.tagging import Sentence
from counterclaim.words.toml_data import package_toml

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_LAST_WORD = re.compile(r"([^\s(«“„\"'’]+)\.\s*\Z")
_INITIAL = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]\Z")
_INSIDE = re.compile(r"(?<![.!?…])[.!?…]++\s+(?=[\"“«„]?[^\W\d_a-zа-яґєії])")
_NUMBERED = re.compile(r"(?<=[^\W\d_]{4})[.!?…]++\s+(?=\d)")
# "auf X. Wer …": the platform, no initial.
_PLATFORM = re.compile(
    r"(?:\b(?:on|sur|auf|bei|in|в|у|via|plattform|platform|plateforme|netzwerk|network|réseau|dienst))\s+[XХ]\.\s*\Z",
    re.I,
)
# "am 22. April"
_MONTH = re.compile(r"\s*(?:Jan|Feb|März|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)")
_MAX_LINE = 5_000
# After a number these may well end the sentence ("у 2023 р. Вони …").
_UNITS = frozenset(["р", "г", "рр", "гг", "тис", "тыс", "млн", "млрд", "руб", "долл", "mio", "mrd"])


@cache
def _abbreviations(language: str) -> frozenset[str]:
    data = package_toml("counterclaim.language", "rules", "abbreviations.toml")
    return frozenset(data["all"]) | frozenset(data.get(language, []))


def split(report: Report) -> tuple[Sentence, ...]:
    """The sentences of ``report.text`` in order. Each line of text is a paragraph; a sentence never crosses a
    furniture boundary and has ``furniture`` set if at least half of it lies in furniture.
    """
    language = report.language or "en"
    marks = sorted(report.furniture, key=lambda f: f.start)
    edges = sorted({e for f in marks for e in (f.start, f.end)})
    out: list[Sentence] = []
    at = 0
    for paragraph, line in enumerate(m.span() for m in _LINE.finditer(report.text) if m.group().strip()):
        while at < len(marks) and marks[at].end <= line[0]:
            at += 1
        for piece in _pieces(Span(*line), edges):
            for found in _cut(report.text, piece, language):
                out.append(Sentence(found.start, found.end, paragraph, _is_furniture(found, marks, at)))
    return tuple(out)


def _pieces(line: Span, edges: Sequence[int]) -> Iterator[Span]:
    """``line`` cut at every furniture edge inside it."""
    inside = edges[bisect_right(edges, line.start) : bisect_left(edges, line.end)]
    bounds = [line.start, *inside, line.end]
    yield from (Span(a, b) for a, b in pairwise(bounds))


def _is_furniture(span: Span, marks: Sequence[Furniture], first: int) -> bool:
    covered = 0
    for mark in islice(marks, first, None):
        if mark.start >= span.end:
            break
        covered += span.overlap(Span(mark.start, mark.end))
    return bool(covered) and 2 * covered >= len(span)


def _cut(text: str, piece: Span, language: str) -> Iterator[Span]:
    start = piece.start
    for end in _ends(text, piece, language):
        if end < piece.end and end - start < _MAX_LINE and _glued(text, start, end, piece.end, language):
            continue
        found = trimmed(text, start, end)
        if len(found):
            yield found
        start = end


def _ends(text: str, piece: Span, language: str) -> list[int]:
    """Where sentences may end, by sentencex and, inside what it leaves whole, after each full stop."""
    from sentencex import get_sentence_boundaries

    ends, at = {piece.end}, piece.start
    while at < piece.end:
        stop = min(at + _MAX_LINE, piece.end)
        found = [at + b["end_index"] for b in get_sentence_boundaries(language, text[at:stop])]
        if stop < piece.end:  # the last one is cut off: begin with it again
            found = found[:-1] or [text.rfind(" ", at + 1, stop) + 1 or stop]
        ends.update(found)
        at = found[-1] if found and stop < piece.end else stop
    for inside in (_INSIDE, _NUMBERED):
        ends.update(m.end() for m in inside.finditer(text, piece.start, piece.end))
    return sorted(ends)


def _glued(text: str, start: int, end: int, stop: int, language: str) -> bool:
    """Whether the cut at ``end`` is none: after an abbreviation or initial, or before what goes on in lower case."""
    rest = text[end : min(end + 3, stop)].lstrip("—–- ")
    if rest[:1].islower():
        return True
    if found := _LAST_WORD.search(text, max(start, end - 40), end):
        word = found.group(1)
        if text[max(start, found.start() - 3) : found.start()].rstrip()[-1:].isdigit() and word.casefold() in _UNITS:
            return False
        if _PLATFORM.search(text, max(start, end - 40), end):
            return False
        if language == "de" and word.isdigit() and _MONTH.match(text, end, min(end + 12, stop)):
            return True
        return word.casefold() in _abbreviations(language) or bool(_INITIAL.match(word))
    return False
