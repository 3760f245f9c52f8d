"""Scores the installed system on corpora in their public formats; the independent scorers decide."""

from pathlib import Path
from typing import Protocol


class Score(Protocol):
    """What every evaluation gives."""

    def table(self) -> str:
        """The figures for people."""
        ...

    def json(self) -> dict[str, object]:
        """Every figure with its counts, for a machine."""
        ...

    def write_predictions(self, path: Path) -> None:
        """What was predicted, in the shape that the independent scorer reads."""
        ...
