"""The day on which an item says it was published, from its own words, its address, or what a person gave.

Only statements count: a date in running text or under a picture is the day of something else. The machine's clock
is never asked.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from counterclaim.words.toml_data import package_toml

_HEAD = 600
_FOOT = 400
_LINE = 1200
_RANKS = {"published": 0, "itself": 1, "updated": 2, "heading": 3}
_HEADING = 200
_LONGEST_HEADING = 120
_FOOT_RANK = 10
_SEPARATOR = re.compile(r"\s*[|•·●»/–—]\s*|\s+-\s+|\t|\s{3,}")
_YEARS = range(1900, 2100)
_IN_ADDRESS = re.compile(r"(?<!\d)(\d{4})([-_/.]?)(\d{2})\2(\d{2})(?!\d)")
_ISO_START = re.compile(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)")


@dataclass(frozen=True, slots=True)
class Statement:
    """``text[start:end]`` states the day ``day`` (ISO; None for a month or year alone), label and time included."""

    start: int
    end: int
    day: str | None
    rank: int


def iso_day(year: int, month: int, day: int) -> str | None:
    """The ISO day, None where there is no such day or the year is not of our times."""
    try:
        return date(year, month, day).isoformat() if year in _YEARS else None
    except ValueError:
        return None


def in_text(text: str, language: str | None) -> str | None:
    """The full day that the text states at its head or, failing that, at its foot."""
    known = [s for s in (*_head(text, language), *_foot(text, language)) if s.day]
    return min(known, key=lambda s: (s.rank, s.start)).day if known else None


def in_address(address: str) -> str | None:
    """The day that stands in an address's path or in a file's name ("2024/03/12", "2024-03-12", "20240312")."""
    name = address.split("?", 1)[0].split("#", 1)[0]
    if "://" not in name:
        name = re.split(r"[/\\]", name)[-1]
    found = (iso_day(int(m[1]), int(m[3]), int(m[4])) for m in _IN_ADDRESS.finditer(name))
    return next((day for day in found if day), None)


def in_stamp(stamp: str, language: str | None = None) -> str | None:
    """The day of a machine-readable stamp as its writer wrote it ("2024-03-12T23:30:00Z"), or of a written date."""
    iso = _ISO_START.match(stamp[:200])
    if iso:
        return iso_day(int(iso[1]), int(iso[2]), int(iso[3]))
    found = (_day_of(m, language) for m in _patterns().date.finditer(stamp[:200]))
    return next((day for day in found if day), None)


def without_statements(line: str, language: str | None) -> str:
    """``line`` without the publication dates at its start and end."""
    for statement in sorted(_statements(line[:_LINE], 0, language), key=lambda s: -s.start):
        before, after = line[: statement.start].rstrip(" |•·–—-,"), line[statement.end :].lstrip(" |•·–—-,")
        if not before.strip() or not after.strip():
            line = before + after
    return line.strip()


def without_byline_word(line: str) -> str:
    """``line`` without the word that opens a byline ("By", "Von", "Автор:")."""
    return _patterns().byline.sub("", line, count=1).strip(" :,")


@dataclass(frozen=True, slots=True)
class _Patterns:
    date: re.Pattern[str]
    time: re.Pattern[str]
    label: re.Pattern[str]
    alone: re.Pattern[str]
    byline: re.Pattern[str]
    partial: re.Pattern[str]
    dateline: re.Pattern[str]
    heading_lead: re.Pattern[str]
    heading_end: re.Pattern[str]
    months: dict[str, int]
    updated: frozenset[str]


def _options(words: list[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


@cache
def _patterns() -> _Patterns:
    data: dict[str, Any] = package_toml("counterclaim.reading", "dates.toml")
    months = {name: int(number) for number, names in data["months"].items() for name in names}
    month, words, labels = _options(list(months)), data["words"], data["labels"]
    weekday, flags = _options(words["weekdays"]), re.IGNORECASE
    return _Patterns(
        date=re.compile(
            r"(?<![\w.])(?:"
            r"(?P<y>\d{4})(?P<s>[-./])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?:T(?=\d))?"
            r"|(?P<d2>\d{1,2})(?P<s2>[./-])\s?(?P<m2>\d{1,2})(?P=s2)\s?(?P<y2>\d{4})"
            rf"|(?P<d3>\d{{1,2}})(?:st|nd|rd|th|er|\.)?\s+(?:de\s+|of\s+)?(?P<m3>{month})\.?,?\s+(?P<y3>\d{{4}})"
            rf"|(?P<m4>{month})\.?\s+(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y4>\d{{4}})"
            r")(?!\d)",
            flags,
        ),
        time=re.compile(
            rf"(?:\s*(?:г\.|р\.|года|року))?[\s,|•·–—-]{{0,4}}(?P<at>(?:{_options(words['at'])})\s+)?"
            rf"\d{{1,2}}[:.hH]\d{{2}}(?::\d{{2}}(?:\.\d+)?)?(?:[+-]\d{{2}}:?\d{{2}})?(?!\d)"
            rf"(?:\s*\(?(?:{_options(words['tail'])})(?![^\W_])\)?)*",
            flags,
        ),
        label=re.compile(
            rf"(?<![\w-])(?P<label>{_options(labels['published'] + labels['updated'])})"
            rf"\s*(?P<colon>:)?\s*(?:(?:{weekday})\.?,?\s+)?(?:(?:on|am|den|le)\s+)?$",
            flags,
        ),
        alone=re.compile(
            rf"(?:(?:{weekday})\.?,?\s*|(?:{_options(words['before'])})\s+|(?:{_options(words['tail'])})\s*|[\s.,;:|()\[\]-])*",
            flags,
        ),
        byline=re.compile(rf"^(?:{_options(words['byline'])})\b", flags),
        partial=re.compile(r"(?:date|datum|дата)\s*:?\s+\d{4}(?:-\d{2})?(?![\d-])", flags),
        dateline=re.compile(
            rf"[^\W\d_a-zà-ÿа-яіїєґёß][^\d,.;:!?]{{1,40}}(?:,\s[^\d,.;:!?]{{2,30}})?,\s+(?:(?:{weekday})\.?,?\s+)?",
            flags=0,
        ),
        heading_lead=re.compile(
            rf"(?:[(\[]|\b(?:{_options(words['heading'])})\s+(?:\d{{1,2}}[:.]\d{{2}}(?:\s(?:uhr|h))?,?\s+(?:(?:{weekday}),?\s+)?)?)$",
            flags,
        ),
        heading_end=re.compile(r"\s*(?:г\.|р\.|года|року|year)?\s*[)\]]?\s*:?\s*"),
        months=months,
        updated=frozenset(labels["updated"]),
    )


def _head(text: str, language: str | None) -> Iterator[Statement]:
    newline = text.find("\n", _HEAD, _LINE)
    yield from _statements(text[: newline if newline > 0 else min(len(text), _LINE)], 0, language)


def _foot(text: str, language: str | None) -> Iterator[Statement]:
    start = max(0, len(text) - _FOOT)
    start = text.find("\n", start) + 1 if start and text.find("\n", start) >= 0 else start
    for s in _statements(text[start:], start, language):
        yield Statement(s.start, s.end, s.day, s.rank + _FOOT_RANK)


def _statements(zone: str, offset: int, language: str | None) -> Iterator[Statement]:
    """Every statement in the lines of ``zone``, which begins at ``offset`` of the text."""
    for line in re.finditer(r"[^\r\n]+", zone):
        yield from _in_line(line.group(), offset + line.start(), language)


def _in_line(line: str, offset: int, language: str | None) -> Iterator[Statement]:
    patterns = _patterns()
    lead = len(line) - len(line.lstrip())
    partial = patterns.partial.match(line, lead)
    if partial:
        yield Statement(offset + lead, offset + partial.end(), None, 0)
    for match in patterns.date.finditer(line):
        day = _day_of(match, language)
        statement = _judged(line, match, day) if day else None
        if day and statement is None and offset < _HEADING and _in_heading(line, match):
            statement = Statement(match.start(), match.end(), day, _RANKS["heading"])
        if statement:
            yield Statement(offset + statement.start, offset + statement.end, day, statement.rank)


def _judged(line: str, match: re.Match[str], day: str | None) -> Statement | None:
    """The statement of publication that a date in a line makes, None for a date of something else."""
    patterns = _patterns()
    time = patterns.time.match(line, match.end())
    end = time.end() if time else match.end()
    before, after = line[: match.start()], line[end:]
    label = patterns.label.search(before[-60:])
    if label and _label_stands(before, after, label, time is not None):
        rank = _RANKS["updated" if label["label"].casefold() in patterns.updated else "published"]
        return Statement(match.start() - (len(label.group())), end, day, rank)
    if _stands_alone(before, after) or _timed(before, after, time) or _in_dateline(before, after):
        return Statement(match.start(), end, day, _RANKS["itself"])
    return None


def _label_stands(before: str, after: str, label: re.Match[str], timed: bool) -> bool:
    """Whether the label is a page's, not a word of a sentence ("a study published on 12 March 2024 says")."""
    at_start = not before[: len(before) - len(label.group())].strip()
    if at_start or label["label"].casefold() in ("date", "dated", "vom", "datum", "дата", "issued", "released"):
        return at_start
    return label["colon"] is not None or timed or not after.strip()


