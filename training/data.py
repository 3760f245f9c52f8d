"""Reads every corpus into one shape: tokens with the labels that the corpus knows, -1 where it knows none."""

from __future__ import annotations

import bisect
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from counterclaim.evaluating import attribution, dates, places
from counterclaim.evaluating.marked import MarkedMention, read_marked
from counterclaim.language.trained.labels import FAMILIES, KINDS, ROLES
from counterclaim.words.tokens import Token, tokens

UNKNOWN = -1

# What is counted, by the words that the marks use; every other word is "other".
COUNTED = {
    "killed": "killed dead deaths died bodies",
    "injured": "injured wounded hurt hospitalised",
    "missing": "missing",
    "captured": "captured captivity detained arrested surrendered abducted prisoners hostages imprisoned released",
    "displaced": "displaced evacuated fled refugees",
    "people": "people residents civilians soldiers troops officers witnesses households families children fighters "
    "men women workers patients",
    "weapons": "drones missiles rockets shells bombs mines tanks vehicles aircraft helicopters launchers guns boats "
    "weapons devices motorcycles munitions ships jets",
    "attacks": "attacks clashes strikes shellings hits explosions blasts assaults raids incidents bombardments",
}
KIND_OF_COUNT = {word: kind for kind, words in COUNTED.items() for word in words.split()}

# TimeML's time expressions begin after the preposition; our marks before it.
PREPOSITIONS = frozenset(
    """
    on in at during since until till by from
    am im an um seit bis vom zum zur ab gegen
    le la les en à au aux dès depuis pendant jusqu'à vers
    у в во на з с о об к до від после після з-за під протягом
    """.split()  # noqa: SIM905
)


@dataclass(slots=True)
class Example:
    """One text. ``outer`` and ``inner`` are tags of the attribution layers a token; ``points`` the tokens that each
    token may point to; ``bio`` tokens × families; ``kinds`` tokens × families with kinds.
    """

    id: str
    language: str
    corpus: str
    text: str
    tokens: Sequence[Token]
    paragraphs: list[tuple[int, int]]
    outer: np.ndarray
    inner: np.ndarray
    points: dict[int, tuple[int, ...]]
    bio: np.ndarray
    kinds: np.ndarray
    gold: list[dict[str, list[tuple[int, int]]]] = field(default_factory=list)


def paragraphs_of(text: str) -> list[tuple[int, int]]:
    """The stretches between line ends, without blanks at their edges; empty ones left out."""
    return [m.span() for m in re.finditer(r"\S(?:[^\n\r]*\S)?", text)]


def _empty(id: str, language: str, corpus: str, text: str) -> Example:
    found = tokens(text)
    n = len(found)
    return Example(
        id,
        language,
        corpus,
        text,
        found,
        paragraphs_of(text),
        np.full(n, UNKNOWN, np.int64),
        np.full(n, UNKNOWN, np.int64),
        {},
        np.full((n, len(FAMILIES)), UNKNOWN, np.int64),
        np.full((n, len(KINDS)), UNKNOWN, np.int64),
    )


def covered(example: Example, start: int, end: int) -> list[int]:
    """The tokens that share a character with a span."""
    first = bisect.bisect_right(example.tokens, start, key=lambda t: t.end)
    last = bisect.bisect_left(example.tokens, end, key=lambda t: t.start)
    return list(range(first, last))


def _tag(row: np.ndarray, members: Sequence[int], role: str, over: bool) -> None:
    """Marks one span; where another stands already it is left, unless ``over``."""
    number = 1 + 2 * ROLES.index(role)
    begun = False
    for i in members:
        if row[i] > 0 and not over:
            begun = False
            continue
        row[i] = number + begun
        begun = True


def _attributions(example: Example, found: Sequence[tuple[dict[str, list[tuple[int, int]]], bool]]) -> None:
    """Fills both layers and the pointers from attributions, each with whether it stands in another's content."""
    example.outer[:] = 0
    if example.corpus == "own":
        example.inner[:] = 0
    points: dict[int, set[int]] = {}
    stops = [b for _, b in example.paragraphs]
    for role in ("content", "source", "cue"):
        for spans, inner in found:
            row = example.inner if inner else example.outer
            for span in spans[role]:
                for members in _cut(example, covered(example, *span), stops):
                    _tag(row, members, role, over=role == "cue")
    for spans, _ in found:
        members = {r: [i for s in spans[r] for i in covered(example, *s)] for r in ROLES}
        anchor = next((members[r][0] for r in ("cue", "source", "content") if members[r]), None)
        if anchor is None:
            continue
        for role in ROLES:
            for i in members[role]:
                points.setdefault(i, set()).add(anchor)
    example.points = {i: tuple(sorted(t)) for i, t in points.items()}


