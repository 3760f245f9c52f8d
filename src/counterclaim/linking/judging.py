"""People's merges and splits, laid over the events that linking has made. Nothing beneath is changed."""

from collections.abc import Iterable, Sequence

from counterclaim.linking.draft import Draft, Telling
from counterclaim.linking.features import score
from counterclaim.records.judgement import Judgement, Verdict

Group = tuple[Telling, ...]


def judged(groups: Iterable[Sequence[Telling]], judgements: Iterable[Judgement]) -> list[Group]:
    """The groups of claims, each in order of turns, after the judgements in their order. A claim that came later than a
    split stands with that part which it fits better.
    """
    found = [tuple(group) for group in groups]
    for judgement in judgements:
        found = _merged(found, judgement) if judgement.verdict is Verdict.MERGE else _split(found, judgement)
    return found


def _merged(groups: list[Group], judgement: Judgement) -> list[Group]:
    wanted = frozenset(judgement.claims)
    together = [g for g in groups if any(t.claim.id in wanted for t in g)]
    if len(together) < 2:
        return groups
    apart = [g for g in groups if g not in together]
    return [*apart, _in_order(t for g in together for t in g)]


def _split(groups: list[Group], judgement: Judgement) -> list[Group]:
    out, rest = frozenset(judgement.claims), frozenset(judgement.rest)
    found: list[Group] = []
    for group in groups:
        ids = {t.claim.id for t in group}
        found += _parted(group, out, rest) if ids & out and ids & rest else [group]
    return found


def _parted(group: Group, out: frozenset[str], rest: frozenset[str]) -> list[Group]:
    taken = [t for t in group if t.claim.id in out]
    left = [t for t in group if t.claim.id in rest]
    drafts = _draft(taken), _draft(left)
    for telling in group:
        if telling.claim.id not in out and telling.claim.id not in rest:
            fits = [score(telling, draft).total for draft in drafts]
            (taken if fits[0] > fits[1] else left).append(telling)
    return [_in_order(left), _in_order(taken)]


def _draft(tellings: Sequence[Telling]) -> Draft:
    draft = Draft(tellings[0])
    for each in tellings[1:]:
        draft.add(each)
    return draft


def _in_order(tellings: Iterable[Telling]) -> Group:
    return tuple(sorted(tellings, key=lambda t: t.at))
