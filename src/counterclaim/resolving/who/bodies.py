"""Bodies: ministries, armies, services and authorities, by nation, region or the party they belong to."""

from dataclasses import replace

from counterclaim.records.conflict import Area
from counterclaim.resolving.who.chart import Unit
from counterclaim.resolving.who.formations import military_unit
from counterclaim.resolving.who.parties import Parties
from counterclaim.resolving.who.phrase import LOCAL_SERVICES, Phrase
from counterclaim.resolving.who.speaker import Kind, Speaker
from counterclaim.resolving.who.vocabulary import Part, here, levels, nations, nouns

_ANY_FORCES = frozenset({"forces", "army"})
# "The army's Sixth Division" is a part of the army, no place.
_INSTALLED = "occupation-authorities"
_FORMATIONS = frozenset({"Division", "Command", "Squadron", "Fleet", "Wing"})
# Bare "the military" is whichever of these spoke last.
_ARMS = frozenset({"forces", "army", "general-staff", "air-force", "navy", "air-defence"})
MILITARY = frozenset({"forces", "army", "defence-ministry", "general-staff", "air-force", "navy", "air-defence"})
# The state's alone, where a country is at war within itself; "troops" and "soldiers" may be either's.
_OF_THE_STATE = frozenset({"army", "defence-ministry", "general-staff"})
# One soldier, where the plural means the forces.
_ONE_SOLDIER = frozenset({"військовий", "військового", "военный", "военного"})
# Found in every region: without a place, that of the region spoken of.
_HEALTH = frozenset({"health-ministry", "health-department"})
_OF_A_TOWN = frozenset({"mayors-office", "city-administration"})
# What one nation of a war calls so names it, wherever the text is.
_OF_ONE_NATION = frozenset(
    {"investigative-committee", "antiterrorism-committee", "emergency-ministry", "national-guard"}
)


