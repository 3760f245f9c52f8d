"""From one cue in its sentence to a draft attribution: which frame it takes."""

from counterclaim.language.adjuncts import adjunct, by_agent, impersonal, particle
from counterclaim.language.clause import phrase_end, window
from counterclaim.language.cues import CueForm
from counterclaim.language.draft import Draft
from counterclaim.language.footage import posted_by
from counterclaim.language.grammar import Scene
from counterclaim.language.unverified import unverified
from counterclaim.language.verbs import VerbOfSaying
from counterclaim.words.lexicon import Hit


def read(scene: Scene, hit: Hit[CueForm], earlier: Draft | None) -> list[Draft]:
    """The attributions that the cue at ``hit`` makes, mostly one or none. ``earlier`` is the draft before it in the
    same sentence.
    """
    draft = _read(scene, hit, earlier)
    if draft is None:
        return []
    return [draft, _relayed(scene, draft)] if "relay" in hit.key.cue.frames else [draft]


def _relayed(scene: Scene, outer: Draft) -> Draft:
    """The inner attribution of "TASS quoted the ministry as saying …": the ministry says it."""
    first = outer.cue[0][1]
    source = (first, phrase_end(scene, first, outer.cue[-1][0]))
    inner = Draft(outer.form, [outer.cue[-1]], source, [source], list(outer.content), parent=outer)
    inner.forward = outer.forward
    return inner


def _read(scene: Scene, hit: Hit[CueForm], earlier: Draft | None) -> Draft | None:
    frames = hit.key.cue.frames
    if frames & {"adjunct", "after", "pass"}:
        return adjunct(scene, hit, earlier)
    if "unverified" in frames:
        return unverified(scene, hit)
    if "impersonal" in frames:
        return impersonal(scene, hit)
    if "agent" in frames:
        return by_agent(scene, hit)
    if "posted" in frames:
        return posted_by(scene, hit, window(scene, hit.first))
    if "particle" in frames:
        return particle(scene, hit, earlier)
    return VerbOfSaying(scene, hit, earlier).read()
