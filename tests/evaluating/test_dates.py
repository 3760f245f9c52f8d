import json
from pathlib import Path

import pytest

from counterclaim.errors import InputError
from counterclaim.evaluating.dates import Document, Timex, count, days_of, evaluate, read_timeml, score

TML = """<?xml version="1.0" ?><TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2031-05-07"
 functionInDocument="CREATION_TIME">20310507</TIMEX3></DCT><TEXT>A &amp; B fell on <TIMEX3 tid="t1" type="DATE"
 value="2031-05-06">Tuesday</TIMEX3>, and it is shelled <TIMEX3 tid="t2" type="SET" value="P1D">daily</TIMEX3>.</TEXT>
</TimeML>"""


def test_reads_text_and_gold(tmp_path: Path) -> None:
    path = tmp_path / "a.tml"
    path.write_text(TML, encoding="utf-8")
    document = read_timeml(path)
    assert (document.id, document.created) == ("a", "2031-05-07")
    assert [document.text[t.start : t.end] for t in document.gold] == ["Tuesday", "daily"]


def test_evaluates_a_folder_and_writes_predictions(tmp_path: Path) -> None:
    (tmp_path / "a.tml").write_text(TML, encoding="utf-8")
    out = tmp_path / "out.jsonl"
    figures = evaluate(tmp_path, out)
    assert figures["value"] == {"p": 1.0, "r": 1.0, "f1": 1.0}
    assert figures["interval"] == {"gold": 1, "recall": 1.0}
    assert [t["type"] for t in json.loads(out.read_text(encoding="utf-8"))["timexes"]] == ["DATE", "SET"]


def test_counts_overlap_value_and_spurious() -> None:
    gold = (Timex(0, 7, "2031-05-06", "DATE"), Timex(20, 30, "2031-W18", "DATE"))
    found = (
        Timex(0, 15, "2031-05-06TMO", "TIME"),
        Timex(20, 30, "2031-04-28/2031-05-04", "DATE"),
        Timex(40, 44, "2031", "DATE"),
    )
    figures = score([count(Document("d", "", None, gold), found)])
    assert figures["strict"]["r"] == 0.5
    assert figures["relaxed"]["p"] == pytest.approx(2 / 3)
    assert figures["value"]["r"] == 0
    assert figures["interval"]["recall"] == 1.0


def test_no_calendar_days_in_other_values() -> None:
    assert days_of("P3D") is None
    assert days_of("2031-02-30") is None


def test_a_folder_without_timeml_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        evaluate(tmp_path)
