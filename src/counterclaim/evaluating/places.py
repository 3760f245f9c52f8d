"""Scores the installed system's place names on GeoWebNews, TR-News, LGL or GeoVirus files, read as published.

``strict`` and ``detection`` count equal spans and spans that share a character. ``resolution`` is over the gold names
with coordinates, where not found, not resolved and too far are all wrong: the shares within 10, 25 and 161 km (the
measure of Leidner, 2007, and Gritta et al., 2018), and errors in km over the answered. In GeoWebNews demonyms,
languages and homonyms are neutral: a prediction over one of them is neither right nor wrong.
"""

import json
import statistics
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import asin, cos, inf, radians, sin, sqrt
from pathlib import Path
from typing import Any, Literal

from counterclaim.errors import InputError
from counterclaim.language.sentences import split
from counterclaim.language.tagger import Tagger
from counterclaim.records.place import Place, Precision, Toponym
from counterclaim.records.report import Report
from counterclaim.records.span import Span
from counterclaim.resolving.where import Gazetteer, find_toponyms, resolve_spans

Spans = Literal["gold", "found", "tagged"]
LIMITS_KM = (10, 25, 161)
_GOLD = frozenset(
    ("Literal", "Literal_Modifier", "Mixed", "Coercion", "Embedded_Literal", "Non_Literal_Modifier", "Metonymic",
     "Embedded_Non_Lit")
)  # fmt: skip
_NEUTRAL = frozenset(("Demonym", "Language", "Homonym"))
_DRIFT = 12
_EARTH_KM = 6371.0088
_LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class Name:
    """A place name, gold or found: its span, its point (None where unresolved), its GeoNames id, its class."""

    start: int
    end: int
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None
    group: str | None = None

    def shared(self, other: "Name") -> int:
        """How many characters both cover; at most 0 where none."""
        return min(self.end, other.end) - max(self.start, other.start)


@dataclass(frozen=True, slots=True)
class Document:
    """One article: its text, its gold names, and spans that count on neither side."""

    id: str
    text: str
    gold: tuple[Name, ...]
    neutral: tuple[Name, ...] = ()


def read_corpus(path: Path) -> tuple[Document, ...]:
    """The articles of one XML file. ``InputError`` for XML that is broken or declares entities."""
    raw = path.read_bytes()
    if b"<!ENTITY" in raw:
        raise InputError(str(path), "XML that declares entities is not read")
    try:
        root = ET.fromstring(raw)
    except ET.ParseError as error:
        raise InputError(str(path), f"no XML: {error}") from error
    try:
        return tuple(_document(f"{path.stem}:{number}", article) for number, article in enumerate(root))
    except ValueError as error:
        raise InputError(str(path), f"an offset or coordinate is no number: {error}") from error


def _document(ident: str, article: ET.Element) -> Document:
    text = article.findtext("text") or ""
    gold: list[Name] = []
    neutral: list[Name] = []
    for node in (*article.iter("toponym"), *article.iter("location")):
        kind = node.findtext("type")
        name = _name(text, node) if not kind or kind in _GOLD | _NEUTRAL else None
        if name:
            (neutral if kind in _NEUTRAL else gold).append(name)
    return Document(ident, text, tuple(sorted(gold, key=lambda n: (n.start, n.end))), tuple(neutral))


def _name(text: str, node: ET.Element) -> Name | None:
    phrase = node.findtext("phrase") or node.findtext("extractedName") or node.findtext("name") or ""
    start = _placed(text, int(node.findtext("start") or -1), phrase) if phrase else None
    if start is None:
        return None
    tag = node.find("gaztag")
    point = node if tag is None else tag
    ident = (node.findtext("geonamesID") if tag is None else tag.get("geonameid")) or ""
    lat, lon = (_number(point, *names) for names in (("lat", "latitude"), ("lon", "longitude")))
    if lat is None or lon is None:
        lat = lon = None
    number = int(ident) if ident.strip().isdigit() else None
    group = _group(point.findtext("fclass"), point.findtext("fcode") or "")
    return Name(start, start + len(phrase), lat, lon, number, group)


