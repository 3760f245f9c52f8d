"""The shell examples of a page of the docs: taken out of it, run for real, their output compared.

In a block fenced as ``console``, a line ``$ COMMAND`` is run and the lines below it are what it prints. A line ``…``
stands for any lines (or none), ``…`` within a line for any characters; how many spaces stand between words does not
matter, nor do empty lines.
A block fenced as ``text FILE`` is written to that file first. All blocks of a page run in order in one folder.
"""

import re
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

ANY = "…"
LONGEST_S = 120
_FENCE = re.compile(r"^```(\w*)[ ]*(\S*)[ ]*\n(.*?)^```[ ]*$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class File:
    """A file that the page has the reader make."""

    name: str
    content: str


@dataclass(frozen=True, slots=True)
class Command:
    """A command with the output that the page shows, and the line of the page that it stands on."""

    text: str
    shown: tuple[str, ...]
    line: int


def steps(page: str) -> Iterator[File | Command]:
    """What the page has the reader do, in its order."""
    for fence in _FENCE.finditer(page):
        first = page.count("\n", 0, fence.start(3)) + 1
        if fence[1] == "text" and fence[2]:
            yield File(fence[2], fence[3])
        elif fence[1] == "console":
            yield from _commands(fence[3].splitlines(), first)


def _commands(lines: list[str], first: int) -> Iterator[Command]:
    starts = [i for i, line in enumerate(lines) if line.startswith("$ ")]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield Command(lines[start][2:], tuple(lines[start + 1 : end]), first + start)


def run(step: File | Command, folder: Path, environment: Mapping[str, str]) -> str:
    """Does one step in ``folder``; what it printed, standard error behind standard output."""
    if isinstance(step, File):
        (folder / step.name).write_text(step.content, encoding="utf-8")
        return ""
    ran = subprocess.run(
        ["bash", "-c", step.text],
        cwd=folder,
        env=dict(environment),
        capture_output=True,
        text=True,
        timeout=LONGEST_S,
        check=False,
    )
    return ran.stdout + ran.stderr


def matches(shown: tuple[str, ...], printed: str) -> bool:
    """Whether ``printed`` is what the page shows."""
    pattern = "".join(_line_pattern(line) for line in shown if line.strip())
    lines = (_spaced(line) for line in printed.splitlines())
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in lines if line)) is not None


def _line_pattern(line: str) -> str:
    if line.strip() == ANY:
        return r"(?:.*\n)*?"
    return ".*?".join(re.escape(part) for part in _spaced(line).split(ANY)) + r"\n"


def _spaced(line: str) -> str:
    return " ".join(line.split())
