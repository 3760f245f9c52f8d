"""Agency: whose wire copy a report carries."""

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.records.report import Furniture


@dataclass(frozen=True, slots=True)
class AgencyAnswer:
    """``agency`` is the wire service's short name, None where nothing tells. ``text[start:end]`` is the evidence."""

    agency: str | None
    start: int | None = None
    end: int | None = None
    reasons: tuple[str, ...] = ()


def find(text: str, furniture: Sequence[Furniture], language: str | None = None) -> AgencyAnswer:
    """The agency whose copy ``text`` is, from rights lines, datelines, bylines and sign-offs."""
    return AgencyAnswer(None)
