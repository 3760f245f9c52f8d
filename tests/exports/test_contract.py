import json

from counterclaim.exports.contract import dumps, to_json
from toy_rooms import toy_coded

TEXT = """Share! Бої біля кордону
published 2031-05-06
VES denies control at Dolmen on 2031-05-05
narrator asserts injured at Nowhere on 2031-05-05
"""
REPORT = ["id", "url", "title", "published", "publisher", "agency", "language", "text", "furniture"]
CLAIM = ["id", "start", "end", "source", "side", "channel", "stance", "event", "proposition", "place", "date"]
PLACE = ["name", "admin1", "country", "lat", "lon", "geonameid", "precision", "start", "end"]


def test_the_keys_are_those_of_the_contract_in_its_order() -> None:
    value = to_json(toy_coded(TEXT))
    assert list(value) == ["report", "attributions", "claims"]
    assert list(value["report"])[: len(REPORT)] == REPORT
    assert list(value["claims"][0]) == [*CLAIM, "actors", "quantities", "confidence", "chain"]
    assert list(value["claims"][0]["place"]) == [*PLACE, "alternatives"]
    assert list(value["attributions"][0]) == ["source", "cue", "content"]


def test_values_stand_as_the_contract_writes_them() -> None:
    value = to_json(toy_coded(TEXT))
    denial, narrated = value["claims"]
    assert (denial["stance"], denial["side"], denial["channel"], denial["date"]) == (
        "denies",
        "VES",
        "tv",
        "2031-05-05",
    )
    assert denial["proposition"] == {"kind": "control", "value": None}
    assert (narrated["source"], narrated["side"], narrated["place"]) == ("narrator", "media", None)
    assert narrated["quantities"][0]["high"] is None
    assert value["report"]["furniture"] == [{"start": 0, "end": 6, "kind": "share prompt"}]
    assert value["attributions"][0]["cue"] == [[TEXT.index("denies"), TEXT.index("denies") + 6]]


def test_what_is_printed_reads_back_as_it_was() -> None:
    value = to_json(toy_coded(TEXT))
    assert json.loads(dumps(value)) == value


def test_a_line_holds_letters_of_all_scripts_and_nothing_that_acts() -> None:
    line = dumps({"text": "Бої \x1b[31m \x9b31m \u202e \u2028 \ud800 é\n"})
    assert "Бої" in line
    assert "é" in line
    assert line.isprintable()
    assert json.loads(line)["text"] == "Бої \x1b[31m \x9b31m \u202e \u2028 \ud800 é\n"
