"""Builds a report with attributions by hand: each source is a phrase of the text, in order."""

import re

from counterclaim.records.actor import SourceAnswer
from counterclaim.records.claim import Assertion, Proposition
from counterclaim.records.conflict import Conflict
from counterclaim.records.event_type import EventType, PropositionKind
from counterclaim.records.made_by import MadeBy
from counterclaim.records.report import Report
from counterclaim.records.span import Span
from counterclaim.records.tagging import Attribution, Distance, Sentence, Stance, Tagging
from counterclaim.resolving.who import name_sources


def assertion(
    start: int, end: int, attribution: int | None, kind: str = "other", trigger: Span | None = None
) -> Assertion:
    return Assertion(
        start, end, 0, attribution, Stance.ASSERTS, Distance.NEUTRAL, EventType.OTHER,
        Proposition(PropositionKind(kind)), trigger or Span(start, start + 1),
    )  # fmt: skip


def report(text: str, language: str, published: str | None) -> Report:
    return Report("r", text, "-", language=language, published=published)


def tagging(text: str, language: str, attributions: tuple[Attribution, ...]) -> Tagging:
    sentences = tuple(Sentence(m.start(), m.end(), 0) for m in re.finditer(r"[^.!?]+[.!?]*", text))
    return Tagging("r", language, sentences, attributions, MadeBy("tagger", "hand", "1"))


def answers(
    packs: tuple[Conflict, ...], text: str, *sources: str, language: str = "en", published: str | None = "2024-03-12"
) -> tuple[SourceAnswer, ...]:
    at, said = 0, []
    for source in sources:
        at = text.index(source, at)
        said.append(Attribution((Span(at, at + len(source)),), (), (Span(at + len(source), len(text)),)))
        at += len(source)
    claims = tuple(assertion(a.content[0].start, a.content[0].end, n) for n, a in enumerate(said))
    return name_sources(report(text, language, published), tagging(text, language, tuple(said)), claims, packs)
