import re

import pytest

from counterclaim.records.actor import SourceAnswer
from counterclaim.records.claim import Assertion, Proposition
from counterclaim.records.event_type import EventType, PropositionKind
from counterclaim.records.place import PlaceAnswer
from counterclaim.records.report import Report
from counterclaim.records.span import Span
from counterclaim.records.tagging import Distance, Sentence, Stance
from counterclaim.resolving.where import Gazetteer, event_places, find_toponyms

KURSK_OBLAST = 538555


def answers(
    gazetteer: Gazetteer, marked: str, language: str, areas: tuple[int | None, ...] = ()
) -> tuple[PlaceAnswer, ...]:
    """Places for the clauses in square brackets; sentences end at full stops, paragraphs at line ends."""
    clauses = []
    for number, match in enumerate(re.finditer(r"\[([^\]]*)\]", marked)):
        clauses.append(Span(match.start() - 2 * number, match.end() - 2 * number - 2))
    text = marked.replace("[", "").replace("]", "")
    sentences = tuple(
        Sentence(m.start(), m.end(), text.count("\n", 0, m.start())) for m in re.finditer(r"[^.\n ][^.\n]*\.?", text)
    )
    report = Report("r", text, "-", language)
    toponyms = find_toponyms(report, sentences, gazetteer, ("UA", "RU", "IL", "PS", "SD"))
    assertions = [
        Assertion(
            c.start, c.end, next(i for i, s in enumerate(sentences) if s.end > c.start), None, Stance.ASSERTS,
            Distance.NEUTRAL, EventType.SHELLING, Proposition(PropositionKind.OCCURRED), c,
        )
        for c in clauses
    ]  # fmt: skip
    sources = [SourceAnswer("x", None, area=a) for a in (areas or (None,) * len(clauses))]
    return event_places(report, sentences, toponyms, assertions, sources, gazetteer)


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("[Rockets hit the village of Robotyne, in the Zaporizhzhia region].", "en", "Robotyne"),
        ("[Drones from Ukraine struck a depot in Ryazan].", "en", "Ryazan"),
        ("[The Kharkiv governor said shells fell on Kupiansk].", "en", "Kupiansk"),
        ("[Shells landed near Sudzha, the Kursk region's health department said].", "en", "Sudzha"),
        ("[Снаряды упали на окраине Шебекина, сообщил губернатор Белгородской области].", "ru", "Shebekino"),
        ("[Внаслідок обстрілу Нікополя поранено двох, сказав голова Дніпропетровської області].", "uk", "Nikopol"),
        ("[Des roquettes sont tombées sur Sdérot depuis Gaza].", "fr", "Sderot"),
        ("[Geschosse trafen laut Kiew die Stadt Cherson].", "de", "Kherson"),
        ("[Die Armee meldete die Einnahme von Torezk].", "de", "Toretsk"),
        ("[Израиль нанёс удар по пригороду Бейрута].", "ru", "Beirut"),
        ("[Fires are reported from Izmail on the Danube].", "en", "Izmail"),
        ("[Shells fell on Russian territory].", "en", "Russia"),
        ("[Shelling was reported in the Kursk, Bryansk, Oryol and Belgorod regions].", "en", "Russia"),
        ("[Shelling was reported in the Kursk and Bryansk regions].", "en", "Kursk Oblast"),
    ],
)
def test_the_place_of_the_event_is_chosen(gazetteer: Gazetteer, text: str, language: str, name: str) -> None:
    (answer,) = answers(gazetteer, text, language)
    assert answer.place is not None
    assert answer.place.name == name


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        # Items of a digest are where their heading says, until the next one.
        ("🔻 Новошахтинск.\n[Дрон упал на завод].\n[Пожар потушен].", "ru", ["Novoshakhtinsk"] * 2),
        ("▪️ Чорноморськ. [Уламки впали на порт].\n▪️ Ізмаїл. [Горів склад].", "uk", ["Chornomorsk", "Izmail"]),
        ("▪️ Одеса. [Поранено двох].\n▪️ ППО. [Збито 40 дронів].", "uk", ["Odesa", None]),
        ("Belgorod: [two people were hurt].\nSumy: [a school was hit].", "en", ["Belgorod", "Sumy"]),
        ("Soumy : [une école a été touchée].\nOrel : [rien n'a brûlé].", "fr", ["Sumy", "Oryol"]),
        # A district with a name that many cities give is in the city told of, or named beside it.
        ("[Снаряды попали в Харьков]. [Горел дом в Киевском районе].", "ru", ["Kharkiv", "Kharkiv"]),
        ("[Пожежа у Шевченківському районі Києва].", "uk", ["Kyiv"]),
        ("[A tower burned in Kyiv's Podil district].", "en", ["Kyiv"]),
        ("[Une tour a brûlé dans le quartier de Podil à Kiev].", "fr", ["Kyiv"]),
        ("[Im Kiewer Bezirk Podil brannte ein Hochhaus].", "de", ["Kyiv"]),
        # Names that only tell which train, road or regime.
        ("[Shells hit Kherson]. [Passengers were waiting for the Kyiv train].", "en", ["Kherson", "Kherson"]),
        ("[Geschosse trafen Cherson]. [Der Zug nach Kiew fiel aus].", "de", ["Kherson", "Kherson"]),
        ("[The Kyiv regime shelled Donetsk].", "en", ["Donetsk"]),
        ("[Дрон упал на трассе Киев – Харьков под Полтавой].", "ru", ["Poltava"]),
        ("[A drone hit Kstovo on the Volga].", "en", ["Kstovo"]),
        ("[The army took the village of Robotyne, to the south of Orikhiv].", "en", ["Robotyne"]),
        ("[На Авдіївському напрямку ворог атакував поблизу Невельського та Первомайського].", "uk", ["Nevelske"]),
        ("[Бои идут на Покровском направлении].", "ru", ["Pokrovsk"]),
        ("[Des combats ont lieu dans la région russe de Koursk].", "fr", ["Kursk Oblast"]),
        ("[Attaque contre Tiotkino].", "fr", ["Tyotkino"]),
        # A case is opened, and a night's total counted, nowhere in particular.
        ("[Дроны ударили по Сумам].\nThe rest.\n[За ночь сбито 87 беспилотников].", "ru", ["Sumy", None]),
    ],
)
def test_where_by_the_words_around(gazetteer: Gazetteer, text: str, language: str, names: list[str | None]) -> None:
    assert [a.place.name if a.place else None for a in answers(gazetteer, text, language)] == names


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("[Тим часом обстріл тривав].", "uk"),
        ("[Горіла будівля складу].", "uk"),
        ("[Усі дрони збито].", "uk"),
        ("[Атаку отразили].", "ru"),
        ("[Все цели сбиты].", "ru"),
        ("[Eine Drohne schlug auf der Kuppel ein].", "de"),
        ("[Bataille perdue].", "fr"),
    ],
)
def test_words_of_the_dictionary_are_no_towns(gazetteer: Gazetteer, text: str, language: str) -> None:
    assert [a.place for a in answers(gazetteer, text, language)] == [None]


