"""Whether exchanging the parties of a text changes how it is coded. It must not, but for the names.

Each text is coded as it stands and with its parties exchanged (``swap_texts``). The claims of both versions are paired
by their spans; then stance, type of event, kind and value of the proposition, roles, quantities, day, place and source
must be those of the other version, with A for B and B for A. "Government regains territory" answers to "Non-state actor
overtakes territory" where the party that took the place is a state's in one version and none in the other, and each
version has the type that its party calls for: that is what ACLED's two types say.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from math import cos, hypot, radians
from pathlib import Path
from typing import Any

from counterclaim.evaluating.swap_texts import Pair, Point, SwapText, Version, read_swaps
from counterclaim.records.actor import Role
from counterclaim.records.claim import Claim
from counterclaim.records.coded import Coded
from counterclaim.records.event_type import EventType, PropositionKind
from counterclaim.records.report import Report

FIELDS = ("claim", "stance", "event", "kind", "value", "roles", "quantities", "date", "place", "source")

_TAKEN = {EventType.GOVERNMENT_REGAINS: True, EventType.NON_STATE_OVERTAKES: False}
_NAMED = (PropositionKind.CONTROL, PropositionKind.RESPONSIBILITY)
_NEAR_KM = 25.0
_KM_A_DEGREE = 111.2
_LEAST_DICE = 0.5

Code = Callable[[Report], Coded]
View = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """A field of a claim that is coded in another way when the parties are exchanged. ``clause`` is that of the
    version in which the claim stands.
    """

    text: SwapText
    field: str
    clause: str
    was: str
    became: str

    def __str__(self) -> str:
        return f"{self.text.id} {self.field}: {self.was} -> {self.became} | {self.clause}"


@dataclass(slots=True)
class Tally:
    """Counts of one conflict in one language. ``changed`` are texts with an exception."""

    texts: int = 0
    claims: int = 0
    changed: int = 0
    fields: Counter[str] = field(default_factory=Counter)

    def add(self, other: "Tally") -> None:
        """Adds the counts of ``other``."""
        self.texts += other.texts
        self.claims += other.claims
        self.changed += other.changed
        self.fields += other.fields


@dataclass(frozen=True, slots=True)
class SwapScore:
    """Tallies by conflict and language, and every exception in order of the texts."""

    tallies: dict[tuple[str, str], Tally]
    exceptions: tuple[Change, ...]

    def table(self) -> str:
        """Every exception, then a line a conflict and language."""
        lines = [str(e) for e in self.exceptions]
        lines += ["", f"{'':20} {'texts':>6} {'claims':>6} {'changed':>7}  " + " ".join(f"{f:>10}" for f in FIELDS)]
        rows = [(f"{conflict} {language}", t) for (conflict, language), t in self.tallies.items()]
        for name, tally in (*rows, *((f"{c}, all", t) for c, t in self.by_conflict().items())):
            counts = " ".join(f"{tally.fields[f]:10}" for f in FIELDS)
            lines.append(f"{name:20} {tally.texts:6} {tally.claims:6} {tally.changed:7}  {counts}")
        return "\n".join(lines)

    def by_conflict(self) -> dict[str, Tally]:
        """The tallies of all languages together."""
        out: dict[str, Tally] = {}
        for (conflict, _), tally in self.tallies.items():
            out.setdefault(conflict, Tally()).add(tally)
        return out

    def json(self) -> dict[str, object]:
        """Every figure with its counts."""
        out: dict[str, object] = {"task": "swap"}
        for (conflict, language), tally in self.tallies.items():
            out[f"{conflict}/{language}"] = _counts(tally)
        return out | {conflict: _counts(tally) for conflict, tally in self.by_conflict().items()}

    def write_predictions(self, path: Path) -> None:
        """The exceptions, a line each."""
        path.write_text("".join(f"{e}\n" for e in self.exceptions), encoding="utf-8")


def _counts(tally: Tally) -> dict[str, object]:
    fields = {name: tally.fields[name] for name in FIELDS}
    return {"texts": tally.texts, "claims": tally.claims, "changed": tally.changed, "exceptions": fields}


def evaluate(path: Path, code: Code) -> SwapScore:
    """Codes every text at ``path`` in both versions. ``InputError`` where ``path`` holds no such texts."""
    tallies: dict[tuple[str, str], Tally] = {}
    exceptions: list[Change] = []
    for text in read_swaps(path):
        views = [[_view(text.pair, version, c) for c in _claims(text, version, code)] for version in text.versions]
        found = list(_compared(text, *views))
        counted = Tally(1, len(views[0]), bool(found), Counter(e.field for e in found))
        tallies.setdefault((text.conflict, text.language), Tally()).add(counted)
        exceptions += found
    return SwapScore(tallies, tuple(exceptions))


def _claims(text: SwapText, version: Version, code: Code) -> Sequence[Claim]:
    id = f"{text.id}{'/exchanged' if version.exchanged else ''}"
    return code(Report(id, version.text, id, language=text.language, published=text.published)).claims


def _view(pair: Pair, version: Version, claim: Claim) -> View:
    """A claim as it is compared: parties are A and B as in the text before the exchange, places are slots."""
    source = claim.source
    span = () if source.span is None else version.slots(source.span.start, source.span.end)
    roles = {(a.role.value, _side(pair, version, a.side), *version.slots(a.start, a.end)) for a in claim.actors}
    return {
        "span": version.shared(claim.start, claim.end),
        "clause": version.text[claim.start : claim.end],
        "stance": claim.stance.value,
        "event": (_event(pair, version, claim), claim.event_detail),
        "kind": claim.proposition.kind.value,
        "value": _value(pair, version, claim),
        "roles": sorted(roles, key=str),
        "quantities": sorted((q.what, q.low, q.best, q.high) for q in claim.quantities),
        "date": claim.date.edtf,
        "place": _place(pair, version, claim),
        "source": (_side(pair, version, source.side), *span),
    }


def _side(pair: Pair, version: Version, side: str | None) -> str | None:
    if side in pair.a.sides:
        return "B" if version.exchanged else "A"
    if side in pair.b.sides:
        return "A" if version.exchanged else "B"
    return side


def _holder(pair: Pair, claim: Claim) -> tuple[str | None, int, int] | None:
    """The side and span of whoever the proposition's value names, where an actor or the source bears that name; where
    somebody speaks of what it lost itself, the other side of the pair, with the loser's span.
    """
    for actor in claim.actors:
        if actor.name == claim.proposition.value:
            return actor.side, actor.start, actor.end
    source = claim.source
    if source.name == claim.proposition.value:
        return source.side, *((source.span.start, source.span.end) if source.span else (0, 0))
    lost = claim.proposition.kind is PropositionKind.CONTROL and claim.proposition.value is not None
    loser = next((a for a in claim.actors if a.role is Role.TARGET and a.name == source.name), None) if lost else None
    if loser is not None and loser.side in (*pair.a.sides, *pair.b.sides):
        return (pair.b if loser.side in pair.a.sides else pair.a).sides[0], loser.start, loser.end
    return None


def _value(pair: Pair, version: Version, claim: Claim) -> object:
    named = _holder(pair, claim) if claim.proposition.kind in _NAMED else None
    if named is None:
        return None if claim.proposition.value is None else version.mapped(claim.proposition.value)
    side, start, end = named
    return _side(pair, version, side), version.slots(start, end)


def _event(pair: Pair, version: Version, claim: Claim) -> str:
    """The type; for territory taken, whether it is the one that the holder's kind calls for."""
    holder = _holder(pair, claim)
    if claim.event not in _TAKEN or holder is None or pair.a.state == pair.b.state:
        return claim.event.value
    state = {**dict.fromkeys(pair.a.sides, pair.a.state), **dict.fromkeys(pair.b.sides, pair.b.state)}.get(
        holder[0] or ""
    )
    return "territory taken, typed by its holder" if state is _TAKEN[claim.event] else claim.event.value


