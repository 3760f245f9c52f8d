"""The figures: events by pairs of claims, origins of positions, contradictions, concessions, reprints."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from expected import FAILS, HOLDS, OPEN, Expected, expected
from truth import Printed, Said

from counterclaim.records.actor import NARRATOR
from counterclaim.records.claim import Claim
from counterclaim.records.event import Event, Finding, ReprintLink, Standing
from counterclaim.records.event_type import PropositionKind as K
from counterclaim.records.tagging import Stance

_ADMITS = re.compile(r"tells against (\w+)")
_POLARITY = {Stance.DENIES: FAILS, Stance.CANNOT_VERIFY: OPEN}


@dataclass(frozen=True, slots=True)
class Ratio:
    """``right`` of ``of``."""

    right: int
    of: int

    @property
    def value(self) -> float | None:
        """None where there is nothing to be right about."""
        return round(self.right / self.of, 4) if self.of else None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came out for some reports. ``told`` says for a found claim what it stands for."""

    reports: Sequence[Printed]
    claims: Sequence[Claim]
    told: Mapping[str, Said]
    missed: Sequence[Said]
    events: Sequence[Event]
    reprints: Sequence[ReprintLink]


@dataclass
class Figures:
    """All ratios by name, and what was wrong by name, for looking at."""

    ratios: dict[str, Ratio] = field(default_factory=dict)
    wrong: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def f1(self, name: str) -> float | None:
        """F1 of the ratios NAME_precision and NAME_recall."""
        p, r = self.ratios[f"{name}_precision"].value, self.ratios[f"{name}_recall"].value
        return None if p is None or r is None else round(2 * p * r / (p + r), 4) if p + r else 0.0


def figures(outcome: Outcome) -> Figures:
    """Every figure of ``outcome``."""
    out = Figures()
    truth = expected(outcome.reports)
    _events(outcome, out)
    home = _homes(outcome)
    _origins(outcome, truth, home, out)
    _standings(outcome, truth, home, out)
    _reprints(outcome, out)
    return out


