"""From the parts of a noun phrase to a canonical English name: place or nation, office or body, full name."""

from dataclasses import replace

from counterclaim.resolving.who.appositions import without_explanation
from counterclaim.resolving.who.channels import Channels
from counterclaim.resolving.who.chart import Run, Unit
from counterclaim.resolving.who.formations import unit_kind
from counterclaim.resolving.who.informants import Informants
from counterclaim.resolving.who.persons import english_name
from counterclaim.resolving.who.phrase import Phrase
from counterclaim.resolving.who.speaker import Kind, Speaker, joint
from counterclaim.resolving.who.vocabulary import Noun, Part, mark_words, nations, nouns

_HEADS = frozenset(
    {Part.PARTY, Part.BODY, Part.CAPITAL, Part.GROUP, Part.CLASS, Part.PEOPLE, Part.ROLE, Part.NATION, Part.AGENCY}
    | {Part.OUTLET}
)
_BEHIND = 8
_AROUND = 14
_OCCUPIED = (
    "occup",
    "besetzt",
    "оккупир",
    "окупован",
    "controlled",
    "contrôl",
    "kontrolliert",
    "-occupied",
    "захвач",
    "захопл",
)
# German writes these with a capital, too: before a name they say what it is, and are no part of it.
_DESCRIBING = frozenset({"company", "management", "agency"})
_CLASS_KINDS = {"unit": Kind.GROUP, "company": Kind.COMPANY}
# What is called by a name behind it, in quotes or without.
_CALLED = frozenset({"unit", "company", "outlet", "agency"})
# Endings of Russian and Ukrainian adjectives in the genitive: no noun in that place has them.
_ADJECTIVES = ("ской", "ческой", "ной", "ских", "ных", "ского", "ного", "ської", "чної", "ної", "ських", "ського")
_QUOTES = frozenset({"«", "„", "“", '"'})


