"""Which reports repeat which, kept up as reports come in; inside a transaction that the caller holds."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, delete, func, insert, or_, select

from counterclaim.ledger.codec import record
from counterclaim.ledger.schema import entries, reports, reprint_keys, reprints
from counterclaim.ledger.store import Reprints
from counterclaim.linking.reprints import BEARERS, decide, keys, precedes, ranked, stands_apart
from counterclaim.records.event import ReprintLink
from counterclaim.records.report import Report

_THROUGH = "What it repeats goes back to this report."


def reports_of(connection: Connection, ids: Iterable[str]) -> list[Report]:
    """The reports with these ids, in order of ids."""
    wanted = select(reports.c.record).where(reports.c.id.in_(list(ids))).order_by(reports.c.id)
    return [record(Report, value) for value in connection.scalars(wanted)]


def links_about(connection: Connection, ids: Sequence[str]) -> Reprints:
    """The links of these reports, and of those that repeat them."""
    r = reprints.c
    about = select(reprints).where(or_(r.copy.in_(ids), r.original.in_(ids))).order_by(r.copy, r.original)
    return tuple(record(ReprintLink, dict(row)) for row in connection.execute(about).mappings())


def enter(connection: Connection, report: Report) -> set[str]:
    """Take in a report that is new, or other than it was; the ids of all reports whose original may be another now."""
    own, moved = keys(report), {report.id}
    _forget(connection, report.id)
    candidates = reports_of(connection, ranked(own, _bearers(connection, own)))
    _keep(connection, report.id, own)
    found = [(link, other) for other in candidates if (link := decide(report, other)) is not None]
    found.sort(key=lambda pair: (-pair[0].score, pair[1].id))
    at_home = False
    for link, other in found:
        # A report repeats one other; but all that came in before what they repeat find it only now.
        if not at_home or (precedes(report, other) and _original(connection, other.id) is None):
            joined = _join(connection, report, other, link)
            at_home = at_home or joined is not None
            moved |= joined or set()
    return moved


def _original(connection: Connection, id: str) -> str | None:
    return connection.scalar(select(reprints.c.original).where(reprints.c.copy == id))


def _bearers(connection: Connection, own: Sequence[str]) -> dict[str, Iterable[str]]:
    """The latest few reports of each key."""
    k, found = reprint_keys.c, dict[str, Iterable[str]]()
    for key in own:
        latest = select(k.entry).where(k.key == key).order_by(k.entry.desc()).limit(BEARERS).subquery()
        bearers = select(entries.c.report_id).join(latest, entries.c.number == latest.c.entry)
        found[key] = list(connection.scalars(bearers.order_by(entries.c.number)))
    return found


def _keep(connection: Connection, report_id: str, own: Sequence[str]) -> None:
    number = (connection.scalar(select(func.max(entries.c.number))) or 0) + 1
    connection.execute(insert(entries), {"number": number, "report_id": report_id})
    if own:
        connection.execute(insert(reprint_keys), [{"key": key, "entry": number} for key in dict.fromkeys(own)])


def _forget(connection: Connection, report_id: str) -> None:
    """Without its keys and its original; those that repeat it keep doing so."""
    number = connection.scalar(select(entries.c.number).where(entries.c.report_id == report_id))
    if number is not None:
        connection.execute(delete(reprint_keys).where(reprint_keys.c.entry == number))
        connection.execute(delete(entries).where(entries.c.number == number))
    connection.execute(delete(reprints).where(reprints.c.copy == report_id))


def _join(connection: Connection, report: Report, other: Report, link: ReprintLink) -> set[str] | None:
    """The families of the two become one, which goes back to whichever of their originals precedes the other. Gives the
    ids of the reports for which that is another than before; None where the two families stay apart.
    """
    mine, theirs = (_original(connection, each.id) or each.id for each in (report, other))
    if mine == theirs:
        return set()
    families = [{each.copy for each in links_about(connection, [id])} | {id} for id in (mine, theirs)]
    by_id = {each.id: each for each in reports_of(connection, families[0] | families[1])}
    own, others = ([by_id[id] for id in sorted(family)] for family in families)
    if any(stands_apart(each, others) for each in own):
        return None
    root = by_id[mine if precedes(by_id[mine], by_id[theirs]) else theirs]
    members = families[0] | families[1]
    kept = {each.copy for each in links_about(connection, [root.id])}
    moved = reports_of(connection, members - kept - {root.id})
    _put(connection, [_to(each, root, link) for each in moved])
    return (members - kept) | {root.id}


def _to(copy: Report, root: Report, by: ReprintLink) -> ReprintLink:
    direct = decide(copy, root)
    if direct is not None:
        return ReprintLink(copy.id, root.id, direct.score, direct.reasons)
    return ReprintLink(copy.id, root.id, by.score, (*by.reasons, _THROUGH))


def _put(connection: Connection, links: Sequence[ReprintLink]) -> None:
    copies = [link.copy for link in links]
    if not copies:
        return
    connection.execute(delete(reprints).where(reprints.c.copy.in_(copies)))
    rows = [{"copy": r.copy, "original": r.original, "score": r.score, "reasons": list(r.reasons)} for r in links]
    connection.execute(insert(reprints), rows)
