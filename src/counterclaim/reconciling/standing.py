"""What the sides' positions add up to, and why, in one sentence. Never a verdict on who is right."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from counterclaim.reconciling.implications import Key, Polarity, exclusive
from counterclaim.reconciling.interests import Interests, harmed_sides, hurt_by, hurt_by_denial
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
    """The standing of one proposition by what holds at the latest. Only parties make it; the reports' own words are
    shown but decide nothing, and who cannot verify denies nothing.
    """
    parties = [v for v in found if v.is_party and v.position.current and v.polarity is not Polarity.OPEN]
    saying = _saying(key.kind, value)
    holding = [v for v in parties if v.polarity is Polarity.HOLDS]
    failing = [v for v in parties if v.polarity is Polarity.FAILS]
    dispute = next(((a, b) for a in holding for b in failing if _others(a, b) and _denied(a, b)), None)
    if dispute:
        return Verdict(Standing.CONTESTED, _contested(*dispute, saying))
    counts = next(((a, b) for a, b in combinations(holding, 2) if _apart(a, b)), None)
    if counts:
        return Verdict(Standing.CONTESTED, _counts(*counts))
    nothing = [v for v in parties if v.of_none or v in failing]
    agreeing = max([v for v in holding if not v.of_none], nothing, key=_sides)
    if _sides(agreeing) < 2:
        return Verdict(Standing.SINGLE_SIDE, _single(key, found, parties, (saying, known)))
    conceding = _conceding(key, agreeing, known)
    if conceding:
        return conceding
    return Verdict(Standing.AGREED, f"{_list(agreeing)} {_together(agreeing)} {saying}.")


def _others(a: View, b: View) -> bool:
    return a.position.side != b.position.side


def _sides(agreeing: Sequence[View]) -> int:
    """How many sides speak, each with an origin of its own: who passes on another side's word adds none."""
    by_side: dict[str, set[str]] = {}
    for view in agreeing:
        by_side.setdefault(view.position.side, set()).update(view.position.origins)
    return min(len(by_side), len(set().union(*by_side.values())))


def _denied(holds: View, fails: View) -> bool:
    """Whether one denies what the other says. That there were none is no contradiction to a denial, nor is a number
    to the denial of another number.
    """
    if holds.of_none:
        return False
    if not fails.counts or not holds.counts or any(s.count is None for s in fails.statements):
        return True
    return any(a.denied_by(b) for a in holds.counts for b in fails.counts)


def _apart(a: View, b: View) -> bool:
    """Whether the counts of two sides cannot both be right: of all that count one thing, no pair meets."""
    if not _others(a, b):
        return False
    pairs: dict[tuple[frozenset[str], frozenset[str]], list[bool]] = {}
    for mine in a.counts:
        for theirs in b.counts:
            apart = mine.apart(theirs)
            if apart is not None:
                pairs.setdefault((mine.scope.things, theirs.scope.things), []).append(apart)
    return any(all(each) for each in pairs.values())


def _conceding(key: Key, agreeing: Sequence[View], known: Interests) -> Verdict | None:
    """Admission against interest: one of those who say so is hurt by it, and another is not."""
    hurt, reason = _hurt(key, agreeing, known)
    admits = next((v for v in agreeing if v.position.side in hurt and _admits(v)), None)
    other = next((v for v in agreeing if v.position.side in _opponents(key, hurt, known)), None)
    if admits is None or other is None:
        return None
    verb = "confirmed" if admits.position.stance is Stance.CONFIRMS else f"said as well{_grounds(admits)}"
    return Verdict(
        Standing.CONCEDED,
        f"{_voice(admits)} {verb} what {_voice(other)} {_says(other)}, although it tells against "
        f"{admits.position.side}: {reason}.",
    )


def _admits(view: View) -> bool:
    """Whether it is an admission: that something is not so only where that is said, be it that another does; not where
    it merely follows.
    """
    said = view.lead.because is None or view.lead.because in exclusive().values()
    return said or view.polarity is Polarity.HOLDS


def _hurt(key: Key, agreeing: Sequence[View], known: Interests) -> tuple[frozenset[str], str]:
    """The sides that what all of them say hurts, and why."""
    if any(v.of_none or v.polarity is Polarity.FAILS for v in agreeing):
        return hurt_by_denial(key.kind, key.subject, known)
    harmed = frozenset(side for v in agreeing for s in v.statements for side in harmed_sides(s.claim))
    return hurt_by(key.kind, key.subject, harmed, known)


def _opponents(key: Key, hurt: frozenset[str], known: Interests) -> frozenset[str]:
    """Whose word the hurt side concedes: of an attack the attacker's. An outsider's word is only agreed with; so is,
    where more than two sides are at war, that of a side that gains nothing by it.
    """
    gains: str | None = known.attacker
    if key.kind is Kind.CONTROL:
        gains = key.subject
    elif key.kind in (Kind.REPELLED, Kind.SHOT_DOWN):
        gains = known.defender or known.home
    if key.kind is not Kind.OCCURRED and (len(known.belligerents) == 2 or key.kind is Kind.RESPONSIBILITY):
        return known.belligerents - hurt
    return (frozenset() if gains is None else frozenset({gains}) & known.belligerents) - hurt


def _contested(holds: View, fails: View, saying: str) -> str:
    return (
        f"{_voice(holds)} {_says(holds)} {saying}{_grounds(holds)}; {_voice(fails)} {_says(fails)} it{_grounds(fails)}."
    )


def _counts(a: View, b: View) -> str:
    return f"{_voice(a)} gave {_given(a)}, {_voice(b)} gave {_given(b)}: the counts don't meet."


def _given(view: View) -> str:
    return " and ".join(view.values) or "another count"


def _single(key: Key, found: Sequence[View], parties: Sequence[View], known: tuple[str, Interests]) -> str:
    if not parties:
        told = [v for v in found if v.polarity is not Polarity.OPEN]
        if not told:
            return f"{_list(found)} could not verify it; no side says so or denies it."
        return f"No party spoke of it; {_list(told)} did."
    first = parties[0]
    own = _against(key, first, known[1])
    also = " Others of the same side denied it." if len({v.polarity for v in parties}) > 1 else ""
    return f"{_voice(first)} {_says(first)} {known[0]}{_grounds(first)}{own}; no other side spoke of it.{also}"


def _against(key: Key, view: View, known: Interests) -> str:
    """That a side tells what tells against it, where it confirms it without another side's word to be found."""
    hurt, reason = _hurt(key, [view], known)
    if view.position.stance is not Stance.CONFIRMS or view.position.side not in hurt:
        return ""
    return f", although it tells against {view.position.side} ({reason})"


def changed(found: Sequence[View]) -> str:
    """Sentences on the sides that said the contrary before, each with a space in front."""
    out = ""
    for view in found:
        if view.is_party and not view.position.current and view.polarity is not Polarity.OPEN:
            until = f" (until {view.position.latest})" if view.position.latest else ""
            out += f" {view.position.side} {_says(view)} it before{until}."
    return out


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
