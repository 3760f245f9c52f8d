"""What the sides' positions add up to, and why, in one sentence. Never a verdict on who is right."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from counterclaim.reconciling.implications import Key, Polarity
from counterclaim.reconciling.interests import Interests, harmed_sides, hurt_by
from counterclaim.reconciling.positions import View
from counterclaim.records.event import Standing
from counterclaim.records.event_type import PropositionKind as Kind
from counterclaim.records.tagging import Stance

_SAYINGS = {
    Kind.OCCURRED: "that it took place",
    Kind.CONTROL: "that {value} holds the place",
    Kind.BREAKTHROUGH: "that there was a breakthrough",
    Kind.REPELLED: "that {value} repelled the attack",
    Kind.RESPONSIBILITY: "that {value} is responsible",
}
_VERBS = {
    Stance.ASSERTS: "asserted",
    Stance.CONFIRMS: "confirmed",
    Stance.DENIES: "denied",
    Stance.CANNOT_VERIFY: "could not verify",
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """A standing with its grounds."""

    standing: Standing
    why: str


def judge(key: Key, value: str | None, found: Sequence[View], known: Interests) -> Verdict:
    """The standing of one proposition. Only parties make it; the reports' own words are shown but decide nothing, and
    who cannot verify denies nothing.
    """
    parties = [v for v in found if v.is_party and v.current and v.polarity is not Polarity.OPEN]
    saying = _saying(key.kind, value)
    holding = [v for v in parties if v.polarity is Polarity.HOLDS]
    failing = [v for v in parties if v.polarity is Polarity.FAILS]
    dispute = next(((a, b) for a in holding for b in failing if a.position.side != b.position.side), None)
    if dispute:
        return Verdict(Standing.CONTESTED, _contested(*dispute, saying))
    counts = next(((a, b) for a, b in combinations(holding, 2) if _apart(a, b)), None)
    if counts:
        return Verdict(Standing.CONTESTED, _counts(*counts))
    agreeing = failing if len(failing) > len(holding) else holding
    if len({v.position.side for v in agreeing}) < 2:
        return Verdict(Standing.SINGLE_SIDE, _single(found, parties, saying))
    conceding = _conceding(key, agreeing, known) if agreeing is holding else None
    if conceding:
        return conceding
    return Verdict(Standing.AGREED, f"{_list(agreeing)} {_together(agreeing)} {saying}.")


def _apart(a: View, b: View) -> bool:
    return a.figure is not None and b.figure is not None and not a.figure.meets(b.figure)


def _conceding(key: Key, agreeing: Sequence[View], known: Interests) -> Verdict | None:
    """Admission against interest: one of those who say so is hurt by it, and another is not."""
    harmed = frozenset(side for v in agreeing for s in v.statements for side in harmed_sides(s.claim))
    hurt, reason = hurt_by(key.kind, key.subject, harmed, known)
    admits = next((v for v in agreeing if v.position.side in hurt and not _nothing(v)), None)
    other = next((v for v in agreeing if v.position.side in _opponents(key, hurt, known)), None)
    if admits is None or other is None:
        return None
    verb = "confirmed" if admits.position.stance is Stance.CONFIRMS else f"said as well{_grounds(admits)}"
    return Verdict(
        Standing.CONCEDED,
        f"{_voice(admits)} {verb} what {_voice(other)} {_says(other)}, although it tells against "
        f"{admits.position.side}: {reason}.",
    )


def _opponents(key: Key, hurt: frozenset[str], known: Interests) -> frozenset[str]:
    """Whose word the hurt side concedes: of an attack the attacker's; an outsider's word is only agreed with."""
    if key.kind is Kind.OCCURRED:
        return frozenset() if known.attacker is None else frozenset({known.attacker}) - hurt
    return known.belligerents - hurt


def _nothing(view: View) -> bool:
    return view.figure is not None and view.figure.high == 0


def _contested(holds: View, fails: View, saying: str) -> str:
    return (
        f"{_voice(holds)} {_says(holds)} {saying}{_grounds(holds)}; {_voice(fails)} {_says(fails)} it{_grounds(fails)}."
    )


def _counts(a: View, b: View) -> str:
    return f"{_voice(a)} gave {_given(a)}, {_voice(b)} gave {_given(b)}: the counts don't meet."


def _given(view: View) -> str:
    return view.value or "another count"


def _single(found: Sequence[View], parties: Sequence[View], saying: str) -> str:
    if not parties:
        return f"No party spoke of it; {_list(found)} did."
    first = parties[0]
    also = " Others of the same side denied it." if len(parties) > 1 else ""
    return f"{_voice(first)} {_says(first)} {saying}{_grounds(first)}; no other side spoke of it.{also}"


def _says(view: View) -> str:
    return _VERBS[view.position.stance]


def _together(agreeing: Sequence[View]) -> str:
    return "denied" if agreeing[0].polarity is Polarity.FAILS else "each asserted or confirmed"


def _grounds(view: View) -> str:
    because = view.lead.because
    return f" by implication ({because})" if because else ""


def _list(found: Sequence[View]) -> str:
    names = list(dict.fromkeys(_voice(v) for v in found))
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _voice(view: View) -> str:
    name = view.lead.claim.source.name
    if name == "narrator":
        return f"the report itself ({', '.join(view.position.origins)})"
    return f"{name} ({view.position.side})"


def _saying(kind: Kind, value: str | None) -> str:
    if kind in _SAYINGS:
        return _SAYINGS[kind].format(value=value or "another side")
    if kind is Kind.OTHER:
        return f"“{value}”" if value else "something of its own"
    noun = kind.value.replace("_", " ")
    if value is None:
        return f"losses ({noun})" if kind is not Kind.CLOSURE else "a closure"
    return f"{value} {noun}" if value.replace("-", "").lstrip("<>=~").isdigit() else f"{noun}: {value}"
