"""What each side says of one proposition: its claims over time, its independent origins, its latest figure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from counterclaim.reconciling.implications import Polarity
from counterclaim.reconciling.interests import UNKNOWN_SIDE
from counterclaim.reconciling.statements import Statement
from counterclaim.records.actor import MEDIA_SIDE, NARRATOR
from counterclaim.records.claim import Claim
from counterclaim.records.event import Position
from counterclaim.records.figure import Figure
from counterclaim.records.report import Report
from counterclaim.records.tagging import Stance

NO_PARTY = frozenset({MEDIA_SIDE, UNKNOWN_SIDE})


@dataclass(frozen=True, slots=True)
class Desk:
    """The reports that claims stand in, by id; for a reprint the report that it goes back to."""

    reports: Mapping[str, Report]
    originals: Mapping[str, str]

    def published(self, claim: Claim) -> str | None:
        """The publication day of the claim's report."""
        return self.reports[claim.report_id].published

    def order(self, claim: Claim) -> tuple[str, str, int, str]:
        """Claims as they were published."""
        return self.published(claim) or "~", claim.report_id, claim.start, claim.id

    def origin(self, claim: Claim) -> tuple[str, str]:
        """A key and a name for who the claim goes back to: its source, however many passed it on; for the report's
        own words the agency or publisher of the report that was first to print them.
        """
        source = claim.source
        if source.name != NARRATOR:
            return source.party or source.name.casefold(), source.name
        report = self.reports[claim.report_id]
        root = self.reports.get(self.originals.get(report.id, report.id), report)
        name = root.agency or report.agency or root.publisher or root.address
        return name.casefold(), name


@dataclass(frozen=True, slots=True)
class View:
    """One side's statements of one polarity, as published, with the position that they make. ``current`` is false
    where all who said so have since said the contrary; ``figure`` is the side's latest count and ``value`` its latest
    words for it; ``altered`` are the values that reprints give instead of what the same source says in the original;
    ``earlier`` are a party's counts that its latest one revises, in order.
    """

    position: Position
    polarity: Polarity
    statements: tuple[Statement, ...]
    current: bool
    figure: Figure | None
    value: str | None
    altered: tuple[str, ...]
    earlier: tuple[str, ...] = ()

    @property
    def is_party(self) -> bool:
        """Whether a party speaks: neither the reports themselves nor a source whose side is unknown."""
        return self.position.side not in NO_PARTY

    @property
    def lead(self) -> Statement:
        """The statement to cite: one in so many words before an implied one, the weightier word before the lighter."""
        return min(self.statements, key=lambda s: (s.because is not None, s.claim.stance is not Stance.CONFIRMS))


def views(statements: Sequence[Statement], desk: Desk) -> tuple[View, ...]:
    """Every side's views of one proposition, parties first, in order of their codes."""
    by_side: dict[str, list[Statement]] = {}
    for statement in sorted(statements, key=lambda s: desk.order(s.claim)):
        by_side.setdefault(statement.claim.source.side or UNKNOWN_SIDE, []).append(statement)
    return tuple(
        view
        for side in sorted(by_side, key=lambda s: (s in NO_PARTY, s))
        for view in _of_side(side, by_side[side], desk)
    )


def _of_side(side: str, told: Sequence[Statement], desk: Desk) -> list[View]:
    spoken = {s.polarity for s in told if s.because is None} - {Polarity.OPEN}
    # What a side says in so many words outweighs what would follow from its other words.
    kept = [s for s in told if s.because is None or not spoken or s.polarity in spoken]
    latest = {desk.origin(s.claim)[0]: s.polarity for s in kept}
    out = []
    for polarity in Polarity:
        mine = tuple(s for s in kept if s.polarity is polarity)
        if mine:
            position = _position(side, polarity, mine, desk)
            current = polarity in latest.values()
            first_hand = _first_hand(mine, desk)
            values = [s.claim.proposition.value for s in first_hand if s.because is None]
            value = next((v for v in reversed(values) if v), None)
            altered = _altered(mine, first_hand)
            earlier = _earlier(first_hand) if side not in NO_PARTY else ()
            figure = _latest_figure(first_hand, desk)
            out.append(View(position, polarity, mine, current, figure, value, altered, earlier))
    return out


def _position(side: str, polarity: Polarity, told: Sequence[Statement], desk: Desk) -> Position:
    origins = dict(reversed([desk.origin(s.claim) for s in told]))
    days = [day for s in told if (day := desk.published(s.claim)) is not None]
    return Position(
        side=side,
        stance=_stance(polarity, told),
        claims=tuple(s.claim.id for s in told),
        implied=tuple(s.claim.id for s in told if s.because is not None),
        origins=tuple(sorted(origins.values())),
        first=min(days, default=None),
        latest=max(days, default=None),
    )


def _stance(polarity: Polarity, told: Sequence[Statement]) -> Stance:
    if polarity is Polarity.OPEN:
        return Stance.CANNOT_VERIFY
    if polarity is Polarity.FAILS:
        return Stance.DENIES
    confirms = any(s.because is None and s.claim.stance is Stance.CONFIRMS for s in told)
    return Stance.CONFIRMS if confirms else Stance.ASSERTS


def _first_hand(told: Sequence[Statement], desk: Desk) -> tuple[Statement, ...]:
    """Without what a reprint makes its source say, where the original has that source too: a copyist's change is no
    revision.
    """
    own = {desk.origin(s.claim)[0] for s in told if s.claim.report_id not in desk.originals}
    return tuple(s for s in told if s.claim.report_id not in desk.originals or desk.origin(s.claim)[0] not in own)


def _altered(told: Sequence[Statement], first_hand: Sequence[Statement]) -> tuple[str, ...]:
    kept = {s.claim.id for s in first_hand}
    said = {s.claim.proposition.value for s in first_hand}
    values = (s.claim.proposition.value for s in told if s.because is None and s.claim.id not in kept)
    return tuple(dict.fromkeys(v for v in values if v and v not in said))


def _earlier(told: Sequence[Statement]) -> tuple[str, ...]:
    """The values with a count that the source of the last one gave before it, where that count was another."""
    counts = [s for s in told if s.figure is not None and s.claim.proposition.value]
    last = counts[-1:]
    before = [s for s in counts for end in last if s.claim.source.name == end.claim.source.name]
    values = [s.claim.proposition.value for s in before for end in last if s.figure != end.figure]
    return tuple(dict.fromkeys(v for v in values if v))


def _latest_figure(told: Sequence[Statement], desk: Desk) -> Figure | None:
    """The side's latest count: a later one revises an earlier one; those of one day by several sources stand beside
    one another.
    """
    latest: dict[str, tuple[str, Figure]] = {}
    for statement in told:
        if statement.figure is not None:
            latest[desk.origin(statement.claim)[0]] = (desk.published(statement.claim) or "", statement.figure)
    last = max((day for day, _ in latest.values()), default="")
    figure: Figure | None = None
    for day, given in latest.values():
        if day == last:
            figure = given if figure is None else figure.joined(given)
    return figure
