"""What a claim leaves open and those around it tell: the type of its event, the proposition that was not checked."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

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


@dataclass(slots=True)
class _Told:
    """What has been settled so far: the assertions, and the last harmful event, of all and of each paragraph."""

    assertions: list[Assertion] = field(default_factory=list)
    harm: EventType | None = None
    harm_in: dict[int, EventType] = field(default_factory=dict)

    def add(self, assertion: Assertion, paragraph: int) -> None:
        self.assertions.append(assertion)
        if _does_harm(assertion):
            self.harm = self.harm_in[paragraph] = assertion.event

    @property
    def last(self) -> Assertion | None:
        return self.assertions[-1] if self.assertions else None


def settle(drafts: Sequence[Draft], triggers: Sequence[Trigger]) -> tuple[Assertion, ...]:
    """The assertions with every open type settled: by the last violent claim of the paragraph, the next one in it,
    the last one before it, the type that most triggers of the report have, in this order.
    """
    usual = Counter(t.event for t in triggers if t.event in _VIOLENT).most_common(1)
    fallback = usual[0][0] if usual and usual[0][0] is not None else _DEFAULT
    told = _Told()
    for draft, ahead in zip(drafts, _ahead(drafts), strict=True):
        usually = ahead or told.harm or (EventType.OTHER if draft.of_the_war else fallback)
        assertion = _settled(draft, told, usually)
        if assertion is not None:
            told.add(assertion, draft.paragraph)
    return tuple(told.assertions)


def _ahead(drafts: Sequence[Draft]) -> list[EventType | None]:
    """For each draft the type of the next violent claim in its paragraph that has one of its own."""
    out: list[EventType | None] = []
    following: dict[int, EventType] = {}
    for draft in reversed(drafts):
        out.append(following.get(draft.paragraph))
        if not draft.open_event and draft.assertion.event in _VIOLENT:
            following[draft.paragraph] = draft.assertion.event
    return out[::-1]


def _settled(draft: Draft, told: _Told, usually: EventType) -> Assertion | None:
    """The draft as an assertion; None for a bare number where nothing was counted before it. ``usually`` is its type
    where its paragraph has told of no harm yet.
    """
    if draft.counts_on:
        counted = told.last is not None and told.last.proposition.kind in _COUNTED
        return _of_the_last(draft.assertion, told.last) if told.last is not None and counted else None
    if draft.unchecked and told.last is not None:
        return _of_the_last(draft.assertion, _answered(draft.assertion, told.assertions))
    if not draft.open_event:
        return draft.assertion
    if draft.of_fighters and draft.paragraph not in told.harm_in:
        return replace(draft.assertion, event=EventType.ARMED_CLASH)
    event = told.harm_in.get(draft.paragraph, usually)
    clash = event is EventType.ARMED_CLASH and draft.of_civilians
    return replace(draft.assertion, event=EventType.ATTACK if clash else event)


def _answered(assertion: Assertion, before: Sequence[Assertion]) -> Assertion:
    """The claim that ``assertion`` answers: the last one on somebody else's word, rather of an event that ACLED has a
    type for than of orders and warnings. ``before`` is not empty.
    """
    last = None
    for other in reversed(before):
        if other.attribution != assertion.attribution:
            if other.event is not EventType.OTHER:
                return other
            last = last or other
    return last or next((a for a in reversed(before) if a.event is not EventType.OTHER), before[-1])


def _of_the_last(assertion: Assertion, last: Assertion) -> Assertion:
    """``assertion`` about the proposition of ``last``."""
    return replace(
        assertion,
        event=last.event,
        event_detail=last.event_detail,
        proposition=Proposition(last.proposition.kind, last.proposition.value),
        reasons=(*assertion.reasons, "speaks of the claim before it"),
    )


def _does_harm(assertion: Assertion) -> bool:
    """Whether harm may come of it: violence, or the debris of what was brought down, but not the bringing down."""
    fell = assertion.event is EventType.DISRUPTED and assertion.proposition.kind is not PropositionKind.SHOT_DOWN
    return fell or assertion.event in _VIOLENT


def is_harm(kind: PropositionKind) -> bool:
    """Whether a negation of ``kind`` asserts a count of nought ("nobody was hurt") and is no denial."""
    return kind in (PropositionKind.KILLED, PropositionKind.INJURED, PropositionKind.DAMAGED, PropositionKind.DESTROYED)
