"""Whether a claim speaks of an event: a declared list of weighted features, each with a reason to print.

The weights are set by hand; the reasoning is that two events are better than one wrong one. A settlement alone
(3.0) is not enough; with the same day (1.5) and the same kind of event (1.0) it is, and so is a wider place with the
same day and type if the report's flow shows that it speaks of the event told beside it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from counterclaim.linking.draft import Draft, Telling
from counterclaim.linking.evidence import VETO, Evidence
from counterclaim.linking.families import CONSEQUENCES, MOVES, VIOLENT, Family
from counterclaim.linking.nearness import Nearness, Relation, nearness, neighbours, rank
from counterclaim.linking.timing import TOLLS, timing
from counterclaim.records.actor import NARRATOR
from counterclaim.records.event_type import EventType, PropositionKind
from counterclaim.records.tagging import Stance

THRESHOLD = 3.5
# How far an event of the claim's own place must trail one whose place the claim's only contains.
MARGIN = 0.3
_BESIDE = 350
_COMPARED = 20


@dataclass(frozen=True, slots=True)
class Score:
    """The sum of the evidence; ``exact`` is false where the claim's place only contains the event's; ``here`` is
    true where the claim's own report speaks of the event elsewhere too.
    """

    total: float
    reasons: tuple[str, ...]
    exact: bool
    here: bool = False


_PLACE_WEIGHTS = {
    # relation: (in the same report, in different reports)
    Relation.SAME_SPOT: (3.0, 3.0),
    Relation.SITE_IN_TOWN: (2.4, 2.4),
    Relation.NEAR: (1.2, 1.2),
    Relation.SAME_REGION: (1.4, 0.9),
    Relation.SAME_COUNTRY: (0.8, 0.2),
    Relation.REGION_CONTAINS: (1.2, 0.6),
    Relation.COUNTRY_CONTAINS: (0.8, 0.0),
    Relation.UNKNOWN: (0.3, VETO),
    Relation.NOWHERE: (0.4, 0.4),
    Relation.APART: (VETO, VETO),
}
_CONTAINS = {Relation.REGION_CONTAINS, Relation.COUNTRY_CONTAINS}
_EXACT = {Relation.SAME_SPOT, Relation.SITE_IN_TOWN, Relation.NEAR, Relation.SAME_REGION, Relation.SAME_COUNTRY} | {
    Relation.NOWHERE
}


_ELSEWHERE = Score(VETO, ("The place is elsewhere.",), exact=False)


def _place(telling: Telling, draft: Draft, near: Nearness, same_report: bool) -> Evidence:
    if neighbours(telling.place, draft.place):
        return Evidence(VETO, f"The places are neighbours, each with its own name{_km(near)}.")
    weight = _PLACE_WEIGHTS[near.relation][0 if same_report else 1]
    return Evidence(weight, f"The place is {near.relation.value}{_km(near)}.")


def _km(near: Nearness) -> str:
    return "" if near.km is None else f" ({near.km:.0f} km apart)"


def _type(telling: Telling, draft: Draft, same_report: bool) -> Evidence:
    event = telling.claim.event
    if event in draft.types and event is not EventType.OTHER:
        return Evidence(1.0, f"The event is of the same type ({event.value}).")
    if telling.family is not Family.OTHER and draft.families == {Family.OTHER}:
        return Evidence(VETO, "The event is not an attack.")
    if EventType.DISRUPTED in {event, *draft.types} and telling.family in draft.families:
        # What was shot down did not hit: only one place and day make the two one attack.
        return Evidence(0.2, "One tells of an interception, the other of a strike.")
    if telling.family in draft.families and telling.family is not Family.OTHER:
        return Evidence(0.7, f"The types of event are of one kind ({telling.family.value}).")
    if _violent(telling.family, draft) and Family.CIVILIANS in {telling.family, *draft.families}:
        return Evidence(0.5, "The types of event can be the same attack.")
    if {event, *draft.types} & MOVES and Family.GROUND in {telling.family, *draft.families}:
        return Evidence(0.3, "Forces came or left in the fighting.")
    if same_report and telling.claim.kind in TOLLS and _violent(telling.family, draft):
        return Evidence(-0.5, "It gives harm done there, though by another kind of event.")
    if Family.OTHER not in {telling.family, *draft.families}:
        return Evidence(VETO, "The types of event exclude one another.")
    if telling.claim.kind in CONSEQUENCES:
        return Evidence(0.3, "It is what followed from the event.")
    if telling.family in draft.families and _same_detail(telling, draft):
        return Evidence(0.7, "Both speak of the same kind of happening.")
    return Evidence(-0.5 if same_report else VETO, "It is told beside the event.")


def _violent(family: Family, draft: Draft) -> bool:
    return family in VIOLENT and not VIOLENT.isdisjoint(draft.families)


def _same_detail(telling: Telling, draft: Draft) -> bool:
    detail = telling.claim.event_detail
    return detail is not None and any(t.claim.event_detail == detail for t in draft.tellings[:_COMPARED])


def _flow(telling: Telling, draft: Draft, _same: bool) -> Evidence | None:
    away = draft.characters_away(telling.claim)
    if away is None:
        return None
    if away <= _BESIDE:
        goes_on = (telling.claim.report_id, telling.claim.source) in draft.voices
        same = " The same source goes on." if goes_on else ""
        return Evidence(1.0 if goes_on else 0.8, f"The report tells it next to the event.{same}")
    if telling.lead:
        return Evidence(0.6, "The report's lead sums it up.")
    return Evidence(0.3, "It stands in the same report.")


def _answer(telling: Telling, draft: Draft, same_report: bool) -> Evidence | None:
    if same_report and telling.claim.stance is not Stance.ASSERTS:
        return Evidence(0.6, "It answers what was said of the event.")
    return None


def _consequence(telling: Telling, draft: Draft, same_report: bool) -> Evidence | None:
    beside = draft.characters_away(telling.claim)
    follows = telling.claim.kind in CONSEQUENCES and not VIOLENT.isdisjoint(draft.families)
    if follows and beside is not None and beside <= _BESIDE:
        return Evidence(0.4, "It gives the harm done by the event told beside it.")
    return None


def _attackers(telling: Telling, draft: Draft, _same: bool) -> Evidence | None:
    """Who is to blame for one event is what sides dispute: only what one source says itself is held against it."""
    before = draft.blamed.get((telling.claim.report_id, telling.claim.source))
    if before and telling.tells_of_attackers and not telling.attackers & before:
        return Evidence(VETO, "The same source names another attacker there.")
    if telling.attackers & draft.attackers:
        return Evidence(0.3, "The same side is said to have attacked.")
    if not telling.tells_of_attackers or not draft.acted or telling.claim.kind is PropositionKind.RESPONSIBILITY:
        return None
    return Evidence(-0.4, "Different sides are said to have attacked.")


def _source(telling: Telling, draft: Draft, same_report: bool) -> Evidence | None:
    if not same_report and not telling.told[1].startswith(NARRATOR) and telling.told[1] in draft.sources:
        return Evidence(0.5, "The same source speaks of it.")
    return None


def _holder(telling: Telling, draft: Draft, _same: bool) -> Evidence | None:
    return Evidence(0.5, "The same holder is named.") if telling.holder in draft.holders else None


def _figures(telling: Telling, draft: Draft, _same: bool) -> Evidence | None:
    kind, figure = telling.claim.kind, telling.figure
    others = draft.figures.get(kind, ())[-_COMPARED:] if figure else ()
    if not others or figure is None:
        return None
    if figure in others and figure.low > 1:
        return Evidence(0.6, f"The same count is given ({kind.value}).")
    # Rival counts of one place are a dispute; of a wider place they are another event.
    revised = telling.told[1] in draft.sources
    if not revised and not any(figure.meets(other) for other in others) and rank(telling.place) > rank(draft.place):
        return Evidence(VETO, f"For a wider place another count is given ({kind.value}).")
    return None


def _words(telling: Telling, draft: Draft, _same: bool) -> Evidence | None:
    shared = telling.words & draft.words
    return Evidence(0.3, "The clauses share their words.") if len(shared) >= 3 else None


def _reprint(telling: Telling, draft: Draft, _same: bool) -> Evidence | None:
    if draft.told.get(telling.told, telling.claim.report_id) != telling.claim.report_id:
        return Evidence(1.0, "A reprint of the same report has the same statement there.")
    return None


Feature = Callable[[Telling, Draft, bool], Evidence | None]
FEATURES: tuple[Feature, ...] = (
    timing,
    _type,
    _flow,
    _answer,
    _consequence,
    _attackers,
    _source,
    _holder,
    _figures,
    _words,
    _reprint,
)


def _only_type(draft: Draft) -> EventType | None:
    """The event's type where all its claims give the same."""
    return next(iter(draft.types)) if len(draft.types) == 1 else None


def score(telling: Telling, draft: Draft) -> Score:
    """How well the claim fits the event; ``-inf`` where one feature rules it out."""
    same_report = telling.root in draft.roots
    near = nearness(telling.place, draft.place)
    if near.relation is Relation.APART:
        return _ELSEWHERE
    found = [_place(telling, draft, near, same_report)]
    if telling.total and near.relation is Relation.UNKNOWN:
        found = [Evidence(VETO, "It is a total over many places.")]
    if EventType.DISRUPTED in {telling.claim.event, _only_type(draft)} and near.relation in _CONTAINS:
        found = [Evidence(VETO, "What was shot down over a region did not hit the town.")]
    for feature in FEATURES:
        if found[-1].weight == VETO:
            return Score(VETO, (found[-1].reason,), exact=False)
        evidence = feature(telling, draft, same_report)
        if evidence is not None:
            found.append(evidence)
    total = round(sum(e.weight for e in found), 3)
    return Score(total, tuple(e.reason for e in found), near.relation in _EXACT, same_report)
