"""``add``: claims of reports, kept in a ledger."""

import click

from counterclaim import __version__
from counterclaim.cli import options
from counterclaim.cli.coding import Job, coded
from counterclaim.cli.desk import Desk, pass_desk
from counterclaim.ledger.store import Ledger
from counterclaim.pipeline.rooms import Rooms
from counterclaim.settings import Settings


@click.command(short_help="Keep reports and their claims in a ledger.")
@options.sources
@options.ledger
@options.published
@options.packs
@options.threads
@pass_desk
def add(
    desk: Desk, sources: tuple[str, ...], ledger: str, published: str | None, packs: tuple[str, ...], threads: int
) -> None:
    """Keep reports and their claims in a ledger, and work out the events that they bear on.

    Adding the same thing twice changes nothing. A SOURCE is a .txt or .html file, a folder of them, an http(s)
    address, or - for standard input.
    """
    from counterclaim.ledger.sqlite import open_ledger

    settings = Settings(packs=packs, threads=threads)
    with open_ledger(ledger) as opened:
        rooms = desk.rooms(settings)
        known = added = 0
        for taken in coded(Job(sources, settings, published), rooms, desk):
            new = opened.add(taken.capture, taken.coded)
            added, known = added + new, known + (not new)
        make_events(opened, rooms)
        count = opened.count_events()
        events = f"{count} event{'' if count == 1 else 's'} in all"
        click.echo(f"{added} added, {known} known already, {desk.failed} failed; {events}")
    desk.finish()


def make_events(ledger: Ledger, rooms: Rooms) -> None:
    """Work out the events of ``ledger`` that its new reports bear on; all of them where other rooms made them."""
    from counterclaim.pipeline.code import reconcile_all

    if rooms.linking is None:
        ledger.reconcile(lambda reports, claims: reconcile_all(reports, claims, rooms), maker(rooms))
    else:
        ledger.link(rooms.linking, maker(rooms))


def maker(rooms: Rooms) -> str:
    """What makes the events: this version, with the packs in use."""
    packs = " ".join(f"{c.id}={c.version}" for c in rooms.conflicts)
    return f"counterclaim {__version__} {packs}".strip()
