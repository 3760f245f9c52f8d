"""Countries that are named by a nation's adjective only: "Russian territory", "the Israeli border town"."""

from counterclaim.records.place import PlaceAnswer
from counterclaim.records.span import Span
from counterclaim.resolving.where.reading import Reading
from counterclaim.words.tokens import tokens


def ground(reading: Reading, span: Span) -> PlaceAnswer | None:
    """The country whose adjective stands beside a noun for ground in the span; None where none does."""
    stream = tokens(reading.text, span.start, span.end)
    for at, token in enumerate(stream):
        nation = reading.cues.nation(token.low)
        if nation is None:
            continue
        around = [*stream[at + 1 : at + 3], *(stream[at - 1 : at] if at else ())]
        noun = next((t for t in around if t.low in reading.cues.ground), None)
        land = reading.gazetteer.country(nation) if noun else None
        if land:
            return PlaceAnswer(land.place, token.start, token.end, (), 0.7, ("implied by the nation's name",))
    return None