class Composer(Informants):
    """Names the speakers of one report."""

    __slots__ = ()

    def speaker(self, first: int, last: int) -> Speaker | None:
        """Who the noun phrase in the token range is; None where nothing in it names anybody."""
        first, last = without_explanation(self.chart, first, last)
        parts = self._members(first, last)
        found = [s for a, b in parts if (s := self._one(a, b)) is not None]
        names = list({s.name: s for s in found}.values())
        if len(parts) > 1 and len(names) > 1:
            return joint(tuple(names))
        return found[0] if found else None

    def _members(self, first: int, last: int) -> list[tuple[int, int]]:
        """The coordinated members of a phrase, one where it is not coordinated."""
        ands = [
            u
            for u in self.chart.between(first, last)
            if u.part is Part.AND and not self._ending(u) and not self._of_adjectives(u)
        ]
        cuts = [u for u in ands if self._has_head(first, u.first) and self._has_head(u.last, last)]
        if not cuts or self._in_apposition(first, cuts[0].first):
            return [(first, last)]
        commas = [n for n in range(first, cuts[0].first) if self.chart.stream[n].low == ","]
        edges = [(n, n + 1) for n in commas] + [(u.first, u.last) for u in cuts]
        out, at = [], first
        for start, end in edges:
            if self._has_head(at, start):
                out.append((at, start))
            at = end
        return [*out, (at, last)]

    def _ending(self, unit: Unit) -> bool:
        """ "3-й": the ending of a number, no "and"."""
        return unit.first > 0 and self.chart.stream[unit.first - 1].low == "-"

    def _of_adjectives(self, unit: Unit) -> bool:
        """ "Химической и биологической защиты": two adjectives of one noun."""
        if not unit.first or unit.last >= len(self.chart.stream):
            return False
        before, behind = self.chart.stream[unit.first - 1].low, self.chart.stream[unit.last].low
        return before.endswith(_ADJECTIVES) and before[-2:] == behind[-2:] and behind.endswith(_ADJECTIVES)

    def _in_apposition(self, first: int, cut: int) -> bool:
        """ "Ana Lem, head of the Institute for War and Peace": the "and" stands in what explains a name."""
        runs = self.chart.runs(first, cut)
        if not runs or runs[0].first != first or runs[0].last - first < 2 or runs[0].last >= cut:
            return False
        comma = self.chart.stream[runs[0].last].low == ","
        return comma and any(u.part is Part.ROLE for u in self.chart.between(runs[0].last, cut))

    def _has_head(self, first: int, last: int) -> bool:
        return any(u.part in _HEADS for u in self.chart.between(first, last)) or bool(self.chart.runs(first, last))

    def _one(self, first: int, last: int) -> Speaker | None:
        """One speaker, by the most telling way that finds somebody."""
        phrase = self.phrase(first, last)
        ways = (
            self._same,
            self._owned_outlet,
            self.known_person,
            self.office,
            self._explained,
            self.insider,
            self.people_inside,
            self._manager,
            self.party,
            self.body,
            self._outlet,
            self.noun,
        )
        return next((s for way in (*ways, self.land, self._pronoun, self._unknown) if (s := way(phrase))), None)

    def _same(self, phrase: Phrase) -> Speaker | None:
        return self.memory.last() if phrase.one(Part.SAME) else None

    def _outlet(self, phrase: Phrase) -> Speaker | None:
        channel = Channels(self.chart).named(phrase.first, phrase.last)
        if channel is not None:
            return Speaker(channel, Kind.MEDIA, "media")
        unit = phrase.one(Part.AGENCY, Part.OUTLET)
        people = phrase.one(Part.PEOPLE, Part.UNNAMED)
        if unit and people and people.first < unit.first and people.key not in ("media", "journalists"):
            return None
        return Speaker(unit.key, Kind.MEDIA, "media") if unit else None

    def _owned_outlet(self, phrase: Phrase) -> Speaker | None:
        """ "Houthi-run Al Masirah": the outlet, not its owner."""
        outlet = phrase.one(Part.AGENCY, Part.OUTLET)
        owner = phrase.one(Part.PARTY)
        if outlet is None or owner is None or owner.last != outlet.first:
            return None
        return Speaker(outlet.key, Kind.MEDIA, "media")

    def noun(self, phrase: Phrase) -> Speaker | None:
        """Groups, people, unnamed sources, and nouns that stand for somebody named before ("the unit")."""
        unit = phrase.one(Part.CLASS, Part.GROUP, Part.PEOPLE, Part.UNNAMED)
        if unit is None:
            return None
        noun = nouns()[unit.key]
        if unit.part is Part.UNNAMED:
            return self.informant(unit, noun, phrase)
        if unit.part is Part.CLASS:
            return self._class(unit, noun, phrase)
        if unit.part is Part.GROUP or phrase.align:
            return self._group(unit, phrase)
        return self.people(unit, noun, phrase)

    def _manager(self, phrase: Phrase) -> Speaker | None:
        """The management of a plant, before the plant itself."""
        unit = phrase.one(Part.CLASS)
        owned = phrase.one(Part.PARTY)
        if unit is not None and owned is not None and owned.first == unit.last:
            return None
        return self.noun(replace(phrase, units=(unit,))) if unit and unit.key == "management" else None

    def _class(self, unit: Unit, noun: Noun, phrase: Phrase) -> Speaker | None:
        """ "The Free Karsk Brigade" is a name; "the brigade" stands for one named before."""
        if self.chart.language == "de" and noun.key == "outlet":
            named = self._named_class(unit, noun, phrase)
            if named is not None:
                return named
        beside = next((r for r in phrase.runs if unit.first in (r.last, r.first - 1) or r.last == unit.first), None)
        if beside is not None and self.chart.surface(unit.first, unit.last)[0].isupper():
            if self.chart.language == "de" and noun.key in _DESCRIBING and beside.first >= unit.last:
                return Speaker(self.chart.surface(beside.first, beside.last), _CLASS_KINDS.get(noun.key, Kind.COMPANY))
            name = self.chart.surface(min(beside.first, unit.first), max(beside.last, unit.last))
            return Speaker(_latin(name, self.chart.language), _CLASS_KINDS.get(noun.key, Kind.BODY))
        named = self._named_class(unit, noun, phrase)
        if named is not None:
            return named
        word = self.chart.surface(unit.first, unit.last).split()[-1]
        if self._not_known(unit):
            called = word.casefold() if self.chart.language == "en" else noun.english
            return Speaker(called, _CLASS_KINDS.get(noun.key, Kind.BODY), vague=True)
        if noun.key == "management":
            return self.memory.class_of(word, noun.stands_for) or self._management(unit)
        return self.memory.class_of(word, noun.stands_for)

    def _not_known(self, unit: Unit) -> bool:
        """ "A local group", "une organisation": one that was not named before."""
        before = [t.low for t in self.chart.stream[max(0, unit.first - 2) : unit.first]]
        return any(w in mark_words("indefinite") for w in before)

    def _named_class(self, unit: Unit, noun: Noun, phrase: Phrase) -> Speaker | None:
        """ "The rights group Memorial", "бригада «Хартія»": what a noun in small letters is called."""
        quoted = unit.last < len(self.chart.stream) and self.chart.stream[unit.last].low in _QUOTES
        at = unit.last + quoted
        run = next((r for r in phrase.runs if r.first == at), None)
        if run is None or noun.key not in _CALLED or not (quoted or self.chart.may_name(run)):
            return None
        name = english_name(self.chart.words_of(run), self.chart.language, None).text
        if noun.key == "outlet":
            return Speaker(name, Kind.MEDIA, "media")
        kind = unit_kind(self.chart.stream[unit.last - 1])
        return Speaker(f"{name} {kind}" if kind else name, _CLASS_KINDS.get(noun.key, Kind.BODY))

    def _management(self, unit: Unit) -> Speaker | None:
        """Who runs a plant: of the one named in the phrase or the sentence before it."""
        around = self.chart.between(max(0, unit.first - _AROUND), unit.last + _BEHIND)
        plant = next((u for u in around if u.part is Part.BODY and u.key == "nuclear-operator"), None)
        near = [u for u in around if u.part is Part.AREA or u.area is not None]
        if not near:
            return None
        at = plant.first if plant else unit.first
        place = min(near, key=lambda u: abs(u.first - at))
        area = self.directory.areas[int(place.area or place.key)]
        holder = self._occupier(min(place.first, at), unit.last)
        held = f"{nations()[holder].adjective}-installed " if holder else ""
        side = self.directory.side_of_nation(holder)
        return Speaker(f"{held}management of the {area.name} plant", Kind.COMPANY, side, area=area.geonameid)

    def _occupier(self, first: int, last: int) -> str | None:
        """Whose hands a place is in: the nation beside "occupied" or "controlled"."""
        for n in range(max(0, first - 4), last):
            if self.chart.stream[n].low.startswith(_OCCUPIED):
                near = self.chart.between(max(0, n - 2), n + 3)
                return next((u.key for u in near if u.part in (Part.NATION, Part.CAPITAL, Part.PRO) and u.key), None)
        return None

    def _group(self, unit: Unit, phrase: Phrase) -> Speaker | None:
        """Fighters, volunteers, separatists: by the cause they fight for, before the nation that they are of."""
        area, nation = self.area(phrase), self.nation(phrase)
        party = self.directory.office(unit.key, area=area.geonameid if area else None, nation=phrase.align or nation)
        if party is not None:
            return self.as_party(party)
        if not (nation or area or phrase.align):
            known = self.memory.last(Kind.GROUP, Kind.JOINT)
            if known is not None:
                groups = [m for m in known.members if m.kind is Kind.GROUP]
                return groups[0] if len(groups) == 1 else known
            local = self.directory.in_theatre(unit.key, self.nation_around(phrase.first))
            if local is not None:
                return self.as_party(local)
        cause = f"pro-{nations()[phrase.align].adjective}" if phrase.align else ""
        name = " ".join(w for w in (cause, self.where(phrase), nouns()[unit.key].english) if w)
        if self.chart.language == "en":
            name = _without_article(self.chart.surface(phrase.first, phrase.last)) or name
        cause_of = phrase.align or nation
        return Speaker(name, Kind.GROUP, self.directory.side_of_nation(cause_of), None, unit.key, nation=cause_of)

    def _pronoun(self, phrase: Phrase) -> Speaker | None:
        unit = phrase.one(Part.PRONOUN)
        return self.memory.pronoun(unit.key) if unit else None

    def _explained(self, phrase: Phrase) -> Speaker | None:
        """ "Ana Lem, a military journalist": a name that opens the phrase and is explained after a comma."""
        run = phrase.runs[0] if phrase.runs else None
        if run is not None and self._initials(run) and run.first <= phrase.first + 1 and self._article_follows(run):
            return Speaker(self.chart.surface(run.first, run.last), Kind.BODY)
        if run is None or run.first != phrase.first or not _looks_personal(run) or run.last >= phrase.last:
            return None
        return self._unknown(replace(phrase, runs=(run,))) if self.chart.stream[run.last].low == "," else None

    def _initials(self, run: Run) -> bool:
        """ "EUNAVFOR": one word of capitals."""
        return run.last - run.first == 1 and self.chart.surface(run.first, run.last).isupper()

    def _article_follows(self, run: Run) -> bool:
        stream = self.chart.stream[run.last : run.last + 2]
        return len(stream) == 2 and stream[0].low == "," and stream[1].low in mark_words("single")

    def _unknown(self, phrase: Phrase) -> Speaker | None:
        """Somebody that neither packs nor lexicons know: kept as named, in English letters."""
        names = [r for r in phrase.runs if self.chart.may_name(r)]
        run = max(names, key=lambda r: r.last - r.first, default=None)
        if run is None:
            return None
        name = english_name(self.chart.words_of(run), self.chart.language, None)
        kind = Kind.PERSON if _looks_personal(run) else Kind.BODY
        return Speaker(name.text, kind, gender=name.gender, surname=name.surname)


def _looks_personal(run: Run) -> bool:
    return run.last - run.first in (2, 3)


def _latin(name: str, language: str | None) -> str:
    return english_name(tuple(name.split()), language, None).text


def _without_article(text: str) -> str:
    first, _, rest = text.strip().partition(" ")
    return rest if first.casefold() in ("the", "a", "an", "these", "those", "some") else text.strip()
