"""Which chunks hold a claim: the head of a chunk is the trigger that speaks for it."""

from collections.abc import Sequence

from counterclaim.claims.chunks import Chunk, is_number
from counterclaim.claims.polarity import negated
from counterclaim.claims.reading_frame import Frame
from counterclaim.records.claim import Trigger
from counterclaim.records.event_type import PropositionKind
from counterclaim.records.place import Precision
from counterclaim.records.span import Span
from counterclaim.records.tagging import Stance

COUNTED = (
    PropositionKind.KILLED,
    PropositionKind.INJURED,
    PropositionKind.SHOT_DOWN,
    PropositionKind.DESTROYED,
    PropositionKind.CAPTURED,
)
TOLL = (PropositionKind.KILLED, PropositionKind.INJURED)
UNCHECKED = "unchecked"
COUNTS_ON = "counts on"
_SHORT_STATEMENT = 8
_ITEM = 5
_OBJECT = 2
# Articles and prepositions are no longer than this, in all five languages nearly always.
_SMALL = 3
# What is done by saying it.
_SAID_AND_DONE = frozenset(
    {"responsibility", "threat", "evacuation", "closure", "agreement", "criminal_case", "checking"}
)
# Stances that need no words for the event of their own: "which the army denies".
_ANSWERING = (Stance.DENIES, Stance.CONFIRMS, Stance.CANNOT_VERIFY)
CHECKING = "checking"
NO_PART = "no_part"

Heads = list[Trigger | None]


def heads(frame: Frame) -> Heads:
    """For each chunk of the sentence its head, or None where the chunk holds no claim of its own."""
    own: Heads = [_head(frame, chunk) for chunk in frame.pieces]
    return _unchecked(frame, _counts_on(frame, _weak_speech(frame, _list_items(frame, own))))


def _rank(trigger: Trigger) -> tuple[int, bool, int]:
    return (trigger.strength, trigger.verbal, -trigger.start)


def _head(frame: Frame, chunk: Chunk) -> Trigger | None:
    """The trigger by which the chunk stands by itself.

    A verb does; a noun does where the chunk says that it happened or that it did not, or where a cue takes it as its
    object ("confirmed the attack"). Crews at work on the spot are no claim.
    """
    inside = frame.tokens_of(chunk)
    if frame.words.crews.all(inside):
        return None
    strong = [t for t in chunk.triggers if t.strength > 0 and _spoken(frame, chunk, t)]
    if not strong or (_listed(strong) and _list_word(frame, chunk)):
        return None
    if any(t.verbal or (t.kind in TOLL and chunk.has_number) for t in strong):
        return max(strong, key=_rank)
    happens = bool(frame.words.happening.all(inside))
    happens = happens or any(negated(t, inside, frame.words) for t in strong)
    governed = any(_object_of_cue(frame, chunk, t) for t in strong)
    return max(strong, key=_rank) if happens or governed else None


def _object_of_cue(frame: Frame, chunk: Chunk, trigger: Trigger) -> bool:
    """Whether a cue takes ``trigger`` as its object: the cue stands in the chunk or right before it."""
    if chunk.attribution is None or not frame.in_content(chunk.attribution, trigger):
        return False
    before = frame.stream[max(0, chunk.first - _OBJECT) : chunk.first]
    cues = frame.attributions[chunk.attribution].cue
    return chunk.has_cue or any(c.start <= t.start < c.end for t in before for c in cues)


def _spoken(frame: Frame, chunk: Chunk, trigger: Trigger) -> bool:
    """Whether ``trigger`` belongs to what is said: neither to the cue itself ("räumte … ein"), unless saying it is
    the event, nor to words about the source ("says the ministry of the land that the movement controls").
    """
    cues = [c for a in frame.attributions.values() for c in a.cue if c.overlap(Span(trigger.start, trigger.end))]
    if cues:
        # "Fait état de 11 morts" goes on into what is said.
        beyond = trigger.end > max(c.end for c in cues) and any(
            _ends_in_content(frame, i, trigger) for i in frame.attributions
        )
        return beyond or trigger.id in _SAID_AND_DONE
    if chunk.attribution is None or not chunk.has_cue or any(frame.in_content(i, trigger) for i in frame.attributions):
        return True
    named = [s.end for s in frame.attributions[chunk.attribution].source if chunk.span.covers(s)]
    between = [
        i for i in range(chunk.first, chunk.last) if named and named[-1] <= frame.stream[i].start < trigger.start
    ]
    return not any(frame.words.relatives.at(frame.stream, i) for i in between)


def _ends_in_content(frame: Frame, index: int, trigger: Trigger) -> bool:
    return any(s.start < trigger.end <= s.end for s in frame.attributions[index].content)


