"""Scores extracted claims against texts coded by hand: a folder of NAME.txt with NAME.json in the contract's shape.

The gold JSON has ``claims``, may have ``ignore`` (spans where a prediction is neither right nor wrong), and names the
day of publication as ``published``, at the top or under ``report``. Measures: detection (precision, recall, F1 of
claims paired by span), and over the pairs the share whose source, stance, event, place and date are right.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from counterclaim.errors import InputError
from counterclaim.evaluating.ledger_fields import FIELDS, Aliases
from counterclaim.evaluating.ledger_pairs import Counts, Pair, count, figures
from counterclaim.settings import LANGUAGES

JsonObject = dict[str, Any]
# Reads a text published on a day and gives what `extract` prints of it; raises ``InputError``.
Extract = Callable[[Path, str | None], JsonObject]


@dataclass(frozen=True, slots=True)
class Gold:
    """A text coded by hand."""

    name: str
    text: Path
    value: Mapping[str, Any]

    @property
    def published(self) -> str | None:
        """The day of publication that the coder worked with."""
        day = self.value.get("published") or (self.value.get("report") or {}).get("published")
        return None if day is None else str(day)


@dataclass(frozen=True, slots=True)
class Scored:
    """One text: what was predicted, and how it agrees. ``predicted`` is None where the text could not be coded."""

    gold: Gold
    predicted: JsonObject | None
    counts: Counts
    pairs: tuple[Pair, ...]

    @property
    def language(self) -> str | None:
        """The ending of the text's name ("border-en"), else what the reader found."""
        ending = self.gold.name.rpartition("-")[2]
        return ending if ending in LANGUAGES else (self.predicted or {}).get("report", {}).get("language")


@dataclass(frozen=True, slots=True)
class LedgerScore:
    """All texts of a folder, in order of name."""

    texts: tuple[Scored, ...]

    def groups(self) -> dict[str, Counts]:
        """The counts of each language, then of all."""
        found: dict[str, Counts] = {}
        for each in sorted(self.texts, key=lambda s: s.language or ""):
            found.setdefault(f"language {each.language or '?'}", Counter()).update(each.counts)
        return {**found, "all": sum((each.counts for each in self.texts), Counter())}

    def json(self) -> dict[str, object]:
        """Every figure with its counts, for each group and each text."""
        groups = {name: figures(counts) for name, counts in self.groups().items()}
        texts = {each.gold.name: figures(each.counts) for each in self.texts}
        return {"task": "ledger", **groups.pop("all"), "groups": groups, "texts": texts}

    def table(self) -> str:
        """Groups and texts as rows; shares are of the pairs, counts are gold, predicted, ignored and paired."""
        heads = ("P", "R", "F1", *FIELDS, "full", "gold", "pred", "ign.", "pairs")
        lines = [f"{'':24}" + "".join(f"{head:>7}" for head in heads)]
        lines += [_line(each.gold.name, each.counts) for each in self.texts]
        lines += [_line(name, counts) for name, counts in self.groups().items()]
        return "\n".join(lines)

    def errors(self) -> Iterator[str]:
        """One line for each gold claim that was missed or has a wrong field."""
        for each in self.texts:
            found = {pair.gold: pair for pair in each.pairs}
            for number, claim in enumerate(each.gold.value["claims"]):
                yield from _errors(f"{each.gold.name} {claim.get('id', number)}", claim, found.get(number), each)

    def write_predictions(self, path: Path) -> None:
        """NAME.json for each text, in the folder ``path``."""
        path.mkdir(parents=True, exist_ok=True)
        for each in self.texts:
            if each.predicted is not None:
                written = json.dumps(each.predicted, ensure_ascii=True)
                (path / f"{each.gold.name}.json").write_text(written + "\n", encoding="utf-8")


def evaluate(
    folder: Path, extract: Extract, aliases: Path | None = None, failed: Callable[[InputError], None] | None = None
) -> LedgerScore:
    """Scores ``extract`` on ``folder``. A text that cannot be coded counts as one without claims, and is told to
    ``failed``. ``FileNotFoundError`` where there is nothing to score.
    """
    names = Aliases(_object(aliases) if aliases else {})
    texts = tuple(_scored(gold, extract, names, failed) for gold in golds(folder))
    if not texts:
        raise FileNotFoundError(f"no NAME.txt with NAME.json that has claims in {folder}")
    return LedgerScore(texts)


def golds(folder: Path) -> Iterator[Gold]:
    """The coded texts of ``folder``, in order of name; a JSON without claims, or without a text, is something else."""
    for path in sorted(folder.glob("*.json")):
        text, value = path.with_suffix(".txt"), _object(path)
        if "claims" in value and text.exists():
            yield Gold(path.stem, text, value)


def _object(path: Path) -> JsonObject:
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(str(path), f"cannot be read as JSON ({error})") from error
    if not isinstance(value, dict):
        raise InputError(str(path), "is no JSON object")
    return value


def _scored(gold: Gold, extract: Extract, aliases: Aliases, failed: Callable[[InputError], None] | None) -> Scored:
    try:
        predicted: JsonObject | None = extract(gold.text, gold.published)
    except InputError as error:
        predicted = None
        if failed is not None:
            failed(error)
    counts, found = count(gold.value, (predicted or {}).get("claims") or (), aliases)
    return Scored(gold, predicted, counts, tuple(found))


def _line(name: str, counts: Counts) -> str:
    ratios = figures(counts)
    shown = ("precision", "recall", "f1", *FIELDS, "fully_right_of_matched")
    shares = "".join(f"{'–':>7}" if ratios[key] is None else f"{ratios[key]:7.3f}" for key in shown)
    return f"{name[:24]:24}" + shares + "".join(f"{counts[key]:7}" for key in ("gold", "pred", "ignored", "matched"))


def _errors(name: str, claim: Mapping[str, Any], pair: Pair | None, scored: Scored) -> Iterator[str]:
    if pair is None or scored.predicted is None:
        yield f"{name}: missed"
        return
    said = scored.predicted["claims"][pair.predicted]
    for field in FIELDS:
        if not pair.right[field]:
            yield f"{name}: {field}: gold {claim.get(field)!r}, predicted {said.get(field)!r}"
