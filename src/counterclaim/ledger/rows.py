"""Records to rows and rows back to records."""

import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from counterclaim.ledger.codec import plain, record, storable
from counterclaim.records.claim import Claim
from counterclaim.records.edtf import days_of
from counterclaim.records.event import Event, Finding, Link, Position, Standing, Turn
from counterclaim.records.event_type import EventType, PropositionKind
from counterclaim.records.place import Place
from counterclaim.records.report import Capture, Report
from counterclaim.records.tagging import Stance, Tagging

Row = dict[str, Any]


def content_row(capture: Capture) -> Row:
    """The bytes, compressed; level 6 costs about 20 ms a megabyte."""
    return {
        "sha256": capture.sha256,
        "size": len(capture.content),
        "compressed": zlib.compress(capture.content, 6),
    }


def capture_row(capture: Capture) -> Row:
    """Where and when the bytes came from."""
    return {
        "sha256": capture.sha256,
        "address": storable(capture.address),
        "retrieved": capture.retrieved,
        "media_type": _text(capture.media_type),
        "charset": _text(capture.charset),
    }


def report_row(report: Report) -> Row:
    """The report and what it is looked for by."""
    return {
        "id": report.id,
        "published": _text(report.published),
        "publisher": _text(report.publisher),
        "language": _text(report.language),
        "record": plain(report),
    }


def tagging_row(tagging: Tagging) -> Row:
    """Sentences and attributions in one record: they are never asked for one by one."""
    return {"report_id": tagging.report_id, "record": plain(tagging)}


def claim_rows(claims: Sequence[Claim]) -> list[Row]:
    """One row a claim, numbered in order of the text."""
    return [
        {
            "id": claim.id,
            "report_id": claim.report_id,
            "position": number,
            "source": storable(claim.source.name),
            "side": _text(claim.source.side),
            "stance": claim.stance.value,
            "type": claim.event.value,
            **_where(claim.place.place),
            **_when(claim.date.edtf),
            "record": plain(claim),
        }
        for number, claim in enumerate(claims)
    ]


def event_row(event: Event) -> Row:
    """The event without its claims and findings."""
    return {
        "id": event.id,
        "title": storable(event.title),
        "type": event.type.value,
        "detail": _text(event.event_detail),
        "date": event.date,
        **_when(event.date),
        **_where(event.place),
        "place_record": None if event.place is None else plain(event.place),
        "parties": list(event.parties),
    }


def event_claim_rows(event: Event) -> list[Row]:
    """Which claims stand in the event, and why."""
    links = {link.claim_id: link for link in event.links}
    return [
        {"event_id": event.id, "claim_id": id, "position": number, **_link(links.get(id))}
        for number, id in enumerate(event.claims)
    ]


def _link(link: Link | None) -> Row:
    return {"score": None, "reasons": None} if link is None else {"score": link.score, "reasons": list(link.reasons)}


def finding_rows(event: Event) -> list[Row]:
    """The propositions of the event with their standing."""
    return [
        {
            "event_id": event.id,
            "number": number,
            "kind": finding.kind.value,
            "value": _text(finding.value),
            "standing": finding.standing.value,
            "why": storable(finding.why),
        }
        for number, finding in enumerate(event.findings)
    ]


def position_rows(event: Event) -> list[Row]:
    """What each side says about each proposition of the event."""
    return [
        {
            "event_id": event.id,
            "finding": finding,
            "number": number,
            "side": position.side,
            "stance": position.stance.value,
            "first": position.first,
            "latest": position.latest,
            "origins": list(position.origins),
            "history": [plain(turn) for turn in position.history],
            "current": position.current,
        }
        for finding, number, position in _positions(event)
    ]


def position_claim_rows(event: Event) -> list[Row]:
    """The claims that each position rests on."""
    return [
        {"event_id": event.id, "finding": finding, "number": number, "implied": implied, "position": at, "claim_id": id}
        for finding, number, position in _positions(event)
        for implied, ids in ((False, position.claims), (True, position.implied))
        for at, id in enumerate(ids)
    ]


def _positions(event: Event) -> Iterator[tuple[int, int, Position]]:
    for finding_number, finding in enumerate(event.findings):
        for number, position in enumerate(finding.positions):
            yield finding_number, number, position


def _where(place: Place | None) -> Row:
    if place is None:
        return {"place": None, "country": None}
    names = ", ".join(name for name in (place.name, place.admin1) if name)
    return {"place": storable(names.casefold()), "country": place.country}


def _when(edtf: str | None) -> Row:
    days = days_of(edtf)
    first, last = (None, None) if days is None else (days.first, days.last)
    return {"first_day": first and first.isoformat(), "last_day": last and last.isoformat()}


def _text(value: str | None) -> str | None:
    return None if value is None else storable(value)


def capture_of(row: Mapping[str, Any]) -> Capture:
    """The capture of a row that holds its content too."""
    content = zlib.decompress(row["compressed"])
    return Capture(row["address"], content, row["media_type"], row["charset"], row["retrieved"])


def event_of(row: Mapping[str, Any], links: Sequence[Mapping[str, Any]], findings: tuple[Finding, ...]) -> Event:
    """An event from its row, the rows of its claims in order, and its findings."""
    scored = (link for link in links if link["score"] is not None)
    return Event(
        id=row["id"],
        title=row["title"],
        type=EventType(row["type"]),
        place=None if row["place_record"] is None else record(Place, row["place_record"]),
        date=row["date"],
        claims=tuple(link["claim_id"] for link in links),
        links=tuple(Link(link["claim_id"], link["score"], tuple(link["reasons"])) for link in scored),
        findings=findings,
        event_detail=row["detail"],
        parties=tuple(row["parties"] or ()),
    )


def finding_of(row: Mapping[str, Any], positions: tuple[Position, ...]) -> Finding:
    """A finding from its row and its positions."""
    kind, standing = PropositionKind(row["kind"]), Standing(row["standing"])
    return Finding(kind, row["value"], positions, standing, row["why"])


def position_of(row: Mapping[str, Any], claims: Sequence[Mapping[str, Any]]) -> Position:
    """A position from its row and the rows of its claims in order."""
    return Position(
        side=row["side"],
        stance=Stance(row["stance"]),
        claims=tuple(each["claim_id"] for each in claims if not each["implied"]),
        implied=tuple(each["claim_id"] for each in claims if each["implied"]),
        origins=tuple(row["origins"]),
        first=row["first"],
        latest=row["latest"],
        history=tuple(record(Turn, turn) for turn in row["history"] or ()),
        current=row["current"] is not False,
    )
