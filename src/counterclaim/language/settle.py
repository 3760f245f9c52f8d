"""Drafts of one sentence beside one another: where contents end, and which attribution stands in which."""

from collections.abc import Sequence

from counterclaim.language.clause import Range, without
from counterclaim.language.draft import Draft
from counterclaim.language.grammar import Scene
from counterclaim.records.tagging import Stance


def settle(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Cuts open contents where a later cue of the same sentence takes over and sets parents. Changes ``drafts``."""
    _pass_on(scene, drafts)
    for i, draft in enumerate(drafts):
        for later in drafts[i + 1 :]:
            _cut(scene, draft, later)
    for draft in drafts:
        if "pass" in draft.form.cue.frames:
            continue
        draft.content = [c for c in (_trim(scene, c) for c in draft.content) if c[0] < c[1]]
    for draft in drafts:
        for later in drafts:
            if _answers(draft, later):
                later.content = list(draft.content)
    for draft in drafts:
        if draft.parent is None:
            draft.parent = _parent(draft, drafts)
        elif "pass" in draft.form.cue.frames:
            draft.content = list(draft.parent.content)


def swallowed(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether the cue stands inside another attribution's source ("a unit called the Legion said …")."""
    first = draft.cue[0][0]
    return any(
        a <= first < b and other.cue[0][0] != first
        for other in drafts
        if other is not draft and other.parent is not draft and draft.parent is not other
        for a, b in other.source
    )


def _pass_on(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Gives "citing X" its host: X says what the host passes on. Without a host the narrator passes it on."""
    for draft in drafts:
        if "pass" not in draft.form.cue.frames:
            continue
        first = draft.territory[0]
        hosts = [d for d in drafts if d is not draft and "pass" not in d.form.cue.frames and d.source and not d.shared]
        near = sorted(hosts, key=lambda d: abs(d.cue[0][0] - first))
        for host in near[:1]:
            draft.parent = host
            host.source = [(a, _before(scene, a, first)) if a < first < b else (a, b) for a, b in host.source]
            host.content = [c for piece in host.content for c in without(piece, draft.territory)]
        if draft.parent is None:
            lo = scene.bounds[scene.sentence[first]][0]
            if first - lo > 2:
                draft.content = [_trim(scene, (lo, first))]


def _answers(draft: Draft, later: Draft) -> bool:
    """Whether ``later`` denies what ``draft`` said before it ("X said …, which Y denies"): the statement, no speech."""
    if later is draft or later.stance is not Stance.DENIES or not draft.content or draft.parent is later:
        return False
    own = [*draft.cue, *draft.source, *draft.content]
    inside = any(all(start <= a and b <= end for a, b in own) for start, end in later.content)
    return inside and later.cue[0][0] > draft.cue[-1][1] and not draft.shared


def _before(scene: Scene, start: int, end: int) -> int:
    return _trim(scene, (start, end))[1]


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
    if later.anaphoric and draft.content:
        start = draft.content[-1][0]
        parted = max(scene.kinds.rfind(mark, start, first) for mark in ",;&")
        if parted >= 0:
            return parted
    if later.sibling:
        while first > 0 and scene.kinds[first - 1] in "&,a":
            first -= 1
        return first
    if later.left:
        begins = min((a for a, _ in later.content), default=first)
        return begins if draft.content and begins > draft.content[-1][0] else first
    if any(a < draft.cue[0][0] < b or b <= draft.cue[0][0] for a, b in later.source) and not later.shared:
        return later.cue[0][0]
    at = first
    while at > 0 and scene.kinds[at - 1] in "a":
        at -= 1
    if at > 1 and scene.kinds[at - 1] == "c" and scene.kinds[at - 2] == "&":  # "tandis que"
        at -= 1
    mark = scene.kinds[at - 1] if at else "."
    if mark == "," and not later.left and not later.shared and any(a == at for a, _ in later.source):
        return at - 1
    if mark == "," and draft.content and scene.kinds[draft.content[-1][0]] != "c" and _names(draft, later, at):
        return at - 1
    if mark in ";&" or (mark == "," and (at < first or scene.kinds[first] == "p")):
        while at > 0 and scene.kinds[at - 1] in "&,;a":
            at -= 1
        return at
    return None


def _names(draft: Draft, later: Draft, at: int) -> bool:
    """Whether a noun is ``draft``'s content and a clause with its own subject and cue follows the comma at ``at``."""
    frames = draft.form.cue.frames
    return "noun" in frames and draft.cue[-1][1] == draft.content[-1][0] and any(a == at for a, _ in later.source)


def _trim(scene: Scene, content: Range) -> Range:
    start, end = content
    while start < end and scene.kinds[start] in ",;:-&":
        start += 1
    if end - 2 > start and scene.kinds[end - 2 : end] == ",r":  # "Karsk's account, which | Dolmen denies"
        end -= 2
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
