"""English names of places that no pack knows, from the case or adjective in which a text has them."""

import functools
import re

from counterclaim.resolving.who.persons import morphology
from counterclaim.resolving.who.spelling import is_cyrillic, transliterated

_NAMES = ("Name", "Surn", "Patr", "Geox", "Orgn", "Trad", "Abbr")
_ADJECTIVE = re.compile(r"^(\w{2,}(?:ськ|ск|цьк|цк))(?:ий|ого|ому|им|ої|ій|ою|ая|ой|ую|ый|ом|е|а|у|і)$")


@functools.lru_cache(maxsize=1024)
def english_place(word: str, language: str | None) -> str:
    """ "Томської" -> "Tomsk", "Энергодара" -> "Energodar"; words in Latin letters stay."""
    if not is_cyrillic(word):
        return word
    adjective = _ADJECTIVE.match(word)
    plain = (
        adjective.group(1).replace("ьк", "к") if adjective else _nominative(word, "uk" if language == "uk" else "ru")
    )
    return transliterated(plain, language)


@functools.lru_cache(maxsize=1024)
def common_noun(word: str, language: str | None) -> bool:
    """Whether the dictionary of Russian or Ukrainian knows the word, and knows it as no name of any kind."""
    parses = morphology("uk" if language == "uk" else "ru").parse(word)
    known = [str(p.tag) for p in parses if p.is_known]
    return bool(known) and not any(mark in tag for tag in known for mark in _NAMES)


def _nominative(word: str, language: str) -> str:
    parses = morphology(language).parse(word)
    tags = [(p, str(p.tag)) for p in parses]
    named = [p for p, t in tags if "Geox" in t] or [p for p, t in tags if "NOUN" in t and "plur" not in t]
    for parse in named:
        form = parse.inflect({"nomn"})
        if form is not None:
            return "-".join(w[:1].upper() + w[1:] for w in str(form.word).split("-"))
    return word
