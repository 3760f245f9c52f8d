"""Phrases looked up in token streams: the one way in which every room's word lists are matched.

A phrase is words with spaces between them. A word may be

- ``word``: that word, in any case;
- ``stem*``: any word that begins so ("обстріл*");
- ``a|b*|c``: any of these;
- ``_``: one token, whatever it is;
- ``~``: up to three word tokens, whatever they are (no punctuation).
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from counterclaim.words.tokens import Token

K = TypeVar("K", bound=Hashable)

_GAP = 3


@dataclass(frozen=True, slots=True)
class _Word:
    exact: frozenset[str]
    stems: tuple[str, ...]
    anything: bool = False
    gap: bool = False

    def fits(self, low: str) -> bool:
        return self.anything or low in self.exact or (bool(self.stems) and low.startswith(self.stems))


@dataclass(frozen=True, slots=True)
class Hit(Generic[K]):
    """Tokens ``first`` to ``last`` (exclusive) match the phrase of entry ``key``."""

    first: int
    last: int
    key: K


def _word(pattern: str) -> _Word:
    if pattern in ("_", "~"):
        return _Word(frozenset(), (), anything=True, gap=pattern == "~")
    options = [p.casefold() for p in pattern.split("|") if p]
    if not options or "*" in options:
        raise ValueError(f"no word pattern: {pattern!r}")
    return _Word(
        frozenset(p for p in options if not p.endswith("*")),
        tuple(p[:-1] for p in options if p.endswith("*")),
    )


class Lexicon(Generic[K]):
    """Phrases with their keys, indexed by first word. ``ValueError`` for a phrase that begins with a wildcard. Words in
    ``stops`` fill no gap (``~``).
    """

    def __init__(self, entries: Iterable[tuple[str, K]], stops: Iterable[str] = ()) -> None:
        self._stops = frozenset(stops)
        self._exact: dict[str, list[tuple[tuple[_Word, ...], K]]] = {}
        self._stems: dict[str, list[tuple[tuple[_Word, ...], K]]] = {}
        self._lengths: set[int] = set()
        for phrase, key in entries:
            words = tuple(_word(w) for w in phrase.split())
            if not words or words[0].anything:
                raise ValueError(f"a phrase must begin with a word: {phrase!r}")
            for low in words[0].exact:
                self._exact.setdefault(low, []).append((words, key))
            for stem in words[0].stems:
                self._stems.setdefault(stem, []).append((words, key))
                self._lengths.add(len(stem))

    def _candidates(self, low: str) -> Iterator[tuple[tuple[_Word, ...], K]]:
        yield from self._exact.get(low, ())
        for length in self._lengths:
            if length <= len(low):
                yield from self._stems.get(low[:length], ())

    def at(self, stream: Sequence[Token], first: int) -> list[Hit[K]]:
        """Every match that begins at token ``first``, longest first."""
        found = [
            Hit(first, last, key)
            for words, key in self._candidates(stream[first].low)
            if (last := _match(words, stream, first, self._stops)) is not None
        ]
        return sorted(found, key=lambda h: -h.last)

    def all(self, stream: Sequence[Token]) -> list[Hit[K]]:
        """Every match at every token, overlapping ones too, in order of the text."""
        return [hit for first in range(len(stream)) for hit in self.at(stream, first)]

    def longest(self, stream: Sequence[Token]) -> list[Hit[K]]:
        """Matches from left to right, the longest at each place, none overlapping another."""
        out: list[Hit[K]] = []
        first = 0
        while first < len(stream):
            hits = self.at(stream, first)
            if hits:
                out.append(hits[0])
            first = hits[0].last if hits else first + 1
        return out


def _match(words: Sequence[_Word], stream: Sequence[Token], at: int, stops: frozenset[str]) -> int | None:
    """The token after the shortest match of ``words`` at ``at``, or None. All ways of filling the gaps are followed
    at once, so that a phrase costs its length at each token, not a power of it.
    """
    reached = {at}
    for word in words:
        if word.gap:
            reached = {at for start in reached for at in _over_gap(stream, start, stops)}
        else:
            reached = {at + 1 for at in reached if at < len(stream) and word.fits(stream[at].low)}
        if not reached:
            return None
    return min(reached)


def _over_gap(stream: Sequence[Token], start: int, stops: frozenset[str]) -> Iterator[int]:
    """Where a gap that begins at ``start`` may end: there, and behind each of up to three words, none in ``stops``."""
    yield start
    for at in range(start, min(start + _GAP, len(stream))):
        if not stream[at].is_word or stream[at].low in stops:
            return
        yield at + 1
