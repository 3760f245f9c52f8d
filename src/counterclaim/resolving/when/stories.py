"""What a report has told so far: strands, each an event with its day and place, which later clauses may go on about."""

import datetime as dt
import math
from collections.abc import Iterable
from dataclasses import dataclass, field

from counterclaim.records.claim import Assertion
from counterclaim.records.event_type import EventType, PropositionKind
from counterclaim.records.place import Place, Precision
from counterclaim.records.tagging import Stance
from counterclaim.records.when import DateAnswer

FRESH_DAYS = 7
_SAME_TOWN_KM = 15.0
_MOST_STRANDS = 60

_FIRE = frozenset(
    {
        EventType.AIR_STRIKE,
        EventType.SHELLING,
        EventType.EXPLOSIVE,
        EventType.ATTACK,
        EventType.DISRUPTED,
        EventType.SUICIDE_BOMB,
        EventType.GRENADE,
        EventType.CHEMICAL,
    }
)
_GROUND = frozenset(
    {
        EventType.ARMED_CLASH,
        EventType.GOVERNMENT_REGAINS,
        EventType.NON_STATE_OVERTAKES,
        EventType.NON_VIOLENT_TRANSFER,
        EventType.LOOTING,
        EventType.ABDUCTION,
        EventType.SEXUAL_VIOLENCE,
    }
)
_CONSEQUENCES = frozenset(
    {
        PropositionKind.KILLED,
        PropositionKind.INJURED,
        PropositionKind.DAMAGED,
        PropositionKind.DESTROYED,
        PropositionKind.RESPONSIBILITY,
    }
)
"""Kinds that go on about an event already told."""
FIRE, GROUND = "fire", "ground"
_VIOLENT = frozenset({FIRE, GROUND})
"""Families of events that a report goes on about over paragraphs; calls and decisions stand alone."""


def family(assertion: Assertion) -> str:
    """Fire, fighting on the ground, or the event's own type."""
    if assertion.event in _FIRE:
        return FIRE
    return GROUND if assertion.event in _GROUND else assertion.event.value


@dataclass(frozen=True, slots=True)
class Telling:
    """A claim as its day is looked for. ``place`` is where its event was; ``named`` whether its own clause says
    "in …", so that the place is not merely carried over; ``words`` are the longer words of the clause.
    """

    assertion: Assertion
    paragraph: int
    place: Place | None
    named: bool
    words: frozenset[str]

    @property
    def answers(self) -> bool:
        """Whether it speaks of what somebody else has told: then its words, not its place, tell of what."""
        blames = self.assertion.proposition.kind is PropositionKind.RESPONSIBILITY
        return blames or self.assertion.stance is not Stance.ASSERTS

    @property
    def follows(self) -> bool:
        """Whether it tells what came of an event."""
        return self.assertion.proposition.kind in _CONSEQUENCES


@dataclass(frozen=True, slots=True)
class Strand:
    """An event told, or (without ``telling``) a day on which the report sets its scene. ``wide`` is a night or longer,
    ``flashback`` a day counted back from the one told of.
    """

    answer: DateAnswer
    first: dt.date | None
    paragraph: int
    telling: Telling | None = None
    flashback: bool = False

    @property
    def wide(self) -> bool:
        """Whether it lasted a night, over which attacks may be told place by place."""
        return "/" in (self.answer.edtf or "")

    @property
    def family(self) -> str | None:
        """The family of the event; None of a scene, where anything may happen."""
        return family(self.telling.assertion) if self.telling else None

    @property
    def place(self) -> Place | None:
        """Where it was."""
        return self.telling.place if self.telling else None


