"""Whether a clause negates what its trigger speaks of ("there was no breakthrough", "пострадавших нет")."""

from collections.abc import Sequence

from counterclaim.claims.grammar import Grammar
from counterclaim.records.claim import Trigger
from counterclaim.records.event_type import EventType, PropositionKind
from counterclaim.words.tokens import Token

_REACH = 5
# What can be prevented: an attack that was prevented still took place, a breakthrough that was prevented did not.
# Kinds whose own words negate.
_SAY_NOT = (PropositionKind.CLOSURE, PropositionKind.REPELLED)
_PREVENTABLE = (PropositionKind.BREAKTHROUGH, PropositionKind.CONTROL)


def negated(trigger: Trigger, stream: Sequence[Token], grammar: Grammar) -> bool:
    """Whether a negator stands by the trigger with nothing between but words that let it through (auxiliaries,
    articles, "any"), before or, as with "пострадавших нет", behind. ``stream`` are the chunk's tokens.
    """
    words = [i for i, t in enumerate(stream) if t.is_word]
    inside = [i for i in words if trigger.start <= stream[i].start < trigger.end]
    if not inside:
        return False
    if any(_negator(stream, i, grammar) for i in inside):
        # "Does not run" says that a line is closed, "without a fight" how a town was taken,
        # and "did not let the column pass" that it was beaten back.
        return trigger.kind not in _SAY_NOT and trigger.event is not EventType.NON_VIOLENT_TRANSFER
    before = [i for i in words if i < inside[0]][-_REACH:]
    behind = [i for i in words if i > inside[-1]][:_REACH]
    if _reaches(before[::-1], stream, grammar) or _reaches(behind, stream, grammar):
        return True
    nominal = not trigger.verbal or stream[inside[0]].low.endswith(grammar.absent_endings)
    if nominal and any(grammar.nonexistence.at(stream, i) for i in words if i > inside[-1]):
        return True
    return trigger.kind in _PREVENTABLE and any(grammar.preventers.at(stream, i) for i in (*before, *behind))


def _negator(stream: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether a negator stands at ``at``, and not one in "no fewer than" or "not only"."""
    return bool(grammar.negators.at(stream, at)) and not grammar.not_negators.at(stream, at)


def _reaches(path: Sequence[int], stream: Sequence[Token], grammar: Grammar) -> bool:
    for i in path:
        if _negator(stream, i, grammar):
            return True
        if stream[i].low not in grammar.transparent:
            return False
    return False
