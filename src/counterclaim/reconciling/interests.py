"""Whom a proposition hurts: what makes the difference between agreeing and conceding."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.reconciling.pack_facts import PackFacts, pack_facts
from counterclaim.records.actor import MEDIA_SIDE, Actor, Role, SourceAnswer
from counterclaim.records.claim import Claim
from counterclaim.records.conflict import Conflict
from counterclaim.records.event_type import EventType, PropositionKind
from counterclaim.records.place import Place
from counterclaim.records.tagging import Stance
from counterclaim.words.tokens import tokens

UNKNOWN_SIDE = "unknown"
PERSONS = frozenset({PropositionKind.KILLED, PropositionKind.INJURED, PropositionKind.CAPTURED})
LOSSES = PERSONS | {PropositionKind.DESTROYED, PropositionKind.DAMAGED}
HARMED = frozenset({Role.TARGET, Role.VICTIM})
_LONGEST_VALUE = 20
# People of a nation who may well fight against it: its name in theirs says nothing of their side.
_IRREGULARS = frozenset(
    {"volunteer", "volunteers", "rebel", "rebels", "separatist", "separatists", "partisan", "partisans", "militants"}
    | {"insurgents", "saboteurs", "dissidents", "opposition", "exiles", "mercenaries", "mutineers", "defectors"}
)
_NO_ATTACK = frozenset({EventType.DISRUPTED, EventType.CHANGE, EventType.BASE, EventType.OTHER})
# Whose role names the side that a proposition is about, the surer one first.
_MEANT = {
    PropositionKind.CONTROL: (Role.HOLDER, Role.PERPETRATOR),
    PropositionKind.RESPONSIBILITY: (Role.PERPETRATOR,),
    PropositionKind.REPELLED: (),
}


@dataclass(frozen=True, slots=True)
class Interests:
    """Who stands where in one event. ``home`` is the side whose land the place is, ``attacker`` and ``defender`` the
    sides in those parts, ``harmed`` the sides named as target or victim; None or empty where nothing tells.
    ``belligerents`` are the sides at war in it, ``names`` the sides behind names, ``titles`` the sides' own names,
    ``organs`` the names of states, their armies and offices, which hold nothing apart from their side.
    """

    home: str | None
    attacker: str | None
    defender: str | None
    harmed: frozenset[str]
    belligerents: frozenset[str]
    names: Mapping[str, str]
    titles: Mapping[str, str]
    organs: frozenset[str] = frozenset()


def side_named(name: str | None, names: Mapping[str, str]) -> str | None:
    """The side of a known name, else of the one side whose names stand in it ("Vesland (artillery)"); else None."""
    low = (name or "").casefold()
    if low in names:
        return names[low]
    words = [t.low for t in tokens(low)][:_LONGEST_VALUE]
    if not _IRREGULARS.isdisjoint(words):
        return None
    runs = (" ".join(words[a:b]) for a in range(len(words)) for b in range(a + 1, min(len(words), a + 6) + 1))
    return _only(names.get(run) for run in runs)


def interests(place: Place | None, claims: Sequence[Claim], conflicts: Iterable[Conflict]) -> Interests:
    """What the actors, the place and the packs tell of the sides' parts in the event of ``claims``."""
    facts = pack_facts(conflicts)
    home = _home(place, facts)
    belligerents = _belligerents(claims, home, facts)
    # In a country at war within itself, whose land it is tells less of who attacked there.
    attacker = _attacker(claims, (home, 2 if belligerents <= facts.landed else 1), belligerents, facts.names)
    return Interests(
        home=home,
        attacker=attacker,
        defender=_only(belligerents - {attacker}) if attacker else None,
        harmed=frozenset(s for c in claims for s in harmed_sides(c)),
        belligerents=belligerents,
        names=facts.names,
        organs=facts.organs,
        titles=facts.titles,
    )


def harmed_sides(claim: Claim) -> frozenset[str]:
    """The sides that the claim names as target or victim."""
    return _sides(claim.actors, HARMED)


def _sides(actors: Iterable[Actor], roles: frozenset[Role]) -> frozenset[str]:
    return frozenset(a.side for a in actors if a.role in roles and a.side is not None)


def _home(place: Place | None, facts: PackFacts) -> str | None:
    """The side whose home the place lies in; the most specific code decides, and none where two sides have it."""
    if place is None or place.country is None:
        return None
    for code in (place.admin1_code, place.country):
        found = facts.lands.get(code or "")
        if found:
            return _only(found)
    return None


