"""Finding: which stretches of a sentence may be place names, and what the words beside them say of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypedDict, Unpack

from counterclaim.records.place import Precision
from counterclaim.resolving.where.cues import Cues, Words
from counterclaim.resolving.where.districts import without_city_districts
from counterclaim.resolving.where.gazetteer import Candidate, Gazetteer
from counterclaim.resolving.where.keys import adjective_stem
from counterclaim.resolving.where.lists import marked
from counterclaim.resolving.where.mention import Hint, Mention
from counterclaim.resolving.where.ordinary import is_adjective, is_ordinary
from counterclaim.words.tokens import Token, tokens

# English verbs by which a name behind "said" is told of, not a speaker.
_AUXILIARIES = frozenset(
    {"had", "has", "have", "was", "were", "is", "are", "will", "would", "could", "remains", "remained"}
)
_LONGEST = 4
_LIST_REACH = 12
_GREAT = 100_000
_LONG_ACRONYM = 4
_SITE = Precision.SITE
_ARTICLED = re.compile(r"(?:al|el|an|as|ash|at|ad|ar|az|ach|es|en|esch|asch|аль|эль|ель|ан|ат|аш|эш)-[A-ZА-ЯІЄЇ]")
_ROW = Words.of(", and et und и й та і")
_NEIGHBOURING = Words.of(
    "neighbouring neighboring nearby adjacent voisin* proche* benachbart* nahegelegen* nahen соседн* близлежащ* сусідн*"
)
_WITH_CASES = ("ru", "uk")
_OWNED = Words.of("of de d' du des von")
_LINKS = Words.of("- de del du des la le el al di da dos do am an der upon on of and sur les en na над на por y ed od")


class _Known(TypedDict, total=False):
    """What is known of a mention besides where it stands."""

    hint: Hint
    cue: bool
    fixed: bool
    initial: bool
    adjective: bool
    person: bool
    lone: bool
    ordinary: bool
    heading: bool


class Scanner:
    """Reads the mentions out of one sentence."""

    def __init__(self, text: str, language: str | None, words: Cues, gazetteer: Gazetteer) -> None:
        self._text = text
        self._language = language
        self._cues = words
        self._gazetteer = gazetteer
        self.stream: tuple[Token, ...] = ()
        self._sentence = 0
        self._shouting = False

    def scan(self, start: int, end: int, sentence: int) -> list[Mention]:
        """The mentions of ``text[start:end]``, none overlapping another."""
        self.stream = tokens(self._text, start, end)
        self._sentence = sentence
        words = [t for t in self.stream if len(t.low) > 3 and t.low[0].isalpha()]
        self._shouting = len(words) > 3 and sum(self._capital(t) for t in words) > 0.75 * len(words)
        out: list[Mention] = []
        at = 0
        while at < len(self.stream):
            found = self._at(at)
            if found:
                out += found
            at = max(found[-1].last, at + 1) if found else at + 1
        return marked(without_city_districts(out, self.stream, self._cues), self.stream, self._language)

    def _capital(self, token: Token) -> bool:
        return self._text[token.start].isupper()

    def _joined(self, at: int) -> bool:
        """Whether token ``at`` follows the one before with nothing but a space or hyphen between."""
        gap = self._text[self.stream[at - 1].end : self.stream[at].start]
        return len(gap) <= 1 and gap in (" ", "", "\u00a0")

    def _at(self, at: int) -> list[Mention]:
        phrase = self._phrase(at)
        token = self.stream[at]
        if not self._capital(token) or token.low.endswith("'") or len(token.low) < 2:
            if phrase is None and self._is_letter(at):
                phrase = self._dotted(at)
            if phrase is None and token.low in self._gazetteer.great_capitals and self._language in ("en", "fr"):
                return self._names(at)
            return [phrase] if phrase else []
        name = self._adjectives(at) or self._names(at)
        if phrase and (not name or phrase.last >= name[-1].last):
            same = [c for m in name if (m.first, m.name_last) == (phrase.first, phrase.last) for c in m.candidates]
            known = {c.place for c in phrase.candidates}
            return [replace(phrase, candidates=(*phrase.candidates, *(c for c in same if c.place not in known)))]
        return name

    def _dotted(self, at: int) -> Mention | None:
        """ "U.S.", "U.K." """
        last = at
        while (
            last + 1 < len(self.stream) and last - at < 6 and self._is_letter(last) and self.stream[last + 1].low == "."
        ):
            last += 2
        if last - at < 4:
            return None
        found = self._gazetteer.candidates(
            self._text[self.stream[at].start : self.stream[last - 1].end], self._language
        )
        if not self._after_comma(at) and not self._before(at)[1]:
            found = tuple(c for c in found if c.place.precision is Precision.COUNTRY)
        return self._mention(at, last, last, found, fixed=True) if found else None

    def _is_letter(self, at: int) -> bool:
        token = self.stream[at]
        return token.end - token.start == 1 and self._capital(token)

    def _phrase(self, at: int) -> Mention | None:
        """The longest name of several words that the gazetteer knows as a whole."""
        hits = self._gazetteer.phrases(self.stream, at)
        if not hits or not (hits := [h for h in hits if any(map(self._capital, self.stream[h.first : h.last]))]):
            return None
        last = hits[0].last
        found = [self._gazetteer.numbered(h.key) for h in hits if h.last == last]
        goes_on = last < len(self.stream) and self._joined(last) and self._capital(self.stream[last])
        return self._mention(at, last, last, found, fixed=True, lone=not goes_on)

    def _mention(
        self, first: int, last: int, name_last: int, found: Sequence[Candidate], **more: Unpack[_Known]
    ) -> Mention:
        stream = self.stream
        before = [t for t in stream[max(0, first - 3) : first] if t.is_word]
        hint, cue = self._before(first)
        heading = self._heads(first, last)
        initial = (not before or self._shouting) and not heading
        known: _Known = {"hint": hint, "cue": cue or heading, "initial": initial, "heading": heading, **more}
        start, end = stream[first].start, stream[last - 1].end
        return Mention(start, end, first, last, name_last, self._sentence, tuple(found[:24]), **known)

    def _heads(self, first: int, last: int) -> bool:
        """Whether the name heads an item of a digest: "🔻 Одеса.", "Belgorod: …"."""
        if any(t.is_word for t in self.stream[max(0, first - 6) : first]):
            return False
        behind = self.stream[last : last + 2]
        return not behind or behind[0].low == ":" or (behind[0].low == "." and len(behind) == 1)

    def _before(self, first: int) -> tuple[Hint, bool]:
        """What the words before a name say: "village of X", "in X"."""
        at = self._row_start(first) - 1
        while at >= 0 and self._links(self.stream[at]):
            at -= 1
        if at < 0:
            return Hint.NONE, False
        low = self.stream[at].low
        if low in self._cues.settlement_nouns:
            return Hint.SETTLEMENT, True
        if low in self._cues.district_nouns and low not in self._cues.region_nouns and at < first - 1:
            return Hint.DISTRICT, True
        if (low in self._cues.region_nouns and self._language != "ru") or low in ("республика", "республики", "штат"):
            return (Hint.REGION, True) if self._language in ("fr", "de", "ru") or at < first - 1 else (Hint.NONE, False)
        near = self.stream[first - 1].low
        placed = any(w in self._cues.locative or w in self._cues.taking for w in (near, low))
        return Hint.NONE, placed

    def _row_start(self, first: int) -> int:
        """The first token of the row of capitalised words that the name goes on ("in X, Y and Z")."""
        at = first
        for _ in range(_LIST_REACH):
            linked = at > 1 and self.stream[at - 1].low in _ROW and self._capital(self.stream[at - 2])
            if not linked or self.stream[at - 2].low in self._cues.first_names:
                return at
            at -= 2
        return at

    def _links(self, token: Token) -> bool:
        """Whether a token only ties a noun to the name: "ville de", "région russe de", "город «"."""
        return (
            token.low in self._cues.link_words
            or token.low in "«\"“„'"
            or token.low in _NEIGHBOURING
            or (self._language == "fr" and self._cues.nation(token.low) is not None)
        )

    def _adjectives(self, at: int) -> list[Mention]:
        """Slavic adjectives before their noun: "Курской области", "Брянской и Тульской областями", "Кстовской
        промзоне"; one mention for each adjective.
        """
        if self._language not in ("ru", "uk"):
            return self._german_adjective(at) if self._language == "de" else []
        members, last = [at], at + 1
        if adjective_stem(self.stream[at].low) is None or self._cues.nation(self.stream[at].low):
            return []
        while last < min(len(self.stream), at + _LIST_REACH):
            token = self.stream[last]
            if self._capital(token) and adjective_stem(token.low):
                members.append(last)
            elif token.low not in (",", "и", "та", "й", "і", "а", "также", "також") and not self._describes(last):
                break
            last += 1
        if last >= len(self.stream):
            return []
        noun = self.stream[last].low
        out = []
        for member in members:
            whole = last + 1 if member == members[-1] else member + 1
            last_one = member == members[-1]
            found, hint = self._of_adjective(self.stream[member].low, noun, last_one)
            if found:
                known: _Known = {"hint": hint, "adjective": True, "cue": True}
                out.append(self._mention(member, whole, member + 1, found, **known))
        return out

    def _describes(self, at: int) -> bool:
        """Whether the token is an ordinary adjective before a site's noun ("нефтеперерабатывающий завод")."""
        low = self.stream[at].low
        nouns = (t.low in self._cues.site_nouns for t in self.stream[at + 1 : at + 3])
        return len(low) > 5 and any(nouns) and is_adjective(low, self._language)

    def _of_adjective(self, word: str, noun: str, adjacent: bool) -> tuple[tuple[Candidate, ...], Hint]:
        if noun in self._cues.district_nouns and noun not in self._cues.region_nouns:
            return self._gazetteer.towns_of_adjective(word), Hint.DISTRICT
        regions = self._gazetteer.regions_of_adjective(word)
        if noun in self._cues.region_nouns:
            return regions or self._gazetteer.towns_of_adjective(word), Hint.REGION if regions else Hint.DISTRICT
        if noun in self._cues.offices and adjacent:
            return regions, Hint.REGION
        if noun in self._cues.site_nouns and adjacent:
            return self._gazetteer.towns_of_adjective(word) or regions, Hint.SITE
        return (), Hint.NONE

    def _german_adjective(self, at: int) -> list[Mention]:
        """ "Donezker Gebiet", "Kiewer Vorort"."""
        word = self._text[self.stream[at].start : self.stream[at].end]
        if (
            not word.endswith("er")
            or len(word) < 6
            or at + 1 >= len(self.stream)
            or not self._capital(self.stream[at + 1])
        ):
            return []
        noun = self.stream[at + 1].low
        found = [c for c in self._gazetteer.candidates(word[:-2], "de") if c.exact and c.population > 20000]
        known = noun in self._cues.region_nouns or noun in self._cues.settlement_nouns or noun in self._cues.site_nouns
        if not found or not known or word.casefold() in self._cues.stop:
            return []
        region = noun in self._cues.region_nouns
        hint = Hint.REGION if region else Hint.SITE
        return [self._mention(at, at + 2 if region else at + 1, at + 1, found, hint=hint, adjective=True, cue=True)]

    def _names(self, at: int) -> list[Mention]:
        for last in self._stretches(at):
            surface = self._text[self.stream[at].start : self.stream[last - 1].end]
            ordinary = self.stream[at].low in self._cues.stop or self._cues.nation(self.stream[at].low)
            if last == at + 1 and ordinary and not (self._acronym(surface) and len(surface) < _LONG_ACRONYM):
                return []
            if (
                last > at + 1
                and self.stream[at].low in self._cues.stop
                and self.stream[at].low not in self._cues.compass
            ):
                continue
            short = self._abbreviated(at, last, surface)
            if short:
                return [short]
            found = self._gazetteer.candidates(surface, self._language)
            if surface.isupper() and len(surface) >= _LONG_ACRONYM and not self._shouting:
                found = tuple(c for c in found if c.exact)
            if self._goes_on(last) and not any(c.seat or c.population >= _GREAT for c in found):
                return []
            if last > at + 1:
                found = tuple(c for c in found if c.quality >= 0.8)
            elif self._acronym(surface) and len(surface) == 2 and not self._after_comma(at):
                found = tuple(c for c in found if c.place.precision is not Precision.REGION)
            if found:
                return [self._named(at, last, found)]
        return self._halves(at)

    def _goes_on(self, last: int) -> bool:
        """Whether an Arabic name's second part follows, without which it names another place ("Wad an-Noura")."""
        if last >= len(self.stream) or not self._joined(last):
            return False
        token = self.stream[last]
        return _ARTICLED.match(self._text, token.start, min(len(self._text), token.start + 8)) is not None

    def _acronym(self, surface: str) -> bool:
        return surface.isupper() and len(surface) <= 4 and not self._shouting

    def _after_comma(self, at: int) -> bool:
        return at > 0 and self.stream[at - 1].low == ","

    def _abbreviated(self, at: int, last: int, surface: str) -> Mention | None:
        """ "Ky." behind a comma."""
        if last != at + 1 or len(surface) > 5 or not self._after_comma(at):
            return None
        if last >= len(self.stream) or self.stream[last].low != "." or self.stream[last].start != self.stream[at].end:
            return None
        found = self._gazetteer.candidates(surface + ".", self._language)
        return self._mention(at, last + 1, last + 1, found, fixed=True) if found else None

    def _named(self, at: int, last: int, found: Sequence[Candidate]) -> Mention:
        """The mention of a name, with the noun behind it where that says what it is ("Kursk region")."""
        noun = self.stream[last] if last < len(self.stream) and self._joined(last) else None
        person = self._beside_person(at, last) or self._speaks(at, last, found)
        lone = not self._capital_beside(at, last) or self._of_opening(at, last)
        if noun and self._language == "en":
            if noun.low in self._cues.region_nouns and not noun.low.endswith("s"):
                more = (*found, *self._regions_of(found)) if noun.low not in ("county", "republic") else found
                return self._mention(at, last + 1, last, more, hint=Hint.REGION, cue=True)
            if noun.low in self._cues.district_nouns:
                return self._mention(at, last + 1, last, found, hint=Hint.DISTRICT, cue=True)
            if noun.low in self._cues.site_nouns:
                whole = self._text[self.stream[at].start : noun.end]
                site = [c for c in self._gazetteer.candidates(whole, "en") if c.exact and c.place.precision is _SITE]
                if site:
                    return self._mention(at, last + 1, last + 1, site, cue=True)
                return self._mention(at, last, last, found, hint=Hint.SITE, person=person, lone=lone)
        ordinary = last == at + 1 and self._ordinary(at)
        return self._mention(at, last, last, found, person=person, lone=lone, ordinary=ordinary)

    def _ordinary(self, at: int) -> bool:
        """Whether the dictionary knows the word: where it heads its sentence, anywhere in German, and for Slavic
        adjectives before a common noun ("Головному управлінні").
        """
        low = self.stream[at].low
        if self._language not in ("de", "ru", "uk"):
            initial = not any(t.is_word for t in self.stream[max(0, at - 3) : at])
            titled = self._capital_beside(at, at + 1)
            return (initial or titled or self._shouting) and is_ordinary(low, self._language, self._gazetteer)
        if self._language == "de" or self._shouting or not any(t.is_word for t in self.stream[max(0, at - 3) : at]):
            return is_ordinary(low, self._language, self._gazetteer)
        noun = at + 1 < len(self.stream) and self._joined(at + 1) and self.stream[at + 1].low.isalpha()
        return noun and not self._capital(self.stream[at + 1]) and is_adjective(low, self._language)

    def _regions_of(self, found: Sequence[Candidate]) -> list[Candidate]:
        """The regions whose capitals the candidates are: "Nizhni-Novgorod region"."""
        if any(c.place.precision is Precision.REGION and c.exact for c in found):
            return []
        codes = dict.fromkeys(c.admin1_code for c in found[:6] if c.seat and c.admin1_code)
        return [r for code in codes if (r := self._gazetteer.region(code)) is not None]

    def _stretches(self, at: int) -> Iterator[int]:
        """Ends of the stretches of capitalised words from ``at``, longest first."""
        ends = [at + 1]
        for last in range(at + 1, min(len(self.stream), at + _LONGEST)):
            token = self.stream[last]
            if not self._joined(last) and token.low != "-":
                break
            if self._capital(token) and token.low[0].isalpha():
                ends.append(last + 1)
            elif token.low not in _LINKS:
                break
        return iter(reversed(ends))

    def _halves(self, at: int) -> list[Mention]:
        """Two countries or towns written as one word ("Russia-Ukraine")."""
        token = self.stream[at]
        surface = self._text[token.start : token.end]
        parts = surface.split("-")
        if len(parts) != 2 or not all(p[:1].isupper() for p in parts):
            return []
        out, start = [], token.start
        for part in parts:
            found = [c for c in self._gazetteer.candidates(part, self._language) if c.exact]
            if not found or (found[0].place.precision is not Precision.COUNTRY and found[0].seat < 2):
                return []
            base = self._mention(at, at + 1, at + 1, found)
            out.append(replace(base, start=start, end=start + len(part)))
            start += len(part) + 1
        return out

    def _capital_beside(self, at: int, last: int) -> bool:
        """Whether another capitalised word, no acronym, stands right beside the name."""
        for other in (at - 1, last):
            if 0 <= other < len(self.stream) and self._joined(max(other, at)) and self._plain_capital(other):
                return True
        return False

    def _plain_capital(self, at: int) -> bool:
        token = self.stream[at]
        word = self._text[token.start : token.end]
        if not word[:1].isupper() or len(word) < 2 or (word.isupper() and len(word) <= 5):
            return False
        low = token.low
        known = low in self._cues.compass or low in self._cues.stop or self._cues.nation(low) is not None
        return not known and low not in self._cues.settlement_nouns and low not in self._cues.region_nouns

    def _beside_person(self, at: int, last: int) -> bool:
        """Whether the name is a person's: after a title or a first name, or a first name itself."""
        before = self.stream[at - 1].low if at and self._joined(at) else ""
        if before in self._cues.heads and self._oblique(at, last) and not self._feminine(last):
            return False  # "мэр Долмена сообщил": what he heads, not who he is.
        if before in self._cues.titles or (before in self._cues.first_names and self._capital(self.stream[at - 1])):
            return True
        follows = last < len(self.stream) and self._joined(last) and self._plain_capital(last)
        own = self.stream[at].low
        return last == at + 1 and (own in self._cues.surnames or (follows and own in self._cues.first_names))

    def _speaks(self, at: int, last: int, found: Sequence[Candidate]) -> bool:
        """Whether the name is a speaker's or a bare first name, and no power's or great town's."""
        if any(c.place.precision is Precision.COUNTRY or c.seat == 2 or c.population > 500_000 for c in found[:5]):
            return False
        if last == at + 1 and self.stream[at].low in self._cues.first_names and not self._before(at)[1]:
            return True
        # "Said Dolmen had been hit": what follows makes it the subject of what is said.
        before = at - 1 if last >= len(self.stream) or self.stream[last].low not in _AUXILIARIES else last
        beside = [self.stream[i].low for i in (before, last) if 0 <= i < len(self.stream)]
        speaks = any(low in self._cues.speech for low in beside) and not self._before(at)[1]
        # A genitive is no subject: "Les vols au départ de Dolmen ont …", "Больница Долмена сообщила …".
        owned = at > 0 and self.stream[at - 1].low in _OWNED
        return speaks and not owned and not self._oblique(at, last)

    def _oblique(self, at: int, last: int) -> bool:
        """Whether the name is a place's in another case than the nominative, in which alone names speak."""
        if self._language not in _WITH_CASES:
            return False
        surface = self._text[self.stream[at].start : self.stream[last - 1].end]
        found = self._gazetteer.candidates(surface, self._language)
        if not found or not found[0].exact:
            return False
        plain = self._gazetteer.as_written(found[0].place, surface, self._language)
        return plain is not None and plain.casefold() != surface.casefold()

    def _of_opening(self, at: int, last: int) -> bool:
        """Whether the name is the genitive behind the noun that opens its sentence, which only therefore has a
        capital ("Больница Долмена …").
        """
        opens = at == 1 or (at > 1 and not self.stream[at - 2].is_word)
        low = self.stream[at - 1].low if at else ""
        return opens and low not in self._cues.first_names and self._oblique(at, last)

    def _feminine(self, at: int) -> bool:
        """Whether the word at ``at`` is a verb of the feminine past: "мэр Долмена заявила" names the mayor."""
        return at < len(self.stream) and self.stream[at].low.endswith(("ла", "лась"))
