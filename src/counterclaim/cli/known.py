"""``--as-known-on``: look into a ledger as of a day, by what had been published until then."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from counterclaim.cli.desk import Desk
from counterclaim.ledger.store import Filter, Ledger
from counterclaim.records.conflict import Conflict
from counterclaim.records.event import Event, Finding, ReprintLink
from counterclaim.records.report import Report


@dataclass(frozen=True, slots=True)
class Known:
    """What was known on ``day``: the reports that were out, the reprints among them, and events as they then stood."""

    day: date
    reports: tuple[Report, ...]
    reprints: tuple[ReprintLink, ...]
    events: tuple[Event, ...]


def conflicts_of(packs: Sequence[str] = ()) -> tuple[Conflict, ...]:
    """The shipped packs and the user's own."""
    from counterclaim.packs.reading import load, shipped

    return load((*shipped(), *packs))


def known_on(ledger: Ledger, day: str, found: Iterable[Event], conflicts: tuple[Conflict, ...], desk: Desk) -> Known:
    """The events of ``found`` as known on ``day`` (YYYY-MM-DD). Says how many reports have no day of publication, as
    nobody knows whether they were out.
    """
    from counterclaim.reconciling.known import as_known_on, published_by

    then, events = date.fromisoformat(day), tuple(found)
    every = ledger.reports()
    undated = sum(report.published is None for report in every)
    if undated:
        noun = "report has" if undated == 1 else "reports have"
        desk.notice(f"{undated} {noun} no day of publication and stay out of what was known on {day}")
    reports = published_by(every, then)
    ids = {report.id for report in reports}
    reprints = tuple(link for link in ledger.reprints() if {link.copy, link.original} <= ids)
    claims = {claim.id: claim for claim in ledger.claims(ids=(id for event in events for id in event.claims))}
    return Known(then, reports, reprints, as_known_on(then, events, claims, reports, reprints, conflicts))


def unchanging(wanted: Filter) -> Filter:
    """The part of a filter that asks for what does not hang on the day."""
    return replace(wanted, side=None, stance=None, standing=None)


def fits(event: Event, wanted: Filter) -> bool:
    """Whether the event as it stood has a position of the wanted side and stance, and a finding of the standing."""
    held = [p for f in event.findings for p in f.positions]
    positions = any(_same(p.side, wanted.side) and _same(p.stance.value, wanted.stance) for p in held)
    standings = any(_stands(f, wanted.standing) for f in event.findings)
    return (positions or wanted.side is wanted.stance is None) and (standings or wanted.standing is None)


def _stands(finding: Finding, standing: str | None) -> bool:
    return _same(finding.standing.value, standing)


def _same(value: str, asked: str | None) -> bool:
    return asked is None or value.casefold() == asked.casefold()
