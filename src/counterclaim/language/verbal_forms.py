"""Subjects that the form of the verb tells: passives with their agent, verbs at the end, "dit-il"."""

from counterclaim.language.clause import (
    Range,
    left_edge,
    phrase_end,
    strip_lead,
)
from counterclaim.language.cues import CueForm
from counterclaim.language.grammar import Scene
from counterclaim.language.look_alikes import is_passive
from counterclaim.language.subject import Subject
from counterclaim.records.tagging import Stance
from counterclaim.words.lexicon import Hit


def by_auxiliary(scene: Scene, hit: Hit[CueForm], start: int) -> Subject | None:
    """ "Zuvor hatte der Kreml der Ukraine den Angriff angelastet": the subject stands by the auxiliary."""
    after = scene.kinds[hit.last : hit.last + 1]
    first = hit.first
    if hit.last < len(scene.tokens) and scene.grammar.has("after participle", scene.low(hit.last)):
        return Subject(first, first, "none of it")
    if after and after not in ",.;:-&" and scene.quote[hit.last] == scene.quote[first]:
        return None
    infinitive = scene.low(hit.last - 1).endswith("en") and not scene.low(hit.last - 1).startswith("ge")
    helping = ("perfect", "modals") if infinitive and "clause" in hit.key.cue.frames else ("perfect",)
    auxiliary = next(
        (i for i in range(start, first) if any(scene.grammar.has(name, scene.low(i)) for name in helping)), None
    )
    if auxiliary is None:
        passive = next((i for i in range(start, first) if scene.grammar.has("passive", scene.low(i))), None)
        if passive is not None and (agent := _german_agent(scene, first, start, passive)):
            return agent
        return Subject(first, first, "none of it") if passive is not None and hit.key.tail is None else None
    before = strip_lead(scene, start, auxiliary)
    fronted = None
    if before < auxiliary and scene.kinds[before] != "i":
        if not scene.grammar.has("object_determiners", scene.low(before)):
            rest = (auxiliary + 1, first) if auxiliary + 1 < first else None
            return Subject(first, before, "own", ((before, auxiliary),), object=rest)
        fronted = (before, auxiliary)
    end = phrase_end(scene, auxiliary + 1, first)
    if end == auxiliary + 1:
        return None
    rest = (end, first) if end < first else fronted
    return Subject(first, auxiliary, "own", ((auxiliary + 1, end),), object=rest)


def _german_agent(scene: Scene, first: int, start: int, auxiliary: int) -> Subject | None:
    """ "Der Angriff wurde vom Gouverneur bestätigt"."""
    by = next((i for i in range(auxiliary, first) if scene.grammar.has("agent", scene.low(i))), None)
    before = strip_lead(scene, start, auxiliary)
    if by is None or before >= auxiliary:
        return None
    last = phrase_end(scene, by + 1, first)
    return Subject(first, before, "own", ((by + 1, last),), object=(before, auxiliary)) if last > by + 1 else None


def agent_of_passive(scene: Scene, hit: Hit[CueForm], first: int, lo: int) -> Subject | None:
    """ "The raid was confirmed by the mayor": the mayor says it."""
    if hit.last >= len(scene.tokens) or not scene.grammar.has("agent", scene.low(hit.last)):
        return None
    if scene.grammar.language not in ("en", "fr"):
        return None
    if not is_passive(scene, hit.first, lo):
        return _of_reduced_clause(scene, hit, first, lo)
    last = phrase_end(scene, hit.last + 1, scene.bounds[scene.sentence[hit.first]][1])
    start = strip_lead(scene, left_edge(scene, first, lo).at, first)
    if last == hit.last + 1 or start >= first:
        return None
    return Subject(first, start, "own", ((hit.last + 1, last),), object=(start, first))


def _of_reduced_clause(scene: Scene, hit: Hit[CueForm], first: int, lo: int) -> Subject | None:
    """ "…, une rumeur démentie par le maire": what was said before; "soutenu par" says nothing."""
    if first <= lo or hit.key.cue.frames & {"adjunct", "posted"} or scene.kinds[first - 1] in "x":
        return None
    if hit.key.cue.stance is Stance.ASSERTS:
        return Subject(first, first, "none of it") if scene.grammar.language == "fr" else None
    last = phrase_end(scene, hit.last + 1, scene.bounds[scene.sentence[hit.first]][1])
    start = left_edge(scene, first, lo).at
    if last == hit.last + 1 or not scene.grammar.has("reported things", scene.low(first - 1)):
        return None
    return Subject(first, start, "own", ((hit.last + 1, last),), anaphor=True)


def suffixed_pronoun(scene: Scene, first: int, hit: Hit[CueForm]) -> Range | None:
    """The pronoun in "dit-il" or "a-t-il déclaré", in characters."""
    if scene.grammar.language != "fr":
        return None
    for at in range(first, hit.last):
        head, dash, tail = scene.low(at).rpartition("-")
        if dash and tail in ("il", "elle", "ils", "elles", "on") and head:
            return (scene.tokens[at].end - len(tail), scene.tokens[at].end)
    return None
