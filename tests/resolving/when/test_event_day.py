import re

import pytest

from counterclaim.records.claim import Assertion, Proposition
from counterclaim.records.event_type import EventType, PropositionKind
from counterclaim.records.report import Report
from counterclaim.records.span import Span
from counterclaim.records.tagging import Distance, Sentence, Stance
from counterclaim.records.when import DateAnswer
from counterclaim.resolving.when import event_dates, find_times

# 2031-05-07 is a Wednesday.
PUBLISHED = "2031-05-07"
NIGHT = "2031-05-05/2031-05-06"


def assertion(text: str, clause: re.Match[str], sentence: int, kind: PropositionKind) -> Assertion:
    trigger = re.compile(r"\*(\w+)\*").search(text, clause.start(), clause.end())
    assert trigger
    return Assertion(
        clause.start(),
        clause.end(),
        sentence,
        None,
        Stance.ASSERTS,
        Distance.NEUTRAL,
        EventType.AIR_STRIKE,
        Proposition(kind),
        Span(*trigger.span()),
    )


def answers(language: str, text: str, published: str | None = PUBLISHED) -> tuple[DateAnswer, ...]:
    """A line of ``text`` is a paragraph of one sentence; a trigger stands between asterisks, "|" parts clauses."""
    report = Report("r", text, "a", language=language, published=published)
    lines = list(re.finditer(r"[^\n]+", text))
    sentences = tuple(Sentence(m.start(), m.end(), paragraph) for paragraph, m in enumerate(lines))
    assertions = [
        assertion(text, clause, i, PropositionKind.OCCURRED)
        for i, line in enumerate(lines)
        for clause in re.compile(r"[^|\n]*\*\w+\*[^|\n]*").finditer(text, line.start(), line.end())
    ]
    return event_dates(report, sentences, find_times(report, sentences), assertions)


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("en", "Shells *hit* Dolmen on Monday, the mayor said on Tuesday.", "2031-05-05"),
        ("en", "The army said on Tuesday that drones had *attacked* overnight into Tuesday.", NIGHT),
        ("en", "The mayor told reporters Tuesday that shells had *hit* Dolmen.", "2031-05-06"),
        ("en", "Vesland, which took Port Issel in May 2029, *attacked* Dolmen on Monday.", "2031-05-05"),
        ("en", "Dolmen has been *hit* many times since 2029.", None),
        ("en", "A nurse had previously been *injured* in Dolmen.", None),
        ("en", "Vesland regularly *strikes* Dolmen.", None),
        ("en", "Earlier, the army said shells had *hit* Dolmen.", "2031-05-07"),
        ("en", "A drone *hit* the depot.", "2031-05-07"),
        ("uk", "Мер заявив у вівторок, що дрон *влучив* у склад.", "2031-05-06"),
        ("uk", "У понеділок дрон *влучив* у склад, повідомив у вівторок мер.", "2031-05-05"),
        ("uk", "Раніше місто вже *атакували*.", None),
        ("ru", "Власти сообщили во вторник, что ракеты *сбиты* в ночь на вторник.", NIGHT),
        ("ru", "Город регулярно *обстреливают*.", None),
        ("fr", "Un drone a *touché* le port lundi soir, a indiqué mardi le maire.", "2031-05-05"),
        ("fr", "Le port est souvent *bombardé*.", None),
        ("de", "Am Montag *traf* eine Drohne den Hafen, teilte der Bürgermeister am Dienstag mit.", "2031-05-05"),
        ("de", "Der Hafen wird immer wieder *beschossen*.", None),
    ],
)
def test_the_day_is_that_of_the_event(language: str, text: str, edtf: str | None) -> None:
    (answer,) = answers(language, text)
    assert answer.edtf == edtf
    assert answer.reasons


def test_what_follows_has_the_day_of_what_it_follows() -> None:
    found = answers("en", "Drones *attacked* the port on Monday.\nA tank caught *fire*.")
    assert [a.edtf for a in found] == ["2031-05-05", "2031-05-05"]
    assert found[1].start == found[0].start


def test_a_later_clause_shares_the_day_of_its_sentence() -> None:
    found = answers("en", "On Monday drones *attacked* the port| and a tank *burned*.")
    assert [a.edtf for a in found] == ["2031-05-05", "2031-05-05"]


def test_a_look_back_does_not_carry_on() -> None:
    text = "Shells *hit* Dolmen on Tuesday.\nTwo weeks ago drones had *struck* Port Issel.\nA shop was *hit*."
    assert [a.edtf for a in answers("en", text)] == ["2031-05-06", "2031-04-23~", "2031-05-06"]


def test_without_publication_day_nothing_is_guessed() -> None:
    (answer,) = answers("en", "A drone *hit* the depot.", published=None)
    assert answer.edtf is None
