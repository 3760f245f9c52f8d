"""Scores a tagger against texts with attributions marked by hand in brat's format (PolNeAR).

Tokens are words and numbers; a token belongs to a span if they share a character. Figures: precision, recall and F1
over the tokens of each role; over attributions paired one to one by falling Dice of their content tokens (at least
0.5), ``content`` counts a pair, ``full`` only one whose sources share a token too (or both have none);
``strict.content`` pairs only those of the very same tokens.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from counterclaim.language.tagger import Tagger
from counterclaim.records.report import Report

ROLES = ("content", "source", "cue")
_WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")
_LEAST_DICE = 0.5

Pieces = tuple[tuple[int, int], ...]
Attributed = dict[str, Pieces]
Indices = frozenset[int]
Figures = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Article:
    """One text with its attributions: for each role the spans, as character offsets."""

    id: str
    text: str
    gold: tuple[Attributed, ...]


@dataclass(frozen=True, slots=True)
class AttributionScore:
    """``figures[measure]`` holds p, r, f1 and their counts; ``predictions`` what was predicted for each article."""

    figures: Figures
    predictions: tuple[tuple[str, tuple[Attributed, ...]], ...]

    def write_predictions(self, path: Path) -> None:
        """One JSON object a line: ``{"id": …, "attributions": [{"source": [[s, e]], "cue": …, "content": …}]}``."""
        with path.open("w", encoding="utf-8") as out:
            for name, found in self.predictions:
                out.write(json.dumps({"id": name, "attributions": found}) + "\n")

    def table(self) -> str:
        """The figures for people, in per cent."""
        lines = [f"{'':16} {'P':>6} {'R':>6} {'F1':>6} {'right':>7} {'said':>7} {'gold':>7}"]
        for name, f in self.figures.items():
            percent = " ".join(f"{100 * f[k]:6.1f}" for k in ("p", "r", "f1"))
            lines.append(f"{name:16} {percent} {f['right']:7.0f} {f['predicted']:7.0f} {f['gold']:7.0f}")
        return "\n".join(lines)

    def json(self) -> dict[str, object]:
        """Every figure with its counts, for a machine."""
        return {"task": "attribution", "articles": len(self.predictions), **self.figures}


def evaluate(folder: Path, tagger: Tagger, language: str = "en") -> AttributionScore:
    """Scores ``tagger`` on the NAME.txt with NAME.ann in ``folder``; ``FileNotFoundError`` where there are none."""
    pairs = [(article, attributed(tagger, article, language)) for article in articles(folder)]
    if not pairs:
        raise FileNotFoundError(f"no NAME.txt with NAME.ann in {folder}")
    return score(pairs)


def attributed(tagger: Tagger, article: Article, language: str | None) -> tuple[Attributed, ...]:
    """What ``tagger`` finds in the article."""
    tagging = tagger.tag(Report(article.id, article.text, article.id, language=language))
    return tuple({role: tuple((s.start, s.end) for s in getattr(a, role)) for role in ROLES} for a in tagging.told)


def score(pairs: Iterable[tuple[Article, tuple[Attributed, ...]]]) -> AttributionScore:
    """The figures over articles with what was predicted for each."""
    counts: Counter[str] = Counter()
    predictions = []
    for article, found in pairs:
        predictions.append((article.id, found))
        counts += _count(article, found)
    names = [*(f"tokens.{r}" for r in ROLES), "match.content", "match.full", "strict.content"]
    return AttributionScore({n: _figures(counts, n) for n in names}, tuple(predictions))


def articles(folder: Path) -> Iterator[Article]:
    """The texts of ``folder`` that have an .ann beside them, in order of name."""
    for path in sorted(folder.glob("*.txt")):
        marks = path.with_suffix(".ann")
        if marks.exists():
            yield Article(path.stem, _read(path), parse_brat(_read(marks)))


def _read(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def parse_brat(marks: str) -> tuple[Attributed, ...]:
    """The ``E`` lines of brat standoff; all spans of a role (Content, Content2, "a b;c d") are united."""
    spans: dict[str, Pieces] = {}
    events: list[list[str]] = []
    for line in marks.splitlines():
        fields = line.split("\t")
        if len(fields) < 2:
            continue
        if line.startswith("T"):
            pieces = fields[1].split(" ", 1)[1].split(";")
            spans[fields[0]] = tuple((int(p.split()[0]), int(p.split()[1])) for p in pieces)
        elif line.startswith("E"):
            events.append(fields[1].split())
    return tuple(_event(arguments, spans) for arguments in events)


def _event(arguments: Iterable[str], spans: dict[str, Pieces]) -> Attributed:
    out: Attributed = dict.fromkeys(ROLES, ())
    for argument in arguments:
        name, _, mark = argument.partition(":")
        role = name.rstrip("0123456789").lower()
        if role in out:
            out[role] = tuple(sorted(out[role] + spans.get(mark, ())))
    return out


def _count(article: Article, found: Sequence[Attributed]) -> Counter[str]:
    words = [m.span() for m in _WORD.finditer(article.text)]
    gold, said = ([{r: _indices(a[r], words) for r in ROLES} for a in side] for side in (article.gold, found))
    counts: Counter[str] = Counter()
    for role in ROLES:
        g, p = _union(gold, role), _union(said, role)
        counts.update({f"tokens.{role}/right": len(g & p), f"tokens.{role}/predicted": len(p)})
        counts[f"tokens.{role}/gold"] += len(g)
    gold, said = ([a for a in side if a["content"]] for side in (gold, said))
    pairs = _pairs(gold, said, _LEAST_DICE)
    full = sum(_same_source(gold[i]["source"], said[j]["source"]) for i, j in pairs)
    same = len(_pairs(gold, said, 1.0))
    for name, right in (("match.content", len(pairs)), ("match.full", full), ("strict.content", same)):
        counts.update({f"{name}/right": right, f"{name}/predicted": len(said), f"{name}/gold": len(gold)})
    return counts


def _indices(pieces: Pieces, words: Sequence[tuple[int, int]]) -> Indices:
    return frozenset(i for i, (a, b) in enumerate(words) if any(a < e and s < b for s, e in pieces))


def _union(side: Sequence[dict[str, Indices]], role: str) -> Indices:
    return frozenset().union(*(a[role] for a in side))


def _same_source(gold: Indices, said: Indices) -> bool:
    return bool(gold & said) if gold else not said


def _pairs(
    gold: Sequence[dict[str, Indices]], said: Sequence[dict[str, Indices]], least: float
) -> list[tuple[int, int]]:
    """Pairs of indices, greedily by falling Dice of the contents; of equals the one whose sources meet comes first."""
    candidates = []
    for i, g in enumerate(gold):
        for j, p in enumerate(said):
            dice = 2 * len(g["content"] & p["content"]) / (len(g["content"]) + len(p["content"]))
            if dice >= least:
                candidates.append((-dice, not g["source"] & p["source"], i, j))
    pairs: list[tuple[int, int]] = []
    for _, _, i, j in sorted(candidates):
        if all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return pairs


def _figures(counts: Counter[str], name: str) -> dict[str, float]:
    right, predicted, gold = (counts[f"{name}/{k}"] for k in ("right", "predicted", "gold"))
    p, r = (right / predicted if predicted else 0.0), (right / gold if gold else 0.0)
    f1 = 2 * p * r / (p + r) if p + r else 0.0
    return {"p": p, "r": r, "f1": f1, "right": right, "predicted": predicted, "gold": gold}
