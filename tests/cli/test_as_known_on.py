"""Looking into a ledger as of a day."""

import json
from pathlib import Path

import pytest

from counterclaim.cli.desk import Desk
from counterclaim.cli.main import main
from toy_rooms import toy_rooms

TEXTS = (
    "One\npublished 2031-05-06\nKF asserts control at Dolmen on 2031-05-05\n",
    "Two\npublished 2031-05-09\nVES denies control at Dolmen on 2031-05-05\n",
    "Three\npublished 2031-05-10\nKF asserts injured at Issel on 2031-05-05\n",
)


@pytest.fixture(autouse=True)
def _ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("COUNTERCLAIM_LEDGER", str(tmp_path / "l.db"))
    for number, text in enumerate(TEXTS):
        (tmp_path / f"{number}.txt").write_text(text)
        assert run("add", tmp_path / f"{number}.txt") == 0
    capsys.readouterr()


def run(*arguments: object) -> int:
    return main([str(a) for a in arguments], Desk(lambda settings: toy_rooms()))


def events(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[tuple[str, int]]:
    assert run("events", *arguments) == 0
    return [(e["title"], len(e["claims"])) for e in json.loads(capsys.readouterr().out)]


def test_events_are_those_of_the_day(capsys: pytest.CaptureFixture[str]) -> None:
    assert events(capsys, "--as-known-on", "2031-05-05") == []
    assert events(capsys, "--as-known-on", "2031-05-06") == [("Clash at Dolmen", 1)]
    assert events(capsys, "--as-known-on", "2031-05-09") == [("Clash at Dolmen", 2)]
    assert len(events(capsys, "--as-known-on", "2031-05-10")) == 2


def test_sides_and_standings_are_asked_of_the_day(capsys: pytest.CaptureFixture[str]) -> None:
    assert events(capsys, "--side", "VES", "--as-known-on", "2031-05-06") == []
    assert len(events(capsys, "--side", "ves", "--as-known-on", "2031-05-09")) == 1
    assert events(capsys, "--stance", "denies", "--as-known-on", "2031-05-06") == []
    assert len(events(capsys, "--standing", "single side", "--as-known-on", "2031-05-06")) == 1
    assert events(capsys, "--standing", "agreed", "--as-known-on", "2031-05-06") == []


def test_show_is_of_the_day(capsys: pytest.CaptureFixture[str]) -> None:
    run("events", "--place", "Dolmen")
    (event,) = json.loads(capsys.readouterr().out)
    assert run("show", event["id"], "--as-known-on", "2031-05-06") == 0
    found = json.loads(capsys.readouterr().out)
    assert [e["published"] for e in found["evidence"]] == ["2031-05-06"]
    assert [c["id"] for c in found["claims"]] == [found["evidence"][0]["id"]]
    assert run("show", event["id"], "--as-known-on", "2031-05-05") == 1
    assert "no report published by 2031-05-05 tells of it" in capsys.readouterr().err


def test_a_page_is_of_the_day(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    assert run("page", out, "--as-known-on", "2031-05-06") == 0
    text = out.read_text()
    assert "as of" in text
    assert "Three" not in text


def test_what_has_no_day_is_told_and_left_out(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "undated.txt").write_text("KF asserts injured at Dolmen on 2031-05-05\n")
    run("add", tmp_path / "undated.txt")
    capsys.readouterr()
    assert run("events", "--as-known-on", "2031-05-06") == 0
    out, err = capsys.readouterr()
    assert len(json.loads(out)) == 1
    assert "1 report has no day of publication" in err


def test_no_day_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("events", "--as-known-on", "soon") == 2
    assert "is no day" in capsys.readouterr().err