def _place(pair: Pair, version: Version, claim: Claim) -> str | None:
    """That of the pair's places which is within 25 km, rather one that the text names, else the place's own name."""
    place = claim.place.place
    if place is None:
        return None
    if place.lat is None or place.lon is None:
        return place.name
    told = version.places()
    near = sorted(
        (named not in told, km, named)
        for slot, points in pair.places.items()
        for number, point in enumerate(points)
        if (km := _km(point, (place.lat, place.lon))) <= _NEAR_KM
        and (named := f"{'AB'[number ^ version.exchanged]}.{slot}")
    )
    return near[0][-1] if near else place.name


def _km(a: Point, b: Point) -> float:
    """Distance on a plane, near enough at this scale."""
    return hypot(a[0] - b[0], (a[1] - b[1]) * cos(radians(a[0]))) * _KM_A_DEGREE


def _compared(text: SwapText, first: Sequence[View], second: Sequence[View]) -> Iterator[Change]:
    pairs = _paired(first, second)
    for i, view in enumerate(first):
        if i not in pairs:
            yield Change(text, "claim", view["clause"], f"{view['kind']}, {view['stance']}", "none")
            continue
        other = second[pairs[i]]
        for name in FIELDS[1:]:
            if view[name] != other[name]:
                yield Change(text, name, view["clause"], str(view[name]), str(other[name]))
    for j, view in enumerate(second):
        if j not in pairs.values():
            yield Change(text, "claim", view["clause"], "none", f"{view['kind']}, {view['stance']}")


def _paired(first: Sequence[View], second: Sequence[View]) -> dict[int, int]:
    """For claims of the first version those of the second, by falling likeness of their spans."""
    likely = sorted(
        (-_dice(a["span"], b["span"]), a["kind"] != b["kind"], i, j)
        for i, a in enumerate(first)
        for j, b in enumerate(second)
    )
    out: dict[int, int] = {}
    for dice, _, i, j in likely:
        if -dice >= _LEAST_DICE and i not in out and j not in out.values():
            out[i] = j
    return out


def _dice(a: tuple[int, int], b: tuple[int, int]) -> float:
    shared = max(0, min(a[1], b[1]) - max(a[0], b[0]))
    return 2 * shared / max(1, a[1] - a[0] + b[1] - b[0])
