"""The day of each claim's event: from the claim's clause, its sentence, what was told before, or the publication."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import zip_longest

from counterclaim.records.claim import Assertion
from counterclaim.records.event_type import EventType, PropositionKind
from counterclaim.records.place import Place, PlaceAnswer
from counterclaim.records.report import Report
from counterclaim.records.tagging import Sentence, Stance
from counterclaim.records.when import DateAnswer, TimeExpression, TimeKind
from counterclaim.resolving.when.dateline import RULE as DATELINE
from counterclaim.resolving.when.find import published_day
from counterclaim.resolving.when.grammar import LANGUAGES, grammar
from counterclaim.resolving.when.sequels import counted_back, days_before
from counterclaim.resolving.when.speech_time import Clause, clause_of, is_speech_time
from counterclaim.resolving.when.stories import Story, Strand, Telling, longer_words
from counterclaim.resolving.when.tense import TENSE_LISTS
from counterclaim.resolving.when.told_next import told_next
from counterclaim.resolving.when.zones import BEHIND, at_the_place, said_zone
from counterclaim.words.lexicon import Lexicon

LONGEST_SINCE_DAYS = 366
REACH = 2000
"""At least so many characters around a claim are searched for its day."""

_COUNTED = frozenset({PropositionKind.KILLED, PropositionKind.INJURED, PropositionKind.CAPTURED})

_FRESH = ("fresh news without a day: the publication day",)
_USE = "use"
"""The detail of claims of what a thing was used for."""

_FLASHBACKS = frozenset({"day-before", "two-days-before", "counted-from-then", "ago"})
"""Rules of expressions that look back from what is being told; the story goes on at its own day afterwards."""


@cache
def _words(language: str) -> Lexicon[str]:
    lists = grammar(language).lists
    return Lexicon((phrase, name) for name, phrases in lists.items() if name not in TENSE_LISTS for phrase in phrases)


def first_day(edtf: str) -> dt.date | None:
    """The first day of an EDTF day, month, year or interval."""
    text = edtf.split("/")[0].rstrip("~?%")
    parts = [int(p) for p in text.split("-")]
    return dt.date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)


def _usable(time: TimeExpression, published: dt.date | None) -> bool:
    """Whether an event that has happened can have been then."""
    if time.edtf is None or (time.kind is TimeKind.TIME and time.rule == "of-the-day" and "T" in (time.timex or "T")):
        return time.edtf is not None
    first = first_day(time.edtf)
    return published is None or first is None or first <= published


def _answer(time: TimeExpression, reason: str) -> DateAnswer:
    return DateAnswer(time.edtf, time.start, time.end, time.anchor, (reason,))


def _is_endless(time: TimeExpression) -> bool:
    """ "Since 2013": a stretch so long that it dates nothing."""
    if time.rule != "since" or time.edtf is None or "/" not in time.edtf:
        return False
    first, last = (dt.date.fromisoformat(p) for p in time.edtf.split("/"))
    return (last - first).days > LONGEST_SINCE_DAYS


def _nearest(clause: Clause, times: Sequence[TimeExpression], trigger: tuple[int, int]) -> TimeExpression | None:
    return min(times, key=lambda t: clause.distance(t.start, t.end, trigger), default=None)


def _own(assertion: Assertion, clause: Clause, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """The expression in the claim's own clause that is nearest to the word that speaks of the event."""
    inside = [t for t in times if t.start >= assertion.start and t.end <= assertion.end]
    return _nearest(clause, inside, (assertion.trigger.start, assertion.trigger.end))


def _background(assertion: Assertion, clause: Clause, times: Sequence[TimeExpression]) -> str | None:
    """Why the claim is background that its text does not date, None where it is news."""
    if assertion.stance is Stance.CANNOT_VERIFY:
        return None
    if assertion.event_detail == _USE:
        return "the clause tells what a thing was for"
    names = clause.names_within(assertion.start, assertion.end)
    for name, why in (("habit", "tells of what happens again and again"), ("trend", "tells of how things go")):
        if name in names:
            return f"the clause {why}"
    for t in times:
        if t.kind is TimeKind.SET and t.start >= assertion.start and t.end <= assertion.end:
            return "the clause tells of what happens again and again"
    statement = assertion.event is EventType.OTHER or assertion.proposition.kind is PropositionKind.RESPONSIBILITY
    if not statement and clause.is_earlier_event(assertion.start, assertion.end, assertion.trigger):
        return "the clause tells of an earlier event without a day"
    return None


