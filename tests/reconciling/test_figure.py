"""Counts as ranges."""

import pytest

from counterclaim.records.figure import Figure, parse


@pytest.mark.parametrize(
    ("value", "figure"),
    [
        ("40", Figure(40, 40)),
        (">=40", Figure(40, None)),
        (">40", Figure(41, None)),
        ("<5", Figure(0, 4)),
        ("200-300", Figure(200, 300)),
        ("1,200 shells", Figure(1200, 1200)),
        ("2 armoured vehicles", Figure(2, 2)),
        ("0", Figure(0, 0)),
        ("dozens", Figure(20, 99)),
        ("~10", Figure(8, 12)),
        ("depots", None),
        (None, None),
        ("", None),
    ],
)
def test_value_as_range(value: str | None, figure: Figure | None) -> None:
    assert parse(value) == figure


@pytest.mark.parametrize(
    ("a", "b", "meet"),
    [(">=12", "40", True), ("40", "41", False), ("dozens", "24", True), ("0", ">0", False), (">5", "<5", False)],
)
def test_ranges_meet(a: str, b: str, meet: bool) -> None:
    one, other = parse(a), parse(b)
    assert one is not None
    assert other is not None
    assert one.meets(other) is other.meets(one) is meet
