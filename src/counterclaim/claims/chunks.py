"""Cuts a sentence into chunks: the stretches between commas, dashes, brackets and coordinators.

A chunk is smaller than or equal to a clause. ``cut`` decides which chunks hold a claim of their own and joins the
others to them.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from counterclaim.claims.grammar import Grammar
from counterclaim.records.claim import Trigger
from counterclaim.records.place import Toponym
from counterclaim.records.span import Span
from counterclaim.records.tagging import Attribution
from counterclaim.words.tokens import Token

Found = TypeVar("Found", Trigger, Toponym)

_HARD = frozenset(";:()[]–—…")
_SOFT = frozenset(",")
_CLOSERS = frozenset(",;:.!?…)]»”")
_DASHES = frozenset("-–—")


@dataclass(frozen=True, slots=True)
class Chunk:
    """Tokens ``first`` to ``last`` (exclusive) of a sentence, with what lies in them. ``attribution`` is the index of
    the attribution that speaks here, None for the narrator; ``opens_relative``, ``coordinated`` and
    ``after_semicolon`` tell how the chunk is joined to the one before.
    """

    first: int
    last: int
    span: Span
    triggers: tuple[Trigger, ...]
    attribution: int | None
    has_cue: bool
    toponyms: tuple[Toponym, ...]
    has_number: bool
    opens_relative: bool = False
    coordinated: bool = False
    after_semicolon: bool = False


def boundaries(stream: Sequence[Token], text: str, grammar: Grammar, cuts: Iterable[int]) -> list[int]:
    """Token indices at which a chunk begins, 0 included. ``cuts`` are offsets at which attributed content begins or
    ends: one does not read across them.
    """
    marks = {0}
    for at in range(len(stream)):
        if _closes(stream, text, at) and not (stream[at].low in _DASHES and _counts_beside(stream, at, grammar)):
            marks.add(at + 1)
        elif grammar.coordinators.at(stream, at):
            marks.add(at)
    starts = {t.start: i for i, t in enumerate(stream)}
    # What is attributed ends before a mark that belongs to what came before it.
    marks.update(starts[c] for c in cuts if c in starts and stream[starts[c]].low not in _CLOSERS)
    return sorted(m for m in marks if m < len(stream))


def _closes(stream: Sequence[Token], text: str, at: int) -> bool:
    """Whether the mark at ``at`` ends a chunk."""
    if stream[at].low in _SOFT or _spaced_dash(stream, text, at):
        return True
    return stream[at].low in _HARD and not _inside_number(stream, at)


def _counts_beside(stream: Sequence[Token], at: int, grammar: Grammar) -> bool:
    """Whether the dash only ties a count to what is counted ("wounded – over a hundred", "27 – in the north")."""
    behind = any(is_number(t, grammar) for t in stream[at + 1 : at + 4])
    return behind or (at > 0 and is_number(stream[at - 1], grammar))


def _inside_number(stream: Sequence[Token], at: int) -> bool:
    """Whether the mark stands between digits ("13:12")."""
    around = stream[max(0, at - 1) : at + 2]
    return len(around) == 3 and around[0].low.isdigit() and around[2].low.isdigit()


def _spaced_dash(stream: Sequence[Token], text: str, at: int) -> bool:
    token = stream[at]
    around = text[token.start - 1 : token.start] + text[token.end : token.end + 1]
    return token.low in _DASHES and len(around) == 2 and around.isspace()


def chunks(
    text: str,
    stream: Sequence[Token],
    grammar: Grammar,
    found: tuple[Sequence[Trigger], Sequence[Toponym]],
    attributions: Sequence[tuple[int, Attribution]],
) -> list[Chunk]:
    """The chunks of one sentence. ``found`` are its triggers and toponyms in order, ``attributions`` those that touch
    it, with their indices in the tagging.
    """
    cuts = [
        offset
        for _, a in attributions
        for s in a.content
        for offset in (s.start, s.end)
        if a.found_by == "rules" or _parts(text, offset, attributions)
    ]
    starts = boundaries(stream, text, grammar, cuts)
    triggers, toponyms = found
    # A phrase found as a whole ("came under fire and shelling") is not cut.
    starts = [s for s in starts if not _inside_one(triggers, stream[s].start)]
    out = []
    for first, last in zip(starts, [*starts[1:], len(stream)], strict=True):
        span = Span(stream[first].start, stream[last - 1].end)
        inside = starting(triggers, span.start, span.end)
        speaker, has_cue = _speaker(span, inside, attributions)
        out.append(
            Chunk(
                first,
                last,
                span,
                inside,
                speaker,
                has_cue,
                starting(toponyms, span.start, span.end),
                any(is_number(t, grammar) for t in stream[first:last]),
                bool(grammar.relatives.at(stream, first)),
                bool(grammar.coordinators.at(stream, first)),
                first > 0 and stream[first - 1].low == ";",
            )
        )
    return out


def _parts(text: str, offset: int, attributions: Sequence[tuple[int, Attribution]]) -> bool:
    """Whether a content's edge falls between phrases, not within one: at a mark, a cue or a source."""
    before, behind = text[max(0, offset - 3) : offset].rstrip()[-1:], text[offset : offset + 3].lstrip()[:1]
    if not (before.isalnum() and behind.isalnum()):
        return True
    parts = [s for _, a in attributions for s in (*a.cue, *a.source)]
    return any(
        (0 <= offset - s.end <= 3 and not text[s.end : offset].strip())
        or (0 <= s.start - offset <= 3 and not text[offset : s.start].strip())
        for s in parts
    )


