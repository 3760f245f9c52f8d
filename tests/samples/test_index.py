"""The bundled samples: all there, all read, all marked as what they are."""

from collections import Counter
from collections.abc import Mapping
from importlib.resources import files

import pytest
from sample_truth import Entry, Found, index, propositions, truth

from counterclaim.records.coded import Coded

MARK = "Sample report written for counterclaim; not an outlet's text."
FOLDER = files("counterclaim.samples")
EACH = pytest.mark.parametrize("entry", index(), ids=lambda e: e["id"])


def test_the_index_lists_every_sample_once() -> None:
    there = {f.name for f in FOLDER.iterdir() if f.name.endswith((".txt", ".html"))}
    assert [e["file"] for e in index()] == list(dict.fromkeys(e["file"] for e in index()))
    assert {e["file"] for e in index()} == there


def test_ids_and_addresses_are_unique_and_the_addresses_lead_nowhere() -> None:
    assert len({e["id"] for e in index()}) == len({e["url"] for e in index()}) == len(index())
    assert all(e["url"].startswith("https://example.org/") for e in index())


def test_every_language_is_there() -> None:
    count = Counter(e["language"] for e in index())
    assert count["en"] >= 5
    assert min(count["uk"], count["ru"]) >= 3
    assert min(count["fr"], count["de"]) >= 2


@EACH
def test_is_read_as_the_index_says(entry: Entry, coded: Mapping[str, Coded]) -> None:
    report = coded[entry["id"]].report
    assert report.published == entry["published"]
    assert report.language == entry["language"]
    assert report.publisher == entry["publisher"]
    assert coded[entry["id"]].claims


@EACH
def test_says_itself_that_it_is_a_sample(entry: Entry) -> None:
    assert FOLDER.joinpath(entry["file"]).read_text(encoding="utf-8").count(MARK) == 1


@EACH
def test_no_claim_comes_from_the_mark(entry: Entry, coded: Mapping[str, Coded]) -> None:
    each = coded[entry["id"]]
    at = each.report.text.find(MARK)
    if at >= 0:
        assert any(f.start <= at and at + len(MARK) <= f.end for f in each.report.furniture)
        assert not [c for c in each.claims if c.end > at]


def test_the_truth_names_samples_and_words_that_exist(found: Found) -> None:
    for _, proposition in propositions():
        for position in proposition["positions"]:
            for report, words in position["said"]:
                assert found.span(report, words)
    for revision in truth("revision"):
        for report, words, _ in (revision["before"], revision["after"]):
            assert found.span(report, words)
    for entry in truth("unverified"):
        assert found.span(entry["report"], entry["words"])
