"""Puts an assertion and the answers about it together into a claim."""

from collections.abc import Iterable

from counterclaim.records.actor import Actor, SourceAnswer
from counterclaim.records.claim import Assertion, Claim
from counterclaim.records.identity import content_id
from counterclaim.records.made_by import MadeBy
from counterclaim.records.place import PlaceAnswer
from counterclaim.records.report import Report
from counterclaim.records.when import DateAnswer

Answers = tuple[Assertion, SourceAnswer, tuple[Actor, ...], PlaceAnswer, DateAnswer]


def assembled(report: Report, answers: Iterable[Answers], made_by: tuple[MadeBy, ...]) -> tuple[Claim, ...]:
    """The claims of ``report`` in order of the text; what is said twice of the same words is kept once."""
    claims = (_claim(report, each, made_by) for each in answers)
    unique = {claim.id: claim for claim in claims}
    return tuple(sorted(unique.values(), key=lambda c: (c.start, c.end, c.id)))


def _claim(report: Report, answers: Answers, made_by: tuple[MadeBy, ...]) -> Claim:
    assertion, source, actors, place, date = answers
    return Claim(
        id=_claim_id(report, assertion, source),
        report_id=report.id,
        start=assertion.start,
        end=assertion.end,
        source=source,
        stance=assertion.stance,
        distance=assertion.distance,
        event=assertion.event,
        proposition=assertion.proposition,
        place=place,
        date=date,
        event_detail=assertion.event_detail,
        actors=actors,
        quantities=assertion.quantities,
        confidence=confidence(assertion.confidence, source.confidence, place.confidence),
        made_by=made_by,
    )


def _claim_id(report: Report, assertion: Assertion, source: SourceAnswer) -> str:
    proposition = assertion.proposition
    where = (report.id, str(assertion.start), str(assertion.end))
    what = (assertion.stance, assertion.event, proposition.kind, proposition.value)
    return content_id("c", *where, *what, source.name)


def confidence(*parts: float) -> float:
    """The product of the parts, each held to [0, 1]: one weak answer makes the whole claim weak."""
    product = 1.0
    for part in parts:
        product *= min(1.0, max(0.0, part))
    return round(product, 3)
