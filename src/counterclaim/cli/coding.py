"""Sources on their way through the rooms, with failures told, dates missed and progress shown."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.cli.desk import Desk, progress
from counterclaim.pipeline.flow import Taken, code_captures
from counterclaim.pipeline.rooms import Rooms
from counterclaim.settings import Settings


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be coded, the day of what names none, and whether results are printed meanwhile."""

    sources: Sequence[str]
    settings: Settings
    published: str | None = None
    printing: bool = False


def coded(job: Job, rooms: Rooms, desk: Desk) -> Iterator[Taken]:
    """What is taken from each source, in order; one that fails is told of and left out."""
    from counterclaim.reading.sources import captures

    standard_input = getattr(sys.stdin, "buffer", None)
    found = captures(job.sources, job.settings, standard_input)
    with progress("reports", printing=job.printing) as advance:
        for each in code_captures(found, rooms, job.published):
            advance()
            if isinstance(each, Taken):
                _notice_undated(each, desk)
                yield each
            else:
                desk.fail(each)


def _notice_undated(taken: Taken, desk: Desk) -> None:
    if taken.coded.report.published is None:
        desk.notice(
            f"{taken.capture.address}: no day of publication found, so days counted from it stay unknown "
            "(--published DATE gives it)"
        )
