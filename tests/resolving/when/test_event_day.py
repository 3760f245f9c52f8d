import re

import pytest

from counterclaim.records.claim import Assertion, Proposition
from counterclaim.records.event_type import EventType, PropositionKind
from counterclaim.records.place import Place, PlaceAnswer, Precision
from counterclaim.records.report import Report
from counterclaim.records.span import Span
from counterclaim.records.tagging import Distance, Sentence, Stance
from counterclaim.records.when import DateAnswer
from counterclaim.resolving.when import event_dates, find_times

# 2031-05-07 is a Wednesday.
PUBLISHED = "2031-05-07"
NIGHT = "2031-05-05/2031-05-06"


def place(text: str, name: str, longitude: float) -> PlaceAnswer:
    start = text.rindex(name)
    return PlaceAnswer(Place(name, Precision.SETTLEMENT, "Karsk", "VL", 50.0, longitude), start, start + len(name))


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


def answers(
    language: str,
    text: str,
    published: str | None = PUBLISHED,
    kind: PropositionKind = PropositionKind.OCCURRED,
    places: tuple[PlaceAnswer, ...] = (),
) -> tuple[DateAnswer, ...]:
    """A line of ``text`` is a paragraph of one sentence; a trigger stands between asterisks, "|" parts clauses."""
    report = Report("r", text, "a", language=language, published=published)
    lines = list(re.finditer(r"[^\n]+", text))
    sentences = tuple(Sentence(m.start(), m.end(), paragraph) for paragraph, m in enumerate(lines))
    assertions = [
        assertion(text, clause, i, kind)
        for i, line in enumerate(lines)
        for clause in re.compile(r"[^|\n]*\*\w+\*[^|\n]*").finditer(text, line.start(), line.end())
    ]
    return event_dates(report, sentences, find_times(report, sentences), assertions, places)


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
        ("de", "Das Werk ist nach Angaben der Betreiber am Montag mit Drohnen *angegriffen* worden.", "2031-05-05"),
        ("en", "The depot was *hit*, according to the mayor on Tuesday.", "2031-05-06"),
        ("en", "It was the first *strike* on the port since May 2029.", "2031-05-07"),
        ("en", "Shells *fell* on Dolmen over the past day.", "2031-05-06/2031-05-07"),
        ("fr", "Des obus ont *touché* le port au cours des dernières vingt-quatre heures.", "2031-05-06/2031-05-07"),
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


def test_a_day_is_not_carried_to_an_event_elsewhere() -> None:
    text = "Shells *hit* Dolmen on Monday.\nA man was *hurt* in Port Issel.\nA shop in Dolmen *burned*."
    here, there = place(text, "Dolmen", 30.0), place(text, "Port Issel", 33.0)
    first = PlaceAnswer(here.place, text.index("Dolmen"), text.index("Dolmen") + 6)
    found = answers("en", text, places=(first, there, here))
    assert [a.edtf for a in found] == ["2031-05-05", "2031-05-07", "2031-05-05"]


def test_one_night_is_told_place_by_place() -> None:
    text = "Drones *attacked* Dolmen overnight.\nA man was *hurt* in Port Issel."
    here, there = place(text, "Dolmen", 30.0), place(text, "Port Issel", 33.0)
    assert [a.edtf for a in answers("en", text, places=(here, there))] == ["2031-05-06/2031-05-07"] * 2


def test_a_later_toll_keeps_the_day_of_the_event() -> None:
    text = "Shells *hit* Dolmen on Monday.\nThe mayor said on Tuesday that 12 were *killed*.\nBy Tuesday 14 had *died*."
    found = answers("en", text, kind=PropositionKind.KILLED)
    assert [a.edtf for a in found] == ["2031-05-05"] * 3


def test_a_scene_without_a_claim_dates_what_follows() -> None:
    text = "On Monday a crowd had gathered at the market.\nA shell *fell*.\nThat evening a shop *burned*."
    assert [a.edtf for a in answers("en", text)] == ["2031-05-05", "2031-05-05"]


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("de", "Der Bürgermeister hatte zuvor von einem *Angriff* gesprochen.", "2031-05-07"),
        ("de", "Binnen 24 Stunden wurden sieben Menschen *verletzt*.", "2031-05-06/2031-05-07"),
        ("fr", "En 24 heures, sept personnes ont été *blessées*.", "2031-05-06/2031-05-07"),
        ("ru", "Однако, 6 мая штаб признал: склад *поражён*.", "2031-05-06"),
        ("uk", "У новорічну ніч дрони *атакували* порт.", "2030-12-31/2031-01-01"),
        ("en", "Dolmen is *held* by the brigade, which had previously left it.", "2031-05-07"),
        ("en", "The line *held* better than three months ago.", "2031-05-07"),
        ("en", "Drones *hit* Dolmen at the weekend.", "2031-05-03/2031-05-04"),
    ],
)
def test_saying_measuring_and_stretches(language: str, text: str, edtf: str) -> None:
    (answer,) = answers(language, text)
    assert answer.edtf == edtf
