import pytest

from counterclaim.records.place import Toponym
from counterclaim.records.report import Report
from counterclaim.records.span import Span
from counterclaim.records.tagging import Sentence
from counterclaim.resolving.where import Gazetteer, find_toponyms, resolve_spans


def found(
    gazetteer: Gazetteer, text: str, language: str, theatre: tuple[str, ...] = ()
) -> dict[str, tuple[str | None, Toponym]]:
    report = Report("r", text, "-", language)
    out = find_toponyms(report, (Sentence(0, len(text), 0),), gazetteer, theatre)
    return {text[t.start : t.end]: (t.place.name if t.place else None, t) for t in out}


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Two depots burned in the Tula region.", "en", {"Tula region": "Tula Oblast"}),
        (
            "Debris fell in the Tula, Lipetsk and Voronezh regions.",
            "en",
            {"Tula": "Tula Oblast", "Lipetsk": "Lipetsk Oblast", "Voronezh": "Voronezh Oblast"},
        ),
        (
            "Обломки упали в Липецкой и Тульской областях.",
            "ru",
            {"Липецкой": "Lipetsk Oblast", "Тульской областях": "Tula Oblast"},
        ),
        ("На Сумщині вночі було гучно.", "uk", {"Сумщині": "Sumy Oblast"}),
        ("Une explosion a secoué la région de Koursk.", "fr", {"Koursk": "Kursk Oblast"}),
        ("In der Region Charkiw heulten Sirenen.", "de", {"Charkiw": "Kharkiv Oblast"}),
        ("Пожар начался в Кстовской промзоне.", "ru", {"Кстовской": "Kstovo"}),
        ("Колонна вошла в сектор Газа.", "ru", {"сектор Газа": "Gaza Strip"}),
        ("Un convoi a quitté la bande de Gaza.", "fr", {"bande de Gaza": "Gaza Strip"}),
    ],
)
def test_regions_are_read_from_the_words_beside_them(
    gazetteer: Gazetteer, text: str, language: str, expected: dict[str, str]
) -> None:
    names = {surface: name for surface, (name, _) in found(gazetteer, text, language).items()}
    for surface, name in expected.items():
        assert any(s.startswith(surface) and n == name for s, n in names.items()), names


def test_the_region_named_beside_decides(gazetteer: Gazetteer) -> None:
    near = found(gazetteer, "Shots were heard in Springfield, Illinois.", "en")
    assert near["Springfield"][1].place is not None
    assert near["Springfield"][1].place.admin1 == "Illinois"
    other = found(gazetteer, "Shots were heard in Springfield, Missouri.", "en")
    assert other["Springfield"][1].place is not None
    assert other["Springfield"][1].place.admin1 == "Missouri"


def test_the_theatre_decides_between_namesakes(gazetteer: Gazetteer) -> None:
    text = "Shells fell on Odessa at dawn."
    assert found(gazetteer, text, "en", ("UA",))["Odessa"][0] == "Odesa"


def test_persons_and_nations_are_no_places(gazetteer: Gazetteer) -> None:
    out = found(gazetteer, "Mayor Lincoln met Austin Jackson and the Russian envoy.", "en", ("UA", "RU"))
    assert not out
    assert not found(gazetteer, "Губернатор Роман Орлов и российские военные молчали.", "ru", ("RU",))


def test_german_nouns_are_no_towns(gazetteer: Gazetteer) -> None:
    assert not found(gazetteer, "Das Essen war kalt, der Regen stark und die Halle leer.", "de", ("UA", "RU"))


@pytest.mark.parametrize(
    ("text", "language", "surface"),
    [
        ("Moscow denied the report.", "en", "Moscow"),
        ("Киев заявил о потерях.", "ru", "Киев"),
        ("Київ спростував це.", "uk", "Київ"),
        ("Moscou a démenti ces propos.", "fr", "Moscou"),
        ("Moskau bestritt den Vorwurf.", "de", "Moskau"),
    ],
)
def test_a_capital_that_speaks_is_a_metonym(gazetteer: Gazetteer, text: str, language: str, surface: str) -> None:
    assert found(gazetteer, text, language)[surface][1].metonym


def test_a_capital_where_something_is_is_none(gazetteer: Gazetteer) -> None:
    assert not found(gazetteer, "A car exploded in Moscow on Sunday.", "en")["Moscow"][1].metonym


def test_given_spans_are_answered_one_by_one(gazetteer: Gazetteer) -> None:
    text = "Lyon and Xqzwv are far apart."
    report = Report("r", text, "-", "en")
    out = resolve_spans(report, (Sentence(0, len(text), 0),), [Span(0, 4), Span(9, 14)], gazetteer)
    assert [t.place.name if t.place else None for t in out] == ["Lyon", None]


def test_a_long_row_of_names_stays_linear(gazetteer: Gazetteer) -> None:
    text = "Kursk and Bryansk regions, " * 2000
    out = find_toponyms(Report("r", text, "-", "en"), (Sentence(0, len(text), 0),), gazetteer, ("RU",))
    assert len(out) == 4000
