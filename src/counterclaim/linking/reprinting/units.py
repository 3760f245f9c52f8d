"""A report as what is compared of it: its sentences as bags of word stems, with their numbers, names and quotations.

Stems are the first letters of words, so that inflected forms and late misprints meet; short words weigh little, since
in all five languages they are mostly grammar. No list of a language's words is needed.
"""

import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from counterclaim.linking.reprinting.credits import Credit, Name, credits, key
from counterclaim.linking.reprinting.names import skeleton
from counterclaim.linking.reprinting.quotations import quotations
from counterclaim.records.report import Report
from counterclaim.words.tokens import Token, tokens

Span = tuple[int, int]
STEM = 6
RUN = 3
# By the number of letters; longer words weigh 1.
_WEIGHTS = {1: 0.05, 2: 0.1, 3: 0.25, 4: 0.6}
_NUMBER = 1.5
# Two papers that print one speech don't repeat each other: what is quoted counts this much.
_QUOTED = 0.25
_END = re.compile(r"(?<=[.!?…])[\"”»’)\]]*\s+|\s*\n+\s*")
# Thousands are parted by a space, a point or a comma; a decimal's two halves are two numbers, as those of a time are.
_DIGITS = re.compile(r"\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+(?!\d)|\d+")
# A sentence of fewer words goes with the next one: alone it would be found anywhere.
_FEWEST = 4
# A paper's name, labels and a headline: at most so many lines before a text, each of at most so many words.
_LINE = re.compile(r"[^\n]*\S[^\n]*(?:\n|$)")
_STOPS = frozenset('.!?…:;,"”»’)')
_HEADING_LINES, _HEADING = 4, 14
# Longer ones go to pieces of about so many words.
_LONGEST, _PIECE = 60, 16


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence ``text[start:end]``: its stems with their weights, and the sum of these (``mass``). ``weight`` is what
    the sentence counts in its text. ``numbers`` are digits without signs, alike in all languages, in order; ``names``
    are the words with a capital that the sentence does not begin with, as written; ``runs`` are every three stems in a
    row.
    """

    start: int
    end: int
    stems: Mapping[str, float]
    mass: float
    weight: float
    numbers: tuple[str, ...]
    names: frozenset[str]
    runs: frozenset[str]

    @property
    def facts(self) -> frozenset[str]:
        """The stems of numbers and names."""
        return frozenset(self.numbers) | {stem(name.casefold()) for name in self.names}


@dataclass(frozen=True, slots=True)
class Body:
    """The sentences of a report's own text, each counted once however often it is printed, and the sum of their
    weights. ``bearers`` are the sentences by stem, ``runs`` and ``facts`` those of all; ``quotations`` is how many
    there are. ``carried`` are the names of those whose copy the report carries, ``topics``
    the sounds of names in the headline that stand in the text, too.
    """

    report: Report = field(repr=False)
    units: tuple[Unit, ...]
    weight: float
    bearers: Mapping[str, tuple[int, ...]] = field(repr=False)
    quotations: int
    runs: frozenset[str] = field(repr=False)
    facts: frozenset[str] = field(repr=False)
    carried: frozenset[Name]
    topics: frozenset[str]

    @property
    def publisher(self) -> Name | None:
        """The publisher's name by its sounds."""
        return key(self.report.publisher) if self.report.publisher else None

    @property
    def agencys_own(self) -> bool:
        """Whether the publisher is the agency whose copy it is."""
        return self.publisher in self.carried


def body(report: Report) -> Body:
    """What is compared of ``report``: furniture, credits and the headline left out, unless there is nothing else."""
    quoted = quotations(report.text)
    credited = credits(report)
    reporting = tuple(_reporting(report, _headline(report), credited))
    units = tuple(_distinct(_units(report.text, reporting, quoted)))
    if not units:
        units = tuple(_distinct(_units(report.text, ((0, len(report.text)),), quoted)))
    bearers: dict[str, list[int]] = {}
    for number, unit in enumerate(units):
        for each in unit.stems:
            bearers.setdefault(each, []).append(number)
    kept = {each: tuple(numbers) for each, numbers in bearers.items()}
    runs = frozenset[str]().union(*(unit.runs for unit in units))
    facts = frozenset[str]().union(*(unit.facts for unit in units))
    return Body(
        report,
        units,
        sum(unit.weight for unit in units),
        kept,
        len(quoted),
        runs,
        facts,
        _carried(report, credited),
        _topics(report, units),
    )


def _carried(report: Report, credited: Sequence[Credit]) -> frozenset[Name]:
    names = {credit.name for credit in credited}
    return frozenset(names | {key(report.agency)} if report.agency else names)


