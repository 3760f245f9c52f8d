"""A small generator of known truth: events of an invented war, and how outlets of both sides tell them.

Each event takes place in a town of its own or on a day of its own. The attacker's outlet claims it, the defender's
denies or concedes it; an agency's copy is reprinted, cut or with a changed number. What is planted is returned too.
"""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from counterclaim.records.claim import Claim
from counterclaim.records.event_type import EventType
from counterclaim.records.place import Place, Precision
from counterclaim.records.report import Report
from counterclaim.records.tagging import Stance
from worlds.invented import CLASH, DOLMEN, LOW_PROVINCE, STRIKE, claim, report

_TOWNS = ("Ashby", "Brindle", "Corvo", "Dunmere", "Estrid", "Farrow", "Gales", "Hollin")
_VOCABULARY = """river bridge dawn convoy market school tower orchard harbour smoke farmer road wire fence depot clinic
night valley engine window letter captain field train winter station garden stone copper lantern mill barge chapel"""
_WORDS = _VOCABULARY.split()
_FIRST = date(2031, 5, 1)


@dataclass
class World:
    """What is reported, and the truth behind it: the event of each claim, reprints, and the standing of "occurred"
    and "killed" by event.
    """

    reports: list[Report] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    event_of: dict[str, int] = field(default_factory=dict)
    reprints: dict[str, str] = field(default_factory=dict)
    occurred: dict[int, str] = field(default_factory=dict)
    killed: dict[int, str] = field(default_factory=dict)


def generate(seed: int, events: int) -> World:
    """A world of ``events`` events, each told in three to five reports."""
    random, world = Random(seed), World()
    for number in range(events):
        _tell(world, number, random)
    order = list(range(len(world.claims)))
    random.shuffle(order)
    world.claims = [world.claims[n] for n in order]
    return world


def _tell(world: World, number: int, random: Random) -> None:
    town = _TOWNS[number % len(_TOWNS)]
    step = number % len(_TOWNS)
    place = replace(DOLMEN, name=town, lat=50.0 + step, lon=20.0 + step, geonameid=100 + step)
    # Two events of one town lie at least three days apart.
    day = _FIRST + timedelta(days=3 * (number // len(_TOWNS)))
    event = random.choice((CLASH, STRIKE))
    concedes, dead = random.random() < 0.5, random.randint(2, 30)
    exaggerates = random.random() < 0.5
    attacker = _paper(world, f"e{number}-brigade", day, random)
    _say(world, number, attacker, "Free Karsk Brigade", "occurred", place, day, event)
    claimed = dead * 3 if exaggerates else dead
    _say(world, number, attacker, "Free Karsk Brigade", f"killed: {claimed}", place, day, event)
    defender = _paper(world, f"e{number}-army", day + timedelta(days=1), random)
    stance = Stance.CONFIRMS if concedes else Stance.DENIES
    _say(world, number, defender, "Low Province governor", "occurred", LOW_PROVINCE, day, event, stance, place)
    if concedes:
        _say(world, number, defender, "Low Province governor", f"killed: {dead}", place, day, event)
    world.occurred[number] = "conceded" if concedes else "contested"
    world.killed[number] = "single side" if not concedes else "contested" if exaggerates else "conceded"
    for copy in range(random.randint(1, 3)):
        _reprint(world, number, attacker, copy, random)


def _paper(world: World, name: str, day: date, random: Random) -> Report:
    text = " ".join(random.choice(_WORDS) + str(random.randint(2, 9)) * (random.random() < 0.1) for _ in range(220))
    made = report(name, text, day.isoformat(), publisher=f"{name} post")
    world.reports.append(made)
    return made


def _say(
    world: World,
    number: int,
    told_in: Report,
    source: str,
    said: str,
    place: Place,
    day: date,
    event: EventType,
    stance: Stance = Stance.ASSERTS,
    beside: Place | None = None,
) -> None:
    """One claim; where it names a wider place, the report's own words name the town beside it."""
    at = 20 * sum(c.report_id == told_in.id for c in world.claims)
    if beside is not None:
        told = claim(told_in.id, "narrator", "occurred", beside, day.isoformat(), event, at=at)
        world.claims.append(told)
        world.event_of[told.id] = number
        at += 20
    place = place if place.precision is not Precision.REGION else replace(place, country="XV")
    told = claim(told_in.id, source, said, place, day.isoformat(), event, stance=stance, at=at)
    world.claims.append(told)
    world.event_of[told.id] = number


def _reprint(world: World, number: int, original: Report, copy: int, random: Random) -> None:
    words = original.text.split()
    start = random.randint(0, len(words) // 2)
    kept = words[start : start + len(words) // 2] if copy % 2 else [w if random.random() > 0.02 else "7" for w in words]
    made = report(f"{original.id}-copy{copy}", " ".join(kept), "2031-12-01", publisher=f"regional paper {copy}")
    made = replace(made, published=(date.fromisoformat(original.published or "") + timedelta(days=1)).isoformat())
    world.reports.append(made)
    world.reprints[made.id] = original.id
    for told in [c for c in world.claims if c.report_id == original.id]:
        again = replace(told, id=f"{told.id}-copy{copy}", report_id=made.id)
        world.claims.append(again)
        world.event_of[again.id] = number
