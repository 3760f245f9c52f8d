"""Phrases in token streams: stems, options, gaps, and offsets that survive every script."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.words.lexicon import Lexicon
from counterclaim.words.tokens import tokens


def found(phrase: str, text: str) -> list[str]:
    stream = tokens(text)
    return [text[stream[h.first].start : stream[h.last - 1].end] for h in Lexicon([(phrase, "x")]).all(stream)]


@pytest.mark.parametrize(
    ("phrase", "text", "hits"),
    [
        ("обстріл*", "Під обстрілами, обстріляно місто.", ["обстрілами", "обстріляно"]),
        ("took|take control", "They took control; nobody else did take it.", ["took control"]),
        ("took ~ control", "They took full and lasting control.", ["took full and lasting control"]),
        ("took ~ control", "They took, then lost control.", []),
        ("took ~ control", "They took one two three four control.", []),
        ("died _ hospital", "He died in hospital.", ["died in hospital"]),
        ("l' armée", "L’armée recule.", ["L’armée"]),
        ("russia 's", "Russia’s army", ["Russia’s"]),
        ("об'єкт*", "На об’єкті пожежа", ["об’єкті"]),
    ],
)
def test_phrases(phrase: str, text: str, hits: list[str]) -> None:
    assert found(phrase, text) == hits


def test_longest_wins_from_left_to_right() -> None:
    lexicon = Lexicon([("set", "a"), ("set on fire", "b"), ("fire", "c")])
    stream = tokens("set on fire")
    assert [h.key for h in lexicon.longest(stream)] == ["b"]
    assert [h.key for h in lexicon.all(stream)] == ["b", "a", "c"]


@pytest.mark.parametrize("phrase", ["", "   ", "~ fire", "_ fire", "a | b", "* fire"])
def test_a_phrase_must_begin_with_a_word(phrase: str) -> None:
    with pytest.raises(ValueError, match="word"):
        Lexicon([(phrase, "x")])


@given(st.text(max_size=200))
def test_tokens_cover_every_visible_character_in_order(text: str) -> None:
    stream = tokens(text)
    covered = {i for t in stream for i in range(t.start, t.end)}
    assert all(i in covered for i, c in enumerate(text) if not c.isspace())
    assert all(a.end <= b.start for a, b in pairwise(stream))


def test_many_gaps_do_not_explode() -> None:
    lexicon = Lexicon([("a " + "~ a " * 8 + "b", "x")])
    assert lexicon.all(tokens("a " * 300)) == []


def test_a_stop_fills_no_gap() -> None:
    stream = tokens("Drones rose and shells fell.")
    assert Lexicon([("drones ~ fell", "x")]).all(stream)
    assert not Lexicon([("drones ~ fell", "x")], stops=("and",)).all(stream)


@given(st.lists(st.text("abc", min_size=1, max_size=5), max_size=8), st.text("abc ", max_size=30))
def test_stems_of_any_length_are_found(stems: list[str], text: str) -> None:
    stream = tokens(text)
    hits = Lexicon((f"{stem}*", stem) for stem in set(stems)).all(stream)
    wanted = {(at, stem) for at, token in enumerate(stream) for stem in stems if token.low.startswith(stem)}
    assert sorted((h.first, h.key) for h in hits) == sorted(wanted)
