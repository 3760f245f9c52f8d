"""The rooms that a report goes through, as callables: the pipeline knows their order, not their insides."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from counterclaim.ledger.store import Linking
from counterclaim.records.actor import Actor, SourceAnswer
from counterclaim.records.claim import Assertion, Claim, Trigger
from counterclaim.records.conflict import Conflict
from counterclaim.records.event import Event, ReprintLink
from counterclaim.records.made_by import MadeBy
from counterclaim.records.place import PlaceAnswer, Toponym
from counterclaim.records.report import Capture, Report
from counterclaim.records.tagging import Sentence, Tagging
from counterclaim.records.when import DateAnswer, TimeExpression

Triggers = tuple[Trigger, ...]
Toponyms = tuple[Toponym, ...]
Times = tuple[TimeExpression, ...]
Assertions = tuple[Assertion, ...]
Sentences = tuple[Sentence, ...]
Sources = tuple[SourceAnswer, ...]
Actors = tuple[tuple[Actor, ...], ...]
Reprints = tuple[ReprintLink, ...]


class Reads(Protocol):
    """Reads a report from a capture; raises ``InputError``."""

    def __call__(self, capture: Capture, *, published: str | None = None) -> Report:
        """The report in ``capture``; ``published`` is its day where it names none."""
        ...


class Tags(Protocol):
    """Finds sentences and attributions."""

    def tag(self, report: Report) -> Tagging:
        """The tagging of ``report``."""
        ...


@dataclass(frozen=True, slots=True)
class Rooms:
    """Every stage of the way, with the look-ups it needs already bound. ``conflicts`` are the packs in use and
    ``made_by`` says what the stages are, for every answer to carry. With ``linking`` a ledger takes reports into its
    events one by one; without it, ``group`` makes all events anew.
    """

    read: Reads
    tagger: Tags
    find_triggers: Callable[[Report, Sentences], Triggers]
    find_toponyms: Callable[[Report, Sentences], Toponyms]
    find_times: Callable[[Report, Sentences], Times]
    cut: Callable[[Report, Tagging, Triggers, Toponyms], Assertions]
    measure: Callable[[Report, Assertions, Times], Assertions]
    name_sources: Callable[[Report, Tagging, Assertions], Sources]
    find_actors: Callable[[Report, Tagging, Assertions], Actors]
    name_holders: Callable[[Report, Assertions, tuple[Sources, Actors]], Assertions]
    event_places: Callable[[Report, Sentences, Toponyms, Assertions, Sources], tuple[PlaceAnswer, ...]]
    event_dates: Callable[[Report, Sentences, Times, Assertions, Sequence[PlaceAnswer]], tuple[DateAnswer, ...]]
    find_reprints: Callable[[Sequence[Report]], Reprints]
    group: Callable[[Sequence[Claim], Sequence[Report], Reprints], tuple[Event, ...]]
    reconcile: Callable[[Event, Sequence[Claim], Sequence[Report], Reprints], Event]
    conflicts: tuple[Conflict, ...] = ()
    linking: Linking | None = None
    made_by: tuple[MadeBy, ...] = ()
