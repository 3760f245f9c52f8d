import json
from pathlib import Path

import pytest

from counterclaim.errors import InputError
from counterclaim.evaluating.event_types import evaluate
from counterclaim.records.event_type import EventType
from counterclaim.records.told import LABELS, as_event

ROWS = (
    ("1", "Jets bombed the depot at Dolmen.", "AIR_STRIKE"),
    ("2", "A drone hit a bus near Karsk.", "AIR_STRIKE"),
    ("3", "Both sides fought over the bridge.", "ARMED_CLASH"),
    ("4", "A ferry sank off Port Issel.", "MAN_MADE_DISASTER"),
)
SAID = {ROWS[0][1]: "Air/drone strike", ROWS[1][1]: "Armed clash", ROWS[2][1]: "Armed clash"}


def corpus(folder: Path, rows: tuple[tuple[str, ...], ...] = ROWS, head: str = "id\tEventSnippet\tSubType") -> Path:
    path = folder / "case.tsv"
    path.write_text("\n".join([head, *("\t".join(row) for row in rows)]) + "\n", encoding="utf-8")
    return path


def test_figures_are_counted_by_label_and_weighed_by_the_gold(tmp_path: Path) -> None:
    score = evaluate(corpus(tmp_path), SAID.get)
    figures = json.loads(json.dumps(score.json()))
    assert figures["labels"]["AIR_STRIKE"] == {"gold": 2, "said": 1, "p": 1.0, "r": 0.5, "f1": 0.6667}
    assert figures["labels"]["ARMED_CLASH"]["f1"] == 0.6667
    assert figures["labels"]["MAN_MADE_DISASTER"]["f1"] == 0.0
    assert figures["weighted"]["f1"] == pytest.approx(0.5, abs=1e-3)
    assert figures["macro"]["f1"] == pytest.approx(0.4445, abs=1e-3)
    assert (figures["micro"]["p"], figures["micro"]["r"]) == (0.6667, 0.5)
    assert "AIR_STRIKE" in score.table()


def test_predictions_are_lines_of_ids_and_labels(tmp_path: Path) -> None:
    score = evaluate(corpus(tmp_path), SAID.get)
    score.write_predictions(tmp_path / "said.jsonl")
    lines = [json.loads(line) for line in (tmp_path / "said.jsonl").read_text().splitlines()]
    assert lines[0] == {"id": "1", "type": "AIR_STRIKE"}
    assert lines[3] == {"id": "4", "type": None}


@pytest.mark.parametrize("head", ["id\ttext\tSubType", "nothing"])
def test_a_file_without_its_columns_is_refused_by_name(tmp_path: Path, head: str) -> None:
    with pytest.raises(InputError, match=r"case\.tsv"):
        evaluate(corpus(tmp_path, head=head), lambda text: None)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "case.tsv"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="no file of snippets"):
        evaluate(path, lambda text: None)


def test_the_labels_stand_for_every_type_of_acled_and_five_more() -> None:
    types = [as_event(told) for told in LABELS.values()]
    assert {event for event, detail in types if detail is None} == set(EventType)
    assert sorted(detail for event, detail in types if detail) == [
        "accident",
        "attribution",
        "diplomacy",
        "natural disaster",
        "organised crime",
    ]
