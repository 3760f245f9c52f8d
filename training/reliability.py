"""How true the model's confidence is on texts that it has not seen: ``python training/reliability.py FOLDER …``

FOLDER is one of NAME.txt with NAME.ann, or of LANG/NAME.xml marks. For each tenth of confidence: how many attributions,
their mean confidence, and the share that is right (content by a Dice of a half or more, and source). Last the expected
calibration error, the mean distance of the two over all.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "src")]

from counterclaim.evaluating.attribution import Article, articles
from counterclaim.evaluating.marked import read_folder
from counterclaim.language.trained.tagger import TrainedTagger
from counterclaim.records.report import Report
from counterclaim.records.tagging import Attribution

TENTHS = np.linspace(0, 1, 11)


def texts(folder: Path) -> Iterator[tuple[str, Article]]:
    """The texts with their language."""
    if any(folder.glob("*.ann")):
        yield from ((("de" if "-de" in folder.name else "en"), a) for a in articles(folder))
    else:
        yield from ((m.language, m.article) for m in read_folder(folder))


def is_right(found: Attribution, article: Article) -> bool:
    """Whether a gold attribution has this one's content and source."""
    content = {i for s in found.content for i in range(s.start, s.end)}
    source = {i for s in found.source for i in range(s.start, s.end)}
    for gold in article.gold:
        theirs = {i for a, b in gold["content"] for i in range(a, b)}
        speaker = {i for a, b in gold["source"] for i in range(a, b)}
        if 2 * len(content & theirs) >= 0.5 * (len(content) + len(theirs)) and (
            bool(source & speaker) if speaker else not source
        ):
            return True
    return False


def main() -> None:
    tagger = TrainedTagger()
    for folder in map(Path, sys.argv[1:]):
        said, right = [], []
        for language, article in texts(folder):
            tagging = tagger.tag(Report(article.id, article.text, article.id, language=language))
            for found in tagging.attributions:
                if found.content:
                    said.append(found.confidence)
                    right.append(is_right(found, article))
        confidence, hits = np.array(said), np.array(right, float)
        print(f"{folder}: {len(said)} attributions")
        for low, high in pairwise(TENTHS.tolist()):
            inside = (confidence >= low) & (confidence < high)
            if inside.any():
                shares = f"{confidence[inside].mean():.2f} | {hits[inside].mean():.2f}"
                print(f"| {low:.1f}-{high:.1f} | {inside.sum()} | {shares} |")
        cells = np.minimum((confidence * 10).astype(int), 9)
        error = sum(
            (cells == c).mean() * abs(confidence[cells == c].mean() - hits[cells == c].mean())
            for c in set(cells.tolist())
        )
        print(f"expected calibration error {error:.3f}")


if __name__ == "__main__":
    main()
