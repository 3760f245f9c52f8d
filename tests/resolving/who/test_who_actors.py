import pytest
from spoken import assertion, report, tagging

from counterclaim.records.conflict import Conflict
from counterclaim.records.span import Span
from counterclaim.records.tagging import Attribution
from counterclaim.resolving.who import find_actors

CASES = [
    ("en", "Ukrainian drones set a depot on fire", "set", "damaged", {("UA", "perpetrator")}),
    ("en", "Russian drones set a depot on fire", "set", "damaged", {("RU", "perpetrator")}),
    ("en", "fighters destroyed a Russian armoured vehicle", "destroyed", "destroyed", {("RU", "target")}),
    ("en", "air defences shot down Ukrainian drones", "shot", "shot_down", {("UA", "target")}),
    ("en", "the village is held by the Freedom of Russia Legion", "held", "control", {("UA", "holder")}),
    ("en", "the Russian border village was taken", "taken", "control", set()),
    ("en", "Armed Russians who side with Ukraine attacked", "attacked", "occurred", {("UA", "perpetrator")}),
    ("de", "Russische Freiwillige, die für die Ukraine kämpfen, hielten es", "hielten", "control", {("UA", "holder")}),
    ("uk", "Звідти летіли малі дрони", "летіли", "occurred", set()),
    ("uk", "Російські війська втратили 20 танків", "втратили", "destroyed", {("RU", "target")}),
    ("uk", "Внаслідок удару українського дрона горів склад", "горів", "damaged", {("UA", "perpetrator")}),
    ("fr", "Un bombardement israélien a fait des morts", "morts", "killed", {("ISR", "perpetrator")}),
    ("de", "Russische Truppen beschossen die Stadt", "beschossen", "occurred", {("RU", "perpetrator")}),
    ("en", "At least 40 Ukrainian prisoners were killed", "killed", "killed", {("UA", "victim")}),
]


@pytest.mark.parametrize(("language", "text", "word", "kind", "parts"), CASES)
def test_the_parts_that_sides_take(
    shipped: tuple[Conflict, ...], language: str, text: str, word: str, kind: str, parts: set[tuple[str, str]]
) -> None:
    at = text.index(word)
    claim = assertion(0, len(text), None, kind, Span(at, at + len(word)))
    (actors,) = find_actors(report(text, language, None), tagging(text, language, ()), (claim,), shipped)
    assert {(a.side, a.role.value) for a in actors if a.side} == parts


def test_a_nation_in_a_groups_own_name_is_not_its_army(shipped: tuple[Conflict, ...]) -> None:
    text = "The Freedom of Russia Legion said Russian liberation forces hold the village"
    source = Span(0, text.index(" said"))
    said = Attribution((source,), (), (Span(text.index("Russian lib"), len(text)),))
    claim = assertion(0, len(text), 0, "control", Span(text.index("hold"), text.index("hold") + 4))
    (actors,) = find_actors(report(text, "en", None), tagging(text, "en", (said,)), (claim,), shipped)
    assert ("Russian liberation forces", "UA", "holder") in {(a.name, a.side, a.role.value) for a in actors}
