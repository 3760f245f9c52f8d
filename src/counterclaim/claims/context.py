"""What a claim leaves open and those around it tell: the type of its event, the proposition that was not checked."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from counterclaim.records.claim import Assertion, Proposition, Trigger
from counterclaim.records.event_type import EventType, PropositionKind

_VIOLENT = frozenset(
    {
        EventType.AIR_STRIKE,
        EventType.SHELLING,
        EventType.ARMED_CLASH,
        EventType.EXPLOSIVE,
        EventType.SUICIDE_BOMB,
        EventType.GRENADE,
        EventType.CHEMICAL,
        EventType.ATTACK,
        EventType.SEXUAL_VIOLENCE,
    }
)
_COUNTED = (PropositionKind.KILLED, PropositionKind.INJURED, PropositionKind.SHOT_DOWN, PropositionKind.DESTROYED)
# Where nothing in the report tells: a claim of violence without a weapon is ACLED's "Attack".
_DEFAULT = EventType.ATTACK


@dataclass(frozen=True, slots=True)
class Draft:
    """An assertion and what its clause leaves to those around it. ``paragraph`` counts from 0.

    ``open_event``: its trigger has no type of its own. ``unchecked``: it only says that what was said before could
    not be checked, or answers it. ``of_civilians``, ``of_fighters``: the dead are such. ``counts_on``: it gives no
    more than another number for what was counted before. ``of_the_war``: it only speaks of armies and arms.
    """

    assertion: Assertion
    open_event: bool
    unchecked: bool
    paragraph: int
    of_civilians: bool = False
    of_fighters: bool = False
    counts_on: bool = False
    of_the_war: bool = False


# An assertion with the paragraph that it stands in.
Settled = tuple[Assertion, int]


def settle(drafts: Sequence[Draft], triggers: Sequence[Trigger]) -> tuple[Assertion, ...]:
    """The assertions with every open type settled: by the last violent claim of the paragraph, the next one in it,
    the last one before it, the type that most triggers of the report have, in this order.
    """
    usual = Counter(t.event for t in triggers if t.event in _VIOLENT).most_common(1)
    fallback = usual[0][0] if usual and usual[0][0] is not None else _DEFAULT
    settled: list[Settled] = []
    for at, draft in enumerate(drafts):
        assertion = _settled(drafts, settled, at, fallback)
        if assertion is not None:
            settled.append((assertion, draft.paragraph))
    return tuple(assertion for assertion, _ in settled)


def _settled(drafts: Sequence[Draft], settled: Sequence[Settled], at: int, fallback: EventType) -> Assertion | None:
    """The draft at ``at`` as an assertion; None for a bare number where nothing was counted before it."""
    draft, before = drafts[at], [assertion for assertion, _ in settled]
    if draft.counts_on:
        counted = bool(before) and before[-1].proposition.kind in _COUNTED
        return _of_the_last(draft.assertion, before[-1]) if counted else None
    if draft.unchecked and before:
        return _of_the_last(draft.assertion, _answered(draft.assertion, before))
    if not draft.open_event:
        return draft.assertion
    if draft.of_fighters and not any(where == draft.paragraph and _does_harm(a) for a, where in settled):
        return replace(draft.assertion, event=EventType.ARMED_CLASH)
    event = _around(drafts, settled, at, EventType.OTHER if draft.of_the_war else fallback)
    clash = event is EventType.ARMED_CLASH and draft.of_civilians
    return replace(draft.assertion, event=EventType.ATTACK if clash else event)


def _answered(assertion: Assertion, before: Sequence[Assertion]) -> Assertion:
    """The claim that ``assertion`` answers: the last one on somebody else's word, rather of an event that ACLED has a
    type for than of orders and warnings.
    """
    others = [a for a in before if a.attribution != assertion.attribution] or list(before)
    events = [a for a in others if a.event is not EventType.OTHER]
    return (events or others)[-1]


def _of_the_last(assertion: Assertion, last: Assertion) -> Assertion:
    """``assertion`` about the proposition of ``last``."""
    return replace(
        assertion,
        event=last.event,
        event_detail=last.event_detail,
        proposition=Proposition(last.proposition.kind, last.proposition.value),
        reasons=(*assertion.reasons, "speaks of the claim before it"),
    )


def _around(drafts: Sequence[Draft], settled: Sequence[Settled], at: int, fallback: EventType) -> EventType:
    paragraph = drafts[at].paragraph
    before = [(assertion.event, where) for assertion, where in settled if _does_harm(assertion)]
    after = [
        d.assertion.event
        for d in drafts[at + 1 :]
        if d.paragraph == paragraph and not d.open_event and d.assertion.event in _VIOLENT
    ]
    near = [event for event, where in before if where == paragraph]
    if near:
        return near[-1]
    if after:
        return after[0]
    return before[-1][0] if before else fallback


def _does_harm(assertion: Assertion) -> bool:
    """Whether harm may come of it: violence, or the debris of what was brought down, but not the bringing down."""
    fell = assertion.event is EventType.DISRUPTED and assertion.proposition.kind is not PropositionKind.SHOT_DOWN
    return fell or assertion.event in _VIOLENT


def is_harm(kind: PropositionKind) -> bool:
    """Whether a negation of ``kind`` asserts a count of nought ("nobody was hurt") and is no denial."""
    return kind in (PropositionKind.KILLED, PropositionKind.INJURED, PropositionKind.DAMAGED, PropositionKind.DESTROYED)
