"""The maps of a page: borders, and the places of its events as finely as a public page may show them."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from counterclaim.page import labels
from counterclaim.page.boundaries import Boundaries, Box, Line, boundaries, box, meet
from counterclaim.page.projection import (
    KM_PER_DEGREE,
    WIDTH,
    Frame,
    Points,
    cut_area,
    cut_line,
    drawn,
    fit,
    path,
)
from counterclaim.records.event import Event, Standing
from counterclaim.records.place import Place, Precision

# Places nearer than this to one another go on one map.
_ONE_MAP_KM = 750.0
MOST_MAPS = 3
_SITE_ROUNDING = 2
_SITE_TO_SETTLEMENT_KM = 15.0
_RADIUS_KM = {Precision.DISTRICT: 20.0, Precision.REGION: 70.0, Precision.SEA: 60.0}
_SCALES_KM = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
# The standing that a place is marked with where its events have several: what sides differ on comes first.
ORDER = (Standing.CONTESTED, Standing.CONCEDED, Standing.AGREED, Standing.SINGLE_SIDE)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with its events. ``number`` counts the places of the page."""

    number: int
    place: Place
    events: tuple[Event, ...]
    standing: Standing


@dataclass(frozen=True, slots=True)
class Marker:
    """A spot on the drawing, its sign ``size`` wide. ``area`` is the radius of the circle somewhere in which it lies,
    None for a point; the sign of an area stands on its rim, so that it points at no place inside.
    """

    spot: Spot
    x: int
    y: int
    size: int
    area: int | None
    label: labels.Label | None

    @property
    def sign(self) -> tuple[int, int]:
        """The middle of its sign."""
        return self.x, self.y - (self.area or 0)


@dataclass(frozen=True, slots=True)
class Drawing:
    """One map, in units of a tenth of a pixel."""

    title: str
    height: int
    land: str
    borders: str
    disputed: str
    names: tuple[labels.Label, ...]
    markers: tuple[Marker, ...]
    scale_km: int
    scale_units: int


def public(place: Place, settlements: Sequence[Place]) -> Place:
    """A place as finely as a public page shows it: a site at its settlement, else with rounded coordinates."""
    if place.precision is not Precision.SITE or place.lat is None or place.lon is None:
        return place
    near = [(distance_km(place, s), n) for n, s in enumerate(settlements)]
    away, number = min(near, default=(math.inf, 0))
    if away <= _SITE_TO_SETTLEMENT_KM:
        return settlements[number]
    return replace(place, lat=round(place.lat, _SITE_ROUNDING), lon=round(place.lon, _SITE_ROUNDING))


