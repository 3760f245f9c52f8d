"""What a reprint changed: the words that differ from its original."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from counterclaim.records.report import Report

# Beyond this many words the comparison would take too long for what it tells.
MOST_WORDS = 2500
LONGEST = 14
MOST_CHANGES = 12
# Changes with fewer words between them are one; so many words around a change show what it is about.
_APART = 3
_AROUND = 4

Stretch = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Change:
    """``before`` in the original stands as ``after`` in the reprint; either may be empty. ``lead`` and ``tail`` are the
    words around it. ``figure`` is true where a number differs.
    """

    lead: str
    before: str
    after: str
    tail: str
    figure: bool


@dataclass(frozen=True, slots=True)
class Changes:
    """The short changes, figures first, and how many words longer passages leave out or add."""

    short: tuple[Change, ...]
    left_out: int = 0
    added: int = 0


def changes(original: Report, copy: Report) -> Changes | None:
    """What differs between the two outside their furniture; None where they cannot be compared word by word, such as
    a translation.
    """
    if original.language != copy.language:
        return None
    old, new = list(_words(original)), list(_words(copy))
    if max(len(old), len(new)) > MOST_WORDS:
        return None
    short, left_out, added = [], 0, 0
    for a, b, c, d in _stretches(old, new):
        if max(b - a, d - c) <= LONGEST:
            short.append(_change(old, new, (a, b, c, d)))
        else:
            left_out, added = left_out + b - a, added + d - c
    short.sort(key=lambda change: not change.figure)
    return Changes(tuple(short[:MOST_CHANGES]), left_out, added)


def _stretches(old: list[str], new: list[str]) -> list[Stretch]:
    """Where the two differ, as ``old[a:b]`` against ``new[c:d]``; what lies close together is one stretch."""
    found: list[Stretch] = []
    for kind, a, b, c, d in SequenceMatcher(None, _keys(old), _keys(new), autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        close = found and a - found[-1][1] <= _APART and max(b - found[-1][0], d - found[-1][2]) <= LONGEST
        start = found.pop() if close else (a, b, c, d)
        found.append((start[0], b, start[2], d))
    return found


def _change(old: list[str], new: list[str], at: Stretch) -> Change:
    a, b, c, d = at
    figures = [word for word in old[a:b] + new[c:d] if any(letter.isdigit() for letter in word)]
    lead, tail = old[max(0, a - _AROUND) : a], old[b : b + _AROUND]
    return Change(" ".join(lead), " ".join(old[a:b]), " ".join(new[c:d]), " ".join(tail), bool(figures))


def _words(report: Report) -> Iterator[str]:
    start = 0
    for furniture in sorted(report.furniture, key=lambda f: f.start):
        yield from report.text[start : max(start, furniture.start)].split()
        start = max(start, furniture.end)
    yield from report.text[start:].split()


def _keys(words: list[str]) -> list[str]:
    """Words as they are compared: case and marks of punctuation don't count."""
    return [re.sub(r"\W", "", word).casefold() or word for word in words]
