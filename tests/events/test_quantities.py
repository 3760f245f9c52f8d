"""Counts as the codebook writes them, in five languages, and numbers that count nothing."""

import pytest

from counterclaim.events.quantities import measure
from counterclaim.records.claim import Assertion, Proposition
from counterclaim.records.event_type import EventType, PropositionKind
from counterclaim.records.report import Report
from counterclaim.records.span import Span
from counterclaim.records.tagging import Distance, Stance


def said(language: str, text: str, trigger: str, kind: PropositionKind) -> str | None:
    start = text.index(trigger)
    assertion = Assertion(
        start=0,
        end=len(text),
        sentence=0,
        attribution=None,
        stance=Stance.ASSERTS,
        distance=Distance.NEUTRAL,
        event=EventType.ATTACK,
        proposition=Proposition(kind),
        trigger=Span(start, start + len(trigger)),
    )
    report = Report(id="r", text=text, address="-", language=language)
    return measure(report, (assertion,), ())[0].proposition.value


KILLED, INJURED, DOWN = PropositionKind.KILLED, PropositionKind.INJURED, PropositionKind.SHOT_DOWN


@pytest.mark.parametrize(
    ("language", "text", "trigger", "kind", "value"),
    [
        ("en", "At least 40 people were killed", "killed", KILLED, ">=40"),
        ("en", "More than 1,200 were killed", "killed", KILLED, ">1200"),
        ("en", "A woman was injured", "injured", INJURED, "1"),
        ("en", "dozens were injured", "injured", INJURED, "dozens"),
        ("en", "the shell fell 30 km away and killed three miners", "killed", KILLED, "3"),
        ("en", "a 60-year-old man was killed", "killed", KILLED, "1"),
        ("en", "between 20 and 30 people died", "died", KILLED, "20-30"),
        ("en", "no fewer than seven drones were shot down", "shot down", DOWN, ">=7 drones"),
        ("ru", "погибли не менее двенадцати человек", "погибли", KILLED, ">=12"),
        ("ru", "пострадал водитель автобуса", "пострадал", INJURED, "1"),
        ("uk", "поранено понад 20 людей", "поранено", INJURED, ">20"),
        ("uk", "загинула жінка", "загинула", KILLED, "1"),
        ("fr", "a fait au moins 200 morts", "morts", KILLED, ">=200"),
        ("fr", "de 200 à 300 morts", "morts", KILLED, "200-300"),
        ("de", "mindestens fünf Menschen wurden verletzt", "verletzt", INJURED, ">=5"),
        ("de", "mehr als 75 Verletzte", "Verletzte", INJURED, ">75"),
        ("en", "the village was shelled and people were killed", "killed", KILLED, None),
    ],
)
def test_counts(language: str, text: str, trigger: str, kind: PropositionKind, value: str | None) -> None:
    assert said(language, text, trigger, kind) == value


def test_a_number_too_large_to_be_a_count_is_none() -> None:
    assert said("en", "99999999999999999999 killed", "killed", KILLED) is None
