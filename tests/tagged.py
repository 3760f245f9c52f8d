"""What the rule tagger makes of a text, as short as tests want it."""

from counterclaim.language.rule_tagger import RuleTagger
from counterclaim.records.report import Report
from counterclaim.records.span import Span
from counterclaim.records.tagging import Attribution


def tag(language: str, text: str) -> tuple[Attribution, ...]:
    return RuleTagger().tag(Report("r", text, "-", language=language)).attributions


def shown(text: str, spans: tuple[Span, ...]) -> str:
    return " … ".join(s.of(text) for s in spans)
