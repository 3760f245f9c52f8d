"""Those whom a report does not name: sources, survivors, traders, officials; how many, of what kind, and where."""

from dataclasses import replace

from counterclaim.records.conflict import PartyKind
from counterclaim.resolving.who.chart import Run, Unit
from counterclaim.resolving.who.offices import Offices
from counterclaim.resolving.who.parties import singular
from counterclaim.resolving.who.persons import english_name, gender_of, morphology
from counterclaim.resolving.who.phrase import Phrase
from counterclaim.resolving.who.place_names import english_place
from counterclaim.resolving.who.speaker import Kind, Speaker
from counterclaim.resolving.who.spelling import is_cyrillic
from counterclaim.resolving.who.vocabulary import Noun, Part, locating, mark_words, nouns, numbers

# Kinds of people that speak as a whole: "residents" says as much as "unnamed residents".
_WHOLE = frozenset({"residents", "witnesses", "experts", "analysts", "activists", "bloggers", "media", "relatives"})
_WHOLE_TOO = frozenset(
    {"medics", "doctors", "nurses", "prisoners", "displaced", "journalists", "humanitarians", "elders", "seismologists"}
)
# Sources that are inside the body named with them.
_INSIDE = frozenset({"sources", "hospital-source", "security-source", "military-source", "police-source"})
# People who are named by whose they are, and do not speak for it.
_OF_SOMEBODY = frozenset(
    {"residents", "witnesses", "survivors", "medics", "doctors", "nurses", "relatives", "displaced", "soldier"}
    | {"mothers", "fathers", "widows", "hoteliers", "workers"}
)
_OFFICES = frozenset({Part.BODY, Part.PARTY, Part.ROLE})
_BEHIND = 8
_STOPS = frozenset({",", ".", ":", ";", "!", "?", "—", "–"})
_OF = frozenset({"à", "at", "of", "de", "d'", "des", "du", "von", "aus", "з", "із", "из", "near", "près"})
# German articles: "ein Arzt der Klinik". Russian and Ukrainian have the case alone: "врач больницы".
_GENITIVE = frozenset({"der", "des", "dieser", "dieses"})
_PLURAL = ("ies", "s", "x", "en", "ern", "і", "и", "ы", "ів", "ев", "ов", "ей", "ам", "ям", "ами", "ях", "ах", "kreise")
_ONE = {
    "witnesses": "witness",
    "medics": "medic",
    "displaced": "displaced person",
    "elders": "tribal elder",
}


