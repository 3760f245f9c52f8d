"""On invented event reports, marked as samples: nothing of a corpus stands here."""

import csv
import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from counterclaim.errors import InputError
from counterclaim.evaluating.linking import LinkingScore, evaluate
from counterclaim.evaluating.linking_measures import measures
from counterclaim.evaluating.linking_rows import COLUMNS, read
from counterclaim.linking.coded.report import CodedReport
from counterclaim.linking.coded.weights import Weights, marks_of, shipped
from linking.coded.invented import invented

ACTORS = tuple(f"actor{i}{part}" for i in (1, 2) for part in ("", "_id", "_type", "_party", "_violence"))
HEAD = tuple(dict.fromkeys((*COLUMNS, *ACTORS)))


def cells(id: str, event: object, r: CodedReport) -> dict[str, object]:
    row: dict[str, object] = dict.fromkeys(HEAD, "")
    row |= {"id": id, "event_id": f"SAMPLE-{event}", "country": r.country, "election": r.election}
    row |= {"date_start": r.first, "date_end": r.last, "city": r.town, "location": r.location, "latitude": r.lat}
    row |= {"longitude": r.lon, "event_context": r.context, "target": r.target}
    for kind, toll in (("deaths", r.deaths), ("injuries", r.injuries)):
        row |= {f"{kind}_{part}": getattr(toll, part) for part in ("best", "low", "high")}
    for i, actor in enumerate(r.actors, 1):
        row |= {f"actor{i}": actor.name, f"actor{i}_type": actor.type, f"actor{i}_party": actor.party}
        row |= {f"actor{i}_id": id, f"actor{i}_violence": "; ".join(sorted(actor.violence))}
    row |= {"displacement": int(bool(r.displacement)), "damage": int(bool(r.damage))}
    return row | {"source": r.source, "source_author": r.author, "source_type": r.source_type}


def table(folder: Path, events: int = 3, change: Mapping[str, str] | None = None, prefix: str = "r") -> Path:
    """A CSV of invented reports; ``change`` is made to the first of them."""
    reports, of = invented(events)
    rows = [cells(f"{prefix}{i}", e, r) for i, (e, r) in enumerate(zip(of, reports, strict=True))]
    rows[0] |= change or {}
    path = folder / "sample.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, HEAD)
        writer.writeheader()
        writer.writerows(rows)
    return path


def quietly(path: Path, many: int | None = None, weights: Weights | None = None) -> LinkingScore:
    said: list[str] = []
    score = evaluate(path, many, said.append, weights)
    assert not said
    return score


def test_measures_count_pairs_and_shares() -> None:
    found = measures(["a", "a", "a", "b", "c"], [1, 1, 2, 2, 3])
    assert (found["gold_pairs"], found["predicted_pairs"], found["right_pairs"]) == (3, 2, 1)
    assert found["pairwise"] == {"p": 0.5, "r": 0.3333, "f1": 0.4}
    assert found["bcubed"] == {"p": 0.8, "r": 0.7333, "f1": 0.7652}
    assert found["multi"]["r"] == pytest.approx((2 / 3 + 2 / 3 + 1 / 3) / 3, abs=1e-4)


@pytest.mark.parametrize("groups", [[1, 1, 1, 2, 3], [5, 5, 5, 9, 0]])
def test_what_is_right_measures_one(groups: list[int]) -> None:
    found = measures(["a", "a", "a", "b", "c"], groups)
    assert {found[name]["f1"] for name in ("pairwise", "bcubed", "multi")} == {1.0}
    assert found["ari"] == 1.0


def test_reports_alone_measure_nothing_by_pairs_unless_all_are_alone() -> None:
    assert measures(["a", "a", "b"], [0, 1, 2])["pairwise"]["f1"] == 0.0
    assert measures(["a", "b"], [0, 1])["pairwise"]["f1"] == 1.0


def test_a_row_is_read_without_its_ids(tmp_path: Path) -> None:
    first = read(table(tmp_path), pytest.fail)[0]
    assert (first.id, first.event) == ("r0", "SAMPLE-0")
    assert first.report == invented(3)[0][0]


def test_shipped_weights_score_a_file_that_they_have_not_seen(tmp_path: Path) -> None:
    score = quietly(table(tmp_path, 60))
    figures = json.loads(json.dumps(score.json()))
    assert figures["task"] == "linking"
    assert figures["weights"].startswith("as shipped")
    assert figures["pairwise"]["f1"] > figures["alone"]["pairwise"]["f1"]
    assert "left_out" not in figures
    assert "B-cubed" in score.table() or "bcubed" in score.table()


