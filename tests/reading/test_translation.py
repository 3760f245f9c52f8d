"""What a report was translated from: said on the page, or shown by two kinds of traces at least."""

import time

import pytest

from counterclaim.reading import translation

FRENCH_TRACES = (
    "The mayor of Tchernobov, Igor Loutchenko, assured on Telegram that the attack had been pushed back.\n\n"
    "The army, for its part, declared it had struck a depot, according to the same source, and kyiv was annoncé "
    "as the next target. “Who will stop them ?” he asked, “and when ?”"
)


def test_two_kinds_of_traces_agree() -> None:
    assert translation.find(FRENCH_TRACES, "en") == "fr"
    assert {t.kind for t in translation.evidence(FRENCH_TRACES, "en")} >= {"spelling", "leftover"}
    assert all(t.reason.startswith(t.kind) for t in translation.evidence(FRENCH_TRACES, "en"))


@pytest.mark.parametrize(
    "text",
    [
        "The mayor, Igor Loutchenko, and the governor, Oleg Koutsov, met in the café.",
        "He left for Kharkov and Lugansk on Monday, the ministry said.",
        "The communiqué named no one. The army, for its part, declared nothing.",
        "Drones hit a depot in Port Issel, the governor said.",
    ],
)
def test_one_kind_alone_is_not_enough(text: str) -> None:
    assert translation.find(text, "en") is None


@pytest.mark.parametrize(
    ("text", "language", "source"),
    [
        ("Drones hit a depot.\n\nTranslated from the French by Ann Marlow", "en", "fr"),
        ("This article was automatically translated from Ukrainian.\n\nDrones hit a depot.", "en", "uk"),
        ("Des drones ont frappé un dépôt.\n\nTraduit de l'anglais par Luce Ferrand", "fr", "en"),
        ("Drohnen trafen ein Lager.\n\nAus dem Englischen von Jana Brook", "de", "en"),
        ("Дрони атакували порт.\n\nПереклад з англійської: Олена Брук", "uk", "en"),
        ("Дроны атаковали порт.\n\nПеревод с английского", "ru", "en"),
    ],
)
def test_a_statement_settles_it(text: str, language: str, source: str) -> None:
    assert translation.find(text, language) == source


def test_a_statement_inside_the_reporting_is_none() -> None:
    text = (
        "The order, which a clerk of the court had translated from the French at the request of the families, was read "
        "out on Monday in the town hall of Dolmen before some two hundred people."
    )
    assert translation.find(text, "en") is None


def test_nothing_is_told_without_the_language_of_the_report() -> None:
    assert translation.find(FRENCH_TRACES, None) is None
    assert translation.find("Le maire a assuré que l'attaque avait été repoussée.", "fr") is None


def test_hostile_words_are_read_in_linear_time() -> None:
    began = time.perf_counter()
    for language, hostile in (("en", "é" * 200_000 + "9"), ("uk", "ы" * 200_000 + "9"), ("en", "A" + "a" * 200_000)):
        translation.find(hostile, language)
    assert time.perf_counter() - began < 5
