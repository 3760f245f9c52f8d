"""The subject of a verb of saying, and what its words are measured by."""

from dataclasses import dataclass

from counterclaim.language.clause import (
    Range,
    left_edge,
    strip_lead,
    without_circumstance,
)
from counterclaim.language.cues import CueForm
from counterclaim.language.grammar import Scene
from counterclaim.words.lexicon import Hit

_FAR = 30


@dataclass(frozen=True, slots=True)
class Subject:
    """``cue_first`` is where the cue begins with its auxiliaries; ``first`` where the subject or else the cue begins.
    ``kind``: "own", "shared" (a coordinated or participial cue), "missing" (perhaps behind the verb), "infinitive",
    or "none of it" (the word is no cue here). ``antecedent`` belongs to the content ("an attack that he denied"),
    ``object`` is a fronted object; ``anaphor`` marks "this he said" (the content was said before).
    """

    cue_first: int
    first: int
    kind: str
    source: tuple[Range, ...] = ()
    antecedent: Range | None = None
    object: Range | None = None
    anaphor: bool = False
    pronoun: Range | None = None


def with_auxiliaries(scene: Scene, first: int, lo: int) -> int:
    """Where the cue at ``first`` begins with its auxiliaries, negations and adverbs."""
    while first > lo and scene.quote[first - 1] == scene.quote[first]:
        if scene.kinds[first - 1] not in "xan" and not scene.grammar.has("clitics", scene.low(first - 1)):
            break
        if scene.kinds[first - 1] == "a" and scene.kinds[max(lo, first - 2)] in ",&":
            break
        first -= 1
    while scene.kinds[first] == "a":
        first += 1
    return first


def is_participle(scene: Scene, hit: Hit[CueForm]) -> bool:
    """Whether the cue is a gerund or participle, which shares its subject ("…, adding that")."""
    return scene.low(hit.first).endswith(tuple(scene.grammar.words.get("gerund endings", ())))


def phrase_start(scene: Scene, end: int, lo: int) -> int:
    """Where the noun phrase that ends at ``end`` begins."""
    start = left_edge(scene, end, max(lo, end - _FAR), ",;:-crs&vxp").at if end > lo else end
    start = max([start, *(i + 1 for i in range(start, end) if i in scene.verbs)])
    return strip_lead(scene, start, end)


def without_insert(scene: Scene, start: int, end: int) -> int:
    """``end`` moved back over "for its part", "meanwhile", "on Tuesday" behind a subject."""
    before = -1
    objects = "zero that" not in scene.grammar.flags  # in English none stands right before its verb
    while before != end:
        before = end
        end = without_circumstance(scene, start, end)
        while end - 1 > start and objects and scene.grammar.has("objects", scene.low(end - 1)):
            end -= 1
        while end - 1 > start and scene.kinds[end - 1] in "at,":
            end -= 1
        if end - 1 > start and scene.kinds[end - 1] == "i" and end < before:
            end -= 1
        for phrase in scene.grammar.inserts:
            first = end - len(phrase)
            if first > start and tuple(scene.low(i) for i in range(first, end)) == phrase:
                end = first
    return end
