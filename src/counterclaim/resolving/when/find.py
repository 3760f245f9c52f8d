"""Time expressions of a report, each with its days counted from the publication day or from the day told of."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from counterclaim.records.conflict import PublicEvent
from counterclaim.records.report import Report
from counterclaim.records.tagging import Sentence
from counterclaim.records.when import TimeExpression, TimeKind
from counterclaim.resolving.when.context import Context, Meaning
from counterclaim.resolving.when.dateline import RULE as DATELINE
from counterclaim.resolving.when.dateline import dateline
from counterclaim.resolving.when.grammar import BREAK, LANGUAGES, Grammar, grammar
from counterclaim.resolving.when.meaning import MAKERS
from counterclaim.resolving.when.periods import quarter_of
from counterclaim.resolving.when.stream import Match, Stream, matches, stream
from counterclaim.resolving.when.tense import Direction, Tense
from counterclaim.words.lexicon import Lexicon

_EVENT_WITHIN = 6
_HISTORY_YEARS = 5
_HISTORY_SHARE = 0.7


def published_day(report: Report) -> dt.date | None:
    """The publication day, None where the report has none that can be read as a day."""
    try:
        return dt.date.fromisoformat((report.published or "")[:10])
    except ValueError:
        return None


@cache
def _calendar(calendar: tuple[PublicEvent, ...], language: str) -> Lexicon[str]:
    return Lexicon((a.text, e.date) for e in calendar for a in e.aliases if a.language == language)


@dataclass(frozen=True, slots=True)
class _Told:
    """What the text has told so far."""

    day: dt.date | None = None
    block: int = 0
    year: int | None = None
    period: str | None = None
    month: tuple[str, int] | None = None
    stretch: dt.date | None = None

    @property
    def latest(self) -> dt.date | None:
        """The last day told of; where a month or year was told of after it, the first day of that."""
        if self.day is None or self.stretch is None or self.stretch.replace(day=1) <= self.day:
            return self.day or self.stretch
        return self.stretch


def _is_history(found: Sequence[Match], published: dt.date | None) -> bool:
    """Whether most years that the text names lie well before its publication: then dates without a year follow
    the last year named, not the publication day. A text that tells time by weekdays is news, whatever its years.
    """
    if sum("weekday" in m.slots or "deict" in m.slots for m in found) > len(found) / 10:
        return False
    named = [int(m.slots["year"]) for m in found if "year" in m.slots]
    if len(named) < _HISTORY_YEARS:
        return False
    return published is None or sum(y < published.year - 2 for y in named) >= _HISTORY_SHARE * len(named)


def _year_for(found: Sequence[Match], at: int, told: _Told, history: bool) -> int | None:
    """The year for a date without one: that of the date it is joined to ("28 June – 3 July 1914"), else, in a
    history, the last one named.
    """
    here = found[at]
    if at + 1 < len(found):
        after = found[at + 1]
        if after.first - here.last <= 1 and "year" in after.slots and ("month" in after.slots or "mnum" in after.slots):
            return int(after.slots["year"])
    return told.year if history else None


def _is_relative(match: Match) -> bool:
    """Whether the expression counts from a day, rather than naming one."""
    absolute = ("month", "mnum", "year", "decade", "century", "datedots", "daydots")
    return not any(k in match.slots for k in absolute) and "since" not in match.slots


def _marked(match: Match, flow: Stream, lexicon: Lexicon[str]) -> dt.date | None:
    """The day of the public event that the expression is counted from."""
    if not match.slots.get("event"):
        return None
    for at in range(match.last, min(match.last + _EVENT_WITHIN, len(flow.tokens))):
        for hit in lexicon.at(flow.tokens, at):
            try:
                return dt.date.fromisoformat(hit.key[:10])
            except ValueError:
                continue
    return None


def _expression(match: Match, flow: Stream, meaning: Meaning) -> TimeExpression:
    return TimeExpression(
        start=flow.tokens[match.first].start,
        end=flow.tokens[match.last - 1].end,
        kind=meaning.kind,
        edtf=meaning.edtf,
        timex=meaning.timex,
        anchor=meaning.anchor.isoformat() if meaning.anchor else None,
        rule=match.pattern.rule,
    )


def _blocks(flow: Stream) -> list[int]:
    out, block = [], 0
    for char in flow.shape:
        block += char == BREAK
        out.append(block)
    return out


def _after(told: _Told, match: Match, meaning: Meaning, block: int) -> _Told:
    named = meaning.kind in (TimeKind.DATE, TimeKind.TIME) or match.pattern.make == "offset"
    if named and "quarter" in match.slots and quarter_of(meaning.timex) and match.pattern.make != "period":
        told = replace(told, period=meaning.timex, month=None)
    if named and meaning.timex and "month" in match.slots and meaning.days and meaning.days.length > 2:
        told = replace(told, month=(meaning.timex, block))
    if "year" in match.slots:
        told = replace(told, year=int(match.slots["year"]))
    if not named or meaning.days is None:
        return told
    told = replace(told, stretch=meaning.days.first)
    return replace(told, day=meaning.days.last, block=block) if meaning.days.length <= 2 else told


def _context(told: _Told, direction: Direction, block: int, history: bool) -> Context:
    """What the text before an expression and the verbs around it say; without publication day and year."""
    return Context(
        published=None,
        told=told.day if history or block - told.block <= 1 else None,
        direction=direction.way,
        close=direction.close,
        timeless=direction.timeless,
        period=told.period,
        month=told.month[0] if told.month and told.month[1] == block else None,
        stretch=told.stretch,
        named_year=told.year,
    )


def find_times(
    report: Report, sentences: Sequence[Sentence], calendar: tuple[PublicEvent, ...] = ()
) -> tuple[TimeExpression, ...]:
    """Every time expression of the report, in order of the text; none where the language has no rules.

    Relative expressions count from the publication day, or from the day last told of ("a day earlier"); without
    one they have no ``edtf``. The day of a dateline goes before that of a page which bears a later one. ``calendar``
    holds the public events that a text may count from.
    """
    if report.language not in LANGUAGES:
        return ()
    rules: Grammar = grammar(report.language)
    flow = stream(report.text, sentences, rules)
    found = matches(flow, rules)
    published = published_day(report)
    headed = dateline(found, flow, report.text, published)
    published = headed[1] if headed else published
    events = _calendar(calendar, report.language)
    tense, blocks = Tense(flow, report.language), _blocks(flow)
    history = _is_history(found, published)
    told = _Told(year=next((int(m.slots["year"]) for m in found if "year" in m.slots), None))
    out = []
    for at, match in enumerate(found):
        block = blocks[match.first]
        context = replace(
            _context(told, tense.of(match), block, history),
            published=told.latest or published if history and _is_relative(match) else published,
            year=_year_for(found, at, told, history),
            marked=_marked(match, flow, events),
        )
        meaning = MAKERS[match.pattern.make](match.slots, context)
        if meaning is not None:
            rule = DATELINE if headed and match is headed[0] else match.pattern.rule
            out.append(replace(_expression(match, flow, meaning), rule=rule))
            told = _after(told, match, meaning, block)
    return tuple(out)