def _cut(example: Example, members: Sequence[int], stops: Sequence[int]) -> Iterator[list[int]]:
    """A span's tokens, cut where a paragraph ends."""
    part: list[int] = []
    for i in members:
        if part and any(example.tokens[part[-1]].end <= s <= example.tokens[i].start for s in stops):
            yield part
            part = []
        part.append(i)
    if part:
        yield part


def polnear(folder: Path) -> Iterator[Example]:
    """NAME.txt with NAME.ann."""
    for article in attribution.articles(folder):
        example = _empty(article.id, "en", "polnear", article.text)
        example.gold = [{r: list(a[r]) for r in ROLES} for a in article.gold]
        _attributions(example, [(g, False) for g in example.gold])
        yield example


def own(folder: Path, seed: int = 0) -> Iterator[Example]:
    """Our own marked reports."""
    for path in sorted(folder.glob("*/*.xml")):
        yield own_report(path, seed)


def own_report(path: Path, seed: int = 0) -> Example:
    """One marked report; its paragraphs are joined by one or two line ends, by the file's name."""
    dice = random.Random(f"{seed} {path.name}")
    marked = read_marked(path, dice.choice(["\n", "\n\n"]))
    example = _empty(marked.article.id, marked.language, "own", marked.article.text)
    example.gold = [{r: list(g[r]) for r in ROLES} for g in marked.article.gold]
    _attributions(example, list(zip(example.gold, marked.inner, strict=True)))
    _mentions(example, marked.mentions)
    return example


def _mentions(example: Example, found: Sequence[MarkedMention]) -> None:
    example.bio[:] = 0
    families = list(KINDS)
    for mention in found:
        members = covered(example, mention.start, mention.end)
        if mention.family == "time":
            while len(members) > 1 and example.tokens[members[0]].low in PREPOSITIONS:
                members = members[1:]
        if not members:
            continue
        column = FAMILIES.index(mention.family)
        example.bio[members, column] = 2
        example.bio[members[0], column] = 1
        kind = mention.kind
        if mention.family == "number":
            kind = KIND_OF_COUNT.get(kind or "", "other")
        if kind in KINDS.get(mention.family, ()):
            example.kinds[members[0], families.index(mention.family)] = KINDS[mention.family].index(kind)


def toponyms(path: Path) -> Iterator[Example]:
    """GeoWebNews and TR-News: places alone. What counts on neither side (demonyms, …) stays unknown."""
    column = FAMILIES.index("place")
    for document in places.read_corpus(path):
        example = _empty(document.id, "en", "places", document.text)
        example.bio[:, column] = 0
        for t in document.neutral:
            example.bio[covered(example, t.start, t.end), column] = UNKNOWN
        for t in document.gold:
            members = covered(example, t.start, t.end)
            if members:
                example.bio[members, column] = 2
                example.bio[members[0], column] = 1
        example.gold = [{"place": [(t.start, t.end)]} for t in document.gold]
        yield example


def timexes(folder: Path) -> Iterator[Example]:
    """TimeML files: time expressions alone."""
    column = FAMILIES.index("time")
    for path in sorted(folder.rglob("*.tml")):
        document = dates.read_timeml(path)
        example = _empty(document.id, "en", folder.name.lower(), document.text)
        example.paragraphs = lines_joined(document.text)
        example.bio[:, column] = 0
        for t in document.gold:
            members = covered(example, t.start, t.end)
            if members:
                example.bio[members, column] = 2
                example.bio[members[0], column] = 1
        yield example


def lines_joined(text: str) -> list[tuple[int, int]]:
    """Paragraphs of a text whose lines are broken by width: empty or indented lines part them."""
    return [m.span() for m in re.finditer(r"\S(?:(?!\n\s*\n|\n {2,}\S).)*", text, re.DOTALL)]


# One text in so many is kept from training: of PolNeAR and our own to choose by, of the others to report on.
KEPT_BACK = {"polnear": 14, "own": 12, "places": 3, "timebank": 3}


def is_kept_back(example: Example) -> bool:
    """Whether an example is kept from training; by its name alone, so that it stays so when others come."""
    share = KEPT_BACK.get(example.corpus)
    return share is not None and random.Random(example.id).random() < 1 / share
