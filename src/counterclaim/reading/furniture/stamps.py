"""Date stamps and datelines: "Stand: 29.07.2022 13:12 Uhr", "KYIV, March 12 (Reuters) –", "Київ. 12 березня. УНН."."""

import re
from dataclasses import dataclass
from functools import cache

from counterclaim.reading.furniture import credits, rules
from counterclaim.reading.furniture.lines import QUOTES, Line

_REACH = 150
_ISO = r"(?:19|20)\d\d-\d\d(?:-\d\d)?(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+\-]\d\d:?\d\d)?)?"
_CLOCK = r"\d{1,2}[:.hH]\d\d(?::\d\d)?"
_NUMERIC = r"\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d\d)"
_BRACKET = r"\([^()\n]{2,40}\)|\[[^\[\]\n]{2,40}\]"
_NAME_MARK = re.compile(r"\s[|–—•·]\s|,\s")
_UP = credits.UPPER


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    months = "|".join(sorted(map(re.escape, rules.words("stamp", "months")), key=len, reverse=True))
    labels = "|".join(sorted(map(re.escape, rules.words("stamp", "labels")), key=len, reverse=True))
    weak = "|".join(sorted(map(re.escape, rules.words("stamp", "words")), key=len, reverse=True))
    day = r"\d{1,2}(?:st|nd|rd|th|er|-го)?\.?"
    date = (
        rf"(?i:{_ISO}|{_NUMERIC}|{day}\s(?:{months})\b\.?|(?:{months})\b\.?\s{day}(?!\d))"
        r"(?:,?\s(?:19|20)\d\d)?(?:\s?(?:г|р)\.)?"
    )
    agency = rf"(?:{credits.agency_names()})"
    place = rf"(?:St\.\s)?[{_UP}][\w'’\-]*(?:\s(?:(?:de|el|al|la|sur|am|na|на)\s)?[{_UP}][\w'’\-]*){{0,3}}"
    return {
        "stamp": re.compile(
            rf"(?i:(?:(?:{labels})\b\s?[:\-]?\s?){{0,3}})(?:{_ISO})(?:,?\s{_CLOCK})?\s?[:|,\-–—]?(?:\s|$)"
        ),
        "label": re.compile(rf"(?i:\b(?:{labels})\b(?:\s(?:{weak})\b){{0,2}})\s?:?\s{{0,2}}(?:{date}|{_ISO})"),
        "date": re.compile(date),
        "agency": re.compile(rf"[(/\[]\s?{agency}[^()\[\]\n]{{0,30}}?[)/\]]|{agency}"),
        "bracket": re.compile(_BRACKET),
        "place": re.compile(place),
        "mark": re.compile(rf"\s{{0,2}}(?:--|[.,:\-–—]|/(?!\s?{agency}))\s{{0,2}}|\s{{1,2}}"),
    }


def leading_stamp(line: Line, first: bool) -> int | None:
    """Where a date stamp at the beginning of ``line`` ends: an ISO date with a label, or bare on the page's first."""
    found = _patterns()["stamp"].match(line.raw)
    if found is None or not (first or not line.raw[0].isdigit()):
        return None
    return found.end()


@dataclass
class _Seen:
    place: bool = False
    upper: bool = False
    date: bool = False
    agency: bool = False
    bracket: bool = False


def dateline(line: Line) -> int | None:
    """Where a dateline at the beginning of ``line`` ends, None where there is none. A dateline is a place, a date
    and an agency in any order (two of them, or a place in capitals), then a dash or a stop, then a new sentence.
    """
    if not (line.raw[0].isupper() or line.raw[0] in "(/["):
        return None
    seen, at, best = _Seen(), 0, None
    while at < min(len(line.raw), _REACH):
        step = _piece(line.raw, at, seen)
        if step is None:
            break
        at = step
        mark = _patterns()["mark"].match(line.raw, at)
        if mark is None:
            if seen.agency and line.raw[at - 1] in ")/]":
                best = at
            break
        if _closes(seen, mark.group().strip()):
            best = mark.end()
        at = mark.end()
    return best if best is not None and _begins_sentence(line.raw[best:]) else None


def _piece(raw: str, at: int, seen: _Seen) -> int | None:
    """The end of the date, agency, bracket or place at ``at``; notes what was seen."""
    patterns = _patterns()
    for name in ("agency", "date"):
        found = patterns[name].match(raw, at)
        if found and not getattr(seen, name):
            setattr(seen, name, True)
            return found.end()
    found = patterns["bracket"].match(raw, at)
    if found and seen.place and not seen.bracket:
        seen.bracket = True
        return found.end()
    found = patterns["place"].match(raw, at)
    if found is None or (seen.place and (seen.date or seen.agency)):
        return None
    name = found.group()
    seen.upper = seen.upper or (name.isupper() and len(name) >= 4 and len(name.split()) <= 2)
    seen.place = True
    return found.end()


def _closes(seen: _Seen, mark: str) -> bool:
    dash = mark in ("-", "--", "–", "—")
    if seen.agency:
        return (dash or mark in (".", ":")) and (seen.place or seen.date or dash)
    if seen.place and (seen.date or seen.upper or seen.bracket):
        return dash and (seen.date or seen.upper)
    return False


def _begins_sentence(rest: str) -> bool:
    bare = rest.lstrip(QUOTES + " \u00a0\u202f[(")
    return not rest or bare[:1].isupper() or bare[:1].isdigit()


@cache
def _vocabulary() -> frozenset[str]:
    labels = {word for label in rules.words("stamp", "labels") for word in label.split()}
    return rules.words("stamp", "months") | rules.words("stamp", "words") | labels


@cache
def _naming_time() -> frozenset[str]:
    return rules.words("stamp", "months") | frozenset({"ago", "тому", "назад", "vor", "il y a"})


def is_stamp(line: Line) -> bool:
    """Whether ``line`` is nothing but a date or time, or a headline that runs into a labelled one."""
    if not line.short or len(line.words) > 40 or not any(map(str.isdigit, line.raw)):
        return False
    found = _patterns()["label"].search(line.raw)
    if found and not line.sentence and len(line.raw) - found.end() < 25 and "." not in line.raw[: found.start()]:
        return True
    return len(line.words) <= 16 and (_is_bare_stamp(line) or _is_named_stamp(line))


def _is_named_stamp(line: Line) -> bool:
    """A stamp after a short name and a mark: "The Port Post — Tuesday, 12 March 2024, 09:12"."""
    name, mark, rest = _first_part(line.raw)
    return bool(mark) and len(name.split()) <= 4 and _is_bare_stamp(Line(0, 0, rest, ""))


def _first_part(raw: str) -> tuple[str, str, str]:
    found = _NAME_MARK.search(raw)
    return (raw[: found.start()], found.group(), raw[found.end() :]) if found else (raw, "", "")


def _is_bare_stamp(line: Line) -> bool:
    plain = [w for w in line.words if not w[0].isdigit()]
    if len(plain) == len(line.words) or not all(w in _vocabulary() for w in plain):
        return False
    dated = _patterns()["date"].search(line.raw) or re.search(_ISO, line.raw) or re.fullmatch(_CLOCK, line.raw)
    return bool(dated) or any(w in _naming_time() for w in plain)
