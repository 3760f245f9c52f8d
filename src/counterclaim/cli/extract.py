"""``extract``: claims of reports, printed and not kept."""

from collections.abc import Iterable

import click

from counterclaim.cli import options
from counterclaim.cli.coding import Job, coded
from counterclaim.cli.desk import Desk, pass_desk
from counterclaim.cli.printing import chosen, print_json_lines, print_table
from counterclaim.pipeline.flow import Taken
from counterclaim.records.claim import Claim
from counterclaim.settings import Settings

COLUMNS = ("source", "says", "where and when", "words")


@click.command(short_help="Print the claims of reports; keep nothing.")
@options.sources
@options.published
@options.packs
@options.threads
@options.output_format("jsonl", "table")
@pass_desk
def extract(
    desk: Desk, sources: tuple[str, ...], published: str | None, packs: tuple[str, ...], threads: int, form: str | None
) -> None:
    """Print the claims of reports; nothing is kept.

    A SOURCE is a .txt or .html file, a folder of them, an http(s) address, or - for standard input.
    """
    settings = Settings(packs=packs, threads=threads)
    taken = coded(Job(sources, settings, published, printing=True), desk.rooms(settings), desk)
    if chosen(form, "jsonl") == "jsonl":
        from counterclaim.exports.contract import to_json

        print_json_lines(to_json(each.coded) for each in taken)
    else:
        _print_tables(taken)
    desk.finish()


def _print_tables(taken: Iterable[Taken]) -> None:
    for each in taken:
        report = each.coded.report
        title = " · ".join(filter(None, (report.address, report.published, report.publisher, report.agency)))
        print_table(COLUMNS, (claim_cells(c, report.text) for c in each.coded.claims), title)


def claim_cells(claim: Claim, text: str) -> tuple[str | None, ...]:
    """A claim as a row of ``COLUMNS``; ``text`` is its report's."""
    proposition = claim.proposition
    side = f" ({claim.source.side})" if claim.source.side else ""
    said = f"{claim.stance.value} {proposition.kind.value}" + (f": {proposition.value}" if proposition.value else "")
    where = claim.place.place.name if claim.place.place else None
    return (
        claim.source.name + side,
        f"{said} · {claim.event.value}",
        " · ".join(filter(None, (where, claim.date.edtf))),
        text[claim.start : claim.end],
    )
