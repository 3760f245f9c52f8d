"""How sure the network must be of what the rules do not see.

    python training/choose.py --corpora FOLDER

Tries values of the threshold of ``counterclaim.language.both_taggers`` on what was kept back from training and prints
content and full match for each corpus and language, the model and the rules alone beside them.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

import data

from counterclaim.evaluating.attribution import ROLES, Article, score
from counterclaim.language import both_taggers
from counterclaim.language.rule_tagger import RuleTagger
from counterclaim.language.trained.tagger import TrainedTagger
from counterclaim.records.report import Report

TRIED = (0.1, 0.2, 0.3, 0.45)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    args = parser.parse_args()
    examples = [*data.own(HERE / "corpus"), *data.polnear(args.corpora / "attribution" / "train")]
    rules, trained = RuleTagger(), TrainedTagger()
    rows = []
    for e in examples:
        if data.is_kept_back(e):
            article = Article(e.id, e.text, tuple({r: tuple(g[r]) for r in ROLES} for g in e.gold))
            ruled = rules.tag(Report(e.id, e.text, e.id, language=e.language))
            name = e.language if e.corpus == "own" else e.corpus
            found, _ = trained.read(Report(e.id, e.text, e.id, language=e.language), ruled.sentences)
            rows.append((name, article, ruled.attributions, found))
    show("rules", [(n, a, r) for n, a, r, _ in rows])
    show("model", [(n, a, f) for n, a, _, f in rows])
    for sure in TRIED:
        both_taggers.SURE = sure
        show(f"both, sure {sure}", [(n, a, both_taggers.merged(r, f)) for n, a, r, f in rows])


def show(name: str, rows: list) -> None:
    """One line: content and full match by corpus or language."""
    pairs = defaultdict(list)
    for key, article, found in rows:
        spans = tuple(
            {r: tuple((s.start, s.end) for s in getattr(a, r)) for r in ROLES} for a in found if not a.doubted
        )
        pairs[key].append((article, spans))
    cells = []
    for key, both in sorted(pairs.items()):
        figures = score(both).figures
        cells.append(f"{key} {figures['match.content']['f1']:.3f}/{figures['match.full']['f1']:.3f}")
    print(f"{name:24}", "  ".join(cells), flush=True)


if __name__ == "__main__":
    main()
