"""Whether one report repeats another: declared features, each with a weight and a reason in a sentence."""

from collections.abc import Iterable
from dataclasses import dataclass

from counterclaim.linking.days import days_of
from counterclaim.linking.reprinting.across import Across, across
from counterclaim.linking.reprinting.units import Body, one_publisher
from counterclaim.linking.reprinting.wording import Wording, wording
from counterclaim.records.report import Report

THRESHOLD = 0.5
# The part of the shorter text that is proof enough by itself.
_PROOF = 0.6
# Under this weight (about as many words of five letters and more) a text is short: little in it may be chance.
_SHORT = 60.0
# A line, which is a copy only where there is nothing beside it.
_TINY, _SAME = 6.0, 0.9
# Where less than this of the facts agrees although the words do, it is another day's briefing in the same form.
_OTHER_NEWS, _SAME_NEWS = 0.4, 0.6
_FEWEST_FACTS = 2
_FORM = 0.55
# A cut leaves a good part of a text or its beginning; less, from further down, is a passage that another story took.
_PASSAGE, _CUT = 0.17, 0.25
# Heavily reworded copies keep a tenth of their rows of three words; unrelated reports share one in a hundred.
_NO_RUNS, _FEW_RUNS = 0.02, 0.06
_SAME_NEWS_DAYS = 10
# From this share of rows of three words on a copy is held to be word for word: reports of one event by several authors
# share two thirds of them at most, copies of a copy with another headline all.
_VERBATIM = (0.7, 0.8)
# How much of its rows of three words a short text has to share, none counted at the second number: papers that name no
# agency in common, those that do, and texts whose publishers are unknown, where nothing tells whether they do.
_UNTIED, _TIED, _UNKNOWN = (0.8, 0.6), (0.55, 0.35), (0.25, 0.1)
# By weight, which texts are short there: not at all at the first number, wholly at the second.
_FEW_SENTENCES, _BRIEF = (200.0, 120.0), (120.0, 50.0)
# The part of its numbers and names that the other text ought to have, again with publishers known and unknown.
_KEPT, _KEPT_UNKNOWN = (0.7, 0.4), (0.4, 0.1)
_TRANSLATED_DAYS = 4
_COMMON_NUMBERS = 2
_COMMON = (0.2, 0.7)


@dataclass(frozen=True, slots=True)
class Feature:
    """``weight`` times ``value`` (0 to 1) goes into the score; ``reason`` prints as a sentence."""

    weight: float
    value: float
    reason: str


@dataclass(frozen=True, slots=True)
class Decision:
    """The score, whether it makes a reprint, and its reasons: those of features that had any value."""

    score: float
    reasons: tuple[str, ...]

    @property
    def repeats(self) -> bool:
        """Whether the score reaches the threshold."""
        return self.score >= THRESHOLD


def decision(a: Body, b: Body) -> Decision:
    """How far ``a`` and ``b`` are one text, whichever of them came first."""
    if not a.units or not b.units:
        return Decision(0.0, ())
    if a.report.language != b.report.language and None not in (a.report.language, b.report.language):
        return _sum(_translation(across(a, b), a, b))
    shorter, longer = sorted((a, b), key=lambda each: each.weight)
    found = wording(shorter, longer)
    return _sum(
        (
            *_same_language(found, shorter.weight),
            *_formulas(found, shorter.weight, a, b),
            *_circumstances(a, b),
        )
    )


def _sum(features: Iterable[Feature]) -> Decision:
    said = [f for f in features if f.value > 0]
    total = round(sum(f.weight * f.value for f in said), 3)
    return Decision(max(0.0, min(1.0, total)), tuple(f.reason for f in said))


def _same_language(found: Wording, weight: float) -> Iterable[Feature]:
    yield Feature(
        0.6,
        min(1.0, found.part / _PROOF),
        f"{found.part:.0%} of the shorter text's own wording stands in the other.",
    )
    yield Feature(
        0.25, found.spread, f"The shared wording runs through {found.spread:.0%} of the shorter text's parts."
    )
    yield Feature(-0.8, _other_news(found), "The wording is the same, but most numbers and names in it are others.")
    yield Feature(-0.5, _passage(found), "It is only a passage of the longer text, and not its beginning.")
    yield Feature(
        -0.4,
        _ramp(0.8, 0.95, found.exact) * _ramp(0.75, 0.55, found.part),
        "What they share is the same word for word, and the rest is not shared at all.",
    )
    yield Feature(-0.5, _ramp(_FEW_RUNS, _NO_RUNS, found.runs), "They share words, but hardly three in a row.")
    yield Feature(
        -1.2, max(0.0, 1 - weight / _SHORT) * (1 - found.part), "The text is short, and not all of it is shared."
    )
    yield Feature(-0.5, float(weight < _TINY and found.size < _SAME), "A few words say too little.")


