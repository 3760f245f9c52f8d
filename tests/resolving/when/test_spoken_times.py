"""Times as people and newscasts tell them: clocks with zones, names that only sound like days, weeks of months."""

import pytest

from counterclaim.records.report import Report
from counterclaim.resolving.when import find_times

# 1998-02-13 is a Friday.
PUBLISHED = "1998-02-13"


def found(text: str, language: str = "en", published: str = PUBLISHED) -> list[tuple[str | None, str | None]]:
    report = Report("r", text, "a", language=language, published=published)
    return [(t.timex, t.edtf) for t in find_times(report, ())]


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("The truce ends at 5 p.m. EST, Nov. 6.", "1998-11-06T17:00"),
        ("The ceasefire expires at midnight EST Friday.", "1998-02-13T24:00"),
        ("The deadline passed at 7 a.m. CET, Feb. 3.", "1998-02-03T07:00"),
        ("At six o'clock this evening the guns fell silent.", "1998-02-13T18:00"),
        ("It passed in the early morning hours of Thursday.", "1998-02-12TMO"),
        ("Shells fell the day before yesterday.", "1998-02-11"),
        ("Talks resume the day after tomorrow.", "1998-02-15"),
        ("Prices have risen since year-end.", "1997-12-31"),
        ("It came in the last quarter of last year.", "1997-Q4"),
        ("They will one day return.", "FUTURE_REF"),
        ("He left the other day.", "PAST_REF"),
        ("The siege lasted an hour and a half.", "PT1H30M"),
        ("It has been quiet for the past hour.", "PT1H"),
        ("The war began in '94.", "1994"),
        ("The envoys meet again Monday in London.", "1998-02-16"),
        ("The president travels to the front on Thursday.", "1998-02-19"),
        ("The ministry expects a rise in the spring.", "1998-SP"),
    ],
)
def test_what_is_told(text: str, timex: str) -> None:
    assert [value for value, _ in found(text)] == [timex]


@pytest.mark.parametrize(
    "text",
    [
        "He wrote it for USA Today.",
        'The minister told ABC\'s "This Week" that it was over.',
        "The general denied it on the Today show.",
        "This is VOA Today.",
    ],
)
def test_names_of_programmes_are_no_times(text: str) -> None:
    assert found(text) == []


def test_a_forecast_speaks_of_the_quarter_to_come_unless_the_last_is_unreported() -> None:
    told = "Output will fall in the first quarter."
    assert found(told, published="1998-11-13") == [("1999-Q1", "1999-01-01/1999-03-31")]
    assert found("Output will fall in the third quarter.", published="1998-11-13")[0][0] == "1998-Q3"


def test_an_apposition_is_the_same_day() -> None:
    told = found("They met on Feb. 10, the day before the strike.")
    assert [day for _, day in told] == ["1998-02-10", "1998-02-10"]


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("en", "It was hit in the first week of January.", "1998-01-01/1998-01-07"),
        ("en", "It was hit in the last week of January.", "1998-01-25/1998-01-31"),
        ("en", "It was hit in the second week of June 1997.", "1997-06-08/1997-06-14"),
        ("fr", "Elle fut touchée la dernière semaine de janvier.", "1998-01-25/1998-01-31"),
        ("fr", "Elle fut touchée la première semaine de janvier.", "1998-01-01/1998-01-07"),
        ("fr", "Elle fut touchée avant-hier.", "1998-02-11"),
        ("fr", "Elle rouvre après-demain.", "1998-02-15"),
        ("de", "Sie wurde in der letzten Woche im Januar getroffen.", "1998-01-25/1998-01-31"),
        ("de", "Sie wurde in der ersten Woche im Januar getroffen.", "1998-01-01/1998-01-07"),
    ],
)
def test_weeks_of_months_and_days_but_one(language: str, text: str, edtf: str) -> None:
    assert [day for _, day in found(text, language)] == [edtf]
