"""Roles of parties in short sentences, through the whole pipeline: floors of how many have all of them right."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from counterclaim.pipeline.code import code_report
from counterclaim.pipeline.default import default_rooms
from counterclaim.pipeline.rooms import Rooms
from counterclaim.records.actor import Role
from counterclaim.records.claim import Claim
from counterclaim.records.report import Report
from counterclaim.settings import Settings

TRIALS = Path(__file__).parent / "roles"
LANGUAGES = ("en", "uk", "ru", "fr", "de")
WARRING = {"RU", "UA", "ISR", "HAMAS", "HEZBOLLAH", "HOUTHI", "SAF", "RSF", "US"}


def trials(lot: str) -> Iterator[tuple[str, str, int, set[tuple[str, str]]]]:
    """Language, text, where the event's word begins, and the roles."""
    for language in LANGUAGES:
        for line in (TRIALS / lot / f"{language}.txt").read_text(encoding="utf-8").splitlines():
            marked, gold = line.split(" => ")
            start, text = marked.index("[["), re.sub(r"\[\[|\]\]", "", marked)
            roles = {(who, role) for who, _, role in (part.rpartition(" ") for part in gold.split(", "))}
            yield language, text, start, roles


def found(claim: Claim) -> set[tuple[str, str]]:
    """The parts of warring sides, and of mediators."""
    return {
        (a.side if a.side in WARRING else a.name, a.role.value)
        for a in claim.actors
        if a.side in WARRING or a.role is Role.INTERMEDIARY
    }


@pytest.fixture(scope="module")
def rooms() -> Rooms:
    return default_rooms(Settings())


@pytest.mark.parametrize(
    ("lot", "whole", "precision", "recall"), [("seen", 0.90, 0.97, 0.88), ("apart", 0.83, 0.92, 0.83)]
)
def test_parties_have_their_parts(rooms: Rooms, lot: str, whole: float, precision: float, recall: float) -> None:
    sentences = right = both = told = gold = 0
    for language, text, start, roles in trials(lot):
        coded = code_report(Report("r", text, "-", language=language, published="2025-03-20"), rooms)
        claim = next((c for c in coded.claims if c.start <= start < c.end), None)
        got = found(claim) if claim is not None else set()
        sentences += 1
        right += got == roles
        both, told, gold = both + len(got & roles), told + len(got), gold + len(roles)
    assert right >= whole * sentences, f"{right} of {sentences}"
    assert both >= precision * told, f"{both} of {told}"
    assert both >= recall * gold, f"{both} of {gold}"


@pytest.mark.parametrize("lot", ["seen", "apart"])
def test_every_sentence_stands_once(lot: str) -> None:
    texts = [text for _, text, _, _ in trials(lot)]
    assert len(texts) == len(set(texts)) > 80
