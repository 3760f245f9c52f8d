"""Reads how many: the count that a claim of deaths, injuries, losses or interceptions gives, as a range.

A count is kept as ``low``/``best``/``high`` and, for people, as the codebook writes it: ``40``, ``>=40``, ``>40``,
``<=40``, ``200-300``, ``dozens`` as the text has it, ``0``.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from counterclaim.records.claim import Assertion, Proposition, Quantity
from counterclaim.records.event_type import PropositionKind
from counterclaim.records.report import Report
from counterclaim.records.span import Span
from counterclaim.records.when import TimeExpression
from counterclaim.words.lexicon import Lexicon
from counterclaim.words.tokens import Token, tokens
from counterclaim.words.toml_data import package_toml

_COUNTED = (
    PropositionKind.KILLED,
    PropositionKind.INJURED,
    PropositionKind.CAPTURED,
    PropositionKind.DESTROYED,
    PropositionKind.DAMAGED,
    PropositionKind.SHOT_DOWN,
)
_PEOPLE = (PropositionKind.KILLED, PropositionKind.INJURED, PropositionKind.CAPTURED)
_GROUPED = re.compile(r"\d{1,3}(?:[.,\u00a0\u202f]\d{3})+")
_OBJECT_WORDS = 3
_LARGEST = 10_000_000


@dataclass(frozen=True, slots=True)
class _Words:
    one: frozenset[str]
    exact: dict[str, int]
    vague: dict[str, int]
    collectives: frozenset[str]
    scales: dict[str, int]
    bounds: Lexicon[str]
    range_words: frozenset[str]
    units: Lexicon[str]
    persons: Lexicon[str]
    growth: Lexicon[str]
    stops: frozenset[str]


@cache
def _rules() -> dict[str, Any]:
    return package_toml("counterclaim.events", "rules", "numbers.toml")


@cache
def _words(language: str) -> _Words:
    rules = _rules()[language]
    return _Words(
        one=frozenset(rules["one"]),
        exact=rules["words"],
        vague=rules["vague"],
        collectives=frozenset(rules["collectives"]),
        scales=rules["scales"],
        bounds=Lexicon((phrase, name) for name in ("at_least", "more_than", "at_most") for phrase in rules[name]),
        range_words=frozenset(rules["range"]) | {"-", "–"},
        units=Lexicon((phrase, "unit") for phrase in rules["units"]),
        persons=Lexicon((phrase, "person") for phrase in rules["persons"]),
        growth=Lexicon((phrase, "growth") for phrase in rules["growth"]),
        stops=frozenset(rules["stops"].split()),
    )


@dataclass(frozen=True, slots=True)
class _Count:
    """Tokens ``first`` to ``last`` (exclusive) give a count; ``said`` is how the codebook writes it."""

    first: int
    last: int
    low: int | None
    best: int | None
    high: int | None
    said: str
    indefinite: bool = False


def measure(report: Report, assertions: Sequence[Assertion], times: Sequence[TimeExpression]) -> tuple[Assertion, ...]:
    """``assertions`` with the counts that their clauses give and the value of their propositions.

    The count nearest to the trigger is taken; numbers of dates (``times``), distances, ages and shares are passed
    over. What gives no count keeps no quantity.
    """
    if report.language is None or report.language not in _rules():
        return tuple(assertions)
    words = _words(report.language)
    dated = _dated(times)
    return tuple(_measured(report.text, a, dated, words) if a.proposition.kind in _COUNTED else a for a in assertions)


def _measured(text: str, assertion: Assertion, dated: Callable[[Token], bool], words: _Words) -> Assertion:
    kind = assertion.proposition.kind
    if assertion.proposition.value == "0":
        span = assertion.trigger
        return replace(assertion, quantities=(Quantity(kind.value, 0, 0, 0, span.start, span.end),))
    stream = [t for t in tokens(text, assertion.start, assertion.end) if not dated(t)]
    counts = list(_counts(stream, words))
    if not counts and kind in _PEOPLE:
        counts = [_Count(hit.first, hit.last, 1, 1, 1, "1") for hit in words.persons.longest(stream)[:1]]
    if not counts:
        return assertion
    nearest = min(counts, key=lambda c: (c.indefinite, _distance(stream, c, assertion)))
    quantity = Quantity(
        kind.value,
        nearest.low,
        nearest.best,
        nearest.high,
        stream[nearest.first].start,
        stream[nearest.last - 1].end,
    )
    value = nearest.said if kind in _PEOPLE else _with_object(text, stream, nearest, (assertion.trigger, words))
    return replace(assertion, quantities=(quantity,), proposition=Proposition(kind, value))


def _dated(times: Sequence[TimeExpression]) -> Callable[[Token], bool]:
    """Whether a token stands in one of ``times``, which are in order of the text and never overlap."""
    starts = [t.start for t in times]

    def dated(token: Token) -> bool:
        at = bisect_right(starts, token.start) - 1
        return at >= 0 and token.start < times[at].end

    return dated


def _distance(stream: Sequence[Token], count: _Count, assertion: Assertion) -> int:
    start, end = stream[count.first].start, stream[count.last - 1].end
    return max(assertion.trigger.start - end, start - assertion.trigger.end, 0)


def _with_object(text: str, stream: Sequence[Token], count: _Count, limits: tuple[Span, _Words]) -> str:
    """The count with the few words behind it, up to the trigger: "2 energy sites"."""
    last = count.last
    while last < len(stream) and last < count.last + _OBJECT_WORDS and stream[last].is_word:
        if stream[last].start == limits[0].start or stream[last].low in limits[1].stops:
            break
        last += 1
    behind = text[stream[count.last].start : stream[last - 1].end] if last > count.last else ""
    return f"{count.said} {behind}".strip()


def _counts(stream: Sequence[Token], words: _Words) -> Iterator[_Count]:
    """Every count in ``stream``, none overlapping."""
    at = 0
    while at < len(stream):
        found = _count_at(stream, at, words)
        if found is None or _measures_no_things(stream, found, words) or _part_of_a_name(stream, found):
            at += 1
            continue
        yield found
        at = found.last


def _measures_no_things(stream: Sequence[Token], count: _Count, words: _Words) -> bool:
    """Whether a unit stands behind the number, or the number is part of a hyphenated or decimal one."""
    if count.last >= len(stream):
        return False
    behind = stream[count.last]
    joined = behind.low == "-" and behind.start == stream[count.last - 1].end
    return joined or bool(words.units.at(stream, count.last))


def _part_of_a_name(stream: Sequence[Token], count: _Count) -> bool:
    """Whether the number belongs to a designation ("Il-76", "S-300")."""
    before = stream[count.first - 1] if count.first else None
    return before is not None and before.low in "-‑–" and before.end == stream[count.first].start


def _count_at(stream: Sequence[Token], at: int, words: _Words) -> _Count | None:
    bound = next(iter(words.bounds.at(stream, at)), None)
    first = bound.last if bound else at
    number = _number(stream, first, words)
    if number is None:
        return None
    value, last, vague, indefinite = number
    if bound is None and last + 1 < len(stream) and stream[last].low in words.range_words:
        upper = _number(stream, last + 1, words)
        if upper is not None and not upper[3] and upper[0] > value:
            return _Count(at, upper[1], value, None, upper[0], f"{value}-{upper[0]}")
    if vague:
        return _Count(at, last, value, None, None, " ".join(t.low for t in stream[first:last]))
    grown = at > 0 and bool(words.growth.at(stream, at - 1))
    return _bounded(at, last, value, bound.key if bound and not grown else None, indefinite)


def _bounded(first: int, last: int, value: int, bound: str | None, indefinite: bool) -> _Count:
    if bound == "at_least":
        return _Count(first, last, value, value, None, f">={value}")
    if bound == "more_than":
        return _Count(first, last, value + 1, None, None, f">{value}")
    if bound == "at_most":
        return _Count(first, last, None, None, value, f"<={value}")
    return _Count(first, last, value, value, value, str(value), indefinite)


def _number(stream: Sequence[Token], at: int, words: _Words) -> tuple[int, int, bool, bool] | None:
    """``(value, token after, vague, indefinite article)`` of the number at ``at``, None where there is none."""
    if at >= len(stream):
        return None
    low = stream[at].low
    if low in words.vague:
        return words.vague[low], at + 1, True, False
    if low in words.one:
        collective = at + 1 < len(stream) and stream[at + 1].low in words.collectives
        return (2, at + 2, True, False) if collective else (1, at + 1, False, True)
    value = _digits(low) if low[0].isdigit() else words.exact.get(low)
    if value is None:
        return None
    scale = words.scales.get(stream[at + 1].low, 1) if at + 1 < len(stream) else 1
    if value * scale > _LARGEST:
        return None
    return value * scale, at + (2 if scale > 1 else 1), False, False


def _digits(low: str) -> int | None:
    if low.isdecimal() and len(low) <= 8:
        return int(low)
    return int(re.sub(r"\D", "", low)) if _GROUPED.fullmatch(low) else None
