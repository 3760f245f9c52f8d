"""Which told claim a claim found in the text stands for."""

from collections.abc import Sequence
from dataclasses import dataclass

from truth import Printed, Said

from counterclaim.records.claim import Claim


@dataclass(frozen=True, slots=True)
class Aligned:
    """``told`` by id of the found claim, missing where it stands for nothing told; ``missed`` has none."""

    told: dict[str, Said]
    missed: tuple[Said, ...]


def aligned(printed: Printed, found: Sequence[Claim]) -> Aligned:
    """Each found claim with the told one that it overlaps most, the same kind before another. Half of the shorter of
    the two has to be shared.
    """
    told: dict[str, Said] = {}
    for claim in found:
        fits = [(s, shared) for s in printed.said if (shared := _shared(claim, s)) > 0]
        fits = [(s, n) for s, n in fits if 2 * n >= min(claim.end - claim.start, s.end - s.start)]
        if fits:
            most = max(n for _, n in fits)
            near = [(s, n) for s, n in fits if 2 * n >= most]
            near.sort(key=lambda f: (f[0].kind is not claim.proposition.kind, -f[1]))
            told[claim.id] = near[0][0]
    used = {s.id for s in told.values()}
    return Aligned(told, tuple(s for s in printed.said if s.id not in used))


def _shared(claim: Claim, said: Said) -> int:
    return max(0, min(claim.end, said.end) - max(claim.start, said.start))