def test_a_town_in_the_clause_beats_the_area_of_the_office(gazetteer: Gazetteer) -> None:
    text = "The governor said [a fire broke out on the grounds of the Novoshakhtinsk refinery]. [It was out by noon]."
    assert [a.place.name for a in answers(gazetteer, text, "en", (501165, 501165)) if a.place] == ["Novoshakhtinsk"] * 2


def test_a_mayor_speaks_of_his_own_town(gazetteer: Gazetteer) -> None:
    text = "[Shells hit Sudzha].\nThe mayor of Kursk said [schools in the city would stay shut]."
    assert [a.place.name for a in answers(gazetteer, text, "en", (None, 538560)) if a.place] == ["Sudzha", "Kursk"]


def test_an_old_place_is_not_taken_over_a_new_one(gazetteer: Gazetteer) -> None:
    text = "[Shells hit Sudzha].\n[Rockets hit Sumy].\nOther news came.\nMore of it.\n[Fighting went on]."
    assert [a.place.name for a in answers(gazetteer, text, "en") if a.place][:2] == ["Sudzha", "Sumy"]
    assert answers(gazetteer, text, "en")[2].place != answers(gazetteer, text, "en")[0].place


def test_a_clause_that_goes_on_keeps_the_place(gazetteer: Gazetteer) -> None:
    first, second = answers(gazetteer, "[Shells hit Kupiansk]. [Two houses there burned down].", "en")
    assert first.place == second.place
    assert second.start is None


def test_a_place_behind_there_is_background(gazetteer: Gazetteer) -> None:
    text = (
        "[Geschosse trafen das Dorf Robotyne]. [Dort lebten Menschen, die nach dem Fall von Mariupol geflohen waren]."
    )
    first, second = answers(gazetteer, text, "de")
    assert first.place == second.place


def test_an_existential_there_points_at_nothing(gazetteer: Gazetteer) -> None:
    first, second = answers(gazetteer, "[Shells hit Kupiansk]. [Later there were explosions in Izium].", "en")
    assert second.place is not None
    assert first.place != second.place


def test_an_office_covers_its_area_where_nothing_is_named(gazetteer: Gazetteer) -> None:
    (answer,) = answers(gazetteer, "The governor said [shelling had gone on all day].", "en", (KURSK_OBLAST,))
    assert answer.place is not None
    assert answer.place.name == "Kursk Oblast"


def test_unknown_is_none(gazetteer: Gazetteer) -> None:
    (answer,) = answers(gazetteer, "[Shelling went on all day].", "en")
    assert answer.place is None


def test_parties_are_treated_alike(gazetteer: Gazetteer) -> None:
    pairs = ("[Kyiv says shells fell on Russian territory].", "[Moscow says shells fell on Ukrainian territory].")
    names = [a.place.name for text in pairs for a in answers(gazetteer, text, "en") if a.place]
    assert names == ["Russia", "Ukraine"]
