"""One place as the user's file gives it, and one line of it that gives none."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

from counterclaim.records.place import Extent
from counterclaim.resolving.where.schema import KINDS

LONGEST_NAME = 200
MOST_NAMES = 200
LARGEST_POPULATION = 10_000_000_000
_COUNTRY = re.compile(r"[A-Z]{2}")
_ADMIN1 = re.compile(r"(?:[A-Z]{2}\.)?([A-Za-z0-9]{1,8})")
# What OpenStreetMap's key "place" and ordinary speech call the kinds.
_KIND_OF = {
    "city": "settlement", "town": "settlement", "village": "settlement", "hamlet": "settlement",
    "isolated_dwelling": "settlement", "locality": "settlement", "suburb": "district", "municipality": "district",
    "facility": "site", "area": "wide", "water": "sea",
}  # fmt: skip
_DEFAULT_KIND = "settlement"


@dataclass(frozen=True, slots=True)
class OwnPlace:
    """A place of the user's: ``kind`` is a key of ``schema.KINDS``, ``names`` all of its names with ``name`` first.
    ``listed`` is true where somebody chose the place, false where it comes with a whole country's. ``radius_km`` and
    ``extent`` say how large it is, where known.
    """

    name: str
    kind: str
    lat: float
    lon: float
    country: str | None = None
    admin1: str | None = None
    population: int = 0
    geonameid: int | None = None
    names: tuple[str, ...] = ()
    radius_km: float | None = None
    extent: Extent | None = None
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Bad:
    """What could not be taken: ``where`` counts lines or features from 1, ``reason`` is one clear line."""

    where: str
    reason: str


class Unfit(ValueError):
    """A value that cannot be used; the message says which and why."""


def point(lat: str | float, lon: str | float) -> tuple[float, float]:
    """A latitude and longitude in degrees; ``Unfit`` where they are none, or 0 0, which stands for unknown."""
    try:
        north, east = float(lat), float(lon)
    except (TypeError, ValueError):
        raise Unfit(f"latitude {lat!r} and longitude {lon!r} are no numbers") from None
    if not (math.isfinite(north) and math.isfinite(east) and abs(north) <= 90 and abs(east) <= 180):
        raise Unfit(f"latitude {lat} and longitude {lon} are not on the globe")
    if north == 0 and east == 0:
        raise Unfit("latitude 0 and longitude 0 stand for an unknown point")
    return north, east


def named(name: str, others: list[str]) -> tuple[str, ...]:
    """A place's names, each once; ``Unfit`` where the first is none or longer than a name can be."""
    first = " ".join(name.split())
    if not any(c.isalpha() for c in first):
        raise Unfit("the name is empty" if not first else f"{first!r} is no name")
    if len(first) > LONGEST_NAME:
        raise Unfit(f"the name has more than {LONGEST_NAME} characters")
    more = (" ".join(other.split()) for other in others)
    good = [first, *(m for m in more if any(c.isalpha() for c in m) and len(m) <= LONGEST_NAME)]
    return tuple(dict.fromkeys(good))[:MOST_NAMES]


def whole(value: str, what: str, most: int = LARGEST_POPULATION) -> int:
    """A whole number from 0 to ``most``, 0 for nothing; ``Unfit`` for anything else."""
    bare = value.strip()
    if not bare:
        return 0
    if not re.fullmatch(r"\d{1,12}(?:\.0+)?", bare) or int(bare.split(".")[0]) > most:
        raise Unfit(f"{what} {bare[:40]!r} is no whole number")
    return int(bare.split(".")[0])


def from_fields(fields: Mapping[str, str], lat: str | float, lon: str | float, country: str | None) -> OwnPlace:
    """The place that declared fields describe; ``country`` is that of places that name none. ``Unfit`` where a value
    cannot be used.
    """
    north, east = point(lat, lon)
    names = named(fields.get("name", ""), re.split(r"[;\n]", fields.get("other_names", "")))
    land = fields.get("country", "").strip().upper() or country
    if land is not None and not _COUNTRY.fullmatch(land):
        raise Unfit(f"country {land[:40]!r} is no code of two letters (ISO 3166), such as UA")
    region = fields.get("admin1", "").strip()
    code = _ADMIN1.fullmatch(region) if region else None
    if region and not code:
        raise Unfit(f"admin1 {region[:40]!r} is no GeoNames code, such as 05 or UA.05")
    kind = fields.get("kind", "").strip().casefold() or _DEFAULT_KIND
    kind = _KIND_OF.get(kind, kind)
    if kind not in KINDS or kind == "country":
        raise Unfit(f"kind {kind[:40]!r} is none of {', '.join(k for k in KINDS if k != 'country')}")
    ident = whole(fields.get("geonameid", ""), "geonameid")
    return OwnPlace(
        names[0],
        kind,
        north,
        east,
        land,
        code.group(1) if code else None,
        whole(fields.get("population", ""), "population"),
        ident or None,
        names,
        _radius(fields.get("radius_km", "")),
    )


def _radius(value: str) -> float | None:
    if not value.strip():
        return None
    try:
        km = float(value)
    except ValueError:
        km = math.nan
    if not 0 < km <= 5000:
        raise Unfit(f"radius_km {value.strip()[:40]!r} is no number of km up to 5000")
    return km
