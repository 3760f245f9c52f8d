"""A new conflict takes no code: a pack for an invented one, written here, tells sides, offices by date, rivals and
descriptions in five languages.
"""

import re
from pathlib import Path

import pytest
from spoken import answers

from counterclaim import packs
from counterclaim.records.conflict import Conflict

VES, FKB = "VES", "FKB"
PAGE = Path(__file__).resolve().parents[3] / "docs" / "how-to" / "make-a-conflict-pack.md"

# Language, day, text with the sources in brackets (the last is asked for), canonical name, side.
CASES = [
    ("en", "2028-05-01", "[the Karsk governor]", "Karsk governor Ana Lem", VES),
    ("en", "2031-05-01", "[the Karsk governor]", "Karsk governor Piet Roos", VES),
    ("en", "2020-05-01", "[the Karsk governor]", "Karsk governor", VES),
    ("en", "2031-05-01", "[Rohs]", "Karsk governor Piet Roos", VES),
    ("en", "2031-05-01", "[FKB]", "Free Karsk Brigade", FKB),
    ("en", "2031-05-01", "[the Karsk bandits]", "Free Karsk Brigade", FKB),
    ("en", "2031-05-01", "[the commander of the Free Karsk Brigade]", "Free Karsk Brigade commander Otto Brandel", FKB),
    ("en", "2031-05-01", "[the Swedish army]", "Veslander Armed Forces", VES),
    ("en", "2031-05-01", "[the occupation governor of Karsk]", "Brigade-installed Karsk governor Dora Falk", FKB),
    ("en", "2031-05-01", "[Karsk mayor Ana Lem]", "Karsk mayor Ana Lem", VES),
    ("en", "2031-05-01", "[former Karsk governor Ulf Berg]", "former Karsk governor Ulf Berg", VES),
    ("fr", "2031-05-01", "[le gouverneur de Karsk]", "Karsk governor Piet Roos", VES),
    ("fr", "2031-05-01", "[la Brigade du Karsk libre]", "Free Karsk Brigade", FKB),
    ("fr", "2031-05-01", "[l'armée suédoise]", "Veslander Armed Forces", VES),
    ("de", "2031-05-01", "[der Gouverneur von Karsk]", "Karsk governor Piet Roos", VES),
    ("de", "2031-05-01", "[die Brigade Freies Karsk]", "Free Karsk Brigade", FKB),
    ("de", "2031-05-01", "[die schwedische Armee]", "Veslander Armed Forces", VES),
    ("uk", "2028-05-01", "[губернатор Карської області]", "Karsk governor Ana Lem", VES),
    ("uk", "2031-05-01", "[Піт Роос]", "Karsk governor Piet Roos", VES),
    ("uk", "2031-05-01", "[бригада Вільний Карськ]", "Free Karsk Brigade", FKB),
    ("uk", "2031-05-01", "[шведська армія]", "Veslander Armed Forces", VES),
    ("ru", "2031-05-01", "[губернатор Карской области]", "Karsk governor Piet Roos", VES),
    ("ru", "2031-05-01", "[Пётр Лем]", "Pyotr Lem", None),
    ("ru", "2031-05-01", "[бригада Свободный Карск]", "Free Karsk Brigade", FKB),
    ("ru", "2031-05-01", "[армия Швеции]", "Veslander Armed Forces", VES),
]  # fmt: skip


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> tuple[Conflict, ...]:
    """The pack of the how-to, behind the shipped ones, as a user has it."""
    found = re.search(r"^```text vesland\.toml\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
    assert found is not None
    path = tmp_path_factory.mktemp("packs") / "vesland.toml"
    path.write_text(found[1], encoding="utf-8")
    assert packs.check(path) == ()
    return packs.load([*packs.shipped(), path])


@pytest.mark.parametrize(("language", "day", "marked", "name", "side"), CASES)
def test_a_pack_alone_tells_who_speaks(
    own: tuple[Conflict, ...], language: str, day: str, marked: str, name: str, side: str | None
) -> None:
    text = f"… {re.sub(r'[][]', '', marked)} …"
    sources = re.findall(r"\[([^\]]*)\]", marked)
    answer = answers(own, text, *sources, language=language, published=day)[-1]
    assert (answer.name, answer.side) == (name, side)
