"""Explains every mistake of a conflict pack by line, so that a coder can write one without reading code."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from counterclaim.packs.reading import pack_text
from counterclaim.records.conflict import PartyKind
from counterclaim.settings import LANGUAGES

_DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_NEEDED = {
    "side": ("code", "name"),
    "party": ("id", "name", "kind"),
    "area": ("name", "country"),
    "event": ("id", "date"),
}
_NAMES = {*LANGUAGES, "loaded"}
_ALLOWED = {
    "side": {"code", "name", "home"},
    "party": {"id", "name", "kind", "side", "role", "nation", "area", "within", "named_alone", "holders", *_NAMES},
    "area": {"geonameid", "name", "country", "side", "names"},
    "event": {"id", "date", *_NAMES},
    "holder": {"name", "since", "until", *_NAMES},
}


@dataclass(frozen=True, slots=True, order=True)
class PackMistake:
    """One mistake: ``line`` counts from 1 (0: the file as a whole), ``message`` says what is wrong."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class _Table:
    """A row of the pack with the lines that it stands on, from ``line`` to before ``until``."""

    kind: str
    row: dict[str, Any]
    line: int
    until: int


def check(path: str | Path) -> tuple[PackMistake, ...]:
    """Every mistake of the pack at ``path`` (or of the shipped pack of that id), in order of lines."""
    try:
        text = pack_text(str(path))
        data = tomllib.loads(text)
    except OSError as e:
        return (PackMistake(0, f"cannot be read: {e.strerror or e}"),)
    except UnicodeDecodeError:
        return (PackMistake(0, "is no UTF-8 text"),)
    except tomllib.TOMLDecodeError as e:
        found = re.search(r"at line (\d+)", str(e))
        return (PackMistake(int(found.group(1)) if found else 0, f"is no TOML: {e}"),)
    lines = text.splitlines()
    return tuple(sorted(set(_mistakes(data, lines))))


def _mistakes(data: dict[str, Any], lines: list[str]) -> Iterator[PackMistake]:
    for key in ("id", "title", "version"):
        if not data.get(key):
            yield PackMistake(0, f"the pack needs `{key}`")
    for code in data.get("theatre", ()):
        if not _is_country(code):
            yield PackMistake(_line(lines, code, 0, len(lines)), f"`{code}` in `theatre` is no ISO 3166 country code")
    tables = [t for kind in _NEEDED for t in _tables(kind, data, lines)]
    for table in tables:
        yield from _keys(table, lines)
    sides = {t.row.get("code") for t in tables if t.kind == "side"}
    parties = [t for t in tables if t.kind == "party"]
    for table in tables:
        yield from _codes(table, lines, sides)
    for table in parties:
        yield from _party(table, lines, {t.row.get("id") for t in parties})
    yield from _duplicates(tables, lines)


def _tables(kind: str, data: dict[str, Any], lines: list[str]) -> Iterator[_Table]:
    heads = [i for i, line in enumerate(lines) if re.match(r"\s*\[\[", line)]
    mine = [i for i in heads if re.match(rf"\s*\[\[\s*{kind}\s*\]\]", lines[i])]
    rows = data.get(kind, ())
    for n, row in enumerate(rows if isinstance(rows, list) else ()):
        start = mine[n] if n < len(mine) else 0
        until = next((h for h in heads if h > start), len(lines))
        if isinstance(row, dict):
            yield _Table(kind, row, start, until)


def _line(lines: list[str], needle: object, start: int, until: int) -> int:
    """The number of the first line from ``start`` that holds ``needle`` in quotes or as a key, else of ``start``."""
    marks = (f'"{needle}"', f"'{needle}'", f"{needle} =", f"{needle}=")
    found = (i for i in range(start, min(until, len(lines))) if any(m in lines[i] for m in marks))
    return next(found, start) + 1


def _at(table: _Table, lines: list[str], needle: object, message: str) -> PackMistake:
    return PackMistake(_line(lines, needle, table.line, table.until), message)


def _keys(table: _Table, lines: list[str]) -> Iterator[PackMistake]:
    for key in _NEEDED[table.kind]:
        if not table.row.get(key):
            yield PackMistake(table.line + 1, f"[[{table.kind}]] needs `{key}`")
    for key in set(table.row) - _ALLOWED[table.kind]:
        yield _at(table, lines, key, f"[[{table.kind}]] has no key `{key}`")
    for names in [table.row, *table.row.get("holders", ())]:
        for language in LANGUAGES:
            if not isinstance(names.get(language, []), list):
                yield _at(table, lines, language, f"`{language}` must be a list of names")


