"""Whom a pronoun in its own sentence takes up: who opens the sentence, or stands right before "lui"."""

from counterclaim.records.span import Span
from counterclaim.records.tagging import Attribution, Sentence
from counterclaim.resolving.who.compose import Composer
from counterclaim.resolving.who.reach import NAMING
from counterclaim.resolving.who.speaker import Kind, Speaker
from counterclaim.resolving.who.vocabulary import Part, filler

_TAKING_UP = frozenset({"lui", "elle", "eux", "elles"})


class TakingUp:
    """Looks beside the pronouns of one report."""

    def __init__(self, composer: Composer) -> None:
        self.composer = composer
        self.chart = composer.chart

    def subject(self, sentence: Sentence | None, spans: list[Span]) -> Speaker | None:
        """ "The Legion put up a video in which, it claims, …": who opens the sentence of a pronoun is meant by it;
        "le Rwanda, lui": so is who stands right before it.
        """
        if sentence is None or not spans:
            return None
        beside = self._taken_up(spans[0])
        if beside is not None:
            return beside
        low, high = self.chart.tokens_of(sentence.start, spans[0].start)
        units = [u for u in self.chart.between(low, min(high, low + 4)) if u.part in (Part.CLASS, Part.PARTY)]
        if not units or any(self.chart.stream[n].low not in filler() for n in range(low, units[0].first)):
            return None
        found = self.composer.speaker(units[0].first, units[0].last)
        return found if found is not None and found.kind is not Kind.PERSON else None

    def before_cue(self, attribution: Attribution) -> Speaker | None:
        """ "Le Rwanda, lui, nie …": the one before the pronoun between commas, where the source found is nobody."""
        if not attribution.cue:
            return None
        n, _ = self.chart.tokens_of(attribution.cue[0].start, attribution.cue[0].end)
        if n < 4 or self.chart.stream[n - 1].low != ",":
            return None
        word = self.chart.stream[n - 2]
        return self._taken_up(Span(word.start, word.end)) if word.low in _TAKING_UP else None

    def _taken_up(self, pronoun: Span) -> Speaker | None:
        """Whom a French "lui" or "elle" behind a comma takes up."""
        if self.chart.language != "fr":
            return None
        n, _ = self.chart.tokens_of(pronoun.start, pronoun.end)
        if n < 2 or self.chart.stream[n - 1].low != ",":
            return None
        unit = next((u for u in self.chart.between(max(0, n - 10), n - 1) if u.last == n - 1), None)
        return self.composer.speaker(unit.first, unit.last) if unit is not None and unit.part in NAMING else None
