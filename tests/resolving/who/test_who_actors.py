import pytest
from spoken import assertion, report, tagging

from counterclaim.records.conflict import Conflict
from counterclaim.records.span import Span
from counterclaim.records.tagging import Attribution
from counterclaim.resolving.who import find_actors

# fmt: off
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
    ("en", "rockets wounded two that the Israeli army fired", "wounded", "injured", {("ISR", "perpetrator")}),
    ("en", "rockets wounded two that Hamas fired", "wounded", "injured", {("HAMAS", "perpetrator")}),
    ("en", "A drone of the Sudanese army struck a wedding", "struck", "occurred", {("SAF", "perpetrator")}),
    ("en", "Hamas was accused of the attack", "attack", "occurred", {("HAMAS", "perpetrator")}),
    ("en", "The Israeli army rejected accusations of Hamas", "rejected", "other", set()),
    ("en", "The RSF lost the town", "lost", "control", {("RSF", "target")}),
    ("en", "Drones launched by the Houthis were shot down", "shot", "shot_down", {("HOUTHI", "target")}),
    ("en", "Russian soldiers killed two men", "killed", "killed", {("RU", "perpetrator")}),
    ("en", "Clashes erupted between the RSF and the Sudanese army", "Clashes", "occurred", {
        ("RSF", "perpetrator"), ("SAF", "perpetrator"),
    }),
    ("uk", "Місто обстріляли російські військові", "обстріляли", "occurred", {("RU", "perpetrator")}),
    ("uk", "Російських військових обстріляли", "обстріляли", "occurred", {("RU", "target")}),
    ("uk", "звинуватила в атаці Сили швидкої підтримки", "атаці", "responsibility", {("RSF", "perpetrator")}),
    ("ru", "Ракету, выпущенную хуситами, перехватили", "перехватили", "shot_down", {("HOUTHI", "target")}),
    ("ru", "Вооружённые силы Судана освободили пленных", "освободили", "other", {("SAF", "perpetrator")}),
    ("fr", "a accusé les FSR d'avoir bombardé un marché", "bombardé", "occurred", {("RSF", "perpetrator")}),
    ("fr", "Les FAS et les FSR ont signé un accord", "accord", "occurred", {
        ("RSF", "perpetrator"), ("SAF", "perpetrator"),
    }),
    ("de", "Am Montag beschossen russische Truppen den Ort", "beschossen", "occurred", {("RU", "perpetrator")}),
    ("de", "Raketen trafen den Ort, die die Hamas abgefeuert hatte", "trafen", "occurred", {("HAMAS", "perpetrator")}),
    ("en", "At least 40 Ukrainian prisoners were killed", "killed", "killed", {("UA", "victim")}),
]
# fmt: on


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


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("The RSF said army soldiers attacked", "SAF"),
        ("Hamas said army soldiers attacked", None),
        ("Army soldiers attacked", None),
    ],
)
def test_a_bare_army_is_that_of_the_one_state_that_fits(
    shipped: tuple[Conflict, ...], text: str, side: str | None
) -> None:
    claim = assertion(0, len(text), None, "occurred", Span(text.index("attacked"), len(text)))
    (actors,) = find_actors(report(text, "en", None), tagging(text, "en", ()), (claim,), shipped)
    assert next(a for a in actors if "rmy" in text[a.start : a.end]).side == side


@pytest.mark.parametrize(("town", "side"), [("Sanaa", "HOUTHI"), ("Tel Aviv", "ISR"), ("Kyiv", "UA"), ("Moscow", "RU")])
def test_a_capital_stands_for_whoever_holds_it(shipped: tuple[Conflict, ...], town: str, side: str) -> None:
    text = f"Two men died in a strike on {town}"
    claim = assertion(0, len(text), None, "occurred", Span(text.index("strike"), text.index("strike") + 6))
    (actors,) = find_actors(report(text, "en", None), tagging(text, "en", ()), (claim,), shipped)
    assert [(a.side, a.role.value) for a in actors] == [(side, "target")]


def test_a_mediator_has_no_part_in_the_fighting(shipped: tuple[Conflict, ...]) -> None:
    text = "A truce brokered by Qatar began"
    claim = assertion(0, len(text), None, "occurred", Span(2, 7))
    (actors,) = find_actors(report(text, "en", None), tagging(text, "en", ()), (claim,), shipped)
    assert [(a.name, a.role.value) for a in actors] == [("Qatar", "intermediary")]
