"""Spans and ids: the values that everything else rests on."""

from dataclasses import replace

import pytest

from counterclaim.errors import InputError, one_line
from counterclaim.records.identity import content_id
from counterclaim.records.made_by import MadeBy
from counterclaim.records.span import Span, hull, joined, trimmed
from counterclaim.records.tagging import Attribution, Ruled, Tagging


def test_a_span_cannot_run_backwards() -> None:
    with pytest.raises(ValueError, match="no span"):
        Span(3, 2)
    with pytest.raises(ValueError, match="no span"):
        Span(-1, 2)


def test_overlap_covers_and_hull() -> None:
    assert Span(0, 5).overlap(Span(3, 9)) == 2
    assert Span(0, 5).overlap(Span(5, 9)) == 0
    assert Span(0, 9).covers(Span(3, 9))
    assert not Span(0, 5).covers(Span(3, 9))
    assert hull([Span(4, 6), Span(1, 2)]) == Span(1, 6)


def test_trimmed_keeps_offsets() -> None:
    text = "  Дольмен \n"
    assert trimmed(text, 0, len(text)).of(text) == "Дольмен"
    assert trimmed("   ", 0, 3) == Span(3, 3)


def test_ids_depend_on_where_one_part_ends() -> None:
    assert content_id("r", "ab", "c") != content_id("r", "a", "bc")
    assert content_id("r", "a", None) != content_id("r", "a", "")
    assert content_id("r", "a", "b") == content_id("r", "a", "b")


def test_an_error_is_one_line_whatever_the_input_is_called() -> None:
    message = str(InputError("bad\nname\x1b[31m.txt", "no\r\ntext"))
    assert message == "bad name [31m.txt: no text"
    assert len(one_line("x" * 1000)) == 300


def test_joined_spans_are_one_where_they_touch() -> None:
    assert joined([Span(5, 9)], [Span(0, 3), Span(8, 12)], []) == (Span(0, 3), Span(5, 12))
    assert joined([Span(0, 3)], [Span(4, 6)]) == (Span(0, 6),)  # a blank between them


def test_a_tagging_for_claims_reads_clauses_as_the_rules_do() -> None:
    """The rules' source, as much content as either sees, and nothing that the model alone is not very sure of."""
    unsure = Attribution((), (Span(0, 1),), (Span(2, 4),), confidence=0.5, found_by="model")
    both = Attribution(
        (Span(5, 9),), (Span(10, 12),), (Span(20, 30),), found_by="both", ruled=Ruled((), (Span(25, 40),))
    )
    silent = replace(both, ruled=Ruled((Span(5, 9),), ()), parent=1)
    doubted = Attribution((), (), (Span(41, 50),), carried_from=1, doubted=True)
    tagging = Tagging("r", "en", (), (unsure, both, silent, doubted), MadeBy("tagger", "toy", "1"))
    assert tagging.told == (unsure, both, silent)
    found = tagging.for_claims().attributions
    assert [a.source for a in found] == [(), (Span(5, 9),), ()]
    assert [a.content for a in found] == [(Span(20, 40),), (), (Span(41, 50),)]
    assert [a.parent for a in found] == [None, 0, None]
    assert found[2].carried_from == 0
