"""Every entry of every lexicon is found in its own example, with its source and content."""

import re

import pytest

from counterclaim.language.cues import Cue, cues, lexicon, parts
from counterclaim.language.grammar import LANGUAGES
from counterclaim.language.rule_tagger import RuleTagger
from counterclaim.records.report import Report
from counterclaim.records.span import Span
from counterclaim.records.tagging import Attribution

ENTRIES = [pytest.param(lang, cue, id=f"{lang}-{cue.id}") for lang in LANGUAGES for cue in cues(lang)]
_WORD = re.compile(r"\w+")


def words(text: str, spans: tuple[Span, ...]) -> set[str]:
    return {w for s in spans for w in _WORD.findall(s.of(text))}


def dice(a: set[str], b: set[str]) -> float:
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 1.0


def fits(text: str, roles: dict[str, str], found: Attribution) -> bool:
    cue, source, content = (words(text, getattr(found, r)) for r in ("cue", "source", "content"))
    return (
        bool(cue & set(_WORD.findall(roles["cue"])))
        and dice(source, set(_WORD.findall(roles["source"]))) >= 0.6
        and dice(content, set(_WORD.findall(roles["content"]))) >= 0.8
    )


@pytest.mark.parametrize(("language", "cue"), ENTRIES)
def test_example(language: str, cue: Cue) -> None:
    text, roles = parts(cue.example)
    tagging = RuleTagger().tag(Report("r", text, "-", language=language))
    found = [a for a in tagging.attributions if a.cue_id == cue.id]
    assert any(fits(text, roles, a) for a in found), tagging.attributions


@pytest.mark.parametrize("language", LANGUAGES)
def test_rich_enough(language: str) -> None:
    assert len(cues(language)) >= 60
    assert lexicon(language)