def _codes(table: _Table, lines: list[str], sides: set[object]) -> Iterator[PackMistake]:
    side = table.row.get("side")
    if side is not None and side not in sides:
        yield _at(table, lines, side, f"unknown side `{side}`; this pack has {_some(sides)}")
    for home in table.row.get("home", ()):
        if not _is_country(str(home).split(".")[0]):
            yield _at(table, lines, home, f"`{home}` in `home` is no country code and no GeoNames first-level code")
    for key in ("country", "nation"):
        if table.row.get(key) and not _is_country(table.row[key]):
            yield _at(table, lines, table.row[key], f"`{table.row[key]}` in `{key}` is no ISO 3166 country code")
    for key in ("area", "geonameid"):
        if not isinstance(table.row.get(key, 0), int):
            yield _at(table, lines, key, f"`{key}` must be a GeoNames number")
    if table.kind == "event" and not all(_DAY.fullmatch(d) for d in str(table.row.get("date", "")).split("/")):
        yield _at(table, lines, "date", f"`{table.row.get('date')}` is no date (YYYY, YYYY-MM or YYYY-MM-DD)")


def _party(table: _Table, lines: list[str], ids: set[object]) -> Iterator[PackMistake]:
    kind, within = table.row.get("kind"), table.row.get("within")
    if kind not in set(PartyKind):
        yield _at(table, lines, kind, f"unknown kind `{kind}`; there are {_some(set(PartyKind))}")
    if within is not None and within not in ids:
        yield _at(table, lines, within, f"`within` names the unknown party `{within}`")
    last: tuple[str, str] | None = None
    for holder in sorted(table.row.get("holders", ()), key=lambda h: str(h.get("since", ""))):
        name = holder.get("name")
        if not name:
            yield PackMistake(table.line + 1, "a holder needs `name`")
        for key in set(holder) - _ALLOWED["holder"]:
            yield _at(table, lines, key, f"a holder has no key `{key}`")
        since, until = (str(holder.get(k, "")) for k in ("since", "until"))
        for day in filter(None, (since, until)):
            if not _DAY.fullmatch(day):
                yield _at(table, lines, name, f"`{day}` is no date (YYYY, YYYY-MM or YYYY-MM-DD)")
        if since and until and since > until:
            yield _at(table, lines, name, f"{name} leaves the office ({until}) before taking it ({since})")
        if last is not None and last[1] > since:
            yield _at(table, lines, name, f"the tenures of {last[0]} and {name} overlap")
        last = (str(name), until or "9999")


def _duplicates(tables: list[_Table], lines: list[str]) -> Iterator[PackMistake]:
    """Ids used twice, and names that would lead to two sides."""
    ids: dict[tuple[str, str], _Table] = {}
    names: dict[tuple[str, str], _Table] = {}
    for table in tables:
        key = table.row.get("id", table.row.get("code"))
        if key is not None and ids.setdefault((table.kind, str(key)), table) is not table:
            yield _at(table, lines, key, f"`{key}` is used twice")
        for language, name in _names(table):
            first = names.setdefault((language, name.casefold()), table)
            if first is not table and first.row.get("side") != table.row.get("side"):
                other = first.row.get("id", first.row.get("name"))
                yield _at(
                    table, lines, name, f"`{name}` already names `{other}` of another side (line {first.line + 1})"
                )


def _names(table: _Table) -> Iterator[tuple[str, str]]:
    rows = [table.row, table.row.get("loaded", {})]
    for language in LANGUAGES:
        yield from ((language, n) for row in rows for n in row.get(language, ()) if isinstance(n, str))
    yield from (("", n) for n in table.row.get("names", ()) if isinstance(n, str))


def _is_country(code: object) -> bool:
    return isinstance(code, str) and re.fullmatch(r"[A-Z]{2}", code) is not None and code in _countries()


def _countries() -> frozenset[str]:
    from counterclaim.words.toml_data import package_toml

    return frozenset(package_toml("counterclaim.packs", "iso3166", "codes.toml")["codes"])


def _some(options: set[Any]) -> str:
    return ", ".join(sorted(str(o) for o in options if o))
