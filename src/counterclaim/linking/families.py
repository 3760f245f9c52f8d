"""Which types of event can be the same happening, told by two sources."""

from enum import StrEnum

from counterclaim.records.event_type import EventType, PropositionKind


class Family(StrEnum):
    """Types that different tellers use for one happening: one calls a raid what the other calls a capture."""

    GROUND = "fighting on the ground"
    FIRE = "fire from afar"
    CIVILIANS = "violence against people"
    CROWD = "protest or riot"
    DEALING = "dealings without violence"
    OTHER = "anything else"


_FAMILIES = {
    Family.GROUND: (
        EventType.ARMED_CLASH,
        EventType.GOVERNMENT_REGAINS,
        EventType.NON_STATE_OVERTAKES,
        EventType.NON_VIOLENT_TRANSFER,
    ),
    Family.FIRE: (
        EventType.AIR_STRIKE,
        EventType.SHELLING,
        EventType.EXPLOSIVE,
        EventType.DISRUPTED,
        EventType.CHEMICAL,
        EventType.SUICIDE_BOMB,
        EventType.GRENADE,
    ),
    Family.CIVILIANS: (EventType.ATTACK, EventType.ABDUCTION, EventType.SEXUAL_VIOLENCE),
    Family.CROWD: (
        EventType.PEACEFUL_PROTEST,
        EventType.PROTEST_INTERVENTION,
        EventType.EXCESSIVE_FORCE,
        EventType.VIOLENT_DEMONSTRATION,
        EventType.MOB_VIOLENCE,
    ),
    Family.DEALING: (
        EventType.AGREEMENT,
        EventType.ARRESTS,
        EventType.CHANGE,
        EventType.BASE,
        EventType.LOOTING,
    ),
}
_FAMILY_OF = {kind: family for family, kinds in _FAMILIES.items() for kind in kinds}
VIOLENT = frozenset({Family.GROUND, Family.FIRE, Family.CIVILIANS})
MOVES = frozenset({EventType.CHANGE, EventType.BASE})
CONSEQUENCES = frozenset(
    {
        PropositionKind.KILLED,
        PropositionKind.INJURED,
        PropositionKind.DAMAGED,
        PropositionKind.DESTROYED,
        PropositionKind.CLOSURE,
    }
)


def family(event: EventType) -> Family:
    """The family of a type."""
    return _FAMILY_OF.get(event, Family.OTHER)
