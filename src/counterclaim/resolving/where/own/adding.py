"""The user's gazetteer: places put into it, each once."""

import hashlib
import math
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from counterclaim.resolving.where.keys import filing_keys, fold, loose_key
from counterclaim.resolving.where.layers import FIRST_OWN, GazetteerError, Layers, Row, read_only
from counterclaim.resolving.where.own.place import Bad, OwnPlace
from counterclaim.resolving.where.schema import FORMAT, INDEXES, KINDS, PLACE, TABLES

_MORE = """
ALTER TABLE place ADD COLUMN listed INTEGER;
ALTER TABLE place ADD COLUMN identity TEXT;
ALTER TABLE place ADD COLUMN content TEXT;
CREATE UNIQUE INDEX place_identity ON place (identity);
CREATE TABLE replaced (place INTEGER PRIMARY KEY, name TEXT, lat REAL, lon REAL);
"""
_SAME_KM = 5.0
_AREAS = ("region", "country")


@dataclass(slots=True)
class Added:
    """How many places of a file are ``new`` in the user's gazetteer, ``changed`` in it, ``known`` to it or to the
    shipped one already; how many features were ``passed`` over, since no report names their like, and ``bad`` lines.
    """

    new: int = 0
    changed: int = 0
    known: int = 0
    passed: int = 0
    bad: int = 0


def add_places(
    path: Path, answers: Iterable[OwnPlace | Bad | None], shipped: Path, tell: Callable[[Bad], None]
) -> Added:
    """Puts the places into the gazetteer at ``path``, made if need be; ``tell`` hears of each that cannot be taken. All
    or, where something fails on the way, nothing is written. ``GazetteerError`` where the file cannot be used.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with closing(sqlite3.connect(path)) as db, closing(read_only(shipped)) as base:
            _prepare(db, path)
            done = _Adding(db, Layers(base)).all(answers, tell)
            if done.new or done.changed:
                db.commit()
            return done
    except sqlite3.Error as error:
        raise GazetteerError(f"gazetteer {path} cannot be written: {error}") from error


def _prepare(db: sqlite3.Connection, path: Path) -> None:
    if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'meta'").fetchone():
        if db.execute("SELECT 1 FROM sqlite_master").fetchone():
            raise GazetteerError(f"{path} is a database of something else")
        db.executescript(TABLES + INDEXES + _MORE)
        db.execute("INSERT INTO meta VALUES ('format', ?)", (FORMAT,))
        db.commit()
    found = db.execute("SELECT value FROM meta WHERE key = 'format'").fetchone()
    if not found or found[0] != FORMAT:
        raise GazetteerError(f"gazetteer {path} is of another version: make it anew")
    if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'replaced'").fetchone():
        raise GazetteerError(f"{path} is not a gazetteer of your own")


class _Adding:
    """Places on their way into one file."""

    def __init__(self, db: sqlite3.Connection, shipped: Layers) -> None:
        self._db = db
        self._shipped = shipped
        last = db.execute("SELECT max(id) FROM place").fetchone()[0]
        self._next = (last or FIRST_OWN - 1) + 1

    def all(self, answers: Iterable[OwnPlace | Bad | None], tell: Callable[[Bad], None]) -> Added:
        done = Added()
        for answer in answers:
            if answer is None:
                done.passed += 1
            elif isinstance(answer, Bad):
                done.bad += 1
                tell(answer)
            else:
                what = self._one(answer)
                setattr(done, what, getattr(done, what) + 1)
        return done

    def _one(self, given: OwnPlace) -> str:
        twin = self._twin(given)
        if twin and not given.listed and _tells_nothing_new(given, twin):
            return "known"
        place, seat = (_joined(given, twin), twin[9]) if twin else (given, 0)
        identity = _identity(given)
        content = hashlib.sha256(repr((place, seat)).encode()).hexdigest()
        found = self._db.execute("SELECT id, content FROM place WHERE identity = ?", (identity,)).fetchone()
        if found and found[1] == content:
            return "known"
        number = found[0] if found else self._next
        if found:
            self._forget(number)
        else:
            self._next += 1
        self._write(number, place, (seat, identity, content))
        if twin:
            self._db.execute("INSERT INTO replaced VALUES (?, ?, ?, ?)", (number, twin[2], twin[6], twin[7]))
        return "changed" if found else "new"

    def _twin(self, place: OwnPlace) -> Row | None:
        """The shipped gazetteer's row for the same place: of the same id, or of a name and kind within a few km."""
        if place.geonameid is not None:
            row = self._shipped.identified(place.geonameid)
            if row:
                return row
        keys = sorted({k for n in place.names if len(k := loose_key(n)) >= 2})[:100]
        near = [
            (_km(place, row), row)
            for row in (self._shipped.by_keys(keys, 60) if keys else ())
            if row[3] == KINDS[place.kind] and (row[1] is None or place.geonameid is None)
        ]
        best = min(near, key=lambda pair: pair[0], default=None)
        return best[1] if best and best[0] < _SAME_KM else None

    def _forget(self, number: int) -> None:
        for table, column in (("place", "id"), ("name_key", "place"), ("phrase", "place"), ("replaced", "place")):
            self._db.execute(f"DELETE FROM {table} WHERE {column} = ?", (number,))

    def _write(self, number: int, place: OwnPlace, more: tuple[int, str, str]) -> None:
        seat, identity, content = more
        folded = "\n".join(dict.fromkeys(f for n in place.names if (f := fold(n))))
        ends = place.extent or (None,) * 4
        row = (
            number,
            place.geonameid,
            place.name,
            KINDS[place.kind],
            place.country,
            place.admin1,
            place.lat,
            place.lon,
        )
        rest = (place.population, seat, place.lat, place.lon, folded, place.radius_km, *ends)
        values = (*row, *rest, place.listed, identity, content)
        self._db.execute(f"INSERT INTO place VALUES ({','.join('?' * (len(PLACE) + 3))})", values)
        keys = sorted(filing_keys(place.names, place.country))
        self._db.executemany("INSERT INTO name_key VALUES (?, ?)", [(key, number) for key in keys])
        if place.kind != "settlement":
            several = [n for n in place.names if " " in n]
            self._db.executemany("INSERT OR IGNORE INTO phrase VALUES (?, ?)", [(n, number) for n in several])