def _stands_alone(before: str, after: str) -> bool:
    """Whether the date is all that its line, or its part of a line between separators, holds."""
    patterns = _patterns()
    left, right = _SEPARATOR.split(before)[-1], _SEPARATOR.split(after, maxsplit=1)[0]
    if not patterns.alone.fullmatch(right) or len(before) + len(after) > 200:
        return False
    return bool(patterns.alone.fullmatch(left)) or (len(left) <= 60 and bool(patterns.byline.match(left.lstrip())))


def _timed(before: str, after: str, time: re.Match[str] | None) -> bool:
    """Whether a date with its clock time opens or closes a line as a page's stamp, not as part of a sentence."""
    if time is None:
        return False
    if _patterns().alone.fullmatch(before):
        return time["at"] is None or not after.strip()
    short = len(before) <= 100 and not re.search(r"[.!?…]\s", before)
    return short and not after.strip(" |•·–—-,") and time["at"] is None


def _in_dateline(before: str, after: str) -> bool:
    """Whether the date stands in a dateline: "KYIV, March 12, 2024 (Agency) —"."""
    return bool(_patterns().dateline.fullmatch(before.lstrip())) and bool(re.match(r"\.?\s*[(/–—-]", after))


def _in_heading(line: str, match: re.Match[str]) -> bool:
    """Whether a line at the top is a bulletin's heading that ends with its day ("Report (12 May 2031)")."""
    short = len(line.strip()) <= _LONGEST_HEADING and not re.search(r"[.!?…]\s+\S", line[: match.start()])
    led = _patterns().heading_lead.search(line[: match.start()])
    return short and bool(led) and bool(_patterns().heading_end.fullmatch(line[match.end() :]))


def _day_of(match: re.Match[str], language: str | None) -> str | None:
    if match["y"]:
        return iso_day(int(match["y"]), int(match["m"]), int(match["d"]))
    if match["y2"]:
        return _numeric(match, language)
    number = "3" if match["y3"] else "4"
    month = _patterns().months[match["m" + number].casefold()]
    return iso_day(int(match["y" + number]), month, int(match["d" + number]))


def _numeric(match: re.Match[str], language: str | None) -> str | None:
    """Day first, save that English with slashes or hyphens may put the month first: then only what is unambiguous."""
    first, second, year = int(match["d2"]), int(match["m2"]), int(match["y2"])
    if match["s2"] == "." or language not in ("en", None):
        return iso_day(year, second, first)
    if first == second or first > 12:
        return iso_day(year, second, first)
    return iso_day(year, first, second) if second > 12 else None
