"""How well reprints are found: copies of real reports, worn at several strengths, among what only looks like copies.

    python benchmarks/reprints.py FOLDER [--seed N] [--write NAME]

FOLDER holds .txt reports that repeat one another nowhere. Of each, six copies are made a strength (reprint_copies.py).
Among them stand stories that take one passage over, and daily briefings of one form. The figure is the adjusted Rand
index of the clusters that the links make; MinHash alone, on the same texts in the same run, is given the threshold
that suits it best on them. Copies carry no dates, and no agency but what their text tells. The last line is one JSON
object; `--write NAME` keeps it in reprints.json under that name.
"""

import argparse
import datetime as dt
import json
import platform
import random
import re
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import comb
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
import numpy.typing as npt
from reprint_copies import STRENGTHS, Strength, Wear

from counterclaim.linking.reprints import find_reprints
from counterclaim.reading.read import read
from counterclaim.records.report import Capture, Report

KEPT = Path(__file__).with_name("reprints.json")
BRIEFINGS = 20
PERMUTATIONS = 128
SHINGLE = 3
THRESHOLDS = [n / 100 for n in range(2, 100, 2)]
_PRIME = (1 << 61) - 1
Labels = Sequence[int]


@dataclass(frozen=True, slots=True)
class Text:
    """A text with the cluster that it belongs to and how it was made."""

    report: Report
    cluster: int
    kind: str


def texts(originals: Sequence[str], how: Strength, seed: int) -> list[Text]:
    """The originals, their copies of one strength, and the look-alikes, in no order that tells."""
    chance = random.Random(f"{seed} {how.name}")
    vocabulary = sorted({w for text in originals for w in re.findall(r"[a-z]{4,}", text)})
    wear = Wear(chance, vocabulary)
    made = [(text, n, "original") for n, text in enumerate(originals)]
    made += [(make(text, how), n, kind) for n, text in enumerate(originals) for kind, make in wear.kinds.items()]
    alone = [wear.follow_up(text, originals[n - 1]) for n, text in enumerate(originals)]
    # A follow-up is its own story with a passage of another's: it belongs to the report whose text it mostly is.
    made += [(text, (n - 1) % len(originals), "follow-up") for n, text in enumerate(alone) if text is not None]
    made += [(text, len(originals) + n, "briefing") for n, text in enumerate(wear.briefings(BRIEFINGS))]
    chance.shuffle(made)
    return [Text(_read(text, f"{n}.txt"), cluster, kind) for n, (text, cluster, kind) in enumerate(made)]


def _read(text: str, name: str) -> Report:
    report = read(Capture(name, text.encode(), media_type="text/plain"))
    return replace(report, id=name)


def clusters(count: int, pairs: Iterable[tuple[int, int]]) -> list[int]:
    """The connected parts, as one number for each of ``count`` items."""
    root = list(range(count))

    def find(at: int) -> int:
        while root[at] != at:
            root[at] = at = root[root[at]]
        return at

    for a, b in pairs:
        root[find(a)] = find(b)
    return [find(n) for n in range(count)]


def adjusted_rand(truth: Labels, found: Labels) -> float:
    """Hubert and Arabie's index (1985): 1 for the same partition, about 0 for chance."""
    both = sum(comb(n, 2) for n in Counter(zip(truth, found, strict=True)).values())
    in_truth, in_found = (sum(comb(n, 2) for n in Counter(labels).values()) for labels in (truth, found))
    by_chance = in_truth * in_found / comb(len(truth), 2)
    most = (in_truth + in_found) / 2
    return 1.0 if most == by_chance else (both - by_chance) / (most - by_chance)


def by_system(given: Sequence[Text]) -> list[int]:
    """The clusters of the links that the program makes."""
    numbers = {text.report.id: n for n, text in enumerate(given)}
    links = find_reprints([text.report for text in given])
    return clusters(len(given), ((numbers[link.copy], numbers[link.original]) for link in links))


def shingles(text: str) -> set[int]:
    """Hashes of three words in a row."""
    words = re.findall(r"\w+", text.casefold())
    return {crc32(" ".join(words[at : at + SHINGLE]).encode()) for at in range(max(1, len(words) - SHINGLE + 1))}


