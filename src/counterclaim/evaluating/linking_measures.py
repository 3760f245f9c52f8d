"""How well groups of reports agree with events."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence

Measures = Mapping[str, Mapping[str, float]]


def measures(events: Sequence[Hashable], groups: Sequence[Hashable]) -> dict[str, object]:
    """Counts and P, R and F1 of report pairs; B-cubed (Bagga and Baldwin 1998) over all reports, and over those of
    events with two reports or more (``multi``); the adjusted Rand index (Hubert and Arabie 1985).
    """
    both = Counter(zip(events, groups, strict=True))
    of_event, of_group = Counter(events), Counter(groups)
    hits, made, wanted = (_pairs(c.values()) for c in (both, of_group, of_event))
    alone = not made and not wanted
    expected = made * wanted / max(_pairs([len(events)]), 1)
    spread = (made + wanted) / 2 - expected
    keys = list(zip(events, groups, strict=True))
    return {
        "reports": len(events),
        "events": len(of_event),
        "clusters": len(of_group),
        "gold_pairs": wanted,
        "predicted_pairs": made,
        "right_pairs": hits,
        "pairwise": _prf(1.0, 1.0) if alone else _prf(_share(hits, made), _share(hits, wanted)),
        "bcubed": _b_cubed(keys, both, of_event, of_group),
        "multi": _b_cubed([k for k in keys if of_event[k[0]] > 1], both, of_event, of_group),
        "ari": round((hits - expected) / spread, 4) if spread else 1.0,
    }


def _pairs(sizes: Iterable[int]) -> int:
    return sum(n * (n - 1) // 2 for n in sizes)


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _b_cubed(
    keys: Sequence[tuple[Hashable, Hashable]],
    both: Counter[tuple[Hashable, Hashable]],
    of_event: Counter[Hashable],
    of_group: Counter[Hashable],
) -> dict[str, float]:
    precise = sum(both[k] / of_group[k[1]] for k in keys)
    full = sum(both[k] / of_event[k[0]] for k in keys)
    return _prf(_share(precise, len(keys)), _share(full, len(keys)))


def _prf(p: float, r: float) -> dict[str, float]:
    return {"p": round(p, 4), "r": round(r, 4), "f1": round(_share(2 * p * r, p + r), 4)}
