import json
from pathlib import Path

import pytest

from counterclaim.errors import InputError
from counterclaim.evaluating.places import Document, Name, evaluate, read_corpus, score

XML = """<articles>
  <article><text>Two trucks left Lyon for Kharkiv. Germans watched.</text><toponyms>
    <toponym><start>18</start><phrase>Lyon</phrase><gaztag geonameid="2996944"><lat>45.75</lat><lon>4.85</lon>
      <fclass>P</fclass><fcode>PPLA</fcode></gaztag></toponym>
    <toponym><start>25</start><phrase>Kharkiv</phrase><gaztag geonameid="706483"><lat>49.98</lat><lon>36.25</lon>
      <fclass>P</fclass><fcode>PPLA</fcode></gaztag></toponym>
    <toponym><start>34</start><type>Demonym</type><phrase>Germans</phrase></toponym>
    <toponym><start>11</start><type>Non_Toponym</type><phrase>left</phrase></toponym>
  </toponyms></article></articles>"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "set.xml"
    path.write_text(XML, encoding="utf-8")
    return path


def test_reads_names_and_puts_drifted_offsets_right(corpus: Path) -> None:
    (document,) = read_corpus(corpus)
    assert [document.text[n.start : n.end] for n in document.gold] == ["Lyon", "Kharkiv"]
    assert [document.text[n.start : n.end] for n in document.neutral] == ["Germans"]
    assert document.gold[0].group == "capital or seat"


def test_resolves_gold_spans_and_found_ones(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    figures = evaluate(corpus.parent, "gold", out)
    assert figures["resolution"]["acc25"] == 1.0
    assert figures["geonameid"] == {"gold": 2, "acc": 1.0}
    line = json.loads(out.read_text(encoding="utf-8"))
    assert line["id"] == "set:0"
    assert [t["geonameid"] for t in line["toponyms"]] == [2996944, 706483]
    found = evaluate(corpus)
    assert found["detection"] == {"p": 1.0, "r": 1.0, "f1": 1.0}


def test_missed_and_far_names_are_wrong() -> None:
    gold = (Name(0, 4, 0.0, 10.0), Name(6, 9, 0.0, 20.0), Name(12, 15))
    found = (Name(0, 5, 0.5, 10.0), Name(12, 15, 1.0, 1.0), Name(20, 24), Name(30, 33))
    figures = score([(Document("d", "", gold, (Name(21, 23),)), found)])
    assert figures["predicted"] == 3
    assert figures["strict"]["r"] == pytest.approx(1 / 3)
    assert figures["detection"]["r"] == pytest.approx(2 / 3)
    assert (figures["resolution"]["acc25"], figures["resolution"]["acc161"]) == (0.0, 0.5)
    assert figures["resolution"]["median_all_km"] is None


@pytest.mark.parametrize("content", ["no xml", '<!DOCTYPE a [<!ENTITY b "c">]><a/>', "<articles/>"])
def test_bad_input_is_an_input_error(tmp_path: Path, content: str) -> None:
    (tmp_path / "x.xml").write_text(content, encoding="utf-8")
    with pytest.raises(InputError):
        evaluate(tmp_path)
