"""The area of an answer, its name in the report's language, and places that the text gives by a distance only."""

from dataclasses import replace
from math import sqrt

from counterclaim.records.place import Place, PlaceAnswer, Precision
from counterclaim.resolving.where.distances import Distance, moved
from counterclaim.resolving.where.reading import Named, Reading
from counterclaim.resolving.where.roles import Role

NEAR = (Role.NEAR, Role.DIRECTION, Role.FAR)
_POINTS = (Precision.SITE, Precision.SETTLEMENT, Precision.DISTRICT)
_AREAS = (Precision.REGION, Precision.COUNTRY)
# "Near" a town: within a distance that UCDP GED's codebook gives for it.
_NEAR_KM = 25.0
_LEAST_KM = 1.0
# A town's reach, as of a disc in which 2,000 people live on a square kilometre: between a village's and a city's.
_REACH_KM = 1 / sqrt(2000 * 3.14159)


def counted_from(reading: Reading, anchor: Named) -> PlaceAnswer | None:
    """Where an event was that the text places at a distance from ``anchor``: at a computed point with a radius where a
    direction is given, else around the anchor. None where the text gives no distance from it.
    """
    distance = reading.distance(anchor)
    place = anchor.place
    if distance is None or place.precision not in _POINTS or place.lat is None or place.lon is None:
        return None
    top = anchor.toponym
    if distance.bearing is None:
        reason = f"about {distance.km:g} km from the place named"
        radius = round(distance.high + distance.slack, 1)
        return PlaceAnswer(place, top.start, top.end, top.alternatives, 0.6, (reason,), True, radius)
    there = _computed(reading, place, distance, (place.lat, place.lon))
    reason = f"counted from {place.name}, as the text says"
    return PlaceAnswer(there, top.start, top.end, (place,), 0.6, (reason,), True, there.radius_km)


def _computed(reading: Reading, origin: Place, distance: Distance, point: tuple[float, float]) -> Place:
    """The point at that distance; its region and country are those of the nearest town."""
    lat, lon = moved(*point, distance.km, distance.bearing or 0.0)
    town = reading.gazetteer.town_at(lat, lon)
    return Place(
        f"{round(distance.km, 1):g} km {distance.direction} of {origin.name}",
        Precision.DISTRICT,
        town.admin1 if town else None,
        town.country if town else None,
        round(lat, 4),
        round(lon, 4),
        None,
        round(distance.slack, 1),
        town.admin1_code if town else None,
    )


def with_area(reading: Reading, answer: PlaceAnswer, language: str | None) -> PlaceAnswer:
    """The answer with its radius or extent and its name in the report's language."""
    place = answer.place
    if place is None:
        return answer
    extent = reading.gazetteer.extent(place) if place.precision in _AREAS else None
    return replace(
        answer, radius_km=_radius(reading, answer, place), extent=extent, local_name=_local(reading, answer, language)
    )


def _radius(reading: Reading, answer: PlaceAnswer, place: Place) -> float | None:
    if answer.radius_km is not None or place.precision in _AREAS:
        return answer.radius_km
    if answer.near and place.precision in _POINTS:
        return _NEAR_KM
    if place.radius_km is not None:
        return place.radius_km
    if place.precision is Precision.SITE:
        return _LEAST_KM
    if place.precision is not Precision.SETTLEMENT:
        return None
    people = reading.gazetteer.population(place)
    return round(max(_LEAST_KM, _REACH_KM * sqrt(people)), 1)


def _local(reading: Reading, answer: PlaceAnswer, language: str | None) -> str | None:
    place = answer.place
    if place is None or language is None:
        return None
    listed = reading.gazetteer.local_name(place, language)
    if listed or answer.start is None or answer.end is None:
        return listed or (place.name if language == "en" and place.geonameid is not None else None)
    return reading.gazetteer.as_written(place, reading.text[answer.start : answer.end], language)
