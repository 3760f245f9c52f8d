"""Who says what of an event, and what it adds up to. The war is invented."""

from dataclasses import replace

import pytest

from counterclaim.reconciling.reconcile import reconcile
from counterclaim.records.actor import SourceAnswer
from counterclaim.records.claim import Claim
from counterclaim.records.conflict import Conflict, Party, PartyKind, Side
from counterclaim.records.event import Event, Finding, Position, ReprintLink, Standing
from counterclaim.records.event_type import EventType, PropositionKind
from counterclaim.records.place import Place
from counterclaim.records.tagging import Stance
from worlds.invented import CLASH, DOLMEN, KARSK, OVERTAKES, PACK, STRIKE, claim, report

DAY = "2031-05-06"
REPORTS = (
    report("a", publisher="Valley Post"),
    report("b", agency="Vesta"),
    report("c", published="2031-05-08", publisher="Coast Mail"),
)
ARMY, GOVERNOR, BRIGADE = "Veslander army", "Low Province governor", "Free Karsk Brigade"


def findings(*claims: Claim, place: Place = DOLMEN, reprints: tuple[ReprintLink, ...] = ()) -> list[Finding]:
    event = Event("e1", "a title", CLASH, place, DAY, tuple(c.id for c in claims))
    return list(reconcile(event, claims, REPORTS, reprints, (PACK,)).findings)


def finding(kind: str, *claims: Claim, place: Place = DOLMEN, value: str | None = None) -> Finding:
    found = [f for f in findings(*claims, place=place) if f.kind.value == kind and value in (None, f.value)]
    assert len(found) == 1, found
    return found[0]


def position(found: Finding, side: str) -> Position:
    (only,) = [p for p in found.positions if p.side == side]
    return only


def said(
    source: str,
    what: str,
    stance: Stance = Stance.ASSERTS,
    *,
    of: str = "a",
    event: EventType = CLASH,
    place: Place = DOLMEN,
    harmed: tuple[str, ...] = (),
    attacker: str | None = None,
    at: int | None = None,
) -> Claim:
    return claim(of, source, what, place, DAY, event, stance=stance, harmed=harmed, attacker=attacker, at=at)


INCURSION = (
    said(BRIGADE, "occurred", at=10),
    said(BRIGADE, "control: Free Karsk Brigade", event=OVERTAKES, at=20),
    said(BRIGADE, "destroyed: 1 armoured vehicle", at=30),
    said(ARMY, "repelled: Veslander army", at=40),
    said(ARMY, "breakthrough", Stance.DENIES, at=50),
    said(GOVERNOR, "occurred", Stance.CONFIRMS, at=60),
    said(GOVERNOR, "injured: 1", at=70),
    said(GOVERNOR, "breakthrough", Stance.DENIES, at=80),
)


@pytest.mark.parametrize(
    ("kind", "value", "standing", "stances"),
    [
        ("occurred", None, "conceded", {"KAR": "asserts", "VES": "confirms"}),
        ("control", BRIGADE, "contested", {"KAR": "asserts", "VES": "denies"}),
        ("breakthrough", None, "contested", {"KAR": "asserts", "VES": "denies"}),
        ("repelled", ARMY, "contested", {"KAR": "denies", "VES": "asserts"}),
        ("injured", "1", "single side", {"VES": "asserts"}),
        ("destroyed", "1 armoured vehicle", "single side", {"KAR": "asserts"}),
    ],
)
def test_an_incursion_told_by_both_sides(kind: str, value: str | None, standing: str, stances: dict[str, str]) -> None:
    found = finding(kind, *INCURSION)
    assert (found.value, found.standing.value) == (value, standing)
    assert {p.side: p.stance.value for p in found.positions} == stances


def test_a_stray_role_does_not_turn_the_attack_round() -> None:
    stray = said(ARMY, "killed: 9", attacker="VES", at=90)
    assert finding("control", *INCURSION, stray).standing is Standing.CONTESTED
    misheard = said(BRIGADE, "repelled", at=95)
    left = replace(said(BRIGADE, "occurred", attacker="VES", at=99), event=EventType.CHANGE)
    found = {f.kind.value: f.standing.value for f in findings(*INCURSION, stray, misheard, left)}
    assert (found["occurred"], found["breakthrough"]) == ("conceded", "contested")


def test_what_is_only_implied_is_marked_and_explained() -> None:
    control = finding("control", *INCURSION)
    assert position(control, "VES").implied == position(control, "VES").claims
    assert not position(control, "KAR").implied
    assert control.why == (
        "Free Karsk Brigade (KAR) asserted that Free Karsk Brigade holds the place; Veslander army (VES) denied it by "
        "implication (who did not break through does not hold it)."
    )


def test_a_concession_names_who_concedes_what() -> None:
    assert finding("occurred", *INCURSION).why == (
        "Low Province governor (VES) confirmed what Free Karsk Brigade (KAR) asserted, although it tells against VES: "
        "it was attacked there."
    )


