"""Known truth is found again: events, reprints, contradictions, concessions and origins of a generated world."""

import pytest

from counterclaim.linking.group import group
from counterclaim.linking.reprints import find_reprints
from counterclaim.reconciling.reconcile import reconcile
from counterclaim.records.event import Event
from worlds.generated import World, generate
from worlds.invented import PACK


@pytest.fixture(scope="module", params=[1, 2])
def world(request: pytest.FixtureRequest) -> World:
    return generate(request.param, 24)


@pytest.fixture(scope="module")
def events(world: World) -> list[Event]:
    links = find_reprints(world.reports)
    found = group(world.claims, world.reports, links, (PACK,))
    return [reconcile(event, world.claims, world.reports, links, (PACK,)) for event in found]


def test_every_reprint_and_nothing_else_is_found(world: World) -> None:
    assert {link.copy: link.original for link in find_reprints(world.reports)} == world.reprints


def test_events_are_recovered(world: World, events: list[Event]) -> None:
    truth: dict[int, set[str]] = {}
    for claim_id, number in world.event_of.items():
        truth.setdefault(number, set()).add(claim_id)
    assert {frozenset(e.claims) for e in events} == {frozenset(claims) for claims in truth.values()}


@pytest.mark.parametrize("kind", ["occurred", "killed"])
def test_contradictions_and_concessions_are_recovered(world: World, events: list[Event], kind: str) -> None:
    found = {
        world.event_of[event.claims[0]]: finding.standing.value
        for event in events
        for finding in event.findings
        if finding.kind.value == kind
    }
    assert found == (world.occurred if kind == "occurred" else world.killed)


def test_reprints_add_no_origin(world: World, events: list[Event]) -> None:
    assert len(world.reports) > 60
    origins = {o for e in events for f in e.findings for p in f.positions if p.side == "KAR" for o in p.origins}
    assert origins == {"Free Karsk Brigade"}
    own_words = [p for e in events for f in e.findings for p in f.positions if p.side == "media"]
    assert own_words
    assert all(len(p.origins) == 1 for p in own_words)
