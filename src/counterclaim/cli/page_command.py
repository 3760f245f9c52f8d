"""``page OUT.html``: one self-contained page of a ledger."""

import os
from dataclasses import dataclass
from pathlib import Path

import click

from counterclaim.cli import options
from counterclaim.cli.desk import Desk, pass_desk
from counterclaim.cli.known import Known, conflicts_of, known_on
from counterclaim.cli.look import looking, notice_stale
from counterclaim.cli.printing import say
from counterclaim.ledger.store import Ledger
from counterclaim.records.conflict import Conflict


@click.command(short_help="Write one self-contained page of a ledger.")
@click.argument("out", metavar="OUT.html", type=click.Path(dir_okay=False, path_type=Path))
@options.ledger
@options.packs
@click.option("--title", default="Claims and counterclaims", show_default=True, help="Heading of the page.")
@options.as_known_on
@pass_desk
def page(desk: Desk, out: Path, ledger: str, packs: tuple[str, ...], title: str, known_day: str | None) -> None:
    """Write one self-contained page of a ledger: map, timeline, matrix and evidence.

    The page is one file that needs no network.
    """
    with looking(ledger) as opened:
        notice_stale(opened, ledger, desk)
        heading = Heading(title, conflicts_of(packs))
        known = None if known_day is None else known_on(opened, known_day, opened.events(), heading.conflicts, desk)
        write_page(opened, out, heading, known)
    say(f"Page: {out}")


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands on a page beside the ledger's own: title, the packs that name the sides, and a line of note."""

    title: str
    conflicts: tuple[Conflict, ...] = ()
    note: str | None = None


def write_page(ledger: Ledger, out: Path, heading: Heading, known: Known | None = None) -> None:
    """The page of ``ledger`` at ``out``, whole or not at all; of what was ``known`` on a day where given. ``OSError``
    where it cannot be written.
    """
    from counterclaim.page import PageView, render

    reports = ledger.reports() if known is None else known.reports
    view = PageView(
        title=heading.title,
        coded=tuple(coded for report in reports if (coded := ledger.coded(report.id))),
        events=ledger.events() if known is None else known.events,
        reprints=ledger.reprints() if known is None else known.reprints,
        conflicts=heading.conflicts,
        as_of=None if known is None else known.day.isoformat(),
        note=heading.note,
    )
    _write_whole(out, render(view))


def _write_whole(out: Path, text: str) -> None:
    beside = out.with_name(f".{out.name}.{os.getpid()}")
    try:
        with open(beside, "x", encoding="utf-8", errors="backslashreplace") as file:
            file.write(text)
        os.replace(beside, out)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(out)) from error
    finally:
        beside.unlink(missing_ok=True)
