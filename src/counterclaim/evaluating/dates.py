"""Scores the installed system's time expressions on a folder of TimeML files (TIMEX3).

Gold are the expressions of type DATE, TIME and DURATION inside ``<TEXT>``. Pairs are one to one: equal spans first,
then by shared characters. ``strict`` counts equal spans, ``relaxed`` overlapping ones, ``value`` those of them with
the same TIMEX3 value (as TempEval-3 does), ``interval`` the share of gold calendar expressions whose pair names
the same days. Expressions of type SET count on neither side.
"""

import calendar
import datetime as dt
import html
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from counterclaim.errors import InputError
from counterclaim.language.tagger import Tagger
from counterclaim.records.report import Report
from counterclaim.resolving.when import find_times

SCORED = ("DATE", "TIME", "DURATION")
_TAG = re.compile(r"<(/?)(\w+)([^<>]*?)(/?)>")
_ATTRIBUTE = re.compile(r'([\w:]+)\s*=\s*"([^"]*)"')
_CALENDAR = re.compile(r"(\d{4})(?:-(?:W(\d\d)|(\d\d)(?:-(\d\d))?))?")
_UKRAINIAN = re.compile("[іїєґ]")
_RUSSIAN = re.compile("[ыэъё]")


@dataclass(frozen=True, slots=True)
class Timex:
    """One TIMEX3: a span of the document's text, with its value and type."""

    start: int
    end: int
    value: str
    type: str


@dataclass(frozen=True, slots=True)
class Document:
    """A TimeML file: its text without tags, its creation day, its gold."""

    id: str
    text: str
    created: str | None
    gold: tuple[Timex, ...]


def read_timeml(path: Path) -> Document:
    """Reads one ``.tml`` file. ``InputError`` for a file without ``<TEXT>``."""
    raw = path.read_bytes().decode("utf-8", "replace")
    body = re.search(r"<TEXT>(.*)</TEXT>", raw, re.DOTALL)
    if body is None:
        raise InputError(str(path), "no <TEXT> in it")
    text, gold = _untagged(body.group(1))
    return Document(path.stem, text, _created(raw), tuple(sorted(gold, key=lambda t: (t.start, t.end))))


def _created(raw: str) -> str | None:
    for tag in _TAG.finditer(raw):
        attributes = dict(_ATTRIBUTE.findall(tag[3]))
        if tag[2] == "TIMEX3" and attributes.get("functionInDocument") == "CREATION_TIME":
            return attributes.get("value", "")[:10] or None
    return None


def _untagged(body: str) -> tuple[str, list[Timex]]:
    pieces: list[str] = []
    gold: list[Timex] = []
    opened: list[tuple[int, dict[str, str]]] = []
    length = last = 0
    for tag in _TAG.finditer(body):
        pieces.append(html.unescape(body[last : tag.start()]))
        length += len(pieces[-1])
        last = tag.end()
        if tag[2] != "TIMEX3" or tag[4]:
            continue
        if not tag[1]:
            opened.append((length, dict(_ATTRIBUTE.findall(tag[3]))))
        elif opened:
            start, attributes = opened.pop()
            if attributes.get("functionInDocument") != "CREATION_TIME":
                value = html.unescape(attributes.get("value", ""))
                gold.append(Timex(start, length, value, attributes.get("type", "")))
    pieces.append(html.unescape(body[last:]))
    return "".join(pieces), gold


def language_of(text: str) -> str:
    """English, Ukrainian or Russian by the letters; the TimeML corpora in use are in these."""
    cyrillic = sum("а" <= c <= "я" for c in text[:5000].lower())
    if cyrillic * 4 < min(len(text), 5000):
        return "en"
    return "ru" if len(_RUSSIAN.findall(text)) > len(_UKRAINIAN.findall(text)) else "uk"


def predict(document: Document, language: str | None = None, tagger: Tagger | None = None) -> tuple[Timex, ...]:
    """What the installed system finds in the document; what ``tagger`` finds, without values, if it is given."""
    report = Report(
        document.id,
        document.text,
        document.id,
        language=language or language_of(document.text),
        published=document.created,
    )
    if tagger is not None:
        found = (m for m in tagger.tag(report).mentions if m.family == "time")
        return tuple(Timex(m.start, m.end, "", "DATE") for m in found)
    return tuple(Timex(t.start, t.end, t.timex or "", t.kind.value) for t in find_times(report, ()))


def days_of(value: str) -> tuple[dt.date, dt.date] | None:
    """First and last day of a TIMEX3 day, week, month or year, or of "START/END"; None for any other value."""
    if value.count("/") == 1:
        first, last = (days_of(part) for part in value.split("/"))
        return (first[0], last[1]) if first and last else None
    found = _CALENDAR.fullmatch(value.strip().split("T")[0])
    if found is None:
        return None
    try:
        return _calendar_days(*(int(g) if g else None for g in found.groups()))
    except ValueError:
        return None


