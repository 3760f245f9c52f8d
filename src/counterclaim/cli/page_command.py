"""``page OUT.html``: one self-contained page of a ledger."""

import os
from pathlib import Path

import click

from counterclaim.cli import options
from counterclaim.cli.desk import Desk, pass_desk
from counterclaim.cli.look import looking, notice_stale
from counterclaim.cli.printing import say
from counterclaim.ledger.store import Ledger


@click.command(short_help="Write one self-contained page of a ledger.")
@click.argument("out", metavar="OUT.html", type=click.Path(dir_okay=False, path_type=Path))
@options.ledger
@pass_desk
def page(desk: Desk, out: Path, ledger: str) -> None:
    """Write one self-contained page of a ledger: map, timeline, matrix and evidence.

    The page is one file that needs no network.
    """
    with looking(ledger) as opened:
        notice_stale(opened, ledger, desk)
        write_page(opened, out)
    say(f"Page: {out}")


def write_page(ledger: Ledger, out: Path) -> None:
    """The page of ``ledger`` at ``out``, whole or not at all. ``OSError`` where it cannot be written."""
    from counterclaim.page import PageView, render

    view = PageView(
        reports=ledger.reports(), claims=ledger.claims(), events=ledger.events(), reprints=ledger.reprints()
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
