"""The fields of the JSON that the commands print, with their meaning, and a full example of each to check them by."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from counterclaim.exports.contract import to_json
from counterclaim.exports.events import Detail, event_json, evidence_json, report_json
from counterclaim.records.actor import Actor, Channel, Role, SourceAnswer
from counterclaim.records.aggregate import Aggregate, Aggregation, Divergence, Estimate
from counterclaim.records.claim import Claim, Proposition, Quantity
from counterclaim.records.coded import Coded
from counterclaim.records.event import Event, Finding, Link, Position, Standing, Turn
from counterclaim.records.event_type import EventType, PropositionKind
from counterclaim.records.made_by import MadeBy
from counterclaim.records.origin import Chain, Origin, OriginKind
from counterclaim.records.place import Extent, Place, PlaceAnswer, Precision
from counterclaim.records.report import Furniture, Report
from counterclaim.records.span import Span
from counterclaim.records.tagging import Attribution, Distance, Stance, Tagging
from counterclaim.records.when import DateAnswer

PLACE = {
    "name": "string: English name",
    "admin1": "string or null: first-level division",
    "country": "string or null: ISO 3166-1 alpha-2",
    "lat": "number or null: degrees north (WGS 84); a region carries its capital's point, a country its centre",
    "lon": "number or null: degrees east",
    "geonameid": "integer or null: number in GeoNames",
    "precision": "string: {precision}",
}

REPORT = {
    "id": "string: made from the content; the same report read twice has the same id",
    "url": "string or null: the item's own web address",
    "title": "string or null",
    "published": "string or null: day of publication, EDTF",
    "publisher": "string or null: the outlet",
    "agency": "string or null: the wire service whose copy the report carries",
    "language": "string or null: ISO 639-1",
}

CLAIM = {
    "id": "string: made from the content",
    "start": "integer: first character of the claim in `report.text`, as a Python string index",
    "end": "integer: the character after its last",
    "source": "string: canonical English name of who answers for the statement, or `narrator`",
    "side": "string or null: a code from the conflict packs, `media` for the narrator, null where the text gives none",
    "channel": "string: {channel}",
    "stance": "string: {stance}. In `denies`, the proposition is what is denied",
    "event": "string: ACLED sub-event type ([list](taxonomy.md))",
    "event_detail": "string, only where `event` alone says too little: what happened where ACLED has no type",
    "proposition.kind": "string: {kind}",
    "proposition.value": "string or null: a few words: a count (`40`, `>=40`, `200-300`, `dozens`), a holder, a thing",
    "place": "object or null: where the event was",
    **{f"place.{name}": meaning for name, meaning in PLACE.items()},
    "place.start": "integer or null: where the text names it",
    "place.end": "integer or null",
    "place.near": "true, only where the text says that it was not at the place but near it or at a distance from it",
    "place.radius_km": "number, only where known: how far from the point it may have been, in kilometres",
    "place.extent": "[south, west, north, east] in degrees, only for areas whose extent is known",
    "place.local_name": "string, only where known: the place's name in the report's language",
    "place.alternatives": "list of places, only where the choice was close: the runners-up. Beside a null `place` it "
    "stands in the claim itself, as `alternatives`",
    "date": "string or null: day of the event, EDTF: a day, an interval, a month",
    "actors[].name": "string: who takes part in the event",
    "actors[].side": "string or null",
    "actors[].role": "string: {role}",
    "actors[].start": "integer",
    "actors[].end": "integer",
    "quantities[].what": "string: what is counted",
    "quantities[].low": "integer or null: at least",
    "quantities[].best": "integer or null: the figure itself",
    "quantities[].high": "integer or null: at most",
    "quantities[].start": "integer",
    "quantities[].end": "integer",
    "confidence": "number from 0 to 1: the product of the steps' own; for sorting, not a probability",
    "chain": "list of strings, only where others passed the statement on: who cites the source, nearest to the report "
    "first",
}

EXTRACT = {
    **{f"report.{name}": meaning for name, meaning in REPORT.items()},
    "report.text": "string: the text that all offsets count in; for plain text the decoded input unchanged",
    "report.furniture[].start": "integer: a part of the text that is not reporting",
    "report.furniture[].end": "integer",
    "report.furniture[].kind": "string: what it is, such as `share prompt`, `caption`, `byline`",
    "report.byline": "string or null",
    "report.translated_from": "string or null: ISO 639-1, where traces in the text show it",
    "report.published_from": "string or null: how the day is known, such as `given`, `metadata`, `text`",
    "report.address": "string: where the report was read from: a path, an address or `-`",
    "attributions[].source": "list of [start, end]: who speaks",
    "attributions[].cue": "list of [start, end]: the word that says so",
    "attributions[].content": "list of [start, end]: what is said",
    **{f"claims[].{name}": meaning for name, meaning in CLAIM.items()},
}

CLAIMS = {
    **CLAIM,
    "words": "string: the claim's words in the report",
    "report": "string: the report's id",
    "published": "string or null: its day of publication",
    "publisher": "string or null",
}

EVENTS = {
    "id": "string: made from the content",
    "title": "string: a line for people",
    "event": "string: ACLED sub-event type",
    "event_detail": "string or null",
    "place": "object or null: where it was",
    **{f"place.{name}": meaning for name, meaning in PLACE.items()},
    "date": "string or null: EDTF",
    "parties": "list of strings: codes of the sides at war in it, whether they speak or not",
    "propositions[].kind": "string: {kind}",
    "propositions[].value": "string or null",
    "propositions[].standing": "string: {standing}",
    "propositions[].why": "string: the reason for the standing, as a sentence",
    "propositions[].positions[].side": "string: a code from the packs, or `media`",
    "propositions[].positions[].stance": "string: {stance}",
    "propositions[].positions[].claims": "list of ids of claims, in order of publication",
    "propositions[].positions[].implied": "those of them that say it only by implication",
    "propositions[].positions[].origins": "list of strings: independent origins; a reprint adds none",
    "propositions[].positions[].first": "string or null: day of the first report with it",
    "propositions[].positions[].latest": "string or null: day of the latest",
    "propositions[].positions[].current": "boolean: false where the side has since said the contrary",
    "propositions[].positions[].history[].day": "string or null: day of publication from which on the side said "
    "so; the history is all that it has said of the proposition, the contrary included",
    "propositions[].positions[].history[].stance": "string: {stance}",
    "propositions[].positions[].history[].value": "string or null: the value that it gave, such as a count",
    "propositions[].positions[].history[].claims": "list of ids of claims",
    "propositions[].silent": "list of strings: the `parties` that say nothing of it",
    "claims[].id": "string: a claim that belongs to the event",
    "claims[].score": "number or null: how well it fits",
    "claims[].reasons": "list of strings: why it was put here",
}

VIEWS = "propositions[].aggregates"
CHAINS = "propositions[].positions[].chains[]"
SHOW = {
    **EVENTS,
    f"{CHAINS}.name": "string: an independent origin of the position",
    f"{CHAINS}.kind": "string: {origin}",
    f"{CHAINS}.reports": "integer: how many reports carry it",
    f"{CHAINS}.chains[].claim": "string: id of a claim that goes back to it",
    f"{CHAINS}.chains[].report": "string: id of the report that the claim stands in",
    f"{CHAINS}.chains[].steps": "list of strings: the way from the page to the origin",
    VIEWS: "object, only where somebody gives a count: what data sets would make of the counts "
    "([rules](../explanation/standings.md#one-number-for-many))",
    f"{VIEWS}.views[].view": "string: {view}",
    f"{VIEWS}.views[].side": "string or null: whose counts they are, for `by side`",
    f"{VIEWS}.views[].low": "integer or null: the lower bound",
    f"{VIEWS}.views[].best": "integer or null: the single number, where the rule gives one",
    f"{VIEWS}.views[].high": "integer or null: the upper bound; null where nothing bounds it",
    f"{VIEWS}.views[].claims": "list of ids of the claims that it rests on",
    f"{VIEWS}.parts": "list of ids of claims that count only a part and stay out of the views",
    f"{VIEWS}.divergence.reports": "integer: reports that give a count",
    f"{VIEWS}.divergence.origins": "integer: independent origins of the counts",
    f"{VIEWS}.divergence.distinct": "integer: different counts",
    f"{VIEWS}.divergence.score": "integer: one less than `distinct`",
    f"{VIEWS}.divergence.normalised": "number from 0 to 1, or null for one report: the score as a share of the "
    "most that there could be",
    f"{VIEWS}.divergence.modal": "number from 0 to 1: the share of reports with the most frequent count",
    f"{VIEWS}.divergence.range": "integer: the largest count less the smallest",
    f"{VIEWS}.divergence.sd": "number, or null for one report: standard deviation of the counts, as of a sample",
    f"{VIEWS}.divergence.spread": "integer or null: the largest single number of the views less the smallest",
    **{f"evidence[].{name}": meaning for name, meaning in CLAIMS.items()},
}

REPORTS = {
    "id": REPORT["id"],
    "address": "string: where it was read from",
    **{name: meaning for name, meaning in REPORT.items() if name != "id"},
    "claims": "integer: how many claims it holds",
    "reprint_of": "string or null: id of the report that it repeats",
}

ENUMS: dict[str, type[StrEnum]] = {
    "precision": Precision,
    "channel": Channel,
    "stance": Stance,
    "kind": PropositionKind,
    "role": Role,
    "standing": Standing,
    "view": Aggregation,
    "origin": OriginKind,
}


def examples() -> dict[str, object]:
    """An object of each shape with every key that there can be."""
    place = Place("Dolmen", Precision.SETTLEMENT, "Karsk", "SE", 59.0, 18.0, 1)
    report = Report("r", "text", "-", furniture=(Furniture(0, 1, "caption"),))
    claim = Claim(
        "c",
        "r",
        0,
        4,
        SourceAnswer("narrator", None, chain=("Agency",)),
        Stance.ASSERTS,
        Distance.NEUTRAL,
        EventType.OTHER,
        Proposition(PropositionKind.OTHER),
        PlaceAnswer(place, 0, 1, (place,), 1.0, (), True, 5.0, Extent(58.0, 17.0, 60.0, 19.0), "Dolmen"),
        DateAnswer(None),
        event_detail="threat",
        actors=(Actor("a", None, Role.TARGET, 0, 1),),
        quantities=(Quantity("killed", 1, 1, 1, 0, 1),),
    )
    tagging = Tagging("r", "en", (), (Attribution((Span(0, 1),), (), ()),), MadeBy("tagger", "rules", "1"))
    position = Position("A", Stance.ASSERTS, ("c",), history=(Turn(None, Stance.ASSERTS, None, ("c",)),))
    estimate = Estimate(Aggregation.RANGE, 1, None, 2, ("c",))
    aggregate = Aggregate((estimate,), Divergence(1, 1, 1, 0, None, 1.0, 0, None, None))
    origin = Origin("a", "A", OriginKind.SOURCE, (Chain("c", "r", ("A",)),))
    finding = Finding(PropositionKind.OTHER, None, (position,), Standing.AGREED, "")
    event = Event("e", "", EventType.OTHER, place, None, ("c",), (Link("c", 1.0),), (finding,))
    return {
        "extract": to_json(Coded(report, tagging, (claim,))),
        "claims": evidence_json(claim, report),
        "events": event_json(event),
        "show": {**event_json(event, [Detail(aggregate, ((origin,),))]), "evidence": [evidence_json(claim, report)]},
        "reports": report_json(report, 0, None),
    }


FIELDS = {"extract": EXTRACT, "claims": CLAIMS, "events": EVENTS, "show": SHOW, "reports": REPORTS}


def paths(value: object, before: str = "") -> Iterator[str]:
    """The keys of ``value``, nested ones with dots, ``[]`` for the entries of a list of objects."""
    if not isinstance(value, dict):
        return
    for key, inner in value.items():
        path = f"{before}{key}"
        objects = [each for each in inner if isinstance(each, dict)] if isinstance(inner, list) else []
        if key == "alternatives" or not (objects or isinstance(inner, dict)):
            yield path
        elif objects:
            yield from paths(objects[0], f"{path}[].")
        else:
            if key in ("place", "aggregates"):
                yield path
            yield from paths(inner, f"{path}.")


def undescribed() -> dict[str, set[str]]:
    """For each shape the fields that are printed and not described here, or described and not printed."""
    found: dict[str, Any] = {name: set(paths(example)) ^ set(FIELDS[name]) for name, example in examples().items()}
    return {name: wrong for name, wrong in found.items() if wrong}
