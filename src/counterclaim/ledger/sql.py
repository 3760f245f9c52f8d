"""A ledger in any database that SQLAlchemy Core speaks to."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from itertools import groupby
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, Select, func, select, update

from counterclaim.errors import LedgerError
from counterclaim.ledger import schema
from counterclaim.ledger.asking import claim_conditions, event_conditions, report_conditions
from counterclaim.ledger.codec import record
from counterclaim.ledger.copying import links_about
from counterclaim.ledger.judging import active_about, append, every
from counterclaim.ledger.parting import parts_of, wholes_of
from counterclaim.ledger.relinking import link_reports, refresh, start_over, waiting
from counterclaim.ledger.rows import Row, capture_of, capture_row, content_row, event_of, finding_of, position_of
from counterclaim.ledger.shelf import SqlShelf
from counterclaim.ledger.store import EVERYTHING, Filter, Linking, Part, Reprints, Work
from counterclaim.ledger.writing import add_new, put_coded, put_events
from counterclaim.records.claim import Claim
from counterclaim.records.coded import Coded
from counterclaim.records.event import Event, Finding, Position, ReprintLink
from counterclaim.records.judgement import Judgement
from counterclaim.records.report import Capture, Report
from counterclaim.records.tagging import Tagging

Rows = Sequence[Row]
CHUNK = 500
UNLOCKED_ATTEMPTS = 3
# Reports linked in one transaction: more would keep others waiting, fewer would make shared events more than once.
AT_ONCE = 32


class SqlLedger:
    """``counterclaim.ledger.store.Ledger`` over an engine. ``guard`` turns a database's errors into ``LedgerError``."""

    def __init__(self, engine: Engine, name: str, guard: Callable[[], AbstractContextManager[None]]) -> None:
        self._engine = engine
        self._name = name
        self._guard = guard

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        with self._guard():
            self._engine.dispose()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._guard(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._guard(), self._engine.execution_options(writing=True).begin() as connection:
            yield connection

    def add(self, capture: Capture, coded: Coded) -> bool:
        """Keep a capture and what was taken from it, all or nothing; False where the ledger had it already."""
        with self._writing() as connection:
            add_new(connection, schema.contents, content_row(capture))
            seen = add_new(connection, schema.captures, capture_row(capture))
            changed = put_coded(connection, coded)
            return changed or seen

    def reconcile(self, work: Work, made_by: str) -> bool:
        """Make the events anew unless ``made_by`` has done so since the last change; False if it has. The work is
        done without a lock, and again where another process has added meanwhile; at last under the lock.
        """
        for _ in range(UNLOCKED_ATTEMPTS):
            with self._reading() as connection:
                before = _state(connection)
                if _reconciled(before, made_by):
                    return False
                reports, claims = _all(connection)
            reprints, events = work(reports, claims)
            with self._writing() as connection:
                if _state(connection)["revision"] == before["revision"]:
                    put_events(connection, reprints, events, made_by)
                    return True
        with self._writing() as connection:
            put_events(connection, *work(*_all(connection)), made_by)
        return True

    def link(self, rooms: Linking, made_by: str) -> int:
        """Put reports that are new into events; every report, where another than ``made_by`` made the events. How many
        reports.
        """
        with self._writing() as connection:
            if _state(connection)["reconciled_by"] != made_by:
                start_over(connection)
                connection.execute(update(schema.state).values(reconciled=-1, reconciled_by=made_by))
        done = 0
        while True:
            with self._writing() as connection:
                ids = waiting(connection, AT_ONCE)
                if not ids:
                    connection.execute(update(schema.state).values(reconciled=schema.state.c.revision))
                    return done
                link_reports(connection, ids, rooms)
                done += len(ids)

    def judge(self, judgement: Judgement, rooms: Linking) -> None:
        """Keep what a person decided, and make the events anew that it is about."""
        with self._writing() as connection:
            target = judgement
            while target.undoes is not None:
                target = self._judgement(connection, target.undoes)
            append(connection, judgement)
            placed = list(SqlShelf(connection).of_claims((*target.claims, *target.rest)))
            missing = {*target.claims, *target.rest} - {p.telling.claim.id for p in placed}
            if missing and judgement.undoes is None:
                raise LedgerError(f"{self._name}: {min(missing)!r}: no claim that stands in an event")
            refresh(connection, {p.draft for p in placed}, rooms)

    def _judgement(self, connection: Connection, id: str) -> Judgement:
        found = connection.scalar(select(schema.judgements.c.record).where(schema.judgements.c.id == id))
        if found is None:
            raise LedgerError(f"{self._name}: {id!r}: no such judgement")
        return record(Judgement, found)

    def judgements(self, claims: Iterable[str] | None = None) -> tuple[Judgement, ...]:
        """What people decided, in order, with what was taken back; with ``claims`` only what is in force about them."""
        with self._reading() as connection:
            return every(connection) if claims is None else active_about(connection, list(claims))

    def parts(self, id: str) -> tuple[Part, ...]:
        """The events that the event ``id`` sums up: those within its place and days, of the same kind."""
        with self._reading() as connection:
            return parts_of(connection, _one(connection, id, self._name))

    def wholes(self, id: str) -> tuple[Part, ...]:
        """The events that sum up the event ``id`` among others."""
        with self._reading() as connection:
            return wholes_of(connection, _one(connection, id, self._name))

    def count_events(self) -> int:
        """How many events there are."""
        with self._reading() as connection:
            return connection.scalar(select(func.count()).select_from(schema.events)) or 0

    def stale(self) -> bool:
        """Whether reports were added since the events were made."""
        with self._reading() as connection:
            state = _state(connection)
            return bool(state["revision"] != state["reconciled"])

    def reports(self, wanted: Filter = EVERYTHING, ids: Iterable[str] | None = None) -> tuple[Report, ...]:
        """The reports that hold a wanted claim, of ``ids`` only where given, by day of publication."""
        with self._reading() as connection:
            if ids is None:
                return _reports(connection, wanted)
            found = (_reports(connection, wanted, [schema.reports.c.id.in_(some)]) for some in _chunks(ids))
            return tuple(report for reports in found for report in reports)

    def coded(self, report_id: str) -> Coded | None:
        """One report with its tagging and claims; None where there is no such report."""
        with self._reading() as connection:
            of_report = select(schema.reports.c.record).where(schema.reports.c.id == report_id)
            of_tagging = select(schema.taggings.c.record).where(schema.taggings.c.report_id == report_id)
            report, tagging = connection.scalar(of_report), connection.scalar(of_tagging)
            if report is None or tagging is None:
                return None
            claims = _claims(connection, [schema.claims.c.report_id == report_id])
            return Coded(record(Report, report), record(Tagging, tagging), claims)

    def capture(self, sha256: str) -> Capture | None:
        """The bytes with that digest, as they came from one of their addresses."""
        both = select(schema.captures, schema.contents.c.compressed).join(schema.contents)
        with self._reading() as connection:
            one = both.where(schema.contents.c.sha256 == sha256).order_by(schema.captures.c.address)
            rows = _rows(connection, one)
            return capture_of(rows[0]) if rows else None

    def claims(self, wanted: Filter = EVERYTHING, ids: Iterable[str] | None = None) -> tuple[Claim, ...]:
        """The wanted claims, report by report in order of the text."""
        conditions = claim_conditions(wanted)
        with self._reading() as connection:
            if ids is None:
                return _claims(connection, conditions)
            found = (_claims(connection, [*conditions, schema.claims.c.id.in_(some)]) for some in _chunks(ids))
            return tuple(claim for claims in found for claim in claims)

    def events(self, wanted: Filter = EVERYTHING) -> tuple[Event, ...]:
        """The wanted events with their findings, by day and title."""
        e = schema.events.c
        ordered = func.coalesce(e.date, "~"), e.title, e.id
        of_events = select(schema.events).where(*event_conditions(wanted)).order_by(*ordered)
        with self._reading() as connection:
            rows = _rows(connection, of_events)
            return tuple(event for some in _chunks(rows) for event in _events(connection, some))

    def event(self, id: str) -> Event:
        """The event whose id is or begins with ``id``; ``LedgerError`` where there is none or more than one."""
        with self._reading() as connection:
            return _events(connection, [_one(connection, id, self._name)])[0]

    def reprints(self, ids: Iterable[str] | None = None) -> Reprints:
        """Which reports repeat which; with ``ids`` only what these repeat, and what repeats them."""
        with self._reading() as connection:
            if ids is None:
                ordered = select(schema.reprints).order_by(schema.reprints.c.copy, schema.reprints.c.original)
                return tuple(record(ReprintLink, row) for row in _rows(connection, ordered))
            found = (link for some in _chunks(ids) for link in links_about(connection, some))
            return tuple(dict.fromkeys(found))


def _rows(connection: Connection, statement: Select[Any]) -> list[Row]:
    return [{str(name): value for name, value in row.items()} for row in connection.execute(statement).mappings()]


def _one(connection: Connection, id: str, ledger: str) -> Row:
    """The row of the event whose id, of now or of before, is or begins with ``id``."""
    e, n, c = schema.events.c, schema.event_names.c, schema.event_claims.c
    begins = e.id >= id, e.id < f"{id}\U0010ffff"
    rows = _rows(connection, select(schema.events).where(*begins).order_by(e.id).limit(2)) if id else []
    if id and not rows:
        now = select(c.event_id).join(schema.event_names, n.claim_id == c.claim_id)
        borne = now.where(n.event_id >= id, n.event_id < f"{id}\U0010ffff").distinct().limit(2)
        rows = _rows(connection, select(schema.events).where(e.id.in_(list(connection.scalars(borne)))))
    exact = [row for row in rows if row["id"] == id] or rows
    if len(exact) != 1:
        many = "more than one event has an id that begins so" if rows else "no such event"
        raise LedgerError(f"{ledger}: {id!r}: {many}")
    return exact[0]


def _state(connection: Connection) -> Row:
    return _rows(connection, select(schema.state))[0]


def _reconciled(state: Row, made_by: str) -> bool:
    return bool(state["revision"] == state["reconciled"] and state["reconciled_by"] == made_by)


def _all(connection: Connection) -> tuple[tuple[Report, ...], tuple[Claim, ...]]:
    return _reports(connection, EVERYTHING), _claims(connection, [])


def _reports(connection: Connection, wanted: Filter, conditions: Sequence[Any] = ()) -> tuple[Report, ...]:
    r = schema.reports.c
    ordered = select(r.record).where(*report_conditions(wanted), *conditions).order_by(r.published, r.id)
    return tuple(record(Report, value) for value in connection.scalars(ordered))


def _claims(connection: Connection, conditions: Sequence[Any]) -> tuple[Claim, ...]:
    r, c = schema.reports.c, schema.claims.c
    ordered = select(c.record).join(schema.reports).where(*conditions).order_by(r.published, r.id, c.position)
    return tuple(record(Claim, value) for value in connection.scalars(ordered))


def _chunks(values: Iterable[Any]) -> Iterator[list[Any]]:
    """No more at once than a database takes as parameters of one question."""
    found = list(values)
    return (found[at : at + CHUNK] for at in range(0, len(found), CHUNK))


def _events(connection: Connection, rows: Rows) -> tuple[Event, ...]:
    ids = [row["id"] for row in rows]
    links = _grouped(connection, schema.event_claims, ids, ("event_id",), ("position",))
    findings = _findings(connection, ids)
    return tuple(event_of(row, links.get((row["id"],), ()), tuple(findings.get((row["id"],), ()))) for row in rows)


def _findings(connection: Connection, ids: Sequence[str]) -> dict[tuple[Any, ...], list[Finding]]:
    positions = _positions(connection, ids)
    found: dict[tuple[Any, ...], list[Finding]] = {}
    for (id,), rows in _grouped(connection, schema.findings, ids, ("event_id",), ("number",)).items():
        found[id,] = [finding_of(row, tuple(positions.get((id, row["number"]), ()))) for row in rows]
    return found


def _positions(connection: Connection, ids: Sequence[str]) -> dict[tuple[Any, ...], list[Position]]:
    key = ("event_id", "finding")
    claims = _grouped(connection, schema.position_claims, ids, (*key, "number"), ("implied", "position"))
    rows = _grouped(connection, schema.positions, ids, key, ("number",))
    return {at: [position_of(row, claims.get((*at, row["number"]), ())) for row in each] for at, each in rows.items()}


def _grouped(
    connection: Connection, table: Any, ids: Sequence[str], key: tuple[str, ...], order: tuple[str, ...]
) -> dict[tuple[Any, ...], Rows]:
    """The rows of ``table`` for some events, by ``key``, each group in ``order``."""
    columns = [table.c[name] for name in (*key, *order)]
    rows = _rows(connection, select(table).where(table.c.event_id.in_(ids)).order_by(*columns))
    return {at: list(each) for at, each in groupby(rows, key=lambda row: tuple(row[name] for name in key))}
