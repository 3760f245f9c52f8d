"""Where the event of each claim was: not every place that a clause names is one.

By the codebook: a settlement before a region, the clause before the sentence, the sentence before what went before;
never where it was spoken, whose office it is, or whence something came. Unknown stays None.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from counterclaim.records.actor import MEDIA_SIDE, SourceAnswer
from counterclaim.records.claim import Assertion
from counterclaim.records.event_type import EventType, PropositionKind
from counterclaim.records.place import Place, PlaceAnswer, Precision, Toponym
from counterclaim.records.report import Report
from counterclaim.records.span import Span
from counterclaim.records.tagging import Sentence
from counterclaim.resolving.where.areas import NEAR, counted_from, with_area
from counterclaim.resolving.where.asides import examples, left, preludes
from counterclaim.resolving.where.cues import cues
from counterclaim.resolving.where.gazetteer import Gazetteer
from counterclaim.resolving.where.ground import ground
from counterclaim.resolving.where.reading import Named, Reading, named
from counterclaim.resolving.where.roles import Role
from counterclaim.resolving.where.running import (
    at_large,
    before_inside,
    inside,
    one_incident,
    opens_case,
    paragraph,
    refers_back,
    same_event,
    there,
    told_next,
    told_of,
)
from counterclaim.resolving.where.running import before as last_before
from counterclaim.resolving.where.sections import sections
from counterclaim.resolving.where.totals import sums_up, total
from counterclaim.words.tokens import tokens

_VERY_MANY = 4
_AHEAD = 20
_CREDIT = 15
_HEADED = ("the place that heads the item",)
_OPENING = 12
_RUNNING = ("the place that the report tells of",)
_ADVANCE = re.compile(
    r"(?i)\b(?:stop|halt|repel|held|hold|зупин|стрим|отби|відби|остан|сдерж|gestoppt|stopp|aufgehalten|arrêt|stopp|repouss)"
    r"[^.\n]{0,60}?(?:advance|offensive|наступ|vormarsch|avancée|avance|vorstoß)"
)
_NOTHING = PlaceAnswer(None, confidence=0.5, reasons=("no place is named or implied",))


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
    reading = Reading(report.text, sentences, cues(report.language), gazetteer, language=report.language)
    reading.named = named(reading, toponyms)
    reading.sections = sections(report.text, sentences, toponyms, gazetteer.capitals, reading.cues)
    answers: list[PlaceAnswer] = []
    for number, (_, source) in enumerate(zip(assertions, sources, strict=True)):
        answers.append(_answer(reading, assertions, number, source, answers))
    final = (_ahead(reading, assertions, answers, i) for i in range(len(answers)))
    return tuple(with_area(reading, answer, report.language) for answer in final)


def _answer(
    reading: Reading,
    assertions: Sequence[Assertion],
    number: int,
    source: SourceAnswer,
    answers: Sequence[PlaceAnswer],
) -> PlaceAnswer:
    assertion = assertions[number]
    before = last_before(reading, assertions, number, answers) or _opening(reading, assertion)
    inside_clause = _of_event(left(assertion, _outside_source(reading.within(assertion.span), source)), before)
    aside = [f for find in (examples, preludes) for f in find(reading, assertion.span, inside_clause)]
    own = _best([n for n in inside_clause if n not in aside], reading)
    if own and before and there(reading, assertion, own):
        return before
    if own and _fine(own):
        return own
    if shared := sums_up(reading, assertions, number):
        return shared
    if own is None and (counted := total(reading, assertions, number, source, answers)):
        return counted
    same_sentence = before is not None and number > 0 and assertions[number - 1].sentence == assertion.sentence
    implied = own or ground(reading, assertion.span)
    if implied:
        finer = same_sentence and before and before.place and not own and inside(before.place, implied.place)
        return before if finer and before else implied
    heading = _heading(reading, assertion, source)
    area = heading or _area(reading, source, reading.within(assertion.span))
    if opens_case(reading, assertion):
        return _NOTHING
    if before and same_sentence:
        return _exemplified(reading, assertions[number - 1].span) or before
    sentence = reading.sentences[assertion.sentence].span
    beside = _best(_of_event(_outside_source(reading.within(sentence), source), before), reading)
    nearby = beside or ground(reading, sentence)
    if nearby and not (area and nearby.place and not inside(nearby.place, area.place)):
        return nearby
    if area and area.place:
        return _in_area(reading, assertions, number, answers, source, area)
    front = _own_front(reading, assertions, number, source)
    return front or _from_context(reading, assertions, number, source, before)


def _exemplified(reading: Reading, clause: Span) -> PlaceAnswer | None:
    """The town that ended the clause before as its example: what follows without a place goes on about that."""
    return _best(examples(reading, clause, reading.within(clause)), reading)


def _in_area(
    reading: Reading,
    assertions: Sequence[Assertion],
    number: int,
    answers: Sequence[PlaceAnswer],
    source: SourceAnswer,
    area: PlaceAnswer,
) -> PlaceAnswer:
    """What the speaker answers for; where it goes on about a place inside it, that place, and where the report tells
    of one incident alone and the clause of its victims, that incident's place wherever the speaker comes from.
    """
    here = assertions[number]
    local = before_inside(reading, assertions, number, answers, area.place) if area.place else None
    same_paragraph = _same_paragraph(reading, assertions, number)
    if at_large(reading, here):
        return area
    if local and (same_paragraph or refers_back(reading, here)):
        return local
    running = one_incident(reading, assertions, number, answers)
    place = running.place if running else None
    other = here.event is EventType.OTHER and not same_event(reading, here)
    if place is None or other or area.reasons == _HEADED:
        return area
    credited = source.span is not None and source.span.start > here.start + _CREDIT
    goes_on = inside(place, area.place) or same_event(reading, here) or (same_paragraph and credited)
    return _again(running, 0.5, _RUNNING) if running and goes_on else area


def _opening(reading: Reading, assertion: Assertion) -> PlaceAnswer | None:
    """The place that sentences without a claim told of before the first claim: a headline, the lead."""
    told = told_of(reading, assertion.sentence, max(0, assertion.sentence - _OPENING))
    return PlaceAnswer(told.place, confidence=0.6, reasons=_RUNNING) if told else None


def _of_event(named: Sequence[Named], before: PlaceAnswer | None) -> list[Named]:
    """The places fit to be the event's; where the wounded were taken only while nothing else is known."""
    return [n for n in named if n.role < (Role.CARE if before else Role.SUBJECT)]


