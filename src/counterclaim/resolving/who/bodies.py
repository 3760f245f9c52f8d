"""Bodies: ministries, armies, services and authorities, by nation, region or the party they belong to."""

from dataclasses import replace

from counterclaim.records.conflict import Area, Party, PartyKind
from counterclaim.resolving.who.chart import Unit
from counterclaim.resolving.who.directory import Holder, holder_on
from counterclaim.resolving.who.persons import english_name
from counterclaim.resolving.who.phrase import LOCAL_SERVICES, Lands, Phrase
from counterclaim.resolving.who.place_names import english_place
from counterclaim.resolving.who.speaker import Kind, Speaker
from counterclaim.resolving.who.vocabulary import Part, here, levels, nations, nouns

_KINDS = {PartyKind.ARMED_GROUP: Kind.GROUP, PartyKind.COMPANY: Kind.COMPANY, PartyKind.MEDIA: Kind.MEDIA}
_ANY_FORCES = frozenset({"forces", "army"})
# Bare "the military" is whichever of these spoke last.
_ARMS = frozenset({"forces", "army", "general-staff", "air-force", "navy", "air-defence"})
MILITARY = frozenset({"forces", "army", "defence-ministry", "general-staff", "air-force", "navy", "air-defence"})
# Found in every region: without a place, that of the region spoken of.
_HEALTH = frozenset({"health-ministry", "health-department"})
_OF_A_TOWN = frozenset({"mayors-office", "city-administration"})
_SERVICES = frozenset({"intelligence", "security-service", "military-intelligence"})
# What one nation of a war calls so names it, wherever the text is.
_OF_ONE_NATION = frozenset(
    {"investigative-committee", "antiterrorism-committee", "emergency-ministry", "national-guard"}
)
_STAFFS = frozenset({"general-staff", "strategic-communications"})
_RULING = (PartyKind.ARMED_GROUP, PartyKind.GOVERNMENT)


