"""From an inflected place name to the names it may be a form of, by the paradigms of Slavic place names.

Both more and less than a morphology: villages stand in no dictionary, so every paradigm that fits gives a guess,
and the gazetteer decides which of them is a place.
"""

from itertools import islice, product

_RU: dict[str, tuple[str, ...]] = {
    "а": ("", "о"), "я": ("ь", "й", "е"), "у": ("", "а", "о"), "ю": ("ь", "я", "й", "е"),
    "е": ("", "а", "о", "ь", "я", "й"), "и": ("ь", "я", "а", "й", "ия"), "ы": ("а",), "ом": ("", "о", "ое", "ый"),
    "ем": ("ь", "й", "е", "о", "ее", "ий"), "ём": ("ь", "й", "ё"), "ой": ("а", "ая"), "ою": ("а",),
    "ей": ("я", "а", "и"),
    "ью": ("ь",), "ии": ("ия",), "ию": ("ия",), "ией": ("ия",), "ого": ("ый", "ий", "ое", "ой"),
    "ому": ("ый", "ий", "ое", "ой"), "ым": ("ый", "ой", "ое", "о", ""), "им": ("ий", "ое", "ое"),
    "его": ("ий", "ее"), "ему": ("ий", "ее"), "ую": ("ая",), "юю": ("яя",), "ах": ("ы", "и", "а"),
    "ам": ("ы", "и", "а"), "ами": ("ы", "и", "а"), "ях": ("и", "я"), "ям": ("и", "я"), "ями": ("и", "я"),
    "ых": ("ые",), "их": ("ие",), "ыми": ("ые",), "ими": ("ие",), "ов": ("ы", "а"), "ев": ("и", "ы"), "ок": ("ки",),
    "": ("ы", "и", "а"),
}  # fmt: skip
_UK: dict[str, tuple[str, ...]] = {
    "а": ("", "о", "е"), "я": ("ь", "й", "е", "я"), "у": ("", "а", "о", "е"), "ю": ("ь", "я", "й"),
    "і": ("", "а", "о", "ь", "я", "е", "ий"), "ї": ("я", "й", "ії"), "и": ("а", "і"), "е": ("о",), "ом": ("", "о"),
    "ем": ("ь", "е", "о", ""), "єм": ("й", "є"), "ям": ("я",), "ою": ("а",), "ею": ("я", "а"), "єю": ("я",),
    "ові": ("", "о"), "еві": ("ь", ""), "єві": ("й",), "ій": ("а", "я"), "ого": ("ий", "е"), "ому": ("ий", "е"),
    "им": ("ий", "е"), "ім": ("е", "ий", "ім", "і"), "іх": ("і",), "іми": ("і",),
    "ої": ("а",), "ьої": ("я",), "ах": ("и", "і", "а"),
    "ам": ("и", "і", "а"), "ами": ("и", "і", "а"), "ях": ("і", "я"), "ями": ("і", "я"), "их": ("і",),
    "ими": ("і",), "ів": ("и", "і"), "ок": ("ки",), "ці": ("ка", "к"), "зі": ("га", "г"), "сі": ("ха", "х"),
    "ього": ("ій", "є"), "ьому": ("ій", "є"), "": ("и", "і", "а"),
}  # fmt: skip
_CONSONANTS = frozenset("бвгґджзйклмнпрстфхцчшщь")
_MOST = 48


def _fleeting(stem: str, language: str) -> list[str]:
    """The stem with the vowel that falls out in oblique forms ("орл" → "орёл", "донц" → "донец")."""
    if len(stem) < 3 or stem[-1] not in _CONSONANTS or stem[-2] not in _CONSONANTS:
        return []
    head = stem[:-2] if stem[-2] in "ьй" else stem[:-1]
    return [head + vowel + stem[-1] for vowel in ("е", "о")] if len(head) >= 2 else []


def _closed(stem: str) -> list[str]:
    """Ukrainian "о", "е" of an open syllable as the "і" of a closed one ("харков" → "харків")."""
    bare = stem.rstrip("ь")
    if len(bare) < 3 or bare[-1] not in _CONSONANTS or bare[-2] not in "оеє":
        return []
    return [bare[:-2] + ("ї" if bare[-2] == "є" or bare[-3] in "аеєиіїоуюя" else "і") + stem[len(bare) - 1 :]]


def word_lemmas(word: str, language: str) -> tuple[str, ...]:
    """Guesses at the nominative of one casefolded Cyrillic word, itself first."""
    table = _UK if language == "uk" else _RU
    out = [word]
    for size in range(5):
        ending = word[len(word) - size :] if size else ""
        if ending not in table or len(word) - size < 2:
            continue
        stem = word[: len(word) - size]
        for other in table[ending]:
            if other or stem[-1] in _CONSONANTS:
                out.append(stem + other)
        if size and {"", "ь"} & set(table[ending]):
            out += _fleeting(stem, language)
            if language == "uk":
                out += [form for end in ("", "ь") if end in table[ending] for form in _closed(stem + end)]
        if language == "uk" and ending in ("ого", "ому", "им"):
            out += _closed(stem)
        if language == "uk" and ending in ("ці", "зі", "сі"):
            out += _closed(stem + table[ending][1])
    return tuple(dict.fromkeys(out))


def lemmas(name: str, language: str | None) -> tuple[str, ...]:
    """Guesses at the nominative of a place name, itself first; only itself where the language does not inflect it.

    >>> "нижний новгород" in lemmas("Нижнем Новгороде", "ru")
    True
    """
    low = name.casefold()
    if language == "de" and low.endswith("s") and len(low) > 4:
        return (low, low[:-1].rstrip("'’"))
    if language not in ("ru", "uk") or not any("а" <= c <= "ї" for c in low):
        return (low,)
    parts = [p for p in low.replace("-", " - ").split(" ") if p]
    options = [word_lemmas(p, language) if len(p) > 2 and "'" not in p[:1] else (p,) for p in parts]
    if len(options) > 1:
        options = [o[:24] for o in options]
    joined = (" ".join(form).replace(" - ", "-") for form in product(*reversed([*reversed(options)])))
    limit = _MOST if len(options) == 1 else 8 * _MOST
    return tuple(dict.fromkeys([low, *islice(joined, limit)]))
