"""A report as the resolver of event places goes through it: its place names with the parts that they play."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from counterclaim.records.place import Place, Precision, Toponym
from counterclaim.records.span import Span
from counterclaim.records.tagging import Sentence
from counterclaim.resolving.where.cues import Cues
from counterclaim.resolving.where.distances import Distance, distances
from counterclaim.resolving.where.gazetteer import Gazetteer
from counterclaim.resolving.where.roles import Role, role
from counterclaim.resolving.where.sections import Section
from counterclaim.words.tokens import Token, tokens

_FINENESS = {
    Precision.SITE: 0,
    Precision.SETTLEMENT: 1,
    Precision.DISTRICT: 2,
    Precision.REGION: 3,
    Precision.SEA: 4,
    Precision.COUNTRY: 5,
}
_NEARBY = 1.5
_ROW = re.compile(r",?\s(?:and|et|und|sowie|и|й|та|і|а также)?\s?(?:the |de |d['’]|von |in |à |in )?")


@dataclass(frozen=True, slots=True)
class Named:
    """A toponym with the part that it plays and its sentence's number."""

    toponym: Toponym
    place: Place
    role: Role
    sentence: int

    @property
    def rank(self) -> tuple[bool, float, int, int]:
        """Smaller is the likelier place of the event."""
        far = self.role >= Role.FAR
        fineness = float(_FINENESS[self.place.precision])
        if self.role in (Role.NEAR, Role.DIRECTION):
            fineness += _NEARBY
        return far, fineness, self.role, self.toponym.start


@dataclass(slots=True)
class Reading:
    """One report as the resolver goes through it."""

    text: str
    sentences: Sequence[Sentence]
    cues: Cues
    gazetteer: Gazetteer
    named: list[Named] = field(default_factory=list)
    streams: dict[int, tuple[Token, ...]] = field(default_factory=dict)
    sections: Sequence[Section] = ()
    language: str | None = None
    counted: dict[int, dict[int, Distance]] = field(default_factory=dict)

    def stream(self, number: int) -> tuple[Token, ...]:
        """The tokens of a sentence."""
        if number not in self.streams:
            sentence = self.sentences[number]
            self.streams[number] = tokens(self.text, sentence.start, sentence.end)
        return self.streams[number]

    def distance(self, anchor: Named) -> Distance | None:
        """What the text says is counted from that name ("30 km south of X")."""
        number = anchor.sentence
        if number not in self.counted:
            stream = self.stream(number)
            starts = {n.toponym.start for n in self.within(self.sentences[number].span)}
            found = distances(stream, starts, self.language)
            self.counted[number] = {stream[d.anchor].start: d for d in found if not d.border}
        return self.counted[number].get(anchor.toponym.start)

    def within(self, span: Span) -> list[Named]:
        """The toponyms inside a span."""
        first = bisect_left(self.named, span.start, key=lambda n: n.toponym.start)
        last = bisect_left(self.named, span.end, lo=first, key=lambda n: n.toponym.start)
        return [n for n in self.named[first:last] if n.toponym.end <= span.end]


def named(reading: Reading, toponyms: Sequence[Toponym]) -> list[Named]:
    """The resolved toponyms in order, each with its part; of names in a row, the later ones play the first one's."""
    out: list[Named] = []
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
        out.append(Named(toponym, toponym.place, part, number))
    return out


def _is_power(place: Place, gazetteer: Gazetteer) -> bool:
    if place.precision is Precision.COUNTRY:
        return True
    known = gazetteer.place(place.geonameid) if place.geonameid is not None else None
    return known is not None and known.seat == 2
