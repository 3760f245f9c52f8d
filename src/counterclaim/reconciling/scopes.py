"""What a count counts: what, whose, where and when. Two counts are at odds only where these meet."""

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import asin, cos, radians, sin, sqrt
from typing import Any

from counterclaim.reconciling.interests import PERSONS, Interests, harmed_sides
from counterclaim.records.actor import Role
from counterclaim.records.claim import Claim
from counterclaim.records.edtf import Days, days_of
from counterclaim.records.figure import Figure
from counterclaim.records.place import Place, Precision
from counterclaim.records.tagging import Stance
from counterclaim.words.lexicon import Lexicon
from counterclaim.words.tokens import tokens
from counterclaim.words.toml_data import package_toml

_STEM = 5
_EARTH_KM = 6371.0
# Names of one place stand for points up to so far apart (UCDP's "near", code 2 of where_prec).
_NEAR_KM = 25.0
# A night is dated as two days; what is dated as more is a period.
_PERIOD_DAYS = 3
_POINTS = frozenset({Precision.SITE, Precision.SETTLEMENT})
# Words of a value that don't tell what was hit.
_NO_TARGET = frozenset(
    re.findall(
        r"\w+",
        "more than least about around some many several dozens hundreds thousands scores people persons killed dead "
        "deaths injured wounded casualties destroyed damaged captured shot down fire with from over part parts were",
    )
)


class Relation(StrEnum):
    """How what one count counts stands to what another does."""

    SAME = "the same"
    PART = "a part of it"
    WHOLE = "more than it"
    OTHER = "something else"


@dataclass(frozen=True, slots=True)
class Scope:
    """What a count counts. ``things`` are classes of ``scopes.toml``, ``stems`` the beginnings of the words as they
    stand, ``sides`` whose the harm is; ``days`` only where the text itself gives them. Empty and None are unknown.
    """

    things: frozenset[str] = frozenset()
    stems: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
    place: Place | None = None
    days: Days | None = None

    @property
    def told(self) -> bool:
        """Whether it tells what was hit, or whose."""
        return bool(self.things or self.stems or self.sides)

    def thing(self, other: "Scope") -> Relation:
        """How its things stand to the other's: by their classes where both have one, else by their words. Where one
        names none, it may be the same.
        """
        if self.things and other.things:
            return _classes(self.things, other.things)
        if (self.things or self.stems) and (other.things or other.stems) and self.stems.isdisjoint(other.stems):
            return Relation.OTHER
        return Relation.SAME

    def whose(self, other: "Scope") -> Relation:
        """``OTHER`` where the harm is that of other sides."""
        apart = self.sides and other.sides and self.sides.isdisjoint(other.sides)
        return Relation.OTHER if apart else Relation.SAME

    def relation(self, other: "Scope") -> Relation:
        """How all that it counts stands to all that the other counts."""
        found = {self.thing(other), self.whose(other), _where(self.place, other.place), _when(self.days, other.days)}
        found -= {Relation.SAME}
        if not found:
            return Relation.SAME
        return found.pop() if len(found) == 1 else Relation.OTHER


@dataclass(frozen=True, slots=True)
class Count:
    """A figure with what it counts."""

    figure: Figure
    scope: Scope

    def apart(self, other: "Count") -> bool | None:
        """Whether both cannot be right; None where they count different things."""
        relation = self.scope.relation(other.scope)
        if relation is Relation.OTHER:
            return None
        if relation is Relation.SAME:
            return not self.figure.meets(other.figure)
        part, whole = (self, other) if relation is Relation.PART else (other, self)
        return whole.figure.high is not None and part.figure.low > whole.figure.high

    def denied_by(self, other: "Count") -> bool:
        """Whether who denies the other count denies this one: the least of it is a number that is denied."""
        least, denied = self.figure.low, other.figure
        among = denied.low <= least and (denied.high is None or least <= denied.high)
        return among and self.scope.relation(other.scope) in (Relation.SAME, Relation.PART)


def scope_of(claim: Claim, known: Interests) -> Scope:
    """What the claim's count counts, by its value, its victims, its place and the day that its text gives."""
    things = things_of(claim)
    return Scope(
        things=things,
        stems=stems(claim.proposition.value),
        sides=harmed_sides(claim) or _owner(claim, things, known),
        place=claim.place.place,
        days=days_of(claim.date.edtf) if claim.date.start is not None else None,
    )


