import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from counterclaim import __version__
from counterclaim.cli.desk import Desk
from counterclaim.cli.main import main
from counterclaim.pipeline.rooms import Rooms
from counterclaim.settings import Settings
from toy_rooms import toy_rooms

FIRST = """Fighting near the border
published 2031-05-06
VES denies control at Dolmen on 2031-05-05
KF asserts control at Dolmen on 2031-05-05
"""
SECOND = "Another report\npublished 2031-05-07\nKF asserts injured at Nowhere on 2031-05-06\n"
Run = Callable[..., tuple[int, str, list[str]]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command with the toy rooms: exit status, what it printed, and its lines on standard error."""

    def run(*arguments: object) -> tuple[int, str, list[str]]:
        status = main([str(a) for a in arguments], Desk(lambda settings: toy_rooms()))
        out, err = capsys.readouterr()
        return status, out, err.splitlines()

    return run


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text(FIRST)
    (folder / "b.txt").write_text(SECOND)
    return folder


@pytest.fixture
def ledger(run: Run, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "l.db"
    assert run("add", reports, "--ledger", path)[0] == 0
    monkeypatch.setenv("COUNTERCLAIM_LEDGER", str(path))
    return path


def test_extract_prints_one_object_a_report_and_keeps_nothing(run: Run, reports: Path, tmp_path: Path) -> None:
    status, out, err = run("extract", reports)
    first, second = map(json.loads, out.splitlines())
    assert (status, err) == (0, [])
    assert [c["stance"] for c in first["claims"]] == ["denies", "asserts"]
    assert second["report"]["text"] == SECOND
    assert list(tmp_path.iterdir()) == [reports]


def test_one_bad_input_is_named_and_the_rest_is_done(run: Run, reports: Path) -> None:
    (reports / "aa.txt").write_text("")
    (reports / "ab.txt").write_text("BREAK")
    status, out, err = run("extract", reports, reports / "none.txt")
    assert status == 1
    assert len(out.splitlines()) == 2
    empty, broken, missing = err
    assert empty.startswith(f"counterclaim: {reports / 'aa.txt'}: ")
    assert broken.startswith(f"counterclaim: {reports / 'ab.txt'}: a fault in counterclaim (IndexError")
    assert missing == f"counterclaim: {reports / 'none.txt'}: no such file or folder"


def test_a_missing_day_of_publication_is_a_notice_not_a_failure(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "undated.txt"
    path.write_text("KF asserts control at Dolmen on 2031-05-05")
    status, out, (notice,) = run("extract", path)
    assert (status, json.loads(out)["claims"][0]["date"]) == (0, None)
    assert notice.startswith(f"counterclaim: {path}: no day of publication")
    status, out, err = run("extract", path, "--published", "2031-05-06")
    assert (status, json.loads(out)["claims"][0]["date"], err) == (0, "2031-05-05", [])


def test_a_table_shows_the_claims_and_nothing_that_acts_on_a_terminal(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "hostile.txt"
    path.write_text("\x1b[2J[red]Title\npublished 2031-05-06\nKF asserts control at Dolmen on \x1b[31m\u202e\n")
    status, out, _ = run("extract", path, "--format", "table")
    assert status == 0
    assert "KF army" in out
    assert out.replace("\n", "").isprintable()
    status, out, _ = run("extract", path)
    assert out.replace("\n", "").isprintable()


def test_standard_input_is_a_source(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(FIRST.encode())))
    assert len(json.loads(run("extract", "-")[1])["claims"]) == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["extract"], "Missing argument"),
        (["extract", "x", "--published", "2031-02-30"], "is no day"),
        (["extract", "x", "--published", "12 May"], "is no day"),
        (["extract", "x", "--format", "xml"], "is not one of"),
        (["extract", "x", "--pack", "none.toml"], "does not exist"),
        (["extract", "x", "--\x1b[2Jnone"], "No such option"),
        (["add", "x"], "Missing option '--ledger'"),
        (["events", "--ledger", "l", "--date", "soon"], "is no date"),
        (["events", "--ledger", "l", "--type", "S"], "one of Suicide bomb; Shelling"),
        (["events", "--ledger", "l", "--standing", "true"], "is not one of"),
        (["evaluate", "guess", "."], "is not one of"),
        (["wonder"], "No such command"),
    ],
)
def test_wrong_usage_is_told_with_status_2(run: Run, arguments: list[str], said: str) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert said in err[-1]
    assert "".join(err).isprintable()


def test_add_tells_what_it_did_and_twice_does_nothing(run: Run, reports: Path, tmp_path: Path) -> None:
    first = run("add", reports, "--ledger", tmp_path / "l.db")
    again = run("add", reports, "--ledger", tmp_path / "l.db")
    assert first == (0, "2 added, 0 known already, 0 failed; 2 events in all\n", [])
    assert again == (0, "0 added, 2 known already, 0 failed; 2 events in all\n", [])


@pytest.mark.parametrize("command", ["reports", "claims", "events"])
def test_look_ups_print_json_lines_or_a_table(run: Run, ledger: Path, command: str) -> None:
    values = json.loads(run(command, "--format", "json")[1])
    lines = [json.loads(line) for line in run(command, "--format", "jsonl")[1].splitlines()]
    assert values == lines
    assert len(values) >= 2
    status, table, err = run(command, "--format", "table")
    assert (status, err) == (0, [])
    assert values[0]["id"] in table or command == "claims"
    assert run(command)[1] == run(command, "--format", "json")[1]


@pytest.mark.parametrize(
    ("command", "filters", "count"),
    [
        ("claims", ["--place", "dolmen"], 2),
        ("claims", ["--side", "VES"], 1),
        ("claims", ["--stance", "denies", "--standing", "contested"], 1),
        ("claims", ["--date", "2031-05-06"], 1),
        ("claims", ["--type", "armed"], 3),
        ("events", ["--standing", "contested"], 1),
        ("events", ["--date", "2031-04"], 0),
        ("reports", ["--place", "Karsk"], 1),
        ("reports", ["--date", "2031-05-07"], 1),
    ],
)
def test_look_ups_can_be_narrowed(run: Run, ledger: Path, command: str, filters: list[str], count: int) -> None:
    assert len(json.loads(run(command, *filters)[1])) == count


def test_reports_tell_their_claims_and_what_they_repeat(run: Run, ledger: Path, reports: Path) -> None:
    (reports / "c.txt").write_text(SECOND.replace("injured", "killed").replace("05-07", "05-08"))
    run("add", reports / "c.txt", "--ledger", ledger)
    listed = json.loads(run("reports")[1])
    assert [r["claims"] for r in listed] == [2, 1, 1]
    assert {r["reprint_of"] for r in listed} - {None} <= {r["id"] for r in listed}


def test_show_prints_the_matrix_with_the_sentences(run: Run, ledger: Path) -> None:
    event = next(e["id"] for e in json.loads(run("events")[1]) if len(e["claims"]) == 2)
    status, out, _ = run("show", event[:6], "--format", "table")
    assert status == 0
    heading = next(line for line in out.splitlines() if "proposition" in line)
    row = next(line for line in out.splitlines() if line.strip().startswith("control"))
    assert heading.split() == ["proposition", "KF", "VES", "standing", "why"]
    assert row.split()[:6] == ["control", "asserts", "(2)", "denies", "(1)", "contested"]
    assert "“VES denies control at Dolmen on 2031-05-05”" in out
    shown = json.loads(run("show", event)[1])
    assert [c["words"] for c in shown["evidence"]] == FIRST.splitlines()[2:]
    status, _, err = run("show", "e0000")
    assert (status, "no such event" in err[0]) == (1, True)


def test_a_ledger_that_cannot_be_used_is_one_line(run: Run, reports: Path, tmp_path: Path) -> None:
    for arguments in (("events", "--ledger", tmp_path / "none.db"), ("add", reports, "--ledger", reports / "a.txt")):
        status, out, (line,) = run(*arguments)
        assert (status, out) == (1, "")
        assert line.startswith(f"counterclaim: {arguments[-1]}: ")


def test_a_fault_is_one_line_and_interruption_is_quiet(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    def failing(error: BaseException) -> tuple[int, str]:
        def rooms(settings: Settings) -> Rooms:
            raise error

        status = main(["extract", "x"], Desk(rooms))
        return status, capsys.readouterr().err.strip()

    status, line = failing(ZeroDivisionError("by\nzero"))
    assert status == 1
    assert line.startswith("counterclaim: a fault in counterclaim (ZeroDivisionError: by zero)")
    assert failing(KeyboardInterrupt()) == (130, "")


def test_version_and_help(run: Run) -> None:
    status, out, err = run()
    assert (status, out, err[0]) == (2, "", "Usage: counterclaim [OPTIONS] COMMAND [ARGS]...")
    assert run("--version")[1] == f"counterclaim {__version__}\n"
    for command in ("", "demo", "extract", "add", "reports", "claims", "events", "show", "page", "evaluate"):
        status, out, _ = run(*filter(None, [command, "--help"]))
        assert status == 0
        assert "Usage: counterclaim" in out


def test_evaluate_ledger_prints_a_table_and_ends_with_an_object(run: Run, reports: Path, tmp_path: Path) -> None:
    gold = json.loads(run("extract", reports / "a.txt")[1])
    gold["claims"][0]["stance"] = "confirms"
    (reports / "a.json").write_text(json.dumps({**gold, "published": "2031-05-06"}))
    arguments = ("evaluate", "ledger", reports, "--predictions", tmp_path / "out", "--errors")
    status, out, err = run(*arguments)
    assert (status, err) == (0, [])
    *table, last = out.splitlines()
    figures = json.loads(last)
    assert (figures["f1"], figures["stance"], figures["n_stance"], figures["n_matched"]) == (1.0, 0.5, 1, 2)
    assert any("stance: gold 'confirms', predicted 'denies'" in line for line in table)
    assert len(json.loads((tmp_path / "out" / "a.json").read_text())["claims"]) == 2
    status, _, (line,) = run("evaluate", "ledger", tmp_path / "out")
    assert status == 1
    assert "no NAME.txt with NAME.json" in line
