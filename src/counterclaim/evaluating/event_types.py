"""Types of events on the snippets of CASE 2021, task 2: a TSV with the columns id, EventSnippet and SubType.

F1 of each label and their mean, weighted by how often the gold has them, and plain; the share of right labels. The
measures are those of the shared task (Haneczok et al. 2021, <https://aclanthology.org/2021.case-1.23>).
"""

import csv
import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from counterclaim.errors import InputError
from counterclaim.records.told import LABELS

_COLUMNS = ("id", "EventSnippet", "SubType")


@dataclass(frozen=True, slots=True)
class Snippet:
    """A passage and the label that coders gave it."""

    id: str
    text: str
    label: str


@dataclass(frozen=True, slots=True)
class EventTypesScore:
    """``said`` is the label for each snippet, in their order; None where there is none."""

    snippets: tuple[Snippet, ...]
    said: tuple[str | None, ...]

    def labels(self) -> Mapping[str, Mapping[str, float]]:
        """Of each label of the gold how often it stands there, how often it was said, precision, recall and F1."""
        gold = Counter(s.label for s in self.snippets)
        said = Counter(self.said)
        right = Counter(s.label for s, t in zip(self.snippets, self.said, strict=True) if s.label == t)
        return {name: _measures(right[name], said[name], gold[name]) for name in sorted(gold)}

    def json(self) -> dict[str, object]:
        """Every figure with its counts."""
        labels = self.labels()
        right = sum(s.label == t for s, t in zip(self.snippets, self.said, strict=True))
        answered = sum(t is not None for t in self.said)
        return {
            "task": "event-types",
            "snippets": len(self.snippets),
            "answered": answered,
            "weighted": _mean(labels, weighted=True),
            "macro": _mean(labels, weighted=False),
            "micro": _measures(right, answered, len(self.snippets)),
            "labels": labels,
        }

    def table(self) -> str:
        """The figures for people."""
        figures = self.json()
        head = f"{'':32}{'gold':>6}{'said':>6}{'P':>8}{'R':>8}{'F1':>8}"
        rows = [_row(name, figures[name]) for name in ("weighted", "macro", "micro")]
        rows += [_row(name, of) for name, of in self.labels().items()]
        return "\n".join([f"{len(self.snippets)} snippets, {figures['answered']} answered", head, *rows])

    def write_predictions(self, path: Path) -> None:
        """JSON lines of ids and types."""
        lines = (
            json.dumps({"id": s.id, "type": t}, ensure_ascii=False)
            for s, t in zip(self.snippets, self.said, strict=True)
        )
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def evaluate(path: Path, read: Callable[[str], str | None]) -> EventTypesScore:
    """Scores ``read``, which gives a text one of the values of ``LABELS``, or None, on the file at ``path``.
    ``InputError`` where it is no such file.
    """
    snippets = tuple(_snippets(path))
    names = {told: label for label, told in LABELS.items()}
    said = (read(s.text) for s in snippets)
    return EventTypesScore(snippets, tuple(names.get(told) if told is not None else None for told in said))


def _snippets(path: Path) -> list[Snippet]:
    if not path.is_file():
        raise InputError(str(path), "no file of snippets")
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    except (UnicodeDecodeError, csv.Error) as error:
        raise InputError(str(path), f"no file of snippets ({error})") from error
    for number, row in enumerate(rows, 2):
        if any(row.get(name) is None for name in _COLUMNS):
            raise InputError(str(path), f"line {number} lacks one of the columns {', '.join(_COLUMNS)}")
    if not rows:
        raise InputError(str(path), "no snippets")
    return [Snippet(row["id"], row["EventSnippet"], row["SubType"]) for row in rows]


def _measures(right: int, said: int, gold: int) -> dict[str, float]:
    p, r = right / said if said else 0.0, right / gold if gold else 0.0
    f1 = 2 * p * r / (p + r) if p + r else 0.0
    return {"gold": gold, "said": said, "p": round(p, 4), "r": round(r, 4), "f1": round(f1, 4)}


def _mean(labels: Mapping[str, Mapping[str, float]], weighted: bool) -> dict[str, float]:
    weights = {name: of["gold"] if weighted else 1.0 for name, of in labels.items()}
    total = sum(weights.values()) or 1.0
    return {m: round(sum(weights[n] * of[m] for n, of in labels.items()) / total, 4) for m in ("p", "r", "f1")}


def _row(name: str, figures: object) -> str:
    assert isinstance(figures, Mapping)
    counts = "".join(f"{figures.get(key, ''):>6}" for key in ("gold", "said"))
    return f"{name:32}{counts}" + "".join(f"{figures[key]:8.3f}" for key in ("p", "r", "f1"))
