import pytest

from counterclaim.records.claim import Assertion, Proposition
from counterclaim.records.event_type import EventType, PropositionKind
from counterclaim.records.place import Place, PlaceAnswer, Precision
from counterclaim.records.report import Report
from counterclaim.records.span import Span
from counterclaim.records.tagging import Distance, Sentence, Stance
from counterclaim.records.when import DateAnswer, TimeExpression, TimeKind
from counterclaim.resolving.when import event_dates, find_times
from counterclaim.resolving.when.zones import at_the_place, said_zone, zone_of


def place(country: str | None, lat: float | None, lon: float | None) -> Place:
    return Place("Dolmen", Precision.SETTLEMENT, country=country, lat=lat, lon=lon)


KYIV = place("UA", 50.45, 30.52)


def clock(value: str) -> tuple[DateAnswer, TimeExpression]:
    return DateAnswer(value[:10], 0, 20, None, ("told",)), TimeExpression(0, 20, TimeKind.TIME, value[:10], value)


def test_a_place_has_the_zone_of_the_nearest_town_of_its_country() -> None:
    assert zone_of(KYIV) == "Europe/Kyiv"
    assert zone_of(place("RU", 43.1, 131.9)) == "Asia/Vladivostok"
    assert zone_of(place("SD", None, None)) == "Africa/Khartoum"
    assert zone_of(place("RU", None, None)) is None
    assert zone_of(place(None, 50.0, 30.0)) is None


@pytest.mark.parametrize(
    ("language", "phrase", "zone"),
    [
        ("en", "23:30 GMT", "Etc/UTC"),
        ("en", "11 p.m. Moscow time", "Europe/Moscow"),
        ("uk", "о 23:30 за київським часом", "Europe/Kyiv"),
        ("ru", "в 23:30 по московскому времени", "Europe/Moscow"),
        ("fr", "à 23h30 heure de Paris", "Europe/Paris"),
        ("de", "um 23:30 Uhr MEZ", "Europe/Berlin"),
        ("en", "23:30 on Monday", None),
    ],
)
def test_zones_are_known_by_name(language: str, phrase: str, zone: str | None) -> None:
    assert said_zone(phrase, language) == zone


def test_the_day_is_that_of_the_place() -> None:
    answer, time = clock("2031-05-05T23:30")
    local = at_the_place(answer, time, "Etc/UTC", KYIV)
    assert local.edtf == "2031-05-06"
    assert local.reasons == ("told", "23:30 Etc/UTC is 2031-05-06 in Europe/Kyiv")


@pytest.mark.parametrize(
    ("value", "said", "where"),
    [
        ("2031-05-05T12:30", "Etc/UTC", KYIV),
        ("2031-05-05T23:30", None, KYIV),
        ("2031-05-05T23:30", "Etc/UTC", None),
        ("2031-05-05TNI", "Etc/UTC", KYIV),
        ("2031-05-05T24:00", "Etc/UTC", KYIV),
    ],
)
def test_otherwise_the_day_stays_as_told(value: str, said: str | None, where: Place | None) -> None:
    answer, time = clock(value)
    assert at_the_place(answer, time, said, where) is answer


@pytest.mark.parametrize(
    ("language", "text", "trigger"),
    [
        ("en", "At 23:30 GMT on Monday a drone hit the depot.", "hit"),
        ("en", "A drone hit the depot at 11:30 p.m. GMT on Monday.", "hit"),
        ("uk", "О 23:30 у понеділок за Гринвічем дрон влучив у склад.", "влучив"),
        ("ru", "В понедельник в 23:30 по Гринвичу дрон попал в склад.", "попал"),
        ("fr", "Lundi à 23h30 heure de Paris un drone a frappé le port.", "frappé"),
        ("de", "Am Montag um 23:30 Uhr MEZ traf eine Drohne das Lager.", "traf"),
    ],
)
def test_a_claim_is_dated_by_the_clocks_of_its_place(language: str, text: str, trigger: str) -> None:
    report = Report("r", text, "a", language=language, published="2031-05-07")
    sentence = Sentence(0, len(text), 0)
    at = text.index(trigger)
    assertion = Assertion(
        0,
        len(text),
        0,
        None,
        Stance.ASSERTS,
        Distance.NEUTRAL,
        EventType.AIR_STRIKE,
        Proposition(PropositionKind.OCCURRED),
        Span(at, at + len(trigger)),
    )
    (answer,) = event_dates(report, (sentence,), find_times(report, ()), (assertion,), (PlaceAnswer(KYIV),))
    assert answer.edtf == "2031-05-06"
