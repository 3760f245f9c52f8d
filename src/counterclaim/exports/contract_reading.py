"""Reads the JSON of ``extract`` back into records. What that JSON does not carry comes back as unknown."""

from collections.abc import Callable
from typing import Any, TypeVar

from counterclaim.records.actor import Actor, Channel, Role, SourceAnswer
from counterclaim.records.claim import Claim, Proposition, Quantity
from counterclaim.records.coded import Coded
from counterclaim.records.event_type import EventType, PropositionKind
from counterclaim.records.made_by import MadeBy
from counterclaim.records.place import Place, PlaceAnswer, Precision
from counterclaim.records.report import Furniture, Report
from counterclaim.records.span import Span
from counterclaim.records.tagging import Attribution, Distance, Stance, Tagging
from counterclaim.records.when import DateAnswer

JsonObject = dict[str, Any]
Read = TypeVar("Read")


class ContractError(ValueError):
    """The object is not in the shape of the contract; the message names the key."""


def from_json(value: JsonObject) -> Coded:
    """The report, its attributions and claims; ``ContractError`` where a key is missing or a value is not allowed."""
    try:
        report = _report(value["report"])
        tagging = Tagging(
            report_id=report.id,
            language=report.language,
            sentences=(),
            attributions=_each(_attribution, value["attributions"]),
            made_by=MadeBy("tagger", "imported", "1"),
        )
        return Coded(report, tagging, tuple(_claim(report, c) for c in value["claims"]))
    except KeyError as error:
        raise ContractError(f"the key {error} is missing") from error
    except (TypeError, ValueError, AttributeError) as error:
        raise ContractError(f"not in the shape of the contract: {error}") from error


def _each(read: Callable[[Any], Read], values: list[Any]) -> tuple[Read, ...]:
    return tuple(read(value) for value in values)


def _report(value: JsonObject) -> Report:
    return Report(
        id=value["id"],
        text=value["text"],
        address=value.get("address") or value["url"] or "-",
        language=value["language"],
        url=value["url"],
        title=value["title"],
        published=value["published"],
        published_from=value.get("published_from"),
        publisher=value["publisher"],
        byline=value.get("byline"),
        agency=value["agency"],
        translated_from=value.get("translated_from"),
        furniture=_each(lambda f: Furniture(f["start"], f["end"], f["kind"]), value["furniture"]),
    )


def _spans(pairs: list[list[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs)


def _attribution(value: JsonObject) -> Attribution:
    return Attribution(_spans(value["source"]), _spans(value["cue"]), _spans(value["content"]))


def _claim(report: Report, value: JsonObject) -> Claim:
    proposition = value["proposition"]
    return Claim(
        id=value["id"],
        report_id=report.id,
        start=value["start"],
        end=value["end"],
        source=SourceAnswer(value["source"], value["side"], channel=Channel(value["channel"])),
        stance=Stance(value["stance"]),
        distance=Distance.NEUTRAL,
        event=EventType(value["event"]),
        proposition=Proposition(PropositionKind(proposition["kind"]), proposition["value"]),
        place=_place_answer(value["place"], value.get("alternatives", [])),
        date=DateAnswer(value["date"]),
        event_detail=value.get("event_detail"),
        actors=_each(_actor, value["actors"]),
        quantities=_each(lambda q: Quantity(**q), value["quantities"]),
        confidence=value["confidence"],
    )


def _actor(value: JsonObject) -> Actor:
    return Actor(value["name"], value["side"], Role(value["role"]), value["start"], value["end"])


def _place_answer(value: JsonObject | None, unresolved: list[JsonObject]) -> PlaceAnswer:
    if value is None:
        return PlaceAnswer(None, alternatives=_each(_place, unresolved))
    others = _each(_place, value.get("alternatives", []))
    return PlaceAnswer(_place(value), value["start"], value["end"], others)


def _place(value: JsonObject) -> Place:
    return Place(
        name=value["name"],
        precision=Precision(value["precision"]),
        admin1=value["admin1"],
        country=value["country"],
        lat=value["lat"],
        lon=value["lon"],
        geonameid=value["geonameid"],
    )
