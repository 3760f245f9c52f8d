"""Names across scripts: keys that do not depend on how a name was transliterated, and English spellings.

A key keeps the consonants of a name in broad classes (Gladkov, Gladkow, Гладков, Гладкова -> ``hldkv``), so that one
canonical spelling in a pack finds every rendering in five languages and all Slavic cases.
"""

import functools
import re
import unicodedata

_CYRILLIC_KEY = dict(
    zip(
        "бвгґджзйклмнпрстфхцчшщ",
        ["b", "v", "h", "h", "d", "s", "s", "", "k", "l", "m", "n", "p", "r", "s", "t", "f", "h", "s", "s", "s", "s"],
        strict=True,
    )
)
_ENDINGS = (
    *("ового", "евого", "овому", "овым", "овим", "овою", "овой", "ової", "овій"),
    *(
        "ого",
        "его",
        "ому",
        "ему",
        "ым",
        "им",
        "ом",
        "ем",
        "єм",
        "ою",
        "ою",
        "ой",
        "ої",
        "ові",
        "еві",
        "єві",
        "ых",
        "их",
    ),
)
_DIGRAPHS = {
    "en": (("shch", "s"), ("kh", "h"), ("ch", "s"), ("sh", "s"), ("zh", "s"), ("ts", "s"), ("tz", "s")),
    "fr": (("chtch", "s"), ("tch", "s"), ("kh", "h"), ("ch", "s"), ("ts", "s"), ("dj", "d"), ("j", "s")),
    "de": (
        ("schtsch", "s"),
        ("tsch", "s"),
        ("sch", "s"),
        ("sh", "s"),
        ("ch", "h"),
        ("tz", "s"),
        ("ts", "s"),
        ("z", "s"),
    ),
}
_LETTERS = str.maketrans({"w": "v", "z": "s", "g": "h", "q": "k", "c": "k", "x": "ks"})
_VOWEL_START = "aeiouyjаеиоуыэюяіїєёй"


def fold(text: str) -> str:
    """Lower case without accents (й and ї keep theirs)."""
    out = []
    for char in text.casefold():
        out.append(char if char in "йїё" else unicodedata.normalize("NFKD", char)[0])
    return "".join(out)


@functools.lru_cache(maxsize=8192)
def keys(word: str, language: str | None = None) -> frozenset[str]:
    """The keys that ``word`` may have: as it stands, and without a Slavic or German case ending."""
    low = fold(word).replace("'", "").replace("’", "").replace("-", "")
    forms = [low]
    if is_cyrillic(low):
        forms += [low[: -len(e)] for e in _ENDINGS if low.endswith(e) and len(low) - len(e) >= 3]
    elif language == "de" and low.endswith("s") and len(low) > 4:
        forms.append(low[:-1])
    return frozenset(k for f in forms if (k := _key(f, language)))


def _key(low: str, language: str | None) -> str:
    if is_cyrillic(low):
        body = "".join(_CYRILLIC_KEY.get(c, "") if c != "к" else "k" for c in low)
    else:
        body = low
        for old, new in _DIGRAPHS.get(language or "en", _DIGRAPHS["en"]):
            body = body.replace(old, new)
        body = body.translate(_LETTERS).replace("ff", "v")
        body = re.sub(r"j(?=[aeiouy]|$)", "" if language == "de" else "y", body)
        body = re.sub(r"[^bdfhklmnprstv]", "", body)
    squeezed = re.sub(r"(.)\1+", r"\1", body)
    return ("^" if low[:1] in _VOWEL_START else "") + squeezed


def is_cyrillic(text: str) -> bool:
    """Whether ``text`` holds a Cyrillic letter."""
    return any("\u0400" <= c <= "\u04ff" for c in text)


_RU = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z", "и": "i", "й": "y",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip
_UK = {**_RU, "г": "h", "ґ": "g", "и": "y", "і": "i", "ї": "i", "є": "ie", "й": "i", "ю": "iu", "я": "ia", "'": ""}
_UK_FIRST = {"ї": "yi", "є": "ye", "й": "y", "ю": "yu", "я": "ya"}


def transliterated(word: str, language: str | None, russian: bool = False) -> str:
    """``word`` in English letters. BGN/PCGN for Russian, the table of 2010 for Ukrainian, as newspapers write them
    (final -ий/-ый is -y, Ukrainian -ій is -iy). ``russian``: a Russian name in a Ukrainian text.
    """
    if not is_cyrillic(word):
        return word
    return "-".join(_part(p, language == "uk", russian) for p in word.split("-"))


def _part(word: str, ukrainian: bool, russian: bool) -> str:
    low = word.casefold().replace("’", "'").replace("ʼ", "'")
    if ukrainian and russian:
        low = low.replace("и", "ы").replace("і", "и").replace("ї", "и").replace("є", "е").replace("'", "")
        ukrainian = False
    low = re.sub(r"(ий|ый|ій)$", lambda m: "y" if m.group() != "ій" else "iy", low)
    table = _UK if ukrainian else {**_RU, "і": "i", "ї": "yi", "є": "ye", "ґ": "g"}
    out = []
    for at, char in enumerate(low):
        before = low[at - 1] if at else ""
        if ukrainian and at == 0:
            out.append(_UK_FIRST.get(char, table.get(char, char)))
        elif char == "е" and not ukrainian and (not before or before in "аеёиоуыэюяьъ"):
            out.append("ye")
        else:
            out.append(table.get(char, char))
    text = "".join(out)
    return text[:1].upper() + text[1:] if word[:1].isupper() else text
