"""Distances that the text gives between two names, as checks on what each of them may mean."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from counterclaim.records.place import Place, Precision
from counterclaim.resolving.where.cues import Cues
from counterclaim.resolving.where.distances import Distance, bearing, described, distances, measures
from counterclaim.resolving.where.gazetteer import Candidate, Gazetteer
from counterclaim.resolving.where.mention import Hint, Mention
from counterclaim.words.tokens import Token

_FITS, _FAR_OFF = 4.0, -3.0
_BORDER_SLACK_KM = 15.0
_TURN = 40.0
_COMPARED = 8


@dataclass(frozen=True, slots=True)
class Check:
    """What a name may mean lies at that distance from one of ``others``; where ``turned``, one of ``others`` lies at
    that distance from it. With a border, ``others`` are countries and ``gazetteer`` knows how far they are.
    """

    distance: Distance
    others: tuple[Candidate, ...]
    turned: bool = False
    gazetteer: Gazetteer | None = None

    def fit(self, place: Place) -> float:
        """How much it speaks for ``place``: more than 0 for it, less than 0 against it."""
        off = min((self._off(place, other.place) for other in self.others[:_COMPARED]), default=math.inf)
        return _FITS if off <= 1 else _FAR_OFF if off > 3 else 0.0

    def _off(self, place: Place, other: Place) -> float:
        """How far the two are from what is said, in units of what writers round off."""
        if self.distance.border:
            if self.gazetteer is None or other.country is None or place.country == other.country:
                return math.inf
            km = self.gazetteer.km_to_country(place, other.country)
            return abs(km - self.distance.km) / max(_BORDER_SLACK_KM, self.distance.slack)
        if place.lat is None or place.lon is None or other.lat is None or other.lon is None:
            return math.inf
        ends = (place.lat, place.lon), (other.lat, other.lon)
        there, origin = reversed(ends) if self.turned else ends
        width = math.cos(math.radians(origin[0]))
        km = 111.2 * math.hypot(there[0] - origin[0], (there[1] - origin[1]) * width)
        away = abs(km - self.distance.km) / self.distance.slack
        if self.distance.bearing is None or away > 3:
            return away
        turn = abs((bearing(origin, there) - self.distance.bearing + 180) % 360 - 180)
        return max(away, turn / _TURN)


def checks(
    mentions: Sequence[Mention],
    streams: Mapping[int, Sequence[Token]],
    reading: tuple[str | None, Cues, Gazetteer],
) -> dict[int, list[Check]]:
    """The checks on each mention, by its number. ``reading`` are the report's language, its cues, the gazetteer."""
    language, cues, gazetteer = reading
    by_sentence: dict[int, list[int]] = defaultdict(list)
    for number, mention in enumerate(mentions):
        by_sentence[mention.sentence].append(number)
    out: dict[int, list[Check]] = defaultdict(list)
    for sentence, numbers in by_sentence.items():
        stream = streams.get(sentence, ())
        if not measures(stream, language):
            continue
        nations = {t.start: n for t in stream if (n := cues.nation(t.low))}
        starts = {mentions[n].start for n in numbers} | set(nations)
        found = distances(stream, starts, language)
        towns = [n for n in numbers if mentions[n].hint is not Hint.REGION]
        said = described(stream, found, [mentions[n].last for n in towns], language) if found else {}
        at = {mentions[n].start: n for n in numbers}
        for which, name in said.items():
            distance, here = found[which], towns[name]
            start = stream[distance.anchor].start
            there = at.get(start)
            if distance.border:
                lands = _lands(nations.get(start), mentions[there] if there is not None else None, gazetteer)
                if lands:
                    out[here].append(Check(distance, lands, gazetteer=gazetteer))
            elif there is not None and there != here:
                out[here].append(Check(distance, _points(mentions[there])))
                out[there].append(Check(distance, _points(mentions[here]), turned=True))
    return out


def _lands(nation: str | None, mention: Mention | None, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    land = gazetteer.country(nation) if nation else None
    if land:
        return (land,)
    found = mention.candidates if mention else ()
    return tuple(c for c in found if c.place.precision is Precision.COUNTRY)


def _points(mention: Mention) -> tuple[Candidate, ...]:
    areas = (Precision.COUNTRY, Precision.REGION, Precision.SEA)
    return tuple(c for c in mention.candidates if c.exact and c.place.precision not in areas)
