"""A conflict pack as the rooms see it: sides, parties and offices of one conflict. No code knows a conflict by name."""

from dataclasses import dataclass
from enum import StrEnum


class PartyKind(StrEnum):
    """What a party is; it decides, for one, whether territory is regained by a government or overtaken by others."""

    GOVERNMENT = "government"
    STATE_FORCES = "state forces"
    ARMED_GROUP = "armed group"
    BODY = "body"
    COMPANY = "company"
    MEDIA = "media"
    INTERNATIONAL = "international"


@dataclass(frozen=True, slots=True)
class Side:
    """A side of a conflict. ``home`` are the lands whose harm is its own harm: ISO 3166-1 alpha-2 codes, or
    GeoNames first-level codes ("UA.05") where the border between the sides runs inside a country.
    """

    code: str
    name: str
    home: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Alias:
    """A name by which the text may call a party, in one language; ``*`` as in the lexicon. ``distance`` is true where
    the name itself takes sides ("occupiers"): it is understood, never printed.
    """

    text: str
    language: str
    distance: bool = False


@dataclass(frozen=True, slots=True)
class Tenure:
    """Who held an office from when to when (EDTF days, None for open), with the names by language."""

    name: str
    aliases: tuple[Alias, ...]
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """Someone who acts or speaks in a conflict. ``side`` is a side's code or None. ``area`` is the geonameid of the
    region or town that the office covers. ``within`` is the id of the larger body that it belongs to. ``role`` says
    what kind of office or body it is ("governor", "defence-ministry"), so that "the Kursk governor" is found by role
    and area, "the Russian Defence Ministry" by role and ``nation`` (ISO 3166-1 alpha-2). ``named_alone`` is true for
    an office whose holder is called by name only ("Dmitry Peskov").
    """

    id: str
    name: str
    kind: PartyKind
    side: str | None
    aliases: tuple[Alias, ...] = ()
    tenures: tuple[Tenure, ...] = ()
    area: int | None = None
    within: str | None = None
    role: str | None = None
    nation: str | None = None
    named_alone: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """A region or town whose offices speak in a conflict: its English name as it stands before an office ("Kursk"),
    the side that its authorities belong to, and its names in every language (``*`` as in the lexicon).
    """

    geonameid: int | None
    name: str
    country: str
    side: str | None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PublicEvent:
    """A dated public event that reports count from ("three days before the vote"). ``date`` is EDTF."""

    id: str
    date: str
    aliases: tuple[Alias, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """One conflict pack. ``theatre`` are the country codes in which a place name is first looked for."""

    id: str
    title: str
    version: str
    sides: tuple[Side, ...]
    parties: tuple[Party, ...]
    theatre: tuple[str, ...] = ()
    calendar: tuple[PublicEvent, ...] = ()
    areas: tuple[Area, ...] = ()

    def __hash__(self) -> int:
        """Of what names the pack: to hash the thousands of names in it, at every look-up, costs more than an answer."""
        return hash((self.id, self.version))

    def side_of(self, code: str) -> Side | None:
        """The side with that code, None where the pack has none."""
        return next((s for s in self.sides if s.code == code), None)
