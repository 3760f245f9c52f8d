"""How fast and how large: time a report, words a second, memory, shares of the stages, import time, installed size.

    python benchmarks/speed.py [SOURCE …]        folders or files of reports; without one the bundled samples

Times are processor time of one thread, so that other load on the machine counts little; each report's is the best of
`--repeats`. Ratios set the system beside single steps of it, measured in turns with it on the same reports in the
same run, and so depend even less on the machine. The last line printed is one JSON object with every figure;
`--write NAME` keeps it in speed.json under that name.
"""

import argparse
import datetime as dt
import json
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from installed import megabytes

from counterclaim.cli.samples import bundled
from counterclaim.errors import InputError
from counterclaim.pipeline import Rooms, code_report, code_safely, default_rooms, reconcile_all
from counterclaim.reading.sources import captures
from counterclaim.records.claim import Claim
from counterclaim.records.report import Capture, Report
from counterclaim.settings import Settings

STAGES = {
    "read": "reading",
    "tag": "language",
    "find_triggers": "events",
    "measure": "events",
    "name_holders": "events",
    "find_toponyms": "where",
    "event_places": "where",
    "find_times": "when",
    "event_dates": "when",
    "cut": "claims",
    "name_sources": "who",
    "find_actors": "who",
}
KEPT = Path(__file__).with_name("speed.json")
IMPORTS = 7
MEBI = 1024 * 1024
UNIT = {"linux": 1024}.get(sys.platform, 1)  # of ru_maxrss
Times = dict[str, float]


@dataclass(frozen=True, slots=True)
class Source:
    """A capture, with the day that its text may not tell."""

    capture: Capture
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Timed:
    """One report: best times in seconds by stage (``whole`` is all of them) and by baseline."""

    report: Report
    claims: tuple[Claim, ...]
    stages: Times
    baselines: Times


@dataclass(frozen=True, slots=True)
class TimedTagger:
    """The tagger with a watch on it."""

    tag: Callable[..., Any]


def watched(rooms: Rooms, times: Times) -> Rooms:
    """``rooms`` that add the seconds they take to ``times``, by stage."""

    def watch(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*arguments: Any, **named: Any) -> Any:
            start = time.thread_time()
            try:
                return call(*arguments, **named)
            finally:
                times[STAGES[name]] = times.get(STAGES[name], 0.0) + time.thread_time() - start

        return timed

    calls: dict[str, Any] = {f.name: watch(f.name, getattr(rooms, f.name)) for f in fields(rooms) if f.name in STAGES}
    return replace(rooms, tagger=TimedTagger(watch("tag", rooms.tagger.tag)), **calls)


def sources(given: Sequence[str]) -> Iterator[Source]:
    """What is given, the samples where nothing is; inputs that fail are named and left out."""
    if not given:
        yield from (Source(s.capture, s.published) for s in bundled())
        return
    for capture in captures(given, Settings()):
        if isinstance(capture, InputError):
            print(capture, file=sys.stderr)
        else:
            yield Source(capture)


def baselines(source: Source, report: Report) -> dict[str, Callable[[], object]]:
    """Single steps to set the system beside."""
    import py3langid
    import sentencex
    import trafilatura

    language, text = report.language or "en", report.text
    steps: dict[str, Callable[[], object]] = {
        "sentence splitting alone (sentencex)": lambda: list(sentencex.segment(language, text)),
        "language detection alone (py3langid)": lambda: py3langid.classify(text),
    }
    if b"<html" in source.capture.content[:2000].lower():
        page = source.capture.content
        steps["text of the page alone (trafilatura)"] = lambda: trafilatura.extract(page)
    return steps


def timed(source: Source, rooms: Rooms, times: Times, repeats: int) -> Timed:
    """The best times of ``repeats`` runs over one source, system and baselines in turns."""
    best: Times = {}
    alone: Times = {}
    for _ in range(repeats):
        times.clear()
        start = time.thread_time()
        report = rooms.read(source.capture, published=source.published)
        coded = code_report(report, rooms)
        whole = time.thread_time() - start
        if not best or whole < best["whole"]:
            best = {**times, "whole": whole}
        for name, step in baselines(source, report).items():
            start = time.thread_time()
            step()
            taken = time.thread_time() - start
            alone[name] = min(alone.get(name, taken), taken)
    return Timed(report, coded.claims, best, alone)


