"""From the parts of a noun phrase to a canonical English name: place or nation, office or body, full name."""

from dataclasses import dataclass, replace

from counterclaim.records.conflict import Area, Party, PartyKind
from counterclaim.resolving.who.chart import Chart, Run, Unit
from counterclaim.resolving.who.directory import Directory, Holder, holder_on
from counterclaim.resolving.who.memory import Memory
from counterclaim.resolving.who.persons import english_name, same_person
from counterclaim.resolving.who.speaker import Kind, Speaker, joint
from counterclaim.resolving.who.vocabulary import Part, filler, nations, nouns

# A body without a nation, in a language that one nation alone writes: the nation's own.
_OWN_NATION = {"uk": "UA"}
_OF_A_REGION = frozenset(
    {"governor", "mayor", "head", "deputy-governor", "village-head", "district-head", "deputy-head"}
)
_LOCAL_SERVICES = frozenset({"police", "emergency-service", "prosecutors", "hospital", "investigators"})
_KINDS = {PartyKind.ARMED_GROUP: Kind.GROUP, PartyKind.COMPANY: Kind.COMPANY, PartyKind.MEDIA: Kind.MEDIA}


@dataclass(frozen=True, slots=True)
class Phrase:
    """The parts of one noun phrase, tokens ``first`` to ``last``."""

    first: int
    last: int
    units: tuple[Unit, ...]
    runs: tuple[Run, ...]
    align: str | None = None

    def one(self, *parts: Part) -> Unit | None:
        """The first unit of those parts."""
        return next((u for u in self.units if u.part in parts), None)


