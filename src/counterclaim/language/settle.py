"""Drafts of one sentence beside one another: where contents end, and which attribution stands in which."""

from collections.abc import Sequence

from counterclaim.language.clause import Range
from counterclaim.language.draft import Draft
from counterclaim.language.grammar import Scene


def settle(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Cuts open contents where a later cue of the same sentence takes over and sets parents. Changes ``drafts``."""
    for i, draft in enumerate(drafts):
        for later in drafts[i + 1 :]:
            _cut(scene, draft, later)
    for draft in drafts:
        draft.content = [c for c in (_trim(scene, c) for c in draft.content) if c[0] < c[1]]
    for draft in drafts:
        draft.parent = _parent(draft, drafts)


def _cut(scene: Scene, draft: Draft, later: Draft) -> None:
    if not draft.forward or not draft.content:
        return
    start, end = draft.content[-1]
    at = _takes_over(scene, draft, later)
    if at is not None and start < at < end:
        draft.content[-1] = (start, at)
        draft.forward = False
    elif at is not None and at <= start < later.territory[1]:
        draft.content.pop()
        draft.forward = False


def _takes_over(scene: Scene, draft: Draft, later: Draft) -> int | None:
    """The token at which ``later`` ends ``draft``'s content, None where it stands inside that content."""
    first = min([later.territory[0], *(s[0] for s in later.source if s[0] >= draft.cue[0][1])])
    if scene.quote[later.cue[0][0]] != scene.quote[draft.cue[0][0]]:
        return None
    if later.sibling:
        while first > 0 and scene.kinds[first - 1] in "&,a":
            first -= 1
        return first
    if later.left:
        return first
    before = scene.kinds[max(0, first - 2) : first]
    if before.endswith((",&", ";", "-&")) or (before.endswith("&") and later.source):
        while first > 0 and scene.kinds[first - 1] in "&,;a":
            first -= 1
        return first
    return None


def _trim(scene: Scene, content: Range) -> Range:
    start, end = content
    while start < end and scene.kinds[start] in ",;:-":
        start += 1
    while end > start and scene.kinds[end - 1] in ",;:-&(":
        end -= 1
    return start, end


def _parent(draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The nearest draft in whose content this one's cue and source lie."""
    own = [*draft.cue, *(draft.source if not draft.shared else [])]
    best: tuple[int, Draft] | None = None
    for other in drafts:
        if other is draft:
            continue
        for start, end in other.content:
            if all(start <= a and b <= end for a, b in own) and (best is None or end - start < best[0]):
                best = (end - start, other)
    return best[1] if best else None