def _same_paragraph(reading: Reading, assertions: Sequence[Assertion], number: int) -> bool:
    """Whether the assertion before stands in the same paragraph."""
    return number > 0 and paragraph(reading, assertions[number - 1]) == paragraph(reading, assertions[number])


def _own_front(
    reading: Reading, assertions: Sequence[Assertion], number: int, source: SourceAnswer
) -> PlaceAnswer | None:
    """The country of one who speaks of the enemy's whole advance ("his soldiers stopped the Russian advance")."""
    here = assertions[number]
    land = reading.gazetteer.country(source.side) if source.side and len(source.side) == 2 else None
    told = _ADVANCE.search(reading.text, here.start, here.end) is not None
    if land is None or not told or _same_paragraph(reading, assertions, number) or refers_back(reading, here):
        return None
    return PlaceAnswer(land.place, confidence=0.5, reasons=("the whole front of the speaker's side",))


def _from_context(
    reading: Reading,
    assertions: Sequence[Assertion],
    number: int,
    source: SourceAnswer,
    before: PlaceAnswer | None,
) -> PlaceAnswer:
    """Where the clause and its sentence name nothing: what went before."""
    assertion = assertions[number]
    same_paragraph = _same_paragraph(reading, assertions, number)
    refers = refers_back(reading, assertion)
    vague = assertion.event is EventType.OTHER and assertion.proposition.kind is PropositionKind.OTHER
    actor = _acting_power(reading, assertion, source)
    if vague and actor:
        return PlaceAnswer(actor, confidence=0.5, reasons=("the land of the one who acts",))
    if before is None or before.place is None:
        return _NOTHING
    if actor and assertion.proposition.kind is PropositionKind.OCCURRED and not refers and not same_paragraph:
        return _struck(reading, actor, before)
    if refers or not vague or same_paragraph:
        return _again(before, 0.6, ("the place named before",))
    return _NOTHING


