"""What a ledger can do, whatever database it stands on."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Protocol, Self

from counterclaim.records.claim import Claim
from counterclaim.records.coded import Coded
from counterclaim.records.conflict import Conflict
from counterclaim.records.edtf import Days
from counterclaim.records.event import Event, ReprintLink
from counterclaim.records.judgement import Judgement
from counterclaim.records.report import Capture, Report

Reprints = tuple[ReprintLink, ...]
Reconcile = Callable[[Event, Sequence[Claim], Sequence[Report], Reprints], Event]
Work = Callable[[Sequence[Report], Sequence[Claim]], tuple[Reprints, tuple[Event, ...]]]


@dataclass(frozen=True, slots=True)
class Linking:
    """What a ledger needs to put reports into events one by one: the packs in use, and what finds out who says what
    about an event.
    """

    conflicts: tuple[Conflict, ...]
    reconcile: Reconcile


@dataclass(frozen=True, slots=True)
class Part:
    """One event that lies within another's place and days, with the reason as a sentence."""

    event: str
    why: str


@dataclass(frozen=True, slots=True)
class Filter:
    """What to look for; None asks nothing. ``place`` is a part of a name, or a country code. ``days`` asks for what
    shares a day with them. ``type`` is an ACLED sub-event type. Case does not matter.
    """

    place: str | None = None
    days: Days | None = None
    side: str | None = None
    type: str | None = None
    stance: str | None = None
    standing: str | None = None


EVERYTHING = Filter()


class Ledger(Protocol):
    """Keeps captures, reports, claims and events. Every method may raise ``LedgerError``."""

    def add(self, capture: Capture, coded: Coded) -> bool:
        """Keep a capture and what was taken from it, all or nothing; False where the ledger had it already."""
        ...

    def reconcile(self, work: Work, made_by: str) -> bool:
        """Make the events anew with ``work`` unless ``made_by`` has done so since the last change; False if it has."""
        ...

    def link(self, rooms: Linking, made_by: str) -> int:
        """Put reports that are new into events, a few at a time and each few all or nothing; every report, where
        another than ``made_by`` made the events. How many reports. What this makes is what all reports at once would.
        """
        ...

    def judge(self, judgement: Judgement, rooms: Linking) -> None:
        """Keep what a person decided, and make the events anew that it is about. ``LedgerError`` where it names what
        the ledger does not have.
        """
        ...

    def judgements(self, claims: Iterable[str] | None = None) -> tuple[Judgement, ...]:
        """What people decided, in order, with what was taken back; with ``claims`` only what is in force about them."""
        ...

    def parts(self, id: str) -> tuple[Part, ...]:
        """The events that the event ``id`` sums up: those within its place and days, of the same kind."""
        ...

    def wholes(self, id: str) -> tuple[Part, ...]:
        """The events that sum up the event ``id`` among others."""
        ...

    def count_events(self) -> int:
        """How many events there are."""
        ...

    def stale(self) -> bool:
        """Whether reports were added since the events were made."""
        ...

    def reports(self, wanted: Filter = EVERYTHING, ids: Iterable[str] | None = None) -> tuple[Report, ...]:
        """The reports that hold a wanted claim (``days`` asks for their publication), of ``ids`` only where given, by
        day of publication.
        """
        ...

    def coded(self, report_id: str) -> Coded | None:
        """One report with its tagging and claims."""
        ...

    def capture(self, sha256: str) -> Capture | None:
        """The bytes with that digest, as they came from the address that they first came from."""
        ...

    def claims(self, wanted: Filter = EVERYTHING, ids: Iterable[str] | None = None) -> tuple[Claim, ...]:
        """The wanted claims, of ``ids`` only where given, report by report in order of the text."""
        ...

    def events(self, wanted: Filter = EVERYTHING) -> tuple[Event, ...]:
        """The wanted events with their findings, by day and title."""
        ...

    def event(self, id: str) -> Event:
        """The event whose id is or begins with ``id``; ``LedgerError`` where there is none or more than one. An id
        that an event bore before it was put together with another still leads to where its claim now stands.
        """
        ...

    def reprints(self, ids: Iterable[str] | None = None) -> Reprints:
        """Which reports repeat which; with ``ids`` only what these repeat, and what repeats them."""
        ...

    def close(self) -> None:
        """Let go of the database."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
