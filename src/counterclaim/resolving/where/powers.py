"""Powers that act: an army's adjective or a ministry's country says nothing of on whose land it acts."""

from collections.abc import Iterator, Sequence

from counterclaim.records.place import Precision
from counterclaim.resolving.where.choose import Choice
from counterclaim.resolving.where.cues import Cues
from counterclaim.resolving.where.mention import Mention
from counterclaim.words.tokens import Token


def peoples(stream: Sequence[Token], words: Cues) -> Iterator[tuple[str, bool]]:
    """The nations whose adjectives stand in a sentence, each with whether it only names an acting power."""
    for at, token in enumerate(stream):
        nation = words.nation(token.low)
        if nation:
            beside = (*stream[max(0, at - 1) : at], *stream[at + 1 : at + 3])
            yield nation, any(t.low in words.forces or t.low in words.offices for t in beside)


def acts(mention: Mention, choice: Choice, stream: Sequence[Token], war: tuple[Cues, frozenset[str]]) -> bool:
    """Whether a country of the theatre, the second of ``war``, is named only as the one whose army or office acts
    ("the army of Vesland"). ``stream`` are the tokens of its sentence.
    """
    words, theatre = war
    place = choice.chosen.place
    if place.precision is not Precision.COUNTRY or place.country not in theatre:
        return False
    before = stream[max(0, mention.first - 2) : mention.first]
    return any(t.low in words.forces or t.low in words.offices for t in before)