@dataclass(frozen=True, slots=True)
class Composer:
    """Names the speakers of one report. ``day`` is its publication day (EDTF) or None."""

    chart: Chart
    memory: Memory
    day: str | None

    @property
    def directory(self) -> Directory:
        """The packs' look-ups."""
        return self.chart.directory

    def speaker(self, first: int, last: int) -> Speaker | None:
        """Who the noun phrase in the token range is; None where nothing in it names anybody."""
        parts = self._members(first, last)
        found = [s for a, b in parts if (s := self._one(a, b)) is not None]
        names = list({s.name: s for s in found}.values())
        if len(parts) > 1 and len(names) > 1:
            return joint(tuple(names))
        return found[0] if found else None

    def _members(self, first: int, last: int) -> list[tuple[int, int]]:
        """The coordinated members of a phrase, one where it is not coordinated."""
        ands = [u for u in self.chart.between(first, last) if u.part is Part.AND]
        cuts = [u for u in ands if self._has_head(first, u.first) and self._has_head(u.last, last)]
        if not cuts:
            return [(first, last)]
        commas = [n for n in range(first, cuts[0].first) if self.chart.stream[n].low == ","]
        edges = [(n, n + 1) for n in commas] + [(u.first, u.last) for u in cuts]
        out, at = [], first
        for a, b in edges:
            if self._has_head(at, a):
                out.append((at, a))
            at = b
        return [*out, (at, last)]

    def _has_head(self, first: int, last: int) -> bool:
        heads = {Part.PARTY, Part.BODY, Part.CAPITAL, Part.GROUP, Part.CLASS, Part.PEOPLE, Part.ROLE}
        units = self.chart.between(first, last)
        lone = [u for u in units if u.part in (Part.NATION, Part.AGENCY, Part.OUTLET)]
        return any(u.part in heads for u in units) or bool(lone) or bool(self.chart.runs(first, last))

    def _phrase(self, first: int, last: int) -> Phrase:
        units: list[Unit] = []
        align, waiting = None, False
        for unit in self.chart.between(first, last):
            if unit.part is Part.PRO:
                align, waiting = unit.key or align, not unit.key
            elif waiting and unit.part in (Part.NATION, Part.CAPITAL):
                align, waiting = unit.key, False
            elif unit.part not in (Part.ANTI, Part.AND, Part.CITING):
                units.append(unit)
        return Phrase(first, last, tuple(units), tuple(self.chart.runs(first, last)), align)

    def _one(self, first: int, last: int) -> Speaker | None:
        phrase = self._phrase(first, last)
        for way in (self._same, self._known_person, self._office, self._party, self._body, self._outlet, self._noun,
                    self._land, self._pronoun, self._unknown):  # fmt: skip
            if (found := way(phrase)) is not None:
                return found
        return None

    # ------------------------------------------------------------ persons
    def _known_person(self, phrase: Phrase) -> Speaker | None:
        for run in phrase.runs:
            words = self.chart.words_of(run)
            for cut in (words[-2:], words[-1:]) if len(words) > 1 else (words,):
                if (found := self._holder(cut, phrase)) is not None:
                    return self._as_holder(found)
                if (known := self.memory.person(cut)) is not None:
                    return known
        return None

    def _holder(self, words: tuple[str, ...], phrase: Phrase) -> Holder | None:
        """Whoever of the packs the words name: with a given name, an office beside it, or the surname in use now."""
        fitting = [h for h in self.directory.holders(words[-1], self.chart.language)
                   if same_person(words, h.tenure.name, self.chart.language)]  # fmt: skip
        if len({h.tenure.name for h in fitting}) > 1:
            fitting = [h for h in fitting if self._agrees(h.party, phrase)]
        if len(words) == 1 and len(words[-1]) < 4 and not phrase.one(Part.ROLE):
            return None
        now = [h for h in fitting if holder_on(h.party, self.day) is h.tenure]
        return next(iter([*now, *fitting]), None) if len({h.tenure.name for h in now or fitting}) == 1 else None

    def _agrees(self, party: Party, phrase: Phrase) -> bool:
        role, area = phrase.one(Part.ROLE), self._area(phrase)
        return bool((role and role.key == party.role) or (area and area.geonameid == party.area))

    def _as_holder(self, holder: Holder) -> Speaker:
        party, name = holder.party, holder.tenure.name
        title = name if party.named_alone else f"{party.name} {name}"
        return Speaker(title, Kind.PERSON, party.side, party.id, party.role, party.area, party.nation,
                       english_name(tuple(name.split()), "en", None).gender, name.split()[-1],
                       reasons=(f"{name} is in the pack as {party.name}",))  # fmt: skip

    def _office(self, phrase: Phrase) -> Speaker | None:
        role = phrase.one(Part.ROLE)
        if role is None:
            return None
        rest = replace(phrase, units=tuple(u for u in phrase.units if u is not role))
        if role.key in ("spokesperson", "press-service"):
            return self._spokesperson(rest)
        area, nation = self._area(phrase), self._nation(phrase)
        key = self._office_key(role.key, rest, area)
        party = self._office_party(key, area, nation, rest)
        name = self._name_after(role, phrase, nation or self._nation_of(area, party))
        if party is not None:
            return self._named_office(party, name)
        body = self._body(rest) if rest.one(Part.BODY) else self._party(rest) if rest.one(Part.PARTY) else None
        return self._made_office(key, area, nation, body, name)

    def _office_key(self, key: str, rest: Phrase, area: Area | None) -> str:
        """ "Head of the regional administration" and "head of the region" are governors."""
        body = rest.one(Part.BODY)
        if key == "head" and area and (body is None or body.key in ("regional-administration", "regional-authorities")):
            town = any(
                w in self.chart.surface(rest.first, rest.last).casefold()
                for w in ("city", "місь", "горо", "ville", "stadt")
            )
            return "mayor" if town else "governor"
        return key

    def _office_party(self, key: str, area: Area | None, nation: str | None, rest: Phrase) -> Party | None:
        within = rest.one(Part.PARTY)
        if within is not None:
            return self.directory.within(key, within.key)
        if key in _OF_A_REGION:
            return self.directory.office(key, area=area.geonameid) if area else None
        return self.directory.office(key, nation=nation) if nation and not rest.one(Part.BODY) else None

    def _named_office(self, party: Party, name: tuple[str, str | None] | None) -> Speaker:
        if name is not None:
            text, gender = name
            title = f"{party.name} {text}"
            return Speaker(title, Kind.PERSON, party.side, party.id, party.role, party.area, party.nation, gender,
                           text.split()[-1], reasons=(f"named as {party.name}",))  # fmt: skip
        tenure = holder_on(party, self.day)
        if tenure is not None:
            return self._as_holder(Holder(party, tenure))
        return Speaker(party.name, Kind.PERSON, party.side, party.id, party.role, party.area, party.nation)

    def _made_office(self, key: str, area: Area | None, nation: str | None, body: Speaker | None,
                     name: tuple[str, str | None] | None) -> Speaker | None:  # fmt: skip
        """An office that no pack has: "Karsk governor Ana Lem"; without a name or place, the last who held one."""
        if area is None and nation is None and body is None and name is None:
            known = self.memory.last_role(key) or (self.memory.last_role("governor") if key == "head" else None)
            if known is not None:
                return known
        if area is None and name is None and body is None and nation is None and key in _OF_A_REGION:
            return None
        where = body.name if body else area.name if area else nations()[nation].adjective if nation else ""
        side = body.side if body else area.side if area else self.directory.side_of_nation(nation)
        title = " ".join(w for w in (where, nouns()[key].english, name[0] if name else "") if w)
        return Speaker(title, Kind.PERSON, side, None, key, area.geonameid if area else None,
                       nation or (body.nation if body else area.country if area else None),
                       name[1] if name else None, name[0].split()[-1] if name else None)  # fmt: skip

    def _spokesperson(self, rest: Phrase) -> Speaker | None:
        """A spokesperson with a name is a person; without, the body."""
        body = self._party(rest) or self._body(rest) or self._noun(rest) or self._land(rest)
        if body is None:
            run = rest.runs[0] if rest.runs else None
            if run is None:
                return self.memory.last_role("spokesperson") or self.memory.last(Kind.BODY, Kind.GROUP, Kind.COMPANY)
            name = english_name(self.chart.words_of(run), self.chart.language, None)
            return Speaker(
                f"spokesperson {name.text}", Kind.PERSON, role="spokesperson", gender=name.gender, surname=name.surname
            )
        run = next((r for r in rest.runs if r.last - r.first >= 2), None)
        if run is None or body.kind is Kind.PERSON:
            return body
        name = english_name(self.chart.words_of(run), self.chart.language, body.nation)
        return replace(body, name=f"{body.name} spokesperson {name.text}", kind=Kind.PERSON, role="spokesperson",
                       gender=name.gender, surname=name.surname)  # fmt: skip

    def _name_after(self, role: Unit, phrase: Phrase, nation: str | None) -> tuple[str, str | None] | None:
        """The name that goes with an office: two words or more, or one that follows the office at once."""
        for run in reversed(phrase.runs):
            if run.last - run.first >= 2 or run.first == role.last:
                name = english_name(self.chart.words_of(run), self.chart.language, nation)
                return name.text, name.gender
        return None

    def _nation_of(self, area: Area | None, party: Party | None) -> str | None:
        return (party.nation if party else None) or (area.country if area else None)

    # ------------------------------------------------------------ bodies
    def _party(self, phrase: Phrase) -> Speaker | None:
        unit = phrase.one(Part.PARTY)
        if unit is None:
            return None
        party = self.directory.parties[unit.key]
        body = phrase.one(Part.BODY)
        if body is not None and not _same_body(party, body.key):
            area = self._area(phrase)
            found = self.directory.within(body.key, party.id) or self.directory.office(
                body.key, area=area.geonameid if area else None, side=party.side
            )
            if found is not None:
                return self._as_party(found)
            if party.kind in (PartyKind.ARMED_GROUP, PartyKind.GOVERNMENT):
                named = f"{party.name} {nouns()[body.key].english}"
                return Speaker(named, Kind.BODY, party.side, party.id, body.key, nation=party.nation)
        return self._as_party(party)

    def _as_party(self, party: Party) -> Speaker:
        tenure = holder_on(party, self.day) if party.named_alone else None
        if tenure is not None:
            return self._as_holder(Holder(party, tenure))
        return Speaker(party.name, _KINDS.get(party.kind, Kind.BODY), party.side, party.id, party.role, party.area,
                       party.nation, reasons=(f"the pack knows {party.name}",))  # fmt: skip

    def _body(self, phrase: Phrase) -> Speaker | None:
        unit = phrase.one(Part.BODY)
        if unit is None:
            return None
        noun = nouns()[unit.key]
        area, nation = self._area(phrase), self._nation(phrase) or noun.nation
        if unit.key in ("local-authorities", "regional-authorities") or (unit.key == "authorities" and area):
            return self._authorities(unit.key, phrase, area, nation)
        party = self.directory.office(unit.key, area=area.geonameid if area else None, nation=nation)
        if party is not None:
            return self._as_party(party)
        if area is not None:
            return Speaker(
                f"{area.name} {noun.english}", Kind.BODY, area.side, None, unit.key, area.geonameid, area.country
            )
        if phrase.align and not nation:
            nation = phrase.align
        if nation is None:
            return self._bare_body(unit, phrase)
        return self._national(unit.key, nation)

    def _national(self, key: str, nation: str) -> Speaker:
        party = self.directory.office(key, nation=nation)
        if party is not None:
            return self._as_party(party)
        name = f"{nations()[nation].adjective} {nouns()[key].english}"
        return Speaker(name, Kind.BODY, self.directory.side_of_nation(nation), None, key, nation=nation)

    def _bare_body(self, unit: Unit, phrase: Phrase) -> Speaker:
        """A body without a nation: the one named before, else of the nation that alone has spoken."""
        known = self.memory.last_role(unit.key)
        if known is not None:
            return known
        place = next((r for r in phrase.runs if r.first > unit.first or r.last == unit.first), None)
        if place is not None:
            town = english_name(self.chart.words_of(place), self.chart.language, None).text
            return Speaker(f"{town} {nouns()[unit.key].english}", Kind.BODY, role=unit.key)
        nation = None
        if unit.key in _LOCAL_SERVICES:
            area = self._area_around(phrase)
            nation = area.country if area else None
        nation = nation or self.memory.nation() or _OWN_NATION.get(self.chart.language or "")
        if nation is not None:
            return self._national(unit.key, nation)
        return Speaker(nouns()[unit.key].english, Kind.BODY, role=unit.key, vague=True)

    def _authorities(self, key: str, phrase: Phrase, area: Area | None, nation: str | None) -> Speaker:
        area = area or self._area_around(phrase)
        if area is None:
            return (
                self._national("authorities", nation)
                if nation
                else Speaker(nouns()[key].english, Kind.BODY, role=key, vague=True)
            )
        party = self.directory.office(key, area=area.geonameid) or self.directory.office(
            "authorities", area=area.geonameid
        )
        if party is not None:
            return self._as_party(party)
        what = "regional authorities" if key == "regional-authorities" else "authorities"
        return Speaker(
            f"{area.name} {what}", Kind.BODY, area.side, None, "local-authorities", area.geonameid, area.country
        )

    # ------------------------------------------------------------ others
    def _same(self, phrase: Phrase) -> Speaker | None:
        return self.memory.last() if phrase.one(Part.SAME) else None

    def _outlet(self, phrase: Phrase) -> Speaker | None:
        channel = self._telegram_channel(phrase)
        if channel is not None:
            return Speaker(f"Telegram channel {channel}", Kind.MEDIA, "media")
        unit = phrase.one(Part.AGENCY, Part.OUTLET)
        return Speaker(unit.key, Kind.MEDIA, "media") if unit else None

    def _telegram_channel(self, phrase: Phrase) -> str | None:
        """The name of a Telegram channel beside the word: "the 112 telegram channel", "Telegram-канал Рыбарь"."""
        stream = self.chart.stream
        for n in range(phrase.first, phrase.last):
            if not stream[n].low.startswith(("telegram", "телеграм", "тг-канал")):
                continue
            after = range(n + 1, min(n + 5, phrase.last))
            before = range(max(phrase.first, n - 2), n)
            for m in (*after, *reversed(before)):
                token = stream[m]
                word = self.chart.text[token.start : token.end]
                if word[0].isdigit() or (word[0].isupper() and token.low not in filler()):
                    return english_name((word,), self.chart.language, None).text
        return None

    def _noun(self, phrase: Phrase) -> Speaker | None:
        unit = phrase.one(Part.CLASS, Part.GROUP, Part.PEOPLE, Part.UNNAMED)
        if unit is None:
            return None
        noun = nouns()[unit.key]
        if unit.part is Part.UNNAMED:
            return Speaker(noun.english, Kind.UNNAMED)
        if unit.part is Part.CLASS and not self._nation(phrase):
            word = self.chart.surface(unit.first, unit.last).split()[-1]
            return self.memory.class_of(word, noun.stands_for)
        nation = self._nation(phrase)
        area = self._area(phrase)
        if unit.part is Part.PEOPLE:
            where = area.name if area else nations()[nation].adjective if nation else ""
            return Speaker(f"{where} {noun.english}".strip(), Kind.PEOPLE, "media" if noun.key == "media" else None)
        return self._group(unit, phrase, nation, area)

    def _group(self, unit: Unit, phrase: Phrase, nation: str | None, area: Area | None) -> Speaker | None:
        party = self.directory.office(unit.key, area=area.geonameid if area else None, nation=nation)
        if party is not None:
            return self._as_party(party)
        if not (nation or area or phrase.align):
            known = self.memory.last(Kind.GROUP, Kind.JOINT)
            if known is not None:
                return known
        where = area.name if area else nations()[nation].adjective if nation else ""
        cause = f"pro-{nations()[phrase.align].adjective}" if phrase.align else ""
        name = " ".join(w for w in (cause, where, nouns()[unit.key].english) if w)
        if self.chart.language == "en":
            name = _without_article(self.chart.surface(phrase.first, phrase.last)) or name
        side = self.directory.side_of_nation(phrase.align or nation)
        return Speaker(name, Kind.GROUP, side, None, unit.key, nation=phrase.align or nation)

    def _land(self, phrase: Phrase) -> Speaker | None:
        """A country or capital that speaks is its government; a region that speaks, its authorities."""
        unit = phrase.one(Part.NATION, Part.CAPITAL)
        if unit is not None:
            return self._national("government", unit.key)
        area = self._area(phrase)
        return self._authorities("authorities", phrase, area, None) if area else None

    def _pronoun(self, phrase: Phrase) -> Speaker | None:
        unit = phrase.one(Part.PRONOUN)
        return self.memory.pronoun(unit.key) if unit else None

    def _unknown(self, phrase: Phrase) -> Speaker | None:
        """Somebody that neither packs nor lexicons know: kept as named, in English letters."""
        run = max(phrase.runs, key=lambda r: r.last - r.first, default=None)
        if run is None:
            return None
        name = english_name(self.chart.words_of(run), self.chart.language, None)
        return Speaker(name.text, Kind.PERSON if run.last - run.first in (2, 3) else Kind.BODY,
                       gender=name.gender, surname=name.surname)  # fmt: skip

    # ------------------------------------------------------------ lands
    def _area(self, phrase: Phrase) -> Area | None:
        """The region or town in the phrase; a capital counts where an office of a town stands beside it."""
        for unit in phrase.units:
            if unit.part is Part.AREA:
                return self.directory.areas[int(unit.key)]
        local = phrase.one(Part.ROLE, Part.BODY)
        if local is None or not (local.key in _OF_A_REGION or "administration" in local.key or local.key in _LOCAL_SERVICES
                                 or "authorities" in local.key or phrase.one(Part.REGION)):  # fmt: skip
            return None
        return next((self.directory.areas[int(u.area)] for u in phrase.units if u.area is not None), None)

    def _nation(self, phrase: Phrase) -> str | None:
        unit = phrase.one(Part.NATION) or phrase.one(Part.CAPITAL)
        return unit.key if unit else None

    def _area_around(self, phrase: Phrase) -> Area | None:
        """The region that the sentence speaks of, else the last one before it."""
        start, end = self.sentence_of(phrase.first)
        units = [u for u in self.chart.between(start, end) if u.part is Part.AREA or u.area]
        earlier = [u for u in self.chart.before(phrase.first) if u.part is Part.AREA]
        unit = next(iter(units), None) or (earlier[-1] if earlier else None)
        return None if unit is None else self.directory.areas[int(unit.area or unit.key)]

    def sentence_of(self, token: int) -> tuple[int, int]:
        """The token range between the full stops around ``token`` (abbreviations cut it short, which does no harm)."""
        stream = self.chart.stream
        start = token
        while start > 0 and not self._stop(start - 1):
            start -= 1
        end = token
        while end < len(stream) and not self._stop(end):
            end += 1
        return start, end

    def _stop(self, n: int) -> bool:
        low = self.chart.stream[n].low
        if low not in (".", "!", "?", "…"):
            return False
        return n + 1 >= len(self.chart.stream) or self.chart.text[self.chart.stream[n + 1].start].isupper()


def _same_body(party: Party, key: str) -> bool:
    return (
        party.role == key
        or key in ("authorities", "government")
        or nouns()[key].english.casefold() in party.name.casefold()
    )


def _without_article(text: str) -> str:
    first, _, rest = text.strip().partition(" ")
    return rest if first.casefold() in ("the", "a", "an", "these", "those", "some") else text.strip()
