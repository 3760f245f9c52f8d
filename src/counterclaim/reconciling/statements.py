"""What each claim says of each proposition, by its words and by implication."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from counterclaim.reconciling.implications import EXCLUSIVE, IMPLICATIONS, Implication, Key, Part, Polarity
from counterclaim.reconciling.interests import LOSSES, Interests, harmed_sides, meant_side, named_in_value
from counterclaim.records.claim import Claim
from counterclaim.records.event_type import PropositionKind as Kind
from counterclaim.records.figure import Figure, figure_of
from counterclaim.records.tagging import Stance
from counterclaim.words.tokens import tokens

_STEM = 5
_HELD = frozenset({Kind.CONTROL, Kind.RESPONSIBILITY, Kind.REPELLED})
COUNTED = LOSSES | {Kind.SHOT_DOWN}
# Words of a value that don't tell what was hit.
_NO_TARGET = frozenset(
    re.findall(
        r"\w+",
        "more than least about around some many several dozens hundreds thousands scores people persons killed dead "
        "deaths injured wounded casualties destroyed damaged captured shot down fire with from over part parts were",
    )
)


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim on one proposition. ``because`` is the implication that it rests on, None where the claim says it."""

    key: Key
    polarity: Polarity
    claim: Claim
    because: str | None = None
    figure: Figure | None = None


def statements(
    claims: Sequence[Claim], known: Interests, languages: Mapping[str, str | None] | None = None
) -> tuple[Statement, ...]:
    """Every claim's own statement and all that follows from it. A claim says one thing of a proposition only.
    ``languages`` are those of the reports, by id: what one source counts is the same thing in two languages.
    """
    direct = _open_to_all(_direct(claims, known, languages or {}))
    rivals: dict[Kind, list[Key]] = {kind: [] for kind in EXCLUSIVE}
    for key in dict.fromkeys(s.key for s in direct):
        if key.kind in EXCLUSIVE and key.subject in known.belligerents:
            rivals[key.kind].append(key)
    out: list[Statement] = []
    for statement in direct:
        reached = {statement.key: statement}
        waiting = [statement]
        while waiting:
            for follows in _followers(waiting.pop(), known, rivals):
                if follows.key not in reached:
                    reached[follows.key] = follows
                    waiting.append(follows)
        out.extend(reached.values())
    return tuple(out)


def _followers(statement: Statement, known: Interests, rivals: dict[Kind, list[Key]]) -> Iterable[Statement]:
    key = statement.key
    if statement.figure is not None and statement.figure.high == 0:
        return
    for rule in IMPLICATIONS:
        if rule.kind is not key.kind or rule.polarity is not statement.polarity:
            continue
        if rule.part is Part.NOBODY or (key.subject is not None and key.subject == _side(rule.part, known)):
            then = _key(rule, known)
            if then is not None:
                yield Statement(then, rule.then_polarity, statement.claim, rule.because)
    if statement.polarity is Polarity.HOLDS and key.kind in EXCLUSIVE and key.subject in known.belligerents:
        for other in rivals[key.kind]:
            if other != key:
                yield Statement(other, Polarity.FAILS, statement.claim, EXCLUSIVE[key.kind])


def _side(part: Part, known: Interests) -> str | None:
    return known.attacker if part is Part.ATTACKER else known.defender


def _key(rule: Implication, known: Interests) -> Key | None:
    if rule.then_part is Part.NOBODY:
        return Key(rule.then_kind)
    side = _side(rule.then_part, known)
    return None if side is None else Key(rule.then_kind, side)


def _direct(claims: Sequence[Claim], known: Interests, languages: Mapping[str, str | None]) -> list[Statement]:
    targets = _targets([c for c in claims if c.proposition.kind in COUNTED], languages)
    return [
        Statement(
            Key(c.proposition.kind, targets.get(c.id) if c.proposition.kind in COUNTED else _subject(c, known)),
            _polarity(c.stance),
            c,
            figure=figure_of(c) if c.proposition.kind in COUNTED else None,
        )
        for c in claims
    ]


