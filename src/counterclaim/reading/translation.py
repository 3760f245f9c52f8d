"""Translation: the language a report was translated from, where traces show it.

A statement on the page settles it. Otherwise at least two independent kinds of evidence have to agree: the spelling
of foreign names, words left over, typography, casing, calques. One kind alone may be an author's habit.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from counterclaim.reading.furniture import rules
from counterclaim.words.lexicon import Lexicon
from counterclaim.words.tokens import tokens
from counterclaim.words.toml_data import package_toml

_READ = 30_000
_ENOUGH = 2.0
_AGENCY = 0.5
_EDGE = 600


@dataclass(frozen=True, slots=True)
class Trace:
    """One kind of evidence for ``language``; ``finds`` are the words that show it, ``weight`` what it counts for."""

    language: str
    kind: str
    finds: tuple[str, ...]
    weight: float = 1.0

    @property
    def reason(self) -> str:
        """The trace as a phrase for people."""
        return f"{self.kind} of {self.language}: {', '.join(self.finds[:4])}"


def find(text: str, language: str | None, agency: str | None = None) -> str | None:
    """The ISO 639-1 code of the language that ``text`` was translated from, None where traces do not agree.

    ``language`` is the text's own language (without it nothing can be told), ``agency`` whose copy it is.
    """
    found = evidence(text, language, agency)
    said = [t.language for t in found if t.kind == "statement"]
    if said:
        return said[0]
    scores = {t.language: 0.0 for t in found}
    for trace in found:
        scores[trace.language] += trace.weight
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    if not ranked or ranked[0][1] < _ENOUGH or (len(ranked) > 1 and ranked[1][1] == ranked[0][1]):
        return None
    return ranked[0][0]


def evidence(text: str, language: str | None, agency: str | None = None) -> tuple[Trace, ...]:
    """All traces of other languages in ``text``, statements first."""
    if language is None:
        return ()
    read = text[:_READ]
    found = [*_statements(read, language), *_patterns(read, language), *_calques(read, language)]
    home = rules.names().languages.get(agency) if agency else None
    if home is not None and home != language and any(t.language == home for t in found):
        found.append(Trace(home, "agency", (agency or "",), _AGENCY))
    return tuple(found)


@cache
def _table() -> dict[str, Any]:
    return package_toml("counterclaim.reading", "rules", "translation.toml")


@cache
def _stated() -> Lexicon[str]:
    frames, named = _table()["frames"], _table()["names"]
    return Lexicon(
        (frame.replace("{}", words), code)
        for page, some in frames.items()
        for frame in some
        for code, words in named[page].items()
    )


def _statements(text: str, language: str) -> Iterator[Trace]:
    """ "Translated from the French", "Traduit de l'anglais": at the page's edges, where such notes stand."""
    edges = {(0, min(len(text), _EDGE)), (max(0, len(text) - _EDGE), len(text))}
    for start, end in sorted(edges):
        stream = tokens(text, start, end)
        for hit in _stated().longest(stream):
            said = text[stream[hit.first].start : stream[hit.last - 1].end]
            if hit.key != language and _is_note(text, stream[hit.first].start, stream[hit.last - 1].end):
                yield Trace(hit.key, "statement", (said,))


def _is_note(text: str, start: int, end: int) -> bool:
    """Whether the words stand in a short line or in brackets of their own, and not in a sentence of the report."""
    line_start, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    around = text[line_start : line_end if line_end >= 0 else len(text)]
    return len(around.split()) <= 20 or text[max(0, start - 1)] in "(["


@cache
def _compiled() -> tuple[tuple[str, str, re.Pattern[str], int, tuple[str, ...]], ...]:
    return tuple(
        (source, kind, re.compile(entry["pattern"]), entry.get("least", 1), tuple(entry.get("languages", ())))
        for source, kinds in _table()["trace"].items()
        for kind, entry in kinds.items()
        if kind != "calques"
    )


def _patterns(text: str, language: str) -> Iterator[Trace]:
    for source, kind, pattern, least, languages in _compiled():
        if source == language or (languages and language not in languages):
            continue
        finds = tuple(dict.fromkeys(m.group() for m in pattern.finditer(text)))
        if len(finds) >= least:
            yield Trace(source, kind, finds)


@cache
def _calque_lexicon(language: str) -> Lexicon[tuple[str, str]]:
    """Phrases of ``language`` that calque another language's, with that language as the first half of the key."""
    return Lexicon(
        (phrase, (source, phrase))
        for source, kinds in _table()["trace"].items()
        if source != language
        for phrase in kinds.get("calques", {}).get(language, [])
    )


def _calques(text: str, language: str) -> Iterator[Trace]:
    finds: dict[str, dict[str, None]] = {}
    for hit in _calque_lexicon(language).all(tokens(text)):
        source, phrase = hit.key
        finds.setdefault(source, {})[phrase] = None
    for source, phrases in finds.items():
        if len(phrases) >= _table()["trace"][source]["calques"]["least"]:
            yield Trace(source, "calques", tuple(phrases))
