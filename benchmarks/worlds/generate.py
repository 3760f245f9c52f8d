"""A seeded world: happenings on all stages, and the reports that outlets of each side print of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import cycle
from random import Random

from calendars import Calendar
from copies import reprints
from plots import spoken
from printing import Desk, print_report
from stage import Outlet, Stage, stages
from truth import Happening, Printed, Word, World

_FEWEST_DAYS, _REPORTS_A_DAY = 8, 14
_OWN, _OTHERS, _NEUTRAL, _UNVERIFIED = 0.95, 0.45, 0.85, 0.5
_BESIDE, _COPIED, _FOLLOWED = 0.35, 0.2, 0.7
_LATER = (0, 0, 0, 1)


def generate(seed: int, reports: int) -> World:
    """A world of at least ``reports`` reports: all on the last event are kept."""
    random = Random(seed)
    happenings: list[Happening] = []
    printed: list[Printed] = []
    span = max(_FEWEST_DAYS, reports // _REPORTS_A_DAY)
    plans = [(stage, Calendar(stage, random, span).batches()) for stage in stages()]
    for stage, plan in cycle(plans):
        if len(printed) >= reports:
            break
        batch = next(plan)
        happenings += batch
        news = _News(stage, random, [spoken(h, stage, random) for h in batch])
        printed += news.printed(len(printed))
    printed.sort(key=lambda r: (r.published, r.id))
    return World(seed, tuple(happenings), tuple(printed))


@dataclass(frozen=True, slots=True)
class _News:
    """What is said of one or two happenings of a stage."""

    stage: Stage
    random: Random
    by_event: Sequence[Sequence[Word]]

    def printed(self, number: int) -> list[Printed]:
        """The reports of some outlets, with their reprints; names count from ``number``."""
        out: list[Printed] = []
        for words in self.by_event:
            for outlet in self.random.sample(
                self.stage.outlets, min(len(self.stage.outlets), self.random.randint(3, 5))
            ):
                told = self._taken_up(outlet, [w for w in words if w.lag < 2])
                if told:
                    out += self._report(outlet, told, number + len(out))
                out += self._follow_up(outlet, [w for w in words if w not in told], number + len(out))
        return out

    def _taken_up(self, outlet: Outlet, words: Iterable[Word]) -> list[Word]:
        """What the outlet prints of ``words``. That a claim was not checked it says only where it prints the claim."""
        told = [w for w in words if self._prints(outlet, w)]
        claimed = any(w.content == "taken" for w in told)
        return [w for w in told if w.speaker is not None or claimed]

    def _report(self, outlet: Outlet, told: list[Word], number: int) -> list[Printed]:
        random, event = self.random, told[0].event
        late = max(w.lag for w in told) or random.choice(_LATER)
        if random.random() < _BESIDE:
            others = [w for words in self.by_event for w in words if w.event != event and w.lag == 0]
            told = [*told, *self._taken_up(outlet, [w for w in others if w.event.day <= event.day])[:2]]
        desk = Desk(self.stage, outlet, event.day + timedelta(days=late), random)
        out = [print_report(desk, told, f"r{number:04}")]
        if outlet.agency or random.random() < _COPIED:
            out += reprints(out[0], desk, told, number)
        return out

    def _follow_up(self, outlet: Outlet, left: Iterable[Word], number: int) -> list[Printed]:
        """Two days later, without naming the day: the toll has risen."""
        risen = [w for w in left if w.content == "risen" and self._prints(outlet, w)]
        if not risen or self.random.random() > _FOLLOWED:
            return []
        desk = Desk(self.stage, outlet, risen[0].event.day + timedelta(days=2), self.random)
        return [print_report(desk, [replace(risen[0], lag=2)], f"r{number:04}", plot="rise")]

    def _prints(self, outlet: Outlet, word: Word) -> bool:
        """A paper of one side prints its own side's word nearly always, the other's less often."""
        if word.speaker is None:
            return outlet.side is None and self.random.random() < _UNVERIFIED
        likely = _NEUTRAL if outlet.side is None else _OWN if word.side == outlet.side else _OTHERS
        return self.random.random() < likely
