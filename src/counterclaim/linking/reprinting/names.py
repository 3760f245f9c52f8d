"""Names by their sounds, the same in Latin and Cyrillic writing: Kharkiv, Charkiw, Харьков and Харків meet."""

from functools import lru_cache

from counterclaim.words.toml_data import package_toml

_LONGEST = 4
_SHORTEST = 2
_SILENT = frozenset("ьъ'’ʼ-")


@lru_cache(maxsize=50_000)
def skeleton(name: str) -> str | None:
    """The classes of the name's first four consonants, the same ones running as one; None where it has fewer than two.
    An h after a consonant (th, kh) does not count.
    """
    classes = _classes()
    out: list[str] = []
    before = ""
    for letter in name.casefold():
        this = classes.get(letter, "")
        if letter in _SILENT or (letter == "h" and before):
            continue
        if this == "x" and before == "t":
            out.pop()
            before = out[-1] if out else ""
        if this and this != before:
            out.append(this)
        before = this
    return "".join(out[:_LONGEST]) if len(out) >= _SHORTEST else None


@lru_cache(maxsize=1)
def _classes() -> dict[str, str]:
    classes: dict[str, str] = package_toml(__package__, "letters.toml")["classes"]
    return {letter: name for name, letters in classes.items() for letter in letters}
