"""The program: its commands, and the one place where every failure becomes a line and an exit status."""

import os
import sys
from collections.abc import Sequence

import click

from counterclaim import __version__
from counterclaim.cli.add import add
from counterclaim.cli.demo import demo
from counterclaim.cli.desk import Desk
from counterclaim.cli.evaluate import evaluate
from counterclaim.cli.extract import extract
from counterclaim.cli.gazetteer_command import gazetteer
from counterclaim.cli.judge import judge
from counterclaim.cli.look import claims, events, reports
from counterclaim.cli.pack_command import pack
from counterclaim.cli.page_command import page
from counterclaim.cli.show import show
from counterclaim.errors import CounterclaimError, PackError, SettingsError, one_line

DONE, SOME_FAILED, WRONG_USAGE, INTERRUPTED, NOBODY_READS = 0, 1, 2, 130, 141


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="counterclaim", message="%(prog)s %(version)s")
def cli() -> None:
    """Reads reports about armed conflicts and shows who says what happened, where, when, and who denies it.

    Exit status: 0 done; 1 some inputs failed (named on standard error, the rest is done); 2 wrong usage.
    """


for command in (demo, extract, add, reports, claims, events, show, judge, page, pack, gazetteer, evaluate):
    cli.add_command(command)


def main(arguments: Sequence[str] | None = None, desk: Desk | None = None) -> int:
    """Run one command; the exit status. ``desk`` replaces what the commands work with."""
    _speak_utf8()
    status = _run(arguments, desk or Desk())
    try:
        sys.stdout.flush()
    except OSError:
        # What is still buffered must go nowhere when the interpreter closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return status


def _run(arguments: Sequence[str] | None, desk: Desk) -> int:
    try:
        given = list(sys.argv[1:] if arguments is None else arguments)
        with cli.make_context("counterclaim", given, obj=desk) as context:
            cli.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as error:
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        return NOBODY_READS
    except click.exceptions.NoArgsIsHelpError as error:
        print(error.format_message(), file=sys.stderr)
        return WRONG_USAGE
    except click.UsageError as error:
        usage = error.ctx.get_usage() + "\n" if error.ctx else ""
        return _failed(error.format_message(), WRONG_USAGE, usage)
    except (PackError, SettingsError) as error:
        return _failed(str(error), WRONG_USAGE)
    except (CounterclaimError, click.ClickException) as error:
        return _failed(str(error), SOME_FAILED)
    except OSError as error:
        return _failed(f"{error.filename or 'output'}: {error.strerror or error}", SOME_FAILED)
    except Exception as error:
        return _fault(error)
    return DONE


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _failed(message: str, status: int, before: str = "") -> int:
    print(f"{before}counterclaim: {one_line(message)}", file=sys.stderr)
    return status


def _fault(error: Exception) -> int:
    """A mistake in this program: one line for the user, the whole story for who asks for it."""
    if os.environ.get("COUNTERCLAIM_DEBUG"):
        raise error
    return _failed(
        f"a fault in counterclaim ({type(error).__name__}: {error}); COUNTERCLAIM_DEBUG=1 shows where", SOME_FAILED
    )
