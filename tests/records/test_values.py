"""Spans and ids: the values that everything else rests on."""

import pytest

from counterclaim.errors import InputError, one_line
from counterclaim.records.identity import content_id
from counterclaim.records.span import Span, hull, trimmed


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
