"""Wholes and parts among the events of the tables, found when asked for: a new report makes none of them stale."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, select

from counterclaim.ledger.rows import event_of
from counterclaim.ledger.schema import events
from counterclaim.ledger.store import Part
from counterclaim.linking.families import family
from counterclaim.linking.parts import LONGEST_DAYS, part_reason
from counterclaim.records.event_type import EventType

# Enough to show; a whole of more parts than these says nothing by naming them.
MOST = 200
_LOOKED_AT = 2000


def parts_of(connection: Connection, row: Mapping[str, Any]) -> tuple[Part, ...]:
    """The events that the event of ``row`` sums up, by day."""
    if row["first_day"] is None or row["last_day"] is None:
        return ()
    e, whole = events.c, event_of(row, (), ())
    within = e.first_day.between(row["first_day"], row["last_day"]), e.last_day <= row["last_day"]
    found = _found(connection, row, within)
    return _parts((each.id, part_reason(whole, each)) for each in found)


def wholes_of(connection: Connection, row: Mapping[str, Any]) -> tuple[Part, ...]:
    """The events that sum up the event of ``row``, by day."""
    if row["first_day"] is None or row["last_day"] is None:
        return ()
    e, part = events.c, event_of(row, (), ())
    earliest = date.fromisoformat(row["first_day"]) - timedelta(days=LONGEST_DAYS)
    around = e.first_day.between(earliest.isoformat(), row["first_day"]), e.last_day >= row["last_day"]
    found = _found(connection, row, around)
    return _parts((each.id, part_reason(each, part)) for each in found)


def _found(connection: Connection, row: Mapping[str, Any], conditions: Iterable[Any]) -> list[Any]:
    e, kind = events.c, family(EventType(row["type"]))
    # Not the bare column: its index would lead through all events of the types, whatever their day.
    kind_of = e.type.concat("")
    types = [event.value for event in EventType if family(event) is kind]
    asked = select(events).where(*conditions, kind_of.in_(types), e.country == row["country"], e.id != row["id"])
    rows = connection.execute(asked.order_by(e.first_day, e.id).limit(_LOOKED_AT)).mappings()
    return [event_of({str(k): v for k, v in each.items()}, (), ()) for each in rows]


def _parts(found: Iterable[tuple[str, str | None]]) -> tuple[Part, ...]:
    return tuple(Part(id, why) for id, why in found if why is not None)[:MOST]
