"""The samples' index and known truth as written, and what was found of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import Any

from counterclaim.records.claim import Claim
from counterclaim.records.coded import Coded
from counterclaim.records.edtf import days_of
from counterclaim.records.event import Event, Finding, Position, ReprintLink
from counterclaim.words.toml_data import package_toml

NEAR_KM = 25.0
EARTH_KM = 6371.0

Entry = Mapping[str, Any]
"""A table of ``samples.toml`` or ``truth.toml``, with the keys that these files explain."""


def index() -> list[Entry]:
    """The samples as their index lists them."""
    return list(package_toml("counterclaim.samples", "samples.toml")["sample"])


def truth(table: str) -> list[Entry]:
    """The entries of one table of the known truth: reprint, event, revision or unverified."""
    return list(package_toml("counterclaim.samples", "truth.toml")[table])


def propositions(planted: str | None = None) -> list[tuple[Entry, Entry]]:
    """Every event with each of its propositions; with ``planted`` only those that are planted as such."""
    return [(e, p) for e in truth("event") for p in e["proposition"] if planted in (None, p.get("planted"))]


@dataclass(frozen=True)
class Found:
    """Everything taken from the samples. ``coded`` is by the samples' ids."""

    coded: Mapping[str, Coded]
    reprints: Sequence[ReprintLink]
    events: Sequence[Event]

    def said(self, report: str, words: str) -> list[Claim]:
        """The claims whose clause holds part of those words."""
        start, end = self.span(report, words)
        return [c for c in self.coded[report].claims if c.start < end and start < c.end]

    def span(self, report: str, words: str) -> tuple[int, int]:
        """Where the words stand in the report's text; ``ValueError`` where they don't."""
        start = self.coded[report].report.text.index(words)
        return start, start + len(words)

    def name(self, report_id: str) -> str:
        """The sample's id for a report's."""
        return next(name for name, each in self.coded.items() if each.report.id == report_id)

    def at(self, event: Entry) -> list[Event]:
        """The events found within 25 km that share a day with the known one; any place where that has none."""
        return [e for e in self.events if _near(e, event) and _same_day(e, event)]

    def findings(self, event: Entry, proposition: Entry) -> Iterator[Finding]:
        """What was found on the proposition's kind in the events that may be the known one."""
        for one in self.at(event):
            yield from (f for f in one.findings if f.kind == proposition["kind"])

    def holds(self, finding: Finding, position: Entry) -> bool:
        """Whether the side takes that position in the finding, and one of its sentences stands behind it."""
        return any(
            found.side == position["side"]
            and found.stance == position["stance"]
            and any(self.stands(found, report, words) for report, words in position["said"])
            for found in finding.positions
        )

    def stands(self, position: Position, report: str, words: str) -> bool:
        """Whether a claim with those words stands behind the position."""
        return any(claim.id in position.claims for claim in self.said(report, words))


def _near(found: Event, known: Entry) -> bool:
    if "lat" not in known:
        return True
    place = found.place
    if place is None or place.lat is None or place.lon is None:
        return False
    return kilometres((place.lat, place.lon), (known["lat"], known["lon"])) <= NEAR_KM


def _same_day(found: Event, known: Entry) -> bool:
    one, other = days_of(found.date), days_of(known["date"])
    return one is not None and other is not None and one.overlaps(other)


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The great-circle distance of two points (latitude, longitude in degrees), by the haversine formula."""
    lat1, lon1, lat2, lon2 = (radians(x) for x in (*one, *other))
    h = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(h))
