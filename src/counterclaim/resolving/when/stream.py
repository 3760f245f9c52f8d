"""A text as a stream of classed tokens, and the matches of a grammar's patterns in it."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from counterclaim.records.tagging import Sentence
from counterclaim.resolving.when.grammar import BREAK, Grammar, Pattern
from counterclaim.resolving.when.numbers import Value, number
from counterclaim.resolving.when.spelled import read_number
from counterclaim.words.tokens import Token, tokens


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern's match: tokens ``first`` to ``last`` (exclusive) and the slots it fills. ``weight`` counts the
    tokens that it explains, also those outside the expression.
    """

    first: int
    last: int
    weight: int
    pattern: Pattern
    slots: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Stream:
    """Tokens with the class values of each, and ``shape``: one character a token."""

    tokens: tuple[Token, ...]
    values: tuple[Mapping[str, Value], ...]
    shape: str


def _parts(token: Token, grammar: Grammar) -> list[Token]:
    """The pieces of a hyphenated or compound word where a piece is a time word, else the token itself."""
    low = token.low
    if "-" in low:
        pieces = low.split("-")
        known = [grammar.vocabulary.word(p, True)[1] for p in pieces]
        if not any(any(n.isupper() for n in tags) for tags in known):
            return [token]
        out, at = [], token.start
        for i, piece in enumerate(pieces):
            if i:
                out.append(Token(at, at + 1, "-"))
                at += 1
            out.append(Token(at, at + len(piece), piece))
            at += len(piece)
        return out if at == token.end else [token]
    if grammar.compounds and len(low) == token.end - token.start:
        m = grammar.compounds.match(low)
        if m:
            cut = token.start + m.end()
            return [Token(token.start, cut, low[: m.end()].removesuffix("s")), Token(cut, token.end, low[m.end() :])]
    return [token]


def _is_break(gap: str, start: int, end: int, ends: Sequence[int]) -> bool:
    """Whether no expression can reach over the gap: a blank line, or a line end that also ends a sentence."""
    lines = gap.count("\n")
    if lines < 1:
        return False
    i = bisect_right(ends, end)
    return lines > 1 or (i > 0 and ends[i - 1] >= start)


def stream(text: str, sentences: Sequence[Sentence], grammar: Grammar) -> Stream:
    """The classed tokens of ``text``; a break token (empty, in ``shape`` a line end) stands where a block ends."""
    ends = sorted(s.end for s in sentences)
    out: list[Token] = []
    values: list[Mapping[str, Value]] = []
    shape: list[str] = []
    before = 0
    none: Mapping[str, Value] = {}
    for raw in tokens(text):
        if "\n" in (gap := text[before : raw.start]) and _is_break(gap, before, raw.start, ends):
            out.append(Token(before, before, BREAK))
            values.append(none)
            shape.append(BREAK)
        before = raw.end
        for token in _parts(raw, grammar) if len(raw.low) > 3 else (raw,):
            if token.low[0].isdecimal():
                tags = number(token.low)
                char = grammar.vocabulary.char(tags)
            else:
                capitalised = text[token.start].isupper() or token.start > raw.start
                char, tags = grammar.vocabulary.word(token.low, capitalised)
            out.append(token)
            values.append(tags)
            shape.append(char)
    if grammar.spelled:
        out, values, shape = _with_numbers(out, values, shape, grammar)
    return Stream(tuple(out), tuple(values), "".join(shape))


def _with_numbers(
    words: list[Token], values: list[Mapping[str, Value]], shape: list[str], grammar: Grammar
) -> tuple[list[Token], list[Mapping[str, Value]], list[str]]:
    """The same tokens, those of a number in words joined into one."""
    starts = [i for i, tags in enumerate(values) if "CARD" in tags]
    done = 0
    out: list[Token] = []
    out_values: list[Mapping[str, Value]] = []
    out_shape: list[str] = []
    for at in starts:
        found = read_number(words, values, at) if at >= done else None
        if found is None:
            continue
        end, tags = found
        out += [*words[done:at], Token(words[at].start, words[end - 1].end, "".join(w.low for w in words[at:end]))]
        out_values += [*values[done:at], tags]
        out_shape += [*shape[done:at], grammar.vocabulary.char(tags)]
        done = end
    return [*out, *words[done:]], [*out_values, *values[done:]], [*out_shape, *shape[done:]]


def _slots(pattern: Pattern, m: re.Match[str], values: Sequence[Mapping[str, Value]]) -> dict[str, Value]:
    slots = dict(pattern.given)
    for group, (slot, classes) in pattern.slots.items():
        at = m.start(group)
        if at >= 0:
            tags = values[at]
            filled = next((tags[c] for c in classes if c in tags), None)
            if filled is not None:
                slots[slot] = filled
    return slots


def matches(flow: Stream, grammar: Grammar) -> list[Match]:
    """The patterns' matches, none overlapping another: those that explain most tokens are chosen first, then those
    of earlier rules; in order of the text.
    """
    found: list[tuple[int, int, int, Match]] = []
    for order, pattern in enumerate(grammar.patterns):
        for m in pattern.regex.finditer(flow.shape):
            first, last = m.span("span")
            if first < last:
                weight = last - m.start()
                match = Match(first, last, weight, pattern, _slots(pattern, m, flow.values))
                found.append((-weight, order, first, match))
    taken: set[int] = set()
    out = []
    for *_, match in sorted(found, key=lambda f: f[:3]):
        if not any(i in taken for i in range(match.first, match.last)):
            taken.update(range(match.first, match.last))
            out.append(match)
    return sorted(out, key=lambda m: m.first)
