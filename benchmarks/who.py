"""How fast sources and actors are named: processor time of the room beside the tagger's, on the same reports.

    python benchmarks/who.py [FOLDER …]          folders of .txt reports; without one the bundled samples

The packs and lexicons are made once, and how long that takes is measured apart. Of each step the best of `--repeats`
counts; the chart of a report, which sources and actors share, is made anew each time. The last line is one JSON object.
"""

import argparse
import json
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from counterclaim.cli.samples import bundled
from counterclaim.packs.reading import load, shipped
from counterclaim.pipeline.default import default_rooms
from counterclaim.pipeline.rooms import Rooms
from counterclaim.records.claim import Assertion
from counterclaim.records.report import Capture, Report
from counterclaim.records.tagging import Tagging
from counterclaim.resolving.who.chart import chart
from counterclaim.resolving.who.directory import Directory
from counterclaim.resolving.who.vocabulary import language_lexicon
from counterclaim.settings import LANGUAGES, Settings


def reports(folders: list[str], rooms: Rooms) -> list[Report]:
    """The reports of the folders, else the samples."""
    if not folders:
        return [rooms.read(s.capture, published=s.published) for s in bundled()]
    paths = sorted(p for f in folders for p in Path(f).glob("*.txt"))
    return [rooms.read(Capture(str(p), p.read_bytes(), "text/plain", "utf-8")) for p in paths]


def seconds(step: Callable[[], Any], repeats: int) -> float:
    """Processor time of the fastest run."""
    best = float("inf")
    for _ in range(repeats):
        chart.cache_clear()
        start = time.process_time()
        step()
        best = min(best, time.process_time() - start)
    return best


def _named(rooms: Rooms, report: Report, tagging: Tagging, cut: tuple[Assertion, ...]) -> None:
    rooms.name_sources(report, tagging, cut)
    rooms.find_actors(report, tagging, cut)


def measured(rooms: Rooms, found: list[Report], repeats: int) -> dict[str, float]:
    """Words, and milliseconds a thousand words, of the tagger and of the room."""
    words, tagger, room = 0, 0.0, 0.0
    for report in found:
        tagging = rooms.tagger.tag(report).for_claims()
        triggers = rooms.find_triggers(report, tagging.sentences)
        cut = rooms.cut(report, tagging, triggers, rooms.find_toponyms(report, tagging.sentences))
        tagger += seconds(partial(rooms.tagger.tag, report), repeats)
        room += seconds(partial(_named, rooms, report, tagging, cut), repeats)
        words += len(report.text.split())
    return {
        "reports": len(found),
        "words": words,
        "who_ms_per_1000_words": 1e6 * room / words,
        "tagger_ms_per_1000_words": 1e6 * tagger / words,
        "who_of_tagger": room / tagger,
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", nargs="*")
    parser.add_argument("--repeats", type=int, default=3)
    arguments = parser.parse_args()
    start = time.process_time()
    packs = load(shipped())
    loading = time.process_time() - start
    start = time.process_time()
    Directory(packs)
    for language in LANGUAGES:
        language_lexicon(language)
    lexicons = time.process_time() - start
    rooms = default_rooms(Settings())
    figures = measured(rooms, reports(arguments.folders, rooms), arguments.repeats)
    figures |= {"packs_ms": 1000 * loading, "lexicons_ms": 1000 * lexicons}
    for name, figure in figures.items():
        print(f"{name:26}{figure:10.2f}")
    print(json.dumps({name: round(figure, 3) for name, figure in figures.items()}))


if __name__ == "__main__":
    main()
