import sqlite3
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from counterclaim.errors import LedgerError
from counterclaim.ledger.migrating import HEAD, VERSION_TABLE
from counterclaim.ledger.schema import metadata
from counterclaim.ledger.sqlite import look_into, open_ledger
from toy_rooms import toy_capture, toy_coded

ROOT = Path(__file__).parents[2]
TEXT = "A report\npublished 2031-05-06\nKF asserts control at Dolmen on 2031-05-05\n"


def filled(path: Path) -> Path:
    with open_ledger(path) as ledger:
        ledger.add(toy_capture(TEXT), toy_coded(TEXT))
    return path


def test_migrations_make_the_tables_that_the_code_expects(tmp_path: Path) -> None:
    path = filled(tmp_path / "l.db")
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
        assert compare_metadata(context, metadata) == []
        assert context.get_current_revision() == HEAD
    config = Config()
    config.set_main_option("script_location", str(ROOT / "src/counterclaim/ledger/migrations"))
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


def test_a_ledger_stands_on_a_write_ahead_log_and_foreign_keys(tmp_path: Path) -> None:
    path = filled(tmp_path / "l.db")
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_looking_changes_nothing_and_leaves_nothing_lying_about(tmp_path: Path) -> None:
    path = filled(tmp_path / "l.db")
    with look_into(path) as ledger:
        assert len(ledger.reports()) == 1
        with pytest.raises(LedgerError, match="read-only"):
            ledger.add(toy_capture("Another"), toy_coded("Another"))
    assert [p.name for p in tmp_path.iterdir()] == ["l.db"]


def read_all(path: Path, *, writing: bool) -> None:
    with open_ledger(path) if writing else look_into(path) as ledger:
        ledger.events()
        ledger.claims()
        ledger.reports()


def failure(path: Path, *, writing: bool) -> str:
    with pytest.raises(LedgerError) as caught:
        read_all(path, writing=writing)
    line = str(caught.value)
    assert line.startswith(f"{path}: ")
    assert "\n" not in line
    return line.removeprefix(f"{path}: ")


@pytest.mark.parametrize("writing", [True, False])
def test_what_is_no_ledger_is_refused_in_one_line_and_left_alone(tmp_path: Path, writing: bool) -> None:
    prose = tmp_path / "prose.txt"
    prose.write_text("Not a database, but long enough to look like one might. " * 50)
    assert failure(prose, writing=writing) == "is not a ledger (it is no SQLite database)"
    assert prose.read_text().startswith("Not a database")
    assert failure(tmp_path, writing=writing) == "is a folder, not a ledger"
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE bookmarks (id)")
    assert failure(other, writing=writing) == "is a database, but no ledger"
    assert "there is no" in failure(tmp_path / "none" / "l.db", writing=writing)


def test_an_empty_or_missing_ledger_is_made_by_adding_only(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    assert failure(path, writing=False).startswith("there is no such ledger")
    assert not path.exists()
    path.touch()
    assert failure(path, writing=False).startswith("is empty")
    with look_into(filled(path)) as ledger:
        assert len(ledger.reports()) == 1


@pytest.mark.parametrize("writing", [True, False])
@pytest.mark.parametrize("kept", [0.3, 0.7, 0.97])
def test_a_half_written_ledger_is_one_line(tmp_path: Path, kept: float, writing: bool) -> None:
    whole = filled(tmp_path / "whole.db").read_bytes()
    path = tmp_path / "half.db"
    path.write_bytes(whole[: int(len(whole) * kept)])
    assert failure(path, writing=writing) == "is damaged or only half written"


@pytest.mark.parametrize("writing", [True, False])
def test_a_newer_ledger_is_refused(tmp_path: Path, writing: bool) -> None:
    path = filled(tmp_path / "l.db")
    with sqlite3.connect(path) as connection:
        connection.execute(f"UPDATE {VERSION_TABLE} SET version_num = '9999'")
    assert failure(path, writing=writing).startswith("was made by a newer counterclaim (tables 9999")


def test_a_migration_that_breaks_off_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from alembic import command
    from alembic.config import Config

    real = command.upgrade

    def broken(config: Config, revision: str) -> None:
        real(config, revision)
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "upgrade", broken)
    with pytest.raises(KeyboardInterrupt), open_ledger(tmp_path / "l.db"):
        pass
    assert failure(tmp_path / "l.db", writing=False).startswith("is empty")


READER = """
import os, sys
sys.path.insert(0, {src!r})
import sqlalchemy.dialects.sqlite
from counterclaim.errors import LedgerError
from counterclaim.ledger.sqlite import look_into, open_ledger
if os.geteuid() == 0:
    os.setuid(65534)
with look_into({path!r}) as ledger:
    print(len(ledger.reports()))
try:
    with open_ledger({path!r}) as ledger:
        print("opened")
except LedgerError as error:
    print(error)
"""


def test_a_read_only_ledger_can_be_looked_into_and_says_that_it_is() -> None:
    with TemporaryDirectory() as folder:
        path = filled(Path(folder) / "l.db")
        path.chmod(0o444)
        Path(folder).chmod(0o555)
        code = READER.format(src=str(ROOT / "src"), path=str(path))
        run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
        Path(folder).chmod(0o755)
    assert run.stdout.splitlines() == ["1", f"{path}: is read-only"], run.stderr
