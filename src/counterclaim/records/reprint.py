"""What a reprint changed of what it repeats."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """One thing that differs between a claim of the original and the same claim in the copy. ``what`` is "count",
    "value", "stance", "verb", "distance" or "source"; None stands where one of the two has nothing.
    """

    what: str
    before: str | None
    after: str | None
    original_claim: str
    copy_claim: str


@dataclass(frozen=True, slots=True)
class ReprintDiff:
    """A reprint beside its original. ``headline`` and ``agency`` are (before, after) where they differ. ``dropped`` and
    ``added`` are sentences as printed, None where the two are in different languages and sentences can't be compared.
    Claims that only one of the two has stand in ``dropped_claims`` and ``added_claims`` by id.
    """

    copy: str
    original: str
    headline: tuple[str | None, str | None] | None
    agency: tuple[str | None, str | None] | None
    dropped: tuple[str, ...] | None
    added: tuple[str, ...] | None
    changes: tuple[ClaimChange, ...]
    dropped_claims: tuple[str, ...]
    added_claims: tuple[str, ...]

    def json(self) -> dict[str, Any]:
        """For JSON: lists for tuples, and pairs as objects."""
        return {
            "copy": self.copy,
            "original": self.original,
            "headline": _pair(self.headline),
            "agency": _pair(self.agency),
            "dropped": None if self.dropped is None else list(self.dropped),
            "added": None if self.added is None else list(self.added),
            "changes": [
                {"what": c.what, "before": c.before, "after": c.after, "claims": [c.original_claim, c.copy_claim]}
                for c in self.changes
            ],
            "dropped_claims": list(self.dropped_claims),
            "added_claims": list(self.added_claims),
        }


def _pair(pair: tuple[str | None, str | None] | None) -> dict[str, str | None] | None:
    return None if pair is None else {"before": pair[0], "after": pair[1]}
