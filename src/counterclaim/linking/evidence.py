"""What a feature gives for or against a claim's belonging to an event."""

from dataclasses import dataclass

VETO = float("-inf")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one feature gives for the link, with the reason as a sentence."""

    weight: float
    reason: str
