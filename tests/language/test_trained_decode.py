"""The decoding of the network's scores, on scores made by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.language.trained import decode
from counterclaim.language.trained.labels import FAMILIES, HEADS, KINDS, LAYER, POINTER, ROLES, WIDTH
from counterclaim.language.trained.network import Scores

FREE = decode.allowed(np.zeros((LAYER, LAYER), np.float32))
MOVES = {"outer": FREE, "inner": FREE}


class Made:
    """Scores of a text of ``count`` tokens; ``say`` writes a span, ``point`` lets it point to a token."""

    def __init__(self, count: int) -> None:
        self.logits = np.full((count, WIDTH), -4.0, np.float32)
        for name in ("outer", "inner", *FAMILIES):
            self.logits[:, HEADS[name].start] = 4.0
        self.query = np.zeros((count, POINTER), np.float32)
        self.key = np.eye(POINTER, dtype=np.float32)[:count]

    def say(self, role: str, first: int, last: int, to: int | None = None, layer: str = "outer") -> "Made":
        begin = HEADS[layer].start + 1 + 2 * ROLES.index(role)
        self.logits[first:last, HEADS[layer]] = -4.0
        self.logits[first, begin] = 6.0
        self.logits[first + 1 : last, begin + 1] = 6.0
        if to is not None:
            self.query[first:last, to] += 8.0
        return self

    def name(self, family: str, first: int, last: int, kind: str | None = None) -> "Made":
        self.logits[first:last, HEADS[family]] = -4.0
        self.logits[first, HEADS[family].start + 1] = 6.0
        self.logits[first + 1 : last, HEADS[family].start + 2] = 6.0
        if kind:
            self.logits[first, HEADS[f"{family} kinds"].start + KINDS[family].index(kind)] = 6.0
        return self

    @property
    def scores(self) -> Scores:
        return Scores(self.logits, self.query, self.key, np.ones(len(self.logits), bool))

    def read(self, ends: tuple[int, ...] = (), sentence: tuple[int, ...] = ()) -> list[decode.Linked]:
        count = len(self.logits)
        of = np.array(sentence or (0,) * count, np.int64)
        return decode.attributions(self.scores, np.array([*ends, count], np.int64), MOVES, of)


def ranges(pieces: list[decode.Piece]) -> list[tuple[int, int]]:
    return [(p.first, p.last) for p in pieces]


def test_one_attribution() -> None:
    made = Made(8).say("content", 0, 4, to=5).say("cue", 5, 6, to=5).say("source", 6, 8, to=5)
    (found,) = made.read()
    assert ranges(found.content) == [(0, 4)]
    assert ranges(found.cue) == [(5, 6)]
    assert ranges(found.source) == [(6, 8)]
    assert not found.inner
    assert not found.carried


def test_a_split_quotation_is_one_attribution() -> None:
    made = Made(9).say("content", 0, 3, to=4).say("cue", 4, 5, to=4).say("content", 6, 9, to=4)
    (found,) = made.read()
    assert ranges(found.content) == [(0, 3), (6, 9)]


def test_a_separable_verb_is_one_cue() -> None:
    made = Made(9).say("cue", 1, 2, to=1).say("source", 2, 3, to=1).say("cue", 4, 5, to=1).say("content", 6, 9, to=1)
    (found,) = made.read()
    assert ranges(found.cue) == [(1, 2), (4, 5)]


def test_two_cues_share_a_content_that_points_to_both() -> None:
    """ "TASS quoted the ministry as saying": both tell the same."""
    made = Made(9).say("source", 0, 1, to=1).say("cue", 1, 2, to=1).say("source", 3, 4, to=4).say("cue", 4, 5, to=4)
    made.say("content", 6, 9, to=1).query[6:9, 4] = 8.0
    found = made.read()
    assert [ranges(f.source) for f in found] == [[(0, 1)], [(3, 4)]]
    assert [ranges(f.content) for f in found] == [[(6, 9)], [(6, 9)]]


def test_a_cue_without_a_source_takes_the_one_before_it_in_its_sentence() -> None:
    made = Made(9).say("source", 0, 1, to=1).say("cue", 1, 2, to=1).say("content", 2, 4, to=1)
    made.say("cue", 5, 6, to=5).say("content", 6, 9, to=5)
    assert [ranges(f.source) for f in made.read()] == [[(0, 1)], [(0, 1)]]
    apart = made.read(sentence=(0, 0, 0, 0, 1, 1, 1, 1, 1))
    assert [ranges(f.source) for f in apart] == [[(0, 1)], []]


def test_speech_that_goes_on_without_a_cue_is_carried() -> None:
    made = Made(9).say("source", 0, 1, to=1).say("cue", 1, 2, to=1).say("content", 2, 4, to=1)
    made.say("content", 5, 9, to=0)
    found = made.read()
    assert [(ranges(f.source), ranges(f.cue), f.carried) for f in found] == [
        ([(0, 1)], [(1, 2)], False),
        ([(0, 1)], [], True),
    ]


def test_the_inner_layer_is_a_second_attribution() -> None:
    made = Made(10).say("source", 0, 1, to=1).say("cue", 1, 2, to=1).say("content", 2, 10, to=1)
    made.say("source", 3, 4, to=4, layer="inner").say("cue", 4, 5, to=4, layer="inner")
    made.say("content", 5, 10, to=4, layer="inner")
    # The inner words point to both cues; each layer asks for its own alone.
    made.query[3:10, [1, 4]] = 8.0
    outer, inner = made.read()
    assert ranges(outer.content) == [(2, 10)]
    assert inner.inner
    assert ranges(inner.content) == [(5, 10)]


def test_spans_do_not_cross_the_end_of_a_paragraph() -> None:
    made = Made(6).say("cue", 0, 1, to=0).say("content", 1, 6, to=0)
    (found,) = made.read(ends=(3,))
    assert ranges(found.content) == [(1, 3), (3, 6)]


def test_mentions_of_families_overlap_and_have_kinds() -> None:
    made = Made(5).name("group", 0, 3, "body").name("place", 2, 3, "settlement").name("number", 4, 5, "killed")
    found = [(m.family, m.kind, m.first, m.last) for m in decode.mentions(made.scores)]
    assert found == [("group", "body", 0, 3), ("place", "settlement", 2, 3), ("number", "killed", 4, 5)]


def test_an_empty_text_has_nothing() -> None:
    assert decode.best_tags(np.zeros((0, LAYER), np.float32), FREE, np.array([0], np.int64)).tolist() == []


def brute(scores: np.ndarray, moves: np.ndarray) -> float:
    """The best well-formed row's score, by trying them one tag at a time."""
    best = {t: float(scores[0, t]) for t in range(LAYER) if t == 0 or t % 2}
    for row in scores[1:]:
        best = {t: max(s + float(moves[b, t]) for b, s in best.items()) + float(row[t]) for t in range(LAYER)}
    return max(best.values())


