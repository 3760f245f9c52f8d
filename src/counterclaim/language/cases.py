"""Cases of Russian and Ukrainian words (pymorphy3), asked only where word order leaves subject and object open."""

from functools import cache
from typing import Any, NamedTuple

from counterclaim.language.clause import Range
from counterclaim.language.grammar import Scene

_NOUNS = frozenset({"NOUN", "NPRO"})
_MODIFIERS = frozenset({"ADJF", "PRTF", "NUMR"})
_LOCATIVE = frozenset({"в", "во", "на", "у", "із", "з"})
_LONGEST = 14


class Reading(NamedTuple):
    """One reading of a word: part of speech, case, number, gender; None where the form has none."""

    kind: str | None
    case: str | None
    number: str | None
    gender: str | None


@cache
def _analyzer(language: str) -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang=language)


@cache
def _parsed(language: str, word: str) -> tuple[Reading, ...]:
    tags = [p.tag for p in _analyzer(language).parse(word)]
    # The Ukrainian dictionary gives a gender or "plural", never "singular".
    return tuple(
        Reading(str(t.POS) if t.POS else None, t.case, t.number or ("sing" if t.gender else None), t.gender)
        for t in tags
    )


def is_surname(scene: Scene, at: int) -> bool:
    """Whether the capitalised word may be a surname."""
    parsed = _analyzer(scene.grammar.language).parse(scene.low(at)) if scene.capital(at) else ()
    return any("Surn" in str(p.tag) or "lname" in str(p.tag) for p in parsed)


def is_strange_name(scene: Scene, at: int) -> bool:
    """Whether the word is capitalised and in no dictionary: what case it stands in is then only guessed."""
    return scene.capital(at) and not _analyzer(scene.grammar.language).word_is_known(scene.low(at))


def inflected(language: str) -> bool:
    """Whether cases of ``language`` can be told."""
    return language in ("ru", "uk")


def is_finite(scene: Scene, at: int) -> bool:
    """Whether the word is likeliest a finite verb."""
    found = readings(scene, at)
    return bool(found) and found[0].kind == "VERB" and not scene.capital(at)


def is_noun_in(scene: Scene, at: int, case: str) -> bool:
    """Whether the word may be a noun, or a word that goes with one, in ``case`` ("ablt", "accs", …)."""
    found = readings(scene, at)
    return any(r.case == case and r.kind in _NOUNS | _MODIFIERS for r in found)


def subject_and_object(scene: Scene, region: Range, verbs: range) -> tuple[Range, Range] | None:
    """Subject and object of the verb of which both stand before it ("В Кремле сообщение опровергли", "Слухи мэр
    опроверг"); None where all before it may be the subject.
    """
    start, end = region
    if not 2 <= end - start <= _LONGEST or set(scene.kinds[start:end]) & set(",;:vr"):
        return None
    if scene.low(start) in _LOCATIVE and scene.kinds[start] == "i":
        split = _object_after(scene, start + 1, end)
        return ((start, split), (split, end)) if split is not None else None
    return _by_agreement(scene, region, verbs)


def _object_after(scene: Scene, start: int, end: int) -> int | None:
    """Where the object begins behind "В Кремле": the first word that can be accusative and is no genitive, locative
    or instrumental of what precedes it.
    """
    at = start
    while at < end and not _is_head(scene, at):
        at += 1
    for i in range(at + 1, end):
        if scene.kinds[i - 1] == "i" or scene.kinds[i] in "i&":
            continue
        found = readings(scene, i)
        nominal = [r for r in found if r.kind in _NOUNS | _MODIFIERS]
        if not scene.capital(i) and nominal and _may_be_object(scene, i, nominal):
            return i
    return None


def _may_be_object(scene: Scene, at: int, readings: list[Reading]) -> bool:
    """Accusative and not genitive, or listed as what is denied and confirmed ("обвинения", genitive too)."""
    cases = {r.case for r in readings}
    if "accs" not in cases:
        return False
    return "gent" not in cases or scene.grammar.has("reported things", scene.low(at))


def _is_head(scene: Scene, at: int) -> bool:
    return any(r.kind in _NOUNS for r in readings(scene, at)) or scene.capital(at)


