"""Names of persons: back to the nominative, into English letters, and whose name it is."""

import functools
import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from counterclaim.resolving.who.spelling import fold, is_cyrillic, keys, transliterated
from counterclaim.words.toml_data import package_toml

# How German and French spell what English writes otherwise; for likeness only.
_PLAINER = {
    "de": (("tsch", "ch"), ("sch", "sh"), ("ss", "s"), ("w", "v"), ("j", "y")),
    "fr": (("tch", "ch"), ("ou", "u"), ("ss", "s")),
}
SLAVIC = frozenset({"RU", "UA", "BY"})


@functools.cache
def _given() -> dict[str, tuple[str, str, str]]:
    """Key of a given name -> its Russian form, Ukrainian form and gender."""
    data = package_toml("counterclaim.resolving.who", "given_names.toml")
    table: dict[str, tuple[str, str, str]] = {}
    for gender, mark in (("male", "m"), ("female", "f")):
        for russian, ukrainian in data[gender]:
            for form in (russian, ukrainian):
                table.setdefault(_plain(form), (russian, ukrainian, mark))
    return table


def _plain(name: str) -> str:
    """A spelling key for given names that keeps the vowels' places: Serhiy, Sergey, Sergej, Сергей."""
    latin = fold(transliterated(name, "ru"))
    latin = re.sub(r"kh|g", "h", latin)
    latin = latin.replace("x", "ks").replace("w", "v").replace("tsch", "ch").replace("tch", "ch").replace("ou", "u")
    return re.sub(r"[aeiouyj]+", "a", latin).replace("'", "").rstrip("a")


