"""Sources that are described, numbered, unnamed, in another office than a pack has them, or passed on."""

import re

import pytest
from spoken import answers

from counterclaim.records.conflict import Conflict

Packs = tuple[Conflict, ...]
INSTALLED = "Russian-installed Kherson governor Vladimir Saldo"

# Language, text with the sources in brackets (the last is asked for), canonical name, side.
DESCRIBED = [
    ("en", "[The Karsk Watch, a project close to the Ukrainian army,]", "Karsk Watch", None),
    ("en", "[the Kremlin-backed head of Crimea]", "head of Crimea Sergey Aksyonov", "RU"),
    ("en", "[the Russian-installed governor of Kherson]", INSTALLED, "RU"),
    ("en", "[the army of Moscow]", "Russian army", "RU"),
    ("en", "[A Ukrainian soldier]", "unnamed Ukrainian soldier", "UA"),
    ("en", "[a doctor at Nasser hospital]", "unnamed doctor at the Nasser Hospital", None),
    ("en", "[UNICEF spokesman James Elder]", "UNICEF spokesman James Elder", "UN"),
    ("en", "[a Hamas source]", "unnamed Hamas source", "HAMAS"),
    ("en", "[Houthi-run Al Masirah TV]", "Al Masirah", "media"),
    ("en", "[General Yasser al-Karsk]", "General Yasser al-Karsk", None),
    ("en", "[former Karsk mayor Ana Lem]", "former Karsk mayor Ana Lem", None),
    ("uk", "[мер Мелітополя Іван Федоров]", "Melitopol mayor Ivan Fedorov", "UA"),
    ("uk", "[окупаційний губернатор Херсонщини]", INSTALLED, "RU"),
    ("uk", "[мешканка Ольга]", "resident Olha", None),
    ("uk", "[Дніпровська міська рада]", "Dnipro city administration", "UA"),
    ("uk", "[двох американських посадовців]", "two unnamed US officials", "US"),
    ("ru", "[назначенный Москвой губернатор Херсонской области]", INSTALLED, "RU"),
    ("ru", "[правозащитная организация «Карск»]", "Karsk", None),
    ("ru", "[депутат Госдумы Пётр Лем]", "State Duma lawmaker Pyotr Lem", "RU"),
    ("fr", "[le gouverneur de Kherson nommé par Moscou]", INSTALLED, "RU"),
    ("fr", "[une source onusienne]", "unnamed UN source", "UN"),
    ("de", "[der von Russland eingesetzte Gouverneur von Cherson]", INSTALLED, "RU"),
    ("de", "[zwei israelische Beamte]", "two unnamed Israeli officials", "ISR"),
]  # fmt: skip

NUMBERED = [
    ("en", "[the Ukrainian 82nd Air Assault Brigade]", "82nd Air Assault Brigade", "UA"),
    ("en", "[Russia's 58th Combined Arms Army]", "58th Combined Arms Army", "RU"),
    ("en", "[the 47 brigades]", "narrator", "media"),
    ("uk", "[110-та окрема механізована бригада]", "110th Separate Mechanized Brigade", "UA"),
    ("uk", "[речниця 24-ї бригади Олена Лем]", "24th Brigade spokeswoman Olena Lem", "UA"),
    ("uk", "[36-та бригада морської піхоти]", "36th Marine Brigade", "UA"),
    ("ru", "[командир 3-й штурмовой бригады Пётр Лем]", "3rd Assault Brigade commander Pyotr Lem", None),
    ("fr", "[la 47e brigade mécanisée ukrainienne]", "47th Mechanized Brigade", "UA"),
    ("de", "[die ukrainische 3. Sturmbrigade]", "3rd Assault Brigade", "UA"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "marked", "name", "side"), [*DESCRIBED, *NUMBERED])
def test_names_those_described(shipped: Packs, language: str, marked: str, name: str, side: str | None) -> None:
    text = f"… {re.sub(r'[][]', '', marked)} …"
    sources = re.findall(r"\[([^\]]*)\]", marked)
    answer = answers(shipped, text, *sources, language=language, published="2024-03-12")[-1]
    assert (answer.name, answer.side) == (name, side)


def test_the_chain_keeps_everybody_who_passed_it_on(shipped: Packs) -> None:
    text = "The Kyiv Independent reported, citing Ukrainska Pravda, that the mayor of Kharkiv said so."
    (answer,) = answers(shipped, text, "the mayor of Kharkiv")
    assert answer.name == "Kharkiv mayor Ihor Terekhov"
    assert answer.chain == ("Kyiv Independent", "Ukrainska Pravda")
