"""What a coder wrote down of one report of one event."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class CodedActor:
    """One who took part. An empty string is what is not known; ``violence`` are the kinds that were used."""

    name: str = ""
    type: str = ""
    party: str = ""
    violence: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Toll:
    """How many: the best estimate and its bounds, None where not known."""

    best: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class CodedReport:
    """One row. Empty strings and None are what is not known; the row's ids are left out on purpose.

    ``first`` and ``last`` bound the day; ``published`` is the source's date; ``election`` the one that the coders tied
    the event to.
    """

    country: str = ""
    election: str = ""
    first: date | None = None
    last: date | None = None
    town: str = ""
    location: str = ""
    lat: float | None = None
    lon: float | None = None
    actors: tuple[CodedActor, ...] = ()
    context: str = ""
    target: str = ""
    deaths: Toll = Toll()
    injuries: Toll = Toll()
    displacement: bool | None = None
    damage: bool | None = None
    source: str = ""
    author: str = ""
    source_type: str = ""
    published: date | None = None
