"""How forms are chosen: one of several wordings, the noun after a number, the verb of a source."""

SLAVIC = ("uk", "ru")
GENDERS = ("m", "f", "n", "p")


def options(inside: str) -> list[str]:
    """Split at slashes outside of brackets of agreement."""
    parts, depth = [""], 0
    for c in inside:
        depth += (c in "[<") - (c in "]>")
        if c == "/" and depth == 0:
            parts.append("")
        else:
            parts[-1] += c
    return parts


def capital(text: str) -> str:
    """With a capital at the beginning, unless a number stands there."""
    at = next((n for n, c in enumerate(text) if c.isalnum()), 0)
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]


def category(count: int, language: str) -> int:
    """Which form a noun takes after the number: 0 one, 1 few, 2 many."""
    if language not in SLAVIC:
        return 0 if count == 1 else 1
    if count % 10 == 1 and count % 100 != 11:
        return 0
    return 1 if count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14) else 2


def counted(forms: str, count: int | None, language: str) -> str:
    return forms.split("/")[category(count, language)] if count is not None else forms.split("/")[-1]


def agreeing(forms: str, gender: str) -> str:
    options = forms.split("/")
    if len(options) == 2:
        return options[gender == "p"]
    return options[GENDERS.index(gender)]
