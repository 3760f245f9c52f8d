"""Denials in a quotation: "That is a lie," the army said."""

from counterclaim.language.clause import Range
from counterclaim.language.draft import Draft
from counterclaim.language.grammar import Scene

_LONGEST = 14
_OPENING = 5
_OPENERS = frozenset('«»„“”"')


def calls_it_false(scene: Scene, draft: Draft, before: Range | None) -> bool:
    """Whether all that the draft's source says is, in a short quotation, that what was said before is a lie.

    ``before`` is what stands left of the cue ("\"A lie,\" the army called that").
    """
    if len(draft.content) != 1:
        return False
    start, end = draft.content[0]
    if before is not None and end - start == 1 and scene.grammar.has("objects", scene.low(start)):
        start, end = before
    if not _is_quotation(scene, start, end):
        return False
    words = [i for i in range(start, end) if scene.tokens[i].is_word]
    if not words or len(words) > _LONGEST or set("cn") & {scene.kinds[i] for i in words[1:]}:
        return False
    opening = any(scene.grammar.has("falsehoods", scene.low(i)) for i in words[:_OPENING])
    return opening or scene.grammar.has("untrue", scene.low(words[-1]))


def _is_quotation(scene: Scene, start: int, end: int) -> bool:
    """Whether a quotation begins at ``start`` and reaches to ``end``; of two words it may count as a name elsewhere."""
    if scene.low(start) not in _OPENERS:
        return False
    inside = scene.quote[start]
    return inside < 0 or (scene.quotes[inside][0] == start and end <= scene.quotes[inside][1] + 1)
