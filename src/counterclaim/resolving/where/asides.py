"""Places that a clause names only aside.

What lasts is told of a whole land or region: a town behind "notably" is one example of it. And "after the attack on
Dolmen," at the head of a sentence tells what went before, not where it happened this time. Whence somebody left is no
aside: there it was.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from counterclaim.records.claim import Assertion
from counterclaim.records.event_type import EventType
from counterclaim.records.place import Precision
from counterclaim.records.span import Span
from counterclaim.resolving.where.reading import Named, Reading
from counterclaim.resolving.where.roles import Role
from counterclaim.resolving.where.running import inside
from counterclaim.words.lexicon import Lexicon
from counterclaim.words.tokens import tokens
from counterclaim.words.toml_data import package_toml

_LASTING, _EXAMPLE, _PRELUDE = "lasting", "example", "prelude"
_OPENING = 4
_FLIGHT = "displacement"


@cache
def _words(language: str) -> Lexicon[str]:
    lists = package_toml("counterclaim.resolving.where", "asides.toml").get(language, {})
    return Lexicon((phrase, name) for name in (_LASTING, _EXAMPLE, _PRELUDE) for phrase in lists.get(name, ()))


def examples(reading: Reading, span: Span, named: Sequence[Named]) -> list[Named]:
    """Those of ``named``, the places of a clause, that only exemplify what has gone on for long in a wider place that
    the clause names before them ("for weeks in the east of the country, notably with the fall of Dolmen").
    """
    if reading.language is None or len(named) < 2:
        return []
    stream = tokens(reading.text, span.start, span.end)
    hits = _words(reading.language).all(stream)
    begins = min((stream[h.first].start for h in hits if h.key == _EXAMPLE), default=None)
    if begins is None or not any(h.key == _LASTING for h in hits):
        return []
    told = [n for n in named if n.toponym.start < begins and n.role < Role.SUBJECT]
    return [
        n
        for n in named
        if n.toponym.start >= begins and any(n.place != t.place and inside(n.place, t.place) for t in told)
    ]


def preludes(reading: Reading, span: Span, named: Sequence[Named]) -> list[Named]:
    """Those of ``named`` that stand in an opening such as "after the attack on Dolmen,", where others stand behind."""
    if reading.language is None or len(named) < 2:
        return []
    stream = tokens(reading.text, span.start, span.end)
    opening = _words(reading.language).all(stream[: _OPENING + 2])
    begins = next((h.last for h in opening if h.key == _PRELUDE and h.first <= _OPENING), None)
    if begins is None:
        return []
    comma = next((t.start for t in stream[begins:] if t.low == ","), None)
    if comma is None or any(t.low == "," for t in stream[:begins]):
        return []
    if not any(n.toponym.start > comma and n.role < Role.SUBJECT for n in named):
        return []
    return [n for n in named if n.toponym.start < comma]


def left(assertion: Assertion, named: list[Named]) -> list[Named]:
    """``named``; of a clause that tells who left ("withdrew from Dolmen to Karsk") the place that was left, where it
    names one.
    """
    if not (assertion.event is EventType.CHANGE or assertion.event_detail == _FLIGHT):
        return named
    left = [n for n in named if n.role is Role.ORIGIN and n.place.precision is not Precision.COUNTRY]
    return [replace(n, role=Role.LOCATIVE) for n in left] or named
