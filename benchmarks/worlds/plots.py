"""What may happen, and what each side says of it: every plot gives the words that are spoken of one event."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from stage import Speaker, Stage
from truth import Happening, Word

from counterclaim.records.event_type import EventType, PropositionKind
from counterclaim.records.tagging import Stance

K, T = PropositionKind, EventType
Words = tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class _Mouth:
    """One speaker who speaks of one event."""

    happening: Happening
    speaker: str | None
    party: str | None
    side: str | None
    type: EventType

    def says(
        self,
        content: str,
        *parts: PropositionKind,
        counts: tuple[int | None, ...] = (),
        subject: str | None = None,
        stance: Stance = Stance.ASSERTS,
        **more: Any,
    ) -> Word:
        """The words of ``content``."""
        return Word(
            content,
            self.happening,
            self.speaker,
            self.party,
            self.side,
            stance,
            parts,
            self.type,
            counts,
            subject=subject,
            **more,
        )


def strike_type(blow: str) -> EventType:
    """Drones are an air strike; artillery and missiles are shelling (the codebook's rule)."""
    return T.AIR_STRIKE if blow == "drone" else T.SHELLING


def spoken(happening: Happening, stage: Stage, random: Random) -> Words:
    """The words of every speaker on ``happening``."""
    return _PLOTS[happening.plot](happening, stage, random)


def _who(stage: Stage, side: str, *parts: str, region: str | None = None) -> list[Speaker]:
    """The side's speakers with that part, those of the region first; offices of other regions never."""
    found = [s for s in stage.speakers if s.side == side and s.part in parts and s.region in (None, region)]
    return sorted(found, key=lambda s: (s.region != region, parts.index(s.part)))


def _mouth(h: Happening, speaker: Speaker | None, kind: EventType) -> _Mouth:
    return _Mouth(
        h,
        speaker.id if speaker else None,
        speaker.party if speaker else None,
        speaker.side if speaker else "media",
        kind,
    )


def _parts(h: Happening, stage: Stage) -> tuple[str | None, list[Speaker], list[Speaker]]:
    region = stage.spot(h.place).region if h.place else None
    return region, _who(stage, h.attacker, "army"), _who(stage, h.defender, "local", "civil", "army", region=region)


def _strike(h: Happening, stage: Stage, random: Random) -> Words:
    region, attackers, defenders = _parts(h, stage)
    kind = strike_type(h.blow)
    local, attacker = _mouth(h, defenders[0], kind), _mouth(h, attackers[0], kind)
    first = max(1, h.dead - random.choice((0, 0, 1, 2)))
    at_least = random.random() < 0.15
    out = [
        random.choice(
            (
                local.says("toll", K.KILLED, K.INJURED, counts=(first, h.hurt), at_least=at_least),
                local.says("killed", K.KILLED, counts=(first,), at_least=at_least),
                local.says("hit", K.OCCURRED),
            )
        )
    ]
    if random.random() < 0.5:
        out.append(local.says("damage", K.DAMAGED, thing=random.randrange(3), dated=False))
    if "toll" in out[0].content and random.random() < 0.3 and defenders[1:]:
        out.append(_mouth(h, defenders[1], kind).says("killed", K.KILLED, counts=(first,)))
    if K.KILLED in out[0].parts and first < h.dead:
        out.append(local.says("risen", K.KILLED, counts=(h.dead,), dated=False, lag=random.choice((1, 2))))
    neutral = [s for s in stage.speakers if s.part == "neutral" and s.region in (None, region)]
    if neutral and random.random() < 0.6:
        more = h.dead + random.choice((0, 0, 3))
        out.append(_mouth(h, neutral[0], kind).says("killed", K.KILLED, counts=(more,)))
    answer = random.random()
    if answer < 0.3:
        out.append(
            attacker.says(
                "denies_strike", K.OCCURRED, subject=h.attacker, stance=Stance.DENIES, lag=random.choice((0, 1))
            )
        )
        if random.random() < 0.4:
            out.append(attacker.says("blames", K.RESPONSIBILITY, subject=h.defender, dated=False))
            out.append(local.says("blames", K.RESPONSIBILITY, subject=h.attacker, dated=False))
    elif answer < 0.65:
        out.append(attacker.says("struck", K.OCCURRED, subject=h.attacker, thing=random.randrange(3)))
    return tuple(out)


def _barracks(h: Happening, stage: Stage, random: Random) -> Words:
    _, attackers, _ = _parts(h, stage)
    kind = strike_type(h.blow)
    defender = _who(stage, h.defender, "army")[0]
    claimed = h.dead * random.choice((1, 4, 6))
    out = [
        _mouth(h, attackers[0], kind).says(
            "struck_toll", K.OCCURRED, K.KILLED, counts=(None, claimed), subject=h.attacker
        )
    ]
    if random.random() < 0.8:
        out.append(_mouth(h, defender, kind).says("fallen", K.KILLED, counts=(h.dead,)))
    return tuple(out)


def _taking(side: str, stage: Stage) -> EventType:
    return T.GOVERNMENT_REGAINS if side in stage.states else T.NON_STATE_OVERTAKES


_LOST = ("concedes", "concedes", "denies", "repels", "silent")
_HELD = ("denies", "denies", "repels", "repels", "holds", "holds", "silent")


def _village(h: Happening, stage: Stage, random: Random) -> Words:
    _, attackers, _ = _parts(h, stage)
    taking = _taking(h.attacker, stage)
    attacker, army = _mouth(h, attackers[0], taking), _who(stage, h.defender, "army")[0]
    out = [attacker.says("taken", K.CONTROL, subject=h.attacker)]
    lost = h.holder == h.attacker
    answer = random.choice(_LOST if lost else _HELD)
    if answer == "denies":
        out.append(
            _mouth(h, army, taking).says(
                "denies_taken", K.CONTROL, subject=h.attacker, stance=Stance.DENIES, dated=False
            )
        )
    if answer in ("repels", "denies") and random.random() < 0.7:
        out.append(_mouth(h, army, T.ARMED_CLASH).says("repelled", K.REPELLED, subject=h.defender))
    if answer == "holds":
        out.append(
            _mouth(h, army, _taking(h.defender, stage)).says("holds", K.CONTROL, subject=h.defender, dated=False)
        )
    if answer == "concedes":
        out.append(_mouth(h, army, taking).says("taken", K.CONTROL, subject=h.attacker, stance=Stance.CONFIRMS, lag=1))
    if answer != "concedes":
        unverified = _mouth(h, None, taking).says(
            "unverified", K.CONTROL, subject=h.attacker, stance=Stance.CANNOT_VERIFY, dated=False
        )
        out.insert(1, unverified)
    return tuple(out)


def _raid(h: Happening, stage: Stage, random: Random) -> Words:
    _, attackers, defenders = _parts(h, stage)
    attacker, local = _mouth(h, attackers[0], T.ARMED_CLASH), _mouth(h, defenders[0], T.ARMED_CLASH)
    out = [attacker.says("raid", K.OCCURRED, subject=h.attacker)]
    if random.random() < 0.7:
        out.append(local.says("attacked", K.OCCURRED, stance=Stance.CONFIRMS, lag=random.choice((0, 1))))
        if random.random() < 0.7:
            out.append(local.says("no_break", K.BREAKTHROUGH, stance=Stance.DENIES, dated=False))
    else:
        army = _mouth(h, _who(stage, h.defender, "army")[0], T.ARMED_CLASH)
        out.append(army.says("repelled", K.REPELLED, subject=h.defender))
    return tuple(out)


def _jet(h: Happening, stage: Stage, random: Random) -> Words:
    _, attackers, _ = _parts(h, stage)
    attacker = _mouth(h, attackers[0], T.DISRUPTED)
    air = _mouth(h, _who(stage, h.defender, "air", "army")[0], T.DISRUPTED)
    out = [air.says("jet", K.SHOT_DOWN, subject=h.defender)]
    answer = random.random()
    if answer < 0.4:
        out.append(attacker.says("denies_jet", K.SHOT_DOWN, subject=h.defender, stance=Stance.DENIES, dated=False))
    elif answer < 0.8:
        out.append(attacker.says("jet_lost", K.SHOT_DOWN, subject=h.defender, stance=Stance.CONFIRMS))
    return tuple(out)


def _downed(h: Happening, stage: Stage, random: Random) -> Words:
    air = _mouth(h, _who(stage, h.defender, "air", "army")[0], T.DISRUPTED)
    return (air.says("downed", K.SHOT_DOWN, counts=(h.dead,)),)


def _total(h: Happening, stage: Stage, random: Random) -> Words:
    speakers: Sequence[Speaker] = _who(stage, h.defender, "civil", "army")
    return (_mouth(h, speakers[0], T.ATTACK).says("total", K.KILLED, counts=(h.dead,), dated=False),)


_PLOTS: dict[str, Callable[[Happening, Stage, Random], Words]] = {
    "strike": _strike,
    "barracks": _barracks,
    "village": _village,
    "raid": _raid,
    "jet": _jet,
    "downed": _downed,
    "total": _total,
}
