"""Where a text quotes: by the marks of the five languages."""

import re

# Longer than this it is more likely that one of the marks is missing.
_LONGEST = 800
_MARKS = (("“", "”"), ("«", "»"), ("„", "“"), ("„", "”"), ('"', '"'))
_QUOTATION = re.compile("|".join(rf"{a}[^{re.escape(''.join(sorted({a, b})))}]{{1,{_LONGEST}}}{b}" for a, b in _MARKS))


def quotations(text: str) -> list[tuple[int, int]]:
    """The spans of quotations with their marks, in order."""
    return [m.span() for m in _QUOTATION.finditer(text)]
