"""How two places lie to one another: the same, near, one within the other, or apart."""

import math
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from counterclaim.records.place import Place, Precision

RANK = {
    Precision.SITE: 0,
    Precision.SETTLEMENT: 1,
    Precision.DISTRICT: 2,
    Precision.SEA: 3,
    Precision.REGION: 3,
    Precision.COUNTRY: 4,
}
UNKNOWN_RANK = 5
_VOWELS = frozenset("aeiou")
_EARTH_KM = 6371.0
_SAME_SITE_KM = 1.0
_SAME_SETTLEMENT_KM = 2.0
_SAME_NAME_KM = 25.0
_NEAR_KM = 5.0
_SITE_IN_TOWN_KM = 15.0
_SETTLEMENT_IN_DISTRICT_KM = 60.0


class Relation(StrEnum):
    """How two places lie to one another; the value ends the sentence "The place is …"."""

    SAME_SPOT = "the same place"
    NEAR = "near by"
    SITE_IN_TOWN = "a site in that town"
    SAME_REGION = "the same region"
    SAME_COUNTRY = "the same country"
    REGION_CONTAINS = "the region around it"
    COUNTRY_CONTAINS = "the country around it"
    UNKNOWN = "no place given"
    NOWHERE = "not one place"
    APART = "elsewhere"


@dataclass(frozen=True, slots=True)
class Nearness:
    """The relation of two places and their distance, where both points are known."""

    relation: Relation
    km: float | None = None


def rank(place: Place | None) -> int:
    """0 for the finest precision; higher is coarser; highest for an unknown place."""
    return UNKNOWN_RANK if place is None else RANK[place.precision]


def distance_km(a: Place, b: Place) -> float | None:
    """The great-circle distance in kilometres, None where a point is unknown."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    lat_a, lat_b = math.radians(a.lat), math.radians(b.lat)
    half = math.sin((lat_b - lat_a) / 2) ** 2
    half += math.cos(lat_a) * math.cos(lat_b) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


@lru_cache(maxsize=1 << 14)
def nearness(a: Place | None, b: Place | None) -> Nearness:
    """How ``a`` and ``b`` lie to one another, whichever comes first."""
    if a is None and b is None:
        return Nearness(Relation.NOWHERE)
    if a is None or b is None:
        return Nearness(Relation.UNKNOWN)
    fine, coarse = sorted((a, b), key=lambda p: RANK[p.precision])
    km = distance_km(a, b)
    if RANK[coarse.precision] <= RANK[Precision.SETTLEMENT]:
        return Nearness(_spots(fine, coarse, km), km)
    return Nearness(_areas(fine, coarse, km), None)


@lru_cache(maxsize=1 << 14)
def neighbours(a: Place | None, b: Place | None) -> bool:
    """Whether these are two settlements next to each other, each known by its own entry and its own name: who names
    one does not mean the other. One name spelled two ways, or within the other ("Karsk camp"), may be one place.
    """
    if a is None or b is None or a.geonameid is None or b.geonameid is None or a.geonameid == b.geonameid:
        return False
    km = distance_km(a, b)
    if not a.precision is b.precision is Precision.SETTLEMENT or km is None or km < _SAME_SITE_KM:
        return False
    names = _fold(a.name), _fold(b.name)
    return names[0] not in names[1] and names[1] not in names[0] and _bones(a.name) != _bones(b.name)


def _spots(fine: Place, coarse: Place, km: float | None) -> Relation:
    named_alike = _fold(fine.name) == _fold(coarse.name)
    if fine.geonameid is not None and fine.geonameid == coarse.geonameid:
        return Relation.SAME_SPOT
    if km is None:
        alike = named_alike and fine.country == coarse.country and fine.admin1 == coarse.admin1
        return Relation.SAME_SPOT if alike else Relation.APART
    if fine.precision is not coarse.precision:
        return Relation.SITE_IN_TOWN if km <= _reach(fine, coarse, _SITE_IN_TOWN_KM) else Relation.APART
    close = _SAME_SITE_KM if fine.precision is Precision.SITE else _SAME_SETTLEMENT_KM
    if km <= _reach(fine, coarse, close) or (named_alike and km <= _SAME_NAME_KM):
        return Relation.SAME_SPOT
    if km <= _NEAR_KM and fine.precision is Precision.SETTLEMENT:
        return Relation.NEAR
    return Relation.APART


def _areas(fine: Place, coarse: Place, km: float | None) -> Relation:
    if fine.country != coarse.country or coarse.country is None:
        return Relation.SAME_REGION if _same_area(fine, coarse) else Relation.APART
    if coarse.precision is Precision.COUNTRY:
        return Relation.SAME_COUNTRY if fine.precision is Precision.COUNTRY else Relation.COUNTRY_CONTAINS
    if _same_area(fine, coarse):
        return Relation.SAME_REGION
    if coarse.precision is Precision.DISTRICT:
        inside = km is not None and km <= _SETTLEMENT_IN_DISTRICT_KM and _same_region(fine, coarse)
        return Relation.REGION_CONTAINS if inside and fine.precision is not Precision.DISTRICT else Relation.APART
    if coarse.precision is Precision.REGION and _same_region(fine, coarse):
        return Relation.REGION_CONTAINS
    return Relation.APART


def _same_area(a: Place, b: Place) -> bool:
    if a.precision is not b.precision:
        return False
    if a.geonameid is not None and b.geonameid is not None:
        return a.geonameid == b.geonameid
    return a.country == b.country and a.admin1 == b.admin1 and _fold(a.name) == _fold(b.name)


def _same_region(a: Place, b: Place) -> bool:
    return a.admin1 is not None and b.admin1 is not None and _fold(a.admin1) == _fold(b.admin1)


def _reach(a: Place, b: Place, km: float) -> float:
    return max(km, min(a.radius_km or 0.0, _SITE_IN_TOWN_KM), min(b.radius_km or 0.0, _SITE_IN_TOWN_KM))


@lru_cache(maxsize=1 << 12)
def _fold(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in plain if c.isalnum())


@lru_cache(maxsize=1 << 12)
def _bones(name: str) -> str:
    """The consonants without doubles, which spellings out of other scripts share ("Yaroun", "Yarun")."""
    kept = "".join(c for c in _fold(name) if c not in _VOWELS)
    return "".join(c for n, c in enumerate(kept) if n == 0 or kept[n - 1] != c) if len(kept) > 2 else _fold(name)
