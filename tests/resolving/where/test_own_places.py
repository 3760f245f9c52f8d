"""The user's own gazetteer. The villages are invented: no map has them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from counterclaim.cli.main import main
from counterclaim.records.place import Precision
from counterclaim.records.report import Report
from counterclaim.records.tagging import Sentence
from counterclaim.resolving.where import Gazetteer, GazetteerError, find_toponyms
from counterclaim.resolving.where.own.geojson import inner_point
from counterclaim.resolving.where.own.place import Bad, OwnPlace
from counterclaim.resolving.where.own.reading import read_places

HEAD = "name,lat,lon,country,admin1,population,other_names\n"
VILLAGE = "Verkhni Luky,48.6121,37.9012,UA,05,286,Верхні Луки; Верхние Луки\n"
Add = Callable[..., tuple[int, str, list[str]]]


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "own" / "places.sqlite"
    monkeypatch.setenv("COUNTERCLAIM_GAZETTEER", str(path))
    return path


@pytest.fixture
def add(own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Add:
    """Adds a file of that name and content; the status, what is printed, the lines on standard error."""

    def add(name: str, content: str | bytes, *options: str) -> tuple[int, str, list[str]]:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        status = main(["gazetteer", "add", str(path), *options])
        out, err = capsys.readouterr()
        return status, out.removeprefix(f"{path}: ").strip(), err.replace(f"{path}", name).splitlines()

    return add


def dump_line(ident: int = 99000001, name: str = "Verkhni Luky", **given: str) -> str:
    cells = dict.fromkeys(range(19), "")
    cells |= {0: str(ident), 1: name, 2: name, 3: "Верхні Луки,Verkhni Luki", 4: "48.6121", 5: "37.9012"}
    cells |= {6: "P", 7: "PPL", 8: "UA", 10: "05", 14: "286"}
    cells |= {int(k.removeprefix("c")): v for k, v in given.items()}
    return "\t".join(cells[i] for i in range(19)) + "\n"


def feature(geometry: object, **properties: object) -> str:
    return json.dumps({"type": "Feature", "properties": properties, "geometry": geometry})


def found(text: str, language: str) -> list[str]:
    report = Report("r", text, "-", language)
    toponyms = find_toponyms(report, (Sentence(0, len(text), 0),), Gazetteer.open(), ("UA",))
    return [t.place.name for t in toponyms if t.place]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The army took the village of Verkhni Luky.", "en"),
        ("Ворог атакував поблизу Верхніх Лук.", "uk"),
        ("Обстрелян посёлок Верхние Луки.", "ru"),
        ("Fighting continued for Verkhni Luky and elsewhere.", "en"),
    ],
)
def test_a_village_is_found_once_it_is_added(add: Add, text: str, language: str) -> None:
    assert "Verkhni Luky" not in found(text, language)
    assert add("places.csv", HEAD + VILLAGE)[:2] == (0, "1 added, 0 changed, 0 known already, 0 failed")
    assert "Verkhni Luky" in found(text, language)


def test_the_same_file_twice_changes_nothing(add: Add, own: Path) -> None:
    add("places.csv", HEAD + VILLAGE)
    before = own.read_bytes()
    assert add("places.csv", HEAD + VILLAGE)[1] == "0 added, 0 changed, 1 known already, 0 failed"
    assert own.read_bytes() == before


def test_a_corrected_line_replaces_the_old_one(add: Add) -> None:
    add("places.csv", HEAD + VILLAGE)
    assert add("places.csv", HEAD + VILLAGE.replace("286", "290"))[1].startswith("0 added, 1 changed")
    (place,) = Gazetteer.open().candidates("Verkhni Luky", "en")
    assert place.population == 290


def test_every_bad_line_is_told_and_the_rest_is_taken(add: Add) -> None:
    lines = [
        "A,0,0,UA,,,", "B,north,37,UA,,,", "C,95,37,UA,,,", "D,48,37,Ukraine,,,", "E,48,37,UA,,many,", ",48,37,UA,,,",
        "F,48,37", "G,48,nan,UA,,,",
    ]  # fmt: skip
    status, out, err = add("places.csv", HEAD + "\n".join(lines) + "\n" + VILLAGE)
    assert status == 1
    assert out == "1 added, 0 changed, 0 known already, 8 failed"
    assert [line.split(": ")[1] for line in err] == [f"places.csv:{n}" for n in range(2, 10)]
    assert "counterclaim: places.csv:2: latitude 0 and longitude 0 stand for an unknown point" in err
    assert "Verkhni Luky" in found("The village of Verkhni Luky fell.", "en")


def test_columns_must_be_declared(add: Add, own: Path) -> None:
    status, out, (line,) = add("places.csv", "village,north,east\nX,1,2\n")
    assert (status, out) == (1, "")
    assert line.startswith("counterclaim: places.csv: no column name, lat, lon in its first line")


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("UA.zip", b"PK\x03\x04rest", "an archive: unpack it first"),
        ("empty.csv", b"", "the file is empty"),
        ("a.geojson", b'{"type": "FeatureColl', "no JSON"),
        ("b.geojson", b'{"type": "FeatureCollection", "features": [1]}', "no FeatureCollection"),
        ("c.geojson", b"[" * 100_000, "no JSON"),
    ],
)
def test_what_is_no_file_of_places_is_one_clear_line(add: Add, name: str, content: bytes, reason: str) -> None:
    status, _, (line,) = add(name, content)
    assert status == 1
    assert line.startswith(f"counterclaim: {name}: {reason}")


def test_lines_of_hostile_length_and_encoding_are_passed_over(add: Add) -> None:
    long = b"X" * 3_000_000 + b",48,37,UA,,,\n"
    status, out, err = add("places.csv", HEAD.encode() + long + b"\xff\xfe,1,2,UA,,,\n" + VILLAGE.encode())
    assert (status, out) == (1, "1 added, 0 changed, 0 known already, 2 failed")
    assert [line.split(": ", 2)[1] for line in err] == ["places.csv:2", "places.csv:3"]


def test_a_country_dump_is_read_and_its_streams_are_passed_over(add: Add) -> None:
    lines = [
        dump_line(),
        dump_line(99000002, "Some Hill", c6="T", c7="HLL"),
        dump_line(99000003, c4="x"),
        "1\t2\n",
        dump_line(703448, "Kyiv", c3="Kiev,Київ", c4="50.45", c5="30.52", c7="PPLC", c10="12", c14="2797553"),
    ]
    status, out, err = add("UA.txt", "".join(lines))
    assert status == 1
    assert out == "1 added, 0 changed, 1 known already, 1 passed over (streams, hills and the like), 2 failed"
    assert "counterclaim: UA.txt:4: 2 columns instead of the 19 of a GeoNames dump" in err
    (place,) = [c.place for c in Gazetteer.open().candidates("Верхніх Лук", "uk") if c.place.geonameid == 99000001]
    assert (place.name, place.admin1, place.country) == ("Verkhni Luky", "Donetsk Oblast", "UA")


def test_a_place_that_ships_is_told_by_the_users_point_and_keeps_the_rest(add: Add) -> None:
    shipped = next(c for c in Gazetteer.open().candidates("Bakhmut", "en") if c.place.country == "UA")
    assert shipped.place.lat is not None
    add("places.csv", HEAD + f"Bakhmut,{shipped.place.lat + 0.01:.4f},{shipped.place.lon},UA,,,\n")
    mine = [c for c in Gazetteer.open().candidates("Bakhmut", "en") if c.place.country == "UA"]
    assert [c.place.geonameid for c in mine] == [shipped.place.geonameid]
    assert mine[0].place.lat == pytest.approx(shipped.place.lat + 0.01, abs=1e-4)
    assert mine[0].population == shipped.population
    points = [c.place.lat for c in Gazetteer.open().candidates("Артемовск", "ru") if c.place.country == "UA"]
    assert mine[0].place.lat in points
    assert shipped.place.lat not in points


def test_points_and_areas_of_geojson(add: Add) -> None:
    square = [[[37.0, 48.0], [37.2, 48.0], [37.2, 48.2], [37.0, 48.2], [37.0, 48.0]]]
    features = [
        feature({"type": "Point", "coordinates": [37.9, 48.6]}, name="Верхні Луки", **{"name:en": "Verkhni Luky"}),
        feature({"type": "Polygon", "coordinates": square}, name="Osyky range", kind="site"),
        feature({"type": "LineString", "coordinates": [[1, 2], [3, 4]]}, name="A road"),
        feature({"type": "Point", "coordinates": [37.9]}, name="Half a point"),
        feature(None, name="No point"),
    ]
    content = '{"type": "FeatureCollection", "features": [' + ",".join(features) + "]}"
    status, out, err = add("places.geojson", content, "--country", "ua")
    assert (status, out) == (1, "2 added, 0 changed, 0 known already, 3 failed")
    assert [line.split(": ")[2] for line in err] == ["feature 3", "feature 4", "feature 5"]
    (place,) = [c.place for c in Gazetteer.open().candidates("Osyky range", "en")]
    assert (place.precision, place.country, place.lat, place.lon) == (Precision.SITE, "UA", 48.1, 37.1)
    assert place.radius_km == pytest.approx(13.4, abs=0.3)
    assert "Osyky range" in found("Shells hit the Osyky range.", "en")


def test_the_point_of_an_area_lies_inside_it() -> None:
    crescent = [[(0, 0), (10, 0), (10, 10), (0, 10), (0, 9), (9, 9), (9, 1), (0, 1), (0, 0)]]
    x, y = inner_point([[(float(a), float(b)) for a, b in crescent[0]]])
    assert (9 <= x <= 10 and 0 <= y <= 10) or y <= 1 or y >= 9
    ring = [(0, 0), (4, 0), (4, 4), (0, 4), (0, 0)]
    hole = [(1, 1), (3, 1), (3, 3), (1, 3), (1, 1)]
    x, y = inner_point([[(float(a), float(b)) for a, b in r] for r in (ring, hole)])
    assert not (1 < x < 3 and 1 < y < 3)


def test_an_area_across_the_antimeridian(tmp_path: Path) -> None:
    corners = [[179.0, -17.0], [-179.0, -17.0], [-179.0, -16.0], [179.0, -16.0], [179.0, -17.0]]
    path = tmp_path / "a.geojson"
    path.write_text(feature({"type": "Polygon", "coordinates": [corners]}, name="Far Reef", country="FJ"))
    (place,) = read_places(path)
    assert isinstance(place, OwnPlace)
    assert abs(place.lon) == 180
    assert place.extent == (-17.0, 179.0, -16.0, -179.0)
    assert place.radius_km is not None
    assert place.radius_km < 130


def test_a_file_that_is_no_gazetteer_is_left_alone(add: Add, own: Path) -> None:
    own.parent.mkdir()
    own.write_bytes(b"my own notes, not to be touched" * 100)
    status, _, (line,) = add("places.csv", HEAD + VILLAGE)
    assert status == 1
    assert "cannot be written" in line
    assert own.read_bytes().startswith(b"my own notes")
    with pytest.raises(GazetteerError, match="cannot be read"):
        Gazetteer.open()


def test_set_to_nothing_there_is_no_own_gazetteer(
    add: Add, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    add("places.csv", HEAD + VILLAGE)
    monkeypatch.setenv("COUNTERCLAIM_GAZETTEER", "")
    assert Gazetteer.open().candidates("Verkhni Luky", "en") == ()
    assert main(["gazetteer", "add", "places.csv"]) == 2
    assert "set to nothing" in capsys.readouterr().err


def test_without_a_variable_it_lies_in_the_users_data_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("COUNTERCLAIM_GAZETTEER", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    table = tmp_path / "p.csv"
    table.write_text(HEAD + VILLAGE)
    assert main(["gazetteer", "add", str(table)]) == 0
    assert (tmp_path / "data" / "counterclaim" / "places.sqlite").is_file()


def test_a_quote_that_never_closes_costs_no_more_than_its_field(tmp_path: Path) -> None:
    path = tmp_path / "p.csv"
    path.write_text(HEAD + '"open,48,37,UA,,,\n' + "x,48,37,UA,05,1,\n" * 20_000)
    answers = list(read_places(path))
    assert isinstance(answers[0], Bad)
    assert sum(isinstance(a, OwnPlace) for a in answers) > 5_000
