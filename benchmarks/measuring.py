"""Measures one benchmark: by the package's own evaluation, and by scorers that share no code with it where given."""

import contextlib
import io
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpora import Benchmark

from counterclaim.cli.main import main

Figures = dict[str, float]
LONGEST_S = 900


class MeasuringError(Exception):
    """A benchmark could not be measured; the message says why."""


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures by their dotted names; ``own`` by the package's evaluation, ``independent`` by the other scorer
    (empty without one). ``languages`` are our own by the language of the texts, where a corpus has several.
    """

    own: Figures
    independent: Figures
    languages: Mapping[str, Figures] = field(default_factory=dict)


def measure(benchmark: Benchmark, path: Path, scorers: Path | None) -> Measured:
    """Every figure of ``benchmark`` on the corpus at ``path``. ``scorers`` is a folder with TASK.py for each task."""
    os.environ["COUNTERCLAIM_GAZETTEER"] = ""  # figures are of what ships, without anyone's own places
    with tempfile.TemporaryDirectory() as folder:
        predictions = Path(folder) / "predictions"
        own = _by_command((*benchmark.arguments(str(path)), "--predictions", str(predictions)))
        independent = _INDEPENDENT[benchmark.task](benchmark, path, predictions, scorers) if scorers else {}
    groups = {
        name.removeprefix("language "): _picked(benchmark, found) for name, found in own.get("groups", {}).items()
    }
    return Measured(_picked(benchmark, own), _picked(benchmark, independent), groups if len(groups) > 1 else {})


def _picked(benchmark: Benchmark, found: Mapping[str, Any]) -> Figures:
    values = {name: value_at(found, name) for name in benchmark.figures}
    return {name: round(value, 4) for name, value in values.items() if value is not None}


def value_at(found: Mapping[str, Any], name: str) -> float | None:
    """The number at a dotted path, None where there is none; a key may hold dots itself (``match.content``/``f1``)."""
    if name in found:
        return None if found[name] is None else float(found[name])
    for cut in (i for i, c in enumerate(name) if c == "."):
        inner = found.get(name[:cut])
        if isinstance(inner, Mapping):
            return value_at(inner, name[cut + 1 :])
    return None


def _by_command(arguments: tuple[str, ...]) -> Mapping[str, Any]:
    printed, said = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(said):
        status = main(arguments)
    lines = printed.getvalue().splitlines()
    if status or not lines:
        raise MeasuringError(f"counterclaim {' '.join(arguments)}: status {status}: {said.getvalue().strip()}")
    found: Mapping[str, Any] = json.loads(lines[-1])
    return found


def _scored(scorer: Path, *arguments: str | Path) -> str:
    command = [sys.executable, str(scorer), *map(str, arguments)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=LONGEST_S, check=False)
    if ran.returncode:
        raise MeasuringError(f"{scorer.name}: {ran.stderr.strip()[-300:]}")
    return ran.stdout


def _claims(benchmark: Benchmark, path: Path, predictions: Path, scorers: Path) -> Mapping[str, Any]:
    aliases = [o.replace("CORPUS", str(path)) for o in benchmark.options]
    found: Mapping[str, Any] = json.loads(_scored(scorers / "claims.py", predictions, path, *aliases, "--json"))
    total: Mapping[str, Any] = found["total"]
    return total


def _attributions(benchmark: Benchmark, path: Path, predictions: Path, scorers: Path) -> Mapping[str, Any]:
    out = predictions.with_suffix(".scored")
    _scored(scorers / "attribution.py", path, predictions, "--json", out)
    found: Mapping[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return found


def _marked(benchmark: Benchmark, path: Path, predictions: Path, scorers: Path) -> Mapping[str, Any]:
    return {}  # no other scorer reads these marks


def _last_line(benchmark: Benchmark, path: Path, predictions: Path, scorers: Path) -> Mapping[str, Any]:
    scored = _scored(scorers / f"{benchmark.task.replace('-', '_')}.py", path, predictions)
    found: Mapping[str, Any] = json.loads(scored.splitlines()[-1])
    return found


_INDEPENDENT: dict[str, Callable[[Benchmark, Path, Path, Path], Mapping[str, Any]]] = {
    "ledger": _claims,
    "attribution": _attributions,
    "dates": _last_line,
    "event-types": _last_line,
    "linking": _last_line,
    "marked": _marked,
    "places": _last_line,
}
