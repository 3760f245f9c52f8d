"""What the rest of the project needs from anything that finds sentences and attributions."""

from typing import Protocol

from counterclaim.records.report import Report
from counterclaim.records.tagging import Tagging


class Tagger(Protocol):
    """Turns a report into its sentences and attributions; the same report always gets the same answer."""

    def tag(self, report: Report) -> Tagging:
        """Sentences and attributions of ``report``, both in order of the text."""
        ...
