import tomllib
from dataclasses import replace

import numpy as np
import pytest

from counterclaim.linking.coded.features import FEATURES
from counterclaim.linking.coded.learning import SIGNS, fit, learn
from counterclaim.linking.coded.link import compare, link
from counterclaim.linking.coded.weights import Weights, from_toml, marks_of, shipped, to_toml
from linking.coded.invented import invented


def test_weights_find_the_odds_that_made_the_data() -> None:
    draw = np.random.default_rng(5)
    x = draw.normal(size=(20000, 3)) * [1.0, 10.0, 0.1]
    odds = x @ [1.5, -0.2, 8.0] - 1.0
    linked = draw.random(20000) < 1 / (1 + np.exp(-odds))
    w, bias = fit(x, linked, np.zeros(3, dtype=int), penalty=0.01)
    assert w == pytest.approx([1.5, -0.2, 8.0], rel=0.08)
    assert bias == pytest.approx(-1.0, abs=0.08)


def test_a_weight_never_speaks_the_wrong_way() -> None:
    draw = np.random.default_rng(6)
    x = draw.normal(size=(4000, 2))
    linked = draw.random(4000) < 1 / (1 + np.exp(-(x @ [1.0, -1.0])))
    w, _ = fit(x, linked, np.array([-1, -1]))
    assert w[0] == 0
    alone, _ = fit(x[:, 1:], linked, np.array([-1]))
    assert w[1] == pytest.approx(alone[0], rel=1e-3), "what is held at nothing leaves the rest as if it were not there"


def test_learnt_weights_link_reports_that_they_have_not_seen() -> None:
    reports, events = invented(300)
    weights = learn(compare(reports), np.array(events))
    others, theirs = invented(200, seed=9)
    said = link(others, weights)
    same = [(i, j) for i in range(len(theirs)) for j in range(i) if theirs[i] == theirs[j]]
    made = [(i, j) for i in range(len(theirs)) for j in range(i) if said[i] == said[j]]
    right = len(set(same) & set(made))
    assert right / len(same) > 0.6
    assert right / len(made) > 0.6
    assert all(w * s >= 0 for w, s in zip(weights.of, SIGNS, strict=True))


def test_events_that_are_left_out_teach_nothing() -> None:
    reports, events = invented(300)
    compared, held = compare(reports), np.array(events)
    held[held % 2 == 0] = -1
    learnt = learn(compared, held)
    wrong = held.copy()
    wrong[held == -1] = -1
    assert learn(compared, wrong) == learnt
    assert learn(compared, np.array(events)) != learnt


def test_too_little_to_learn_from_is_told() -> None:
    reports, events = invented(5)
    with pytest.raises(ValueError, match="to learn from"):
        learn(compare(reports), np.array(events))
    with pytest.raises(ValueError, match="alike"):
        fit(np.zeros((3, 1)), np.array([True, True, True]), np.zeros(1, dtype=int))


def test_weights_are_written_and_read_again() -> None:
    reports, _ = invented(5)
    weights = Weights(tuple(i / 4 for i in range(len(FEATURES))), -1.5, 0.25, marks_of(reports))
    text = to_toml(weights, {"data": "invented", "reports": 5})
    assert from_toml(tomllib.loads(text)) == weights
    assert FEATURES[3].told in text


def test_weights_of_other_features_are_refused() -> None:
    data = {"weights": {"colour": 1.0}, "bias": 0.0, "threshold": 0.0, "learned_from": {"marks": []}}
    with pytest.raises(ValueError, match=r"training/linking\.py"):
        from_toml(data)


def test_the_weights_that_ship_are_of_these_features_and_go_the_declared_way() -> None:
    weights = shipped()
    assert any(weights.of)
    assert all(w * f.sign >= 0 for w, f in zip(weights.of, FEATURES, strict=True))


def test_weights_know_the_reports_that_they_were_learnt_from() -> None:
    reports, _ = invented(60)
    weights = replace(shipped(), marks=marks_of(reports))
    assert weights.knows(reports)
    assert weights.knows([replace(r, election="") for r in reports[: len(reports) * 9 // 10]])
    assert not weights.knows([replace(r, source=f"Another {r.source}") for r in reports])
    assert not replace(weights, marks=frozenset()).knows(reports)
