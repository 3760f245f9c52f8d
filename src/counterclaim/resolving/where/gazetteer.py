"""The embedded gazetteer: names looked up in a read-only file that is built with the package."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from counterclaim.errors import CounterclaimError
from counterclaim.records.place import Place, Precision
from counterclaim.resolving.where.keys import (
    adjective_stem,
    distance,
    fold,
    is_arabic,
    is_cyrillic,
    loose_key,
    query_keys,
    skeleton,
)
from counterclaim.resolving.where.lemma import lemmas
from counterclaim.words.lexicon import Hit, Lexicon
from counterclaim.words.tokens import Token, tokens

_COLUMNS = (
    "p.id, p.geonameid, p.name, p.kind, p.country, p.admin1, p.lat, p.lon, p.population, p.seat,"
    " p.centre_lat, p.centre_lon, p.names"
)
_PRECISION = (
    Precision.COUNTRY,
    Precision.REGION,
    Precision.REGION,
    Precision.DISTRICT,
    Precision.SETTLEMENT,
    Precision.SITE,
    Precision.SEA,
)
_MOST = 60
_CACHE = 20_000
_LEAST_QUALITY = 0.62
_FORMS_COMPARED = 12
_NAMESAKE = 0.94
_ADJECTIVE_ENDS = ("ий", "ый", "ой", "ая", "ое", "ее", "ые", "ие", "ські", "ська")


class GazetteerError(CounterclaimError):
    """The gazetteer is missing or cannot be read."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean. ``quality`` is how well the name fits (1 exact, lower for declined, respelled);
    ``admin1_code`` is GeoNames' ("RU.41"); ``seat`` is 2 for a country's and 1 for a region's capital; ``wide`` is
    true of regions that are no first-level division (Donbas, Europe).
    """

    place: Place
    quality: float
    population: int = 0
    admin1_code: str | None = None
    seat: int = 0
    wide: bool = False
    exact: bool = True


class Gazetteer:
    """Places by name. Not shared between threads; opening takes milliseconds, so each opens its own."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._found: dict[tuple[str, str | None], tuple[Candidate, ...]] = {}
        self._regions: dict[tuple[str, str], str | None] = {}
        self._phrases: Lexicon[int] | None = None
        self._capitals: frozenset[str] | None = None
        self._seats: frozenset[int] | None = None

    @classmethod
    def open(cls, path: Path | str | None = None) -> "Gazetteer":
        """Opens the file at ``path`` or the one that ships with the package; ``GazetteerError`` where it is missing."""
        where = Path(path) if path is not None else Path(str(files("counterclaim") / "data" / "gazetteer.sqlite"))
        if not where.is_file():
            raise GazetteerError(f"no gazetteer at {where.name}: build it with `python gazetteer_build.py`")
        try:
            db = sqlite3.connect(f"{where.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
            db.execute("SELECT value FROM meta WHERE key = 'format'").fetchone()
        except sqlite3.Error as error:
            raise GazetteerError(f"gazetteer {where.name} cannot be read: {error}") from error
        return cls(db)

    def close(self) -> None:
        """Closes the file."""
        self._db.close()

    def candidates(self, name: str, language: str | None) -> tuple[Candidate, ...]:
        """Places that ``name`` may mean as text in ``language`` spells and declines it: best fit first, then the
        larger. Empty where none fits.
        """
        key = (name, language)
        if key not in self._found:
            if len(self._found) >= _CACHE:
                self._found.clear()
            self._found[key] = self._look_up(name, language) if 1 < len(name) <= 80 else ()
        return self._found[key]

    def phrases(self, stream: Sequence[Token], first: int) -> list[Hit[int]]:
        """Names of several words that begin at token ``first`` ("сектора Газы", "bande de Gaza"), longest first; the
        key is for ``numbered``.
        """
        if self._phrases is None:
            listed = self._db.execute("SELECT name, place FROM phrase").fetchall()
            self._phrases = Lexicon((_pattern(name), place) for name, place in listed)
        return self._phrases.at(stream, first)

    def numbered(self, number: int) -> Candidate:
        """The place that a phrase's key stands for."""
        key = ("#", str(number))
        if key not in self._found:
            row = self._db.execute(f"SELECT {_COLUMNS} FROM place p WHERE id = ?", (number,)).fetchone()
            self._found[key] = (self._candidate(row, 1.0, True),)
        return self._found[key][0]

    @property
    def great_capitals(self) -> frozenset[str]:
        """English names, folded, of national capitals of a million or more: known even where no capital marks them."""
        if self._capitals is None:
            rows = self._db.execute("SELECT name FROM place WHERE seat = 2 AND kind = 4 AND population >= 1000000")
            self._capitals = frozenset(fold(row[0]) for row in rows if len(row[0]) > 3)
        return self._capitals

    def ordinary(self, word: str, language: str) -> bool:
        """Whether the casefolded ``word`` is in a dictionary of the language; only words near some name are listed."""
        query = "SELECT 1 FROM ordinary WHERE word = ? AND language = ?"
        return self._db.execute(query, (word, language)).fetchone() is not None

    @property
    def capitals(self) -> frozenset[int]:
        """GeoNames ids of the capitals of countries."""
        if self._seats is None:
            rows = self._db.execute("SELECT geonameid FROM place WHERE seat = 2 AND geonameid IS NOT NULL")
            self._seats = frozenset(row[0] for row in rows)
        return self._seats

    def place(self, geonameid: int) -> Candidate | None:
        """The place with that GeoNames id."""
        row = self._db.execute(f"SELECT {_COLUMNS} FROM place p WHERE geonameid = ?", (geonameid,)).fetchone()
        return self._candidate(row, 1.0, True) if row else None

    def country(self, code: str) -> Candidate | None:
        """The country with that ISO 3166-1 alpha-2 code."""
        query = f"SELECT {_COLUMNS} FROM place p WHERE kind = 0 AND country = ? ORDER BY id LIMIT 1"
        key = ("", code)
        if key not in self._found:
            row = self._db.execute(query, (code,)).fetchone()
            self._found[key] = (self._candidate(row, 1.0, True),) if row else ()
        return next(iter(self._found[key]), None)

    def region(self, code: str) -> Candidate | None:
        """The first-level region with that GeoNames code ("RU.41")."""
        country, _, admin1 = code.partition(".")
        query = f"SELECT {_COLUMNS} FROM place p WHERE kind = 1 AND country = ? AND admin1 = ?"
        row = self._db.execute(query, (country, admin1)).fetchone()
        return self._candidate(row, 1.0, True) if row else None

    def regions_of_adjective(self, word: str) -> tuple[Candidate, ...]:
        """Regions named by a Slavic adjective in any case form ("Курской")."""
        stem = adjective_stem(word)
        return self._rows(["@" + loose_key(stem)], 8) if stem else ()

    def towns_of_adjective(self, word: str) -> tuple[Candidate, ...]:
        """Towns after which a Slavic adjective is formed ("Кстовской" → Kstovo); loose, for use beside a noun."""
        stem = adjective_stem(word)
        if stem is None:
            return ()
        base = stem.removesuffix("ьк").removesuffix("к").removesuffix("с").removesuffix("ц").removesuffix("з")
        bases = {base, base.removesuffix("ов"), base.removesuffix("ин"), base.removesuffix("ан"), stem}
        forms = {b + end for b in bases if len(b) >= 3 for end in ("", "о", "а", "и", "ка", "ь", "е", "ино")}
        wanted = {loose_key(f) for f in forms}
        rows = [row for row in self._fetch(sorted(wanted), _MOST) if _PRECISION[row[3]] is Precision.SETTLEMENT]
        return tuple(self._candidate(row, 0.95 if loose_key(row[2]) in wanted else 0.8, False) for row in rows)

    def centre(self, place: Place) -> tuple[float, float] | None:
        """The middle of a region's towns (its own point is the capital's); else the place's point."""
        if place.geonameid is not None:
            query = "SELECT centre_lat, centre_lon FROM place WHERE geonameid = ?"
            row = self._db.execute(query, (place.geonameid,)).fetchone()
            if row:
                return (float(row[0]), float(row[1]))
        return None if place.lat is None or place.lon is None else (place.lat, place.lon)

    def _look_up(self, name: str, language: str | None) -> tuple[Candidate, ...]:
        bare = name.replace(".", "")
        if bare.isupper() and len(bare) <= 4 and not is_arabic(bare):
            return self._rows(["=" + bare], 4, exact=True) or (self._fitting(name, language) if len(bare) > 3 else ())
        if name.endswith(".") and len(bare) <= 4:
            return self._rows(["." + bare], 4, exact=True)
        return self._fitting(name, language)

    def _fitting(self, name: str, language: str | None) -> tuple[Candidate, ...]:
        forms = lemmas(name, language)
        wanted = list(dict.fromkeys(k for f in forms for k in query_keys(f, language) if len(k) >= 2))[:300]
        found = self._ranked(self._fetch(wanted, _MOST), forms)
        if not found and len(forms) == 1 and name.isascii() and len(name) > 4:
            bones = [b for k in wanted if (b := skeleton(k))]
            found = self._ranked(self._fetch(bones, _MOST), forms)
        return found

    def _fetch(self, wanted: list[str], most: int) -> list[Any]:
        marks = ",".join("?" * len(wanted))
        query = (
            f"SELECT DISTINCT {_COLUMNS} FROM name_key k JOIN place p ON p.id = k.place"
            f" WHERE k.key IN ({marks}) ORDER BY k.place LIMIT {most}"
        )
        return self._db.execute(query, wanted).fetchall()

    def _rows(self, wanted: list[str], most: int, exact: bool = False) -> tuple[Candidate, ...]:
        return tuple(self._candidate(row, 0.9, exact) for row in self._fetch(wanted, most))

    def _ranked(self, rows: list[Any], forms: tuple[str, ...]) -> tuple[Candidate, ...]:
        folded = list(dict.fromkeys(fold(f) for f in forms))
        fits = [(row, _exact_fit(row[12].split("\n"), folded), True) for row in rows]
        named = {row[2] for row, quality, _ in fits if quality}
        if named:
            # A namesake whose list of spellings happens to lack this one is as good a candidate.
            fits = [(row, quality or (_NAMESAKE if row[2] in named else 0.0), True) for row, quality, _ in fits]
        else:
            fits = [(row, _near_fit(row[12].split("\n"), folded), False) for row in rows]
        out = [self._candidate(row, q, exact) for row, q, exact in fits if q >= _LEAST_QUALITY]
        return tuple(sorted(out, key=lambda c: (-c.quality, -c.population)))

    def _candidate(self, row: Any, quality: float, exact: bool) -> Candidate:
        _, ident, name, kind, country, admin1, lat, lon, population, seat, *_ = row
        region = name if kind == 1 else self._region_name(country, admin1) if country and admin1 else None
        code = f"{country}.{admin1}" if country and admin1 else None
        place = Place(name, _PRECISION[kind], region, country, lat, lon, ident, admin1_code=code)
        return Candidate(place, quality, population, code, seat, kind == 2, exact)

    def _region_name(self, country: str, admin1: str) -> str | None:
        key = (country, admin1)
        if key not in self._regions:
            query = "SELECT name FROM place WHERE kind = 1 AND country = ? AND admin1 = ?"
            row = self._db.execute(query, key).fetchone()
            self._regions[key] = row[0] if row else None
        return self._regions[key]


def _pattern(name: str) -> str:
    """A lexicon's phrase for a name of several words; Cyrillic words by their stems, as cases change the ends."""
    words = []
    for token in tokens(name):
        low = token.low
        stem = low[:-2] if low.endswith(_ADJECTIVE_ENDS) else low.rstrip("аеёиоуыэюяіїєйь")
        words.append(stem + "*" if is_cyrillic(low) and len(low) > 3 and len(stem) > 2 else low)
    return " ".join(w for w in words if w not in ("|", "_", "~"))


def _exact_fit(known: list[str], forms: list[str]) -> float:
    """How well a place's folded names fit the first form, or another one as a declension of it; 0 for not at all."""
    if forms[0] == known[0]:
        return 1.0
    if forms[0] in known:
        return 0.98
    listed = set(known)
    return 0.95 if any(f in listed for f in forms[1:]) else 0.0


def _near_fit(known: list[str], forms: list[str]) -> float:
    """How near the nearest of the forms comes to one of a place's folded names, at most 0.9; 0.72 where the place has
    no name in the script of the text.
    """
    best = 0.0
    for form in forms[:_FORMS_COMPARED]:
        script = is_cyrillic(form)
        same = [n for n in known if is_cyrillic(n) == script and not is_arabic(n)]
        if not same:
            best = max(best, 0.72)
        for other in same:
            longest = max(len(form), len(other))
            near = 1 - distance(form, other, longest // 3 + 1) / longest
            best = max(best, 0.9 * near)
    return best
