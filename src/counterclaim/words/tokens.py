"""Words and marks of a text with their offsets. No normalisation that could lose one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

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
_CURLED = re.compile(r"[’ʼ‑ŉ]")  # the last becomes "ʼn" when it is casefolded
# A room after the other reads the same sentences and texts: what was read last is kept. Stretches of at most so many
# characters count as sentences.
_SENTENCE = 1000
_SENTENCES, _TEXTS = 1024, 4


@dataclass(frozen=True, slots=True)
class Token:
    """``text[start:end]``; ``low`` is its casefolded form with plain apostrophes and hyphens."""

    start: int
    end: int
    low: str

    @property
    def is_word(self) -> bool:
        """Whether the token is a word or a number, not a mark."""
        return len(self.low) > 1 or self.low.isalnum()


def tokens(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The tokens of ``text[start:end]``, with offsets into ``text``."""
    stop = len(text) if end is None else end
    return _sentence(text, start, stop) if stop - start <= _SENTENCE else _text(text, start, stop)


def _read(text: str, start: int, stop: int) -> Iterator[Token]:
    if _CURLED.search(text, start, stop) is None:
        return (Token(m.start(), m.end(), m.group().casefold()) for m in _TOKEN.finditer(text, start, stop))
    return (
        Token(m.start(), m.end(), m.group().casefold().translate(_APOSTROPHES))
        for m in _TOKEN.finditer(text, start, stop)
    )


@lru_cache(_SENTENCES)
def _sentence(text: str, start: int, stop: int) -> tuple[Token, ...]:
    return tuple(_read(text, start, stop))


@lru_cache(_TEXTS)
def _text(text: str, start: int, stop: int) -> tuple[Token, ...]:
    return tuple(_read(text, start, stop))
