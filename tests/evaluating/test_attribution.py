import json
from pathlib import Path

import pytest

from counterclaim.evaluating.attribution import evaluate, parse_brat
from counterclaim.records.made_by import MadeBy
from counterclaim.records.report import Report
from counterclaim.records.span import Span
from counterclaim.records.tagging import Attribution, Tagging

TEXT = "The mayor said the bridge fell. Guards denied it was mined.\r\n"
ANN = (
    "T1\tSource 0 9\tThe mayor\nT2\tCue 10 14\tsaid\nT3\tContent 15 22;23 30\tthe bri dge fell\n"
    "T4\tAttribution 10 14\tsaid\nE1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n"
    "T5\tSource 32 38\tGuards\nT6\tCue 39 45\tdenied\nT7\tContent 46 58\tit was mined\n"
    "E2\tAttribution:T6 Content:T7 Cue:T6 Source:T5\n"
)


class Fixed:
    """A tagger that always finds the same."""

    def __init__(self, *found: Attribution) -> None:
        self.found = found

    def tag(self, report: Report) -> Tagging:
        return Tagging(report.id, report.language, (), self.found, MadeBy("tagger", "fixed", "1"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8", newline="")
    (tmp_path / "a.ann").write_text(ANN, encoding="utf-8")
    (tmp_path / "unmarked.txt").write_text("x", encoding="utf-8")
    return tmp_path


def attribution(source: tuple[int, int], content: tuple[int, int]) -> Attribution:
    return Attribution((Span(*source),), (), (Span(*content),))


def test_discontinuous_spans_are_united() -> None:
    assert parse_brat(ANN)[0] == {"source": ((0, 9),), "cue": ((10, 14),), "content": ((15, 22), (23, 30))}


def test_figures(folder: Path) -> None:
    # First: right content, right source. Second: half of the content, wrong source. Third: too little in common.
    tagger = Fixed(attribution((0, 9), (15, 30)), attribution((0, 9), (49, 58)), attribution((32, 38), (46, 48)))
    figures = evaluate(folder, tagger).figures
    assert figures["match.content"] == pytest.approx(
        {"p": 2 / 3, "r": 1, "f1": 0.8, "right": 2, "predicted": 3, "gold": 2}
    )
    assert figures["match.full"]["right"] == 1
    assert figures["tokens.content"]["f1"] == 1
    assert figures["tokens.cue"]["r"] == 0


def test_predictions_have_the_public_shape(folder: Path, tmp_path: Path) -> None:
    score = evaluate(folder, Fixed(attribution((0, 9), (15, 30))))
    score.write_predictions(tmp_path / "out.jsonl")
    (line,) = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line) == {"id": "a", "attributions": [{"source": [[0, 9]], "cue": [], "content": [[15, 30]]}]}
    assert "match.full" in score.table()
    assert json.loads(json.dumps(score.json()))["match.content"]["right"] == 1


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        evaluate(tmp_path, Fixed())
