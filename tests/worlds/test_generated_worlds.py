"""Generated worlds: they are made the same twice, say what their truth says, and the small one keeps its floors."""

import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
WORLDS = ROOT / "benchmarks" / "worlds"
MARKS = re.compile(r"[\[\]{}<>^‖]|\(\w+/")


@pytest.fixture(autouse=True)
def _worlds_are_modules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(WORLDS))


@pytest.fixture
def world() -> Any:
    from generate import generate

    return generate(7, 60)


def test_the_small_world_keeps_its_floors() -> None:
    command = [sys.executable, str(WORLDS / "run.py"), "--reports", "60", "--seed", "7", "--check"]
    ran = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env={"PYTHONPATH": "src"}, check=False)
    assert ran.returncode == 0, ran.stderr


def test_one_seed_makes_one_world(world: Any) -> None:
    from generate import generate

    assert generate(7, 60) == world
    assert generate(8, 60) != world
    assert len(world.reports) >= 60
    assert len({r.id for r in world.reports}) == len(world.reports)


def test_every_language_conflict_and_way_of_copying_comes() -> None:
    from generate import generate

    reports = generate(1, 500).reports
    assert {r.language for r in reports} == {"en", "uk", "ru", "fr", "de"}
    assert {r.stage for r in reports} == {"ru-ua", "sudan", "israel-gaza"}
    assert {r.how for r in reports} == {"own", "exact", "cut", "retitled", "translated"}
    assert {s.word.event.plot for r in reports for s in r.said} >= {"strike", "barracks", "village", "raid", "total"}


def test_texts_are_clean_and_claims_lie_in_them(world: Any) -> None:
    for printed in world.reports:
        assert not MARKS.search(printed.text), printed.text
        assert not re.search(r"  |\s[.,]|\.\.|None", printed.text), printed.text
        assert printed.said, "a report tells something"
        for said in printed.said:
            assert printed.text[said.start : said.end].strip(), (printed.id, said)


def test_a_reprint_says_what_its_original_says(world: Any) -> None:
    by_id = {r.id: r for r in world.reports}
    copies = [r for r in world.reports if r.root != r.id]
    assert copies
    for copy in copies:
        original = by_id[copy.root]
        assert original.root == original.id
        assert copy.published >= original.published
        words = [s.word for s in original.said]
        assert all(s.word in words for s in copy.said)
        assert (copy.language != original.language) == (copy.how == "translated")


def test_numbers_take_their_forms() -> None:
    from agreement import category

    assert [category(n, "uk") for n in (1, 2, 5, 11, 12, 21, 22, 25)] == [0, 1, 2, 2, 2, 0, 1, 2]
    assert [category(n, "de") for n in (1, 2, 21)] == [0, 1, 1]


def told(*words: Any) -> Any:
    """A report that tells these words, one claim a part."""
    from truth import Printed, Said

    said = tuple(Said(f"r{n}.{p}", w, p, 0, 1) for n, w in enumerate(words) for p in range(len(w.parts)))
    day = words[0].event.day
    return Printed("r", "ru-ua", "Meridian Wire", "en", day, "", "", said, "r")


def spoken_of(plot: str, seed: int, holder: str = "UA") -> Any:
    """What is said of one happening of that plot."""
    from random import Random

    from plots import spoken
    from stage import stages
    from truth import Happening

    stage = next(s for s in stages() if s.id == "ru-ua")
    happening = Happening("h", stage.id, plot, "Torske", date(2031, 3, 3), "RU", "UA", "drone", 3, 5, holder=holder)
    return spoken(happening, stage, Random(seed))


def village(answer: str) -> Any:
    """The words of a village that one side says it took, with that answer of the other."""
    holder = "RU" if answer == "taken" else "UA"
    every = (spoken_of("village", n, holder) for n in range(200))
    return next(words for words in every if words[-1].content == answer and words[1:])


@pytest.mark.parametrize(
    ("answer", "contested", "conceded"),
    [
        ("denies_taken", {"control"}, set()),
        ("holds", {"control"}, set()),
        ("repelled", {"control", "repelled"}, set()),
        ("taken", set(), {"control"}),
    ],
)
def test_the_truth_of_a_village_that_one_side_claims(answer: str, contested: set[str], conceded: set[str]) -> None:
    from expected import expected

    found = expected([told(*village(answer))])
    assert {kind.value for _, kind in found.contested} == contested
    assert {kind.value for _, kind in found.conceded} == conceded


def test_counts_are_in_dispute_only_where_they_cannot_meet() -> None:
    from expected import expected

    attacker, defender = next(words for n in range(99) if len(words := spoken_of("barracks", n)) == 2)

    def killed(mine: int, theirs: int) -> tuple[bool, bool]:
        words = replace(attacker, counts=(None, mine)), replace(defender, counts=(theirs,))
        found = expected([told(*words)])
        kinds = [{kind.value for _, kind in keys} for keys in (found.contested, found.conceded)]
        return "killed" in kinds[0], "killed" in kinds[1]

    assert killed(40, 3) == (True, False)
    assert killed(3, 3) == (False, True)


def test_one_event_for_all_and_one_for_each_are_both_wrong(world: Any) -> None:
    from as_records import claims_of
    from figures import Outcome, figures

    from counterclaim.records.event import Event
    from counterclaim.records.event_type import EventType

    claims = [c for r in world.reports for c in claims_of(r)]
    said = {s.id: s for r in world.reports for s in r.said}

    def events(groups: list[list[str]]) -> Any:
        made = [Event(f"e{n}", "", EventType.OTHER, None, None, tuple(ids)) for n, ids in enumerate(groups)]
        return figures(Outcome(world.reports, claims, said, (), made, ()))

    true: dict[str, list[str]] = {}
    for each in said.values():
        true.setdefault(each.word.event.id, []).append(each.id)
    assert events(list(true.values())).f1("events") == 1.0
    merged = events([[c.id for c in claims]])
    assert merged.ratios["events_recall"].value == 1.0
    assert (merged.ratios["events_precision"].value or 0) < 0.6
    assert events([[c.id] for c in claims]).ratios["events_recall"].value == 0.0
