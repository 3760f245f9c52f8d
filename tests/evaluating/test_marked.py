"""Reading reports marked by hand, and scoring a tagger on them."""

from pathlib import Path

import pytest

from counterclaim.errors import InputError
from counterclaim.evaluating.marked import MarkedReport, evaluate, read_marked, table
from counterclaim.records.made_by import MadeBy
from counterclaim.records.report import Report
from counterclaim.records.span import Span
from counterclaim.records.tagging import Attribution, Mention, Tagging

SAMPLE = """<report lang="en" conflict="none" manner="sample" published="2024-03-12">
<p><content a="1">Two <weapon>drones</weapon> fell on <place k="settlement">Karsk</place></content>,
<cue a="1">said</cue>
<source a="1 2">the <group k="body">ministry</group></source>.</p>
<p><content a="2">The <source a="3">mayor</source> <cue a="3">denied</cue> <content a="3">it</content></content>.</p>
</report>
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "001-sample.xml").write_text(SAMPLE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def marked(folder: Path) -> MarkedReport:
    return read_marked(folder / "en" / "001-sample.xml")


def test_the_text_is_that_of_the_paragraphs(marked: MarkedReport) -> None:
    assert marked.article.text == "Two drones fell on Karsk,\nsaid\nthe ministry.\n\nThe mayor denied it."
    assert (marked.language, marked.published, marked.article.id) == ("en", "2024-03-12", "en/001-sample")


def test_attributions_with_their_spans_and_layer(marked: MarkedReport) -> None:
    text = marked.article.text
    spelled = [{r: [text[a:b] for a, b in spans] for r, spans in gold.items()} for gold in marked.article.gold]
    assert spelled == [
        {"source": ["the ministry"], "cue": ["said"], "content": ["Two drones fell on Karsk"]},
        {"source": ["the ministry"], "cue": [], "content": ["The mayor denied it"]},
        {"source": ["mayor"], "cue": ["denied"], "content": ["it"]},
    ]
    assert marked.inner == (False, False, True)


def test_mentions(marked: MarkedReport) -> None:
    text = marked.article.text
    found = [(m.family, m.kind, text[m.start : m.end]) for m in marked.mentions]
    assert found == [("weapon", None, "drones"), ("place", "settlement", "Karsk"), ("group", "body", "ministry")]


class Fixed:
    """Finds the first attribution and one place, and takes a word for a person."""

    def tag(self, report: Report) -> Tagging:
        said = Attribution((Span(31, 43),), (Span(26, 30),), (Span(0, 24),))
        named = (Mention(4, 10, "person", None, 0.9), Mention(19, 24, "place", "settlement", 0.9))
        return Tagging(report.id, report.language, (), (said,), MadeBy("tagger", "fixed", "1"), named)


def test_figures_of_a_tagger(folder: Path) -> None:
    figures = evaluate(folder, Fixed())
    found = figures["en"]
    assert found["reports"] == 1
    assert found["attributions"]["match.full"] == {
        "p": 1.0, "r": pytest.approx(1 / 3), "f1": 0.5, "right": 1, "predicted": 1, "gold": 3
    }  # fmt: skip
    assert found["mentions"]["place"]["f1"] == 1.0
    assert found["mentions"]["person"] == {"f1": 0.0, "strict": 0.0, "right": 0, "predicted": 1, "gold": 0}
    assert found["mentions"]["weapon"]["f1"] == 0.0
    assert table(figures).splitlines()[1].split()[:4] == ["en", "50.0", "50.0", "50.0"]


def test_what_is_no_marked_report_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no marked \.xml"):
        evaluate(tmp_path, Fixed())
    (tmp_path / "bad.xml").write_text("<report><p>", encoding="utf-8")
    with pytest.raises(InputError, match="no marked report"):
        evaluate(tmp_path, Fixed())


def test_document_types_and_their_entities_are_refused(tmp_path: Path) -> None:
    bad = '<!DOCTYPE report [<!ENTITY x SYSTEM "file:///etc/hostname">]><report lang="en"><p>a &x; b</p></report>'
    (tmp_path / "bad.xml").write_text(bad, encoding="utf-8")
    with pytest.raises(InputError, match="document type"):
        read_marked(tmp_path / "bad.xml")
