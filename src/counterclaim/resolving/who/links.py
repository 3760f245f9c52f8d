"""What ties a party to the words before and behind it: prepositions, and the weapon, thing or people that it owns."""

from dataclasses import dataclass

from counterclaim.resolving.who.chart import Unit
from counterclaim.resolving.who.inflection import INFLECTED, cases
from counterclaim.resolving.who.scene import Scene
from counterclaim.resolving.who.vocabulary import Part

_PREPOSITIONS = ("by", "against", "of", "from", "between")
_THINGS = ("weapon", "asset", "person")
_VERBAL = ("use", "deed", "lose", "die", "passive", "accuse")
_LANDS = (Part.NATION, Part.CAPITAL, Part.PARTY)
# How far before a party its preposition may stand.
_BACK = 4
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Owned:
    """What a party owns: ``sign`` is "weapon", "asset" or "person", ``at`` its token, ``before`` the prepositions that
    govern it; ``linked``: a preposition or a genitive ties it to the party ("a drone of the army").
    """

    sign: str
    at: int
    before: frozenset[str]
    linked: bool = False


def links(scene: Scene, low: int) -> frozenset[str]:
    """The signs of the preposition that governs what begins at token ``low``, articles and one word aside."""
    return _walk(scene, low)[0]


def _walk(scene: Scene, low: int) -> tuple[frozenset[str], int]:
    """The preposition's signs, and the token before it (or before the articles where there is none)."""
    found, spare = _NONE, 1
    n = low - 1
    while n >= max(scene.first, low - _BACK) and scene.inside(n):
        at = scene.at(n)
        of_these = at.intersection(_PREPOSITIONS)
        if of_these and scene.chart.stream[n].is_word:
            found |= of_these
            if "article" not in at:
                return found, n - 1
        elif "article" not in at:
            plain = not at.intersection((*_THINGS, *_VERBAL, "subordinate", "apart"))
            if found or not spare or not plain or not scene.inside(n - 1):
                break
            if not scene.has(n - 1, *_PREPOSITIONS, "article"):
                break
            spare -= 1
        n -= 1
    return found, n


def owned(scene: Scene, group: list[Unit]) -> Owned | None:
    """What the party owns: the noun behind it ("Russian drones", "the army's drone"), or before it in a genitive."""
    return _behind(scene, group) or _before(scene, group)


def _behind(scene: Scene, group: list[Unit]) -> Owned | None:
    low, n = group[0].first, group[-1].last
    if scene.chart.language in INFLECTED and group[-1].part is not Part.NATION:
        return None
    spare = 2 if group[-1].part is Part.NATION else 1 if group[-1].part in _LANDS else 0
    if scene.inside(n) and scene.low(n) == "'s":
        n, spare = n + 1, 2
    elif scene.chart.language in ("fr", "de") and group[-1].part is not Part.NATION:
        return None
    while scene.inside(n):
        sign = _thing(scene, n)
        if sign is not None:
            return Owned(sign, n, links(scene, low))
        if not spare or scene.has(n, *_PREPOSITIONS, *_VERBAL, "article", "subordinate", "apart"):
            return None
        n, spare = n + 1, spare - 1
    return None


def _before(scene: Scene, group: list[Unit]) -> Owned | None:
    low = group[0].first
    found, n = _walk(scene, low)
    tied = bool(found & {"of", "from", "by"})
    if not tied:
        adjective = scene.chart.language == "fr" and group[0].part is Part.NATION
        genitive = scene.chart.language in INFLECTED and "gent" in cases(scene.chart, group)
        if not (adjective or genitive) or found - {"against"}:
            return None
        n = low - 1
    for at in (n, n - 1):
        if not scene.inside(at) or scene.has(at, *_PREPOSITIONS, "subordinate"):
            return None
        sign = _thing(scene, at, noun=bool(found & {"of", "from"}))
        if sign is not None:
            return Owned(sign, at, links(scene, at), linked=True)
        if scene.has(at, *_VERBAL, "article", "apart"):
            return None
    return None


def _thing(scene: Scene, n: int, noun: bool = False) -> str | None:
    """The sign of token ``n`` that names something to own; the event's own verb names nothing, unless ``noun``."""
    at = scene.at(n)
    verb = not noun and at.intersection(("deed", "use")) and scene.trigger <= n < scene.after
    return None if verb else next((s for s in _THINGS if s in at), None)
