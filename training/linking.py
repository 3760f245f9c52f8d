"""Makes the weights that say which coded reports tell of one event: ``python training/linking.py FILE``.

FILE is the CSV of MAVERICK event reports; the weights go to ``src/counterclaim/linking/coded/weights.toml``. Without
randomness: the same file gives the same weights, in a second. ``--ablate`` prints instead what each family of features
is worth: cross-validated figures without it, means over several draws of folds, and with each election left out.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "src")]

from counterclaim.evaluating.linking_folds import FOLDS, apart, folds, numbered
from counterclaim.evaluating.linking_measures import measures
from counterclaim.evaluating.linking_rows import Row, read
from counterclaim.linking.coded.features import FAMILIES, FEATURES
from counterclaim.linking.coded.learning import learn
from counterclaim.linking.coded.link import Compared, compare
from counterclaim.linking.coded.weights import marks_of, to_toml

TARGET = HERE.parent / "src" / "counterclaim" / "linking" / "coded" / "weights.toml"
DATA = "MAVERICK event reports (van Baalen and Höglund 2026, doi 10.1093/jopres/xjaf012), CC BY 4.0"
DRAWS = 8


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--ablate", action="store_true", help="print what each family of features is worth")
    args = parser.parse_args()
    rows = read(args.file, print)
    compared = compare([row.report for row in rows])
    if args.ablate:
        ablate(rows, compared)
        return
    events = numbered([row.event for row in rows])
    reports = [row.report for row in rows]
    weights = replace(learn(compared, events), marks=marks_of(reports))
    countries = sorted({r.country for r in reports})
    about = {"data": DATA, "countries": ", ".join(countries), "reports": len(rows), "pairs": len(compared.pairs)}
    TARGET.write_text(to_toml(weights, about), encoding="utf-8")
    print(f"{len(FEATURES)} weights, threshold {weights.threshold}: {TARGET}")


def ablate(rows: tuple[Row, ...], compared: Compared) -> None:
    """A line for all features and for all but each family: pairwise F1 and B-cubed F1 both ways."""
    print(f"{'without':12}  by event: pairwise, B-cubed   by election: pairwise, B-cubed")
    print_line("nothing", rows, compared)
    names = [f.name for f in FEATURES]
    for family, members in FAMILIES.items():
        values = compared.values.copy()
        values[:, [names.index(f.name) for f in members]] = 0.0
        print_line(family, rows, replace(compared, values=values))


def print_line(name: str, rows: tuple[Row, ...], compared: Compared) -> None:
    """One line of the table."""
    events = [row.event for row in rows]

    def scored(fold: np.ndarray) -> tuple[float, float]:
        found = measures(events, apart(compared, numbered(events), fold).groups.tolist())
        return found["pairwise"]["f1"], found["bcubed"]["f1"]

    by_event = np.array([scored(folds(events, FOLDS, seed)) for seed in range(DRAWS)])
    by_election = scored(numbered([row.report.election for row in rows]))
    cells = [f"{m:.3f} ± {s:.3f}" for m, s in zip(by_event.mean(axis=0), by_event.std(axis=0), strict=True)]
    print(f"{name:12}  {'  '.join(cells)}   {by_election[0]:.3f}  {by_election[1]:.3f}", flush=True)


if __name__ == "__main__":
    main()
