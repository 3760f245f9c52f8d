"""Windows cover every piece once; pieces and tokens meet."""

from dataclasses import dataclass

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


@given(st.integers(0, 3000), st.integers(1, 40), st.integers(20, 200))
def test_windows_cover_every_piece_once_with_context(length: int, margin: int, extra: int) -> None:
    size = 2 * margin + extra
    found = windows(length, size, margin)
    covered = [p for w in found for p in range(w.core, w.core_end)]
    assert covered == list(range(length))
    for window in found:
        assert window.start <= window.core < window.core_end <= window.end <= window.start + size
        assert window.core - window.start >= margin or window.start == 0
        assert window.end - window.core_end >= margin or window.end == length


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
def test_scores_are_taken_from_the_middle_of_windows(length: int) -> None:
    """A network that says a piece's id and its place in the window: every token gets its own id, and none that is not
    at the text's edge comes from a window's edge.
    """
    seen: list[int] = []

    def network(ids: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        seen.append(len(ids))
        out = np.zeros((len(ids), WIDTH), np.float32)
        out[:, HEADS["outer"].start] = ids
        out[:, HEADS["outer"].start + 1] = np.arange(len(ids))
        empty = np.zeros((len(ids), POINTER), np.float32)
        return out, empty, empty

    ids = np.arange(length, dtype=np.int64)
    found = scores(Pieces(ids, ids.copy(), np.array([], np.int64)), network)
    assert found.head("outer")[:, 0].tolist() == ids.tolist()
    assert max(seen) <= 254
    place = found.head("outer")[:, 1]
    assert (place[min(20, length - 1) :] >= min(19, length - 1)).all()


def test_a_token_without_a_piece_has_the_row_before_it() -> None:
    def network(ids: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        empty = np.zeros((len(ids), POINTER), np.float32)
        return np.repeat(ids[:, None], WIDTH, 1).astype(np.float32), empty, empty

    found = scores(Pieces(np.array([5, 6, 7]), np.array([0, -1, 2]), np.array([], np.int64)), network)
    assert found.logits[:, 0].tolist() == [5.0, 5.0, 7.0]
    assert found.own.tolist() == [True, False, True]
