"""From a trigger in the text to a claim: one assertion in one report."""

from dataclasses import dataclass

from counterclaim.records.actor import Actor, SourceAnswer
from counterclaim.records.event_type import EventType, PropositionKind
from counterclaim.records.made_by import MadeBy
from counterclaim.records.place import PlaceAnswer
from counterclaim.records.span import Span
from counterclaim.records.tagging import Distance, Stance
from counterclaim.records.when import DateAnswer


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word or phrase that speaks of an event: its type (None where only the context can tell), its detail where
    ACLED has no type for it, and what it claims of the event. ``id`` names the lexicon entry. ``verbal`` is true for
    a verb, which makes a clause of its own. ``strength`` orders rivals in one clause (higher wins).
    """

    start: int
    end: int
    id: str
    event: EventType | None
    kind: PropositionKind
    event_detail: str | None = None
    verbal: bool = False
    strength: int = 1


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count: ``what`` is counted ("killed", "drones", …), as ``low``/``best``/``high``; None is unknown."""

    what: str
    low: int | None
    best: int | None
    high: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Proposition:
    """What is claimed. ``value`` is a few words for people: a holder, a count, a thing."""

    kind: PropositionKind
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Assertion:
    """A claim before who, where and when are resolved. ``attribution`` is an index into the tagging, None for the
    narrator. ``trigger`` is the span of the word that speaks of the event.
    """

    start: int
    end: int
    sentence: int
    attribution: int | None
    stance: Stance
    distance: Distance
    event: EventType
    proposition: Proposition
    trigger: Span
    event_detail: str | None = None
    quantities: tuple[Quantity, ...] = ()
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()

    @property
    def span(self) -> Span:
        """The claim's clause."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Claim:
    """One assertion in one report, with its source, place and day resolved (or known to be unknown)."""

    id: str
    report_id: str
    start: int
    end: int
    source: SourceAnswer
    stance: Stance
    distance: Distance
    event: EventType
    proposition: Proposition
    place: PlaceAnswer
    date: DateAnswer
    event_detail: str | None = None
    actors: tuple[Actor, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    confidence: float = 1.0
    made_by: tuple[MadeBy, ...] = ()
