"""Whom a text names without letting them speak: "the ministry" and "it" may mean them later."""

from bisect import bisect_right

from counterclaim.records.tagging import Tagging
from counterclaim.resolving.who.chart import Unit
from counterclaim.resolving.who.compose import Composer
from counterclaim.resolving.who.speaker import Kind, Speaker
from counterclaim.resolving.who.vocabulary import Part, filler

# How many words may stand before the subject of a sentence.
_HEAD = 4


class Mentions:
    """Goes through a text once, a stretch at a time."""

    def __init__(self, composer: Composer, tagging: Tagging) -> None:
        self._composer = composer
        self.chart = composer.chart
        self._noted = 0
        self._starts = [s.start for s in tagging.sentences]

    def note(self, before: int) -> None:
        """Those named in the text so far can be meant by "the unit", "the ministry" or "it"."""
        units = self.chart.between(self._noted, before)
        for n, unit in enumerate(units):
            if unit.part is Part.PARTY and self._composer.allied(unit):
                continue
            if unit.part is Part.PARTY:
                found = self._composer.speaker(unit.first, unit.last)
            elif unit.part is Part.BODY:
                found = self._body_with_nation(units, n)
            else:
                continue
            if found is not None and found.kind in (Kind.GROUP, Kind.COMPANY, Kind.BODY):
                self._composer.memory.name_only(found, self._heads_sentence(unit))
        self._noted = max(self._noted, before)

    def _body_with_nation(self, units: list[Unit], n: int) -> Speaker | None:
        """A body beside which a nation stands: "Russia's Defence Ministry", "Міноборони РФ"."""
        for other in units[max(0, n - 1) : n + 2]:
            first, last = min(other.first, units[n].first), max(other.last, units[n].last)
            inner = self.chart.stream[min(other.last, units[n].last) : max(other.first, units[n].first)]
            if other.part in (Part.NATION, Part.CAPITAL) and len(inner) <= 2 and all(t.low in filler() for t in inner):
                return self._composer.speaker(first, last)
        return None

    def _heads_sentence(self, unit: Unit) -> bool:
        start = self.chart.stream[unit.first].start
        at = bisect_right(self._starts, start) - 1
        if at < 0:
            return False
        low, _ = self.chart.tokens_of(self._starts[at], start)
        return unit.first - low <= _HEAD
