"""What has been linked, as linking asks for it, and what it has made anew written back; inside a transaction that the
caller holds.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from counterclaim.ledger.schema import anchors, filings, tellings
from counterclaim.ledger.tellings import packed, unpacked
from counterclaim.linking.blocks import Filing, Slot
from counterclaim.linking.blocks import anchors as anchors_of
from counterclaim.linking.blocks import lookers as lookers_of
from counterclaim.linking.days import Days
from counterclaim.linking.draft import Telling
from counterclaim.linking.relink import Relinked
from counterclaim.linking.shelf import Placed

CHUNK = 500
_COLUMNS = (tellings.c.claim_id, tellings.c.report_id, tellings.c.root, tellings.c.at, tellings.c.data)


class SqlShelf:
    """``counterclaim.linking.shelf.Shelf`` over the tables."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        # One question may ask for a claim that another has given: it is read once.
        self._known: dict[str, Telling] = {}

    def filings(self, keys: Collection[int]) -> Iterable[Filing]:
        """All events filed under ``keys``."""
        f = filings.c
        for some in chunks(keys):
            rows = self._connection.execute(select(f.key, f.at, f.draft, f.first, f.last).where(f.key.in_(some)))
            yield from (Filing(*row) for row in rows)

    def begun(self, root: str) -> Iterable[tuple[str, str]]:
        """The events in which reports of ``root`` speak, with the turn of the first such claim, in order of turns."""
        first = func.min(tellings.c.at)
        found = select(tellings.c.draft, first).where(tellings.c.root == root).group_by(tellings.c.draft)
        return [(draft, at) for draft, at in self._connection.execute(found.order_by(first))]

    def members(self, drafts: Collection[str]) -> Mapping[str, Sequence[Telling]]:
        """The claims of each event, in order of turns."""
        found: dict[str, list[Telling]] = {}
        for placed in self._placed(tellings.c.draft, drafts):
            found.setdefault(placed.draft, []).append(placed.telling)
        for members in found.values():
            members.sort(key=lambda t: t.at)
        return found

    def of_roots(self, roots: Collection[str]) -> Iterable[Placed]:
        """The claims of the reports ``roots`` and of those that repeat them."""
        return self._placed(tellings.c.root, roots)

    def of_reports(self, reports: Collection[str]) -> Iterable[Placed]:
        """The claims of some reports."""
        return self._placed(tellings.c.report_id, reports)

    def of_claims(self, claims: Collection[str]) -> Iterable[Placed]:
        """Some claims."""
        return self._placed(tellings.c.claim_id, claims)

    def lookers(self, filings: Collection[tuple[Slot, Days]], after: str) -> Iterable[Placed]:
        """The claims of turns after ``after`` that look where these are filed; others may be among them."""
        spans: dict[Days, set[int]] = {}
        for slot, days in filings:
            keys, span = lookers_of(slot, days)
            spans.setdefault(span, set()).update(keys)
        found: set[str] = set()
        a = anchors.c
        for span, wanted in spans.items():
            for some in chunks(wanted):
                near = (a.key.in_(some), a.first <= span.last, a.last >= span.first)
                found.update(self._connection.scalars(select(a.claim_id).where(*near)))
        return (p for p in self.of_claims(found) if p.telling.at > after)

    def _placed(self, column: Any, values: Collection[str]) -> Iterator[Placed]:
        for some in chunks(values):
            for *own, draft in self._connection.execute(select(*_COLUMNS, tellings.c.draft).where(column.in_(some))):
                yield Placed(self._telling(*own), draft)

    def _telling(self, claim_id: str, report_id: str, root: str, at: str, data: str) -> Telling:
        known = self._known.get(claim_id)
        if known is None:
            known = self._known[claim_id] = unpacked(claim_id, report_id, root, at, data)
        return known

    def put(self, made: Relinked, going: Iterable[Placed], coming: Sequence[Telling]) -> None:
        """Keep what linking has made. The shelf is not to be asked again."""
        gone = [placed.telling.claim.id for placed in going]
        self._delete(tellings.c.claim_id, gone)
        self._delete(anchors.c.claim_id, [*gone])
        self._delete(filings.c.draft, list(made.drafts))
        new = {t.claim.id for t in coming}
        self._insert(tellings, (telling_row(t, made.homes[t.claim.id]) for t in coming))
        self._move({id: home for id, home in made.homes.items() if id not in new})
        self._insert(filings, (filing_row(f) for f in made.filings))
        self._insert(anchors, (row for t in coming for row in looking_rows(t)))

    def _move(self, homes: Mapping[str, str]) -> None:
        by_home: dict[str, list[str]] = {}
        for id, home in homes.items():
            by_home.setdefault(home, []).append(id)
        for home, ids in by_home.items():
            for some in chunks(ids):
                moved = tellings.update().where(tellings.c.claim_id.in_(some)).values(draft=home)
                self._connection.execute(moved)

    def _delete(self, column: Any, values: Collection[str]) -> None:
        for some in chunks(values):
            self._connection.execute(delete(column.table).where(column.in_(some)))

    def _insert(self, table: Any, rows: Iterable[dict[str, Any]]) -> None:
        found = list(rows)
        if found:
            self._connection.execute(insert(table), found)


def telling_row(telling: Telling, draft: str) -> dict[str, Any]:
    """The telling with the event that it stands in."""
    claim = telling.claim
    return {
        "claim_id": claim.id,
        "report_id": claim.report_id,
        "root": telling.root,
        "draft": draft,
        "at": telling.at,
        "data": packed(telling),
    }


def filing_row(filing: Filing) -> dict[str, Any]:
    """Where an event is filed."""
    return {"key": filing.key, "draft": filing.draft, "at": filing.at, "first": filing.first, "last": filing.last}


def looking_rows(telling: Telling) -> Iterator[dict[str, Any]]:
    """Where the telling is found that looks at events."""
    keys = dict(anchors_of(telling))
    for key, days in keys.items():
        yield {"key": key, "claim_id": telling.claim.id, "first": days.first, "last": days.last}


def chunks(values: Iterable[Any]) -> Iterator[list[Any]]:
    """No more at once than a database takes as parameters of one question."""
    found = list(values)
    return (found[at : at + CHUNK] for at in range(0, len(found), CHUNK))
