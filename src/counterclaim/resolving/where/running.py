"""The running event: what the clauses before say of where an assertion's event was, and when they say nothing."""

import re
from collections.abc import Sequence
from itertools import pairwise

from counterclaim.records.claim import Assertion
from counterclaim.records.event_type import EventType
from counterclaim.records.place import Place, PlaceAnswer, Precision
from counterclaim.resolving.where.choose import km
from counterclaim.resolving.where.reading import Reading
from counterclaim.resolving.where.roles import Role
from counterclaim.words.tokens import tokens

_MANY = 3
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
_TOTAL = PlaceAnswer(None, confidence=0.7, reasons=("a total over a whole country",))


def before(
    reading: Reading, assertions: Sequence[Assertion], number: int, answers: Sequence[PlaceAnswer]
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


def before_inside(
    reading: Reading, assertions: Sequence[Assertion], number: int, answers: Sequence[PlaceAnswer], area: Place
) -> PlaceAnswer | None:
    """The last answer inside a speaker's area, of the same item and not far back."""
    here = assertions[number]
    item = reading.sections[here.sentence].number
    for at in range(number - 1, max(-1, number - 1 - _MEMORY), -1):
        place, earlier = answers[at].place, assertions[at]
        near = _back(reading, earlier, here) <= 1 and reading.sections[earlier.sentence].number == item
        if place and near and inside(place, area):
            return answers[at]
    return None


def _back(reading: Reading, earlier: Assertion, later: Assertion) -> int:
    """How many paragraphs lie between the beginnings of two assertions."""
    return paragraph(reading, later) - paragraph(reading, earlier)


def opens_case(reading: Reading, assertion: Assertion) -> bool:
    """Whether the clause tells of a criminal case, which is opened nowhere in particular."""
    return assertion.event is EventType.OTHER and _CASE.search(reading.text, assertion.start, assertion.end) is not None


def same_total(
    reading: Reading, assertions: Sequence[Assertion], number: int, answers: Sequence[PlaceAnswer]
) -> PlaceAnswer | None:
    """The answer for a night's total over a country, and for the shares of it that the same sentence gives."""
    here = assertions[number]
    last = assertions[number - 1] if number else None
    if last is not None and last.sentence == here.sentence:
        return _TOTAL if answers[number - 1] is _TOTAL else None
    same_item = last is not None and (
        paragraph(reading, last) == paragraph(reading, here) and answers[number - 1].place is not None
    )
    headed = reading.sections[here.sentence].place is not None
    sentence = reading.sentences[here.sentence]
    if same_item or headed or here.event not in _AIR or any(n.role < Role.FAR for n in reading.within(sentence.span)):
        return None
    return _TOTAL if _MANY_WEAPONS.search(reading.text, here.start, here.end) else None


def paragraph(reading: Reading, assertion: Assertion) -> int:
    """The number of the assertion's paragraph."""
    return reading.sentences[assertion.sentence].paragraph


def refers_back(reading: Reading, assertion: Assertion) -> bool:
    """Whether the clause points at a place named before: "there", "the village", "на месте"."""
    stream = tokens(reading.text, assertion.start, assertion.end)
    pairs = (f"{a.low} {b.low}" for a, b in pairwise(stream))
    return any(t.low in reading.cues.anaphora for t in stream) or any(p in reading.cues.anaphora for p in pairs)


def there(reading: Reading, assertion: Assertion, own: PlaceAnswer) -> bool:
    """Whether the clause says "there" before it names a place, which then is background."""
    end = assertion.start if own.start is None else own.start
    stream = tokens(reading.text, assertion.start, end)
    return any(t.low in _THERE and n.low not in _EXISTENTIAL for t, n in pairwise(stream))


def sums_up(reading: Reading, assertions: Sequence[Assertion], number: int) -> bool:
    """Whether the clause's sentence goes on to give each of several regions its share."""
    own = assertions[number]
    behind = assertions[number + 1 : number + 1 + _AHEAD]
    parts = [a for a in behind if a.sentence == own.sentence and a.start >= own.end]
    names = {n.place.name for a in parts for n in reading.within(a.span) if n.place.precision is Precision.REGION}
    return len(names) >= _MANY and bool(own.quantities or parts)


def inside(place: Place, area: Place | None) -> bool:
    """Whether ``place`` lies in ``area`` as far as names of regions tell."""
    if area is None or place.country != area.country:
        return False
    if area.precision is Precision.SETTLEMENT:
        return km(place, area) < _SAME_TOWN_KM
    if area.precision is Precision.COUNTRY:
        return True
    return place.admin1 is not None and place.admin1 == area.admin1
