"""Where the words that name a source begin and end: an office stands before a name or behind it."""

from dataclasses import dataclass

from counterclaim.records.span import Span, hull
from counterclaim.records.tagging import Sentence
from counterclaim.resolving.who.chart import Chart
from counterclaim.resolving.who.vocabulary import Part, filler

REACH = 10
NAMING = (Part.ROLE, Part.AREA, Part.NATION, Part.CAPITAL, Part.BODY, Part.PARTY, Part.REGION)
_CLOSING = frozenset({",", ".", ";", ":", "—", "–", ")"})


@dataclass(frozen=True, slots=True)
class Reach:
    """Widens sources of one text."""

    chart: Chart

    def tokens(self, spans: list[Span], sentence: Sentence | None) -> tuple[int, int]:
        """The token range of a source, widened over the office before a name and the name after an office."""
        whole = hull(spans)
        if len(whole) > 400:
            whole = spans[0]
        first, last = self.chart.tokens_of(whole.start, whole.end)
        low, high = (
            (0, len(self.chart.stream)) if sentence is None else self.chart.tokens_of(sentence.start, sentence.end)
        )
        if not self.chart.runs(first, last):
            last = self._name_behind(first, last, high)
        if not any(u.part in (Part.ROLE, Part.BODY, Part.PARTY) for u in self.chart.between(first, last)):
            widened = self._office_before(first, last, low)
            last = self._office_behind(first, last, high) if widened == first else last
            first = widened
        return first, last

    def _office_behind(self, first: int, last: int, high: int) -> int:
        """ "Ana Lem, the army spokesman,": the office that explains a name."""
        runs = self.chart.runs(first, last)
        if not runs or runs[-1].last != last or runs[-1].last - runs[-1].first < 2 or last >= high:
            return last
        if self.chart.stream[last].low != ",":
            return last
        end = next(
            (n for n in range(last + 1, min(high, last + 2 * REACH)) if self.chart.stream[n].low in _CLOSING), None
        )
        if end is None:
            return last
        role = next((u for u in self.chart.between(last + 1, end) if u.part is Part.ROLE), None)
        before = self.chart.between(last + 1, role.first) if role else []
        named = {n for u in before for n in range(u.first, u.last)}
        free = [n for n in range(last + 1, role.first) if n not in named] if role else [0]
        return end if all(self.chart.stream[n].low in filler() for n in free) and role else last

    def _name_behind(self, first: int, last: int, high: int) -> int:
        if not any(u.part is Part.ROLE for u in self.chart.between(first, last)):
            return last
        n, end = last, min(high, last + REACH)
        while n < end:
            if self.chart.is_name_word(n):
                run = self.chart.runs(n, min(high, n + REACH))[0]
                return run.last
            unit = next((u for u in self.chart.between(n, n + 1) if u.part in NAMING), None)
            if unit is None and self.chart.stream[n].low not in filler() and self.chart.stream[n].low != ",":
                return last
            n = unit.last if unit else n + 1
        return last

    def _office_before(self, first: int, last: int, low: int) -> int:
        if not self.chart.runs(first, last):
            return first
        units = [u for u in self.chart.between(max(low, first - REACH), first) if u.part in NAMING]
        at = first
        for unit in reversed(units):
            between = range(unit.last, at)
            if any(self.chart.stream[n].low not in filler() and self.chart.stream[n].low != "," for n in between):
                break
            at = unit.first
        return at
