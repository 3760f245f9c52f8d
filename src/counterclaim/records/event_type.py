"""The ACLED sub-event types, spelled as ACLED spells them, and the kinds of proposition."""

from enum import StrEnum


class EventType(StrEnum):
    """ACLED sub-event types (ACLED codebook, 25 types)."""

    ARMED_CLASH = "Armed clash"
    GOVERNMENT_REGAINS = "Government regains territory"
    NON_STATE_OVERTAKES = "Non-state actor overtakes territory"
    CHEMICAL = "Chemical weapon"
    AIR_STRIKE = "Air/drone strike"
    SUICIDE_BOMB = "Suicide bomb"
    SHELLING = "Shelling/artillery/missile attack"
    EXPLOSIVE = "Remote explosive/landmine/IED"
    GRENADE = "Grenade"
    SEXUAL_VIOLENCE = "Sexual violence"
    ATTACK = "Attack"
    ABDUCTION = "Abduction/forced disappearance"
    PEACEFUL_PROTEST = "Peaceful protest"
    PROTEST_INTERVENTION = "Protest with intervention"
    EXCESSIVE_FORCE = "Excessive force against protesters"
    VIOLENT_DEMONSTRATION = "Violent demonstration"
    MOB_VIOLENCE = "Mob violence"
    AGREEMENT = "Agreement"
    ARRESTS = "Arrests"
    CHANGE = "Change to group/activity"
    DISRUPTED = "Disrupted weapons use"
    BASE = "Headquarters or base established"
    LOOTING = "Looting/property destruction"
    NON_VIOLENT_TRANSFER = "Non-violent transfer of territory"
    OTHER = "Other"


class PropositionKind(StrEnum):
    """What is claimed of an event; the most specific kind that fits."""

    OCCURRED = "occurred"
    CONTROL = "control"
    KILLED = "killed"
    INJURED = "injured"
    CAPTURED = "captured"
    DESTROYED = "destroyed"
    DAMAGED = "damaged"
    SHOT_DOWN = "shot_down"
    REPELLED = "repelled"
    RESPONSIBILITY = "responsibility"
    BREAKTHROUGH = "breakthrough"
    CLOSURE = "closure"
    OTHER = "other"
