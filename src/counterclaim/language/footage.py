"""Footage with the one who posted it: "На кадрах, которые выложил канал, — машины", "In footage posted by the
brigade, two tanks burn". He is the source of what is seen.
"""

from counterclaim.language.cases import agrees, inflected
from counterclaim.language.clause import Range, left_edge, phrase_end, right_edge, strip_lead, without_circumstance
from counterclaim.language.cues import CueForm
from counterclaim.language.draft import Draft
from counterclaim.language.grammar import Scene
from counterclaim.language.word_order import agent_after, subject_start, verb_of
from counterclaim.words.lexicon import Hit

_NEAR = 5
_FAR = 9
_SHOWS = ("show", "montr", "zeig", "показ", "демонстр")


def posted_by(scene: Scene, hit: Hit[CueForm], reach: Range) -> Draft | None:
    """ "… posted by X": a participle with its agent, where footage stands right before it."""
    lo, hi = reach
    artifact = _artifact(scene, hit.first, lo)
    if artifact is None:
        return None
    if inflected(scene.grammar.language):
        end = agent_after(scene, hit.last, hi)
        if end is not None:
            end = max(end, phrase_end(scene, hit.last, hi))
    else:
        end = without_circumstance(scene, hit.last, phrase_end(scene, hit.last, hi))
    return _draft(scene, hit, reach, artifact, (hit.last, end)) if end is not None and end > hit.last else None


def in_relative_clause(scene: Scene, hit: Hit[CueForm], reach: Range) -> Draft | None:
    """ "…, которое обнародовала служба": the one who published it stands in the relative clause, the thing before."""
    if "noun" not in hit.key.cue.frames:
        return None
    lo = reach[0]
    if inflected(scene.grammar.language):
        return _behind_verb(scene, hit, reach) if hit.first > lo and scene.kinds[hit.first - 1] == "r" else None
    pronoun = _pronoun_before(scene, hit.first, lo)
    if pronoun is None:
        return None
    end = hit.first
    while end > pronoun + 1 and scene.kinds[end - 1] in "xan":
        end -= 1
    artifact = _artifact(scene, pronoun, lo)
    if artifact is None or end <= pronoun + 1 or set(scene.kinds[pronoun + 1 : end]) & set(",;:vx"):
        return None
    return _draft(scene, hit, reach, artifact, (pronoun + 1, end))


def _pronoun_before(scene: Scene, first: int, lo: int) -> int | None:
    """The relative pronoun right behind a thing, at most a few words before the verb."""
    for at in range(first - 1, max(lo, first - _FAR), -1):
        low = scene.low(at)
        relative = scene.kinds[at] in "c" and low in ("que", "qu'", "that")
        if relative or (scene.kinds[at - 1] == "," and scene.grammar.has("relative articles", low)):
            return at
        if scene.kinds[at] in ",;:":
            return None
    return None


def _behind_verb(scene: Scene, hit: Hit[CueForm], reach: Range) -> Draft | None:
    lo, hi = reach
    pronoun = hit.first - 1
    edge = right_edge(scene, hit.last, hi)
    start = subject_start(scene, hit.last, edge.at, range(hit.first, hit.last))
    end = phrase_end(scene, start, edge.at)
    if end <= start or scene.low(pronoun) in ("кто", "хто"):
        return None
    artifact = _artifact(scene, pronoun, lo)
    verb = verb_of(scene, range(hit.first, hit.last))
    named = not scene.tokens[start].is_word or scene.capital(start)
    named = named or any(agrees(scene, i, verb) for i in range(start, min(end, start + 4)))
    if not named or (artifact is None and agrees(scene, pronoun, verb)):
        return None
    if artifact is not None:
        return _draft(scene, hit, reach, artifact, (start, end))
    return Draft(hit.key, [(hit.first, hit.last)], (pronoun, end), [(start, end)])  # no statement: it stands for none


def _artifact(scene: Scene, end: int, lo: int) -> int | None:
    """Where the phrase of the footage that ends before ``end`` begins ("On geolocated | images")."""
    end -= end > lo and scene.kinds[end - 1] == ","
    for at in range(end - 1, max(lo, end - _NEAR) - 1, -1):
        if scene.kinds[at] in ",;:vx":
            return None
        if scene.grammar.begins("artifacts", scene.low(at)):
            start = at
            while start > lo and start > at - _NEAR and scene.kinds[start - 1] in "wd" and at - start < 3:
                if scene.low(start - 1) == "видно":
                    break
                start -= 1
            before = next((i for i in range(at - 1, max(lo, at - _NEAR) - 1, -1) if scene.kinds[i] == "i"), None)
            return before if before is not None else start
    return None


def _draft(scene: Scene, hit: Hit[CueForm], reach: Range, artifact: int, who: Range) -> Draft | None:
    """What is seen stands before the footage, or behind the clause that says who posted it."""
    lo, hi = reach
    draft = Draft(hit.key, [(hit.first, hit.last)], (artifact, max(who[1], hit.last)), [who], confidence=0.7)
    inner = left_edge(scene, artifact, lo, ",;:-").at
    before = (strip_lead(scene, inner, artifact), artifact)
    edge = right_edge(scene, draft.territory[1], hi)
    parted = edge.kind in ",:-" and edge.at == draft.territory[1]
    if before[1] - before[0] >= 2:
        draft.content = [before]
        draft.left = True
    elif draft.territory[1] < hi and scene.low(draft.territory[1]).startswith(
        _SHOWS
    ):  # "images that X released show …"
        draft.content = [(draft.territory[1] + 1, right_edge(scene, draft.territory[1] + 1, hi, ";").at)]
    elif parted:
        start = edge.at
        while start < hi and scene.kinds[start] in ",:-":
            start += 1
        draft.content = [(start, right_edge(scene, start, hi, ";").at)]
    return draft if draft.content else None
