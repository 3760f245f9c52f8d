"""What a person decided about events: appended, never overwritten; to take one back is another one."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What a judgement does."""

    MERGE = "merge"
    SPLIT = "split"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Judgement:
    """``by`` whom, when (``at``, ISO 8601 in UTC) and ``why``. ``events`` are the ids that the events had then.

    A merge puts the events together in which ``claims`` stand, one claim an event. A split takes ``claims`` out of the
    event of the ``rest``. An undo takes back the judgement ``undoes``. Ids of claims outlast those of events.
    """

    id: str
    verdict: Verdict
    by: str
    at: str
    why: str
    events: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    rest: tuple[str, ...] = ()
    undoes: str | None = None


def standing(judgements: tuple[Judgement, ...]) -> tuple[Judgement, ...]:
    """The merges and splits that have not been taken back, in the order in which they were made; an undo that was
    itself taken back counts for nothing.
    """
    undone: set[str] = set()
    for each in reversed(judgements):
        if each.verdict is Verdict.UNDO and each.id not in undone and each.undoes is not None:
            undone.add(each.undoes)
    return tuple(j for j in judgements if j.verdict is not Verdict.UNDO and j.id not in undone)
