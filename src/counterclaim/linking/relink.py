"""Claims put into events, a few at a time: what comes to stand in the ledger is what all claims at once would make.

Claims take turns (``Telling.at``), and each joins the event that it fits best among those begun before, or begins one.
So a claim that comes or goes bears only on later claims that look at an event which it changed. These are visited in
their turn; one to which the changed events mean as much as they did stays where it is and changes nothing for others,
the rest choose again. The cost is that of the neighbourhood, however large the ledger.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import heappop, heappush

from counterclaim.linking.blocks import MOST, Filing, Look, Slot, looked_up
from counterclaim.linking.choosing import BEGINS, RELEVANT, REPEATED, Candidate, candidate, chosen, on_its_own
from counterclaim.linking.copies import Copies
from counterclaim.linking.courses import Changed, Course, Index, filed_of, latest, span
from counterclaim.linking.days import Days
from counterclaim.linking.draft import Draft, Telling
from counterclaim.linking.shelf import Placed, Shelf
from counterclaim.records.event import Link


@dataclass(frozen=True, slots=True)
class Relinked:
    """What has changed. ``drafts`` are all claims of each changed event in order of turns, none where it is no more;
    ``filings`` are all of these; ``links`` say for each claim that chose anew why it stands where it does.
    """

    drafts: Mapping[str, tuple[Telling, ...]]
    filings: tuple[Filing, ...]
    links: Mapping[str, Link]
    homes: Mapping[str, str]


class Relinking:
    """One change of the ledger: claims that go, and claims that come. Of the events under one key the latest ``most``
    are compared: what was told last is what a claim speaks of.
    """

    most = MOST

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._turns: list[str] = []
        self._waiting: dict[str, Telling] = {}
        self._gone: dict[str, Telling] = {}
        self._new: set[str] = set()
        self._again: set[str] = set()
        self._before: dict[str, str] = {}
        self._homes: dict[str, str] = {}
        self._links: dict[str, Link] = {}
        self._changed: dict[str, Changed] = {}
        self._courses: dict[str, Course] = {}
        self._then, self._now = Index(), Index()
        self._shelved: dict[int, list[tuple[str, str, Filing]]] = {}
        self._shelved_roots: dict[str, list[tuple[str, str]]] = {}
        self._copies: dict[str, Copies] = {}
        self._copied: dict[str, list[Placed]] = {}
        self._arriving: dict[str, list[Telling]] = {}

    def run(self, going: Iterable[Placed], coming: Iterable[Telling]) -> Relinked:
        """Works out what becomes of all events. A claim that has changed both goes and comes."""
        for placed in going:
            self._before[placed.telling.claim.id] = placed.draft
            self._gone[placed.telling.at] = placed.telling
            heappush(self._turns, placed.telling.at)
        for telling in coming:
            self._new.add(telling.claim.id)
            self._arriving.setdefault(telling.root, []).append(telling)
            self._wait(telling)
        done = ""
        while self._turns:
            at = heappop(self._turns)
            if at != done:
                done = at
                self._turn(at)
        filings = tuple(f for c in self._changed.values() for f in c.filed.slots.values())
        return Relinked({id: c.members for id, c in self._changed.items()}, filings, self._links, self._homes)

    def _wait(self, telling: Telling) -> None:
        if telling.at not in self._waiting:
            self._waiting[telling.at] = telling
            heappush(self._turns, telling.at)

    def _visit(self, placed: Iterable[Placed], after: str) -> None:
        for each in placed:
            id = each.telling.claim.id
            if each.telling.at > after and id not in self._new and each.telling.at not in self._gone:
                self._before.setdefault(id, each.draft)
                self._wait(each.telling)

    def _turn(self, at: str) -> None:
        if at in self._gone:
            left = self._gone[at]
            self._change(self._before[left.claim.id], at)
            self._revisit_copies(left, at)
        telling = self._waiting.get(at)
        if telling is None:
            return
        id = telling.claim.id
        old = None if id in self._new else self._before[id]
        if old is None or id in self._again or self._is_gone(old, id) or self._affected(telling):
            home, link = self._decide(telling)
            self._links[id] = link
            if home != old:
                if old is not None:
                    self._change(old, at)
                self._change(home, at)
                self._homes[id] = home
                self._revisit_copies(telling, at)
        else:
            home = old
        if home in self._changed:
            self._join(home, telling)

    def _is_gone(self, draft: str, id: str) -> bool:
        changed = self._changed.get(draft)
        return changed is not None and changed.now is None and draft != id

    def _change(self, id: str, at: str) -> None:
        """From this turn on the event is another than it was: whoever looks at it later is to be visited."""
        if id in self._changed:
            return
        self._load([id])
        course = self._courses.pop(id, None) or Course(())
        changed, members = Changed(course), course.members
        self._changed[id] = changed
        then = filed_of(members)
        for telling in members:
            if telling.at < at:
                self._add(id, changed, telling)
        self._then.put(then.slots.values())
        for root, since in then.roots.items():
            self._then.put_root(root, since, id)
        self._visit((Placed(m, id) for m in members), at)
        self._visit(self._shelf.of_roots(then.roots), at)
        self._visit(self._shelf.lookers([(slot, span(f)) for (slot, _), f in then.slots.items()], at), at)

    def _join(self, id: str, telling: Telling) -> None:
        changed = self._changed[id]
        known = telling.root in changed.filed.roots
        new = self._add(id, changed, telling)
        if new:
            self._visit(self._shelf.lookers(new, telling.at), telling.at)
        if not known:
            self._visit(self._shelf.of_roots([telling.root]), telling.at)

    def _add(self, id: str, changed: Changed, telling: Telling) -> list[tuple[Slot, Days]]:
        if changed.now is None:
            changed.now = Draft(telling)
        else:
            changed.now.add(telling)
        known = telling.root in changed.filed.roots
        count = len(changed.filed.slots)
        new = changed.filed.update(changed.now)
        self._now.put(list(changed.filed.slots.values())[count:])
        if not known:
            self._now.put_root(telling.root, telling.at, id)
        return new

    def _decide(self, telling: Telling) -> tuple[str, Link]:
        id = telling.claim.id
        original = self._copies_of(telling.root).original(telling) if telling.copied else None
        if original is not None:
            return self._home(original), Link(id, REPEATED.total, REPEATED.reasons)
        best = chosen(telling, self._candidates(telling))
        if best is None:
            return id, Link(id, 1.0, (BEGINS,))
        return best.id, Link(id, best.score.total, best.score.reasons)

    def _home(self, id: str) -> str:
        return self._homes.get(id) or self._before[id]

    def _candidates(self, telling: Telling) -> Iterator[Candidate]:
        found: set[str] = set()
        looks = tuple(looked_up(telling))
        self._fetch(looks)
        for look in looks:
            found.update(self._latest(look, telling.at, self._now))
        found.update(self._latest_of(telling.root, telling.at, self._now))
        self._load(found)
        for id in found:
            draft = self._as_of(id, telling.at)
            if draft is not None:
                yield candidate(telling, id, draft)

    def _as_of(self, id: str, at: str) -> Draft | None:
        changed = self._changed.get(id)
        return changed.now if changed else self._courses[id].before(at)

    def _latest(self, look: Look, at: str, index: Index) -> list[str]:
        shelved = (f for f in self._shelved.get(look.key, ()) if f[1] not in self._changed)
        both = sorted([*shelved, *index.under(look.key)])
        return latest(both, look, at, self.most)

    def _latest_of(self, root: str, at: str, index: Index) -> list[str]:
        if root not in self._shelved_roots:
            self._shelved_roots[root] = [(since, id) for id, since in self._shelf.begun(root)]
        shelved = (pair for pair in self._shelved_roots[root] if pair[1] not in self._changed)
        both = sorted(pair for pair in (*shelved, *index.of(root)) if pair[0] < at)
        return [id for _, id in both[-self.most :]]

    def _fetch(self, looks: Iterable[Look]) -> None:
        missing = {look.key for look in looks if look.key not in self._shelved}
        for key in missing:
            self._shelved[key] = []
        for filing in self._shelf.filings(missing) if missing else ():
            self._shelved[filing.key].append((filing.at, filing.draft, filing))

    def _load(self, ids: Iterable[str]) -> None:
        missing = [id for id in ids if not (id in self._changed or id in self._courses or self._is_fresh(id))]
        for id, members in self._shelf.members(missing).items() if missing else ():
            self._courses[id] = Course(members)

    def _is_fresh(self, id: str) -> bool:
        return id in self._new and id not in self._before

    def _affected(self, telling: Telling) -> bool:
        """Whether the changed events mean something else to the claim than they did."""
        if telling.copied and self._copies_of(telling.root).original(telling) is not None:
            return False
        looks = [k for k in looked_up(telling) if self._then.under(k.key) or self._now.under(k.key)]
        then, now = (set(self._latest_changed(telling, looks, index)) for index in (self._then, self._now))
        if not (then or now):
            return False
        self._fetch(looks)
        if any(self._overflows(look, telling.at) for look in looks) or self._roots_overflow(telling):
            return True
        differing = {id for id in then | now if self._differs(telling, id, id in then, id in now)}
        return bool(differing) and not self._stays(telling, differing)

    def _stays(self, telling: Telling, differing: set[str]) -> bool:
        """Whether the claim's event, which is to it as it was, is sure to be chosen again without asking the rest."""
        home = self._before[telling.claim.id]
        if home == telling.claim.id or home in differing or not on_its_own(telling):
            return False
        self._load([home])
        draft = self._as_of(home, telling.at)
        if draft is None:
            return False
        own = candidate(telling, home, draft).score
        rivals = (self._changed[id].now for id in differing)
        return own.exact and all(r is None or candidate(telling, "", r).score.total < own.total for r in rivals)

    def _latest_changed(self, telling: Telling, looks: Iterable[Look], index: Index) -> Iterator[str]:
        for look in looks:
            yield from latest(index.under(look.key), look, telling.at, None)
        yield from (id for since, id in index.of(telling.root) if since < telling.at)

    def _overflows(self, look: Look, at: str) -> bool:
        filings = (*self._shelved.get(look.key, ()), *self._now.under(look.key))
        near: int = sum(f.at < at and f.first <= look.last and f.last >= look.first for _, _, f in filings)
        return near > self.most

    def _roots_overflow(self, telling: Telling) -> bool:
        self._latest_of(telling.root, telling.at, self._now)
        return len(self._shelved_roots[telling.root]) + len(self._now.of(telling.root)) > self.most

    def _differs(self, telling: Telling, id: str, then: bool, now: bool) -> bool:
        changed = self._changed[id]
        before = changed.course.before(telling.at) if then else None
        then_days = before.days if before else None
        old = candidate(telling, id, before) if before else None
        new = candidate(telling, id, changed.now) if now and changed.now else None
        if all(c is None or c.score.total < RELEVANT for c in (old, new)):
            return False
        return old is None or new is None or (old.score, then_days) != (new.score, new.draft.days)

    def _copies_of(self, root: str) -> Copies:
        """The statements of the original, of which the latter's copies may be told the same event."""
        if root not in self._copies:
            self._copies[root] = Copies(self._originals(root))
        return self._copies[root]

    def _originals(self, root: str) -> list[Telling]:
        kept = []
        for placed in self._shelf.of_roots([root]):
            id = placed.telling.claim.id
            if not placed.telling.copied and placed.telling.at not in self._gone and id not in self._new:
                self._before.setdefault(id, placed.draft)
                kept.append(placed.telling)
        kept += [t for t in self._arriving.get(root, ()) if not t.copied]
        return sorted(kept, key=lambda t: t.at)

    def _revisit_copies(self, original: Telling, at: str) -> None:
        if original.copied:
            return
        root = original.root
        if root not in self._copied:
            self._copied[root] = [p for p in self._shelf.of_roots([root]) if p.telling.copied]
        self._visit(self._copied[root], at)
        self._again.update(p.telling.claim.id for p in self._copied[root])
