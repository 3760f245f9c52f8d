"""Where claims come from: the root that answers for a statement, and the way from each page back to it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class OriginKind(StrEnum):
    """What a root is."""

    SOURCE = "source"
    AGENCY = "agency"
    PUBLISHER = "publisher"


@dataclass(frozen=True, slots=True)
class Chain:
    """The way of one claim: ``steps`` are names from the page that printed it to its root, each once."""

    claim_id: str
    report_id: str
    steps: tuple[str, ...]

    def __str__(self) -> str:
        return " ← ".join(self.steps)


@dataclass(frozen=True, slots=True)
class Origin:
    """An independent root of claims, however many pages carry them. ``key`` is the same for the same root in any
    selection of claims; ``name`` is for people. ``chains`` come in the order of the claims.
    """

    key: str
    name: str
    kind: OriginKind
    chains: tuple[Chain, ...]

    @property
    def reports(self) -> tuple[str, ...]:
        """The ids of the reports that carry it, each once."""
        return tuple(dict.fromkeys(chain.report_id for chain in self.chains))

    def json(self) -> dict[str, Any]:
        """For JSON: the root with the chain of each claim."""
        return {
            "name": self.name,
            "kind": self.kind.value,
            "reports": len(self.reports),
            "chains": [{"claim": c.claim_id, "report": c.report_id, "steps": list(c.steps)} for c in self.chains],
        }
