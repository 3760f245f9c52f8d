import time
from pathlib import Path

import pytest

from counterclaim.records.place import Precision
from counterclaim.records.report import Report
from counterclaim.records.tagging import Sentence
from counterclaim.resolving.where import Gazetteer, GazetteerError, find_toponyms
from counterclaim.resolving.where.gazetteer import shipped_file


@pytest.mark.parametrize(
    ("name", "language", "canonical", "country"),
    [
        ("Tiotkino", "en", "Tyotkino", "RU"),
        ("Тьоткіно", "uk", "Tyotkino", "RU"),
        ("Орлі", "uk", "Oryol", "RU"),
        ("Кстове", "ru", "Kstovo", "RU"),
        ("Nevelské", "fr", "Nevelske", "UA"),
        ("Авдіївці", "uk", "Avdiivka", "UA"),
        ("Oleniwka", "de", "Olenivka", "UA"),
        ("Хан-Юнисе", "ru", "Khan Younis", "PS"),
        ("Al-Faschir", "de", "El Fasher", "SD"),
        ("غزة", "ar", "Gaza", "PS"),
        ("Артемовск", "ru", "Bakhmut", "UA"),
        ("Pokrovsk", "en", "Pokrovsk", "UA"),
        ("Nevelskoïe", "en", "Nevelske", "UA"),
        ("Нижнього Новгорода", "uk", "Nizhny Novgorod", "RU"),
        ("Кривого Рогу", "uk", "Kryvyi Rih", "UA"),
        ("Часового Яру", "uk", "Chasiv Yar", "UA"),
        ("Saké", "fr", "Sake", "CD"),
        ("El-Facher", "fr", "El Fasher", "SD"),
        ("Набатии", "ru", "Nabatieh", "LB"),
        ("Tinzaouatène", "fr", "Tinzaouaten", "ML"),
        ("Khan Younès", "fr", "Khan Younis", "PS"),
    ],
)
def test_a_name_is_found_in_any_spelling(
    gazetteer: Gazetteer, name: str, language: str, canonical: str, country: str
) -> None:
    found = [c.place for c in gazetteer.candidates(name, language)]
    assert (canonical, country) in {(p.name, p.country) for p in found}


def test_an_exact_name_is_never_beaten_by_a_loose_one(gazetteer: Gazetteer) -> None:
    qualities = [c.quality for c in gazetteer.candidates("Orel", "en")]
    assert qualities == sorted(qualities, reverse=True)
    assert qualities[0] >= 0.98


def test_a_region_carries_its_capitals_point(gazetteer: Gazetteer) -> None:
    for region, city in (("Курской", "Kursk"), ("Ленинградской", "Saint Petersburg"), ("Московской", "Moscow")):
        place = gazetteer.regions_of_adjective(region)[0].place
        towns = [c.place for c in gazetteer.candidates(city, "en") if c.place.precision is Precision.SETTLEMENT]
        assert (place.lat, place.lon) in {(t.lat, t.lon) for t in towns}
        assert place.precision is Precision.REGION


def test_a_country_has_a_point_and_short_forms(gazetteer: Gazetteer) -> None:
    russia = gazetteer.candidates("РФ", "ru")[0].place
    assert (russia.name, russia.lat, russia.lon) == ("Russia", 60.0, 100.0)
    assert gazetteer.candidates("UK", "en")[0].place.country == "GB"


def test_nothing_lies_at_zero_zero_and_nonsense_is_nowhere(gazetteer: Gazetteer) -> None:
    assert gazetteer.candidates("Qwrtzplk", "en") == ()
    assert gazetteer.candidates("", "en") == ()
    assert gazetteer.candidates("x" * 5000, "en") == ()


def test_a_missing_or_broken_file_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match=r"gazetteer_build\.py"):
        Gazetteer.open(tmp_path / "none.sqlite")
    broken = tmp_path / "broken.sqlite"
    broken.write_bytes(b"not a database" * 200)
    with pytest.raises(GazetteerError, match="cannot be read"):
        Gazetteer.open(broken)


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("das Atomkraftwerk Saporischschja", "de", "Zaporizhzhia Nuclear Power Plant"),
        ("на Курской АЭС", "ru", "Kursk Nuclear Power Plant"),
        ("аеродром «Енгельс»", "uk", "Engels Air Base"),
        ("la base de Hmeimim", "fr", "Hmeimim Air Base"),
        ("the Zamzam camp", "en", "Zamzam camp"),
    ],
)
def test_installations_are_known_by_name(gazetteer: Gazetteer, text: str, language: str, name: str) -> None:
    report = Report("r", text, "-", language)
    found = find_toponyms(report, (Sentence(0, len(text), 0),), gazetteer, ("UA", "RU"))
    assert name in [t.place.name for t in found if t.place]


@pytest.mark.parametrize(
    ("text", "name", "precision"),
    [
        ("A car was found in Harris County, Texas, on Monday.", "Harris County", Precision.DISTRICT),
        ("The flight left Lokichoggio Airport at noon.", "Lokichoggio Airport", Precision.SITE),
        ("Fighting went on near Kadugli airport.", "Kadugli Airport", Precision.SITE),
        ("A ferry sank on Lake Tanganyika.", "Lake Tanganyika", Precision.SEA),
        ("Troops moved through the Hindu Kush.", "Hindu Kush", Precision.REGION),
        ("Барж затонул на Амуре.", "Amur River", Precision.SEA),
    ],
)
def test_counties_airports_waters_and_mountains(
    gazetteer: Gazetteer, text: str, name: str, precision: Precision
) -> None:
    report = Report("r", text, "-", "ru" if "Амур" in text else "en")
    found = find_toponyms(report, (Sentence(0, len(text), 0),), gazetteer)
    assert (name, precision) in [(t.place.name, t.place.precision) for t in found if t.place]


def test_counties_and_regions_have_extents(gazetteer: Gazetteer) -> None:
    places = [c.place for c in gazetteer.candidates("Cook County", "en") if c.admin1_code == "US.IL"]
    extents = [gazetteer.extent(p) for p in places]
    assert [e and (e.south < 41.9 < e.north, e.west < -87.7 < e.east) for e in extents] == [(True, True)]
    texas = gazetteer.region("US.TX")
    assert texas is not None
    extent = gazetteer.extent(texas.place)
    assert extent is not None
    assert (extent.south < 27, extent.north > 35, extent.west < -105, extent.east > -95) == (True,) * 4


def test_opening_is_quick_and_reads_little(gazetteer: Gazetteer) -> None:
    start = time.perf_counter()
    opened = Gazetteer.open(shipped_file())
    assert opened.candidates("Kursk", "en")
    assert time.perf_counter() - start < 0.1
    assert shipped_file().stat().st_size < 60e6


def test_words_of_dictionaries_are_marked(gazetteer: Gazetteer) -> None:
    assert gazetteer.ordinary("kuppel", "de")
    assert not gazetteer.ordinary("bachmut", "de")
