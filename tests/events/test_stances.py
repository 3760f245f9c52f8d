"""Who says what of whom: denials of losses, blame, entries and withdrawals, through the whole pipeline."""

import tomllib
from pathlib import Path

import pytest

from counterclaim.pipeline.code import code_report
from counterclaim.pipeline.default import default_rooms
from counterclaim.pipeline.rooms import Rooms
from counterclaim.records.actor import Role
from counterclaim.records.report import Report
from counterclaim.settings import Settings

TRIALS = [
    (language, text, said)
    for language, rows in tomllib.loads(Path(__file__).with_name("stances.toml").read_text("utf-8")).items()
    for text, said in rows["trials"]
]


@pytest.fixture(scope="module")
def rooms() -> Rooms:
    return default_rooms(Settings())


@pytest.mark.parametrize(("language", "text", "said"), TRIALS)
def test_who_says_what(rooms: Rooms, language: str, text: str, said: str) -> None:
    report = Report(id="r", text=text, address="-", language=language, published="2026-03-10")
    told = []
    for claim in code_report(report, rooms).claims:
        side = "-" if claim.source.side in (None, "media") else claim.source.side
        told.append(f"{side} {claim.stance.value} {claim.proposition.kind.value} {claim.proposition.value or '-'}")
    assert told == [said]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Sudanese army reported on Telegram that shells hit Bara on Monday."),
        ("de", "Das russische Verteidigungsministerium teilte mit, das Dorf Kosinka sei beschossen worden."),
    ],
)
def test_who_only_reports_an_attack_is_not_its_author(rooms: Rooms, language: str, text: str) -> None:
    report = Report(id="r", text=text, address="-", language=language, published="2026-03-10")
    assert not [a for c in code_report(report, rooms).claims for a in c.actors if a.role is Role.PERPETRATOR]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Hezbollah attacked a convoy in southern Lebanon."),
        ("de", "Israelische Truppen griffen Stellungen im Dorf Aitarun im Süden des Libanon an."),
    ],
)
def test_a_part_of_a_land_does_not_act(rooms: Rooms, language: str, text: str) -> None:
    report = Report(id="r", text=text, address="-", language=language, published="2026-03-10")
    assert "Lebanon" not in {a.name for c in code_report(report, rooms).claims for a in c.actors}
