"""The program as a process of its own: what only shows from outside."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
PROGRAM = f"""
import sys
sys.path[:0] = [{str(ROOT / "src")!r}, {str(ROOT / "tests")!r}]
from toy_rooms import toy_rooms
from counterclaim.cli.desk import Desk
from counterclaim.cli.main import main
sys.exit(main(None, Desk(lambda settings: toy_rooms())))
"""
REPORT = "A report\npublished 2031-05-06\n" + "KF asserts control at Dolmen on 2031-05-05\n" * 3


def start(*arguments: object, **streams: Any) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", PROGRAM, *map(str, arguments)]
    program: subprocess.Popen[str] = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, **streams)
    return program


def many_reports(folder: Path) -> Path:
    for number in range(200):
        (folder / f"{number}.txt").write_text(f"{number} {REPORT}")
    return folder


def test_a_reader_who_goes_away_is_no_error(tmp_path: Path) -> None:
    program = start("extract", many_reports(tmp_path), stdout=subprocess.PIPE)
    assert program.stdout is not None
    program.stdout.readline()
    program.stdout.close()
    assert program.stderr is not None
    assert (program.stderr.read(), program.wait(30)) == ("", 141)


def test_a_progress_bar_takes_nothing_off_the_pipe(tmp_path: Path) -> None:
    terminal, end = os.openpty()
    command = [sys.executable, "-c", PROGRAM, "extract", str(many_reports(tmp_path))]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=end, env={**os.environ, "TERM": "xterm"}) as program:
        os.close(end)
        assert program.stdout is not None
        assert len(program.stdout.read().splitlines()) == 200
    assert b"reports" in os.read(terminal, 65536)
    os.close(terminal)


def test_a_full_disk_is_one_line(tmp_path: Path) -> None:
    with open("/dev/full", "w") as full:
        program = start("extract", many_reports(tmp_path), stdout=full)
        _, err = program.communicate(timeout=30)
    assert (err, program.returncode) == ("counterclaim: output: No space left on device\n", 1)


def test_interruption_is_quiet(tmp_path: Path) -> None:
    program = start("extract", many_reports(tmp_path), stdout=subprocess.PIPE)
    assert program.stdout is not None
    assert program.stdout.readline()  # it is at work, and a pipe that nobody reads on keeps it from ending
    program.send_signal(signal.SIGINT)
    _, err = program.communicate(timeout=60)
    assert (err.strip(), program.returncode) == ("", 130)


def test_letters_of_all_scripts_are_printed_whatever_the_locale_says(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Бої " + REPORT, encoding="utf-8")
    environment = {"PYTHONIOENCODING": "latin-1", "PATH": "/usr/bin"}
    program = start("extract", tmp_path, stdout=subprocess.PIPE, env=environment)
    out, err = program.communicate(timeout=30)
    assert (err, program.returncode) == ("", 0)
    assert "Бої" in out


def test_nothing_heavy_is_loaded_before_it_is_asked_for() -> None:
    heavy = "sqlalchemy alembic rich trafilatura pymorphy3 simplemma httpx lxml jinja2 py3langid"
    code = f"import sys, counterclaim.cli.main; print([m for m in {heavy.split()} if m in sys.modules])"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env={"PYTHONPATH": str(ROOT / "src")}
    )
    assert run.stdout == "[]\n", run.stderr
