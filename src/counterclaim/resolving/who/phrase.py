"""A noun phrase taken apart, and the lands it names."""

from collections import Counter
from dataclasses import dataclass, replace

from counterclaim.records.conflict import Area, PartyKind
from counterclaim.resolving.who.chart import Chart, Run, Unit
from counterclaim.resolving.who.directory import Directory
from counterclaim.resolving.who.memory import Memory
from counterclaim.resolving.who.persons import morphology
from counterclaim.resolving.who.place_names import english_place
from counterclaim.resolving.who.spelling import is_cyrillic
from counterclaim.resolving.who.vocabulary import BEHIND, Part, filler, locating, mark_words, numbers, writers

OF_A_REGION = frozenset(
    {"governor", "mayor", "head", "deputy-governor", "village-head", "district-head", "deputy-head"}
)
LOCAL_SERVICES = frozenset(
    {"police", "emergency-service", "prosecutors", "hospital", "investigators", "investigative-committee"}
)
_OFFICES = frozenset({"мэр", "мер", "губернатор", "глава", "голова", "градоначальник"})
# Beginnings of the words for a town that stand beside its name.
TOWN = ("city", "town", "місь", "міст", "горо", "ville", "stadt")
_COMPASS = ("east", "west", "north", "south", "восто", "запад", "север", "южн", "схід", "захід", "північ", "півден")
_OF_THE = frozenset({"the", "of", "des", "du", "de", "la", "le", "les", "l'", "der", "dem"})
_LOOK_BACK = 300
_TO = frozenset({"to", "with", "à", "au", "aux", "mit", "с", "з"})
_ARTICLES = frozenset({"the", "der", "die", "le", "la"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """The parts of one noun phrase, tokens ``first`` to ``last``. ``runs`` may be names of persons; ``place`` is the
    English name of a place that no pack knows; ``align`` the nation on whose side somebody is said to fight.
    """

    first: int
    last: int
    units: tuple[Unit, ...]
    runs: tuple[Run, ...]
    align: str | None = None
    place: str | None = None

    def one(self, *parts: Part) -> Unit | None:
        """The first unit of those parts."""
        return next((u for u in self.units if u.part in parts), None)

    def without(self, unit: Unit) -> "Phrase":
        """The phrase without that unit."""
        return replace(self, units=tuple(u for u in self.units if u is not unit))


@dataclass(frozen=True, slots=True)
class Lands:
    """Takes phrases of one report apart. ``day`` is its publication day (EDTF) or None."""

    chart: Chart
    memory: Memory
    day: str | None

    @property
    def directory(self) -> Directory:
        """The packs' look-ups."""
        return self.chart.directory

    def phrase(self, first: int, last: int) -> Phrase:
        """The parts of the noun phrase in the token range."""
        units: list[Unit] = []
        align, waiting = None, False
        for unit in self.chart.between(first, last):
            if unit.part is Part.PRO and unit.key == BEHIND:
                lands = [u for u in units if u.part in (Part.NATION, Part.CAPITAL)]
                align = lands[-1].key if lands else align
                units = [u for u in units if not lands or u is not lands[-1]]
            elif unit.part is Part.PRO:
                align, waiting = unit.key or align, not unit.key
            elif waiting and unit.part in (Part.NATION, Part.CAPITAL):
                align, waiting = unit.key, False
            elif unit.part is Part.PARTY and self.allied(unit):
                continue
            elif unit.part not in (Part.ANTI, Part.AND, Part.CITING):
                units.append(unit)
        found = Phrase(first, last, tuple(units), tuple(self.chart.runs(first, last)), align)
        return self._placed(found)

    def allied(self, party: Unit) -> bool:
        """ "L'organisation liée à al-Qaïda", "die mit dem IS verbündete Gruppe": the party is another's ally."""
        before = any(self._links_on(n) for n in range(max(0, party.first - 3), party.first))
        behind = [t.low for t in self.chart.stream[party.last : party.last + 2]]
        if not before and (not behind or behind[0] not in mark_words("linked") or behind[-1] in _TO):
            return False
        near = self.chart.between(max(0, party.first - 5), party.last + 4)
        return any(u.part in (Part.CLASS, Part.GROUP) or (u.part is Part.PARTY and u is not party) for u in near)

    def _links_on(self, n: int) -> bool:
        """Whether token ``n`` links what precedes it with what follows, not the other way round as in "dem IS
        verbündete".
        """
        stream = self.chart.stream
        if stream[n].low not in mark_words("linked"):
            return False
        after = n + 1 < len(stream) and stream[n + 1].low in _TO
        return after or not any(u.last == n and u.part is Part.PARTY for u in self.chart.between(max(0, n - 4), n))

    def number_before(self, unit: Unit, phrase: Phrase) -> str:
        """How many unnamed people speak, in English, "" where the text does not say."""
        low = (self.chart.stream[n].low for n in range(max(phrase.first - 1, unit.first - 3, 0), unit.first))
        return next((numbers()[w] for w in low if w in numbers()), "")

    def western(self, phrase: Phrase) -> bool:
        """Whether the phrase says "Western", of no one country."""
        first = max(0, phrase.first - 1)
        return any(self.chart.stream[n].low in mark_words("western") for n in range(first, phrase.last))

    # ------------------------------------------------------------ places that no pack knows
    def _placed(self, phrase: Phrase) -> Phrase:
        """Moves a run of capitals that is the place of an office or body from the names to ``place``."""
        for head in phrase.units:
            if head.part not in (Part.ROLE, Part.BODY):
                continue
            for run in phrase.runs:
                cut = self._place_cut(head, run, phrase)
                if cut:
                    words = self.chart.words_of(Run(run.first, cut))
                    place = " ".join(english_place(w, self.chart.language) for w in words)
                    rest = [r for r in phrase.runs if r is not run] + ([Run(cut, run.last)] if cut < run.last else [])
                    return replace(phrase, place=place, runs=tuple(sorted(rest, key=lambda r: r.first)))
        return phrase

    def _place_cut(self, head: Unit, run: Run, phrase: Phrase) -> int:
        """The token after the place that begins ``run``, 0 where the run is no place of ``head``."""
        between = [self.chart.stream[n].low for n in range(run.last, head.first)]
        if run.last <= head.first and between in ([], ["'s"]) and run.last - run.first <= 2:
            return run.last
        between = [self.chart.stream[n].low for n in range(head.last, run.first)]
        called = {self.chart.stream[u.first].low for u in phrase.units if u.part is Part.REGION}
        if run.first < head.last or any(w not in filler() and w not in called for w in between):
            return 0
        if not is_cyrillic(self.chart.surface(run.first, run.last)):
            alone = run.last - run.first < 3 or any(r.first > run.first for r in phrase.runs)
            return 0 if not between or between[-1] in _ARTICLES else run.last if alone else run.last - 2
        if run.last - run.first >= 3:
            return run.first + 1
        follows = self.chart.between(run.last, run.last + 1)
        named_region = bool(follows) and follows[0].part is Part.REGION
        others = any(r.first > run.first for r in phrase.runs)
        lone_word = run.last - run.first == 1
        place = named_region or others or head.part is Part.BODY or self._in_genitive(head, run)
        return run.last if lone_word and place else 0

    def _in_genitive(self, head: Unit, run: Run) -> bool:
        """ "Мэр Степанакерта": behind an office in the nominative, what stands in the genitive is its place."""
        word = self.chart.surface(run.first, run.first + 1)
        if self.chart.stream[head.last - 1].low not in _OFFICES or not word.endswith(("а", "я", "ы", "и", "і", "ї")):
            return False
        parses = morphology("uk" if self.chart.language == "uk" else "ru").parse(word)
        return not any("Surn" in str(p.tag) and "nomn" in str(p.tag) for p in parses)

    # ------------------------------------------------------------ places of the packs
    def area(self, phrase: Phrase) -> Area | None:
        """The region or town in the phrase; a capital counts where an office of a town stands beside it."""
        for unit in phrase.units:
            if unit.part is Part.AREA:
                return self.directory.areas[int(unit.key)]
        heads = [u.key for u in phrase.units if u.part in (Part.ROLE, Part.BODY)]
        local = any(k in OF_A_REGION | LOCAL_SERVICES or "administration" in k or "-authorities" in k for k in heads)
        if not heads or not (local or phrase.one(Part.REGION)):
            return None
        return next((self.directory.areas[int(u.area)] for u in phrase.units if u.area is not None), None)

    def nation(self, phrase: Phrase) -> str | None:
        """The country that the phrase names, or whose capital it names."""
        unit = phrase.one(Part.NATION) or phrase.one(Part.CAPITAL)
        return unit.key if unit else None

    def area_in_sentence(self, phrase: Phrase) -> Area | None:
        """The first region that the sentence speaks of."""
        units = [u for u in self.chart.between(*self._sentence(phrase.first)) if u.part is Part.AREA or u.area]
        return self.directory.areas[int(units[0].area or units[0].key)] if units else None

    def area_around(self, phrase: Phrase) -> Area | None:
        """The region that the sentence speaks of, else the last one before it."""
        found = self.area_in_sentence(phrase)
        if found is not None:
            return found
        return self._area_before(phrase)

    def _area_before(self, phrase: Phrase) -> Area | None:
        """The region last named or spoken for before the phrase."""
        earlier, spoken = self.chart.last_before(phrase.first, Part.AREA), self.memory.area
        if spoken is not None and (earlier is None or spoken[0] >= earlier.first):
            return self.directory.area_of(spoken[1])
        return self.directory.areas[int(earlier.key)] if earlier else None

    def region_around(self, phrase: Phrase) -> Area | None:
        """As ``area_around``, but one that a governor heads, where the text has any."""
        low, high = self._sentence(phrase.first)
        units = [u for u in self.chart.between(low, high) if u.part is Part.AREA or u.area is not None]
        before = [u for u in self.chart.units_before(phrase.first, _LOOK_BACK) if u.part is Part.AREA]
        named = [self.directory.areas[int(u.area or u.key)] for u in units]
        around = self._area_before(phrase)
        pool = [*named, *([around] if around else ()), *(self.directory.areas[int(u.key)] for u in reversed(before))]
        governed = (a for a in pool if self.directory.office("governor", area=a.geonameid) is not None)
        return next(governed, pool[0] if pool else None)

    def town_around(self, phrase: Phrase) -> Area | None:
        """The last town named before the phrase or in its sentence that has an area's name and is called no region."""
        low, high = self._sentence(phrase.first)
        units = [u for u in self.chart.between(max(0, low - _LOOK_BACK), high) if u.part is Part.AREA or u.area]
        towns = [u for u in units if not self._called_region(u)]
        return self.directory.areas[int(towns[-1].area or towns[-1].key)] if towns else None

    def _called_region(self, unit: Unit) -> bool:
        around = self.chart.between(max(0, unit.first - 2), unit.last + 2)
        words = [self.chart.stream[u.first].low for u in around if u.part is Part.REGION]
        low = self.chart.stream[unit.first].low
        return any(not w.startswith(TOWN) for w in words) or low.endswith(("щина", "щині", "щину", "щини"))

    def home_nation(self) -> str | None:
        """The nation whose press writes the text's language, where the text tells of its war; None for others."""
        own = writers().get(self.chart.language or "")
        if own is None:
            return None
        named = Counter(self._country(u) for u in self.chart.units[:_LOOK_BACK])
        here, all_named = sum(named[nation.code] for nation in writers().values()), sum(named.values()) - named[""]
        tells = here > 0 and 2 * here > all_named if own.shared else here > 0 or not all_named
        return own.code if tells else None

    def _country(self, unit: Unit) -> str:
        if unit.part is Part.AREA:
            return self.directory.areas[int(unit.key)].country
        if unit.part is Part.PARTY:
            party = self.directory.parties[unit.key]
            whose = party.side if party.kind is PartyKind.ARMED_GROUP else None
            return self.directory.nation_of(party) or whose or ""
        return unit.key if unit.part in (Part.NATION, Part.CAPITAL) else ""

    def nation_of_text(self) -> str | None:
        """The country in which the text has things happen, else the only state that fights the armed groups named."""
        located = self.nation_around(len(self.chart.stream))
        if located is not None:
            return located
        named = (self.directory.parties[u.key] for u in self.chart.units[:_LOOK_BACK] if u.part is Part.PARTY)
        return self.directory.state_against(p for p in named if p.kind is PartyKind.ARMED_GROUP and p.side)

    def nation_around(self, token: int) -> str | None:
        """The country in which the text so far has things happen ("in Congo", "(DR Congo)", a region of it); None where
        two come near one another. Who only acts ("Russian drones") does not count.
        """
        counts: Counter[str] = Counter()
        for unit in self.chart.units_before(token, _LOOK_BACK):
            if unit.part is Part.AREA or unit.area is not None:
                counts[self.directory.land_of(self.directory.areas[int(unit.area or unit.key)])] += 1
            elif unit.part in (Part.NATION, Part.CAPITAL) and self._locates(unit.first - 1):
                counts[unit.key] += 1
        ranked = counts.most_common(2)
        if not ranked or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
            return None
        return ranked[0][0]

    def _locates(self, before: int) -> bool:
        """Whether the words before say so: "in", "(", "eastern", "im Osten des", "dans l'est de la"."""
        for n in range(before, max(-1, before - 4), -1):
            low = self.chart.stream[n].low
            if low in locating() or low.startswith(_COMPASS):
                return True
            if low not in _OF_THE:
                return False
        return False

    def _sentence(self, token: int) -> tuple[int, int]:
        """The token range between the full stops around ``token`` (abbreviations cut it short, which does no harm)."""
        start = end = token
        while start > max(0, token - 200) and not self._stop(start - 1):
            start -= 1
        while end < min(len(self.chart.stream), token + 200) and not self._stop(end):
            end += 1
        return start, end

    def _stop(self, n: int) -> bool:
        if self.chart.stream[n].low not in (".", "!", "?", "…"):
            return False
        if n + 1 >= len(self.chart.stream):
            return True
        follows = self.chart.stream[n + 1].start
        return self.chart.text[follows].isupper() or "\n" in self.chart.text[self.chart.stream[n].end : follows]
