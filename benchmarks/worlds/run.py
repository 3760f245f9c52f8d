"""Measures linking and reconciling on a generated world, whose truth is known.

    python benchmarks/worlds/run.py                        500 reports, seed 1: from the true claims and from the text
    python benchmarks/worlds/run.py --reports 60 --seed 7  another world
    python benchmarks/worlds/run.py --by                   by language and by conflict as well
    python benchmarks/worlds/run.py --wrong 5              with five examples of each kind of error
    python benchmarks/worlds/run.py --causes 5             what each room costs: its answers replaced by the true ones
    python benchmarks/worlds/run.py --check                status 1 below a floor of floors.json (--write keeps them)
    python benchmarks/worlds/run.py --print FOLDER         writes the reports and the truth there instead

The bar is for reconciling: the level "text" is the figure that counts, the level "records" shows how much of its loss
is these rooms' own.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import floors
from causes import costs
from figures import Figures, figures
from generate import generate
from measure import Coded, from_records, from_text, outcome
from printed_out import write
from stage import LANGUAGES, stages
from truth import Printed, World

LEVELS = ("records", "text")
BARS = {
    "events_f1": 0.95,
    "origins": 0.98,
    "contradictions_precision": 0.98,
    "contradictions_recall": 0.95,
    "concessions_precision": None,
    "concessions_recall": None,
    "reprints_precision": None,
    "reprints_recall": None,
    "translations_recall": None,
    "events_precision": None,
    "events_recall": None,
    "events_all_f1": None,
}


def parts(world: World, by: bool) -> Iterator[tuple[str, Sequence[Printed]]]:
    """All reports, and with ``by`` those of each language and of each conflict."""
    yield "all", world.reports
    if by:
        for language in LANGUAGES:
            yield language, [r for r in world.reports if r.language == language]
        for stage in stages():
            yield stage.id, [r for r in world.reports if r.stage == stage.id]


def told(found: Figures) -> dict[str, Any]:
    """Every figure with its counts."""
    out: dict[str, Any] = {name: [ratio.value, ratio.right, ratio.of] for name, ratio in found.ratios.items()}
    return out | {"events_f1": [found.f1("events")], "events_all_f1": [found.f1("events_all")]}


def table(level: str, part: str, found: dict[str, Any]) -> str:
    """One line a figure."""
    lines = []
    for name, bar in BARS.items():
        value, *counts = found[name]
        shown = "–" if value is None else f"{value:.3f}"
        of = f"{counts[0]}/{counts[1]}" if counts else ""
        lines.append(f"{level:8}{part:12}{name:26}{shown:>8}{of:>16}{'' if bar is None else f'   bar {bar}'}")
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--reports", type=int, default=500)
    parser.add_argument("--level", choices=LEVELS, action="append")
    parser.add_argument("--by", action="store_true")
    parser.add_argument("--wrong", type=int, default=0)
    parser.add_argument("--causes", type=int, default=0, metavar="N", help="what each room costs, with N examples")
    parser.add_argument("--check", action="store_true", help="status 1 if a figure is below its floor in floors.json")
    parser.add_argument("--write", action="store_true", help="keep the figures as floors")
    parser.add_argument("--print", dest="folder", type=Path)
    given = parser.parse_args()
    world = generate(given.seed, given.reports)
    if given.folder:
        write(world, given.folder)
        return 0
    result: dict[str, Any] = {"seed": given.seed, "reports": len(world.reports), "events": len(world.happenings)}
    for level in given.level or LEVELS:
        began = time.perf_counter()
        coded: Coded = from_records(world) if level == "records" else from_text(world)
        result[level] = {}
        for part, printed in parts(world, given.by):
            found = figures(outcome(printed, coded))
            result[level][part] = told(found)
            print(table(level, part, result[level][part]), end="\n\n")
            if part == "all":
                if given.causes:
                    print(costs(printed, coded, given.causes, level == "text"))
                for name, wrong in sorted(found.wrong.items()):
                    for line in wrong[: given.wrong]:
                        print(f"  {name}: {line}")
        print(f"{level}: {time.perf_counter() - began:.0f} s", file=sys.stderr)
    levels = {level: result[level] for level in given.level or LEVELS}
    name = floors.key(given.seed, given.reports)
    if given.write:
        floors.write(name, levels)
    print(json.dumps(result))
    below = list(floors.broken(name, levels)) if given.check else []
    for line in below:
        print(line, file=sys.stderr)
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
