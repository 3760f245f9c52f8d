"""What linking looks at in a claim, as a short text and back: a new report must not cost the reading of old ones."""

import json
from functools import lru_cache
from typing import Any

from counterclaim.ledger.codec import dumps
from counterclaim.linking.days import Days
from counterclaim.linking.draft import Outline, Telling
from counterclaim.linking.families import family
from counterclaim.records.event_type import EventType, PropositionKind
from counterclaim.records.figure import Figure
from counterclaim.records.place import Place, Precision
from counterclaim.records.tagging import Stance

_EVENTS = {event.value: event for event in EventType}
_KINDS = {kind.value: kind for kind in PropositionKind}
_STANCES = {stance.value: stance for stance in Stance}


def packed(telling: Telling) -> str:
    """The telling without its id, report, root and turn, which have columns of their own."""
    claim, place = telling.claim, telling.place
    flags = (telling.copied, telling.total, telling.scene, telling.assumed, telling.lead)
    return dumps(
        [
            [claim.start, claim.end, claim.source, claim.stance, claim.event, claim.event_detail, claim.kind],
            None if place is None else _place_values(place),
            _days_values(telling.days),
            _days_values(telling.published),
            sum(flag << n for n, flag in enumerate(flags)),
            telling.told[1],
            sorted(telling.attackers),
            telling.holder,
            None if telling.figure is None else [telling.figure.low, telling.figure.high],
            _word_values(telling),
        ]
    )


def unpacked(claim_id: str, report_id: str, root: str, at: str, data: str) -> Telling:
    """The telling that ``packed`` made ``data`` of."""
    claim, place, days, published, flags, source, attackers, holder, figure, words = json.loads(data)
    start, end, name, stance, event, detail, kind = claim
    return Telling(
        claim=Outline(claim_id, report_id, start, end, name, _STANCES[stance], _EVENTS[event], detail, _KINDS[kind]),
        at=at,
        place=None if place is None else _place(*place),
        days=_days(days),
        published=_days(published),
        family=family(_EVENTS[event]),
        root=root,
        copied=bool(flags & 1),
        total=bool(flags & 2),
        scene=bool(flags & 4),
        assumed=bool(flags & 8),
        lead=bool(flags & 16),
        told=(root, source, kind, stance),
        attackers=frozenset(attackers),
        holder=holder,
        figure=None if figure is None else Figure(*figure),
        words=frozenset((words[0], word) for word in words[1].split()) if words else frozenset(),
    )


def _place_values(place: Place) -> list[Any]:
    return [
        place.name,
        place.precision,
        place.admin1,
        place.country,
        place.lat,
        place.lon,
        place.geonameid,
        place.radius_km,
        place.admin1_code,
    ]


@lru_cache(maxsize=1 << 12)
def _place(name: str, precision: str, *values: Any) -> Place:
    return Place(name, Precision(precision), *values)


def _days_values(days: Days | None) -> list[int] | None:
    return None if days is None else [days.first, days.last]


def _days(values: list[int] | None) -> Days | None:
    return None if values is None else Days(*values)


def _word_values(telling: Telling) -> list[str | None]:
    languages = {language for language, _ in telling.words}
    return [next(iter(languages)), " ".join(sorted(word for _, word in telling.words))] if languages else []
