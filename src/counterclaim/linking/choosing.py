"""Which of the events that a claim was compared with it belongs to. Two events are better than one wrong one."""

from collections.abc import Iterable
from typing import NamedTuple

from counterclaim.linking.draft import Draft, Telling
from counterclaim.linking.features import MARGIN, THRESHOLD, Score, score
from counterclaim.linking.timing import follows_up
from counterclaim.records.event_type import PropositionKind

REPEATED = Score(THRESHOLD + 1, ("The report repeats another one, where the same statement stands here.",), exact=True)
BEGINS = "The event begins with this claim."
# An event that scores less can neither be chosen nor keep another from being chosen.
RELEVANT = THRESHOLD - MARGIN
_NIGHT = 2
# What came about at one time: told of many days, the time is only not known better.
_AT_ONCE = frozenset({PropositionKind.CONTROL, PropositionKind.BREAKTHROUGH, PropositionKind.RESPONSIBILITY})


class Candidate(NamedTuple):
    """An event by the id of the claim that began it, with the turn at which it did."""

    score: Score
    begun: str
    id: str
    draft: Draft


def candidate(telling: Telling, id: str, draft: Draft) -> Candidate:
    """The event ``id`` with how well the claim fits it."""
    return Candidate(score(telling, draft), draft.tellings[0].at, id, draft)


def chosen(telling: Telling, candidates: Iterable[Candidate]) -> Candidate | None:
    """The event that the claim fits best; None where no score reaches the threshold, or where the claim's place only
    contains that of the event and another such event would do too, or one of the claim's own place nearly as well; nor
    where the claim speaks of many days and events of different days among them would do: it sums them up.
    """
    found = sorted(_without_doubtful(telling, candidates), key=lambda c: (-c.score.total, c.begun))
    if not found or found[0].score.total < THRESHOLD:
        return None
    best = found[0]
    rivals = [c.score for c in found[1:] if c.score.here or not best.score.here]
    if not best.score.exact and any(r.total >= (best.score.total - MARGIN if r.exact else THRESHOLD) for r in rivals):
        return None
    return None if _sums_up(telling, best, found) else best


def _without_doubtful(telling: Telling, candidates: Iterable[Candidate]) -> list[Candidate]:
    """A toll without a day may follow up one event only: where it fits several of other reports, it fits none of them,
    but that one of the very type that it names goes before others.
    """
    found = list(candidates)
    if not follows_up(telling):
        return found
    before = [c for c in found if c.draft.days and not c.score.here and c.score.total >= THRESHOLD]
    named = [c for c in before if telling.claim.event in c.draft.types]
    kept = {c.id for c in (named or before)} if len(named or before) == 1 else set()
    return [c for c in found if c.id in kept or c not in before]


def on_its_own(telling: Telling) -> bool:
    """Whether how well an event fits the claim decides, whatever else would fit it less."""
    return told_at_once(telling) and not follows_up(telling)


def told_at_once(telling: Telling) -> bool:
    """Whether the claim cannot speak of several events of different days."""
    return telling.claim.kind in _AT_ONCE or telling.days is None or telling.days.length <= _NIGHT


def _sums_up(telling: Telling, best: Candidate, found: list[Candidate]) -> bool:
    first = best.draft.days
    if told_at_once(telling) or first is None or first == telling.days:
        return False
    others = (c.draft.days for c in found if c.score.total >= THRESHOLD)
    return any(other is not None and first.gap(other) > 1 for other in others)
