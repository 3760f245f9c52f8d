import pytest

from counterclaim.records.report import Report
from counterclaim.records.when import TimeExpression
from counterclaim.resolving.when import find_times


def times(text: str, published: str | None, language: str = "en") -> tuple[TimeExpression, ...]:
    return find_times(Report("r", text, "a", language=language, published=published), ())


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "DOLMEN, May 7 (Agency) - Shells fell on Tuesday."),
        ("uk", "ДОЛМЕН, 7 травня (Агентство) — Снаряди впали у вівторок."),
        ("ru", "ДОЛМЕН, 7 мая (Агентство) — Снаряды упали во вторник."),
        ("fr", "DOLMEN, 7 mai (Agence) - Des obus sont tombés mardi."),
        ("de", "DOLMEN, 7. Mai (Agentur) - Am Dienstag fielen Granaten."),
    ],
)
def test_a_redated_page_is_read_by_its_dateline(language: str, text: str) -> None:
    found = times(text, "2031-06-20", language)
    assert found[0].rule == "dateline"
    assert found[-1].edtf == "2031-05-06"
    assert found[-1].anchor == "2031-05-07"


def test_a_dateline_of_the_same_days_changes_nothing() -> None:
    found = times("DOLMEN, May 6 (Agency) - Shells fell on Tuesday.", "2031-05-07")
    assert [t.rule for t in found] == ["date", "date"]
    assert found[-1].anchor == "2031-05-07"


def test_a_report_without_a_day_has_its_datelines() -> None:
    found = times("DOLMEN, May 7, 2031 (Agency) - Shells fell on Tuesday.", None)
    assert found[-1].edtf == "2031-05-06"


@pytest.mark.parametrize(
    "text", ["DOLMEN, May 7 (Agency) - Shells fell on Tuesday.", "On May 7 (a holiday) shells fell on Tuesday."]
)
def test_nothing_is_made_up_without_a_year(text: str) -> None:
    assert [t.edtf for t in times(text, None)] == [None, None]


def test_a_weekday_proves_the_year_of_its_date() -> None:
    # 14 March was a Thursday in 2024, not in 2023 or 2025.
    (_, found) = times("The war began in 2023. On Thursday, March 14, shells fell.", None)
    assert found.edtf == "2024-03-14"
    (old,) = times("On Thursday, March 14, shells fell.", "2026-06-20")
    assert old.edtf == "2024-03-14"


def test_a_slip_in_the_weekday_of_fresh_news_moves_no_year() -> None:
    # 14 March 2026 was a Saturday.
    (fresh,) = times("On Thursday, March 14, shells fell.", "2026-03-16")
    assert fresh.edtf == "2026-03-14"
