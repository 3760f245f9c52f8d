"""Who stands before a verb of saying: its subject, found from marks and closed word classes."""

from dataclasses import dataclass

from counterclaim.language.cases import closing_institution, inflected, subject_and_object
from counterclaim.language.clause import (
    Range,
    left_edge,
    phrase_end,
    right_edge,
    skip_fillers,
    strip_lead,
    window,
    without_circumstance,
)
from counterclaim.language.cues import CueForm
from counterclaim.language.draft import Draft
from counterclaim.language.german import clause_of_manner, german_object_first
from counterclaim.language.grammar import Scene
from counterclaim.language.look_alikes import is_noun, is_passive, shared_online
from counterclaim.language.word_order import agrees_any, no_subject, object_first
from counterclaim.records.tagging import Stance
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
    if agent := _agent(scene, hit, first, lo):
        return agent
    if shared_online(scene, hit):
        return Subject(first, first, "none of it")
    if is_noun(scene, hit.first, lo) and hit.last - hit.first == 1:
        return Subject(first, first, "none of it")
    if pronoun := _suffixed(scene, first, hit):
        return Subject(first, first, "missing", pronoun=pronoun)
    if "verb final" in scene.grammar.flags and (manner := clause_of_manner(scene, hit.first, hit.last, lo)):
        start, end = manner
        return Subject(first, start, "own", ((start, _without_insert(scene, start, end)),))
    if first > lo and scene.kinds[first - 1] in "rc":
        return _relative(scene, first, lo)
    if first > lo and scene.kinds[first - 1] == ",":
        return _after_comma(scene, hit, first, lo, earlier)
    if _participle(scene, hit) and scene.low(first) == "en" and earlier is not None and earlier.source:
        return Subject(first, first, "shared", tuple(earlier.source))  # "tout en reconnaissant"
    edge = left_edge(scene, first, lo)
    if (
        earlier is not None
        and edge.at < earlier.cue[0][0]
        and scene.grammar.has("agent", scene.low(earlier.cue[0][1] - 1))
    ):
        earlier = None  # "footage verified by the broadcaster showed": the participle is part of the subject
    if "verb final" in scene.grammar.flags and (found := _verb_final(scene, hit, edge.at)):
        return found
    start = strip_lead(scene, _after_conjunction(scene, edge.at, first, earlier), first)
    if start < first:
        return _region(scene, hit, first, start, lo)
    if _takes_up_before(scene, hit):
        return Subject(first, first, "missing", anaphor=True)
    coordinated = "&" in scene.kinds[max(lo, first - 3) : first]
    if earlier is not None and earlier.source and (coordinated or _participle(scene, hit)):
        return Subject(first, first, "shared", tuple(earlier.source))
    return Subject(first, first, "missing")


def _takes_up_before(scene: Scene, hit: Hit[CueForm]) -> bool:
    """ "Сообщил об этом мэр": the content was said before."""
    if hit.last + 2 >= len(scene.tokens):
        return False
    preposition = scene.grammar.words.get("anaphoric_prepositions", frozenset())
    return scene.low(hit.last) in preposition and scene.grammar.has("anaphors", scene.low(hit.last + 1))


def _verb_final(scene: Scene, hit: Hit[CueForm], start: int) -> Subject | None:
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


def _after_conjunction(scene: Scene, start: int, first: int, earlier: Draft | None) -> int:
    """``start`` moved past what belongs to an earlier clause: an earlier cue, or a finite verb before "and"."""
    floor = start
    if earlier is not None and start <= earlier.cue[0][0] < first:
        floor = earlier.cue[0][1]
    for at in range(first - 1, start - 1, -1):
        if scene.kinds[at] == "&":
            before = scene.kinds[start:at]
            if at >= floor > start or at + 1 == first or set(scene.kinds[at + 1 : first]) <= set("an"):
                return at
            if "v" in before or "x" in before or scene.grammar.has("adversatives", scene.low(at)):
                return at
    return floor


def _with_auxiliaries(scene: Scene, first: int, lo: int) -> int:
    while first > lo and scene.quote[first - 1] == scene.quote[first]:
        if scene.kinds[first - 1] not in "xan" and not scene.grammar.has("clitics", scene.low(first - 1)):
            break
        if scene.kinds[first - 1] == "a" and scene.kinds[max(lo, first - 2)] in ",&":
            break
        first -= 1
    while scene.kinds[first] == "a":
        first += 1
    return first


def _agent(scene: Scene, hit: Hit[CueForm], first: int, lo: int) -> Subject | None:
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


