"""What a short text as a whole tells of."""

from collections.abc import Mapping

from counterclaim.events.passages import shipped
from counterclaim.events.triggers import find_triggers
from counterclaim.language.sentences import split
from counterclaim.records.report import Report


def told(text: str, language: str) -> Mapping[str, float]:
    """How likely ``text`` mainly tells of each value of ``records.told.LABELS``, the likeliest first."""
    report = Report("passage", text, "passage", language=language)
    chances = shipped().chances(text, find_triggers(report, split(report)))
    return dict(sorted(chances.items(), key=lambda pair: -pair[1]))
