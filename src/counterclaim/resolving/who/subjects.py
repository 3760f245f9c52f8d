"""Whether the words that the grammar took for a source name anybody, and, where not, who stands on the other side of
the verb: "Die Sperrung ordnete Krim-Chef Ana Lem an", "на кадрах, которые выложил канал «Север»".
"""

from dataclasses import dataclass

from counterclaim.records.span import Span
from counterclaim.records.tagging import Sentence
from counterclaim.resolving.who.channels import Channels
from counterclaim.resolving.who.chart import Chart
from counterclaim.resolving.who.scene import signs
from counterclaim.resolving.who.speaker import Kind, Speaker
from counterclaim.resolving.who.vocabulary import Part, filler, mark_lexicon, mark_stems, mark_words

# Verbs stand freely before their subject in these.
_FREE = frozenset({"de", "ru", "uk", "fr"})
_HEADS = frozenset({Part.PARTY, Part.BODY, Part.ROLE, Part.PEOPLE, Part.UNNAMED, Part.AGENCY, Part.OUTLET, Part.GROUP})
_KNOWN = _HEADS | {Part.CLASS, Part.SAME, Part.PRONOUN, Part.NATION, Part.CAPITAL}
_STOPS = frozenset({",", ".", ":", ";", "!", "?", "—", "–", "(", ")", "…"})
# What ends the noun of a phrase and begins what explains it.
_LINKING = frozenset(
    {"of", "in", "at", "from", "with", "near", "who", "whose", "to", "for", "de", "du", "des", "d'", "à", "au", "dans"}
    | {"qui", "près", "von", "vom", "aus", "im", "der", "die", "das", "bei", "mit"}
)
# Of these, what tells whose somebody is: "a member of the council" may speak for it.
_WHOSE = frozenset({"of", "de", "du", "des", "d'", "der", "von", "vom"})
_HAS = frozenset({"a", "ont", "avait", "avaient", "aurait", "auraient"})
_FAR = 10
# How many words of somebody whom no list knows are kept as the name.
_NEW = 5
# How long a source with nothing but a pronoun in it may be: "his words", not "any loss in its ranks".
_SHORT = 3
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
        behind = self.chart.stream[last].low if last < len(self.chart.stream) else ""
        if last == first + 1 and stream[0].low == "nous" and behind in _HAS:
            return False  # "Nous a confié sa famille": it is we who were told.
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
        if any(u.part in _HEADS | {Part.CLASS, Part.SAME, Part.NATION, Part.CAPITAL, Part.AREA} for u in units):
            return True
        if last - first <= _SHORT and any(u.part is Part.PRONOUN for u in units):
            return True
        if Channels(self.chart).named(first, last) is not None:
            return True
        return any(self.chart.may_name(r) for r in self.chart.runs(first, last))

    def somebody_new(self, first: int, last: int) -> Speaker | None:
        """ "A beekeeper from Dolmen": somebody not named before, of a kind that no list knows, as the text has it; None
        where a statement or a film speaks, or somebody known.
        """
        stream = self.chart.stream[first:last]
        if len(stream) < 2 or stream[0].low not in mark_words("indefinite"):
            return None
        end = next((n for n, t in enumerate(stream) if n and (t.low in _STOPS or t.low in _LINKING)), len(stream))
        words = [t.low for t in stream[1:end]]
        if not 0 < len(words) <= _NEW or any(w.startswith(mark_stems("papers")) for w in words):
            return None
        whose = end < len(stream) and stream[end].low in _WHOSE
        known = self.chart.between(first, last if whose else first + end)
        if any(u.part in _KNOWN for u in known) or Channels(self.chart).named(first, last) is not None:
            return None
        return Speaker(f"unnamed {self.chart.surface(first + 1, first + end)}", Kind.UNNAMED, vague=True)

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
