"""What is easily taken for one event and is two, or for two and is one: twins, neighbours, tolls, blame, copies."""

from dataclasses import replace

import pytest

from counterclaim.linking.group import group
from counterclaim.records.claim import Claim
from counterclaim.records.event import Event, ReprintLink
from counterclaim.records.event_type import EventType
from counterclaim.records.place import Place, Precision
from counterclaim.records.tagging import Stance
from counterclaim.records.when import DateAnswer
from worlds.invented import CLASH, DOLMEN, LOW_PROVINCE, OVERTAKES, PACK, PORT_ISSEL, STRIKE, claim, report

SHELLING = EventType.SHELLING
DAYS = tuple(f"2031-05-{n:02d}" for n in range(1, 20))
REPORTS = tuple(report(f"{name}{n}", published=f"2031-05-{n:02d}") for name in "abc" for n in range(1, 20))


def village(name: str, id: int | None, north: float) -> Place:
    return Place(name, Precision.SETTLEMENT, "Low Province", "XV", 55.0 + north / 111, 22.0, id, admin1_code="XV.01")


ULMEN, FORD = village("Ulmen", 21, 0), village("Harrow Ford", 22, 2.4)


def events(*claims: Claim, reprints: tuple[ReprintLink, ...] = ()) -> tuple[Event, ...]:
    return group(claims, REPORTS, reprints, (PACK,))


def in_words(told: Claim) -> Claim:
    return replace(told, date=replace(told.date, start=told.start, end=told.end))


def of_publication(told: Claim) -> Claim:
    return replace(told, date=DateAnswer(told.date.edtf, anchor=told.date.edtf))


# Neighbours.


@pytest.mark.parametrize(
    ("said", "type"), [("occurred", CLASH), ("control: Karsk", OVERTAKES), ("killed: 2", SHELLING)]
)
def test_neighbouring_villages_are_two_events_though_all_else_agrees(said: str, type: EventType) -> None:
    told = [claim(r, "Free Karsk Brigade", said, p, DAYS[5], type) for r, p in (("a6", ULMEN), ("b6", FORD))]
    assert len(events(*told)) == 2
    both = [claim("c6", "Free Karsk Brigade", said, p, DAYS[5], type, at=n) for n, p in ((10, ULMEN), (60, FORD))]
    assert len(events(*both)) == 2


@pytest.mark.parametrize(
    "other",
    [
        village("Harrow Ford", None, 2.4),
        village("Oulmenn", 23, 1.6),
        village("Ulmen camp", 24, 1.6),
        village("Old Ford", 25, 0.6),
    ],
)
def test_one_place_may_have_two_entries_or_none(other: Place) -> None:
    assert len(events(*(claim(r, "x", "occurred", p, DAYS[5], CLASH) for r, p in (("a6", ULMEN), ("b6", other))))) == 1


# Twins.


def test_two_days_in_so_many_words_are_two_strikes() -> None:
    told = ("Low Province governor", "killed: 12", DOLMEN)
    first, second = claim("a6", *told, DAYS[5], STRIKE), claim("b7", *told, DAYS[6], STRIKE)
    assert len(events(in_words(first), in_words(second))) == 2
    assert len(events(in_words(first), of_publication(second))) == 1


def test_a_night_bridges_its_two_days() -> None:
    night = claim("c7", "Low Province governor", "occurred", DOLMEN, f"{DAYS[5]}/{DAYS[6]}", STRIKE)
    for day, name in ((DAYS[5], "a6"), (DAYS[6], "a7")):
        assert len(events(in_words(night), in_words(claim(name, "x", "killed: 3", DOLMEN, day, STRIKE)))) == 1


def test_a_report_without_a_day_joins_the_strike_of_its_own_day() -> None:
    before = in_words(claim("a6", "Low Province governor", "killed: 12", DOLMEN, DAYS[5], STRIKE))
    that_day = in_words(claim("c9", "Low Province governor", "killed: 4", DOLMEN, DAYS[6], STRIKE))
    vague = of_publication(claim("b7", "Low Province governor", "killed: 5", DOLMEN, DAYS[6], STRIKE))
    assert {frozenset(e.claims) for e in events(before, that_day, vague)} == {
        frozenset({before.id}),
        frozenset({that_day.id, vague.id}),
    }


def test_nothing_is_told_before_it_happens() -> None:
    strike = in_words(claim("b7", "Low Province governor", "killed: 12", DOLMEN, DAYS[6], STRIKE))
    told = of_publication(claim("a6", "Low Province governor", "killed: 12", DOLMEN, DAYS[5], STRIKE))
    assert len(events(strike, told)) == 2


def test_the_damage_told_in_the_report_of_the_day_after_is_that_of_its_strike() -> None:
    strike = in_words(claim("b7", "Low Province governor", "killed: 12", DOLMEN, DAYS[5], STRIKE, at=10))
    damage = of_publication(claim("b7", "Low Province governor", "damaged: mill", DOLMEN, DAYS[6], STRIKE, at=80))
    assert len(events(strike, damage)) == 1


# Tolls that rise.


def first_toll(kind: str = "killed") -> Claim:
    return in_words(claim("a6", "Low Province governor", f"{kind}: 5", DOLMEN, DAYS[5], SHELLING))


