"""Distances that a text gives: "30 km south of X", «за 20 км від X», "some 160 km from the Ukrainian border"."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from counterclaim.resolving.where.cues import Words
from counterclaim.words.tokens import Token
from counterclaim.words.toml_data import package_toml

_LONGEST = 8
_ROW = 3
_MOST_KM = 5000.0
_EARTH_KM = 6371.0088
_LEAST_SLACK_KM = 5.0
_SLACK = 0.25
# What a unit of length begins with in the five languages.
_INITIALS = frozenset("kmкм")
_COMPASS = ("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest")


@dataclass(frozen=True, slots=True)
class Distance:
    """Tokens ``first`` to ``anchor`` (exclusive) of a sentence say: ``low`` to ``high`` km, in the direction
    ``bearing`` (degrees clockwise from north) where one is given, from the place whose name begins at token
    ``anchor``, or from the ``border`` with it.
    """

    first: int
    anchor: int
    low: float
    high: float
    bearing: float | None = None
    border: bool = False

    @property
    def km(self) -> float:
        """The middle of what is said."""
        return (self.low + self.high) / 2

    @property
    def slack(self) -> float:
        """How far off a place may be and yet fit: writers round."""
        return max(_LEAST_SLACK_KM, _SLACK * self.high, (self.high - self.low) / 2)

    @property
    def direction(self) -> str | None:
        """The bearing in an English word."""
        return None if self.bearing is None else _COMPASS[round(self.bearing / 45) % 8]


@dataclass(frozen=True, slots=True)
class _Terms:
    numbers: dict[str, float]
    bearings: Callable[[str], float | None]
    units: Callable[[str], float | None]
    links: Words
    between: Words
    border: Words
    respectively: Words
    lies: Words


@cache
def _terms(language: str | None) -> _Terms:
    data = package_toml("counterclaim.resolving.where", "distances.toml")
    lists = data.get(language or "en", data["en"])
    words = {
        name: Words.of(lists[name].replace("|", " ")) for name in ("links", "between", "border", "respectively", "lies")
    }
    return _Terms(dict(_valued(lists["numbers"])), _table(lists["bearings"]), _table(data["units"]), **words)


def _valued(listed: str) -> list[tuple[str, float]]:
    return [(word, float(value)) for word, _, value in (pair.partition("=") for pair in listed.split())]


def _table(listed: str) -> Callable[[str], float | None]:
    exact = {w: v for w, v in _valued(listed) if not w.endswith("*")}
    stems = sorted(((w[:-1], v) for w, v in _valued(listed) if w.endswith("*")), key=lambda p: -len(p[0]))

    def look_up(low: str) -> float | None:
        return exact[low] if low in exact else next((v for stem, v in stems if low.startswith(stem)), None)

    return look_up


def measures(stream: Sequence[Token], language: str | None) -> bool:
    """Whether a unit of length stands in the sentence at all: cheaper than to look for distances."""
    units = _terms(language).units
    return any(units(t.low) is not None for t in stream if t.low[0] in _INITIALS)


def distances(stream: Sequence[Token], starts: frozenset[int] | set[int], language: str | None) -> list[Distance]:
    """The distances in a sentence's tokens; ``starts`` are the offsets at which names of places begin."""
    terms = _terms(language)
    out: list[Distance] = []
    waiting: list[tuple[int, float, float, int]] = []
    for at, token in enumerate(stream):
        factor = terms.units(token.low)
        value = _number(stream, at, terms) if factor is not None else None
        if factor is None or value is None or value[2] * factor > _MOST_KM:
            continue
        first, low, high = value
        waiting = [w for w in waiting if first - w[3] <= _ROW]
        found = _anchored(stream, at + 1, starts, terms)
        waiting.append((first, low * factor, high * factor, at))
        if found:
            # "160 km and 800 km from the border": what waits is counted from there, too.
            anchor, bearing, border = found
            out += [Distance(first, anchor, low, high, bearing, border) for first, low, high, _ in waiting]
            waiting = []
    return out


