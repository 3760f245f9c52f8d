"""A ledger in one SQLite file: write-ahead log, foreign keys, waiting in turn, and one line for each failure."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry

from counterclaim.errors import LedgerError, one_line
from counterclaim.ledger.codec import dumps
from counterclaim.ledger.migrating import migrate, require_current
from counterclaim.ledger.sql import SqlLedger
from counterclaim.ledger.store import Ledger

BUSY_SECONDS = 60.0
# What SQLite says, and what that means to somebody who keeps a ledger.
MEANINGS = {
    "file is not a database": "is not a ledger (it is no SQLite database)",
    "malformed": "is damaged or only half written",
    "unsupported file format": "is damaged or only half written",
    "unable to open": "cannot be opened (does the folder exist, and may you read and write there?)",
    "readonly": "is read-only",
    "read-only": "is read-only",
    "locked": "is in use by another process, and stayed so",
    "disk is full": "cannot be written: the disk is full",
    "disk I/O error": "cannot be read or written: the disk reports an error",
}


def open_ledger(path: str | Path) -> Ledger:
    """The ledger at ``path`` for reading and writing; made, or brought to this version, where needed."""
    file = _checked(Path(path))
    if not file.parent.is_dir():
        raise LedgerError(f"{file}: there is no folder {file.parent}")
    guard = partial(_clear_errors, file)
    with guard():
        engine = _engine(file, "rwc")
        with engine.execution_options(writing=True).begin() as connection:
            migrate(connection, str(file))
    return SqlLedger(engine, str(file), guard)


def look_into(path: str | Path) -> Ledger:
    """The ledger at ``path`` for reading only; it is left as it is."""
    file = _checked(Path(path))
    if not file.is_file():
        raise LedgerError(f"{file}: there is no such ledger; `counterclaim add SOURCE --ledger FILE` makes one")
    guard = partial(_clear_errors, file)
    with guard():
        return SqlLedger(_current(file), str(file), guard)


def _current(file: Path) -> Engine:
    """An engine that changes nothing. A folder that may not be written into cannot hold the log's index: if there is
    no log either, the file is all there is, and nobody can be changing it.
    """
    try:
        # "rw" and not "ro": who may not write cannot clear the log away after looking, and would leave it lying there.
        return _required(_engine(file, "rw"), file)
    except DatabaseError:
        if Path(f"{file}-wal").exists():
            raise
        return _required(_engine(file, "ro&immutable=1"), file)


def _required(engine: Engine, file: Path) -> Engine:
    with engine.begin() as connection:
        require_current(connection, str(file))
    return engine


def _checked(file: Path) -> Path:
    if "\0" in str(file):
        raise LedgerError(f"{one_line(str(file))}: no file can have that name")
    if file.is_dir():
        raise LedgerError(f"{file}: is a folder, not a ledger")
    return file


def _engine(file: Path, mode: str) -> Engine:
    uri = f"file:{quote(str(file.absolute()))}?mode={mode}"

    def connect() -> sqlite3.Connection:
        # Manual transactions (isolation level None): sqlite3's own would commit before each DDL statement.
        return sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)

    engine = create_engine("sqlite://", creator=connect, json_serializer=dumps)
    event.listen(engine, "connect", partial(_prepare, log=mode == "rwc"))
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _entry: ConnectionPoolEntry, log: bool) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")
    if log:
        _write_ahead(connection)
        connection.execute("PRAGMA synchronous = NORMAL")
    else:
        connection.execute("PRAGMA query_only = ON")


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Two processes that make a ledger at once both want this; SQLite does not let the second wait, so wait here."""
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL").fetchall()
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.02)


def _begin(connection: Connection) -> None:
    # A writer takes its lock at once: two that began by reading would each wait for the other.
    writing = connection.get_execution_options().get("writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


@contextmanager
def _clear_errors(file: Path) -> Iterator[None]:
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise LedgerError(f"{file}: {_meaning(error)}") from error


def _meaning(error: Exception) -> str:
    said = str(getattr(error, "orig", None) or error)
    return next((meaning for sign, meaning in MEANINGS.items() if sign in said), f"failed: {one_line(said)}")