def _participle(scene: Scene, hit: Hit[CueForm]) -> bool:
    return scene.low(hit.first).endswith(tuple(scene.grammar.words.get("gerund endings", ())))


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
    if scene.grammar.language == "fr" and stop - start == 1 and scene.low(start) == "ce":  # "C'est ce qu'a dit …"
        return Subject(first, start, "missing", anaphor=True)
    return Subject(first, first, "own", ((start, first),))


def _phrase_start(scene: Scene, end: int, lo: int) -> int:
    """Where the noun phrase that ends at ``end`` begins."""
    start = left_edge(scene, end, max(lo, end - _FAR), ",;:-crs&vxp").at if end > lo else end
    start = max([start, *(i + 1 for i in range(start, end) if i in scene.verbs)])
    return strip_lead(scene, start, end)


def _after_comma(scene: Scene, hit: Hit[CueForm], first: int, lo: int, earlier: Draft | None) -> Subject:
    """The cue follows a comma: an apposition before it, a participle, or an inverted clause."""
    if earlier is not None and earlier.source and scene.kinds[hit.last : hit.last + 1] == "&":  # ", dementierte aber …"
        return Subject(first, first, "shared", tuple(earlier.source))
    if _participle(scene, hit) or scene.low(first) in ("having", "ayant"):
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
    return Subject(first, start, "own", ((start, _without_insert(scene, start, first - 1)),))


def _apposes(scene: Scene, hit: Hit[CueForm], start: int, first: int) -> bool:
    """Whether what stands before ", …, said" is a subject with its apposition rather than the content itself."""
    inner = left_edge(scene, first - 1, start, ",").at
    head, insert = scene.kinds[start : inner - 1], scene.kinds[inner : first - 1]
    if set("vxp") & set(head):
        return False
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


def _region(scene: Scene, hit: Hit[CueForm], first: int, start: int, lo: int) -> Subject:
    """The words between the clause's beginning and the cue."""
    grammar = scene.grammar
    low = scene.low(start)
    if (
        grammar.language == "en"
        and low in ("it", "there", "this", "that", "what")
        and first - start == 1
        and (is_passive(scene, hit.first, lo))
    ):
        return Subject(first, start, "none of it")
    if _anaphor(scene, start, first):
        return Subject(first, start, "missing", anaphor=True)
    if grammar.words.get("anaphoric_prepositions") and first - start > 2 and _anaphor(scene, start, start + 2):
        if scene.kinds[start + 2] == "i" and not grammar.has("places", scene.low(start + 2)):
            return Subject(first, start, "missing", anaphor=True)  # "Об этом со ссылкой на штаб пишет …"
        end = _without_insert(scene, start + 2, first)  # "Об этом пресс-служба штаба сообщила"
        return Subject(first, start, "own", ((start + 2, end),), anaphor=True)
    if grammar.has("fronted", low) and "fronted" in hit.key.cue.frames:  # "Von zwei Toten sprach der Bürgermeister"
        return Subject(first, start, "missing", object=(start, first))
    if "fronted" in hit.key.cue.frames:
        return Subject(first, start, "none of it")
    if "zero that" in grammar.flags and (other := _new_clause(scene, start, first)):
        start, low = other, scene.low(other)
    if "verb final" in grammar.flags and grammar.has("object_determiners", low):
        if first - start == 1 and scene.kinds[start] == "d":  # "Dem widersprach …"
            return Subject(first, start, "missing", anaphor=True)
        return Subject(first, start, "missing", object=(start, first))
    if grammar.has("fronting", low):  # "О взрыве сообщили очевидцы"
        return Subject(first, start, "missing", object=(start, first))
    if scene.kinds[start] == "i" and grammar.language in ("de", "fr"):
        separable = hit.key.tail is not None and low == "für"  # "Für den Angriff macht X … verantwortlich"
        return Subject(first, start, "missing", object=(start, first) if separable else None)
    antecedent = None
    end = _without_insert(scene, start, first)
    if end - start == 1 and grammar.has("thus", low):  # "…: так решила мэрия"
        return Subject(first, start, "missing", anaphor=True)
    both = inflected(grammar.language) and _complete(scene, hit)
    both = both or (inflected(grammar.language) and scene.kinds[start] == "i")
    if both and (found := subject_and_object(scene, (start, end), range(hit.first, hit.last))):
        return Subject(first, start, "own", (found[0],), object=found[1])
    if inflected(grammar.language) and (closing := closing_institution(scene, (start, end))):
        return Subject(first, start, "own", ((closing, end),), object=(start, closing))
    if _fronts_object(scene, hit, (start, end)):
        return Subject(first, start, "missing", object=(start, first))
    if inflected(grammar.language) and no_subject(scene, (start, end)):
        return Subject(first, start, "missing")
    if end - start > 1 and scene.kinds[end - 1] == "p" and grammar.language in ("en", "fr"):
        begin = end - 1
        rest = (start, begin) if scene.kinds[start] == "d" and begin - start <= 6 else None
        return Subject(first, begin, "own", ((begin, end),), antecedent=rest)
    if grammar.language == "de" and low == "was" and end - start > 1:  # "…, was Kiew zurückweist"
        return Subject(first, start, "own", ((start + 1, end),))
    if grammar.language == "en" and scene.kinds[start] == "d" and grammar.has("reported things", scene.low(start + 1)):
        begin = start + 2  # "…, a figure Kyiv disputes"
        if begin < end:
            return Subject(first, begin, "own", ((begin, end),), antecedent=(start, begin))
    if grammar.language == "en" and scene.kinds[start] == "d":  # "a claim the army denied"
        start = next(
            (i for i in range(end - 1, start + 1, -1) if scene.kinds[i] == "d" and scene.kinds[i - 1] == "w"), start
        )
    if "&" in scene.kinds[start:end]:
        start = _listed(scene, start, lo)
    if start > lo and scene.kinds[start - 1] in "c" and start - 1 > lo and scene.kinds[start - 2] in "wt":
        begin = _phrase_start(scene, start - 1, lo)
        antecedent = (begin, start - 1) if start - 1 - begin <= 6 and begin < start - 1 else None
    return Subject(first, start, "own", ((start, end),), antecedent=antecedent)


