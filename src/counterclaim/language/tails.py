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
        pronoun = hit.last < stop and scene.grammar.has("objects", scene.low(hit.last))  # "called that a lie"
        stop = right_edge(scene, hit.last + pronoun, stop, ",;:cr").at
    for at in range(hit.last, stop):
        if (end := _matches(scene, particle, at, hi)) is not None and not _is_article(scene, at, end):
            first = at - (at > hit.last and scene.low(at - 1) in _QUOTES)
            return first, end + (end < len(scene.tokens) and scene.low(end) in _QUOTES)
    return None


def _is_article(scene: Scene, at: int, end: int) -> bool:
    """Whether "ein" is no separated particle: something other than a mark or "und" follows."""
    if end - at > 1 or scene.low(at) != "ein" or end >= len(scene.kinds):
        return False
    return scene.kinds[end] not in ",.;:-&)" and scene.quote[end] == scene.quote[at]


def _matches(scene: Scene, particle: tuple[frozenset[str], ...], at: int, hi: int) -> int | None:
    """The token after ``particle`` if it stands at ``at``, quotation marks between its words aside."""
    for number, word in enumerate(particle):
        while number and at < hi and scene.low(at) in _QUOTES:
            at += 1
        if at >= hi or scene.low(at) not in word:
            return None
        at += 1
    return at
