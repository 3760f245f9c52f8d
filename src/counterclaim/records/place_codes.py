"""The precision codes of ACLED and UCDP, derived from an answer; they are not stored.

ACLED's ``geo_precision`` (codebook of 2023): 1 a town is named, 2 a small part of a region or "near" a town, 3 a larger
region. UCDP GED's ``where_prec`` (codebook 24.1): 1 exact, 2 within about 25 km of a known point, 3 second-level
division, 4 first-level division, 5 a line, or an area that is no division, 6 country, 7 sea or international airspace.
"""

from counterclaim.records.place import PlaceAnswer, Precision

_NEARBY_KM = 25.0
# What the gazetteer's English names call waters that are no part of a sea; some lie in several countries.
_INLAND = frozenset(("River", "Lake", "Reservoir", "Estuary", "Canal", "Nile"))
_POINTS = (Precision.SITE, Precision.SETTLEMENT)


def geo_precision(answer: PlaceAnswer) -> int | None:
    """ACLED's code; None where no place is known. ACLED has no code for a mere country: it is a larger region."""
    place = answer.place
    if place is None:
        return None
    if place.precision in _POINTS:
        return 2 if answer.near else 1
    return 2 if place.precision is Precision.DISTRICT else 3


def where_prec(answer: PlaceAnswer) -> int | None:
    """UCDP's code; None where no place is known. A river or a lake is a line or an area, code 5; other water of no
    country is 7.
    """
    place = answer.place
    if place is None:
        return None
    if place.precision in _POINTS:
        if not answer.near:
            return 1
        return 2 if answer.radius_km is None or answer.radius_km <= _NEARBY_KM else 5
    if place.precision is Precision.DISTRICT:
        counted = answer.near and answer.radius_km is not None
        return 2 if counted and (answer.radius_km or 0.0) <= _NEARBY_KM else 5 if counted else 3
    if place.precision is Precision.REGION:
        return 4 if place.admin1_code is not None and place.admin1 == place.name else 5
    if place.precision is Precision.SEA:
        inland = place.country is not None or not _INLAND.isdisjoint(place.name.split())
        return 5 if inland else 7
    return 6
