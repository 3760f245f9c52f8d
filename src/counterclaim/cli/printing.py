"""Results on standard output: JSON for programs, tables for people. No text from outside reaches a terminal raw."""

import sys
from collections.abc import Iterable, Sequence

from counterclaim.errors import one_line
from counterclaim.exports.contract import dumps

CELL_CHARS = 300
PIPE_COLUMNS = 140


def chosen(form: str | None, on_pipe: str) -> str:
    """The format asked for; if none was, a table on a terminal and ``on_pipe`` elsewhere."""
    return form or ("table" if sys.stdout.isatty() else on_pipe)


def say(text: str = "") -> None:
    """One line of a result, with nothing in it that could act on a terminal."""
    print("".join(c if c.isprintable() else "�" for c in text))


def print_json_lines(values: Iterable[object]) -> None:
    """One object a line, each as soon as it is there."""
    for value in values:
        print(dumps(value), flush=True)


def print_json_list(values: Iterable[object]) -> None:
    """One JSON list with an object a line."""
    before = "["
    for value in values:
        print(before + dumps(value))
        before = ","
    print("[]" if before == "[" else "]")


def print_table(columns: Sequence[str], rows: Iterable[Sequence[str | None]], title: str | None = None) -> None:
    """A table that fits the terminal; an unknown value is an empty cell."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, title=title and Text(one_line(title)), title_justify="left", pad_edge=False)
    for name in columns:
        table.add_column(Text(one_line(name)), overflow="fold")
    for row in rows:
        table.add_row(*(Text(one_line(cell or "", CELL_CHARS)) for cell in row))
    Console(file=sys.stdout, width=None if sys.stdout.isatty() else PIPE_COLUMNS, highlight=False).print(table)
