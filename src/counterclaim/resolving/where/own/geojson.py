"""GeoJSON (RFC 7946): points, and areas by a point inside them with their extent and reach."""

import itertools
import json
from collections.abc import Iterator, Sequence
from math import cos, hypot, radians
from typing import Any

from counterclaim.records.place import Extent
from counterclaim.resolving.where.own.place import Bad, OwnPlace, Unfit, from_fields, point

Ring = list[tuple[float, float]]
"""Corners as longitude and latitude, the last equal to the first."""
_KM_PER_DEGREE = 111.2
_MOST_CORNERS = 2_000_000
_NAME_TAG = "name:"


class NoGeoJson(ValueError):
    """The file holds no features; the message says why."""


def read_geojson(text: str, country: str | None) -> Iterator[OwnPlace | Bad]:
    """One answer a feature. ``country`` is that of places that name none. ``NoGeoJson`` for what is no GeoJSON."""
    try:
        top = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise NoGeoJson(f"no JSON: {error}") from error
    features = top.get("features") if isinstance(top, dict) and top.get("type") == "FeatureCollection" else [top]
    if not isinstance(features, list) or not all(isinstance(f, dict) for f in features):
        raise NoGeoJson("no FeatureCollection with a list of features, and no Feature")
    for number, feature in enumerate(features, 1):
        try:
            yield _place(feature, country)
        except Unfit as error:
            yield Bad(f"feature {number}", str(error))


def _place(feature: dict[str, Any], country: str | None) -> OwnPlace:
    if feature.get("type") != "Feature":
        raise Unfit("it is no Feature")
    fields = _fields(feature.get("properties"))
    shape = feature.get("geometry")
    kind = shape.get("type") if isinstance(shape, dict) else None
    found = shape.get("coordinates") if isinstance(shape, dict) else None
    if kind == "Point":
        lon, lat = _pair(found)
        return from_fields(fields, lat, lon, country)
    if kind not in ("Polygon", "MultiPolygon"):
        raise Unfit(f"its geometry is {str(kind)[:40]!r}; points and polygons are read")
    polygons = [_rings(p) for p in _list(found if kind == "MultiPolygon" else [found])]
    if not polygons:
        raise Unfit("its geometry is empty")
    rings = unwrapped(polygons)
    lon, lat = inner_point(max(rings, key=lambda p: abs(_area(p[0]))))
    place = from_fields(fields, lat, _normal(lon), country)
    return _with_reach(place, [corner for p in rings for corner in p[0]], (lon, lat))


def _with_reach(place: OwnPlace, corners: Ring, middle: tuple[float, float]) -> OwnPlace:
    from dataclasses import replace

    lons, lats = zip(*corners, strict=True)
    width = cos(radians(place.lat))
    reach = max(hypot((x - middle[0]) * width, y - middle[1]) for x, y in corners) * _KM_PER_DEGREE
    extent = Extent(min(lats), _normal(min(lons)), max(lats), _normal(max(lons)))
    return replace(place, radius_km=place.radius_km or max(0.1, round(reach, 1)), extent=extent)


def _fields(properties: Any) -> dict[str, str]:
    """The declared fields among a feature's properties; names in languages as OpenStreetMap writes them."""
    found = properties if isinstance(properties, dict) else {}
    fields = {str(k).casefold(): str(v) for k, v in found.items() if isinstance(v, (str, int, float))}
    tagged = [v for k, v in fields.items() if k.startswith(_NAME_TAG) or k in ("alt_name", "old_name", "int_name")]
    usual = fields.get("name", "")
    name = fields.get("name:en") or usual
    others = "; ".join((fields.get("other_names", ""), usual, *tagged))
    return fields | {"name": name, "other_names": others, "kind": fields.get("kind") or _osm_kind(fields)}


def _osm_kind(fields: dict[str, str]) -> str:
    place = fields.get("place", "")
    return place if place in ("city", "town", "village", "hamlet", "suburb", "municipality") else ""


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise Unfit("its coordinates are no list")
    return value


def _pair(value: Any) -> tuple[float, float]:
    given = _list(value)
    numbers = [v for v in given[:2] if isinstance(v, (int, float)) and not isinstance(v, bool)]
    if len(numbers) < 2:
        raise Unfit("its coordinates are no two numbers")
    lat, lon = point(numbers[1], numbers[0])
    return lon, lat


def _rings(value: Any) -> list[Ring]:
    given = _list(value)
    if sum(len(_list(ring)) for ring in given) > _MOST_CORNERS:
        raise Unfit(f"a polygon of more than {_MOST_CORNERS} corners")
    rings = [[_pair(corner) for corner in ring] for ring in given]
    if not rings or any(len(ring) < 4 for ring in rings):
        raise Unfit("a polygon's ring has fewer than four corners")
    return rings


def unwrapped(polygons: Sequence[list[Ring]]) -> list[list[Ring]]:
    """The polygons with longitudes running on past 180° where they lie on both sides of the antimeridian."""
    lons = [x for p in polygons for ring in p for x, _ in ring]
    if max(lons) - min(lons) <= 180:
        return list(polygons)
    return [[[(x + 360 if x < 0 else x, y) for x, y in ring] for ring in p] for p in polygons]


def _normal(lon: float) -> float:
    return lon - 360 if lon > 180 else lon


def _area(ring: Ring) -> float:
    """Twice the ring's area in square degrees, signed."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in itertools.pairwise(ring))


def inner_point(polygon: Sequence[Ring]) -> tuple[float, float]:
    """A point inside the polygon: its centroid where that is inside, else the middle of the longest stretch of the
    parallel through the middle of its extent.
    """
    outer = polygon[0]
    twice = _area(outer)
    if twice:
        steps = [(a, b, a[0] * b[1] - b[0] * a[1]) for a, b in itertools.pairwise(outer)]
        x = sum((a[0] + b[0]) * c for a, b, c in steps) / (3 * twice)
        y = sum((a[1] + b[1]) * c for a, b, c in steps) / (3 * twice)
        if any(low <= x <= high for low, high in _inside(polygon, y)):
            return round(x, 5), round(y, 5)
    lats = [y for _, y in outer]
    middle = (min(lats) + max(lats)) / 2
    stretches = _inside(polygon, middle)
    if not stretches:
        return outer[0]
    low, high = max(stretches, key=lambda s: s[1] - s[0])
    return round((low + high) / 2, 5), round(middle, 5)


def _inside(polygon: Sequence[Ring], lat: float) -> list[tuple[float, float]]:
    """The stretches of a parallel that lie inside the polygon, holes left out, by the even-odd rule."""
    crossed = sorted(
        x1 + (lat - y1) / (y2 - y1) * (x2 - x1)
        for ring in polygon
        for (x1, y1), (x2, y2) in itertools.pairwise(ring)
        if (y1 <= lat) != (y2 <= lat)
    )
    return list(zip(crossed[::2], crossed[1::2], strict=False))
