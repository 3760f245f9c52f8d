"""Windows cover every piece once; pieces and tokens meet."""

from dataclasses import dataclass
from itertools import accumulate

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.language.trained.labels import HEADS, POINTER, WIDTH
from counterclaim.language.trained.network import scores
from counterclaim.language.trained.pieces import Pieces, pieces, windows
from counterclaim.words.tokens import tokens


@dataclass
class Encoding:
    ids: list[int]
    offsets: list[tuple[int, int]]


class Letters:
    """A splitter that makes a piece of every two letters, the blank before a word with them."""

    def encode_batch(self, input: list[str], *, add_special_tokens: bool = True) -> list[Encoding]:
        out = []
        for text in input:
            offsets = [(i, min(i + 2, len(text))) for i in range(0, len(text), 2)]
            out.append(Encoding([10 + i for i in range(len(offsets))], offsets))
        return out

    def token_to_id(self, token: str) -> int | None:
        return 2


@given(st.integers(0, 3000), st.lists(st.integers(1, 400), max_size=120), st.integers(1, 60), st.integers(1, 60))
def test_windows_cover_every_piece_once(length: int, gaps: list[int], left: int, right: int) -> None:
    starts = [0, *(s for s in accumulate(gaps) if s < length)]
    size = left + right + 100
    found = windows(length, starts, size, left, right)
    assert [p for w in found for p in range(w.core, w.core_end)] == list(range(length))
    for window in found:
        assert 0 <= window.start <= window.core < window.core_end <= window.end <= min(length, window.start + size)
        assert window.core - window.start <= left


def test_windows_begin_and_end_with_sentences() -> None:
    starts = list(range(0, 1000, 30))
    found = windows(1000, starts, 254, 40, 16)
    assert len(found) > 3
    for window in found:
        assert window.start in starts
        assert window.end in starts or window.end == 1000
        assert window.core == 0 or window.core - window.start == 30
        assert window.end == 1000 or window.end - window.core_end >= 16


def test_a_sentence_longer_than_a_window_is_cut_with_context() -> None:
    found = windows(1000, [0], 254, 40, 16)
    for window in found[1:]:
        assert window.core - window.start == 40
    for window in found[:-1]:
        assert window.end - window.core_end == 16


def test_a_token_has_the_piece_it_begins_with() -> None:
    text = "ab cdef"
    found = pieces(text, [(0, 7)], tokens(text), Letters())
    # "ab", " c", "de", "f", then the paragraph's end
    assert found.ids.tolist() == [10, 11, 12, 13, 2]
    assert found.first.tolist() == [0, 1]
    assert found.breaks.tolist() == [4]


def test_each_paragraph_ends_with_a_break() -> None:
    text = "ab\nab"
    found = pieces(text, [(0, 2), (3, 5)], tokens(text), Letters())
    assert found.ids.tolist() == [10, 2, 10, 2]
    assert found.first.tolist() == [0, 2]


@pytest.mark.parametrize("length", [1, 254, 255, 1000])
def test_every_token_gets_its_own_row(length: int) -> None:
    """A network that says a piece's id."""
    seen: list[int] = []

    def network(ids: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        seen.append(len(ids))
        out = np.zeros((len(ids), WIDTH), np.float32)
        out[:, HEADS["outer"].start] = ids
        empty = np.zeros((len(ids), POINTER), np.float32)
        return out, empty, empty

    ids = np.arange(length, dtype=np.int64)
    found = scores(Pieces(ids, ids.copy(), np.array([], np.int64)), list(range(0, length, 25)), network)
    assert found.head("outer")[:, 0].tolist() == ids.tolist()
    assert max(seen) <= 254


def test_a_token_without_a_piece_has_the_row_before_it() -> None:
    def network(ids: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        empty = np.zeros((len(ids), POINTER), np.float32)
        return np.repeat(ids[:, None], WIDTH, 1).astype(np.float32), empty, empty

    found = scores(Pieces(np.array([5, 6, 7]), np.array([0, -1, 2]), np.array([], np.int64)), [0], network)
    assert found.logits[:, 0].tolist() == [5.0, 5.0, 7.0]
    assert found.own.tolist() == [True, False, True]