def test_weights_learnt_from_the_file_do_not_score_it(tmp_path: Path) -> None:
    seen = Weights(shipped().of, 50.0, -50.0, marks_of(invented(150)[0]))
    score = quietly(table(tmp_path, 150), weights=seen)
    figures = score.json()
    assert figures["weights"].startswith("cross-validated")
    assert figures["left_out"]["by"] == "election"
    assert 0.3 < figures["pairwise"]["f1"] < 1.0
    assert "election" in score.table()


def test_folds_may_be_asked_for(tmp_path: Path) -> None:
    assert "3 folds" in quietly(table(tmp_path, 150), many=3).json()["weights"]


def test_too_little_to_cross_validate_is_told_and_not_hidden(tmp_path: Path) -> None:
    seen = Weights(shipped().of, 0.0, 0.0, marks_of(invented(4)[0]))
    with pytest.raises(InputError, match=r"sample\.csv: cannot be cross-validated \(the weights that ship were learnt"):
        quietly(table(tmp_path, 4), weights=seen)


@pytest.mark.parametrize("many", [None, 3])
def test_ids_play_no_part(tmp_path: Path, many: int | None) -> None:
    one = quietly(table(tmp_path, 150), many)
    assert one.groups == quietly(table(tmp_path, 150, prefix="another"), many).groups


def test_predictions_are_lines_of_ids_and_clusters(tmp_path: Path) -> None:
    score = quietly(table(tmp_path, 30))
    score.write_predictions(tmp_path / "said.jsonl")
    lines = [json.loads(line) for line in (tmp_path / "said.jsonl").read_text().splitlines()]
    assert [line["id"] for line in lines] == [row.id for row in score.rows]
    said = measures([row.event for row in score.rows], [line["cluster"] for line in lines])
    assert said["pairwise"] == score.json()["pairwise"]


def test_errors_give_reasons(tmp_path: Path) -> None:
    for many in (None, 3):
        score = quietly(table(tmp_path, 150), many)
        figures = score.json()
        errors = [line.split("\t") for line in score.errors()]
        wrong = figures["gold_pairs"] + figures["predicted_pairs"] - 2 * figures["right_pairs"]
        assert len(errors) == wrong > 0
        assert {line[0] for line in errors} <= {"made", "missed"}
        assert all(line[3].endswith(".") for line in errors)


@pytest.mark.parametrize(
    ("column", "cell", "told"),
    [
        ("date_start", "2031-02-30", "date_start, line 2: '2031-02-30' is no date: taken as not known"),
        ("latitude", "912", "latitude, line 2: '912' is no latitude"),
        ("longitude", "inf", "'inf' is no longitude"),
        ("deaths_best", "-4", "'-4' is no count"),
        ("deaths_best", "some", "'some' is no count"),
    ],
)
def test_a_cell_that_cannot_be_is_told_and_not_known(tmp_path: Path, column: str, cell: str, told: str) -> None:
    said: list[str] = []
    evaluate(table(tmp_path, change={column: cell}), None, said.append)
    assert len(said) == 1
    assert told in said[0]


@pytest.mark.parametrize("cell", ["", "NA", "NaN", " "])
def test_a_coordinate_that_is_absent_is_not_known(tmp_path: Path, cell: str) -> None:
    first = read(table(tmp_path, change={"latitude": cell}), pytest.fail)[0]
    assert first.report.lat is None
    assert first.report.lon is None, "half a place is none"


def test_days_that_coders_swapped_are_set_right(tmp_path: Path) -> None:
    first = read(table(tmp_path, change={"date_start": "2031-04-09", "date_end": "2031-04-07"}), pytest.fail)[0]
    assert str(first.report.first) == "2031-04-07"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "lacks the columns id, event_id"),
        (b"\xff\xfe\x00", "not in UTF-8"),
        (b"id;event_id\n", "lacks the columns"),
        (",".join(HEAD).encode(), "no event reports"),
        (",".join(HEAD).encode() + b"\n1,2,3\n", "line 2 has another number of cells than the head"),
        (",".join(c for c in HEAD if c != "target").encode(), "lacks the column target"),
        (",".join(HEAD).encode() + b"\n" + b"x" * 200_000, "field larger than field limit"),
        (",".join(HEAD).encode() + b'\n"a"b,c', "no CSV file"),
        (",".join(HEAD).encode() + b"\n" + b"," * (len(HEAD) - 1), "line 2 has no id"),
    ],
)
def test_a_file_that_is_none_is_refused_in_one_line(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "sample.csv"
    path.write_bytes(content)
    with pytest.raises(InputError, match=reason) as refused:
        quietly(path)
    assert "\n" not in str(refused.value)


def test_two_reports_with_one_id_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="two reports have the id r1"):
        quietly(table(tmp_path, change={"id": "r1"}))
    with pytest.raises(InputError, match="no file of event reports"):
        quietly(tmp_path)
