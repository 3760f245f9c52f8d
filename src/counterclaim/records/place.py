"""Places: where a name in the text may be, and where a claim's event was."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Precision(StrEnum):
    """How finely a place is known."""

    SITE = "site"
    SETTLEMENT = "settlement"
    DISTRICT = "district"
    REGION = "region"
    COUNTRY = "country"
    SEA = "sea"


class Extent(NamedTuple):
    """The ends of an area in degrees; ``west`` is greater than ``east`` where it crosses the antimeridian."""

    south: float
    west: float
    north: float
    east: float


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the gazetteer, in English names. ``lat`` and ``lon`` in degrees (WGS 84); a region carries its
    capital's point and a country its centre. ``country`` is ISO 3166-1 alpha-2, ``admin1_code`` GeoNames' ("UA.05").
    ``radius_km`` is how far the true point may lie from the given one, where known. Unknown is None, never 0°N 0°E.
    """

    name: str
    precision: Precision
    admin1: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None
    radius_km: float | None = None
    admin1_code: str | None = None


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name in the text. ``place`` is the choice (None: a place name that could not be resolved);
    ``alternatives`` are the runners-up where the choice was close. ``metonym`` is true where the name stands for
    a government or party ("Moscow said"), ``dateline`` where it stands in one. ``reasons`` print as sentences.
    """

    start: int
    end: int
    place: Place | None
    alternatives: tuple[Place, ...] = ()
    metonym: bool = False
    dateline: bool = False
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlaceAnswer:
    """Where a claim's event was: ``place`` or None for unknown; the toponym's span where the text names it.

    The area in which the event may have been: within ``radius_km`` of the place's point, or for countries and regions
    inside ``extent``; None where it is unknown. ``near`` is true where the text says that the event was not at the
    place but near it, towards it or at a distance from it. ``local_name`` is the place's name in the report's language,
    in the nominative, where known; ``place.name`` is the English one.
    """

    place: Place | None
    start: int | None = None
    end: int | None = None
    alternatives: tuple[Place, ...] = ()
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()
    near: bool = False
    radius_km: float | None = None
    extent: Extent | None = None
    local_name: str | None = None
