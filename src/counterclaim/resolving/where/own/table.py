"""Tables of places with a head that names the columns: CSV, its fields parted by commas, semicolons or tabs."""

import csv
from collections.abc import Iterable, Iterator

from counterclaim.resolving.where.own.place import Bad, OwnPlace, Unfit, from_fields

NEEDED = ("name", "lat", "lon")
KNOWN = (*NEEDED, "country", "admin1", "kind", "population", "geonameid", "other_names", "radius_km")
_SAME = {"latitude": "lat", "longitude": "lon"}
_SEPARATORS = ",;\t"


class NoTable(ValueError):
    """The head does not name the columns that are needed; the message says which."""


def read_table(lines: Iterable[tuple[int, str]], country: str | None) -> Iterator[OwnPlace | Bad]:
    """One answer a line below the head. ``country`` is that of places that name none. ``NoTable`` without a head."""
    counted = _Counted(lines)
    head = next(counted, "")
    separator = max(_SEPARATORS, key=head.count)
    columns = [
        _SAME.get(c, c) for c in (c.strip().casefold() for c in next(csv.reader([head], delimiter=separator), []))
    ]
    missing = [c for c in NEEDED if c not in columns]
    if missing:
        raise NoTable(
            f"no column {', '.join(missing)} in its first line, which must name the columns: {', '.join(NEEDED)} and, "
            f"as known, {', '.join(c for c in KNOWN if c not in NEEDED)}"
        )
    rows = csv.reader(counted, delimiter=separator)
    while True:
        number = counted.number + 1
        try:
            cells = next(rows, None)
        except csv.Error as error:
            yield Bad(str(number), f"no row of a table: {error}")
            continue
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            yield _place(dict(zip(columns, cells, strict=False)), number, len(cells), len(columns), country)


def _place(fields: dict[str, str], number: int, cells: int, columns: int, country: str | None) -> OwnPlace | Bad:
    if cells != columns:
        return Bad(str(number), f"{cells} fields instead of {columns}")
    try:
        return from_fields(fields, fields["lat"].strip(), fields["lon"].strip(), country)
    except Unfit as error:
        return Bad(str(number), str(error))


class _Counted:
    """Lines, with the number of the last one."""

    def __init__(self, lines: Iterable[tuple[int, str]]) -> None:
        self._lines = iter(lines)
        self.number = 0

    def __iter__(self) -> "_Counted":
        return self

    def __next__(self) -> str:
        self.number, line = next(self._lines)
        return line
