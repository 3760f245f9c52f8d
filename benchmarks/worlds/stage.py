"""The stages: who speaks where in each conflict, with names in five languages, read from stages/*.toml."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from counterclaim.records.place import Place
from counterclaim.resolving.where import Gazetteer

HERE = Path(__file__).parent
LANGUAGES = ("en", "uk", "ru", "fr", "de")
Names = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Spot:
    """A town or village: its names by language, its gazetteer entry, whose land it is, its cluster of neighbours."""

    name: str
    place: Place
    region: str
    side: str
    village: bool
    near: str | None
    forms: Names


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the pack's party ``party`` and its English name there, with what part and for which region; ``id`` is
    the party's unless two speak for it.
    """

    id: str
    party: str
    name: str
    side: str | None
    part: str
    region: str | None
    forms: Names


@dataclass(frozen=True, slots=True)
class Outlet:
    """An invented paper or agency."""

    name: str
    latin: str
    language: str
    side: str | None
    agency: bool


@dataclass(frozen=True, slots=True)
class Stage:
    """One conflict's stage. ``sides`` and ``regions`` hold words by language; ``states`` the sides whose forces are a
    state's, ``pairs`` who attacks whom, in which regions where not in all.
    """

    id: str
    spots: tuple[Spot, ...]
    speakers: tuple[Speaker, ...]
    outlets: tuple[Outlet, ...]
    sides: Mapping[str, Names]
    regions: Mapping[str, Names]
    words: Names
    pairs: tuple[tuple[str, ...], ...]
    plots: frozenset[str]
    states: frozenset[str]

    def spot(self, name: str) -> Spot:
        """The place of that name."""
        return next(s for s in self.spots if s.name == name)

    def speaker(self, name: str) -> Speaker:
        """The speaker of that id."""
        return next(s for s in self.speakers if s.id == name)

    def outlet(self, name: str) -> Outlet:
        """The outlet of that name."""
        return next(o for o in self.outlets if o.name == name)


@cache
def stages() -> tuple[Stage, ...]:
    """Every stage, in order of names. ``ValueError`` where a place is not in the gazetteer or a party in no pack."""
    gazetteer = Gazetteer.open()
    return tuple(_stage(path, gazetteer) for path in sorted((HERE / "stages").glob("*.toml")))


def _stage(path: Path, gazetteer: Gazetteer) -> Stage:
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    parties = _parties(raw["pack"])
    armies = {s["side"] for s in raw["speaker"] if parties[s["party"]]["kind"] == "state forces"}
    return Stage(
        id=raw["pack"],
        spots=tuple(_spot(each, gazetteer) for each in raw["place"]),
        speakers=tuple(
            Speaker(
                s.get("id", s["party"]),
                s["party"],
                parties[s["party"]]["name"],
                s.get("side"),
                s["part"],
                s.get("region"),
                s,
            )
            for s in raw["speaker"]
        ),
        outlets=tuple(
            Outlet(o["name"], o.get("latin", o["name"]), o["language"], o.get("side"), o.get("agency", False))
            for o in raw["outlet"]
        ),
        sides={s["code"]: s for s in raw["side"]},
        regions={r["code"]: r for r in raw["region"]},
        words=raw,
        pairs=tuple(tuple(pair) for pair in raw["pairs"]),
        plots=frozenset(name for name in ("jets", "totals") if raw[name]),
        states=frozenset(armies | {s["side"] for s in raw["speaker"] if s["party"].endswith("-mod")}),
    )


def _parties(pack: str) -> dict[str, dict[str, str]]:
    from importlib.resources import files

    raw = tomllib.loads((files("counterclaim") / "packs" / f"{pack}.toml").read_text(encoding="utf-8"))
    return {p["id"]: p for p in raw["party"]}


def _spot(raw: dict[str, Any], gazetteer: Gazetteer) -> Spot:
    country = raw["region"].partition(".")[0]
    found = [
        c.place
        for c in gazetteer.candidates(raw["gazetteer"], "en")
        if c.place.name == raw["gazetteer"] and c.place.country == country and c.place.precision.value == "settlement"
    ]
    here = [p for p in found if p.admin1_code == raw["region"]] or found
    if not here:
        raise ValueError(f"no place {raw['gazetteer']} in {raw['region']}")
    village = raw.get("village", False)
    return Spot(raw["gazetteer"], here[0], raw["region"], raw["side"], village, raw.get("near"), raw)
