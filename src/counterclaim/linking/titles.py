"""What an event is called, in English, for people. A title never takes a contested claim for granted."""

from datetime import date

from counterclaim.linking.days import Days
from counterclaim.linking.draft import Draft
from counterclaim.linking.families import Family, family
from counterclaim.records.event_type import EventType, PropositionKind
from counterclaim.records.place import Place

_TYPES = {
    EventType.ARMED_CLASH: "Armed clash",
    EventType.GOVERNMENT_REGAINS: "Claimed capture of {place}",
    EventType.NON_STATE_OVERTAKES: "Claimed capture of {place}",
    EventType.NON_VIOLENT_TRANSFER: "Change of control of {place}",
    EventType.AIR_STRIKE: "Air or drone strike",
    EventType.SHELLING: "Shelling or missile attack",
    EventType.EXPLOSIVE: "Explosion",
    EventType.DISRUPTED: "Weapons intercepted",
    EventType.CHEMICAL: "Reported use of a chemical weapon",
    EventType.SUICIDE_BOMB: "Suicide bombing",
    EventType.GRENADE: "Grenade attack",
    EventType.SEXUAL_VIOLENCE: "Sexual violence",
    EventType.ATTACK: "Attack",
    EventType.ABDUCTION: "Abduction",
    EventType.PEACEFUL_PROTEST: "Protest",
    EventType.PROTEST_INTERVENTION: "Protest met by intervention",
    EventType.EXCESSIVE_FORCE: "Force against protesters",
    EventType.VIOLENT_DEMONSTRATION: "Violent demonstration",
    EventType.MOB_VIOLENCE: "Mob violence",
    EventType.AGREEMENT: "Agreement",
    EventType.ARRESTS: "Arrests",
    EventType.CHANGE: "Movement of forces",
    EventType.BASE: "Base set up",
    EventType.LOOTING: "Looting or destruction of property",
}
_KINDS = {PropositionKind.CLOSURE: "Closure", PropositionKind.OTHER: "Statement"}
# The order in which types that are equally often named stand for the event: the broader, less charged one first.
_ORDER = {event: number for number, event in enumerate(EventType)}


def event_type(draft: Draft) -> EventType:
    """The type most of the event's sources give it. Fighting stays a clash while any source calls it one, since
    capture is what one side makes of it; an interception gives way to the strike that got through.
    """
    if EventType.ARMED_CLASH in draft.types:
        return EventType.ARMED_CLASH
    voices: dict[EventType, set[str]] = {}
    for telling in draft.tellings:
        voices.setdefault(telling.claim.event, set()).add(telling.claim.source.casefold())
    aside = {EventType.OTHER, EventType.DISRUPTED}
    return min(voices, key=lambda e: (e is EventType.OTHER, e in aside, -len(voices[e]), _ORDER[e]))


def event_detail(draft: Draft, event: EventType) -> str | None:
    """The detail that the event's first claim of that type gives."""
    details = (t.claim.event_detail for t in draft.tellings if t.claim.event is event)
    return next((d for d in details if d is not None), None)


def title(draft: Draft) -> str:
    """Such as "Armed clash at Dolmen, 5 May 2031"."""
    return f"{_what(draft)}, {_when(draft.days)}"


def _what(draft: Draft) -> str:
    where = draft.place.name if draft.place else "an unknown place"
    event = event_type(draft)
    pattern = _TYPES.get(event) or _other(draft)
    strikes = {t for t in draft.types if family(t) is Family.FIRE and t is not EventType.DISRUPTED}
    if len(strikes) > 1 and family(event) is Family.FIRE:
        pattern = "Strike or explosion"
    if "{place}" in pattern:
        held = draft.place is None or _preposition(draft.place) == " at "
        return pattern.format(place=where) if held else f"Claimed gains in {where}"
    return f"{pattern}{_preposition(draft.place)}{where}" if draft.place else pattern


def _other(draft: Draft) -> str:
    detail = event_detail(draft, EventType.OTHER)
    if detail:
        return detail[0].upper() + detail[1:].replace("_", " ")
    kinds = {t.claim.kind for t in draft.tellings}
    return _KINDS.get(min(kinds), "Happening") if len(kinds) == 1 else "Happening"


def _preposition(place: Place | None) -> str:
    fine = place is not None and place.precision.value in {"site", "settlement"}
    return " at " if fine else " in "


def _when(days: Days | None) -> str:
    if days is None:
        return "day unknown"
    first, last = date.fromordinal(days.first), date.fromordinal(days.last)
    if first == last:
        return f"{first.day} {first:%B %Y}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {last:%B %Y}"
    start = f"{first.day} {first:%B}" + ("" if first.year == last.year else f" {first.year}")
    return f"{start} – {last.day} {last:%B %Y}"
