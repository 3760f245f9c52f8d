"""What each claim says of each proposition, by its words and by implication."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from counterclaim.reconciling.figures import figures
from counterclaim.reconciling.implications import Implication, Key, Part, Polarity, exclusive, implications
from counterclaim.reconciling.interests import HARMED, LOSSES, Interests, meant_side, named_in_value
from counterclaim.reconciling.losses import targets
from counterclaim.reconciling.scopes import Count, scope_of, stems
from counterclaim.records.claim import Claim
from counterclaim.records.event_type import PropositionKind as Kind
from counterclaim.records.figure import Figure
from counterclaim.records.report import Report
from counterclaim.records.tagging import Stance

_HELD = frozenset({Kind.CONTROL, Kind.RESPONSIBILITY, Kind.REPELLED})
COUNTED = LOSSES | {Kind.SHOT_DOWN}


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim on one proposition. ``because`` is the implication that it rests on, None where the claim says it."""

    key: Key
    polarity: Polarity
    claim: Claim
    because: str | None = None
    count: Count | None = None

    @property
    def of_none(self) -> bool:
        """Whether it counts nobody or nothing: "no one was hurt" says that there were none."""
        return self.polarity is Polarity.HOLDS and self.count is not None and self.count.figure.high == 0

    @property
    def implying(self) -> Polarity:
        """Which way it points for what follows from it. Who denies one number leaves it open that there is another."""
        if self.of_none:
            return Polarity.FAILS
        return Polarity.OPEN if self.polarity is Polarity.FAILS and self.count is not None else self.polarity


def statements(claims: Sequence[Claim], known: Interests, reports: Mapping[str, Report]) -> tuple[Statement, ...]:
    """Every claim's own statement and all that follows from it. A claim says one thing of a proposition only.
    ``reports`` are those of the claims, by id.
    """
    direct = _open_to_all(_direct(claims, known, reports), known)
    spoken: dict[Kind, list[Key]] = {}
    for key in dict.fromkeys(s.key for s in direct):
        spoken.setdefault(key.kind, []).append(key)
    out: list[Statement] = []
    for statement in direct:
        reached = {statement.key: statement}
        waiting = [statement]
        while waiting:
            for follows in _followers(waiting.pop(), known, spoken):
                if follows.key not in reached:
                    reached[follows.key] = follows
                    waiting.append(follows)
        out.extend(reached.values())
    return tuple(out)


def _followers(told: Statement, known: Interests, spoken: Mapping[Kind, Sequence[Key]]) -> Iterator[Statement]:
    key = told.key
    for rule in implications():
        if rule.kind is not key.kind or rule.polarity is not told.implying:
            continue
        if rule.part is not Part.NOBODY and (key.subject is None or key.subject != _side(rule.part, known)):
            continue
        for then in _keys(rule, key, known, spoken):
            yield Statement(then, rule.then_polarity, told.claim, rule.because, _least(rule, told))
    if told.implying is Polarity.HOLDS and key.kind in exclusive() and key.subject in known.belligerents:
        for other in spoken.get(key.kind, ()):
            if other != key and other.subject in known.belligerents:
                yield Statement(other, Polarity.FAILS, told.claim, exclusive()[key.kind])


def _side(part: Part, known: Interests) -> str | None:
    return known.attacker if part is Part.ATTACKER else known.defender


def _keys(rule: Implication, key: Key, known: Interests, spoken: Mapping[Kind, Sequence[Key]]) -> Iterable[Key]:
    if rule.then_part is Part.EACH:
        return spoken.get(rule.then_kind, ())
    if rule.then_part is Part.NOBODY:
        return (Key(rule.then_kind),)
    subject = key.subject if rule.then_part is Part.SAME else _side(rule.then_part, known)
    return () if subject is None and rule.then_part is not Part.SAME else (Key(rule.then_kind, subject),)


