"""Reads conflict packs: TOML in, :class:`Conflict` out."""

import functools
import tomllib
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import Any

from counterclaim.errors import PackError
from counterclaim.records.conflict import Alias, Area, Conflict, Party, PartyKind, PublicEvent, Side, Tenure
from counterclaim.settings import LANGUAGES


def load(ids: Iterable[str | Path] | None = None) -> tuple[Conflict, ...]:
    """The packs with those ids or file paths, in that order; every shipped pack where ``ids`` is None.

    Raises :class:`PackError` for an unknown id or a file that is no pack.
    """
    return tuple(_load(str(i)) for i in (shipped() if ids is None else ids))


@functools.cache
def shipped() -> tuple[str, ...]:
    """The ids of the packs that come with the program, in alphabetical order."""
    return tuple(sorted(f.name[:-5] for f in files("counterclaim.packs").iterdir() if f.name.endswith(".toml")))


@functools.cache
def _load(name: str) -> Conflict:
    try:
        text = pack_text(name)
        return conflict(tomllib.loads(text))
    except OSError as e:
        raise PackError(f"{name}: no such pack ({', '.join(shipped())} are shipped)") from e
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as e:
        raise PackError(f"{name}: no TOML: {e}") from e
    except (KeyError, TypeError, ValueError, AttributeError) as e:
        raise PackError(f"{name}: no conflict pack ({e}); `counterclaim pack check` tells every mistake") from e


def pack_text(name: str) -> str:
    """The text of a shipped pack or of a file. Raises ``OSError`` and ``UnicodeDecodeError``."""
    if name in shipped():
        return files("counterclaim.packs").joinpath(f"{name}.toml").read_text(encoding="utf-8")
    return Path(name).read_text(encoding="utf-8")


def conflict(data: dict[str, Any]) -> Conflict:
    """A parsed pack as a record. Raises ``KeyError``, ``TypeError`` or ``ValueError`` where its form is wrong."""
    return Conflict(
        id=data["id"],
        title=data["title"],
        version=str(data["version"]),
        sides=tuple(Side(s["code"], s["name"], tuple(s.get("home", ()))) for s in data.get("side", ())),
        parties=tuple(_party(p) for p in data.get("party", ())),
        theatre=tuple(data.get("theatre", ())),
        calendar=tuple(PublicEvent(e["id"], str(e["date"]), _aliases(e)) for e in data.get("event", ())),
        areas=tuple(_area(a) for a in data.get("area", ())),
    )


def _party(row: dict[str, Any]) -> Party:
    return Party(
        id=row["id"],
        name=row["name"],
        kind=PartyKind(row["kind"]),
        side=row.get("side"),
        aliases=_aliases(row),
        tenures=tuple(_tenure(t) for t in row.get("holders", ())),
        area=row.get("area"),
        within=row.get("within"),
        role=row.get("role"),
        nation=row.get("nation"),
        named_alone=row.get("named_alone", False),
    )


def _tenure(row: dict[str, Any]) -> Tenure:
    return Tenure(row["name"], _aliases(row), _day(row.get("since")), _day(row.get("until")))


def _day(value: object) -> str | None:
    return None if value is None else str(value)


def _area(row: dict[str, Any]) -> Area:
    return Area(row.get("geonameid"), row["name"], row["country"], row.get("side"), tuple(row.get("names", ())))


def _aliases(row: dict[str, Any]) -> tuple[Alias, ...]:
    """Names by language, under the keys ``en`` … ``de``; those under ``loaded`` (by language) take sides."""
    plain = [Alias(text, lang, False) for lang in LANGUAGES for text in row.get(lang, ())]
    loaded = [Alias(text, lang, True) for lang in LANGUAGES for text in row.get("loaded", {}).get(lang, ())]
    return tuple(plain + loaded)