def _pairs(groups: Iterable[int]) -> int:
    return sum(n * (n - 1) // 2 for n in groups)


def _events(outcome: Outcome, out: Figures) -> None:
    """Pairs of claims of different reports in one event. A told claim that was missed stands alone, and so does, in the
    truth, a claim that stands for nothing told.
    """
    found = {c: e.id for e in outcome.events for c in e.claims}
    items: list[tuple[str, str, str]] = []
    for claim in outcome.claims:
        said = outcome.told.get(claim.id)
        items.append((claim.report_id, found[claim.id], said.word.event.id if said else f"? {claim.id}"))
    items += [(s.id.partition(".")[0], f"? {s.id}", s.word.event.id) for s in outcome.missed]
    for name, within in (("events", True), ("events_all", False)):
        right, given, true = (_apart(items, key, within) for key in (_both, _given, _true))
        out.ratios[f"{name}_precision"], out.ratios[f"{name}_recall"] = Ratio(right, given), Ratio(right, true)


Item = tuple[str, str, str]


def _both(item: Item) -> tuple[str, ...]:
    return item[1:]


def _given(item: Item) -> tuple[str, ...]:
    return item[1:2]


def _true(item: Item) -> tuple[str, ...]:
    return item[2:]


def _apart(items: Sequence[Item], key: Callable[[Item], Hashable], across: bool) -> int:
    """Pairs that agree in ``key``; with ``across`` only those of two reports."""
    every = _pairs(Counter(key(i) for i in items).values())
    return every - _pairs(Counter((i[0], key(i)) for i in items).values()) if across else every


def _homes(outcome: Outcome) -> dict[str, str]:
    """Claim id -> the true event that it tells of."""
    return {id: said.word.event.id for id, said in outcome.told.items()}


def _event_of(claims: Iterable[str], home: Mapping[str, str]) -> str | None:
    """The true event that most of the claims tell of."""
    known = Counter(home.get(c) for c in claims)
    return known.most_common(1)[0][0] if known else None


def _origins(outcome: Outcome, truth: Expected, home: Mapping[str, str], out: Figures) -> None:
    """Of the true positions (a side on a proposition, one way), how many are found with just their origins: all that
    say so in words, and none but these and those that imply it.
    """
    names = {c.source.name: c.source.party or c.source.name for c in outcome.claims if c.source.name != NARRATOR}
    found: dict[tuple[str, K, str, str], list[frozenset[str]]] = defaultdict(list)
    for event in outcome.events:
        for finding in event.findings:
            for position in finding.positions:
                polarity = _POLARITY.get(position.stance, HOLDS)
                at = _event_of(position.claims, home)
                if at is not None:
                    origins = frozenset(names.get(o, o.casefold()) for o in position.origins)
                    found[at, finding.kind, position.side, polarity].append(origins)
    right = total = 0
    for (about, side, polarity), voice in truth.voices.items():
        if not voice.told:
            continue
        total += 1
        given = found.get((about[0], about[1], side, polarity), [])
        if any(voice.told <= o <= voice.told | voice.implied for o in given):
            right += 1
        else:
            shown = " or ".join(str(sorted(o)) for o in given) or "no such position"
            out.wrong["origins"].append(
                f"{about[0]} {about[1].value} {side} {polarity}: {sorted(voice.told)} came out as {shown}"
            )
    out.ratios["origins"] = Ratio(right, total)


def _standings(outcome: Outcome, truth: Expected, home: Mapping[str, str], out: Figures) -> None:
    contested: set[tuple[str | None, K]] = set()
    conceded: set[tuple[str | None, K]] = set()
    for event in outcome.events:
        for finding in event.findings:
            key = (_event_of((c for p in finding.positions for c in p.claims), home), finding.kind)
            if finding.standing is Standing.CONTESTED:
                contested.add(key)
                if key not in truth.contested_allowed:
                    out.wrong["contradictions_precision"].append(f"{key[0]} {finding.kind.value}: {finding.why}")
            if finding.standing is Standing.CONCEDED:
                conceded.add(key)
                if key not in truth.conceded_allowed or not _by_the_right_side(finding, truth, key):
                    conceded.discard(key)
                    conceded.add((f"? {key[0]}", key[1]))
                    out.wrong["concessions_precision"].append(f"{key[0]} {finding.kind.value}: {finding.why}")
    _ratios("contradictions", contested, truth.contested, truth.contested_allowed, out)
    _ratios("concessions", conceded, frozenset(truth.conceded), truth.conceded_allowed, out)


def _by_the_right_side(finding: Finding, truth: Expected, key: tuple[str | None, K]) -> bool:
    admits = _ADMITS.search(finding.why)
    right = truth.conceded.get((key[0] or "", key[1]))
    return admits is None or right is None or admits[1] == right


def _ratios(
    name: str,
    found: set[tuple[str | None, K]],
    required: frozenset[tuple[str, K]],
    allowed: frozenset[tuple[str, K]],
    out: Figures,
) -> None:
    out.ratios[f"{name}_precision"] = Ratio(len(found & allowed), len(found))
    out.ratios[f"{name}_recall"] = Ratio(len(found & required), len(required))
    out.wrong[f"{name}_recall"] += [f"{event} {kind.value}" for event, kind in sorted(required - found)]


def _reprints(outcome: Outcome, out: Figures) -> None:
    """Of the links found, those that name the true root or another reprint of it; of the true reprints, those found,
    translations apart.
    """
    roots = {r.id: r.root for r in outcome.reports}
    ways = {r.id: r.how for r in outcome.reports}
    links = {link.copy: link.original for link in outcome.reprints}
    right = {copy for copy, original in links.items() if roots[copy] == roots[original]}
    out.ratios["reprints_precision"] = Ratio(len(right), len(links))
    for copy in sorted(set(links) - right):
        out.wrong["reprints_precision"].append(f"{copy} taken for a reprint of {links[copy]}")
    for name, hows in (("reprints_recall", ("exact", "cut", "retitled")), ("translations_recall", ("translated",))):
        copies = [id for id, how in ways.items() if how in hows and roots[id] in roots and roots[id] != id]
        out.ratios[name] = Ratio(sum(c in right or c in {links.get(o) for o in copies} for c in copies), len(copies))
        out.wrong[name] += [f"{c} ({ways[c]} of {roots[c]})" for c in copies if c not in right]
