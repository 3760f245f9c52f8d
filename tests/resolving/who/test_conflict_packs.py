import json
from pathlib import Path

import pytest

from counterclaim import packs
from counterclaim.errors import PackError

HEAD = (
    'id = "x"\ntitle = "X"\nversion = "1"\n[[side]]\ncode = "A"\nname = "Aland"\n[[side]]\ncode = "B"\nname = "Bland"\n'
)


@pytest.mark.parametrize("pack", packs.shipped())
def test_shipped_packs_are_sound(pack: str) -> None:
    assert packs.check(pack) == ()


@pytest.mark.parametrize(
    ("body", "line", "part"),
    [
        ('[[party]]\nid = "p"\nname = "P"\nkind = "body"\nside = "C"\n', 14, "unknown side `C`"),
        ('[[party]]\nid = "p"\nkind = "body"\n', 10, "needs `name`"),
        ('[[party]]\nid = "p"\nname = "P"\nkind = "army"\n', 13, "unknown kind"),
        ('[[party]]\nid = "p"\nname = "P"\nkind = "body"\ncolour = "red"\n', 14, "no key `colour`"),
        ('[[area]]\nname = "P"\ncountry = "Xx"\n', 12, "no ISO 3166 country code"),
        (
            '[[party]]\nid = "p"\nname = "P"\nkind = "body"\nholders = [\n'
            '  { name = "Ana", since = "2020-13" },\n]\n',
            15, "`2020-13` is no date",
        ),
        (
            '[[party]]\nid = "p"\nname = "P"\nkind = "body"\nholders = [\n'
            '  { name = "Ana", since = "2020", until = "2022" },\n  { name = "Bob", since = "2021" },\n]\n',
            16, "tenures of Ana and Bob overlap",
        ),
        (
            '[[party]]\nid = "p"\nname = "P"\nkind = "body"\nside = "A"\nen = ["guards"]\n'
            '[[party]]\nid = "q"\nname = "Q"\nkind = "body"\nside = "B"\nen = ["guards"]\n',
            21, "`guards` already names `p` of another side",
        ),
        ("[[party]\n", 10, "is no TOML"),
        ('[[partys]]\nid = "p"\n', 10, "no key `partys`; did you mean `party`?"),
        ('[[party]]\nid = "p"\nname = "P"\nkind = "body"\nsid = "A"\n', 14, "no key `sid`; did you mean `side`?"),
        ('[[party]]\nid = "p"\nname = "P"\nkind = "armed grup"\n', 13, "did you mean `armed group`?"),
        ('[[party]]\nid = "p"\nname = "P"\nkind = "body"\nrole = "governer"\n', 14, "did you mean `governor`?"),
        ('[[party]]\nid = "p"\nname = ""\nkind = "body"\n', 12, "`name` holds an empty name"),
        ('[[party]]\nid = "p"\nname = "P"\nkind = "body"\nen = ["p", " "]\n', 14, "`en` holds an empty name"),
        ('[[party]]\nid = "p"\nname = "P"\nkind = "body"\nen = "p"\n', 14, "must be a list of texts, not a text"),
        ('[[party]]\nid = "p"\nname = 5\nkind = "body"\n', 12, "must be a text in quotes, not a number"),
        ('[[party]]\nid = "p"\nname = "P"\nkind = "body"\nen = ["* p"]\n', 14, "no name that can be looked for"),
        ('[[party]]\nid = "p"\nname = "P"\nkind = "body"\nen = ["*p"]\n', 14, "end of a word only"),
        ('[[party]]\nid = "p"\nname = "P"\nkind = "body"\nholders = "Ana"\n', 14, "must be a list of tables"),
        ('[[party]]\nid = "p"\nname = "P"\nkind = "body"\nholders = [{ nam = "Ana" }]\n', 14, "did you mean `name`?"),
        ('[[party]]\nid = "p"\nname = "P"\nkind = "body"\nwithin = "o"\n', 14, "unknown party `o`"),
        (
            '[[party]]\nid = "p"\nname = "P"\nkind = "body"\nside = "A"\nen = ["guards"]\n'
            '[[party]]\nid = "q"\nname = "Q"\nkind = "body"\nside = "A"\nen = ["Guards"]\n',
            21, "`Guards` already names `p`",
        ),
        (
            '[[party]]\nid = "p"\nname = "P"\nkind = "body"\nholders = [\n'
            '  { name = "Ana", since = "2021-02-30" },\n]\n',
            15, "`2021-02-30` is no date",
        ),
        ('[[event]]\nid = "e"\ndate = "2024-05-02/2024-05-01"\n', 12, "ends before it begins"),
        ('[[event]]\nid = "e"\ndate = "in May"\n', 12, "`in May` is no date"),
        ('x = [1,\n', 10, "is no TOML"),
    ],
)  # fmt: skip
def test_every_mistake_is_told_by_its_line(tmp_path: Path, body: str, line: int, part: str) -> None:
    path = tmp_path / "pack.toml"
    path.write_text(HEAD + body, encoding="utf-8")
    found = packs.check(path)
    assert any(m.line == line and part in m.message for m in found), found


def test_the_users_own_pack_is_loaded_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "pack.toml"
    path.write_text(HEAD, encoding="utf-8")
    assert [s.code for s in packs.load([path])[0].sides] == ["A", "B"]


def test_what_is_no_pack_is_refused_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="no such pack"):
        packs.load(["nowhere"])
    path = tmp_path / "pack.toml"
    path.write_text("id = 1\n", encoding="utf-8")
    with pytest.raises(PackError, match="no conflict pack"):
        packs.load([path])


VALUES = ("", "x", 5, 2.5, True, [], [[]], ["x"], [5], {}, {"en": 5}, [{}], [{"name": 5}])


@pytest.mark.parametrize("table", ["", "side", "party", "area", "event"])
@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_no_value_anywhere_breaks_the_check(tmp_path: Path, table: str, value: object) -> None:
    keys = ("id", "code", "name", "kind", "side", "role", "nation", "area", "within", "named_alone", "holders", "en")
    more = ("loaded", "country", "names", "geonameid", "date", "home", "theatre", "version", "title", "party", "event")
    for key in (*keys, *more):
        written = json.dumps(value).replace('{"en": 5}', "{ en = 5 }").replace('{"name": 5}', "{ name = 5 }")
        head = f"[[{table}]]\n" if table else ""
        path = tmp_path / "pack.toml"
        path.write_text(f"{head}{key} = {written}\n", encoding="utf-8")
        assert packs.check(path), "no such pack is whole"
