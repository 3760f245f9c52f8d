"""Every language knows every kind of trigger, and weapons tell one type of attack from another."""

import tomllib
from importlib.resources import files

import pytest

from counterclaim.events.triggers import LANGUAGES, find_triggers
from counterclaim.records.event_type import EventType, PropositionKind
from counterclaim.records.report import Report
from counterclaim.records.tagging import Sentence
from counterclaim.words.lexicon import Lexicon

RULES = files("counterclaim.events").joinpath("rules")


def strongest(text: str, language: str) -> tuple[EventType | None, PropositionKind]:
    report = Report(id="r", text=text, address="-", language=language)
    found = find_triggers(report, (Sentence(0, len(text), 0),))
    assert found, text
    best = max(found, key=lambda t: t.strength)
    return best.event, best.kind


@pytest.mark.parametrize(
    ("language", "text", "event", "kind"),
    [
        ("en", "Drones struck a fuel depot near Dolmen.", EventType.AIR_STRIKE, PropositionKind.OCCURRED),
        ("en", "Mortar fire hit the eastern suburbs.", EventType.SHELLING, PropositionKind.OCCURRED),
        ("en", "The brigade took control of the pass.", EventType.GOVERNMENT_REGAINS, PropositionKind.CONTROL),
        ("en", "Nine people were killed.", None, PropositionKind.KILLED),
        ("en", "The air force intercepted six drones.", EventType.DISRUPTED, PropositionKind.SHOT_DOWN),
        ("en", "The garrison had “repelled” two assaults.", EventType.ARMED_CLASH, PropositionKind.REPELLED),
        ("en", "Debris of a drone set a barn on fire.", EventType.DISRUPTED, PropositionKind.DAMAGED),
        ("ru", "От обломков дрона загорелся сарай.", EventType.DISRUPTED, PropositionKind.DAMAGED),
        ("uk", "Від уламків безпілотника загорівся сарай.", EventType.DISRUPTED, PropositionKind.DAMAGED),
        ("fr", "La chute de débris d'un drone a blessé un berger.", EventType.DISRUPTED, PropositionKind.INJURED),
        ("fr", "La chute de Dolmen a surpris.", EventType.GOVERNMENT_REGAINS, PropositionKind.CONTROL),
        ("de", "Drohnentrümmer beschädigten eine Scheune.", EventType.DISRUPTED, PropositionKind.DAMAGED),
        ("ru", "Военные отразили атаку на переправу.", EventType.ARMED_CLASH, PropositionKind.REPELLED),
        ("ru", "Над областью сбиты три беспилотника.", EventType.DISRUPTED, PropositionKind.SHOT_DOWN),
        ("ru", "Артиллерия обстреляла посёлок.", EventType.SHELLING, PropositionKind.OCCURRED),
        ("uk", "Дрон влучив у підстанцію.", EventType.AIR_STRIKE, PropositionKind.OCCURRED),
        ("uk", "Поранено двох жінок.", None, PropositionKind.INJURED),
        ("uk", "Бригада звільнила село.", EventType.GOVERNMENT_REGAINS, PropositionKind.CONTROL),
        ("fr", "Des roquettes ont frappé le marché.", EventType.SHELLING, PropositionKind.OCCURRED),
        ("fr", "L'armée a repoussé un assaut.", EventType.ARMED_CLASH, PropositionKind.REPELLED),
        ("de", "Drohnen haben ein Depot getroffen.", EventType.AIR_STRIKE, PropositionKind.OCCURRED),
        ("de", "Die Luftabwehr hat vier Raketen abgefangen.", EventType.DISRUPTED, PropositionKind.SHOT_DOWN),
    ],
)
def test_speaks_of(language: str, text: str, event: EventType | None, kind: PropositionKind) -> None:
    assert strongest(text, language) == (event, kind)


def test_fire_is_not_occupation() -> None:
    # «зайнявся» (caught fire) shares its stem with «зайняв» (occupied).
    assert strongest("На складі зайнявся резервуар.", "uk")[1] is PropositionKind.DAMAGED
    assert strongest("Бригада зайняла висоту.", "uk")[1] is PropositionKind.CONTROL


def test_drones_beaten_back_are_intercepted() -> None:
    repelled = strongest("The attack by twelve drones was repelled.", "en")
    assert repelled == (EventType.DISRUPTED, PropositionKind.SHOT_DOWN)


def test_blasts_that_were_heard_take_the_weapon_of_the_report() -> None:
    assert strongest("Ночью были слышны взрывы.", "ru")[0] is EventType.EXPLOSIVE
    assert strongest("Слышны хлопки: дроны летят над городом.", "ru")[0] is EventType.AIR_STRIKE
    assert strongest("Пролунали вибухи, ракети летіли низько.", "uk")[0] is EventType.SHELLING


def test_a_phrase_speaks_for_the_word_it_begins_with() -> None:
    assert strongest("Отряд захватил две бронемашины.", "ru")[1] is PropositionKind.CAPTURED
    assert strongest("Боец взорвал гранату.", "ru") == (EventType.GRENADE, PropositionKind.OCCURRED)


def test_a_phrase_does_not_go_across_and() -> None:
    report = Report(id="r", text="Авіація відпрацювала та здійснено шість обстрілів.", address="-", language="uk")
    found = find_triggers(report, (Sentence(0, len(report.text), 0),))
    assert not any(t.start < report.text.index(" та ") < t.end for t in found)


def test_furniture_speaks_of_nothing() -> None:
    report = Report(id="r", text="Drones struck a depot.", address="-", language="en")
    assert find_triggers(report, (Sentence(0, 22, 0, furniture=True),)) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_kind(language: str) -> None:
    kinds = tomllib.loads(RULES.joinpath("taxonomy.toml").read_text("utf-8"))
    words = tomllib.loads(RULES.joinpath(f"{language}.toml").read_text("utf-8"))
    assert set(words) == set(kinds)
    phrases = [p for forms in words.values() for key in ("verbs", "nouns") for p in forms.get(key, ())]
    Lexicon((p, p) for p in phrases)
    assert len(phrases) > 380
