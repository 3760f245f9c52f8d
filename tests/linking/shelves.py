"""A shelf in memory, and the way of reports into it one after the other."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from counterclaim.linking.blocks import Filing, Slot, anchors, lookers
from counterclaim.linking.days import Days
from counterclaim.linking.draft import Telling
from counterclaim.linking.relink import Relinked, Relinking
from counterclaim.linking.shelf import Placed
from counterclaim.records.event import Link


class MemoryShelf:
    """Keeps what ``Relinking`` has made, as a ledger does."""

    def __init__(self) -> None:
        self.placed: dict[str, Placed] = {}
        self.links: dict[str, Link] = {}
        self.filed: list[Filing] = []

    def filings(self, keys: Collection[int]) -> Iterable[Filing]:
        return [f for f in self.filed if f.key in keys]

    def begun(self, root: str) -> Iterable[tuple[str, str]]:
        first: dict[str, str] = {}
        for each in self._in_order():
            if each.telling.root == root:
                first.setdefault(each.draft, each.telling.at)
        return list(first.items())

    def members(self, drafts: Collection[str]) -> Mapping[str, Sequence[Telling]]:
        found: dict[str, list[Telling]] = {}
        for each in self._in_order():
            if each.draft in drafts:
                found.setdefault(each.draft, []).append(each.telling)
        return found

    def of_roots(self, roots: Collection[str]) -> Iterable[Placed]:
        return [p for p in self.placed.values() if p.telling.root in roots]

    def lookers(self, filings: Collection[tuple[Slot, Days]], after: str) -> Iterable[Placed]:
        for slot, days in filings:
            keys, span = lookers(slot, days)
            for each in list(self.placed.values()):
                own = anchors(each.telling)
                if each.telling.at > after and any(k in keys and d.gap(span) == 0 for k, d in own):
                    yield each

    def _in_order(self) -> list[Placed]:
        return sorted(self.placed.values(), key=lambda p: p.telling.at)

    def change(self, going: Collection[str], coming: Sequence[Telling]) -> Relinked:
        """Take the claims ``going`` out and ``coming`` in."""
        made = Relinking(self).run([self.placed[id] for id in going], coming)
        for id in going:
            del self.placed[id]
        for draft, members in made.drafts.items():
            for telling in members:
                self.placed[telling.claim.id] = Placed(telling, draft)
        self.filed = [f for f in self.filed if f.draft not in made.drafts] + list(made.filings)
        self.links |= made.links
        return made

    def events(self) -> dict[frozenset[str], frozenset[Link]]:
        """The claims of each event with the reasons why they stand there."""
        found: dict[str, set[str]] = {}
        for id, each in self.placed.items():
            found.setdefault(each.draft, set()).add(id)
        return {frozenset(ids): frozenset(self.links[id] for id in ids) for ids in found.values()}
