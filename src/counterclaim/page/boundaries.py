"""Coasts and borders of the world, read from the package's own file."""

import gzip
import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate
from typing import Any

Line = list[tuple[float, float]]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Country:
    """``code`` is ISO 3166-1 alpha-2, None for a territory without. Rings are numbers of arcs, ``~n`` reversed."""

    code: str | None
    name: str
    rings: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Boundaries:
    """Lines in degrees (longitude, latitude). ``disputed`` are those that maps draw differently. ``cell`` degrees wide
    are the ``unsettled`` cells, in which no country's name may be written.
    """

    source: str
    arcs: tuple[Line, ...]
    countries: tuple[Country, ...]
    borders: tuple[Line, ...]
    disputed: tuple[Line, ...]
    cell: float
    unsettled: frozenset[tuple[int, int]]

    def ring(self, arcs: Iterable[int]) -> Line:
        """A ring as one line; across the antimeridian longitudes go on beyond 180°."""
        line: Line = []
        for arc in arcs:
            points = self.arcs[arc] if arc >= 0 else self.arcs[~arc][::-1]
            line += points[1:] if line else points
        turns, unwrapped, before = 0, [], line[0][0]
        for x, y in line:
            turns += (before - x > 180) - (x - before > 180)
            unwrapped.append((x + 360 * turns, y))
            before = x
        return unwrapped


@cache
def boundaries() -> Boundaries:
    """The shipped boundaries, read once."""
    packed = files("counterclaim").joinpath("data", "boundaries.json.gz").read_bytes()
    data: dict[str, Any] = json.loads(gzip.decompress(packed))
    grid = data["grid"]
    arcs = tuple(_line(steps, grid) for steps in data["arcs"])
    return Boundaries(
        source=data["source"],
        arcs=arcs,
        countries=tuple(Country(code, name, tuple(map(tuple, rings))) for code, name, rings in data["countries"]),
        borders=(*(arcs[n] for n in data["borders"]), *(_line(steps, grid) for steps in data["lines"])),
        disputed=tuple(_line(steps, grid) for steps in data["disputed"]),
        cell=data["unsettled"]["cell"],
        unsettled=frozenset((x, y) for x, y in data["unsettled"]["cells"]),
    )


def _line(steps: list[int], grid: float) -> Line:
    xs, ys = accumulate(steps[::2]), accumulate(steps[1::2])
    return [(x * grid, y * grid) for x, y in zip(xs, ys, strict=True)]


@cache
def country_names() -> dict[str, str]:
    """English names of countries by their two-letter codes."""
    return {c.code: c.name for c in boundaries().countries if c.code}


def box(line: Line) -> Box:
    """The smallest box around a line: west, south, east, north."""
    xs, ys = [x for x, _ in line], [y for _, y in line]
    return min(xs), min(ys), max(xs), max(ys)


def meet(one: Box, other: Box) -> bool:
    """Whether two boxes share a point."""
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]
