"""Powers that act name no land of the event, bodies named after a town are no persons, and who leaves was there."""

import re

import pytest
from test_event_places import answers

from counterclaim.records.actor import SourceAnswer
from counterclaim.records.claim import Assertion, Proposition
from counterclaim.records.event_type import EventType, PropositionKind
from counterclaim.records.report import Report
from counterclaim.records.span import Span
from counterclaim.records.tagging import Distance, Sentence, Stance
from counterclaim.resolving.where import Gazetteer, event_places, find_toponyms

THEATRE = ("UA", "RU", "IL", "PS", "LB", "SD")


def found(gazetteer: Gazetteer, text: str, language: str) -> list[str]:
    sentences = tuple(Sentence(m.start(), m.end(), 0) for m in re.finditer(r"[^. ][^.]*\.", text))
    out = find_toponyms(Report("r", text, "-", language), sentences, gazetteer, THEATRE)
    return [f"{t.place.name}, {t.place.country}" for t in out if t.place]


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("[Российские военные вошли в Волчанск].", "ru", "Vovchansk"),
        ("[Минобороны России сообщило о взятии Волчанска].", "ru", "Vovchansk"),
        ("[Армия России обстреляла Волчанск].", "ru", "Vovchansk"),
        ("[Войска РФ захватили дома в Волчанске].", "ru", "Vovchansk"),
        ("[Российские силы отошли к Белогоровке].", "ru", "Bilohorivka"),
        ("[Российская армия наступает на Покровск].", "ru", "Pokrovsk"),
        ("[Russian forces entered Volchansk].", "en", "Vovchansk"),
        ("[Russian troops shelled Krasnogorovka].", "en", "Krasnohorivka"),
        ("[Les forces russes ont bombardé Volchansk].", "fr", "Vovchansk"),
        ("[Ukrainische Truppen griffen Schebekino an].", "de", "Shebekino"),
        ("[Українські військові обстріляли Шебекіно].", "uk", "Shebekino"),
        ("[Украинские военные обстреляли Шебекино].", "ru", "Shebekino"),
    ],
)
def test_the_power_that_acts_does_not_draw_the_place_home(
    gazetteer: Gazetteer, text: str, language: str, name: str
) -> None:
    (place,) = answers(gazetteer, text, language)
    assert place.place
    assert place.place.name == name


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("Les vols au départ de Kassala ont repris.", "fr", ["Kassala, SD"]),
        ("Le maire de Kaya a dit que deux obus sont tombés.", "fr", ["Kaya, BF"]),
        ("Мэр Шебекина сообщил о взрыве. В Шебекине погиб человек.", "ru", ["Shebekino, RU", "Shebekino, RU"]),
        ("Больница Купянска заявила о двух раненых. В Купянске горит склад.", "ru", ["Kupiansk, UA"] * 2),
        ("Глава Токмака сообщил об обстреле.", "ru", ["Tokmak, UA"]),
        ("Житель Шебекина рассказал о взрыве в Шебекине.", "ru", ["Shebekino, RU"] * 2),
        ("Мер Нікополя повідомив про вибух. У Нікополі загинула людина.", "uk", ["Nikopol, UA"] * 2),
        ("Лікарня Нікополя заявила про двох поранених.", "uk", ["Nikopol, UA"]),
        ("Голова Гірника повідомив про обстріл.", "uk", ["Hirnyk, UA"]),
    ],
)
def test_a_body_named_after_a_town_names_the_town(
    gazetteer: Gazetteer, text: str, language: str, names: list[str]
) -> None:
    assert found(gazetteer, text, language)[-len(names) :] == names


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Мэр Собянин заявил о сбитых дронах.", "ru"),
        ("Губернатор Гладков сообщил о трёх раненых.", "ru"),
        ("Министр Попова заявила об эвакуации.", "ru"),
        ("Мер Садовий повідомив про вибухи.", "uk"),
    ],
)
def test_surnames_stay_surnames(gazetteer: Gazetteer, text: str, language: str) -> None:
    assert found(gazetteer, text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Ukrainian troops withdrew from Robotyne.", "en", "Robotyne"),
        ("The garrison pulled out of Bara to El Obeid.", "en", "Bara"),
        ("Israeli soldiers withdrew from Jabalia on Monday.", "en", "Jabalia"),
        ("Die Armee hat sich aus Nyala zurückgezogen.", "de", "Nyala"),
        ("Украинские войска отошли из Часова Яра.", "ru", "Chasiv Yar"),
        ("Армия отступила из Бары в Эль-Обейд.", "ru", "Bara"),
        ("Російські військові відійшли з Роботиного.", "uk", "Robotyne"),
        ("Українські війська відійшли з Авдіївки до Покровська.", "uk", "Avdiivka"),
    ],
)
def test_who_left_was_at_the_place_left(gazetteer: Gazetteer, text: str, language: str, name: str) -> None:
    report = Report("r", text, "-", language)
    sentences = (Sentence(0, len(text), 0),)
    toponyms = find_toponyms(report, sentences, gazetteer, THEATRE)
    claim = Assertion(
        0, len(text), 0, None, Stance.ASSERTS, Distance.NEUTRAL, EventType.CHANGE,
        Proposition(PropositionKind.OCCURRED), Span(0, 1),
    )  # fmt: skip
    (place,) = event_places(report, sentences, toponyms, [claim], [SourceAnswer("x", None)], gazetteer)
    assert place.place
    assert place.place.name == name