class Informants(Offices):
    """Names the unnamed."""

    __slots__ = ()

    def insider(self, phrase: Phrase) -> Speaker | None:
        """ "A source in the security service": not the service itself, but of its side."""
        unit = phrase.one(Part.UNNAMED)
        if unit is None:
            return None
        owner = next((u for u in phrase.units if u.part is Part.PARTY and unit.first - u.last in (0, 1)), None)
        if owner is None and self.chart.language == "fr":
            owner = next((u for u in phrase.units if u.part is Part.PARTY and u.first == unit.last), None)
        if owner is not None:
            return self._source_of(unit, owner)
        last = max(phrase.last, min(unit.last + _BEHIND, len(self.chart.stream)))
        heads = [u for u in self.chart.between(unit.last, last) if u.part in (Part.PARTY, Part.BODY)]
        between = self.chart.stream[unit.last : heads[0].first] if heads else ()
        if not heads or any(t.low in _STOPS for t in between):
            return None
        whole = self.phrase(unit.last, max(phrase.last, heads[0].last))
        body = self.party(whole) or self.body(whole)
        if body is None:
            return None
        number = "sources" if self._many(unit) else "source"
        kind = "" if unit.key == "sources" else nouns()[unit.key].english.removesuffix("source")
        if kind and (unit.key not in _INSIDE or body.kind is not Kind.BODY):
            return None
        link = "at" if body.role == "hospital" else "in"
        name = f"unnamed {kind}{number} {link} {_with_article(body.name)}"
        return Speaker(name, Kind.UNNAMED, body.side, nation=body.nation)

    def people_inside(self, phrase: Phrase) -> Speaker | None:
        """ "A doctor at the hospital", "relatives of the hostages of Hamas": not the body that they are of."""
        unit = phrase.one(Part.PEOPLE)
        if unit is None or unit.key not in _OF_SOMEBODY:
            return None
        heads = [u for u in phrase.units if u.part in (Part.BODY, Part.PARTY) and u.first >= unit.last]
        if not heads or any(u.part in _OFFICES and u.first < unit.first for u in phrase.units):
            return None
        between = [self.chart.stream[n].low for n in range(unit.last, heads[0].first)]
        genitive = is_cyrillic(self.chart.surface(unit.last - 1, unit.last)) and len(between) <= 2
        if not genitive and not any(w in locating() | _OF | _GENITIVE for w in between):
            return None
        found = self.people(unit, nouns()[unit.key], replace(phrase, units=(unit,)))
        of = self.phrase(unit.last, phrase.last)
        body = self.party(of) or self.body(of)
        if body is None or body.role != "hospital":
            return found
        who = found.name.split(" in ")[0]
        return replace(found, name=f"{who} at {_with_article(body.name)}")

    def _source_of(self, unit: Unit, owner: Unit) -> Speaker:
        """ "A Hamas source", "une source onusienne"."""
        party = self.directory.parties[owner.key]
        short = party.side if party.kind is PartyKind.INTERNATIONAL and party.side else singular(party.name)
        name = f"unnamed {short} {'sources' if self._many(unit) else 'source'}"
        return Speaker(name, Kind.UNNAMED, party.side, role=unit.key, nation=self.directory.nation_of(party))

    def body(self, phrase: Phrase) -> Speaker | None:
        """As for any body; "two officials" are persons whom nobody names."""
        unit = phrase.one(Part.BODY)
        number = self.number_before(unit, phrase) if unit is not None and unit.key == "authorities" else ""
        if unit is None or not number or self.chart.stream[unit.last - 1].low not in mark_words("titles"):
            return super().body(phrase)
        side = self.directory.side_of_nation(self.nation(phrase))
        count = "" if number == "several" else number
        return Speaker(_words(count, "unnamed", self._adjective(phrase), "officials"), Kind.UNNAMED, side)

    def informant(self, unit: Unit, noun: Noun, phrase: Phrase) -> Speaker:
        """Unnamed sources, with what the text tells of them: "unnamed security sources"."""
        known = self._again(unit, noun)
        if known is not None:
            return known
        adjective = self._adjective(phrase)
        if noun.key == "sources":
            side = self.directory.side_of_nation(self.nation(phrase))
            one = "source" if adjective and not self._many(unit) else "sources"
            return Speaker(_words("unnamed", adjective, one), Kind.UNNAMED, side, role=noun.key)
        english = f"{noun.english}s" if self._many(unit) else noun.english
        side = self.directory.side_of_nation(self.nation(phrase))
        name = _words("unnamed", adjective, english, "" if adjective else self._place(unit, phrase))
        return Speaker(name, Kind.UNNAMED, side, role=noun.key)

    def _adjective(self, phrase: Phrase) -> str:
        """Of the nation in the phrase, "" where it names a region or none; "Western" where it says only so."""
        if self.western(phrase) and self.nation(phrase) is None:
            return "Western"
        return "" if self.area(phrase) else self.where(phrase)

    def people(self, unit: Unit, noun: Noun, phrase: Phrase) -> Speaker:
        """Residents, survivors, traders; with a name beside, that person."""
        single = self._single(unit, phrase)
        run = next((r for r in phrase.runs if 2 <= r.last - r.first <= 3 or self._given_name(r, unit)), None)
        one = _ONE.get(noun.key) or noun.english.removesuffix("s")
        if run is not None and single and not self._located(run.first):
            name = english_name(self.chart.words_of(run), self.chart.language, None)
            return Speaker(f"{one} {name.text}", Kind.PERSON, gender=name.gender, surname=name.surname)
        known = self._again(unit, noun)
        if known is not None:
            return known
        number = self.number_before(unit, phrase)
        whole = noun.key in _WHOLE | _WHOLE_TOO and not single and not number
        count = number if number != "several" else ""
        head = _words(count, "" if whole else "unnamed", self._adjective(phrase), one if single else noun.english)
        side = "media" if noun.key == "media" else None
        if noun.key == "soldier":
            side = self.directory.side_of_nation(self.nation(phrase))
        return Speaker(_words(head, self._place(unit, phrase)), Kind.PEOPLE, side, role=noun.key)

    def _given_name(self, run: Run, unit: Unit) -> bool:
        """ "Мешканка Ольга": a given name right behind the noun."""
        word = self.chart.surface(run.first, run.last)
        return run.first == unit.last and run.last - run.first == 1 and gender_of(word, bare=False) is not None

    def _again(self, unit: Unit, noun: Noun) -> Speaker | None:
        """ "This councillor", where one has spoken."""
        before = self.chart.stream[unit.first - 1].low if unit.first else ""
        if before in mark_words("same_again"):
            return self.memory.last_role_of((Kind.UNNAMED, Kind.PEOPLE), noun.key) or self.memory.last()
        if before not in mark_words("same"):
            return None
        known = self.memory.last_role_of((Kind.UNNAMED, Kind.PEOPLE), noun.key)
        if known is None and noun.key == "sources":
            # "This source": of whatever kind the last one was.
            known = next((s for s in reversed(self.memory.said) if s.kind is Kind.UNNAMED), None)
        return replace(known) if known is not None else None

    def _single(self, unit: Unit, phrase: Phrase) -> bool:
        """Whether one person speaks."""
        if unit.key == "media":
            return False
        before = [self.chart.stream[n].low for n in range(max(phrase.first, unit.first - 3), unit.first)]
        if any(w in mark_words("single") for w in before):
            return True
        surface = self.chart.surface(unit.last - 1, unit.last)
        if is_cyrillic(surface):
            return not any(w in numbers() for w in before) and self._cyrillic_number(surface) == "sing"
        return self.chart.language == "en" and not self._many(unit) and not any(w in numbers() for w in before)

    def _cyrillic_number(self, surface: str) -> str | None:
        parses = morphology("uk" if self.chart.language == "uk" else "ru").parse(surface)
        tags = [str(p.tag) for p in parses]
        tag = next((t for t in tags if "nomn" in t), tags[0] if tags else "")
        # The Ukrainian dictionary marks the plural only: what has a gender is a singular.
        return "plur" if "plur" in tag else "sing" if any(g in tag for g in ("sing", "masc", "femn", "neut")) else None

    def _many(self, unit: Unit) -> bool:
        """Whether the word is a plural."""
        words = [self.chart.stream[n].low for n in range(unit.first, unit.last)]
        if words[0].startswith("джерел"):
            return not words[0].endswith(("о", "ом", "у", "і"))
        if is_cyrillic(words[0]):
            return self._cyrillic_number(words[0]) == "plur"
        return any(w.endswith(_PLURAL) for w in words if w not in ("police", "des", "les", "services"))

    def _located(self, first: int) -> bool:
        return first > 0 and self.chart.stream[first - 1].low in locating() | _OF

    def _place(self, unit: Unit, phrase: Phrase) -> str:
        """ "of Karsk", "in Karsk": the place in the phrase or right behind it."""
        link = "of" if unit.key == "residents" else "in"
        area = self.area(phrase) or next(
            (self.directory.areas[int(u.area or u.key)] for u in phrase.units if u.part is Part.AREA or u.area), None
        )
        if area is not None:
            return f"{link} {area.name}"
        last = min(phrase.last + 3, len(self.chart.stream))
        for run in self.chart.runs(unit.last, last):
            word = self.chart.surface(run.first, run.first + 1)
            beside = run.first == unit.last and is_cyrillic(word) and gender_of(word, bare=False) is None
            if run.first <= phrase.last + 1 and (beside or self._located(run.first)):
                words = self.chart.words_of(run)
                return f"{link} {' '.join(english_place(w, self.chart.language) for w in words)}"
        return ""


def _words(*words: str) -> str:
    return " ".join(w for w in words if w)


def _with_article(name: str) -> str:
    """A body's name as it stands after "in": "the Security Service of Ukraine"."""
    return f"the {name}" if " " in name and not name.startswith("the ") else name
