"""Days counted from a public event of a pack's calendar, in every language."""

import pytest

from counterclaim.records.conflict import Alias, PublicEvent
from counterclaim.records.report import Report
from counterclaim.resolving.when import find_times

VOTE = PublicEvent(
    "vote",
    "2031-05-25",
    tuple(
        Alias(text, language)
        for language, text in (
            ("en", "vote"),
            ("uk", "голосуван*"),
            ("ru", "голосовани*"),
            ("fr", "vote"),
            ("de", "abstimmung"),
        )
    ),
)


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("en", "It fell three days before the vote.", "2031-05-22"),
        ("en", "It fell two days after the vote.", "2031-05-27"),
        ("en", "It fell on the eve of the vote.", "2031-05-24"),
        ("uk", "Місто взяли за три дні до голосування.", "2031-05-22"),
        ("uk", "Місто взяли через два дні після голосування.", "2031-05-27"),
        ("ru", "Город взяли за три дня до голосования.", "2031-05-22"),
        ("ru", "Город взяли через два дня после голосования.", "2031-05-27"),
        ("fr", "La ville est tombée trois jours avant le vote.", "2031-05-22"),
        ("fr", "La ville est tombée deux jours après le vote.", "2031-05-27"),
        ("de", "Die Stadt fiel drei Tage vor der Abstimmung.", "2031-05-22"),
        ("de", "Die Stadt fiel zwei Tage nach der Abstimmung.", "2031-05-27"),
    ],
)
def test_days_are_counted_from_the_event(language: str, text: str, edtf: str) -> None:
    report = Report("r", text, "a", language=language, published="2031-06-10")
    assert [t.edtf for t in find_times(report, (), (VOTE,))] == [edtf]


def test_an_event_outside_the_calendar_dates_nothing() -> None:
    report = Report("r", "It fell three days before the feast.", "a", language="en", published="2031-06-10")
    assert [t.edtf for t in find_times(report, (), (VOTE,))] == [None]
