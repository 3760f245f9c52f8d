"""Joins chunks into claims: what elaborates one proposition stays together, what has one of its own stands apart."""

from bisect import bisect_right
from dataclasses import dataclass, replace

from counterclaim.claims.chunks import Chunk
from counterclaim.claims.heads import COUNTED, TOLL, Heads, heads
from counterclaim.claims.reading_frame import Frame
from counterclaim.records.claim import Trigger
from counterclaim.records.event_type import PropositionKind

# A motive with two aims is one claim.
_MOTIVE = "motive"
# "A depot burned and a bridge was damaged": of each thing its own claim.
_THINGS = (PropositionKind.DAMAGED, PropositionKind.DESTROYED, PropositionKind.CONTROL)
# Causes of harm that are no event of a conflict.
CALAMITIES = ("accident", "natural disaster", "organised crime")
_LOOSE = (PropositionKind.OCCURRED, PropositionKind.OTHER)


@dataclass(frozen=True, slots=True)
class Group:
    """Chunks that make one claim, in order, with the trigger that speaks for them and who speaks."""

    chunks: tuple[Chunk, ...]
    trigger: Trigger
    attribution: int | None


def groups(frame: Frame) -> list[Group]:
    """The claims of one sentence as groups of chunks that cover it; empty where it holds none."""
    own = heads(frame)
    cores: list[int] = []
    for at, head in enumerate(own):
        if head is not None and not (cores and _elaborates(frame, own, cores[-1], at)):
            cores.append(at)
    return [_group(frame, own, core, members) for core, members in _members(frame, cores).items()]


def _members(frame: Frame, cores: list[int]) -> dict[int, list[int]]:
    """The chunks that belong to each core, never going back: what one claim covers, no other covers."""
    members: dict[int, list[int]] = {core: [] for core in cores}
    owner = 0
    for at in range(len(frame.pieces) if cores else 0):
        owner = max(owner, _owner(frame, cores, at))
        members[owner].append(at)
    return members


def _group(frame: Frame, own: Heads, core: int, members: list[int]) -> Group:
    """The chunks of ``core``; an elaboration may be more telling than what it elaborates and then speaks for both."""
    spoken = [head for at in members if (head := own[at]) is not None]
    head = max(spoken, key=lambda t: (t.strength, -t.start))
    chunks = tuple(frame.pieces[at] for at in members)
    return Group(chunks, _typed_by_neighbour(head, chunks), frame.pieces[core].attribution)


def _typed_by_neighbour(head: Trigger, chunks: tuple[Chunk, ...]) -> Trigger:
    """``head`` with the type of the nearest event that the same clause names, where it has none of its own ("has no
    part in the raid", "hurt by shelling").
    """
    if head.event is not None or head.id == _MOTIVE:
        return head
    named = [t for c in chunks for t in c.triggers if t.event is not None and _happens(t)]
    nearest = min(named, key=lambda t: abs(t.start - head.start), default=None)
    return replace(head, event=nearest.event, event_detail=nearest.event_detail) if nearest else head


def _happens(trigger: Trigger) -> bool:
    """Whether ``trigger`` names something that happens and may be the cause of harm."""
    happens = trigger.kind in (PropositionKind.OCCURRED, PropositionKind.KILLED)
    return happens or trigger.event_detail in CALAMITIES


def _elaborates(frame: Frame, own: Heads, left: int, right: int) -> bool:
    """Whether the claim at ``right`` only elaborates the one at ``left``."""
    a, b, one, two = frame.pieces[left], frame.pieces[right], own[left], own[right]
    if one is None or two is None or two is one or a.attribution != b.attribution:
        return False
    if one.id == _MOTIVE or _object_of(frame, one, b):
        return True
    if _participle(frame, two) and two.kind not in TOLL:
        return True
    if one.kind in _LOOSE and two.kind in _LOOSE:
        return b.opens_relative or one.event is two.event or one.event is None or two.event is None
    if one.kind is two.kind:
        begins = b.coordinated or two.start == b.span.start
        if one.kind in _THINGS and begins and one.verbal and two.verbal:
            return False
        counted_apart = b.coordinated and one.verbal and two.verbal
        return one.kind not in COUNTED or not (b.has_number and (a.has_number or counted_apart))
    return False


def _object_of(frame: Frame, trigger: Trigger, chunk: Chunk) -> bool:
    """Whether ``chunk`` begins what is done by saying it: "claimed responsibility for | the attack on the barracks"."""
    if chunk.attribution is None:
        return False
    attribution = frame.attributions[chunk.attribution]
    on_cue = any(c.start <= trigger.start < c.end for c in attribution.cue)
    return on_cue and any(s.start == chunk.span.start for s in attribution.content)


def _participle(frame: Frame, trigger: Trigger) -> bool:
    endings = frame.words.participle_endings
    return trigger.verbal and bool(endings) and frame.first_word(trigger).endswith(endings)


def _owner(frame: Frame, cores: list[int], at: int) -> int:
    """The core that chunk ``at`` belongs to: a neighbour with the same speaker, else the one before; what stands
    before the first core belongs to that.
    """
    behind = bisect_right(cores, at)
    left = cores[max(0, behind - 1)]
    right = left if left == at else cores[min(behind, len(cores) - 1)]
    if left == at or left > at:
        return left
    speaker = frame.pieces[at].attribution
    ahead = frame.pieces[right].attribution == speaker != frame.pieces[left].attribution
    return right if ahead else left
