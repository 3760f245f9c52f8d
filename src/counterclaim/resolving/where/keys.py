"""Keys under which a place name is filed, tolerant of script, transliteration and accents.

Standard library only: the build of the gazetteer loads this file by its path, so that both sides agree.

``fold`` is the exact form: case, accents and marks gone, nothing else. ``loose_key`` collapses what writers of five
languages do differently with one name: Tiotkino, Tyotkino, Tjotkino, Тёткино, Тьоткіно all become ``tetkino``.
``skeleton`` keeps only consonants, for names out of scripts that write no short vowels.
"""

import re
import unicodedata
from collections.abc import Sequence

# Countries whose names reach reports through a script without short vowels: filed under their consonants too.
VOWELLESS = frozenset(
    re.findall(r"\w+", "AE AF BH DZ EG ER ET IL IQ IR JO KW LB LY MA OM PK PS QA SA SD SO SY TD TN YE")
)
_LETTERS = str.maketrans(
    {
        "ł": "l", "ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i", "đ": "d", "ð": "d", "þ": "th", "ə": "e",
        "ǝ": "e", "ĸ": "k", "ŋ": "n",
    }
)  # fmt: skip
_MARKS = re.compile(r"['’ʼʻ`´‘ʹʺʾʿ\"“”«».,()]")
_GAPS = re.compile(r"[\s\-‑–—_/]+")
_CYRILLIC = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "є": "e", "ж": "sh", "з": "s",
        "и": "i", "і": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
        "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "tch", "ш": "sh", "щ": "sh", "ъ": "", "ы": "i",
        "ь": "", "э": "e", "ю": "iu", "я": "ia", "ў": "u", "ј": "i", "љ": "li", "њ": "ni", "џ": "dj", "ћ": "tch",
        "ђ": "dj", "ѓ": "g", "ќ": "k", "ѕ": "ds", "ә": "e", "қ": "k", "ғ": "g", "ң": "n", "ө": "o", "ұ": "u",
        "ү": "u", "һ": "kh",
    }
)  # fmt: skip
_ARABIC = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك", "ـ": ""})
_ARTICLE = re.compile(r"^(?:(?:al|el)[\s\-]|(?:as|ash|an|ar|at|ad|az|es|en)-)(?=\w{3})")
_SOUNDS = (
    ("shch", "s"), ("schtsch", "s"), ("chtch", "s"), ("schsch", "s"), ("tsch", "q"), ("tch", "q"), ("dsch", "i"),
    ("sch", "s"), ("dzh", "i"), ("dj", "i"), ("dsh", "i"), ("ch", "q"), ("sh", "s"), ("zh", "s"), ("kh", "g"),
    ("gh", "g"), ("th", "t"), ("ph", "f"), ("ts", "q"), ("tz", "q"), ("cz", "q"), ("ck", "k"), ("qu", "k"),
    ("oo", "u"), ("ue", "u"), ("oe", "o"), ("ae", "a"), ("x", "ks"), ("c", "k"), ("z", "s"), ("w", "v"), ("y", "i"),
    ("j", "i"), ("h", "g"),
)  # fmt: skip
_BY_LANGUAGE = {
    "de": (("tsch", "q"), ("dsch", "i"), ("sch", "s"), ("ch", "g"), ("z", "q")),
    "fr": (("tch", "q"), ("dj", "i"), ("ch", "s"), ("ou", "u"), ("j", "s"), ("gu", "g")),
}
_SOUND = re.compile("|".join(sorted((a for a, _ in _SOUNDS), key=len, reverse=True)))
_SOUND_OF = dict(_SOUNDS)
_SOFT_VOWEL = re.compile(r"i+[eo]")
_DOUBLE = re.compile(r"(.)\1+")
_FINAL_H = re.compile(r"(?<=[ae])h\b")


