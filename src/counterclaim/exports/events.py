"""Reports and events as JSON for look-ups into a ledger: one object each."""

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.exports.contract import JsonObject, claim_json, place_json
from counterclaim.records.aggregate import Aggregate, Estimate
from counterclaim.records.claim import Claim
from counterclaim.records.event import Event, Finding, Position, Turn
from counterclaim.records.origin import Origin
from counterclaim.records.report import Report


@dataclass(frozen=True, slots=True)
class Detail:
    """What is worked out anew of a proposition: the views of its counts, and the origins of each position."""

    aggregate: Aggregate | None
    origins: tuple[tuple[Origin, ...], ...]


def event_json(event: Event, details: Sequence[Detail] | None = None) -> JsonObject:
    """An event, its propositions, and every side's position with the ids of its claims; with ``details``, one a
    proposition, also these.
    """
    return {
        "id": event.id,
        "title": event.title,
        "event": event.type.value,
        "event_detail": event.event_detail,
        "place": None if event.place is None else place_json(event.place),
        "date": event.date,
        "parties": list(event.parties),
        "propositions": [
            _finding(event, f, None if details is None else details[n]) for n, f in enumerate(event.findings)
        ],
        "claims": [
            {"id": id, "score": score, "reasons": reasons}
            for id, (score, reasons) in zip(event.claims, _links(event), strict=True)
        ],
    }


def _links(event: Event) -> list[tuple[float | None, list[str]]]:
    links = {link.claim_id: (link.score, list(link.reasons)) for link in event.links}
    return [links.get(id, (None, [])) for id in event.claims]


def _finding(event: Event, finding: Finding, detail: Detail | None) -> JsonObject:
    origins = detail.origins if detail else ((),) * len(finding.positions)
    views = {"aggregates": _aggregate(detail.aggregate)} if detail and detail.aggregate else {}
    return {
        "kind": finding.kind.value,
        "value": finding.value,
        "standing": finding.standing.value,
        "why": finding.why,
        "positions": [_position(p, roots) for p, roots in zip(finding.positions, origins, strict=True)],
        "silent": list(event.silent(finding)),
        **views,
    }


def _position(position: Position, roots: Sequence[Origin]) -> JsonObject:
    chains = {"chains": [root.json() for root in roots]} if roots else {}
    return {
        "side": position.side,
        "stance": position.stance.value,
        "claims": list(position.claims),
        "implied": list(position.implied),
        "origins": list(position.origins),
        "first": position.first,
        "latest": position.latest,
        "current": position.current,
        "history": [_turn(t) for t in position.history],
        **chains,
    }


def _turn(turn: Turn) -> JsonObject:
    return {"day": turn.day, "stance": turn.stance.value, "value": turn.value, "claims": list(turn.claims)}


def _aggregate(aggregate: Aggregate) -> JsonObject:
    divergence = aggregate.divergence
    return {
        "views": [_estimate(e) for e in aggregate.estimates],
        "parts": list(aggregate.parts),
        "divergence": {
            "reports": divergence.reports,
            "origins": divergence.origins,
            "distinct": divergence.distinct,
            "score": divergence.score,
            "normalised": divergence.normalised,
            "modal": divergence.modal,
            "range": divergence.range,
            "sd": divergence.sd,
            "spread": divergence.spread,
        },
    }


def _estimate(estimate: Estimate) -> JsonObject:
    return {
        "view": estimate.rule.value,
        "side": estimate.side,
        "low": estimate.low,
        "best": estimate.best,
        "high": estimate.high,
        "claims": list(estimate.claims),
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
