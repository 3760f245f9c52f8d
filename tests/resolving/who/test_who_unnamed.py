"""Sources without a name of their own: soldiers by rank, people by kind and place, offices by region, channels."""

import re

import pytest
from spoken import answers

from counterclaim.records.conflict import Conflict

Packs = tuple[Conflict, ...]

# Language, text with the sources in brackets (the last is asked for), canonical name, side.
RANKS = [
    ("en", "Ukraine's army pulled back. [Lt. Gen. Serhiy Naiev]", "Ukrainian Lieutenant General Serhiy Naiev", "UA"),
    ("en", "[a Russian colonel]", "unnamed Russian Colonel", "RU"),
    ("en", "[Israeli Brig. Gen. Dan Otto]. [The general]", "Israeli Brigadier General Dan Otto", "ISR"),
    ("fr", "[le général de brigade Paul Otieno]", "Brigadier General Paul Otieno", None),
    ("de", "[der ukrainische Generalleutnant Serhij Najew]", "Ukrainian Lieutenant General Serhiy Nayev", "UA"),
    ("uk", "[полковник Іван Петренко]", "Ukrainian Colonel Ivan Petrenko", "UA"),
    ("uk", "[генерал-майор Дмитро Марченко]", "Ukrainian Major General Dmytro Marchenko", "UA"),
    ("ru", "Россия наступает. [генерал-лейтенант Игорь Лемов]", "Russian Lieutenant General Igor Lemov", "RU"),
]
PEOPLE = [
    ("en", "[two survivors]", "two unnamed survivors", None),
    ("en", "[a resident of Karsk]", "unnamed resident of Karsk", None),
    ("en", "[resident Ana Lem]", "resident Ana Lem", None),
    ("en", "[eyewitnesses]", "witnesses", None),
    ("en", "[a US official]", "unnamed US official", "US"),
    ("en", "[a senior Hamas official]", "unnamed Hamas official", "HAMAS"),
    ("fr", "[un commerçant de Karsk]", "unnamed trader in Karsk", None),
    ("fr", "[un élu local] témoigne. [Cet élu]", "unnamed local councillor", None),
    ("fr", "[une source sécuritaire malienne]", "unnamed Malian security source", None),
    ("de", "[Anwohner in Karsk]", "residents of Karsk", None),
    ("de", "[zwei Überlebende]", "two unnamed survivors", None),
    ("uk", "[двоє вцілілих]", "two unnamed survivors", None),
    ("uk", "[мешканці Карська]", "residents of Karsk", None),
    ("uk", "[місцева жителька]", "unnamed resident", None),
    ("fr", "[un témoin joint par l'AFP]", "unnamed witness", None),
    ("ru", "[источник в СБУ]", "unnamed source in the Security Service of Ukraine", "UA"),
    ("en", "[a beekeeper from Karsk]", "unnamed beekeeper", None),
    ("en", "[UNRWA] said so. [A night watchman]", "unnamed night watchman", None),
    ("en", "[UNRWA] said so. [A leaked memo statement]", "UNRWA", "UN"),
    ("en", "[The adviser Karim Otto] spoke. [A nurse] saw it. [She]", "unnamed nurse", None),
    ("fr", "[une source diplomatique] parle. [Cette source]", "unnamed diplomatic source", None),
    ("de", "[eine Ärztin der Klinik]", "unnamed doctor at hospital", None),
    ("ru", "[ООН] заявила. [врач больницы]", "unnamed doctor at hospital", None),
    ("ru", "[начальник химической и биологической службы Игорь Лемов]", "head Igor Lemov", None),
    ("uk", "[містяни]", "residents", None),
]
BODIES = [
    ("de", "Es brannte in Simferopol auf der Krim. [Ermittlungskomitee]", "Investigative Committee of Russia", "RU"),
    ("en", "[the UN's migration agency]", "International Organization for Migration", "UN"),
    ("en", "[UN peacekeepers in southern Lebanon]", "UNIFIL", "UN"),
    ("en", "[the Omdurman Resistance Committee]", "Omdurman Resistance Committee", None),
    ("en", "A drone fell in Belgorod. [The regional health department]", "Belgorod regional health department", "RU"),
    ("fr", "Un drone est tombé à Belgorod. [La mairie]", "Belgorod mayor's office", "RU"),
    ("fr", "L'armée nigérienne attaque. [l'état-major]", "General Staff of the Nigerien Armed Forces", None),
    ("fr", "[la mission de l'ONU au Mali]", "MINUSMA", "UN"),
    ("de", "[das UN-Kinderhilfswerk]", "UNICEF", "UN"),
    ("de", "[israelischen Militärangaben]", "Israel Defense Forces", "ISR"),
    ("de", "[der Geheimdienst SBU]", "Security Service of Ukraine", "UA"),
    ("uk", "[Агентство ООН у справах біженців]", "UNHCR", "UN"),
    ("ru", "В Курске упал дрон. [Местный минздрав]", "Kursk regional health ministry", "RU"),
]
CHANNELS = [
    ("en", "[the channel Grey Zone]", "Telegram channel Grey Zone", "media"),
    ("fr", "[la chaîne Telegram Grey Zone]", "Telegram channel Grey Zone", "media"),
    ("uk", "[канал «Попіл»]", "Telegram channel Popil", "media"),
    ("ru", "[паблик «Пепел»]", "Telegram channel Pepel", "media"),
    ("en", "[the TV channel Karsk]", "Karsk", "media"),
]
NOBODY = [
    ("en", "[We]", "narrator", "media"),
    ("en", "[Shelling]", "narrator", "media"),
    ("fr", "Bamako dément. [Nul]", "narrator", "media"),
    ("de", "[Eine]", "narrator", "media"),
    ("uk", "[Сестрам]", "narrator", "media"),
    ("ru", "[Дом]", "narrator", "media"),
]