class Bodies(Lands):
    """Names bodies."""

    __slots__ = ()

    def party(self, phrase: Phrase) -> Speaker | None:
        """A party that a pack knows by name, or a body of such a party ("the Hamas health ministry")."""
        units = [u for u in phrase.units if u.part is Part.PARTY]
        if not units:
            return None
        party = self._closest([self.directory.parties[u.key] for u in units])
        other = self._of_another_nation(party, phrase)
        if other is not None:
            return other
        body = phrase.one(Part.BODY)
        if party.name[0].islower() and (branch := self._branch(party, phrase)) is not None:
            return branch
        if body is not None and not _same_body(party, body.key) and not self._apposed(body, units[0]):
            return self._body_of_party(party, body.key, self.area(phrase)) or self.as_party(party)
        return self.as_party(party)

    def _apposed(self, body: Unit, party: Unit) -> bool:
        """ "Der Geheimdienst SBU": what the party is, said before its name."""
        return body.last == party.first and body.key in _SERVICES

    def _branch(self, party: Party, phrase: Phrase) -> Speaker | None:
        """ "The Karsk Resistance Committee": the place's own one of many of a kind ("resistance committees")."""
        unit = phrase.one(Part.PARTY)
        run = next((r for r in phrase.runs if unit and (r.last == unit.first or 0 <= r.first - unit.last <= 1)), None)
        area = self.area(phrase) or next((self.directory.areas[int(u.area)] for u in phrase.units if u.area), None)
        if unit is None or (area is None and (run is None or run.last - run.first > 3)):
            return None
        words = () if run is None else self.chart.words_of(run)
        place = area.name if area else " ".join(english_place(w, self.chart.language) for w in words)
        kind = party.name.removesuffix("s").title()
        return Speaker(f"{place} {kind}", Kind.BODY, party.side, party.id, party.role)

    def _closest(self, named: list[Party]) -> Party:
        """ "The UN agency OCHA": of international bodies of one side, the last, which is the more exact one."""
        first = named[0]
        if first.kind is not PartyKind.INTERNATIONAL or first.side is None:
            return first
        return [p for p in named if p.kind is PartyKind.INTERNATIONAL and p.side == first.side][-1]

    def _of_another_nation(self, party: Party, phrase: Phrase) -> Speaker | None:
        """ "Armenia's Investigative Committee" where the pack knows another nation's by that name."""
        named, own = phrase.one(Part.NATION), self.directory.nation_of(party)
        if named is None or named.key == own or party.role not in nouns():
            return None
        if own is None:
            found = self.directory.office(party.role, nation=named.key)
            return self.as_party(found) if found is not None else None
        return self.national(party.role, named.key) if nouns()[party.role].part is Part.BODY else None

    def _body_of_party(self, party: Party, key: str, area: Area | None) -> Speaker | None:
        where = area.geonameid if area else None
        found = self.directory.within(key, party.id) or self.directory.office(
            key, area=where, nation=self.directory.nation_of(party), side=party.side
        )
        if found is not None:
            return self.as_party(found)
        if party.kind not in _RULING or key in ("forces", "army"):
            return None
        name = f"{party.name} {nouns()[key].english}"
        return Speaker(name, Kind.BODY, party.side, party.id, key, nation=self.directory.nation_of(party))

    def as_party(self, party: Party) -> Speaker:
        """The party as a speaker; where it is called by its holder's name only, that person."""
        tenure = holder_on(party, self.day) if party.named_alone else None
        if tenure is not None:
            return self.as_holder(Holder(party, tenure))
        return Speaker(
            party.name,
            _KINDS.get(party.kind, Kind.BODY),
            party.side,
            party.id,
            party.role,
            party.area,
            self.directory.nation_of(party),
            reasons=(f"the pack knows {party.name}",),
        )

    def as_holder(self, holder: Holder) -> Speaker:
        """Somebody who holds an office, as a speaker."""
        party, name = holder.party, holder.tenure.name
        gender = english_name(tuple(name.split()), "en", None).gender
        return Speaker(
            name if party.named_alone else f"{for_gender(party.name, gender)} {name}",
            Kind.PERSON,
            party.side,
            party.id,
            party.role,
            party.area,
            self.directory.nation_of(party),
            gender,
            name.split()[-1],
            reasons=(f"{name} is in the pack as {party.name}",),
        )

    def body(self, phrase: Phrase) -> Speaker | None:
        """A body by its common noun and whose it is."""
        unit = phrase.one(Part.BODY)
        if unit is None:
            return None
        noun = nouns()[unit.key]
        area, nation = self.area(phrase), self.nation(phrase) or phrase.align or noun.nation
        if unit.key == "occupation-authorities":
            return self._installed(phrase, area)
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
        what = "emergency service" if key == "emergency-service" else nouns()[key].english
        what = what.lower() if key in _HEALTH else what
        name = f"{where} {level} {what}".strip()
        return Speaker(name, Kind.BODY, side, None, key, area.geonameid if area else None, country, vague=not where)

    def _installed(self, phrase: Phrase, area: Area | None) -> Speaker | None:
        """An occupation administration, of the place that it runs where the text names it."""
        nation = self.nation(phrase) or phrase.align or nouns()["occupation-authorities"].nation
        base = self.national("occupation-authorities", nation) if nation else None
        if base is None:
            return None
        area = area or self.area_in_sentence(phrase)
        where = area.name if area else phrase.place
        if not where:
            return base
        return replace(base, name=f"{base.name.replace('authorities', 'administration')} of {where}", party=None)

    def national(self, key: str, nation: str) -> Speaker:
        """A nation's body: the pack's, else "Russian police"."""
        party = self.directory.office(key, nation=nation)
        if party is not None:
            return self.as_party(party)
        name = f"{nations()[nation].adjective} {nouns()[key].english}"
        if key in _STAFFS:
            name = f"{nouns()[key].english} of the {nations()[nation].adjective} Armed Forces"
        return Speaker(name, Kind.BODY, self.directory.side_of_nation(nation), None, key, nation=nation)

    def _bare_body(self, unit: Unit, phrase: Phrase) -> Speaker:
        """A body without a nation: of the place beside it, the one named before, or of whoever alone has spoken."""
        english = nouns()[unit.key].english
        if phrase.place:
            return Speaker(f"{phrase.place} {english}", Kind.BODY, role=unit.key)
        known = self.memory.last_role(unit.key)
        if known is not None:
            return known
        spoken = self.memory.last_of(MILITARY) if unit.key in MILITARY else None
        if spoken is not None and unit.key in _ANY_FORCES:
            return spoken
        town = self.town_around(phrase) if unit.key in _OF_A_TOWN else None
        if town is not None:
            return self._in_town(unit.key, town)
        nation = self._nation_of_bare(unit, phrase, spoken)
        only = self.directory.in_theatre(unit.key, nation) if unit.key in _OF_ONE_NATION else None
        if only is not None:
            return self.as_party(only)
        if nation is not None:
            return self.national(unit.key, nation)
        return Speaker(english, Kind.BODY, role=unit.key, vague=True)

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
        if unit.key in MILITARY and nation is not None and self.directory.fights_a_state(nation):
            nation = None
        return nation or (own if unit.key not in _ARMS else None)

    def _authorities(self, key: str, phrase: Phrase, area: Area | None, nation: str | None) -> Speaker:
        """Authorities of a region, of a nation, or, where the text says only "local", of the place it speaks of."""
        local = key != "authorities"
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

    def land(self, phrase: Phrase) -> Speaker | None:
        """A country or capital that speaks is its government; a region that speaks, its authorities."""
        unit = phrase.one(Part.NATION, Part.CAPITAL)
        if unit is not None and phrase.align and phrase.align != unit.key:
            name = f"pro-{nations()[phrase.align].adjective} {nations()[unit.key].adjective} fighters"
            return Speaker(name, Kind.GROUP, self.directory.side_of_nation(phrase.align), nation=phrase.align)
        if unit is not None:
            return self.national("government", unit.key)
        area = self.area(phrase)
        return self._of_area("local-authorities", area) if area else None


def for_gender(title: str, gender: str | None) -> str:
    """ "Kremlin spokesperson" as English newspapers write it of a man or a woman; unchanged where unknown."""
    if gender is None or not title.endswith("spokesperson"):
        return title
    return title.removesuffix("person") + ("man" if gender == "m" else "woman")


def _same_body(party: Party, key: str) -> bool:
    english = nouns()[key].english.casefold()
    return party.role == key or key in ("authorities", "government") or english in party.name.casefold()
