"""Cuts a report into assertions: which clause says what of an event, on whose word, with what stance.

The rules are those of the codebook (docs/codebook.md): the smallest clause that holds the claim, coordinated contents
apart where each has a proposition of its own, elaborations of one proposition together.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.claims.chunks import chunks, starting
from counterclaim.claims.context import Draft, is_harm, settle
from counterclaim.claims.finds import Finds, finds
from counterclaim.claims.grammar import LANGUAGES, Grammar, grammar
from counterclaim.claims.heads import CHECKING, COUNTS_ON, NO_PART, UNCHECKED
from counterclaim.claims.joining import Group, groups
from counterclaim.claims.polarity import negated
from counterclaim.claims.reading_frame import Frame
from counterclaim.records.claim import Assertion, Proposition, Trigger
from counterclaim.records.event_type import EventType, PropositionKind
from counterclaim.records.place import Toponym
from counterclaim.records.report import Report
from counterclaim.records.span import Span, hull, trimmed
from counterclaim.records.tagging import Attribution, Distance, Sentence, Stance, Tagging
from counterclaim.words.lexicon import Lexicon
from counterclaim.words.tokens import Token, tokens

_NARRATED = 0.85
_WANT_A_PLACE = ("take", "lose", "enter", "leave")
# "Lost Dolmen" is about Dolmen, "lost in Dolmen" about somebody there.
_AT_ONCE = "lose"
_NEAR = 12
# Kinds of groups that fight, as the tagger tells them.
_FIGHTING = ("forces", "party")
_NOMINAL = 0.8
# Deaths and injuries whose type comes from elsewhere: from arms in the clause, else from the claims around.
_OPEN_TOLL = ("killed", "injured", "casualties")
# Triggers whose type those hit decide, killings that no weapon from afar did, and leaving under fire.
ASSAULT = "assault"
SHOT = "shot"
ROUT = "rout"
_THINGS = (PropositionKind.DAMAGED, PropositionKind.DESTROYED)
_LOST = (PropositionKind.DESTROYED, PropositionKind.CAPTURED)
_SHOOTING = (EventType.ATTACK, EventType.EXCESSIVE_FORCE)


def cut(
    report: Report, tagging: Tagging, triggers: Sequence[Trigger], toponyms: Sequence[Toponym]
) -> tuple[Assertion, ...]:
    """Every assertion about a conflict event in the reporting sentences of ``report``, in order of the text.

    An assertion whose trigger leaves the type of its event open takes it from those around it (``context.settle``).
    Languages without word lists give none.
    """
    if report.language not in LANGUAGES:
        return ()
    words, text = grammar(report.language), report.text
    drafts = [
        _draft(frame, group, sentence)
        for number, (sentence, found) in enumerate(
            zip(
                tagging.sentences, finds(tagging, (*triggers, *_forces_named(tagging, triggers)), toponyms), strict=True
            )
        )
        if not sentence.furniture and not _asks(text, sentence)
        if (frame := _frame(text, (number, sentence), found, words)) is not None
        for group in groups(frame)
    ]
    return settle(drafts, triggers)


def _forces_named(tagging: Tagging, triggers: Sequence[Trigger]) -> Iterator[Trigger]:
    """Names of fighting parties as words of the war, which "army" and "forces" are by themselves: what is said of a
    party counts the same whatever it is called.
    """
    taken = {at for t in triggers for at in range(t.start, t.end)}
    for m in tagging.mentions:
        if m.family == "group" and m.kind in _FIGHTING and taken.isdisjoint(range(m.start, m.end)):
            yield Trigger(m.start, m.end, "military", None, PropositionKind.OTHER, strength=0)


def _frame(text: str, numbered: tuple[int, Sentence], found: Finds, words: Grammar) -> Frame | None:
    """The sentence with what was found in it; None for one without a trigger or cue."""
    number, sentence = numbered
    # What describes a source ("the ministry of the land that it controls") is not what the source says.
    named = [s for a in found.attributions.values() for s in a.source]
    triggers = [t for t in found.triggers if not any(s.start <= t.start < s.end for s in named)]
    if not triggers and not found.attributions:
        return None
    toponyms = [t for t in found.toponyms if not t.metonym]
    triggers = [t for t in triggers if t.id not in _WANT_A_PLACE or _place_follows(text, t, toponyms)]
    stream = tokens(text, sentence.start, sentence.end)
    pieces = chunks(text, stream, words, (triggers, toponyms), list(found.attributions.items()))
    return Frame(text, number, stream, tuple(pieces), found.attributions, words)


def _place_follows(text: str, trigger: Trigger, toponyms: Sequence[Toponym]) -> bool:
    """Whether the name of a place stands right behind the verb, with no more than two small words between, none where
    it is to stand there at once.
    """
    most = 0 if trigger.id == _AT_ONCE else 2
    near = starting(toponyms, trigger.end, trigger.end + _NEAR + 1)
    between = (text[trigger.end : t.start] for t in near)
    return any(len(words := gap.split()) <= most and all(w.isalpha() and len(w) <= 4 for w in words) for gap in between)


def _asks(text: str, sentence: Sentence) -> bool:
    return text[sentence.start : sentence.end].rstrip().endswith("?")


def _draft(frame: Frame, group: Group, sentence: Sentence) -> Draft:
    killed = group.trigger.kind is PropositionKind.KILLED
    harmed = is_harm(group.trigger.kind) or group.trigger.event in _SHOOTING
    if group.trigger.id == ASSAULT and group.trigger.event in (None, EventType.ARMED_CLASH):
        group = replace(group, trigger=replace(group.trigger, event=_assault(frame, group)))
    assertion = _assertion(frame, group)
    # "No soldiers are among the dead" says of no fighters that they fell.
    fell = killed and assertion.proposition.value != "0"
    return Draft(
        assertion,
        open_event=group.trigger.event is None,
        unchecked=group.trigger.id in (UNCHECKED, CHECKING),
        counts_on=group.trigger.id == COUNTS_ON,
        of_the_war=group.trigger.strength == 0,
        paragraph=sentence.paragraph,
        of_civilians=harmed and _names(frame, group, frame.words.civilians),
        of_fighters=fell and _fighters(frame, group),
        of_protesters=harmed and _protesters(frame, group),
        by_hand=group.trigger.id == SHOT,
        by_arms=group.trigger.id in _OPEN_TOLL,
        under_fire=group.trigger.id == ROUT,
        of_arms=group.trigger.kind in _LOST and _names(frame, group, frame.words.arms),
    )


def _assault(frame: Frame, group: Group) -> EventType:
    """What a raid or shots are: an attack where those named behind the verb (before it, where none are) do not fight,
    or where armed men of no known force raid no post of those who do; else a clash.
    """
    own = [t for c in group.chunks for t in frame.tokens_of(c)]
    hit = next(_people(frame.words, own, group.trigger), None)
    if hit is not None:
        return hit
    words = frame.words
    outlaws, posts = (any(w.at(own, i) for i in range(len(own))) for w in (words.outlaws, words.posts))
    return EventType.ATTACK if outlaws and not posts else EventType.ARMED_CLASH


def _fighters(frame: Frame, group: Group) -> bool:
    """Whether the dead are fighters; of those shot it is the nearest people behind the verb, else before it."""
    if group.trigger.id != SHOT:
        return _names(frame, group, frame.words.fighters)
    own = [t for c in group.chunks for t in frame.tokens_of(c)]
    return next(_people(frame.words, own, group.trigger), None) is EventType.ARMED_CLASH


def _protesters(frame: Frame, group: Group) -> bool:
    """Whether protesters were harmed or, where things were, are named: "protesters killed a guard" is about others."""
    if group.trigger.kind in _THINGS:
        return _names(frame, group, frame.words.protesters)
    own = [t for c in group.chunks for t in frame.tokens_of(c)]
    return next(_people(frame.words, own, group.trigger), None) is EventType.EXCESSIVE_FORCE


def _people(words: Grammar, own: Sequence[Token], trigger: Trigger) -> Iterator[EventType]:
    """The type that each word for people tells, those behind ``trigger`` first, then those before it, nearest first."""
    behind = [i for i, t in enumerate(own) if t.start >= trigger.end]
    before = [i for i, t in enumerate(own) if t.start < trigger.start]
    for i in (*behind, *reversed(before)):
        if words.protesters.at(own, i):
            yield EventType.EXCESSIVE_FORCE
        elif words.posts.at(own, i) or words.fighters.at(own, i):
            yield EventType.ARMED_CLASH
        elif words.civilians.at(own, i):
            yield EventType.ATTACK


def _names(frame: Frame, group: Group, people: Lexicon[str]) -> bool:
    own = [t for c in group.chunks for t in frame.tokens_of(c)]
    return any(people.at(own, i) for i in range(len(own)))


def _assertion(frame: Frame, group: Group) -> Assertion:
    attribution = frame.attributions[group.attribution] if group.attribution is not None else None
    trigger = group.trigger
    own = [t for c in group.chunks for t in frame.tokens_of(c)]
    denied = negated(trigger, own, frame.words)
    span = _clause(frame, group)
    return Assertion(
        start=span.start,
        end=span.end,
        sentence=frame.number,
        attribution=group.attribution,
        stance=_stance(_own_words(frame, group, attribution), trigger, denied),
        distance=attribution.distance if attribution else Distance.NEUTRAL,
        event=trigger.event or EventType.OTHER,
        proposition=Proposition(trigger.kind, "0" if denied and is_harm(trigger.kind) else None),
        trigger=Span(trigger.start, trigger.end),
        event_detail=trigger.event_detail,
        confidence=round(
            (attribution.confidence if attribution else _NARRATED) * (1 if trigger.verbal else _NOMINAL), 3
        ),
        reasons=(f"trigger: {trigger.id}",),
    )


def _own_words(frame: Frame, group: Group, attribution: Attribution | None) -> Stance:
    """The attribution's stance, save that what follows the colon behind an admission is simply asserted: "admitted
    the attack: two people were wounded".
    """
    if attribution is None or attribution.stance is not Stance.CONFIRMS or not attribution.cue:
        return attribution.stance if attribution else Stance.ASSERTS
    start, end = attribution.cue[-1].end, group.chunks[0].span.start
    between = [t for t in frame.stream if start <= t.start < end]
    colon = next((i for i, t in enumerate(between) if t.low == ":"), 0)
    return Stance.ASSERTS if any(t.is_word for t in between[:colon]) else Stance.CONFIRMS


def _stance(stance: Stance, trigger: Trigger, denied: bool) -> Stance:
    """``stance``, the speaker's; a clause that negates its own proposition is a denial, unless what it negates is
    harm: "nobody was hurt" asserts that the count is nought.
    """
    if trigger.id == CHECKING:
        return Stance.CANNOT_VERIFY
    if trigger.id == NO_PART:
        return Stance.DENIES
    if not denied or stance is Stance.CANNOT_VERIFY:
        return stance
    if is_harm(trigger.kind):
        # Nobody admits that nobody was hurt.
        return Stance.ASSERTS if stance is Stance.CONFIRMS else stance
    return Stance.DENIES


def _clause(frame: Frame, group: Group) -> Span:
    """The group's span without the coordinator and the marks at its start."""
    span = hull(c.span for c in group.chunks)
    first = group.chunks[0].first
    opening = frame.words.coordinators.at(frame.stream, first) if first else []
    if opening and opening[0].last < len(frame.stream) and frame.stream[opening[0].last].start < span.end:
        first = opening[0].last
    while (
        first + 1 < len(frame.stream) and frame.stream[first].low in ",;:" and frame.stream[first + 1].start < span.end
    ):
        first += 1
    return trimmed(frame.text, frame.stream[first].start, span.end)
