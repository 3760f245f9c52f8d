"""Which events a claim has to be compared with: those filed where it looks, and those of its own report.

An event is filed by place cell, week and kind of happening; one that has no place, or a country only, by what alone can
link it to another report's claim: a shared source, count or holder. Each file is a number, so that a database can keep
them in one indexed column; the days kept beside it are compared before an event is looked at.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from counterclaim.linking.days import Days
from counterclaim.linking.draft import Draft, Telling
from counterclaim.linking.families import CONSEQUENCES, Family
from counterclaim.linking.nearness import RANK, rank
from counterclaim.linking.timing import FRESH_DAYS, STATE_DAYS, TOLL_DAYS, TOLLS, follows_up
from counterclaim.records.actor import NARRATOR
from counterclaim.records.event_type import PropositionKind
from counterclaim.records.figure import Figure
from counterclaim.records.place import Place, Precision

# About 28 km: more than the farthest that two points of one settlement may lie apart.
_CELL_DEGREES = 0.25
_LONGEST = 45
_WEEK = 7
MOST = 40

Cell = tuple[object, ...]


class Space(StrEnum):
    """What an event is filed by: its days, or, where it has none, those of publication; who holds the place; and the
    harm done, of which later tolls may speak.
    """

    DATED = "dated"
    UNDATED = "undated"
    HELD = "held"
    HELD_UNDATED = "held, undated"
    FOLLOWED = "followed"


# Days either way within which a claim and an event of the space can be one, as the features have it: a night; reports
# of one piece of news; how long who holds a place stays news; how long a toll rises.
REACH = {
    Space.DATED: 1,
    Space.UNDATED: FRESH_DAYS,
    Space.HELD: STATE_DAYS,
    Space.HELD_UNDATED: STATE_DAYS,
    Space.FOLLOWED: TOLL_DAYS,
}
_ALIKE = {
    Family.GROUND: (Family.GROUND, Family.CIVILIANS, Family.DEALING),
    Family.FIRE: (Family.FIRE, Family.CIVILIANS),
    Family.CIVILIANS: (Family.CIVILIANS, Family.GROUND, Family.FIRE),
    Family.CROWD: (Family.CROWD,),
    Family.DEALING: (Family.DEALING, Family.GROUND),
}


class Slot(NamedTuple):
    """One heap that events are filed on, over all time; ``mark`` is a family, a piece of evidence or a holder."""

    space: Space
    cell: Cell
    mark: str


@dataclass(frozen=True, slots=True)
class Filing:
    """An event (by the id of the claim that began it) under a key since the turn ``at``, with the days it had then."""

    key: int
    at: str
    draft: str
    first: int
    last: int


class Look(NamedTuple):
    """A key to look under, and the days that an event must share."""

    key: int
    first: int
    last: int


@lru_cache(maxsize=1 << 16)
def key_of(slot: Slot, week: int) -> int:
    """The number of a slot's week, in 63 bits: two that meet by chance cost a comparison, nothing else."""
    text = "\x1f".join((slot.space, *map(str, slot.cell), slot.mark, str(week)))
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()) >> 1


