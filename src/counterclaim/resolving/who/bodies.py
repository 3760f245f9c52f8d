"""Bodies: ministries, armies, services and authorities, by nation, region or the party they belong to."""

from dataclasses import replace

from counterclaim.records.conflict import Area, Party, PartyKind
from counterclaim.resolving.who.chart import Unit
from counterclaim.resolving.who.directory import Holder, holder_on
from counterclaim.resolving.who.persons import english_name
from counterclaim.resolving.who.phrase import LOCAL_SERVICES, Lands, Phrase
from counterclaim.resolving.who.speaker import Kind, Speaker
from counterclaim.resolving.who.vocabulary import Part, levels, nations, nouns

# A body without a nation, in a language that one nation alone writes: the nation's own.
_OWN_NATION = {"uk": "UA"}
_KINDS = {PartyKind.ARMED_GROUP: Kind.GROUP, PartyKind.COMPANY: Kind.COMPANY, PartyKind.MEDIA: Kind.MEDIA}
_ANY_FORCES = frozenset({"forces", "army"})
# Bare "the military" is whichever of these spoke last.
_MILITARY = frozenset({"forces", "army", "defence-ministry", "general-staff", "air-force", "navy", "air-defence"})
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
        if body is not None and not _same_body(party, body.key):
            return self._body_of_party(party, body.key, self.area(phrase)) or self.as_party(party)
        return self.as_party(party)

    def _closest(self, named: list[Party]) -> Party:
        """ "The UN agency OCHA": of international bodies of one side, the last, which is the more exact one."""
        first = named[0]
        if first.kind is not PartyKind.INTERNATIONAL or first.side is None:
            return first
        return [p for p in named if p.kind is PartyKind.INTERNATIONAL and p.side == first.side][-1]

    def _of_another_nation(self, party: Party, phrase: Phrase) -> Speaker | None:
        """ "Armenia's Investigative Committee" where the pack knows another nation's by that name."""
        named, own = phrase.one(Part.NATION), self.directory.nation_of(party)
        if named is None or own is None or named.key == own or party.role not in nouns():
            return None
        return self.national(party.role, named.key) if nouns()[party.role].part is Part.BODY else None

    def _body_of_party(self, party: Party, key: str, area: Area | None) -> Speaker | None:
        where = area.geonameid if area else None
        found = self.directory.within(key, party.id) or self.directory.office(key, area=where, side=party.side)
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
        level = self.level(phrase) if unit.key in LOCAL_SERVICES else ""
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

    def _named_by_region(self, phrase: Phrase) -> bool:
        """ "Харківщина": the region's own name."""
        unit = phrase.one(Part.AREA)
        return unit is not None and "щин" in self.chart.stream[unit.first].low

    def _levelled(self, level: str, key: str, phrase: Phrase, area: Area | None) -> Speaker:
        """A district's, region's or city's own service, with its place where the text gives one."""
        area = area or (None if phrase.place else self.area_around(phrase))
        where = area.name if area else phrase.place or ""
        country = (area.country if area else None) or _OWN_NATION.get(self.chart.language or "")
        side = area.side if area else self.directory.side_of_nation(country)
        what = "emergency service" if key == "emergency-service" else nouns()[key].english
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
        return Speaker(name, Kind.BODY, self.directory.side_of_nation(nation), None, key, nation=nation)

    def _bare_body(self, unit: Unit, phrase: Phrase) -> Speaker:
        """A body without a nation: of the place beside it, the one named before, or of whoever alone has spoken."""
        english = nouns()[unit.key].english
        if phrase.place:
            return Speaker(f"{phrase.place} {english}", Kind.BODY, role=unit.key)
        known = self.memory.last_role(unit.key)
        if known is not None:
            return known
        if unit.key in _ANY_FORCES and (spoken := self.memory.last_of(_MILITARY)) is not None:
            return spoken
        area = self.area_around(phrase) if unit.key in LOCAL_SERVICES else None
        nation = (area.country if area else None) or self.memory.nation() or _OWN_NATION.get(self.chart.language or "")
        if nation is None:
            nation = self.nation_around(phrase.first)
            if unit.key in _MILITARY and nation is not None and self.directory.fights_a_state(nation):
                nation = None
        if nation is not None:
            return self.national(unit.key, nation)
        return Speaker(english, Kind.BODY, role=unit.key, vague=True)

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
