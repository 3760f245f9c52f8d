"""Which claims of losses speak of the same loss."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from counterclaim.reconciling.scopes import Relation, Scope
from counterclaim.records.claim import Claim
from counterclaim.records.event_type import PropositionKind as Kind
from counterclaim.records.figure import Figure

# What is destroyed is damaged, too: one may answer the other.
_FAMILY = {Kind.DAMAGED: Kind.DESTROYED}
_Told = tuple[str, Figure | None, str | None]
"""Who counted how many in which language."""


@dataclass(slots=True)
class _Loss:
    """Claims on one loss: the classes, words and sides of its target, and who told of it."""

    scope: Scope = field(default_factory=Scope)
    members: list[str] = field(default_factory=list)
    told: set[_Told] = field(default_factory=set)

    def fits(self, scope: Scope, told: _Told) -> bool:
        if self.scope.whose(scope) is Relation.OTHER:
            return False
        if self.scope.thing(scope) is not Relation.OTHER:
            return True
        if self.scope.things and scope.things:
            return False
        source, figure, language = told
        same = (lang for who, count, lang in self.told if who == source and count == figure is not None)
        return any(lang != language for lang in same)

    def counts(self, told: _Told) -> bool:
        """Whether the same source gives the same count of it."""
        return told[1] is not None and any((who, count) == told[:2] for who, count, _ in self.told)

    def add(self, claim: Claim, scope: Scope, told: _Told) -> None:
        mine = self.scope
        self.scope = Scope(mine.things | scope.things, mine.stems | scope.stems, mine.sides | scope.sides)
        self.members.append(claim.id)
        self.told.add(told)


def targets(
    claims: Sequence[Claim],
    scopes: Mapping[str, Scope],
    figures: Mapping[str, Figure],
    languages: Mapping[str, str | None],
) -> dict[str, str | None]:
    """Which losses are the same loss: claim id -> a name for it. Losses of different sides never are, nor are those
    whose targets share neither a class nor a word, unless one source gives one count in two languages; one that names
    no target is the only loss of its kind, where there is just one. ``scopes`` and ``figures`` are by claim,
    ``languages`` by report.
    """
    losses: dict[Kind, list[_Loss]] = {}
    for claim in sorted(claims, key=lambda c: _vague(scopes[c.id])):
        scope = scopes[claim.id]
        told = claim.source.name, figures.get(claim.id), languages.get(claim.report_id)
        kind = claim.proposition.kind
        known = losses.setdefault(_FAMILY.get(kind, kind), [])
        fits = [c for c in known if c.fits(scope, told)]
        if _vague(scope) and len(fits) > 1:
            fits = [c for c in fits if _vague(c.scope) or c.counts(told)]
        if fits:
            loss = fits[0]
        else:
            loss = _Loss()
            known.append(loss)
        loss.add(claim, scope, told)
    return {
        claim_id: None if len(known) == 1 else loss.members[0]
        for known in losses.values()
        for loss in known
        for claim_id in loss.members
    }


def _vague(scope: Scope) -> bool:
    """Whether it does not tell what was hit, or whose."""
    return not scope.stems and not scope.sides and scope.things <= {"people"}
