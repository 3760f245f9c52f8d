from pathlib import Path

import pytest

from counterclaim.cli.main import main

GOOD = 'id = "x"\ntitle = "X"\nversion = "1"\n[[side]]\ncode = "A"\nname = "Aland"\n'
BAD = GOOD + '[[party]]\nid = "p"\nname = "P"\nkind = "body"\nside = "B"\n'


def run(capsys: pytest.CaptureFixture[str], *files: object) -> tuple[int, list[str], list[str]]:
    status = main(["pack", "check", *map(str, files)])
    out, err = capsys.readouterr()
    return status, out.splitlines(), err.splitlines()


def test_a_pack_without_mistakes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "good.toml"
    path.write_text(GOOD)
    assert run(capsys, path) == (0, [f"{path}: no mistakes"], [])


def test_mistakes_are_one_line_each_and_the_status_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = tmp_path / "good.toml", tmp_path / "bad.toml"
    good.write_text(GOOD)
    bad.write_text(BAD)
    status, out, err = run(capsys, bad, good)
    assert (status, err) == (1, ["counterclaim: 1 mistake"])
    assert out == [f"{bad}:11: unknown side `B`; there are A", f"{good}: no mistakes"]


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        (None, "", "cannot be read: No such file or directory"),
        (b"\xff\xfe", "", "is no UTF-8 text"),
        (b'id = "x\n', ":1", "is no TOML: Illegal character '\\n'"),
        (b"", "", "the pack needs `id`"),
    ],
)
def test_what_is_no_pack_takes_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes | None, line: str, reason: str
) -> None:
    path = tmp_path / "pack.toml"
    if content is not None:
        path.write_bytes(content)
    status, out, err = run(capsys, path)
    assert status == 1
    assert f"{path}{line}: {reason}" in out
    assert len(err) == 1


def test_no_file_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys)[0] == 2
