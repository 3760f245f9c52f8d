"""Where the event of each claim was: not every place that a clause names is one.

By the codebook: a settlement before a region, the clause before the sentence, the sentence before what went before;
never where it was spoken, whose office it is, or whence something came. Unknown stays None.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from counterclaim.records.actor import SourceAnswer
from counterclaim.records.claim import Assertion
from counterclaim.records.event_type import EventType, PropositionKind
from counterclaim.records.place import Place, PlaceAnswer, Precision, Toponym
from counterclaim.records.report import Report
from counterclaim.records.span import Span
from counterclaim.records.tagging import Sentence
from counterclaim.resolving.where.choose import km
from counterclaim.resolving.where.cues import Cues, cues
from counterclaim.resolving.where.gazetteer import Gazetteer
from counterclaim.resolving.where.roles import Role, role
from counterclaim.resolving.where.sections import Section, sections
from counterclaim.words.tokens import Token, tokens

_FINENESS = {
    Precision.SITE: 0,
    Precision.SETTLEMENT: 1,
    Precision.DISTRICT: 2,
    Precision.REGION: 3,
    Precision.SEA: 2.4,
    Precision.COUNTRY: 5,
}
_NEARBY = 1.5
_MANY = 3
_VERY_MANY = 4
_EXISTENTIAL = frozenset(("is", "are", "was", "were", "has", "have", "had", "will", "would", "may"))
_THERE = frozenset(("there", "dort", "там", "тут", "là-bas"))
_MEMORY = 8
_AHEAD = 20
_FAR_BACK = 2
_SAME_TOWN_KM = 20.0
_AIR = (EventType.AIR_STRIKE, EventType.DISRUPTED, EventType.SHELLING)
_WEAPONS = (
    r"drone|uav|missile|rocket|shahed|geran|дрон|бпла|безпілотн|беспилотн|ракет|шахед|геран|drohn|rakete|marschfl"
    r"|engins|roquette"
)
_MANY_WEAPONS = re.compile(rf"(?i)\b(?:[1-9]\d|\d{{3,4}})\s(?:[^\W\d_]+[\s-]){{0,3}}(?:{_WEAPONS})")
_CASE = re.compile(
    r"(?i)criminal (?:case|investigation|probe|proceeding)|уголовн\w+ дел|кримінальн\w+ (?:справ|проваджен)"
    r"|(?:strafverfahren|ermittlungsverfahren|ermittlungen)\b|ermittelt|(?:enquête|information judiciaire)\b"
    r"|досудов\w+ розслід"
)
_NATIONAL = re.compile(
    r"Ministry|minister|President|General Staff|Kremlin|[Gg]overnment|Air Force|Navy|Defence|Foreign|spokes|Army"
    r"|[Aa]rmed Forces"
)
_ROW = re.compile(r",?\s(?:and|et|und|sowie|и|й|та|і|а также)?\s?(?:the |de |d['’]|von |in |à |in )?")
_TOTAL = PlaceAnswer(None, confidence=0.7, reasons=("a total over a whole country",))
_NOTHING = PlaceAnswer(None, confidence=0.5, reasons=("no place is named or implied",))


@dataclass(frozen=True, slots=True)
class _Named:
    """A toponym with the part that it plays and its sentence's number."""

    toponym: Toponym
    place: Place
    role: Role
    sentence: int

    @property
    def rank(self) -> tuple[bool, float, int, int]:
        """Smaller is the likelier place of the event."""
        far = self.role >= Role.FAR
        fineness = _FINENESS[self.place.precision]
        if self.role in (Role.NEAR, Role.DIRECTION):
            fineness += _NEARBY
        return far, fineness, self.role, self.toponym.start


@dataclass(slots=True)
class _Reading:
    """One report as the resolver goes through it."""

    text: str
    sentences: Sequence[Sentence]
    cues: Cues
    gazetteer: Gazetteer
    named: list[_Named] = field(default_factory=list)
    streams: dict[int, tuple[Token, ...]] = field(default_factory=dict)
    sections: Sequence[Section] = ()

    def stream(self, number: int) -> tuple[Token, ...]:
        """The tokens of a sentence."""
        if number not in self.streams:
            sentence = self.sentences[number]
            self.streams[number] = tokens(self.text, sentence.start, sentence.end)
        return self.streams[number]

    def within(self, span: Span) -> list[_Named]:
        """The toponyms inside a span."""
        first = bisect_left(self.named, span.start, key=lambda n: n.toponym.start)
        last = bisect_left(self.named, span.end, lo=first, key=lambda n: n.toponym.start)
        return [n for n in self.named[first:last] if n.toponym.end <= span.end]


