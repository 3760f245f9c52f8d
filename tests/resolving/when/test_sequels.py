"""Events told as what something else came after, and days that stay within their land."""

import pytest
from test_event_day import answers

from counterclaim.records.place import Place, PlaceAnswer, Precision


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("en", "It comes the day after remarks by an envoy, who said that they had been *stopped*.", "2031-05-06"),
        ("en", "Two died in Dolmen on Tuesday, a day after a missile *hit* the clinic.", "2031-05-05"),
        ("en", "The news came two days after gunmen *killed* four herders.", "2031-05-05"),
        ("en", "The ministry confirmed the raid three days after rebels *stormed* the base.", "2031-05-04"),
        ("fr", "L'annonce intervient au lendemain d'une attaque qui a *tué* quatre bergers.", "2031-05-06"),
        ("fr", "Deux civils sont morts mardi, deux jours après qu'un obus a *touché* la clinique.", "2031-05-04"),
        ("fr", "Cette annonce intervient un jour après que des hommes armés ont *tué* deux bergers.", "2031-05-06"),
        ("de", "Die Erklärung kam einen Tag nachdem eine Rakete die Klinik *getroffen* hatte.", "2031-05-06"),
        ("de", "Der Besuch folgt zwei Tage nach einer Attacke, bei der vier Hirten *starben*.", "2031-05-05"),
        ("de", "Die Meldung kam eine Woche nachdem Kämpfer den Posten *gestürmt* hatten.", "2031-04-30"),
        ("ru", "Заявление прозвучало через день после того, как ракета *попала* в школу.", "2031-05-06"),
        ("ru", "Встреча прошла на следующий день после того, как боевики *убили* пастухов.", "2031-05-06"),
        ("ru", "Визит состоялся спустя два дня после того, как снаряд *разрушил* мост.", "2031-05-05"),
        ("uk", "Заява пролунала наступного дня після того, як ракета *влучила* в школу.", "2031-05-06"),
        ("uk", "Візит відбувся через два дні після того, як снаряд *зруйнував* міст.", "2031-05-05"),
    ],
)  # fmt: skip
def test_what_came_before_is_counted_back(language: str, text: str, edtf: str) -> None:
    (day,) = answers(language, text)
    assert day.edtf == edtf


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A day after the raid on Dolmen, drones *struck* a depot."),
        ("en", "The army said a day after the raid that drones had *struck* a depot."),
        ("de", "Einen Tag nach dem Überfall *trafen* Drohnen ein Lager."),
        ("ru", "Через день после налёта дроны *ударили* по складу."),
    ],
)
def test_what_followed_is_news(language: str, text: str) -> None:
    (day,) = answers(language, text)
    assert day.edtf == "2031-05-07"


def test_a_day_is_not_carried_into_another_land() -> None:
    here, there = (PlaceAnswer(Place(n, Precision.COUNTRY, None, n, 50.0, 30.0)) for n in ("VL", "KR"))
    told = "Drones *struck* depots overnight.\nIts own army, the other side said, had *hit* back."
    assert [d.edtf for d in answers("en", told, places=(here, there))] == ["2031-05-06/2031-05-07", "2031-05-07"]
    assert [d.edtf for d in answers("en", told, places=(here, here))] == ["2031-05-06/2031-05-07"] * 2
