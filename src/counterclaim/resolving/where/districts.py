"""Districts of cities: "у Приморському районі" of a city that is named beside it or before is in that city."""

from collections.abc import Sequence

from counterclaim.records.place import Precision
from counterclaim.resolving.where.cues import Cues, Words
from counterclaim.resolving.where.mention import Hint, Mention
from counterclaim.words.tokens import Token

_TIES = Words.of("de d' of in à von im у в міста города м г . ville stadt the la")
_LARGE = 50_000
_CLOSE = 4


def without_city_districts(found: Sequence[Mention], stream: Sequence[Token], cues: Cues) -> list[Mention]:
    """Leaves out districts whose city stands right beside them, and those that bear a name that many cities give."""
    return [m for i, m in enumerate(found) if not _of_city(found, i, stream, cues)]


def _of_city(found: Sequence[Mention], at: int, stream: Sequence[Token], cues: Cues) -> bool:
    mention = found[at]
    if mention.hint is not Hint.DISTRICT:
        return False
    if mention.adjective and stream[mention.first].low in cues.city_districts:
        return True
    if at + 1 < len(found) and _tied(stream, mention.last, found[at + 1].first):
        return _city(found[at + 1])
    return at > 0 and stream[mention.first - 1].low == "'s" and found[at - 1].last == mention.first - 1


def _tied(stream: Sequence[Token], low: int, high: int) -> bool:
    return 0 <= high - low <= _CLOSE and all(t.low in _TIES for t in stream[low:high])


def _city(mention: Mention) -> bool:
    best = next((c for c in mention.candidates if c.place.precision is Precision.SETTLEMENT), None)
    return best is not None and best.population >= _LARGE and mention.hint is not Hint.REGION
