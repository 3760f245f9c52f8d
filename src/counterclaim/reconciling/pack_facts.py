"""What the conflict packs tell about sides, worked out once for all events."""

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from counterclaim.records.conflict import Conflict, PartyKind
from counterclaim.records.pack_names import sides_by_name

_ARMED = frozenset({PartyKind.GOVERNMENT, PartyKind.STATE_FORCES, PartyKind.ARMED_GROUP})


@dataclass(frozen=True, slots=True)
class PackFacts:
    """``names`` are the sides behind casefolded names, ``titles`` the sides' own names by code. ``organs`` are names of
    states, their armies and offices, ``outlets`` of media on no side; both casefolded. ``warring`` are the sides of
    each pack that have a land or forces of their own, ``landed`` all sides that have a land; ``lands`` are codes of
    countries and regions with the sides whose home they are.
    """

    names: Mapping[str, str]
    titles: Mapping[str, str]
    organs: frozenset[str]
    outlets: frozenset[str]
    warring: tuple[frozenset[str], ...]
    landed: frozenset[str]
    lands: Mapping[str, frozenset[str]]


def pack_facts(conflicts: Iterable[Conflict]) -> PackFacts:
    """The facts of these packs, in any order that they come in."""
    return _facts(_Same(tuple(conflicts)))


class _Same:
    """Packs told apart by which objects they are: to hash the thousands of names in them costs more than an event."""

    __slots__ = ("_ids", "packs")

    def __init__(self, packs: tuple[Conflict, ...]) -> None:
        self.packs = packs
        self._ids = tuple(id(pack) for pack in packs)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self._ids == other._ids

    def __hash__(self) -> int:
        return hash(self._ids)


@functools.lru_cache(maxsize=8)
def _facts(same: _Same) -> PackFacts:
    """The cache holds the packs, so that no other object can take on the identity of one."""
    packs = same.packs
    parties = [party for pack in packs for party in pack.parties]
    offices = [p for p in parties if p.kind is not PartyKind.ARMED_GROUP]
    sides = [side for pack in packs for side in pack.sides]
    lands: dict[str, set[str]] = {}
    for side in sides:
        for code in side.home:
            lands.setdefault(code, set()).add(side.code)
    return PackFacts(
        names=sides_by_name(packs),
        titles={side.code: side.name for side in sides},
        organs=frozenset(name.casefold() for p in offices for name in (p.name, *(t.name for t in p.tenures))),
        outlets=frozenset(p.name.casefold() for p in parties if p.kind is PartyKind.MEDIA and p.side is None),
        warring=tuple(_warring(pack) for pack in packs),
        landed=frozenset(side.code for side in sides if side.home),
        lands={code: frozenset(found) for code, found in lands.items()},
    )


def _warring(pack: Conflict) -> frozenset[str]:
    armed = {p.side for p in pack.parties if p.kind in _ARMED}
    return frozenset(side.code for side in pack.sides if side.home or side.code in armed)
