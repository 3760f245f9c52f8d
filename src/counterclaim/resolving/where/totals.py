"""Totals: what is counted over a whole country, a whole front or several regions was nowhere in particular."""

import re
from collections.abc import Sequence

from counterclaim.records.actor import SourceAnswer
from counterclaim.records.claim import Assertion
from counterclaim.records.event_type import EventType
from counterclaim.records.place import PlaceAnswer
from counterclaim.resolving.where.reading import Reading
from counterclaim.resolving.where.roles import Role

_MANY = 3
_AHEAD = 20
_AIR = (EventType.AIR_STRIKE, EventType.DISRUPTED, EventType.SHELLING)
_WEAPONS = (
    r"drone|uav|missile|rocket|shahed|geran|дрон|бпла|безпілотн|беспилотн|ракет|шахед|геран|drohn|rakete|marschfl"
    r"|engins|roquette"
)
_MANY_WEAPONS = re.compile(rf"(?i)\b(?:[1-9]\d|\d{{3,4}})\s(?:[^\W\d_]+[\s-]){{0,3}}(?:{_WEAPONS})")
# "30 of 38 missiles", "30 von 38 Raketen", "30 из 38 ракет"
_SO_MANY_OF = re.compile(
    rf"(?i)\b\d{{1,3}}\s(?:of|out of|von|sur|из|з|із)\s(?:the\s|den\s)?(?:[1-9]\d|\d{{3}})\s(?:[^\W\d_]+[\s-]){{0,2}}"
    rf"(?:{_WEAPONS})"
)
_PARTITIVE = re.compile(
    r"(?i)\b(?:of them|of these|of which|dont|davon|darunter|из них|в том числе|з них|із них|зокрема)\b"
)
_NATIONWIDE = re.compile(
    r"(?i)\b(?:nationwide|countrywide|(?:across|throughout|around|all over) the (?:whole |entire )?country"
    r"|landesweit\w*|bundesweit|im (?:ganzen|gesamten) land"
    r"|(?:à travers|dans) (?:tout )?le pays|dans l'ensemble du pays|à l'échelle nationale|sur tout le territoire"
    r"|по (?:всей )?стране|по всей территории страны|по (?:всій )?країні|в целом по стране"
    r")\b"
)
_ON_THE_FRONT = re.compile(
    r"(?i)\b(?:(?:on|along) the (?:whole |entire )?front(?: ?line)?|(?:an|entlang) der (?:ganzen |gesamten )?"
    r"front(?:linie)?|sur (?:toute la|l'ensemble de la) ligne de front|sur le front|(?:по|на) (?:всей |всій |всьому )?"
    r"(?:линии фронта|лінії фронту|фронте|фронті|фронту))\b"
)
_IN_A_DAY = re.compile(
    r"(?i)\b(?:за (?:минувшие |прошедшие |последние )?сутки|в течение (?:прошедших )?суток|за (?:минулу |останню )?добу"
    r"|протягом (?:минулої )?доби|(?:in|over|during) the (?:past|last) (?:24 hours|day)|(?:in|binnen) (?:den )?"
    r"(?:letzten |vergangenen )?24 stunden|binnen eines tages"
    r"|(?:ces|au cours des|dans les) (?:dernières )?24 (?:dernières )?heures|en 24 heures)\b"
)
_LARGE = re.compile(r"\b(?:[1-9]\d{2,4}|\d{1,3}[ .,\u00a0]\d{3})\b")
TOTAL = PlaceAnswer(None, confidence=0.7, reasons=("a total over a whole country",))
_SUM = PlaceAnswer(None, confidence=0.7, reasons=("a total over several regions",))


def total(
    reading: Reading,
    assertions: Sequence[Assertion],
    number: int,
    source: SourceAnswer,
    answers: Sequence[PlaceAnswer],
) -> PlaceAnswer | None:
    """The answer for a clause that names no place and counts over a country: "landesweit", a night's drones, a day's
    losses of a whole army, so many of so many missiles; and for the further counts that its sentence gives.
    """
    here = assertions[number]
    last = assertions[number - 1] if number else None
    if last is not None and last.sentence == here.sentence:
        return answers[number - 1] if answers[number - 1] in (TOTAL, _SUM) else None
    span = reading.sentences[here.sentence].span
    fought = _ON_THE_FRONT.search(reading.text, here.start, here.end) and here.quantities
    if fought or _NATIONWIDE.search(reading.text, here.start, here.end):
        return TOTAL
    placed = any(n.role < Role.FAR for n in reading.within(span))
    if placed or reading.sections[here.sentence].place is not None:
        return None
    if here.event in _AIR and _SO_MANY_OF.search(reading.text, here.start, here.end):
        return TOTAL
    daily = _IN_A_DAY.search(reading.text, here.start, here.end) and _LARGE.search(reading.text, here.start, here.end)
    if daily and source.area is None:
        return TOTAL
    same_paragraph = last is not None and (
        reading.sentences[last.sentence].paragraph == reading.sentences[here.sentence].paragraph
    )
    goes_on = same_paragraph and answers[number - 1].place is not None
    counted = here.event in _AIR and _MANY_WEAPONS.search(reading.text, here.start, here.end)
    return TOTAL if counted and not goes_on else None


def sums_up(reading: Reading, assertions: Sequence[Assertion], number: int) -> PlaceAnswer | None:
    """The answer for a clause whose sentence goes on to give each of several regions its share."""
    own = assertions[number]
    behind = assertions[number + 1 : number + 1 + _AHEAD]
    parts = [a for a in behind if a.sentence == own.sentence and a.start >= own.end]
    if not parts:
        return None
    names = {n.place.name for a in parts for n in reading.within(a.span) if n.role < Role.SUBJECT}
    shared = _PARTITIVE.search(reading.text, own.start, parts[-1].end) is not None
    return _SUM if len(names) >= (2 if shared else _MANY) else None


def is_share(assertions: Sequence[Assertion], number: int, answers: Sequence[PlaceAnswer]) -> bool:
    """Whether the assertion gives a region's share of its sentence's total: no event that the report goes on with."""
    sentence = assertions[number].sentence
    at = number
    while at >= max(0, number - _AHEAD) and assertions[at].sentence == sentence:
        if answers[at] in (TOTAL, _SUM):
            return True
        at -= 1
    return False
