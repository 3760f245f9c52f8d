"""The declared tables hold together."""

import pytest

from counterclaim.reconciling import implications
from counterclaim.reconciling.implications import Part, exclusive
from counterclaim.reconciling.implications import implications as table
from counterclaim.reconciling.scopes import _rows, _things, _wider, narrower
from counterclaim.records.event_type import PropositionKind as Kind


def test_every_row_has_a_reason_that_can_be_printed_after_because() -> None:
    for because in (*(rule.because for rule in table()), *exclusive().values()):
        assert because[0].islower()
        assert because[-1] not in ".,;"


def test_no_row_stands_twice_and_none_implies_itself() -> None:
    heads = [(r.kind, r.part, r.polarity, r.then_kind, r.then_part) for r in table()]
    assert len(set(heads)) == len(heads)
    assert all((r.kind, r.part) != (r.then_kind, r.then_part) for r in table())


def test_whose_it_is_is_only_asked_of_what_is_somebody_s() -> None:
    held = {Kind.CONTROL, Kind.RESPONSIBILITY, Kind.REPELLED}
    for rule in table():
        assert rule.part is Part.NOBODY or rule.kind in held
        assert rule.then_part is not Part.ATTACKER or rule.then_kind in held


@pytest.mark.parametrize(
    "row",
    [
        {"if": {"kind": "control", "is": "holds", "off": "x"}, "then": {"kind": "occurred", "is": "holds"}},
        {"if": {"kind": "control", "is": "perhaps"}, "then": {"kind": "occurred", "is": "holds"}},
        {"if": {"kind": "conquest", "is": "holds"}, "then": {"kind": "occurred", "is": "holds"}},
        {"if": {"kind": "control", "is": "holds", "of": "each"}, "then": {"kind": "occurred", "is": "holds"}},
    ],
)
def test_a_row_that_the_table_cannot_say_is_an_error(row: dict[str, dict[str, str]]) -> None:
    with pytest.raises((ValueError, KeyError)):
        list(implications._rules({**row, "because": "so"}))


def test_every_class_is_part_of_known_classes_and_of_none_twice() -> None:
    names = [row["id"] for row in _rows()]
    assert len(set(names)) == len(names)
    for row in _rows():
        assert set(row["within"]) <= set(names)
        assert row["id"] not in _wider()[row["id"]]


@pytest.mark.parametrize(
    ("words", "thing"),
    [
        ("2 tanks", "tanks"),
        ("7 танков", "tanks"),
        ("5 бронемашин", "armour"),
        ("1 blindé russe", "armour"),
        ("58 беспилотниках", "drones"),
        ("25 українських безпілотників", "drones"),
        ("drei Drohnen", "drones"),
        ("несколько домов", "homes"),
        ("10 rockets", "missiles"),
        ("2 мирных жителя", "civilians"),
        ("15 человек", "people"),
    ],
)
def test_a_thing_is_known_in_every_language(words: str, thing: str) -> None:
    assert set(_things(words)) == {thing}


def test_a_tanker_is_no_tank() -> None:
    assert "tanks" not in set(_things("1 oil tanker"))
    assert narrower(frozenset({"tanks"}), frozenset({"vehicles"}))
    assert not narrower(frozenset({"vehicles"}), frozenset({"tanks"}))
