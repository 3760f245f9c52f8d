"""Events while claims come and go: how each grows turn by turn, and where it is filed since when."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from counterclaim.linking.blocks import Filing, Look, Slot, filed, key_of, weeks
from counterclaim.linking.days import Days
from counterclaim.linking.draft import Draft, Telling


class Filed:
    """Where one event is filed, and since which turn."""

    def __init__(self) -> None:
        self.slots: dict[tuple[Slot, int], Filing] = {}
        self.roots: dict[str, str] = {}
        self._seen: object = None

    def update(self, draft: Draft) -> list[tuple[Slot, Days]]:
        """Files the draft under all that it has now, and tells what is new."""
        last = draft.tellings[-1]
        self.roots.setdefault(last.root, last.at)
        vague = len(draft.sources), sum(map(len, draft.figures.values()))
        seen = draft.place, draft.days, len(draft.families), len(draft.holders), vague
        if seen == self._seen:
            return []
        self._seen, new = seen, []
        for slot, days in filed(draft):
            for week in weeks(days):
                if (slot, week) not in self.slots:
                    key = key_of(slot, week)
                    id = draft.tellings[0].claim.id
                    self.slots[slot, week] = Filing(key, last.at, id, days.first, days.last)
                    new.append((slot, days))
        return new


def filed_of(members: Sequence[Telling]) -> Filed:
    """Where the event of these claims, in order of turns, came to be filed as it grew."""
    found = Filed()
    growing: Draft | None = None
    for telling in members:
        if growing is None:
            growing = Draft(telling)
        else:
            growing.add(telling)
        found.update(growing)
    return found


def filings_of(members: Sequence[Telling]) -> tuple[Filing, ...]:
    """Where the event of these claims, in order of turns, is filed."""
    return tuple(filed_of(members).slots.values())


class Course:
    """An event as it grows, turn by turn. What is asked of it has to come in order of turns."""

    def __init__(self, members: Sequence[Telling]) -> None:
        self.members = members
        self._next = 0
        self._draft: Draft | None = None

    def before(self, at: str) -> Draft | None:
        """The event as it is before the turn ``at``; None where it has not begun."""
        while self._next < len(self.members) and self.members[self._next].at < at:
            telling = self.members[self._next]
            self._next += 1
            if self._draft is None:
                self._draft = Draft(telling)
            else:
                self._draft.add(telling)
        return self._draft


@dataclass(slots=True)
class Changed:
    """An event of which a claim has come or gone: as it grew before (``course``), and as it grows now."""

    course: Course
    now: Draft | None = None
    filed: Filed = field(default_factory=Filed)

    @property
    def members(self) -> tuple[Telling, ...]:
        """Its claims so far."""
        return tuple(self.now.tellings) if self.now else ()


class Index:
    """Filings of changed events, by key in order of turns; and by root of the reports that speak in them."""

    def __init__(self) -> None:
        self._keys: dict[int, list[tuple[str, str, Filing]]] = {}
        self._roots: dict[str, list[tuple[str, str]]] = {}

    def put(self, filings: Iterable[Filing]) -> None:
        """Takes filings in."""
        for filing in filings:
            insort(self._keys.setdefault(filing.key, []), (filing.at, filing.draft, filing))

    def put_root(self, root: str, at: str, draft: str) -> None:
        """From the turn ``at`` on reports of ``root`` speak in the event."""
        insort(self._roots.setdefault(root, []), (at, draft))

    def under(self, key: int) -> Sequence[tuple[str, str, Filing]]:
        """The filings under a key, each behind its turn and event."""
        return self._keys.get(key, ())

    def of(self, root: str) -> Sequence[tuple[str, str]]:
        """The turns and events in which reports of ``root`` speak."""
        return self._roots.get(root, ())


def span(filing: Filing) -> Days:
    """The days of a filing."""
    return Days(filing.first, filing.last)


def latest(filings: Sequence[tuple[str, str, Filing]], look: Look, at: str, most: int | None) -> list[str]:
    """The events filed before the turn ``at`` that share a day with ``look``, the latest ``most`` of them or all."""
    found: list[str] = []
    for n in range(bisect_left(filings, (at,)) - 1, -1, -1):
        filing = filings[n][2]
        if filing.first <= look.last and filing.last >= look.first:
            found.append(filing.draft)
            if len(found) == most:
                break
    return found
