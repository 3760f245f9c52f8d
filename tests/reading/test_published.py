import pytest

from counterclaim.reading.published import in_address, in_stamp, in_text, without_statements

BODY = "\n\nThe governor said that nobody was hurt when a drone fell on a field near Dolmen on Monday evening.\n"


@pytest.mark.parametrize(
    ("language", "head", "day"),
    [
        ("en", " date 2031-03-12 In Dolmen a drone hit a depot, the governor said.", "2031-03-12"),
        ("en", "Published March 12, 2031 09:15", "2031-03-12"),
        ("en", "Governor denies attack\nBy Ann Rowe | 12 March 2031 | 10:05", "2031-03-12"),
        ("en", "By Ann Rowe, March 12, 2031", "2031-03-12"),
        ("en", "DOLMEN, March 12, 2031 (Vesta) — A drone hit a depot.", "2031-03-12"),
        ("en", "Wednesday, 12th March 2031", "2031-03-12"),
        ("en", "25/03/2031 08:00", "2031-03-25"),
        ("de", "Krieg in Vesland Lager getroffen Stand: 29.07.2031 13:12 Uhr", "2031-07-29"),
        ("de", "date 2031-07 Lager getroffen Stand: 29.07.2031 13:12 Uhr", "2031-07-29"),
        ("de", "Veröffentlicht am Mittwoch, 5. März 2031", "2031-03-05"),
        ("ru", "12 марта 2031, 10:05", "2031-03-12"),
        ("ru", "12.03.2031 10:05 Взрыв на складе", "2031-03-12"),
        ("ru", "Опубликовано: 1 мая 2031 года в 10:05 (мск)", "2031-05-01"),
        ("uk", "12 березня 2031", "2031-03-12"),
        ("uk", "Дата публікації: 12.03.2031", "2031-03-12"),
        ("fr", "Publié le 12 mars 2031 à 18h05 - Mis à jour le 13 mars 2031 à 07h30", "2031-03-12"),
        ("fr", "Par Luc Ferrand, le 1er avril 2031", "2031-04-01"),
        ("fr", "Mis à jour le 05/04/2031 à 07h30", "2031-04-05"),
    ],
)
def test_a_stated_day_is_found_at_the_head(language: str, head: str, day: str) -> None:
    assert in_text(head + BODY, language) == day


@pytest.mark.parametrize(
    "head",
    [
        "date 2031-07 A depot was hit.",
        "On March 12, 2031 a drone hit a depot.",
        "On 12 March 2031 at 10:05 a drone hit a depot.",
        "A study published on 12 March 2031 says otherwise.",
        "Spokesman Jan Lorde on January 24, 2031 in Port Issel © POOL – Mara QUILL",
        "The date 2031-03-12 was set for the vote.",
        "03/04/2031 08:00",
        "31.02.2031 10:00",
        "Version 2031-03-12-beta of the file",
    ],
)
def test_a_day_of_something_else_is_not_taken(head: str) -> None:
    assert in_text(head + BODY, "en") is None


def test_the_foot_counts_where_the_head_is_silent() -> None:
    assert in_text(BODY * 20 + "\nStand: 05.03.2031 10:00 Uhr", "de") == "2031-03-05"
    assert in_text("12.03.2031" + BODY * 20 + "\n05.03.2030", "de") == "2031-03-12"
    assert in_text(BODY + "The talks of 12 March 2031 failed." + BODY * 20, "en") is None


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://news.example/2031/03/12/depot", "2031-03-12"),
        ("https://news.example/depot-20310312.html", "2031-03-12"),
        ("reports/2031-03-12_depot.txt", "2031-03-12"),
        ("2031-03-12/depot.txt", None),
        ("https://news.example/a?day=2031-03-12", None),
        ("https://news.example/id/203113991", None),
        ("https://news.example/2031/13/40/depot", None),
    ],
)
def test_day_in_an_address(address: str, day: str | None) -> None:
    assert in_address(address) == day


def test_a_stamp_keeps_its_writers_day() -> None:
    assert in_stamp("2031-03-12T23:59:00+02:00") == "2031-03-12"
    assert in_stamp("20310312") == "2031-03-12"
    assert in_stamp("Wed, 12 Mar 2031 10:00:00 GMT") == "2031-03-12"
    assert in_stamp("2031-02-30") is None
    assert in_stamp("yesterday") is None


def test_a_title_loses_its_dates() -> None:
    assert without_statements("date 2031-07 Lager getroffen Stand: 29.07.2031 13:12 Uhr", "de") == "Lager getroffen"
    assert without_statements("Talks on 12 March 2031 failed", "en") == "Talks on 12 March 2031 failed"


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("fr", "Vesport, 12 mars 2031 (Agence Vesta) - Des tirs ont repris.", "2031-03-12"),
        ("ru", "Сводка за сутки (12 марта 2031 г.)\n\nВ районе Дольмена спокойно.", "2031-03-12"),
        ("uk", "ЗВЕДЕННЯ\nСтаном на 18:00, 12 березня 2031 року\n\nПротягом доби тихо.", "2031-03-12"),
        ("en", "A year after 24 February 2031\n\nThe war goes on.", None),
        ("en", "In Dolmen, 12 March 2031 was a quiet day, he said.", None),
    ],
)
def test_datelines_and_headings_of_bulletins(language: str, text: str, day: str | None) -> None:
    assert in_text(text, language) == day