@given(st.integers(0, 2**32 - 1), st.lists(st.integers(1, 9), min_size=1, max_size=4))
def test_the_row_found_is_the_best(seed: int, lengths: list[int]) -> None:
    dice = np.random.default_rng(seed)
    scores = dice.normal(size=(sum(lengths), LAYER)).astype(np.float32)
    moves = decode.allowed(dice.normal(size=(LAYER, LAYER)).astype(np.float32))
    ends = np.cumsum(lengths)
    tags = decode.best_tags(scores, moves, ends)
    for start, end in zip([0, *ends[:-1]], ends, strict=True):
        row = tags[start:end]
        got = float(scores[start, row[0]])
        for t in range(1, len(row)):
            got += float(scores[start + t, row[t]]) + float(moves[row[t - 1], row[t]])
        assert got == pytest.approx(brute(scores[start:end], moves), abs=1e-3)


@pytest.mark.parametrize("rows", [1, 5, 6, 40])
def test_products_in_bands_are_the_products(rows: int) -> None:
    dice = np.random.default_rng(0)
    queries, keys = (dice.standard_normal((n, 96)).astype(np.float32) for n in (rows, 512))
    np.testing.assert_allclose(decode._products(queries, keys), queries @ keys.T, rtol=1e-4, atol=1e-4)
