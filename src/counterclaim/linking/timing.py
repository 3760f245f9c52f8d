"""What the days of a claim and of an event say for or against their being one.

A day given in so many words weighs more than one taken from the day of publication: two days in words that differ are
two events, and only a night, which has two days, bridges them.
"""

from counterclaim.linking.days import Days
from counterclaim.linking.draft import Draft, Outline, Telling
from counterclaim.linking.evidence import VETO, Evidence
from counterclaim.linking.families import CONSEQUENCES, VIOLENT
from counterclaim.records.event_type import PropositionKind
from counterclaim.records.tagging import Stance

# Within how many days reports are of one piece of news; who holds a place stays news; and a toll goes on rising.
FRESH_DAYS = 3
STATE_DAYS = 7
TOLL_DAYS = 4
TOLLS = frozenset({PropositionKind.KILLED, PropositionKind.INJURED})
_LATER = TOLLS | {PropositionKind.CONTROL, PropositionKind.RESPONSIBILITY}
_OVERLAP = Evidence(1.2, "The days overlap.")
_LOOKS_BACK = Evidence(-0.2, "It gives no day of its own and was published the day after.")


def timing(telling: Telling, draft: Draft, same_report: bool) -> Evidence:
    """What the days say; by those of publication where one of the two gives none."""
    if telling.days is not None and draft.days is not None:
        gap = telling.days.gap(draft.days)
        if gap == 0:
            return _shared(telling, telling.days, draft.days, same_report)
        return Evidence(VETO, "The days lie apart.") if gap > 1 else _adjoining(telling, draft, same_report)
    if telling.days is None and draft.days is None:
        if same_report:
            return Evidence(-1.0, "Neither gives a day.")
        if _published_apart(telling, draft) <= FRESH_DAYS:
            return Evidence(0.0, "Neither gives a day; they were published together.")
        return Evidence(VETO, "Neither gives a day, and they were published at different times.")
    if same_report:
        return Evidence(-1.0, "One of the two gives no day.")
    known, unknown = (telling.days or draft.days), (draft.published if telling.days else telling.published)
    # That a place is held is true for longer than a day: a later report may give no day for it.
    if telling.holder in draft.holders and known and unknown and known.gap(unknown) <= STATE_DAYS:
        return Evidence(0.0, "One gives no day, but was published within days of the other.")
    if _toll_has_risen(telling, draft):
        return Evidence(0.0, "It gives no day, but a toll no lower, and was published within days after the event.")
    return Evidence(VETO, "One gives no day and stands in another report.")


def follows_up(telling: Telling) -> bool:
    """Whether it gives the toll of an attack whose day it leaves to what was reported before."""
    return (
        telling.days is None
        and telling.claim.kind in TOLLS
        and telling.claim.stance is not Stance.DENIES
        and telling.figure is not None
        and telling.family in VIOLENT
    )


def _shared(telling: Telling, days: Days, of_event: Days, same_report: bool) -> Evidence:
    if days == of_event:
        return Evidence(1.5, "The day is the same.")
    if same_report and telling.scene:
        return Evidence(0.2, "The report gives it another time.")
    night = max(days.length, of_event.length) <= 2
    return Evidence(1.4, "One gives the night, the other its day.") if night else _OVERLAP


def _adjoining(telling: Telling, draft: Draft, same_report: bool) -> Evidence:
    if draft.day_in_words and not telling.assumed:
        return Evidence(VETO, "The days adjoin, and both are given in so many words.")
    if telling.assumed and telling.days and draft.days and telling.days < draft.days and draft.day_in_words:
        return Evidence(VETO, "It was published before that day.")
    if telling.assumed and _looks_back(telling.claim, same_report):
        return _LOOKS_BACK
    return Evidence(-1.0 if same_report else -1.5, "The days adjoin.")


def _looks_back(claim: Outline, same_report: bool) -> bool:
    """Whether it may speak a day later of what has happened: tolls, who holds the place, blame and answers; in the
    report that tells of the event also what was damaged.
    """
    later = _LATER | CONSEQUENCES if same_report else _LATER
    return claim.kind in later or claim.stance is not Stance.ASSERTS


def _toll_has_risen(telling: Telling, draft: Draft) -> bool:
    if not follows_up(telling) or draft.days is None or telling.published is None or telling.figure is None:
        return False
    known = draft.figures.get(telling.claim.kind)
    later = 0 <= telling.published.last - draft.days.last <= TOLL_DAYS
    return later and known is not None and telling.figure.low >= min(figure.low for figure in known)


def _published_apart(telling: Telling, draft: Draft) -> int:
    if telling.published is None or draft.published is None:
        return FRESH_DAYS + 1
    return telling.published.gap(draft.published)
