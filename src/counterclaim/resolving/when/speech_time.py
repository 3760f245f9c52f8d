"""The words of a sentence as they matter to its days: verbs of saying, where clauses end, marks of background."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from counterclaim.records.span import Span
from counterclaim.records.tagging import Sentence
from counterclaim.records.when import TimeExpression
from counterclaim.words.lexicon import Hit, Lexicon
from counterclaim.words.tokens import Token, tokens

_MARKS = frozenset(',;:—–()"“”«»„')
_QUOTES = frozenset('"“”«»„')
_STOP = frozenset(".!?…")
_AFTER_VERB = 8
_ADJACENT = 3
_FRONT = 3
_EARLIER_REACH = 3
_FRAME = 14
_LEAD_REACH = 40
_THAN_REACH = 3
_MEASURE_REACH = 10
_LOCATIVE_REACH = 3


@dataclass(frozen=True, slots=True)
class Clause:
    """The tokens of a sentence with the hits of the language's word lists, and its paragraph."""

    tokens: tuple[Token, ...]
    starts: tuple[int, ...]
    hits: tuple[Hit[str], ...]
    paragraph: int
    lists: Mapping[str, list[int]]

    def at(self, offset: int) -> int:
        """The first token that begins at or after a text offset."""
        return bisect_left(self.starts, offset)

    def names_within(self, start: int, end: int) -> set[str]:
        """Names of the lists that have a hit inside ``text[start:end]``."""
        first, last = self.at(start), self.at(end)
        return {h.key for h in self.hits if first <= h.first and h.last <= last}

    def positions(self, name: str) -> list[int]:
        """First tokens of a list's hits, in order."""
        return self.lists.get(name, [])

    def within(self, name: str, first: int, last: int) -> list[int]:
        """Those of ``positions`` that lie between two tokens."""
        found = self.positions(name)
        return found[bisect_left(found, first) : bisect_left(found, last)]

    def boundaries(self, first: int, last: int) -> int:
        """How many clause boundaries lie between two tokens."""
        words = len(self.within("that", first, last)) + len(self.within("relative", first, last))
        return words + sum(1 for t in self.tokens[first:last] if t.low in _MARKS)

    def distance(self, start: int, end: int, trigger: tuple[int, int]) -> tuple[int, int]:
        """Boundaries, then tokens, between an expression and the word that speaks of the event."""
        if end <= trigger[0]:
            first, last = self.at(end), self.at(trigger[0])
        else:
            first, last = self.at(trigger[1]), self.at(start)
        return self.boundaries(first, last), max(0, last - first)

    def is_status(self, time: TimeExpression) -> bool:
        """Whether a count stood so then ("by Tuesday 50 had died"), which is not the day of the event."""
        first = self.at(time.start)
        return any(h.key == "status" and h.first < first + 1 and first <= h.last <= first + 1 for h in self.hits)

    def is_located(self, clause: Span, name: int) -> bool:
        """Whether a place name in ``clause`` says where the event was ("in Dolmen", "the village of Dolmen"), not
        where the hurt were taken ("the hospital in Dolmen").
        """
        at = self.at(name)
        near = range(max(self.at(clause.start), at - _LOCATIVE_REACH), at)
        if not clause.start <= name < clause.end or any(h.key == "clinic" and h.first in near for h in self.hits):
            return False
        return any(h.key == "locative" and h.last - 1 in near for h in self.hits)

    def is_measure(self, time: TimeExpression) -> bool:
        """Whether it only measures: "the first strike since 2022", "better than three months ago"."""
        first = self.at(time.start)
        if self.within("than", first - _THAN_REACH, first):
            return True
        return time.rule == "since" and bool(self.within("rarest", first - _MEASURE_REACH, first))

    def is_earlier_event(self, start: int, end: int, trigger: Span) -> bool:
        """Whether a word such as "previously" belongs to the event, not to a verb of saying beside it."""
        first, last = self.at(start), self.at(end)
        speech = [
            p
            for p in (*self.positions("speech"), *self.positions("adjunct"))
            if not trigger.start <= self.tokens[p].start < trigger.end
        ]
        for at in self.positions("earlier"):
            if (
                first <= at < last
                and not self._elsewhere(at, trigger)
                and not any(self._says(p, at, trigger) for p in speech)
            ):
                return True
        return False

    def _elsewhere(self, earlier: int, trigger: Span) -> bool:
        """Whether the word stands in a relative clause or quotation that begins behind the event."""
        begins = self.at(trigger.end)
        opened = any(h.key == "relative" and begins <= h.first < earlier for h in self.hits)
        return opened or any(t.low in _QUOTES for t in self.tokens[begins:earlier])

    def _says(self, verb: int, earlier: int, trigger: Span) -> bool:
        """Whether "earlier" belongs to this verb of saying: beside it, or before it and it before the event."""
        apart = earlier < verb <= earlier + _FRAME and self.boundaries(earlier, verb) == 0
        if apart and _ends_clause(self, verb + 1):
            return True  # "had earlier of an attack spoken": the verb closes the frame.
        between = earlier < verb <= earlier + _FRAME and self.tokens[verb].end <= trigger.start
        return between or abs(earlier - verb) <= _EARLIER_REACH


