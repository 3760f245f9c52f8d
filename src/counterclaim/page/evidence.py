"""What stands behind a cell: the sentences, who said them, and where they were printed."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from counterclaim.page import wording
from counterclaim.page.sides import Sides, SideSheet
from counterclaim.page.texts import Quote, quote
from counterclaim.page.view import PageView
from counterclaim.records.actor import NARRATOR, Channel
from counterclaim.records.claim import Claim
from counterclaim.records.coded import Coded
from counterclaim.records.report import Report

_ANCHOR = re.compile(r"[A-Za-z0-9_-]{1,40}")


@dataclass(frozen=True, slots=True)
class Printed:
    """Where a claim was printed. ``mark`` is its anchor in the report's text."""

    mark: str
    report: str
    publisher: str
    published: str | None
    reprint: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """A claim with its words in their sentence; ``printed`` are all that say it in the same words."""

    side: SideSheet
    sign: str
    stance: str
    proposition: str
    quote: Quote
    language: str | None
    source: str
    via: str
    printed: tuple[Printed, ...]
    implied: bool = False


@dataclass(frozen=True, slots=True)
class Index:
    """Everything on the page by its id, with the anchors that links go to."""

    coded: dict[str, Coded]
    claims: dict[str, Claim]
    reports: dict[str, str]
    marks: dict[str, str]
    copies: dict[str, str]
    sides: Sides

    def evidence(self, claim_id: str, *, implied: bool = False) -> Evidence | None:
        """The claim with that id as evidence; None where the page has no such claim."""
        claim = self.claims.get(claim_id)
        if claim is None:
            return None
        coded = self.coded[claim.report_id]
        report = coded.report
        return Evidence(
            side=self.sides.of(claim.source.side),
            sign=wording.SIGNS[claim.stance],
            stance=claim.stance.value,
            proposition=wording.proposition(claim.proposition.kind, claim.proposition.value),
            quote=quote(claim, coded),
            language=report.language,
            source="the report itself" if claim.source.name == NARRATOR else claim.source.name,
            via=_via(claim),
            printed=(self._printed(claim, report),),
            implied=implied,
        )

    def _printed(self, claim: Claim, report: Report) -> Printed:
        return Printed(
            mark=self.marks[claim.id],
            report=self.reports[report.id],
            publisher=report.publisher or report.agency or report.address,
            published=wording.day(report.published),
            reprint=report.id in self.copies,
        )

    def folded(self, claim_ids: Iterable[str], implied: Collection[str] = ()) -> tuple[Evidence, ...]:
        """The claims as evidence, those in the same words put together; what is said outright comes first."""
        found: dict[Evidence, list[Printed]] = {}
        for id in sorted(claim_ids, key=lambda id: id in implied):
            evidence = self.evidence(id, implied=id in implied)
            if evidence:
                found.setdefault(replace(evidence, printed=()), []).extend(evidence.printed)
        return tuple(replace(evidence, printed=tuple(printed)) for evidence, printed in found.items())


def _via(claim: Claim) -> str:
    """By what way and through whom a statement came: "telegram, via TASS"."""
    channel = "" if claim.source.channel is Channel.UNKNOWN else claim.source.channel.value
    passed_on = f"via {', '.join(claim.source.chain)}" if claim.source.chain else ""
    return ", ".join(filter(None, (channel, passed_on)))


def index(view: PageView, sides: Sides) -> Index:
    """The index of a page."""
    claims = {c.id: c for coded in view.coded for c in coded.claims}
    known = {coded.report.id for coded in view.coded}
    return Index(
        coded={coded.report.id: coded for coded in view.coded},
        claims=claims,
        reports={coded.report.id: anchor("r", coded.report.id, n) for n, coded in enumerate(view.coded, 1)},
        marks={id: f"c{n}" for n, id in enumerate(claims, 1)},
        copies={r.copy: r.original for r in view.reprints if r.copy in known and r.original in known},
        sides=sides,
    )


def anchor(prefix: str, id: str, number: int) -> str:
    """An anchor that lasts as long as the id does; one with other letters than an anchor's goes by its number."""
    return f"{prefix}-{id}" if _ANCHOR.fullmatch(id) else f"{prefix}{number}"
