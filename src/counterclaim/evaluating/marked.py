"""Reports marked by hand in the shape of the training corpus: LANG/NAME.xml with sources, cues, contents, mentions.

Mentions are scored by family: precision, recall and F1 over spans that share a character, one to one, equal spans
first; ``strict`` counts equal spans alone, a preposition before a time left aside.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from counterclaim.errors import InputError
from counterclaim.evaluating import attribution
from counterclaim.evaluating.attribution import ROLES, Article, Attributed
from counterclaim.language.tagger import Tagger
from counterclaim.records.report import Report

FAMILIES = ("place", "person", "group", "weapon", "number", "time", "event")
_KIND = {"place": "k", "group": "k", "number": "w", "event": "t"}

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class MarkedMention:
    """A mention with the value of its mark (the kind of place or group, what is counted, the type of event)."""

    start: int
    end: int
    family: str
    kind: str | None


@dataclass(frozen=True, slots=True)
class MarkedReport:
    """One report. ``inner`` says of each attribution of ``article.gold`` whether it stands within the content of
    another that has other words.
    """

    language: str
    published: str | None
    article: Article
    inner: tuple[bool, ...]
    mentions: tuple[MarkedMention, ...]


def read_marked(path: Path, glue: str = "\n\n") -> MarkedReport:
    """Reads one file; its paragraphs are joined by ``glue``. ``InputError`` where it is no such file."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        tree = etree.parse(str(path), parser)
    except (etree.XMLSyntaxError, OSError) as error:
        raise InputError(str(path), f"no marked report ({error})") from error
    if tree.docinfo.doctype:
        raise InputError(str(path), "no marked report (it declares a document type)")
    root = tree.getroot()
    reader = _Reader()
    for number, paragraph in enumerate(root):
        if number:
            reader.text += glue
        reader.walk(paragraph, ())
    gold = tuple({r: tuple(spans[r]) for r in ROLES} for spans in reader.found.values())
    names = list(reader.found)
    inner = tuple(
        any(reader.found[outer]["content"] != reader.found[name]["content"] for outer in reader.around.get(name, ()))
        for name in names
    )
    article = Article(f"{path.parent.name}/{path.stem}", reader.text, gold)
    language = root.get("lang") or path.parent.name
    return MarkedReport(language, root.get("published"), article, inner, tuple(reader.mentions))


class _Reader:
    """Collects text, attributions by number and mentions while it walks the elements."""

    def __init__(self) -> None:
        self.text = ""
        self.found: dict[str, dict[str, list[Span]]] = {}
        self.around: dict[str, set[str]] = {}
        self.mentions: list[MarkedMention] = []

    def walk(self, node: Any, around: tuple[str, ...]) -> None:
        start = len(self.text)
        numbers = tuple(node.get("a", "").split())
        within = (*around, *numbers) if node.tag == "content" else around
        at = len(self.mentions)
        self.text += node.text or ""
        for child in node:
            self.walk(child, within)
            self.text += child.tail or ""
        if node.tag in ROLES:
            for number in numbers:
                spans = self.found.setdefault(number, {r: [] for r in ROLES})
                spans[node.tag].append((start, len(self.text)))
                if node.tag == "content":
                    self.around.setdefault(number, set()).update(around)
        elif node.tag in FAMILIES:
            kind = node.get(_KIND[node.tag]) if node.tag in _KIND else None
            self.mentions.insert(at, MarkedMention(start, len(self.text), node.tag, kind))


def read_folder(folder: Path) -> Iterator[MarkedReport]:
    """All marked reports under ``folder``, in order of language and name. ``InputError`` where there are none."""
    paths = sorted(folder.rglob("*.xml"))
    if not paths:
        raise InputError(str(folder), "no marked .xml file in it")
    for path in paths:
        yield read_marked(path)


def evaluate(folder: Path, tagger: Tagger) -> dict[str, Any]:
    """Figures by language: those of attributions, and for each family of mentions."""
    by_language: dict[str, list[tuple[Article, tuple[Attributed, ...]]]] = {}
    counts: dict[str, Counter[str]] = {}
    for marked in read_folder(folder):
        article = marked.article
        report = Report(article.id, article.text, article.id, language=marked.language, published=marked.published)
        tagging = tagger.tag(report)
        found = tuple({role: tuple((s.start, s.end) for s in getattr(a, role)) for role in ROLES} for a in tagging.told)
        by_language.setdefault(marked.language, []).append((article, found))
        tally = counts.setdefault(marked.language, Counter())
        for family in FAMILIES:
            said = [m for m in tagging.mentions if m.family == family]
            tally += _counted(family, [m for m in marked.mentions if m.family == family], said)
    return {
        language: {
            "reports": len(pairs),
            "attributions": dict(attribution.score(pairs).figures),
            "mentions": {f: _shares(counts[language], f) for f in FAMILIES},
        }
        for language, pairs in by_language.items()
    }


def _counted(family: str, gold: Sequence[Any], said: Sequence[Any]) -> Counter[str]:
    options = sorted(
        ((g.start, g.end) != (p.start, p.end), g.start, p.start, i, j)
        for i, g in enumerate(gold)
        for j, p in enumerate(said)
        if min(g.end, p.end) > max(g.start, p.start)
    )
    taken: set[tuple[str, int]] = set()
    tally = Counter({f"{family}/gold": len(gold), f"{family}/predicted": len(said)})
    for different, _, _, i, j in options:
        if not taken & {("gold", i), ("said", j)}:
            taken |= {("gold", i), ("said", j)}
            tally[f"{family}/right"] += 1
            tally[f"{family}/same"] += not different or (family == "time" and gold[i].end == said[j].end)
    return tally


def _shares(counts: Counter[str], family: str) -> dict[str, float]:
    right, same, predicted, gold = (counts[f"{family}/{k}"] for k in ("right", "same", "predicted", "gold"))
    both = gold + predicted
    return {
        "f1": 2 * right / both if both else 0.0,
        "strict": 2 * same / both if both else 0.0,
        "right": right,
        "predicted": predicted,
        "gold": gold,
    }


def table(figures: dict[str, Any]) -> str:
    """The figures for people, in per cent."""
    lines = [
        f"{'':4} {'content':>8} {'full':>8} {'strict':>8} {'attrib.':>8}  " + " ".join(f"{f:>7}" for f in FAMILIES)
    ]
    for language, found in figures.items():
        a = found["attributions"]
        shares = " ".join(f"{100 * a[m]['f1']:8.1f}" for m in ("match.content", "match.full", "strict.content"))
        named = " ".join(f"{100 * found['mentions'][f]['f1']:7.1f}" for f in FAMILIES)
        lines.append(f"{language:4} {shares} {a['match.content']['gold']:8.0f}  {named}")
    return "\n".join(lines)
