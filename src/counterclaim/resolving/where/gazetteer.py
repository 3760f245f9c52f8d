"""The embedded gazetteer: names looked up in a read-only file that is built with the package."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from counterclaim.records.place import Extent, Place, Precision
from counterclaim.resolving.where.fitting import exact_fit, near_fit, pattern, with_case
from counterclaim.resolving.where.keys import adjective_stem, fold, is_arabic, loose_key, query_keys, skeleton
from counterclaim.resolving.where.layers import GazetteerError, Layers, Row, read_only
from counterclaim.resolving.where.lemma import lemmas
from counterclaim.resolving.where.own.file import own_file
from counterclaim.words.lexicon import Hit, Lexicon
from counterclaim.words.tokens import Token

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
_NEARBY_KM = 20.0
_CACHE = 20_000
_LEAST_QUALITY = 0.62
_NAMESAKE = 0.94


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean. ``quality`` is how well the name fits (1 exact, lower for declined, respelled);
    ``admin1_code`` is GeoNames' ("RU.41"); ``seat`` is 2 for a country's and 1 for a region's capital; ``wide`` is
    true of regions that are no first-level division (Donbas, Europe); ``listed`` of places that the user listed.
    """

    place: Place
    quality: float
    population: int = 0
    admin1_code: str | None = None
    seat: int = 0
    wide: bool = False
    exact: bool = True
    listed: bool = False


def shipped_file() -> Path:
    """The gazetteer that ships with the package."""
    return Path(str(files("counterclaim") / "data" / "gazetteer.sqlite"))


