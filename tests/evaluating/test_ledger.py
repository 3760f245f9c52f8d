import json
from pathlib import Path
from typing import Any

import pytest

from counterclaim.errors import InputError
from counterclaim.evaluating.ledger import LedgerScore, evaluate
from counterclaim.evaluating.ledger_fields import Aliases, same_date, same_event, same_place, same_source
from counterclaim.evaluating.ledger_pairs import pairs

DOLMEN = {"name": "Dolmen", "lat": 51.5, "lon": 34.25}
NO_ALIASES = Aliases({})


def claim(start: int, end: int, **other: Any) -> dict[str, Any]:
    """A claim of the Karsk governor's, with ``other`` fields instead."""
    usual = {"source": "Karsk governor Ana Lem", "stance": "asserts", "event": "Attack", "place": DOLMEN, "date": None}
    return {"start": start, "end": end, **usual, **other}


@pytest.mark.parametrize(
    ("gold", "said", "same"),
    [
        ("Karsk governor Ana Lem", "Ana Lem", True),
        ("Karsk governor Ana Lem", "the governor of Karsk, Ana Lem", True),
        ("Karsk governor Ana Lem", "Governor Nem", False),
        ("Veslander army", "VES forces", True),
        ("VES forces", "Veslander army", False),
        ("Russian Ministry of Defence", "Ukrainian Ministry of Defence", False),
        ("narrator", "narrator", True),
        ("narrator", "the narrator of Karsk", False),
        ("narrator", None, True),
    ],
)
def test_a_source_is_the_same_by_name_alias_or_most_of_its_words(gold: str, said: str | None, same: bool) -> None:
    aliases = Aliases({"Karsk governor Ana Lem": ["Ana Lem"], "Veslander army": ["VES forces"], "_note": "no names"})
    assert same_source({"source": gold}, {"source": said}, aliases) is same


def test_any_of_the_allowed_sources_will_do() -> None:
    gold = {"source": "narrator", "alt_sources": ["Vesta"]}
    assert same_source(gold, {"source": "Vesta"}, NO_ALIASES)


@pytest.mark.parametrize(
    ("gold", "said", "same"),
    [
        ("2031-05-05", "2031-05-05", True),
        ("2031-05-05/2031-05-06", "2031-05-06", True),
        ("2031-05-04", "2031-05-05", False),
        ("2031-05", "2031-05-05", False),
        ("2031-05~", "2031-05", True),
        ("2031-05-05/..", "2031-05-05", False),
        (None, "2031-05-05", False),
        (None, "", True),
        ("soon", "soon", True),
    ],
)
def test_dates_agree_if_the_same_or_close_and_narrow(gold: str | None, said: str | None, same: bool) -> None:
    assert same_date({"date": gold}, {"date": said}) is same


@pytest.mark.parametrize(
    ("said", "same", "by_name"),
    [
        (None, False, False),
        ({"name": "Elsewhere", "lat": 51.6, "lon": 34.25}, True, True),
        ({"name": "dolmen", "lat": 52.5, "lon": 34.25}, False, True),
        ({"name": "Dolmen", "lat": None, "lon": None}, False, True),
        ({"name": "Issel", "lat": 48.0, "lon": 30.0}, True, True),
        ({"name": "Zero", "lat": True, "lon": True}, False, False),
    ],
)
def test_a_place_is_right_within_25_km(said: dict[str, Any] | None, same: bool, by_name: bool) -> None:
    gold = {"place": DOLMEN, "alt_places": [{"name": "Port Issel", "lat": 48.01, "lon": 30.0}]}
    assert same_place(gold, {"place": said}) is same
    assert same_place(gold, {"place": said}, by_name=True) is by_name
    assert same_place({"place": None}, {"place": said}) is (said is None)


def test_a_coarse_gold_type_takes_in_finer_ones_and_not_the_reverse() -> None:
    assert same_event({"event": "territory captured"}, {"event": "Government regains territory"})
    assert not same_event({"event": "Government regains territory"}, {"event": "territory captured"})
    assert same_event({"event": None}, {"event": "Other"})


def test_pairs_are_one_to_one_best_overlap_first() -> None:
    gold = [claim(0, 10), claim(10, 30)]
    said = [claim(0, 30), claim(11, 30), claim(100, 110), {"start": 5, "end": 5}]
    assert [(p.gold, p.predicted) for p in pairs(gold, said, NO_ALIASES)] == [(1, 1), (0, 0)]


def test_of_equal_overlaps_the_one_with_more_right_is_taken() -> None:
    said = [claim(0, 10, stance="denies"), claim(0, 10)]
    assert [p.predicted for p in pairs([claim(0, 10)], said, NO_ALIASES)] == [1]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    gold = {"published": "2031-05-06", "claims": [claim(0, 10), claim(20, 30)], "ignore": [[40, 60]]}
    (tmp_path / "fight-en.json").write_text(json.dumps(gold))
    (tmp_path / "fight-en.txt").write_text("x" * 70)
    other = {"report": {"published": "2031-05-07"}, "claims": [claim(0, 10)]}
    (tmp_path / "kampf-de.json").write_text(json.dumps(other))
    (tmp_path / "kampf-de.txt").write_text("y" * 70)
    (tmp_path / "aliases.json").write_text('{"Karsk governor Ana Lem": ["Lem"]}')
    return tmp_path


def extract(text: Path, published: str | None) -> dict[str, Any]:
    if text.stem == "kampf-de":
        raise InputError(str(text), "broken")
    assert published == "2031-05-06"
    said = [claim(0, 9, source="Lem"), claim(45, 70), claim(60, 70, stance="denies")]
    return {"report": {"language": "en"}, "claims": said}


def score(folder: Path) -> tuple[LedgerScore, list[str]]:
    failed: list[InputError] = []
    found = evaluate(folder, extract, folder / "aliases.json", failed.append)
    return found, [str(error) for error in failed]


def test_figures_come_with_their_counts(folder: Path) -> None:
    found, failed = score(folder)
    assert failed == [f"{folder / 'kampf-de.txt'}: broken"]
    figures = found.json()
    wanted = {"n_gold": 3, "n_pred": 2, "n_ignored": 1, "n_matched": 1, "n_source": 1, "n_full": 1}
    assert {key: figures[key] for key in wanted} == wanted
    assert (figures["precision"], figures["recall"], figures["f1"]) == (0.5, 1 / 3, 0.4)
    assert figures["fully_right_of_gold"] == 1 / 3
    assert isinstance(figures["groups"], dict)
    assert list(figures["groups"]) == ["language de", "language en"]
    assert "0.500" in found.table()
    assert list(found.errors()) == ["fight-en 1: missed", "kampf-de 0: missed"]


def test_predictions_are_written_for_the_independent_scorer(folder: Path, tmp_path: Path) -> None:
    found, _ = score(folder)
    found.write_predictions(tmp_path / "out")
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["fight-en.json"]
    assert len(json.loads((tmp_path / "out" / "fight-en.json").read_text())["claims"]) == 3


def test_a_folder_without_coded_texts_and_a_broken_one_are_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        evaluate(tmp_path, extract)
    (tmp_path / "a.json").write_text("{")
    with pytest.raises(InputError, match="cannot be read as JSON"):
        evaluate(tmp_path, extract)
