"""How the page puts things for people: English, even-handed, never a verdict."""

import re
from datetime import date

from counterclaim.records.edtf import Days, days_of
from counterclaim.records.event import Event, Standing
from counterclaim.records.event_type import PropositionKind
from counterclaim.records.place import Place, Precision
from counterclaim.records.tagging import Stance

# A sign that stands beside the word, so that nothing hangs on colour.
SIGNS = {Stance.ASSERTS: "+", Stance.DENIES: "×", Stance.CONFIRMS: "=", Stance.CANNOT_VERIFY: "?"}
STANCES = {
    Stance.ASSERTS: "says so",
    Stance.DENIES: "says that it is not so",
    Stance.CONFIRMS: "acknowledges what others said",
    Stance.CANNOT_VERIFY: "says that it could not be checked",
}
STANDINGS = {
    Standing.CONTESTED: "sides speak against each other",
    Standing.CONCEDED: "the side that it hurts says so too",
    Standing.AGREED: "more than one side says so",
    Standing.SINGLE_SIDE: "only one side speaks of it",
}
_KINDS = {
    PropositionKind.OCCURRED: "It happened",
    PropositionKind.CONTROL: "Control of the place",
    PropositionKind.KILLED: "Killed",
    PropositionKind.INJURED: "Injured",
    PropositionKind.CAPTURED: "Captured",
    PropositionKind.DESTROYED: "Destroyed",
    PropositionKind.DAMAGED: "Damaged",
    PropositionKind.SHOT_DOWN: "Shot down",
    PropositionKind.REPELLED: "Attack repelled",
    PropositionKind.RESPONSIBILITY: "Responsible",
    PropositionKind.BREAKTHROUGH: "Breakthrough",
    PropositionKind.CLOSURE: "Closed",
    PropositionKind.OTHER: "Other statement",
}
PRECISIONS = {
    Precision.SITE: "near",
    Precision.SETTLEMENT: "settlement",
    Precision.DISTRICT: "somewhere in the district",
    Precision.REGION: "somewhere in the region",
    Precision.COUNTRY: "somewhere in the country",
    Precision.SEA: "at sea",
}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# Line and paragraph separators, controls, orders to turn the direction of writing, halves of characters.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def visible(text: str) -> str:
    """``text`` with a mark for each character that is unseen but acts (controls, overrides of direction), so that
    no report can disguise another part of the page; it keeps its length.
    """
    return _UNSEEN.sub("\ufffd", text)


def proposition(kind: PropositionKind, value: str | None) -> str:
    """A proposition as the head of a row: "Killed: 12"."""
    return _KINDS[kind] + (f": {value}" if value else "")


def day(edtf: str | None) -> str | None:
    """An EDTF date for people: "11–12 Mar 2024", "Mar 2024", "before 3 Mar 2024"; as it is where it is no such date."""
    if edtf is None:
        return None
    days = days_of(edtf)
    if days is None:
        return edtf
    about = "about " if set(edtf) & set("~?%") else ""
    return about + _between(days)


def _between(days: Days) -> str:
    first, last = days.first, days.last
    if first is None or last is None:
        known = first or last
        return "at some time" if known is None else f"{'until' if first is None else 'since'} {_day(known)}"
    if first == last:
        return _day(first)
    if first.day == 1 and (last.toordinal() + 1) == _next_month(last).toordinal() and first.year == last.year:
        if first.month == last.month:
            return f"{_MONTHS[first.month - 1]} {first.year}"
        if (first.month, last.month) == (1, 12):
            return str(first.year)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{_day(last)}"
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month - 1]} – {_day(last)}"
    return f"{_day(first)} – {_day(last)}"


def _next_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1) if day.year < date.max.year else date.max


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def tick(day: date, *, with_year: bool) -> str:
    """A day on the axis of the timeline."""
    return f"{day.day} {_MONTHS[day.month - 1]}" + (f" {day.year}" if with_year else "")


def span(first: str | None, latest: str | None) -> str | None:
    """From the first to the latest publication: "12–14 Mar 2024"."""
    if not first or not latest or first == latest:
        return day(first or latest)
    return day(f"{first}/{latest}")


def place(found: Place | None, countries: dict[str, str]) -> str | None:
    """A place with the region and country that it lies in."""
    if found is None:
        return None
    country = countries.get(found.country or "", found.country)
    return ", ".join(dict.fromkeys(filter(None, (found.name, found.admin1, country))))


def event_type(event: Event) -> str:
    """An event's type, with its detail where ACLED has none for it."""
    return f"{event.type.value} ({event.event_detail})" if event.event_detail else event.type.value


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: "1 report", "3 reports"."""
    return f"{number} {one if number == 1 else many or one + 's'}"
