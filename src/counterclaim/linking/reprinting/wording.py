"""How much of one text's wording stands in another, sentence by sentence, in whatever order and however reworded."""

from dataclasses import dataclass

from counterclaim.linking.reprinting.units import Body, Unit

# A sentence answers to another one when they share this part of their weight, fully from the second number on.
# Sentences of unrelated reports share 0.2 to 0.3; with every third word replaced 0.6 is left.
_SOME, _FULL = 0.3, 0.65
# How much the shorter text's sentence counts in the share, against the other's.
_OWN = 0.7
_MATCHED = 0.45
_TENTHS = 10
_LEAD = 8
_FEWEST_NUMBERS = 3
_MANY_NUMBERS = 8


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence of the shorter text with its best answer in the longer one: numbers of the two, and what they
    share (0 to 1).
    """

    mine: int
    theirs: int | None
    shared: float


@dataclass(frozen=True, slots=True)
class Wording:
    """What two texts share. ``part`` of the shorter one is answered in the longer one, and this runs through ``spread``
    of its tenths; ``runs`` of its rows of three words stand there, too. ``exact`` is how much answered sentences have
    of their answers on average, ``size`` how long the shared part is beside the longer text, and ``lead`` tells whether
    the longer one's beginning is answered. Of the facts (numbers and names) in sentences that answer each other
    ``facts`` are the same, or of the numbers if that is less; of their other words ``plain``; ``facts_seen`` is how
    many facts there were, and ``kept`` the part of all facts of the shorter text that the longer one has anywhere.
    """

    part: float
    spread: float
    runs: float
    exact: float
    size: float
    lead: bool
    facts: float
    plain: float
    facts_seen: int
    kept: float
    pairs: tuple[Pair, ...]


def wording(shorter: Body, longer: Body) -> Wording:
    """Every sentence of ``shorter`` set beside the one of ``longer`` that is nearest to it."""
    pairs = tuple(_best(number, unit, longer) for number, unit in enumerate(shorter.units))
    masses = [unit.weight for unit in shorter.units]
    total = sum(masses) or 1.0
    part = sum(mass * _answered(pair.shared) for mass, pair in zip(masses, pairs, strict=True)) / total
    answering = {pair.theirs for pair in pairs if pair.theirs is not None and answered(pair)}
    found = sum(longer.units[n].weight for n in answering)
    facts, plain, seen = _agreement(shorter, longer, pairs)
    return Wording(
        part=part,
        spread=_spread(masses, pairs),
        runs=_runs(shorter, longer),
        exact=_exact(masses, pairs),
        size=min(shorter.weight, found / max(part, _SOME)) / (longer.weight or 1.0),
        lead=not answering.isdisjoint(range(_lead(longer))),
        facts=facts,
        plain=plain,
        facts_seen=seen,
        kept=_kept(shorter, longer),
        pairs=pairs,
    )


def answered(pair: Pair) -> bool:
    """Whether the sentence has an answer at all."""
    return pair.shared >= _MATCHED


def _best(number: int, unit: Unit, other: Body) -> Pair:
    shared: dict[int, float] = {}
    for each, weight in unit.stems.items():
        for theirs in other.bearers.get(each, ()):
            shared[theirs] = shared.get(theirs, 0.0) + weight
    best, share = None, 0.0
    for theirs, weight in shared.items():
        this = weight / (_OWN * unit.mass + (1 - _OWN) * other.units[theirs].mass)
        if this > share:
            best, share = theirs, this
    return Pair(number, best, min(1.0, share))


def _answered(shared: float) -> float:
    return max(0.0, min(1.0, (shared - _SOME) / (_FULL - _SOME)))


def _spread(masses: list[float], pairs: tuple[Pair, ...]) -> float:
    """In how many of ten equal parts of a text something is answered: a passage taken over lies in one or two."""
    total = sum(masses) or 1.0
    tenths, hit, at = set[int](), set[int](), 0.0
    for mass, pair in zip(masses, pairs, strict=True):
        covered = range(int(at / total * _TENTHS), min(_TENTHS, int((at + mass) / total * _TENTHS) + 1))
        tenths.update(covered)
        if answered(pair):
            hit.update(covered)
        at += mass
    return len(hit) / len(tenths) if tenths else 0.0


def _exact(masses: list[float], pairs: tuple[Pair, ...]) -> float:
    found = [(mass, pair.shared) for mass, pair in zip(masses, pairs, strict=True) if answered(pair)]
    return sum(mass * shared for mass, shared in found) / (sum(mass for mass, _ in found) or 1.0)


def _lead(body: Body) -> int:
    """How many sentences the beginning has: all up to the first full one, since a title may stand before it."""
    return next((n + 1 for n, unit in enumerate(body.units) if len(unit.stems) >= _LEAD), len(body.units))


def _runs(shorter: Body, longer: Body) -> float:
    return len(shorter.runs & longer.runs) / len(shorter.runs) if shorter.runs else 1.0


def _agreement(shorter: Body, longer: Body, pairs: tuple[Pair, ...]) -> tuple[float, float, int]:
    numbers, facts, plain = _Share(), _Share(), _Share()
    for pair in pairs:
        if pair.theirs is None or not answered(pair):
            continue
        mine, theirs = shorter.units[pair.mine], longer.units[pair.theirs]
        numbers.add(len({*mine.numbers} & {*theirs.numbers}), max(len({*mine.numbers}), len({*theirs.numbers})))
        facts.add(len(mine.facts & theirs.facts), max(len(mine.facts), len(theirs.facts)))
        words = mine.stems.keys() - mine.facts
        plain.add(sum(mine.stems[w] for w in words & theirs.stems.keys()), sum(mine.stems[w] for w in words))
    agreeing = min(facts.share, numbers.share) if numbers.of >= _FEWEST_NUMBERS else facts.share
    return max(agreeing, _anywhere(shorter, longer)), plain.share, int(facts.of)


def _kept(shorter: Body, longer: Body) -> float:
    """The part of the shorter text's numbers and names that the longer one has anywhere."""
    found = sum(fact in longer.bearers or fact in longer.facts for fact in shorter.facts)
    return found / len(shorter.facts) if shorter.facts else 1.0


def _anywhere(shorter: Body, longer: Body) -> float:
    """The part of the shorter text's numbers that the longer one has at all; 0 where there are few."""
    mine, theirs = ({n for unit in body.units for n in unit.numbers if len(n) > 1} for body in (shorter, longer))
    return len(mine & theirs) / len(mine) if len(mine) >= _MANY_NUMBERS else 0.0


class _Share:
    """A part of a whole, both added up bit by bit; 1 of nothing."""

    def __init__(self) -> None:
        self.part = self.of = 0.0

    def add(self, part: float, of: float) -> None:
        self.part += part
        self.of += of

    @property
    def share(self) -> float:
        return self.part / self.of if self.of else 1.0
