import time

import pytest

from counterclaim.records.conflict import Alias, PublicEvent
from counterclaim.records.report import Report
from counterclaim.records.when import TimeExpression, TimeKind
from counterclaim.resolving.when import find_times

# 2031-05-07 is a Wednesday.
PUBLISHED = "2031-05-07"


def times(language: str, text: str, published: str | None = PUBLISHED) -> tuple[TimeExpression, ...]:
    return find_times(Report("r", text, "a", language=language, published=published), ())


def only(language: str, text: str, published: str | None = PUBLISHED) -> TimeExpression:
    found = times(language, text, published)
    assert len(found) == 1, [text[t.start : t.end] for t in found]
    return found[0]


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("en", "It fell on Tuesday.", "2031-05-06"),
        ("en", "It fell on Wednesday.", "2031-05-07"),
        ("en", "The talks will open on Friday.", "2031-05-09"),
        ("en", "It fell last Wednesday.", "2031-04-30"),
        ("en", "It fell in mid-February.", "2031-02-11/2031-02-20"),
        ("en", "It fell earlier this week.", "2031-05-05/2031-05-06"),
        ("en", "It has burned since Friday.", "2031-05-02/2031-05-07"),
        ("en", "It fell this month.", "2031-05~"),
        ("en", "It fell on 12 March.", "2031-03-12"),
        ("en", "It fell on March 12, 2029.", "2029-03-12"),
        ("en", "It fell on 29 December.", "2030-12-29"),
        ("en", "They came in the night from Monday to Tuesday.", "2031-05-05/2031-05-06"),
        ("en", "They came overnight into Tuesday.", "2031-05-05/2031-05-06"),
        ("en", "They came overnight.", "2031-05-06/2031-05-07"),
        ("en", "It fell on Tuesday morning.", "2031-05-06"),
        ("uk", "Уранці у вівторок пролунав вибух.", "2031-05-06"),
        ("uk", "Вибух стався у ніч на вівторок.", "2031-05-05/2031-05-06"),
        ("uk", "Вибух стався в ніч проти 6 травня.", "2031-05-05/2031-05-06"),
        ("uk", "Вибух стався наприкінці лютого.", "2031-02-21/2031-02-28"),
        ("uk", "Вибух стався напередодні.", "2031-05-06"),
        ("ru", "Утром 6 мая прогремел взрыв.", "2031-05-06"),
        ("ru", "Взрыв прогремел в ночь на вторник.", "2031-05-05/2031-05-06"),
        ("ru", "Взрыв прогремел в середине февраля.", "2031-02-11/2031-02-20"),
        ("ru", "За сутки погибли двое.", "2031-05-06/2031-05-07"),
        ("fr", "Elle a brûlé dans la nuit de lundi à mardi.", "2031-05-05/2031-05-06"),
        ("fr", "Elle a brûlé mardi soir.", "2031-05-06"),
        ("fr", "Elle a brûlé début mars.", "2031-03-01/2031-03-10"),
        ("fr", "Elle a brûlé la veille.", "2031-05-06"),
        ("de", "Es brannte in der Nacht zum Dienstag.", "2031-05-05/2031-05-06"),
        ("de", "Es brannte am Dienstagmorgen.", "2031-05-06"),
        ("de", "Es brannte am 29. Juli 2029.", "2029-07-29"),
        ("de", "Es brannte Mitte Februar.", "2031-02-11/2031-02-20"),
        ("de", "Es brannte am Vortag.", "2031-05-06"),
    ],
)
def test_days_by_the_coding_rules(language: str, text: str, edtf: str) -> None:
    assert only(language, text).edtf == edtf


@pytest.mark.parametrize(
    ("text", "kind", "timex"),
    [
        ("It took three days.", TimeKind.DURATION, "P3D"),
        ("It is shelled every day.", TimeKind.SET, "P1D"),
        ("It fell last week.", TimeKind.DATE, "2031-W18"),
        ("It fell on Tuesday night.", TimeKind.TIME, "2031-05-06TNI"),
        ("It fell recently.", TimeKind.DATE, "PAST_REF"),
        ("It fell two years ago.", TimeKind.DATE, "2029"),
    ],
)
def test_timex_values(text: str, kind: TimeKind, timex: str) -> None:
    found = only("en", text)
    assert (found.kind, found.timex) == (kind, timex)


def test_without_a_publication_day_only_full_dates_have_days() -> None:
    found = times("en", "It fell on Tuesday, on 12 March and on 12 March 2029.", published=None)
    assert [t.edtf for t in found] == [None, None, "2029-03-12"]
    assert found[1].timex == "XXXX-03-12"


def test_a_day_earlier_counts_from_the_day_told_of() -> None:
    found = times("en", "It fell on Monday. A day earlier it had been mined.")
    assert [t.edtf for t in found] == ["2031-05-05", "2031-05-04"]


def test_a_public_event_is_counted_from() -> None:
    vote = PublicEvent("vote", "2031-05-25", (Alias("vote", "en"),))
    report = Report("r", "It fell three days before the vote.", "a", language="en", published="2031-05-30")
    assert [t.edtf for t in find_times(report, (), (vote,))] == ["2031-05-22"]


def test_the_span_leaves_out_the_preposition() -> None:
    text = "It has burned since Friday."
    found = only("en", text)
    assert text[found.start : found.end] == "Friday"


def test_ages_months_as_verbs_and_counts_are_no_dates() -> None:
    assert times("en", "The 44-year-old may march with 2024 soldiers.") == ()


@pytest.mark.parametrize("text", ["1 " * 100_000, "12 March - " * 30_000, "the night of " * 30_000, "-" * 300_000])
def test_hostile_text_takes_time_in_proportion(text: str) -> None:
    started = time.perf_counter()
    times("en", text)
    assert time.perf_counter() - started < 10
