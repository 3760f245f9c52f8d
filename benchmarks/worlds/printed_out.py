"""A world as files: a text a report, and the truth of reports and of events as JSON lines."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from expected import Expected, expected
from truth import Happening, Printed, World


def write(world: World, folder: Path) -> None:
    """Writes NAME.txt for each report, reports.jsonl and events.jsonl into ``folder``, made where it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    for printed in world.reports:
        (folder / f"{printed.id}.txt").write_text(printed.text, encoding="utf-8")
    truth = expected(world.reports)
    _write(folder / "reports.jsonl", [_row(printed) for printed in world.reports])
    _write(folder / "events.jsonl", [_event(happening, truth) for happening in world.happenings])


def _write(path: Path, rows: Sequence[Mapping[str, object]]) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def _event(happening: Happening, truth: Expected) -> dict[str, object]:
    """The event as it was, and what is contested and conceded (by which side) of it in what was reported."""
    return {
        **asdict(happening),
        "day": happening.day.isoformat(),
        "contested": sorted(kind.value for event, kind in truth.contested if event == happening.id),
        "conceded": {k.value: by for (event, k), by in truth.conceded.items() if event == happening.id},
    }


def _row(printed: Printed) -> dict[str, object]:
    claims = [
        {
            "start": s.start,
            "end": s.end,
            "event": s.word.event.id,
            "kind": s.kind.value,
            "stance": s.word.stance.value,
            "source": s.word.party,
            "side": s.word.side,
            "count": s.count,
            "passed_on_by": s.agency,
        }
        for s in printed.said
    ]
    return {
        "id": printed.id,
        "conflict": printed.stage,
        "outlet": printed.outlet,
        "language": printed.language,
        "published": printed.published.isoformat(),
        "agency": printed.agency,
        "reprint_of": None if printed.root == printed.id else printed.root,
        "how": printed.how,
        "claims": claims,
    }
