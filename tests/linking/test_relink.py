"""Claims that come and go one report at a time make the events that all of them make at once."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.linking.draft import Telling, telling
from counterclaim.linking.relink import Relinking
from counterclaim.records.claim import Claim
from counterclaim.records.event_type import EventType
from counterclaim.records.place import Place, Precision
from counterclaim.records.report import Report
from counterclaim.records.when import DateAnswer
from linking.shelves import MemoryShelf
from worlds.generated import generate
from worlds.invented import CLASH, DOLMEN, LOW_PROVINCE, PORT_ISSEL, STRIKE, VESLAND, claim, report

DEPOT = Place("fuel depot", Precision.SITE, "Low Province", "XV", 55.02, 21.52)
HARROW = Place("Harrow", Precision.SETTLEMENT, "Low Province", "XV", 55.02, 21.5, 31, admin1_code="XV.01")
REPORTS = {
    name: report(name, published=published)
    for name, published in (
        ("a", "2031-05-06"),
        ("b", "2031-05-06"),
        ("c", "2031-05-08"),
        ("d", "2031-05-05"),
        ("e", None),
    )
}
ROOTS = {"c": "a", "d": "b"}


def tellings(
    claims: Sequence[Claim], reports: dict[str, Report] = REPORTS, roots: dict[str, str] = ROOTS
) -> list[Telling]:
    return [telling(c, reports[c.report_id], roots.get(c.report_id, c.report_id), {}) for c in claims]


def at_once(told: Sequence[Telling]) -> MemoryShelf:
    shelf = MemoryShelf()
    shelf.change((), told)
    return shelf


def by_report(told: Sequence[Telling], random: Random) -> list[list[Telling]]:
    parts: dict[str, list[Telling]] = {}
    for each in told:
        parts.setdefault(each.claim.report_id, []).append(each)
    found = list(parts.values())
    random.shuffle(found)
    return found


def by_publication(told: Claim, assumed: bool) -> Claim:
    """The claim's day as that of publication where ``assumed``."""
    return replace(told, date=DateAnswer(told.date.edtf, anchor=told.date.edtf)) if assumed else told


SINGLE = st.builds(
    by_publication,
    st.builds(
        claim,
        st.sampled_from("abcde"),
        st.sampled_from(["Free Karsk Brigade", "Veslander army", "narrator"]),
        st.sampled_from(
            ["occurred", "killed: 3", "killed: 9", "control: Vesland", "responsibility: KAR", "closure: schools"]
        ),
        st.sampled_from([DOLMEN, HARROW, DEPOT, PORT_ISSEL, LOW_PROVINCE, VESLAND, None]),
        st.sampled_from(
            [
                "2031-05-06",
                "2031-05-05",
                "2031-05-05/2031-05-06",
                "2031-05-07",
                "2031-05",
                "2031-05-01/2031-05-07",
                None,
            ]
        ),
        st.sampled_from([CLASH, STRIKE, EventType.OTHER, EventType.ATTACK, EventType.CHANGE]),
        at=st.integers(0, 2000),
        attacker=st.sampled_from([None, "VES", "KAR"]),
    ),
    st.booleans(),
)
CLAIMS = st.lists(SINGLE, max_size=40, unique_by=lambda c: c.id)


@settings(max_examples=60, deadline=None)
@given(CLAIMS, st.randoms(use_true_random=False))
def test_reports_that_come_one_by_one_make_the_events_of_all_at_once(claims: list[Claim], random: Random) -> None:
    told = tellings(claims)
    shelf = MemoryShelf()
    for part in by_report(told, random):
        shelf.change((), part)
    assert shelf.events() == at_once(told).events()


@settings(max_examples=60, deadline=None)
@given(CLAIMS, st.randoms(use_true_random=False), st.integers(1, 3))
def test_so_they_do_where_only_the_latest_few_are_compared(claims: list[Claim], random: Random, most: int) -> None:
    told = tellings(claims)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Relinking, "most", most)
        shelf = MemoryShelf()
        for part in by_report(told, random):
            shelf.change((), part)
        assert shelf.events() == at_once(told).events()


@settings(max_examples=60, deadline=None)
@given(CLAIMS, st.sampled_from("abcde"), st.randoms(use_true_random=False))
def test_what_goes_leaves_the_events_that_would_have_been_made_without_it(
    claims: list[Claim], gone: str, random: Random
) -> None:
    told = tellings(claims)
    shelf = MemoryShelf()
    for part in by_report(told, random):
        shelf.change((), part)
    shelf.change([t.claim.id for t in told if t.claim.report_id == gone], ())
    assert shelf.events() == at_once([t for t in told if t.claim.report_id != gone]).events()


@settings(max_examples=60, deadline=None)
@given(CLAIMS, st.randoms(use_true_random=False))
def test_a_report_found_to_be_a_reprint_is_linked_as_if_it_had_been_known(claims: list[Claim], random: Random) -> None:
    before, after = tellings(claims, roots={}), tellings(claims)
    shelf = MemoryShelf()
    for part in by_report(before, random):
        shelf.change((), part)
    old = [t.claim.id for t in before if t.claim.report_id in ROOTS]
    shelf.change(old, [t for t in after if t.claim.report_id in ROOTS])
    assert shelf.events() == at_once(after).events()


def test_a_second_attack_that_comes_later_leaves_a_toll_that_followed_the_first() -> None:
    first = claim("a", "Veslander army", "killed: 5", DOLMEN, "2031-05-05", STRIKE)
    second = claim("b", "narrator", "killed: 4", DOLMEN, "2031-05-06", STRIKE)
    toll = claim("c", "Veslander army", "killed: 9", DOLMEN, None, STRIKE)
    shelf = MemoryShelf()
    counts = []
    for each in (first, toll, second):
        shelf.change((), tellings([each], roots={}))
        counts.append(len(shelf.events()))
    assert counts == [1, 1, 3]
    shelf.change([second.id], ())
    assert len(shelf.events()) == 1


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_generated_world_is_the_same_in_any_order(seed: int) -> None:
    world = generate(seed, 24)
    told = tellings(world.claims, {r.id: r for r in world.reports}, world.reprints)
    shelf = MemoryShelf()
    for part in by_report(told, Random(seed)):
        shelf.change((), part)
    assert shelf.events() == at_once(told).events()
