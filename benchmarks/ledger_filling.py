"""A ledger of many claims, without waiting for each report to be linked: four weeks are linked for good; all others are
the same but for days, ids and words, and get the same events.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from ledger_claims import PERIOD_DAYS, capture, named, periods
from sqlalchemy import Connection, Table, event, insert, update

from counterclaim.ledger import schema
from counterclaim.ledger.rows import capture_row, claim_rows, content_row, report_row, tagging_row
from counterclaim.ledger.shelf import filing_row, looking_rows, telling_row
from counterclaim.ledger.sqlite import open_ledger
from counterclaim.ledger.writing import insert_events
from counterclaim.linking.courses import filings_of
from counterclaim.linking.draft import Telling, telling
from counterclaim.linking.group import event_of
from counterclaim.linking.relink import Relinking
from counterclaim.linking.reprints import find_reprints, keys
from counterclaim.linking.shelf import Bare
from counterclaim.reconciling.reconcile import reconcile
from counterclaim.records.coded import Coded
from counterclaim.records.event import Event, Finding, Link, Position, ReprintLink, Turn

MADE_BY = "benchmark"


@dataclass(frozen=True, slots=True)
class _Linked:
    """The first four weeks: the claims of each event by the one that began it, and what was found out about each."""

    drafts: Mapping[str, tuple[str, ...]]
    links: Mapping[str, Link]
    events: Mapping[str, Event]
    reprints: tuple[ReprintLink, ...]


def fill(path: Path, claims: int) -> int:
    """Make a ledger of about so many claims (whole periods, or a part of one); how many it has."""
    entries = count(1)
    done = 0
    with open_ledger(path) as ledger:
        engine: Any = ledger._engine  # type: ignore[attr-defined]
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("PRAGMA cache_size = -262144"))
        linked: _Linked | None = None
        for number, coded in enumerate(periods()):
            if done >= claims or (number and claims - done < done / number / 2):
                break
            if not number:
                coded = _some(coded, claims)
            linked = linked or _linked(coded)
            with engine.execution_options(writing=True).begin() as connection:
                _put(connection, coded, linked, number, entries)
                connection.execute(update(schema.state).values(reconciled_by=MADE_BY))
            done += sum(len(c.claims) for c in coded)
            print(f"{path}: {done} claims", flush=True)
    return done


def _some(coded: Sequence[Coded], claims: int) -> list[Coded]:
    """The first reports that hold so many claims together."""
    found: list[Coded] = []
    for each in coded:
        if claims <= 0:
            break
        found.append(each)
        claims -= len(each.claims)
    return found


def _linked(coded: Sequence[Coded]) -> _Linked:
    """Linked and reconciled as a ledger does it, with ids as in the first period."""
    reports = [c.report for c in coded]
    reprints = find_reprints(reports)
    told = _told(coded, {link.copy: link.original for link in reprints})
    made = Relinking(Bare()).run((), list(told.values()))
    by_id = {claim.id: claim for each in coded for claim in each.claims}
    events = {}
    for id, members in made.drafts.items():
        if members:
            own = [by_id[t.claim.id] for t in members]
            of = {t.claim.report_id for t in members} | {t.root for t in members}
            about = [link for link in reprints if link.copy in of or link.original in of]
            shown = event_of(members, made.links)
            events[id] = reconcile(shown, own, [r for r in reports if r.id in of], about)
    drafts = {id: tuple(t.claim.id for t in members) for id, members in made.drafts.items() if members}
    return _Linked(drafts, made.links, events, reprints)


def _told(coded: Sequence[Coded], originals: Mapping[str, str]) -> dict[str, Telling]:
    return {
        claim.id: telling(claim, each.report, originals.get(each.report.id, each.report.id), {})
        for each in coded
        for claim in each.claims
    }


def _put(connection: Connection, coded: Sequence[Coded], linked: _Linked, number: int, entries: Iterator[int]) -> None:
    _put_reports(connection, coded, entries)
    links = [
        {"copy": named(r.copy, number), "original": named(r.original, number), "score": r.score, "reasons": r.reasons}
        for r in linked.reprints
    ]
    _insert(connection, schema.reprints, links)
    told = _told(coded, {link["copy"]: link["original"] for link in links})
    events, filings, tellings = [], [], []
    for id, ids in linked.drafts.items():
        members = [told[named(claim, number)] for claim in ids]
        filings += [filing_row(f) for f in filings_of(members)]
        tellings += [telling_row(t, named(id, number)) for t in members]
        moved = {
            t.claim.id: replace(linked.links[claim], claim_id=t.claim.id) for claim, t in zip(ids, members, strict=True)
        }
        events.append(_moved(event_of(members, moved), linked.events[id], number))
    _insert(connection, schema.tellings, tellings)
    _insert(connection, schema.filings, filings)
    _insert(connection, schema.anchors, [row for t in told.values() for row in looking_rows(t)])
    insert_events(connection, events)


def _put_reports(connection: Connection, coded: Sequence[Coded], entries: Iterator[int]) -> None:
    contents = {c.sha256: c for c in map(capture, coded)}
    rows = list(contents.values())
    _insert(connection, schema.contents, [content_row(c) for c in rows])
    _insert(connection, schema.captures, [capture_row(c) for c in rows])
    _insert(connection, schema.reports, [report_row(c.report) for c in coded])
    _insert(connection, schema.taggings, [tagging_row(c.tagging) for c in coded])
    _insert(connection, schema.claims, [row for c in coded for row in claim_rows(c.claims)])
    numbered = [(next(entries), each.report) for each in coded]
    _insert(connection, schema.entries, [{"number": n, "report_id": report.id} for n, report in numbered])
    rows_of_keys = [{"key": key, "entry": n} for n, report in numbered for key in keys(report)]
    _insert(connection, schema.reprint_keys, rows_of_keys)


def _insert(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _moved(shown: Event, base: Event, number: int) -> Event:
    """``shown`` with what was found out about the same event in the first period."""
    later = timedelta(PERIOD_DAYS * number)

    def day(value: str | None) -> str | None:
        return None if value is None else (date.fromisoformat(value) + later).isoformat()

    def ids(values: Sequence[str]) -> tuple[str, ...]:
        return tuple(named(id, number) for id in values)

    def turn(of: Turn) -> Turn:
        return replace(of, day=day(of.day), claims=ids(of.claims))

    def position(of: Position) -> Position:
        return replace(
            of,
            claims=ids(of.claims),
            implied=ids(of.implied),
            first=day(of.first),
            latest=day(of.latest),
            history=tuple(turn(t) for t in of.history),
        )

    def finding(of: Finding) -> Finding:
        return replace(of, positions=tuple(position(p) for p in of.positions))

    return replace(shown, findings=tuple(finding(f) for f in base.findings), parties=base.parties)
