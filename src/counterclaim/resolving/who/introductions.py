"""Persons whom a report introduces by office and name anywhere, so that a surname alone is understood."""

from counterclaim.records.tagging import Sentence
from counterclaim.resolving.who.chart import Unit
from counterclaim.resolving.who.compose import Composer
from counterclaim.resolving.who.speaker import Kind
from counterclaim.resolving.who.vocabulary import Part, filler

_REACH = 8
_INSIDE = (Part.AREA, Part.NATION, Part.CAPITAL, Part.BODY, Part.PARTY, Part.REGION, Part.ROLE)


def introduce_all(composer: Composer, sentences: tuple[Sentence, ...]) -> None:
    """Notes in the composer's memory everybody named beside an office, furniture left out."""
    chart = composer.chart
    for sentence in sentences:
        if sentence.furniture:
            continue
        low, high = chart.tokens_of(sentence.start, sentence.end)
        for role in chart.between(low, high):
            if role.part is Part.ROLE:
                _introduce(composer, role, low, high)


def _introduce(composer: Composer, role: Unit, low: int, high: int) -> None:
    first, last = _before(composer, role, low), _after(composer, role, high)
    if last is None:
        return
    person = composer.speaker(first, last)
    if person is not None and person.kind is Kind.PERSON and person.surname:
        composer.memory.introduce(person)


def _after(composer: Composer, role: Unit, high: int) -> int | None:
    """The end of the name that follows the office, None where none does."""
    chart = composer.chart
    n, end = role.last, min(high, role.last + _REACH)
    while n < end:
        if chart.is_name_word(n):
            run = chart.runs(n, min(high, n + _REACH))[0]
            follows = chart.between(run.last, run.last + 1)
            if not (follows and follows[0].part is Part.REGION):
                return run.last
            n = run.last
            continue
        unit = next((u for u in chart.between(n, n + 1) if u.part in _INSIDE), None)
        if unit is None and chart.stream[n].low not in filler() and chart.stream[n].low != ",":
            return None
        n = unit.last if unit else n + 1
    return None


def _before(composer: Composer, role: Unit, low: int) -> int:
    """Where the nation, region or town before the office begins."""
    chart, at = composer.chart, role.first
    for unit in reversed(chart.between(max(low, role.first - 4), role.first)):
        if unit.last != at or unit.part not in _INSIDE:
            break
        at = unit.first
    named = at - 1 if at > low and chart.stream[at - 1].low == "'s" else at
    return max(low, named - 1) if named > low and chart.is_name_word(named - 1) else at
