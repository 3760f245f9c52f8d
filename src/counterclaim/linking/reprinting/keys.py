"""Keys that reports of one text share, for finding candidates without looking at the rest of a ledger.

A sentence gives its two least words under a random order of all words: MinHash (Broder 1997) with bands of two, over
the words of a sentence instead of the shingles of a text. So a key outlasts cuts, moved sentences and other words
beside it. Of all keys of a report those with the least hashes are kept (FracMinHash, Irber et al. 2022): two reports
keep the same ones of what they share. Hashes are CRC-32, which gives the same numbers everywhere.
"""

import math
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from counterclaim.linking.days import days_of
from counterclaim.linking.reprinting.names import skeleton
from counterclaim.linking.reprinting.units import Body, Unit

MOST = 40
_ORDERS = 3
# How much more likely than others a word is to stand in the key: long words and numbers are rarer.
_LIKELY = {4: 0.6, 5: 1.0}
_NUMBER = _LONG = 2.0
_ABROAD_MOST = 24
# Of these so many by whose copy it is, on which day, about what.
_CREDITED_NAMES = 6


def keys(body: Body) -> tuple[str, ...]:
    """The report's keys, without doubles: at most MOST for its wording ("w…"), some for other languages ("x…"), and
    whose copy it is ("a…").
    """
    wording = _least({key for unit in body.units for key in _of_unit(unit)}, MOST)
    credited = tuple(dict.fromkeys(_credited(body)))
    abroad = _least(set(_abroad(body.units)), _ABROAD_MOST - len(credited))
    return (*wording, *abroad, *credited)


def _credited(body: Body) -> Iterator[str]:
    """Whose copy it is, with the day of publication or the day before, and a name: those of the headline first, then
    those that stand in most sentences.
    """
    days = days_of(body.report.published)
    own = body.carried or frozenset({body.publisher} if body.publisher else ())
    if days is None or not own:
        return
    named = Counter(found for unit in body.units for found in {skeleton(name) for name in unit.names} if found)
    names = sorted(named, key=lambda name: (name not in body.topics, -named[name], name))[:_CREDITED_NAMES]
    for whose in sorted(own)[:1]:
        for day in (days.first, days.first - 1):
            for name in names:
                yield f"a{_hash(' '.join((*whose, str(day), name))):08x}"


def _least(found: set[str], most: int) -> list[str]:
    return sorted(found, key=lambda key: (_hash(key), key))[:most]


def _of_unit(unit: Unit) -> Iterator[str]:
    words = [(word, _likely(word)) for word, weight in unit.stems.items() if weight >= 0.6]
    if len(words) < 2:
        words = [(word, 1.0) for word in unit.stems]
    for order in range(_ORDERS):
        first = sorted(words, key=lambda w: (_place(f"{order} {w[0]}", w[1]), w[0]))[:2]
        yield f"w{_hash(' '.join(sorted(word for word, _ in first))):08x}"


def _place(word: str, likely: float) -> float:
    """Where ``word`` stands in a random order: exponential ranks, so that it comes first ``likely`` times as often."""
    return -math.log((_hash(word) + 1) / 2**32) / likely


def _likely(word: str) -> float:
    return _NUMBER if word[0].isdigit() else _LIKELY.get(len(word), _LONG)


def _abroad(units: Sequence[Unit]) -> Iterator[str]:
    """What a translation keeps: numbers that follow each other, and pairs of facts of one sentence."""
    numbers = [n for unit in units for n in unit.numbers if len(n) > 1]
    for one, next_one in pairwise(numbers):
        yield _abroad_key(one, next_one)
    for unit in units:
        facts = {n for n in unit.numbers if len(n) > 1} | {s for name in unit.names if (s := skeleton(name))}
        for order in range(2 if len(facts) > 1 else 0):
            yield _abroad_key(*sorted(facts, key=lambda fact: (_hash(f"{order} {fact}"), fact))[:2])


def _abroad_key(one: str, other: str) -> str:
    return f"x{_hash(' '.join(sorted((one, other)))):08x}"


def _hash(text: str) -> int:
    # CRC-32 alone keeps near strings near: the multiplication spreads them.
    return zlib.crc32(text.encode()) * 2654435761 % 2**32
