"""Names that the rest of the report decides, and names that are explained beside them."""

import re

import pytest
from spoken import answers

from counterclaim.records.conflict import Conflict

Packs = tuple[Conflict, ...]

# Language, text with the sources in brackets (the last is asked for), canonical name.
CASES = [
    ("en", "The General Staff of the Russian army counts. [Kyiv] denied. [The General Staff]", "Russian General Staff"),
    ("en", "[EUNAVFOR, a European naval mission], said", "EUNAVFOR"),
    ("de", "[die UKMTO, eine Stelle der britischen Marine],", "UKMTO"),
    ("en", "[Israel's ambulance service]", "Magen David Adom"),
    ("fr", "Le Jnim a frappé. [l'organisation liée à al-Qaïda]", "JNIM"),
    ("ru", "ДНИМ напала на базу. [связанная с «Аль-Каидой» группировка]", "JNIM"),
    ("de", "Boko Haram griff an. [die mit dem IS verbündete Gruppe]", "Boko Haram"),
    ("de", "[die Al-Kaida nahestehende JNIM]", "JNIM"),
    ("en", "[the M23, a group allied with Hezbollah,]", "M23"),
    ("en", "[Houthi officials]", "Houthi officials"),
    ("fr", "[le Premier ministre arménien Nikol Pachinian]", "Armenian prime minister Nikol Pashinyan"),
    ("uk", "[прем'єр-міністр Вірменії Нікол Пашинян]", "Armenian prime minister Nikol Pashinyan"),
    ("de", "Die Hisbollah feuerte. [die israelische Armee] sagte es. [Die Schiitenmiliz]", "Hezbollah"),
    ("fr", "[la présidence tchadienne]", "Chadian presidency"),
    ("ru", "[карабахский омбудсмен Гегам Степанян]", "Nagorno-Karabakh ombudsman Gegham Stepanyan"),
    ("de", "[Armeniens Ombudsmann Arman Tatojan]", "Armenian ombudsman Arman Tatoyan"),
    ("fr", "[l'armée de défense du Haut-Karabakh]", "Nagorno-Karabakh Defence Army"),
    ("ru", "[Из Степанакерта]", "Nagorno-Karabakh authorities"),
    ("ru", "[Глава Крыма Аксёнов] сказал это. [не назвавшийся западный чиновник]", "unnamed Western official"),
    ("fr", "[un responsable occidental]", "unnamed Western official"),
    ("de", "[der Betreiber Ukrhydroenerho]", "Ukrhydroenergo"),
    ("de", "[Die Fluggesellschaft Karskair]", "Karskair"),
    ("ru", "Крымский мост закрыли. [из сообщений оперштаба]", "Crimean operational headquarters"),
    ("de", "[Hisbollah-Funktionäre]", "Hezbollah officials"),
    ("en", "[a spokesman for the Chadian army's Third Division]", "Chadian army Third Division"),
    ("en", "[satellite images from Maxar]", "Maxar Technologies"),
    ("fr", "[des responsables du Hamas]", "Hamas officials"),
    ("de", "Die IAEA warnt. [IAEA-Chef Rafael Grossi] sprach. [die Behörde]", "IAEA"),
    ("ru", "[«Врачи без границ»]", "Médecins Sans Frontières"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "marked", "name"), CASES)
def test_names_by_what_the_report_says_around(shipped: Packs, language: str, marked: str, name: str) -> None:
    sources = re.findall(r"\[([^\]]*)\]", marked)
    text = f"… {re.sub(r'[][]', '', marked)} …"
    assert answers(shipped, text, *sources, language=language, published="2025-02-01")[-1].name == name


@pytest.mark.parametrize(
    ("named", "speaks", "side"),
    [("Генерального штаба ВСУ", "Кремль", "UA"), ("Генерального штаба России", "Киев", "RU")],
)
def test_a_bare_body_is_the_one_named_in_full_whoever_spoke_last(
    shipped: Packs, named: str, speaks: str, side: str
) -> None:
    text = f"По сводке {named}, бои идут. {speaks} возразил. Генштаб уточнил."
    assert answers(shipped, text, speaks, "Генштаб", language="ru")[-1].side == side
