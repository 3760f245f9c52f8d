"""Parties that a pack knows by name, and the bodies of parties and nations."""

from dataclasses import replace

from counterclaim.records.conflict import Area, Party, PartyKind
from counterclaim.resolving.who.chart import Unit
from counterclaim.resolving.who.directory import Holder, holder_on
from counterclaim.resolving.who.persons import english_name
from counterclaim.resolving.who.phrase import Lands, Phrase
from counterclaim.resolving.who.place_names import english_place
from counterclaim.resolving.who.speaker import Kind, Speaker
from counterclaim.resolving.who.vocabulary import Part, filler, mark_words, nations, nouns

_KINDS = {PartyKind.ARMED_GROUP: Kind.GROUP, PartyKind.COMPANY: Kind.COMPANY, PartyKind.MEDIA: Kind.MEDIA}
_SERVICES = frozenset({"intelligence", "security-service", "military-intelligence"})
_STAFFS = frozenset({"general-staff", "strategic-communications"})
_RULING = (PartyKind.ARMED_GROUP, PartyKind.GOVERNMENT)


class Parties(Lands):
    """Names parties."""

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
        if self._explained_behind(units[0]):
            return self.as_party(self.directory.parties[units[0].key])
        if body is not None and self._its_people(body, party) and self._beside(body, units[0]):
            return replace(self.as_party(party), name=f"{singular(party.name)} officials", role="officials")
        if body is not None and not _same_body(party, body.key) and not self._apposed(body, units[0]):
            return self._body_of_party(party, body.key, self.area(phrase)) or self.as_party(party)
        return self.as_party(party)

    def _explained_behind(self, party: Unit) -> bool:
        """ "UNIFIL, a peacekeeping force": what a comma and an article follow is explained, not owned."""
        stream = self.chart.stream
        return (
            party.last + 1 < len(stream)
            and stream[party.last].low == ","
            and (stream[party.last + 1].low in mark_words("single"))
        )

    def _its_people(self, body: Unit, party: Party) -> bool:
        """ "Hamas officials": persons of an armed group, which has no authorities of a state."""
        word = self.chart.stream[body.last - 1].low.rpartition("-")[2]
        return body.key == "authorities" and party.kind is PartyKind.ARMED_GROUP and word in mark_words("titles")

    def _beside(self, body: Unit, party: Unit) -> bool:
        """Whether only articles and the like stand between: not "Hamas health officials"."""
        between = range(min(body.last, party.last), max(body.first, party.first))
        return all(self.chart.stream[n].low in filler() for n in between)

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
        # Another side's ministry in the same land is not this party's.
        if found is not None and found.side == party.side:
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

    def before_office(self, body: Speaker) -> str:
        """A body's name as it stands before an office: "UN humanitarian chief"."""
        initials = "".join(w[0] for w in body.name.split())
        return initials if body.party and initials == body.side else body.name

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

    def national(self, key: str, nation: str) -> Speaker:
        """A nation's body: the pack's, else "Russian police"."""
        party = self.directory.office(key, nation=nation)
        if party is not None:
            return self.as_party(party)
        name = f"{nations()[nation].adjective} {nouns()[key].english}"
        if key in _STAFFS:
            name = f"{nouns()[key].english} of the {nations()[nation].adjective} Armed Forces"
        return Speaker(name, Kind.BODY, self.directory.side_of_nation(nation), None, key, nation=nation)


def for_gender(title: str, gender: str | None) -> str:
    """ "Kremlin spokesperson" as English newspapers write it of a man or a woman; unchanged where unknown."""
    if gender is None or not title.endswith("spokesperson"):
        return title
    return title.removesuffix("person") + ("man" if gender == "m" else "woman")


def _same_body(party: Party, key: str) -> bool:
    english = nouns()[key].english.casefold()
    return party.role == key or key in ("authorities", "government") or english in party.name.casefold()


def singular(name: str) -> str:
    """ "Houthi" of "Houthis", as it stands before a noun."""
    return name.removesuffix("s") if name.endswith("is") else name
