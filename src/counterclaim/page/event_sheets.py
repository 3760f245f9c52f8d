"""An event as the page shows it: its matrix of propositions by sides, and the evidence behind each cell."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.page import wording
from counterclaim.page.evidence import Evidence, Index, anchor
from counterclaim.page.map import Spot, standing
from counterclaim.page.sides import UNKNOWN, SideSheet
from counterclaim.records.actor import MEDIA_SIDE
from counterclaim.records.event import Event, Finding, Position, Standing
from counterclaim.records.figure import parse
from counterclaim.records.tagging import Stance


@dataclass(frozen=True, slots=True)
class Entry:
    """One position in a cell. ``history`` are the values or stances that the side gave, each with its day, where they
    differ; ``current`` is false where the side has since said the contrary.
    """

    anchor: str
    side: SideSheet
    sign: str
    stance: str
    meaning: str
    implied: bool
    reports: int
    origins: tuple[str, ...]
    days: str | None
    history: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    current: bool = True


@dataclass(frozen=True, slots=True)
class Cell:
    """What one side says of one proposition; no entries where it is silent."""

    side: SideSheet
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One proposition."""

    label: str
    standing: Standing
    why: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class EventSheet:
    """One event. ``open`` is true where it is shown unfolded."""

    event: Event
    anchor: str
    type: str
    place: str | None
    precision: str | None
    spot: int | None
    date: str | None
    standing: Standing
    standings: tuple[Standing, ...]
    speaking: tuple[SideSheet, ...]
    columns: tuple[SideSheet, ...]
    rows: tuple[Row, ...]
    others: tuple[Evidence, ...]
    reports: int

    @property
    def open(self) -> bool:
        """Whether more than one side has a say that bears on another's."""
        return any(s is not Standing.SINGLE_SIDE for s in self.standings)


def event_sheets(
    events: Sequence[Event], index: Index, spots: Sequence[Spot], names: dict[str, str]
) -> list[EventSheet]:
    """The events, those on which sides differ or concede first, then the latest first."""
    spot_of = {event.id: spot for spot in spots for event in spot.events}
    sheets = [_sheet(e, anchor("e", e.id, n), index, spot_of.get(e.id), names) for n, e in enumerate(events, 1)]
    sheets.sort(key=lambda s: s.event.date or "", reverse=True)
    sheets.sort(key=lambda s: (s.event.date is None, -len(s.speaking)))
    return sorted(sheets, key=lambda s: not s.open)


def _sheet(event: Event, at: str, index: Index, spot: Spot | None, names: dict[str, str]) -> EventSheet:
    claims = [index.claims[id] for id in event.claims if id in index.claims]
    columns = index.sides.columns(event, claims)
    rows = tuple(_row(f, f"{at}.{n}", columns, index) for n, f in enumerate(event.findings, 1))
    shown = {id for f in event.findings for p in f.positions for id in p.claims}
    others = index.folded(id for id in event.claims if id not in shown)
    return EventSheet(
        event=event,
        anchor=at,
        type=wording.event_type(event),
        place=wording.place(spot.place, names) if spot else None,
        precision=wording.PRECISIONS[event.place.precision] if event.place else None,
        spot=spot.number if spot else None,
        date=wording.day(event.date),
        standing=standing((event,)),
        standings=tuple(dict.fromkeys(row.standing for row in rows)),
        speaking=tuple(c for c in columns if any(cell.entries for row in rows for cell in row.cells if cell.side == c)),
        columns=columns,
        rows=rows,
        others=others,
        reports=len({c.report_id for c in claims}),
    )


def _row(finding: Finding, at: str, columns: Sequence[SideSheet], index: Index) -> Row:
    cells: list[Cell] = []
    for side in columns:
        positions = [p for p in finding.positions if index.sides.of(p.side) == side]
        entries = [_entry(p, f"{at}.{len(cells) + 1}.{n}", side, index) for n, p in enumerate(positions, 1)]
        cells.append(Cell(side, tuple(entries)))
    return Row(wording.proposition(finding.kind, finding.value), finding.standing, finding.why, tuple(cells))


def _entry(position: Position, at: str, side: SideSheet, index: Index) -> Entry:
    found = index.folded(position.claims, position.implied)
    return Entry(
        anchor=at,
        side=side,
        sign=wording.SIGNS[position.stance],
        stance=position.stance.value,
        meaning=wording.STANCES[position.stance],
        implied=bool(position.claims) and set(position.claims) <= set(position.implied),
        reports=len({printed.report for e in found for printed in e.printed}),
        origins=position.origins,
        days=wording.span(position.first, position.latest),
        history=tuple(_turns(position)) or tuple(_history(position, index)),
        evidence=found,
        current=position.current,
    )


def _turns(position: Position) -> Iterator[str]:
    """The stances that a side took one after another; nothing where it took only one."""
    if position.side in (MEDIA_SIDE, UNKNOWN) or len({t.stance is Stance.DENIES for t in position.history}) < 2:
        return
    for turn in position.history:
        day = wording.day(turn.day)
        yield " ".join(filter(None, (turn.stance.value, turn.value))) + (f" ({day})" if day else "")


def _history(position: Position, index: Index) -> Iterator[str]:
    """The counts that a side gave one after another, reprints left out; nothing where it gave only one."""
    claims = [index.claims[id] for id in position.claims if id in index.claims and id not in position.implied]
    told = [c for c in claims if parse(c.proposition.value) and c.report_id not in index.copies]
    told.sort(key=lambda c: index.coded[c.report_id].report.published or "~")
    if len({parse(c.proposition.value) for c in told}) < 2:
        return
    before = None
    for claim in told:
        if parse(claim.proposition.value) != before:
            before = parse(claim.proposition.value)
            published = wording.day(index.coded[claim.report_id].report.published)
            yield f"{claim.proposition.value}" + (f" ({published})" if published else "")
