"""Results on standard output: JSON for programs, tables for people. No text from outside reaches a terminal raw."""

import sys
from collections.abc import Iterable, Sequence

from counterclaim.errors import one_line
from counterclaim.exports.contract import dumps

CELL_CHARS = 240
PIPE_COLUMNS = 160


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
    """A table that fits the terminal; an unknown value is an empty cell, and the last column has room for words."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(file=sys.stdout, width=None if sys.stdout.isatty() else PIPE_COLUMNS, highlight=False)
    table = Table(box=box.SIMPLE_HEAD, title=title and Text(one_line(title)), title_justify="left", pad_edge=False)
    narrow = max(8, console.width * 2 // 3 // max(1, len(columns) - 1))
    for name in columns:
        # An id is for copying: it stays in one piece.
        widest = None if name in ("id", columns[-1]) else narrow
        table.add_column(Text(one_line(name)), overflow="fold", max_width=widest, no_wrap=name == "id")
    for row in rows:
        table.add_row(*(Text(one_line(cell or "", CELL_CHARS)) for cell in row))
    console.print(table)
