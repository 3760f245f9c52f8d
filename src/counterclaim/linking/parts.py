"""Which events a wider statement sums up: "attacks repelled in the whole province", "killed over the week".

A claim stands in one event only. A statement over several places or days is an event of its own, and what lies within
its place and days is told of as its parts; nothing is added up.
"""

from counterclaim.linking.days import Days, days_of
from counterclaim.linking.families import Family, family
from counterclaim.linking.nearness import Relation, nearness, rank
from counterclaim.records.event import Event

_WITHIN = {Relation.REGION_CONTAINS, Relation.COUNTRY_CONTAINS}
_SAME = {Relation.SAME_SPOT, Relation.SITE_IN_TOWN, Relation.SAME_REGION, Relation.SAME_COUNTRY}
_NIGHT = 2
# A statement over more days than these is background.
LONGEST_DAYS = 45


def part_reason(whole: Event, part: Event) -> str | None:
    """Why ``part`` is a part of ``whole``, as a sentence; None where it is none. Both are of one family, the place and
    days of the one lie in the other's; and the whole is wider or longer by more than a night.
    """
    days, inner = days_of(whole.date), days_of(part.date)
    kind = family(whole.type)
    if whole.id == part.id or days is None or inner is None or kind is Family.OTHER or kind is not family(part.type):
        return None
    if days.meet(inner) != inner or days.length > LONGEST_DAYS or whole.place is None or part.place is None:
        return None
    relation = nearness(whole.place, part.place).relation
    wider = relation in _WITHIN and rank(whole.place) > rank(part.place)
    longer = relation in _SAME and rank(whole.place) >= rank(part.place) and _longer(days, inner)
    if not (wider or longer):
        return None
    where = f"in {whole.place.name}" if wider else f"at the same place ({whole.place.name})"
    return f"It lies {where} and within {days.edtf}; both are {kind.value}."


def _longer(days: Days, inner: Days) -> bool:
    return days.length > max(inner.length, _NIGHT)