def _by_agreement(scene: Scene, region: Range, verbs: range) -> tuple[Range, Range] | None:
    start, end = region
    verb = next((i for i in verbs if any(r.kind == "VERB" for r in readings(scene, i))), verbs[0])
    heads = [i for i in range(start, end) if is_free_head(scene, i, start)]
    if not heads:
        return None
    agreeing = [i for i in heads if agrees(scene, i, verb)]
    first = heads[0]
    split: int | None
    closing = _institution(scene, first + 1, end)
    if closing is not None and scene.grammar.has("reported things", scene.low(first)):
        return (closing, end), (start, closing)
    body_at = next((i for i in heads[1:] if scene.institution(i)), None)
    if body_at is not None and scene.grammar.has("reported things", scene.low(first)) and body_at in agreeing:
        split = with_modifiers(scene, body_at, start)  # "Сообщение Карска о взятии города штаб опроверг"
        return (split, end), (start, split)
    if first in agreeing:  # "Минобороны обвинения отвергло"
        body = scene.institution(first) or scene.capital(first)
        split = next((i for i in heads[1:] if (body or i not in agreeing) and _is_object(scene, i)), None)
        split = split and with_modifiers(scene, split, start)
        return ((start, split), (split, end)) if split else None
    if not _is_object(scene, first):
        return None
    split = with_modifiers(scene, agreeing[0], start) if agreeing else None
    return ((split, end), (start, split)) if split and split > start else None


def closing_institution(scene: Scene, region: Range) -> int | None:
    """Where "в штабе" begins behind a thing that is told of ("Обстрел в штабе назвали …"), None elsewhere."""
    head = next((i for i in range(*region) if is_free_head(scene, i, region[0])), None)
    if head is None or not scene.grammar.has("reported things", scene.low(head)):
        return None
    return _institution(scene, head + 1, region[1])


def _institution(scene: Scene, start: int, end: int) -> int | None:
    """Where "в Минобороны" begins that closes the words before the verb."""
    at = next((i for i in range(end - 1, start - 1, -1) if scene.low(i) in _LOCATIVE and scene.kinds[i] == "i"), None)
    if at is None:
        return None
    capital = end - at == 2 and scene.capital(at + 1)  # "Потерю села в Киеве не подтвердили"
    known = any(scene.institution(i) for i in range(at + 1, end))
    return at if capital or known else None


def _is_object(scene: Scene, at: int) -> bool:
    """Accusative and no genitive ("мэр города"), or a thing that is told and denied."""
    if scene.grammar.has("reported things", scene.low(at)):
        return True
    return not scene.capital(at) and is_noun_in(scene, at, "accs") and not is_noun_in(scene, at, "gent")


def is_free_head(scene: Scene, at: int, start: int) -> bool:
    """Whether the noun depends on no preposition and can be nominative or accusative."""
    if scene.kinds[at] not in "wtp" or (at > start and scene.kinds[at - 1] == "i"):
        return False
    nouns = [r for r in readings(scene, at) if r.kind in _NOUNS]
    return any(r.case in ("nomn", "accs") for r in nouns)


def agrees(scene: Scene, at: int, verb: int) -> bool:
    """Whether the noun can be the verb's subject: nominative, of its number and gender."""
    found = [r for r in readings(scene, verb) if r.kind in ("VERB", "INFN")]
    nouns = [r for r in readings(scene, at) if r.kind in _NOUNS and r.case == "nomn"]
    return any(
        (v.number is None or n.number in (None, v.number)) and (v.gender is None or n.gender in (None, v.gender))
        for v in found
        for n in nouns
    )


def with_modifiers(scene: Scene, at: int, start: int) -> int:
    """Back from a noun over its adjectives."""
    forms = {(r.case, r.number) for r in readings(scene, at) if r.case in ("nomn", "accs")}
    first = at
    while first - 1 > start and any(
        r.kind in _MODIFIERS and (r.case, r.number) in forms for r in readings(scene, first - 1)
    ):
        first -= 1
    return first


def readings(scene: Scene, at: int) -> tuple[Reading, ...]:
    """All readings of the token, the likeliest first."""
    return _parsed(scene.grammar.language, scene.low(at))