def _placed(text: str, start: int, phrase: str) -> int | None:
    """Where the phrase stands nearest to a start that may have drifted."""
    steps = sorted(range(-_DRIFT, _DRIFT + 1), key=lambda k: (abs(k), k))
    return next((start + k for k in steps if start >= 0 <= start + k and text.startswith(phrase, start + k)), None)


def _number(node: ET.Element, *names: str) -> float | None:
    return next((float(value) for n in names if (value := (node.findtext(n) or "").strip())), None)


def _group(feature: str | None, code: str) -> str | None:
    if feature == "A":
        return "country" if code.startswith("PCL") else "admin1" if code == "ADM1" else "admin2 and below"
    if feature == "P":
        return "capital or seat" if code.startswith(("PPLC", "PPLA")) else "other town or village"
    return {"L": "region or area", "S": "facility", "R": "facility"}.get(feature, "physical") if feature else None


def predict(document: Document, gazetteer: Gazetteer, spans: Spans, tagger: Tagger | None = None) -> tuple[Name, ...]:
    """What the installed system makes of the gold spans, or what it finds by itself, with ``tagger``'s help if given;
    with spans "tagged", what the tagger alone finds.
    """
    report = Report(document.id, document.text, document.id, language=_LANGUAGE)
    sentences = split(report)
    mentions = tagger.tag(report).mentions if tagger is not None and spans != "gold" else ()
    named = [Span(m.start, m.end) for m in mentions if m.family == "place"]
    if spans == "gold":
        given = [Span(n.start, n.end) for n in document.gold]
        found: Sequence[Toponym] = resolve_spans(report, sentences, given, gazetteer)
    elif spans == "tagged":
        found = resolve_spans(report, sentences, named, gazetteer)
    else:
        found = find_toponyms(report, sentences, gazetteer, (), True, named)
    return tuple(_predicted(toponym, gazetteer) for toponym in found)


def _predicted(toponym: Toponym, gazetteer: Gazetteer) -> Name:
    place: Place | None = toponym.place
    if place is None:
        return Name(toponym.start, toponym.end)
    # The contract gives a region its capital's point; these corpora give it its own middle.
    centre = gazetteer.centre(place) if place.precision is Precision.REGION else None
    lat, lon = centre or (place.lat, place.lon)
    return Name(toponym.start, toponym.end, lat, lon, place.geonameid)


def km(a: Name, b: Name) -> float | None:
    """Great-circle distance; None where a point is unknown."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    p, q = radians(a.lat), radians(b.lat)
    h = sin((q - p) / 2) ** 2 + cos(p) * cos(q) * sin(radians(b.lon - a.lon) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(min(1.0, h)))


def paired(gold: Sequence[Name], found: Sequence[Name]) -> dict[int, int]:
    """One-to-one pairs of names that share a character: equal spans first, then by characters shared."""
    options = sorted(
        ((g.start, g.end) != (p.start, p.end), -g.shared(p), g.start, p.start, i, j)
        for i, g in enumerate(gold)
        for j, p in enumerate(found)
        if g.shared(p) > 0
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for *_, i, j in options:
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


class _Tally:
    """Counts over documents."""

    def __init__(self) -> None:
        self.n: dict[str, int] = defaultdict(int)
        self.errors: list[float | None] = []
        self.by_group: dict[str, list[float | None]] = defaultdict(list)

    def add(self, document: Document, predicted: Sequence[Name]) -> None:
        """One document's names."""
        found = [p for p in predicted if p.end > p.start]
        pairs = paired(document.gold, found)
        taken = set(pairs.values())
        free = (p for j, p in enumerate(found) if j not in taken)
        self.n["documents"] += 1
        self.n["gold"] += len(document.gold)
        self.n["overlap"] += len(pairs)
        self.n["predicted"] += len(taken) + sum(all(x.shared(p) <= 0 for x in document.neutral) for p in free)
        for i, name in enumerate(document.gold):
            self._one(name, found[pairs[i]] if i in pairs else None)

    def _one(self, gold: Name, found: Name | None) -> None:
        self.n["strict"] += found is not None and (found.start, found.end) == (gold.start, gold.end)
        if gold.geonameid is not None:
            self.n["ids"] += 1
            self.n["same_id"] += found is not None and found.geonameid == gold.geonameid
        if gold.lat is not None:
            error = km(gold, found) if found else None
            self.n["located_found"] += found is not None
            self.errors.append(error)
            if gold.group:
                self.by_group[gold.group].append(error)