def signatures(sets: Sequence[set[int]], seed: int) -> npt.NDArray[np.int64]:
    """MinHash (Broder 1997): the least hash of each set under each of 128 random linear functions."""
    chance = np.random.default_rng(seed)
    a, b = chance.integers(1, 1 << 31, PERMUTATIONS), chance.integers(0, 1 << 31, PERMUTATIONS)
    rows = [((np.array(sorted(s), np.int64)[:, None] % (1 << 31) * a + b) % _PRIME).min(0) for s in sets]
    return np.array(rows, np.int64)


def by_minhash(given: Sequence[Text], truth: Labels, seed: int) -> tuple[float, float, list[int]]:
    """The best adjusted Rand index that MinHash alone reaches, its threshold, and its clusters."""
    rows = signatures([shingles(text.report.text) for text in given], seed)
    near = np.stack([(rows == row).mean(1) for row in rows])
    best: tuple[float, float, list[int]] = (-1.0, 0.0, [])
    for threshold in THRESHOLDS:
        at = np.argwhere(np.triu(near >= threshold, 1)).tolist()
        found = clusters(len(given), ((a, b) for a, b in at))
        best = max(best, (adjusted_rand(truth, found), threshold, found), key=lambda each: each[:2])
    return best


def of_kind(given: Sequence[Text], found: Labels, kind: str) -> float:
    """The index over the originals and the copies (or look-alikes) of one kind."""
    at = [n for n, text in enumerate(given) if text.kind in {"original", kind}]
    return adjusted_rand([given[n].cluster for n in at], [found[n] for n in at])


def briefings_merged(given: Sequence[Text], found: Labels) -> int:
    """How many briefings stand in one cluster with another text: each is news of its own."""
    sizes = Counter(found)
    return sum(text.kind == "briefing" and sizes[label] > 1 for text, label in zip(given, found, strict=True))


def shared(given: Sequence[Text]) -> list[float]:
    """For each copy, the part of its own three-word shingles that its original has, rising."""
    originals = {text.cluster: shingles(text.report.text) for text in given if text.kind == "original"}
    copies = [t for t in given if t.kind not in {"original", "briefing", "follow-up"}]
    own = [(shingles(t.report.text), originals[t.cluster]) for t in copies]
    return sorted(len(mine & other) / len(mine) for mine, other in own)


def measured(originals: Sequence[str], how: Strength, seed: int) -> dict[str, Any]:
    """Every figure of one strength."""
    given = texts(originals, how, seed)
    truth = [text.cluster for text in given]
    start = time.thread_time()
    found = by_system(given)
    taken = time.thread_time() - start
    index, threshold, theirs = by_minhash(given, truth, seed)
    kinds = sorted({text.kind for text in given} - {"original", "briefing"})
    both = {"adjusted_rand": found, "minhash": theirs}
    part = shared(given)
    return {
        "texts": len(given),
        "adjusted_rand": round(adjusted_rand(truth, found), 4),
        "minhash_alone": round(index, 4),
        "minhash_threshold": threshold,
        "reports_per_second": round(len(given) / taken),
        "shared_shingles": {"median": round(part[len(part) // 2], 3), "tenth": round(part[len(part) // 10], 3)},
        "briefings_merged": briefings_merged(given, found),
        "by_kind": {
            kind: {name: round(of_kind(given, labels, kind), 4) for name, labels in both.items()} for kind in kinds
        },
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", metavar="NAME")
    options = parser.parse_args()
    originals = [p.read_text(encoding="utf-8") for p in sorted(options.folder.glob("*.txt"))]
    if not originals:
        sys.exit(f"{options.folder}: no .txt files, so there is nothing to measure")
    strengths = {how.name: measured(originals, how, options.seed) for how in STRENGTHS}
    for name, figures in strengths.items():
        print(f"{name:8} {figures['adjusted_rand']:.3f}   MinHash alone {figures['minhash_alone']:.3f}")
        for kind, each in figures["by_kind"].items():
            print(f"    {kind:12} {each['adjusted_rand']:.3f}   {each['minhash']:.3f}")
    result = {
        "seed": options.seed,
        "originals": len(originals),
        "strengths": strengths,
        "peak_memory_mib": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
        "on": {"python": platform.python_version(), "day": dt.date.today().isoformat()},
    }
    if options.write:
        kept = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
        KEPT.write_text(json.dumps({**kept, options.write: result}, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(result))


if __name__ == "__main__":
    main()
