"""A text as the network reads it: word pieces, with the token that each one begins."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from counterclaim.words.tokens import Token

Ids = npt.NDArray[np.int64]

BREAK = "</s>"  # the piece that stands for a paragraph's end


class Encoding(Protocol):
    """The part of the tokenizer library's answer that is used here."""

    ids: list[int]
    offsets: list[tuple[int, int]]


class Splitter(Protocol):
    """The part of the tokenizer library that is used here."""

    def encode_batch(self, input: list[str], *, add_special_tokens: bool = True) -> Sequence[Encoding]:
        """One encoding for each text."""
        ...

    def token_to_id(self, token: str) -> int | None:
        """The id of a piece."""
        ...


@dataclass(frozen=True, slots=True)
class Pieces:
    """``ids`` of all pieces; ``first[t]`` is the piece with which token ``t`` begins, -1 where it has none of its
    own; ``breaks`` are the pieces at which a paragraph ends.
    """

    ids: Ids
    first: Ids
    breaks: Ids


def pieces(text: str, paragraphs: Sequence[tuple[int, int]], tokens: Sequence[Token], tokenizer: Splitter) -> Pieces:
    """The pieces of ``text[a:b]`` for each paragraph, a break after each. ``tokens`` in order of the text."""
    broken = tokenizer.token_to_id(BREAK)
    assert broken is not None
    encodings = tokenizer.encode_batch([text[a:b] for a, b in paragraphs], add_special_tokens=False)
    ids: list[int] = []
    begins: list[int] = []
    breaks: list[int] = []
    for (start, _), encoding in zip(paragraphs, encodings, strict=True):
        ids += encoding.ids
        begins += [
            start + a + _leading(text, start + a, start + b) if text[start + a : start + a + 1].isspace() else start + a
            for a, b in encoding.offsets
        ]
        breaks.append(len(ids))
        ids.append(broken)
        begins.append(start + (encoding.offsets[-1][1] if encoding.offsets else 0))
    return Pieces(np.array(ids, np.int64), _first(tokens, begins, set(breaks)), np.array(breaks, np.int64))


def _leading(text: str, start: int, end: int) -> int:
    """How many blanks a piece begins with: the library counts the blank before a word as the word's."""
    at = start
    while at < end and text[at].isspace():
        at += 1
    return at - start


def _first(tokens: Sequence[Token], begins: Sequence[int], breaks: set[int]) -> Ids:
    out = np.full(len(tokens), -1, np.int64)
    at = 0
    for t, token in enumerate(tokens):
        while at < len(begins) and (begins[at] < token.start or at in breaks):
            at += 1
        if at < len(begins) and begins[at] < token.end:
            out[t] = at
            at += 1
    return out


@dataclass(frozen=True, slots=True)
class Window:
    """The pieces ``start`` to ``end`` as one input; answers are taken for the pieces ``core`` to ``core_end``."""

    start: int
    end: int
    core: int
    core_end: int


def windows(length: int, starts: Sequence[int], size: int, left: int, right: int) -> list[Window]:
    """Covers ``length`` pieces with windows of at most ``size``, as training cuts them: they begin and end where
    sentences begin (``starts``, rising). A core has up to ``left`` pieces of whole sentences before it in its window
    and ends at least ``right`` before the window does, so that every answer knows what stands around it. Where a
    sentence is longer than a window, the cut falls within it.
    """
    out: list[Window] = []
    core = 0
    while core < length:
        start = _first_from(starts, core - left, core) if core else 0
        if start == core and core and starts[min(bisect_left(starts, core), len(starts) - 1)] != core:
            start = core - left  # within a sentence that no window holds
        limit = start + size
        if limit >= length:
            out.append(Window(start, length, core, length))
            break
        end = _last_upto(starts, core, limit) or limit
        core_end = _last_upto(starts, core, end - right) or max(end - right, core + 1)
        out.append(Window(start, end, core, core_end))
        core = core_end
    return out


def _first_from(starts: Sequence[int], low: int, high: int) -> int:
    """The first of ``starts`` from ``low`` on, ``high`` where there is none before it."""
    at = bisect_left(starts, max(low, 0))
    return min(starts[at], high) if at < len(starts) else high


def _last_upto(starts: Sequence[int], low: int, high: int) -> int | None:
    """The last of ``starts`` behind ``low`` and not behind ``high``."""
    at = bisect_right(starts, high) - 1
    return starts[at] if at >= 0 and starts[at] > low else None