def starting(found: Sequence[Found], start: int, end: int) -> tuple[Found, ...]:
    """Those of ``found``, in order of the text, that begin at ``start`` or behind it and before ``end``."""
    first = bisect_left(found, start, key=lambda f: f.start)
    return tuple(found[first : bisect_left(found, end, lo=first, key=lambda f: f.start)])


def _inside_one(triggers: Sequence[Trigger], offset: int) -> bool:
    """Whether one of ``triggers``, which are in order and never overlap, begins before ``offset`` and ends behind."""
    before = bisect_left(triggers, offset, key=lambda t: t.start) - 1
    return before >= 0 and offset < triggers[before].end


def is_number(token: Token, grammar: Grammar) -> bool:
    """Whether ``token`` is a number, in digits or in words."""
    return token.low[0].isdigit() or token.low in grammar.numbers


def _speaker(
    span: Span, triggers: Sequence[Trigger], attributions: Sequence[tuple[int, Attribution]]
) -> tuple[int | None, bool]:
    """Who speaks in ``span``: the attribution with the shortest content around its strongest trigger, of two with the
    same content the quoted one, else the one whose cue or source stands in it; and whether a cue stands in it.
    """
    cued = [i for i, a in attributions if any(span.covers(c) for c in a.cue)]
    if triggers:
        main = max(triggers, key=lambda t: t.strength)
        holding = [
            (sum(len(s) for s in a.content), a.parent is None, i)
            for i, a in attributions
            if any(s.start <= main.start < s.end for s in a.content)
        ]
        if holding:
            return min(holding)[2], bool(cued)
        on_cue = [i for i, a in attributions for c in a.cue if c.overlap(Span(main.start, main.end))]
        if on_cue:
            return on_cue[0], True
        if any(t.strength > 0 for t in triggers) and (not cued or _speech_follows(span, main, attributions)):
            return _covering(span, attributions), False
    if cued:
        return cued[0], True
    named = [i for i, a in attributions if any(s.overlap(span) for s in a.source)]
    return (named[0] if named else _covering(span, attributions)), False


def _speech_follows(span: Span, main: Trigger, attributions: Sequence[tuple[int, Attribution]]) -> bool:
    """Whether the speakers in ``span`` come behind its event and say what they say after it: "troops pressed on, as
    the ministry insisted | that it had stopped them".
    """
    here = [a for _, a in attributions if any(span.covers(c) for c in a.cue)]
    named = [s.start for a in here for s in (*a.source, *a.cue)]
    said = [s.start for a in here for s in a.content]
    return bool(said) and all(start > main.end for start in named) and all(start >= span.end for start in said)


def _covering(span: Span, attributions: Sequence[tuple[int, Attribution]]) -> int | None:
    """The attribution whose content holds at least half of ``span``, the shortest first."""
    holding = [
        (sum(len(s) for s in a.content), i)
        for i, a in attributions
        if 2 * sum(s.overlap(span) for s in a.content) >= len(span)
    ]
    return min(holding)[1] if holding else None
