"""Across reports: events, their propositions, and what each side says about them."""

from dataclasses import dataclass
from enum import StrEnum

from counterclaim.records.event_type import EventType, PropositionKind
from counterclaim.records.place import Place
from counterclaim.records.tagging import Stance


class Standing(StrEnum):
    """What the positions on one proposition add up to. Never a verdict on who is right."""

    SINGLE_SIDE = "single side"
    AGREED = "agreed"
    CONCEDED = "conceded"
    CONTESTED = "contested"


@dataclass(frozen=True, slots=True)
class ReprintLink:
    """Report ``copy`` repeats report ``original``; ``reasons`` print as sentences."""

    copy: str
    original: str
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """Why a claim stands in its event: a score with its reasons."""

    claim_id: str
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """What a side said of one proposition from publication day ``day`` on (None where no report tells its day), until
    its next turn: the stance, and the value it gave (a count, a holder), None where it gave none.
    """

    day: str | None
    stance: Stance
    value: str | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """What one side says about one proposition. ``claims`` are ids in order of publication; ``implied`` are those of
    them that say it only by implication (control implies a breakthrough). ``origins`` names the independent
    origins: a reprint, or ten agencies quoting one ministry, count once. Dates are publication days.

    ``history`` is all that the side has said of the proposition, turn by turn, the contrary included; ``current`` is
    false where it has since said the contrary.
    """

    side: str
    stance: Stance
    claims: tuple[str, ...]
    implied: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    first: str | None = None
    latest: str | None = None
    history: tuple[Turn, ...] = ()
    current: bool = True


@dataclass(frozen=True, slots=True)
class Finding:
    """One checkable proposition of an event: every side's position, its standing, and why, in a sentence."""

    kind: PropositionKind
    value: str | None
    positions: tuple[Position, ...]
    standing: Standing
    why: str


@dataclass(frozen=True, slots=True)
class Event:
    """One happening, put together from the claims of many reports. ``date`` is EDTF. ``parties`` are the codes of the
    sides at war in it, whether they speak or not.
    """

    id: str
    title: str
    type: EventType
    place: Place | None
    date: str | None
    claims: tuple[str, ...]
    links: tuple[Link, ...] = ()
    findings: tuple[Finding, ...] = ()
    event_detail: str | None = None
    parties: tuple[str, ...] = ()

    def silent(self, finding: Finding) -> tuple[str, ...]:
        """The parties to the event that say nothing of the proposition. Silence is no statement."""
        speaking = {position.side for position in finding.positions}
        return tuple(side for side in self.parties if side not in speaking)