def _in_sentence(
    assertion: Assertion, clause: Clause, times: Sequence[TimeExpression], story: Story
) -> TimeExpression | None:
    """An expression elsewhere in the sentence that may hold for this clause too."""
    outside = [
        t
        for t in times
        if (t.end <= assertion.start or t.start >= assertion.end)
        and t.edtf
        and story.is_fresh(first_day(t.edtf))
        and t.rule != "since"
    ]
    before = [t for t in outside if t.end <= assertion.start]
    return _nearest(clause, before or outside, (assertion.trigger.start, assertion.trigger.end))


def _came_before(
    assertion: Assertion, clause: Clause, times: Sequence[TimeExpression], story: Story
) -> DateAnswer | None:
    """The day of an event after which, says the sentence, something else came: counted from the day of that; None
    where the event has a day of its own.
    """
    before = days_before(clause, assertion.trigger)
    if before is None or any(before[1] < t.start and t.end <= assertion.end and t.edtf for t in times):
        return None
    told = [t.edtf for t in times if t.edtf and t.end <= before[1] and _is_day_or_night(t.edtf)]
    day = first_day(told[-1]) if told else story.published
    if day is None:
        return None
    return DateAnswer(counted_back(day, before[0]), anchor=day.isoformat(), reasons=("so long before what followed",))


def _again(strand: Strand) -> DateAnswer:
    a = strand.answer
    return DateAnswer(a.edtf, a.start, a.end, a.anchor, ("carried over from what was told before",))


def _decide(telling: Telling, clause: Clause, times: Sequence[TimeExpression], story: Story) -> DateAnswer:
    assertion = telling.assertion
    usable = [t for t in times if _usable(t, story.published)]
    counted = assertion.proposition.kind in _COUNTED
    sayings = [is_speech_time(t, clause, assertion.trigger) or (counted and clause.is_status(t)) for t in usable]
    spoken = [t for t, says in zip(usable, sayings, strict=True) if says]
    told = [t for t, says in zip(usable, sayings, strict=True) if not says and not clause.is_measure(t)]
    own = _own(assertion, clause, told)
    if (sequel := _came_before(assertion, clause, told, story)) is not None:
        return sequel
    if own is not None and own.rule == "then" and story.strands:
        return _again(story.strands[-1])
    if own is not None and not _is_endless(own):
        return _answer(own, "the clause says so")
    why = "the clause counts from a day long ago" if own else _background(assertion, clause, times)
    if why:
        return DateAnswer(None, reasons=(why,))
    near = _in_sentence(assertion, clause, told, story)
    if near is not None:
        return _answer(near, "the sentence says so")
    said = _nearest(clause, spoken, (assertion.trigger.start, assertion.trigger.end))
    carried = story.carried(telling, elsewhere=said is None)
    if carried is not None and (said is None or telling.follows or telling.answers):
        return _again(carried)
    if said is not None:
        return _answer(said, "the day of the statement")
    if story.published is None:
        return DateAnswer(None, reasons=("neither the text nor the report has a day",))
    day = story.published.isoformat()
    return DateAnswer(day, anchor=day, reasons=_FRESH)


def _told_next(
    answer: DateAnswer,
    text: str,
    sentences: Sequence[Sentence],
    assertion: Assertion,
    told: tuple[Sequence[TimeExpression], Lexicon[str], Story],
) -> DateAnswer:
    """``answer``, or the fresh day that the next sentence gives the same event."""
    times, lexicon, story = told
    if assertion.event is EventType.OTHER:
        return answer
    time = told_next(text, sentences, assertion.sentence, times, lexicon)
    fresh = time is not None and time.edtf is not None and _is_day_or_night(time.edtf)
    if (
        time is None
        or not fresh
        or not _usable(time, story.published)
        or not story.is_fresh(first_day(time.edtf or ""))
    ):
        return answer
    return _answer(time, "the next sentence says so")


def _is_day_or_night(edtf: str) -> bool:
    first, _, last = edtf.partition("/")
    if len(first.rstrip("~")) != len("2031-05-05"):
        return False
    return not last or (dt.date.fromisoformat(last) - dt.date.fromisoformat(first)).days <= 1


