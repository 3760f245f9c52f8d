"""Many captures, one after the other: what goes wrong with one is that one's line, and the rest is done."""

import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from counterclaim.errors import CounterclaimError, InputError
from counterclaim.pipeline.code import code_report
from counterclaim.pipeline.rooms import Rooms
from counterclaim.records.coded import Coded
from counterclaim.records.report import Capture, Report


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken from one capture."""

    capture: Capture
    coded: Coded


def code_captures(
    captures: Iterable[Capture | InputError], rooms: Rooms, published: str | None = None
) -> Iterator[Taken | InputError]:
    """Each capture read and coded, in order; an ``InputError`` stands where one failed. ``published`` is the day for
    reports that name none.
    """
    for capture in captures:
        if isinstance(capture, InputError):
            yield capture
            continue
        try:
            yield Taken(capture, code_safely(_read_safely(capture, rooms, published), rooms))
        except InputError as error:
            yield error


def code_safely(report: Report, rooms: Rooms) -> Coded:
    """As ``code_report``, but every failure is an ``InputError`` that names the report and where it went wrong."""
    try:
        return code_report(report, rooms)
    except CounterclaimError:
        raise
    except Exception as error:
        raise _broken(report.address, error) from error


def _read_safely(capture: Capture, rooms: Rooms, published: str | None) -> Report:
    try:
        return rooms.read(capture, published=published)
    except CounterclaimError:
        raise
    except Exception as error:
        raise _broken(capture.address, error) from error


def _broken(source: str, error: Exception) -> InputError:
    last = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{last.name}, line {last.lineno}"
    return InputError(source, f"a fault in counterclaim ({type(error).__name__} in {where}): {error}")
