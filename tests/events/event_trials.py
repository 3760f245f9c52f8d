"""Reads the trials of events (``trials/{seen,apart}/<language>.toml``) and counts how many fields of their claims the
whole pipeline codes as expected.
"""

import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from counterclaim.pipeline.code import code_report
from counterclaim.pipeline.rooms import Rooms
from counterclaim.records.claim import Claim
from counterclaim.records.report import Report

TRIALS = Path(__file__).parent / "trials"
FIELDS = ("event", "detail", "kind", "count", "stance")


@dataclass(frozen=True, slots=True)
class Expected:
    """A claim as its writer codes it: where ``words`` of it stand in the text, and ``fields`` as far as they are
    given, a subset of ``FIELDS``.
    """

    words: str
    start: int
    end: int
    fields: dict[str, str]


@dataclass(frozen=True, slots=True)
class Trial:
    """A paragraph, the day it was published, and the claims it is expected to hold."""

    text: str
    published: str
    claims: tuple[Expected, ...]


@dataclass(slots=True)
class Tally:
    """Counts over claims: ``expected`` and ``found`` of them, ``coded`` by the pipeline in all, and for each field how
    many found claims give it (``given``) and have it ``right``; ``misses`` names what went wrong.
    """

    expected: int = 0
    found: int = 0
    coded: int = 0
    given: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def share(self, name: str) -> float:
        """The share of ``name`` that is right among the claims found that give it; 1 where none does."""
        return self.right[name] / self.given[name] if self.given[name] else 1.0

    @property
    def recall(self) -> float:
        return self.found / self.expected if self.expected else 1.0

    @property
    def typed(self) -> float:
        """The share of the claims with an expected type that are found and have it."""
        return self.right["event"] / max(1, self.expected)


def trials(lot: str, language: str) -> Iterator[Trial]:
    """The trials of one language; ``ValueError`` where the words of a claim do not stand in its text."""
    with (TRIALS / lot / f"{language}.toml").open("rb") as file:
        rows = tomllib.load(file)["trial"]
    for row in rows:
        yield Trial(row["text"], row["published"], tuple(_expected(row["text"], c) for c in row["claims"]))


def _expected(text: str, claim: dict[str, str]) -> Expected:
    words = claim["words"]
    start = text.find(words)
    if start < 0:
        raise ValueError(f"{words!r} does not stand in {text!r}")
    return Expected(words, start, start + len(words), {k: v for k, v in claim.items() if k in FIELDS})


def tally(lot: str, language: str, rooms: Rooms) -> Tally:
    """How the pipeline codes the trials of ``lot`` ("seen" or "apart") in ``language``."""
    out = Tally()
    for trial in trials(lot, language):
        report = Report("r", trial.text, "-", language=language, published=trial.published)
        claims = code_report(report, rooms).claims
        out.coded += len(claims)
        for expected in trial.claims:
            out.expected += 1
            claim = _nearest(claims, expected)
            if claim is None:
                out.misses.append(f"{expected.words!r} not found in {trial.text!r}")
                continue
            out.found += 1
            _compare(out, expected, claim)
    return out


def _nearest(claims: tuple[Claim, ...], expected: Expected) -> Claim | None:
    """The claim that covers most of the expected words."""
    shared = [(min(c.end, expected.end) - max(c.start, expected.start), c) for c in claims]
    best = max(shared, key=lambda pair: pair[0], default=None)
    return best[1] if best is not None and best[0] > 0 else None


def _compare(out: Tally, expected: Expected, claim: Claim) -> None:
    got = {
        "event": claim.event.value,
        "detail": claim.event_detail or "",
        "kind": claim.proposition.kind.value,
        "count": claim.proposition.value or "",
        "stance": claim.stance.value,
    }
    for name, value in expected.fields.items():
        out.given[name] += 1
        out.right[name] += got[name] == value
        if got[name] != value:
            out.misses.append(f"{expected.words!r}: {name} {got[name]!r}, expected {value!r}")
