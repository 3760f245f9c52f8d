"""Slavic place names in the English of newspapers. Standard library only: the build of the gazetteer loads it too.

Ukrainian follows the national table of 2010 (Cabinet resolution 55); Russian follows BGN/PCGN with the usual
newspaper simplifications: no marks, "-y" for "-ий/-ый", "yo" for "ё".
"""

import re
import unicodedata
from collections.abc import Callable, Iterable

_UKRAINIAN = {
    "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "g", "д": "d", "е": "e", "є": "ie", "ж": "zh", "з": "z",
    "и": "y", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ь": "",
    "ю": "iu", "я": "ia", "'": "", "’": "", "ʼ": "",
}  # fmt: skip
_FIRST = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_RUSSIAN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z", "и": "i", "й": "y",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu",
    "я": "ya",
}  # fmt: skip
_VOWELS = "аеёиоуыэюяъь"


def from_ukrainian(name: str) -> str:
    """A Ukrainian name in Latin letters ("Авдіївка" → "Avdiivka")."""
    return _by_word(name, _ukrainian_word)


def from_russian(name: str) -> str:
    """A Russian name in Latin letters ("Тёткино" → "Tyotkino")."""
    return _by_word(name, _russian_word)


# How names are turned into English; letters that show a Cyrillic name to be in the country's language, or not.
_CYRILLIC_ENGLISH = {"UA": (from_ukrainian, "[іїєґ]", "[ыэёъўј]"), "RU": (from_russian, "[ёэы]", "[іїєґўј]")}


def usual_english(name: str, country: str, names: Iterable[str], key: Callable[[str], str], bare: bool) -> str:
    """The usual English form: out of the Cyrillic where the given one is but another romanisation of it. ``key`` is
    one for all spellings of a name; ``bare`` leaves accents and marks out (names out of Arabic script).
    """
    turn, own, foreign = _CYRILLIC_ENGLISH.get(country, (None, "", ""))
    if turn is None:
        plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
        return re.sub("[’‘ʼ`]", "", plain) if bare else name
    wanted = key(name)
    for other in sorted(names, key=lambda n: (not re.search(own, n.lower()), n)):
        cyrillic = any("\u0400" <= c <= "\u04ff" for c in other)
        if cyrillic and key(other) == wanted and not re.search(foreign, other.lower()):
            return turn(other)
    return re.sub("[’ʼ‘'`]", "", name)


def _by_word(name: str, turn: Callable[[str], str]) -> str:
    parts = re.split(r"([\s\-]+)", name)
    out = [turn(p.casefold()) if i % 2 == 0 else p for i, p in enumerate(parts)]
    return "".join(o[:1].upper() + o[1:] if p[:1].isupper() else o for o, p in zip(out, parts, strict=True))


def _ukrainian_word(word: str) -> str:
    word = word.replace("зг", "зgh")
    first = "".join(_FIRST.get(c, _UKRAINIAN.get(c, c)) for c in word[:1])
    return first + "".join(_UKRAINIAN.get(c, c) for c in word[1:])


def _russian_word(word: str) -> str:
    word = re.sub(r"(?:ий|ый)$", "y", word)
    out = []
    for before, letter in zip(" " + word, word, strict=False):
        soft = letter == "е" and (before == " " or before in _VOWELS)
        out.append("ye" if soft else _RUSSIAN.get(letter, letter))
    return "".join(out)
