"""The JSON of ``extract``: one object a report. The keys, their order and their meaning are a promise to scripts."""

import json
import re
from typing import Any

from counterclaim.records.actor import MEDIA_SIDE, NARRATOR, Actor
from counterclaim.records.claim import Claim, Quantity
from counterclaim.records.coded import Coded
from counterclaim.records.place import Place, PlaceAnswer
from counterclaim.records.report import Report
from counterclaim.records.span import Span
from counterclaim.records.tagging import Attribution

JsonObject = dict[str, Any]

# Legal in JSON, but an order to a terminal, or invisible, or not encodable: written as escapes.
UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def to_json(coded: Coded) -> JsonObject:
    """``coded`` in the shape of the contract."""
    return {
        "report": _report(coded.report),
        "attributions": [_attribution(a) for a in coded.tagging.told],
        "claims": [claim_json(c) for c in coded.claims],
    }


def dumps(value: object) -> str:
    """``value`` as JSON on one line in UTF-8 letters; whatever could act on a terminal is escaped."""
    return UNSAFE.sub(lambda m: f"\\u{ord(m[0]):04x}", json.dumps(value, ensure_ascii=False, allow_nan=False))


def _report(report: Report) -> JsonObject:
    return {
        "id": report.id,
        "url": report.url,
        "title": report.title,
        "published": report.published,
        "publisher": report.publisher,
        "agency": report.agency,
        "language": report.language,
        "text": report.text,
        "furniture": [{"start": f.start, "end": f.end, "kind": f.kind} for f in report.furniture],
        "byline": report.byline,
        "translated_from": report.translated_from,
        "published_from": report.published_from,
        "address": report.address,
    }


def _attribution(attribution: Attribution) -> JsonObject:
    return {
        "source": _pairs(attribution.source),
        "cue": _pairs(attribution.cue),
        "content": _pairs(attribution.content),
    }


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def claim_json(claim: Claim) -> JsonObject:
    """One claim in the shape of the contract; ``chain``, ``event_detail``, ``alternatives`` and what is told of the
    place's area only where there are any.
    """
    detail = {"event_detail": claim.event_detail} if claim.event_detail else {}
    chain = {"chain": list(claim.source.chain)} if claim.source.chain else {}
    return {
        "id": claim.id,
        "start": claim.start,
        "end": claim.end,
        "source": claim.source.name,
        "side": MEDIA_SIDE if claim.source.name == NARRATOR else claim.source.side,
        "channel": claim.source.channel.value,
        "stance": claim.stance.value,
        "event": claim.event.value,
        **detail,
        "proposition": {"kind": claim.proposition.kind.value, "value": claim.proposition.value},
        **_place(claim.place),
        "date": claim.date.edtf,
        "actors": [_actor(a) for a in claim.actors],
        "quantities": [_quantity(q) for q in claim.quantities],
        "confidence": claim.confidence,
        **chain,
    }


def _place(answer: PlaceAnswer) -> JsonObject:
    others = {"alternatives": [place_json(p) for p in answer.alternatives]} if answer.alternatives else {}
    if answer.place is None:
        return {"place": None, **others}
    return {"place": {**place_json(answer.place), "start": answer.start, "end": answer.end, **_area(answer), **others}}


def _area(answer: PlaceAnswer) -> JsonObject:
    told = {
        "near": answer.near or None,
        "radius_km": answer.radius_km,
        "extent": list(answer.extent) if answer.extent else None,
        "local_name": answer.local_name,
    }
    return {key: value for key, value in told.items() if value is not None}


def place_json(place: Place) -> JsonObject:
    """A place with every key of the contract; unknown is null."""
    return {
        "name": place.name,
        "admin1": place.admin1,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "geonameid": place.geonameid,
        "precision": place.precision.value,
    }


def _actor(actor: Actor) -> JsonObject:
    return {
        "name": actor.name,
        "side": actor.side,
        "role": actor.role.value,
        "start": actor.start,
        "end": actor.end,
    }


def _quantity(quantity: Quantity) -> JsonObject:
    return {
        "what": quantity.what,
        "low": quantity.low,
        "best": quantity.best,
        "high": quantity.high,
        "start": quantity.start,
        "end": quantity.end,
    }
