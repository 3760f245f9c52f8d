"""What is written into the tables, inside a transaction that the caller holds."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Table, and_, delete, insert, select, update

from counterclaim.ledger import schema
from counterclaim.ledger.rows import (
    Row,
    claim_rows,
    event_claim_rows,
    event_row,
    finding_rows,
    position_claim_rows,
    position_rows,
    report_row,
    tagging_row,
)
from counterclaim.ledger.store import Reprints
from counterclaim.records.coded import Coded
from counterclaim.records.event import Event

CHUNK = 500
# Of a report met again: where it was found this time is the capture's to say, not a change of the report.
FOUND_AT = ("address", "capture_sha256")


def add_new(connection: Connection, table: Table, row: Row) -> bool:
    """Insert ``row`` unless one with its primary key is there; whether it was inserted."""
    key = and_(*(column == row[column.name] for column in table.primary_key))
    if connection.execute(select(*table.primary_key).where(key)).first() is not None:
        return False
    connection.execute(insert(table), row)
    return True


def put_coded(connection: Connection, coded: Coded) -> bool:
    """Keep ``coded`` in the place of what an earlier maker found in the same report; False where nothing differs."""
    report, tagging, claims = report_row(coded.report), tagging_row(coded.tagging), claim_rows(coded.claims)
    old = _record(connection, schema.reports, "id", coded.report.id)
    if old is None:
        connection.execute(insert(schema.reports), report)
    elif old["published"] is not None and coded.report.published is None:
        # Met again without its day of publication: what was worked out with the day is the better answer.
        return False
    elif _same_report(old, report["record"]):
        if _has_findings(connection, coded.report.id, tagging, claims):
            return False
    else:
        kept = {**report["record"], **{name: old[name] for name in FOUND_AT}}
        of_report = schema.reports.c.id == coded.report.id
        connection.execute(update(schema.reports).where(of_report).values({**report, "record": kept}))
    _replace_claims(connection, coded.report.id, claims)
    _replace(connection, schema.taggings, coded.report.id, [tagging])
    add_new(connection, schema.pending, {"report_id": coded.report.id})
    connection.execute(update(schema.state).values(revision=schema.state.c.revision + 1))
    return True


def _same_report(old: Row, new: Row) -> bool:
    return {k: v for k, v in old.items() if k not in FOUND_AT} == {k: v for k, v in new.items() if k not in FOUND_AT}


def _has_findings(connection: Connection, report_id: str, tagging: Row, claims: list[Row]) -> bool:
    c = schema.claims.c
    kept = connection.scalars(select(c.record).where(c.report_id == report_id).order_by(c.position)).all()
    return _record(connection, schema.taggings, "report_id", report_id) == tagging["record"] and list(kept) == [
        claim["record"] for claim in claims
    ]


def _record(connection: Connection, table: Table, key: str, id: str) -> Any:
    return connection.scalar(select(table.c.record).where(table.c[key] == id))


def _replace(connection: Connection, table: Table, report_id: str, rows: list[Row]) -> None:
    connection.execute(delete(table).where(table.c.report_id == report_id))
    _insert(connection, table, rows)


def _replace_claims(connection: Connection, report_id: str, rows: list[Row]) -> None:
    """Claims that were there before are changed where they stand, so that they stay in their events until these are
    made anew.
    """
    c = schema.claims.c
    before = set(connection.scalars(select(c.id).where(c.report_id == report_id)))
    gone = before - {row["id"] for row in rows}
    for some in (sorted(gone)[at : at + CHUNK] for at in range(0, len(gone), CHUNK)):
        connection.execute(delete(schema.claims).where(c.id.in_(some)))
    for row in rows:
        if row["id"] in before:
            connection.execute(update(schema.claims).where(c.id == row["id"]).values(row))
    _insert(connection, schema.claims, (row for row in rows if row["id"] not in before))


def _insert(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    found = list(rows)
    if found:
        connection.execute(insert(table), found)


def put_events(connection: Connection, reprints: Reprints, events: tuple[Event, ...], made_by: str) -> None:
    """Put ``events`` and ``reprints`` in the place of those that were there, and note that they know every change."""
    for table in (schema.reprints, schema.events, schema.pending):
        connection.execute(delete(table))
    links = [{"copy": r.copy, "original": r.original, "score": r.score, "reasons": list(r.reasons)} for r in reprints]
    _insert(connection, schema.reprints, links)
    insert_events(connection, events)
    connection.execute(update(schema.state).values(reconciled=schema.state.c.revision, reconciled_by=made_by))


def insert_events(connection: Connection, events: Sequence[Event]) -> None:
    """Keep events that are not there yet, and the names that they bear."""
    _insert(connection, schema.events, (event_row(event) for event in events))
    for event in events:
        # The earliest claim lends the event its id (``linking.group.event_id``).
        add_new(connection, schema.event_names, {"event_id": event.id, "claim_id": event.claims[0]})
    for table, rows in (
        (schema.event_claims, event_claim_rows),
        (schema.findings, finding_rows),
        (schema.positions, position_rows),
        (schema.position_claims, position_claim_rows),
    ):
        _insert(connection, table, (row for event in events for row in rows(event)))
