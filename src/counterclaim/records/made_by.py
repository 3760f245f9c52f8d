"""What made an answer: kept with every answer, also with one that found nothing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MadeBy:
    """``stage`` such as "tagger", ``name`` such as "rules", its ``version``, and the ``settings`` that shaped it."""

    stage: str
    name: str
    version: str
    settings: str = ""
