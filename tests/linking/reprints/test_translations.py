"""Translations are found, and other authors' reports on the same event are not. The parallel samples are our own."""

import tomllib
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from counterclaim.linking.reprinting.names import skeleton
from counterclaim.linking.reprints import decide, find_reprints, keys
from counterclaim.records.report import Report

SAMPLES = tomllib.loads(Path(__file__).with_name("translations.toml").read_text(encoding="utf-8"))["report"]
LANGUAGES = ("en", "uk", "ru", "fr", "de")


def report(name: str, language: str, text: str) -> Report:
    return Report(f"{name} {language}", text, f"{name}.{language}.txt", language, published="2031-05-06")


TOLD = [{lang: report(s["name"], lang, s[lang]) for lang in LANGUAGES} for s in SAMPLES]
OTHERS = [[report(f"{s['name']} otherwise", lang, text) for lang, text in s["other"].items()] for s in SAMPLES]


@pytest.mark.parametrize("told", TOLD, ids=[s["name"] for s in SAMPLES])
def test_every_translation_is_found(told: dict[str, Report]) -> None:
    for one, other in combinations(told.values(), 2):
        assert decide(one, other) is not None, (one.id, other.id)
        assert len(set(keys(one)) & set(keys(other))) >= 2, (one.id, other.id)


def test_all_samples_at_once_make_their_families_and_no_other() -> None:
    given = [r for told in TOLD for r in told.values()] + [r for others in OTHERS for r in others]
    found = {link.copy: link.original for link in find_reprints(given)}
    assert found == {told[lang].id: told["en"].id for told in TOLD for lang in LANGUAGES if lang != "en"}


@pytest.mark.parametrize("number", range(len(SAMPLES)))
def test_another_authors_report_on_the_event_is_no_translation(number: int) -> None:
    for one in TOLD[number].values():
        for other in OTHERS[number]:
            assert decide(one, other) is None, (one.id, other.id)


def test_other_numbers_or_another_agency_make_it_another_report() -> None:
    english, french = TOLD[0]["en"], TOLD[0]["fr"]
    changed = french.text
    for old, new in (("1 400", "900"), ("37", "24"), ("11", "8"), ("18h30", "21h15"), ("deux", "trois")):
        changed = changed.replace(old, new)
    assert decide(english, replace(french, text=changed)) is None
    assert decide(replace(english, agency="Vesta"), replace(french, agency="Orel")) is None
    assert decide(replace(english, agency="Vesta"), replace(french, agency="Vesta")) is not None


@pytest.mark.parametrize(
    "forms",
    [("Kharkiv", "Charkiw", "Харьков", "Харків"), ("Chernihiv", "Tschernihiw", "Чернигов"), ("Sumy", "Soumy", "Сумы")],
)
def test_a_name_sounds_the_same_in_all_alphabets(forms: tuple[str, ...]) -> None:
    assert len({skeleton(form) for form in forms}) == 1
