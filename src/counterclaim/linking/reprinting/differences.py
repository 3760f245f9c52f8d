"""What a reprint changed: its headline, its sentences, and claim by claim the count, the stance, the verb, the source.
Folding a reprint keeps all of this.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from counterclaim.linking.reprinting.units import Body, body
from counterclaim.linking.reprinting.wording import answered, wording
from counterclaim.records.claim import Claim
from counterclaim.records.coded import Coded
from counterclaim.records.reprint import ClaimChange, ReprintDiff
from counterclaim.words.tokens import tokens

_LONG_WORD, _STEM = 4, 6
_MARKS = re.compile(r"[.!?…\"”»’)\]]+")
# Claims are one statement where their likeness reaches this: the kind alone is not enough.
_SAME_CLAIM = 2.0
# What two claims in two languages are taken to share of their words.
_UNCOMPARABLE = 0.6


def reprint_diff(copy: Coded, original: Coded) -> ReprintDiff:
    """``copy`` beside ``original``, which it repeats."""
    same_language = copy.report.language == original.report.language
    pairs = _pairs(copy, original, same_language)
    told, told_before = {c.id for c, _ in pairs}, {o.id for _, o in pairs}
    dropped = added = None
    if same_language:
        mine, theirs = body(copy.report), body(original.report)
        dropped, added = tuple(_unanswered(theirs, mine)), tuple(_unanswered(mine, theirs))
    return ReprintDiff(
        copy=copy.report.id,
        original=original.report.id,
        headline=_changed(original.report.title, copy.report.title),
        agency=_changed(original.report.agency, copy.report.agency),
        dropped=dropped,
        added=added,
        changes=tuple(change for c, o in pairs for change in _changes((c, copy), (o, original), same_language)),
        dropped_claims=tuple(c.id for c in original.claims if c.id not in told_before),
        added_claims=tuple(c.id for c in copy.claims if c.id not in told),
    )


def _changed(before: str | None, after: str | None) -> tuple[str | None, str | None] | None:
    return None if before == after else (before, after)


def _unanswered(of: Body, other: Body) -> Iterator[str]:
    for pair in wording(of, other).pairs:
        if not answered(pair):
            unit = of.units[pair.mine]
            text = of.report.text
            end = _MARKS.match(text, unit.end)
            yield text[unit.start : end.end() if end else unit.end]


def _pairs(copy: Coded, original: Coded, same_language: bool) -> list[tuple[Claim, Claim]]:
    """Each claim of the copy with the likeliest of the original, every claim once, likest first."""
    words = {c.id: _words(c, coded) for coded in (copy, original) for c in coded.claims}
    scored = [
        (_likeness(c, o, (words[c.id], words[o.id]) if same_language else None), -n, -m, c, o)
        for n, c in enumerate(copy.claims)
        for m, o in enumerate(original.claims)
    ]
    found: dict[str, tuple[Claim, Claim]] = {}
    taken = set[str]()
    for likeness, _, _, mine, theirs in sorted(scored, key=lambda s: s[:3], reverse=True):
        if likeness >= _SAME_CLAIM and mine.id not in found and theirs.id not in taken:
            found[mine.id] = (mine, theirs)
            taken.add(theirs.id)
    return [found[c.id] for c in copy.claims if c.id in found]


def _likeness(mine: Claim, theirs: Claim, words: tuple[frozenset[str], frozenset[str]] | None) -> float:
    if words is None:
        shared = _UNCOMPARABLE
    else:
        fewest = min(map(len, words))
        shared = len(words[0] & words[1]) / fewest if fewest else 0.0
    return (
        float(mine.proposition.kind is theirs.proposition.kind)
        + 0.6 * (_source(mine) == _source(theirs))
        + 0.2 * (mine.stance is theirs.stance)
        + 0.2 * (mine.event is theirs.event)
        + 1.5 * shared
    )


def _source(claim: Claim) -> str:
    return claim.source.party or claim.source.name.casefold()


def _words(claim: Claim, coded: Coded) -> frozenset[str]:
    found = tokens(coded.report.text, claim.start, claim.end)
    return frozenset(t.low[:_STEM] for t in found if len(t.low) >= _LONG_WORD)


def _changes(mine: tuple[Claim, Coded], theirs: tuple[Claim, Coded], same_language: bool) -> Iterator[ClaimChange]:
    (new, copy), (old, original) = mine, theirs
    compared: list[tuple[str, str | None, str | None]] = [
        ("count", _counts(old), _counts(new)),
        ("stance", old.stance.value, new.stance.value),
        ("distance", old.distance.value, new.distance.value),
        ("source", old.source.name, new.source.name),
    ]
    if same_language:
        compared.append(("verb", _verb(old, original), _verb(new, copy)))
        if not old.quantities and not new.quantities:
            compared.append(("value", old.proposition.value, new.proposition.value))
    for what, before, after in compared:
        if before != after and not (what == "source" and _source(old) == _source(new)):
            yield ClaimChange(what, before, after, old.id, new.id)


def _counts(claim: Claim) -> str | None:
    """The counts in words: "killed 12, injured 30-40"."""
    said = [f"{q.what} {_range((q.low, q.best, q.high))}" for q in claim.quantities]
    return ", ".join(sorted(said)) or None


def _range(numbers: Sequence[int | None]) -> str:
    low, best, high = numbers
    if low == high == best:
        return str(best) if best is not None else "unknown"
    return f"{'?' if low is None else low}-{'?' if high is None else high}"


def _verb(claim: Claim, coded: Coded) -> str | None:
    """The words by which the claim's clause is attributed ("said", "claimed"); None for the report's own words."""
    holding = [
        a for a in coded.tagging.told if a.cue and any(s.start < claim.end and claim.start < s.end for s in a.content)
    ]
    if not holding:
        return None
    # The innermost answers for the clause.
    inner = min(holding, key=lambda a: sum(s.end - s.start for s in a.content))
    return _joined(coded.report.text[s.start : s.end] for s in inner.cue)


def _joined(parts: Iterable[str]) -> str:
    return " ".join(" ".join(parts).split()).casefold()