def _least(rule: Implication, told: Statement) -> Count | None:
    """The count that follows: so many or more."""
    if not rule.at_least or told.count is None:
        return None
    return replace(told.count, figure=Figure(told.count.figure.low, None))


def _direct(claims: Sequence[Claim], known: Interests, reports: Mapping[str, Report]) -> list[Statement]:
    counted = [c for c in claims if c.proposition.kind in COUNTED]
    found = figures(claims, reports)
    scopes = {claim.id: scope_of(claim, known) for claim in counted}
    loss = targets(counted, scopes, found, {c.report_id: reports[c.report_id].language for c in counted})
    out = []
    for claim in claims:
        kind = claim.proposition.kind
        key = Key(kind, loss[claim.id] if kind in COUNTED else _subject(claim, known))
        counts = kind in COUNTED and claim.id in found
        count = Count(found[claim.id], scopes[claim.id]) if counts else None
        out.append(Statement(key, _polarity(claim.stance), claim, count=count))
    return out


def _open_to_all(direct: list[Statement], known: Interests) -> list[Statement]:
    """What could not be verified without naming anyone ("neither account") is every account of that kind."""
    named = {k: None for s in direct if s.polarity is not Polarity.OPEN and (k := s.key).kind in _HELD}
    out: list[Statement] = []
    for told in direct:
        every = [k for k in named if k.kind is told.key.kind]
        nobody = told.claim.proposition.value is None and meant_side(told.claim, known.names) is None
        if told.polarity is Polarity.OPEN and every and (nobody or told.key not in named):
            out.extend(replace(told, key=key) for key in every)
        else:
            out.append(told)
    return out


def _polarity(stance: Stance) -> Polarity:
    if stance is Stance.CANNOT_VERIFY:
        return Polarity.OPEN
    return Polarity.FAILS if stance is Stance.DENIES else Polarity.HOLDS


def _subject(claim: Claim, known: Interests) -> str | None:
    kind, value = claim.proposition.kind, claim.proposition.value
    if kind in _HELD:
        return meant_side(claim, known.names) or _fallback(claim, known)
    if kind in {Kind.OTHER, Kind.CLOSURE}:
        return " ".join(sorted(stems(value))) or (claim.id if kind is Kind.OTHER else None)
    return None


def _fallback(claim: Claim, known: Interests) -> str | None:
    """Whom a claim means that names no known side: the name as it stands; without a name the speaker's own side, or
    the enemy where the speaker denies that the place is held or the attack repelled, or speaks of a place that it
    lost itself.
    """
    kind, value, speaker = claim.proposition.kind, claim.proposition.value, claim.source.side
    if kind is Kind.CONTROL and value is None and speaker not in known.belligerents:
        return known.attacker
    if kind is Kind.REPELLED and speaker not in known.belligerents:
        return known.defender
    if (value is not None and kind is not Kind.REPELLED) or speaker not in known.belligerents:
        return (value or "").casefold() or None
    lost = kind is Kind.CONTROL and any(a.role in HARMED and a.side == speaker for a in claim.actors)
    if lost or (kind is not Kind.RESPONSIBILITY and claim.stance is Stance.DENIES):
        return next(iter(known.belligerents - {speaker})) if len(known.belligerents) == 2 else None
    return speaker


def spoken_value(told: Iterable[Statement], known: Interests) -> str | None:
    """The value that most claims give in so many words, the earliest of equals; of a holder or culprit only one that
    names the side; None where none gives one.
    """
    said = [s for s in told if s.because is None and s.claim.proposition.value]
    if any(s.key.kind in _HELD and s.key.subject in known.belligerents for s in said):
        said = [s for s in said if named_in_value(s.claim, known.names) == s.key.subject]
        said = [
            s
            for s in said
            if s.key.kind is Kind.REPELLED or (s.claim.proposition.value or "").casefold() not in known.organs
        ]
    values = Counter(s.claim.proposition.value for s in said)
    return values.most_common(1)[0][0] if values else None