def _shares(hits: int, predicted: int, gold: int) -> dict[str, float]:
    p, r = (hits / n if n else 0.0 for n in (predicted, gold))
    return {"p": p, "r": r, "f1": 2 * p * r / (p + r) if p + r else 0.0}


def _resolution(errors: Sequence[float | None]) -> dict[str, Any]:
    n = len(errors)
    answered = [e for e in errors if e is not None]
    middle = statistics.median_high([inf if e is None else e for e in errors]) if errors else inf
    return {
        "gold": n,
        "answered": len(answered) / n if n else 0.0,
        **{f"acc{limit}": sum(e <= limit for e in answered) / n if n else 0.0 for limit in LIMITS_KM},
        "median_km": statistics.median(answered) if answered else None,
        "mean_km": statistics.fmean(answered) if answered else None,
        "median_all_km": None if middle == inf else middle,
    }


def score(documents: Iterable[tuple[Document, Sequence[Name]]]) -> dict[str, Any]:
    """Figures over documents with what was predicted for each."""
    tally = _Tally()
    for document, names in documents:
        tally.add(document, names)
    n, located = tally.n, len(tally.errors)
    groups = sorted(tally.by_group.items(), key=lambda x: -len(x[1]))
    return {
        "documents": n["documents"],
        "gold": n["gold"],
        "predicted": n["predicted"],
        "strict": _shares(n["strict"], n["predicted"], n["gold"]),
        "detection": _shares(n["overlap"], n["predicted"], n["gold"]),
        "recall_located": n["located_found"] / located if located else 0.0,
        "resolution": _resolution(tally.errors),
        "geonameid": {"gold": n["ids"], "acc": n["same_id"] / n["ids"] if n["ids"] else None},
        "by_class": {group: _resolution(errors) for group, errors in groups},
    }


def table(figures: dict[str, Any]) -> str:
    """The figures for people."""
    head = f"documents {figures['documents']}   gold {figures['gold']}   predicted {figures['predicted']}"
    rows = [f"{k:24}" + "".join(f"{figures[k][x]:9.3f}" for x in ("p", "r", "f1")) for k in ("strict", "detection")]
    columns = "".join(f"{f'@{limit} km':>9}" for limit in LIMITS_KM)
    names = f"{'resolution':24}{'gold':>6}{'answered':>10}{columns}{'median':>9}{'mean':>9}"
    classes = [_row("all", figures["resolution"]), *(_row(k, r) for k, r in figures["by_class"].items())]
    return "\n".join([head, "", f"{'':24}{'P':>9}{'R':>9}{'F1':>9}", *rows, "", names, *classes])


def _row(name: str, r: dict[str, Any]) -> str:
    shares = "".join(f"{r[f'acc{limit}']:9.3f}" for limit in LIMITS_KM)
    far = "".join("        -" if r[k] is None else f"{r[k]:9.1f}" for k in ("median_km", "mean_km"))
    return f"{name:24}{r['gold']:6}{r['answered']:10.3f}{shares}{far}"


def _line(document: Document, names: Sequence[Name]) -> str:
    keys = ("start", "end", "lat", "lon", "geonameid")
    return json.dumps({"id": document.id, "toponyms": [{k: getattr(n, k) for k in keys} for n in names]})


def _files(path: Path) -> Iterator[Path]:
    yield from sorted(path.rglob("*.xml")) if path.is_dir() else [path]


def evaluate(
    path: Path, spans: Spans = "found", predictions: Path | None = None, tagger: Tagger | None = None
) -> dict[str, Any]:
    """Scores one XML file or all of a folder; writes what was predicted, as JSON lines, to ``predictions``.

    ``InputError`` where there is no XML file, or one that is none.
    """
    documents = [d for file in _files(path) for d in read_corpus(file)]
    if not documents:
        raise InputError(str(path), "no .xml file with articles in it")
    gazetteer = Gazetteer.open()
    names = [predict(d, gazetteer, spans, tagger) for d in documents]
    if predictions is not None:
        lines = (_line(d, n) for d, n in zip(documents, names, strict=True))
        predictions.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return score(zip(documents, names, strict=True))
