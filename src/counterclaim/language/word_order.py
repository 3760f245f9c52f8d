"""Russian and Ukrainian clauses whose subject stands behind the verb, told by case and agreement."""

from counterclaim.language.cases import agrees, is_free_head, is_noun_in, is_strange_name, readings, with_modifiers
from counterclaim.language.clause import Range
from counterclaim.language.grammar import Scene

_NOMINAL = frozenset({"NOUN", "NPRO", "ADJF", "PRTF", "NUMR"})
_PREDICATE = frozenset({"VERB", "INFN", "PRTS", "PRED", "GRND"})
_LONGEST = 14


def agent_after(scene: Scene, at: int, hi: int) -> int | None:
    """The token after the instrumental noun phrase that begins at ``at``, None where none does."""
    if at >= hi or scene.kinds[at] in "i,;:-.&cr" or not is_noun_in(scene, at, "ablt"):
        return None
    end = at + 1
    while (
        end < hi
        and scene.kinds[end] in "wdt"
        and (scene.capital(end) or is_noun_in(scene, end, "ablt") or is_noun_in(scene, end, "gent"))
    ):
        end += 1
    return end


def verb_of(scene: Scene, verbs: range) -> int:
    """The token among ``verbs`` that is finite."""
    return next((i for i in verbs if any(r.kind == "VERB" for r in readings(scene, i))), verbs[0])


def subject_start(scene: Scene, start: int, end: int, verbs: range) -> int:
    """Where the subject begins in the words behind its verb, past whom and by what way it was told: "сообщил
    журналистам | начальник полиции", "возразил через СМИ | собеседник".
    """
    while start < end - 1 and (scene.kinds[start] in "&at*" or scene.grammar.has("objects", scene.low(start))):
        start += 1
    preposition = scene.grammar.words.get("anaphoric_prepositions", frozenset())
    if start + 2 < end and scene.low(start) in preposition and scene.grammar.has("anaphors", scene.low(start + 1)):
        start += 2  # "сообщил об этом мэр"
    for phrase in scene.grammar.inserts:
        if tuple(scene.low(i) for i in range(start, min(end, start + len(phrase)))) == phrase:
            start += len(phrase)
    if start >= end or not scene.tokens[start].is_word or scene.low(start)[0].isdigit():
        return start
    verb = verb_of(scene, verbs)
    body = _institution(scene, start, end)
    agency = scene.grammar.begins("agencies", scene.low(start))
    if not agency and (body == start or (scene.kinds[start] != "i" and _may_be_subject(scene, start))):
        return start
    for i in range(start + 1, min(end, start + _LONGEST)):
        if scene.kinds[i - 1] == "i" or (agency and scene.capital(i)) or not scene.tokens[i - 1].is_word:
            continue
        if is_free_head(scene, i, start) and agrees(scene, i, verb):
            return with_modifiers(scene, i, start)
    return body if body is not None else start


def _may_be_subject(scene: Scene, at: int) -> bool:
    found = readings(scene, at)
    return not found or any(r.case == "nomn" for r in found) or not any(r.kind in _NOMINAL for r in found)


def _institution(scene: Scene, start: int, end: int) -> int | None:
    """Where "в ведомстве" begins, which stands for a subject."""
    for i in range(start, end):
        if scene.kinds[i] == "i" and scene.grammar.has("places", scene.low(i)):
            near = range(i + 1, min(end, i + 4))
            if any(scene.institution(j) for j in near):
                return i
    return None


def agrees_any(scene: Scene, region: Range, verbs: range) -> bool:
    """Whether anything in ``region`` can be the verb's subject: a noun that agrees, or a name."""
    verb = verb_of(scene, verbs)
    named = any(scene.capital(i) for i in range(region[0] + 1, region[1]))
    return named or any(is_free_head(scene, i, region[0]) and agrees(scene, i, verb) for i in range(*region))


def no_subject(scene: Scene, region: Range) -> bool:
    """Whether ``region`` holds only oblique nouns ("Братам повідомили", "раненых насчитали")."""
    start, end = region
    if scene.kinds[start] == "i" or any(scene.capital(i) or not scene.tokens[i].is_word for i in range(start + 1, end)):
        return False
    if end - start == 1 and is_strange_name(scene, start):
        return False  # "Хезболла": its case is the dictionary's guess
    nouns = [r for i in range(start, end) for r in readings(scene, i) if r.kind in _NOMINAL]
    return bool(nouns) and not any(r.case == "nomn" for r in nouns)


def apposes(scene: Scene, first: int, last: int) -> bool:
    """Whether the words behind a named speaker and a comma describe him ("советник главы офиса"), rather than go on
    with what he says ("двумя ракетами", "начали вывозить").
    """
    words = [i for i in range(first, last) if scene.kinds[i] in "wtdp" and scene.tokens[i].is_word]
    if not words or any(scene.low(i)[0].isdigit() for i in words):
        return False
    if any(_is_predicate(scene, i) for i in words):
        return False
    return any(r.case == "nomn" for r in readings(scene, words[0]))


def _is_predicate(scene: Scene, at: int) -> bool:
    found = readings(scene, at)
    return bool(found) and found[0].kind in _PREDICATE and not scene.capital(at)


def object_first(scene: Scene, region: Range, verbs: range, follow: Range) -> bool:
    """Whether the words before the verb are its object and its subject stands in ``follow``: "Рейд взял на себя
    корпус", "Толчок зафиксировали сейсмологи".
    """
    start, end = region
    if not 1 <= end - start <= _LONGEST or set(scene.kinds[start:end]) & set(";:vr") or follow[0] >= follow[1]:
        return False
    verb = verb_of(scene, verbs)
    head = next((i for i in range(start, end) if is_free_head(scene, i, start)), None)
    if head is None or not is_noun_in(scene, head, "accs"):
        return False
    named = not scene.tokens[follow[0]].is_word
    if scene.kinds[follow[0]] in "dn" or scene.low(follow[0])[0].isdigit():
        return False
    subject = next(
        (i for i in range(follow[0], min(follow[1], follow[0] + 10)) if _is_noun(scene, i) and agrees(scene, i, verb)),
        None,
    )
    if not agrees(scene, head, verb):
        return named or subject is not None
    thing = scene.grammar.has("reported things", scene.low(head))
    if thing and named:
        return True
    alone = subject is not None and (not is_noun_in(scene, subject, "accs") or scene.capital(subject))
    return thing and alone


def _is_noun(scene: Scene, at: int) -> bool:
    return scene.kinds[at] in "wt" and scene.kinds[at - 1] != "i" and any(r.kind == "NOUN" for r in readings(scene, at))
