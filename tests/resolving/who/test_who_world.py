"""Sources from wars that no pack describes, and words that need their surroundings."""

import re

import pytest
from spoken import answers

from counterclaim.records.conflict import Conflict

Packs = tuple[Conflict, ...]

# Language, text with the sources in brackets (the last is asked for), canonical name, side.
CASES = [
    ("en", "[Baku]", "Azerbaijani government", None),
    ("en", "[the M23 rebels]", "M23", None),
    ("en", "[Haiti's prime minister, Alix Fils-Aimé,]", "Haitian prime minister Alix Fils-Aimé", None),
    ("en", "[the Hamas-run health ministry]", "Gaza Health Ministry", "HAMAS"),
    ("en", "[Armenian separatists]", "Armenian separatists", None),
    ("en", "[the Sumy regional prosecutor's office]", "Sumy regional prosecutor's office", "UA"),
    ("en", "[a source in the SBU]", "unnamed source in the Security Service of Ukraine", "UA"),
    ("en", "[an airport source]", "unnamed airport source", None),
    ("en", "[Sylvain Ekenge], the Congolese army spokesman,", "Congolese army spokesman Sylvain Ekenge", None),
    ("en", "Russia's Defence Ministry gave another picture. [It] said", "Russian Ministry of Defence", "RU"),
    ("en", "Legion men fled. Russia's Defence Ministry disagreed. [The ministry]", "Russian Ministry of Defence", "RU"),
    ("en", "[Somalia's defence minister] said it. [Ahmed Fiqi] wrote", "Somali defence minister Ahmed Fiqi", None),
    ("en", "[Kenya's police chief] said it. [Ana Lem], a resident, wrote", "Ana Lem", None),
    ("en", "Fighting raged in eastern Congo. [The government]", "Congolese government", None),
    ("en", "Israel struck southern Lebanon, where Hezbollah sits. [The army]", "army", None),
    ("en", "Russia launched 50 drones. [The air force]", "Air Force", None),
    ("uk", "[армія ПАР]", "South African army", None),
    ("uk", "[малі дрони]", "narrator", "media"),
    ("uk", "[Міноборони РФ] заявило. За даними [того ж джерела]", "Russian Ministry of Defence", "RU"),
    ("uk", "[окупаційна адміністрація Енергодара]", "Russian-installed administration of Enerhodar", "RU"),
    ("uk", "[джерела в силових структурах]", "unnamed security sources", None),
    ("uk", "[Ігор Клименко]", "Ukrainian interior minister Ihor Klymenko", "UA"),
    ("ru", "[хунта Мьянмы]", "Myanmar junta", None),
    ("ru", "[премьер-министр Армении Никол Пашинян]", "Armenian prime minister Nikol Pashinyan", None),
    ("ru", "[Следственный комитет Армении]", "Armenian Investigative Committee", None),
    ("ru", "Минобороны РФ сообщило. По версии [военных]", "Russian Ministry of Defence", "RU"),
    ("ru", "[мэр Степанакерта]", "Stepanakert mayor", None),
    ("ru", "[руководство Запорожской АЭС]", "management of the Zaporizhzhia plant", None),
    ("fr", "[l'armée nigérienne]", "Nigerien army", None),
    ("fr", "Kinshasa accuse ; le Rwanda, [lui],", "Rwandan government", None),
    ("fr", "En RDC, dément le gouvernement, dont [le porte-parole],", "Congolese government", None),
    ("fr", "[le Haut-Commissariat de l'ONU pour les réfugiés]", "UNHCR", "UN"),
    ("fr", "Au Mali, des civils ont péri. [l'armée]", "Malian army", None),
    ("de", "[die M23-Rebellen]", "M23", None),
    ("de", "[die US-Armee]", "US army", "US"),
    ("de", "[der kenianische Polizeisprecher Paul Otieno]", "Kenyan police spokesman Paul Otieno", None),
    ("de", "Das AKW Saporischschja sei laut [Betreiber am Sonntag]", "management of the Zaporizhzhia plant", None),
    ("de", "[Sprecher der Luftwaffe Jurij Ihnat]", "Ukrainian Air Force spokesman Yuriy Ihnat", "UA"),
    ("de", "[die UN-Mission im Kongo]", "MONUSCO", "UN"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "marked", "name", "side"), CASES)
def test_names_sources_of_any_war(shipped: Packs, language: str, marked: str, name: str, side: str | None) -> None:
    sources = re.findall(r"\[([^\]]*)\]", marked)
    text = f"… {re.sub(r'[][]', '', marked)} …"
    answer = answers(shipped, text, *sources, language=language, published="2025-02-01")[-1]
    assert (answer.name, answer.side) == (name, side)


def test_an_office_and_the_name_that_follows_are_one_person(shipped: Packs) -> None:
    text = "The Somali defence minister said it. He added more. Ahmed Fiqi wrote the rest."
    said = answers(shipped, text, "The Somali defence minister", "He", "Ahmed Fiqi")
    assert {a.name for a in said} == {"Somali defence minister Ahmed Fiqi"}


@pytest.mark.parametrize(
    ("russian", "ukrainian"),
    [
        ("Russia's Defence Ministry disagreed. [It] said", "Ukraine's Defence Ministry disagreed. [It] said"),
        ("[a source in Russia's military intelligence]", "[a source in Ukraine's military intelligence]"),
        ("[the Belgorod district prosecutor's office]", "[the Kherson district prosecutor's office]"),
        ("[pro-Russian Ukrainian volunteers]", "[pro-Ukrainian Russian volunteers]"),
    ],
)  # fmt: skip
def test_swapped_parties_get_swapped_sides(shipped: Packs, russian: str, ukrainian: str) -> None:
    sides = []
    for marked in (russian, ukrainian):
        (source,) = re.findall(r"\[([^\]]*)\]", marked)
        sides.append(answers(shipped, re.sub(r"[][]", "", marked), source)[0].side)
    assert sides == ["RU", "UA"]
