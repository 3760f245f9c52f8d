"""Places named in a row: what is said of one of them goes for the others."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from counterclaim.resolving.where.cues import Words
from counterclaim.resolving.where.mention import Hint, Mention
from counterclaim.words.tokens import Token

_PLURALS = Words.of(
    "regions oblasts provinces states governorates counties régions gouvernorats départements regionen gebiete gebieten"
    " provinzen oblaste"
)
_REACH = 20
_BETWEEN = Words.of(", and as well et und sowie de d' du des la in der oder or ou и й та і а также також")


def marked(found: Sequence[Mention], stream: Sequence[Token], language: str | None) -> list[Mention]:
    """The mentions with regions marked that stand in a row beside one plural noun ("the Kursk and Bryansk regions"),
    and with the cue of a row's first name handed on to the rest ("near Tyre and Baalbek").
    """
    out = list(found)
    for at, token in enumerate(stream):
        if token.low not in _PLURALS:
            continue
        if language == "en":
            end = bisect_right(out, at, key=lambda m: m.last)
            _mark(out, range(max(0, end - _REACH), end), at, -1, stream)
        else:
            start = bisect_right(out, at, key=lambda m: m.first)
            _mark(out, range(start, min(len(out), start + _REACH)), at, 1, stream)
    for i in range(1, len(out)):
        if out[i - 1].cue and not out[i].cue and _row(stream, out[i - 1].last, out[i].first):
            out[i] = replace(out[i], cue=True)
    return out


def _row(stream: Sequence[Token], low: int, high: int) -> bool:
    return 0 < high - low <= 3 and all(t.low in _BETWEEN for t in stream[low:high])


def _mark(out: list[Mention], members: Sequence[int], at: int, way: int, stream: Sequence[Token]) -> None:
    edge = at if way < 0 else at + 1
    for i in members[::way]:
        low, high = (out[i].last, edge) if way < 0 else (edge, out[i].first)
        if not all(t.low in _BETWEEN for t in stream[low:high]):
            return
        out[i] = replace(out[i], hint=Hint.REGION, cue=True)
        edge = out[i].first if way < 0 else out[i].last
