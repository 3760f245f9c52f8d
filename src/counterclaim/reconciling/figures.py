"""How many each claim counts. "All on board were killed" is a count where somebody says how many were on board."""

import functools
from collections.abc import Iterable, Mapping, Sequence

from counterclaim.reconciling.interests import PERSONS
from counterclaim.records.claim import Claim
from counterclaim.records.figure import Figure, figure_of
from counterclaim.records.report import Report
from counterclaim.words.lexicon import Lexicon
from counterclaim.words.tokens import tokens
from counterclaim.words.toml_data import package_toml

# So many words may stand between "on board" and its number ("на борту самолёта находились 74 человека").
_REACH = 4
_DIGITS = 6


def figures(claims: Sequence[Claim], reports: Mapping[str, Report]) -> Mapping[str, Figure]:
    """Claim id -> how many it counts; nothing for a claim that gives no number. Who says that all on board were killed
    counts as many as the same source says were on board, else the same side, else all who say so with one voice.
    """
    found = {claim.id: figure for claim in claims if (figure := figure_of(claim)) is not None}
    whole = [c for c in claims if c.id not in found and c.proposition.kind in PERSONS and _all(c, reports)]
    if not whole:
        return found
    aboard = [(c, n) for c in claims for n in _numbers(c, reports)]
    for claim in whole:
        source, side = claim.source.name, claim.source.side
        for told in (
            {n for c, n in aboard if c.source.name == source},
            {n for c, n in aboard if c.source.side == side is not None},
            {n for _, n in aboard},
        ):
            if len(told) == 1:
                (number,) = told
                found[claim.id] = Figure(number, number)
            if told:
                break
    return found


def _all(claim: Claim, reports: Mapping[str, Report]) -> bool:
    return any(_lexicon("all").longest(tokens(words)) for words in _words(claim, reports))


def _numbers(claim: Claim, reports: Mapping[str, Report]) -> Iterable[int]:
    """How many the claim says were on board."""
    for quantity in claim.quantities:
        if quantity.best is not None and _lexicon("number").longest(tokens(quantity.what)):
            yield quantity.best
    for words in _words(claim, reports):
        stream = tokens(words)
        for hit in _lexicon("number").longest(stream):
            near = (*reversed(stream[max(0, hit.first - _REACH) : hit.first]), *stream[hit.last : hit.last + _REACH])
            number = next((t.low for t in near if t.low.isdecimal() and len(t.low) <= _DIGITS), None)
            if number is not None:
                yield int(number)


def _words(claim: Claim, reports: Mapping[str, Report]) -> tuple[str, ...]:
    """The claim's value and its words in the report."""
    return claim.proposition.value or "", reports[claim.report_id].text[claim.start : claim.end]


@functools.cache
def _lexicon(name: str) -> Lexicon[str]:
    rows = package_toml("counterclaim.reconciling", "rules", "scopes.toml")["on_board"]
    return Lexicon((phrase, name) for phrase in rows[name])
