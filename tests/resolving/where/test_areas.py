import pytest
from test_event_places import answers

from counterclaim.records.place_codes import geo_precision, where_prec
from counterclaim.resolving.where import Gazetteer


def test_the_area_of_a_town_a_neighbourhood_and_a_region(gazetteer: Gazetteer) -> None:
    village, city, near, region, country = answers(
        gazetteer,
        "[Shells hit the village of Robotyne]. [Shells hit Kharkiv]. [Shells fell near Kupiansk]. "
        "[Shells fell in the Kursk region]. [Shells fell on Russian territory].",
        "en",
    )
    assert village.radius_km == 1.0
    assert city.radius_km is not None
    assert 5 < city.radius_km < 25
    assert (near.near, near.radius_km) == (True, 25.0)
    assert region.radius_km is None
    assert region.extent is not None
    assert region.extent.south < 51.73 < region.extent.north
    assert country.extent is not None
    assert country.extent.west > country.extent.east
    assert [geo_precision(a) for a in (village, city, near, region, country)] == [1, 1, 2, 3, 3]
    assert [where_prec(a) for a in (village, city, near, region, country)] == [1, 1, 2, 4, 6]


@pytest.mark.parametrize(
    ("text", "language", "name", "local"),
    [
        ("[Ворог обстріляв околиці Харкова].", "uk", "Kharkiv", "Харків"),
        ("[Обстрелян Нижний Новгород].", "ru", "Nizhny Novgorod", "Нижний Новгород"),
        ("[Взрывы в Нижнем Новгороде].", "ru", "Nizhny Novgorod", "Нижний Новгород"),
        ("[Снаряды упали в Курской области].", "ru", "Kursk Oblast", "Курская область"),
        ("[Geschosse trafen die Stadt Cherson].", "de", "Kherson", "Cherson"),
        ("[Des tirs ont visé Koursk].", "fr", "Kursk", "Koursk"),
        ("[Explosionen auf russischem Gebiet].", "de", "Russia", "Russland"),
    ],
)
def test_the_name_in_the_reports_language(
    gazetteer: Gazetteer, text: str, language: str, name: str, local: str
) -> None:
    (answer,) = answers(gazetteer, text, language)
    assert answer.place is not None
    assert (answer.place.name, answer.local_name) == (name, local)


def test_a_clause_that_goes_on_is_as_near_as_the_one_before(gazetteer: Gazetteer) -> None:
    first, second = answers(gazetteer, "[Shells fell near Kupiansk]. [Two houses there burned down].", "en")
    assert (first.near, second.near) == (True, True)
    assert second.radius_km == first.radius_km
