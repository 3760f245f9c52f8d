"""What a claim leaves open and those around it tell: the type of its event, the proposition that was not checked."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from counterclaim.claims.joining import CALAMITIES
from counterclaim.records.claim import Assertion, Proposition, Trigger
from counterclaim.records.event_type import EventType, PropositionKind
from counterclaim.records.tagging import Stance

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
        EventType.EXCESSIVE_FORCE,
        EventType.VIOLENT_DEMONSTRATION,
        EventType.MOB_VIOLENCE,
    }
)
# What people do to those before them, with no weapon from afar.
_BY_HAND = frozenset(
    {
        EventType.ARMED_CLASH,
        EventType.ATTACK,
        EventType.EXCESSIVE_FORCE,
        EventType.VIOLENT_DEMONSTRATION,
        EventType.MOB_VIOLENCE,
    }
)
_PROTESTS = (EventType.PEACEFUL_PROTEST, EventType.PROTEST_INTERVENTION, EventType.EXCESSIVE_FORCE)
_DONE_TO_THINGS = (PropositionKind.DAMAGED, PropositionKind.DESTROYED)
_TOLL = (PropositionKind.KILLED, PropositionKind.INJURED)
# What may cost lives, but is the cause of deaths only where nothing graver is told.
_LESSER = frozenset({EventType.LOOTING, EventType.ABDUCTION, EventType.PROTEST_INTERVENTION})
_HARMED = (PropositionKind.KILLED, PropositionKind.INJURED, PropositionKind.DAMAGED, PropositionKind.DESTROYED)
_COUNTED = (PropositionKind.KILLED, PropositionKind.INJURED, PropositionKind.SHOT_DOWN, PropositionKind.DESTROYED)
# Where nothing in the report tells: a claim of violence without a weapon is ACLED's "Attack".
_DEFAULT = EventType.ATTACK


@dataclass(frozen=True, slots=True)
class Draft:
    """An assertion and what its clause leaves to those around it. ``paragraph`` counts from 0.

    ``open_event``: its trigger has no type of its own. ``unchecked``: it only says that what was said before could
    not be checked, or answers it. ``of_civilians``, ``of_fighters``, ``of_protesters``: those harmed are such.
    ``counts_on``: it gives no more than another number for what was counted before. ``of_the_war``: it only speaks of
    armies and arms. ``by_hand``: somebody was killed by those before him.
    ``by_arms``: its trigger has its type from words for arms or raiders beside it. ``of_arms``: what was destroyed or
    taken belongs to those who fight. ``under_fire``: its words tell of leaving in the midst of fighting.
    """

    assertion: Assertion
    open_event: bool
    unchecked: bool
    paragraph: int
    of_civilians: bool = False
    of_fighters: bool = False
    counts_on: bool = False
    of_the_war: bool = False
    by_arms: bool = False
    of_protesters: bool = False
    by_hand: bool = False
    of_arms: bool = False
    under_fire: bool = False


@dataclass(slots=True)
class _Told:
    """What has been settled so far: the assertions, the last harmful event, of all and of each paragraph, and the last
    that was no falling debris.
    """

    assertions: list[Assertion] = field(default_factory=list)
    harm: EventType | None = None
    harm_in: dict[int, EventType] = field(default_factory=dict)
    meant: EventType | None = None
    lesser: Assertion | None = None
    protest_in: set[int] = field(default_factory=set)

    def add(self, assertion: Assertion, paragraph: int) -> None:
        self.assertions.append(assertion)
        if assertion.event in _PROTESTS:
            self.protest_in.add(paragraph)
        if assertion.event in _LESSER or assertion.event_detail in CALAMITIES:
            self.lesser = assertion
        if _does_harm(assertion):
            self.harm = self.harm_in[paragraph] = assertion.event
            if assertion.event is not EventType.DISRUPTED:
                self.meant = assertion.event

    @property
    def last(self) -> Assertion | None:
        return self.assertions[-1] if self.assertions else None


def settle(drafts: Sequence[Draft], triggers: Sequence[Trigger]) -> tuple[Assertion, ...]:
    """The assertions with every open type settled: by the last violent claim of the paragraph, the next one in it,
    the last one before it, the type that most triggers of the report have, in this order.
    """
    usual = Counter(t.event for t in triggers if t.event in _VIOLENT).most_common(1)
    common = usual[0][0] if usual else None
    told = _Told()
    for draft, ahead in zip(drafts, _ahead(drafts), strict=True):
        usually = ahead or told.meant or told.harm or _otherwise(draft, common)
        assertion = _settled(draft, told, usually)
        if assertion is not None:
            told.add(assertion, draft.paragraph)
    return tuple(told.assertions)


def _otherwise(draft: Draft, common: EventType | None) -> EventType:
    """The type of an open claim before which nothing violent was told; ``common`` is what most triggers tell."""
    if draft.of_the_war:
        return EventType.OTHER
    return common or (EventType.ARMED_CLASH if draft.of_arms else _DEFAULT)


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
    goes_on = _goes_on(draft.assertion, told.last)
    if goes_on is not None:
        return replace(draft.assertion, event=goes_on)
    demonstrated = draft.of_protesters or draft.paragraph in told.protest_in
    if draft.by_hand:
        return replace(draft.assertion, event=_killed_by(draft, told, demonstrated))
    if draft.under_fire or (draft.assertion.event is EventType.CHANGE and _fights(told.last, draft.assertion)):
        return replace(draft.assertion, event=EventType.ARMED_CLASH)
    if not draft.open_event:
        clash = draft.assertion.event is EventType.ARMED_CLASH and draft.of_civilians and draft.by_arms
        return replace(draft.assertion, event=EventType.ATTACK) if clash else _named_again(draft.assertion, told.harm)
    if demonstrated and draft.paragraph not in told.harm_in and draft.assertion.proposition.kind in _TOLL:
        return replace(draft.assertion, event=EventType.EXCESSIVE_FORCE)
    if told.harm is None and told.lesser is not None and draft.assertion.proposition.kind in _HARMED:
        return replace(draft.assertion, event=told.lesser.event, event_detail=told.lesser.event_detail)
    if draft.of_protesters and draft.assertion.proposition.kind in _DONE_TO_THINGS:
        return replace(draft.assertion, event=EventType.VIOLENT_DEMONSTRATION)
    of_fighters = draft.of_fighters and not draft.of_civilians
    if (draft.of_fighters and draft.paragraph not in told.harm_in) or (
        of_fighters and told.harm_in.get(draft.paragraph) is EventType.ATTACK
    ):
        return replace(draft.assertion, event=EventType.ARMED_CLASH)
    event = told.harm_in.get(draft.paragraph, usually)
    if event is EventType.DISRUPTED and draft.assertion.proposition.kind not in _HARMED:
        # Debris hurts and damages; who is to blame, what was aimed at and why is said of the attack.
        event = told.meant or event
    clash = event is EventType.ARMED_CLASH and draft.of_civilians
    return replace(draft.assertion, event=EventType.ATTACK if clash else event)


def _goes_on(assertion: Assertion, last: Assertion | None) -> EventType | None:
    """The type of the claim right before, where what is told now is part of that: those arrested as a protest was
    broken up, what looters burnt, and that nobody was hurt by it.
    """
    if last is None:
        return None
    kind, beside = assertion.proposition.kind, last.sentence == assertion.sentence
    if last.event in (EventType.PROTEST_INTERVENTION, EventType.PEACEFUL_PROTEST):
        nobody = kind in _TOLL and assertion.proposition.value == "0"
        if nobody or (beside and assertion.event is EventType.ARRESTS):
            return EventType.PROTEST_INTERVENTION if not nobody else last.event
    things = kind in _DONE_TO_THINGS and assertion.event not in _VIOLENT
    return EventType.LOOTING if things and beside and last.event is EventType.LOOTING else None


def _fights(last: Assertion | None, assertion: Assertion) -> bool:
    """Whether the same words of the same speaker have just told of fighting: who leaves then does not leave unfought
    ("destroyed a tank, and the garrison left the town").
    """
    if last is None or (last.sentence, last.attribution) != (assertion.sentence, assertion.attribution):
        return False
    return last.event is EventType.ARMED_CLASH and last.stance is not Stance.DENIES


def _killed_by(draft: Draft, told: _Told, demonstrated: bool) -> EventType:
    """The type of a killing at close hand: as the paragraph has it so far, else by who was killed."""
    if draft.of_protesters:
        return EventType.EXCESSIVE_FORCE
    event = told.harm_in.get(draft.paragraph)
    if event in _BY_HAND and not (event is EventType.ARMED_CLASH and draft.of_civilians):
        return event
    if demonstrated and event is None:
        return EventType.EXCESSIVE_FORCE
    return EventType.ARMED_CLASH if draft.of_fighters and not draft.of_civilians else EventType.ATTACK


def _named_again(assertion: Assertion, harm: EventType | None) -> Assertion:
    """``assertion``; who claims or denies "the assault" after an attack was told speaks of that."""
    answers = assertion.proposition.kind is PropositionKind.RESPONSIBILITY or assertion.stance is Stance.DENIES
    if answers and assertion.event is EventType.ARMED_CLASH and harm in (EventType.ATTACK, EventType.SUICIDE_BOMB):
        return replace(assertion, event=harm)
    return assertion


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
