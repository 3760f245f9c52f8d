"""How the rules' attributions and the network's are put together."""

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.language.both_taggers import SURE, merged
from counterclaim.records.span import Span
from counterclaim.records.tagging import Attribution, Ruled, Stance

#       0123456789012345678901234567890123456789012
TEXT = "The mayor denied that the bridge had fallen"
SOURCE, CUE, CONTENT = (Span(0, 9),), (Span(10, 16),), (Span(17, 43),)


def said(content: Sequence[Span] = CONTENT, confidence: float = 0.9) -> Attribution:
    return Attribution(SOURCE, CUE, tuple(content), confidence=confidence)


RULED = Attribution(SOURCE, CUE, (Span(22, 43),), "deny", Stance.DENIES, confidence=0.8)


def test_of_the_same_attribution_the_spans_are_the_networks_and_the_stance_the_rules() -> None:
    (both,) = merged([RULED], [said()])
    assert both.content == CONTENT
    assert (both.cue_id, both.stance) == ("deny", Stance.DENIES)
    assert both.confidence == 0.9
    assert both.found_by == "both"
    assert both.ruled == Ruled(SOURCE, RULED.content)


def test_what_only_the_rules_find_is_doubted() -> None:
    assert merged([RULED], []) == (replace(RULED, doubted=True),)


def test_a_denial_without_content_stands_by_itself() -> None:
    bare = Attribution(SOURCE, CUE, (), "deny", Stance.DENIES)
    assert merged([bare], []) == (bare,)


def test_what_only_the_network_finds_needs_to_be_sure() -> None:
    assert merged([], [said(confidence=SURE)]) == (said(confidence=SURE),)
    assert merged([], [said(confidence=SURE - 0.01)]) == ()


def test_parents_and_carried_sources_point_to_the_new_places() -> None:
    """The network finds one more in front: the indices of the rules' move on by one."""
    first = Attribution((), (Span(0, 3),), (Span(1, 2),), confidence=0.9)
    outer = Attribution((Span(4, 9),), CUE, (Span(17, 43),), "say")
    inner = Attribution((), (Span(26, 32),), (Span(33, 43),), "say", parent=0)
    again = Attribution((), (), (Span(37, 43),), carried_from=0)
    out = merged([outer, inner, again], [first])
    assert [a.content for a in out] == [(Span(1, 2),), (Span(17, 43),), (Span(33, 43),), (Span(37, 43),)]
    assert [a.parent for a in out] == [None, None, 1, None]
    assert [a.carried_from for a in out] == [None, None, None, 1]


def test_nothing_of_nothing() -> None:
    assert merged([], []) == ()