def _calendar_days(year: int | None, week: int | None, month: int | None, day: int | None) -> tuple[dt.date, dt.date]:
    assert year is not None
    if week is not None:
        monday = dt.date.fromisocalendar(year, week, 1)
        return monday, monday + dt.timedelta(6)
    if month is None:
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    if day is None:
        return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])
    return dt.date(year, month, day), dt.date(year, month, day)


def _shared(a: Timex, b: Timex) -> int:
    return min(a.end, b.end) - max(a.start, b.start)


def paired(gold: Sequence[Timex], found: Sequence[Timex]) -> list[tuple[int, int]]:
    """One-to-one pairs (indices) of spans that share a character."""
    options = sorted(
        ((g.start, g.end) != (p.start, p.end), -_shared(g, p), g.start, p.start, i, j)
        for i, g in enumerate(gold)
        for j, p in enumerate(found)
        if _shared(g, p) > 0
    )
    used: tuple[set[int], set[int]] = (set(), set())
    out = []
    for *_, i, j in options:
        if i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            out.append((i, j))
    return out


_COUNTS = ("gold", "predicted", "strict", "relaxed", "value", "calendar", "interval")


def count(document: Document, predictions: Sequence[Timex]) -> dict[str, int]:
    """The counts of one document."""
    gold = [t for t in document.gold if t.type in SCORED]
    sets = [t for t in document.gold if t.type == "SET"]
    found = [p for p in predictions if p.type != "SET" and p.end > p.start]
    pairs = paired(gold, found)
    taken = {j for _, j in pairs}
    n = dict.fromkeys(_COUNTS, 0)
    n["gold"], n["relaxed"] = len(gold), len(pairs)
    n["predicted"] = sum(j in taken or all(_shared(s, p) <= 0 for s in sets) for j, p in enumerate(found))
    n["calendar"] = sum(days_of(g.value) is not None for g in gold)
    for i, j in pairs:
        g, p = gold[i], found[j]
        n["strict"] += (g.start, g.end) == (p.start, p.end)
        n["value"] += g.value == p.value
        n["interval"] += days_of(g.value) is not None and days_of(g.value) == days_of(p.value)
    return n


def _shares(hits: int, predicted: int, gold: int) -> dict[str, float]:
    p, r = (hits / n if n else 0.0 for n in (predicted, gold))
    return {"p": p, "r": r, "f1": 2 * p * r / (p + r) if p + r else 0.0}


def score(counts: Iterable[dict[str, int]]) -> dict[str, Any]:
    """Figures over documents, with their counts."""
    rows = list(counts)
    n = {k: sum(row[k] for row in rows) for k in _COUNTS}
    figures = {k: _shares(n[k], n["predicted"], n["gold"]) for k in ("strict", "relaxed", "value")}
    recall = n["interval"] / n["calendar"] if n["calendar"] else 0.0
    return {
        "documents": len(rows),
        "gold": n["gold"],
        "predicted": n["predicted"],
        **figures,
        "interval": {"gold": n["calendar"], "recall": recall},
    }


def table(figures: dict[str, Any]) -> str:
    """The figures for people."""
    head = f"documents {figures['documents']}   gold {figures['gold']}   predicted {figures['predicted']}"
    rows = [
        f"{k:10}" + "".join(f"{figures[k][x]:8.3f}" for x in ("p", "r", "f1")) for k in ("strict", "relaxed", "value")
    ]
    interval = figures["interval"]
    last = f"interval  {'':8}{interval['recall']:8.3f}   of {interval['gold']} calendar expressions"
    return "\n".join([head, "", f"{'':10}{'P':>8}{'R':>8}{'F1':>8}", *rows, last])


def _line(document: Document, found: Sequence[Timex]) -> str:
    timexes = [{"start": t.start, "end": t.end, "value": t.value, "type": t.type} for t in found]
    return json.dumps({"id": document.id, "timexes": timexes}, ensure_ascii=False)


def evaluate(
    folder: Path, predictions: Path | None = None, language: str | None = None, tagger: Tagger | None = None
) -> dict[str, Any]:
    """Scores all ``.tml`` files under ``folder``; writes what was found, as JSON lines, to ``predictions``.

    ``InputError`` where the folder holds none.
    """
    paths = sorted(folder.rglob("*.tml"))
    if not paths:
        raise InputError(str(folder), "no .tml file in it")
    documents = [read_timeml(p) for p in paths]
    found = [predict(d, language, tagger) for d in documents]
    if predictions is not None:
        lines = (_line(d, f) for d, f in zip(documents, found, strict=True))
        predictions.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return score(count(d, f) for d, f in zip(documents, found, strict=True))