def _topics(report: Report, units: Sequence[Unit]) -> frozenset[str]:
    named = {found for unit in units for name in unit.names if (found := skeleton(name)) is not None}
    title = report.title or ""
    words = (title[t.start : t.end] for t in tokens(title) if title[t.start].isupper() and len(t.low) > 2)
    return frozenset(found for word in words if (found := skeleton(word)) in named and found is not None)


def one_publisher(a: Body, b: Body) -> bool:
    """Whether both reports are of one publisher, as far as is known."""
    mine, other = a.report.publisher, b.report.publisher
    return mine is not None and other is not None and mine.casefold() == other.casefold()


def stem(low: str) -> str:
    """The beginning that stands for a word; a number stands for itself."""
    return _plain_number(low) if low[0].isdigit() else low[:STEM]


def _headline(report: Report) -> int:
    """Where the text goes on after the headline and other short lines without a stop that stand before it: the paper's
    name, a label.
    """
    at = 0
    for line in islice(_LINE.finditer(report.text), _HEADING_LINES):
        is_title = line.group().strip() == (report.title or "").strip()
        if not is_title and (line.group().rstrip()[-1] in _STOPS or len(line.group().split()) > _HEADING):
            return at
        at = line.end()
    return at


def _units(text: str, reporting: tuple[Span, ...], quoted: Sequence[Span]) -> Iterator[Unit]:
    for start, end in reporting:
        held: list[Token] = []
        for first, last in _sentences(text, start, end):
            held += (t for t in tokens(text, first, last) if t.low[0].isalnum())
            if len(held) >= _FEWEST:
                yield from (_unit(text, piece, quoted) for piece in _pieces(held))
                held = []
        if held:
            yield _unit(text, held, quoted)


def _reporting(report: Report, skip: int, credited: Sequence[Credit]) -> Iterator[Span]:
    at = skip
    others = [(f.start, f.end) for f in report.furniture] + [(c.start, c.end) for c in credited]
    for start, end in sorted(others):
        if start > at:
            yield at, start
        at = max(at, end)
    if at < len(report.text):
        yield at, len(report.text)


def _sentences(text: str, start: int, end: int) -> Iterator[Span]:
    at = start
    for found in _END.finditer(text, start, end):
        yield at, found.start()
        at = found.end()
    yield at, end


def _pieces(words: list[Token]) -> Iterator[list[Token]]:
    """A text without stops in pieces: parted between two words by these words alone, so that copies part alike."""
    if len(words) <= _LONGEST:
        yield words
        return
    start = 0
    for at in range(1, len(words)):
        parts = zlib.crc32(f"{words[at - 1].low} {words[at].low}".encode()) % _PIECE == 0
        if at - start >= _LONGEST or (parts and at - start >= _FEWEST and len(words) - at >= _FEWEST):
            yield words[start:at]
            start = at
    yield words[start:]


def _unit(text: str, words: list[Token], quoted: Sequence[Span]) -> Unit:
    stems: dict[str, float] = {}
    names = set[str]()
    row = [stem(word.low) for word in words]
    for place, (word, short) in enumerate(zip(words, row, strict=True)):
        stems[short] = max(_weight(word.low), stems.get(short, 0.0))
        if place and text[word.start].isupper() and len(word.low) > 2:
            names.add(text[word.start : word.end])
    mass = sum(stems.values())
    inside = sum(_inside(word, quoted) for word in words) / len(words)
    weight = mass * (1 - (1 - _QUOTED) * inside)
    runs = frozenset(" ".join(row[at : at + RUN]) for at in range(len(row) - RUN + 1))
    start, end = words[0].start, words[-1].end
    numbers = tuple(re.sub(r"\D", "", m.group()) for m in _DIGITS.finditer(text, start, end))
    return Unit(start, end, stems, mass, weight, numbers, frozenset(names), runs)


def _weight(low: str) -> float:
    return _NUMBER if low[0].isdigit() else _WEIGHTS.get(len(low), 1.0)


def _plain_number(low: str) -> str:
    """2,500 and 2 500 are one number; 2.5 is another one than 25."""
    whole = re.sub(r"[.,\s](?=\d{3}(?:\D|$))", "", low)
    return whole.replace(",", ".")


def _inside(word: Token, quoted: Sequence[Span]) -> bool:
    return any(start <= word.start and word.end <= end for start, end in quoted)


def _distinct(units: Iterator[Unit]) -> Iterator[Unit]:
    seen = set[frozenset[str]]()
    for unit in units:
        key = frozenset(unit.stems)
        if key not in seen:
            seen.add(key)
            yield unit
