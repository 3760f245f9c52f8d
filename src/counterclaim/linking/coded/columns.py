"""Coded reports as columns of numbers, so that a million pairs are compared in seconds."""

import math
import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from counterclaim.linking.coded.report import CodedReport

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
NONE = -1
_WORD = re.compile(r"\w+")
# Codes by which coders say that they do not know: nothing is shared by sharing one of them.
_UNKNOWN = ("unknown", "other")


@dataclass(frozen=True, slots=True)
class Names:
    """Sets of names, one for each report: ``of`` holds their numbers, padded with ``NONE``; ``rarity`` is, for each
    number, the logarithm of one in how many reports has the name, and 0 last, for the padding.
    """

    of: Ints
    rarity: Floats


@dataclass(frozen=True, slots=True)
class Columns:
    """Every report's values, in the reports' order; NaN or ``NONE`` where not known. Days are ordinals; ``group`` is
    the election of a country, ``town_reports`` how many of the group's reports are of the town.
    """

    reports: int
    group: Ints
    first: Floats
    last: Floats
    published: Floats
    lat: Floats
    lon: Floats
    town: Ints
    town_reports: Floats
    location: Names
    actors: Names
    types: Names
    parties: Names
    violence: Names
    context: Ints
    target: Ints
    deaths: Floats
    injuries: Floats
    displacement: Floats
    damage: Floats
    source: Ints
    author: Ints
    news: Floats


def columns(reports: Sequence[CodedReport]) -> Columns:
    """The reports as columns. ``deaths`` and ``injuries`` have the three columns best, low, high."""
    group = _numbers(f"{fold(r.country)}|{fold(r.election)}" for r in reports)
    town = _numbers(fold(r.town) for r in reports)
    return Columns(
        reports=len(reports),
        group=group,
        first=_days(r.first for r in reports),
        last=_days(r.last for r in reports),
        published=_days(r.published for r in reports),
        lat=_floats(r.lat for r in reports),
        lon=_floats(r.lon for r in reports),
        town=town,
        town_reports=_how_many(group, town),
        location=_names([_words(r.location) - _words(r.town) for r in reports]),
        actors=_of_actors(reports, lambda a: (a.name,)),
        types=_of_actors(reports, lambda a: (a.type,)),
        parties=_of_actors(reports, lambda a: (a.party,)),
        violence=_of_actors(reports, lambda a: a.violence),
        context=_numbers(_known(r.context) for r in reports),
        target=_numbers(_known(r.target) for r in reports),
        deaths=_tolls([r.deaths for r in reports]),
        injuries=_tolls([r.injuries for r in reports]),
        displacement=_floats(r.displacement for r in reports),
        damage=_floats(r.damage for r in reports),
        source=_numbers(fold(r.source) for r in reports),
        author=_numbers(fold(r.author) for r in reports),
        news=_floats(("news" in fold(r.source_type)) if r.source_type else None for r in reports),
    )


def fold(text: str) -> str:
    """``text`` without case, accents and needless spaces."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(plain.casefold().split())


def _words(text: str) -> set[str]:
    return {w for w in _WORD.findall(fold(text)) if len(w) > 1}


def _known(text: str) -> str:
    plain = fold(text)
    return "" if plain.startswith(_UNKNOWN) else plain


def _of_actors(reports: Sequence[CodedReport], pick: Callable[..., Iterable[str]]) -> Names:
    return _names([{_known(name) for actor in r.actors for name in pick(actor)} - {""} for r in reports])


def _days(values: Iterable[date | None]) -> Floats:
    return _floats(None if v is None else v.toordinal() for v in values)


def _floats(values: Iterable[float | None]) -> Floats:
    return np.array([math.nan if v is None else float(v) for v in values], dtype=np.float64)


def _tolls(tolls: Sequence[object]) -> Floats:
    return np.stack([_floats(getattr(t, part) for t in tolls) for part in ("best", "low", "high")], axis=1)


def _numbers(values: Iterable[str]) -> Ints:
    known: dict[str, int] = {}
    return np.array([known.setdefault(v, len(known)) if v else NONE for v in values], dtype=np.int64)


def _names(sets: Sequence[set[str]]) -> Names:
    width = max((len(s) for s in sets), default=0) or 1
    known: dict[str, int] = {}
    of = np.full((len(sets), width), NONE, dtype=np.int64)
    for row, names in enumerate(sets):
        for place, name in enumerate(sorted(names)):
            of[row, place] = known.setdefault(name, len(known))
    return Names(of, _rarity(of, len(sets)))


def _how_many(group: Ints, of: Ints) -> Floats:
    """How many reports of the same group have the same number."""
    _, which, many = np.unique(np.stack([group, of]), axis=1, return_inverse=True, return_counts=True)
    counts: Floats = many[which].astype(np.float64)
    return counts


def _rarity(of: Ints, reports: int) -> Floats:
    counts = np.bincount(of[of >= 0].ravel()) if (of >= 0).any() else np.empty(0, dtype=np.int64)
    return np.append(np.log((reports + 1) / np.maximum(counts, 1)), 0.0)
