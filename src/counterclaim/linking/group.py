"""Claims of one or many reports put together into events. Two events are better than one wrong one."""

from collections.abc import Iterable, Mapping, Sequence

from counterclaim.linking.draft import Draft, Telling, telling
from counterclaim.linking.relink import Relinking
from counterclaim.linking.shelf import Bare
from counterclaim.linking.titles import event_detail, event_type, title
from counterclaim.records.claim import Claim
from counterclaim.records.conflict import Conflict
from counterclaim.records.event import Event, Link, ReprintLink
from counterclaim.records.identity import content_id
from counterclaim.records.pack_names import sides_by_name
from counterclaim.records.report import Report


def group(
    claims: Iterable[Claim],
    reports: Iterable[Report],
    reprints: Iterable[ReprintLink] = (),
    conflicts: Iterable[Conflict] = (),
) -> tuple[Event, ...]:
    """The events that ``claims`` speak of, without findings, in order of day and place.

    Every claim stands in exactly one event. The result does not depend on the order in which claims are given.
    ``KeyError`` where a claim's report is missing. An event's id comes from its earliest published claim, so it stays
    when later claims join.
    """
    by_id = {report.id: report for report in reports}
    originals = {link.copy: link.original for link in reprints}
    sides = sides_by_name(tuple(conflicts))
    tellings = [telling(c, by_id[c.report_id], originals.get(c.report_id, c.report_id), sides) for c in claims]
    found = Relinking(Bare()).run((), tellings)
    events = (event_of(members, found.links) for members in found.drafts.values() if members)
    return tuple(sorted(events, key=lambda e: (e.date or "~", e.title, e.id)))


def event_of(tellings: Sequence[Telling], links: Mapping[str, Link]) -> Event:
    """The event that the claims make up, in order of turns; ``KeyError`` where one's link is missing."""
    draft = Draft(tellings[0])
    for each in tellings[1:]:
        draft.add(each)
    order = sorted(tellings, key=_published)
    kind = event_type(draft)
    return Event(
        id=event_id(order[0].claim.id),
        title=title(draft),
        type=kind,
        place=draft.place,
        date=draft.days.edtf if draft.days else None,
        claims=tuple(told.claim.id for told in order),
        links=tuple(links[told.claim.id] for told in order),
        event_detail=event_detail(draft, kind),
    )


def event_id(claim_id: str) -> str:
    """The id of an event whose earliest published claim has the id ``claim_id``."""
    return content_id("e", claim_id)


def _published(told: Telling) -> tuple[str, str, int, str]:
    published = told.published.edtf if told.published else "~"
    return published, told.claim.report_id, told.claim.start, told.claim.id