def test_swapping_the_parties_swaps_the_sides_and_nothing_else() -> None:
    other = {BRIGADE: ARMY, ARMY: BRIGADE, GOVERNOR: "Karsk health office"}
    swapped = [
        said(
            other[c.source.name],
            c.proposition.kind.value + (f": {other.get(v, v)}" if (v := c.proposition.value) else ""),
            c.stance,
            event=c.event,
            place=KARSK,
            at=c.start,
        )
        for c in INCURSION
    ]
    sides = {"KAR": "VES", "VES": "KAR"}
    mirrored = [
        (f.kind, f.standing, {(sides[p.side], p.stance, len(p.claims), len(p.implied)) for p in f.positions})
        for f in findings(*swapped, place=KARSK)
    ]
    assert mirrored == [
        (f.kind, f.standing, {(p.side, p.stance, len(p.claims), len(p.implied)) for p in f.positions})
        for f in findings(*INCURSION)
    ]


def test_a_side_that_reports_its_own_losses_alone_concedes_nothing() -> None:
    assert finding("killed", said(GOVERNOR, "killed: 3", harmed=("VES",))).standing is Standing.SINGLE_SIDE


def test_losses_admitted_by_the_side_that_had_them_are_conceded() -> None:
    enemy = said(BRIGADE, "killed: 3 soldiers", harmed=("VES",))
    own = said(ARMY, "killed: 3 soldiers", Stance.CONFIRMS, harmed=("VES",))
    assert finding("killed", enemy, own).standing is Standing.CONCEDED


def test_an_outsider_and_a_side_agree() -> None:
    found = finding("killed", said(GOVERNOR, "killed: 3", harmed=("VES",)), said("UN mission", "killed: 3"))
    assert found.standing is Standing.AGREED
    assert found.why == "Low Province governor (VES) and UN mission (UN) each asserted or confirmed 3 killed."


@pytest.mark.parametrize(
    ("ours", "theirs", "standing"),
    [
        ("40", "12", "contested"),
        (">=12", "40", "conceded"),
        ("dozens", "40", "conceded"),
        ("0", "3", "contested"),
        ("200-300", "471", "contested"),
    ],
)
def test_counts_conflict_only_where_their_ranges_do_not_meet(ours: str, theirs: str, standing: str) -> None:
    claims = (said(BRIGADE, f"killed: {ours}", at=1), said(ARMY, f"killed: {theirs}", at=2))
    assert finding("killed", *claims).standing.value == standing


def test_a_later_figure_of_the_same_side_is_a_revision() -> None:
    first, later = said(GOVERNOR, "killed: 12", at=1), said(GOVERNOR, "killed: 19", of="c", at=1)
    enemy = said(BRIGADE, "killed: 19", of="b")
    found = finding("killed", later, enemy, first)
    assert position(found, "VES").claims == (first.id, later.id)
    assert (position(found, "VES").first, position(found, "VES").latest) == ("2031-05-06", "2031-05-08")
    assert found.standing is Standing.CONCEDED
    assert finding("killed", first, later).standing is Standing.SINGLE_SIDE


def test_a_revision_shows_what_was_said_before() -> None:
    first, later = said(GOVERNOR, "killed: 12", at=1), said(GOVERNOR, "killed: 19", of="c", at=1)
    found = finding("killed", first, later)
    assert found.value == "19"
    assert found.why.endswith("VES gave 12 before.")


def test_one_count_of_one_source_in_two_languages_is_one_loss() -> None:
    english = said(BRIGADE, "destroyed: 1 relay mast")
    french = said(BRIGADE, "destroyed: 1 pylône", of="b")
    event = Event("e1", "a title", CLASH, DOLMEN, DAY, (english.id, french.id))
    reports = (REPORTS[0], replace(REPORTS[1], language="fr"))
    assert len([f for f in reconcile(event, (english, french), reports).findings if f.kind.value == "destroyed"]) == 1
    assert len([f for f in findings(english, french) if f.kind.value == "destroyed"]) == 2


def test_a_state_its_army_and_its_ministry_hold_as_one() -> None:
    army, name = said(ARMY, "control: Veslander army"), said(ARMY, "control: Vesland", of="b")
    assert [f.value for f in findings(army, name) if f.kind.value == "control"] == ["Vesland"]
    assert finding("control", army).value == "Vesland's side"


def test_rebels_of_a_nation_are_not_its_side() -> None:
    state, rebels = said("UN mission", "control: Vesland"), said("UN mission", "control: Vesland rebels", of="b")
    assert len([f for f in findings(state, rebels) if f.kind.value == "control"]) == 2


def test_a_change_of_mind_leaves_the_history_and_counts_as_it_stands() -> None:
    denied = said(GOVERNOR, "occurred", Stance.DENIES, at=1)
    admitted = said(GOVERNOR, "occurred", Stance.CONFIRMS, of="c", at=1)
    found = finding("occurred", said(BRIGADE, "occurred"), denied, admitted)
    assert {p.stance for p in found.positions if p.side == "VES"} == {Stance.DENIES, Stance.CONFIRMS}
    assert found.standing is Standing.CONCEDED


