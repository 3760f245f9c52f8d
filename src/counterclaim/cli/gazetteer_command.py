"""``gazetteer``: places of the user's own, beside those that ship."""

from pathlib import Path

import click

from counterclaim.cli.desk import Desk, pass_desk, progress
from counterclaim.errors import InputError

_NONE = "no gazetteer of your own is wanted: COUNTERCLAIM_GAZETTEER is set to nothing"


@click.group(short_help="Add places of your own.")
def gazetteer() -> None:
    """Places of your own, beside those that ship: every command looks for them from then on.

    They are kept in one file: the one that COUNTERCLAIM_GAZETTEER names, or places.sqlite in the folder for a user's
    data (~/.local/share/counterclaim on Linux). COUNTERCLAIM_GAZETTEER set to nothing leaves them out.
    """


@gazetteer.command("add", short_help="Add the places of files.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--country", metavar="CODE", help="Country of places that name none, as ISO 3166 code (UA).")
@pass_desk
def add(desk: Desk, files: tuple[str, ...], country: str | None) -> None:
    """Add the places of files; the same file again changes nothing.

    A FILE is a GeoNames country dump (UA.txt), a GeoJSON file of points or polygons, or a CSV table whose first line
    names its columns: name, lat, lon and, as known, country, admin1, kind, population, geonameid, other_names (parted
    by semicolons) and radius_km. What cannot be used is named by its line; the rest is taken.
    """
    from counterclaim.resolving.where.own.file import own_file

    land = _code(country)
    target = own_file()
    if target is None:
        raise click.UsageError(_NONE)
    for name in files:
        try:
            click.echo(f"{name}: {_added(Path(name), target, land, desk)}")
        except InputError as error:
            desk.fail(error)
    desk.finish()


def _added(path: Path, target: Path, country: str | None, desk: Desk) -> str:
    from counterclaim.resolving.where.gazetteer import shipped_file
    from counterclaim.resolving.where.own.adding import add_places
    from counterclaim.resolving.where.own.place import Bad, OwnPlace
    from counterclaim.resolving.where.own.reading import read_places

    with progress("places") as advance:

        def told(answer: OwnPlace | Bad | None) -> OwnPlace | Bad | None:
            advance()
            return answer

        answers = map(told, read_places(path, country))
        done = add_places(target, answers, shipped_file(), lambda bad: desk.fail(_error(path, bad.where, bad.reason)))
    places = f"{done.new} added, {done.changed} changed, {done.known} known already"
    passed = f", {done.passed} passed over (streams, hills and the like)" if done.passed else ""
    return f"{places}{passed}, {done.bad} failed"


def _error(path: Path, where: str, reason: str) -> InputError:
    return InputError(f"{path}:{where}" if where.isdigit() else f"{path}: {where}", reason)


def _code(country: str | None) -> str | None:
    if country is None:
        return None
    code = country.strip().upper()
    if len(code) != 2 or not code.isascii() or not code.isalpha():
        raise click.BadParameter(f"{country!r} is no code of two letters, such as UA", param_hint="--country")
    return code