def _new_clause(scene: Scene, start: int, first: int) -> int | None:
    """Where the subject begins behind "as" in "troops pressed on as Moscow insisted …"."""
    for at in range(first - 2, start + 1, -1):
        if scene.low(at) == "as" and scene.low(at + 1) not in ("well", "a", "an", "many", "much"):
            before = [scene.low(i) for i in range(start, at)]
            acts = any(low.endswith("ed") for low in before) or set("vx") & set(scene.kinds[start:at])
            return at + 1 if acts and (scene.capital(at + 1) or scene.kinds[at + 1] in "dp") else None
    return None


def _fronts_object(scene: Scene, hit: Hit[CueForm], region: Range) -> bool:
    """ "Рейд взял на себя корпус", "Eine Beschädigung verneinte der Minister": the subject stands behind the verb."""
    frames = hit.key.cue.frames
    follow = (hit.last, right_edge(scene, hit.last, window(scene, hit.first)[1]).at)
    if "noun" not in frames or "head" in frames:
        return False
    if scene.grammar.language == "de":
        return german_object_first(scene, region, hit.first, follow)
    if not inflected(scene.grammar.language) or hit.key.tail is not None:
        return False
    return object_first(scene, region, range(hit.first, hit.last), follow)


def _complete(scene: Scene, hit: Hit[CueForm]) -> bool:
    """Whether nothing but the other half of the cue follows the verb in its clause."""
    after = hit.last
    if hit.key.tail is not None:
        return True
    return after >= len(scene.kinds) or scene.kinds[after] in ".,;:-&" or scene.quote[after] != scene.quote[hit.first]


def _without_insert(scene: Scene, start: int, end: int) -> int:
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


def _listed(scene: Scene, start: int, lo: int) -> int:
    """``start`` moved back over earlier members of a list of names ("the Legion, the Corps and the Battalion")."""
    while start - 2 > lo and scene.kinds[start - 1] == ",":
        begin = left_edge(scene, start - 1, lo).at
        member = strip_lead(scene, begin, start - 1)
        named = member < start - 1 and (scene.kinds[member] == "d" or scene.capital(member))
        if not named or start - member > 9 or set(scene.kinds[member : start - 1]) & set("vxpnt"):
            break
        start = member
    return start


def _anaphor(scene: Scene, start: int, first: int) -> bool:
    """ "Об этом", "C'est ce que", "Das": words that stand for what was said before."""
    lows = [scene.low(i) for i in range(start, first)]
    if not 1 <= len(lows) <= 2 or not scene.grammar.words.get("anaphors"):
        return False
    prepositions = scene.grammar.words.get("anaphoric_prepositions")
    if prepositions:
        return len(lows) == 2 and lows[0] in prepositions and scene.grammar.has("anaphors", lows[1])
    return scene.grammar.has("anaphors", lows[0]) and len(lows) == 1
