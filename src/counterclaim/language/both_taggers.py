"""The tagger that ships: the trained network finds, the rules say what it means and what claims may still be read from.

Where both find an attribution, the spans are the network's and the reading of the cue (stance, distance, what goes on
from what) is the rules'. What only the rules find is doubted, what only the network finds stands if it is sure enough.
Languages that the network cannot read are left to the rules.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from counterclaim.language.rule_tagger import RuleTagger
from counterclaim.language.trained.tagger import TrainedTagger
from counterclaim.records.made_by import MadeBy
from counterclaim.records.report import Report
from counterclaim.records.span import Span
from counterclaim.records.tagging import Attribution, Ruled, Stance, Tagging

# Chosen on texts kept back from training (training/choose.py), not on those that figures are reported on.
SURE = 0.2
_LEAST_DICE = 0.5
_CELL = 256  # characters


class BothTaggers:
    """A ``Tagger`` of a trained one and rules."""

    def __init__(self, trained: TrainedTagger, rules: RuleTagger | None = None) -> None:
        self.trained, self.rules = trained, rules or RuleTagger()

    def tag(self, report: Report) -> Tagging:
        """Sentences, attributions and mentions of ``report``."""
        ruled = self.rules.tag(report)
        if not self.trained.reads(report.language):
            return ruled
        found, named = self.trained.read(report, ruled.sentences)
        model = self.trained.made(report.language)
        made = MadeBy(model.stage, "model and rules", model.version, model.settings)
        return replace(ruled, attributions=merged(ruled.attributions, found), made_by=made, mentions=named)


@dataclass(slots=True)
class _Entry:
    attribution: Attribution
    rule: int | None = None
    model: int | None = None


def merged(ruled: Sequence[Attribution], found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions of both, in order of the text, with ``parent`` and ``carried_from`` pointing anew."""
    pairs = _pairs(ruled, found)
    entries = [
        _Entry(_joined(ruled[r], _own(r, found[m], ruled)), r, m) for m, r in sorted((m, r) for r, m in pairs.items())
    ]
    taken = set(pairs.values())
    entries += [_Entry(a, model=m) for m, a in enumerate(found) if m not in taken and a.confidence >= SURE]
    entries += [_Entry(replace(a, doubted=_doubted(a)), rule=r) for r, a in enumerate(ruled) if r not in pairs]
    # By their cues, as the rules order theirs: who speaks is carried on from one to the next.
    entries.sort(key=lambda e: (_at(e.attribution if e.rule is None else ruled[e.rule]), e.rule is None))
    by_rule = {e.rule: n for n, e in enumerate(entries) if e.rule is not None}
    by_model = {e.model: n for n, e in enumerate(entries) if e.model is not None}
    return tuple(_pointed(e, n, by_rule, by_model, ruled, found) for n, e in enumerate(entries))


def _pointed(
    entry: _Entry,
    number: int,
    by_rule: dict[int, int],
    by_model: dict[int, int],
    ruled: Sequence[Attribution],
    found: Sequence[Attribution],
) -> Attribution:
    parent = carried = None
    if entry.rule is not None:
        parent = by_rule.get(_or(ruled[entry.rule].parent))
        carried = by_rule.get(_or(ruled[entry.rule].carried_from))
    if parent is None and entry.model is not None:
        parent = by_model.get(_or(found[entry.model].parent))
    if carried is not None and carried >= number:
        carried = None
    return replace(entry.attribution, parent=None if parent == number else parent, carried_from=carried)


def _or(index: int | None) -> int:
    return -1 if index is None else index


def _at(attribution: Attribution) -> int:
    return min(s.start for s in (attribution.cue or (*attribution.source, *attribution.content)))


def _pairs(ruled: Sequence[Attribution], found: Sequence[Attribution]) -> dict[int, int]:
    """For rules' attributions the network's that is the same: by falling likeness of contents, else by the cue."""
    likely = []
    near = _cells(found)
    for r, a in enumerate(ruled):
        for m in sorted({m for cell in _covered(a) for m in near.get(cell, ())}):
            b = found[m]
            same_cue = any(x.overlap(y) for x in a.cue for y in b.cue)
            likeness = _dice(a.content, b.content)
            if likeness >= _LEAST_DICE or (same_cue and (likeness > 0 or not a.content or not b.content)):
                likely.append((-likeness - same_cue, r, m))
    out: dict[int, int] = {}
    taken: set[int] = set()
    for _, r, m in sorted(likely):
        if r not in out and m not in taken:
            out[r] = m
            taken.add(m)
    return out


def _covered(attribution: Attribution) -> set[int]:
    """The cells of the text that its spans touch: only what meets in one is compared."""
    parts = (*attribution.source, *attribution.cue, *attribution.content)
    return {cell for s in parts for cell in range(s.start // _CELL, s.end // _CELL + 1)}


def _cells(found: Sequence[Attribution]) -> dict[int, list[int]]:
    out: dict[int, list[int]] = {}
    for m, attribution in enumerate(found):
        for cell in _covered(attribution):
            out.setdefault(cell, []).append(m)
    return out


def _dice(a: Sequence[Span], b: Sequence[Span]) -> float:
    whole = sum(map(len, a)) + sum(map(len, b))
    return 2 * sum(x.overlap(y) for x in a for y in b) / whole if whole else 0.0


def _joined(rule: Attribution, model: Attribution) -> Attribution:
    """The network's spans where it has any, the rules' reading of the cue; the rules' spans go with it."""
    return replace(
        rule,
        source=model.source or rule.source,
        cue=model.cue or rule.cue,
        content=model.content or rule.content,
        cue_id=rule.cue_id or model.cue_id,
        confidence=max(rule.confidence, model.confidence),
        found_by="both",
        ruled=Ruled(rule.source, rule.content),
    )


def _own(number: int, model: Attribution, ruled: Sequence[Attribution]) -> Attribution:
    """``model`` less the speakers and cues that the rules give to others: the network may run "the mayor says …, which
    the army confirms" into one.
    """
    own = ruled[number]
    if not any(n != number and _shares_cue(a, model) and not _shares_cue(a, own) for n, a in enumerate(ruled)):
        return model
    others = [a for n, a in enumerate(ruled) if n != number and a.cue and not _shares_cue(a, own)]
    taken = [s for a in others for s in a.cue]
    named = [s for a in others for s in a.source]
    return replace(
        model,
        source=tuple(s for s in model.source if not any(s.overlap(t) for t in named)),
        cue=tuple(s for s in model.cue if not any(s.overlap(t) for t in taken)),
    )


def _shares_cue(a: Attribution, b: Attribution) -> bool:
    return any(x.overlap(y) for x in a.cue for y in b.cue)


def _doubted(rule: Attribution) -> bool:
    """What the rules alone found; not "denied this", for the network is not taught what has no content of its own."""
    return bool(rule.content) or rule.stance is Stance.ASSERTS
