"""Measures one benchmark: by the package's own evaluation, and by scorers that share no code with it where given."""

import contextlib
import io
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpora import Benchmark

from counterclaim.cli.evaluate import TASKS
from counterclaim.cli.main import main

__all__ = ["TASKS", "Figures", "Measured", "MeasuringError", "measure", "value_at"]

Figures = dict[str, float]
LONGEST_S = 900


class MeasuringError(Exception):
    """A benchmark could not be measured; the message says why."""


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures by their dotted names; ``own`` by the package's evaluation, ``independent`` by the other scorer.
    One of them may be empty. ``languages`` are our own by the language of the texts, where a corpus has several.
    """

    own: Figures
    independent: Figures
    languages: Mapping[str, Figures] = field(default_factory=dict)


def measure(benchmark: Benchmark, path: Path, scorers: Path | None) -> Measured:
    """Every figure of ``benchmark`` on the corpus at ``path``. ``scorers`` is a folder with TASK.py for each task."""
    with tempfile.TemporaryDirectory() as folder:
        predictions = Path(folder) / "predictions"
        own = _own(benchmark, path, predictions)
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


def _own(benchmark: Benchmark, path: Path, predictions: Path) -> Mapping[str, Any]:
    if benchmark.task in TASKS:
        return _by_command((*benchmark.arguments(str(path)), "--predictions", str(predictions)))
    if benchmark.task == "dates":
        from counterclaim.evaluating.dates import evaluate

        return evaluate(path, predictions)
    return {}


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


def _dates(benchmark: Benchmark, path: Path, predictions: Path, scorers: Path) -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads(_scored(scorers / "dates.py", path, predictions).splitlines()[-1])
    return found


def _places(benchmark: Benchmark, path: Path, predictions: Path, scorers: Path) -> Mapping[str, Any]:
    """The corpora of places are read by the scorer only: it hands out the documents with the gold spans."""
    scorer, documents = scorers / "places.py", predictions.with_suffix(".documents")
    _scored(scorer, path, "--docs", documents, "--spans")
    found = {}
    for given in (False, True):
        predictions.write_text("".join(_place_lines(documents, given)), encoding="utf-8")
        found[given] = json.loads(_scored(scorer, path, predictions).splitlines()[-1])
    resolved = {given: found[given]["resolution"] for given in found}
    return {
        **found[False],
        "accuracy_25km_given_spans": resolved[True]["acc25"],
        "accuracy_161km_given_spans": resolved[True]["acc161"],
        "accuracy_25km": resolved[False]["acc25"],
    }


def _place_lines(documents: Path, given: bool) -> Iterator[str]:
    """Predictions for each document: of the gold spans where they are ``given``, else of what is found."""
    from counterclaim.language.sentences import split
    from counterclaim.records.place import Place, Precision
    from counterclaim.records.report import Report
    from counterclaim.records.span import Span
    from counterclaim.resolving.where import Gazetteer, find_toponyms, resolve_spans

    gazetteer = Gazetteer.open()

    def point(place: Place) -> dict[str, float | int | None]:
        # The contract gives a region its capital's point; these corpora give it its own centre.
        centre = gazetteer.centre(place) if place.precision is Precision.REGION else None
        lat, lon = centre or (place.lat, place.lon)
        return {"lat": lat, "lon": lon, "geonameid": place.geonameid}

    for line in documents.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        report = Report(document["id"], document["text"], document["id"], language="en")
        spans = [Span(*span) for span in document["spans"]]
        sentences = split(report)
        if given:
            toponyms = resolve_spans(report, sentences, spans, gazetteer)
        else:
            toponyms = find_toponyms(report, sentences, gazetteer, (), True)
        found = [{"start": t.start, "end": t.end, **(point(t.place) if t.place else {})} for t in toponyms]
        yield json.dumps({"id": document["id"], "toponyms": found}) + "\n"


_INDEPENDENT: dict[str, Callable[[Benchmark, Path, Path, Path], Mapping[str, Any]]] = {
    "ledger": _claims,
    "attribution": _attributions,
    "dates": _dates,
    "places": _places,
}
