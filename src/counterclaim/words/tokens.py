"""Words and marks of a text with their offsets. No normalisation that could lose one."""

import re
from dataclasses import dataclass

# A word keeps inner apostrophes and hyphens ("об'єкт", "counter-attack"), but French elisions ("l'", "qu'") and the
# English genitive "'s" are tokens of their own; a number keeps inner points and commas; every other visible
# character is a token.
_TOKEN = re.compile(
    r"\d+(?:[.,\u00a0\u202f]\d+)*"
    r"|\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=[^\W\d_])"
    r"|['’]s\b"
    r"|[^\W\d_]+(?:(?!['’]s\b)['’ʼ\-‑][^\W\d_]+)*"
    r"|\S",
    re.IGNORECASE,
)
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‑": "-"})


@dataclass(frozen=True, slots=True)
class Token:
    """``text[start:end]``; ``low`` is its casefolded form with plain apostrophes and hyphens."""

    start: int
    end: int
    low: str

    @property
    def is_word(self) -> bool:
        """Whether the token is a word or a number, not a mark."""
        return self.low[-1].isalnum() or len(self.low) > 1


def tokens(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The tokens of ``text[start:end]``, with offsets into ``text``."""
    stop = len(text) if end is None else end
    return tuple(
        Token(m.start(), m.end(), m.group().casefold().translate(_APOSTROPHES))
        for m in _TOKEN.finditer(text, start, stop)
    )
