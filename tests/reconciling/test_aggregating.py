"""What each rule makes of the counts, and how far the choice of a rule matters."""

from typing import Any

import pytest
from two_sides import PACK, Case, exchanged, world

from counterclaim.reconciling.aggregating import aggregate
from counterclaim.reconciling.reconcile import desk_of
from counterclaim.records.aggregate import Aggregate, Aggregation


def told(by: str, value: str, **known: Any) -> dict[str, Any]:
    return {"by": by, "says": f"killed: {value}", "harmed": ["VES"], **known}


def views(*claims: dict[str, Any], reprints: tuple[tuple[str, str], ...] = ()) -> Aggregate | None:
    there = world({"place": "Dolmen", "claims": claims, "reprints": reprints})
    (finding,) = [f for f in there.reconciled().findings if f.kind == "killed"]
    desk = desk_of(there.reports, there.reprints, (PACK,))
    return aggregate(finding, {c.id: c for c in there.claims}, desk)


def numbers(found: Aggregate | None, rule: Aggregation) -> list[tuple[int | None, int | None, int | None]]:
    assert found is not None
    return [(e.low, e.best, e.high) for e in found.of(rule)]


TOLD = (
    told("Vesland governor", "12"),
    told("Vesland governor", "12", publisher="Mail"),
    told("UN mission", "12", side="UN"),
    told("Karsk army", ">=40"),
    told("narrator", "dozens", publisher="Valley Post"),
)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (Aggregation.ACLED, [(12, 12, 12)]),
        (Aggregation.UCDP, [(12, 12, 99)]),
        (Aggregation.RANGE, [(12, None, None)]),
        (Aggregation.MAJORITY, [(None, None, None)]),
        (Aggregation.SIDE, [(12, 12, 12), (12, 12, 12), (40, 40, None), (20, 20, 99)]),
    ],
)
def test_each_rule_has_its_own_number(rule: Aggregation, expected: list[tuple[int, int, int]]) -> None:
    assert numbers(views(*TOLD), rule) == expected


def test_a_view_names_the_claims_that_it_rests_on() -> None:
    found = views(*TOLD)
    assert found is not None
    assert [e.claims for e in found.of(Aggregation.ACLED)] == [("c0", "c1", "c2")]
    assert [e.side for e in found.of(Aggregation.SIDE)] == ["VES", "UN", "KAR", "media"]


def test_ten_pages_of_one_ministry_make_no_majority() -> None:
    pages = [told("Vesland ministry", "3", publisher=f"Paper {n}") for n in range(10)]
    others = [told("Karsk army", "9"), told("UN mission", "9", side="UN")]
    assert numbers(views(*pages, *others), Aggregation.MAJORITY) == [(9, 9, 9)]
    assert numbers(views(*pages, *others), Aggregation.UCDP) == [(3, 9, 9)]


def test_a_number_counts_for_an_origin_whose_range_holds_it() -> None:
    found = views(told("Vesland ministry", ">=3"), told("Karsk army", "5"))
    assert numbers(found, Aggregation.MAJORITY) == [(5, 5, 5)]
    found = views(told("Vesland ministry", "3"), told("Karsk army", "5"))
    assert numbers(found, Aggregation.MAJORITY) == [(None, None, None)]


def test_a_revised_number_no_longer_counts() -> None:
    found = views(told("Vesland governor", "3"), told("Vesland governor", "8", day="2031-05-08"))
    assert numbers(found, Aggregation.RANGE) == [(8, None, 8)]
    assert numbers(found, Aggregation.ACLED) == [(8, 8, 8)]


def test_a_number_changed_in_a_reprint_counts_for_divergence_only() -> None:
    found = views(told("Vesland governor", "3", of="a"), told("Vesland governor", "8", of="b"), reprints=(("b", "a"),))
    assert numbers(found, Aggregation.RANGE) == [(3, None, 3)]
    assert found is not None
    assert (found.divergence.reports, found.divergence.origins, found.divergence.score) == (2, 1, 1)


def test_a_part_stays_out() -> None:
    found = views(told("Vesland governor", "5 people"), told("Vesland governor", "3 civilians"))
    assert numbers(found, Aggregation.ACLED) == [(5, 5, 5)]
    assert found is not None
    assert found.parts == ("c1",)


def test_vague_words_are_what_acled_takes_them_for() -> None:
    there = world({"place": "Dolmen", "claims": [told("Vesland governor", "dozens")]})
    assert numbers(views(told("Vesland governor", "dozens")), Aggregation.ACLED) == [(20, 20, 20)]
    from dataclasses import replace

    from counterclaim.records.claim import Quantity

    claim = replace(there.claims[0], quantities=(Quantity("killed", 12, None, None, 0, 1),))
    (finding,) = [f for f in there.reconciled().findings if f.kind == "killed"]
    found = aggregate(finding, {claim.id: claim}, desk_of(there.reports))
    assert numbers(found, Aggregation.ACLED) == [(12, 12, 12)]


def test_up_to_bounds_from_above_only() -> None:
    found = views(told("Karsk army", "<=50"))
    assert numbers(found, Aggregation.ACLED) == [(None, None, None)]
    assert numbers(found, Aggregation.UCDP) == [(None, None, 50)]
    assert numbers(found, Aggregation.RANGE) == [(0, None, 50)]


def test_denials_and_counts_never_given_make_no_view() -> None:
    assert views(told("Karsk army", "40", stance="denies")) is None
    there: Case = {"place": "Dolmen", "claims": [{"by": "Karsk army", "says": "killed"}]}
    (finding,) = [f for f in world(there).reconciled().findings if f.kind == "killed"]
    assert aggregate(finding, {c.id: c for c in world(there).claims}, desk_of(world(there).reports)) is None


def test_divergence_is_as_defined() -> None:
    """The figures by hand: counts 12, 12, 12, 40, 20 of five reports."""
    found = views(*TOLD)
    assert found is not None
    divergence = found.divergence
    assert (divergence.reports, divergence.origins, divergence.distinct, divergence.score) == (5, 4, 3, 2)
    assert (divergence.normalised, divergence.modal, divergence.range) == (0.5, 0.6, 28)
    assert divergence.sd == pytest.approx(12.133, abs=0.001)
    assert divergence.spread == 28


def test_one_report_diverges_from_nothing() -> None:
    found = views(told("Karsk army", "40"))
    assert found is not None
    assert (found.divergence.score, found.divergence.normalised, found.divergence.sd) == (0, None, None)
    assert found.divergence.spread == 0


def test_exchanging_the_sides_changes_no_number() -> None:
    there = {"place": "Dolmen", "claims": TOLD}
    other = world(exchanged(there))
    (finding,) = [f for f in other.reconciled().findings if f.kind == "killed"]
    mirrored = aggregate(finding, {c.id: c for c in other.claims}, desk_of(other.reports, (), (PACK,)))
    for rule in Aggregation:
        assert numbers(mirrored, rule) == numbers(views(*TOLD), rule)
