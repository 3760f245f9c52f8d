"""Numbers written in words over several tokens: "twenty-four", "nineteen ninety-seven", "two thousand and five".

Such tokens are joined into one that reads as if it were written in figures. Speech that was written down (broadcasts,
statements read out) tells years and days in words only.
"""

from collections.abc import Mapping, Sequence

from counterclaim.resolving.when.numbers import Value, number
from counterclaim.words.tokens import Token

_HUNDRED, _THOUSAND = 100, 1000
_CENTURIES = range(11, 21)
Tags = Mapping[str, Value]


class _Reader:
    """Reads number words from one token on; ``at`` is the next token to be read."""

    def __init__(self, tokens: Sequence[Token], values: Sequence[Tags], at: int) -> None:
        self._tokens, self._values, self.at = tokens, values, at
        self.words = 0

    def _value(self, at: int) -> int | None:
        value = self._values[at].get("CARD") if at < len(self._values) else None
        return value if isinstance(value, int) else None

    def _past_hyphen(self) -> int:
        """The token behind a hyphen that joins it to the one before, else the next token."""
        at = self.at
        joins = at < len(self._tokens) and self._tokens[at].low == "-" and self._tokens[at].start == self._before.end
        return at + 1 if joins else at

    @property
    def _before(self) -> Token:
        return self._tokens[self.at - 1]

    def _take(self, at: int) -> None:
        self.at, self.words = at + 1, self.words + 1

    def _below_hundred(self) -> int | None:
        first = self._value(self.at)
        if first is None or first >= _HUNDRED:
            return None
        self._take(self.at)
        if first < 20 or first % 10:
            return first
        unit = self._value(at := self._past_hyphen())
        if unit is None or unit > 9:
            return first
        self._take(at)
        return first + unit

    def _scaled(self, total: int, scale: int) -> int:
        if self._value(self.at) != scale:
            return total
        self._take(self.at)
        return total * scale

    def _rest(self) -> int:
        """What follows "hundred" or "thousand": "… and five"."""
        at, words = self.at, self.words
        if at < len(self._values) and "AND" in self._values[at]:
            self.at += 1
        rest = self._below_hundred()
        if rest is None:
            self.at, self.words = at, words
            return 0
        return rest

    def read(self) -> int | None:
        """The number; None where no number begins."""
        total = self._below_hundred()
        if total is None:
            return None
        if total in _CENTURIES:
            at, words = self.at, self.words
            years = self._below_hundred()
            if years is not None and years > 9:
                return total * _HUNDRED + years
            self.at, self.words = at, words
        for scale in (_HUNDRED, _THOUSAND):
            scaled = self._scaled(total, scale)
            if scaled != total:
                total = scaled + self._rest()
        return total

    def ordinal(self) -> int | None:
        """ "twenty-eighth": a ten and an ordinal joined by a hyphen; None for anything else."""
        tens = self._value(self.at)
        if tens is None or not 20 <= tens < _HUNDRED or tens % 10:
            return None
        self.at += 1
        at = self._past_hyphen()
        unit = self._values[at].get("ORD") if at < len(self._values) else None
        if at == self.at or not isinstance(unit, int) or unit > 9:
            return None
        self.at = at + 1
        return tens + unit


def read_number(tokens: Sequence[Token], values: Sequence[Tags], at: int) -> tuple[int, Tags] | None:
    """The token after a number of several words that begins at ``at``, and its classes; None where none begins."""
    reader = _Reader(tokens, values, at)
    ordinal = reader.ordinal()
    if ordinal is not None:
        return reader.at, {"ORD": ordinal}
    reader = _Reader(tokens, values, at)
    value = reader.read()
    return (reader.at, number(str(value))) if value is not None and reader.words > 1 else None
