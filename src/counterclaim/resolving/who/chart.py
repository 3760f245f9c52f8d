"""The report's words with what each phrase adds to the name of a speaker: parties, nations, regions, offices, names."""

import functools
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.resolving.who.compounds import glued, may_be_glued
from counterclaim.resolving.who.directory import Directory
from counterclaim.resolving.who.place_names import common_noun
from counterclaim.resolving.who.spelling import is_cyrillic
from counterclaim.resolving.who.vocabulary import (
    Meaning,
    Part,
    articles,
    calendar_words,
    filler,
    here,
    language_lexicon,
    not_names,
)
from counterclaim.words.lexicon import Hit, Lexicon
from counterclaim.words.tokens import Token, tokens

_ORDER = {
    Part.PARTY: 0,
    Part.PRO: 1,
    Part.CAPITAL: 2,
    Part.AREA: 3,
    Part.NATION: 4,
    Part.AGENCY: 5,
    Part.OUTLET: 6,
    Part.ROLE: 7,
}
# Quotation marks of the languages, and how many tokens a name of the packs may have with them.
QUOTES = frozenset("\"'“”„‟«»‹›‘’")
_LONGEST_NAME = 10
# A name as short as this may be a common word with the capital of a sentence's beginning, after one of these.
_SHORT = 4
_OPENING = frozenset({".", "!", "?", "…", ":", "«", "„", "“", '"', "—", "–", "•", ")"})
_PROPER = frozenset({Part.AREA, Part.CAPITAL, Part.OUTLET, Part.AGENCY})
_INSIDE = frozenset({Part.NATION, Part.CAPITAL, Part.AREA})
# Endings of nouns for what is done, in English, French and German.
_ABSTRACT = (
    "ies",
    "ing",
    "tion",
    "tions",
    "ment",
    "ments",
    "ness",
    "ung",
    "ungen",
    "heit",
    "keit",
    "keiten",
    "schaft",
    "tionen",
)
_ARTICLES = frozenset({"al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "аль", "эль", "ас", "аш", "ан", "ад"})
_JOINERS = frozenset({"al", "el", "bin", "ibn", "ben", "abu", "van", "von", "de", "-", "аль", "эль"})


@dataclass(frozen=True, slots=True)
class Unit:
    """Tokens ``first`` to ``last`` (exclusive) with a meaning; ``area`` is set where a capital is also a region."""

    first: int
    last: int
    meaning: Meaning
    area: str | None = None

    @property
    def part(self) -> Part:
        """What it adds."""
        return self.meaning.part

    @property
    def key(self) -> str:
        """The key of its row."""
        return self.meaning.key


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words, ``first`` to ``last`` (exclusive), that the lexicons don't know: perhaps a name."""

    first: int
    last: int


class Chart:
    """Tokens and units of one text."""

    def __init__(self, text: str, language: str | None, directory: Directory) -> None:
        self.text = text
        self.language = language
        self.directory = directory
        self.stream: Sequence[Token] = tokens(text)
        self._starts = [t.start for t in self.stream]
        self._quotes = [n for n, t in enumerate(self.stream) if t.low in QUOTES]
        self.units: list[Unit] = list(self._units())
        self._firsts = [u.first for u in self.units]
        self._small: frozenset[str] | None = None
        self._in_unit = {n for u in self.units for n in range(u.first, u.last)}

    def _units(self) -> Iterator[Unit]:
        words = language_lexicon(self.language)
        first = 0
        while first < len(self.stream):
            hits = [*self._known(first), *words.at(self.stream, first)]
            if not hits or not (hits := [h for h in hits if self._fits(h)]):
                yield from self._glued(first)
                first += 1
                continue
            best = min(hits, key=lambda h: (-h.last, _ORDER.get(h.key.part, 9)))
            if best.key.part is Part.PARTY and (parts := self._party_and_office(best)):
                yield from parts
                first = best.last
                continue
            if best.key.part is Part.PEOPLE and self._surname(best):
                first = best.last
                continue
            area = next((h.key.key for h in hits if h.key.part is Part.AREA and h.last == best.last), None)
            yield Unit(best.first, best.last, best.key, area)
            if best.key.part in (Part.BODY, Part.ROLE, Part.CLASS) and best.last - best.first > 2:
                yield from self._inside(best)
            over = self._body_over(best, words) if best.key.part is Part.AREA else None
            if over is not None:
                yield Unit(over.first, over.last, over.key)
            first = over.last if over is not None else best.last

    def _known(self, first: int) -> Iterator[Hit[Meaning]]:
        """Names of the packs that begin at token ``first``, whatever quotation marks the text sets inside them: "Legion
        »Freies Karsk«" is the Legion Freies Karsk.
        """
        known = self.directory.lexicon
        yield from known.at(self.stream, first)
        end = min(first + _LONGEST_NAME, len(self.stream))
        mark = bisect_left(self._quotes, first)
        if mark == len(self._quotes) or self._quotes[mark] == first or self._quotes[mark] >= end:
            return
        plain = [n for n in range(first, end) if self.stream[n].low not in QUOTES]
        for hit in known.at([self.stream[n] for n in plain], 0):
            last = plain[hit.last - 1] + 1
            if last - first > hit.last:
                yield Hit(first, last, hit.key)

    def _body_over(self, area: Hit[Meaning], words: Lexicon[Meaning]) -> Hit[Meaning] | None:
        """ "Дніпровська міська рада": the body that begins with the last word of an area's name."""
        if area.last - area.first < 2:
            return None
        hits = words.at(self.stream, area.last - 1)
        return next((h for h in hits if h.key.part is Part.BODY and h.last > area.last and self._fits(h)), None)

    def _surname(self, hit: Hit[Meaning]) -> bool:
        """ "James Elder": a common noun with a capital behind another word with one, and before none."""
        words = [self.text[t.start : t.end] for t in self.stream[max(0, hit.first - 1) : hit.last + 1]]
        if self.language not in ("en", "fr") or hit.first == 0 or hit.last - hit.first > 1 or len(words) < 2:
            return False
        if not (words[1][0].isupper() and words[0][0].isupper() and words[0][1:].islower()):
            return False
        known = language_lexicon(self.language).at(self.stream, hit.first - 1)
        return not known and self.stream[hit.first - 1].low not in filler() and not words[-1][0].isupper()

    def _party_and_office(self, hit: Hit[Meaning]) -> tuple[Unit, ...]:
        """ "Hisbollah-Funktionäre": the office glued to a party's name that would take it for an ending."""
        if hit.last - hit.first > 1 or "-" not in self.stream[hit.first].low:
            return ()
        units = tuple(self._glued(hit.first))
        return units if len(units) == 2 and units[1].part in (Part.BODY, Part.ROLE) else ()

    def _glued(self, n: int) -> Iterator[Unit]:
        if may_be_glued(self.stream[n].low):
            for meaning in glued(self.surface(n, n + 1), self.language, self.directory):
                yield Unit(n, n + 1, meaning)

    def _inside(self, outer: Hit[Meaning]) -> Iterator[Unit]:
        """Nations and regions between the words of a body: "le ministère russe de la Défense"."""
        words, known = language_lexicon(self.language), self.directory.lexicon
        for n in range(outer.first + 1, outer.last - 1):
            for hit in (*known.at(self.stream, n), *words.at(self.stream, n)):
                if hit.last < outer.last and hit.key.part in _INSIDE and self._fits(hit):
                    yield Unit(hit.first, hit.last, hit.key)
                    break

    def _fits(self, hit: Hit[Meaning]) -> bool:
        surface = self.text[self.stream[hit.first].start : self.stream[hit.last - 1].end]
        if hit.key.capitals:
            return all(c.isupper() for c in surface if c.isalpha())
        if hit.key.proper and (surface[0].islower() or self._unsure(hit, surface)):
            return False
        if hit.key.part in _PROPER and surface[0].isascii():
            return not surface[0].islower() or hit.key.part is Part.CAPITAL
        return True

    def _unsure(self, hit: Hit[Meaning], surface: str) -> bool:
        """A short Cyrillic name that opens a sentence may be a common word ("Мали", "Того")."""
        if len(surface) > _SHORT or surface.isascii():
            return False
        return hit.first == 0 or self.stream[hit.first - 1].low in _OPENING

    def tokens_of(self, start: int, end: int) -> tuple[int, int]:
        """The token range that lies within ``text[start:end]``."""
        return bisect_left(self._starts, start), bisect_left(self._starts, end)

    def between(self, first: int, last: int) -> list[Unit]:
        """The units that begin in the token range."""
        return self.units[bisect_left(self._firsts, first) : bisect_left(self._firsts, last)]

    def last_before(self, token: int, part: Part) -> Unit | None:
        """The last unit of that part that begins before the token, looked for some way back."""
        at = bisect_left(self._firsts, token)
        return next((u for u in reversed(self.units[max(0, at - 500) : at]) if u.part is part), None)

    def units_before(self, token: int, most: int) -> list[Unit]:
        """The last units that begin before the token, at most so many."""
        at = bisect_left(self._firsts, token)
        return self.units[max(0, at - most) : at]

    def surface(self, first: int, last: int) -> str:
        """The text of a token range."""
        return self.text[self.stream[first].start : self.stream[last - 1].end] if first < last else ""

    def is_name_word(self, n: int) -> bool:
        """Whether token ``n`` is a capitalised word outside every unit, and no day of the week or month."""
        token = self.stream[n]
        if n in self._in_unit or not self._capital(token) or token.low in filler():
            return False
        return not token.low.startswith((*calendar_words(), *here())) and not self._common_noun(n)

    def _capital(self, token: Token) -> bool:
        """Whether a word has a capital, at its beginning or behind an Arabic article ("al-Atta")."""
        if self.text[token.start].isupper():
            return True
        article, _, name = self.text[token.start : token.end].partition("-")
        return name[:1].isupper() and article in _ARTICLES

    def _common_noun(self, n: int) -> bool:
        """German writes every noun with a capital: one behind an article, alone, is no name."""
        if self.language != "de" or n == 0 or self.stream[n - 1].low not in articles():
            return False
        return n + 1 >= len(self.stream) or not self.text[self.stream[n + 1].start].isupper()

    def runs(self, first: int, last: int) -> list[Run]:
        """Runs of capitalised words in the token range, particles of names inside them."""
        out: list[Run] = []
        n = first
        while n < last:
            if not self.is_name_word(n):
                n += 1
                continue
            end = n + 1
            while end < last:
                if self.is_name_word(end):
                    end += 1
                elif self.stream[end].low in _JOINERS and end + 1 < last and self.is_name_word(end + 1):
                    end += 2
                else:
                    break
            out.append(Run(n, end))
            n = end
        return out

    def may_name(self, run: Run) -> bool:
        """Whether a run may be somebody's name, and not a common noun with the capital of a sentence's beginning, of
        German, or one that the text writes small elsewhere.
        """
        if run.last - run.first > 1:
            return True
        word = self.surface(run.first, run.last)
        if word[1:].lower() != word[1:] and not word[1:].isupper():
            return True
        low = self.stream[run.first].low
        before = self.stream[run.first - 1].low if run.first else "."
        if before in _OPENING and low.endswith(_ABSTRACT):
            return False
        if word.isupper() and len(word) > 1 and low not in not_names():
            return True
        if low in self._written_small():
            return False
        if is_cyrillic(word):
            return before not in _OPENING or not common_noun(word, self.language)
        if self.language == "de":
            return low not in not_names() and before not in not_names()
        return low not in not_names()

    def _written_small(self) -> frozenset[str]:
        if self._small is None:
            self._small = frozenset(t.low for t in self.stream if self.text[t.start].islower())
        return self._small

    def words_of(self, run: Run) -> tuple[str, ...]:
        """The words of a run as they stand in the text."""
        return tuple(self.text[self.stream[n].start : self.stream[n].end] for n in range(run.first, run.last))


@functools.lru_cache(maxsize=4)
def chart(text: str, language: str | None, directory: Directory) -> Chart:
    """The chart of a text; a few are kept, since sources and actors both read it."""
    return Chart(text, language, directory)
