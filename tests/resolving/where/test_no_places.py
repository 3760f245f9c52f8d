"""Names of weapons, ships, bodies and persons that some place of the gazetteer shares."""

import pytest

from counterclaim.records.report import Report
from counterclaim.records.tagging import Sentence
from counterclaim.resolving.where import Gazetteer, find_toponyms


def found(gazetteer: Gazetteer, text: str, language: str) -> list[str]:
    report = Report("r", text, "-", language)
    toponyms = find_toponyms(report, (Sentence(0, len(text), 0),), gazetteer, ("UA", "RU", "IR"))
    return [t.place.name for t in toponyms if t.place]


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("A Shahid was shot down over Odesa, and Grad rockets hit Kharkiv.", "en", ["Odesa", "Kharkiv"]),
        ("ПВО сбила над Курском два Шахида, Герань и Искандер.", "ru", ["Kursk"]),
        ("Над Одесою збито Шахед, Калібр і Ланцет.", "uk", ["Odesa"]),
        ("Un Shahed et un Iskander ont visé Kharkiv.", "fr", ["Kharkiv"]),
        ("Eine Schahed und ein Iskander trafen Charkiw.", "de", ["Kharkiv"]),
        ("Повреждена подлодка «Ростов-на-Дону» в Севастополе.", "ru", ["Sevastopol"]),
        ("Пошкоджено корабель «Новочеркаськ» у Феодосії.", "uk", ["Feodosiia"]),
        ("The frigate Makarov left Sevastopol.", "en", ["Sevastopol"]),
        ("NATO and NORSAR spoke of a blast in Toropets.", "en", ["Toropets"]),
        ("The Naval Command was in Odesa.", "en", ["Odesa"]),
    ],
)
def test_things_are_no_places(gazetteer: Gazetteer, text: str, language: str, names: list[str]) -> None:
    assert found(gazetteer, text, language) == names


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Shells hit the village of Iskander.", "en", "Iskandar"),
        ("Снаряды упали на город Град.", "ru", "Grad"),
    ],
)
def test_a_noun_that_says_so_makes_a_place_of_them(gazetteer: Gazetteer, text: str, language: str, name: str) -> None:
    assert any(n.startswith(name[:4]) for n in found(gazetteer, text, language))


def test_a_longer_name_is_no_village_of_the_theatre(gazetteer: Gazetteer) -> None:
    assert "Niu York" not in found(gazetteer, "As the New York Times wrote, the town fell.", "en")
