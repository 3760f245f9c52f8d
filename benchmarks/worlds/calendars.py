"""What happens on a stage, day by day, with the cases that are hard to tell apart."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from stage import Spot, Stage
from truth import Happening

FIRST = date(2031, 3, 3)
_WEIGHTS = {"strike": 9, "barracks": 3, "village": 6, "raid": 4, "jet": 2, "downed": 2, "total": 2}
_NEEDS = {"jet": "jets", "downed": "jets", "total": "totals"}
_WIDE = ("downed", "total")
_BLOWS = ("drone", "shell", "missile")
_TWINS, _NEIGHBOURS = 0.35, 0.5
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Case:
    """What happens, between which sides, where (None: all over) and when."""

    plot: str
    sides: tuple[str, str]
    spot: Spot | None
    day: date

    @property
    def key(self) -> tuple[str, date]:
        """No two cases have the same: a town has one event a day, a side one wide event of a kind."""
        return (self.spot.name if self.spot else f"{self.plot} {self.sides[1]}"), self.day


@dataclass(slots=True)
class Calendar:
    """The happenings of ``stage`` within ``span`` days from ``FIRST``."""

    stage: Stage
    random: Random
    span: int
    taken: set[tuple[str, date]] = field(default_factory=set)
    number: int = 0

    def batches(self) -> Iterator[list[Happening]]:
        """One or two at a time: alone, a strike on the same town a day later, or the same in the town next to it."""
        while True:
            case, spots = self._drawn()
            if case.key in self.taken:
                continue
            batch = [self._happening(case)]
            twin = self._twin(case, spots)
            if twin is not None and twin.key not in self.taken:
                batch.append(self._happening(twin))
            yield batch

    def _drawn(self) -> tuple[Case, list[Spot]]:
        """A case, and the places where it could have been."""
        plots = [p for p in _WEIGHTS if _NEEDS.get(p) is None or _NEEDS[p] in self.stage.plots]
        plot = self.random.choices(plots, [_WEIGHTS[p] for p in plots])[0]
        attacker, defender, *regions = self.random.choice(self.stage.pairs)
        spots = [s for s in self.stage.spots if s.side == defender and (not regions or s.region in regions)]
        if plot == "village":
            spots = [s for s in spots if s.village] or spots
        spot, day = self.random.choice(spots), FIRST + self.random.randrange(self.span) * _DAY
        return Case(plot, (attacker, defender), None if plot in _WIDE else spot, day), spots

    def _twin(self, case: Case, spots: list[Spot]) -> Case | None:
        if case.spot is None:
            return None
        if case.plot == "strike" and self.random.random() < _TWINS:
            return Case(case.plot, case.sides, case.spot, case.day + _DAY)
        beside = [s for s in spots if s != case.spot and s.near is not None and s.near == case.spot.near]
        if case.plot in ("village", "raid") and beside and self.random.random() < _NEIGHBOURS:
            return Case(case.plot, case.sides, beside[0], case.day)
        return None

    def _happening(self, case: Case) -> Happening:
        self.taken.add(case.key)
        self.number += 1
        random, home = self.random, sorted({s.region for s in self.stage.spots if s.side == case.sides[1]})
        wide = {"total": min(len(home), 3), "downed": 1}
        return Happening(
            id=f"{self.stage.id}-{self.number}",
            stage=self.stage.id,
            plot=case.plot,
            place=case.spot.name if case.spot else None,
            day=case.day,
            attacker=case.sides[0],
            defender=case.sides[1],
            blow=random.choice(_BLOWS),
            dead=random.randint(5, 60) if case.plot == "downed" else random.randint(2, 14),
            hurt=random.randint(1, 25),
            regions=tuple(random.sample(home, wide.get(case.plot, 0))),
            holder=random.choice(case.sides) if case.plot == "village" else None,
        )
