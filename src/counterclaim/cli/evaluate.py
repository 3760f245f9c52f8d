"""``evaluate TASK PATH``: the installed system against a corpus in its public format."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import click

from counterclaim.cli import options
from counterclaim.cli.desk import Desk, pass_desk, progress
from counterclaim.errors import InputError
from counterclaim.evaluating import Score
from counterclaim.settings import LANGUAGES, TAGGERS, Settings


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be evaluated, and the user's own things for it."""

    path: Path
    settings: Settings
    aliases: Path | None = None
    language: str | None = None
    predictions: Path | None = None
    spans: Literal["gold", "found"] = "found"
    cross_validate: int | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A score whose predictions are written already."""

    shown: str
    figures: dict[str, Any]

    def table(self) -> str:
        """The figures for people."""
        return self.shown

    def json(self) -> dict[str, object]:
        """Every figure with its counts."""
        return self.figures

    def write_predictions(self, path: Path) -> None:
        """Nothing is left to write."""


def _ledger(wish: Wish, desk: Desk) -> Score:
    from counterclaim.evaluating.ledger import evaluate as score
    from counterclaim.exports.contract import to_json
    from counterclaim.pipeline.flow import code_captures
    from counterclaim.reading.sources import captures

    rooms = desk.rooms(wish.settings)
    with progress("texts") as advance:

        def extract(text: Path, published: str | None) -> dict[str, Any]:
            advance()
            (taken,) = code_captures(captures([str(text)], wish.settings), rooms, published)
            if isinstance(taken, InputError):
                raise taken
            return to_json(taken.coded)

        return score(wish.path, extract, wish.aliases, desk.fail)


def _attribution(wish: Wish, desk: Desk) -> Score:
    from counterclaim.evaluating.attribution import evaluate as score

    return score(wish.path, desk.rooms(wish.settings).tagger, wish.language or "en")


def _dates(wish: Wish, desk: Desk) -> Score:
    from counterclaim.evaluating import dates

    alone = wish.settings.tagger == "model"
    tagger = desk.rooms(wish.settings).tagger if alone else None
    figures = dates.evaluate(wish.path, wish.predictions, wish.language, tagger)
    return Told(dates.table(figures), {"task": "dates", **figures})


def _places(wish: Wish, desk: Desk) -> Score:
    from counterclaim.evaluating import places

    alone = wish.settings.tagger == "model" and wish.spans == "found"
    tagger = desk.rooms(wish.settings).tagger
    figures = places.evaluate(wish.path, "tagged" if alone else wish.spans, wish.predictions, tagger)
    return Told(places.table(figures), {"task": "places", "spans": wish.spans, **figures})


def _marked(wish: Wish, desk: Desk) -> Score:
    from counterclaim.evaluating import marked

    figures = marked.evaluate(wish.path, desk.rooms(wish.settings).tagger)
    return Told(marked.table(figures), {"task": "marked", **figures})


def _event_types(wish: Wish, desk: Desk) -> Score:
    from counterclaim.evaluating.event_types import evaluate as score
    from counterclaim.pipeline.passages import told

    with progress("snippets") as advance:

        def read(text: str) -> str | None:
            advance()
            return next(iter(told(text, wish.language or "en")), None)

        return score(wish.path, read)


def _linking(wish: Wish, desk: Desk) -> Score:
    from counterclaim.evaluating.linking import evaluate as score

    return score(wish.path, wish.cross_validate, desk.notice)


def _swap(wish: Wish, desk: Desk) -> Score:
    from functools import partial

    from counterclaim.evaluating.party_swap import evaluate as score
    from counterclaim.pipeline.flow import code_safely

    return score(wish.path, partial(code_safely, rooms=desk.rooms(wish.settings)))


TASKS: dict[str, Callable[[Wish, Desk], Score]] = {
    "attribution": _attribution,
    "dates": _dates,
    "event-types": _event_types,
    "ledger": _ledger,
    "linking": _linking,
    "marked": _marked,
    "places": _places,
    "swap": _swap,
}


@click.command(short_help="Score the system on a corpus.")
@click.argument("task", type=click.Choice(list(TASKS)))
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--predictions", type=click.Path(path_type=Path), help="Where to write what was predicted; a folder for ledger."
)
@click.option("--aliases", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Other names of sources.")
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    help="Language of the corpus: for attribution and event-types (en if not given) and dates (told by the letters if "
    "not given).",
)
@click.option(
    "--spans",
    type=click.Choice(["gold", "found"]),
    default="found",
    help="Resolve the gold names or those found, for places.",
)
@click.option(
    "--cross-validate",
    type=click.IntRange(2, 50),
    metavar="FOLDS",
    help="Learn weights anew by so many folds of events, for linking (5 where the shipped weights have seen the file).",
)
@click.option("--errors", is_flag=True, help="List what is wrong, for ledger and linking.")
@click.option(
    "--tagger",
    type=click.Choice(TAGGERS),
    default="both",
    show_default=True,
    help="What finds attributions: the model, the rules, or both together.",
)
@options.packs
@options.threads
@pass_desk
def evaluate(desk: Desk, /, task: str, path: Path, predictions: Path | None, errors: bool, **own: Any) -> None:
    """Score the system on a corpus: a table, and as the last line one JSON object with every figure and its counts.

    attribution: a folder of NAME.txt with NAME.ann (brat). dates: a folder of TimeML (.tml). event-types: the TSV of
    CASE 2021, task 2. ledger: a folder of NAME.txt with NAME.json (the shape that extract prints). linking: a CSV of
    MAVERICK event reports. marked: a folder of
    LANG/NAME.xml with the marks of training/corpus. places: an XML file of GeoWebNews, TR-News, LGL or GeoVirus, or a
    folder of them. swap: a folder of TOML files with texts whose parties can be exchanged; what changes in the coding
    is listed.
    """
    from counterclaim.exports.contract import dumps

    try:
        settings = Settings(**{name: own.pop(name) for name in ("packs", "threads", "tagger")})
        score = TASKS[task](Wish(path, settings, predictions=predictions, **own), desk)
    except FileNotFoundError as error:
        raise InputError(str(path), str(error)) from error
    if predictions is not None:
        score.write_predictions(predictions)
    for line in getattr(score, "errors", tuple)() if errors else ():
        click.echo(line)
    click.echo(score.table())
    click.echo(dumps(score.json()))
    desk.finish()
