"""Who took the place, who did it: the value of control and responsibility claims, and the type that follows from it.

ACLED tells "Government regains territory" from "Non-state actor overtakes territory" by who took it. The party's kind
in the conflict pack decides, else the words of the clause ("militia", "army"), else those of its source.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from counterclaim.records.actor import NARRATOR, Actor, Role, SourceAnswer
from counterclaim.records.claim import Assertion, Proposition
from counterclaim.records.conflict import Conflict, Party, PartyKind, Side
from counterclaim.records.event_type import EventType, PropositionKind
from counterclaim.records.report import Report
from counterclaim.records.span import Span
from counterclaim.records.tagging import Stance
from counterclaim.words.lexicon import Lexicon
from counterclaim.words.tokens import tokens
from counterclaim.words.toml_data import package_toml

_STATE = (PartyKind.GOVERNMENT, PartyKind.STATE_FORCES)
_TAKEN = (EventType.GOVERNMENT_REGAINS, EventType.NON_STATE_OVERTAKES)


def name_holders(
    report: Report,
    assertions: Sequence[Assertion],
    answers: tuple[Sequence[SourceAnswer], Sequence[Sequence[Actor]]],
    conflicts: Sequence[Conflict],
) -> tuple[Assertion, ...]:
    """``assertions`` in which control names its holder and responsibility the one held responsible, as far as the
    clause or its source tells. ``answers`` are the sources and the actors, one entry an assertion.
    """
    parties = {p.id: p for conflict in conflicts for p in conflict.parties}
    foes = _foes(conflicts)
    out: list[Assertion] = []
    for assertion, source, actors in zip(assertions, *answers, strict=True):
        named = _named(report, assertion, source, actors, (parties, foes))
        out.append(_of_the_taking(named, out) if not _holder(actors) else named)
    return tuple(out)


def _of_the_taking(denial: Assertion, before: Sequence[Assertion]) -> Assertion:
    """``denial`` of a loss that names no taker, typed as the last taking told before it: that is what it answers."""
    if denial.event not in _TAKEN or denial.stance is not Stance.DENIES:
        return denial
    told = next((a for a in reversed(before) if a.event in _TAKEN and a.stance is not Stance.DENIES), None)
    return replace(denial, event=told.event) if told else denial


def _foes(conflicts: Sequence[Conflict]) -> dict[str, Side]:
    """For each side the one that it fights, where all its wars are with that one."""
    against: dict[str, set[Side]] = {}
    for conflict in conflicts:
        for side in conflict.sides:
            against.setdefault(side.code, set()).update(s for s in conflict.sides if s.code != side.code)
    return {code: next(iter(others)) for code, others in against.items() if len(others) == 1}


def _named(
    report: Report,
    assertion: Assertion,
    source: SourceAnswer,
    actors: Sequence[Actor],
    known: tuple[Mapping[str, Party], Mapping[str, Side]],
) -> Assertion:
    parties, foes = known
    kind = assertion.proposition.kind
    if kind is PropositionKind.RESPONSIBILITY:
        doer = _first(actors, Role.PERPETRATOR)
        return replace(assertion, proposition=Proposition(kind, doer.name)) if doer else assertion
    if kind is not PropositionKind.CONTROL:
        return assertion
    holder, loser = _holder(actors), _first(actors, Role.TARGET)
    if holder is None and loser is not None and loser.name == source.name:
        return _lost(assertion, foes.get(loser.side or ""))
    own = source if source.name != NARRATOR and assertion.stance is not Stance.DENIES else None
    name = holder.name if holder else (own.name if own else None)
    party = (holder.party if holder else None) or (own.party if own and not holder else None)
    state = _is_state(report, assertion, parties.get(party or ""), source.span)
    foe = foes.get(source.side or "") if holder is None and own is None else None
    state = bool(foe.home) if foe is not None else state  # What a side denies is that the other one took it.
    event = assertion.event
    if event in _TAKEN and state is not None:
        event = EventType.GOVERNMENT_REGAINS if state else EventType.NON_STATE_OVERTAKES
    return replace(assertion, event=event, proposition=Proposition(kind, name))


def _lost(assertion: Assertion, winner: Side | None) -> Assertion:
    """``assertion`` of one who speaks of its own loss, which ``winner`` now has, None where nothing tells."""
    event = assertion.event
    if event in _TAKEN and winner is not None:
        event = EventType.GOVERNMENT_REGAINS if winner.home else EventType.NON_STATE_OVERTAKES
    name = winner.name if winner is not None else None
    return replace(assertion, event=event, proposition=Proposition(PropositionKind.CONTROL, name))


def _holder(actors: Sequence[Actor]) -> Actor | None:
    return _first(actors, Role.HOLDER) or _first(actors, Role.PERPETRATOR)


def _first(actors: Sequence[Actor], role: Role) -> Actor | None:
    return next((a for a in actors if a.role is role), None)


def _is_state(report: Report, assertion: Assertion, party: Party | None, source: Span | None) -> bool | None:
    """Whether the holder is a state's force; None where nothing tells."""
    if party is not None and party.kind in (*_STATE, PartyKind.ARMED_GROUP):
        return party.kind in _STATE
    for span in (assertion.span, source):
        if span is not None and report.language is not None:
            told = _by_words(report.text, span, report.language)
            if told is not None:
                return told
    return None


def _by_words(text: str, span: Span, language: str) -> bool | None:
    """What the first word for a force in ``span`` tells."""
    hits = _forces(language).longest(tokens(text, span.start, span.end))
    return hits[0].key == "state" if hits else None


@cache
def _forces(language: str) -> Lexicon[str]:
    rules = package_toml("counterclaim.events", "rules", "forces.toml")
    return Lexicon((phrase, kind) for kind in ("state", "non_state") for phrase in rules[kind].get(language, ()))
