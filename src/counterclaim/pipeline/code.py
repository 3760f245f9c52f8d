"""The order of the rooms: from a report to its claims, and from many claims to events."""

from collections.abc import Iterator, Sequence

from counterclaim.pipeline.assemble import assembled
from counterclaim.pipeline.rooms import Reprints, Rooms
from counterclaim.records.claim import Claim
from counterclaim.records.coded import Coded
from counterclaim.records.event import Event
from counterclaim.records.report import Report


def code_report(report: Report, rooms: Rooms) -> Coded:
    """``report`` with its sentences, attributions and claims."""
    whole = rooms.tagger.tag(report)
    tagging = whole.for_claims()
    triggers = rooms.find_triggers(report, tagging.sentences)
    toponyms = rooms.find_toponyms(report, tagging.sentences)
    times = rooms.find_times(report, tagging.sentences)
    cut = rooms.cut(report, tagging, triggers, toponyms)
    assertions = rooms.measure(report, cut, times)
    sources = rooms.name_sources(report, tagging, assertions)
    actors = rooms.find_actors(report, tagging, assertions)
    assertions = rooms.name_holders(report, assertions, (sources, actors))
    places = rooms.event_places(report, tagging.sentences, toponyms, assertions, sources)
    dates = rooms.event_dates(report, tagging.sentences, times, assertions, places)
    answers = zip(assertions, sources, actors, places, dates, strict=True)
    return Coded(report, whole, assembled(report, answers, (tagging.made_by, *rooms.made_by)))


def reconcile_all(
    reports: Sequence[Report], claims: Sequence[Claim], rooms: Rooms
) -> tuple[Reprints, tuple[Event, ...]]:
    """The reprints among ``reports``, and the events that ``claims`` add up to, each with its findings."""
    reprints = rooms.find_reprints(reports)
    events = rooms.group(claims, reports, reprints)
    return reprints, tuple(_reconciled(events, claims, reports, reprints, rooms))


def _reconciled(
    events: Sequence[Event], claims: Sequence[Claim], reports: Sequence[Report], reprints: Reprints, rooms: Rooms
) -> Iterator[Event]:
    by_id = {claim.id: claim for claim in claims}
    for event in events:
        yield rooms.reconcile(event, [by_id[id] for id in event.claims], reports, reprints)
