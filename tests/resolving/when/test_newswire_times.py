"""How English newswire tells time: quarters, fiscal years, bare years, tense, numbers in words, feast days."""

import pytest

from counterclaim.records.report import Report
from counterclaim.records.when import TimeExpression, TimeKind
from counterclaim.resolving.when import find_times

# 2031-05-07 is a Wednesday.
PUBLISHED = "2031-05-07"


def times(text: str, published: str | None = PUBLISHED, language: str = "en") -> tuple[TimeExpression, ...]:
    return find_times(Report("r", text, "a", language=language, published=published), ())


def values(text: str, published: str | None = PUBLISHED, language: str = "en") -> list[tuple[str, str | None]]:
    return [(text[t.start : t.end], t.timex) for t in times(text, published, language)]


@pytest.mark.parametrize(
    ("text", "phrase", "value"),
    [
        ("Profit rose in the latest quarter.", "the latest quarter", "2031-Q1"),
        ("Profit for the quarter fell.", "the quarter", "2031-Q1"),
        ("In the year-earlier period it lost money.", "the year-earlier period", "2030"),
        ("It sold more in the same quarter last year.", "the same quarter last year", "2030-Q1"),
        ("The mill earned nothing in the 2029 quarter.", "the 2029 quarter", "2029-Q1"),
        ("It expects a loss for the fiscal year.", "the fiscal year", "2031"),
        ("Sales fell for the year ended June 30.", "the year", "P1Y"),
        ("The deal closes by year-end.", "year-end", "2031-12-31"),
        ("The yards date from the 1990s.", "the 1990s", "199"),
        ("It was his home for the past decade.", "the past decade", "P10Y"),
        ("Prices rose in recent months.", "recent months", "PXM"),
        ("They waited for two and a half years.", "two and a half years", "P2Y6M"),
        ("They waited for 3 1/2 years.", "3 1/2 years", "P3Y6M"),
        ("It takes two to three weeks.", "two to three weeks", "PXW"),
        ("They rested for half an hour.", "half an hour", "PT30M"),
        ("It began at noon.", "noon", "2031-05-07T12:00"),
        ("It began at midnight Tuesday.", "midnight Tuesday", "2031-05-06T24:00"),
        ("It began at 0630 GMT.", "0630 GMT", "2031-05-07T06:30"),
        ("The temple fell in 480 B.C. to fire.", "480 B.C.", "BC0480"),
        ("The clash of the nineteen ninety-seven season.", "nineteen ninety-seven", "1997"),
        ("They met on January twenty-eighth.", "January twenty-eighth", "2031-01-28"),
        ("It ran for one hundred and five days.", "one hundred and five days", "P105D"),
    ],
)
def test_values(text: str, phrase: str, value: str) -> None:
    assert (phrase, value) in values(text)


def test_a_year_ago_beside_a_quarter_is_that_quarter_a_year_earlier() -> None:
    text = "Profit rose in the third quarter of 2030. It had lost money a year ago."
    assert values(text)[1] == ("a year ago", "2029-Q3")
    assert values("It had lost money a year ago.") == [("a year ago", "2030")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The envoy said on Tuesday that the talks could fail.", "2031-05-06"),
        ("The envoy said the talks will open on Tuesday.", "2031-05-13"),
        ("On Tuesday, the league plans to hold a vote.", "2031-05-13"),
        ("The post will be closed on Tuesday.", "2031-05-13"),
        ("They planned a march on Tuesday.", "2031-05-13"),
        ("It is open for the year ended March 31.", "2031-03-31"),
        ("It lost money in the year ended Nov. 30.", "2030-11-30"),
        ("Loans through September.", "2031-09"),
        ("They met in September.", "2030-09"),
    ],
)
def test_the_nearest_verb_tells_past_from_future(text: str, value: str) -> None:
    assert value in [v for _, v in values(text)]


@pytest.mark.parametrize(
    "text",
    [
        "They came as soon as they could.",
        "It took 2000 soldiers to hold it.",
        "The second shell fell short.",
        "He paid $1999 for it.",
        "Three quarters of the town burned.",
    ],
)
def test_words_that_only_look_like_times(text: str) -> None:
    assert times(text) == ()


def test_a_rate_is_no_length_of_time() -> None:
    assert [t.kind for t in times("It pays $1.76 a year.")] == [TimeKind.SET]


@pytest.mark.parametrize("text", ["Its 1990 invasion failed.", "By year-end.", "The loss for the fiscal year grew."])
def test_what_dates_figures_or_names_dates_no_event(text: str) -> None:
    assert [t.edtf for t in times(text)] == [None]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("It fell on Christmas Day.", "2030-12-25"),
        ("It fell last Thanksgiving.", "2030-11-28"),
        ("It fell on Easter Monday.", "2031-04-14"),
        ("The vote is due on Election Day.", "2031-11-04"),
        ("It fell on the 3rd, he said.", "2031-05-03"),
        ("It fell on the 9th, he said.", "2031-04-09"),
    ],
)
def test_named_days(text: str, edtf: str) -> None:
    assert edtf in [t.edtf for t in times(text)]


def test_the_following_year_counts_from_the_year_told_of() -> None:
    assert values("He rose in March 2028, and the following year he left.")[1][1] == "2029"


def test_three_days_later_is_a_length_that_leads_to_a_day() -> None:
    later = times("Shells fell on April 28. Three days later it burned.")[1]
    assert (later.kind, later.timex, later.edtf) == (TimeKind.DURATION, "P3D", "2031-05-01")


@pytest.mark.parametrize(
    ("text", "phrase", "value"),
    [
        ("Двомісячна облога скінчилася.", "Двомісячна", "P2M"),
        ("Це було за двадцяти чотирьох годин.", "двадцяти чотирьох годин", "PT24H"),
        ("Їх розбили у 480 році до н. е. на морі.", "480 році до н. е.", "BC0480"),
        ("Звичай тягнеться з XVIII століття.", "XVIII століття", "17"),
    ],
)
def test_ukrainian_compounds_and_ages_of_history(text: str, phrase: str, value: str) -> None:
    assert (phrase, value) in values(text, language="uk")


def test_a_history_counts_from_what_it_tells_of() -> None:
    text = (
        "У 1914 році почалося. У 1915 році тривало. У 1916 році ще. У 1917 році скінчилося. "
        "28 червня 1918 року підписали мир. Наступного дня розійшлися."
    )
    assert times(text, language="uk")[-1].edtf == "1918-06-29"
