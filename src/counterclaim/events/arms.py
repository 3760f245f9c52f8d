"""What the weapons named in a sentence stand for: debris of what was shot down, bombs that fell from aircraft."""

from collections.abc import Sequence

from counterclaim.records.event_type import EventType
from counterclaim.words.tokens import Token

# What goes off on the ground, and the words for it that are dropped from the air as well.
_LAID = EventType.EXPLOSIVE
_BOMBS = ("bomb", "бомб")
# How many words behind "debris" the weapon still is what fell to pieces ("debris of a downed enemy drone").
_DEBRIS_OF = 5


def less_debris(weapons: Sequence[tuple[int, EventType]]) -> list[tuple[int, EventType]]:
    """``weapons`` less those that are debris themselves: "debris of a drone", "drone debris"."""
    fallen = [at for at, kind in weapons if kind is EventType.DISRUPTED]
    return [
        (at, kind)
        for at, kind in weapons
        if kind is EventType.DISRUPTED or not any(-1 <= at - debris <= _DEBRIS_OF for debris in fallen)
    ]


def from_the_air(weapons: Sequence[tuple[int, EventType]], stream: Sequence[Token]) -> list[tuple[int, EventType]]:
    """``weapons`` with bombs as what aircraft named before them dropped: "самолёты сбросили бомбы"."""
    flown = next((at for at, kind in weapons if kind is EventType.AIR_STRIKE), None)
    if flown is None:
        return list(weapons)
    return [
        (at, EventType.AIR_STRIKE if at > flown and kind is _LAID and stream[at].low.startswith(_BOMBS) else kind)
        for at, kind in weapons
    ]