@pytest.mark.parametrize(
    ("language", "marked", "name", "side"), [*RANKS, *PEOPLE, *BODIES, *CHANNELS, *NOBODY]
)  # fmt: skip
def test_names_those_without_a_name(shipped: Packs, language: str, marked: str, name: str, side: str | None) -> None:
    sources = re.findall(r"\[([^\]]*)\]", marked)
    text = f"… {re.sub(r'[][]', '', marked)} …"
    answer = answers(shipped, text, *sources, language=language, published="2025-02-01")[-1]
    assert (answer.name, answer.side) == (name, side)


@pytest.mark.parametrize(("town", "name"), [("Belgorod", "Belgorod governor"), ("Kharkiv", "Kharkiv governor")])
def test_the_governor_is_that_of_the_region_spoken_of(shipped: Packs, town: str, name: str) -> None:
    text = f"Drones struck a depot in {town} on Tuesday, the governor said."
    (answer,) = answers(shipped, text, "the governor")
    assert answer.name.startswith(name)
    assert len(answer.name.split()) == 4


def test_a_governor_of_no_known_region_is_not_the_narrator(shipped: Packs) -> None:
    (answer,) = answers(shipped, "Shells hit Karsk, the governor said.", "the governor")
    assert (answer.name, answer.side) == ("governor", None)
    assert answer.confidence < 1


@pytest.mark.parametrize(
    ("russian", "ukrainian"),
    [
        ("[Russian Major General Ivan Petrov]", "[Ukrainian Major General Ivan Petrov]"),
        ("[an unnamed Russian security source]", "[an unnamed Ukrainian security source]"),
        ("A drone fell in Belgorod. [The mayor's office]", "A drone fell in Kharkiv. [The mayor's office]"),
        ("[a Russian official]", "[a Ukrainian official]"),
    ],
)
def test_swapped_parties_get_swapped_sides(shipped: Packs, russian: str, ukrainian: str) -> None:
    said = []
    for marked in (russian, ukrainian):
        (source,) = re.findall(r"\[([^\]]*)\]", marked)
        said.append(answers(shipped, re.sub(r"[][]", "", marked), source)[0])
    assert [s.side for s in said] == ["RU", "UA"]
    assert said[0].confidence == said[1].confidence


@pytest.mark.parametrize(
    ("text", "source", "name", "side"),
    [
        ("Shells hit Kherson, the occupation authorities said.", "the occupation authorities", "Kherson", "RU"),
        ("Shells hit Gaza, the occupation authorities said.", "the occupation authorities", "occupation", None),
        ("Shells hit Omdurman, the health ministry said.", "the health ministry", "Sudanese Health Ministry", None),
        ("Shells hit Nyala, police said.", "police", "Sudanese police", None),
        ("Shells hit Sanaa, police said.", "police", "Sanaa police", "HOUTHI"),
        ("The RSF left Nyala, a local group said.", "a local group", "group", None),
    ],
)
def test_the_place_gives_a_side_only_where_one_fits(
    shipped: Packs, text: str, source: str, name: str, side: str | None
) -> None:
    (answer,) = answers(shipped, text, source)
    assert name in answer.name
    assert answer.side == side


def test_a_ukrainian_text_about_another_war_is_not_of_ukraine(shipped: Packs) -> None:
    text = "Збройні сили Судану наступають на Ньялу, сказав військовий."
    (answer,) = answers(shipped, text, "військовий", language="uk")
    assert (answer.name, answer.side) == ("unnamed soldier", None)
