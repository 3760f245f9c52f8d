"""Two ways from a world to events: from the claims as they are, and the whole way from the text."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from aligning import aligned
from as_records import claims_of, report_of
from figures import Outcome
from truth import Printed, Said, World

from counterclaim.pipeline import Rooms, code_report, default_rooms, reconcile_all
from counterclaim.records.claim import Claim
from counterclaim.records.event import ReprintLink
from counterclaim.records.report import Capture, Report
from counterclaim.settings import Settings


@dataclass(frozen=True, slots=True)
class Coded:
    """What one level makes of a world: report and claims by the printed report's id."""

    reports: Mapping[str, Report]
    claims: Mapping[str, tuple[Claim, ...]]


@cache
def rooms() -> Rooms:
    """The rooms as they ship."""
    return default_rooms(Settings())


def from_records(world: World) -> Coded:
    """The true claims."""
    return Coded({p.id: report_of(p) for p in world.reports}, {p.id: claims_of(p) for p in world.reports})


def from_text(world: World, progress: Callable[[int], None] = lambda _: None) -> Coded:
    """The claims that the program reads from the texts. The outlet is given as a page's metadata would give it."""
    reports, claims = {}, {}
    for number, printed in enumerate(world.reports):
        capture = Capture(f"worlds/{printed.id}.txt", printed.text.encode())
        read = rooms().read(capture, published=printed.published.isoformat())
        report = replace(read, id=printed.id, publisher=printed.outlet)
        reports[printed.id], claims[printed.id] = report, code_report(report, rooms()).claims
        progress(number + 1)
    return Coded(reports, claims)


def true_reprints(printed: Sequence[Printed]) -> tuple[ReprintLink, ...]:
    """Every reprint with the report that it goes back to, where that is among ``printed``."""
    ids = {p.id for p in printed}
    return tuple(ReprintLink(p.id, p.root, 1.0) for p in printed if p.root != p.id and p.root in ids)


def outcome(printed: Sequence[Printed], coded: Coded, links: tuple[ReprintLink, ...] | None = None) -> Outcome:
    """Links and reconciles the reports ``printed`` as ``coded``; with ``links`` for reprints where they are given."""
    claims = [c for p in printed for c in coded.claims[p.id]]
    told: dict[str, Said] = {}
    missed: list[Said] = []
    for each in printed:
        found = aligned(each, coded.claims[each.id])
        told |= found.told
        missed += found.missed
    way = rooms() if links is None else replace(rooms(), find_reprints=lambda _: links)
    reprints, events = reconcile_all([coded.reports[p.id] for p in printed], claims, way)
    return Outcome(printed, claims, told, missed, events, reprints)