def _formulas(found: Wording, weight: float, a: Body, b: Body) -> Iterable[Feature]:
    """What speaks against a copy in other words: reports of a few sentences are told in formulas, and share many words
    without sharing a text.
    """
    reworded = 1 - _ramp(*_VERBATIM, found.runs)
    known = a.publisher is not None and b.publisher is not None
    tied = agencies(a, b)[0] > 0
    least, size = (_TIED if tied else _UNTIED, _FEW_SENTENCES) if known else (_UNKNOWN, _BRIEF)
    yield Feature(-0.8, one_publisher(a, b) * reworded, "One publisher printed both, and in other words.")
    yield Feature(
        -0.6,
        min(reworded, _ramp(*_FEW_SENTENCES, weight)) * _ramp(*(_KEPT if known else _KEPT_UNKNOWN), found.kept),
        "The text is short, and its numbers and names are mostly others.",
    )
    yield Feature(
        -1.0,
        min(reworded, _ramp(*size, weight), _ramp(*least, found.runs)),
        "The text is short, and too little of it is shared word for word.",
    )


def _other_news(found: Wording) -> float:
    """Daily briefings are one form with each day's facts."""
    if found.facts_seen < _FEWEST_FACTS or found.plain < _FORM:
        return 0.0
    return min(_ramp(_SAME_NEWS, _OTHER_NEWS, found.facts), _ramp(0.1, 0.3, found.plain - found.facts))


def _passage(found: Wording) -> float:
    return 0.0 if found.lead else _ramp(_CUT, _PASSAGE, found.size)


def _ramp(nothing: float, full: float, value: float) -> float:
    """0 at ``nothing``, 1 at ``full`` and beyond, a straight line between."""
    return max(0.0, min(1.0, (value - nothing) / (full - nothing)))


def _circumstances(a: Body, b: Body) -> Iterable[Feature]:
    same, other = agencies(a, b)
    yield Feature(0.15, same, "Both carry the same agency's copy.")
    yield Feature(-0.15, other, "They carry different agencies' copy.")
    yield Feature(-0.2, _days_apart(a.report, b.report, _SAME_NEWS_DAYS), "They were published many days apart.")


def agencies(a: Body, b: Body) -> tuple[float, float]:
    """Whether both carry one agency's copy, or one the other's own, and whether each carries another's; neither where
    one says nothing.
    """
    mine, theirs = a.carried, b.carried
    if mine & theirs or a.publisher in theirs or b.publisher in mine:
        return 1.0, 0.0
    return 0.0, float(bool(mine) and bool(theirs))


def _too_early(a: Body, b: Body) -> float:
    """Whether one carries the other publisher's copy from a day before the other was published."""
    return float(any(_credits(copy, own) and _before(copy.report, own.report) for copy, own in ((a, b), (b, a))))


def _credits(copy: Body, own: Body) -> bool:
    return own.publisher in copy.carried and copy.publisher != own.publisher


def _before(copy: Report, own: Report) -> bool:
    return copy.published is not None and own.published is not None and copy.published < own.published


def _days_apart(a: Report, b: Report, days: int) -> float:
    first, second = days_of(a.published), days_of(b.published)
    return float(first is not None and second is not None and first.gap(second) > days)


def _translation(found: Across, a: Body, b: Body) -> Iterable[Feature]:
    same, other = agencies(a, b)
    # One or two numbers are what any two reports on one event share: the dead and the wounded.
    enough = max(0.0, min(1.0, (found.numbers - _COMMON_NUMBERS) / 2))
    yield Feature(
        0.6,
        found.figures * enough,
        f"{found.numbers} numbers, {found.figures:.0%} of all, are the same in two languages.",
    )
    yield Feature(
        0.1, max(0.0, min(1.0, (found.shared - 3) / 5)), f"They share {found.shared} different numbers and names."
    )
    yield Feature(0.1, min(1.0, found.part / _PROOF), f"{found.part:.0%} of these come in the same order in both.")
    yield Feature(0.1, found.answered, f"{found.answered:.0%} of the sentences with such facts have a counterpart.")
    yield Feature(0.1, found.shape, "They have about as many sentences and quotations.")
    yield Feature(0.25, same, "Both carry the same agency's copy.")
    yield Feature(0.3, same * float(found.headline is True), "What the headline of one names stands in the other.")
    yield Feature(-0.3, same * float(found.headline is False), "The headlines name other places or persons.")
    yield Feature(
        0.2,
        same * _ramp(*_COMMON, found.common),
        f"{found.common:.0%} of the numbers and names of one stand in the other.",
    )
    yield Feature(-0.6, _too_early(a, b), "One credits the other's publisher, but was published before it.")
    yield Feature(-0.2, same * _days_apart(a.report, b.report, 1), "They were published more than a day apart.")
    yield Feature(
        -0.5,
        (1 - same) * float(a.publisher is not None and b.publisher is not None),
        "Neither publisher names the other or a common agency.",
    )
    yield Feature(0.15, _marked(a.report, b.report), "One is marked as translated from the other's language.")
    yield Feature(-0.6, other, "They carry different agencies' copy.")
    yield Feature(-0.3, _days_apart(a.report, b.report, _TRANSLATED_DAYS), "They were published many days apart.")


def _marked(a: Report, b: Report) -> float:
    return float(
        (a.translated_from is not None and a.translated_from == b.language)
        or (b.translated_from is not None and b.translated_from == a.language)
    )
