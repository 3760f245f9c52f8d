"""How far a text in one language may be a translation of one in another: whether sentence after sentence tells of the
same numbers and names. Words are not looked up, so no dictionary is needed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from counterclaim.linking.reprinting.names import skeleton
from counterclaim.linking.reprinting.units import Body, Unit, stem
from counterclaim.words.toml_data import package_toml

# Languages that write all nouns with a capital, so that what looks like a name there may be none.
_NOUNS_WITH_CAPITALS = frozenset({"de", "lb"})
_SMALL_NUMBER, _NUMBER, _NAME = 0.5, 1.5, 1.0
_LONGEST = 150
Facts = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Across:
    """What two texts in two languages share. Of the weight of the facts of each text ``part`` is told in the same order
    by the other (the smaller of the two shares), of their numbers of two digits and more alone ``figures``; ``shared``
    different facts in all, ``numbers`` of them numbers; ``common`` is the part of the facts of the text with fewer that
    the other has anywhere. Of the sentences with facts ``answered`` have their counterpart; ``shape`` is how near the
    two are in their number of sentences and of quotations (1: the same). ``headline`` tells whether names of a headline
    stand in the other text; None where they don't, but only one headline has any.
    """

    part: float
    figures: float
    shared: int
    numbers: int
    answered: float
    shape: float
    common: float
    headline: bool | None


def across(a: Body, b: Body) -> Across:
    """Sets the sentences of ``a`` and ``b`` side by side, in order, so that most facts meet."""
    mine, theirs = [_facts(u) for u in a.units[:_LONGEST]], [_facts(u) for u in b.units[:_LONGEST]]
    pairs = _aligned(mine, theirs)
    common = [mine[i].keys() & theirs[j].keys() for i, j in pairs]
    met = sum(mine[i][fact] for (i, _), both in zip(pairs, common, strict=True) for fact in both)
    shares = [
        met / total
        for body, facts in ((a, mine), (b, theirs))
        if (total := sum(sum(each.values()) for each in facts)) and body.report.language not in _NOUNS_WITH_CAPITALS
    ]
    facts = set[str]().union(*common)
    own, other = (set[str]().union(*each) for each in (mine, theirs))
    told = [{n for u in body.units for n in u.numbers if len(n) > 1} for body in (a, b)]
    with_facts = min(sum(map(bool, mine)), sum(map(bool, theirs)))
    answered = len({i for (i, _), both in zip(pairs, common, strict=True) if both}) / with_facts if with_facts else 0.0
    return Across(
        part=min(1.0, min(shares, default=0.0)),
        figures=len(facts & told[0] & told[1]) / max(1, *map(len, told)),
        shared=len(facts),
        numbers=len(facts & told[0]),
        answered=min(1.0, answered),
        common=len(own & other) / max(1, min(len(own), len(other))),
        headline=_headline(a, b, own, other),
        shape=_near(len(a.units), len(b.units)) * (0.5 + 0.5 * _near(a.quotations, b.quotations)),
    )


def _facts(unit: Unit) -> Facts:
    numbers = {n: _NUMBER if len(n) > 1 else _SMALL_NUMBER for n in unit.numbers}
    spelled = spelled_numbers()
    numbers |= {spelled[word]: _SMALL_NUMBER for word in unit.stems.keys() & spelled.keys()}
    return numbers | {found: _NAME for name in unit.names if (found := skeleton(name)) is not None}


def _headline(a: Body, b: Body, mine: set[str], theirs: set[str]) -> bool | None:
    if a.topics & (theirs | b.topics) or b.topics & mine:
        return True
    return False if a.topics and b.topics else None


@cache
def spelled_numbers() -> dict[str, str]:
    """The stems of number words in all languages with their digits."""
    table: dict[str, list[str]] = package_toml(__package__, "credits.toml")["spelled"]
    return {stem(word): digits for digits, words in table.items() for word in words}


def _aligned(mine: Sequence[Facts], theirs: Sequence[Facts]) -> list[tuple[int, int]]:
    """Pairs of sentences in the order of both texts; one may be set beside two that follow each other."""
    gain = [[sum(one[f] for f in one.keys() & other.keys()) for other in theirs] for one in mine]
    best = [[0.0] * (len(theirs) + 1) for _ in range(len(mine) + 1)]
    for i in range(1, len(mine) + 1):
        for j in range(1, len(theirs) + 1):
            here = gain[i - 1][j - 1]
            # Staying on a sentence costs nothing but its facts are met once only: hence the half.
            best[i][j] = max(
                best[i - 1][j - 1] + here,
                best[i - 1][j] + here / 2,
                best[i][j - 1] + here / 2,
                best[i - 1][j],
                best[i][j - 1],
            )
    return list(_back(best, gain))


def _back(best: list[list[float]], gain: list[list[float]]) -> Sequence[tuple[int, int]]:
    i, j = len(best) - 1, len(best[0]) - 1
    found: list[tuple[int, int]] = []
    while i and j:
        here = gain[i - 1][j - 1]
        if here and best[i][j] == best[i - 1][j - 1] + here:
            found.append((i - 1, j - 1))
            i, j = i - 1, j - 1
        elif best[i][j] == best[i - 1][j]:
            i -= 1
        elif best[i][j] == best[i][j - 1]:
            j -= 1
        else:
            found.append((i - 1, j - 1))
            if best[i][j] == best[i - 1][j] + here / 2:
                i -= 1
            else:
                j -= 1
    return found[::-1]


def _near(a: int, b: int) -> float:
    return min(a, b) / max(a, b) if a or b else 1.0