class Gazetteer:
    """Places by name. Not shared between threads; opening takes milliseconds, so each opens its own."""

    def __init__(self, layers: Layers) -> None:
        self._layers = layers
        self._found: dict[tuple[str, str | None], tuple[Candidate, ...]] = {}
        self._local: dict[tuple[str, float | None, float | None, str], str | None] = {}
        self._regions: dict[tuple[str, str], str | None] = {}
        self._phrases: Lexicon[int] | None = None
        self._capitals: frozenset[str] | None = None
        self._seats: frozenset[int] | None = None
        self._towns: dict[str, list[tuple[float, float]]] = {}

    @classmethod
    def open(cls, path: Path | str | None = None, own: Path | None = None) -> "Gazetteer":
        """Opens the file at ``path`` or, where none is given, the one that ships with the package, and beside it the
        user's: the file ``own`` or, where neither is given, the one at the user's place if there is one.
        ``GazetteerError`` where one is missing or cannot be read.
        """
        where = Path(path) if path is not None else shipped_file()
        if not where.is_file():
            raise GazetteerError(f"no gazetteer at {where.name}: build it with `python gazetteer_build.py`")
        beside = own or (own_file() if path is None else None)
        if beside is not None and not beside.is_file():
            beside = None
        return cls(Layers(read_only(where), read_only(beside, changing=True) if beside else None))

    def close(self) -> None:
        """Closes the files."""
        self._layers.close()

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
            worded = ((pattern(name), place) for name, place in self._layers.phrases())
            self._phrases = Lexicon((phrase, place) for phrase, place in worded if phrase)
        return self._phrases.at(stream, first)

    def numbered(self, number: int) -> Candidate:
        """The place that a phrase's key stands for."""
        key = ("#", str(number))
        if key not in self._found:
            self._found[key] = (self._candidate(self._layers.numbered(number), 1.0, True),)
        return self._found[key][0]

    @property
    def great_capitals(self) -> frozenset[str]:
        """English names, folded, of national capitals of a million or more: known even where no capital marks them."""
        if self._capitals is None:
            rows = self._layers.shipped.execute(
                "SELECT name FROM place WHERE seat = 2 AND kind = 4 AND population >= 1000000"
            )
            self._capitals = frozenset(fold(row[0]) for row in rows if len(row[0]) > 3)
        return self._capitals

    def ordinary(self, word: str, language: str) -> bool:
        """Whether the casefolded ``word`` is in a dictionary of the language; only words near some name are listed."""
        query = "SELECT 1 FROM ordinary WHERE word = ? AND language = ?"
        return self._layers.shipped.execute(query, (word, language)).fetchone() is not None

    @property
    def capitals(self) -> frozenset[int]:
        """GeoNames ids of the capitals of countries."""
        if self._seats is None:
            rows = self._layers.shipped.execute("SELECT geonameid FROM place WHERE seat = 2 AND geonameid IS NOT NULL")
            self._seats = frozenset(row[0] for row in rows)
        return self._seats

    def place(self, geonameid: int) -> Candidate | None:
        """The place with that GeoNames id."""
        row = self._layers.identified(geonameid)
        return self._candidate(row, 1.0, True) if row else None

    def country(self, code: str) -> Candidate | None:
        """The country with that ISO 3166-1 alpha-2 code."""
        key = ("", code)
        if key not in self._found:
            row = self._layers.country(code)
            self._found[key] = (self._candidate(row, 1.0, True),) if row else ()
        return next(iter(self._found[key]), None)

    def region(self, code: str) -> Candidate | None:
        """The first-level region with that GeoNames code ("RU.41")."""
        country, _, admin1 = code.partition(".")
        row = self._layers.region(country, admin1)
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
        rows = [
            row for row in self._layers.by_keys(sorted(wanted), _MOST) if _PRECISION[row[3]] is Precision.SETTLEMENT
        ]
        return tuple(self._candidate(row, 0.95 if loose_key(row[2]) in wanted else 0.8, False) for row in rows)

    def centre(self, place: Place) -> tuple[float, float] | None:
        """The middle of a region's towns (its own point is the capital's); else the place's point."""
        row = self._layers.identified(place.geonameid) if place.geonameid is not None else None
        if row:
            return float(row[10]), float(row[11])
        return None if place.lat is None or place.lon is None else (place.lat, place.lon)

    def extent(self, place: Place) -> Extent | None:
        """The ends of a country or first-level region, by its towns; of the user's areas, by their limits."""
        row = self._layers.identified(place.geonameid) if place.geonameid is not None else None
        return Extent(*row[14:18]) if row and row[14] is not None else None

    def km_to_country(self, place: Place, country: str) -> float:
        """How far the nearest town of another country is: about how far its border is where people live along it.
        Infinite where there is none.
        """
        if country not in self._towns:
            query = "SELECT lat, lon FROM place WHERE kind = 4 AND country = ?"
            self._towns[country] = self._layers.shipped.execute(query, (country,)).fetchall()
        if place.lat is None or place.lon is None:
            return math.inf
        lat, lon, width = place.lat, place.lon, math.cos(math.radians(place.lat))
        return min((111.2 * math.hypot(y - lat, (x - lon) * width) for y, x in self._towns[country]), default=math.inf)

    def town_at(self, lat: float, lon: float) -> Place | None:
        """The nearest town to a point, if one is within 20 km."""
        row = self._layers.nearest_town(lat, lon, _NEARBY_KM)
        return self._candidate(row, 1.0, True).place if row else None

    def population(self, place: Place) -> int:
        """How many people live in a settlement; 0 where unknown."""
        row = self._layers.like(place.name, (place.lat, place.lon))
        return int(row[8]) if row else 0

    def as_written(self, place: Place, surface: str, language: str) -> str | None:
        """The nominative of the name that a text in ``language`` writes so, where it is one of the place's names."""
        row = self._layers.like(place.name, (place.lat, place.lon))
        known = set(row[12].split("\n")) if row else set()
        plain = " ".join(surface.split())
        forms = [f for f in lemmas(plain, language) if fold(f) in known]
        # Spellings of another language may be known, too: letters that only Ukrainian has tell which is its own.
        own = next((f for f in forms if language == "uk" and set(f) & set("іїєґ")), None)
        form = plain.casefold() if plain.casefold() in forms else own or next(iter(forms), None)
        return with_case(form, plain) if form else None

    def local_name(self, place: Place, language: str | None) -> str | None:
        """What the language calls a country or first-level region, as lists of names say; None where none does."""
        if not language:
            return None
        key = (place.name, place.lat, place.lon, language)
        if key not in self._local:
            if len(self._local) >= _CACHE:
                self._local.clear()
            self._local[key] = self._layers.local_name(place.name, (place.lat, place.lon), language)
        return self._local[key]

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
        found = self._ranked(self._layers.by_keys(wanted, _MOST), forms)
        if not found and len(forms) == 1 and name.isascii() and len(name) > 4:
            bones = [b for k in wanted if (b := skeleton(k))]
            found = self._ranked(self._layers.by_keys(bones, _MOST), forms)
        return found

    def _rows(self, wanted: list[str], most: int, exact: bool = False) -> tuple[Candidate, ...]:
        return tuple(self._candidate(row, 0.9, exact) for row in self._layers.by_keys(wanted, most))

    def _ranked(self, rows: list[Row], forms: tuple[str, ...]) -> tuple[Candidate, ...]:
        folded = list(dict.fromkeys(fold(f) for f in forms))
        fits = [(row, exact_fit(row[12].split("\n"), folded), True) for row in rows]
        named = {row[2] for row, quality, _ in fits if quality}
        if named:
            # A namesake whose list of spellings happens to lack this one is as good a candidate.
            fits = [(row, quality or (_NAMESAKE if row[2] in named else 0.0), True) for row, quality, _ in fits]
        else:
            fits = [(row, near_fit(row[12].split("\n"), folded), False) for row in rows]
        out = [self._candidate(row, q, exact) for row, q, exact in fits if q >= _LEAST_QUALITY]
        return tuple(sorted(out, key=lambda c: (-c.quality, -c.population)))

    def _candidate(self, row: Row, quality: float, exact: bool) -> Candidate:
        _, ident, name, kind, country, admin1, lat, lon, population, seat, *_, listed = row
        region = name if kind == 1 else self._region_name(country, admin1) if country and admin1 else None
        code = f"{country}.{admin1}" if country and admin1 else None
        place = Place(name, _PRECISION[kind], region, country, lat, lon, ident, row[13], code)
        return Candidate(place, quality, population, code, seat, kind == 2, exact, bool(listed))

    def _region_name(self, country: str, admin1: str) -> str | None:
        key = (country, admin1)
        if key not in self._regions:
            row = self._layers.region(country, admin1)
            self._regions[key] = row[2] if row else None
        return self._regions[key]