@dataclass(slots=True)
class Story:
    """What has been dated so far while one report is read from its beginning."""

    published: dt.date | None
    strands: list[Strand] = field(default_factory=list)

    def is_fresh(self, first: dt.date | None) -> bool:
        """Whether the day lies in the week before publication."""
        return self.published is None or (first is not None and 0 <= (self.published - first).days <= FRESH_DAYS)

    def tell(self, strand: Strand) -> None:
        """Remembers the strand as the latest."""
        self.strands.append(strand)
        del self.strands[:-_MOST_STRANDS]

    def carried(self, telling: Telling, elsewhere: bool = True) -> Strand | None:
        """The strand that the claim goes on about; None where it begins another event. ``elsewhere`` lets a night of
        attacks go on in other places too.
        """
        open_ = [s for s in self.strands if self._goes_on(telling, s, elsewhere)]
        if not open_:
            return None
        exact = [s for s in open_ if not _is_wider(telling, s)]
        if not exact and telling.named and len({s.answer.edtf for s in open_}) > 1:
            return None  # The region's name alone doesn't tell which of its events is meant.
        at = {id(s): n for n, s in enumerate(self.strands)}
        return max(exact or open_, key=lambda s: (self._shared(telling, s), at[id(s)]))

    def _shared(self, telling: Telling, strand: Strand) -> int:
        """How many words tie an answer to what it answers; for other claims only the order of telling counts."""
        if strand.telling is None or not telling.answers:
            return 0
        return min(3, len(telling.words & strand.telling.words))

    def _goes_on(self, telling: Telling, strand: Strand, elsewhere: bool) -> bool:
        beside = strand.paragraph == telling.paragraph
        mine, theirs = family(telling.assertion), strand.family
        if theirs is None:
            return mine in _VIOLENT
        if not beside and (strand.flashback or not self.is_fresh(strand.first) or theirs not in _VIOLENT):
            return False
        if mine != theirs and not (telling.follows and (beside or theirs in _VIOLENT)):
            return False
        # Who holds a place is told as it stands when it is told.
        if telling.assertion.proposition.kind is PropositionKind.CONTROL and not (beside or telling.answers):
            return False
        if beside:
            return True
        if not telling.named:
            return telling.answers or not _abroad(telling.place, strand.place)
        return _meet(telling.place, strand.place) or (elsewhere and strand.wide and mine == theirs == FIRE)


def _is_wider(telling: Telling, strand: Strand) -> bool:
    mine, theirs = telling.place, strand.place
    return mine is not None and theirs is not None and _breadth(mine) > _breadth(theirs)


def _breadth(place: Place) -> int:
    wide = (Precision.DISTRICT, Precision.SEA, Precision.REGION, Precision.COUNTRY)
    return wide.index(place.precision) + 1 if place.precision in wide else 0


def _meet(a: Place | None, b: Place | None) -> bool:
    """Whether the two can be one happening's places: unknown, the same, near by, or one in the other."""
    if a is None or b is None or a == b:
        return True
    if a.geonameid is not None and a.geonameid == b.geonameid:
        return True
    fine, coarse = sorted((a, b), key=_breadth)
    if coarse.precision is Precision.COUNTRY:
        return fine.country is None or fine.country == coarse.country
    if _breadth(coarse) == 0:
        return _km(a, b) <= _SAME_TOWN_KM and (
            a.precision is not b.precision or a.name == b.name or _km(a, b) <= _SAME_TOWN_KM / 3
        )
    if coarse.precision is Precision.SEA:
        return a.name == b.name
    return fine.country == coarse.country and None not in (fine.admin1, coarse.admin1) and fine.admin1 == coarse.admin1


def _abroad(a: Place | None, b: Place | None) -> bool:
    """Whether the two lie in different countries, as far as is known."""
    return a is not None and b is not None and None not in (a.country, b.country) and a.country != b.country


def _km(a: Place, b: Place) -> float:
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return 0.0 if a.name == b.name else math.inf
    width = math.cos(math.radians((a.lat + b.lat) / 2))
    return 111.2 * math.hypot(a.lat - b.lat, (a.lon - b.lon) * width)


def longer_words(words: Iterable[str]) -> frozenset[str]:
    """The beginnings of the longer words, so that a word meets its other forms."""
    return frozenset(w[:6] for w in words if len(w) > 4)
