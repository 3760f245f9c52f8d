"""Who stands before a verb of saying: its subject, found from marks and closed word classes."""

from dataclasses import dataclass

from counterclaim.language.clause import Range, left_edge, strip_lead
from counterclaim.language.cues import CueForm
from counterclaim.language.draft import Draft
from counterclaim.language.grammar import Scene
from counterclaim.words.lexicon import Hit

_ARTICLES = "di"
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


def subject_before(scene: Scene, hit: Hit[CueForm], lo: int, earlier: Draft | None) -> Subject:
    """The subject of the cue at ``hit`` in the window that begins at ``lo``."""
    first = _with_auxiliaries(scene, hit.first, lo)
    if _is_noun(scene, hit.first, lo):
        return Subject(first, first, "none of it")
    if pronoun := _suffixed(scene, first, hit):
        return Subject(first, first, "missing", pronoun=pronoun)
    if first > lo and scene.kinds[first - 1] in "rc":
        return _relative(scene, first, lo)
    if first > lo and scene.kinds[first - 1] == ",":
        return _after_comma(scene, hit, first, lo, earlier)
    edge = left_edge(scene, first, lo)
    start = strip_lead(scene, edge.at, first)
    if start < first:
        return _region(scene, hit, first, start, lo)
    coordinated = edge.at < first and "&" in scene.kinds[edge.at : first]
    if earlier is not None and earlier.source and (coordinated or _participle(scene, hit)):
        return Subject(first, first, "shared", tuple(earlier.source))
    return Subject(first, first, "missing")


def _with_auxiliaries(scene: Scene, first: int, lo: int) -> int:
    while first > lo and scene.kinds[first - 1] in "xan" and scene.quote[first - 1] == scene.quote[first]:
        if scene.kinds[first - 1] == "a" and scene.kinds[max(lo, first - 2)] in ",&":
            break
        first -= 1
    while scene.kinds[first] == "a":
        first += 1
    return first


def _is_noun(scene: Scene, first: int, lo: int) -> bool:
    """Whether an article, preposition or "to" right before the word makes it a noun, adjective or infinitive."""
    if first <= lo or scene.quote[first - 1] != scene.quote[first]:
        return False
    low = scene.low(first - 1)
    if scene.grammar.language == "en":
        return scene.kinds[first - 1] in "di" or low in ("to", "'s", "not") or _passive(scene, first, lo)
    return False


def _passive(scene: Scene, first: int, lo: int) -> bool:
    at = first - 1
    while at > lo and scene.kinds[at] in "an":
        at -= 1
    gerund = scene.low(first).endswith("ing")
    return scene.grammar.has("passive", scene.low(at)) and not gerund


def _participle(scene: Scene, hit: Hit[CueForm]) -> bool:
    return "gerunds" in scene.grammar.flags and scene.low(hit.first).endswith("ing")


def _suffixed(scene: Scene, first: int, hit: Hit[CueForm]) -> Range | None:
    """The pronoun in "dit-il" or "a-t-il déclaré", in characters."""
    if scene.grammar.language != "fr":
        return None
    for at in range(first, hit.last):
        head, dash, tail = scene.low(at).rpartition("-")
        if dash and tail in ("il", "elle", "ils", "elles", "on") and head:
            return (scene.tokens[at].end - len(tail), scene.tokens[at].end)
    return None


def _relative(scene: Scene, first: int, lo: int) -> Subject:
    """ "…, who assured": the antecedent is the source; the pronoun goes with it."""
    end = first - 1
    stop = end - 1 if end > lo and scene.kinds[end - 1] == "," else end
    start = _phrase_start(scene, stop, lo)
    if start >= stop:
        return Subject(first, first, "missing")
    return Subject(first, first, "own", ((start, first),))


def _phrase_start(scene: Scene, end: int, lo: int) -> int:
    """Where the noun phrase that ends at ``end`` begins."""
    start = left_edge(scene, end, max(lo, end - _FAR), ",;:-crs&vxp").at if end > lo else end
    return strip_lead(scene, start, end)


