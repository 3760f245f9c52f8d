"""A filter as conditions on the tables."""

from collections.abc import Iterable, Iterator

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.sql.expression import ColumnCollection

from counterclaim.ledger.schema import claims, events, findings, position_claims, positions, reports
from counterclaim.ledger.store import Filter
from counterclaim.records.edtf import Days

Condition = ColumnElement[bool]
Columns = ColumnCollection[str, ColumnElement[object]]


def claim_conditions(wanted: Filter) -> list[Condition]:
    """What a claim must fulfil."""
    c = claims.c
    conditions = list(_where_and_when(c, wanted))
    conditions += _equal(((c.side, wanted.side), (c.type, wanted.type), (c.stance, wanted.stance)))
    if wanted.standing is not None:
        conditions.append(c.id.in_(_claims_standing(wanted.standing)))
    return conditions


def _claims_standing(standing: str) -> Select[tuple[str]]:
    here = and_(position_claims.c.event_id == findings.c.event_id, position_claims.c.finding == findings.c.number)
    return select(position_claims.c.claim_id).join(findings, here).where(_same(findings.c.standing, standing))


def event_conditions(wanted: Filter) -> list[Condition]:
    """What an event must fulfil: a side or stance is that of a position, a standing that of a finding."""
    e = events.c
    conditions = list(_where_and_when(e, wanted))
    conditions += _equal(((e.type, wanted.type),))
    held = _equal(((positions.c.side, wanted.side), (positions.c.stance, wanted.stance)))
    if held:
        conditions.append(e.id.in_(select(positions.c.event_id).where(*held)))
    if wanted.standing is not None:
        standing = _same(findings.c.standing, wanted.standing)
        conditions.append(e.id.in_(select(findings.c.event_id).where(standing)))
    return conditions


def report_conditions(wanted: Filter) -> list[Condition]:
    """What a report must fulfil: its day of publication, and that it holds a claim of the kind."""
    r = reports.c
    conditions = [] if wanted.days is None else list(_between(r.published, r.published, wanted.days))
    of_claims = claim_conditions(
        Filter(place=wanted.place, side=wanted.side, type=wanted.type, stance=wanted.stance, standing=wanted.standing)
    )
    if of_claims:
        conditions.append(r.id.in_(select(claims.c.report_id).where(*of_claims)))
    return conditions


def _where_and_when(columns: "Columns", wanted: Filter) -> Iterator[Condition]:
    if wanted.place is not None:
        named = columns["place"].contains(wanted.place.casefold(), autoescape=True)
        yield or_(named, columns["country"] == wanted.place.upper())
    if wanted.days is not None:
        yield from _between(columns["first_day"], columns["last_day"], wanted.days)


def _between(first: ColumnElement[object], last: ColumnElement[object], days: Days) -> Iterator[Condition]:
    """Known days that share one with ``days``; ISO days compare as strings."""
    yield or_(first.is_not(None), last.is_not(None))
    if days.last is not None:
        yield or_(first.is_(None), first <= days.last.isoformat())
    if days.first is not None:
        yield or_(last.is_(None), last >= days.first.isoformat())


def _equal(pairs: Iterable[tuple[ColumnElement[str], str | None]]) -> list[Condition]:
    return [_same(column, value) for column, value in pairs if value is not None]


def _same(column: ColumnElement[str], value: str) -> Condition:
    return func.lower(column) == value.lower()
