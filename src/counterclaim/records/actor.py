"""Who: sources and the actors of an event."""

from dataclasses import dataclass
from enum import StrEnum

from counterclaim.records.span import Span

NARRATOR = "narrator"
MEDIA_SIDE = "media"


class Channel(StrEnum):
    """By what way a statement reached the report."""

    TELEGRAM = "telegram"
    PRESS_STATEMENT = "press statement"
    TV = "tv"
    SOCIAL_MEDIA = "social media"
    NEWS_AGENCY = "news agency"
    VIDEO = "video"
    UNKNOWN = "unknown"


class Role(StrEnum):
    """An actor's part in an event."""

    PERPETRATOR = "perpetrator"
    TARGET = "target"
    VICTIM = "victim"
    INTERMEDIARY = "intermediary"
    HOLDER = "holder"


@dataclass(frozen=True, slots=True)
class SourceAnswer:
    """Who answers for a claim. ``name`` is a canonical English name or ``narrator``; ``party`` the pack's id of the
    party; ``side`` the side's code, "media" for the narrator, None where the text gives none. ``chain`` are those
    who passed it on, nearest to the report first ("TASS"). ``span`` is where the source is named, None for a
    source carried over or for the narrator. ``area`` is the geonameid of the region or town that the source's office
    covers ("the Kursk governor"), where the pack knows it.
    """

    name: str
    side: str | None
    party: str | None = None
    channel: Channel = Channel.UNKNOWN
    chain: tuple[str, ...] = ()
    span: Span | None = None
    area: int | None = None
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone who takes part in the event of a claim."""

    name: str
    side: str | None
    role: Role
    start: int
    end: int
    party: str | None = None
