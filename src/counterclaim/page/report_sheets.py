"""A report as the page shows it: its text with the claims marked, and its reprints folded under it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.page import wording
from counterclaim.page.changes import Changes, changes
from counterclaim.page.event_sheets import EventSheet
from counterclaim.page.evidence import Evidence, Index
from counterclaim.page.texts import Piece, paragraphs
from counterclaim.page.view import PageView
from counterclaim.records.coded import Coded
from counterclaim.records.event import ReprintLink
from counterclaim.records.report import Report

_RIGHT_TO_LEFT = ("ar", "he", "fa", "ur", "ps", "yi")


@dataclass(frozen=True, slots=True)
class Mark:
    """A claim in a text. ``event`` is the anchor of the event that it belongs to, None for a claim of no event."""

    claim: Evidence
    event: str | None
    event_title: str | None


@dataclass(frozen=True, slots=True)
class Reprint:
    """A reprint under its original: why it is held to be one, and what it changed (None: not comparable)."""

    sheet: "ReportSheet"
    reasons: tuple[str, ...]
    changed: Changes | None


@dataclass(frozen=True, slots=True)
class ReportSheet:
    """One report. ``lines`` are its paragraphs, ``marks`` its claims by their ids."""

    report: Report
    anchor: str
    heading: str
    published: str | None
    direction: str
    facts: tuple[str, ...]
    link: str | None
    lines: tuple[tuple[Piece, ...], ...]
    marks: dict[str, Mark]
    reprints: tuple[Reprint, ...] = ()


def report_sheets(view: PageView, index: Index, events: Sequence[EventSheet]) -> list[ReportSheet]:
    """The reports that repeat no other one, each with its reprints; where links run in a ring all are shown so."""
    told_in = {id: sheet for sheet in events for id in sheet.event.claims}
    links = {link.copy: link for link in view.reprints if link.copy in index.copies}
    root = {coded.report.id: _root(coded.report.id, links) for coded in view.coded}
    sheets = {coded.report.id: _sheet(coded, index, told_in, ()) for coded in view.coded}
    return [
        _sheet(coded, index, told_in, tuple(_reprints(coded.report, root, links, sheets)))
        for coded in view.coded
        if root[coded.report.id] == coded.report.id
    ]


def _root(id: str, links: dict[str, ReprintLink]) -> str:
    """The report that a reprint goes back to at last; itself where links run in a ring."""
    seen, at = {id}, id
    while at in links:
        at = links[at].original
        if at in seen:
            return id
        seen.add(at)
    return at


def _reprints(
    original: Report, root: dict[str, str], links: dict[str, ReprintLink], sheets: dict[str, ReportSheet]
) -> Iterator[Reprint]:
    for id, sheet in sheets.items():
        if root[id] == original.id and id != original.id:
            yield Reprint(sheet, links[id].reasons, changes(original, sheet.report))


def _sheet(coded: Coded, index: Index, told_in: dict[str, EventSheet], reprints: tuple[Reprint, ...]) -> ReportSheet:
    report = coded.report
    marks = {}
    for claim in coded.claims:
        found, event = index.evidence(claim.id), told_in.get(claim.id)
        if found:
            marks[claim.id] = Mark(found, event.anchor if event else None, event.event.title if event else None)
    return ReportSheet(
        report=report,
        anchor=index.reports[report.id],
        heading=report.title or report.address,
        published=wording.day(report.published),
        direction="rtl" if report.language in _RIGHT_TO_LEFT else "auto",
        facts=tuple(_facts(report, len(coded.claims))),
        link=report.url if report.url and report.url.startswith(("https://", "http://")) else None,
        lines=paragraphs(report, coded.claims),
        marks=marks,
        reprints=reprints,
    )


def _facts(report: Report, claims: int) -> Iterator[str]:
    if report.byline:
        yield f"by {report.byline}"
    if report.agency:
        yield f"copy of {report.agency}"
    if report.language:
        yield f"language {report.language}"
    if report.translated_from:
        yield f"translated from {report.translated_from}"
    if report.published and report.published_from:
        yield f"day known from: {report.published_from}"
    yield wording.count(claims, "claim")