def _open_to_all(direct: list[Statement]) -> list[Statement]:
    """What could not be verified without naming anyone ("neither account") is every account of that kind."""
    named = {k: None for s in direct if s.polarity is not Polarity.OPEN and (k := s.key).kind in _HELD}
    out: list[Statement] = []
    for told in direct:
        every = [k for k in named if k.kind is told.key.kind]
        if told.polarity is Polarity.OPEN and every and told.key not in named:
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
        return " ".join(sorted(_stems(value))) or (claim.id if kind is Kind.OTHER else None)
    return None


def _fallback(claim: Claim, known: Interests) -> str | None:
    """Whom a claim means that names no known side: the name as it stands; without a name the speaker's own side, or
    the enemy where the speaker denies that the place is held or the attack repelled.
    """
    kind, value, speaker = claim.proposition.kind, claim.proposition.value, claim.source.side
    if kind is Kind.CONTROL and value is None and speaker not in known.belligerents:
        return known.attacker
    if kind is Kind.REPELLED and speaker not in known.belligerents:
        return known.defender
    if (value is not None and kind is not Kind.REPELLED) or speaker not in known.belligerents:
        return (value or "").casefold() or None
    if kind is not Kind.RESPONSIBILITY and claim.stance is Stance.DENIES:
        return next(iter(known.belligerents - {speaker})) if len(known.belligerents) == 2 else None
    return speaker


@dataclass(slots=True)
class _Loss:
    """Claims on one loss: words and sides of its target, and who counted how many in which language."""

    stems: set[str]
    sides: set[str]
    members: list[str]
    told: set[tuple[str, Figure | None, str | None]]

    def fits(self, stems: set[str], sides: set[str], told: tuple[str, Figure | None, str | None]) -> bool:
        if self.sides and sides and self.sides.isdisjoint(sides):
            return False
        if not self.stems or not stems or not self.stems.isdisjoint(stems):
            return True
        source, figure, language = told
        same = (lang for who, count, lang in self.told if who == source and count == figure is not None)
        return any(lang != language for lang in same)

    def counts(self, told: tuple[str, Figure | None, str | None]) -> bool:
        """Whether the same source gives the same count of it."""
        return told[1] is not None and any((who, count) == told[:2] for who, count, _ in self.told)


def _targets(claims: Sequence[Claim], languages: Mapping[str, str | None]) -> dict[str, str | None]:
    """Which losses are the same loss: claim id -> a name for it. Losses of different sides never are, nor are those
    whose targets share no word, unless one source gives one count in two languages; one that names no target is the
    only loss of its kind, where there is just one.
    """
    losses: dict[Kind, list[_Loss]] = {}
    for claim in sorted(claims, key=lambda c: not (_stems(c.proposition.value) or harmed_sides(c))):
        stems, sides = set(_stems(claim.proposition.value)), set(harmed_sides(claim))
        told = claim.source.name, figure_of(claim), languages.get(claim.report_id)
        known = losses.setdefault(claim.proposition.kind, [])
        fits = [c for c in known if c.fits(stems, sides, told)]
        if not stems and not sides and len(fits) > 1:
            fits = [c for c in fits if not c.stems or c.counts(told)]
        if fits:
            loss = fits[0]
        else:
            loss = _Loss(set(), set(), [], set())
            known.append(loss)
        loss.stems.update(stems)
        loss.sides.update(sides)
        loss.members.append(claim.id)
        loss.told.add(told)
    return {
        claim_id: _target_name(loss.members, len(known))
        for known in losses.values()
        for loss in known
        for claim_id in loss.members
    }


def _target_name(members: list[str], clusters: int) -> str | None:
    return None if clusters == 1 else min(members)


def _stems(value: str | None) -> frozenset[str]:
    words = (t.low for t in tokens(value or "") if t.low.isalpha() and len(t.low) > 3)
    return frozenset(word[:_STEM] for word in words if word not in _NO_TARGET)


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
