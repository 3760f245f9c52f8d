"""From scores to spans: the best well-formed row of tags, and which spans belong together."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from counterclaim.language.trained.labels import FAMILIES, KINDS, ROLES
from counterclaim.language.trained.network import Floats, Scores

Ints = npt.NDArray[np.int64]

_NEVER = -1e4
# Added to the scores of sources and cues, begun and gone on with: a missed cue costs its source and content, too.
# This and the numbers below were chosen on texts kept back from training.
_FAVOUR = np.array([0, 0.9, 0.5, 1.2, 0.5, -0.2, 0.2], np.float32)
# How much of its pointing a second target needs to share a content, a source.
_SHARED_CONTENT = 0.48
_SHARED_SOURCE = 0.2
# How far, in tokens, a span may point: to its cue, or to the source that goes on speaking.
_REACH = 250
_CUES_BACK = 8
_LONG = 12
# How many multiplications one product of matrices may have. OpenBLAS, which numpy is built with, spreads larger ones
# over all cores, and for so little work waiting for the other cores costs ten times what it saves.
_ONE_CORE = 1 << 18
# What a span is worth as a target for each sentence that it stands farther off.
_FARTHER = 0.1


class Piece(NamedTuple):
    """Tokens ``first`` to ``last`` (exclusive) with the probability that the tags give them, a geometric mean."""

    role: str
    first: int
    last: int
    probability: float


class Named(NamedTuple):
    """A mention: tokens ``first`` to ``last`` (exclusive) of a family, with its kind where the family has kinds."""

    family: str
    kind: str | None
    first: int
    last: int
    probability: float


@dataclass(slots=True)
class Linked:
    """One attribution as the network sees it; ``inner`` where it stands in another's content; ``carried`` where its
    content has no cue and points to a source.
    """

    source: list[Piece]
    cue: list[Piece]
    content: list[Piece]
    inner: bool = False
    carried: bool = False


def allowed(transitions: Floats) -> Floats:
    """``transitions`` (from × to, added to the scores) with those ruled out that no well-formed row has."""
    out = transitions.copy()
    for to in range(2, transitions.shape[0], 2):  # inside tags: after begin or inside of the same role alone
        for before in range(transitions.shape[0]):
            if before not in (to - 1, to):
                out[before, to] = _NEVER
    return out


def log_softmax(x: Floats) -> Floats:
    """Row by row."""
    shifted = x - x.max(-1, keepdims=True)
    result: Floats = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return result


def best_tags(scores: Floats, transitions: Floats, ends: Ints) -> Ints:
    """Viterbi over each stretch of tokens up to ``ends`` (exclusive, rising), all stretches side by side."""
    count, width = scores.shape
    if not count:
        return np.zeros(0, np.int64)
    begins = np.concatenate([[0], ends[:-1]])
    lengths = ends - begins
    order = np.argsort(-lengths, kind="stable")
    begins, lengths = begins[order], lengths[order]
    back = np.zeros((count, width), np.int8)
    start = np.full(width, 0.0, np.float32)
    start[2::2] = _NEVER
    state = scores[begins] + start
    final = np.zeros((len(begins), width), np.float32)
    for step in range(1, int(lengths[0]) + 1):
        live = int(np.searchsorted(-lengths, -step, side="left"))  # those longer than ``step``
        final[live : len(state)] = state[live:]
        if not live:
            break
        options = state[:live, :, None] + transitions[None]
        at = begins[:live] + step
        back[at] = options.argmax(1)
        state = options.max(1) + scores[at]
    tags = np.zeros(count, np.int64)
    now = final.argmax(1)
    for step in range(int(lengths[0]) - 1, -1, -1):
        live = int(np.searchsorted(-lengths, -step, side="left"))
        at = begins[:live] + step
        tags[at] = now[:live]
        now[:live] = back[at, now[:live]]
    return tags


def pieces_of(tags: Ints, chances: Floats, ends: Ints) -> list[Piece]:
    """The spans of a row of tags; none reaches over an end. ``chances`` are log probabilities of all tags."""
    stops = set(ends.tolist())
    taken = chances[np.arange(len(tags)), tags]
    out: list[Piece] = []
    row = tags.tolist()
    at = 0
    while at < len(row):
        tag = row[at]
        if tag % 2 == 0:
            at += 1
            continue
        last = at + 1
        while last < len(row) and row[last] == tag + 1 and last not in stops:
            last += 1
        mean = float(np.exp(taken[at:last].mean()))
        out.append(Piece(ROLES[tag // 2], at, last, mean))
        at = last
    return out


def mentions(scores: Scores) -> list[Named]:
    """The mentions of all families, in order of the text."""
    out: list[Named] = []
    for family in FAMILIES:
        chances = log_softmax(scores.head(family))
        out += _of_family(family, chances, scores)
    return sorted(out, key=lambda m: (m.first, -m.last))


def _of_family(family: str, chances: Floats, scores: Scores) -> list[Named]:
    best = chances.argmax(1)
    taken = chances[np.arange(len(best)), best]
    row = best.tolist()
    out: list[Named] = []
    for first in np.flatnonzero(best == 1).tolist():
        last = first + 1
        while last < len(row) and row[last] == 2:
            last += 1
        kind = None
        if family in KINDS:
            kind = KINDS[family][int(scores.head(f"{family} kinds")[first].argmax())]
        mean = float(np.exp(taken[first:last].mean()))
        out.append(Named(family, kind, first, last, mean))
    return out


def attributions(scores: Scores, ends: Ints, transitions: dict[str, Floats], sentence: Ints) -> list[Linked]:
    """Attributions of both layers. ``ends`` are the ends of the paragraphs in tokens, ``sentence`` each token's
    sentence, ``transitions`` those of the layers "outer" and "inner".
    """
    out: list[Linked] = []
    outer = _layer(scores, "outer", ends, transitions["outer"])
    out += link(outer, scores, sentence)
    inner = _layer(scores, "inner", ends, transitions["inner"])
    for linked in link(inner, scores, sentence):
        if linked.content and linked.cue:
            linked.inner = True
            out.append(linked)
    return out


def _layer(scores: Scores, name: str, ends: Ints, transitions: Floats) -> list[Piece]:
    chances = log_softmax(scores.head(name))
    tags = best_tags(scores.head(name) + _FAVOUR, transitions, ends)
    return pieces_of(tags, chances, ends)


def link(found: Sequence[Piece], scores: Scores, sentence: Ints) -> list[Linked]:
    """Puts the spans of one layer together by where they point."""
    groups = _whole_cues([p for p in found if p.role == "cue"], scores, sentence)
    sources = [p for p in found if p.role == "source"]
    made = [Linked([], group, []) for group in groups]
    cues = _Targets([group[0] for group in groups], scores, sentence)
    speakers = _Targets([*cues.pieces, *sources], scores, sentence)
    carried: dict[int, Linked] = {}
    for piece in (p for p in found if p.role == "content"):
        targets = speakers.of(piece, _SHARED_CONTENT)
        for target in targets:
            if target < len(cues.pieces):
                made[target].content.append(piece)
            else:
                number = target - len(cues.pieces)
                on = carried.setdefault(number, Linked([sources[number]], [], [], carried=True))
                on.content.append(piece)
        if not targets:
            made.append(Linked([], [], [piece]))
    for piece in sources:
        for target in cues.of(piece, _SHARED_SOURCE):
            made[target].source.append(piece)
    made += carried.values()
    _share_sources(made, sentence)
    made = [m for m in made if m.content]
    return sorted(made, key=lambda m: min(p.first for p in (*m.source, *m.cue, *m.content)))


def _whole_cues(cues: Sequence[Piece], scores: Scores, sentence: Ints) -> list[list[Piece]]:
    """Cues in several pieces ("teilte … mit") put together: the later piece points to the first."""
    groups: list[list[Piece]] = []
    for piece in cues:
        near = [g for g in groups[-_CUES_BACK:] if piece.first - g[0].first <= _REACH]
        targets = _Targets([*(g[0] for g in near), piece], scores, sentence).of(piece, 1.0)
        if targets and targets[0] < len(near):
            near[targets[0]].append(piece)
        else:
            groups.append([piece])
    return groups


class _Targets:
    """Spans that others may point to, found by nearness."""

    def __init__(self, pieces: Sequence[Piece], scores: Scores, sentence: Ints) -> None:
        self.pieces, self._scores, self._sentence = pieces, scores, sentence
        firsts = np.array([p.first for p in pieces], np.int64)
        lasts = np.array([p.last for p in pieces], np.int64)
        self._order = np.argsort(firsts, kind="stable")
        self._firsts, self._lasts = firsts[self._order], lasts[self._order]

    def of(self, piece: Piece, least: float) -> list[int]:
        """The index of the span that ``piece`` points to, and after it those to which at least ``least`` of its
        pointing to spans goes; none where there is no span within reach.
        """
        lo, hi = np.searchsorted(self._firsts, [piece.first - _REACH, piece.first + _REACH + 1])
        if lo == hi:
            return []
        start = max(0, piece.first - _REACH)
        key = self._scores.key[start : piece.first + _REACH + _LONG]
        chances = np.exp(log_softmax(_products(self._scores.query[piece.first : piece.last], key))).mean(0)
        running = np.concatenate([[0.0], np.cumsum(chances)])
        firsts, lasts = self._firsts[lo:hi], self._lasts[lo:hi]
        mass = running[np.minimum(lasts - start, len(chances))] - running[firsts - start]
        away = np.minimum(
            np.abs(self._sentence[firsts] - self._sentence[piece.first]),
            np.abs(self._sentence[firsts] - self._sentence[piece.last - 1]),
        )
        weighed = (mass + 1e-6) * _FARTHER**away
        best = int(weighed.argmax())
        share = weighed / weighed.sum()
        others = (i for i in np.flatnonzero(share >= least).tolist() if i != best)
        return [int(self._order[lo + i]) for i in (best, *others)]


def _products(queries: Floats, keys: Floats) -> Floats:
    """``queries`` × ``keys`` transposed, band by band, each small enough for one core."""
    band = max(1, _ONE_CORE // max(1, keys.size))
    if len(queries) <= band:
        return queries @ keys.T
    return np.concatenate([queries[at : at + band] @ keys.T for at in range(0, len(queries), band)])


def _share_sources(made: Sequence[Linked], sentence: Ints) -> None:
    """A cue without a source takes the source of the nearest earlier cue in its sentence ("said … and added")."""
    earlier: Linked | None = None
    for linked in sorted((m for m in made if m.cue), key=lambda m: m.cue[0].first):
        if linked.source:
            earlier = linked
        elif earlier is not None and sentence[earlier.cue[0].first] == sentence[linked.cue[0].first]:
            linked.source = list(earlier.source)
