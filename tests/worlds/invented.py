"""An invented war: Vesland and the Free Karsk Brigade, with their places, parties and a way to write claims shortly."""

from collections.abc import Sequence
from itertools import count

from counterclaim.records.actor import MEDIA_SIDE, NARRATOR, Actor, Role, SourceAnswer
from counterclaim.records.claim import Claim, Proposition
from counterclaim.records.conflict import Conflict, Party, PartyKind, Side
from counterclaim.records.event_type import EventType, PropositionKind
from counterclaim.records.place import Place, PlaceAnswer, Precision
from counterclaim.records.report import Report
from counterclaim.records.tagging import Distance, Stance
from counterclaim.records.when import DateAnswer

CLASH = EventType.ARMED_CLASH
OVERTAKES = EventType.NON_STATE_OVERTAKES
STRIKE = EventType.AIR_STRIKE

VESLAND = Place("Vesland", Precision.COUNTRY, None, "XV", 60.0, 20.0, 1)
LOW_PROVINCE = Place("Low Province", Precision.REGION, "Low Province", "XV", 55.3, 21.0, 2, admin1_code="XV.01")
DOLMEN = Place("Dolmen", Precision.SETTLEMENT, "Low Province", "XV", 55.0, 21.5, 3, admin1_code="XV.01")
PORT_ISSEL = Place("Port Issel", Precision.SETTLEMENT, "Low Province", "XV", 55.3, 21.0, 4, admin1_code="XV.01")
KARSK = Place("Karsk", Precision.SETTLEMENT, "Karsk Province", "XV", 52.0, 24.0, 5, admin1_code="XV.02")

PACK = Conflict(
    "karsk",
    "Vesland and Karsk",
    "1",
    (Side("VES", "Vesland", ("XV",)), Side("KAR", "Karsk", ("XV.02",))),
    (
        Party("ves-army", "Veslander army", PartyKind.STATE_FORCES, "VES"),
        Party("low-governor", "Low Province governor", PartyKind.BODY, "VES"),
        Party("brigade", "Free Karsk Brigade", PartyKind.ARMED_GROUP, "KAR"),
        Party("un", "UN mission", PartyKind.INTERNATIONAL, "UN"),
    ),
)
SIDES = {
    "Veslander army": "VES",
    "Low Province governor": "VES",
    "Free Karsk Brigade": "KAR",
    "Karsk health office": "KAR",
    "UN mission": "UN",
    NARRATOR: MEDIA_SIDE,
}
_numbers = count()


def report(name: str, text: str = "", published: str | None = "2031-05-06", **known: str | None) -> Report:
    return Report(name, text or " " * 5000, f"{name}.txt", "en", published=published, **known)


def claim(
    report_id: str,
    source: str,
    said: str,
    place: Place | None,
    date: str | None,
    event: EventType = CLASH,
    *,
    stance: Stance = Stance.ASSERTS,
    at: int | None = None,
    harmed: Sequence[str] = (),
    attacker: str | None = None,
) -> Claim:
    """``said`` is the proposition's kind, with its value after a colon: "control: Free Karsk Brigade"."""
    kind, _, value = said.partition(": ")
    start = next(_numbers) % 1000 * 4 if at is None else at
    actors = tuple(Actor(side, side, Role.VICTIM, 0, 1) for side in harmed)
    if attacker:
        actors += (Actor(attacker, attacker, Role.PERPETRATOR, 0, 1),)
    return Claim(
        f"{report_id}-{source}-{said}-{start}",
        report_id,
        start,
        start + 3,
        SourceAnswer(source, SIDES.get(source)),
        stance,
        Distance.NEUTRAL,
        event,
        Proposition(PropositionKind(kind), value or None),
        PlaceAnswer(place),
        DateAnswer(date),
        actors=actors,
    )
