"""Propositions, and what follows from one for another: so that contradictions are found that no single word states."""

from dataclasses import dataclass
from enum import StrEnum

from counterclaim.reconciling.interests import LOSSES
from counterclaim.records.event_type import PropositionKind as Kind


class Polarity(StrEnum):
    """Which way a statement points: the proposition holds, does not hold, or is left open."""

    HOLDS = "holds"
    FAILS = "does not hold"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Key:
    """A proposition of the event. ``subject`` is a side or name for control, responsibility and repelling, the target
    for losses, the words for anything else; None where the kind needs none or nothing tells.
    """

    kind: Kind
    subject: str | None = None


class Part(StrEnum):
    """A side's part in the event, where an implication needs it."""

    ATTACKER = "attacker"
    DEFENDER = "defender"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Implication:
    """Whoever says that ``kind`` (of ``part``) has ``polarity`` also says that ``then_kind`` has ``then_polarity``."""

    kind: Kind
    part: Part
    polarity: Polarity
    then_kind: Kind
    then_part: Part
    then_polarity: Polarity
    because: str


_ATTACKER, _DEFENDER, _ANY = Part.ATTACKER, Part.DEFENDER, Part.NOBODY
_HOLDS, _FAILS = Polarity.HOLDS, Polarity.FAILS
_TABLE: tuple[tuple[Kind, Part, Polarity, Kind, Part, Polarity, str], ...] = (
    (Kind.CONTROL, _ATTACKER, _HOLDS, Kind.BREAKTHROUGH, _ANY, _HOLDS, "to hold the place is to have broken through"),
    (Kind.CONTROL, _ATTACKER, _HOLDS, Kind.REPELLED, _DEFENDER, _FAILS, "who holds the place was not repelled"),
    (Kind.BREAKTHROUGH, _ANY, _HOLDS, Kind.OCCURRED, _ANY, _HOLDS, "a breakthrough is an attack"),
    (Kind.BREAKTHROUGH, _ANY, _FAILS, Kind.CONTROL, _ATTACKER, _FAILS, "who did not break through does not hold it"),
    (Kind.REPELLED, _DEFENDER, _HOLDS, Kind.OCCURRED, _ANY, _HOLDS, "what was repelled was an attack"),
    (Kind.REPELLED, _DEFENDER, _HOLDS, Kind.BREAKTHROUGH, _ANY, _FAILS, "who was repelled did not break through"),
    (Kind.RESPONSIBILITY, _ANY, _HOLDS, Kind.OCCURRED, _ANY, _HOLDS, "one answers only for what took place"),
    (Kind.OCCURRED, _ANY, _FAILS, Kind.BREAKTHROUGH, _ANY, _FAILS, "without an attack there is no breakthrough"),
    *(
        (kind, _ANY, _HOLDS, Kind.OCCURRED, _ANY, _HOLDS, "the harm was done in the event")
        for kind in (*sorted(LOSSES), Kind.SHOT_DOWN)
    ),
)
IMPLICATIONS = tuple(Implication(*row) for row in _TABLE)
# Who says that one side does, says that no other does.
EXCLUSIVE = {
    Kind.CONTROL: "only one side can hold the place",
    Kind.RESPONSIBILITY: "it holds another side responsible",
}
