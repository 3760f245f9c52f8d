"""What a cue that the network found means: its entry in the lexicon, with stance and distance."""

from collections.abc import Sequence

from counterclaim.language.cues import CueForm, lexicon
from counterclaim.language.grammar import Grammar, grammar
from counterclaim.records.tagging import Distance, Stance
from counterclaim.words.tokens import Token

Reading = tuple[str | None, Stance, Distance]

_UNREAD: Reading = (None, Stance.ASSERTS, Distance.NEUTRAL)


def reading(language: str, tokens: Sequence[Token], cue: Sequence[tuple[int, int]]) -> Reading:
    """The longest entry that begins in the cue (ranges of tokens) and whose other half, if it has one, stands in it,
    too. A cue that no entry names asserts, for most do.
    """
    rules = grammar(language)
    members = [i for a, b in cue for i in range(a, b)]
    lows = {tokens[i].low for i in members}
    inside = set(members)
    best: tuple[int, CueForm, int] | None = None
    for i in members:
        for hit in lexicon(language).at(tokens, i):
            if hit.last - 1 not in inside or not _tailed(hit.key, lows):
                continue
            length = hit.last - hit.first + (1 if hit.key.tail else 0)
            if best is None or length > best[0]:
                best = (length, hit.key, i)
    if best is None:
        return _UNREAD
    _, form, first = best
    return form.cue.id, _stance(form.cue.stance, _negated(rules, tokens, members, first)), form.cue.distance


def _tailed(form: CueForm, lows: set[str]) -> bool:
    return form.tail is None or all(any(low in options for low in lows) for options in form.tail)


def _negated(rules: Grammar, tokens: Sequence[Token], members: Sequence[int], first: int) -> bool:
    """Whether the cue negates its verb; negations within the entry's own words are part of its meaning."""
    return any(rules.kind(tokens[i].low) == "n" for i in members if i < first)


def _stance(stance: Stance, negated: bool) -> Stance:
    """ "did not confirm" cannot verify, "did not deny" asserts nothing more than the words."""
    if not negated:
        return stance
    return Stance.ASSERTS if stance is Stance.DENIES else Stance.CANNOT_VERIFY
