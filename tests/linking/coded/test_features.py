from dataclasses import fields, replace

import numpy as np
import pytest

from counterclaim.linking.coded.features import FAMILIES, FEATURES
from counterclaim.linking.coded.link import compare, link, reasons
from counterclaim.linking.coded.report import CodedReport, Toll
from counterclaim.linking.coded.weights import shipped
from linking.coded.invented import CROWD, MARCH, POLICE, RETOLD, invented


def values(a: CodedReport, b: CodedReport) -> dict[str, float]:
    compared = compare([a, b])
    assert len(compared.pairs) == 1
    return dict(zip((f.name for f in FEATURES), compared.values[0].tolist(), strict=True))


def test_every_feature_has_a_name_of_its_own_and_a_sentence() -> None:
    assert len({f.name for f in FEATURES}) == len(FEATURES)
    assert all(f.told.format(x=0.5).endswith(".") for f in FEATURES)
    assert sum(map(len, FAMILIES.values())) == len(FEATURES)


def test_a_report_has_no_ids() -> None:
    assert not [f.name for f in fields(CodedReport) if "id" in f.name.split("_")]


def test_what_two_reports_share_is_seen() -> None:
    found = values(MARCH, RETOLD)
    assert found["same_day"] == found["same_town"] == 1
    assert found["km_apart"] == 0
    assert 0 < found["actors_share"] < 1, "one of two actors is in both"
    assert found["violence_shared"] == 1
    assert (found["deaths_same"], found["deaths_meet"]) == (0, 1)
    assert found["injuries_same"] == 1
    assert found["same_source"] == found["same_author"] == 0


def test_what_sets_them_apart_is_seen() -> None:
    other = replace(
        MARCH, location="bus depot", target="Peacekeepers", deaths=Toll(0, 0, 0), actors=(POLICE,), damage=True
    )
    found = values(replace(MARCH, actors=(CROWD,)), other)
    assert found["location_differ"] == found["target_differs"] == found["actors_differ"] == found["damage_one"] == 1
    assert found["deaths_one"] == 1
    assert found["deaths_one_many"] == pytest.approx(np.log(3))
    assert found["same_source"] == 1


def test_codes_for_not_known_are_shared_by_nobody() -> None:
    vague = replace(MARCH, target="Unknown", context="Other context", actors=(replace(POLICE, name="Unknown actor"),))
    found = values(vague, vague)
    assert found["target_unknown"] == found["context_unknown"] == found["actors_unknown"] == 1
    assert found["target_same"] == found["actors_shared"] == 0


def test_nothing_known_gives_numbers_still() -> None:
    bare = CodedReport(first=MARCH.first, last=MARCH.last)
    assert np.isfinite(compare([bare, bare, MARCH, replace(bare, deaths=Toll(3, None, None))]).values).all()


def test_which_report_comes_first_changes_nothing() -> None:
    reports, _ = invented(40)
    forth, back = compare(reports), compare(reports[::-1])
    last = len(reports) - 1
    seen = {(last - b, last - a): row for a, b, row in zip(back.pairs.a, back.pairs.b, back.values, strict=True)}
    assert len(forth.pairs) == len(seen)
    for a, b, row in zip(forth.pairs.a, forth.pairs.b, forth.values, strict=True):
        assert row == pytest.approx(seen[a, b])


def test_exchanging_the_names_of_the_sides_changes_nothing() -> None:
    reports, _ = invented(60)
    names = {POLICE.name: CROWD.name, CROWD.name: POLICE.name}
    swapped = [replace(r, actors=tuple(replace(x, name=names[x.name]) for x in r.actors)) for r in reports]
    assert (compare(reports).values == compare(swapped).values).all()
    assert (link(reports, shipped()) == link(swapped, shipped())).all()


def test_reasons_are_sentences_and_the_weightiest_comes_first() -> None:
    compared = compare([MARCH, RETOLD])
    told = reasons(compared, 0, shipped())
    assert "The count of injuries is the same." in {r.told for r in told}
    assert [abs(r.weight) for r in told] == sorted((abs(r.weight) for r in told), reverse=True)
    assert all("{" not in r.told for r in told)


def test_one_event_told_twice_is_linked_and_another_is_not() -> None:
    later = replace(MARCH, first=MARCH.published, last=MARCH.published, location="bus depot", deaths=Toll(0, 0, 0))
    groups = link([MARCH, RETOLD, later], shipped()).tolist()
    assert groups == [0, 0, 2]
