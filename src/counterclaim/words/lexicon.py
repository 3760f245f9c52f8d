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
_HEAD = 3  # characters of a stem by which it is first looked for


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


@dataclass(frozen=True, slots=True)
class _Phrase(Generic[K]):
    """The words of a phrase behind its first one, which the index knows; ``gapped`` where one of them is a gap."""

    rest: tuple[_Word, ...]
    key: K
    gapped: bool


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
        self._exact: dict[str, list[_Phrase[K]]] = {}
        self._stems: dict[str, list[_Phrase[K]]] = {}
        for text, key in entries:
            words = tuple(_word(w) for w in text.split())
            if not words or words[0].anything:
                raise ValueError(f"a phrase must begin with a word: {text!r}")
            phrase = _Phrase(words[1:], key, any(w.gap for w in words))
            for low in words[0].exact:
                self._exact.setdefault(low, []).append(phrase)
            for stem in words[0].stems:
                self._stems.setdefault(stem, []).append(phrase)
        # The lengths of the stems that begin with the same few characters: most words begin no stem, and are told by
        # one look-up.
        lengths = {len(stem) for stem in self._stems}
        self._head = min((_HEAD, *lengths))
        self._heads: dict[str, tuple[int, ...]] = {
            head: tuple(length for length in lengths if length in found)
            for head, found in _by_head(self._stems, self._head).items()
        }

    def _candidates(self, low: str) -> Sequence[_Phrase[K]]:
        """The phrases whose first word ``low`` is."""
        exact = self._exact.get(low, ())
        lengths = self._heads.get(low[: self._head])
        if lengths is None:
            return exact
        out = list(exact)
        for length in lengths:
            if length <= len(low):
                out += self._stems.get(low[:length], ())
        return out

    def _hits(self, found: Sequence[_Phrase[K]], stream: Sequence[Token], first: int) -> list[Hit[K]]:
        """Those of the candidates ``found`` that go on to match, longest first."""
        hits = [
            Hit(first, last, phrase.key)
            for phrase in found
            if (last := _match(phrase, stream, first + 1, self._stops)) is not None
        ]
        if len(hits) > 1:
            hits.sort(key=lambda h: -h.last)
        return hits

    def at(self, stream: Sequence[Token], first: int) -> list[Hit[K]]:
        """Every match that begins at token ``first``, longest first."""
        low = stream[first].low
        if low not in self._exact and low[: self._head] not in self._heads:  # as at most words
            return []
        return self._hits(self._candidates(low), stream, first)

    def all(self, stream: Sequence[Token]) -> list[Hit[K]]:
        """Every match at every token, overlapping ones too, in order of the text."""
        out: list[Hit[K]] = []
        for first, token in enumerate(stream):
            found = self._candidates(token.low)
            if found:
                out += self._hits(found, stream, first)
        return out

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


def _by_head(stems: Iterable[str], size: int) -> dict[str, set[int]]:
    out: dict[str, set[int]] = {}
    for stem in stems:
        out.setdefault(stem[:size], set()).add(len(stem))
    return out


def _match(phrase: _Phrase[K], stream: Sequence[Token], at: int, stops: frozenset[str]) -> int | None:
    """The token after the shortest match of the rest of ``phrase`` at ``at``, or None."""
    if phrase.gapped:
        return _match_gapped(phrase.rest, stream, at, stops)
    if at + len(phrase.rest) > len(stream):
        return None
    for word in phrase.rest:
        if not word.fits(stream[at].low):
            return None
        at += 1
    return at


def _match_gapped(words: Sequence[_Word], stream: Sequence[Token], at: int, stops: frozenset[str]) -> int | None:
    """All ways of filling the gaps are followed at once, so that a phrase costs its length at each token, not a power
    of it.
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
