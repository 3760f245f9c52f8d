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