@functools.cache
def morphology(language: str) -> Any:
    """The analyser for "ru" or "uk", loaded when first asked for."""
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang=language)


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in English letters; ``gender`` is "m", "f" or None for unknown."""

    text: str
    gender: str | None

    @property
    def surname(self) -> str:
        """The last word."""
        return self.text.split()[-1]


@functools.lru_cache(maxsize=2048)
def english_name(words: tuple[str, ...], language: str | None, nation: str | None) -> PersonName:
    """The English spelling of a name of ``nation`` (ISO code, None unknown) as it stands in a text of ``language``."""
    shown = words if nation is None or nation in SLAVIC else words[:1]
    gender = next((g for w in shown if (g := gender_of(w, bare=shown is words))), None)
    if not is_cyrillic(" ".join(words)):
        return PersonName(
            " ".join(_latin(w, language, nation, n == 0 < len(words) - 1) for n, w in enumerate(words)), gender
        )
    plain = _nominative(words, "uk" if language == "uk" else "ru", gender)
    native = language or "ru"
    spelled = []
    for n, word in enumerate(plain):
        given = _given_form(word, nation) if n < len(plain) - 1 or len(plain) == 1 else None
        swapped = native == "uk" and nation in ("RU", "BY")
        spelled.append(given or _usual(transliterated(word, native, swapped), native, nation))
    if len(spelled) > 1 and spelled[-1].endswith("yan"):
        spelled[0] = _ARMENIAN.get(spelled[0].casefold(), spelled[0])
    return PersonName(" ".join(spelled), gender or gender_of(plain[0]))


# Armenian given names that Russian and Ukrainian spell without their gh and kh.
_ARMENIAN = {
    "gegam": "Gegham",
    "gukas": "Ghukas",
    "gevond": "Ghevond",
    "tigran": "Tigran",
    "akop": "Hakob",
    "ovik": "Hovik",
}
_ARMENIAN_ENDS = {"de": (("jan", "yan"), ("sch", "sh")), "fr": (("ian", "yan"), ("ch", "sh"), ("tsh", "ch"))}


def _given_form(word: str, nation: str | None) -> str | None:
    found = _given().get(_plain(word))
    if found is None or nation not in SLAVIC:
        return None
    return found[1] if nation == "UA" else found[0]


def _usual(word: str, language: str, nation: str | None) -> str:
    """Endings as newspapers write them: Zelensky, Bilyi -> Bily."""
    return re.sub(r"(?<=[^aeiou])(yi|iy|ii)$", "y", word) if language == "ru" or nation == "UA" else word


def _latin(word: str, language: str | None, nation: str | None, given: bool) -> str:
    """A Latin spelling of a Slavic name in French or German as English writes it; others stay as they are."""
    form = _given_form(word, nation) if given else None
    if form:
        return form
    if nation == "AM" and word.casefold().endswith(("jan", "ian")):
        for old, new in _ARMENIAN_ENDS.get(language or "", ()):
            word = word.replace(old, new)
        return word
    if nation not in SLAVIC or language not in ("fr", "de"):
        return word
    pairs = {
        "fr": (("tch", "ch"), ("ou", "u"), ("ï", "i"), ("é", "e"), ("è", "e")),
        "de": (
            ("schtsch", "shch"),
            ("tsch", "ch"),
            ("sch", "sh"),
            ("ss", "s"),
            ("w", "v"),
            ("ij", "iy"),
            ("j", "y"),
            ("yu", "yu"),
        ),
    }[language]
    low = word.casefold()
    for old, new in pairs:
        low = low.replace(old, new)
    return low[:1].upper() + low[1:]


@functools.lru_cache(maxsize=2048)
def gender_of(word: str, bare: bool = True) -> str | None:
    """ "m" or "f" where the word is a given name or (``bare``) a Slavic surname that shows it, else None."""
    known = _given().get(_plain(word))
    low = fold(word)
    if known and len(low) > 2:
        return known[2]
    if not bare:
        return None
    if re.search(r"(ова|ева|єва|ина|іна|ская|ська|цька|цкая|ova|eva|aya|ska|skaya|ской|ською|ській)$", low):
        return "f"
    if re.search(r"(ов|ев|єв|ин|ін|ий|ій|ський|ский|ov|ev|sky|skyi|skiy)$", low):
        return "m"
    return None


def _nominative(words: tuple[str, ...], language: str, gender: str | None) -> tuple[str, ...]:
    """The words of a Cyrillic name in the nominative; unchanged where the first word already stands in it."""
    first = _given_parses(words[0], language)
    if len(words) > 1 and first and any("nomn" in str(p.tag) and "plur" not in str(p.tag) for p in first):
        return words
    mark = "femn" if gender == "f" or (first and all("femn" in str(p.tag) for p in first)) else "masc"
    return tuple(_back(w, language, mark, len(words) > 1 or n > 0) for n, w in enumerate(words))


def _given_parses(word: str, language: str) -> list[Any]:
    return [p for p in morphology(language).parse(word) if "Name" in str(p.tag)]


def _back(word: str, language: str, gender: str, sure: bool) -> str:
    if re.search(r"[бвгґджзклмнпрстфхцчшщ]$", word) and not re.search(r"[оеєиы]м$", word):
        return word
    parses = morphology(language).parse(word)
    named = [p for p in parses if gender in str(p.tag) and any(t in str(p.tag) for t in ("Name", "Surn", "Patr"))]
    if not sure and any("nomn" in str(p.tag) for p in named):
        return word
    named.sort(key=lambda p: ("nomn" in str(p.tag), not p.is_known))
    for parse in named:
        form = parse.inflect({"nomn"})
        if form is not None:
            return _cased(word, form.word)
    return word


def _cased(like: str, word: str) -> str:
    return "-".join(p[:1].upper() + p[1:] for p in word.split("-")) if like[:1].isupper() else word


def same_person(words: tuple[str, ...], name: str, language: str | None) -> bool:
    """Whether ``words`` of the text (surname last, or alone) may name the person ``name`` ("Roman Starovoit")."""
    own = name.split()
    shared = keys(words[-1], language) & keys(own[-1])
    if not shared or not _alike(words[-1], own[-1], language, 0.55 if len(max(shared, key=len)) > 3 else 0.7):
        return False
    return len(words) == 1 or len(own) == 1 or any(_same_given(words[0], o, language) for o in own[:-1])


def other_given(words: tuple[str, ...], name: str, language: str | None) -> bool:
    """Whether both begin with a given name, one of which is known, and with another one."""
    first = name.split()[0]
    one, other = _given().get(_plain(words[0])), _given().get(_plain(first))
    if len(words) < 2 or (one is None and other is None):
        return False
    return one != other if one and other else not _same_given(words[0], first, language)


def _alike(word: str, surname: str, language: str | None, least: float) -> bool:
    """Whether the vowels agree well enough, too: the key of "Ask" is that of "Osachuk"."""
    latin = fold(transliterated(word, language))
    for old, new in _PLAINER.get(language or "", ()):
        latin = latin.replace(old, new)
    return SequenceMatcher(None, latin, fold(surname), autojunk=False).ratio() >= least


def _same_given(a: str, b: str, language: str | None) -> bool:
    one, other = _given().get(_plain(a)), _given().get(_plain(b))
    if one and other:
        return one == other
    return bool({k[:3] for k in keys(a, language)} & {k[:3] for k in keys(b)})
