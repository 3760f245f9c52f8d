"""Codes the tellings of every happening into one ledger and says of each whether it has the event, the place, the day
and the parties that are expected of all five. The event is that of most tellings' first claims, which tell of the
happening; place and day are those of a telling's first claim in that event; the parties may stand in any claim.
Run as a script it prints the table:

    PYTHONPATH=src python tests/same_event/telling.py
"""

import io
import json
import tempfile
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from math import cos, hypot, radians
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
LANGUAGES = ("en", "uk", "ru", "fr", "de")
ASKED = ("event", "place", "day", "parties")
_NEAR_KM = 25.0
_KM_A_DEGREE = 111.2

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Telling:
    """How one telling was coded: ``agrees`` says for each of ``ASKED`` whether it is as expected, ``found`` what it
    is.
    """

    happening: str
    language: str
    agrees: dict[str, bool]
    found: dict[str, object]


def tellings() -> list[Telling]:
    """All tellings of all happenings, coded through the commands of the program into one ledger."""
    expected = tomllib.loads((FOLDER / "expected.toml").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as place:
        ledger = ("--ledger", str(Path(place) / "told.db"))
        for name, row in expected.items():
            _run("add", str(FOLDER / name), "--published", row["published"], *ledger)
        events, claims, reports = (
            json.loads(_run(command, *ledger, "--format", "json")) for command in ("events", "claims", "reports")
        )
    return list(_judged(expected, events, claims, reports))


def _run(*arguments: str) -> str:
    from counterclaim.cli.main import main

    with redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()) as err:
        status = main(list(arguments))
    assert status == 0, err.getvalue()
    return out.getvalue()


def _judged(
    expected: Mapping[str, Row], events: Sequence[Row], claims: Sequence[Row], reports: Sequence[Row]
) -> Iterable[Telling]:
    told = {r["id"]: Path(r["address"]) for r in reports}
    event_of = {claim["id"]: event["id"] for event in events for claim in event["claims"]}
    for name, row in expected.items():
        own = {
            path.stem: sorted((c for c in claims if c["report"] == id), key=lambda c: c["start"])
            for id, path in told.items()
            if path.parent.name == name
        }
        shared = _most(event_of.get(cs[0]["id"]) for cs in own.values() if cs)
        inside = {language: [c for c in cs if event_of.get(c["id"]) == shared] for language, cs in own.items()}
        leads = {language: next(iter(inside[language] or cs), {}) for language, cs in own.items()}
        place = _most(_id_near(lead, row) for lead in leads.values())
        for language in LANGUAGES:
            lead = leads[language]
            sides = {a["side"] for c in own[language] for a in (c, *c["actors"])} & set(row["sides"])
            found = {
                "event": bool(inside[language]),
                "place": lead.get("place") and (lead["place"]["geonameid"], lead["place"]["name"]),
                "day": lead.get("date"),
                "parties": sorted(sides),
            }
            agrees = {
                "event": bool(inside[language]),
                "place": place is not None and _id_near(lead, row) == place,
                "day": found["day"] == row["day"],
                "parties": sides == set(row["sides"]),
            }
            yield Telling(name, language, agrees, found)


def _most(values: Iterable[Any]) -> Any:
    """What most of ``values`` are, None for nothing."""
    counted = Counter(value for value in values if value is not None)
    return min(counted, key=lambda v: (-counted[v], str(v))) if counted else None


def _id_near(claim: Row, row: Row) -> int | None:
    """The id of the claim's place where that is near the expected point."""
    place = claim.get("place")
    if not place or place["lat"] is None:
        return None
    (lat, lon), (a, b) = row["point"], (place["lat"], place["lon"])
    near = hypot(lat - a, (lon - b) * cos(radians(lat))) * _KM_A_DEGREE <= _NEAR_KM
    return int(place["geonameid"]) if near and place["geonameid"] else None


def table(found: Sequence[Telling]) -> str:
    """A line a happening with the languages that agree, and the sums."""
    lines = [f"{'':10} " + " ".join(f"{asked:18}" for asked in ASKED)]
    for name in dict.fromkeys(t.happening for t in found):
        cells = (" ".join(t.language if t.agrees[a] else "--" for t in found if t.happening == name) for a in ASKED)
        lines.append(f"{name:10} " + " ".join(f"{cell:18}" for cell in cells))
    sums = (f"{sum(t.agrees[a] for t in found)} of {len(found)}" for a in ASKED)
    return "\n".join([*lines, f"{'all':10} " + " ".join(f"{s:18}" for s in sums)])


if __name__ == "__main__":
    coded = tellings()
    for telling in coded:
        if not all(telling.agrees.values()):
            print(telling.happening, telling.language, {a: telling.found[a] for a in ASKED if not telling.agrees[a]})
    print(table(coded))