def _after_comma(scene: Scene, hit: Hit[CueForm], first: int, lo: int, earlier: Draft | None) -> Subject:
    """The cue follows a comma: an apposition before it, a participle, or an inverted clause."""
    if _participle(scene, hit):
        if earlier is not None and earlier.source:
            return Subject(first, first, "shared", tuple(earlier.source))
        start = strip_lead(scene, lo, first - 1)
        end = start
        while end < first - 1 and scene.kinds[end] not in ",vxn:;" and not scene.low(end).endswith("ed"):
            end += 1
        return Subject(first, first, "shared", ((start, end),) if end > start else ())
    inner = left_edge(scene, first - 1, max(lo, first - _FAR), ",;:-")
    if inner.kind != ",":
        return Subject(first, first, "missing")
    outer = left_edge(scene, inner.at - 1, lo)
    start = strip_lead(scene, outer.at, inner.at - 1)
    if start >= inner.at - 1 or not _apposes(scene, hit, start, first):
        return Subject(first, first, "missing")
    return Subject(first, start, "own", ((start, first - 1),))


def _apposes(scene: Scene, hit: Hit[CueForm], start: int, first: int) -> bool:
    """Whether what stands before ", …, said" is a subject with its apposition rather than the content itself."""
    if "v" in scene.kinds[start : first - 1] or "x" in scene.kinds[start : first - 1]:
        inner = left_edge(scene, first - 1, start, ",").at
        head = scene.kinds[start : inner - 1]
        if "v" in head or "x" in head:
            return False
    if "inversion" not in scene.grammar.flags:
        return True
    # Where the subject may follow the verb, a bare clause end after the cue speaks for inversion.
    after = hit.last
    stop = after
    limit = min(len(scene.kinds), after + 14)
    while stop < limit and scene.kinds[stop] not in ",:.;-c" and scene.quote[stop] == scene.quote[first]:
        stop += 1
    forward = stop < limit and (scene.kinds[stop] in ":c" or scene.kinds[stop : stop + 2] == ",c")
    return forward or (scene.kinds[start] != "i" and stop - after > 0 and scene.kinds[after] in "dix")


def _region(scene: Scene, hit: Hit[CueForm], first: int, start: int, lo: int) -> Subject:
    """The words between the clause's beginning and the cue."""
    grammar = scene.grammar
    low = scene.low(start)
    if grammar.language == "en" and low in ("it", "there", "this", "that", "what") and first - start == 1 and (
        _passive(scene, hit.first, lo)
    ):
        return Subject(first, start, "none of it")
    if _anaphor(scene, start, first):
        return Subject(first, start, "missing", anaphor=True)
    if "verb final" in grammar.flags and grammar.has("object_determiners", low):
        return Subject(first, start, "missing", object=(start, first))
    if scene.kinds[start] == "i" and grammar.language in ("de", "fr"):
        return Subject(first, start, "missing")
    antecedent = None
    if start > lo and scene.kinds[start - 1] in "c" and start - 1 > lo and scene.kinds[start - 2] in "wt":
        begin = _phrase_start(scene, start - 1, lo)
        antecedent = (begin, start - 1) if start - 1 - begin <= 6 and begin < start - 1 else None
    return Subject(first, start, "own", ((start, first),), antecedent=antecedent)


def _anaphor(scene: Scene, start: int, first: int) -> bool:
    """ "Об этом", "C'est ce que", "Das": words that stand for what was said before."""
    lows = [scene.low(i) for i in range(start, first)]
    if not 1 <= len(lows) <= 2 or not scene.grammar.words.get("anaphors"):
        return False
    prepositions = scene.grammar.words.get("anaphoric_prepositions")
    if prepositions:
        return len(lows) == 2 and lows[0] in prepositions and scene.grammar.has("anaphors", lows[1])
    return scene.grammar.has("anaphors", lows[0]) and len(lows) == 1
