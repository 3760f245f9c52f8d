"""Explains every mistake of a conflict pack by line, so that a coder can write one without reading code."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from counterclaim.packs.forms import KINDS, misforms, one_of
from counterclaim.packs.reading import pack_text
from counterclaim.settings import LANGUAGES
from counterclaim.words.lexicon import Lexicon
from counterclaim.words.toml_data import package_toml

_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_TABLES = ("side", "area", "party", "event")


@dataclass(frozen=True, slots=True, order=True)
class PackMistake:
    """One mistake: ``line`` counts from 1 (0: the file as a whole), ``message`` says what is wrong."""

    line: int
    message: str


@dataclass(frozen=True, slots=True)
class _Table:
    """A row of the pack with the lines that it stands on, from ``line`` to before ``until`` (from 0)."""

    kind: str
    row: dict[str, Any]
    line: int
    until: int
    lines: list[str]

    def at(self, needle: object, message: str) -> PackMistake:
        """A mistake at the first line of the row that holds ``needle`` in quotes or as a key, else at its head."""
        marks = (f'"{needle}"', f"'{needle}'", f"{needle} =", f"{needle}=")
        found = (i for i in range(self.line, self.until) if needle and any(m in self.lines[i] for m in marks))
        return PackMistake(next(found, self.line) + 1, message)

    @property
    def called(self) -> str:
        """How messages call it."""
        return str(self.row.get("id", self.row.get("code", self.row.get("name"))))


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
        return (_no_toml(e, text),)
    except RecursionError:
        return (PackMistake(0, "is no TOML: nested too deep"),)
    return tuple(sorted(set(_mistakes(data, text.splitlines()))))


def _no_toml(error: tomllib.TOMLDecodeError, text: str) -> PackMistake:
    found = re.search(r" ?\(at (?:line (\d+), column \d+|end of document)\)", str(error))
    line = int(found.group(1) or len(text.splitlines())) if found else 0
    reason = str(error).replace(found.group(), "") if found else str(error)
    return PackMistake(line, f"is no TOML: {reason}")


def _mistakes(data: dict[str, Any], lines: list[str]) -> Iterator[PackMistake]:
    heads = [i for i, line in enumerate(lines) if re.match(r"\s*\[", line)]
    pack = _Table("pack", data, 0, next(iter(heads), len(lines)), lines)
    for key in ("id", "title", "version"):
        if not data.get(key):
            yield PackMistake(0, f"the pack needs `{key}`")
    for key, message in misforms("pack", data):
        line = next((i for i in heads if re.match(rf"\s*\[+\s*{re.escape(key)}\s*\]", lines[i])), None)
        yield pack.at(key, message) if line is None else PackMistake(line + 1, message)
    for code in _texts(data.get("theatre")):
        if not _is_country(code):
            yield pack.at(code, f"`{code}` in `theatre` is no ISO 3166 country code")
    tables = [t for kind in _TABLES for t in _tables(kind, data, lines)]
    for table in tables:
        yield from _formed(table)
    sides = [t.row.get("code") for t in tables if t.kind == "side"]
    parties = [t for t in tables if t.kind == "party"]
    for table in tables:
        yield from _codes(table, sides)
    for table in parties:
        yield from _party(table, [t.row.get("id") for t in parties])
    yield from _duplicates(tables)


def _tables(kind: str, data: dict[str, Any], lines: list[str]) -> Iterator[_Table]:
    heads = [i for i, line in enumerate(lines) if re.match(r"\s*\[\[", line)]
    mine = [i for i in heads if re.match(rf"\s*\[\[\s*{kind}\s*\]\]", lines[i])]
    for n, row in enumerate(_rows(data.get(kind))):
        start = mine[n] if n < len(mine) else 0
        yield _Table(kind, row, start, next((h for h in heads if h > start), len(lines)), lines)


def _formed(table: _Table) -> Iterator[PackMistake]:
    """Keys and types of a row, of its holders and its loaded names; names that can't be looked up."""
    inner = [("holder", h) for h in _rows(table.row.get("holders"))]
    rows = [(table.kind, table.row), *inner]
    loaded = [("loaded", r["loaded"]) for _, r in rows if isinstance(r.get("loaded"), dict)]
    for kind, row in [*rows, *loaded]:
        for key, message in misforms(kind, row):
            at = table.at(key, message)
            yield at if key or kind != "holder" else table.at("holders", message)
    for _, name in _names(table):
        try:
            Lexicon([(name, 0)] if name.strip() else [])
        except ValueError:
            yield table.at(name, f"`{name}` is no name that can be looked for: it begins with `*`, `_` or `~`")
        if re.search(r"\*[^\s|]", name):
            yield table.at(name, f"`{name}`: a `*` stands for the end of a word only")


