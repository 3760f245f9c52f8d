"""Sources of short paragraphs from the text on, through the whole pipeline: floors of how many are named right."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from counterclaim.evaluating.ledger_fields import Aliases, same_source
from counterclaim.pipeline.code import code_report
from counterclaim.pipeline.default import default_rooms
from counterclaim.pipeline.rooms import Rooms
from counterclaim.records.report import Report
from counterclaim.settings import Settings

TRIALS = Path(__file__).parent / "trials"
LANGUAGES = ("en", "uk", "ru", "fr", "de")
WARRING = {"RU", "UA", "ISR", "HAMAS", "HEZBOLLAH", "HOUTHI", "SAF", "RSF", "media"}
DAY = "2024-05-15"


@dataclass(frozen=True, slots=True)
class Trial:
    """A paragraph with, for each claim, where words of it stand, its source and side."""

    text: str
    claims: tuple[tuple[int, int, str, str | None], ...]


def trials(path: Path) -> Iterator[Trial]:
    for line in path.read_text(encoding="utf-8").splitlines():
        marked, gold = line.rsplit(" => ", 1)
        pieces = re.split(r"\[\[(.*?)\]\]", marked)
        starts = [sum(map(len, pieces[:n])) for n in range(1, len(pieces), 2)]
        ends = [s + len(p) for s, p in zip(starts, pieces[1::2], strict=True)]
        said = [g.strip().split(" | ") for g in gold.split(" ;; ")]
        claims = (
            (s, e, name, None if side == "None" else side)
            for s, e, (name, side) in zip(starts, ends, said, strict=True)
        )
        yield Trial("".join(pieces), tuple(claims))


@pytest.fixture(scope="module")
def rooms() -> Rooms:
    return default_rooms(Settings())


@pytest.mark.parametrize(("lot", "named", "sided"), [("seen", 0.93, 0.91), ("apart", 0.83, 0.90)])
def test_sources_of_trials_are_named(rooms: Rooms, lot: str, named: float, sided: float) -> None:
    aliases = Aliases(json.loads((TRIALS / "aliases.json").read_text(encoding="utf-8")))
    found = right = side_right = claims = 0
    for language in LANGUAGES:
        for trial in trials(TRIALS / lot / f"{language}.txt"):
            coded = code_report(Report("r", trial.text, "-", language=language, published=DAY), rooms)
            for start, end, name, side in trial.claims:
                claims += 1
                claim = next((c for c in coded.claims if c.start < end and start < c.end), None)
                if claim is None:
                    continue
                found += 1
                right += same_source({"source": name}, {"source": claim.source.name}, aliases)
                got = claim.source.side
                side_right += got == side or (side is None and got not in WARRING)
    assert found > 0.88 * claims
    assert right >= named * found, f"{right} of {found}"
    assert side_right >= sided * found, f"{side_right} of {found}"
