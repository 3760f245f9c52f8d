"""Makes the model that says what a passage tells of: ``python training/passages.py``.

Reads ``training/events/LANGUAGE-*.tsv``, lines of label and text, all our own, and writes
``src/counterclaim/data/passages.npz``. The same lines give the same model. Two checks, which write nothing: ``--check``
fits on nine blocks of ten and says how many of the rest it gets right, by language; ``--check en-d en-k`` keeps each of
the named files back in turn, which shows what the model makes of another writer's snippets.
"""

from __future__ import annotations

import argparse
import random
import sys
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.svm import LinearSVC

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "src")]

from counterclaim.events.passages import BUCKETS, PassageModel, groups, weighed
from counterclaim.events.triggers import find_triggers
from counterclaim.language.sentences import split
from counterclaim.records.claim import Trigger
from counterclaim.records.report import Report
from counterclaim.records.told import LABELS

TARGET = HERE.parent / "src" / "counterclaim" / "data" / "passages.npz"
BLOCK, KEPT_BACK = 20, 10  # lines; neighbours may be near-twins and must not stand on both sides
STRENGTH = 2.0  # inverse of the regularisation; from 1 to 6 the figures are the same
# Of scores when they are made shares: on files kept back, the likeliest label's mean share is then 0.87, and the label
# is right as often.
SHARPNESS = 6.0


class Line(NamedTuple):
    """A snippet with the file it stands in, its label's text, its triggers, and whether ``--check`` keeps it back."""

    file: str
    language: str
    told: str
    text: str
    triggers: tuple[Trigger, ...]
    kept_back: bool


def lines() -> list[Line]:
    """All snippets. ``ValueError`` names the line that is none."""
    out = []
    for path in sorted((HERE / "events").glob("*.tsv")):
        language = path.stem.partition("-")[0]
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            label, tab, text = line.partition("\t")
            if not tab or label not in LABELS:
                raise ValueError(f"{path}:{number + 1}: no label and text")
            report = Report("r", text, "r", language=language)
            triggers = find_triggers(report, split(report))
            kept = random.Random(f"{path.stem} {number // BLOCK}").random() < 1 / KEPT_BACK
            out.append(Line(path.stem, language, LABELS[label], text, triggers, kept))
    return out


def rarities(found: list[Line]) -> np.ndarray:
    """The inverse document frequency of each column, 0 for what stands in fewer than two snippets."""
    from zlib import crc32

    counts = np.zeros(BUCKETS, np.int64)
    for line in found:
        columns = {crc32(name.encode()) % BUCKETS for group in groups(line.text, line.triggers) for name in group}
        counts[list(columns)] += 1
    out = np.log((1 + len(found)) / (1 + counts)) + 1
    return np.where(counts > 1, out, 0).astype(np.float32)


def fit(found: list[Line]) -> PassageModel:
    """The model of these lines."""
    rarity = rarities(found)
    rows, columns, values = [], [], []
    for number, line in enumerate(found):
        held, weights = weighed(line.text, line.triggers, rarity)
        rows += [number] * len(held)
        columns += held.tolist()
        values += weights.tolist()
    matrix = csr_matrix((values, (rows, columns)), shape=(len(found), BUCKETS), dtype=np.float32)
    used = np.flatnonzero(rarity)
    model = LinearSVC(C=STRENGTH, random_state=0).fit(matrix[:, used], [line.told for line in found])
    weights = np.zeros((BUCKETS, len(model.classes_)), np.float32)
    weights[used] = model.coef_.T * SHARPNESS
    scale = np.abs(weights).max(0) / 127
    small = np.round(weights / scale).astype(np.int8)
    bias = (model.intercept_ * SHARPNESS).astype(np.float32)
    return PassageModel(tuple(model.classes_), rarity, small, scale.astype(np.float32), bias)


def right(model: PassageModel, found: list[Line]) -> dict[str, float]:
    """The share of lines whose likeliest label is theirs, by language."""
    hits: dict[str, list[bool]] = {}
    for line in found:
        chances = model.chances(line.text, line.triggers)
        said = max(chances, key=chances.__getitem__) if chances else None
        hits.setdefault(line.language, []).append(said == line.told)
    return {language: round(float(np.mean(v)), 4) for language, v in sorted(hits.items())}


def surprise(model: PassageModel, found: list[Line]) -> float:
    """The mean of minus the logarithm of the share that a line's own label gets: lower is better."""
    shares = [model.chances(line.text, line.triggers).get(line.told, 0.0) for line in found]
    return round(float(-np.log(np.maximum(shares, 1e-4)).mean()), 3)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", nargs="*", metavar="FILE", help="without files: blocks; else each of these")
    args = parser.parse_args()
    found = lines()
    if args.check is not None:
        for name in args.check or [None]:
            back = [line.file == name if name else line.kept_back for line in found]
            model = fit([line for line, kept in zip(found, back, strict=True) if not kept])
            rest = [line for line, kept in zip(found, back, strict=True) if kept]
            print(name or "blocks", len(rest), right(model, rest), "surprise", surprise(model, rest), flush=True)
        return
    model = fit(found)
    np.savez_compressed(
        TARGET,
        labels=np.array(model.labels),
        rarity=model.rarity.astype(np.float16),
        weights=model.weights,
        scale=model.scale,
        bias=model.bias,
    )
    print(f"{len(found)} snippets, {TARGET.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