def _identity(place: OwnPlace) -> str:
    """What makes two lines speak of one place: the GeoNames id, else kind, name and point to about 100 m."""
    if place.geonameid is not None:
        return f"geonames {place.geonameid}"
    return f"{place.kind} {loose_key(place.name)} {place.lat:.3f} {place.lon:.3f}"


def _tells_nothing_new(given: OwnPlace, twin: Row) -> bool:
    known = set(twin[12].split("\n"))
    return all(fold(n) in known for n in given.names)


def _joined(given: OwnPlace, twin: Row) -> OwnPlace:
    """The user's place with what the shipped gazetteer knows of it besides; the user's word goes for the rest."""
    names = tuple(dict.fromkeys((*given.names, twin[2], *twin[12].split("\n"))))
    name, lat, lon = given.name, given.lat, given.lon
    if not given.listed:
        name = twin[2]
        names = tuple(dict.fromkeys((name, *names)))
        if given.kind in _AREAS:
            lat, lon = twin[6], twin[7]
    return replace(
        given,
        name=name,
        lat=lat,
        lon=lon,
        names=names,
        country=given.country or twin[4],
        admin1=given.admin1 or twin[5],
        population=given.population or twin[8],
        geonameid=given.geonameid or twin[1],
    )


def _km(place: OwnPlace, row: Row) -> float:
    width = math.cos(math.radians(place.lat))
    return math.hypot(place.lat - row[6], (place.lon - row[7]) * width) * 111.2
