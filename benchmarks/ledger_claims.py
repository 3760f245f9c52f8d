"""Made-up reports with claims as records, as many as wanted: an invented war in the shape of real coded reports.

Four weeks are drawn from a seed: happenings, the reports that tell of them (some many times), their claims, reprints.
Further weeks are the same with other ids, days, and words, so that a ledger grows in time as one that is kept does.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from random import Random

from counterclaim.records.actor import MEDIA_SIDE, NARRATOR, Actor, Role, SourceAnswer
from counterclaim.records.claim import Claim, Proposition, Quantity
from counterclaim.records.coded import Coded
from counterclaim.records.event_type import EventType, PropositionKind
from counterclaim.records.identity import content_id
from counterclaim.records.made_by import MadeBy
from counterclaim.records.place import Place, PlaceAnswer, Precision
from counterclaim.records.report import Capture, Report
from counterclaim.records.span import Span
from counterclaim.records.tagging import Attribution, Distance, Sentence, Stance, Tagging
from counterclaim.records.when import DateAnswer

PERIOD_DAYS = 28
FIRST_DAY = date(2031, 1, 6)
HAPPENINGS_A_DAY = 60
REPORTS_A_DAY = 90
_WORD, _CLAUSE = 7, 12
_LETTERS = "bdfgklmnprstvz", "aeiou"
_VOCABULARY = 14 * 5 * 14 * 5 * 14 * 5
_PHRASE_WORDS = 400
_MADE_BY = (MadeBy("benchmark", "rules", "1"),)
_KINDS = {
    EventType.ARMED_CLASH: ("occurred", "repelled", "killed", "control", "breakthrough", "destroyed"),
    EventType.SHELLING: ("occurred", "killed", "injured", "damaged", "responsibility"),
    EventType.AIR_STRIKE: ("occurred", "injured", "damaged", "shot_down", "killed"),
    EventType.DISRUPTED: ("shot_down", "occurred"),
    EventType.ATTACK: ("occurred", "killed", "responsibility"),
    EventType.OTHER: ("occurred", "closure", "other"),
}
_COUNTED = frozenset({"killed", "injured", "destroyed", "damaged", "shot_down"})
_SIDES = ("VES", "KAR")


@dataclass(frozen=True, slots=True)
class _Happening:
    day: int
    place: Place
    event: EventType
    words: tuple[int, ...]
    count: int


def periods(seed: int = 1) -> Iterator[list[Coded]]:
    """Four weeks after four weeks, without end; about 23,000 claims each."""
    base = _drawn(Random(seed))
    number = 0
    while True:
        yield [_moved(each, words, number) for each, words in base]
        number += 1


def fresh(seed: int, number: int, count: int) -> list[Coded]:
    """``count`` reports more about the period ``number``, which the ledger does not have."""
    news, rng = _happenings(Random(1)), Random(seed)
    made = [_report(rng, news, rng.randrange(2, PERIOD_DAYS), 10**6 + seed * 1000 + n) for n in range(count)]
    return [_moved(each, words, number) for each, words in made]


def capture(coded: Coded) -> Capture:
    """The bytes that such a report could have come from."""
    return Capture(coded.report.address, coded.report.text.encode(), "text/plain", "utf-8")


@cache
def _places() -> tuple[list[Place], list[Place], Place]:
    rng = Random(7)
    regions = [
        Place(f"{_word(n * 977)} oblast", Precision.REGION, f"{_word(n * 977)} oblast", "XV", 48.0 + n % 4, 30.0 + n, n)
        for n in range(1, 13)
    ]
    towns = []
    for n in range(600):
        region = regions[int(rng.paretovariate(1.1)) % len(regions)]
        lat, lon = (region.lat or 0) + rng.uniform(-0.8, 0.8), (region.lon or 0) + rng.uniform(-0.5, 0.5)
        name = _word(5000 + n * 13).title()
        towns.append(
            Place(name, Precision.SETTLEMENT, region.admin1, "XV", round(lat, 4), round(lon, 4), 1000 + n, 2.0)
        )
    return towns, regions, Place("Vesland", Precision.COUNTRY, None, "XV", 50.0, 33.0, 999)


def _happenings(rng: Random) -> list[list[_Happening]]:
    towns, _, _ = _places()
    weights = list(accumulate(1 / (n + 3) for n in range(len(towns))))
    found = []
    for day in range(PERIOD_DAYS):
        today = []
        for _ in range(HAPPENINGS_A_DAY):
            (place,) = rng.choices(towns, cum_weights=weights)
            (event,) = rng.choices(list(_KINDS), weights=(30, 28, 18, 8, 6, 10))
            words = tuple(rng.randrange(_VOCABULARY) for _ in range(30))
            today.append(_Happening(day, place, event, words, rng.randrange(1, 12)))
        found.append(today)
    return found


def _drawn(rng: Random) -> list[tuple[Coded, tuple[int, ...]]]:
    news = _happenings(Random(1))
    found: list[tuple[Coded, tuple[int, ...]]] = []
    for day in range(PERIOD_DAYS):
        for _ in range(REPORTS_A_DAY):
            if found and rng.random() < 0.08:
                found.append(_reprint(rng, found[-rng.randrange(1, min(80, len(found)) + 1)], day, len(found)))
            else:
                found.append(_report(rng, news, day, len(found)))
    return found


def _report(rng: Random, news: Sequence[Sequence[_Happening]], day: int, number: int) -> tuple[Coded, tuple[int, ...]]:
    """A report of the day: one happening at length, some others in short, with background."""
    id = content_id("r", f"benchmark {number}")
    recent = [h for back in range(min(day, 2) + 1) for h in news[day - back]]
    # What few tell of and what all tell of: attention falls off as the rank.
    weights = [1 / (rank % HAPPENINGS_A_DAY + 2) / (1 + 3 * (rank // HAPPENINGS_A_DAY)) for rank in range(len(recent))]
    told = rng.choices(recent, weights=weights, k=rng.randrange(2, 5))
    words: list[int] = []
    claims: list[Claim] = []
    for n, happening in enumerate(told):
        for _ in range(rng.randrange(3, 7) if n == 0 else rng.randrange(1, 4)):
            start = len(words) * (_WORD + 1)
            words += rng.choices(happening.words, k=_CLAUSE // 2) + _phrase(rng, _CLAUSE // 2)
            end = len(words) * (_WORD + 1) - 1
            claims.append(_claim(rng, happening, id, start, end, len(claims)))
            words += _phrase(rng, rng.randrange(6, 30))
    publisher = f"Paper {rng.randrange(120)}"
    agency = rng.choice((None, None, None, "XNA", "VTA"))
    report = Report(
        id,
        "",
        f"https://example.org/{id}",
        rng.choice(["en", "uk", "ru", "fr", "de"]),
        published=str(day),
        published_from="given",
        publisher=publisher,
        agency=agency,
        made_by=_MADE_BY,
    )
    return Coded(report, _tagging(id, claims), tuple(claims)), tuple(words)


def _reprint(rng: Random, of: tuple[Coded, tuple[int, ...]], day: int, number: int) -> tuple[Coded, tuple[int, ...]]:
    coded, words = of
    id = content_id("r", f"benchmark {number}")
    claims = tuple(replace(c, id=content_id("c", id, str(n)), report_id=id) for n, c in enumerate(coded.claims))
    published = str(max(day, int(coded.report.published or 0)))
    report = replace(
        coded.report,
        id=id,
        address=f"https://example.org/{id}",
        publisher=f"Paper {rng.randrange(120)}",
        published=published,
    )
    return Coded(report, _tagging(id, claims), claims), words


def _phrase(rng: Random, count: int) -> list[int]:
    """Words of which some stand in any report, the first of them most, and the rest in few."""
    drawn = (min(int(rng.paretovariate(0.3)), _VOCABULARY) for _ in range(count))
    return [n if n < _PHRASE_WORDS else rng.randrange(_PHRASE_WORDS, _VOCABULARY) for n in drawn]


def _tagging(id: str, claims: Sequence[Claim]) -> Tagging:
    sentences = tuple(Sentence(c.start, c.end, n) for n, c in enumerate(claims))
    told = tuple(
        Attribution(
            (Span(c.start, c.start + 7),), (Span(c.start + 8, c.start + 15),), (Span(c.start + 16, c.end),), "said"
        )
        for c in claims
        if c.source.name != NARRATOR
    )
    return Tagging(id, "en", sentences, told, _MADE_BY[0])


def _claim(rng: Random, of: _Happening, report_id: str, start: int, end: int, number: int) -> Claim:
    kind = rng.choice(_KINDS[of.event])
    side = rng.choice(_SIDES)
    narrator = rng.random() < 0.35
    name = NARRATOR if narrator else f"{side} {rng.choice(('army', 'ministry', 'governor', 'spokesman', 'brigade'))}"
    source = SourceAnswer(name, MEDIA_SIDE if narrator else side, None if narrator else name.casefold())
    count = max(1, of.count + rng.choice((0, 0, 0, 1, -1, 3))) if kind in _COUNTED else None
    value = str(count) if count else (side if kind == "control" else None)
    (stance,) = rng.choices((Stance.ASSERTS, Stance.DENIES, Stance.CONFIRMS), weights=(85, 8, 7))
    blamed = (Actor(side, side, Role.PERPETRATOR, start, start + 7),) if rng.random() < 0.3 else ()
    return Claim(
        content_id("c", report_id, str(number)),
        report_id,
        start,
        end,
        source,
        stance,
        Distance.NEUTRAL,
        of.event,
        Proposition(PropositionKind(kind), value),
        _where(rng, of, start),
        _when(rng, of, start),
        actors=blamed,
        quantities=(Quantity(kind, count, count, count, start, start + 7),) if count else (),
        confidence=0.8,
        made_by=_MADE_BY,
    )


def _where(rng: Random, of: _Happening, start: int) -> PlaceAnswer:
    _, regions, country = _places()
    draw = rng.random()
    if draw < 0.62:
        return PlaceAnswer(of.place, start, start + 7, reasons=("It is named beside the verb.",))
    if draw < 0.80:
        return PlaceAnswer(next(r for r in regions if r.admin1 == of.place.admin1), start, start + 7)
    return PlaceAnswer(country, start, start + 7) if draw < 0.9 else PlaceAnswer(None)


def _when(rng: Random, of: _Happening, start: int) -> DateAnswer:
    """Days of the period, as numbers that ``_moved`` makes dates of."""
    draw = rng.random()
    if draw < 0.08:
        return DateAnswer(None)
    if draw < 0.2 and of.day:
        return DateAnswer(f"{of.day - 1}/{of.day}", start, start + 7)
    if draw < 0.24 and of.day > 6:
        return DateAnswer(f"{of.day - 6}/{of.day}", start, start + 7)
    return DateAnswer(str(of.day), start, start + 7)


def _moved(coded: Coded, words: Sequence[int], number: int) -> Coded:
    """The report in the period ``number``: with its days, other ids, and other words of the same length."""
    first = FIRST_DAY + timedelta(PERIOD_DAYS * number)

    id = named(coded.report.id, number)
    text = " ".join(_word(w if w < _PHRASE_WORDS else w + number * 7919) for w in words)
    claims = tuple(
        replace(c, id=named(c.id, number), report_id=id, date=replace(c.date, edtf=_dated(c.date.edtf, first)))
        for c in coded.claims
    )
    report = replace(
        coded.report,
        id=id,
        text=text,
        published=_dated(coded.report.published, first),
        address=f"https://example.org/{id}",
    )
    return Coded(report, replace(coded.tagging, report_id=id), claims)


def named(id: str, number: int) -> str:
    """The id that a report or claim has in the period ``number``: ids sort alike in all periods."""
    return f"{id[0]}{number:04x}{id[5:]}"


def _dated(value: str | None, first: date) -> str | None:
    parts = value.split("/") if value else ()
    return "/".join((first + timedelta(int(n))).isoformat() for n in parts) or None


@cache
def _word(number: int) -> str:
    """A word of seven letters, another for each number of the vocabulary."""
    letters, left = "", number * 104_729 % _VOCABULARY
    for _ in range(3):
        left, consonant = divmod(left, 14)
        left, vowel = divmod(left, 5)
        letters += _LETTERS[0][consonant] + _LETTERS[1][vowel]
    return f"{letters}n"
