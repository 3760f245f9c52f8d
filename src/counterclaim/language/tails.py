"""The other half of a cue in two parts: "teilte … mit", "called … fake", "назвал … «выдумкой»"."""

from counterclaim.language.clause import Range, right_edge
from counterclaim.language.cues import CueForm
from counterclaim.language.grammar import Scene
from counterclaim.words.lexicon import Hit

_REACH = 40
_QUOTES = frozenset("\"'«»„“”‟")


def find_tail(scene: Scene, hit: Hit[CueForm], hi: int) -> Range | None:
    """Where the separated particle or the other half of the cue stands before ``hi``, with its quotation marks."""
    particle = hit.key.tail
    if particle is None:
        return None
    stop = min(hi, hit.last + _REACH)
    if "near" in hit.key.cue.frames:
        stop = right_edge(scene, hit.last, stop, ",;:cr").at
    for at in range(hit.last, stop):
        if (end := _matches(scene, particle, at, hi)) is not None:
            first = at - (at > hit.last and scene.low(at - 1) in _QUOTES)
            return first, end + (end < len(scene.tokens) and scene.low(end) in _QUOTES)
    return None


def _matches(scene: Scene, particle: tuple[frozenset[str], ...], at: int, hi: int) -> int | None:
    """The token after ``particle`` if it stands at ``at``, quotation marks between its words aside."""
    for number, word in enumerate(particle):
        while number and at < hi and scene.low(at) in _QUOTES:
            at += 1
        if at >= hi or scene.low(at) not in word:
            return None
        at += 1
    return at
