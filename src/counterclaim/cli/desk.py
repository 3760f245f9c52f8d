"""What every command works with: the rooms, and how failures of single inputs are told and counted."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import click

from counterclaim.errors import InputError, one_line
from counterclaim.pipeline.rooms import Rooms
from counterclaim.settings import Settings


def shipped_rooms(settings: Settings) -> Rooms:
    """The rooms as they ship; what they look things up in is loaded now."""
    from counterclaim.pipeline.default import default_rooms

    return default_rooms(settings)


@dataclass(slots=True)
class Desk:
    """The command line's own things. ``failed`` counts inputs that failed."""

    rooms: Callable[[Settings], Rooms] = shipped_rooms
    failed: int = field(default=0, init=False)

    def fail(self, error: InputError) -> None:
        """Tell of an input that failed, and go on."""
        self.failed += 1
        self.notice(str(error))

    def notice(self, message: str) -> None:
        """One line on standard error that changes no exit status."""
        sys.stdout.flush()
        print(f"counterclaim: {one_line(message)}", file=sys.stderr, flush=True)

    def finish(self) -> None:
        """End the command: status 1 if an input failed."""
        if self.failed:
            click.get_current_context().exit(1)


pass_desk = click.make_pass_decorator(Desk)


@contextmanager
def progress(what: str, *, printing: bool = False) -> Iterator[Callable[[], None]]:
    """A counter of things done, on standard error and only on a terminal; call what it gives once a thing. Where
    results are printed meanwhile (``printing``) to the same terminal, they are progress enough.
    """
    if not sys.stderr.isatty() or (printing and sys.stdout.isatty()):
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    # Without redirect_stdout=False, rich would take the results off the pipe and show them on the terminal.
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=False) as bar:
        task = bar.add_task(what, total=None)
        yield lambda: bar.advance(task)
