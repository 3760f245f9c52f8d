"""Who passed a statement on: the outlets that stand before "citing", outermost first."""

from counterclaim.records.span import Span
from counterclaim.records.tagging import Sentence
from counterclaim.resolving.who.compose import Composer
from counterclaim.resolving.who.reach import REACH
from counterclaim.resolving.who.speaker import Kind, Speaker
from counterclaim.resolving.who.vocabulary import Part

_BREAKS = frozenset({",", ".", ":", ";", "—", "–", "(", '"', "«", "“", "that", "що", "что", "que", "dass"})
_OUTLETS = (Part.AGENCY, Part.OUTLET)


class PassingOn:
    """Reads the sentences of one report for outlets that cite."""

    def __init__(self, composer: Composer) -> None:
        self.composer = composer
        self.chart = composer.chart

    def cited(self, speaker: Speaker | None, sentence: Sentence | None) -> tuple[Speaker | None, tuple[str, ...]]:
        """ "RIA, citing rescuers": the rescuers, passed on by RIA."""
        if speaker is None or speaker.kind is not Kind.MEDIA or sentence is None:
            return speaker, ()
        low, high = self.chart.tokens_of(sentence.start, sentence.end)
        for unit in self.chart.between(low, high):
            if unit.part is not Part.CITING:
                continue
            far = range(unit.last, min(high, unit.last + 2 * REACH))
            end = next((n for n in far if self.chart.stream[n].low in _BREAKS), min(high, unit.last + REACH))
            cited = self.composer.speaker(unit.last, end)
            if cited is not None and cited.name != speaker.name:
                return cited, (speaker.name,)
        return speaker, ()

    def outlets(self, sentence: Sentence | None, named: Span) -> tuple[str, ...]:
        """The outlets before the one named, where the sentence says that they cite: "X reported, citing Y, that the
        mayor said" gives X and Y for the mayor.
        """
        if sentence is None:
            return ()
        units = self.chart.between(*self.chart.tokens_of(sentence.start, named.start))
        if not any(u.part is Part.CITING for u in units):
            return ()
        return tuple(u.key for u in units if u.part in _OUTLETS)
