import pytest

from counterclaim.reading.identify import language


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "BREAKING: Explosions heard in Dolmen, air raid alert on."),
        ("en", "The ministry (Міністерство оборони) said three drones had been shot down near the port."),
        ("uk", "Вибухи в Одесі. Тривога."),
        ("uk", "Губернатор заявив: «Были атакованы объекты». Військові цього не коментували, їхні джерела мовчать."),
        ("ru", "Над областью сбиты 4 БПЛА."),
        ("ru", "На окраине села упал дрон, пострадавших нет"),
        ("ru", "Президент заявил об ударе по городу, пишет издание «Нова українська газета»."),
        ("fr", "Explosion signalée près de la raffinerie ce matin"),
        ("de", "Drohnenangriff auf Dolmen: zwei Verletzte"),
        ("pl", "Eksplozje w stolicy, alarm w całym kraju"),
        ("es", "Explosiones en la capital, alarma en todo el país"),
        ("ar", "قصف على مستشفى في العاصمة أدى إلى مقتل 12"),
        ("he", "שתי נפילות בשטח פתוח, אין נפגעים"),
        ("be", "У Мінску чуваць былі выбухі, паведамілі жыхары горада"),
        ("bg", "Експлозии в столицата, въздушна тревога в цялата страна"),
        ("sr", "Експлозије у граду, ваздушна узбуна у целој земљи"),
        (None, "12:30"),
        (None, "AFP"),
        (None, "https://news.example/a/long/address @channel #tag"),
    ],
)
def test_language_of_short_posts(code: str | None, text: str) -> None:
    assert language(text) == code