def _belligerents(claims: Iterable[Claim], home: str | None, facts: PackFacts) -> frozenset[str]:
    """The sides at war in the event: those that act, hold or speak, and the other one where the conflict has just two.
    Who is at war the packs tell; without any, whoever has a side is.
    """
    found = {home}
    for claim in claims:
        found |= {a.side for a in claim.actors} | {claim.source.side, meant_side(claim, facts.names)}
    known = frozenset(side for side in found if side is not None and side != MEDIA_SIDE)
    if not any(facts.warring):
        return known
    # The conflict whose land it is, or most of whose sides take part; outsiders to it only look on.
    most = max(len(sides & known) + len(sides & {home}) for sides in facts.warring)
    ours = [sides for sides in facts.warring if len(sides & known) + len(sides & {home}) == most]
    for sides in ours:
        known |= sides if len(sides) == 2 and known & sides else frozenset()
    inside = known & frozenset().union(*ours)
    return inside if len(inside) > 1 else known & frozenset().union(*facts.warring)


def meant_side(claim: Claim, names: Mapping[str, str]) -> str | None:
    """The side that holds, repelled or is responsible, by the claim's actors or the name in its value; else None."""
    roles = _MEANT.get(claim.proposition.kind)
    if roles is None:
        return None
    by_role = (_only(_sides(claim.actors, frozenset({role}))) for role in roles)
    return next((side for side in by_role if side is not None), None) or named_in_value(claim, names)


def named_in_value(claim: Claim, names: Mapping[str, str]) -> str | None:
    """The side of whoever the claim's value names: one of its actors, its source, or a name that the packs know."""
    value = claim.proposition.value
    people: tuple[Actor | SourceAnswer, ...] = (*claim.actors, claim.source)
    own = (a.side for a in people if value is not None and a.name == value)
    return next((side for side in own if side is not None), None) or side_named(value, names)


def _attacker(
    claims: Sequence[Claim], land: tuple[str | None, int], belligerents: frozenset[str], names: Mapping[str, str]
) -> str | None:
    """The side that most speaks for as attacker: named so, facing who repelled, or holding what is not its home. None
    where two are even, or where another side than that one is held responsible. ``land`` is the side whose home the
    place is, and how much that tells.
    """
    home, weight = land
    votes: Counter[str | None] = Counter()
    accused = set()
    for claim in claims:
        kind = claim.proposition.kind
        if kind is PropositionKind.RESPONSIBILITY:
            accused.add(meant_side(claim, names))
        elif kind is PropositionKind.REPELLED and claim.stance is not Stance.DENIES:
            votes[_only(belligerents - {meant_side(claim, names) or claim.source.side})] += 2
        elif kind is not PropositionKind.REPELLED and claim.event not in _NO_ATTACK:
            for side in _sides(claim.actors, frozenset({Role.PERPETRATOR})) & belligerents:
                # Who says of the own side that it attacked is believed before who says so of the enemy.
                votes[side] += 2 if side == claim.source.side else 1
        if kind is PropositionKind.CONTROL:
            votes[_only({meant_side(claim, names)} - {home})] += home is not None
    votes[_only(belligerents - {home})] += 0 if home is None else weight
    ranked = [(n, side) for side, n in votes.most_common() if side is not None and n > 0]
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    return ranked[0][1] if accused - {None} <= {ranked[0][1]} else None


def _only(sides: Iterable[str | None]) -> str | None:
    found = {side for side in sides if side is not None}
    return next(iter(found)) if len(found) == 1 else None


def hurt_by(
    kind: PropositionKind, subject: str | None, harmed: frozenset[str], known: Interests
) -> tuple[frozenset[str], str]:
    """The sides that the proposition hurts, and why. ``subject`` is the side that holds, repelled or is responsible;
    ``harmed`` the sides that its claims name as target or victim.
    """
    if kind is PropositionKind.RESPONSIBILITY:
        return _one(subject), "it is the one held responsible"
    if kind is PropositionKind.CONTROL:
        return known.belligerents - _one(
            subject
        ) if subject else frozenset(), "it means that the other side holds the place"
    if kind is PropositionKind.REPELLED:
        return _one(known.attacker), "the attack was its own"
    if kind is PropositionKind.SHOT_DOWN:
        return harmed or _one(known.attacker), "the weapons were its own"
    if kind is PropositionKind.BREAKTHROUGH:
        return _one(known.defender or known.home), "it was the one to hold the line"
    if kind in LOSSES and harmed:
        return harmed, "the loss is its own"
    if kind is PropositionKind.OCCURRED and known.harmed and known.attacker not in known.harmed:
        return known.harmed, "it was the target"
    if kind in LOSSES or kind is PropositionKind.OCCURRED or kind is PropositionKind.CLOSURE:
        return _one(known.defender or known.home), "it was attacked there"
    return frozenset(), ""


def hurt_by_denial(kind: PropositionKind, subject: str | None, known: Interests) -> tuple[frozenset[str], str]:
    """The sides that it hurts where the proposition does not hold, and why."""
    if kind is PropositionKind.CONTROL:
        return _one(subject), "it means that it does not hold the place"
    if kind is PropositionKind.BREAKTHROUGH:
        return _one(known.attacker), "the attack was its own"
    if kind is PropositionKind.REPELLED:
        return _one(subject), "it was the one to repel the attack"
    return frozenset(), ""


def _one(side: str | None) -> frozenset[str]:
    return frozenset() if side is None else frozenset({side})
