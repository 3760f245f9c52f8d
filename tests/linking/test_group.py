"""Claims into events. Two events are better than one wrong one."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.linking.group import group
from counterclaim.records.claim import Claim, Proposition
from counterclaim.records.event import Event, ReprintLink
from counterclaim.records.event_type import EventType, PropositionKind
from counterclaim.records.place import Place, Precision
from counterclaim.records.tagging import Stance
from counterclaim.records.when import DateAnswer
from worlds.invented import (
    CLASH,
    DOLMEN,
    LOW_PROVINCE,
    OVERTAKES,
    PACK,
    PORT_ISSEL,
    STRIKE,
    VESLAND,
    claim,
    report,
)

DAY = "2031-05-06"
REPORTS = (report("a"), report("b"), report("c", published="2031-05-08"))


def grouped(*claims: Claim, reprints: Sequence[ReprintLink] = ()) -> tuple[Event, ...]:
    return group(claims, REPORTS, reprints, (PACK,))


def incursion() -> list[Claim]:
    """As a report tells it: the lead first, the village, the army's answer, the governor's."""
    return [
        claim("a", "Free Karsk Brigade", "occurred", VESLAND, DAY, at=80),
        claim("a", "Free Karsk Brigade", "control: Free Karsk Brigade", DOLMEN, DAY, OVERTAKES, at=160),
        claim("a", "Veslander army", "repelled: Veslander army", VESLAND, "2031-05-05/2031-05-06", at=1100),
        claim("a", "Veslander army", "breakthrough", VESLAND, DAY, stance=Stance.DENIES, at=1200),
        claim("a", "Low Province governor", "occurred", LOW_PROVINCE, DAY, stance=Stance.CONFIRMS, at=1300),
        claim("a", "Low Province governor", "injured: 1", LOW_PROVINCE, DAY, at=1400),
    ]


def test_wider_places_join_the_village_that_their_report_speaks_of() -> None:
    claims = [*incursion(), claim("a", "Low Province governor", "closure: schools", PORT_ISSEL, DAY, EventType.OTHER)]
    event, closure = grouped(*claims)
    assert len(event.claims) == 6
    assert (event.title, event.place, event.date) == ("Armed clash at Dolmen, 6 May 2031", DOLMEN, DAY)
    assert closure.title == "Closure at Port Issel, 6 May 2031"


def test_a_wider_place_that_fits_two_events_joins_neither() -> None:
    dolmen = claim("a", "narrator", "occurred", DOLMEN, DAY, STRIKE, at=100)
    port = claim("a", "narrator", "occurred", PORT_ISSEL, DAY, STRIKE, at=200)
    both = claim("a", "narrator", "damaged: 2 depots", VESLAND, DAY, STRIKE, at=150)
    assert len(grouped(dolmen, port, both)) == 3


def test_across_reports_the_place_the_day_and_the_kind_of_event_decide() -> None:
    here = claim("a", "Free Karsk Brigade", "occurred", DOLMEN, DAY)
    assert len(grouped(here, claim("b", "Veslander army", "repelled", DOLMEN, "2031-05-05/2031-05-06"))) == 1
    assert len(grouped(here, claim("b", "Veslander army", "repelled", DOLMEN, "2031-05-04"))) == 2
    assert len(grouped(here, claim("b", "Veslander army", "repelled", PORT_ISSEL, DAY))) == 2
    assert len(grouped(here, claim("b", "Veslander army", "repelled", VESLAND, DAY))) == 2
    assert len(grouped(here, claim("b", "Veslander army", "killed: 3", DOLMEN, DAY, STRIKE))) == 2


def test_who_holds_a_place_is_told_for_days() -> None:
    first = claim("a", "Free Karsk Brigade", "control: Free Karsk Brigade", DOLMEN, DAY, OVERTAKES)
    later = claim("c", "Free Karsk Brigade", "control: Free Karsk Brigade", DOLMEN, None, OVERTAKES)
    other = claim("b", "Veslander army", "occurred", DOLMEN, None)
    assert sorted(len(e.claims) for e in grouped(first, later, other)) == [1, 2]


def test_what_was_shot_down_somewhere_did_not_hit_the_town() -> None:
    hit = claim("a", "Low Province governor", "damaged: depot", DOLMEN, DAY, STRIKE, at=100)
    down = claim("a", "Veslander army", "shot_down: 7", VESLAND, DAY, EventType.DISRUPTED, at=200)
    assert len(grouped(hit, down)) == 2
    assert len(grouped(hit, replace(down, place=hit.place))) == 1


def test_forces_that_leave_the_village_belong_to_the_fighting_there() -> None:
    left = claim("a", "Free Karsk Brigade", "occurred", DOLMEN, DAY, EventType.CHANGE, at=200)
    assert len(grouped(*incursion(), left)) == 1


def test_undated_background_stays_apart_from_the_news_of_the_day() -> None:
    news = claim("a", "narrator", "occurred", PORT_ISSEL, DAY, STRIKE, at=100)
    background = claim("a", "narrator", "injured: 1", LOW_PROVINCE, None, STRIKE, at=200)
    assert len(grouped(news, background)) == 2


def test_another_count_for_a_wider_place_is_another_event() -> None:
    hospital = Place("Dolmen clinic", Precision.SITE, "Low Province", "XV", 55.01, 21.51)
    many = claim("a", "Karsk health office", "killed: >=200", hospital, DAY, STRIKE, at=100)
    few = claim("a", "UN mission", "killed: 6", LOW_PROVINCE, DAY, STRIKE, at=200)
    assert len(grouped(many, few)) == 2
    assert len(grouped(many, replace(few, place=many.place))) == 1


def test_a_site_belongs_to_its_town() -> None:
    depot = Place("fuel depot", Precision.SITE, "Low Province", "XV", 55.02, 21.52)
    found = grouped(
        claim("a", "x", "damaged: depot", depot, DAY, STRIKE), claim("b", "y", "occurred", DOLMEN, DAY, STRIKE)
    )
    assert [e.place for e in found] == [depot]


def test_a_reprint_brings_its_claims_to_the_same_event() -> None:
    first = claim("a", "Free Karsk Brigade", "killed: 4", VESLAND, DAY)
    copy = claim("b", "Free Karsk Brigade", "killed: 9", VESLAND, DAY)
    assert len(grouped(first, copy)) == 2
    assert len(grouped(first, copy, reprints=[ReprintLink("b", "a", 1.0)])) == 1


def test_a_region_joins_its_one_event_across_reports_where_the_same_source_speaks() -> None:
    here = claim("a", "Low Province governor", "damaged: depot", DOLMEN, DAY, STRIKE)
    night = claim("b", "Low Province governor", "occurred", LOW_PROVINCE, "2031-05-05/2031-05-06", STRIKE)
    stranger = claim("b", "Veslander army", "occurred", LOW_PROVINCE, DAY, STRIKE)
    second = claim("b", "UN mission", "occurred", PORT_ISSEL, DAY, STRIKE)
    another = claim("c", "Low Province governor", "occurred", PORT_ISSEL, DAY, STRIKE)
    assert len(grouped(here, night)) == 1
    assert len(grouped(here, stranger)) == 2
    assert len(grouped(here, another, night)) == 3
    assert len(grouped(here, second)) == 2


def test_a_toll_given_the_day_after_without_a_day_belongs_to_the_event() -> None:
    after = "2031-05-07"
    first = claim("a", "Low Province governor", "injured: 1", DOLMEN, DAY)
    later = claim("b", "Low Province governor", "injured: 2", DOLMEN, after)
    later = replace(later, date=DateAnswer(after, anchor=after))
    dated = replace(later, date=DateAnswer(after, later.start, later.end, after))
    assert len(grouped(first, later)) == 1
    assert len(grouped(first, dated)) == 2
    assert len(grouped(first, replace(later, proposition=Proposition(PropositionKind.OCCURRED)))) == 2


def test_a_reprint_keeps_the_event_whatever_its_night_has_become() -> None:
    original = claim("a", "Veslander army", "shot_down: 25", LOW_PROVINCE, "2031-05-05/2031-05-06", EventType.DISRUPTED)
    copied = claim("c", "Veslander army", "shot_down: 35", LOW_PROVINCE, "2031-05-07/2031-05-08", EventType.DISRUPTED)
    links = [ReprintLink("c", "a", 0.9)]
    assert len(grouped(original, copied)) == 2
    assert len(grouped(original, copied, reprints=links)) == 1


def test_a_total_over_many_places_joins_its_like_and_no_town() -> None:
    hit = claim("a", "narrator", "occurred", DOLMEN, DAY, STRIKE, at=100)
    down = claim("a", "Veslander army", "shot_down: 58 drones", DOLMEN, DAY, EventType.DISRUPTED, at=200)
    same = claim("b", "Veslander army", "shot_down: 58 drones", PORT_ISSEL, DAY, EventType.DISRUPTED)
    assert sorted(len(e.claims) for e in grouped(hit, down, same)) == [1, 2]


def test_one_source_that_names_two_attackers_tells_of_two_events() -> None:
    ours = claim("a", "narrator", "occurred", LOW_PROVINCE, DAY, STRIKE, at=100, attacker="VES")
    theirs = claim("a", "narrator", "occurred", LOW_PROVINCE, DAY, STRIKE, at=150, attacker="KAR")
    assert len(grouped(ours, theirs)) == 2


def test_links_give_their_reasons() -> None:
    (event,) = grouped(*incursion())
    reasons = {link.claim_id: link.reasons for link in event.links}
    answer = next(text for claim_id, text in reasons.items() if "governor-occurred" in claim_id)
    assert "The place is the region around it." in answer
    assert "It answers what was said of the event." in answer
    assert set(reasons) == set(event.claims)


def test_the_id_stays_when_a_later_report_joins() -> None:
    (before,) = grouped(*incursion())
    (after,) = grouped(*incursion(), claim("c", "Free Karsk Brigade", "destroyed: 1 truck", DOLMEN, DAY))
    assert after.id == before.id
    assert len(after.claims) == len(before.claims) + 1


_PLACES = st.sampled_from([DOLMEN, PORT_ISSEL, LOW_PROVINCE, VESLAND, None])
_DATES = st.sampled_from([DAY, "2031-05-05/2031-05-06", "2031-05-07", "2031-05", None, "nonsense"])
_CLAIMS = st.lists(
    st.builds(
        claim,
        st.sampled_from(["a", "b", "c"]),
        st.sampled_from(["Free Karsk Brigade", "Veslander army", "narrator"]),
        st.sampled_from(["occurred", "killed: 3", "control: Vesland", "closure: schools"]),
        _PLACES,
        _DATES,
        st.sampled_from([CLASH, STRIKE, EventType.OTHER]),
        at=st.integers(0, 4000),
    ),
    max_size=25,
    unique_by=lambda c: c.id,
)


@given(_CLAIMS, st.randoms())
def test_every_claim_has_one_event_in_whatever_order_they_come(claims: list[Claim], random: Random) -> None:
    events = grouped(*claims)
    assert sorted(c for e in events for c in e.claims) == sorted(c.id for c in claims)
    shuffled = list(claims)
    random.shuffle(shuffled)
    assert grouped(*shuffled) == events


def test_cost_stays_bounded_where_everything_falls_on_one_day_and_place() -> None:
    claims = [claim("a", "narrator", "killed: 3", DOLMEN, DAY, STRIKE, at=n) for n in range(3000)]
    (event,) = group(claims, REPORTS)
    assert len(event.claims) == 3000