def _remember(story: Story, telling: Telling, answer: DateAnswer, times: Sequence[TimeExpression]) -> None:
    """Adds a strand for a claim with a day; one that takes the publication day for want of another only counts where
    it names its place, and so begins an event of its own.
    """
    if answer.edtf is None or not _is_day_or_night(answer.edtf) or (answer.start is None and not telling.named):
        return
    flashback = any(t.start == answer.start and t.rule in _FLASHBACKS for t in times) and bool(story.strands)
    story.tell(Strand(answer, first_day(answer.edtf), telling.paragraph, telling, flashback))


def event_dates(
    report: Report,
    sentences: Sequence[Sentence],
    times: Sequence[TimeExpression],
    assertions: Sequence[Assertion],
    places: Sequence[PlaceAnswer] = (),
) -> tuple[DateAnswer, ...]:
    """The day of the event of each assertion (one answer each, in their order), None where the text does not date it.

    The expression that modifies the event goes before that of speaking; then what the sentence says, what was told
    before of the same event, and for fresh news the publication day. ``places``, one each, part what happened here
    from what happened there: a day is carried only within one place and what contains it.
    """
    published = _written_day(report, times)
    if report.language not in LANGUAGES:
        return tuple(DateAnswer(None, reasons=("no rules for the language",)) for _ in assertions)
    story = Story(published)
    lexicon = _words(report.language)
    starts = [t.start for t in times]

    @lru_cache(maxsize=1)  # Claims side by side stand in one window.
    def read(window: Sentence) -> tuple[tuple[TimeExpression, ...], Clause]:
        near = times[max(0, bisect_left(starts, window.start) - 1) : bisect_left(starts, window.end)]
        here = tuple(t for t in near if t.end > window.start)
        return here, clause_of(report.text, window, lexicon, here)

    out = []
    at = 0
    for assertion, place in zip_longest(assertions, places):
        if not story.strands:
            _set_scene(story, sentences[at : assertion.sentence], times, starts)
        at = max(at, assertion.sentence + 1)
        here, clause = read(_window(assertion, sentences[assertion.sentence]))
        telling = _telling(assertion, clause, place)
        answer = _decide(telling, clause, here, story)
        if answer.reasons == _FRESH:
            answer = _told_next(answer, report.text, sentences, assertion, (times, lexicon, story))
        answer = _local(answer, here, report, telling.place)
        _remember(story, telling, answer, here)
        out.append(answer)
    return tuple(out)


def _set_scene(
    story: Story, between: Sequence[Sentence], times: Sequence[TimeExpression], starts: Sequence[int]
) -> None:
    """Where nothing is dated yet, a fresh day in a sentence without a claim is the day of what is told after it."""
    for sentence in between:
        inside = times[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        for t in () if sentence.furniture else inside:
            first = first_day(t.edtf) if t.edtf else None
            day = t.edtf is not None and t.rule != "since" and _is_day_or_night(t.edtf) and _usable(t, story.published)
            if day and story.is_fresh(first) and first != story.published:
                story.tell(Strand(_answer(t, "the scene is set so"), first, sentence.paragraph))


def _telling(assertion: Assertion, clause: Clause, place: PlaceAnswer | None) -> Telling:
    named = place is not None and place.start is not None and clause.is_located(assertion.span, place.start)
    words = clause.tokens[clause.at(assertion.start) : clause.at(assertion.end)]
    return Telling(
        assertion, clause.paragraph, place.place if place else None, named, longer_words(t.low for t in words)
    )


def _local(answer: DateAnswer, times: Sequence[TimeExpression], report: Report, place: Place | None) -> DateAnswer:
    """The answer in the event place's own time, where its clock time is told in another zone."""
    time = next((t for t in times if t.start == answer.start and "T" in (t.timex or "")), None)
    if time is None or place is None or report.language is None:
        return answer
    return at_the_place(answer, time, said_zone(report.text[time.start : time.end + BEHIND], report.language), place)


def _written_day(report: Report, times: Sequence[TimeExpression]) -> dt.date | None:
    """The day of the dateline where it goes before that of the page, else the publication day."""
    headed = next((t.edtf for t in times if t.rule == DATELINE), None)
    return first_day(headed) if headed else published_day(report)


def _window(assertion: Assertion, sentence: Sentence) -> Sentence:
    """The sentence, or of an endless one what stands near the claim: a stretch that claims side by side share, so that
    work stays in proportion to the text.
    """
    block = max(0, assertion.start - sentence.start) // REACH
    start = sentence.start + max(0, block - 1) * REACH
    return replace(sentence, start=start, end=max(start, min(sentence.end, sentence.start + (block + 2) * REACH)))
