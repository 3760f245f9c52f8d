"""``page OUT.html``: one self-contained page of a ledger."""

import click

from counterclaim.cli.desk import Desk, pass_desk


@click.command(short_help="Write one self-contained page of a ledger.")
@click.argument("out")
@pass_desk
def page(desk: Desk, out: str) -> None:
    """Write one self-contained page of a ledger: map, timeline, matrix and evidence."""
    raise click.ClickException("not there yet")