def _number(stream: Sequence[Token], unit: int, terms: _Terms) -> tuple[int, float, float] | None:
    """The first token and the ends of the number before a unit: "160", "30-40", "a dozen", "une trentaine de"."""
    at = unit - 1
    while at >= 0 and stream[at].low in ("-", "de", "d'", "of"):
        at -= 1
    high = _value(stream[at].low, terms) if at >= 0 else None
    if high is None:
        return None
    if at >= 2 and stream[at - 1].low in ("-", "–", "to", "à", "bis", "до"):
        low = _value(stream[at - 2].low, terms)
        if low is not None and low < high:
            return at - 2, low, high
    return at, high, high


def _value(low: str, terms: _Terms) -> float | None:
    if low[:1].isdigit():
        plain = low.replace("\u00a0", "").replace("\u202f", "")
        head, _, tail = plain.replace(",", ".").rpartition(".")
        if head and len(tail) == 3:
            return float(head.replace(".", "") + tail)
        try:
            return float(plain.replace(",", "."))
        except ValueError:
            return None
    return terms.numbers.get(low)


def _anchored(
    stream: Sequence[Token], at: int, starts: frozenset[int] | set[int], terms: _Terms
) -> tuple[int, float | None, bool] | None:
    """The token at which the name begins that the distance is counted from, the bearing, and whether it is counted
    from the border.
    """
    bearing: float | None = None
    linked = border = False
    if at < len(stream) and stream[at].low == "(":
        # "30 km (19 miles) south of"
        closed = next((i for i in range(at, min(at + _LONGEST, len(stream))) if stream[i].low == ")"), None)
        at = at if closed is None else closed + 1
    for here in range(at, min(at + _LONGEST, len(stream))):
        token = stream[here]
        if token.start in starts:
            return (here, bearing, border or _border_behind(stream, here, terms)) if linked else None
        turned = terms.bearings(token.low)
        if turned is not None and bearing is None:
            bearing = turned
        link = token.low in terms.links
        border = border or token.low in terms.border
        if turned is None and not link and token.low not in terms.between:
            return None
        linked = linked or link
    return None


def _border_behind(stream: Sequence[Token], name: int, terms: _Terms) -> bool:
    """ "the Ukrainian border": the noun stands behind a nation's adjective."""
    return any(t.low in terms.border for t in stream[name + 1 : name + 2])


def described(
    stream: Sequence[Token], found: Sequence[Distance], ends: Sequence[int], language: str | None
) -> dict[int, int]:
    """Which name each distance is said of: the number of the distance → the number of the name. ``ends`` are the tokens
    behind the names, in order. Of distances in a row ("respectively 160 and 800 km from …"), each goes to its name.
    """
    terms = _terms(language)
    out: dict[int, int] = {}
    for number, distance in enumerate(found):
        before = [n for n, end in enumerate(ends) if end <= distance.first]
        row = [n for n, d in enumerate(found) if d.anchor == distance.anchor]
        if len(row) > 1:
            shared = any(t.low in terms.respectively for t in stream[: distance.anchor])
            names = [n for n, end in enumerate(ends) if end <= found[row[0]].first]
            if shared and len(names) >= len(row):
                out |= dict(zip(row, names[-len(row) :], strict=True))
        elif before and all(t.low in terms.lies for t in stream[ends[before[-1]] : distance.first]):
            out[number] = before[-1]
    return out


def moved(lat: float, lon: float, km: float, bearing: float) -> tuple[float, float]:
    """The point ``km`` away from another in a direction, on a sphere; degrees."""
    p, q, turn, angle = math.radians(lat), math.radians(lon), math.radians(bearing), km / _EARTH_KM
    north = math.asin(math.sin(p) * math.cos(angle) + math.cos(p) * math.sin(angle) * math.cos(turn))
    east = q + math.atan2(
        math.sin(turn) * math.sin(angle) * math.cos(p), math.cos(angle) - math.sin(p) * math.sin(north)
    )
    return math.degrees(north), (math.degrees(east) + 540) % 360 - 180


def bearing(a: tuple[float, float], b: tuple[float, float]) -> float:
    """The direction from one point to another, degrees clockwise from north."""
    p, q, east = math.radians(a[0]), math.radians(b[0]), math.radians(b[1] - a[1])
    x = math.sin(east) * math.cos(q)
    y = math.cos(p) * math.sin(q) - math.sin(p) * math.cos(q) * math.cos(east)
    return math.degrees(math.atan2(x, y)) % 360