def _acting_power(reading: Reading, assertion: Assertion, source: SourceAnswer) -> Place | None:
    """The one country that acts in the clause, itself or by its capital's name; None for none or several."""
    within = _outside_source(reading.within(assertion.span), source)
    parts = [n for n in within if n.role is Role.SUBJECT or n.toponym.metonym]
    lands = {n.place.country for n in parts}
    land = reading.gazetteer.country(next(iter(lands)) or "") if len(lands) == 1 else None
    return land.place if land else None


def _struck(reading: Reading, actor: Place, before: PlaceAnswer) -> PlaceAnswer:
    """Where a power's attacks go that are spoken of without a place: the other country that the report tells of."""
    land = before.place.country if before.place else None
    if land is None or land == actor.country:
        return _again(before, 0.4, ("the place named before",))
    other = reading.gazetteer.country(land)
    return PlaceAnswer(other.place if other else None, confidence=0.5, reasons=("the country attacked in the report",))


def _best(named: Sequence[Named], reading: Reading) -> PlaceAnswer | None:
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
    if best.role in NEAR and (counted := counted_from(reading, best)):
        return counted
    others = tuple(n.place for n in fit[1:] if n.place.precision is best.place.precision and n.place != best.place)[:3]
    top = best.toponym
    return PlaceAnswer(
        best.place,
        top.start,
        top.end,
        top.alternatives or others,
        top.confidence,
        ("named in the clause", *top.reasons),
        best.role in NEAR,
    )


def _fine(answer: PlaceAnswer) -> bool:
    return answer.place is not None and answer.place.precision is not Precision.COUNTRY


def _outside_source(named: Sequence[Named], source: SourceAnswer) -> list[Named]:
    span = source.span
    return [n for n in named if span is None or not span.covers(Span(n.toponym.start, n.toponym.end))]


def _area(reading: Reading, source: SourceAnswer, named: Sequence[Named]) -> PlaceAnswer | None:
    """What the speaker's office covers, from the conflict pack or from the office's name in the clause."""
    covered = reading.gazetteer.place(source.area) if source.area is not None else None
    if covered:
        return PlaceAnswer(covered.place, confidence=0.6, reasons=("the area of the speaker's office",))
    for name in named:
        if name.role is Role.OFFICE and name.place.precision in (Precision.REGION, Precision.SETTLEMENT):
            top = name.toponym
            return PlaceAnswer(name.place, top.start, top.end, (), 0.6, ("the area of the speaker's office",))
    return None


def _national(source: SourceAnswer) -> bool:
    """Whether it speaks for a whole side: a party to the conflict whose office is not that of one region or town."""
    return source.area is None and source.side not in (None, MEDIA_SIDE)


def _heading(reading: Reading, assertion: Assertion, source: SourceAnswer) -> PlaceAnswer | None:
    """The place that heads the digest's item; a capital heads what its ministries say, too, which is nowhere then."""
    section = reading.sections[assertion.sentence]
    if section.place is None or (section.seat and _national(source)):
        return None
    return PlaceAnswer(section.place, confidence=0.8, reasons=_HEADED)


def _ahead(
    reading: Reading, assertions: Sequence[Assertion], answers: Sequence[PlaceAnswer], number: int
) -> PlaceAnswer:
    """A lead that leaves the village unnamed takes the one that the report names next for such an event; one that
    names no place at all, that of the next sentence.
    """
    here, own = answers[number], assertions[number]
    if _fine(here):
        return here
    if here == _NOTHING and (told := told_next(reading, assertions, answers, number)):
        return _again(told, 0.6, ("the next sentence names the place",))
    stream = tokens(reading.text, own.start, own.end)
    if examples(reading, own.span, reading.within(own.span)):
        return here
    if not any(t.low in reading.cues.settlement_nouns for t in stream):
        return here
    behind = slice(number + 1, number + 1 + _AHEAD)
    for answer, other in zip(answers[behind], assertions[behind], strict=True):
        named = answer.place is not None and answer.place.precision is Precision.SETTLEMENT
        if named and other.event is own.event and other.proposition.kind is own.proposition.kind:
            reason = "the report names the place further on"
            return _again(answer, 0.6, (reason,))
    return here


def _again(earlier: PlaceAnswer, confidence: float, reasons: tuple[str, ...]) -> PlaceAnswer:
    """The same place for another clause, which does not name it."""
    return replace(earlier, start=None, end=None, confidence=confidence, reasons=reasons)