class Bodies(Parties):
    """Names bodies."""

    __slots__ = ()

    def body(self, phrase: Phrase) -> Speaker | None:
        """A body by its common noun and whose it is."""
        unit, numbered = phrase.one(Part.BODY), self.numbered(phrase)
        if unit is None or numbered is not None:
            return numbered
        noun = nouns()[unit.key]
        formation = phrase.place if unit.key in _ANY_FORCES else None
        if formation and formation.split()[-1] in _FORMATIONS:
            whole = self.body(replace(phrase, place=None))
            return replace(whole, name=f"{whole.name} {formation}", party=None) if whole else None
        area, nation = self.area(phrase), self.nation(phrase) or phrase.align or noun.nation
        if unit.key == _INSTALLED:
            return self._installed(phrase, area, nation)
        level = self.level(phrase) if unit.key in LOCAL_SERVICES else self._health_level(unit, phrase)
        if level:
            return self._levelled(level, unit.key, phrase, area)
        if unit.key.endswith("authorities"):
            return self._authorities(unit.key, phrase, area, nation)
        party = self.directory.office(unit.key, area=area.geonameid if area else None, nation=nation)
        if party is not None:
            return self.as_party(party)
        if area is not None:
            name = f"{area.name} {noun.english}"
            return Speaker(name, Kind.BODY, area.side, None, unit.key, area.geonameid, area.country)
        return self.national(unit.key, nation) if nation else self._bare_body(unit, phrase)

    def party(self, phrase: Phrase) -> Speaker | None:
        """As for any party; an occupation administration is that of the place it runs."""
        found = super().party(phrase)
        if found is None or found.role != _INSTALLED:
            return found
        return self._installed(phrase, self.area(phrase), found.nation)

    def numbered(self, phrase: Phrase) -> Speaker | None:
        """ "The 47th Mechanized Brigade", of the nation in the phrase or of the text's own."""
        name = military_unit(self.chart, phrase.first, phrase.last)
        if name is None:
            return None
        nation = self.nation(phrase) or phrase.align or self.home_nation()
        return Speaker(name, Kind.BODY, self.directory.side_of_nation(nation), role="unit", nation=nation)

    def level(self, phrase: Phrase) -> str:
        """Of which level a local service is: "district", "regional", "city", or "" where the text does not say."""
        for n in range(phrase.first, phrase.last):
            low = self.chart.stream[n].low
            found = next((name for name, stems in levels() if low.startswith(stems)), None)
            if found is not None:
                return found
        return "regional" if self._named_by_region(phrase) else ""

    def _health_level(self, unit: Unit, phrase: Phrase) -> str:
        """ "The regional health department", "тамтешнє міністерство охорони здоров'я": "regional", else ""."""
        if unit.key not in _HEALTH or self.nation(phrase) is not None:
            return ""
        low = (self.chart.stream[n].low for n in range(max(0, phrase.first - 2), phrase.last))
        return "regional" if any(w.startswith(here()) for w in low) else ""

    def _named_by_region(self, phrase: Phrase) -> bool:
        """ "Харківщина": the region's own name."""
        unit = phrase.one(Part.AREA)
        return unit is not None and "щин" in self.chart.stream[unit.first].low

    def _levelled(self, level: str, key: str, phrase: Phrase, area: Area | None) -> Speaker:
        """A district's, region's or city's own service, with its place where the text gives one."""
        if area is None and not phrase.place:
            area = self.region_around(phrase) if level == "regional" else self.area_around(phrase)
        where = area.name if area else phrase.place or ""
        country = (area.country if area else None) or self.home_nation()
        side = area.side if area else self.directory.side_of_nation(country)
        side = None if self.directory.divided(country) else side
        what = "emergency service" if key == "emergency-service" else nouns()[key].english
        what = what.lower() if key in _HEALTH else what
        name = f"{where} {level} {what}".strip()
        return Speaker(name, Kind.BODY, side, None, key, area.geonameid if area else None, country, vague=not where)

    def _installed(self, phrase: Phrase, area: Area | None, nation: str | None) -> Speaker | None:
        """An occupation administration, of the place that it runs where the text names it. Without a nation: of the
        one that has such an administration in the pack whose theatre the text is of.
        """
        area = area or self.area_in_sentence(phrase)
        if nation is None:
            country = area.country if area else self.home_nation() or self.nation_around(phrase.first)
            known = self.directory.in_theatre(_INSTALLED, country)
            nation = self.directory.nation_of(known) if known else None
        if nation is None:
            return Speaker(nouns()[_INSTALLED].english, Kind.BODY, role=_INSTALLED, vague=True)
        base = self.national(_INSTALLED, nation)
        where = area.name if area else phrase.place
        if not where:
            return base
        return replace(base, name=f"{base.name.replace('authorities', 'administration')} of {where}", party=None)

    def _bare_body(self, unit: Unit, phrase: Phrase) -> Speaker:
        """A body without a nation: of the place beside it, the one named before, or of whoever alone has spoken."""
        english = nouns()[unit.key].english
        if phrase.place:
            return Speaker(f"{phrase.place} {english}", Kind.BODY, role=unit.key)
        if unit.key == "forces" and self.chart.stream[unit.first].low in _ONE_SOLDIER:
            return Speaker("unnamed soldier", Kind.PEOPLE, role="soldier")
        known = self.memory.last_role(unit.key)
        if known is None and unit.key not in _ANY_FORCES:
            known = self.memory.named_by_one_nation(unit.key)
        if known is not None:
            return known
        spoken = self.memory.last_of(MILITARY) if unit.key in MILITARY else None
        if spoken is not None and unit.key in _ANY_FORCES:
            return spoken
        town = self.town_around(phrase) if unit.key in _OF_A_TOWN else None
        if unit.key == "operational-headquarters":
            town = self.area_around(phrase)
        if town is not None:
            return self._in_town(unit.key, town)
        nation = self._nation_of_bare(unit, phrase, spoken)
        only = self.directory.in_theatre(unit.key, nation) if unit.key in _OF_ONE_NATION else None
        if only is not None:
            return self.as_party(only)
        if nation is not None:
            return self._by_place(unit.key, nation, self._held_otherwise(unit, phrase))
        return Speaker(english, Kind.BODY, role=unit.key, vague=True)

    def _held_otherwise(self, unit: Unit, phrase: Phrase) -> Area | None:
        """The place around a local service where it is in another side's hands than the rest of its country."""
        area = self.area_around(phrase) if unit.key in LOCAL_SERVICES else None
        if area is None or area.side in (None, self.directory.side_of_nation(area.country)):
            return None
        return area

    def _by_place(self, key: str, nation: str, area: Area | None) -> Speaker:
        """A nation's body that only the place tells; whose it is, is open where the country is at war within itself."""
        if area is not None:
            name = f"{area.name} {nouns()[key].english}"
            side = None if key == "hospital" else area.side
            return Speaker(name, Kind.BODY, side, None, key, area.geonameid, area.country)
        found = self.national(key, nation)
        if key in _OF_THE_STATE or not self.directory.divided(nation):
            return found
        return replace(found, side=None, party=None)

    def _in_town(self, key: str, area: Area) -> Speaker:
        party = self.directory.office(key, area=area.geonameid)
        if party is not None:
            return self.as_party(party)
        name = f"{area.name} {nouns()[key].english}"
        return Speaker(name, Kind.BODY, area.side, None, key, area.geonameid, area.country)

    def _nation_of_bare(self, unit: Unit, phrase: Phrase, spoken: Speaker | None) -> str | None:
        """Whose a body without a nation is: of the region spoken of, of who alone has spoken, of the text's land."""
        area = self.area_around(phrase) if unit.key in LOCAL_SERVICES else None
        own = self.home_nation()
        nation = (area.country if area else None) or self.memory.nation() or (own if own == "UA" else None)
        if nation is not None:
            return nation
        nation = self.nation_around(phrase.first) or (spoken.nation if spoken else None)
        if nation is None and unit.key in _OF_THE_STATE and own is None:
            nation = self.nation_of_text()
        if unit.key in MILITARY and nation is not None and self.directory.fights_a_state(nation):
            nation = None
        return nation or (own if unit.key not in _ARMS else None)

    def _authorities(self, key: str, phrase: Phrase, area: Area | None, nation: str | None) -> Speaker:
        """Authorities of a region, of a nation, or, where the text says only "local", of the place it speaks of."""
        local = key != "authorities"
        if not local and area is None and nation is None and self.western(phrase):
            return Speaker("Western officials", Kind.BODY, role="officials", vague=True)
        if area is None and not phrase.place and not (nation and not local):
            area = self.area_around(phrase) if local else self.area_in_sentence(phrase)
            nation = nation or self.memory.nation()
        if area is not None:
            return self._of_area(key, area)
        if phrase.place:
            return Speaker(f"{phrase.place} authorities", Kind.BODY, self.directory.side_of_nation(nation), role=key)
        if nation is not None:
            return self.national("authorities", nation)
        return Speaker(nouns()[key].english, Kind.BODY, role=key, vague=True)

    def _of_area(self, key: str, area: Area) -> Speaker:
        office = self.directory.office
        party = office(key, area=area.geonameid) or office("authorities", area=area.geonameid)
        if party is not None:
            return self.as_party(party)
        what = "regional authorities" if key == "regional-authorities" else "authorities"
        return Speaker(f"{area.name} {what}", Kind.BODY, area.side, None, key, area.geonameid, area.country)

    def where(self, phrase: Phrase) -> str:
        """The area, else the adjective of the nation in the phrase; "" where it has neither."""
        area, nation = self.area(phrase), self.nation(phrase)
        return area.name if area else nations()[nation].adjective if nation else ""

    def held(self, unit: Unit) -> Area | None:
        """The capital as a place that the pack has in other hands than its country; None for any other."""
        area = self.directory.areas[int(unit.area)] if unit.area is not None and unit.part is Part.CAPITAL else None
        return area if area and area.side and area.side != self.directory.side_of_nation(unit.key) else None

    def land(self, phrase: Phrase) -> Speaker | None:
        """A country or capital that speaks is its government; a region that speaks, its authorities."""
        unit = phrase.one(Part.NATION, Part.CAPITAL)
        if unit is not None and (held := self.held(unit)) is not None:
            return self._of_area("local-authorities", held)
        if unit is not None and phrase.align and phrase.align != unit.key:
            name = f"pro-{nations()[phrase.align].adjective} {nations()[unit.key].adjective} fighters"
            return Speaker(name, Kind.GROUP, self.directory.side_of_nation(phrase.align), nation=phrase.align)
        if unit is not None:
            return self.national("government", unit.key)
        area = self.area(phrase)
        return self._of_area("local-authorities", area) if area else None
