from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations

import numpy as np
import pytest

from counterclaim.linking.coded.candidates import ADJOINING_DAYS, FAR_KM, candidates, distance
from counterclaim.linking.coded.columns import columns
from counterclaim.linking.coded.report import CodedReport
from linking.coded.invented import ELSEWHERE, MARCH, RETOLD, invented


def paired(*reports: CodedReport) -> set[tuple[int, int]]:
    found = candidates(columns(reports))
    return set(zip(found.a.tolist(), found.b.tolist(), strict=True))


def test_reports_of_one_place_and_day_are_candidates_and_others_are_not() -> None:
    assert paired(MARCH, RETOLD, ELSEWHERE) == {(0, 1)}
    assert paired(MARCH, replace(RETOLD, election="Sample-2036")) == set()
    assert paired(MARCH, replace(RETOLD, country="Another")) == set()


def test_days_may_overlap_or_adjoin() -> None:
    def later(days: int) -> CodedReport:
        first = date(2031, 5, 4) + timedelta(days=days)
        return replace(RETOLD, first=first, last=first + timedelta(days=9))

    assert paired(MARCH, later(1)) == {(0, 1)}
    assert paired(MARCH, later(2)) == set()
    assert paired(later(2), replace(MARCH, first=date(2031, 5, 1), last=date(2031, 5, 7))) == {(0, 1)}


def test_an_unknown_place_may_be_any_but_an_unknown_day_is_none() -> None:
    assert paired(MARCH, replace(ELSEWHERE, lat=None, lon=None)) == {(0, 1)}
    assert paired(MARCH, replace(RETOLD, first=None, last=None)) == set()
    assert paired(replace(MARCH, first=None, last=None)) == set()
    assert paired() == set()


def test_look_up_by_time_finds_what_comparing_all_with_all_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("counterclaim.linking.coded.candidates._AT_ONCE", 50)
    reports, _ = invented(60)
    of = columns(reports)
    wanted = set()
    for i, j in combinations(range(len(reports)), 2):
        x, y = reports[i], reports[j]
        assert None not in (x.first, x.last, y.first, y.last)
        apart = max((x.first - y.last).days, (y.first - x.last).days)
        near = distance(of, np.array([i]), np.array([j]))[0] <= FAR_KM
        if x.election == y.election and apart <= ADJOINING_DAYS and near:
            wanted.add((i, j))
    assert paired(*reports) == wanted
    assert len(wanted) > 100


def test_distance_is_in_km() -> None:
    of = columns([replace(MARCH, lat=52.52, lon=13.405), replace(MARCH, lat=48.137, lon=11.575)])
    assert distance(of, np.array([0]), np.array([1]))[0] == pytest.approx(504, abs=2)