def weeks(days: Days) -> range:
    """The weeks that hold the days, of a long span only its first: it says little of the day anyway."""
    return range(days.first // _WEEK, min(days.last, days.first + _LONGEST) // _WEEK + 1)


def filed(draft: Draft) -> Iterator[tuple[Slot, Days]]:
    """All that the event is filed under as it now is."""
    days = draft.days or draft.published
    if days is None:
        return
    space, held = (Space.DATED, Space.HELD) if draft.days else (Space.UNDATED, Space.HELD_UNDATED)
    marks = _evidence(draft) if _vague(draft.place) else [f.value for f in draft.families]
    for cell in _cells(draft.place, region=True):
        for mark in marks:
            yield Slot(space, cell, mark), days
        for holder in draft.holders:
            yield Slot(held, cell, holder), days
    if draft.days and not _vague(draft.place):
        for cell in _cells(draft.place, region=False):
            for kind in TOLLS & draft.figures.keys():
                yield Slot(Space.FOLLOWED, cell, kind.value), days


def looked_up(telling: Telling) -> Iterator[Look]:
    """Where the events are filed that another report's claim may belong to."""
    for slot, days in _looks(telling, around=True):
        reach = REACH[slot.space]
        wide = Days(days.first - reach, min(days.last, days.first + _LONGEST) + reach)
        for week in range(wide.first // _WEEK, wide.last // _WEEK + 1):
            yield Look(key_of(slot, week), wide.first, wide.last)


def anchors(telling: Telling) -> Iterator[tuple[int, Days]]:
    """Under what the claim itself is found by an event that it has to look at: ``lookers`` is the other end."""
    slots = {_anchor(slot): days for slot, days in _looks(telling, around=False)}
    for slot, days in slots.items():
        for week in weeks(days):
            yield key_of(slot, week), days


def lookers(slot: Slot, days: Days) -> tuple[frozenset[int], Days]:
    """The keys under which all claims are found that look at an event filed so, and the days that they must share."""
    reach = REACH[slot.space]
    wide = Days(days.first - reach, min(days.last, days.first + _LONGEST) + reach)
    slots = [_anchor(slot._replace(cell=cell)) for cell in _around(slot.cell)]
    span = range(wide.first // _WEEK, wide.last // _WEEK + 1)
    return frozenset(key_of(each, week) for each in slots for week in span), wide


def _looks(telling: Telling, around: bool) -> Iterator[tuple[Slot, Days]]:
    days = telling.days or telling.published
    if days is None:
        return
    space, held = (Space.DATED, Space.HELD_UNDATED) if telling.days else (Space.UNDATED, Space.HELD)
    marks = tuple(_own_evidence(telling)) if _vague(telling.place) else _alike(telling)
    wide = rank(telling.place) == RANK[Precision.REGION]
    for cell in _cells(telling.place, region=wide, around=around):
        for mark in marks:
            yield Slot(space, cell, mark), days
        if telling.holder is not None:
            yield Slot(held, cell, telling.holder), days
        if follows_up(telling) and not _vague(telling.place):
            yield Slot(Space.FOLLOWED, cell, telling.claim.kind.value), days


def _anchor(slot: Slot) -> Slot:
    """Families are left to the comparison: a claim is found by one key, not by all that it looks under."""
    family = slot.mark in _FAMILY_NAMES
    return Slot(slot.space, ("looks", *slot.cell), "" if family else slot.mark)


_FAMILY_NAMES = frozenset(f.value for f in Family)


def _alike(telling: Telling) -> tuple[str, ...]:
    """The families that one happening can have in two reports: what the features' veto leaves."""
    if telling.family is not Family.OTHER:
        return tuple(f.value for f in _ALIKE[telling.family])
    return tuple(_FAMILY_NAMES) if telling.claim.kind in CONSEQUENCES else (Family.OTHER.value,)


def _vague(place: Place | None) -> bool:
    return place is None or place.precision is Precision.COUNTRY


def _evidence(draft: Draft) -> Iterator[str]:
    for source in draft.sources:
        if not source.startswith(NARRATOR):
            yield f"source: {source}"
    for kind, figures in draft.figures.items():
        yield from {_count(kind, figure) for figure in figures if figure.low > 1}
    yield from (f"holder: {holder}" for holder in draft.holders)


def _own_evidence(telling: Telling) -> Iterator[str]:
    if not telling.told[1].startswith(NARRATOR):
        yield f"source: {telling.told[1]}"
    if telling.figure is not None and telling.figure.low > 1:
        yield _count(telling.claim.kind, telling.figure)
    if telling.holder is not None:
        yield f"holder: {telling.holder}"


def _count(kind: PropositionKind, figure: Figure) -> str:
    return f"{kind.value}: {figure.low}-{figure.high}"


def _cells(place: Place | None, *, region: bool, around: bool = False) -> Iterator[Cell]:
    """The cell of the place, with those around a point; all that has no place is filed together."""
    if place is None:
        yield ("nowhere",)
        return
    fine = RANK[place.precision] <= RANK[Precision.SETTLEMENT]
    if not fine or place.lat is None or place.lon is None:
        yield place.precision.value, place.country, place.admin1, place.name
    else:
        cell = math.floor(place.lat / _CELL_DEGREES), math.floor(place.lon / _CELL_DEGREES)
        yield from _around(cell) if around else (cell,)
    if region and not _vague(place):
        yield "within", place.country, place.admin1


def _around(cell: Cell) -> Iterable[Cell]:
    if len(cell) != 2:
        return (cell,)
    row, column = int(str(cell[0])), int(str(cell[1]))
    return ((row + up, column + right) for up in (-1, 0, 1) for right in (-1, 0, 1))
