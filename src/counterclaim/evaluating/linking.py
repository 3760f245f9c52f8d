"""Event reports into events, on the public format of MAVERICK: pairwise and B-cubed F1.

The weights that ship score a file that they have not seen. On the one that they were learnt from they would flatter:
there, weights are learnt anew by fold, each without the events that it scores (``linking_folds``), and once more
leaving out whole countries, or elections where there is one country, which says more about the next country.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from counterclaim.errors import InputError
from counterclaim.evaluating.linking_folds import FOLDS, apart, folds, numbered
from counterclaim.evaluating.linking_measures import measures
from counterclaim.evaluating.linking_rows import Row, read
from counterclaim.linking.coded.link import Compared, compare, link, reasons
from counterclaim.linking.coded.weights import Weights, shipped

_SHOWN = ("pairwise", "bcubed", "multi")
_REASONS = 6


@dataclass(frozen=True, slots=True)
class LinkingScore:
    """``groups`` has a number for each row; ``left_out`` are the measures where whole countries or elections were left
    out of learning, and by which; ``compared_by`` gives the weights by which two rows were compared, ``KeyError`` where
    they were not.
    """

    rows: tuple[Row, ...]
    groups: tuple[int, ...]
    weights: str
    compared_by: Callable[[int, int], Weights]
    left_out: tuple[str, dict[str, Any]] | None = None

    def json(self) -> dict[str, Any]:
        """Every figure with its counts; ``alone`` are those of every report alone."""
        events = [row.event for row in self.rows]
        alone = measures(events, range(len(events)))
        left_out = {"left_out": {"by": self.left_out[0], **self.left_out[1]}} if self.left_out else {}
        return {
            "task": "linking",
            "weights": self.weights,
            **measures(events, self.groups),
            "alone": {name: alone[name] for name in _SHOWN},
            **left_out,
        }

    def table(self) -> str:
        """The figures for people."""
        figures = self.json()
        head = (
            f"{figures['reports']} reports of {figures['events']} events ({figures['clusters']} told), "
            f"{figures['gold_pairs']} pairs ({figures['predicted_pairs']} told)"
        )
        lines = [head, f"weights: {self.weights}", f"{'':28}{'P':>8}{'R':>8}{'F1':>8}"]
        lines += [_line(name, figures[name]) for name in _SHOWN]
        lines += [_line("bcubed, every report alone", figures["alone"]["bcubed"])]
        if self.left_out:
            by, of = self.left_out
            lines += [f"each {by} by weights learnt from the others:", *(_line(name, of[name]) for name in _SHOWN)]
        return "\n".join(lines)

    def errors(self) -> Iterator[str]:
        """The pairs wrongly made and missed, with what spoke for and against them."""
        compared = compare([row.report for row in self.rows])
        places = {
            pair: i for i, pair in enumerate(zip(compared.pairs.a.tolist(), compared.pairs.b.tolist(), strict=True))
        }
        for a, b in self._wrong():
            made = "made" if self.groups[a] == self.groups[b] else "missed"
            told = self._told(compared, places.get((a, b)), a, b)
            yield f"{made}\t{self.rows[a].id}\t{self.rows[b].id}\t{told}"

    def _told(self, compared: Compared, pair: int | None, a: int, b: int) -> str:
        if pair is None:
            return "Days, places or elections lie apart."
        return " ".join(f"{r.weight:+.1f} {r.told}" for r in reasons(compared, pair, self.compared_by(a, b))[:_REASONS])

    def _wrong(self) -> list[tuple[int, int]]:
        """Pairs of one event or of one group, but not of both."""
        events = [row.event for row in self.rows]
        said, right = (set(_pairs_of(keys)) for keys in (self.groups, events))
        return sorted(said ^ right)

    def write_predictions(self, path: Path) -> None:
        """JSON lines of ids and clusters."""
        lines = (
            json.dumps({"id": row.id, "cluster": self.rows[group].id}, ensure_ascii=False)
            for row, group in zip(self.rows, self.groups, strict=True)
        )
        path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def _line(name: str, figures: dict[str, float]) -> str:
    return f"{name:28}" + "".join(f"{figures[key]:8.3f}" for key in ("p", "r", "f1"))


def _pairs_of(keys: Sequence[object]) -> Iterator[tuple[int, int]]:
    members: dict[object, list[int]] = {}
    for i, key in enumerate(keys):
        members.setdefault(key, []).append(i)
    for of in members.values():
        yield from combinations(of, 2)


def evaluate(
    path: Path, many: int | None, notice: Callable[[str], None], weights: Weights | None = None
) -> LinkingScore:
    """The score on the CSV at ``path``. Weights are learnt anew by ``many`` folds if that is given, and by five if
    those that ship (or ``weights``) were learnt from reports of the file. ``notice`` is told what cannot be read in a
    cell. ``InputError`` where it is no such file, or holds too little to learn from.
    """
    rows = read(path, notice)
    weights = weights or shipped()
    reports = [row.report for row in rows]
    seen = weights.knows(reports)
    if not many and not seen:
        groups = link(reports, weights)
        return LinkingScore(rows, tuple(groups.tolist()), "as shipped, learnt from other reports", lambda a, b: weights)
    try:
        return _learnt_anew(rows, many or FOLDS)
    except ValueError as error:
        why = " (the weights that ship were learnt from its reports)" if seen else ""
        raise InputError(str(path), f"cannot be cross-validated{why}: {error}") from error


def _learnt_anew(rows: tuple[Row, ...], many: int) -> LinkingScore:
    compared = compare([row.report for row in rows])
    names = [row.event for row in rows]
    events = numbered(names)
    by_event = apart(compared, events, folds(names, many))
    told = f"cross-validated, learnt by {many} folds of events, each without what it scores"
    groups = tuple(by_event.groups.tolist())
    return LinkingScore(rows, groups, told, by_event.weights, _left_out(rows, compared, names))


def _left_out(rows: tuple[Row, ...], compared: Compared, names: list[str]) -> tuple[str, dict[str, Any]] | None:
    """Measures where each country (or election, of one country) was scored by what the others teach."""
    countries, elections = ([getattr(row.report, kind) for row in rows] for kind in ("country", "election"))
    by, of = ("country", countries) if len(set(countries)) > 1 else ("election", elections)
    if len(set(of)) < 2:
        return None
    try:
        found = apart(compared, numbered(names), numbered(of)).groups
    except ValueError:
        return None
    return by, measures(names, found.tolist())
