"""Words that a dictionary knows: a name that is spelled like one needs better evidence to be a place.

"Горіла", "Атаку", "Kuppel" are near some village's name, and stand with a capital at the head of a sentence or, in
German, anywhere.
"""

from functools import cache, lru_cache
from typing import Any

from counterclaim.resolving.where.gazetteer import Gazetteer

_PROPER = frozenset(("Geox", "Name", "Surn", "Patr", "Orgn", "Abbr"))
_SMALL = ("NPRO", "CONJ", "ADVB", "PREP", "PRCL")
_SLAVIC = ("ru", "uk")


@cache
def _analyzer(language: str) -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang=language)


@lru_cache(maxsize=20_000)
def _slavic(word: str, language: str) -> str | None:
    """The part of speech of a word that the dictionary knows as no proper name first of all; else None."""
    analyzer = _analyzer(language)
    if not analyzer.word_is_known(word):
        return None
    parses = analyzer.parse(word)
    small = next((str(p.tag.POS) for p in parses if p.tag.POS in _SMALL), None)
    first = parses[0].tag
    if set(first.grammemes) & _PROPER and small is None:
        return None
    part = small or str(first.POS)
    # The Ukrainian dictionary marks no names of places: any noun in it may be one.
    return None if language == "uk" and part == "NOUN" else part


def is_ordinary(word: str, language: str | None, gazetteer: Gazetteer) -> bool:
    """Whether ``word``, casefolded, is a word of the language rather than a name."""
    if language in _SLAVIC:
        return _slavic(word, language) is not None
    return gazetteer.ordinary(word, language or "en")


def is_adjective(word: str, language: str | None) -> bool:
    """Whether ``word``, casefolded, is an adjective or participle of a Slavic language's dictionary."""
    return language in _SLAVIC and _slavic(word, language) in ("ADJF", "PRTF")
