import datetime as dt

import pytest

from counterclaim.records.report import Report
from counterclaim.resolving.when import find_times
from counterclaim.resolving.when.holidays import holiday


@pytest.mark.parametrize(
    ("year", "western", "orthodox"),
    [
        (2000, "2000-04-23", "2000-04-30"),
        (2019, "2019-04-21", "2019-04-28"),
        (2024, "2024-03-31", "2024-05-05"),
        (2025, "2025-04-20", "2025-04-20"),
        # Behind 2099 the calendars lie 14 days apart.
        (2101, "2101-04-17", "2101-04-24"),
    ],
)
def test_easter(year: int, western: str, orthodox: str) -> None:
    assert holiday("easter", year).isoformat() == western
    assert holiday("orthodox", year).isoformat() == orthodox


@pytest.mark.parametrize("year", range(1990, 2040))
def test_easter_is_a_sunday_of_spring(year: int) -> None:
    for day in (holiday("easter", year), holiday("orthodox", year)):
        assert day.weekday() == 6
        assert dt.date(year, 3, 22) <= day <= dt.date(year, 5, 8)


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ("12-25", "2024-12-25"),
        ("11-3-4", "2024-11-28"),
        ("5-0-l", "2024-05-27"),
        ("9-0-1", "2024-09-02"),
        ("11-0-1+1", "2024-11-05"),
        ("easter~2", "2024-03-29"),
        ("easter+1", "2024-04-01"),
    ],
)
def test_rules(rule: str, day: str) -> None:
    assert holiday(rule, 2024).isoformat() == day


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("en", "It fell on Christmas Day.", "2030-12-25"),
        ("en", "It fell on Good Friday.", "2031-04-11"),
        ("uk", "Снаряд упав на Великдень.", "2031-04-13"),
        ("ru", "Снаряд упал на Пасху.", "2031-04-13"),
        ("fr", "Un obus est tombé à Noël.", "2030-12-25"),
        ("fr", "Un obus est tombé avant Pâques.", "2031-04-13"),
        ("de", "Eine Granate fiel an Ostern.", "2031-04-13"),
    ],
)
def test_feasts_in_a_text(language: str, text: str, edtf: str) -> None:
    report = Report("r", text, "a", language=language, published="2031-05-07")
    assert [t.edtf for t in find_times(report, ())] == [edtf]
