"""Roots are counted, not pages. The war is invented."""

from dataclasses import replace

from counterclaim.reconciling.origins import counted, origins_of
from counterclaim.records.claim import Claim
from counterclaim.records.event import ReprintLink
from counterclaim.records.origin import OriginKind
from worlds.invented import DOLMEN, claim, report

DAY = "2031-05-06"
WORDS = "Shells struck several houses along the northern embankment before midnight."
OWN = "Residents of our district collected blankets and generators yesterday."
ARMY = "Veslander army"


def said(of: str, source: str, at: int = 0, passed_on: tuple[str, ...] = ()) -> Claim:
    made = claim(of, source, "occurred", DOLMEN, DAY, at=at)
    made = replace(made, end=at + len(WORDS) if at == 0 else at + len(OWN))
    return replace(made, source=replace(made.source, chain=passed_on))


def test_a_ministry_quoted_by_ten_agencies_is_one_origin() -> None:
    reports = [report(f"r{n}", WORDS, agency=f"Agency {n}", publisher=f"Paper {n}") for n in range(10)]
    (origin,) = origins_of([said(r.id, ARMY) for r in reports], reports)
    assert (origin.name, origin.kind, len(origin.reports)) == (ARMY, OriginKind.SOURCE, 10)
    assert str(origin.chains[3]) == f"Paper 3 ← Agency 3 ← {ARMY}"
    assert counted([origin]) == "10 reports, 1 origin"


def test_narrators_go_back_to_their_agency_else_to_their_publisher() -> None:
    reports = [
        report("a", WORDS, agency="Vesta", publisher="Valley Post"),
        report("b", WORDS, agency="Vesta", publisher="Coast Mail"),
        report("c", WORDS, publisher="Coast Mail"),
        report("d", WORDS),
    ]
    found = origins_of([said(r.id, "narrator") for r in reports], reports)
    assert [(o.name, o.kind.value, len(o.reports)) for o in found] == [
        ("Vesta", "agency", 2),
        ("Coast Mail", "publisher", 1),
        ("d.txt", "publisher", 1),
    ]
    assert counted(found) == "4 reports, 3 origins"


def test_a_reprint_has_the_root_of_what_it_repeats_and_its_own_for_what_it_adds() -> None:
    reports = [report("a", WORDS, publisher="Valley Post"), report("b", f"{WORDS} {OWN}", publisher="Coast Mail")]
    claims = [said("a", "narrator"), said("b", "narrator"), said("b", "narrator", at=len(WORDS) + 1)]
    found = origins_of(claims, reports, [ReprintLink("b", "a", 0.9)])
    assert [(o.name, len(o.chains)) for o in found] == [("Valley Post", 2), ("Coast Mail", 1)]
    assert str(found[0].chains[1]) == "Coast Mail ← Valley Post"


def test_in_a_translation_nothing_counts_as_added() -> None:
    reports = [report("a", WORDS, publisher="Valley Post"), replace(report("b", OWN, publisher="M"), language="fr")]
    (origin,) = origins_of([said("a", "narrator"), said("b", "narrator")], reports, [ReprintLink("b", "a", 0.9)])
    assert origin.name == "Valley Post"


def test_who_passed_it_on_stands_in_the_chain() -> None:
    (origin,) = origins_of([said("a", ARMY, passed_on=("Vesta",))], [report("a", WORDS, publisher="Valley Post")])
    assert origin.chains[0].steps == ("Valley Post", "Vesta", ARMY)
    assert origin.json()["chains"][0]["steps"] == ["Valley Post", "Vesta", ARMY]


def test_an_agency_that_is_quoted_is_the_root_of_its_own_copy_too() -> None:
    reports = [report("a", WORDS, agency="Vesta"), report("b", WORDS, publisher="Coast Mail")]
    assert len(origins_of([said("a", "narrator"), said("b", "Vesta")], reports)) == 1


def test_unnamed_officials_of_two_papers_may_be_two() -> None:
    reports = [report("a", WORDS, publisher="Valley Post"), report("b", WORDS, publisher="Coast Mail")]
    claims = [said("a", "officials"), said("b", "officials")]
    assert [o.name for o in origins_of(claims, reports)] == ["officials (Valley Post)", "officials (Coast Mail)"]
    assert len(origins_of(claims, reports, [ReprintLink("b", "a", 0.9)])) == 1
