"""What speaks for and against two coded reports telling of one event: a declared list of features with reasons.

A feature is a number for each pair, 0 where it has nothing to say; its weight is learnt (``weights.toml``). None of
them knows a name: names are only compared, and how rare one is counts within the file that is read.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from counterclaim.linking.coded.candidates import Pairs
from counterclaim.linking.coded.columns import Bools, Columns, Floats, Ints, Names, columns

_AT_ONCE = 50_000


@dataclass(frozen=True, slots=True)
class Feature:
    """One feature. ``told`` is the reason as a sentence; ``{x}`` in it is the feature's value. ``sign`` is 1 where it
    can only speak for one event, -1 only against, 0 where that is for the data to say.
    """

    name: str
    told: str
    sign: int = 0


@dataclass(frozen=True, slots=True)
class _Side:
    """The columns of a pair's two reports, looked up by name."""

    of: Columns
    pairs: Pairs
    rivals: Floats

    def both(self, name: str) -> tuple[Floats, Floats]:
        column = getattr(self.of, name)
        return column[self.pairs.a], column[self.pairs.b]


Values = list[tuple[Feature, Floats | Bools]]


def features(of: Columns, pairs: Pairs) -> Iterator[Floats]:
    """The features of every pair, some pairs at a time: a row each, columns as ``FEATURES`` has them."""
    rivals = np.bincount(np.concatenate([pairs.a, pairs.b]), minlength=of.reports).astype(np.float64)
    for start in range(0, len(pairs), _AT_ONCE):
        yield _matrix(_Side(of, pairs.part(start, start + _AT_ONCE), rivals))


def _matrix(side: _Side) -> Floats:
    return np.stack([np.asarray(v, dtype=np.float64) for _, v in _values(side)], axis=1)


def _values(side: _Side) -> Values:
    return [value for part in _PARTS for value in part(side)]


def _days(side: _Side) -> Values:
    first_a, first_b = side.both("first")
    last_a, last_b = side.both("last")
    shared = np.minimum(last_a, last_b) - np.maximum(first_a, first_b) + 1
    spanned = np.maximum(last_a, last_b) - np.minimum(first_a, first_b) + 1
    long_a, long_b = last_a - first_a + 1, last_b - first_b + 1
    same = (first_a == first_b) & (last_a == last_b) & (long_a == 1)
    return [
        (Feature("same_day", "Both give the same day.", 1), same),
        (Feature("days_shared", "They share {x:.0%} of the days that they give.", 1), np.maximum(shared, 0) / spanned),
        (Feature("same_first_day", "The first day is the same.", 1), first_a == first_b),
        (Feature("days_adjoin", "Their days only adjoin.", -1), shared < 1),
        (Feature("shorter_span", "Neither is sure of the day."), np.log(np.minimum(long_a, long_b))),
    ]


def _place(side: _Side) -> Values:
    same, differ, _ = _codes(*side.both("town"))
    many, _ = side.both("town_reports")
    return [
        (Feature("km_apart", "The places lie apart.", -1), np.log1p(np.nan_to_num(side.pairs.km))),
        (Feature("same_town", "The town is the same.", 1), same),
        (Feature("much_told_town", "Many reports tell of that town.", -1), np.where(same, np.log(many), 0.0)),
        (Feature("towns_differ", "The towns differ.", -1), differ),
        *_compared(side, "location", "place within the town"),
    ]


def _actors(side: _Side) -> Values:
    return [
        *_compared(side, "actors", "actor"),
        *_compared(side, "types", "type of actor"),
        *_compared(side, "parties", "party"),
        *_compared(side, "violence", "kind of violence"),
    ]


def _compared(side: _Side, name: str, told: str) -> Values:
    """A set of names: whether one is shared, how much of both (rare names count more), whether none is or is known."""
    names: Names = getattr(side.of, name)
    a, b = names.of[side.pairs.a], names.of[side.pairs.b]
    # Numbers of padding (-1) pick the rarity 0 that stands last.
    held = ((a[:, :, None] == b[:, None, :]) & (a[:, :, None] >= 0)).any(axis=2)
    weight_a, weight_b = names.rarity[a], names.rarity[b]
    shared = np.where(held, weight_a, 0.0).sum(axis=1)
    either = weight_a.sum(axis=1) + weight_b.sum(axis=1) - shared
    any_shared, known_a, known_b = held.any(axis=1), (a >= 0).any(axis=1), (b >= 0).any(axis=1)
    share = np.divide(shared, either, out=np.zeros_like(shared), where=either > 0)
    return [
        (Feature(f"{name}_shared", f"Both name the same {told}.", 1), any_shared),
        (Feature(f"{name}_share", f"{{x:.0%}} of what either names as {told} is in both.", 1), share),
        (Feature(f"{name}_differ", f"Each names another {told}.", -1), ~any_shared & known_a & known_b),
        (Feature(f"{name}_unknown", f"Neither names any {told}."), ~known_a & ~known_b),
    ]


