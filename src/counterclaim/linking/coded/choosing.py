"""Where joining should stop: the threshold that did best on reports whose events are known."""

from collections import Counter
from collections.abc import Iterable, Iterator

import numpy as np

from counterclaim.linking.coded.columns import Ints
from counterclaim.linking.coded.grouping import Join

LOWEST, HIGHEST, _STEP = -4.0, 3.0, 0.1
# The best of single thresholds owes much to chance: the mean over its neighbours decides.
_NEIGHBOURS = 4


def threshold(events: Ints, joined: Iterable[Join]) -> float:
    """The threshold with the best sum of pairwise and B-cubed F1, for joins (best first) of reports of known events.
    ``events`` has a number for each report; reports that are not to count have -1.
    """
    steps = list(curve(events, joined))
    tried = np.arange(LOWEST, HIGHEST + _STEP / 2, _STEP)
    heights = np.array([-h for h, _ in steps])
    after = np.array([worth for _, worth in steps])
    worth = after[np.searchsorted(heights, -tried, side="left") - 1]
    window = np.ones(2 * _NEIGHBOURS + 1)
    smooth = np.convolve(worth, window, "same") / np.convolve(np.ones(len(worth)), window, "same")
    return round(float(tried[smooth.argmax()]), 4)


def curve(events: Ints, joined: Iterable[Join]) -> Iterator[tuple[float, float]]:
    """After each join its height and the sum of both F1; first, with infinity, that of no join."""
    counted = events[events >= 0]
    of_event = Counter(counted.tolist())
    wanted = sum(c * (c - 1) // 2 for c in of_event.values())
    groups = {i: Counter([e]) for i, e in enumerate(events.tolist()) if e >= 0}
    made = hits = 0
    # B-cubed: sums over reports of the share of the group, and of the event, that is in both.
    precise, full = float(len(counted)), float(sum(1 / of_event[e] for e in counted.tolist()))
    yield float("inf"), _f1(precise, full, len(counted))
    for join in joined:
        x, y = groups[join.kept], groups.pop(join.gone)
        both = x + y
        made += x.total() * y.total()
        hits += sum(x[e] * y[e] for e in y)
        precise += _squares(both) / both.total() - _squares(x) / x.total() - _squares(y) / y.total()
        full += sum(2 * x[e] * y[e] / of_event[e] for e in y)
        groups[join.kept] = both
        pairwise = 2 * hits / (made + wanted)
        yield join.height, pairwise + _f1(precise, full, len(counted))


def _squares(of: Counter[int]) -> int:
    return sum(c * c for c in of.values())


def _f1(precise: float, full: float, reports: int) -> float:
    return 2 * precise * full / ((precise + full) * reports) if reports else 0.0
