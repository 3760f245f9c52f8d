"""What part a place name plays in its clause: where something was, or only whose office, origin or side."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from enum import IntEnum

from counterclaim.records.place import Toponym
from counterclaim.resolving.where.cues import Cues, Words
from counterclaim.words.tokens import Token

_ARTICLES = Words.of(
    "the a an of la le l' les un une de du d' des die der den dem das eines einer dieser « \" “ „ city town village"
)
_CARDINAL = (
    "восток", "север", "юг", "юге", "запад", "центр", "окраин", "территори", "границ", "схід", "сход", "північ",
    "півноч", "півд", "захід", "заход", "околиц", "кордон", "територі", "побереж", "узбереж", "пригород", "передміст",
    "süden", "norden", "osten", "westen", "südost", "nordost", "südwest", "nordwest", "zentrum", "stadtrand", "umland",
    "vorort", "innenstadt", "banlieue", "périphérie", "outskirt", "suburb", "centre", "center",
)  # fmt: skip
_NEAR = Words.of(
    "near close from outside towards toward près loin vers nahe unweit richtung возле около близ вблизи недалеко рядом"
    " біля поблизу неподалік поряд з from с kilometres kilometers km км"
)
_BREAKS = Words.of("that and but while when as which who dass und aber während que et mais что и но а що та але і")


class Role(IntEnum):
    """Smaller is a better claim to be the event's place."""

    LOCATIVE = 0
    PLAIN = 1
    OBJECT = 2
    NEAR = 3
    SUBJECT = 4
    OFFICE = 5
    ORIGIN = 6
    NO_PLACE = 7


def role(toponym: Toponym, power: bool, stream: Sequence[Token], text: str, cues: Cues) -> Role:
    """The part that ``toponym`` plays among the tokens of its sentence. ``power`` is true of a country or a country's
    capital: bare, it mostly is who acts.
    """
    first = min(bisect_right(stream, toponym.start, key=lambda t: t.end), max(0, len(stream) - 1))
    last = bisect_left(stream, toponym.end, key=lambda t: t.start)
    if toponym.metonym or toponym.dateline or _in_name(first, last, stream, text):
        return Role.NO_PLACE
    if _office(first, last, stream, cues):
        return Role.OFFICE
    head = _head_before(first, stream, cues)
    if head is None:
        return _bare(power, None, text, cues)
    before = stream[head]
    noun = stream[head - 1].low if head else ""
    if _place_noun(before.low, cues) or (before.low == "von" and _place_noun(noun, cues)):
        return Role.LOCATIVE
    if before.low in cues.origin:
        return Role.NEAR if _distance(first, stream) else Role.ORIGIN
    if before.low in cues.against:
        return Role.SUBJECT
    if before.low in _NEAR:
        return Role.NEAR
    if before.low in cues.locative or before.low in cues.settlement_nouns:
        return Role.LOCATIVE
    return _bare(power, before, text, cues)


def _place_noun(low: str, cues: Cues) -> bool:
    """A noun whose genitive is a place: "the fall of", "пригород", "im Süden"."""
    return low.startswith(_CARDINAL) or low in cues.taking or low in cues.site_nouns


def _bare(power: bool, before: Token | None, text: str, cues: Cues) -> Role:
    """A name without a preposition: a town is where it was, a power acts unless a verb stands right before it."""
    if not power:
        return Role.PLAIN
    if before is None or not before.is_word or not cues.takes_objects:
        return Role.SUBJECT
    verb = before.low not in _BREAKS and before.low not in cues.speech and not text[before.start].isupper()
    return Role.OBJECT if verb else Role.SUBJECT


def _head_before(first: int, stream: Sequence[Token], cues: Cues) -> int | None:
    """The number of the word that governs the name: articles, compass words, nouns such as "city of" left out."""
    at = first - 1
    steps = 0
    while at >= 0 and steps < 5:
        low = stream[at].low
        if low in cues.locative or low in cues.origin or low in _NEAR or low.startswith(_CARDINAL):
            return at
        skip = low in _ARTICLES or low in cues.compass or low in cues.settlement_nouns or low in cues.region_nouns
        if not skip and not cues.nation(low):
            return at
        at -= 1
        steps += 1
    return None


def _distance(first: int, stream: Sequence[Token]) -> bool:
    return any(
        t.low in ("km", "км", "kilometers", "kilometres", "kilomètres", "kilometer")
        for t in stream[max(0, first - 5) : first]
    )


def _office(first: int, last: int, stream: Sequence[Token], cues: Cues) -> bool:
    """ "Kursk governor", "governor of the Kursk region", "губернатор Орловской области", "Gaza health ministry"."""
    behind = stream[last : last + 2]
    if behind and behind[0].low in ("'s",):
        behind = stream[last + 1 : last + 3]
    names = any(t.low in cues.offices for t in behind[:2]) and behind[0].is_word
    if names and behind[0].low not in cues.locative and behind[0].low not in _BREAKS:
        return True
    at = first - 1
    while at >= 0 and (
        stream[at].low in _ARTICLES
        or stream[at].low in ("von", "im")
        or stream[at].low in cues.region_nouns
        or stream[at].low in cues.compass
    ):
        at -= 1
    return at >= 0 and stream[at].low in cues.offices and stream[at].low not in cues.locative


def _in_name(first: int, last: int, stream: Sequence[Token], text: str) -> bool:
    """Part of a unit's or body's name: "Freedom of Russia Legion", "Bank of Moscow"."""
    linked = first > 1 and stream[first - 1].low in ("of", "de", "d'", "du", "von")
    if not linked or not text[stream[first - 2].start].isupper():
        return False
    joined = (
        last < len(stream) and text[stream[last].start].isupper() and stream[last].start - stream[last - 1].end <= 1
    )
    return joined or stream[first - 2].low in ("legion", "légion", "bank", "university", "université")
