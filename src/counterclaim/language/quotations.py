"""Quotations: pairs of quotation marks, within a paragraph."""

from collections.abc import Sequence

from counterclaim.words.tokens import Token

_CLOSERS = {"“": '”"', "„": '“”"‟', "«": "»", "»": "«", "‟": "”", '"': '"”“', "''": "''", "”": "”", "〝": "〞"}
_ENDS = frozenset(",.!?…")
_FULL_WORDS = 4
_NAME = 5
_LONGEST = 80


def find_quotations(
    stream: Sequence[Token], paragraph: Sequence[int], guillemets_inward: bool
) -> list[tuple[int, int]]:
    """Token ranges of full quotations, marks included; none crosses a paragraph. One that is never closed runs to
    its paragraph's end (newspapers close only the last of several). Marks around a few words inside a sentence
    ("destroyed", a ship's name) are none. ``guillemets_inward`` is German ``»so«``.
    """
    first = next((t.low for t in stream if t.low in "«»"), None)
    inward = guillemets_inward and first != "«"
    openers = set('“„‟"〝') | ({"»"} if inward else {"«"})
    inner = -1
    out: list[tuple[int, int]] = []
    opened: tuple[int, str] | None = None
    for i in range(len(stream)):
        if opened and paragraph[i] != paragraph[opened[0]]:
            out += _full(stream, opened[0], i, closed=False)
            opened = None
        mark = _mark(stream, i)
        if not mark:
            continue
        if opened is None:
            if mark in openers or mark == "''":
                opened = (i, mark)
        elif mark == opened[1] and mark in "«»" and _is_name(stream, i, _CLOSERS[mark]):
            inner = i
        elif inner >= 0 and mark in _closers(opened[1]):
            inner = -1
        elif mark in _closers(opened[1]):
            out += _full(stream, opened[0], i + len(mark) if mark == "''" else i + 1, closed=True)
            opened = None
    if opened:
        out += _full(stream, opened[0], len(stream), closed=False)
    return out


def _is_name(stream: Sequence[Token], first: int, closer: str) -> bool:
    """Whether a short name in the same marks stands at ``first`` and the outer quotation is closed behind it."""
    marks = [i for i in range(first + 1, min(len(stream), first + _LONGEST)) if stream[i].low in "«»"]
    return len(marks) > 1 and all(stream[i].low == closer for i in marks[:2]) and marks[0] - first <= _NAME


def _closers(mark: str) -> tuple[str, ...]:
    return ("''",) if mark == "''" else tuple(_CLOSERS[mark])


def _mark(stream: Sequence[Token], i: int) -> str | None:
    low = stream[i].low
    if low in "'’" and i + 1 < len(stream) and stream[i + 1].low == low and stream[i + 1].start == stream[i].end:
        return "''"
    return low if low in _CLOSERS else None


def _full(stream: Sequence[Token], first: int, last: int, *, closed: bool) -> list[tuple[int, int]]:
    words = sum(stream[i].is_word for i in range(first, last))
    ends = last - 2 > first and stream[last - 2].low in _ENDS and closed
    return [(first, last)] if words >= _FULL_WORDS or (ends and words) else []
