"""Offices of persons: by office, place and name."""

from dataclasses import replace

from counterclaim.records.conflict import Area, Party
from counterclaim.resolving.who.bodies import MILITARY
from counterclaim.resolving.who.chart import Unit
from counterclaim.resolving.who.directory import Holder, holder_on
from counterclaim.resolving.who.holders import Holders, is_rank
from counterclaim.resolving.who.parties import for_gender
from counterclaim.resolving.who.persons import PersonName, english_name
from counterclaim.resolving.who.phrase import OF_A_REGION, Phrase
from counterclaim.resolving.who.speaker import Kind, Speaker
from counterclaim.resolving.who.vocabulary import Part, mark_words, nations, nouns, possessive

_SPOKEN_FOR = frozenset({"spokesperson", "press-service"})
# Offices of a place: where the text names none, of the nation in whose language it is written.
_LOCAL = OF_A_REGION | {"military-administration-head", "community-head", "council-head", "hospital-director"}
# Callings of many, where an office has one holder.
_PRIVATE = frozenset({"lawyer", "priest", "sheikh", "imam", "school-principal", "lawmaker", "commander", "adviser"})


class Offices(Holders):
    """Names persons and the offices they hold."""

    __slots__ = ()

    def office(self, phrase: Phrase) -> Speaker | None:
        """An office: its holder where the text or the pack names one; a spokesperson without a name is the body."""
        roles = [u for u in phrase.units if u.part is Part.ROLE]
        role = next((u for u in roles if not is_rank(u.key)), roles[0] if roles else None)
        if role is None:
            return None
        rest = phrase.without(role)
        if is_rank(role.key) or role.key in ("officer", "official"):
            return self._by_rank(role, phrase, rest)
        if role.key in _SPOKEN_FOR or nouns()[role.key].of is not None:
            return self._spokesperson(role, rest)
        area, nation = self.area(phrase), self.nation(phrase)
        key = self.office_key(role.key, rest, area)
        modifier = self.modifier(role)
        changed = modifier in ("deputy", "former") and not key.startswith(modifier)
        holder = phrase.align or ("" if self.occupied(phrase) else None)
        if holder is not None and not changed and key in OF_A_REGION:
            return self.installed_office(key, area, holder, self._name_beside(role, phrase, holder or nation), rest)
        party = None if changed else self._office_party(key, area, nation, rest)
        country = (self.directory.nation_of(party) if party else None) or (area.country if area else nation)
        if country is None and key in _LOCAL and not rest.place and rest.one(Part.BODY, Part.PARTY) is None:
            country = self.home_nation()
        name = self._name_beside(role, phrase, country)
        if party is not None:
            return self.named_office(party, name, modifier == "acting")
        made = self._made_office(key, rest, name)
        if made is not None and made.nation is None and country is not None:
            made = replace(made, nation=country, side=made.side or self.directory.side_of_nation(country))
        return _modified(made, key, modifier) if made is not None and (name or changed) else made

    def _by_rank(self, role: Unit, phrase: Phrase, rest: Phrase) -> Speaker | None:
        """ "Russian Lieutenant General Ivan Petrov", "unnamed US official"; "the general" is the one who spoke."""
        of = replace(rest, runs=())
        body = self.party(of) or (self.body(of) if rest.one(Part.BODY) else None)
        area, nation = self.area(rest), self.nation(rest) or (body.nation if body else None)
        run = next((r for r in phrase.runs if r.last - r.first >= 2 or r.first == role.last), None)
        if run is None and not (nation or body or area):
            return self._western_official(role, phrase) or self._same_official(role)
        number = self.number_before(role, phrase) if run is None and not is_rank(role.key) else ""
        if number:
            return self._officials(number, role, rest, body.side if body else self.directory.side_of_nation(nation))
        if nation is None and area is None and body is None:
            nation = self.memory.nation() or (self._nation_of_rank(role) if is_rank(role.key) else None)
        country = nation or (area.country if area else None)
        name = english_name(self.chart.words_of(run), self.chart.language, country) if run else None
        whose = body.name if body else area.name if area else nations()[nation].adjective if nation else ""
        if body is not None and is_rank(role.key) and nation and body.kind is Kind.BODY:
            whose = nations()[nation].adjective
        words = ("" if name else "unnamed", whose, nouns()[role.key].english, name.text if name else "")
        return Speaker(
            " ".join(w for w in words if w),
            Kind.PERSON,
            body.side if body else area.side if area else self.directory.side_of_nation(nation),
            None,
            role.key,
            area.geonameid if area else None,
            country,
            name.gender if name else None,
            name.surname if name else None,
        )

    def _officials(self, number: str, role: Unit, rest: Phrase, side: str | None) -> Speaker:
        """ "Zwei israelische Beamte"."""
        words = ("" if number == "several" else number, "unnamed", self.where(rest), f"{nouns()[role.key].english}s")
        return Speaker(" ".join(w for w in words if w), Kind.UNNAMED, side, role=role.key)

    def _nation_of_rank(self, role: Unit) -> str | None:
        """Whose a soldier is: of the land that the text speaks of, of the one army that it names, of its language."""
        return self.nation_around(role.first) or self.memory.only_nation_of(MILITARY) or self.home_nation()

    def _western_official(self, role: Unit, phrase: Phrase) -> Speaker | None:
        """ "A Western official": of no one country."""
        if not self.western(phrase):
            return None
        return Speaker(f"unnamed Western {nouns()[role.key].english}", Kind.UNNAMED, role=role.key)

    def _same_official(self, role: Unit) -> Speaker | None:
        """ "The general" and "the official" without a name: who spoke so before; "a senior official" is a new one."""
        known = self.memory.last_ranked() if is_rank(role.key) else self.memory.last_role(role.key)
        known = known or self.memory.last(Kind.PERSON)
        before = {self.chart.stream[n].low for n in range(max(0, role.first - 2), role.first)}
        if known is not None and not before & mark_words("single"):
            return known
        nation = self.memory.nation()
        whose = nations()[nation].adjective if nation else ""
        english = nouns()[role.key].english
        name = " ".join(w for w in ("unnamed", whose, english if not is_rank(role.key) else english.lower()) if w)
        return Speaker(name, Kind.PERSON, self.directory.side_of_nation(nation), None, role.key, nation=nation)

    def _office_party(self, key: str, area: Area | None, nation: str | None, rest: Phrase) -> Party | None:
        within = rest.one(Part.PARTY)
        if within is not None:
            return self.directory.within(key, within.key)
        if key in OF_A_REGION:
            return self.directory.office(key, area=area.geonameid) if area else None
        return self.directory.office(key, nation=nation) if nation and not rest.one(Part.BODY) else None

    def named_office(self, party: Party, name: PersonName | None, acting: bool = False) -> Speaker:
        """An office of the packs with the name in the text, else its holder on the day."""
        if name is None:
            tenure = holder_on(party, self.day)
            if tenure is not None:
                return self.as_holder(Holder(party, tenure))
        speaker = replace(self.as_party(replace(party, named_alone=False)), kind=Kind.PERSON)
        if name is None:
            return speaker
        title = f"{'acting ' if acting else ''}{for_gender(party.name, name.gender)} {name.text}"
        return replace(
            speaker, name=title, gender=name.gender, surname=name.surname, reasons=(f"named as {party.name}",)
        )

    def _made_office(self, key: str, rest: Phrase, name: PersonName | None) -> Speaker | None:
        """An office that no pack has: "Karsk governor Ana Lem"; without a name or place, the last who held one."""
        area, nation = self.area(rest), self.nation(rest)
        place = rest.place if rest.one(Part.BODY) is None else None
        of = replace(rest, runs=())
        body = self.party(of) if rest.one(Part.PARTY) and not rest.one(Part.BODY) else self.body(of)
        if not (area or nation or body or name or place):
            known = self.memory.last_role(key) or (self.memory.last_role("governor") if key == "head" else None)
            if known is not None:
                return known
            if key in OF_A_REGION:
                return self._of_the_region(key, rest)
        where = (
            self.before_office(body)
            if body
            else area.name
            if area
            else place or (nations()[nation].adjective if nation else "")
        )
        english = nouns()[key].english
        unnamed = "unnamed" if key in _PRIVATE and not (where or name) else ""
        return Speaker(
            " ".join(w for w in (unnamed, _apart(where, english), english, name.text if name else "") if w),
            Kind.PERSON,
            body.side if body else area.side if area else self.directory.side_of_nation(nation),
            None,
            key,
            area.geonameid if area else None,
            nation or (body.nation if body else area.country if area else None),
            name.gender if name else None,
            name.surname if name else None,
        )

    def _of_the_region(self, key: str, rest: Phrase) -> Speaker | None:
        """ "The governor": of the region or, for a mayor, the town that the text speaks of."""
        if key not in ("governor", "mayor"):
            return Speaker(nouns()[key].english, Kind.PERSON, role=key, vague=True) if key != "head" else None
        area = self.region_around(rest) if key == "governor" else self.town_around(rest)
        party = self.directory.office(key, area=area.geonameid) if area else None
        if party is not None:
            return self.named_office(party, None)
        where = f"{area.name} " if area else ""
        return Speaker(
            f"{where}{nouns()[key].english}",
            Kind.PERSON,
            area.side if area else None,
            None,
            key,
            area.geonameid if area else None,
            area.country if area else None,
            vague=area is None,
        )

    def _spokesperson(self, role: Unit, rest: Phrase) -> Speaker | None:
        """A spokesperson with a name is a person; without, the body."""
        run = next((r for r in rest.runs if r.last - r.first >= 2 or r.first == role.last), None)
        body = self._spoken_for(role, rest)
        if body is None and run is None:
            return self.memory.last_role("spokesperson") or self.memory.last(Kind.BODY, Kind.GROUP, Kind.COMPANY)
        if run is None or (body is not None and body.kind is Kind.PERSON):
            return body
        name = english_name(self.chart.words_of(run), self.chart.language, body.nation if body else None)
        base = body or Speaker("", Kind.PERSON)
        gender = self._gender_shown(role) or name.gender
        return replace(
            base,
            name=f"{base.name} {for_gender('spokesperson', gender)} {name.text}".strip(),
            kind=Kind.PERSON,
            role="spokesperson",
            gender=gender,
            surname=name.surname,
        )

    def _spoken_for(self, role: Unit, rest: Phrase) -> Speaker | None:
        """The body in the phrase or in the word itself ("Armeesprecher"), else the one that opens the sentence ("the
        government, whose spokesman …").
        """
        of = replace(rest, runs=())
        inside = nouns()[role.key].of
        if inside is not None and rest.one(Part.PARTY, Part.BODY) is None:
            nation = self.nation(of) or self.memory.nation()
            if nation is not None:
                return self.national(inside, nation)
            return self.memory.last_role(inside) or Speaker(nouns()[inside].english, Kind.BODY, role=inside)
        return self.party(of) or self.body(of) or self.noun(of) or self.land(of) or self._whose(role)

    def _whose(self, role: Unit) -> Speaker | None:
        """The body a few words before, with "whose", "dont le", "its" between."""
        for unit in reversed(self.chart.between(max(0, role.first - 6), role.first)):
            if unit.part not in (Part.BODY, Part.PARTY):
                continue
            between = [self.chart.stream[n].low for n in range(unit.last, role.first)]
            if not any(w in possessive() for w in between):
                return None
            found = self.phrase(unit.first, unit.last)
            return self.party(found) or self.body(found)
        return None

    def _gender_shown(self, role: Unit) -> str | None:
        """What the word or its article tells: "spokeswoman", "la porte-parole", "Sprecherin"."""
        low = self.chart.surface(role.first, role.last).casefold()
        before = self.chart.stream[role.first - 1].low if role.first else ""
        if low.endswith(("woman", "sprecherin", "ница", "ниця", "ницею", "ницей")) or before == "la":
            return "f"
        return "m" if low.endswith(("spokesman", "sprecher", "sprechers")) or before == "le" else None

    def noun(self, phrase: Phrase) -> Speaker | None:
        """Whom a common noun of a group stands for; see the composer."""
        raise NotImplementedError

    def _name_beside(self, role: Unit, phrase: Phrase, nation: str | None) -> PersonName | None:
        """The name that goes with an office: two words or more, or one that follows the office at once."""
        for run in reversed(phrase.runs):
            if run.last - run.first >= 2 or run.first == role.last:
                return self.known_name(self.chart.words_of(run), nation)
        return None


def _apart(where: str, english: str) -> str:
    """The place or body without the word that the office begins with: "Al-Nao [hospital] hospital director"."""
    words, first = where.split(), english.split()[0]
    return " ".join(words[:-1]) if words and words[-1].casefold() == first else where


def _modified(speaker: Speaker, key: str, modifier: str) -> Speaker:
    """The office with what the text says of it: "acting Karsk governor", "Karsk deputy mayor"."""
    english = nouns()[key].english
    if not modifier or modifier in speaker.name.casefold():
        return speaker
    if modifier == "deputy":
        return replace(speaker, name=speaker.name.replace(english, f"deputy {english}", 1), party=None)
    return replace(speaker, name=f"{modifier} {speaker.name}", party=None)