def _codes(table: _Table, sides: list[Any]) -> Iterator[PackMistake]:
    row = table.row
    side = row.get("side")
    if isinstance(side, str) and side not in sides:
        yield table.at(side, f"unknown side `{side}`{one_of(side, sides)}")
    for home in _texts(row.get("home")):
        if not _is_country(home.split(".")[0]):
            yield table.at(home, f"`{home}` in `home` is no country code and no GeoNames first-level code")
    for key in ("country", "nation"):
        if isinstance(row.get(key), str) and row[key] and not _is_country(row[key]):
            yield table.at(row[key], f"`{row[key]}` in `{key}` is no ISO 3166 country code")
    if table.kind == "event" and "date" in row:
        days = str(row["date"]).split("/")
        wrong = [d for d in days if not _is_day(d)]
        if wrong or len(days) > 2:
            yield table.at("date", f"`{row['date']}` is no date (YYYY, YYYY-MM or YYYY-MM-DD, two with `/` between)")
        elif days[0] > days[-1]:
            yield table.at("date", f"`{row['date']}` ends before it begins")


def _party(table: _Table, ids: list[Any]) -> Iterator[PackMistake]:
    row = table.row
    kind, within, role = row.get("kind"), row.get("within"), row.get("role")
    if isinstance(kind, str) and kind not in KINDS:
        yield table.at(kind, f"unknown kind `{kind}`{one_of(kind, KINDS)}")
    if isinstance(within, str) and within not in ids:
        yield table.at(within, f"`within` names the unknown party `{within}`{one_of(within, ids)}")
    if isinstance(role, str) and role not in _roles():
        yield table.at(role, f"unknown role `{role}`{one_of(role, _roles())}")
    yield from _holders(table)


def _holders(table: _Table) -> Iterator[PackMistake]:
    last: tuple[str, str] | None = None
    for holder in sorted(_rows(table.row.get("holders")), key=lambda h: str(h.get("since", ""))):
        name = holder.get("name")
        since, until = (str(holder.get(k, "")) for k in ("since", "until"))
        wrong = [d for d in (since, until) if d and not _is_day(d)]
        yield from (table.at(name, f"`{d}` is no date (YYYY, YYYY-MM or YYYY-MM-DD)") for d in wrong)
        if wrong:
            continue
        if since and until and since > until:
            yield table.at(name, f"{name} leaves the office ({until}) before taking it ({since})")
        if last is not None and last[1] > since:
            yield table.at(name, f"the tenures of {last[0]} and {name} overlap")
        last = (str(name), until or "9999")


def _duplicates(tables: list[_Table]) -> Iterator[PackMistake]:
    """Ids used twice, and names that would lead to two sides or are listed twice."""
    ids: dict[tuple[str, str], _Table] = {}
    names: dict[tuple[str, str], _Table] = {}
    for table in tables:
        key = table.row.get("id", table.row.get("code"))
        first = ids.setdefault((table.kind, str(key)), table) if key is not None else table
        if first is not table:
            yield table.at(key, f"`{key}` is used twice (line {first.line + 1})")
        for language, name in _names(table):
            first = names.setdefault((language, name.casefold()), table)
            if first is not table:
                of = "" if first.row.get("side") == table.row.get("side") else " of another side"
                yield table.at(name, f"`{name}` already names `{first.called}`{of} (line {first.line + 1})")


def _names(table: _Table) -> Iterator[tuple[str, str]]:
    loaded = table.row.get("loaded")
    for row in (table.row, loaded if isinstance(loaded, dict) else {}):
        yield from ((language, n) for language in LANGUAGES for n in _texts(row.get(language)))
    yield from (("", n) for n in _texts(table.row.get("names")))


def _rows(value: object) -> list[dict[str, Any]]:
    return [v for v in value if isinstance(v, dict)] if isinstance(value, list) else []


def _texts(value: object) -> list[str]:
    return [v for v in value if isinstance(v, str)] if isinstance(value, list) else []


def _is_day(text: str) -> bool:
    """Whether it is a year, a month or a day that the calendar has."""
    found = _DAY.fullmatch(text)
    try:
        return found is not None and bool(date(int(found[1]), int(found[2] or 1), int(found[3] or 1)))
    except ValueError:
        return False


def _is_country(code: str) -> bool:
    return code in package_toml("counterclaim.packs", "iso3166", "codes.toml")["codes"]


def _roles() -> list[str]:
    """The keys of the common nouns, which an office or body may be called by."""
    return list(package_toml("counterclaim.resolving.who", "nouns.toml"))