def _codes(a: Ints | Floats, b: Ints | Floats) -> tuple[Bools, Bools, Bools]:
    """Where two codes are the same, where they differ, and where neither is known."""
    known = (a >= 0) & (b >= 0)
    return known & (a == b), known & (a != b), (a < 0) & (b < 0)


def _happening(side: _Side) -> Values:
    out: Values = []
    for name, told in (("context", "kind of happening"), ("target", "target")):
        same, differ, unknown = _codes(*side.both(name))
        out += [
            (Feature(f"{name}_same", f"The {told} is the same.", 1), same),
            (Feature(f"{name}_differs", f"The {told} is another.", -1), differ),
            (Feature(f"{name}_unknown", f"Neither gives the {told}."), unknown),
        ]
    for name in ("displacement", "damage"):
        a, b = side.both(name)
        out += [
            (Feature(f"{name}_both", f"Both tell of {name}.", 1), (a == 1) & (b == 1)),
            (Feature(f"{name}_one", f"One tells of {name}, the other does not.", -1), np.abs(np.nan_to_num(a - b))),
        ]
    return out


def _tolls(side: _Side) -> Values:
    return [*_toll(side, "deaths"), *_toll(side, "injuries")]


def _toll(side: _Side, name: str) -> Values:
    (best_a, low_a, high_a), (best_b, low_b, high_b) = (half.T for half in side.both(name))
    known = ~np.isnan(best_a) & ~np.isnan(best_b)
    some = known & (best_a > 0) & (best_b > 0)
    one = known & ((best_a > 0) != (best_b > 0))
    same = some & (best_a == best_b)
    more, fewer = np.fmax(np.fmax(best_a, best_b), 1.0), np.fmax(np.fmin(best_a, best_b), 1.0)
    meet = some & ~same & (np.fmin(high_a, high_b) >= np.fmax(low_a, low_b))
    return [
        (Feature(f"{name}_none", f"Neither counts {name}."), known & (best_a == 0) & (best_b == 0)),
        (Feature(f"{name}_one", f"One counts {name}, the other none.", -1), one),
        (Feature(f"{name}_one_many", f"One counts many {name}, the other none.", -1), np.where(one, np.log(more), 0.0)),
        (Feature(f"{name}_same", f"The count of {name} is the same.", 1), same),
        (
            Feature(f"{name}_same_many", f"The count of {name} is the same, and high.", 1),
            np.where(same, np.log(more), 0.0),
        ),
        (Feature(f"{name}_meet", f"The ranges of {name} meet.", 1), meet),
        (Feature(f"{name}_apart", f"The counts of {name} differ.", -1), np.where(some, np.log(more / fewer), 0.0)),
        (Feature(f"{name}_many", f"Both count many {name}."), np.where(some, np.log(fewer), 0.0)),
    ]


def _source(side: _Side) -> Values:
    same, _, _ = _codes(*side.both("source"))
    author, _, _ = _codes(*side.both("author"))
    out_a, out_b = side.both("published")
    gap = np.where(np.isnan(out_a) | np.isnan(out_b), 0.0, np.log1p(np.abs(out_a - out_b)))
    news_a, news_b = side.both("news")
    return [
        (Feature("same_source", "One source tells of both: it tells of most events once.", -1), same),
        (Feature("same_author", "One author tells of both, in different sources."), author & ~same),
        (Feature("published_apart", "They were published apart.", -1), gap),
        (Feature("both_news", "Both are of the news."), (news_a == 1) & (news_b == 1)),
        (Feature("neither_news", "Neither is of the news."), (news_a == 0) & (news_b == 0)),
    ]


def _rivals(side: _Side) -> Values:
    """How many other reports each could belong to: on a day of much violence in one town, less follows from both."""
    a, b = side.rivals[side.pairs.a], side.rivals[side.pairs.b]
    return [
        (Feature("rivals_more", "Many reports tell of that place and time.", -1), np.log(np.maximum(a, b))),
        (Feature("rivals_fewer", "Both have many other reports near them.", -1), np.log(np.minimum(a, b))),
    ]


_PARTS: tuple[Callable[[_Side], Values], ...] = (
    _days,
    _place,
    _actors,
    _happening,
    _tolls,
    _source,
    _rivals,
)


def _declared() -> dict[str, tuple[Feature, ...]]:
    """The features without any pair, by what they are of."""
    none = np.empty(0, dtype=np.int64)
    side = _Side(columns(()), Pairs(none, none, np.empty(0)), np.empty(0))
    return {part.__name__.lstrip("_"): tuple(f for f, _ in part(side)) for part in _PARTS}


FAMILIES = _declared()
FEATURES = tuple(f for family in FAMILIES.values() for f in family)
