import pytest
from tests.resolving.where.test_event_places import answers

from counterclaim.resolving.where import Gazetteer

SAMARA_OBLAST = 499068
KHARKIV_OBLAST = 706482


def names(gazetteer: Gazetteer, text: str, language: str, areas: tuple[int | None, ...] = ()) -> list[str | None]:
    return [a.place.name if a.place else None for a in answers(gazetteer, text, language, areas)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        # Where a body sits or somebody speaks.
        ("[Shells hit Kupiansk].\n[The ministry in Moscow denied the shelling].", "en"),
        ("[Shells hit Kupiansk].\n[Three died, he told reporters in Brussels].", "en"),
        ("[Des obus ont touché Koupiansk].\n[Le ministère à Moscou a démenti le tir].", "fr"),
        ("[Geschosse trafen Kupjansk].\n[Die Botschaft in Berlin wies das zurück].", "de"),
        ("[Geschosse trafen Kupjansk].\n[Von drei Toten sprach in Moskau der Sprecher].", "de"),
        # A hospital that took in the wounded.
        ("[Shells hit Kupiansk].\n[The hospital in Izium received twelve of the wounded].", "en"),
        ("[Des obus ont touché Koupiansk].\n[L'hôpital d'Izioum a accueilli douze blessés].", "fr"),
        ("[Geschosse trafen Kupjansk].\n[Zwölf Verletzte wurden ins Krankenhaus von Isjum gebracht].", "de"),
        ("[Снаряды попали в Купянск].\n[Двенадцать раненых доставили в больницу Изюма].", "ru"),
        ("[Снаряди влучили в Куп'янськ].\n[Дванадцятьох поранених доправили до лікарні Ізюма].", "uk"),
        # Whose citizen, command or part in it.
        ("[Shells hit Kupiansk].\n[Two volunteers, one a UK citizen, died].", "en"),
        ("[Shells hit Kupiansk].\n[US Central Command had no aircraft there].", "en"),
        ("[Des obus ont touché Koupiansk].\n[Il nie toute implication de Moscou].", "fr"),
    ],
)
def test_the_running_event_keeps_its_place(gazetteer: Gazetteer, text: str, language: str) -> None:
    assert names(gazetteer, text, language) == ["Kupiansk"] * 2


def test_the_hospital_itself_may_be_hit_and_may_be_all_that_is_known(gazetteer: Gazetteer) -> None:
    assert names(gazetteer, "[Shells hit Kupiansk].\n[Rockets struck the hospital in Izium].", "en")[1] == "Izium"
    assert names(gazetteer, "[The hospital in Izium received twelve wounded].", "en") == ["Izium"]


def test_a_new_place_of_its_own_replaces_the_running_one(gazetteer: Gazetteer) -> None:
    assert names(gazetteer, "[Shells hit Kupiansk].\n[A drone killed two in Kyiv].", "en") == ["Kupiansk", "Kyiv"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The enemy struck the village of Hroza. [A missile hit a café].", "en"),
        ("Удар по селу Гроза розслідують. [Ракета влучила в кафе].", "uk"),
        ("Удар по селу Гроза расследуют. [Ракета попала в кафе].", "ru"),
        ("Une frappe sur le village de Hroza. [Un missile a touché un café].", "fr"),
        ("Ein Angriff auf das Dorf Hroza. [Eine Rakete traf ein Café].", "de"),
    ],
)
def test_the_opening_tells_where_it_was(gazetteer: Gazetteer, text: str, language: str) -> None:
    assert names(gazetteer, text, language) == ["Hroza"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("[Shells hit Makiivka].\n[Four men from his region are among the dead].", "en"),
        ("[Снаряды попали в Макеевку].\n[Среди погибших четверо его земляков].", "ru"),
        ("[Снаряди влучили в Макіївку].\n[Серед загиблих четверо його земляків].", "uk"),
        ("[Des obus ont touché Makiïvka].\n[Quatre des siens sont parmi les morts].", "fr"),
        ("[Geschosse trafen Makijiwka].\n[Vier seiner Leute sind unter den Toten].", "de"),
    ],
)
def test_the_victims_governor_speaks_of_the_same_event(gazetteer: Gazetteer, text: str, language: str) -> None:
    assert names(gazetteer, text, language, (None, SAMARA_OBLAST)) == ["Makiivka"] * 2


