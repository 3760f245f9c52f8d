"""Whether the words that the grammar took for a source name anybody, and, where not, who stands on the other side of
the verb: "Die Sperrung ordnete Krim-Chef Ana Lem an", "на кадрах, которые выложил канал «Север»".
"""

from dataclasses import dataclass

from counterclaim.records.span import Span
from counterclaim.records.tagging import Sentence
from counterclaim.resolving.who.channels import Channels
from counterclaim.resolving.who.chart import Chart
from counterclaim.resolving.who.scene import signs
from counterclaim.resolving.who.vocabulary import Part, filler, mark_lexicon, mark_stems, mark_words

# Verbs stand freely before their subject in these.
_FREE = frozenset({"de", "ru", "uk", "fr"})
_HEADS = frozenset({Part.PARTY, Part.BODY, Part.ROLE, Part.PEOPLE, Part.UNNAMED, Part.AGENCY, Part.OUTLET, Part.GROUP})
_STOPS = frozenset({",", ".", ":", ";", "!", "?", "—", "–", "(", ")", "…"})
_FAR = 10
# How many words a subject with all that explains it may have.
_SUBJECT = 25


@dataclass(frozen=True, slots=True)
class Subjects:
    """Judges the sources of one text."""

    chart: Chart

    def nobody(self, spans: list[Span]) -> bool:
        """ "We", "nul ne peut", "niemand", "the newsroom": the report itself."""
        if not spans:
            return False
        first, last = self.chart.tokens_of(spans[0].start, spans[0].end)
        stream = self.chart.stream[first : min(last, first + 4)]
        return bool(stream) and bool(mark_lexicon("nobody", "words").at(stream, 0))

    def unchecked(self, content: Span) -> bool:
        """Whether the words begin by saying that nothing can be checked: "there is no way of knowing …"."""
        first, last = self.chart.tokens_of(content.start, content.end)
        stream = self.chart.stream[first : min(last, first + 10)]
        return any(mark_lexicon("unchecked", "words").at(stream, n) for n in range(min(4, len(stream))))

    def points_back(self, cue: tuple[Span, ...]) -> bool:
        """ "Y lit-on", "dort heißt es": in what was cited last."""
        return any(
            t.low in mark_words("back")
            for c in cue
            for t in self.chart.stream[slice(*self.chart.tokens_of(c.start, c.end))]
        )

    def perceives(self, cue: tuple[Span, ...]) -> bool:
        """ "Residents heard explosions": they are not said to have told it."""
        words = (t for c in cue for t in self.chart.stream[slice(*self.chart.tokens_of(c.start, c.end))])
        return any(t.low.startswith(mark_stems("perceiving")) for t in words)

    def accuses(self, cue: tuple[Span, ...]) -> bool:
        """Whether the verb is one of accusing."""
        ranges = (self.chart.tokens_of(c.start, c.end) for c in cue)
        return any(h.key == "accuse" for low, high in ranges for h in signs().all(self.chart.stream[low:high]))

    def names_somebody(self, first: int, last: int) -> bool:
        """Whether a head of a source stands in the tokens before any preposition could take it away: a person, body,
        group, outlet, or a name.
        """
        units = self.chart.between(first, last)
        if any(
            u.part in _HEADS | {Part.CLASS, Part.PRONOUN, Part.SAME, Part.NATION, Part.CAPITAL, Part.AREA}
            for u in units
        ):
            return True
        if Channels(self.chart).named(first, last) is not None:
            return True
        return any(self.chart.may_name(r) for r in self.chart.runs(first, last))

    def behind_cue(self, cue: tuple[Span, ...], sentence: Sentence | None) -> tuple[int, int] | None:
        """The tokens right behind the verb up to the next mark, where a source opens them; None elsewhere."""
        if not cue or sentence is None or self.chart.language not in _FREE:
            return None
        _, high = self.chart.tokens_of(sentence.start, sentence.end)
        _, at = self.chart.tokens_of(cue[0].start, cue[0].end)
        while at < high and self.chart.stream[at].low in filler():
            at += 1
        end = next(
            (n for n in range(at, min(high, at + _FAR)) if self.chart.stream[n].low in _STOPS), min(high, at + _FAR)
        )
        opening = self.chart.between(at, min(end, at + 2))
        if any(u.part in _HEADS for u in opening) or self._named(at, end):
            return at, end
        return None

    def before_cue(self, cue: tuple[Span, ...], sentence: Sentence | None) -> tuple[int, int] | None:
        """The tokens of a subject that commas part from its verb, where the sentence goes on behind another one: "Der
        Vorsteher des Dorfes, Ana Lem, sagte, …".
        """
        if not cue or sentence is None:
            return None
        low, high = self.chart.tokens_of(sentence.start, sentence.end)
        at, behind = self.chart.tokens_of(cue[0].start, cue[0].end)
        if not low + 1 < at < low + _SUBJECT or behind >= high:
            return None
        stream = self.chart.stream
        if stream[at - 1].low != "," or stream[behind].low not in (",", ":"):
            return None
        first = next((n for n in range(low, at) if stream[n].low == ","), at)
        opening = self.chart.between(low, first)
        return (low, at - 1) if any(u.part in _HEADS for u in opening) or self.chart.runs(low, first) else None

    def _named(self, at: int, end: int) -> bool:
        """Whether a channel or a name of two words stands there at once."""
        if end <= at:
            return False
        if mark_lexicon("channel_words", "maybe").at(self.chart.stream, at):
            return True
        runs = self.chart.runs(at, end)
        return bool(runs) and runs[0].first == at and runs[0].last - at >= 2
