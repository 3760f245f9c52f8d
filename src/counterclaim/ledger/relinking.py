"""Reports that are new are put into events; only events that they bear on are made anew. Inside a transaction that the
caller holds, so that a ledger whose writer dies is as if it had not begun.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, exists, insert, select

from counterclaim.ledger.codec import record
from counterclaim.ledger.copying import enter, links_about, reports_of
from counterclaim.ledger.judging import closure
from counterclaim.ledger.schema import (
    anchors,
    entries,
    event_claims,
    events,
    filings,
    pending,
    reports,
    reprint_keys,
    reprints,
    tellings,
)
from counterclaim.ledger.schema import claims as claim_table
from counterclaim.ledger.shelf import SqlShelf, chunks
from counterclaim.ledger.store import Linking
from counterclaim.ledger.writing import insert_events
from counterclaim.linking.draft import Telling, telling
from counterclaim.linking.group import event_id, event_of
from counterclaim.linking.judging import judged
from counterclaim.linking.relink import Relinking
from counterclaim.linking.shelf import Placed
from counterclaim.records.claim import Claim
from counterclaim.records.event import Event, Link
from counterclaim.records.pack_names import sides_by_name

_UNSAID = "It was put here before reasons were kept."


def start_over(connection: Connection) -> None:
    """Forget every event and reprint; all reports wait to be linked. Judgements stay."""
    for table in (events, reprints, tellings, filings, anchors, reprint_keys, entries, pending):
        connection.execute(delete(table))
    connection.execute(insert(pending).from_select(["report_id"], select(reports.c.id)))


def waiting(connection: Connection, most: int) -> list[str]:
    """Reports that wait to be linked, ``most`` at most."""
    first = select(pending.c.report_id).order_by(pending.c.report_id).limit(most)
    return list(connection.scalars(first))


def link_reports(connection: Connection, ids: Sequence[str], rooms: Linking) -> None:
    """Put the claims of some reports into events."""
    moved = set(ids)
    for report in reports_of(connection, ids):
        moved |= enter(connection, report)
    shelf = SqlShelf(connection)
    going, coming, kept = _changes(connection, shelf, sorted(moved), rooms)
    made = Relinking(shelf).run(going, coming)
    shelf.put(made, going, coming)
    touched = {id for id, members in made.drafts.items() if members}
    touched |= {placed.draft for placed in kept}
    # Who chose anew often chose as before, and for the same reasons: then there is nothing to write.
    before = _links(connection, list(made.links))
    other = [id for id, link in made.links.items() if before.get(id) != link]
    touched |= {made.homes.get(p.telling.claim.id, p.draft) for p in shelf.of_claims(other)}
    gone = [placed.telling.claim.id for placed in going]
    refresh(connection, touched, rooms, made.links, gone)
    connection.execute(delete(pending).where(pending.c.report_id.in_(ids)))


def _changes(
    connection: Connection, shelf: SqlShelf, ids: Sequence[str], rooms: Linking
) -> tuple[list[Placed], list[Telling], list[Placed]]:
    """What goes, what comes, and what stays as it was of the claims of some reports."""
    links = [link for some in chunks(ids) for link in links_about(connection, some)]
    originals = {link.copy: link.original for link in links}
    by_id = {report.id: report for some in chunks(ids) for report in reports_of(connection, some)}
    sides = sides_by_name(tuple(rooms.conflicts))
    new = {
        claim.id: telling(claim, by_id[claim.report_id], originals.get(claim.report_id, claim.report_id), sides)
        for claim in _claims(connection, claim_table.c.report_id, ids)
    }
    old = {placed.telling.claim.id: placed for placed in shelf.of_reports(ids)}
    same = {id for id, placed in old.items() if new.get(id) == placed.telling}
    going = [placed for id, placed in old.items() if id not in same]
    return going, [t for id, t in new.items() if id not in same], [old[id] for id in same]


def refresh(
    connection: Connection,
    drafts: Iterable[str],
    rooms: Linking,
    links: Mapping[str, Link] | None = None,
    gone: Sequence[str] = (),
) -> None:
    """Make the events anew that the claims of ``drafts`` stand in, with the judgements that are about them. ``links``
    are those that are new; ``gone`` claims that stand in no event any more.
    """
    shelf = SqlShelf(connection)
    groups, judgements = closure(connection, shelf, drafts)
    shown = judged(groups.values(), judgements)
    ids = [t.claim.id for group in shown for t in group]
    known = {**_links(connection, ids), **(links or {})}
    _clear(connection, ids, gone)
    if ids:
        insert_events(connection, list(_made(connection, shown, known, rooms)))


def _made(
    connection: Connection, groups: Sequence[Sequence[Telling]], links: Mapping[str, Link], rooms: Linking
) -> Iterable[Event]:
    for group in groups:
        ids = [t.claim.id for t in group]
        sure = {id: links.get(id) or Link(id, 0.0, (_UNSAID,)) for id in ids}
        found = _claims(connection, claim_table.c.id, ids)
        own = sorted({t.claim.report_id for t in group} | {t.root for t in group})
        about = [link for some in chunks(own) for link in links_about(connection, some)]
        reprinted = tuple(dict.fromkeys(about))
        of = [report for some in chunks(own) for report in reports_of(connection, some)]
        yield rooms.reconcile(event_of(group, sure), found, of, reprinted)


def _links(connection: Connection, ids: Sequence[str]) -> dict[str, Link]:
    c, found = event_claims.c, dict[str, Link]()
    for some in chunks(ids):
        for id, score, reasons in connection.execute(
            select(c.claim_id, c.score, c.reasons).where(c.claim_id.in_(some))
        ):
            if score is not None:
                found[id] = Link(id, score, tuple(reasons))
    return found


def _clear(connection: Connection, ids: Sequence[str], gone: Sequence[str]) -> None:
    """Away with the events in which these claims stood, and with those that were left without a claim."""
    stood: set[str] = set()
    for some in chunks(ids):
        stood.update(connection.scalars(select(event_claims.c.event_id).where(event_claims.c.claim_id.in_(some))))
    for some in chunks(sorted(stood)):
        connection.execute(delete(events).where(events.c.id.in_(some)))
    for some in chunks(event_id(id) for id in gone):
        empty = ~exists().where(event_claims.c.event_id == events.c.id)
        connection.execute(delete(events).where(events.c.id.in_(some), empty))


def _claims(connection: Connection, column: Any, values: Sequence[str]) -> list[Claim]:
    return [
        record(Claim, value)
        for some in chunks(values)
        for value in connection.scalars(select(claim_table.c.record).where(column.in_(some)))
    ]
