"""Whose name a name is: the sides behind the names that conflict packs know."""

import functools
from collections.abc import Iterator, Mapping

from counterclaim.records.conflict import Conflict, Party


@functools.lru_cache(maxsize=8)
def sides_by_name(conflicts: tuple[Conflict, ...]) -> Mapping[str, str]:
    """Casefolded name -> side code, for every side and every party with a side. A name that two sides share is left
    out, and so is an alias with a wildcard.
    """
    found: dict[str, set[str]] = {}
    for conflict in conflicts:
        for side in conflict.sides:
            for name in (side.code, side.name):
                found.setdefault(name.casefold(), set()).add(side.code)
        for party in conflict.parties:
            for name in _names(party) if party.side else ():
                found.setdefault(name.casefold(), set()).add(party.side or "")
    return {name: next(iter(sides)) for name, sides in found.items() if len(sides) == 1}


def _names(party: Party) -> Iterator[str]:
    yield party.name
    yield party.id
    yield from (a.text for a in party.aliases if not set(a.text) & set("*|~_"))
    for tenure in party.tenures:
        yield tenure.name
        yield f"{party.name} {tenure.name}"
