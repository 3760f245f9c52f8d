"""Who holds an office: those whom packs or the report know by name, the office that a report gives them, and rivals."""

from dataclasses import replace

from counterclaim.records.conflict import Area, Party, Tenure
from counterclaim.resolving.who.bodies import Bodies
from counterclaim.resolving.who.chart import Unit
from counterclaim.resolving.who.directory import Holder, holder_on
from counterclaim.resolving.who.persons import PersonName, english_name, other_given, same_person
from counterclaim.resolving.who.phrase import TOWN, Phrase
from counterclaim.resolving.who.speaker import Kind, Speaker
from counterclaim.resolving.who.vocabulary import Part, mark_stems, nations, nouns

# Offices that many others go by, too.
_ANY_OFFICE = frozenset({"spokesperson", "press-service", "official", "officer", "adviser", "lawmaker"})
_LEADERS = frozenset({"head", "governor", "commander", "commander-in-chief", "chief-of-staff", "president"})
_OF_A_PLACE = frozenset({"governor", "mayor", "deputy-governor"})
_REGIONAL = frozenset(
    {"regional-administration", "regional-authorities", "occupation-authorities", "city-administration"}
)
# A Ukrainian municipality of several villages.
_COMMUNITY = ("громад", "hromada")
_MODIFIERS = ("former", "acting", "deputy")


