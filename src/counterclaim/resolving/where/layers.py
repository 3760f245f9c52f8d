"""The rows of the shipped gazetteer with those of the user's own beside and before them."""

import math
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from counterclaim.errors import CounterclaimError
from counterclaim.resolving.where.keys import loose_key
from counterclaim.resolving.where.schema import FORMAT, PLACE

Row = tuple[Any, ...]
"""The columns of ``place`` in their order, and last whether the user listed the place by hand."""
FIRST_OWN = 1 << 40
_NAMESAKES = 500
_KM_PER_DEGREE = 111.2
_SHIPPED = ", ".join(f"p.{name}" for name in PLACE) + ", 0"
_OWN = ", ".join(f"p.{name}" for name in PLACE) + ", p.listed"


class GazetteerError(CounterclaimError):
    """A gazetteer is missing or cannot be read. Names the file and the reason."""


def read_only(path: Path, changing: bool = False) -> sqlite3.Connection:
    """The gazetteer's file at ``path``; ``changing`` where another process may write to it meanwhile.
    ``GazetteerError`` where it is none, or one of another format.
    """
    still = "" if changing else "&immutable=1"
    try:
        db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro{still}", uri=True)
        found = db.execute("SELECT value FROM meta WHERE key = 'format'").fetchone()
    except sqlite3.Error as error:
        raise GazetteerError(f"gazetteer {path.name} cannot be read: {error}") from error
    if not found or found[0] != FORMAT:
        db.close()
        raise GazetteerError(f"gazetteer {path} is of another version: make it anew")
    return db


class Layers:
    """Both files under one set of questions. A place of the user's own stands for the shipped one that it is."""

    def __init__(self, shipped: sqlite3.Connection, own: sqlite3.Connection | None = None) -> None:
        self.shipped = shipped
        self._own = own
        self._replaced: frozenset[tuple[str, float, float]] = frozenset()
        if own:
            self._replaced = frozenset(own.execute("SELECT name, lat, lon FROM replaced"))

    def close(self) -> None:
        """Closes both files."""
        self.shipped.close()
        if self._own:
            self._own.close()

    def by_keys(self, keys: Sequence[str], most: int) -> list[Row]:
        """Up to ``most`` places a file that are filed under one of the keys, the user's own first."""
        marks = ",".join("?" * len(keys))
        query = (
            "SELECT DISTINCT {} FROM name_key k JOIN place p ON p.id = k.place"
            f" WHERE k.key IN ({marks}) ORDER BY k.place LIMIT {most}"
        )
        own = self._own.execute(query.format(_OWN), keys).fetchall() if self._own else []
        return [*own, *self._left(self.shipped.execute(query.format(_SHIPPED), keys).fetchall())]

    def _left(self, rows: list[Row]) -> list[Row]:
        return [row for row in rows if (row[2], row[6], row[7]) not in self._replaced] if self._replaced else rows

    def numbered(self, number: int) -> Row:
        """The place with that number of its file; numbers from ``FIRST_OWN`` on are of the user's own."""
        own = self._own if number >= FIRST_OWN else None
        db, columns = (own, _OWN) if own else (self.shipped, _SHIPPED)
        row: Row = db.execute(f"SELECT {columns} FROM place p WHERE id = ?", (number,)).fetchone()
        return row

    def phrases(self) -> list[tuple[str, int]]:
        """Names of several words with the numbers of their places."""
        return [pair for db in (self.shipped, self._own) if db for pair in db.execute("SELECT name, place FROM phrase")]

    def identified(self, geonameid: int) -> Row | None:
        """The place with that GeoNames id."""
        return self._one("geonameid = ?", (geonameid,))

    def country(self, code: str) -> Row | None:
        """The country with that ISO 3166-1 alpha-2 code."""
        return self._one("kind = 0 AND country = ?", (code,))

    def region(self, country: str, admin1: str) -> Row | None:
        """The first-level region with that country's code and its own."""
        return self._one("kind = 1 AND country = ? AND admin1 = ?", (country, admin1))

    def _one(self, where: str, values: tuple[str | int, ...]) -> Row | None:
        for db, columns in ((self._own, _OWN), (self.shipped, _SHIPPED)):
            query = f"SELECT {columns} FROM place p WHERE {where} ORDER BY id LIMIT 1"
            row: Row | None = db.execute(query, values).fetchone() if db else None
            if row:
                return row
        return None

    def like(self, name: str, point: tuple[float | None, float | None]) -> Row | None:
        """The place of that English name and point."""
        rows = self.by_keys([loose_key(name)], _NAMESAKES)
        return next((row for row in rows if row[2] == name and (row[6], row[7]) == point), None)

    def nearest_town(self, lat: float, lon: float, km: float) -> Row | None:
        """The town nearest to a point, no further than ``km``."""
        width = max(0.01, math.cos(math.radians(lat)))
        high = km / _KM_PER_DEGREE
        box = (lat - high, lat + high, lon - high / width, lon + high / width)
        query = f"SELECT {_SHIPPED} FROM place p WHERE kind = 4 AND lat BETWEEN ? AND ? AND lon BETWEEN ? AND ?"
        found: list[Row] = self.shipped.execute(query, box).fetchall()
        off = {row[0]: _KM_PER_DEGREE * math.hypot(row[6] - lat, (row[7] - lon) * width) for row in found}
        return min((row for row in found if off[row[0]] <= km), key=lambda row: off[row[0]], default=None)

    def local_name(self, name: str, point: tuple[float | None, float | None], language: str) -> str | None:
        """What the language calls the place of that English name and point, where a list says so."""
        query = (
            "SELECT l.name FROM place p JOIN local_name l ON l.place = p.id"
            " WHERE p.kind < 2 AND p.name = ? AND p.lat = ? AND p.lon = ? AND l.language = ?"
        )
        for db in (self._own, self.shipped):
            row = db.execute(query, (name, *point, language)).fetchone() if db else None
            if row:
                return str(row[0])
        return None
