"""``demo``: the main job on the bundled sample reports."""

import tempfile
from pathlib import Path

import click

from counterclaim.cli import samples
from counterclaim.cli.add import make_events
from counterclaim.cli.desk import Desk, pass_desk, progress
from counterclaim.cli.known import conflicts_of
from counterclaim.cli.look import print_events
from counterclaim.cli.matrix import print_event
from counterclaim.cli.page_command import Heading, write_page
from counterclaim.cli.printing import say
from counterclaim.ledger.store import Ledger
from counterclaim.records.event import Event, Standing
from counterclaim.settings import Settings

LEDGER, PAGE = "demo.ledger", "page.html"
TITLE = "Claims and counterclaims: sample reports"
NOTE = "Sample reports, written for this demonstration: public facts, retold; no outlet's words."


@click.command(short_help="Show it all on bundled sample reports.")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder for the ledger and the page; a new temporary one if not given.",
)
@pass_desk
def demo(desk: Desk, out: Path | None) -> None:
    """Fill a ledger from bundled sample reports, print the events with their matrix, write the page."""
    from counterclaim.ledger.sqlite import open_ledger

    folder = out or Path(tempfile.mkdtemp(prefix="counterclaim-demo-"))
    folder.mkdir(parents=True, exist_ok=True)
    # The demonstration begins anew each time: an older one's samples would stand beside today's.
    for left in folder.glob(f"{LEDGER}*"):
        left.unlink()
    with open_ledger(folder / LEDGER) as ledger:
        _fill(ledger, desk)
        _print(ledger)
        write_page(ledger, folder / PAGE, Heading(TITLE, conflicts_of(), NOTE))
    say(f"Ledger: {folder / LEDGER}")
    say(f"Page:   {folder / PAGE}")


def _fill(ledger: Ledger, desk: Desk) -> None:
    rooms = desk.rooms(Settings())
    with progress("samples") as advance:
        for sample in samples.bundled():
            advance()
            taken = samples.code_sample(sample, rooms)
            ledger.add(taken.capture, taken.coded)
    make_events(ledger, rooms)


def _print(ledger: Ledger) -> None:
    """Events on which one side answers another with their matrix, the others as a list."""
    of = {id: coded for id in (r.id for r in ledger.reports()) if (coded := ledger.coded(id))}
    events = ledger.events()
    several = [event for event in events if _standings(event) - {Standing.SINGLE_SIDE}]
    one = [event for event in events if event not in several]
    for event in several:
        print_event(event, ledger.claims(ids=event.claims), of)
    say("Events on which no side has answered another:")
    print_events(one)
    say(f"{len(of)} sample reports, {len(events)} events, {len(ledger.reprints())} reprints")


def _standings(event: Event) -> set[Standing]:
    return {finding.standing for finding in event.findings}
