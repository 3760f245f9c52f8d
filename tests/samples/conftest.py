"""The bundled samples, taken through the whole way once for all tests here."""

from collections.abc import Mapping

import pytest
from sample_truth import Found, index

from counterclaim.cli import samples
from counterclaim.pipeline import default_rooms, reconcile_all
from counterclaim.records.coded import Coded
from counterclaim.settings import Settings


@pytest.fixture(scope="session")
def coded() -> Mapping[str, Coded]:
    """What was taken from each sample, by its id."""
    rooms = default_rooms(Settings())
    taken = (samples.code_sample(sample, rooms) for sample in samples.bundled())
    return {entry["id"]: each.coded for entry, each in zip(index(), taken, strict=True)}


@pytest.fixture(scope="session")
def found(coded: Mapping[str, Coded]) -> Found:
    """The events and reprints that the samples add up to."""
    reports = [each.report for each in coded.values()]
    claims = [claim for each in coded.values() for claim in each.claims]
    reprints, events = reconcile_all(reports, claims, default_rooms(Settings()))
    return Found(coded, reprints, events)