def event_places(
    report: Report,
    sentences: Sequence[Sentence],
    toponyms: Sequence[Toponym],
    assertions: Sequence[Assertion],
    sources: Sequence[SourceAnswer],
    gazetteer: Gazetteer,
) -> tuple[PlaceAnswer, ...]:
    """Where each assertion's event was, one answer for each, in their order. ``sources`` belong to the assertions one
    by one. ``ValueError`` where their numbers differ.
    """
    reading = _Reading(report.text, sentences, cues(report.language), gazetteer)
    reading.named = _named(reading, toponyms)
    reading.sections = sections(report.text, sentences, toponyms, gazetteer.capitals, reading.cues)
    answers: list[PlaceAnswer] = []
    for number, (_, source) in enumerate(zip(assertions, sources, strict=True)):
        answers.append(_answer(reading, assertions, number, source, answers))
    return tuple(_ahead(reading, assertions, answers, i) for i in range(len(answers)))


def _named(reading: _Reading, toponyms: Sequence[Toponym]) -> list[_Named]:
    out: list[_Named] = []
    number = 0
    for toponym in sorted(toponyms, key=lambda t: t.start):
        while number + 1 < len(reading.sentences) and reading.sentences[number].end <= toponym.start:
            number += 1
        if toponym.place is None or not reading.sentences:
            continue
        power = _is_power(toponym.place, reading.gazetteer)
        part = role(toponym, power, reading.stream(number), reading.text, reading.cues)
        last = out[-1] if out else None
        if last and part is Role.PLAIN and _ROW.fullmatch(reading.text, last.toponym.end, toponym.start):
            part = last.role
        out.append(_Named(toponym, toponym.place, part, number))
    return out


def _is_power(place: Place, gazetteer: Gazetteer) -> bool:
    if place.precision is Precision.COUNTRY:
        return True
    known = gazetteer.place(place.geonameid) if place.geonameid is not None else None
    return known is not None and known.seat == 2


def _answer(
    reading: _Reading,
    assertions: Sequence[Assertion],
    number: int,
    source: SourceAnswer,
    answers: Sequence[PlaceAnswer],
) -> PlaceAnswer:
    assertion = assertions[number]
    inside = _outside_source(reading.within(assertion.span), source)
    own = _best(inside, reading)
    before = _before(reading, assertions, number, answers)
    if own and before and _there(reading, assertion, own):
        return before
    if own and _fine(own):
        return own
    if own is None and (same_total := _same_total(reading, assertions, number, answers)):
        return same_total
    same_sentence = before is not None and assertions[number - 1].sentence == assertion.sentence
    implied = own or _ground(reading, assertion.span)
    if implied:
        finer = same_sentence and before and before.place and not own and _inside(before.place, implied.place)
        return before if finer and before else implied
    if _sums_up(reading, assertions, number):
        return PlaceAnswer(None, confidence=0.7, reasons=("a total over several regions",))
    heading = _heading(reading, assertion, source)
    area = heading or _area(reading, source, reading.within(assertion.span))
    if _opens_case(reading, assertion):
        return _NOTHING
    if before and same_sentence:
        return before
    sentence = reading.sentences[assertion.sentence].span
    beside = _best(_outside_source([n for n in reading.within(sentence) if n.role < Role.SUBJECT], source), reading)
    nearby = beside or _ground(reading, sentence)
    if nearby and not (area and nearby.place and not _inside(nearby.place, area.place)):
        return nearby
    return _from_context(reading, assertions, number, area, before)


def _from_context(
    reading: _Reading,
    assertions: Sequence[Assertion],
    number: int,
    area: PlaceAnswer | None,
    before: PlaceAnswer | None,
) -> PlaceAnswer:
    """Where the clause and its sentence name nothing: what went before, or what the speaker's office covers."""
    assertion = assertions[number]
    same_paragraph = number > 0 and _paragraph(reading, assertions[number - 1]) == _paragraph(reading, assertion)
    refers = _refers_back(reading, assertion)
    if area:
        goes_on = before and before.place and area.place and _inside(before.place, area.place)
        if goes_on and (same_paragraph or refers) and before:
            return before
        return area
    vague = assertion.event is EventType.OTHER and assertion.proposition.kind is PropositionKind.OTHER
    actor = _acting_power(reading, assertion)
    if vague and actor:
        return PlaceAnswer(actor, confidence=0.5, reasons=("the land of the one who acts",))
    if before is None or before.place is None:
        return _NOTHING
    if actor and assertion.proposition.kind is PropositionKind.OCCURRED and not refers and not same_paragraph:
        return _struck(reading, actor, before)
    if refers or not vague:
        return PlaceAnswer(before.place, None, None, before.alternatives, 0.6, ("the place named before",))
    return _NOTHING


