"""An invented war of two like sides, so that they can be exchanged: Vesland and Karsk, each with an army, a ministry, a
governor and a town. Cases of ``cases*.toml`` as claims, and what was found of them.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from counterclaim.reconciling.reconcile import reconcile
from counterclaim.records.actor import MEDIA_SIDE, NARRATOR, Actor, Role, SourceAnswer
from counterclaim.records.claim import Claim, Proposition
from counterclaim.records.conflict import Conflict, Party, PartyKind, Side
from counterclaim.records.event import Event, Finding, ReprintLink
from counterclaim.records.event_type import EventType, PropositionKind
from counterclaim.records.place import Place, PlaceAnswer, Precision
from counterclaim.records.report import Report
from counterclaim.records.tagging import Distance, Stance
from counterclaim.records.when import DateAnswer

CASES = tuple(Path(__file__).with_name(name) for name in ("cases.toml", "cases_apart.toml"))
EVENT_DAY = "2031-05-05"


def _parties(side: str, name: str) -> tuple[Party, ...]:
    kinds = (
        ("army", f"{name} army", PartyKind.STATE_FORCES),
        ("ministry", f"{name} ministry", PartyKind.BODY),
        ("governor", f"{name} governor", PartyKind.BODY),
    )
    return tuple(Party(f"{side.lower()}-{id}", label, kind, side) for id, label, kind in kinds)


PACK = Conflict(
    "two-sides",
    "Vesland and Karsk",
    "1",
    (Side("VES", "Vesland", ("XV",)), Side("KAR", "Karsk", ("XK",))),
    (
        *_parties("VES", "Vesland"),
        *_parties("KAR", "Karsk"),
        Party("wire", "Meridian Wire", PartyKind.MEDIA, None),
    ),
)
PLACES = {
    "Dolmen": Place("Dolmen", Precision.SETTLEMENT, "Vesland Shore", "XV", 55.0, 21.5, 3, admin1_code="XV.01"),
    "Dolmen Shore": Place("Dolmen Shore", Precision.REGION, "Vesland Shore", "XV", 55.3, 21.0, 2, admin1_code="XV.01"),
    "Far Dolmen": Place("Far Dolmen", Precision.SETTLEMENT, "Vesland Shore", "XV", 56.0, 22.5, 4, admin1_code="XV.01"),
    "Tarn": Place("Tarn", Precision.SETTLEMENT, "Karsk Shore", "XK", 45.0, 31.5, 13, admin1_code="XK.01"),
    "Tarn Shore": Place("Tarn Shore", Precision.REGION, "Karsk Shore", "XK", 45.3, 31.0, 12, admin1_code="XK.01"),
    "Far Tarn": Place("Far Tarn", Precision.SETTLEMENT, "Karsk Shore", "XK", 46.0, 32.5, 14, admin1_code="XK.01"),
    "Sea": Place("Grey Sea", Precision.SEA, None, None, 50.0, 10.0, 20),
}
_EXCHANGED = {"Vesland": "Karsk", "VES": "KAR", "Dolmen": "Tarn"}
_EXCHANGED |= {other: one for one, other in _EXCHANGED.items()}
_NAMES = re.compile("|".join(_EXCHANGED))
Case = Mapping[str, Any]


def cases() -> list[Case]:
    """The cases as written."""
    found = (case for path in CASES for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"])
    return [{"place": "Dolmen", **case} for case in found]


def exchanged(value: Any) -> Any:
    """Anything with each side's names in the place of the other's."""
    if isinstance(value, str):
        return _NAMES.sub(lambda m: _EXCHANGED[m[0]], value)
    if isinstance(value, Mapping):
        return {exchanged(key): exchanged(each) for key, each in value.items()}
    return [exchanged(each) for each in value] if isinstance(value, list | tuple) else value


@dataclass(frozen=True)
class World:
    """A case as records."""

    event: Event
    claims: tuple[Claim, ...]
    reports: tuple[Report, ...]
    reprints: tuple[ReprintLink, ...]

    def reconciled(self) -> Event:
        return reconcile(self.event, self.claims, self.reports, self.reprints, (PACK,))


def world(case: Case) -> World:
    """The case's claims in their reports: one report a claim, unless ``of`` names it."""
    reports: dict[str, Report] = {}
    claims = []
    for number, said in enumerate(case["claims"]):
        name = said.get("of", f"r{number}")
        words, before = said.get("words", "x" * 10), reports.get(name)
        start = len(before.text) if before else 0
        if before is None:
            day = said.get("day", "2031-05-06")
            before = Report(name, "", f"{name}.txt", said.get("language", "en"), published=day or None)
            before = replace(before, publisher=said.get("publisher", f"Paper {name}"), agency=said.get("agency"))
        reports[name] = replace(before, text=f"{before.text}{words}\n")
        claims.append(_claim(case, said, number, name, (start, start + len(words))))
    place = PLACES[case["place"]]
    event = Event("e", "a title", EventType.ARMED_CLASH, place, EVENT_DAY, tuple(c.id for c in claims))
    links = tuple(ReprintLink(copy, original, 1.0) for copy, original in case.get("reprints", ()))
    return World(event, tuple(claims), tuple(reports.values()), links)


def _claim(case: Case, said: Mapping[str, Any], number: int, report: str, span: tuple[int, int]) -> Claim:
    kind, _, value = said["says"].partition(": ")
    party = next((p for p in PACK.parties if p.name == said["by"]), None)
    side = said.get("side", party.side if party else None)
    actors = [Actor(side, side, Role.VICTIM, 0, 1) for side in said.get("harmed", ())]
    actors += [Actor(side, side, Role.PERPETRATOR, 0, 1) for side in said.get("attacker", ())]
    actors += [Actor(who, None, Role.VICTIM, 0, 1) for who in said.get("victims", ())]
    when = said.get("when")
    return Claim(
        f"c{number}",
        report,
        *span,
        SourceAnswer(said["by"], MEDIA_SIDE if said["by"] == NARRATOR else side, party.id if party else None),
        Stance(said.get("stance", "asserts")),
        Distance.NEUTRAL,
        EventType(said.get("event", "Armed clash")),
        Proposition(PropositionKind(kind), value or None),
        PlaceAnswer(PLACES[said.get("place", case["place"])]),
        DateAnswer(when or EVENT_DAY, *((0, 1) if when else ())),
        actors=tuple(actors),
    )


def row(finding: Finding) -> dict[str, Any]:
    """A finding in words that can be exchanged; the order of positions is kept."""
    return {
        "kind": finding.kind.value,
        "value": finding.value,
        "standing": finding.standing.value,
        "why": finding.why,
        "positions": [
            [p.side, p.stance.value, list(p.claims), list(p.implied), list(p.origins), p.first, p.latest, p.current]
            + [[t.day, t.stance.value, t.value, list(t.claims)] for t in p.history]
            for p in finding.positions
        ],
    }
