"""One number for many counts: named views of a proposition that are worked out anew each time and stored nowhere."""

from dataclasses import dataclass
from enum import StrEnum


class Aggregation(StrEnum):
    """The rules by which data sets and casualty recorders make one number of many (docs/explanation/standings.md)."""

    ACLED = "ACLED conservative"
    UCDP = "UCDP low/best/high"
    RANGE = "range"
    MAJORITY = "majority of origins"
    SIDE = "by side"


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a rule makes of the counts. ``low`` and ``high`` are bounds, ``best`` a single number; None where the rule
    gives none, and for a ``high`` that nothing bounds. ``claims`` are the ids that it rests on; ``side`` whose counts
    they are, for ``SIDE`` only.
    """

    rule: Aggregation
    low: int | None
    best: int | None
    high: int | None
    claims: tuple[str, ...]
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Divergence:
    """How far the choice of a rule matters. ``reports`` give a count, ``distinct`` of these counts differ; ``score`` is
    one less. ``normalised`` is the score as a share of the most that there could be (0 to 1, None for one report),
    ``modal`` the share of reports with the most frequent count, ``range`` the largest less the smallest count, ``sd``
    their standard deviation (of a sample, None for one report). ``origins`` are independent ones. ``spread`` is the
    largest less the smallest single number that the rules give, None where none gives one.
    """

    reports: int
    origins: int
    distinct: int
    score: int
    normalised: float | None
    modal: float
    range: int
    sd: float | None
    spread: int | None


@dataclass(frozen=True, slots=True)
class Aggregate:
    """The views of one proposition. ``parts`` are claims that count only a part ("3 civilians" of "5 people") and stay
    out of them.
    """

    estimates: tuple[Estimate, ...]
    divergence: Divergence
    parts: tuple[str, ...] = ()

    def of(self, rule: Aggregation) -> tuple[Estimate, ...]:
        """The rule's estimates: one, or one a side."""
        return tuple(e for e in self.estimates if e.rule is rule)
