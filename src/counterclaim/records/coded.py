"""One report with what was found in it: what ``extract`` prints and a ledger keeps."""

from dataclasses import dataclass

from counterclaim.records.claim import Claim
from counterclaim.records.report import Report
from counterclaim.records.tagging import Tagging


@dataclass(frozen=True, slots=True)
class Coded:
    """A report, its sentences and attributions, and its claims in order of the text."""

    report: Report
    tagging: Tagging
    claims: tuple[Claim, ...]
