"""What the same speaker goes on to say in the same sentence, without a cue of its own: behind a semicolon, or behind
the colon that follows what he denies ("the group denies it hit the camp: its men had attacked a convoy").
"""

from collections.abc import Sequence

from counterclaim.language.clause import Range
from counterclaim.language.draft import Draft
from counterclaim.language.grammar import Scene
from counterclaim.records.tagging import Stance

_SHORTEST = 2


def same_speaker(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """``drafts`` with those added that go on in the same sentence, each right behind the one that it goes on with."""
    out: list[Draft] = []
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.cue:
            by_sentence.setdefault(scene.sentence[draft.cue[0][0]], []).append(draft)
    for draft in drafts:
        out.append(draft)
        if not draft.cue:
            continue
        own = by_sentence[scene.sentence[draft.cue[0][0]]]
        out += _own_words(draft, scene) or _behind_semicolon(scene, draft, own)
    return out


def _follow_up(draft: Draft, piece: Range) -> Draft:
    return Draft(draft.form, [], (piece[0], piece[0]), content=[piece], carried=draft, confidence=0.6)


def _own_words(draft: Draft, scene: Scene) -> list[Draft]:
    """What follows the denied thing behind a colon is said, not denied; so is what follows behind a semicolon."""
    if draft.stance not in (Stance.DENIES, Stance.CONFIRMS) or draft.anaphoric or draft.parent or not draft.content:
        return []
    pieces = sorted(draft.content)
    start, end = pieces[-1]
    denied = draft.stance is Stance.DENIES
    if denied and len(pieces) > 1 and start and scene.kinds[start - 1] == ":" and start > draft.cue[0][0]:
        draft.content = pieces[:-1]
        return [_follow_up(draft, (start, end))]
    if start < draft.cue[0][0]:
        return []
    outside = scene.quote[draft.cue[0][0]]
    for at in range(start + 1, end - _SHORTEST):
        if scene.kinds[at] in (":;" if denied else ";") and scene.quote[at] == outside:
            draft.content = [*pieces[:-1], (start, at)]
            return [_follow_up(draft, (at + 1, end))]
    return []


def _behind_semicolon(scene: Scene, draft: Draft, own: Sequence[Draft]) -> list[Draft]:
    """ "…, said the mayor; two more were missing": clauses without a speaker of their own."""
    speaks = (draft.source or draft.pronoun) and draft.stance is not Stance.CANNOT_VERIFY
    if not speaks or draft.parent or draft.form.cue.frames & {"pass", "silent", "particle"} or not draft.content:
        return []
    last = scene.bounds[scene.sentence[draft.cue[0][0]]][1]
    outside = scene.quote[draft.cue[0][0]]
    at = max(b for a, b in (*draft.cue, *draft.source, *draft.content, draft.territory) if b <= last)
    out: list[Draft] = []
    while at < last and scene.kinds[at] == ";" and scene.quote[at] == outside:
        end = at + 1
        while end < last and not (scene.kinds[end] == ";" and scene.quote[end] == outside):
            end += 1
        stop = end
        while stop > at + 1 and scene.kinds[stop - 1] == ".":
            stop -= 1
        if stop - at <= _SHORTEST or any(_lies_in(other, at, end) for other in own):
            break
        out.append(_follow_up(draft, (at + 1, stop)))
        at = end
    return out


def _lies_in(draft: Draft, first: int, last: int) -> bool:
    """Whether the draft's cue or content touches the tokens from ``first`` to ``last``."""
    return any(a < last and first < b for a, b in (*draft.cue, *draft.content))
