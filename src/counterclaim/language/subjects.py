"""Who stands before a verb of saying: its subject, found from marks and closed word classes."""

from counterclaim.language.cases import closing_institution, inflected, subject_and_object
from counterclaim.language.clause import (
    Range,
    left_edge,
    right_edge,
    strip_lead,
    window,
)
from counterclaim.language.cues import CueForm
from counterclaim.language.draft import Draft
from counterclaim.language.german import clause_of_manner, german_object_first
from counterclaim.language.grammar import Scene
from counterclaim.language.look_alikes import is_noun, is_passive, shared_online
from counterclaim.language.subject import Subject, is_participle, phrase_start, with_auxiliaries, without_insert
from counterclaim.language.subject_clauses import after_comma, before_relative
from counterclaim.language.verbal_forms import agent_of_passive, by_auxiliary, suffixed_pronoun
from counterclaim.language.word_order import no_subject, object_first
from counterclaim.words.lexicon import Hit

_ARTICLES = "di"
_FAR = 30


def subject_before(scene: Scene, hit: Hit[CueForm], lo: int, earlier: Draft | None) -> Subject:
    """The subject of the cue at ``hit`` in the window that begins at ``lo``."""
    first = with_auxiliaries(scene, hit.first, lo)
    if agent := agent_of_passive(scene, hit, first, lo):
        return agent
    if shared_online(scene, hit):
        return Subject(first, first, "none of it")
    if is_noun(scene, hit.first, lo) and hit.last - hit.first == 1:
        return Subject(first, first, "none of it")
    if pronoun := suffixed_pronoun(scene, first, hit):
        return Subject(first, first, "missing", pronoun=pronoun)
    if "verb final" in scene.grammar.flags and (manner := clause_of_manner(scene, hit.first, hit.last, lo)):
        start, end = manner
        return Subject(first, start, "own", ((start, without_insert(scene, start, end)),))
    if first > lo and scene.kinds[first - 1] in "rc":
        return before_relative(scene, first, lo)
    if first > lo and scene.kinds[first - 1] == ",":
        return after_comma(scene, hit, first, lo, earlier)
    if is_participle(scene, hit) and scene.low(first) == "en" and earlier is not None and earlier.source:
        return Subject(first, first, "shared", tuple(earlier.source))  # "tout en reconnaissant"
    edge = left_edge(scene, first, lo)
    if (
        earlier is not None
        and edge.at < earlier.cue[0][0]
        and scene.grammar.has("agent", scene.low(earlier.cue[0][1] - 1))
    ):
        earlier = None  # "footage verified by the broadcaster showed": the participle is part of the subject
    if "verb final" in scene.grammar.flags and (found := by_auxiliary(scene, hit, edge.at)):
        return found
    start = strip_lead(scene, _after_conjunction(scene, edge.at, first, earlier), first)
    if start < first:
        return _region(scene, hit, first, start, lo)
    if _takes_up_before(scene, hit):
        return Subject(first, first, "missing", anaphor=True)
    coordinated = "&" in scene.kinds[max(lo, first - 3) : first]
    if earlier is not None and earlier.source and (coordinated or is_participle(scene, hit)):
        return Subject(first, first, "shared", tuple(earlier.source))
    return Subject(first, first, "missing")


def _takes_up_before(scene: Scene, hit: Hit[CueForm]) -> bool:
    """ "Сообщил об этом мэр": the content was said before."""
    if hit.last + 2 >= len(scene.tokens):
        return False
    preposition = scene.grammar.words.get("anaphoric_prepositions", frozenset())
    return scene.low(hit.last) in preposition and scene.grammar.has("anaphors", scene.low(hit.last + 1))


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
        end = without_insert(scene, start + 2, first)  # "Об этом пресс-служба штаба сообщила"
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
    end = without_insert(scene, start, first)
    if grammar.has("from", low) and end - start == 2 and scene.capital(start + 1):  # "Из Карска сообщили о …"
        return Subject(first, start, "own", ((start + 1, end),))
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
        begin = phrase_start(scene, start - 1, lo)
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
