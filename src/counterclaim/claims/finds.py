"""What was found in a report, sorted into its sentences once, so that each sentence is read with its own finds only."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from counterclaim.records.claim import Trigger
from counterclaim.records.place import Toponym
from counterclaim.records.tagging import Attribution, Sentence, Tagging


@dataclass(frozen=True, slots=True)
class Finds:
    """What was found in one sentence, in order of the text; ``attributions`` those that touch it, by their index in the
    tagging.
    """

    triggers: list[Trigger] = field(default_factory=list)
    toponyms: list[Toponym] = field(default_factory=list)
    attributions: dict[int, Attribution] = field(default_factory=dict)


def finds(tagging: Tagging, triggers: Iterable[Trigger], toponyms: Iterable[Toponym]) -> list[Finds]:
    """What was found in each sentence of ``tagging``: the triggers and toponyms that begin in it, and attributions."""
    sentences = tagging.sentences
    out = [Finds() for _ in sentences]
    starts = [s.start for s in sentences]
    for trigger in sorted(triggers, key=lambda t: t.start):
        for at in _touched(sentences, starts, trigger.start, trigger.start + 1):
            out[at].triggers.append(trigger)
    for toponym in sorted(toponyms, key=lambda t: t.start):
        for at in _touched(sentences, starts, toponym.start, toponym.start + 1):
            out[at].toponyms.append(toponym)
    for index, attribution in enumerate(tagging.attributions):
        for span in (*attribution.source, *attribution.cue, *attribution.content):
            for at in _touched(sentences, starts, span.start, span.end):
                out[at].attributions[index] = attribution
    return out


def _touched(sentences: Sequence[Sentence], starts: Sequence[int], start: int, end: int) -> Iterator[int]:
    """The sentences that share a character with ``start`` to ``end``."""
    for at in range(max(0, bisect_right(starts, start) - 1), len(sentences)):
        if sentences[at].start >= end:
            return
        if start < sentences[at].end:
            yield at
