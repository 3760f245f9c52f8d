"""Runs a network over a text's pieces, window by window, and gathers a row of scores for each token."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from counterclaim.language.trained.labels import HEADS, POINTER, WIDTH
from counterclaim.language.trained.pieces import Ids, Pieces, windows

Floats = npt.NDArray[np.float32]

# Pieces of a window, the most of them that stand before those it answers for, the fewest behind.
WINDOW, LEFT, RIGHT = 254, 40, 16

# From the ids of one window to its scores (pieces × WIDTH), its queries and its keys (pieces × POINTER).
Network = Callable[[Ids], tuple[Floats, Floats, Floats]]


@dataclass(frozen=True, slots=True)
class Scores:
    """For each token: ``logits`` (tokens × WIDTH) and its query and key (tokens × POINTER). A token without a piece
    of its own has the row of the token before it; ``own`` says which have one.
    """

    logits: Floats
    query: Floats
    key: Floats
    own: npt.NDArray[np.bool_]

    def head(self, name: str) -> Floats:
        """The scores of one head, tokens × its labels."""
        return self.logits[:, HEADS[name]]


def scores(pieces: Pieces, starts: Sequence[int], network: Network) -> Scores:
    """Scores of all tokens; ``starts`` are the pieces at which sentences begin. Windows are run one by one, so that no
    text's answer depends on another's.
    """
    length = len(pieces.ids)
    logits = np.zeros((length, WIDTH), np.float32)
    query = np.zeros((length, POINTER), np.float32)
    key = np.zeros((length, POINTER), np.float32)
    for window in windows(length, starts, WINDOW, LEFT, RIGHT):
        out = network(pieces.ids[window.start : window.end])
        inner = slice(window.core - window.start, window.core_end - window.start)
        for whole, part in zip((logits, query, key), out, strict=True):
            whole[window.core : window.core_end] = part[inner]
    own = pieces.first >= 0
    last = np.maximum.accumulate(np.where(own, pieces.first, 0)) if len(own) else pieces.first
    return Scores(logits[last], query[last], key[last], own)
