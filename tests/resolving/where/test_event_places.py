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
        ("[Shells fell on Russian territory].", "en", "Russia"),
        ("[Shelling was reported in the Kursk, Bryansk, Oryol and Belgorod regions].", "en", "Russia"),
        ("[Shelling was reported in the Kursk and Bryansk regions].", "en", "Kursk Oblast"),
    ],
)
def test_the_place_of_the_event_is_chosen(gazetteer: Gazetteer, text: str, language: str, name: str) -> None:
    (answer,) = answers(gazetteer, text, language)
    assert answer.place is not None
    assert answer.place.name == name


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
