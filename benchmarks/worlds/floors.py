"""The floors that figures of fixed worlds may not fall below, in floors.json."""

import json
import math
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

FLOORS = Path(__file__).with_name("floors.json")
# What has floors: the others (reprints, both halves of an F1) may be traded against one another.
FLOORED = (
    "events_f1",
    "origins",
    "contradictions_precision",
    "contradictions_recall",
    "concessions_precision",
    "concessions_recall",
)
# A floor is the figure less this, and one case less: other rooms' work shifts a few claims either way.
SLACK = {"records": 0.02, "text": 0.04}

Levels = Mapping[str, Mapping[str, Mapping[str, Any]]]


def key(seed: int, reports: int) -> str:
    """How a world is named in the file."""
    return f"seed {seed}, {reports} reports"


def read() -> dict[str, dict[str, dict[str, float]]]:
    """The floors by world, level and figure; none where there is no file yet."""
    found: dict[str, dict[str, dict[str, float]]] = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    return found


def broken(world: str, levels: Levels) -> Iterator[str]:
    """One line for each figure below its floor. ``ValueError`` for a world that has no floors."""
    kept = read().get(world)
    if kept is None:
        raise ValueError(f"no floors for the world of {world}: keep them with --write")
    for level, figures in levels.items():
        for name, floor in kept.get(level, {}).items():
            value = figures["all"].get(name, [None])[0]
            if value is None or value < floor:
                yield f"{level} {name}: {value} is below its floor {floor}"


def write(world: str, levels: Levels) -> None:
    """Keeps the figures less the slack as floors of that world."""
    every = read()
    every[world] = {
        level: {
            name: _floor(figures["all"][name], SLACK[level]) for name in FLOORED if figures["all"][name][0] is not None
        }
        for level, figures in levels.items()
    }
    FLOORS.write_text(json.dumps(every, indent=1) + "\n", encoding="utf-8")


def _floor(figure: list[float], slack: float) -> float:
    value, *counts = figure
    one_less = (counts[0] - 1) / counts[1] if counts else value
    return math.floor(1000 * max(0.0, min(value - slack, one_less))) / 1000