class Holders(Bodies):
    """Names those who hold offices."""

    __slots__ = ()

    def office(self, phrase: Phrase) -> Speaker | None:
        """The office that the phrase gives; see the offices."""
        raise NotImplementedError

    def named_office(self, party: Party, name: PersonName | None, acting: bool = False) -> Speaker:
        """An office of the packs with its holder; see the offices."""
        raise NotImplementedError

    def known_person(self, phrase: Phrase) -> Speaker | None:
        """Somebody whom a pack knows by name, else the report: there, whichever says more of this place and earlier."""
        cuts = [(c, w) for w in map(self.chart.words_of, phrase.runs) for c in _surnames(w)]
        found = next((h for c, run in cuts if (h := self._holder(c, phrase, run)) is not None), None)
        if found is not None:
            return self._in_office(found, phrase)
        known = next((s for c, _ in cuts if (s := self.memory.person(c)) is not None), None)
        here = self.office(phrase) if known is not None and phrase.one(Part.ROLE) else None
        return max((s for s in (here, known) if s is not None), key=lambda s: len(s.name.split()), default=None)

    def _in_office(self, found: Holder, phrase: Phrase) -> Speaker:
        """Somebody of the packs in the office that the text gives; where it gives another one than the packs, in that:
        the office of a report is the one held on its day.
        """
        roles = [u for u in phrase.units if u.part is Part.ROLE and not is_rank(u.key)]
        if not roles or not self._another(found.party, roles[0], phrase):
            return self.as_holder(found)
        known = self.directory.offices_of(found.tenure.name)
        fitting = [h for h in known if not self._another(h.party, roles[0], phrase)]
        if len(fitting) == 1:
            return self.as_holder(fitting[0])
        said = self.office(phrase)
        if said is None or said.kind is not Kind.PERSON or not said.surname:
            return self.as_holder(found)
        nation = said.nation or self.directory.nation_of(found.party)
        return replace(said, side=said.side or found.party.side, nation=nation)

    def _another(self, party: Party, role: Unit, phrase: Phrase) -> bool:
        """Whether the text's office is surely not the party's."""
        if party.role is None or party.role in _ANY_OFFICE or role.key in _ANY_OFFICE or nouns()[role.key].of:
            return False
        if self.modifier(role) == "deputy" and "deputy" not in party.name.casefold():
            return True
        area = self.area(phrase)
        key = self.office_key(role.key, phrase.without(role), area)
        body = phrase.one(Part.BODY)
        if key == "head" and body is not None and body.key not in _REGIONAL and party.role in _OF_A_PLACE:
            return True
        if key == party.role or (key in _LEADERS and party.role in _LEADERS):
            return area is not None and party.area is not None and area.geonameid != party.area
        if {key, party.role} <= _OF_A_PLACE:
            return True
        if key == "minister" or party.role == "minister":
            return not (key.endswith("minister") and party.role.endswith("minister"))
        return not (area is not None and area.geonameid == party.area and not key.startswith("deputy"))

    def modifier(self, role: Unit) -> str:
        """ "acting", "deputy" or "former" where a word right before or behind an office says so, else ""."""
        around = range(max(0, role.first - 2), min(len(self.chart.stream), role.last + 1))
        lows = [self.chart.stream[n].low for n in around]
        return next((m for m in _MODIFIERS if any(w.startswith(mark_stems(m)) for w in lows)), "")

    def _holder(self, words: tuple[str, ...], phrase: Phrase, run: tuple[str, ...]) -> Holder | None:
        """Whoever of the packs the words name: with a given name, an office beside it, or the surname in use now."""
        language = self.chart.language
        fitting = [
            h
            for h in self.directory.holders(words[-1], language)
            if _called(words, h.tenure, language) and not other_given(run, h.tenure.name, language)
        ]
        if len({h.tenure.name for h in fitting}) > 1:
            fitting = [h for h in fitting if self._agrees(h.party, phrase)] or fitting
        if len(words) == 1 and (len(run) > 2 or (len(words[0]) < 4 and not phrase.one(Part.ROLE))):
            return None
        now = [h for h in fitting if holder_on(h.party, self.day) is h.tenure]
        return next(iter([*now, *fitting]), None) if len({h.tenure.name for h in now or fitting}) == 1 else None

    def _agrees(self, party: Party, phrase: Phrase) -> bool:
        role, area = phrase.one(Part.ROLE), self.area(phrase)
        return bool((role and role.key == party.role) or (area and area.geonameid == party.area))

    def office_key(self, key: str, rest: Phrase, area: Area | None) -> str:
        """ "Head of the regional administration" and "head of the region" are governors."""
        body = rest.one(Part.BODY)
        regional = body is None or body.key in ("regional-administration", "regional-authorities")
        if key != "head" or not (area or rest.place) or not regional or rest.one(Part.PARTY):
            return key
        words = self.chart.surface(rest.first, rest.last).casefold()
        if any(w in words for w in _COMMUNITY):
            return "community-head"
        return "mayor" if any(w in words for w in TOWN) else "governor"

    def installed_office(
        self, key: str, area: Area | None, nation: str, name: PersonName | None, rest: Phrase
    ) -> Speaker | None:
        """ "The Russian-installed governor of Karsk", "оккупационный мэр": not the one whom the area's own side has.
        ``nation`` is whose hands the place is in, "" where the text does not say.
        """
        side = self.directory.side_of_nation(nation) if nation else None
        party = self.directory.installed(key, area, side)
        if party is not None:
            return self.named_office(party, name)
        held = f"{nations()[nation].adjective}-installed" if nation else "occupation"
        where = area.name if area else rest.place or ""
        words = (held, where, nouns()[key].english, name.text if name else "")
        gender, surname = (name.gender, name.surname) if name else (None, None)
        title = " ".join(w for w in words if w)
        return Speaker(title, Kind.PERSON, side, None, key, nation=nation or None, gender=gender, surname=surname)

    def occupied(self, phrase: Phrase) -> bool:
        """Whether the phrase says that the office is one of occupiers."""
        if any(u.key == "occupation-authorities" for u in phrase.units):
            return False
        lows = (self.chart.stream[n].low for n in range(max(0, phrase.first - 2), phrase.last))
        return any(low.startswith(mark_stems("occupying")) for low in lows)

    def known_name(self, words: tuple[str, ...], nation: str | None) -> PersonName:
        """The name as the packs spell it, where they know one person so called; else in English letters."""
        language = self.chart.language
        spelled = english_name(words, language, nation)
        if len(words) < 2:
            return spelled
        known = {h.tenure.name for h in self.directory.holders(words[-1], language)}
        same = [n for n in known if same_person(words[-2:], n, language) and not other_given(words, n, language)]
        return replace(spelled, text=same[0]) if len(same) == 1 else spelled


def _called(words: tuple[str, ...], tenure: Tenure, language: str | None) -> bool:
    """Whether the words may name the holder by the pack's name or another spelling of it."""
    given = tenure.name.split()[:-1]
    spelled = (a.text if " " in a.text else " ".join((*given, a.text)) for a in tenure.aliases)
    return any(same_person(words, name, language) for name in (tenure.name, *spelled))


def is_rank(key: str) -> bool:
    """Whether an office is a military rank."""
    return key.startswith("rank-")


def _surnames(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The words by which a name may be known: the last two, the first and the last, then the last one."""
    ends = ((words[0], words[-1]),) if len(words) > 2 else ()
    return (words[-2:], *ends, words[-1:]) if len(words) > 1 else (words,)
