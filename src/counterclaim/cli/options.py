"""Options that several commands share; each value is parsed here and trusted further in."""

import re
from collections.abc import Callable
from typing import Any, TypeVar

import click

from counterclaim.ledger.store import Filter
from counterclaim.records.edtf import Days, days_of
from counterclaim.records.event import Standing
from counterclaim.records.event_type import EventType
from counterclaim.records.tagging import Stance

Command = TypeVar("Command", bound=Callable[..., Any])
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


class Day(click.ParamType[str]):
    """A day as YYYY-MM-DD."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The same day, if there is such a day."""
        days = days_of(value) if ISO_DAY.fullmatch(value) else None
        if days is None:
            self.fail(f"{value!r} is no day (write it as 2024-03-12)", param, ctx)
        return str(value)


class Edtf(click.ParamType[Days]):
    """A day, month, year or interval."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Days:
        """The days that the value covers."""
        days = value if isinstance(value, Days) else days_of(value)
        if days is None:
            self.fail(f"{value!r} is no date (2024-03-12, 2024-03, 2024-03-10/2024-03-12 or 2024-03-10/..)", param, ctx)
        return days


class Type(click.ParamType[str]):
    """An ACLED sub-event type, or the beginning of one."""

    name = "type"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The whole name of the type."""
        asked = str(value).casefold()
        exact = [t for t in EventType if t.casefold() == asked]
        found = exact or [t for t in EventType if t.casefold().startswith(asked)]
        if len(found) != 1:
            self.fail(f"{value!r}: one of {'; '.join(found or EventType)}", param, ctx)
        return found[0].value


published = click.option(
    "--published", type=Day(), metavar="DATE", help="Day of publication of the sources, as 2024-03-12."
)
packs = click.option(
    "--pack",
    "packs",
    multiple=True,
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False),
    help="A conflict pack of your own, beside the shipped ones; may be given more than once.",
)
as_known_on = click.option(
    "--as-known-on",
    "known_day",
    type=Day(),
    metavar="DATE",
    help="Only what had been published by that day, and what it then added up to.",
)
threads = click.option(
    "--threads",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    envvar="COUNTERCLAIM_THREADS",
    help="How many cores the tagger's model may use for one report.",
)
ledger = click.option(
    "--ledger",
    required=True,
    metavar="FILE",
    envvar="COUNTERCLAIM_LEDGER",
    show_envvar=True,
    type=click.Path(),
    help="The ledger's file.",
)
sources = click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")


def output_format(*names: str) -> Callable[[Command], Command]:
    """``--format``: the first of ``names`` on a pipe, "table" on a terminal."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(names),
        help=f"What to print; {names[0]} on a pipe and a table on a terminal if not given.",
    )


def filters(command: Command) -> Command:
    """The options of ``wanted``."""
    for option in (
        click.option("--standing", type=click.Choice([s.value for s in Standing], case_sensitive=False)),
        click.option("--stance", type=click.Choice([s.value for s in Stance], case_sensitive=False)),
        click.option("--type", "event_type", type=Type(), help="ACLED sub-event type, or how its name begins."),
        click.option("--side", metavar="CODE", help="Side of a conflict, such as UA; media for the narrator."),
        click.option("--date", "days", type=Edtf(), help="A day, month, year or interval that it shares a day with."),
        click.option("--place", metavar="NAME", help="Part of a place's or region's name, or a country code."),
    ):
        command = option(command)
    return command


def wanted(
    place: str | None,
    days: Days | None,
    side: str | None,
    event_type: str | None,
    stance: str | None,
    standing: str | None,
) -> Filter:
    """The options of ``filters`` as one value."""
    return Filter(place=place, days=days, side=side, type=event_type, stance=stance, standing=standing)
