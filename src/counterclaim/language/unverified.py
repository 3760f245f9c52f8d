"""What could not be verified: its cue, its content and, where it is named, who could not."""

from counterclaim.language.clause import left_edge, phrase_end, skip_fillers, strip_lead, window
from counterclaim.language.cues import CueForm
from counterclaim.language.draft import Draft
from counterclaim.language.grammar import Scene
from counterclaim.language.tails import find_tail
from counterclaim.words.lexicon import Hit


def unverified(scene: Scene, hit: Hit[CueForm]) -> Draft | None:
    """ "… could not be verified": what stands before it, or else what was said before."""
    lo, hi = window(scene, hit.first)
    if hit.key.tail is not None:
        return _neither(scene, hit, hi)
    draft = Draft(hit.key, [(hit.first, hit.last)], (hit.first, hit.last), confidence=0.8)
    start = strip_lead(scene, left_edge(scene, hit.first, lo, ";").at, hit.first)
    named = set(scene.kinds[start : hit.first]) - set("pxna&,d")
    if all(scene.kinds[i] in "xna" or scene.grammar.has("impersonal", scene.low(i)) for i in range(start, hit.first)):
        named = set()
    if hit.last < hi and scene.grammar.has("agent", scene.low(hit.last)) and scene.grammar.language != "de":
        end = phrase_end(scene, hit.last + 1, hi)
        draft.source = [(hit.last + 1, end)] if end > hit.last + 1 else []
        hi = hit.last
    if "inside" in hit.key.cue.frames:
        verb = next((i for i in range(hit.first, hit.last) if _helps(scene, i)), hit.last)
        draft.cue, named = [(verb, hit.last)], set()
        opened = (
            left_edge(scene, hit.first, lo).at if scene.kinds[hit.first - 1] in "id" and hit.first > lo else hit.first
        )
        draft.content.append((opened, verb))
    elif named:
        draft.content.append((start, hit.first))
    rest = skip_fillers(scene, hit.last, hi)
    if rest < hi and not draft.content:
        draft.content.append((rest, hi))
    around = hit.last - hit.first > 3 and scene.kinds[hit.first] in "wn"
    if not draft.content and around:  # "проверить утверждения сторон невозможно"
        comma = scene.kinds.find(",", hit.first, hit.last)
        draft.cue = [(hit.first, max(comma, hit.first + 1)), (hit.last - 1, hit.last)]
        last = hit.last - 1 - (scene.kinds[hit.last - 2] == "n")
        last = _without_filler(scene, hit.first + 1, last)
        draft.cue[-1] = (last, hit.last)
        draft.content.append((max(comma, hit.first) + 1, last))
    draft.anaphoric = not draft.content
    return draft


def _neither(scene: Scene, hit: Hit[CueForm], hi: int) -> Draft | None:
    """ "Neither the claim nor the video can be verified by the paper"."""
    tail = find_tail(scene, hit, hi)
    if tail is None or tail[0] <= hit.last or ";" in scene.kinds[hit.last : tail[0]]:
        return None
    end = _without_filler(scene, hit.last, tail[0])
    tail = (end, tail[1])  # "пока невозможно", "нам не удалось"
    draft = Draft(hit.key, [(hit.first, hit.last), tail], (hit.first, tail[1]), content=[(hit.last, end)])
    if tail[1] < hi and scene.grammar.has("agent", scene.low(tail[1])):
        draft.source = [(tail[1] + 1, phrase_end(scene, tail[1] + 1, hi))]
    return draft


def _without_filler(scene: Scene, start: int, end: int) -> int:
    """``end`` moved back over "for now", "to us"."""
    while end - 1 > start and (scene.kinds[end - 1] == "a" or scene.grammar.has("to us", scene.low(end - 1))):
        end -= 1
    return end


def _helps(scene: Scene, at: int) -> bool:
    """Whether an auxiliary, a modal or "ließ sich" begins at ``at``."""
    return scene.kinds[at] in "xv" or scene.low(at) in ("n'", "liess", "lässt", "liessen", "lassen")
