"""Subjects with a relative clause or an apposition between them and their verb."""

from counterclaim.language.cases import inflected, is_finite
from counterclaim.language.clause import (
    left_edge,
    skip_fillers,
    strip_lead,
)
from counterclaim.language.cues import CueForm
from counterclaim.language.draft import Draft
from counterclaim.language.grammar import Scene
from counterclaim.language.subject import Subject, is_participle, phrase_start, without_insert
from counterclaim.language.word_order import agrees_any
from counterclaim.words.lexicon import Hit

_FAR = 30


def before_relative(scene: Scene, first: int, lo: int) -> Subject:
    """ "…, who assured": the antecedent is the source; the pronoun goes with it."""
    end = first - 1
    stop = end - 1 if end > lo and scene.kinds[end - 1] == "," else end
    start = phrase_start(scene, stop, lo)
    if start >= stop:
        return Subject(first, first, "missing")
    if scene.grammar.language == "fr" and stop - start == 1 and scene.low(start) == "ce":  # "C'est ce qu'a dit …"
        return Subject(first, start, "missing", anaphor=True)
    return Subject(first, first, "own", ((start, first),))


def after_comma(scene: Scene, hit: Hit[CueForm], first: int, lo: int, earlier: Draft | None) -> Subject:
    """The cue follows a comma: an apposition before it, a participle, or an inverted clause."""
    if earlier is not None and earlier.source and scene.kinds[hit.last : hit.last + 1] == "&":  # ", dementierte aber …"
        return Subject(first, first, "shared", tuple(earlier.source))
    if is_participle(scene, hit) or scene.low(first) in ("having", "ayant"):
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
    subject = start < inner.at - 1
    cases = inflected(scene.grammar.language)
    if cases and subject and not agrees_any(scene, (start, inner.at - 1), range(hit.first, hit.last)):
        return Subject(first, first, "missing")
    relative = scene.kinds[inner.at] == "r" or scene.kinds[inner.at : inner.at + 2] == "ir"
    if relative and start < inner.at - 1:
        return Subject(first, start, "own", ((start, inner.at - 1),))
    if start >= inner.at - 1 or not _apposes(scene, hit, start, first):
        return Subject(first, first, "missing")
    return Subject(first, start, "own", ((start, without_insert(scene, start, first - 1)),))


def _apposes(scene: Scene, hit: Hit[CueForm], start: int, first: int) -> bool:
    """Whether what stands before ", …, said" is a subject with its apposition rather than the content itself."""
    inner = left_edge(scene, first - 1, start, ",").at
    head, insert = scene.kinds[start : inner - 1], scene.kinds[inner : first - 1]
    if set("vxp") & set(head):
        return False
    if inflected(scene.grammar.language) and any(is_finite(scene, i) for i in range(start, inner - 1)):
        return False  # "Двое погибли в Карске, шестеро ранены, отметили в прокуратуре"
    if "inversion" not in scene.grammar.flags:
        return True
    # Where the subject may follow the verb, a bare phrase up to the clause's end speaks for inversion.
    after = hit.last
    stop = after
    limit = min(len(scene.kinds), after + 14)
    while stop < limit and scene.kinds[stop] not in ",:.;-c" and scene.quote[stop] == scene.quote[first]:
        stop += 1
    if stop < limit and (scene.kinds[stop] in ":c" or scene.kinds[stop : stop + 2] == ",c"):
        return True
    lead = skip_fillers(scene, after, stop)
    if scene.kinds[start] == "i" or lead >= stop:
        return False
    articles = "comma" not in scene.grammar.flags or "nouns capital" in scene.grammar.flags
    short = len(head) <= 7 and not set("vx") & set(insert)
    return scene.kinds[lead] == "i" or (articles and short and (scene.capital(start) or scene.kinds[start] == "d"))