def measured(given: Sequence[str], repeats: int) -> dict[str, object]:
    """Every figure."""
    found = list(sources(given))
    start = time.thread_time()
    rooms = default_rooms(Settings())
    loading = time.thread_time() - start
    good = [source for source in found if _can_be_coded(source, rooms)]
    if not good:
        sys.exit("no report could be coded, so there is nothing to measure")
    first_pass = time.thread_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * UNIT / MEBI
    times: Times = {}
    with_watch = watched(rooms, times)
    runs = [timed(source, with_watch, times, repeats) for source in good]
    start = time.thread_time()
    _, events = reconcile_all([r.report for r in runs], [c for r in runs for c in r.claims], rooms)
    linking = time.thread_time() - start
    return {
        **_speed(runs),
        "failed": len(found) - len(good),
        "ms_linking_and_reconciling_all": _ms(linking),
        "claims": sum(len(r.claims) for r in runs),
        "events": len(events),
        "ms_loading_rooms": _ms(loading),
        "ms_first_pass_with_loading": _ms(first_pass),
        "peak_memory_mib": round(peak, 1),
        "shares": _shares(runs),
        "times_as_long_as": _ratios(runs),
        "import_ms": import_ms("counterclaim"),
        "import_commands_ms": import_ms("counterclaim.cli.main"),
        "installed_mb": megabytes(),
    }


def _can_be_coded(source: Source, rooms: Rooms) -> bool:
    try:
        code_safely(rooms.read(source.capture, published=source.published), rooms)
    except InputError as error:
        print(error, file=sys.stderr)
        return False
    return True


def _ms(seconds: float) -> float:
    return round(1000 * seconds, 2)


def _speed(runs: Sequence[Timed]) -> dict[str, object]:
    whole = sorted(r.stages["whole"] for r in runs)
    words = sum(len(r.report.text.split()) for r in runs)
    return {
        "reports": len(runs),
        "words": words,
        "median_characters": int(statistics.median(len(r.report.text) for r in runs)),
        "median_ms": _ms(statistics.median(whole)),
        "p90_ms": _ms(whole[min(len(whole) - 1, int(0.9 * len(whole)))]),
        "ms_per_5000_characters": _ms(5000 * sum(whole) / max(1, sum(len(r.report.text) for r in runs))),
        "words_per_second": round(words / sum(whole)),
    }


def _shares(runs: Sequence[Timed]) -> dict[str, float]:
    whole = sum(r.stages["whole"] for r in runs)
    parts = {stage: sum(r.stages[stage] for r in runs) / whole for stage in dict.fromkeys(STAGES.values())}
    return {stage: round(part, 3) for stage, part in {**parts, "assembling": 1 - sum(parts.values())}.items()}


def _ratios(runs: Sequence[Timed]) -> dict[str, float]:
    names = dict.fromkeys(name for r in runs for name in r.baselines)
    ratios = {
        name: statistics.median(r.stages["whole"] / r.baselines[name] for r in runs if r.baselines.get(name))
        for name in names
    }
    ratios["reading"] = statistics.median(r.stages["whole"] / r.stages["reading"] for r in runs)
    return {name: round(ratio, 2) for name, ratio in ratios.items()}


def import_ms(module: str) -> float:
    """The best of some imports of ``module``, each in a new interpreter."""
    code = f"import time; start = time.perf_counter(); import {module}; print(time.perf_counter() - start)"
    command = [sys.executable, "-c", f"import sys; sys.path[:0] = {sys.path!r}; {code}"]
    runs = [subprocess.run(command, capture_output=True, text=True, check=True) for _ in range(IMPORTS)]
    return _ms(min(float(run.stdout) for run in runs))


def table(found: dict[str, object]) -> str:
    """The figures for people."""
    lines = []
    for name, value in found.items():
        if isinstance(value, dict):
            lines += [name, *(f"  {inner:44}{number:>10}" for inner, number in value.items())]
        else:
            lines.append(f"{name:46}{value!s:>10}")
    return "\n".join(lines)


def keep(name: str, found: dict[str, object]) -> None:
    """The figures into speed.json, with the day and what they were measured with."""
    kept = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    made = {"measured": dt.date.today().isoformat(), "python": platform.python_version(), "machine": platform.machine()}
    kept[name] = {**made, **found}
    KEPT.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", nargs="*", metavar="SOURCE")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--write", metavar="NAME", help="keep the figures in speed.json under NAME")
    asked = parser.parse_args()
    found = measured(asked.sources, max(1, asked.repeats))
    if asked.write:
        keep(asked.write, found)
    print(table(found))
    print(json.dumps(found, ensure_ascii=False))


if __name__ == "__main__":
    main()