def _bare(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def fold(name: str) -> str:
    """Case, accents, apostrophes and hyphens gone; words parted by one space."""
    if not name.isascii():
        name = _bare(name).translate(_ARABIC)
    return _GAPS.sub(" ", _MARKS.sub("", name.casefold())).strip()


def is_arabic(name: str) -> bool:
    """Whether ``name`` holds a letter of the Arabic script."""
    return any("\u0600" <= c <= "\u06ff" for c in name)


def is_cyrillic(name: str) -> bool:
    """Whether ``name`` holds a Cyrillic letter."""
    return any("\u0400" <= c <= "\u04ff" for c in name)


def loose_key(name: str, language: str | None = None) -> str:
    """One key for all usual spellings of a name. ``language`` reads Latin letters as that language does ("ch" in
    French is the "sh" of English); None reads them as English and Slavic romanisations do.
    """
    base = _bare(name)
    if is_arabic(base):
        return "".join(w.removeprefix("ال") for w in fold(name).split())
    base = _ARTICLE.sub("", _MARKS.sub("", base).strip()).replace("ьо", "е").translate(_CYRILLIC)
    for written, sound in _BY_LANGUAGE.get(language or "", ()):
        base = base.replace(written, sound)
    base = _FINAL_H.sub("", _GAPS.sub(" ", base))
    base = _SOUND.sub(lambda m: _SOUND_OF[m.group()], base).replace(" ", "")
    base = _DOUBLE.sub(r"\1", _SOFT_VOWEL.sub("e", base))
    # "-ое" is "-oe", "-oye", "-oïe": the digraph "oe" above has made an "o" of the first already.
    return base[:-1] if base.endswith("oe") else base


def query_keys(name: str, language: str | None) -> tuple[str, ...]:
    """The loose keys to look under: as the language reads the letters, and as English does."""
    neutral = loose_key(name)
    special = loose_key(name, language) if language in _BY_LANGUAGE else neutral
    return (neutral,) if special == neutral else (neutral, special)


_ADJECTIVE = re.compile(
    r"(.{2,}(?:ск|цк|зк|ськ|цьк|зьк))"
    r"(?:ая|ой|ую|ою|ий|ого|ому|им|ом|ое|ие|их|ими|а|ої|ій|у|е|і)"
)


def adjective_stem(word: str) -> str | None:
    """The stem of a Slavic place adjective in any case form ("Курской" → "курск"), None for other words."""
    found = _ADJECTIVE.fullmatch(word.casefold())
    return found.group(1) if found else None


def skeleton(key: str) -> str | None:
    """The consonants of a loose key behind "~"; None where fewer than three are left."""
    bones = _DOUBLE.sub(r"\1", re.sub(r"[aeiou]", "", key))
    return "~" + bones if len(bones) >= 3 else None


def distance(a: str, b: str, limit: int = 6) -> int:
    """Levenshtein's edit distance, given up at ``limit``."""
    if abs(len(a) - len(b)) >= limit:
        return limit
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return min(row[-1], limit)


def usable(name: str) -> bool:
    """Whether an alternate name is in a script that the resolver reads, and no code or machine transliteration."""
    if not name or (name[0].islower() and name[0].isascii()):
        return False
    if re.fullmatch(r"[A-Z]{2,4}", name):
        return False
    return all(c < "\u0250" or "\u0300" <= c <= "\u036f" or "\u02b0" <= c <= "\u02ff" or "\u0400" <= c <= "\u052f"
               or "\u0600" <= c <= "\u06ff" or "\u1e00" <= c <= "\u1eff" or c in "’‘ʼ–" for c in name)  # fmt: skip


def filing_keys(names: Sequence[str], country: str | None, adjectives: Sequence[str] = ()) -> set[str]:
    """Every key under which a place of these names is filed; ``adjectives`` are stems ("курск")."""
    out = set()
    for name in names:
        bare = name.replace(".", "")
        if re.fullmatch(r"[A-ZА-ЯІЇЄ][A-Za-zА-ЯІЇЄ]{1,3}", bare) and (bare.isupper() or "." in name):
            out.add("=" + bare if bare.isupper() else "." + bare)
            continue
        key = loose_key(name)
        if len(key) >= 2:
            out.add(key)
        if country in VOWELLESS and not is_arabic(name) and not is_cyrillic(name):
            bones = skeleton(key)
            out |= {bones} if bones else set()
    return out | {"@" + loose_key(stem) for stem in adjectives}
