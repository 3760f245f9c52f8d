"""Judgements in the tables: appended, and found again by the claims that they name."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, func, insert, select

from counterclaim.ledger.codec import plain, record
from counterclaim.ledger.schema import judged_claims, judgements
from counterclaim.ledger.shelf import SqlShelf, chunks
from counterclaim.linking.draft import Telling
from counterclaim.records.judgement import Judgement, standing


def append(connection: Connection, judgement: Judgement) -> None:
    """Keep a judgement after all others."""
    number = (connection.scalar(select(func.max(judgements.c.number))) or 0) + 1
    row = {"number": number, "id": judgement.id, "undoes": judgement.undoes, "record": plain(judgement)}
    connection.execute(insert(judgements), row)
    named = dict.fromkeys((*judgement.claims, *judgement.rest))
    if named:
        connection.execute(insert(judged_claims), [{"claim_id": id, "judgement": number} for id in named])


def every(connection: Connection) -> tuple[Judgement, ...]:
    """All judgements in the order in which they were made."""
    ordered = select(judgements.c.record).order_by(judgements.c.number)
    return tuple(record(Judgement, value) for value in connection.scalars(ordered))


def active_about(connection: Connection, claims: Sequence[str]) -> tuple[Judgement, ...]:
    """The merges and splits that name some of ``claims`` and were not taken back."""
    numbers: set[int] = set()
    for some in chunks(claims):
        named = select(judged_claims.c.judgement).where(judged_claims.c.claim_id.in_(some))
        numbers.update(connection.scalars(named))
    rows: dict[int, Judgement] = {}
    ids: list[str] = []
    for some in chunks(numbers):
        found = select(judgements.c.number, judgements.c.record).where(judgements.c.number.in_(some))
        rows |= {number: record(Judgement, value) for number, value in connection.execute(found)}
    ids = [each.id for each in rows.values()]
    while ids:
        # An undo names a judgement, and may itself be taken back.
        undone = select(judgements.c.number, judgements.c.record).where(judgements.c.undoes.in_(ids))
        more = {number: record(Judgement, value) for number, value in connection.execute(undone)}
        ids = [each.id for number, each in more.items() if number not in rows]
        rows |= more
    return standing(tuple(rows[number] for number in sorted(rows)))


def closure(
    connection: Connection, shelf: SqlShelf, drafts: Iterable[str]
) -> tuple[Mapping[str, Sequence[Telling]], tuple[Judgement, ...]]:
    """The claims of these events as linking has put them, and of all that judgements tie to them; and these."""
    groups: dict[str, Sequence[Telling]] = {}
    asked, about = set(drafts), tuple[Judgement, ...]()
    while asked:
        groups |= shelf.members(sorted(asked))
        about = active_about(connection, [t.claim.id for group in groups.values() for t in group])
        named = [id for each in about for id in (*each.claims, *each.rest)]
        asked = {placed.draft for placed in shelf.of_claims(named)} - groups.keys()
    return groups, about
