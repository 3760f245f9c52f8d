"""Choosing: which of the places of that name is meant, and whether it is a place name at all.

A score for each candidate adds up, with no training: how well the name fits, how large the place is, what the words
beside it call it, a region or country named right behind it, the theatre, and where the report's other places are.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from counterclaim.records.place import Place, Precision
from counterclaim.resolving.where.checks import Check
from counterclaim.resolving.where.gazetteer import Candidate
from counterclaim.resolving.where.mention import Hint, Mention

_NEAR_KM = 200
_CLOSE_KM = 60
_CLOSE_CALL = 1.5
_SAME_KM = 25
_LEAST_THEATRE = 0.5


@dataclass(slots=True)
class Context:
    """What the rest of the report says of where it plays. Weights count mentions."""

    theatre: frozenset[str]
    countries: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    regions: Counter[str] = field(default_factory=Counter)
    points: list[tuple[float, float]] = field(default_factory=list)

    def share(self, country: str | None) -> float:
        """The country's part of all votes, 0 to 1."""
        total = sum(self.countries.values())
        return self.countries[country] / (total + 1) if country else 0.0

    @property
    def of_theatre(self) -> float:
        """How far the report is one of the theatre's: 1, or less (but not under a half) where it speaks of others."""
        inside = 1 + sum(votes for country, votes in self.countries.items() if country in self.theatre)
        outside = sum(votes for country, votes in self.countries.items() if country not in self.theatre)
        return max(_LEAST_THEATRE, inside / (inside + outside))

    def plays_in(self, country: str | None) -> bool:
        """Whether the report is about that country, by the theatre or by its places."""
        return country in self.theatre or self.share(country) >= 0.15


def km(a: Place, b: Place) -> float:
    """Great-circle distance; infinite where a point is unknown."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return math.inf
    p, q = math.radians(a.lat), math.radians(b.lat)
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 12742.02 * math.asin(math.sqrt(min(1.0, h)))


def _near(place: Place, points: Iterable[tuple[float, float]]) -> float:
    """How near the other places of the report are: more for those within a day's walk."""
    if place.lat is None or place.lon is None:
        return 0.0
    width = math.cos(math.radians(place.lat))
    total = 0.0
    for lat, lon in points:
        off = 111.2 * math.hypot(place.lat - lat, (place.lon - lon) * width)
        if 0 < off < _NEAR_KM:
            total += 0.8 if off < _CLOSE_KM else 0.3
    return min(1.2, total)


def _fits_hint(hint: Hint, candidate: Candidate) -> float:
    kind = candidate.place.precision
    if hint is Hint.REGION:
        return 6.0 if kind is Precision.REGION else -2.0
    if hint is Hint.SETTLEMENT:
        return 2.0 if kind is Precision.SETTLEMENT else -4.0
    if hint is Hint.DISTRICT:
        return 2.0 if kind is Precision.DISTRICT else 0.5 if kind is Precision.SETTLEMENT else -1.0
    if hint is Hint.SITE:
        return 0.5 if kind is Precision.SETTLEMENT else 0.0
    return 0.0


def _by_kind(candidate: Candidate, rivals: Sequence[Candidate]) -> float:
    """Countries come first; a region gives way to the town that it is named after."""
    kind = candidate.place.precision
    if kind is Precision.COUNTRY:
        return 3.0 if candidate.exact else 0.0
    if kind is Precision.REGION and not candidate.wide:
        town = any(
            r.place.precision is Precision.SETTLEMENT
            and r.exact >= candidate.exact
            and r.admin1_code == candidate.admin1_code
            and r.population * 10 > candidate.population
            for r in rivals
        )
        return -2.5 if town else 0.3
    if kind is Precision.SEA:
        # Waters of a country's dump have no weight: most are streams named like the village on them.
        return 6.0 if candidate.population else -1.0
    if candidate.wide or candidate.place.geonameid is None:
        return 1.5
    return (0.0, 0.5, 2.5)[candidate.seat]


def score(candidate: Candidate, mention: Mention, context: Context, qualifiers: Sequence[Candidate]) -> float:
    """How likely the mention means the candidate; only differences between candidates count."""
    place = candidate.place
    total = math.log10(candidate.population + 100) + 10 * (candidate.quality - 1)
    total += _fits_hint(mention.hint, candidate) + _by_kind(candidate, mention.candidates)
    # A name inside a longer one ("New York Times") is no village of the theatre.
    nearness = 1.0 if mention.lone or mention.hint is not Hint.NONE or mention.cue else 0.0
    if place.country in context.theatre or candidate.listed:
        total += 3.0 * nearness * (1.0 if candidate.listed else context.of_theatre)
    total += 3.0 * context.share(place.country)
    if candidate.admin1_code:
        total += min(1.0, 0.4 * context.regions[candidate.admin1_code])
    total += _near(place, context.points)
    if not qualifiers:
        return total
    codes = {q.admin1_code for q in qualifiers if q.place.precision is Precision.REGION}
    lands = {q.place.country for q in qualifiers if q.place.precision is Precision.COUNTRY}
    if candidate.admin1_code in codes and place.precision is not Precision.REGION:
        total += 6.0
    if place.country in lands and place.precision is not Precision.COUNTRY:
        total += 4.0
    towns = [q.place for q in qualifiers if q.place.precision is Precision.SETTLEMENT]
    if any(0 < km(place, town) < _CLOSE_KM for town in towns):
        total += 4.0
    return total


