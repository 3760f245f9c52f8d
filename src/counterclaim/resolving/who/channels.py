"""Channels in messengers that speak: "канал «Пепел»", "der Telegram-Kanal Grey Zone", "the 112 telegram channel"."""

from dataclasses import dataclass

from counterclaim.resolving.who.chart import Chart, Run
from counterclaim.resolving.who.persons import english_name
from counterclaim.resolving.who.vocabulary import Part, filler, mark_lexicon

_OPENING = {"«": "»", "“": "”", "„": "“”", '"': '"', "‹": "›", "'": "'"}
_BROADCAST = ("tv", "tele", "теле", "fernseh", "news", "radio", "youtube", "satellit")
_LONGEST = 6


@dataclass(frozen=True, slots=True)
class Channels:
    """Finds the channel named in a stretch of one text."""

    chart: Chart

    def named(self, first: int, last: int) -> str | None:
        """ "Telegram channel NAME" in English letters, None where the tokens name no channel."""
        for sure in (True, False):
            for hit in mark_lexicon("channel_words", "sure" if sure else "maybe").longest(
                self.chart.stream[first:last]
            ):
                start, end = first + hit.first, first + hit.last
                if not sure and self._broadcast(start):
                    continue
                name = self._behind(end, last) or (self._before(first, start) if sure else None)
                if name is not None and (sure or not name[0].isdigit()):
                    return f"Telegram channel {name}"
        return None

    def _broadcast(self, at: int) -> bool:
        """ "TV channel": not in a messenger."""
        return at > 0 and self.chart.stream[at - 1].low.startswith(_BROADCAST)

    def _behind(self, at: int, last: int) -> str | None:
        stream = self.chart.stream
        while at < last and (stream[at].low in filler() or stream[at].low.startswith(("channel", "канал", "kanal"))):
            at += 1
        if at >= len(stream):
            return None
        closing = _OPENING.get(stream[at].low)
        if closing is not None:
            end = next((n for n in range(at + 1, min(at + 1 + _LONGEST, len(stream))) if stream[n].low in closing), 0)
            return self._english(at + 1, end) if end > at + 1 else None
        end = at
        while end < min(last, at + _LONGEST) and self._named_word(end):
            end += 1
        return self._english(at, end) if end > at else None

    def _before(self, first: int, at: int) -> str | None:
        start = at
        while start > first and at - start < _LONGEST and self._named_word(start - 1):
            start -= 1
        return self._english(start, at) if start < at else None

    def _named_word(self, n: int) -> bool:
        word = self.chart.surface(n, n + 1)
        return (word[0].isdigit() or word[0].isupper()) and self.chart.stream[n].low not in filler()

    def _english(self, first: int, last: int) -> str:
        outlets = [u for u in self.chart.between(first, last) if u.part in (Part.OUTLET, Part.AGENCY)]
        if outlets and (outlets[0].first, outlets[0].last) == (first, last):
            return outlets[0].key
        return " ".join(
            english_name((word,), self.chart.language, None).text for word in self.chart.words_of(Run(first, last))
        )
