"""Independent origins: who a claim goes back to, past every page that only passed it on.

A named source is its own root, however many quote it: ten agencies with one ministry are one origin. What the report
itself says goes back to the agency whose copy it carries, else to its publisher. A reprint has the roots of what it
repeats; only what its own editors added is theirs.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from counterclaim.records.actor import NARRATOR
from counterclaim.records.claim import Claim
from counterclaim.records.event import ReprintLink
from counterclaim.records.origin import Chain, Origin, OriginKind
from counterclaim.records.report import Report
from counterclaim.words.tokens import tokens

# A sentence of a reprint is its own where less than this part of its longer words stands anywhere in the original.
_ADDED = 0.4
_LONG_WORD, _STEM = 5, 5
_FEWEST_WORDS = 4
Root = tuple[str, str, OriginKind]


def origins_of(
    claims: Iterable[Claim], reports: Iterable[Report], reprints: Iterable[ReprintLink] = ()
) -> tuple[Origin, ...]:
    """The independent roots of ``claims``, in the order in which they first come, each with the chains that lead to it.

    ``reports`` are those of the claims, and should hold the originals of reprints; ``KeyError`` where a claim's own
    report is missing.
    """
    by_id = {report.id: report for report in reports}
    originals = {link.copy: link.original for link in reprints}
    found: dict[str, tuple[Root, list[Chain]]] = {}
    for claim in claims:
        root = root_of(claim, by_id, originals)
        _, chains = found.setdefault(root[0], (root, []))
        chains.append(_chain(claim, root, by_id, originals))
    return tuple(Origin(*root, tuple(chains)) for root, chains in found.values())


def root_of(claim: Claim, reports: Mapping[str, Report], originals: Mapping[str, str]) -> Root:
    """A key, a name and a kind for who ``claim`` goes back to; ``originals`` are those of reprints, by id."""
    source = claim.source
    if source.name == NARRATOR:
        return _teller(_first_print(claim, reports, originals))
    if source.party is None and source.name == source.name.casefold():
        # "Officials", "witnesses": who they are only the one that heard them knows.
        key, name, _ = _teller(_first_print(claim, reports, originals))
        return f"{source.name} of {key}", f"{source.name} ({name})", OriginKind.SOURCE
    return source.party or source.name.casefold(), source.name, OriginKind.SOURCE


def counted(origins: Iterable[Origin]) -> str:
    """In words: "11 reports, 3 origins"."""
    found = list(origins)
    pages = len({report for origin in found for report in origin.reports})
    return f"{pages} report{'s' * (pages != 1)}, {len(found)} origin{'s' * (len(found) != 1)}"


def _teller(report: Report) -> Root:
    name = report.agency or report.publisher or report.address
    return name.casefold(), name, OriginKind.AGENCY if report.agency else OriginKind.PUBLISHER


def _first_print(claim: Claim, reports: Mapping[str, Report], originals: Mapping[str, str]) -> Report:
    """The report that was first to print what the claim says."""
    report = reports[claim.report_id]
    root = reports.get(originals.get(report.id, report.id), report)
    if root is report or _added(claim, report, root):
        return report
    # The copy may name the agency that the original leaves out.
    return report if root.agency is None and report.agency is not None else root


def _added(claim: Claim, report: Report, root: Report) -> bool:
    if report.language != root.language:
        return False
    said = {t.low[:_STEM] for t in tokens(report.text, claim.start, claim.end) if len(t.low) >= _LONG_WORD}
    return len(said) >= _FEWEST_WORDS and len(said & _words(root)) < _ADDED * len(said)


@lru_cache(maxsize=256)
def _words(report: Report) -> frozenset[str]:
    return frozenset(t.low[:_STEM] for t in tokens(report.text) if len(t.low) >= _LONG_WORD)


def _chain(claim: Claim, root: Root, reports: Mapping[str, Report], originals: Mapping[str, str]) -> Chain:
    report = reports[claim.report_id]
    first = _first_print(claim, reports, originals)
    named = (report.publisher or report.address, report.agency, first.publisher, first.agency, *claim.source.chain)
    last = root[1] if claim.source.name == NARRATOR else claim.source.name
    steps: dict[str, str] = {}
    for name in named:
        if name is not None and name.casefold() != last.casefold():
            steps.setdefault(name.casefold(), name)
    return Chain(claim.id, claim.report_id, (*steps.values(), last))
