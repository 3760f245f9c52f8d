"""What each side says of one proposition: its claims over time, its independent origins, its latest count."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from counterclaim.reconciling.history import current_polarities, stance_of, turns
from counterclaim.reconciling.implications import Polarity
from counterclaim.reconciling.interests import UNKNOWN_SIDE
from counterclaim.reconciling.origins import root_of
from counterclaim.reconciling.scopes import Count, Relation
from counterclaim.reconciling.statements import COUNTED, Statement
from counterclaim.records.actor import MEDIA_SIDE, NARRATOR
from counterclaim.records.claim import Claim
from counterclaim.records.event import Position
from counterclaim.records.report import Report

NO_PARTY = frozenset({MEDIA_SIDE, UNKNOWN_SIDE})


@dataclass(frozen=True, slots=True)
class Desk:
    """The reports that claims stand in, by id; for a reprint the report that it goes back to. ``outlets`` are
    casefolded names of media that stand on no side.
    """

    reports: Mapping[str, Report]
    originals: Mapping[str, str]
    outlets: frozenset[str] = frozenset()

    def published(self, claim: Claim) -> str | None:
        """The publication day of the claim's report."""
        return self.reports[claim.report_id].published

    def order(self, claim: Claim) -> tuple[str, str, int, str]:
        """Claims as they were published; those of unknown day first, as they revise nothing."""
        return self.published(claim) or "", claim.report_id, claim.start, claim.id

    def origin(self, claim: Claim) -> tuple[str, str]:
        """A key and a name for who the claim goes back to, however many passed it on."""
        key, name, _ = root_of(claim, self.reports, self.originals)
        return key, name

    def side(self, claim: Claim) -> str:
        """The side that the claim speaks for; the outlet's own word ("could not verify") is media's, and no side's."""
        if claim.source.side is not None:
            return claim.source.side
        report, name = self.reports[claim.report_id], claim.source.name.casefold()
        own = {known.casefold() for known in (report.publisher, report.agency) if known}
        return MEDIA_SIDE if name == NARRATOR or name in own | self.outlets else UNKNOWN_SIDE


@dataclass(frozen=True, slots=True)
class View:
    """One side's statements of one polarity, as published, with the position that they make. ``counts`` are the side's
    latest: one, or several that stand beside one another; ``value`` is its latest word for them, ``values`` are all
    of them. ``altered`` are the values that reprints give instead of what the same source says in the original;
    ``earlier`` are a party's counts that its latest one revises, in order.
    """

    position: Position
    polarity: Polarity
    statements: tuple[Statement, ...]
    counts: tuple[Count, ...]
    value: str | None
    values: tuple[str, ...]
    altered: tuple[str, ...]
    earlier: tuple[str, ...] = ()

    @property
    def is_party(self) -> bool:
        """Whether a party speaks: neither the reports themselves nor a source whose side is unknown."""
        return self.position.side not in NO_PARTY

    @property
    def of_none(self) -> bool:
        """Whether it says that there were none."""
        return self.polarity is Polarity.HOLDS and bool(self.counts) and all(c.figure.high == 0 for c in self.counts)

    @property
    def lead(self) -> Statement:
        """The statement to cite: one in so many words before an implied one, the weightier word before the lighter."""
        return min(self.statements, key=lambda s: (s.because is not None, s.claim.stance != "confirms"))


def views(statements: Sequence[Statement], desk: Desk) -> tuple[View, ...]:
    """Every side's views of one proposition, parties first, in the order in which they first spoke of it."""
    by_side: dict[str, list[Statement]] = {}
    for statement in sorted(statements, key=lambda s: desk.order(s.claim)):
        by_side.setdefault(desk.side(statement.claim), []).append(statement)
    return tuple(
        view
        for side in sorted(by_side, key=lambda s: (s in NO_PARTY, s if s in NO_PARTY else ""))
        for view in _of_side(side, by_side[side], desk)
    )


def _of_side(side: str, told: Sequence[Statement], desk: Desk) -> list[View]:
    kept = _kept(told, desk)
    first_hand = _first_hand(kept, desk)
    dated = [(desk.published(s.claim), s) for s in first_hand]
    history = turns(dated)
    now = current_polarities(dated) if side not in NO_PARTY else frozenset(Polarity)
    out = []
    for polarity in Polarity:
        mine = tuple(s for s in kept if s.polarity is polarity)
        if not mine:
            continue
        days = [day for s in mine if (day := desk.published(s.claim)) is not None]
        position = Position(
            side=side,
            stance=stance_of(polarity, mine),
            claims=tuple(s.claim.id for s in mine),
            implied=tuple(s.claim.id for s in mine if s.because is not None),
            origins=_origins(mine, desk),
            first=min(days, default=None),
            latest=max(days, default=None),
            history=history,
            current=polarity in now,
        )
        out.append(_view(position, mine, [each for each in dated if each[1].polarity is polarity], desk))
    return out


