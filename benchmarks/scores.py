"""Measures the quality of the system on coded corpora and holds it against the floors in scores.json.

    python benchmarks/scores.py                                  the corpora of this repository
    python benchmarks/scores.py polnear=FOLDER coding=FOLDER     these as well (names: --list)
    python benchmarks/scores.py --check                          status 1 if a figure is below its floor
    python benchmarks/scores.py --write …                        measured figures into scores.json

A floor is the figure less a stated slack. It counts only for the very files that it was measured on (SHA-256).
`--write` never lowers a floor on the same files unless `--lower` says so; a lowered floor needs a line in the
changelog. `--scorers FOLDER` also has the predictions scored by TASK.py of that folder, programs that share no code
with this one, and keeps their figure beside ours.
"""

import argparse
import datetime as dt
import json
import math
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpora import BENCHMARKS, Benchmark, digest
from measuring import Measured, MeasuringError, measure

SCORES = Path(__file__).with_name("scores.json")
AGREEMENT = 0.0005
NOTE = (
    "Figures with the floors that `python benchmarks/scores.py --check` holds them to. digest: SHA-256 over the "
    "corpus's files (benchmarks/corpora.py). floor: the figure less the slack. independent: the same predictions by "
    "a scorer that shares no code with this project. CORPORA stands for where you keep the corpora that are not in the "
    "repository."
)

Entry = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Result:
    """What was measured on one corpus."""

    benchmark: Benchmark
    digest: str
    measured: Measured

    @property
    def figures(self) -> dict[str, float]:
        """Our own figures."""
        return self.measured.own


def broken(result: Result, entry: Mapping[str, Any] | None) -> Iterator[str]:
    """One line for each figure below its floor. None where the floors were measured on other files."""
    if entry is None or entry["digest"] != result.digest:
        return
    for name, kept in entry["figures"].items():
        value = result.figures.get(name)
        if value is None or value < kept["floor"]:
            yield f"{result.benchmark.name} {name}: {value} is below its floor {kept['floor']}"


def disagreements(result: Result) -> Iterator[str]:
    """One line for each figure on which the two scorers differ."""
    for name, value in result.measured.own.items():
        other = result.measured.independent.get(name)
        if other is not None and abs(other - value) > AGREEMENT:
            yield f"{result.benchmark.name} {name}: we say {value}, the independent scorer {other}"


def entry_of(result: Result, before: Mapping[str, Any] | None, lower: bool = False) -> Entry:
    """What scores.json keeps; floors only rise on the same files, unless ``lower``."""
    same = before is not None and before["digest"] == result.digest and not lower
    old = before["figures"] if same and before is not None else {}
    figures = {}
    for name, value in result.figures.items():
        floor = math.floor(round(1000 * max(0.0, value - result.benchmark.slack), 6)) / 1000
        figures[name] = {"value": value, "floor": max(floor, old.get(name, {}).get("floor", 0.0))}
        if name in result.measured.independent:
            figures[name]["independent"] = result.measured.independent[name]
    return {
        "corpus": result.benchmark.corpus,
        "command": result.benchmark.command,
        "note": result.benchmark.note,
        "digest": result.digest,
        "measured": dt.date.today().isoformat(),
        "slack": result.benchmark.slack,
        "figures": figures,
        **({"by_language": dict(result.measured.languages)} if result.measured.languages else {}),
    }


def results(given: Mapping[str, Path], scorers: Path | None) -> Iterator[Result]:
    """Every benchmark whose corpus is here, measured."""
    for benchmark in BENCHMARKS:
        path = benchmark.path(dict(given))
        if path is None:
            continue
        yield Result(benchmark, digest(path, benchmark.task), measure(benchmark, path, scorers))


def table(found: Sequence[Result], kept: Mapping[str, Entry]) -> str:
    """A row for each figure: now, by the other scorer, its gain since it was kept, its floor."""
    rows = [f"{'corpus':18}{'figure':28}{'value':>8}{'other':>8}{'gain':>8}{'floor':>8}"]
    for result in found:
        entry = kept.get(result.benchmark.name, {})
        before = entry.get("figures", {}) if entry.get("digest") == result.digest else {}
        for name, value in result.figures.items():
            other, old = result.measured.independent.get(name), before.get(name, {})
            gain = value - old["value"] if old else None
            numbers = ((value, ""), (other, ""), (gain, "+"), (old.get("floor"), ""))
            cells = (f"{'–':>8}" if number is None else f"{number:{sign}8.3f}" for number, sign in numbers)
            rows.append(f"{result.benchmark.name:18}{name:28}{''.join(cells)}")
    return "\n".join(rows)


def read(path: Path = SCORES) -> dict[str, Entry]:
    """The entries by name; none where there is no file yet."""
    found: dict[str, Entry] = json.loads(path.read_text(encoding="utf-8"))["scores"] if path.exists() else {}
    return found


def write(entries: Mapping[str, Entry], path: Path = SCORES) -> None:
    """All entries, in the order of the benchmarks."""
    names = [b.name for b in BENCHMARKS if b.name in entries]
    value = {"note": NOTE, "scores": {name: entries[name] for name in names}}
    path.write_text(json.dumps(value, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _given(pairs: Sequence[str]) -> dict[str, Path]:
    names = {b.corpus_name for b in BENCHMARKS}
    found = {}
    for pair in pairs:
        name, _, path = pair.partition("=")
        if name not in names or not Path(path).exists() or not path:
            sys.exit(f"{pair}: not NAME=PATH with an existing path and a name of {', '.join(sorted(names))}")
        found[name] = Path(path)
    return found


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="*", metavar="NAME=PATH")
    parser.add_argument("--check", action="store_true", help="fail if a figure is below its floor")
    parser.add_argument("--write", action="store_true", help="keep what was measured in scores.json")
    parser.add_argument("--lower", action="store_true", help="with --write: floors may fall")
    parser.add_argument("--scorers", type=Path, metavar="FOLDER", help="independent scorers, TASK.py each")
    parser.add_argument("--list", action="store_true", help="name the benchmarks and stop")
    return parser.parse_args()


def main() -> int:
    """Measure, print, and as asked check and write; the exit status."""
    asked = _arguments()
    if asked.list:
        for benchmark in BENCHMARKS:
            print(f"{benchmark.name:18}{benchmark.corpus:46}{benchmark.command}")
        return 0
    kept = read()
    try:
        found = list(results(_given(asked.corpora), asked.scorers))
    except MeasuringError as error:
        sys.exit(str(error))
    print(table(found, kept))
    wrong = [line for r in found for line in (*broken(r, kept.get(r.benchmark.name)), *disagreements(r))]
    print("\n".join(wrong), file=sys.stderr, end="\n" if wrong else "")
    if asked.write:
        new = {r.benchmark.name: entry_of(r, kept.get(r.benchmark.name), asked.lower) for r in found}
        write({**kept, **new})
    return 1 if wrong and asked.check else 0


if __name__ == "__main__":
    sys.exit(main())
