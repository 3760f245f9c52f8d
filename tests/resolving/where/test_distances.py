import re

import pytest
from test_event_places import answers

from counterclaim.records.place import Precision
from counterclaim.records.report import Report
from counterclaim.records.tagging import Sentence
from counterclaim.resolving.where import Gazetteer, find_toponyms
from counterclaim.resolving.where.distances import Distance, bearing, distances, moved
from counterclaim.words.tokens import tokens


def said(marked: str, language: str) -> list[Distance]:
    """The distances in a text in which a name is in square brackets."""
    start = marked.index("[")
    stream = tokens(re.sub(r"[\[\]]", "", marked))
    return distances(stream, {start}, language)


@pytest.mark.parametrize(
    ("text", "language", "km", "towards"),
    [
        ("The hamlet lies 30 km south of [Kursk].", "en", 30, 180),
        ("some 30-40 kilometres (19-25 miles) north-east of the city of [Kursk]", "en", 35, 45),
        ("a dozen kilometres from [Kursk]", "en", 12, None),
        ("ten miles away from [Kursk]", "en", 16.09, None),
        ("1,200 km east of [Kursk]", "en", 1200, 90),
        ("За 20 км від [Харкова]", "uk", 20, None),
        ("за двадцять кілометрів на північ від міста [Харків]", "uk", 20, 0),
        ("за 20 кілометрів на південь від [Харкова]", "uk", 20, 180),
        ("в 20 км от [Харькова]", "ru", 20, None),
        ("в тридцати километрах южнее [Курска]", "ru", 30, 180),
        ("в 12,5 км к северо-западу от города [Курск]", "ru", 12.5, 315),
        ("à 30 km au nord de [Donetsk]", "fr", 30, 0),
        ("à une trentaine de kilomètres de [Donetsk]", "fr", 30, None),
        ("30 Kilometer südlich von [Donezk]", "de", 30, 180),
        ("rund 30 Kilometer nordwestlich der Stadt [Donezk]", "de", 30, 315),
        ("30 Kilometer vor [Donezk]", "de", 30, None),
        ("They advanced 30 km into [Kursk].", "en", None, None),
        ("The 30 km road and the town of [Kursk]", "en", None, None),
        ("60 kg of [Kursk]", "en", None, None),
    ],
)
def test_a_distance_is_read(text: str, language: str, km: float | None, towards: float | None) -> None:
    assert [(round(d.km, 2), d.bearing) for d in said(text, language)] == ([] if km is None else [(km, towards)])


@pytest.mark.parametrize(
    "text",
    ["160 km from the [Ukrainian] border", "160 km from the border with [Ukraine]"],
)
def test_a_distance_from_a_border_is_told_apart(text: str) -> None:
    assert [(d.km, d.border) for d in said(text, "en")] == [(160, True)]


def test_a_point_is_moved_and_found_again() -> None:
    there = moved(51.73, 36.19, 30, 135)
    assert bearing((51.73, 36.19), there) == pytest.approx(135, abs=0.2)
    assert moved(*there, 30, 315) == pytest.approx((51.73, 36.19), abs=0.01)
    assert moved(0.0, 179.9, 50, 90)[1] < 0


@pytest.mark.parametrize(
    ("text", "name", "region"),
    [
        ("Crowds met in Georgetown, 30 miles north of Austin.", "Georgetown", "Texas"),
        ("Crowds met in Springfield, 120 km west of Boston.", "Springfield", "Massachusetts"),
        ("Crowds met in Springfield, about 300 km southwest of Chicago.", "Springfield", "Illinois"),
    ],
)
def test_a_distance_chooses_among_namesakes(gazetteer: Gazetteer, text: str, name: str, region: str) -> None:
    report = Report("r", text, "-", "en")
    found = find_toponyms(report, (Sentence(0, len(text), 0),), gazetteer)
    (place,) = [t.place for t in found if t.place and t.place.name == name]
    assert place.admin1 == region


def test_distances_in_a_row_go_to_their_names(gazetteer: Gazetteer) -> None:
    text = "Fires burned in Oryol and Kstovo, respectively some 160 km and 800 km from the Ukrainian border."
    report = Report("r", text, "-", "en")
    found = find_toponyms(report, (Sentence(0, len(text), 0),), gazetteer, ("UA", "RU"))
    told = {t.place.name for t in found if t.place and "lies at the distance that the text gives" in t.reasons}
    assert {"Oryol", "Kstovo"} <= told


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("[A drone fell 30 km south of Kursk].", "en"),
        ("[Дрон упал в 30 км южнее Курска].", "ru"),
        ("[Дрон упав за 30 км на південь від Курська].", "uk"),
        ("[Un drone est tombé à 30 km au sud de Koursk].", "fr"),
        ("[Eine Drohne stürzte 30 Kilometer südlich von Kursk ab].", "de"),
    ],
)
def test_a_place_without_a_name_is_computed(gazetteer: Gazetteer, text: str, language: str) -> None:
    (answer,) = answers(gazetteer, text, language)
    place = answer.place
    assert place is not None
    assert (place.name, place.precision, place.country) == ("30 km south of Kursk", Precision.DISTRICT, "RU")
    assert (place.lat, place.lon) == pytest.approx((51.46, 36.19), abs=0.03)
    assert place.admin1 == "Kursk Oblast"
    assert answer.near
    assert answer.radius_km == place.radius_km == 7.5
    assert [p.name for p in answer.alternatives] == ["Kursk"]


def test_without_a_direction_the_place_is_around_the_one_named(gazetteer: Gazetteer) -> None:
    (answer,) = answers(gazetteer, "[Снаряди впали за 20 км від Харкова].", "uk")
    assert answer.place is not None
    assert (answer.place.name, answer.near, answer.radius_km) == ("Kharkiv", True, 25.0)


def test_an_own_name_beats_what_is_counted_from_another(gazetteer: Gazetteer) -> None:
    (answer,) = answers(gazetteer, "[Shells hit Sudzha, about 90 km southwest of Kursk].", "en")
    assert answer.place is not None
    assert (answer.place.name, answer.near) == ("Sudzha", False)
