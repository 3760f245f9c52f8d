"""Event reports in the public format of MAVERICK: a CSV with a row for each report of each event.

Columns by the codebook of van Baalen and others (2026); the dataset is CC BY 4.0,
<https://cran.r-project.org/package=eventreport>.
"""

import csv
import math
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from counterclaim.errors import InputError
from counterclaim.linking.coded.report import CodedActor, CodedReport, Toll

_ACTOR = re.compile(r"actor\d+")
_PUBLISHED = re.compile(r"\((\d{4}-\d\d-\d\d)\)")
_PLACE = ("city", "location", "latitude", "longitude")
_TOLLS = tuple(f"{kind}_{part}" for kind in ("deaths", "injuries") for part in ("best", "low", "high"))
COLUMNS = ("id", "event_id", "country", "election", "date_start", "date_end", *_PLACE, "actor1", "event_context",
           "target", *_TOLLS, "displacement", "damage", "source", "source_author", "source_type")  # fmt: skip
_ABSENT = frozenset(("", "NA", "NaN", "nan", "NULL", "None"))
_MOST_PEOPLE = 10_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """A report with the ids that are for scoring only."""

    id: str
    event: str
    report: CodedReport


@dataclass(slots=True)
class _Doubts:
    """Cells that say nothing that can be: counted by column, the first of each kept."""

    of: Counter[str] = field(default_factory=Counter)
    first: dict[str, str] = field(default_factory=dict)

    def note(self, column: str, kind: str, line: int, cell: str) -> None:
        self.of[column] += 1
        self.first.setdefault(column, f"line {line}: {cell[:40]!r} is no {kind}")

    def told(self) -> list[str]:
        return [
            f"{column}, {self.first[column]}{f' (and {many - 1} more)' if many > 1 else ''}: taken as not known"
            for column, many in self.of.items()
        ]


def read(path: Path, notice: Callable[[str], None]) -> tuple[Row, ...]:
    """The rows of the file at ``path``. A date, coordinate or count that cannot be is taken as not known and told to
    ``notice``, one line a column. ``InputError`` where it is no such file.
    """
    name = str(path)
    if not path.is_file():
        raise InputError(name, "no file of event reports")
    doubts = _Doubts()
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            head = tuple(reader.fieldnames or ())
            lacking = [column for column in COLUMNS if column not in head]
            if lacking:
                raise InputError(name, f"lacks the column{'s' * (len(lacking) > 1)} {', '.join(lacking)}")
            actors = tuple(column for column in head if _ACTOR.fullmatch(column))
            rows = tuple(_row(name, cells, actors, reader.line_num, doubts) for cells in reader)
    except UnicodeDecodeError as error:
        raise InputError(name, "not in UTF-8") from error
    except csv.Error as error:
        raise InputError(name, f"no CSV file of event reports ({error})") from error
    if not rows:
        raise InputError(name, "no event reports")
    twice = next((id for id, many in Counter(row.id for row in rows).items() if many > 1), None)
    if twice is not None:
        raise InputError(name, f"two reports have the id {twice}")
    for line in doubts.told():
        notice(f"{name}: {line}")
    return rows


Cells = Mapping[str | None, str | list[str] | None]


def _row(name: str, cells: Cells, actors: tuple[str, ...], line: int, doubts: _Doubts) -> Row:
    if None in cells or any(value is None for value in cells.values()):
        raise InputError(name, f"line {line} has another number of cells than the head")
    plain = {str(column): "" if (told := str(value).strip()) in _ABSENT else told for column, value in cells.items()}
    for column in ("id", "event_id"):
        if not plain[column]:
            raise InputError(name, f"line {line} has no {column}")
    return Row(plain["id"], plain["event_id"], _Reading(plain, line, doubts).report(actors))


@dataclass(frozen=True, slots=True)
class _Reading:
    """One row being read."""

    cells: Mapping[str, str]
    line: int
    doubts: _Doubts

    def report(self, actors: tuple[str, ...]) -> CodedReport:
        days = [day for column in ("date_start", "date_end") if (day := self._day(column)) is not None]
        lat, lon = self._number("latitude", "latitude", -90, 90), self._number("longitude", "longitude", -180, 180)
        placed = lat is not None and lon is not None
        published = _PUBLISHED.search(self.cells["source"])
        return CodedReport(
            country=self.cells["country"],
            election=self.cells["election"],
            # Coders now and then swap the two.
            first=min(days, default=None),
            last=max(days, default=None),
            town=self.cells["city"],
            location=self.cells["location"],
            lat=lat if placed else None,
            lon=lon if placed else None,
            actors=tuple(a for column in actors if (a := self._actor(column)) != CodedActor()),
            context=self.cells["event_context"],
            target=self.cells["target"],
            deaths=self._toll("deaths"),
            injuries=self._toll("injuries"),
            displacement=self._flag("displacement"),
            damage=self._flag("damage"),
            source=self.cells["source"],
            author=self.cells["source_author"],
            source_type=self.cells["source_type"],
            published=_as_day(published[1]) if published else None,
        )

    def _actor(self, column: str) -> CodedActor:
        violence = self.cells.get(f"{column}_violence", "")
        return CodedActor(
            name=self.cells[column],
            type=self.cells.get(f"{column}_type", ""),
            party=self.cells.get(f"{column}_party", ""),
            violence=frozenset(kind.strip() for kind in violence.split(";") if kind.strip()),
        )

    def _toll(self, kind: str) -> Toll:
        best, low, high = (self._number(f"{kind}_{part}", "count", 0, _MOST_PEOPLE) for part in ("best", "low", "high"))
        return Toll(best, low, high)

    def _flag(self, column: str) -> bool | None:
        number = self._number(column, "yes or no (1 or 0)", 0, 1)
        return None if number is None else number > 0

    def _day(self, column: str) -> date | None:
        cell = self.cells[column]
        day = _as_day(cell)
        if day is None and cell:
            self.doubts.note(column, "date", self.line, cell)
        return day

    def _number(self, column: str, kind: str, low: float, high: float) -> float | None:
        cell = self.cells[column]
        try:
            number = float(cell) if cell else None
        except ValueError:
            number = math.nan
        if number is None or low <= number <= high:
            return number
        self.doubts.note(column, kind, self.line, cell)
        return None


def _as_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
