"""German word order: where "wie …, schrieb" has its subject, and objects that stand before the verb."""

from counterclaim.language.clause import Range
from counterclaim.language.grammar import Scene

_FAR = 30
_THINGS = ("ung", "ungen", "ion", "ionen", "tät", "keit", "heit", "nis", "angriff", "beschuss", "verlust", "verluste")


def clause_of_manner(scene: Scene, first: int, last: int, lo: int) -> Range | None:
    """The words between "wie" and its verb at the clause's end ("wie der Gouverneur, Jan Lem, auf Telegram | schrieb");
    the auxiliary may follow.
    """
    end = last
    while end < len(scene.kinds) and scene.kinds[end] == "x":
        end += 1
    if end < len(scene.kinds) and scene.kinds[end] not in ".,;:-" and scene.quote[end] == scene.quote[first]:
        return None
    for at in range(first - 1, max(lo, first - _FAR) - 1, -1):
        if at in scene.verbs or scene.kinds[at] in ";:vx":
            return None
        if scene.grammar.has("as", scene.low(at)):
            opens = at == lo or scene.kinds[at - 1] in ",-" or scene.quote[at - 1] != scene.quote[at]
            return (at + 1, first) if opens and at + 1 < first and scene.kinds[at + 1] != "p" else None
    return None


def german_object_first(scene: Scene, region: Range, verb: int, follow: Range) -> bool:
    """Whether the words before the verb are its object though their form could be the subject's: several things before
    a verb in the singular, or a thing while one who speaks follows the verb.
    """
    start, end = region
    if start >= end or follow[0] >= follow[1] or set(scene.kinds[start:end]) & set(",;:vr"):
        return False
    low = scene.low(verb)
    singular = low == "will" or (low.endswith("t") and low[-2:] != "st") or low.endswith("te")
    if singular and scene.grammar.has("plural numerals", scene.low(start)):
        return scene.kinds[follow[0]] in "dw"
    if not _names(scene, follow):
        return False
    head = _head(scene, start, end)
    if head is None or scene.grammar.begins("speakers", head) or scene.grammar.begins("institutions", head):
        return False
    return head.endswith(_THINGS) or scene.grammar.has("reported things", head)


def _head(scene: Scene, start: int, end: int) -> str | None:
    nouns: list[str] = []
    for at in range(start, end):
        if scene.kinds[at] == "i" or (nouns and scene.kinds[at] == "d"):
            break
        if scene.capital(at) and (at > start or scene.kinds[at] == "w"):
            nouns.append(scene.low(at))
    return nouns[-1] if nouns else None


def _names(scene: Scene, follow: Range) -> bool:
    """Whether a subject follows the verb: a name or "der …"; adverbs aside."""
    at = follow[0]
    while at < follow[1] and scene.kinds[at] == "a":
        at += 1
    if at >= follow[1]:
        return False
    if scene.low(at) in ("der", "ein"):
        return True
    second = at + 1 < follow[1] and (scene.capital(at + 1) or scene.low(at + 1) in ("von", "vom"))
    known = scene.grammar.begins("speakers", scene.low(at)) or scene.institution(at)
    return scene.kinds[at] == "w" and scene.capital(at) and (second or known)
