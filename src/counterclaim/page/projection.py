"""From degrees to the units of a drawing, and lines cut to its frame."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from counterclaim.page.boundaries import Box, Line

WIDTH = 9600
LEAST_HEIGHT, MOST_HEIGHT = 4600, 6400
_MARGIN = 900
# What lies nearer than this cannot be told apart on the drawing.
_STEP = 8
_LEAST_KM = 260
_NORTHMOST = 84.0
KM_PER_DEGREE = 111.32

Points = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Frame:
    """A Mercator drawing, ``WIDTH`` by ``height`` units; ``west`` and ``north`` are its corner in Mercator's degrees,
    ``scale`` its units a degree.
    """

    west: float
    north: float
    scale: float
    height: int

    def point(self, lon: float, lat: float) -> tuple[float, float]:
        """Where a point of the earth lies on the drawing."""
        return (lon - self.west) * self.scale, (self.north - _mercator(lat)) * self.scale

    def degrees(self, x: float, y: float) -> tuple[float, float]:
        """The longitude and latitude of a point of the drawing."""
        return self.west + x / self.scale, _latitude(self.north - y / self.scale)

    def units(self, km: float, lat: float) -> float:
        """How long a distance is drawn at a latitude."""
        return km / (KM_PER_DEGREE * math.cos(math.radians(lat))) * self.scale

    def box(self) -> Box:
        """West, south, east and north of the drawing, a little beyond its edge."""
        west, south = self.degrees(-400, self.height + 400)
        east, north = self.degrees(WIDTH + 400, -400)
        return west, south, east, north


def _mercator(lat: float) -> float:
    lat = max(-_NORTHMOST, min(_NORTHMOST, lat))
    return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(lat) / 2)))


def _latitude(y: float) -> float:
    return math.degrees(2 * math.atan(math.exp(math.radians(y))) - math.pi / 2)


def fit(points: Sequence[tuple[float, float]]) -> Frame:
    """A frame around points (longitude, latitude), with a margin; never narrower than a province."""
    xs, ys = [lon for lon, _ in points], [_mercator(lat) for _, lat in points]
    middle_lat = _latitude((min(ys) + max(ys)) / 2)
    least = _LEAST_KM / (KM_PER_DEGREE * math.cos(math.radians(middle_lat)))
    wide, high = max(max(xs) - min(xs), least), max(max(ys) - min(ys), least / 2)
    height = round(max(LEAST_HEIGHT, min(MOST_HEIGHT, WIDTH * high / wide)) / 100) * 100
    scale = min((WIDTH - 2 * _MARGIN) / wide, (height - 2 * _MARGIN) / high)
    west = (min(xs) + max(xs)) / 2 - WIDTH / 2 / scale
    north = (min(ys) + max(ys)) / 2 + height / 2 / scale
    return Frame(west, north, scale, height)


def drawn(line: Line, frame: Frame) -> Points:
    """A line on the drawing, without the points that could not be told apart."""
    kept: Points = []
    for lon, lat in line:
        x, y = frame.point(lon, lat)
        if not kept or abs(x - kept[-1][0]) >= _STEP or abs(y - kept[-1][1]) >= _STEP:
            kept.append((x, y))
    return kept


def cut_area(ring: Points, height: int) -> Points:
    """The part of an area inside the frame (Sutherland and Hodgman), its cut edges just outside the drawing."""
    for axis, bound, keep_less in ((0, -60, False), (0, WIDTH + 60, True), (1, -60, False), (1, height + 60, True)):
        cut: Points = []
        for before, at in zip(ring[-1:] + ring[:-1], ring, strict=True):
            was_in, is_in = ((p[axis] <= bound) == keep_less or p[axis] == bound for p in (before, at))
            if was_in != is_in:
                cut.append(_crossing(before, at, axis, bound))
            if is_in:
                cut.append(at)
        ring = cut
    return ring


def _crossing(a: tuple[float, float], b: tuple[float, float], axis: int, bound: float) -> tuple[float, float]:
    share = (bound - a[axis]) / (b[axis] - a[axis])
    other = a[1 - axis] + share * (b[1 - axis] - a[1 - axis])
    return (bound, other) if axis == 0 else (other, bound)


def cut_line(line: Points, height: int) -> Iterator[Points]:
    """The stretches of a line that come near the frame."""
    stretch: Points = []
    for a, b in pairwise(line):
        near = (
            max(a[0], b[0]) > -60
            and min(a[0], b[0]) < WIDTH + 60
            and max(a[1], b[1]) > -60
            and min(a[1], b[1]) < height + 60
        )
        if near:
            stretch = stretch or [a]
            stretch.append(b)
        elif stretch:
            yield stretch
            stretch = []
    if stretch:
        yield stretch


def path(lines: Sequence[Points], *, closed: bool = False) -> str:
    """Lines as the ``d`` of an SVG path, in whole units, each step counted from the last."""
    parts = []
    for line in lines:
        x, y = round(line[0][0]), round(line[0][1])
        steps = []
        for at in line[1:]:
            nx, ny = round(at[0]), round(at[1])
            if (nx, ny) != (x, y):
                steps.append(f"{nx - x}{'' if ny < y else ' '}{ny - y}")
                x, y = nx, ny
        if steps:
            start = f"M{round(line[0][0])} {round(line[0][1])}l"
            parts.append(start + " ".join(steps) + ("z" if closed else ""))
    return "".join(parts)