def things_of(claim: Claim) -> frozenset[str]:
    """The classes of people or things that the claim's count counts."""
    named = [claim.proposition.value or ""]
    named += [a.name for a in claim.actors if a.role is Role.VICTIM and a.side is None]
    things = _narrowest(thing for words in named for thing in _things(words))
    return frozenset({"people"}) if claim.proposition.kind in PERSONS and not things else things


def narrower(things: frozenset[str], other: frozenset[str]) -> bool:
    """Whether ``things`` are a part of the other ones."""
    return bool(things and other) and _classes(things, other) is Relation.PART


def _owner(claim: Claim, things: frozenset[str], known: Interests) -> frozenset[str]:
    """Whose the weapons are of which no side is named: who tells of tanks destroyed tells of the enemy's, who denies or
    confirms it speaks of its own.
    """
    speaker = claim.source.side
    enemies = known.belligerents - {speaker}
    if not things & _arms() or speaker not in known.belligerents or len(enemies) != 1:
        return frozenset()
    return enemies if claim.stance is Stance.ASSERTS else frozenset({speaker} - {None})


def stems(value: str | None) -> frozenset[str]:
    """The beginnings of the words of a value that tell what was hit."""
    words = (t.low for t in tokens(value or "") if t.low.isalpha() and len(t.low) > 3)
    return frozenset(word[:_STEM] for word in words if word not in _NO_TARGET)


def _things(words: str) -> Iterable[str]:
    return (hit.key for hit in _lexicon().longest(tokens(words)))


def _narrowest(things: Iterable[str]) -> frozenset[str]:
    """Without the classes that another one is part of: a tank is armour and a vehicle."""
    found = frozenset(things)
    wider = frozenset().union(*(_wider()[thing] for thing in found))
    return found - wider


def _classes(one: frozenset[str], other: frozenset[str]) -> Relation:
    if not one.isdisjoint(other):
        return Relation.SAME
    if any(_wider()[thing] & other for thing in one):
        return Relation.PART
    return Relation.WHOLE if any(_wider()[thing] & one for thing in other) else Relation.OTHER


@functools.cache
def _lexicon() -> Lexicon[str]:
    return Lexicon((phrase, row["id"]) for row in _rows() for phrase in row["words"])


@functools.cache
def _wider() -> Mapping[str, frozenset[str]]:
    """Class -> all the classes that it is part of."""
    within = {row["id"]: frozenset(row["within"]) for row in _rows()}
    return {thing: _above(thing, within) for thing in within}


def _above(thing: str, within: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return within[thing].union(*(_above(each, within) for each in within[thing]))


@functools.cache
def _arms() -> frozenset[str]:
    return frozenset(row["id"] for row in _rows() if row.get("arms", False))


@functools.cache
def _rows() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = package_toml("counterclaim.reconciling", "rules", "scopes.toml")["thing"]
    return rows


def _where(one: Place | None, other: Place | None) -> Relation:
    if one is None or other is None or one == other or (one.geonameid and one.geonameid == other.geonameid):
        return Relation.SAME
    if one.country and other.country and one.country != other.country:
        return Relation.OTHER
    if one.precision in _POINTS and other.precision in _POINTS:
        return Relation.SAME if _near(one, other) else Relation.OTHER
    rank, its = _rank(one), _rank(other)
    if rank < 2 and its < 2 and None not in (one.admin1, other.admin1) and one.admin1 != other.admin1:
        return Relation.OTHER
    if rank == its:
        return Relation.OTHER if rank and one.name != other.name else Relation.SAME
    return Relation.PART if rank < its else Relation.WHOLE


def _rank(place: Place) -> int:
    """0 a point or district, 1 a region, 2 a country or sea."""
    return {Precision.REGION: 1, Precision.COUNTRY: 2, Precision.SEA: 2}.get(place.precision, 0)


def _near(one: Place, other: Place) -> bool:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return True
    lat1, lon1, lat2, lon2 = (radians(x) for x in (one.lat, one.lon, other.lat, other.lon))
    h = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(h)) <= _NEAR_KM


def _when(one: Days | None, other: Days | None) -> Relation:
    if one is None or other is None:
        return Relation.SAME
    if not one.overlaps(other):
        return Relation.OTHER
    width, its = one.width, other.width
    if width is None or its is None or width == its or max(width, its) < _PERIOD_DAYS:
        return Relation.SAME
    return Relation.PART if width < its else Relation.WHOLE
