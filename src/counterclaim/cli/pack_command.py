"""``pack``: the user's own conflict packs."""

import click

from counterclaim.errors import CounterclaimError


class PackMistakes(CounterclaimError):
    """A pack with mistakes, which have been printed."""


@click.group(short_help="Check a conflict pack of your own.")
def pack() -> None:
    """Conflict packs: who speaks for whom. docs/how-to/make-a-conflict-pack.md tells how to write one."""


@pack.command("check")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
def check_command(files: tuple[str, ...]) -> None:
    """Explain every mistake of a pack, one a line: FILE:LINE: what is wrong.

    FILE is a TOML file, or the id of a shipped pack. Exit status: 0 no mistake, 1 mistakes.
    """
    from counterclaim.packs import check

    wrong = 0
    for file in files:
        mistakes = check(file)
        for mistake in mistakes:
            at = f"{file}:{mistake.line}" if mistake.line else file
            click.echo(f"{at}: {mistake.message}")
        wrong += len(mistakes)
        if not mistakes:
            click.echo(f"{file}: no mistakes")
    if wrong:
        raise PackMistakes(f"{wrong} mistake{'s' if wrong > 1 else ''}")
