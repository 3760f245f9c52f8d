"""What names somebody and what only explains them: "DeepState, a project close to the army", "a woman, who fled"."""

from counterclaim.resolving.who.chart import Chart
from counterclaim.resolving.who.vocabulary import Part, mark_words

_NAMES = frozenset({Part.PARTY, Part.OUTLET, Part.AGENCY})
_SPEAKS = frozenset({Part.BODY, Part.PEOPLE, Part.UNNAMED, Part.GROUP, Part.CLASS})
_COMMAS = frozenset({",", "(", "—", "–"})


def without_explanation(chart: Chart, first: int, last: int) -> tuple[int, int]:
    """The token range without what a comma adds to the one named: a relative clause, or what sort of body it is. An
    office and the name that a comma parts from it stay together.
    """
    if chart.language in ("en", "fr"):
        who = next((n for n in range(first + 1, last) if chart.stream[n].low in ("who", "whose", "qui", "dont")), last)
        if who < last and _named_before(chart, first, who) and not _office_behind(chart, who, last):
            last = who
    marks = [n for n in range(first + 1, last) if chart.stream[n].low in _COMMAS]
    for mark in marks:
        if _named_before(chart, first, mark) and _explains(chart, first, mark, last):
            return first, mark
    return first, last


def _office_behind(chart: Chart, first: int, last: int) -> bool:
    return any(u.part in (Part.ROLE, Part.PRO) for u in chart.between(first, last))


def _named_before(chart: Chart, first: int, mark: int) -> bool:
    """Whether the words before the mark are enough: a body, a party, people; an office with its name."""
    parts = {u.part for u in chart.between(first, mark)}
    named = any(chart.may_name(r) for r in chart.runs(first, mark))
    return bool(parts & _NAMES) or named if Part.ROLE in parts else named or bool(parts & (_NAMES | _SPEAKS))


def _explains(chart: Chart, first: int, mark: int, last: int) -> bool:
    """Whether what follows the mark explains, and neither names an office or a cause nor goes on with a list."""
    if mark + 1 >= last:
        return True
    low, behind = chart.stream[mark + 1].low, chart.between(mark + 1, last)
    if any(u.part is Part.PRO for u in behind):
        return False
    listed = any(u.part is Part.AND for u in behind)
    if low in mark_words("relative"):
        return not (listed and low in mark_words("articles_too"))
    alone = _only_name(chart, first, mark)
    if any(u.part is Part.ROLE for u in behind) and alone:
        return False
    if low in mark_words("single") or low in mark_words("explaining"):
        return True
    small = chart.text[chart.stream[mark + 1].start].islower()
    return small and not listed and alone and low not in mark_words("articles_too")


def _only_name(chart: Chart, first: int, mark: int) -> bool:
    """Whether nothing but a name, of a person or body, stands before the mark."""
    units = [u for u in chart.between(first, mark) if u.part not in (Part.CLASS, Part.NATION)]
    return all(u.part in _NAMES for u in units) and (bool(units) or bool(chart.runs(first, mark)))