def test_a_governor_speaks_of_the_town_told_of_or_of_all_his_region(gazetteer: Gazetteer) -> None:
    text = "[Shells hit Kupiansk].\n[Three people died].\n[Shelling went on across the region]."
    areas = (None, KHARKIV_OBLAST, KHARKIV_OBLAST)
    assert names(gazetteer, text, "en", areas) == ["Kupiansk", "Kupiansk", "Kharkiv Oblast"]


def test_another_governor_tells_of_something_else(gazetteer: Gazetteer) -> None:
    text = "[Shells hit Kupiansk].\n[Two people were hurt by a drone]."
    assert names(gazetteer, text, "en", (None, SAMARA_OBLAST)) == ["Kupiansk", "Samara Oblast"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("[Rockets hit Kyiv].\n[Nationwide 41 people died].", "en"),
        ("[Rockets hit Kyiv].\n[30 of 38 missiles were shot down].", "en"),
        ("[Des missiles ont frappé Kiev].\n[Quarante tirs ont été comptés à travers le pays].", "fr"),
        ("[Raketen schlugen in Kiew ein].\n[Landesweit gab es 41 Tote].", "de"),
        ("[Raketen schlugen in Kiew ein].\n[30 von 38 Raketen wurden abgefangen].", "de"),
        ("[Ракеты попали в Киев].\n[По всей стране погиб 41 человек].", "ru"),
        ("[Ракеты попали в Киев].\n[За сутки уничтожено около 480 солдат].", "ru"),
        ("[Ракети влучили в Київ].\n[За добу знищено близько 480 солдатів].", "uk"),
        ("[Ракети влучили в Київ].\n[Збито 30 із 38 ракет].", "uk"),
    ],
)
def test_a_national_count_was_nowhere(gazetteer: Gazetteer, text: str, language: str) -> None:
    assert names(gazetteer, text, language) == ["Kyiv", None]


def test_shares_of_a_total_are_not_gone_on_with(gazetteer: Gazetteer) -> None:
    text = (
        "[A drone hit Toropets].\n[Air defence downed 54 drones], [of them 27 over the Kursk region],"
        " [16 over the Bryansk region].\n[A road near the town is closed]."
    )
    assert names(gazetteer, text, "en") == ["Toropets", None, "Kursk Oblast", "Bryansk Oblast", "Toropets"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("БРЯНСК. [Группа вошла в село Любечане]. [Один житель погиб].", "ru"),
        ("BRYANSK. [A group entered the village of Lyubechane]. [One man died].", "en"),
    ],
)
def test_a_dateline_heads_no_item(gazetteer: Gazetteer, text: str, language: str) -> None:
    assert names(gazetteer, text, language) == ["Lyubechane"] * 2


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("[Eine Explosion erschütterte die Brücke zwischen Russland und der Halbinsel Krim].", "de", "Kerch Bridge"),
        ("[Слышны взрывы на Крымском мосту].", "ru", "Kerch Bridge"),
        ("[Beim Anschlag von Pahalgam starben 26 Menschen].", "de", "Pahalgam"),
        ("[Шестеро погибли в соседних Сушанах].", "ru", "Sushany"),
        ("[Fighters shelled the village of Wad an-Noura].", "en", "Wad al-Noora"),
        ("[Des hommes armés ont attaqué Pont-Sondé].", "fr", "Pont-Sondé"),
    ],
)
def test_places_known_by_what_happened(gazetteer: Gazetteer, text: str, language: str, name: str) -> None:
    assert names(gazetteer, text, language) == [name]


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        # Better the region than a namesake elsewhere.
        ("[Fighters burned the village of Wad el-Qarasha in Sudan].", "en", "Sudan"),
        ("[Shells hit the village of Springfield in the Kursk region].", "en", "Kursk Oblast"),
        ("[Снаряды попали в село Кременнуха в Курской области].", "ru", "Kursk Oblast"),
        ("[Des obus ont touché le village de Villeneuve dans la région de Koursk].", "fr", "Kursk Oblast"),
        ("[Geschosse trafen das Dorf Neustadt in der Region Kursk].", "de", "Kursk Oblast"),
    ],
)
def test_an_unknown_village_is_in_the_region_named(gazetteer: Gazetteer, text: str, language: str, name: str) -> None:
    assert names(gazetteer, text, language) == [name]
