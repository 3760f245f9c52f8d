"""Clock times told in another zone than the event's: "at 23:30 GMT on Monday" is Tuesday where the clocks are ahead.

The zone of a place is that of the nearest town in its country that the IANA time zone database lists (zone.tab, in the
public domain). Where the database is not installed, or no zone is said, the day stays as it is told.
"""

import datetime as dt
import importlib.resources
import math
import re
import zoneinfo
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from counterclaim.records.place import Place
from counterclaim.records.when import DateAnswer, TimeExpression
from counterclaim.resolving.when.grammar import grammar
from counterclaim.words.lexicon import Lexicon
from counterclaim.words.tokens import tokens

_COORDINATES = re.compile(r"([+-])(\d{2})(\d{2})(?:\d{2})?([+-])(\d{3})(\d{2})(?:\d{2})?")
_CLOCK = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)")
BEHIND = 24
"""So many characters behind a clock time are searched for its zone."""


def _tables() -> Iterator[str]:
    for folder in zoneinfo.TZPATH:
        path = Path(folder) / "zone.tab"
        if path.is_file():
            yield path.read_text("utf-8")
    try:
        yield (importlib.resources.files("tzdata") / "zoneinfo" / "zone.tab").read_text("utf-8")
    except (ModuleNotFoundError, FileNotFoundError):
        return


@cache
def _towns() -> dict[str, tuple[tuple[float, float, str], ...]]:
    """By country (ISO 3166-1 alpha-2): latitude, longitude and zone of the towns that the database lists."""
    out: dict[str, list[tuple[float, float, str]]] = {}
    for line in next(_tables(), "").splitlines():
        country, _, rest = line.partition("\t")
        where, _, name = rest.partition("\t")
        if m := _COORDINATES.fullmatch(where):
            lat, lon = (int(m[i] + m[i + 1]) + int(m[i] + m[i + 2]) / 60 for i in (1, 4))
            out.setdefault(country, []).append((lat, lon, name.split("\t")[0]))
    return {country: tuple(rows) for country, rows in out.items()}


def zone_of(place: Place) -> str | None:
    """The IANA name of the place's zone, None where its country or point is unknown."""
    rows = _towns().get(place.country or "")
    if not rows or place.lat is None or place.lon is None:
        return rows[0][2] if rows and len(rows) == 1 else None
    width = math.cos(math.radians(place.lat))
    lat, lon = place.lat, place.lon
    return min(rows, key=lambda r: math.hypot(r[0] - lat, (r[1] - lon) * width))[2]


@cache
def _said(language: str) -> Lexicon[str]:
    return Lexicon((p, zone) for zone, phrases in grammar(language).zones.items() for p in phrases)


def said_zone(phrase: str, language: str) -> str | None:
    """The IANA name of the zone that a phrase names ("23:30 GMT"), None where it names none."""
    return next((hit.key for hit in _said(language).all(tokens(phrase))), None)


def at_the_place(answer: DateAnswer, time: TimeExpression, said: str | None, place: Place | None) -> DateAnswer:
    """The answer with the day of the place's own calendar, where a clock time is told in another zone."""
    clock = _CLOCK.fullmatch(time.timex or "")
    own = zone_of(place) if place and clock and said else None
    if clock is None or said is None or own is None or int(clock[2]) > 23:
        return answer
    try:
        told = dt.datetime.fromisoformat(clock[0]).replace(tzinfo=zoneinfo.ZoneInfo(said))
        day = told.astimezone(zoneinfo.ZoneInfo(own)).date().isoformat()
    except (ValueError, OverflowError, zoneinfo.ZoneInfoNotFoundError):
        return answer
    if day == answer.edtf:
        return answer
    return replace(answer, edtf=day, reasons=(*answer.reasons, f"{clock[2]}:{clock[3]} {said} is {day} in {own}"))
