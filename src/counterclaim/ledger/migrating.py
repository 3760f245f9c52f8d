"""Brings a ledger's tables to the version that this program knows. Alembic is loaded where there is work for it."""

from importlib.resources import files

from sqlalchemy import Connection, inspect, text

from counterclaim.errors import LedgerError

HEAD = "0003"
VERSION_TABLE = "counterclaim_version"


def migrate(connection: Connection, name: str) -> None:
    """Make the tables, or change them to ``HEAD``, in the transaction that ``connection`` is in."""
    found = _version(connection, name)
    if found == HEAD:
        return
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(files("counterclaim.ledger") / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    if found is not None:
        _require_known(config, found, name)
    command.upgrade(config, HEAD)


def require_current(connection: Connection, name: str) -> None:
    """``LedgerError`` unless the ledger is of this program's version: who only looks changes nothing."""
    found = _version(connection, name)
    if found is None:
        raise LedgerError(f"{name}: is empty; `counterclaim add SOURCE --ledger FILE` fills it")
    if found > HEAD:
        raise _newer(name, found)
    if found != HEAD:
        raise LedgerError(f"{name}: was made by an older counterclaim; `counterclaim add` brings it up to date")


def _version(connection: Connection, name: str) -> str | None:
    """The version of the tables; None for an empty database, ``LedgerError`` for somebody else's."""
    tables = inspect(connection).get_table_names()
    if not tables:
        return None
    if VERSION_TABLE not in tables:
        raise LedgerError(f"{name}: is a database, but no ledger")
    versions = connection.scalars(text(f"SELECT version_num FROM {VERSION_TABLE}")).all()
    if len(versions) != 1:
        raise LedgerError(f"{name}: is damaged or only half written (it does not say its version)")
    return str(versions[0])


def _require_known(config: object, found: str, name: str) -> None:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    assert isinstance(config, Config)
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if found not in known:
        raise _newer(name, found)


def _newer(name: str, found: str) -> LedgerError:
    return LedgerError(f"{name}: was made by a newer counterclaim (tables {found}, this one knows {HEAD}); update it")
