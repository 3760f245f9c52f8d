"""What has been linked before, as linking asks for it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from counterclaim.linking.blocks import Filing, Slot
from counterclaim.linking.days import Days
from counterclaim.linking.draft import Telling


@dataclass(frozen=True, slots=True)
class Placed:
    """A claim with the event that it stands in, named by the claim that began it."""

    telling: Telling
    draft: str


class Shelf(Protocol):
    """What has been linked before. It is not changed here."""

    def filings(self, keys: Collection[int]) -> Iterable[Filing]:
        """All events filed under ``keys``."""
        ...

    def begun(self, root: str) -> Iterable[tuple[str, str]]:
        """The events in which reports of ``root`` speak, with the turn of the first such claim, in order of turns."""
        ...

    def members(self, drafts: Collection[str]) -> Mapping[str, Sequence[Telling]]:
        """The claims of each event, in order of turns."""
        ...

    def of_roots(self, roots: Collection[str]) -> Iterable[Placed]:
        """The claims of the reports ``roots`` and of those that repeat them."""
        ...

    def lookers(self, filings: Collection[tuple[Slot, Days]], after: str) -> Iterable[Placed]:
        """The claims of turns after ``after`` that look where these are filed; others may be among them."""
        ...


class Bare:
    """A shelf on which nothing stands yet."""

    def filings(self, keys: Collection[int]) -> Iterable[Filing]:
        """No filing."""
        return ()

    def begun(self, root: str) -> Iterable[tuple[str, str]]:
        """No event."""
        return ()

    def members(self, drafts: Collection[str]) -> Mapping[str, Sequence[Telling]]:
        """No claim of any event."""
        return {}

    def of_roots(self, roots: Collection[str]) -> Iterable[Placed]:
        """No claim."""
        return ()

    def lookers(self, filings: Collection[tuple[Slot, Days]], after: str) -> Iterable[Placed]:
        """No claim that looks anywhere."""
        return ()
