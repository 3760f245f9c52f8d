"""What a page shows: records as they are, nothing looked up, no clock read."""

from dataclasses import dataclass

from counterclaim.records.coded import Coded
from counterclaim.records.conflict import Conflict
from counterclaim.records.event import Event, ReprintLink


@dataclass(frozen=True, slots=True)
class PageView:
    """``coded`` are the reports with their claims, in the order to show them; ``events`` carry their findings.
    ``conflicts`` give the names behind the sides' codes, and say which sides face each other, so that the silence of
    one is seen; a side of no conflict is shown by its code. ``as_of`` is an EDTF day that the caller answers for, None
    to print none. ``note`` is a line for the head of the page ("Sample reports, written for this demonstration").
    """

    title: str
    coded: tuple[Coded, ...]
    events: tuple[Event, ...]
    reprints: tuple[ReprintLink, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    as_of: str | None = None
    note: str | None = None
