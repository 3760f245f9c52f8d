"""What the sides said turn by turn is kept; a ledger of the first version takes it up."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from counterclaim.errors import LedgerError
from counterclaim.ledger import migrating
from counterclaim.ledger.migrating import VERSION_TABLE
from counterclaim.ledger.sqlite import look_into, open_ledger
from counterclaim.records.event import Event, Finding, Position, Standing, Turn
from counterclaim.records.event_type import EventType, PropositionKind
from counterclaim.records.tagging import Stance
from toy_rooms import toy_capture, toy_coded

TEXT = "A report\npublished 2031-05-06\nKF asserts control at Dolmen on 2031-05-05\n"


def event(claim: str) -> Event:
    turns = (
        Turn("2031-05-06", Stance.DENIES, None, (claim,)),
        Turn(None, Stance.CONFIRMS, "\ud800 40", (claim,)),
    )
    position = Position("KF", Stance.DENIES, (claim,), (), ("KF army",), "2031-05-06", None, turns, current=False)
    finding = Finding(PropositionKind.CONTROL, None, (position,), Standing.SINGLE_SIDE, "so")
    return Event(
        "e1", "a title", EventType.ARMED_CLASH, None, None, (claim,), findings=(finding,), parties=("KF", "VS")
    )


def filled(path: Path) -> Event:
    with open_ledger(path) as ledger:
        ledger.add(toy_capture(TEXT), toy_coded(TEXT))
        made = event(ledger.claims()[0].id)
        ledger.reconcile(lambda reports, claims: ((), (made,)), "toy 1")
    return made


def downgraded(path: Path) -> None:
    """The ledger as the first version had it, where all that it has in other columns is lost."""
    first = path.with_name("first.db")
    with monkeypatched_head("0001"), open_ledger(first):
        pass
    with closing(sqlite3.connect(first)) as connection:
        connection.execute("ATTACH ? AS later", (str(path),))
        tables = [name for (name,) in connection.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'")]
        for table in (t for t in tables if t != VERSION_TABLE):
            own = [row[1] for row in connection.execute(f"PRAGMA main.table_info({table})")]
            names = ", ".join(own)
            given = ", ".join("rowid" if name == "position" and table == "events" else name for name in own)
            connection.execute(f"DELETE FROM main.{table}")
            connection.execute(f"INSERT INTO main.{table} ({names}) SELECT {given} FROM later.{table}")
        connection.commit()
    for file in path.parent.glob("l.db*"):
        file.unlink()
    first.rename(path)


@contextmanager
def monkeypatched_head(version: str) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(migrating, "HEAD", version)
        yield


def test_histories_and_parties_come_back_whole(tmp_path: Path) -> None:
    made = filled(tmp_path / "l.db")
    with look_into(tmp_path / "l.db") as ledger:
        assert ledger.events() == (made,)


def test_a_ledger_of_the_first_version_is_brought_up_and_its_findings_are_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    made = filled(path)
    downgraded(path)
    with pytest.raises(LedgerError, match="older counterclaim"):
        look_into(path)
    with open_ledger(path) as ledger:
        (old,) = ledger.events()
        assert old.parties == ()
        assert old.findings[0].positions[0].current
        assert ledger.reconcile(lambda reports, claims: ((), (made,)), "toy 1")
        assert ledger.events() == (made,)