def test_two_holders_and_two_culprits_exclude_one_another() -> None:
    control = (said(BRIGADE, "control: Free Karsk Brigade"), said(ARMY, "control: Veslander army"))
    assert [f.standing.value for f in findings(*control) if f.kind is PropositionKind.CONTROL] == ["contested"] * 2
    blame = (said(BRIGADE, "responsibility: Vesland (artillery)"), said(ARMY, "responsibility: Free Karsk Brigade"))
    blamed = {f.value: f.standing.value for f in findings(*blame)}
    assert blamed == {None: "agreed", "Free Karsk Brigade": "contested", "Vesland (artillery)": "contested"}


def test_an_onlooker_with_a_pack_of_its_own_is_no_party_to_the_war() -> None:
    world = Conflict(
        "world",
        "Others",
        "1",
        (Side("SEA", "Seamark", ("XS",)),),
        (Party("sea", "Seamark", PartyKind.GOVERNMENT, "SEA"),),
    )
    onlooker = replace(said("Seamark", "occurred"), source=SourceAnswer("Seamark", "SEA"))
    claims = (*INCURSION, onlooker)
    event = Event("e1", "a title", CLASH, DOLMEN, DAY, tuple(c.id for c in claims))
    found = {f.kind.value: f for f in reconcile(event, claims, REPORTS, (), (PACK, world)).findings}
    assert found["occurred"].standing is Standing.CONCEDED
    assert found["control"].standing is Standing.CONTESTED


def test_who_names_no_holder_speaks_of_its_own_side_and_denies_the_enemy() -> None:
    found = findings(said(BRIGADE, "control"), said(ARMY, "control", Stance.DENIES))
    assert [(f.value, f.standing.value) for f in found if f.kind is PropositionKind.CONTROL] == [
        ("Karsk's side", "contested")
    ]


def test_the_reports_themselves_and_who_cannot_verify_decide_nothing() -> None:
    claims = (
        said(BRIGADE, "destroyed: 2 depots", event=STRIKE),
        said("narrator", "destroyed: 2 depots", Stance.DENIES, event=STRIKE),
        said(ARMY, "destroyed: 2 depots", Stance.CANNOT_VERIFY, event=STRIKE),
    )
    found = finding("destroyed", *claims)
    assert found.standing is Standing.SINGLE_SIDE
    assert {p.side: p.stance.value for p in found.positions} == {
        "KAR": "asserts",
        "VES": "cannot verify",
        "media": "denies",
    }
    alone = finding("destroyed", claims[1])
    assert alone.why == "No party spoke of it; the report itself (Valley Post) did."


def test_origins_count_roots_not_pages() -> None:
    quoted = [said(ARMY, "killed: 3", of=name) for name in "abc"]
    own = [said("narrator", "killed: 3", of=name) for name in "ac"]
    links = (ReprintLink("c", "a", 1.0),)
    (killed,) = [f for f in findings(*quoted, *own, reprints=links) if f.kind is PropositionKind.KILLED]
    assert position(killed, "VES").origins == (ARMY,)
    assert position(killed, "media").origins == ("Valley Post",)


def test_a_number_changed_in_a_reprint_is_no_revision() -> None:
    claims = (said(GOVERNOR, "killed: 3", at=1), said(GOVERNOR, "killed: 8", of="c", at=1))
    (killed,) = findings(*claims, reprints=(ReprintLink("c", "a", 1.0),))
    assert killed.value == "3"
    assert killed.why.endswith("A reprint gives 8 instead.")
    assert len(position(killed, "VES").claims) == 2


def test_losses_of_different_sides_and_things_are_different_propositions() -> None:
    claims = (
        said(BRIGADE, "killed: 20 soldiers", harmed=("VES",)),
        said(ARMY, "killed: 100 soldiers", harmed=("KAR",)),
        said(BRIGADE, "destroyed: 2 armoured vehicles"),
        said(ARMY, "destroyed: 5 tanks"),
    )
    assert [f.standing.value for f in findings(*claims) if f.kind is not PropositionKind.OCCURRED] == [
        "single side"
    ] * 4


def test_a_side_unknown_is_shown_and_decides_nothing() -> None:
    found = finding("occurred", said(BRIGADE, "occurred"), said("somebody", "occurred", Stance.DENIES))
    assert [p.side for p in found.positions] == ["KAR", "unknown"]
    assert found.standing is Standing.SINGLE_SIDE


def test_the_order_of_claims_does_not_matter() -> None:
    assert findings(*reversed(INCURSION)) == findings(*INCURSION)


def test_nobody_is_at_home_where_the_pack_knows_no_land() -> None:
    elsewhere = replace(DOLMEN, country="XX", admin1_code=None)
    claims = (said(BRIGADE, "occurred", place=elsewhere), said(ARMY, "occurred", place=elsewhere))
    assert finding("occurred", *claims, place=elsewhere).standing is Standing.AGREED