def _origins(told: Sequence[Statement], desk: Desk) -> tuple[str, ...]:
    """The names of the independent origins, in the order in which they first spoke."""
    names: dict[str, str] = {}
    for statement in told:
        names.setdefault(*desk.origin(statement.claim))
    return tuple(names.values())


def _view(
    position: Position, mine: tuple[Statement, ...], dated: Sequence[tuple[str | None, Statement]], desk: Desk
) -> View:
    latest = _latest(dated)
    values = tuple(dict.fromkeys(v for s in latest if (v := s.claim.proposition.value) and s.because is None))
    spoken = [s.claim.proposition.value for _, s in dated if s.because is None]
    last = next((v for v in reversed(spoken) if v), None)
    return View(
        position=position,
        polarity=mine[0].polarity,
        statements=mine,
        counts=tuple(dict.fromkeys(s.count for s in latest if s.count is not None)),
        value=_in_english(values[-1], dated, desk) if values else last,
        values=values or ((last,) if last else ()),
        altered=_altered(mine, [s for _, s in dated]),
        earlier=_earlier(latest, [s for _, s in dated]) if position.side not in NO_PARTY else (),
    )


def _in_english(value: str, dated: Sequence[tuple[str | None, Statement]], desk: Desk) -> str:
    """The same count in an English report's words, where there are any: values are for people, beside English."""
    counted = [s for _, s in dated if s.because is None and s.count is not None]
    figures = {s.count.figure for s in counted if s.count and s.claim.proposition.value == value}
    same = [s.claim for s in counted if s.count and s.count.figure in figures]
    english = [c.proposition.value for c in same if desk.reports[c.report_id].language == "en"]
    return next((v for v in reversed(english) if v), value)


def _kept(told: Sequence[Statement], desk: Desk) -> tuple[Statement, ...]:
    """What a side says in so many words outweighs what would follow from its other words of that time. What the
    contrary follows from stands where it said that before its first such word; or after its last, and for the first
    time then, as reports go on repeating what was said before.
    """
    spoken = [s for s in told if s.because is None and s.polarity is not Polarity.OPEN]
    days = [desk.published(s.claim) or "" for s in spoken]
    polarities = {s.polarity for s in spoken}
    first, last = min(days, default=""), max(days, default="")
    before = {_saying(s) for s in told if (desk.published(s.claim) or "") <= last}

    def stands(statement: Statement) -> bool:
        day = desk.published(statement.claim)
        if day is None or "" in days:
            return False
        return day < first or (day > last and _saying(statement) not in before)

    return tuple(s for s in told if not spoken or s.because is None or s.polarity in polarities or stands(s))


def _saying(statement: Statement) -> tuple[str, str, str | None]:
    """What is said in so many words where a statement follows from it; of losses whatever the number."""
    told = statement.claim.proposition
    return told.kind.value, statement.claim.stance.value, None if told.kind in COUNTED else told.value


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


def _latest(dated: Sequence[tuple[str | None, Statement]]) -> list[Statement]:
    """The statements that give the latest counts: of all that count the same, those of the last day and of no known
    day. A number in so many words goes before the least that follows from another; the whole before its parts.
    """
    counted = [(day, s) for day, s in dated if s.count is not None]
    spoken = [(day, s) for day, s in counted if s.because is None]
    groups: dict[frozenset[str], list[tuple[str | None, Statement]]] = {}
    for day, s in spoken or counted:
        if s.count is not None:
            groups.setdefault(s.count.scope.things, []).append((day, s))
    found = []
    for told in groups.values():
        last = max((day for day, _ in told if day is not None), default=None)
        found.append([s for day, s in told if day in (None, last)])
    found.sort(key=lambda group: any(_is_part(group[0], other[0]) for other in found), reverse=True)
    return [s for group in found for s in group]


def _is_part(one: Statement, other: Statement) -> bool:
    return (
        one.count is not None and other.count is not None and one.count.scope.thing(other.count.scope) is Relation.PART
    )


def _earlier(latest: Sequence[Statement], told: Sequence[Statement]) -> tuple[str, ...]:
    """The values with a count that the source of the last one gave before it, where that count was another."""
    out: dict[str, None] = {}
    for end in latest[-1:]:
        for s in told:
            same = s.claim.source.name == end.claim.source.name and s.because is None and s not in latest
            if same and s.count and end.count and s.count.scope.things == end.count.scope.things:
                value = s.claim.proposition.value
                if value and s.count.figure != end.count.figure:
                    out[value] = None
    return tuple(out)
