"""The sides of a page: their names, their shades, and whose column an event's matrix needs."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.page.view import PageView
from counterclaim.records.actor import MEDIA_SIDE
from counterclaim.records.claim import Claim
from counterclaim.records.conflict import Conflict
from counterclaim.records.event import Event

UNKNOWN = "unknown"
SHADES = 6
_NAMES = {MEDIA_SIDE: "The reports themselves", UNKNOWN: "Side not known"}
_SHORT = {MEDIA_SIDE: "media", UNKNOWN: "?"}


@dataclass(frozen=True, slots=True)
class SideSheet:
    """A side as the page shows it. ``shade`` names a class of the style sheet; shades go by the alphabet of the
    codes, so that none stands for a nation.
    """

    code: str
    short: str
    name: str
    shade: str


@dataclass(frozen=True, slots=True)
class Sides:
    """All sides of a page, by code, and the conflicts that they stand in."""

    known: dict[str, SideSheet]
    conflicts: tuple[Conflict, ...]

    def of(self, code: str | None) -> SideSheet:
        """The side with that code; the side that is not known for None."""
        return self.known.get(code or UNKNOWN) or SideSheet(code or "", code or "", code or "", "s0")

    def columns(self, event: Event, claims: Sequence[Claim]) -> tuple[SideSheet, ...]:
        """The sides of an event's matrix: all that speak, and those that could be expected to: who takes part in
        the event, and the opponent in a conflict of two. Reports themselves come last.
        """
        speaking = {p.side for f in event.findings for p in f.positions}
        acting = {a.side for c in claims for a in c.actors if a.side}
        concerned = (speaking | acting) - {MEDIA_SIDE, UNKNOWN}
        for conflict in self._fought_by(concerned):
            acting |= {side.code for side in conflict.sides}
        codes = sorted(concerned | acting) + [MEDIA_SIDE] + [UNKNOWN] * (UNKNOWN in speaking)
        return tuple(self.of(code) for code in codes)

    def _fought_by(self, codes: set[str]) -> list[Conflict]:
        shares = Counter({c.id: len(codes & {s.code for s in c.sides}) for c in self.conflicts if len(c.sides) == 2})
        best = max(shares.values(), default=0)
        return [c for c in self.conflicts if best and shares[c.id] == best][:1]


def sides_of(view: PageView) -> Sides:
    """The sides that occur on the page."""
    names = {side.code: side.name for conflict in reversed(view.conflicts) for side in conflict.sides}
    used = {c.source.side for coded in view.coded for c in coded.claims}
    used |= {p.side for e in view.events for f in e.findings for p in f.positions}
    used |= {a.side for coded in view.coded for c in coded.claims for a in c.actors}
    duels = [c for c in view.conflicts if len(c.sides) == 2 and used & {s.code for s in c.sides}]
    used |= {side.code for conflict in duels for side in conflict.sides}
    codes = sorted(code for code in used if code and code not in _NAMES)
    known = {
        code: SideSheet(code, code, names.get(code, code), f"s{number % SHADES + 1}")
        for number, code in enumerate(codes)
    }
    return Sides(known | {c: SideSheet(c, _SHORT[c], _NAMES[c], "s0") for c in _NAMES}, view.conflicts)
