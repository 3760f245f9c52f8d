"""The conflict packs as one directory: who is called so, who holds an office, which side a nation is on."""

import functools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from counterclaim.records.conflict import Area, Conflict, Party, PartyKind, Side, Tenure
from counterclaim.resolving.who.spelling import keys
from counterclaim.resolving.who.vocabulary import Meaning, Part, is_capitals, is_proper
from counterclaim.words.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Holder:
    """A person in an office."""

    party: Party
    tenure: Tenure


class Directory:
    """Look-ups over all packs. Where two packs know the same name, the pack named first answers."""

    def __init__(self, packs: tuple[Conflict, ...]) -> None:
        self.packs = packs
        self.parties: dict[str, Party] = {}
        self.areas: list[Area] = [a for c in packs for a in c.areas]
        self._areas = {a.geonameid: a for a in self.areas}
        self._roles: dict[tuple[str, object], Party] = {}
        self._rivals: dict[tuple[str, int], list[Party]] = {}
        self._holders: dict[str, list[Holder]] = {}
        self._homes: dict[str, str] = {}
        for conflict in packs:
            for side in conflict.sides:
                self._add_side(side)
            for party in conflict.parties:
                self._add_party(party)
        self.lexicon: Lexicon[Meaning] = Lexicon(self._entries())

    def _add_side(self, side: Side) -> None:
        for home in side.home:
            self._homes.setdefault(home, side.code)

    def _add_party(self, party: Party) -> None:
        self.parties.setdefault(party.id, party)
        if party.role:
            places: list[object] = [w for w in (party.area, party.nation) if w]
            for where in places or [party.side]:
                self._roles.setdefault((party.role, where), party)
            if party.area:
                self._rivals.setdefault((party.role, party.area), []).append(party)
            if party.within:
                self._roles.setdefault((party.role, f"within:{party.within}"), party)
        for tenure in party.tenures:
            for surname in {tenure.name.split()[-1], *(a.text for a in tenure.aliases)}:
                for key in keys(surname.split()[-1]):
                    self._holders.setdefault(key, []).append(Holder(party, tenure))

    def _entries(self) -> Iterator[tuple[str, Meaning]]:
        for conflict in self.packs:
            for party in conflict.parties:
                for alias in party.aliases:
                    yield alias.text, Meaning(Part.PARTY, party.id, is_capitals(alias.text), is_proper(alias.text))
        for number, area in enumerate(self.areas):
            for phrase in area.aliases:
                yield phrase, Meaning(Part.AREA, str(number), is_capitals(phrase), is_proper(phrase))

    def land_of(self, area: Area) -> str:
        """The country that rules the area: whose side the pack has it on, else the one it lies in."""
        if area.side is None or self._homes.get(area.country) == area.side:
            return area.country
        return next((h for h, code in self._homes.items() if code == area.side and "." not in h), area.country)

    def area_of(self, geonameid: int | None) -> Area | None:
        """The area with that number."""
        return self._areas.get(geonameid) if geonameid is not None else None

    def side_of_nation(self, code: str | None) -> str | None:
        """The side whose home that country is, None where no pack has one."""
        return self._homes.get(code) if code else None

    def fights_a_state(self, code: str) -> bool:
        """Whether a pack has that country at war with another one: then a bare "army" there may be either's."""
        own = self._homes.get(code)
        wars = [c for c in self.packs if c.theatre and own is not None and c.side_of(own) is not None]
        return any(s.code != own and s.home for c in wars for s in c.sides)

    def divided(self, code: str | None) -> bool:
        """Whether a pack has that country at war within itself, against a side with no land: its bodies are then not
        told from the place alone.
        """
        own = self.side_of_nation(code)
        wars = [c for c in self.packs if own is not None and c.theatre and c.side_of(own) is not None]
        return any(all(s.code == own or not s.home for s in c.sides) for c in wars)

    def state_against(self, groups: Iterable[Party]) -> str | None:
        """The one state whose forces fight in every war that these armed groups fight in; None where several do."""
        found: set[str] = set()
        for group in groups:
            wars = (c for c in self.packs if c.theatre and group in c.parties)
            found |= {
                p.nation
                for c in wars
                for p in c.parties
                if p.kind is PartyKind.STATE_FORCES and p.nation and p.side != group.side
            }
        return found.pop() if len(found) == 1 else None

    def nation_of(self, party: Party) -> str | None:
        """The party's nation, else the country that is home to its side."""
        return party.nation or next((h for h, code in self._homes.items() if code == party.side and "." not in h), None)

    def holders(self, surname: str, language: str | None) -> list[Holder]:
        """Everybody in the packs whose surname may be spelled so."""
        found = [h for key in keys(surname, language) for h in self._holders.get(key, ())]
        return list(dict.fromkeys(found))

    def offices_of(self, name: str) -> list[Holder]:
        """Every office that the packs have somebody of that very name in."""
        found = (h for key in keys(name.split()[-1]) for h in self._holders.get(key, ()) if h.tenure.name == name)
        return list(dict.fromkeys(found))

    def office(
        self, role: str, *, area: int | None = None, nation: str | None = None, side: str | None = None
    ) -> Party | None:
        """The party with that role in the area, else of the nation, else of the side."""
        for where in (area, nation, side):
            if where is not None and (found := self._roles.get((role, where))):
                return found
        return None

    def installed(self, role: str, area: Area | None, side: str | None) -> Party | None:
        """The office that another side than the area's own runs there: of ``side`` where that is known."""
        known = self._rivals.get((role, area.geonameid), []) if area is not None and area.geonameid else []
        own = area.side if area is not None else None
        fitting = [p for p in known if (p.side != own if side is None else p.side == side)]
        return fitting[0] if len(fitting) == 1 else None

    def in_theatre(self, role: str, country: str | None) -> Party | None:
        """The one party with that role in the packs whose theatre the country is in."""
        packs = [c for c in self.packs if country in c.theatre] if country else []
        found = [p for c in packs for p in c.parties if p.role == role]
        return found[0] if len(found) == 1 else None

    def within(self, role: str, party_id: str) -> Party | None:
        """The party with that role inside another ("the Hamas health ministry")."""
        return self._roles.get((role, f"within:{party_id}"))


def holder_on(party: Party, day: str | None) -> Tenure | None:
    """Who held the office on ``day`` (EDTF, None unknown): None unless exactly one known tenure holds then."""
    if day is None:
        return None
    fitting = [t for t in party.tenures if (t.since or "0") <= day[:10] < (t.until or "9999")]
    return fitting[0] if len(fitting) == 1 else None


@functools.lru_cache(maxsize=8)
def directory(packs: tuple[Conflict, ...]) -> Directory:
    """The directory of these packs, made once."""
    return Directory(packs)