@pytest.mark.parametrize("name", ["b6", "b7", "b10"])
@pytest.mark.parametrize("type", [SHELLING, STRIKE, EventType.ATTACK])
def test_a_toll_without_a_day_follows_up_the_one_attack_there(name: str, type: EventType) -> None:
    (event,) = events(first_toll(), claim(name, "Karsk health office", "killed: 7", DOLMEN, None, type))
    assert "It gives no day, but a toll no lower, and was published within days after the event." in {
        reason for link in event.links for reason in link.reasons
    }


@pytest.mark.parametrize(
    "other",
    [
        claim("b7", "x", "killed: 4", DOLMEN, None, SHELLING),
        claim("b11", "x", "killed: 7", DOLMEN, None, SHELLING),
        claim("b5", "x", "killed: 7", DOLMEN, None, SHELLING),
        claim("b7", "x", "killed: 7", PORT_ISSEL, None, SHELLING),
        claim("b7", "x", "killed: 7", LOW_PROVINCE, None, SHELLING),
        claim("b7", "x", "killed: 7", DOLMEN, None, CLASH),
        claim("b7", "x", "injured: 7", DOLMEN, None, SHELLING),
        claim("b7", "x", "killed", DOLMEN, None, SHELLING),
        claim("b7", "x", "killed: 7", DOLMEN, None, SHELLING, stance=Stance.DENIES),
        claim("b7", "x", "destroyed: 7", DOLMEN, None, SHELLING),
    ],
    ids=["fewer", "later", "before", "elsewhere", "wider", "other type", "other harm", "no count", "denied", "things"],
)
def test_else_it_stays_apart(other: Claim) -> None:
    assert len(events(first_toll(), other)) == 2


def test_of_two_attacks_it_follows_up_neither_but_that_of_its_type() -> None:
    toll = claim("b8", "Karsk health office", "killed: 9", DOLMEN, None, SHELLING)
    again = in_words(claim("c7", "Low Province governor", "killed: 3", DOLMEN, DAYS[6], SHELLING))
    drones = in_words(claim("c7", "Low Province governor", "killed: 3", DOLMEN, DAYS[6], STRIKE))
    assert len(events(first_toll(), again, toll)) == 3
    first = first_toll()
    assert {frozenset(e.claims) for e in events(first, drones, toll)} == {
        frozenset({first.id, toll.id}),
        frozenset({drones.id}),
    }


# Blame.


def test_blame_and_counter_blame_stand_where_the_strike_stands() -> None:
    told = {"place": DOLMEN, "date": DAYS[5], "event": STRIKE}
    strike = claim("a6", "Free Karsk Brigade", "killed: 4", at=0, **told)
    denial = claim("a6", "Veslander army", "occurred", at=60, stance=Stance.DENIES, attacker="VES", **told)
    blame = claim("a6", "Veslander army", "responsibility: KAR", at=120, attacker="KAR", **told)
    counter = claim("b6", "Free Karsk Brigade", "responsibility: VES", at=10, attacker="VES", **told)
    assert len(events(strike, denial, blame, counter)) == 1
    assert len(events(blame, counter)) == 1
    assert len(events(claim("b6", "Free Karsk Brigade", "occurred", attacker="VES", **told), blame)) == 1


def test_who_says_that_both_sides_struck_tells_of_two_strikes() -> None:
    told = {"place": DOLMEN, "date": DAYS[5], "event": STRIKE}
    theirs = claim("a6", "Veslander army", "responsibility: KAR", at=120, attacker="KAR", **told)
    ours = claim("a6", "Veslander army", "occurred", at=60, attacker="VES", **told)
    assert len(events(theirs, ours)) == 2


# Copies.


def copied(first: Claim, copy: Claim) -> int:
    return len(events(first, copy, reprints=(ReprintLink(copy.report_id, first.report_id, 0.9),)))


def test_a_copy_carries_its_statement_over_where_place_and_day_can_be_one() -> None:
    first = in_words(claim("a6", "Veslander army", "killed: 5", DOLMEN, DAYS[5], CLASH))
    same = in_words(claim("b7", "Veslander army", "killed: 5", DOLMEN, DAYS[5], STRIKE))
    assert copied(first, same) == 1
    assert copied(first, of_publication(replace(same, date=DateAnswer(DAYS[6])))) == 1
    assert copied(first, replace(same, date=DateAnswer(None))) == 1
    assert copied(first, in_words(replace(same, date=DateAnswer(DAYS[6])))) == 1, "both say 'today'"


def test_of_another_place_or_day_it_is_another_statement() -> None:
    first = in_words(claim("a6", "Veslander army", "occurred", ULMEN, DAYS[5], STRIKE))
    there = in_words(claim("b6", "Veslander army", "occurred", FORD, DAYS[5], STRIKE))
    port = in_words(claim("b6", "Veslander army", "occurred", PORT_ISSEL, DAYS[5], STRIKE))
    later = in_words(claim("b8", "Veslander army", "occurred", ULMEN, DAYS[7], STRIKE))
    adjoining = in_words(claim("b8", "Veslander army", "occurred", ULMEN, DAYS[6], STRIKE))
    assert [copied(first, other) for other in (there, port, later, adjoining)] == [2, 2, 2, 2]
