"""The timeline: when events are said to have been, and when reports said so."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from counterclaim.page import wording
from counterclaim.records.edtf import Days, days_of
from counterclaim.records.event import Event

# A longer time than this is cut to that of the reports, so that days can still be told apart.
_LONGEST_DAYS = 92
_BEFORE = 21
_AFTER = 3
_MOST_TICKS = 8


@dataclass(frozen=True, slots=True)
class Bar:
    """An event on the axis, in percent of its width. ``cut`` is "earlier" or "later" where it lies beyond an end.
    ``said`` are the days of publication.
    """

    event: Event
    date: str
    start: float
    width: float
    cut: str | None
    said: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """A day of the axis."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """Bars in order of their days, and the events whose day is not known."""

    ticks: tuple[Tick, ...]
    bars: tuple[Bar, ...]
    undated: tuple[Event, ...]


def timeline(events: Sequence[Event], published: Mapping[str, Sequence[str]]) -> Timeline:
    """``published`` are the days on which each event's claims were published, by the event's id."""
    said = {id: [d.first for each in days if (d := days_of(each)) and d.first] for id, days in published.items()}
    dated = [(event, days) for event in events if (days := days_of(event.date)) is not None]
    undated = tuple(event for event in events if days_of(event.date) is None)
    if not dated:
        return Timeline((), (), undated)
    first, last = _ends([days for _, days in dated], [d for days in said.values() for d in days])
    dated.sort(key=lambda each: (each[1].first or date.min, each[1].last or date.max))
    whole = (last - first).days + 1
    bars = tuple(_bar(event, days, first, whole, said.get(event.id, ())) for event, days in dated)
    return Timeline(tuple(_ticks(first, last)), bars, undated)


def _ends(dated: Sequence[Days], said: Sequence[date]) -> tuple[date, date]:
    known = [day for days in dated for day in (days.first, days.last) if day] + list(said)
    first, last = min(known), max(known)
    if (last - first).days > _LONGEST_DAYS and said:
        first = max(first, min(said) - timedelta(days=_BEFORE))
        last = min(last, max(said) + timedelta(days=_AFTER))
    return first, last


def _bar(event: Event, days: Days, first: date, whole: int, said: Iterable[date]) -> Bar:
    start = ((days.first or first) - first).days
    end = ((days.last or first + timedelta(days=whole - 1)) - first).days + 1
    cut = "earlier" if end <= 0 else "later" if start >= whole else None
    left, right = max(0, min(whole, start)), max(0, min(whole, end))
    marks = sorted({(day - first).days for day in said if 0 <= (day - first).days < whole})
    return Bar(
        event,
        wording.day(event.date) or "",
        _percent(left, whole),
        _percent(right - left, whole),
        cut,
        tuple(_percent(mark + 0.5, whole) for mark in marks),
    )


def _percent(part: float, whole: int) -> float:
    return round(100 * part / whole, 2)


def _ticks(first: date, last: date) -> Iterable[Tick]:
    whole = (last - first).days + 1
    step = next((s for s in (1, 2, 7, 14, 28, 56, 91, 182) if whole / s <= _MOST_TICKS), max(1, whole // _MOST_TICKS))
    year = None
    for offset in range(0, whole, step):
        day = first + timedelta(days=offset)
        yield Tick(_percent(offset, whole), wording.tick(day, with_year=day.year != year))
        year = day.year
