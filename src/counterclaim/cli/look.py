"""``reports``, ``claims``, ``events``: look-ups into a ledger."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import click

from counterclaim.cli import options
from counterclaim.cli.desk import Desk, pass_desk
from counterclaim.cli.extract import COLUMNS, claim_cells
from counterclaim.cli.known import conflicts_of, fits, known_on, unchanging
from counterclaim.cli.printing import chosen, print_json_lines, print_json_list, print_table
from counterclaim.ledger.store import Ledger
from counterclaim.records.event import Event
from counterclaim.records.report import Report

LOOK_FORMATS = ("json", "jsonl", "table")


@click.command(short_help="List the reports in a ledger.")
@options.ledger
@options.filters
@options.output_format(*LOOK_FORMATS)
@pass_desk
def reports(desk: Desk, /, ledger: str, form: str | None, **asked: Any) -> None:
    """List the reports in a ledger, or those that hold a certain kind of claim.

    --date asks for the day of publication.
    """
    from counterclaim.exports.events import report_json

    with looking(ledger) as opened:
        found = opened.reports(options.wanted(**asked))
        counts: dict[str, int] = {}
        for claim in opened.claims():
            counts[claim.report_id] = counts.get(claim.report_id, 0) + 1
        originals = {link.copy: link.original for link in opened.reprints()}
        shown = (
            report_json(r, counts.get(r.id, 0), originals.get(r.id)) | _changed(opened, r, originals) for r in found
        )
        if _print_json(form, shown):
            return
    columns = ("id", "published", "language", "claims", "publisher", "repeats", "title")
    print_table(columns, (_report_cells(r, counts.get(r.id, 0), originals.get(r.id)) for r in found))


def _changed(opened: Ledger, report: Report, originals: Mapping[str, str]) -> dict[str, Any]:
    """What a reprint changed of the report that it repeats; None for a report that repeats none."""
    from counterclaim.linking.reprinting.differences import reprint_diff

    if report.id not in originals:
        return {"changed": None}
    copy, original = opened.coded(report.id), opened.coded(originals[report.id])
    return {"changed": reprint_diff(copy, original).json() if copy and original else None}


def _report_cells(report: Report, claims: int, original: str | None) -> tuple[str | None, ...]:
    agency = f"({report.agency})" if report.agency else None
    publisher = " ".join(filter(None, (report.publisher, agency)))
    return (report.id, report.published, report.language, str(claims), publisher, original, report.title)


@click.command(short_help="List the claims in a ledger.")
@options.ledger
@options.filters
@options.output_format(*LOOK_FORMATS)
@pass_desk
def claims(desk: Desk, /, ledger: str, form: str | None, **asked: Any) -> None:
    """List the claims in a ledger; --standing asks for those that a proposition of that standing rests on."""
    from counterclaim.exports.events import evidence_json

    with looking(ledger) as opened:
        found = opened.claims(options.wanted(**asked))
        of = {report.id: report for report in opened.reports()}
    if not _print_json(form, (evidence_json(c, of[c.report_id]) for c in found)):
        rows = ((of[c.report_id].published, *claim_cells(c, of[c.report_id].text)) for c in found)
        print_table(("published", *COLUMNS), rows)


@click.command(short_help="List the events in a ledger.")
@options.ledger
@options.filters
@options.as_known_on
@options.packs
@options.output_format(*LOOK_FORMATS)
@pass_desk
def events(
    desk: Desk, /, ledger: str, form: str | None, known_day: str | None, packs: tuple[str, ...], **asked: Any
) -> None:
    """List the events in a ledger; `show EVENT` tells who says what about one of them.

    With --as-known-on, give the packs (--pack) that the reports were added with.
    """
    from counterclaim.exports.events import event_json

    wanted = options.wanted(**asked)
    with looking(ledger) as opened:
        notice_stale(opened, ledger, desk)
        if known_day is None:
            found = opened.events(wanted)
        else:
            then = known_on(opened, known_day, opened.events(unchanging(wanted)), conflicts_of(packs), desk)
            found = tuple(event for event in then.events if fits(event, wanted))
    if not _print_json(form, (event_json(e) for e in found)):
        print_events(found)


def print_events(events: Iterable[Event]) -> None:
    """A table with an event a row."""
    print_table(("id", "claims", "sides", "standings", "title"), (_event_cells(e) for e in events))


def _event_cells(event: Event) -> tuple[str | None, ...]:
    sides = {position.side for finding in event.findings for position in finding.positions}
    return (
        event.id,
        str(len(event.claims)),
        " ".join(sorted(sides)),
        ", ".join(dict.fromkeys(f.standing.value for f in event.findings)),
        event.title,
    )


@contextmanager
def looking(path: str) -> Iterator[Ledger]:
    """The ledger at ``path``, for reading only."""
    from counterclaim.ledger.sqlite import look_into

    with look_into(path) as ledger:
        yield ledger


def notice_stale(opened: Ledger, path: str, desk: Desk) -> None:
    """A line if the events in the ledger at ``path`` do not know all its reports."""
    if opened.stale():
        desk.notice(f"{path}: reports were added since its events were worked out; `counterclaim add` does that")


def _print_json(form: str | None, values: Iterator[object]) -> bool:
    """Print ``values`` if JSON is what is wanted."""
    match chosen(form, "json"):
        case "json":
            print_json_list(values)
        case "jsonl":
            print_json_lines(values)
        case _:
            return False
    return True
