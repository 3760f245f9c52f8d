"""What a side has said of one proposition from day to day, and what of it holds at the latest."""

from collections.abc import Iterable, Iterator, Sequence

from counterclaim.reconciling.implications import Polarity
from counterclaim.reconciling.statements import Statement
from counterclaim.records.event import Turn
from counterclaim.records.figure import Figure
from counterclaim.records.tagging import Stance

Dated = Sequence[tuple[str | None, Statement]]
"""Statements in order of publication, each with its publication day, None where unknown."""
_What = tuple[Polarity, Figure | None]


def stance_of(polarity: Polarity, told: Iterable[Statement]) -> Stance:
    """One stance for statements of one polarity: what is confirmed in so many words is confirmed."""
    if polarity is Polarity.OPEN:
        return Stance.CANNOT_VERIFY
    if polarity is Polarity.FAILS:
        return Stance.DENIES
    confirms = any(s.because is None and s.claim.stance is Stance.CONFIRMS for s in told)
    return Stance.CONFIRMS if confirms else Stance.ASSERTS


def current_polarities(dated: Dated) -> frozenset[Polarity]:
    """Which ways a side points at the latest: what it said on the last day on which it spoke, several ways where its
    voices differ that day; what has no day stands beside. Who cannot verify takes nothing back.
    """
    pointing = [(day, s) for day, s in dated if s.polarity is not Polarity.OPEN]
    last = max((day for day, _ in pointing if day is not None), default=None)
    return frozenset(s.polarity for day, s in pointing if day in (None, last)) | {Polarity.OPEN}


def turns(dated: Dated) -> tuple[Turn, ...]:
    """The turns that a side took: a new one where it says another thing, or another number, than on the day before
    on which it spoke.
    """
    days: dict[str | None, dict[_What, list[Statement]]] = {}
    for day, statement in dated:
        what = statement.polarity, None if statement.count is None else statement.count.figure
        days.setdefault(day, {}).setdefault(what, []).append(statement)
    days = {day: dict(_with_numberless(said)) for day, said in days.items()}
    out: list[tuple[str | None, Polarity, list[Statement]]] = []
    going: dict[_What, list[Statement]] = {}
    for day, said in days.items():
        for what, told in said.items():
            if what in going:
                going[what].extend(told)
            else:
                out.append((day, what[0], told))
        now = {what: going.get(what, told) for what, told in said.items()}
        # Who cannot verify on one day has not changed what was said before.
        going = now if any(polarity is not Polarity.OPEN for polarity, _ in said) else going | now
    return tuple(
        Turn(day, stance_of(polarity, told), _value(told), tuple(s.claim.id for s in told))
        for day, polarity, told in out
    )


def _with_numberless(said: dict[_What, list[Statement]]) -> Iterator[tuple[_What, list[Statement]]]:
    """Who gives no number on a day on which another of the side gives one says no other thing."""
    for (polarity, figure), told in said.items():
        numbers = [f for p, f in said if p is polarity and f is not None]
        if figure is not None and figure == numbers[0]:
            yield (polarity, figure), [*said.get((polarity, None), ()), *told]
        elif figure is not None or not numbers:
            yield (polarity, figure), told


def _value(told: Iterable[Statement]) -> str | None:
    """The first value given in so many words."""
    return next((v for s in told if s.because is None and (v := s.claim.proposition.value)), None)
