"""What each room costs: the figures again with one of its answers replaced by the true one; examples of its errors."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain

from aligning import aligned
from as_records import claims_of
from figures import figures
from measure import Coded, outcome, true_reprints
from truth import Printed

from counterclaim.records.claim import Claim

_SHOWN = ("events_f1", "origins", "contradictions_precision", "contradictions_recall", "concessions_precision")
_COLUMNS = (*_SHOWN, "concessions_recall")
_LONGEST = 200

Change = Callable[[Claim, Claim], Claim]


def _whole(found: Claim, true: Claim) -> Claim:
    return replace(true, id=found.id)


CHANGES: dict[str, Change] = {
    "where": lambda found, true: replace(found, place=true.place),
    "when": lambda found, true: replace(found, date=true.date),
    "who": lambda found, true: replace(found, source=true.source),
    "stance": lambda found, true: replace(found, stance=true.stance),
    "type": lambda found, true: replace(found, event=true.event, event_detail=None),
    "kind, value and actors": lambda found, true: replace(
        found, proposition=true.proposition, quantities=true.quantities, actors=true.actors
    ),
    "all of these": _whole,
}


def costs(printed: Sequence[Printed], coded: Coded, examples: int, read: bool) -> str:
    """A table: each room's answers replaced, alone; then examples of claims whose answer differs, by room. Claims that
    were not ``read`` from text are true as they are.
    """
    rows = [_row("as it is", printed, coded)]
    rows.append(_row("true reprints", printed, coded, known=True))
    if not read:
        return "\n".join([_head(), *rows])
    for name, change in CHANGES.items():
        rows.append(_row(f"true {name}", printed, _changed(printed, coded, change)))
    rows.append(_row("no claim too many", printed, _changed(printed, coded, None, spare=True)))
    rows.append(_row("no claim missed", printed, _changed(printed, coded, None, add=True)))
    return "\n".join([_head(), *rows, "", *_differences(printed, coded, examples)])


def _head() -> str:
    short = (n.replace("contradictions", "contra").replace("concessions", "conc") for n in _COLUMNS)
    return f"{'':32}" + "".join(f"{name:>18}" for name in short)


def _row(name: str, printed: Sequence[Printed], coded: Coded, known: bool = False) -> str:
    found = figures(outcome(printed, coded, true_reprints(printed) if known else None))
    values = [found.f1("events"), *(found.ratios[n].value for n in _COLUMNS[1:])]
    return f"{name:32}" + "".join(f"{'–' if v is None else f'{v:.3f}':>18}" for v in values)


def _changed(
    printed: Sequence[Printed], coded: Coded, change: Change | None, spare: bool = False, add: bool = False
) -> Coded:
    claims = {}
    for each in printed:
        true = {c.id: c for c in claims_of(each)}
        at = aligned(each, coded.claims[each.id])
        kept = [c for c in coded.claims[each.id] if not spare or c.id in at.told]
        if change is not None:
            kept = [change(c, true[at.told[c.id].id]) if c.id in at.told else c for c in kept]
        if add:
            kept += [true[s.id] for s in at.missed]
        claims[each.id] = tuple(sorted(kept, key=lambda c: (c.start, c.end, c.id)))
    return Coded(coded.reports, claims)


def _differences(printed: Sequence[Printed], coded: Coded, examples: int) -> list[str]:
    """By room: how many claims differ from the true ones, and the first of them with their text."""
    found: dict[str, list[str]] = {name: [] for name in ("missed", "too many", *_ANSWERS)}
    total = 0
    for each in printed:
        if each.how in ("exact", "cut", "retitled"):
            continue
        true = {c.id: c for c in claims_of(each)}
        at = aligned(each, coded.claims[each.id])
        total += len(each.said)
        found["missed"] += [f"{each.language} {_text(each, true[s.id])}" for s in at.missed]
        for claim in coded.claims[each.id]:
            if claim.id not in at.told:
                found["too many"].append(f"{each.language} {_text(each, claim)}")
                continue
            other = true[at.told[claim.id].id]
            for name, answer in _ANSWERS.items():
                got, wanted = answer(claim), answer(other)
                if got != wanted:
                    found[name].append(f"{each.language} {_text(each, claim)} → {got}, not {wanted}")
    lines = [f"{total} claims told, reprints in the same words apart"]
    for name, wrong in found.items():
        lines.append(f"{name}: {len(wrong)}")
        step = max(1, len(wrong) // examples) if examples else 1
        lines += [f"    {line}" for line in wrong[::step][:examples]]
    return list(chain(lines))


_ANSWERS: dict[str, Callable[[Claim], object]] = {
    "where": lambda c: c.place.place and c.place.place.name,
    "when": lambda c: c.date.edtf,
    "who": lambda c: c.source.party or c.source.name,
    "stance": lambda c: c.stance.value,
    "type": lambda c: c.event.value,
    "kind": lambda c: c.proposition.kind.value,
}


def _text(printed: Printed, claim: Claim) -> str:
    whole = printed.text[claim.start : claim.end].replace("\n", " ")
    return f"{printed.id} “{whole[:_LONGEST]}”"