def clause_of(text: str, sentence: Sentence, lexicon: Lexicon[str], times: Sequence[TimeExpression]) -> Clause:
    """The sentence's words, with all hits of ``lexicon``, but those inside a dated expression ("a day earlier")."""
    words = tokens(text, sentence.start, sentence.end)
    dated = [t for t in times if t.edtf is not None]
    begins = [t.start for t in dated]

    def is_dated(hit: Hit[str]) -> bool:
        at = bisect_right(begins, words[hit.first].start) - 1
        return at >= 0 and words[hit.last - 1].end <= dated[at].end

    hits = [h for h in lexicon.all(words) if not is_dated(h)]
    lists: dict[str, list[int]] = {}
    for hit in sorted(hits, key=lambda h: h.first):
        lists.setdefault(hit.key, []).append(hit.first)
    return Clause(words, tuple(t.start for t in words), tuple(hits), sentence.paragraph, lists)


def _ends_clause(clause: Clause, at: int) -> bool:
    if at >= len(clause.tokens):
        return True
    return clause.tokens[at].low in _MARKS | _STOP or bool(clause.within("that", at, at + 1))


def _follows(clause: Clause, verb: int, first: int, last: int, trigger: Span) -> bool:
    """ "said on Tuesday that", "told reporters Tuesday", "claimed Tuesday the destruction"."""
    if not 0 < first - verb <= _AFTER_VERB or clause.boundaries(verb + 1, first):
        return False
    if last < len(clause.tokens) and clause.tokens[last].low == "'s":
        return False
    if first - verb <= _ADJACENT - 1:
        return True
    between = clause.tokens[verb].end <= trigger.start <= clause.tokens[first].start
    return not between and _ends_clause(clause, last)


def _names_its_speaker(clause: Clause, adjunct: int, first: int, last: int, trigger: Span) -> bool:
    """ "… were hit, according to the mayor on Tuesday": the expression ends what names the speaker. Before the event,
    or with more of the clause to come, it dates the event ("was according to its owner on Sunday hit by drones").
    """
    if not 0 < first - adjunct <= _AFTER_VERB or clause.boundaries(adjunct + 1, first):
        return False
    return trigger.end <= clause.tokens[adjunct].start and _ends_clause(clause, last)


def _leads(clause: Clause, verb: int, first: int, last: int, trigger: Span) -> bool:
    """ "On Tuesday the army said that …": the expression opens the clause, or stands right before the verb, and the
    verb comes before the event.
    """
    if verb == last and clause.tokens[verb].end <= trigger.start:
        return True  # "the envoy on Tuesday assured …"
    near = clause.tokens[max(0, first - _FRONT - 1) : first]
    opens = first <= _FRONT or any(t.low in _MARKS for t in near)
    if not opens or verb < last or trigger.start < clause.tokens[verb].start:
        return False
    comma = last < len(clause.tokens) and clause.tokens[last].low == ","
    if comma and verb == last + 1:
        return False
    return clause.boundaries(last + comma, verb) == 0


def is_speech_time(time: TimeExpression, clause: Clause, trigger: Span) -> bool:
    """Whether the expression dates the saying, not the event. Never where the event itself is an act of saying."""
    first, last = clause.at(time.start), clause.at(time.end)
    verbs = clause.within("speech", first - _AFTER_VERB, last + _LEAD_REACH)
    if clause.within("speech", clause.at(trigger.start), clause.at(trigger.end)):
        return False
    adjuncts = clause.within("adjunct", first - _AFTER_VERB, first)
    if any(_names_its_speaker(clause, a, first, last, trigger) for a in adjuncts):
        return True
    return any(_follows(clause, v, first, last, trigger) or _leads(clause, v, first, last, trigger) for v in verbs)
