"""Everything as known on a given day: events with the findings that the reports published until then come to."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from counterclaim.reconciling.reconcile import reconcile
from counterclaim.records.claim import Claim
from counterclaim.records.conflict import Conflict
from counterclaim.records.edtf import days_of
from counterclaim.records.event import Event, Link, ReprintLink
from counterclaim.records.report import Report


def published_by(reports: Iterable[Report], day: date) -> tuple[Report, ...]:
    """The reports that were surely out on ``day``; a report of unknown day is not known to have been."""
    return tuple(r for r in reports if (days := days_of(r.published)) and days.last and days.last <= day)


def as_known_on(
    day: date,
    events: Iterable[Event],
    claims: Mapping[str, Claim],
    reports: Iterable[Report],
    reprints: Iterable[ReprintLink] = (),
    conflicts: Sequence[Conflict] = (),
) -> tuple[Event, ...]:
    """``events`` with the claims and findings of ``day``; those of which nobody had told are left out. Which claims
    belong to one event is as it is known now; so are its title, place and date. ``claims`` are by id.
    """
    known = {r.id: r for r in published_by(reports, day)}
    links: dict[str, list[ReprintLink]] = {}
    for link in reprints:
        if {link.copy, link.original} <= known.keys():
            links.setdefault(link.copy, []).append(link)
    out = []
    for event in events:
        ids = tuple(id for id in event.claims if id in claims and claims[id].report_id in known)
        if ids:
            then = replace(event, claims=ids, links=_of(event, ids))
            own = [claims[id] for id in ids]
            told = {claim.report_id: known[claim.report_id] for claim in own}
            copied = [link for id in told for link in links.get(id, ())]
            roots = {link.original: known[link.original] for link in copied}
            out.append(reconcile(then, own, (told | roots).values(), copied, conflicts))
    return tuple(out)


def _of(event: Event, claims: Iterable[str]) -> tuple[Link, ...]:
    kept = frozenset(claims)
    return tuple(link for link in event.links if link.claim_id in kept)
