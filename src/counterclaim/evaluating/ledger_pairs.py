"""Pairs predicted claims with gold claims and counts what is right."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from counterclaim.evaluating.ledger_fields import FIELDS, Aliases, Claim, same_place, verdict

Counts = Counter[str]


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold and a predicted claim, by index, and which fields agree."""

    gold: int
    predicted: int
    right: Mapping[str, bool]


def pairs(gold: Sequence[Claim], predicted: Sequence[Claim], aliases: Aliases) -> list[Pair]:
    """One to one, greedily by falling intersection over union; of equal ones, that with more fields right. Two may
    pair if they share at least half of the shorter one.
    """
    ranked = []
    for i, g in enumerate(gold):
        for j, p in enumerate(predicted):
            shared = _shared(g, p) if _has_span(p) else 0
            lengths = (g["end"] - g["start"], p["end"] - p["start"]) if shared else (1, 1)
            if shared and 2 * shared >= min(lengths):
                right = verdict(g, p, aliases)
                ranked.append((-shared / (sum(lengths) - shared), -sum(right.values()), i, j, right))
    ranked.sort(key=lambda each: each[:4])
    taken: list[Pair] = []
    used_gold: set[int] = set()
    used_predicted: set[int] = set()
    for _, _, i, j, right in ranked:
        if i not in used_gold and j not in used_predicted:
            used_gold.add(i)
            used_predicted.add(j)
            taken.append(Pair(i, j, right))
    return taken


def _has_span(claim: Claim) -> bool:
    start, end = claim.get("start"), claim.get("end")
    if isinstance(start, bool) or isinstance(end, bool):
        return False
    return isinstance(start, int) and isinstance(end, int) and 0 <= start < end


def _shared(a: Claim, b: Claim) -> int:
    start, end = max(a["start"], b["start"]), min(a["end"], b["end"])
    return int(max(0, end - start))


def count(gold: Mapping[str, Any], predicted: Sequence[Claim], aliases: Aliases) -> tuple[Counts, list[Pair]]:
    """The counts of one text. A prediction left over that lies at least half in an ``ignore`` span of the gold counts
    neither way.
    """
    claims, ignore = gold["claims"], gold.get("ignore") or ()
    found = pairs(claims, predicted, aliases)
    used = {pair.predicted for pair in found}
    ignored = sum(_ignorable(p, ignore) for j, p in enumerate(predicted) if j not in used)
    counts = Counter(gold=len(claims), pred=len(predicted) - ignored, ignored=ignored, matched=len(found))
    for pair in found:
        counts.update({field: int(pair.right[field]) for field in FIELDS})
        lenient = same_place(claims[pair.gold], predicted[pair.predicted], by_name=True)
        counts.update(place_lenient=int(lenient), full=int(all(pair.right.values())))
    return counts, found


def _ignorable(claim: Claim, spans: Sequence[Sequence[int]]) -> bool:
    if not _has_span(claim):
        return False
    return any(2 * _shared(claim, {"start": s, "end": e}) >= claim["end"] - claim["start"] for s, e in spans)


def figures(counts: Counts) -> dict[str, float | int | None]:
    """The counts with the ratios that follow from them; None where there is nothing to divide by."""
    matched, gold, predicted = counts["matched"], counts["gold"], counts["pred"]
    whole = {name: counts[name] for name in ("gold", "pred", "ignored", "matched", "full")}
    return {
        **{f"n_{name}": n for name, n in whole.items()},
        **{f"n_{name}": counts[name] for name in (*FIELDS, "place_lenient")},
        "precision": _ratio(matched, predicted),
        "recall": _ratio(matched, gold),
        "f1": _ratio(2 * matched, predicted + gold),
        **{name: _ratio(counts[name], matched) for name in (*FIELDS, "place_lenient")},
        "fully_right_of_matched": _ratio(counts["full"], matched),
        "fully_right_of_gold": _ratio(counts["full"], gold),
        "fully_right_of_predicted": _ratio(counts["full"], predicted),
    }


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None