def _acting_power(reading: _Reading, assertion: Assertion) -> Place | None:
    """The one country that acts in the clause, itself or by its capital's name; None for none or several."""
    parts = [n for n in reading.within(assertion.span) if n.role is Role.SUBJECT or n.toponym.metonym]
    lands = {n.place.country for n in parts}
    land = reading.gazetteer.country(next(iter(lands)) or "") if len(lands) == 1 else None
    return land.place if land else None


def _struck(reading: _Reading, actor: Place, before: PlaceAnswer) -> PlaceAnswer:
    """Where a power's attacks go that are spoken of without a place: the other country that the report tells of."""
    land = before.place.country if before.place else None
    if land is None or land == actor.country:
        return PlaceAnswer(before.place, None, None, before.alternatives, 0.4, ("the place named before",))
    other = reading.gazetteer.country(land)
    return PlaceAnswer(other.place if other else None, confidence=0.5, reasons=("the country attacked in the report",))


def _best(named: Sequence[_Named], reading: _Reading) -> PlaceAnswer | None:
    """The likeliest of the places that a stretch of text names; a country for many of its regions."""
    fit = sorted((n for n in named if n.role < Role.SUBJECT), key=lambda n: n.rank)
    if not fit:
        return None
    regions = [n for n in fit if n.place.precision is Precision.REGION]
    if len({n.place.name for n in regions}) >= _VERY_MANY and fit[0].place.precision is Precision.REGION:
        lands = {n.place.country for n in regions}
        land = reading.gazetteer.country(next(iter(lands)) or "") if len(lands) == 1 else None
        return PlaceAnswer(land.place, confidence=0.7, reasons=("several regions of one country",)) if land else None
    best = fit[0]
    others = tuple(n.place for n in fit[1:] if n.place.precision is best.place.precision and n.place != best.place)[:3]
    top = best.toponym
    return PlaceAnswer(
        best.place,
        top.start,
        top.end,
        top.alternatives or others,
        top.confidence,
        ("named in the clause", *top.reasons),
    )


def _fine(answer: PlaceAnswer) -> bool:
    return answer.place is not None and answer.place.precision is not Precision.COUNTRY


def _outside_source(named: Sequence[_Named], source: SourceAnswer) -> list[_Named]:
    span = source.span
    return [n for n in named if span is None or not span.covers(Span(n.toponym.start, n.toponym.end))]


def _ground(reading: _Reading, span: Span) -> PlaceAnswer | None:
    """A country named by an adjective: "Russian territory", "the Israeli border town"."""
    stream = tokens(reading.text, span.start, span.end)
    for at, token in enumerate(stream):
        nation = reading.cues.nation(token.low)
        if nation is None:
            continue
        around = [*stream[at + 1 : at + 3], *(stream[at - 1 : at] if at else ())]
        noun = next((t for t in around if t.low in reading.cues.ground), None)
        land = reading.gazetteer.country(nation) if noun else None
        if land:
            return PlaceAnswer(land.place, token.start, token.end, (), 0.7, ("implied by the nation's name",))
    return None


def _area(reading: _Reading, source: SourceAnswer, inside: Sequence[_Named]) -> PlaceAnswer | None:
    """What the speaker's office covers, from the conflict pack or from the office's name in the clause."""
    covered = reading.gazetteer.place(source.area) if source.area is not None else None
    if covered:
        return PlaceAnswer(covered.place, confidence=0.6, reasons=("the area of the speaker's office",))
    for named in inside:
        if named.role is Role.OFFICE and named.place.precision in (Precision.REGION, Precision.SETTLEMENT):
            top = named.toponym
            return PlaceAnswer(named.place, top.start, top.end, (), 0.6, ("the area of the speaker's office",))
    return None


def _inside(place: Place, area: Place | None) -> bool:
    """Whether ``place`` lies in ``area`` as far as names of regions tell."""
    if area is None or place.country != area.country:
        return False
    if area.precision is Precision.SETTLEMENT:
        return km(place, area) < _SAME_TOWN_KM
    if area.precision is Precision.COUNTRY:
        return True
    return place.admin1 is not None and place.admin1 == area.admin1


