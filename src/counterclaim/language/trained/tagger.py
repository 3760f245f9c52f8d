"""A ``Tagger`` by the trained network: attributions of two layers and mentions, in five languages."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from counterclaim.language.sentences import split
from counterclaim.language.trained import decode
from counterclaim.language.trained.decode import Ints, Linked, Named, Piece
from counterclaim.language.trained.files import Model, shipped
from counterclaim.language.trained.network import scores
from counterclaim.language.trained.pieces import pieces
from counterclaim.language.trained.readings import reading
from counterclaim.records.made_by import MadeBy
from counterclaim.records.report import Report
from counterclaim.records.span import Span
from counterclaim.records.tagging import Attribution, Mention, Sentence, Tagging
from counterclaim.words.tokens import Token, tokens

_BLOCK = 100_000  # characters that are read at once
_NEAR = 12  # attributions before and behind among which one is looked for that holds another


class TrainedTagger:
    """Reads with the shipped model, or with the one given. ``threads`` is how many cores one text may use."""

    def __init__(self, model: Model | None = None, threads: int = 1) -> None:
        self._model, self._threads = model, threads

    @property
    def model(self) -> Model:
        """The model, loaded when first asked for."""
        return self._model or shipped(self._threads)

    def reads(self, language: str | None) -> bool:
        """Whether the model has been trained on ``language``."""
        return language in self.model.languages

    def made(self, language: str | None) -> MadeBy:
        """What answers are signed with."""
        return MadeBy("tagger", "model", self.model.version, f"lang={language}")

    def tag(self, report: Report) -> Tagging:
        """Sentences, attributions and mentions of ``report``; of a language it cannot read the sentences alone."""
        sentences = split(report)
        made = self.made(report.language)
        if not self.reads(report.language):
            return Tagging(report.id, report.language, sentences, (), made)
        found, named = self.read(report, sentences)
        return Tagging(report.id, report.language, sentences, found, made, named)

    def read(
        self, report: Report, sentences: Sequence[Sentence]
    ) -> tuple[tuple[Attribution, ...], tuple[Mention, ...]]:
        """Attributions and mentions of the reporting ``sentences``; ``reads`` must be true of the language."""
        found: list[Attribution] = []
        named: list[Mention] = []
        for block in _blocks(_paragraphs(sentences)):
            attributions, mentions = self._read(report, sentences, block)
            before = len(found)
            found += (a if a.parent is None else replace(a, parent=a.parent + before) for a in attributions)
            named += mentions
        return tuple(found), tuple(named)

    def _read(
        self, report: Report, sentences: Sequence[Sentence], paragraphs: Sequence[tuple[int, int]]
    ) -> tuple[list[Attribution], list[Mention]]:
        stream: list[Token] = []
        ends: list[int] = []
        for start, end in paragraphs:
            stream += tokens(report.text, start, end)
            ends.append(len(stream))
        if not stream:
            return [], []
        model = self.model
        text = pieces(report.text, paragraphs, stream, model.tokenizer)
        sentence = _sentence_of(stream, sentences)
        begins = np.flatnonzero(np.diff(sentence, prepend=-1))
        answer = scores(text, [int(p) for p in text.first[begins] if p >= 0], model.network)
        stops = np.array(sorted(set(ends)), np.int64)
        linked = decode.attributions(answer, stops, model.moves, sentence)
        said = _attributions(linked, stream, report.language or "", model)
        return said, [_mention(m, stream) for m in decode.mentions(answer)]


def _blocks(paragraphs: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """The paragraphs in blocks of so many characters that what is known of their pieces fits into little memory."""
    block: list[tuple[int, int]] = []
    for paragraph in paragraphs:
        if block and paragraph[1] - block[0][0] > _BLOCK:
            yield block
            block = []
        block.append(paragraph)
    if block:
        yield block


def _paragraphs(sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """The stretches of reporting sentences of one paragraph."""
    out: list[tuple[int, int]] = []
    before: Sentence | None = None
    for sentence in sentences:
        if not sentence.furniture:
            if before is not None and not before.furniture and before.paragraph == sentence.paragraph:
                out[-1] = (out[-1][0], sentence.end)
            else:
                out.append((sentence.start, sentence.end))
        before = sentence
    return out


def _sentence_of(stream: Sequence[Token], sentences: Sequence[Sentence]) -> Ints:
    starts = np.array([s.start for s in sentences], np.int64)
    at: Ints = np.searchsorted(starts, [t.start for t in stream], side="right") - 1
    return at


def _attributions(found: Sequence[Linked], stream: Sequence[Token], language: str, model: Model) -> list[Attribution]:
    out = []
    for linked in found:
        cue_id, stance, distance = reading(language, stream, [(p.first, p.last) for p in linked.cue])
        out.append(
            Attribution(
                source=_spans(linked.source, stream),
                cue=_spans(linked.cue, stream),
                content=_spans(linked.content, stream),
                cue_id=cue_id,
                stance=stance,
                distance=distance,
                confidence=_calibrated(linked, model.curve),
                found_by="model",
            )
        )
    return [replace(a, parent=_parent(n, out)) for n, a in enumerate(out)]


def _spans(found: Sequence[Piece], stream: Sequence[Token]) -> tuple[Span, ...]:
    return tuple(Span(stream[p.first].start, stream[p.last - 1].end) for p in sorted(found, key=lambda p: p.first))


def _parent(number: int, found: Sequence[Attribution]) -> int | None:
    """The narrowest attribution nearby in whose content this one's content and cue stand."""
    own = found[number]
    parts = [*own.content, *own.cue]
    first = max(0, number - _NEAR)
    around = [
        (sum(s.end - s.start for s in other.content), at)
        for at, other in enumerate(found[first : number + _NEAR], first)
        if at != number and other.content != own.content and all(any(s.covers(p) for s in other.content) for p in parts)
    ]
    return min(around)[1] if around else None


def raw_confidence(linked: Linked) -> float:
    """The geometric mean of the spans' probabilities, before calibration."""
    parts = [*linked.content, *linked.cue, *linked.source]
    return float(np.exp(np.mean(np.log([max(p.probability, 1e-6) for p in parts])))) if parts else 0.0


def _calibrated(linked: Linked, curve: Sequence[tuple[float, float]]) -> float:
    xs, ys = zip(*curve, strict=True)
    return round(float(np.interp(raw_confidence(linked), xs, ys)), 3)


def _mention(found: Named, stream: Sequence[Token]) -> Mention:
    start, end = stream[found.first].start, stream[found.last - 1].end
    return Mention(start, end, found.family, found.kind, round(found.probability, 3))
