"""Claims of one or many reports put together into events. Two events are better than one wrong one."""

from collections.abc import Iterable

from counterclaim.linking.blocks import Blocks
from counterclaim.linking.copies import Copies
from counterclaim.linking.draft import Draft, Telling, telling
from counterclaim.linking.features import MARGIN, THRESHOLD, Score, score
from counterclaim.linking.titles import event_detail, event_type, title
from counterclaim.records.claim import Claim
from counterclaim.records.conflict import Conflict
from counterclaim.records.event import Event, Link, ReprintLink
from counterclaim.records.identity import content_id
from counterclaim.records.pack_names import sides_by_name
from counterclaim.records.report import Report

_REPEATED = Score(THRESHOLD + 1, ("The report repeats another one, where the same statement stands here.",), exact=True)
_BEGINS = "The event begins with this claim."


def group(
    claims: Iterable[Claim],
    reports: Iterable[Report],
    reprints: Iterable[ReprintLink] = (),
    conflicts: Iterable[Conflict] = (),
) -> tuple[Event, ...]:
    """The events that ``claims`` speak of, without findings, in order of day and place.

    Every claim stands in exactly one event. The result does not depend on the order in which claims are given.
    ``KeyError`` where a claim's report is missing. An event's id comes from its earliest published claim, so it stays
    when later claims join.
    """
    by_id = {report.id: report for report in reports}
    originals = {link.copy: link.original for link in reprints}
    sides = sides_by_name(tuple(conflicts))
    tellings = [telling(c, by_id[c.report_id], originals.get(c.report_id, c.report_id), sides) for c in claims]
    blocks = Blocks()
    drafts: list[Draft] = []
    copies = Copies(tellings)
    homes: dict[str, int] = {}
    for told in sorted(tellings, key=lambda t: t.order):
        original = copies.original(told)
        number, found = (homes[original], _REPEATED) if original else _best(told, blocks)
        if number is None:
            number = len(drafts)
            drafts.append(Draft(told, Link(told.claim.id, 1.0, (_BEGINS,))))
        else:
            drafts[number].add(told, Link(told.claim.id, found.total, found.reasons))
        homes[told.claim.id] = number
        blocks.put(drafts[number], number)
    return tuple(sorted((_event(draft) for draft in drafts), key=lambda e: (e.date or "~", e.title, e.id)))


def _best(told: Telling, blocks: Blocks) -> tuple[int | None, Score]:
    """The event that the claim fits best; none where no score reaches the threshold, or where the claim's place only
    contains that of the event and another such event would do too, or one of the claim's own place nearly as well.
    What the claim's own report tells goes before what others do.
    """
    scored = [(score(told, draft), number) for number, draft in blocks.candidates(told).items()]
    scored.sort(key=lambda s: (-s[0].total, s[1]))
    if not scored or scored[0][0].total < THRESHOLD:
        return None, Score(0.0, (), exact=False)
    (best, number), rivals = scored[0], scored[1:]
    rivals = [(r, n) for r, n in rivals if r.here or not best.here]
    if not best.exact and any(r.total >= (best.total - MARGIN if r.exact else THRESHOLD) for r, _ in rivals):
        return None, Score(0.0, (), exact=False)
    return number, best


def _event(draft: Draft) -> Event:
    earliest = min(draft.tellings, key=_published)
    order = sorted(range(len(draft.tellings)), key=lambda n: _published(draft.tellings[n]))
    kind = event_type(draft)
    return Event(
        id=content_id("e", earliest.claim.id),
        title=title(draft),
        type=kind,
        place=draft.place,
        date=draft.days.edtf if draft.days else None,
        claims=tuple(draft.tellings[n].claim.id for n in order),
        links=tuple(draft.links[n] for n in order),
        event_detail=event_detail(draft, kind),
    )


def _published(told: Telling) -> tuple[str, str, int, str]:
    published = told.published.edtf if told.published else "~"
    return published, told.claim.report_id, told.claim.start, told.claim.id
