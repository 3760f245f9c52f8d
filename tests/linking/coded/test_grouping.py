import numpy as np
import pytest

from counterclaim.evaluating.linking_measures import measures
from counterclaim.linking.coded.candidates import Pairs
from counterclaim.linking.coded.choosing import LOWEST, curve, threshold
from counterclaim.linking.coded.columns import Ints
from counterclaim.linking.coded.grouping import groups, joins


def grouped(scores: dict[tuple[int, int], float], reports: int, source: list[int] | None = None) -> list[int]:
    of = np.array(source or range(reports))
    return groups(reports, joins(of, pairs(scores), np.array(list(scores.values())), 0.0)).tolist()


def pairs(scores: dict[tuple[int, int], float]) -> Pairs:
    a, b = np.array(list(scores)).T
    return Pairs(a, b, np.zeros(len(a)))


def test_pairs_above_the_threshold_are_joined() -> None:
    assert grouped({(0, 1): 2.0, (1, 2): -1.0}, 4) == [0, 0, 2, 3]


def test_one_report_between_two_events_does_not_join_them() -> None:
    chain = {(0, 1): 3.0, (2, 3): 3.0, (1, 2): 2.0}
    assert grouped(chain, 4) == [0, 0, 2, 2]


def test_many_pairs_that_speak_for_outweigh_one_against() -> None:
    assert grouped({(0, 1): 3.0, (0, 2): 3.0, (1, 2): -1.0}, 3) == [0, 0, 0]


def test_a_source_that_tells_of_both_keeps_two_groups_apart() -> None:
    near = {(0, 1): 4.0, (2, 3): 4.0, (0, 2): 1.0, (0, 3): 1.0, (1, 2): 1.0, (1, 3): 1.0}
    assert grouped(near, 4) == [0, 0, 0, 0]
    assert grouped(near, 4, source=[7, 8, 9, 8]) == [0, 0, 2, 2]
    assert grouped({(0, 1): 4.0}, 2, source=[-1, -1]) == [0, 0], "an unknown source is no source in common"


def random_case(seed: int) -> tuple[dict[tuple[int, int], float], Ints]:
    draw = np.random.default_rng(seed)
    scores = {(i, j): float(draw.normal()) for i in range(14) for j in range(i + 1, 14) if draw.random() < 0.6}
    return scores, draw.integers(0, 6, 14)


def by_hand(scores: dict[tuple[int, int], float], reports: int, least: float) -> list[list[int]]:
    """The same by looking at all groups before each join."""
    found = [[i] for i in range(reports)]

    def mean(x: list[int], y: list[int]) -> float:
        return float(np.mean([scores.get((min(i, j), max(i, j)), -8.0) for i in x for j in y]))

    while True:
        tried = [(mean(x, y), x, y) for n, x in enumerate(found) for y in found[n + 1 :]]
        best, x, y = max(tried, key=lambda t: t[0])
        if best <= least:
            return sorted(sorted(g) for g in found)
        found = [g for g in found if g not in (x, y)] + [x + y]


@pytest.mark.parametrize("seed", range(8))
def test_joining_step_by_step_gives_what_comparing_all_groups_gives(seed: int) -> None:
    scores, _ = random_case(seed)
    of = grouped(scores, 14)
    assert sorted([i for i in range(14) if of[i] == g] for g in set(of)) == by_hand(scores, 14, 0.0)


def test_the_figures_along_the_joins_are_those_of_the_measures() -> None:
    scores, events = random_case(3)
    found = list(joins(np.arange(14), pairs(scores), np.array(list(scores.values())), LOWEST))
    for n, (_, worth) in enumerate(curve(events, found)):
        told = measures(events.tolist(), groups(14, iter(found[:n])).tolist())
        assert worth == pytest.approx(told["pairwise"]["f1"] + told["bcubed"]["f1"], abs=2e-4)


def test_the_threshold_lies_between_what_is_right_and_what_is_wrong() -> None:
    scores = {(0, 1): 2.5, (2, 3): 2.5, (1, 2): -2.5, (0, 2): -2.5, (0, 3): -2.5, (1, 3): -2.5}
    found = joins(np.arange(4), pairs(scores), np.array(list(scores.values())), LOWEST)
    assert -2.5 < threshold(np.array([0, 0, 1, 1]), found) < 2.5
