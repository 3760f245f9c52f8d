"""Whether a clause speaks of what was or of what is to come, by the verb that stands nearest to an expression."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from counterclaim.resolving.when.grammar import grammar
from counterclaim.resolving.when.stream import Match, Stream
from counterclaim.words.lexicon import Lexicon

_CLAUSE_ENDS = frozenset('.!?;:,()"“”«»„—–\n')
_SENTENCE_ENDS = frozenset(".!?\n")
_GOVERNED = 4
_CLOSE = 3
PAST, FUTURE = -1, 1
TENSE_LISTS = frozenset({"past", "past_endings", "future", "joining", "describing"})
"""Names of the word lists that only tell the tense."""


@dataclass(frozen=True, slots=True)
class Direction:
    """``way`` is 1 where the clause speaks of the future, else -1; ``close`` whether a verb right beside says so;
    ``timeless`` whether the language's verbs are known and the clause has none that says so.
    """

    way: int
    close: bool = False
    timeless: bool = False


@cache
def _marks(language: str) -> Lexicon[int]:
    lists = grammar(language).lists
    return Lexicon((p, way) for name, way in (("past", PAST), ("future", FUTURE)) for p in lists.get(name, ()))


class Tense:
    """The verbs of a text that tell its tense. An ending alone ("extended") is no past behind "will" or "to be", nor
    behind an article ("an extended stay"). What
    follows a joining word right behind an expression speaks for another clause.
    """

    def __init__(self, flow: Stream, language: str) -> None:
        lows = [token.low for token in flow.tokens]
        self._size = len(lows)
        self._way: dict[int, int] = {}
        for hit in _marks(language).all(flow.tokens):
            self._way[hit.last - 1] = max(hit.key, self._way.get(hit.last - 1, PAST))
        endings = grammar(language).lists.get("past_endings", ())
        self._knows_past = bool(endings)
        if endings:
            self._add_endings(lows, endings, frozenset(grammar(language).lists.get("describing", ())))
        self._at = sorted(self._way)
        self._clauses = [i for i, low in enumerate(lows) if low in _CLAUSE_ENDS]
        self._sentences = [i for i, low in enumerate(lows) if low in _SENTENCE_ENDS]
        self._commas = frozenset(i for i in self._clauses if lows[i] == ",")
        joining = grammar(language).lists.get("joining", ())
        self._joins = frozenset(i for i, low in enumerate(lows) if low in joining)

    def _add_endings(self, lows: Sequence[str], endings: tuple[str, ...], describing: frozenset[str]) -> None:
        governed = -1
        for i, low in enumerate(lows):
            if self._way.get(i) == FUTURE:
                governed = i + _GOVERNED
                continue
            ends = i > governed and len(low) > _GOVERNED and low.endswith(endings)
            if ends and i not in self._way and not (i and lows[i - 1] in describing):
                self._way[i] = PAST

    def _next(self, places: Sequence[int], at: int) -> int:
        """The first of ``places`` at or after ``at``, the end of the text where there is none."""
        found = bisect_left(places, at)
        return places[found] if found < len(places) else self._size

    def of(self, match: Match) -> Direction:
        """The direction of the clause around the match; of what follows its comma where its own has no verb."""
        before = bisect_left(self._clauses, match.first)
        begin = self._clauses[before - 1] + 1 if before else 0
        end = self._next(self._clauses, match.last)
        earlier = bisect_left(self._at, match.first)
        near = [self._at[earlier - 1]] if earlier and self._at[earlier - 1] >= begin else []
        later = self._next(self._at, match.last)
        if later < end and not (near and match.last in self._joins):
            near.append(later)
        if not near and self._knows_past and end in self._commas:
            near = [later] if later < self._next(self._sentences, end) else []
        if not near:
            return Direction(PAST, timeless=self._knows_past)
        mark = min(near, key=lambda m: (_apart(m, match), -self._way[m]))
        return Direction(self._way[mark], _apart(mark, match) <= _CLOSE)


def _apart(mark: int, match: Match) -> int:
    return match.first - mark if mark < match.first else mark - match.last + 1