@dataclass(frozen=True, slots=True)
class Choice:
    """The chosen candidate, close rivals elsewhere, how sure (0 to 1), and why."""

    chosen: Candidate
    rivals: tuple[Candidate, ...]
    confidence: float
    reasons: tuple[str, ...]


def choose(
    mention: Mention, context: Context, qualifiers: Sequence[Candidate] = (), checks: Sequence[Check] = ()
) -> Choice | None:
    """The best candidate with its close rivals; None where there is no candidate."""
    scored = sorted(
        (
            (score(c, mention, context, qualifiers) + sum(check.fit(c.place) for check in checks), -i)
            for i, c in enumerate(mention.candidates)
        ),
        reverse=True,
    )
    if not scored:
        return None
    best = mention.candidates[-scored[0][1]]
    others = [
        (s, mention.candidates[-i]) for s, i in scored[1:] if km(mention.candidates[-i].place, best.place) > _SAME_KM
    ]
    rivals = tuple(c for s, c in others if scored[0][0] - s < _CLOSE_CALL)[:3]
    gap = scored[0][0] - others[0][0] if others else 4.0
    confidence = round(best.quality / (1 + math.exp(-1.5 * gap)), 2)
    reasons = _reasons(best, context, qualifiers)
    if any(check.fit(best.place) > 0 for check in checks):
        reasons = (*reasons, "lies at the distance that the text gives")
    return Choice(best, rivals, confidence, reasons)


def _reasons(best: Candidate, context: Context, qualifiers: Sequence[Candidate]) -> tuple[str, ...]:
    out = []
    if any(q.admin1_code == best.admin1_code or q.place.country == best.place.country for q in qualifiers):
        out.append("its region, country or neighbour is named beside it")
    if best.place.country in context.theatre:
        out.append("lies in the theatre of the conflict")
    if not best.exact:
        out.append("the spelling differs")
    return tuple(out)


def vote(context: Context, choices: Iterable[Choice]) -> None:
    """Adds the chosen places to the context."""
    for choice in choices:
        place, candidate = choice.chosen.place, choice.chosen
        weight = 2.0 if place.precision is Precision.COUNTRY else 1.0
        if place.country:
            context.countries[place.country] += weight * choice.confidence
        if candidate.admin1_code:
            context.regions[candidate.admin1_code] += 1
        sure = place.precision is not Precision.COUNTRY and choice.confidence > 0.7 and len(context.points) < 60
        if sure and place.lat is not None and place.lon is not None:
            context.points.append((place.lat, place.lon))


def accepted(mention: Mention, choice: Choice, context: Context, language: str | None) -> bool:
    """Whether the mention is taken for a place name. The weaker the cue, the larger the place must be."""
    best = choice.chosen
    if mention.fixed:
        return True
    if mention.person:
        return False
    at_home = best.listed or context.plays_in(best.place.country)
    if mention.ordinary and not _beyond_doubt(mention, best, at_home):
        return False
    if mention.adjective:
        return best.place.precision is not Precision.SETTLEMENT or at_home or best.population >= 20000
    cue = mention.cue or mention.hint is not Hint.NONE
    if not best.exact:
        return _loose_enough(mention, best, at_home, cue)
    kind = best.place.precision
    if kind is Precision.COUNTRY:
        return True
    if not mention.lone and not (best.seat or best.population >= 200_000 or mention.hint is not Hint.NONE):
        return cue and best.population >= 5000
    if kind in (Precision.SITE, Precision.SEA) or best.wide:
        if not best.population and not best.listed:
            return cue
        return not mention.initial or best.population >= 10_000
    if best.listed:
        return cue or not mention.initial
    least = _least_population(mention, (best.place.country in context.theatre) + at_home, cue, language)
    return best.population >= (least if best.quality == 1 or at_home or language in ("ru", "uk") else 5 * least)


def _beyond_doubt(mention: Mention, best: Candidate, at_home: bool) -> bool:
    """Whether a word of the dictionary is a place's name all the same."""
    if mention.adjective or mention.hint in (Hint.SETTLEMENT, Hint.REGION, Hint.DISTRICT):
        return True
    if not best.exact:
        return False
    large = best.seat > 0 or best.population >= 200_000
    great = best.place.precision is Precision.COUNTRY or best.seat == 2 or (large and (at_home or not mention.initial))
    return great or (mention.cue and not mention.initial and (at_home or best.population >= 50_000))


def _loose_enough(mention: Mention, best: Candidate, at_home: bool, cue: bool) -> bool:
    if not mention.lone and mention.hint is Hint.NONE and not best.seat:
        return False
    long = mention.end - mention.start >= 5
    if mention.hint in (Hint.SETTLEMENT, Hint.REGION) and (at_home or best.population > 50_000):
        return best.quality >= 0.65
    if cue:
        return (at_home and long and best.quality >= 0.7) or (best.population > 100_000 and best.quality >= 0.75)
    return at_home and long and best.quality >= 0.75 and not mention.initial and mention.lone


def _least_population(mention: Mention, nearness: int, cue: bool, language: str | None) -> int:
    """How large a place must be; ``nearness`` is 2 in the theatre, 1 in another country that the report is about."""
    if mention.hint is Hint.SETTLEMENT:
        return 0
    if cue:
        return (1000, 500, 0)[nearness]
    if language == "de":
        return (100_000, 50_000, 20_000)[nearness]
    if mention.initial:
        return (50_000, 20_000, 3000)[nearness]
    return (50_000, 10_000, 300)[nearness]
