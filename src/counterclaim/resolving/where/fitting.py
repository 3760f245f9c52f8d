"""How well a place's names fit a name in the text, and names of several words as phrases to look for."""

import re

from counterclaim.resolving.where.keys import distance, is_arabic, is_cyrillic
from counterclaim.words.tokens import tokens

_FORMS_COMPARED = 12
_ADJECTIVE_ENDS = ("ий", "ый", "ой", "ая", "ое", "ее", "ые", "ие", "ські", "ська")


def pattern(name: str) -> str:
    """A lexicon's phrase for a name of several words; Cyrillic words by their stems, as cases change the ends."""
    words = []
    for token in tokens(name):
        low = token.low
        stem = low[:-2] if low.endswith(_ADJECTIVE_ENDS) else low.rstrip("аеёиоуыэюяіїєйь")
        words.append(stem + "*" if is_cyrillic(low) and len(low) > 3 and len(stem) > 2 else low)
    return " ".join(w for w in words if w not in ("|", "_", "~", "*"))


def with_case(form: str, surface: str) -> str:
    """A casefolded form with capitals where the text's form has them ("нижній новгород", "Нижнього Новгорода")."""
    words, model = re.split(r"([\s\-]+)", form), re.split(r"([\s\-]+)", surface)
    if len(words) != len(model):
        return form[:1].upper() + form[1:]
    return "".join(w[:1].upper() + w[1:] if m[:1].isupper() else w for w, m in zip(words, model, strict=True))


def exact_fit(known: list[str], forms: list[str]) -> float:
    """How well a place's folded names fit the first form, or another one as a declension of it; 0 for not at all."""
    if forms[0] == known[0]:
        return 1.0
    if forms[0] in known:
        return 0.98
    listed = set(known)
    return 0.95 if any(f in listed for f in forms[1:]) else 0.0


def near_fit(known: list[str], forms: list[str]) -> float:
    """How near the nearest of the forms comes to one of a place's folded names, at most 0.9; 0.72 where the place has
    no name in the script of the text.
    """
    best = 0.0
    for form in forms[:_FORMS_COMPARED]:
        script = is_cyrillic(form)
        same = [n for n in known if is_cyrillic(n) == script and not is_arabic(n)]
        if not same:
            best = max(best, 0.72)
        for other in same:
            longest = max(len(form), len(other))
            near = 1 - distance(form, other, longest // 3 + 1) / longest
            best = max(best, 0.9 * near)
    return best