def _before(
    reading: _Reading, assertions: Sequence[Assertion], number: int, answers: Sequence[PlaceAnswer]
) -> PlaceAnswer | None:
    """The answer for the last assertion about such an event, else for the last one with a place; of the same item of
    a digest, and from further than two paragraphs back only where no other place came between.
    """
    here = assertions[number]
    item = reading.sections[here.sentence]
    known = [
        at
        for at in range(max(0, number - _MEMORY), number)
        if answers[at].place is not None
        and (item.seat or reading.sections[assertions[at].sentence].number == item.number)
    ]
    if not known:
        return None
    recent = known[-1]
    if assertions[recent].sentence == here.sentence:
        return answers[recent]
    same = next((at for at in reversed(known) if assertions[at].event is here.event), None)
    if same is None:
        return answers[recent] if _back(reading, assertions[recent], here) <= _FAR_BACK else None
    between = {answers[at].place for at in known if at > same} - {answers[same].place}
    return answers[same if not between or _back(reading, assertions[same], here) <= _FAR_BACK else recent]


def _back(reading: _Reading, earlier: Assertion, later: Assertion) -> int:
    """How many paragraphs lie between the beginnings of two assertions."""
    return _paragraph(reading, later) - _paragraph(reading, earlier)


def _heading(reading: _Reading, assertion: Assertion, source: SourceAnswer) -> PlaceAnswer | None:
    """The place that heads the digest's item; a capital heads what its ministries say, too, which is nowhere then."""
    section = reading.sections[assertion.sentence]
    if section.place is None or (section.seat and _NATIONAL.search(source.name)):
        return None
    return PlaceAnswer(section.place, confidence=0.8, reasons=("the place that heads the item",))


def _opens_case(reading: _Reading, assertion: Assertion) -> bool:
    """Whether the clause tells of a criminal case, which is opened nowhere in particular."""
    return assertion.event is EventType.OTHER and _CASE.search(reading.text, assertion.start, assertion.end) is not None


def _same_total(
    reading: _Reading, assertions: Sequence[Assertion], number: int, answers: Sequence[PlaceAnswer]
) -> PlaceAnswer | None:
    """The answer for a night's total over a country, and for the shares of it that the same sentence gives."""
    here = assertions[number]
    last = assertions[number - 1] if number else None
    if last is not None and last.sentence == here.sentence:
        return _TOTAL if answers[number - 1] is _TOTAL else None
    same_item = last is not None and (
        _paragraph(reading, last) == _paragraph(reading, here) and answers[number - 1].place is not None
    )
    headed = reading.sections[here.sentence].place is not None
    sentence = reading.sentences[here.sentence]
    if same_item or headed or here.event not in _AIR or any(n.role < Role.FAR for n in reading.within(sentence.span)):
        return None
    return _TOTAL if _MANY_WEAPONS.search(reading.text, here.start, here.end) else None


def _paragraph(reading: _Reading, assertion: Assertion) -> int:
    return reading.sentences[assertion.sentence].paragraph


def _refers_back(reading: _Reading, assertion: Assertion) -> bool:
    """Whether the clause points at a place named before: "there", "the village", "на месте"."""
    stream = tokens(reading.text, assertion.start, assertion.end)
    pairs = (f"{a.low} {b.low}" for a, b in pairwise(stream))
    return any(t.low in reading.cues.anaphora for t in stream) or any(p in reading.cues.anaphora for p in pairs)


def _there(reading: _Reading, assertion: Assertion, own: PlaceAnswer) -> bool:
    """Whether the clause says "there" before it names a place, which then is background."""
    end = assertion.start if own.start is None else own.start
    stream = tokens(reading.text, assertion.start, end)
    return any(t.low in _THERE and n.low not in _EXISTENTIAL for t, n in pairwise(stream))


def _sums_up(reading: _Reading, assertions: Sequence[Assertion], number: int) -> bool:
    """Whether the clause's sentence goes on to give each of several regions its share."""
    own = assertions[number]
    behind = assertions[number + 1 : number + 1 + _AHEAD]
    parts = [a for a in behind if a.sentence == own.sentence and a.start >= own.end]
    names = {n.place.name for a in parts for n in reading.within(a.span) if n.place.precision is Precision.REGION}
    return len(names) >= _MANY and bool(own.quantities or parts)


def _ahead(
    reading: _Reading, assertions: Sequence[Assertion], answers: Sequence[PlaceAnswer], number: int
) -> PlaceAnswer:
    """A lead that leaves the village unnamed takes the one that the report names next for such an event."""
    here, own = answers[number], assertions[number]
    if _fine(here):
        return here
    stream = tokens(reading.text, own.start, own.end)
    if not any(t.low in reading.cues.settlement_nouns for t in stream):
        return here
    behind = slice(number + 1, number + 1 + _AHEAD)
    for answer, other in zip(answers[behind], assertions[behind], strict=True):
        named = answer.place is not None and answer.place.precision is Precision.SETTLEMENT
        if named and other.event is own.event and other.proposition.kind is own.proposition.kind:
            reason = "the report names the place further on"
            return PlaceAnswer(answer.place, None, None, answer.alternatives, 0.6, (reason,))
    return here