def distance_km(one: Place, other: Place) -> float:
    """How far two places with known points lie apart."""
    a, b = math.radians(one.lat or 0), math.radians(other.lat or 0)
    turn = math.radians((one.lon or 0) - (other.lon or 0))
    half = math.sin((a - b) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(turn / 2) ** 2
    return 2 * math.degrees(math.asin(math.sqrt(min(1.0, half)))) * KM_PER_DEGREE


def spots(events: Sequence[Event]) -> tuple[Spot, ...]:
    """The places of the events, each once, the most told of first."""
    settlements = [
        e.place for e in events if e.place and e.place.precision is Precision.SETTLEMENT and e.place.lat is not None
    ]
    found: dict[tuple[object, ...], tuple[Place, list[Event]]] = {}
    for event in events:
        if event.place is not None:
            place = public(event.place, settlements)
            key = (place.name, place.admin1, place.country, place.precision)
            found.setdefault(key, (place, []))[1].append(event)
    ordered = sorted(found.values(), key=lambda each: (-len(each[1]), each[0].name))
    return tuple(Spot(n, place, tuple(at), standing(at)) for n, (place, at) in enumerate(ordered, 1))


def standing(events: Sequence[Event]) -> Standing:
    """The most telling standing of the events' propositions."""
    all_of_them = {f.standing for e in events for f in e.findings}
    return next((s for s in ORDER if s in all_of_them), Standing.SINGLE_SIDE)


def drawings(all_spots: Sequence[Spot]) -> tuple[Drawing, ...]:
    """A map for each theatre, the one with most events first. Places without a point are on none, and neither is one
    that lies alone and far from the others.
    """
    located = [
        s for s in all_spots if s.place.precision is not Precision.COUNTRY and None not in (s.place.lat, s.place.lon)
    ]
    theatres = sorted(_theatres(located), key=lambda each: -sum(len(s.events) for s in each))
    worth = theatres[:1] + [theatre for theatre in theatres[1:MOST_MAPS] if len(theatre) > 1]
    return tuple(_drawing(theatre, boundaries()) for theatre in worth)


def _theatres(located: Sequence[Spot]) -> Iterator[list[Spot]]:
    """Groups of places, each near to another one of its group."""
    left = list(located)
    while left:
        group = [left.pop(0)]
        for member in group:
            near = [s for s in left if distance_km(member.place, s.place) <= _ONE_MAP_KM]
            left = [s for s in left if s not in near]
            group += near
        yield group


def _drawing(theatre: Sequence[Spot], world: Boundaries) -> Drawing:
    frame = fit([point for spot in theatre for point in _extent(spot.place)])
    view = frame.box()
    markers = _markers(theatre, frame)
    land, names = _land(world, frame, markers)
    scale_km, scale_units = _scale_bar(frame)
    return Drawing(
        title=", ".join(label.text for label in names) or theatre[0].place.name,
        height=frame.height,
        land=land,
        borders=path([s for b in world.borders if meet(box(b), view) for s in cut_line(drawn(b, frame), frame.height)]),
        disputed=path(
            [s for b in world.disputed if meet(box(b), view) for s in cut_line(drawn(b, frame), frame.height)]
        ),
        names=tuple(names),
        markers=markers,
        scale_km=scale_km,
        scale_units=scale_units,
    )


def _extent(place: Place) -> Iterator[tuple[float, float]]:
    lat, lon = place.lat or 0.0, place.lon or 0.0
    around = (place.radius_km or _RADIUS_KM.get(place.precision, 0.0)) / KM_PER_DEGREE
    yield lon - around / math.cos(math.radians(lat)), lat - around
    yield lon + around / math.cos(math.radians(lat)), lat + around


def _markers(theatre: Sequence[Spot], frame: Frame) -> tuple[Marker, ...]:
    bare = []
    for spot in theatre:
        x, y = frame.point(spot.place.lon or 0.0, spot.place.lat or 0.0)
        area = None
        if spot.place.precision in _RADIUS_KM:
            km = spot.place.radius_km or _RADIUS_KM[spot.place.precision]
            area = max(110, round(frame.units(km, spot.place.lat or 0.0)))
        bare.append(Marker(spot, round(x), round(y), 170 + 24 * min(5, len(spot.events)), area, None))
    wishes = [labels.Wish(_name(m.spot), *m.sign, radius=m.size * 0.45, weight=_weight(m.spot)) for m in bare]
    placed = labels.beside(wishes, frame.height)
    return tuple(replace(marker, label=placed.get(n)) for n, marker in enumerate(bare))


def _name(spot: Spot) -> str:
    return spot.place.name + (f" ({len(spot.events)})" if len(spot.events) > 1 else "")


def _weight(spot: Spot) -> float:
    return len(spot.events) + 2 * (len(ORDER) - ORDER.index(spot.standing))


def _land(world: Boundaries, frame: Frame, markers: Sequence[Marker]) -> tuple[str, list[labels.Label]]:
    view, shapes, names = frame.box(), [], []
    blocked = {
        (round(m.x / labels.CELL - 0.5) + dx, round(m.y / labels.CELL - 0.5) + dy)
        for m in markers
        for dx in range(-2, 5)
        for dy in (-1, 0, 1)
    }
    for country in world.countries:
        rings: list[Points] = []
        for arcs in country.rings:
            rings += _in_view(world.ring(arcs), frame, view)
        rings = [ring for ring in rings if len(ring) > 2]
        shapes += rings
        if country.code and rings:
            cells = {c for c in labels.cells_of(rings) - blocked if _settled(c, world, frame)}
            at = labels.middle(cells, math.ceil(len(country.name) * 0.32) // 2 + 1)
            if at:
                names.append(labels.Label(country.name, *at, "middle"))
    return path(shapes, closed=True), names


def _in_view(ring: Line, frame: Frame, view: Box) -> Iterator[Points]:
    """A ring that crosses the antimeridian may have been counted from its other side."""
    west, south, east, north = box(ring)
    for turn in (-360, 0, 360):
        if meet((west + turn, south, east + turn, north), view):
            turned = [(lon + turn, lat) for lon, lat in ring] if turn else ring
            yield cut_area(drawn(turned, frame), frame.height)


def _settled(cell: tuple[int, int], world: Boundaries, frame: Frame) -> bool:
    x, y = (cell[0] + 0.5) * labels.CELL, (cell[1] + 0.5) * labels.CELL
    if not (150 < x < WIDTH - 150 and 150 < y < frame.height - 250) or (x < 2800 and y > frame.height - 500):
        return False
    lon, lat = frame.degrees(x, y)
    return (math.floor(lon / world.cell), math.floor(lat / world.cell)) not in world.unsettled


def _scale_bar(frame: Frame) -> tuple[int, int]:
    _, lat = frame.degrees(WIDTH / 2, frame.height / 2)
    fitting = [(km, frame.units(km, lat)) for km in _SCALES_KM]
    km, units = max((each for each in fitting if each[1] <= 1800), default=fitting[0])
    return km, round(units)
