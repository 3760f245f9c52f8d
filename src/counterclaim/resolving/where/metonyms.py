"""Place names that stand for a government or a party: "Moscow said", "the army of Moscow", "Kyiv blamed"."""

from collections.abc import Sequence

from counterclaim.records.place import Precision
from counterclaim.resolving.where.cues import Cues
from counterclaim.resolving.where.gazetteer import Candidate
from counterclaim.resolving.where.mention import Hint, Mention
from counterclaim.words.tokens import Token

_AHEAD = 3
_GENITIVE = ("of", "de", "d'", "du", "von", "der", "des")
_ARTICLES = ("the", "la", "le", "l'", "les", "die", "der", "den", "dem", "das")


def is_metonym(mention: Mention, chosen: Candidate, stream: Sequence[Token], cues: Cues) -> bool:
    """Whether a country or capital acts or speaks here instead of being a place."""
    if (chosen.place.precision is not Precision.COUNTRY and chosen.seat < 2) or mention.hint is not Hint.NONE:
        return False
    before = [t.low for t in stream[max(0, mention.first - 4) : mention.first]]
    while before and before[-1] in _ARTICLES:
        before.pop()
    last = before[-1] if before else ""
    if last in cues.against:
        return True
    if last in _GENITIVE and len(before) > 1 and before[-2] in cues.forces:
        return True
    if last in cues.locative or last in cues.origin or last in _GENITIVE:
        return False
    return _acts(stream[mention.last : mention.last + _AHEAD + 1], cues)


def _acts(behind: Sequence[Token], cues: Cues) -> bool:
    """Whether what follows is a verb of speech or decision, or the forces that belong to the name."""
    if behind and behind[0].low in ("'s", "s"):
        return any(t.low in cues.forces for t in behind[1:3])
    for token in behind[:_AHEAD]:
        if not token.is_word:
            return False
        if token.low in cues.speech:
            return True
        if token.low in cues.locative or token.low in _GENITIVE:
            return False
    return False
