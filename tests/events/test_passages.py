"""What passages tell of, by the shipped model, on sentences that are in no training file."""

import pytest

from counterclaim.events.passages import shipped
from counterclaim.pipeline.passages import told
from counterclaim.records.told import LABELS

CLEAR = {
    "Peaceful protest": {
        "en": "Several thousand teachers marched peacefully through Dolmen to demand unpaid wages; nobody was hurt.",
        "uk": "У Долмені кілька тисяч учителів мирно пройшли вулицями на мітинг з вимогою виплатити зарплату.",
        "ru": "В Долмене несколько тысяч учителей вышли на мирный митинг с требованием выплатить зарплату.",
        "fr": "Plusieurs milliers d'enseignants ont manifesté dans le calme à Dolmen pour réclamer leurs salaires.",
        "de": "Mehrere tausend Lehrer demonstrierten friedlich in Dolmen für ihre ausstehenden Gehälter.",
    },
    "Air/drone strike": {
        "en": "Warplanes dropped four bombs on a depot outside Port Issel during the night, residents said.",
        "uk": "Уночі ворожі безпілотники завдали удару по складу біля Порт-Ісселя.",
        "ru": "Ночью беспилотники нанесли удар по складу у Порт-Исселя.",
        "fr": "Dans la nuit, des avions de chasse ont mené une frappe aérienne sur un dépôt près de Port Issel.",
        "de": "In der Nacht griffen Kampfflugzeuge ein Depot bei Port Issel aus der Luft an.",
    },
    "Other: natural disaster": {
        "en": "An earthquake of magnitude 6.1 shook the Karsk valley at dawn and brought down dozens of houses.",
        "uk": "Землетрус магнітудою 6,1 зруйнував десятки будинків у долині Карськ.",
        "ru": "Землетрясение магнитудой 6,1 разрушило десятки домов в долине Карск.",
        "fr": "Un séisme de magnitude 6,1 a détruit des dizaines de maisons dans la vallée de Karsk.",
        "de": "Nach tagelangem Starkregen überschwemmte Hochwasser das Tal von Karsk und zerstörte Dutzende Häuser.",
    },
}


@pytest.mark.parametrize("language", ["en", "uk", "ru", "fr", "de"])
@pytest.mark.parametrize("kind", CLEAR)
def test_a_clear_passage_is_told_in_every_language(kind: str, language: str) -> None:
    chances = told(CLEAR[kind][language], language)
    assert next(iter(chances)) == kind
    assert sum(chances.values()) == pytest.approx(1, abs=0.01)


def test_a_passage_without_words_tells_of_nothing() -> None:
    assert told("", "en") == {}
    assert told(" … !", "en") == {}


def test_the_models_labels_are_those_of_the_records() -> None:
    assert set(shipped().labels) == set(LABELS.values())


def test_exchanged_parties_do_not_change_what_a_passage_tells_of() -> None:
    text = "{} troops shelled a market held by {} forces in Dolmen, killing four people."
    one, other = (told(text.format(*names), "en") for names in (("Vesland", "Karsk"), ("Karsk", "Vesland")))
    assert next(iter(one)) == next(iter(other)) == "Shelling/artillery/missile attack"


def test_a_long_text_is_read_to_a_limit() -> None:
    assert told("The jets bombed the town. " * 100_000, "en")
