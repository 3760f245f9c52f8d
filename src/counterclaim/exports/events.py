"""Reports and events as JSON for look-ups into a ledger: one object each."""

from counterclaim.exports.contract import JsonObject, claim_json, place_json
from counterclaim.records.claim import Claim
from counterclaim.records.event import Event, Finding, Position
from counterclaim.records.report import Report


def event_json(event: Event) -> JsonObject:
    """An event, its propositions, and every side's position with the ids of its claims."""
    return {
        "id": event.id,
        "title": event.title,
        "event": event.type.value,
        "event_detail": event.event_detail,
        "place": None if event.place is None else place_json(event.place),
        "date": event.date,
        "propositions": [_finding(f) for f in event.findings],
        "claims": [
            {"id": id, "score": score, "reasons": reasons}
            for id, (score, reasons) in zip(event.claims, _links(event), strict=True)
        ],
    }


def _links(event: Event) -> list[tuple[float | None, list[str]]]:
    links = {link.claim_id: (link.score, list(link.reasons)) for link in event.links}
    return [links.get(id, (None, [])) for id in event.claims]


def _finding(finding: Finding) -> JsonObject:
    return {
        "kind": finding.kind.value,
        "value": finding.value,
        "standing": finding.standing.value,
        "why": finding.why,
        "positions": [_position(p) for p in finding.positions],
    }


def _position(position: Position) -> JsonObject:
    return {
        "side": position.side,
        "stance": position.stance.value,
        "claims": list(position.claims),
        "implied": list(position.implied),
        "origins": list(position.origins),
        "first": position.first,
        "latest": position.latest,
    }


def report_json(report: Report, claims: int, reprint_of: str | None) -> JsonObject:
    """A report without its text: what it is, how many claims it holds, and which report it repeats."""
    return {
        "id": report.id,
        "address": report.address,
        "url": report.url,
        "title": report.title,
        "published": report.published,
        "publisher": report.publisher,
        "agency": report.agency,
        "language": report.language,
        "claims": claims,
        "reprint_of": reprint_of,
    }


def evidence_json(claim: Claim, report: Report) -> JsonObject:
    """A claim in the shape of the contract, with its words and the report that it stands in."""
    return {
        **claim_json(claim),
        "words": report.text[claim.start : claim.end],
        "report": report.id,
        "published": report.published,
        "publisher": report.publisher,
    }