def _listed(strong: Sequence[Trigger]) -> bool:
    """Whether the triggers are all such as stand in lists of people ("the sick, wounded and displaced")."""
    return all(t.kind in TOLL or t.id in ("displacement", "sheltering", "captured") for t in strong)


def _list_word(frame: Frame, chunk: Chunk) -> bool:
    """Whether the chunk is a bare item of a list ("patients, wounded and displaced"): one word beside the small ones,
    no number, no cue, no negation, not the first.
    """
    words = [t for t in frame.tokens_of(chunk) if t.is_word and not frame.words.coordinators.at([t], 0)]
    if chunk.first == 0 or chunk.has_cue or chunk.has_number or sum(len(t.low) > _SMALL for t in words) > 1:
        return False
    return not any(frame.words.negators.at([t], 0) for t in words)


def _list_items(frame: Frame, own: Heads) -> Heads:
    """Heads lent to the items of a list ("shot down 2 drones over one region, 1 over another, 7 over a third") and to
    a later count of the same ("by night the dead were eighteen; by morning, twenty"). A chunk that only names the
    speaker may stand between.
    """
    out = list(own)
    last: int | None = None
    for at, chunk in enumerate(frame.pieces):
        if at and (out[at - 1] is not None or not frame.pieces[at - 1].has_cue):
            last = at - 1
        lent = out[last] if last is not None else None
        if out[at] is not None or last is None or lent is None or lent.kind not in COUNTED:
            continue
        again = lent.kind in TOLL and not chunk.has_cue and (chunk.after_semicolon or _later_count(frame, chunk))
        item = _item(chunk) or (
            out[at - 1] is lent and lent not in frame.pieces[at - 1].triggers and _short(frame, chunk)
        )
        if frame.pieces[last].has_number and chunk.has_number and (item or again):
            out[at] = lent
    return out


def _later_count(frame: Frame, chunk: Chunk) -> bool:
    inside = frame.tokens_of(chunk)
    return any(frame.words.later_counts.at(inside, i) for i in range(len(inside)))


def _short(frame: Frame, chunk: Chunk) -> bool:
    """Whether the chunk is as short as the item of a list."""
    return sum(t.is_word for t in frame.tokens_of(chunk)) <= _ITEM


def _item(chunk: Chunk) -> bool:
    """Whether the chunk gives a number and a place below a country."""
    finer = (t.place is None or t.place.precision is not Precision.COUNTRY for t in chunk.toponyms)
    return chunk.has_number and any(finer)


def _weak_speech(frame: Frame, own: Heads) -> Heads:
    """A head for every attribution whose content speaks of the war though no chunk of it stands by itself."""
    out = list(own)
    for index in frame.attributions:
        chunks = [i for i, c in enumerate(frame.pieces) if c.attribution == index]
        if any(out[i] is not None for i in chunks):
            continue
        weak = [(t, i) for i in chunks for t in frame.pieces[i].triggers if frame.in_content(index, t)]
        if weak:
            best, at = max(weak, key=lambda pair: _rank(pair[0]))
            out[at] = best
    return out


def _counts_on(frame: Frame, own: Heads) -> Heads:
    """A head for a short statement that is no more than a number: "the ministry counted 51". What it counts is what
    was counted before it.
    """
    out = list(own)
    for index, attribution in frame.attributions.items():
        content = [t for t in frame.stream if any(s.start <= t.start < s.end for s in attribution.content)]
        # "Speaks of a hard winter" counts nothing.
        numbers = [t for t in content if is_number(t, frame.words) and t.low not in frame.words.transparent]
        if attribution.stance is not Stance.ASSERTS or not numbers or len(content) > _SHORT_STATEMENT:
            continue
        chunks = [i for i, c in enumerate(frame.pieces) if c.attribution == index]
        if chunks and all(out[i] is None for i in chunks):
            said = next(
                (i for i in chunks if frame.pieces[i].span.start <= numbers[0].start < frame.pieces[i].span.end),
                chunks[0],
            )
            out[said] = Trigger(numbers[0].start, numbers[0].end, COUNTS_ON, None, PropositionKind.OTHER, strength=1)
    return out


def _unchecked(frame: Frame, own: Heads) -> Heads:
    """A head for "could not be verified" and "which the army denies", which name no event: what they speak of is what
    was said before.
    """
    out = list(own)
    for index, attribution in frame.attributions.items():
        if attribution.stance not in _ANSWERING:
            continue
        for at, chunk in enumerate(frame.pieces):
            cue = frame.cue_here(chunk, index)
            if cue is not None and not _stands(out, frame.pieces, index):
                out[at] = Trigger(cue.start, cue.end, UNCHECKED, None, PropositionKind.OTHER, strength=1)
    return out


def _stands(out: Heads, pieces: Sequence[Chunk], index: int) -> bool:
    return any(h is not None and h.strength > 0 and c.attribution == index for h, c in zip(out, pieces, strict=True))
