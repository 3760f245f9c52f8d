"""What a passage mainly tells of: ACLED's sub-event types and, beside them, what ACLED has no type for."""

from collections.abc import Mapping

from counterclaim.records.event_type import EventType

# The labels of the shared task CASE 2021 (task 2), the first 25 of which are ACLED's sub-event types, and what they
# stand for: a type, or "Other: " and a detail.
LABELS: Mapping[str, str] = {
    "ABDUCT_DISSAP": "Abduction/forced disappearance",
    "AGREEMENT": "Agreement",
    "AIR_STRIKE": "Air/drone strike",
    "ARMED_CLASH": "Armed clash",
    "ARREST": "Arrests",
    "ART_MISS_ATTACK": "Shelling/artillery/missile attack",
    "ATTACK": "Attack",
    "CHANGE_TO_GROUP_ACT": "Change to group/activity",
    "CHEM_WEAP": "Chemical weapon",
    "DISR_WEAP": "Disrupted weapons use",
    "FORCE_AGAINST_PROTEST": "Excessive force against protesters",
    "GOV_REGAINS_TERIT": "Government regains territory",
    "GRENADE": "Grenade",
    "HQ_ESTABLISHED": "Headquarters or base established",
    "MOB_VIOL": "Mob violence",
    "NON_STATE_ACTOR_OVERTAKES_TER": "Non-state actor overtakes territory",
    "NON_VIOL_TERRIT_TRANSFER": "Non-violent transfer of territory",
    "OTHER": "Other",
    "PEACE_PROTEST": "Peaceful protest",
    "PROPERTY_DISTRUCT": "Looting/property destruction",
    "PROTEST_WITH_INTER": "Protest with intervention",
    "REM_EXPLOS": "Remote explosive/landmine/IED",
    "SEX_VIOL": "Sexual violence",
    "SUIC_BOMB": "Suicide bomb",
    "VIOL_DEMONSTR": "Violent demonstration",
    "MAN_MADE_DISASTER": "Other: accident",
    "NATURAL_DISASTER": "Other: natural disaster",
    "ORG_CRIME": "Other: organised crime",
    "DIPLO": "Other: diplomacy",
    "ATTRIB": "Other: attribution",
}


def as_event(told: str) -> tuple[EventType, str | None]:
    """The ACLED type of ``told``, and its detail where ACLED has no type for it: ("Other", "accident")."""
    name, _, detail = told.partition(": ")
    return EventType(name), detail or None
