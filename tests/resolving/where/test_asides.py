"""Places that a clause names only aside: examples of what lasts, and what went before."""

import pytest
from test_event_places import answers

from counterclaim.resolving.where import Gazetteer


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("[Rebels have gained ground for months in eastern Congo, notably by taking Goma].", "en", "DR Congo"),
        ("[Troops have advanced for weeks in northern Mali, in particular with the recapture of Kidal].", "en", "Mali"),
        ("[They have been seizing land for months in western Sudan, including the town of Nyala].", "en", "Sudan"),
        ("[Israeli jets have regularly bombed Lebanon, notably Nabatieh and Tyre].", "en", "Lebanon"),
        ("[Ils gagnent du terrain depuis des mois dans l'est du Congo, notamment à Goma].", "fr", "DR Congo"),
        ("[L'armée avance depuis des mois dans l'est de l'Ukraine, notamment à Vouhledar].", "fr", "Ukraine"),
        ("[Ils avancent depuis des mois dans l'ouest du Soudan, en particulier par la prise de Nyala].", "fr", "Sudan"),
        ("[Die Armee bombardiert seit Wochen Ziele im Libanon, darunter Nabatija].", "de", "Lebanon"),
        ("[Die Miliz greift seit Monaten Orte im Sudan an, vor allem Nyala].", "de", "Sudan"),
        ("[Армия Израиля неделями наносит удары по Ливану, в том числе по Набатии].", "ru", "Lebanon"),
        ("[Боевики месяцами наступают в Судане, особенно под Ньялой].", "ru", "Sudan"),
        ("[Армія Ізраїлю тижнями завдає ударів по Лівану, зокрема по Набатії].", "uk", "Lebanon"),
        ("[Війська місяцями наступають у Судані, насамперед під Ньялою].", "uk", "Sudan"),
    ],
)  # fmt: skip
def test_an_example_does_not_narrow_what_lasts(gazetteer: Gazetteer, text: str, language: str, name: str) -> None:
    (place,) = answers(gazetteer, text, language)
    assert place.place
    assert place.place.name == name


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("[Drones hit the Kharkiv region, notably the town of Chuhuiv].", "en", "Chuhuiv"),
        ("[Des drones ont visé le Liban, notamment la ville de Tyr].", "fr", "Tyre"),
    ],
)
def test_what_happened_once_was_at_the_town(gazetteer: Gazetteer, text: str, language: str, name: str) -> None:
    (place,) = answers(gazetteer, text, language)
    assert place.place
    assert place.place.name == name


def test_what_goes_on_about_the_example_is_there(gazetteer: Gazetteer) -> None:
    text = "[They have gained ground for weeks in eastern Ukraine, notably in the town of Toretsk], [shelled in May]."
    land, town = answers(gazetteer, text, "en")
    assert land.place
    assert town.place
    assert (land.place.name, town.place.name) == ("Ukraine", "Toretsk")


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("[A day after the attack on Bryansk, drones struck an oil depot in Sumy].", "en", "Sumy"),
        ("[After an attack on Goma on Sunday, shells fell on Sake].", "en", "Sake"),
        ("[Following a raid near Nyala, jets bombed El Fasher].", "en", "El Fasher"),
        ("[Après une attaque contre Haïfa, des roquettes sont tombées sur Safed].", "fr", "Safed"),
        ("[Au lendemain d'une frappe sur Nyala, des obus sont tombés sur El Obeid].", "fr", "El Obeid"),
        ("[Nach einem Angriff auf Haifa, so die Armee, trafen Raketen die Stadt Akko].", "de", "Acre"),
        ("[После удара по складу в Брянске, дроны атаковали больницу в Сумах].", "ru", "Sumy"),
        ("[Після удару по Брянську, російські дрони атакували Суми].", "uk", "Sumy"),
    ],
)
def test_what_went_before_was_elsewhere(gazetteer: Gazetteer, text: str, language: str, name: str) -> None:
    (place,) = answers(gazetteer, text, language)
    assert place.place
    assert place.place.name == name
