"""Which events a claim has to be compared with: those in its place cell and days, and those of its own report."""

import math
from collections.abc import Hashable, Iterator
from itertools import islice

from counterclaim.linking.days import Days
from counterclaim.linking.draft import Draft, Telling
from counterclaim.linking.nearness import RANK, rank
from counterclaim.records.place import Place, Precision

# About 28 km: more than the farthest that two points of one settlement may lie apart.
_CELL_DEGREES = 0.25
_NIGHT = 1
_LONGEST = 45
_MOST = 40


class Blocks:
    """Drafts by place cell, by place cell and day, and by report. A look-up gives at most a bounded number."""

    def __init__(self) -> None:
        self._places: dict[Hashable, dict[int, Draft]] = {}
        self._reports: dict[str, dict[int, Draft]] = {}

    def put(self, draft: Draft, number: int) -> None:
        """Files the draft under all that it has now; again after each claim that it takes in."""
        for cell in (*_cells(draft.place, around=False), _region(draft.place)):
            for day in _days(draft.days, around=0):
                self._places.setdefault((cell, day), {})[number] = draft
        for root in draft.roots:
            self._reports.setdefault(root, {})[number] = draft

    def candidates(self, telling: Telling) -> dict[int, Draft]:
        """The drafts to compare with, by number, in the order in which they were begun."""
        found: dict[int, Draft] = {}
        for key in self._keys(telling):
            found.update(_last(self._places.get(key, {})))
        found.update(_last(self._reports.get(telling.root, {})))
        return dict(sorted(found.items()))

    def _keys(self, telling: Telling) -> Iterator[Hashable]:
        days = [*_days(telling.days, around=_NIGHT)]
        if telling.days is None and telling.holder is not None and telling.published is not None:
            days += _days(Days(telling.published.first - 7, telling.published.last), around=0)
        if telling.days is not None and telling.holder is not None:
            days.append(None)
        wide = rank(telling.place) == RANK[Precision.REGION]
        around = (_region(telling.place),) if wide or telling.place is None else ()
        for cell in (*_cells(telling.place, around=True), *around):
            for day in days:
                yield cell, day


def _last(drafts: dict[int, Draft]) -> dict[int, Draft]:
    """The latest of many: what a report told last is what it speaks of."""
    return {number: drafts[number] for number in islice(reversed(drafts), _MOST)}


def _days(days: Days | None, around: int) -> list[int | None]:
    """Every day of a short span; of a long one only its first days, as it says little of the day anyway."""
    if days is None:
        return [None]
    last = min(days.last, days.first + _LONGEST)
    return list(range(days.first - around, last + around + 1))


def _region(place: Place | None) -> Hashable:
    """The region that a place lies in; all that has no place is filed together."""
    return None if place is None else ("within", place.country, place.admin1)


def _cells(place: Place | None, around: bool) -> Iterator[Hashable]:
    if place is None:
        return
    fine = RANK[place.precision] <= RANK[Precision.SETTLEMENT]
    if not fine or place.lat is None or place.lon is None:
        yield place.precision.value, place.country, place.admin1, place.name
        return
    row, column = math.floor(place.lat / _CELL_DEGREES), math.floor(place.lon / _CELL_DEGREES)
    steps = (-1, 0, 1) if around else (0,)
    yield from ((row + up, column + right) for up in steps for right in steps)
