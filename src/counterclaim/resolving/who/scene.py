"""The clause of one claim as the rules of roles see it: its tokens, the event's word, and the signs at each token."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from counterclaim.records.claim import Assertion
from counterclaim.records.event_type import EventType
from counterclaim.records.event_type import PropositionKind as Kind
from counterclaim.records.tagging import Tagging
from counterclaim.resolving.who.chart import Chart, Unit
from counterclaim.resolving.who.vocabulary import Part
from counterclaim.words.lexicon import Lexicon
from counterclaim.words.toml_data import package_toml

_NONE: frozenset[str] = frozenset()
# "And" and an article stand between two parties of a list.
_LIST = 2
_CUTS = frozenset({",", ";", ":", ".", "!", "?", "—", "–", "(", ")"})


@functools.cache
def signs() -> Lexicon[str]:
    """The words of actors.toml."""
    table = package_toml("counterclaim.resolving.who", "actors.toml")
    return Lexicon((word, sign) for sign, row in table.items() for word in row["words"])


@functools.lru_cache(maxsize=4096)
def is_cause(low: str) -> bool:
    """Whether the word stands in the names that armed groups give themselves ("liberation")."""
    table = package_toml("counterclaim.resolving.who", "actors.toml")["cause"]["words"]
    return any(
        low.startswith(form[:-1]) if form.endswith("*") else low == form for word in table for form in word.split("|")
    )


@dataclass(frozen=True, slots=True)
class Scene:
    """Tokens ``first`` to ``last`` of the chart; the event's word is ``trigger`` to ``after``. ``speaking`` are the
    tokens of the claim's source; ``said`` is true where the verb of saying is itself the event's word ("agreed");
    ``agreement``: the event is one.
    """

    chart: Chart
    first: int
    last: int
    trigger: int
    after: int
    kind: Kind
    speaking: range
    said: bool
    agreement: bool
    marks: Mapping[int, frozenset[str]]

    def at(self, n: int) -> frozenset[str]:
        """The signs that token ``n`` is part of; none outside the clause."""
        return self.marks.get(n, _NONE)

    def has(self, n: int, *keys: str) -> bool:
        """Whether token ``n`` is part of one of these signs."""
        return not self.at(n).isdisjoint(keys)

    def within(self, low: int, high: int, *keys: str) -> bool:
        """Whether one of these signs stands in the token range."""
        return any(self.has(n, *keys) for n in range(max(low, self.first), min(high, self.last)))

    def low(self, n: int) -> str:
        """The token, in small letters."""
        return self.chart.stream[n].low

    def inside(self, n: int) -> bool:
        """Whether token ``n`` is a word of the clause."""
        return self.first <= n < self.last and self.low(n) not in _CUTS

    def cut(self, low: int, high: int) -> bool:
        """Whether a comma or the like stands in the token range."""
        return any(self.low(n) in _CUTS for n in range(max(low, self.first), min(high, self.last)))


def scene_of(words: Chart, tagging: Tagging, assertion: Assertion, groups: list[list[Unit]], last: int) -> Scene:
    """The scene of one assertion, whose parties are ``groups`` and which goes on to token ``last``. Where a party's own
    name is the word of war that made the claim, the event's word is what follows it.
    """
    first, _ = words.tokens_of(assertion.start, assertion.end)
    trigger, after = words.tokens_of(assertion.trigger.start, assertion.trigger.end)
    covering = next((n for n, g in enumerate(groups) if g[0].first <= trigger < g[-1].last), None)
    if covering is not None:
        trigger = after = _end_of_list(words, groups[covering:])
    marks: dict[int, frozenset[str]] = {}
    for hit in signs().all(words.stream[first:last]):
        for n in range(first + hit.first, first + hit.last):
            marks[n] = marks.get(n, _NONE) | {hit.key}
    speaking, said = _speaking(words, tagging, assertion)
    kind, agreement = assertion.proposition.kind, assertion.event is EventType.AGREEMENT
    return Scene(words, first, last, trigger, max(after, trigger + 1), kind, speaking, said, agreement, marks)


def _end_of_list(words: Chart, groups: list[list[Unit]]) -> int:
    """The token after the first party and those that "and" adds to it."""
    end = groups[0][-1].last
    for group in groups[1:]:
        between = words.between(end, group[0].first)
        if group[0].first - end > _LIST or not any(u.part is Part.AND for u in between):
            break
        end = group[-1].last
    return end


def _speaking(words: Chart, tagging: Tagging, assertion: Assertion) -> tuple[range, bool]:
    """The tokens of the assertion's source, and whether its verb is the event's word."""
    if assertion.attribution is None:
        return range(0), False
    attribution = tagging.attributions[assertion.attribution]
    spans = attribution.source
    said = any(c.start < assertion.trigger.end and assertion.trigger.start < c.end for c in attribution.cue)
    return (range(*words.tokens_of(spans[0].start, spans[-1].end)) if spans else range(0)), said
