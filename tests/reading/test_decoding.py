import random

import pytest

from counterclaim.errors import InputError
from counterclaim.reading.decoding import decode

RU = "Губернатор сообщил утром, что беспилотники атаковали склад на окраине. По его словам, пострадавших нет."
UK = "Уночі військові обстріляли місто з артилерії, повідомив голова адміністрації. П'ятеро людей дістали поранення."
DE = "Der Bürgermeister bestätigte den Angriff; zwei Menschen seien verletzt worden, heißt es aus der Behörde."
FR = "Le maire a confirmé la frappe à l'aube, évoquant deux blessés légers et un dépôt détruit près de la forêt."
PL = "Gubernator oświadczył we wtorek, że drony zaatakowały skład paliw na obrzeżach miasta. Nikt nie został ranny."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(RU, "cp1251"), (RU, "koi8-r"), (RU, "cp866"), (UK, "cp1251"), (UK, "koi8-u"), (DE, "cp1252"), (FR, "cp1252"),
     (PL, "cp1250"), (PL, "iso8859-2")],
)  # fmt: skip
def test_an_unstated_code_page_is_told_by_what_it_reads(text: str, encoding: str) -> None:
    found = decode("x", text.encode(encoding))
    assert found.text == text
    assert found.known_from == "letters and their frequencies"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_believed_and_left_out(encoding: str) -> None:
    found = decode("x", RU.encode(encoding))
    assert (found.text, found.known_from) == (RU, "byte order mark")


def test_a_stated_charset_is_believed_before_any_other_sign() -> None:
    assert decode("x", RU.encode("koi8-r"), "KOI8-R").text == RU
    assert decode("x", "“déjà”".encode("cp1252"), "iso-8859-1").text == "“déjà”"
    page = b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">' + RU.encode("cp1251")
    assert decode("x", page, markup=True).known_from == "stated in the page"
    assert decode("x", b'<?xml version="1.0" encoding="iso-8859-15"?>\xa4', markup=True).text.endswith("€")


def test_a_false_statement_is_not_followed() -> None:
    assert decode("x", RU.encode(), "windows-1251").text == RU
    assert decode("x", RU.encode("cp1251"), "utf-8").encoding == "cp1251"
    assert decode("x", RU.encode(), "no-such-charset").text == RU
    assert decode("x", RU.encode(), "rot13").text == RU


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\xef\xbb\xbf\n", "empty"),
        (b"%PDF-1.7 ...", "not a text but PDF"),
        (b"PK\x03\x04....", "not a text but a ZIP archive or office document"),
        ("plain words".encode("utf-16-le"), "not a text (binary content)"),
        (b"\x01\x02\x03\x04 words", "not a text (binary content)"),
        (b"\xff\xfea", "not the utf-16-le that its byte order mark states"),
    ],
)
def test_what_is_no_text_is_refused(content: bytes, reason: str) -> None:
    with pytest.raises(InputError) as caught:
        decode("x", content)
    assert caught.value.reason == reason


def test_noise_and_scraps_are_refused_not_guessed() -> None:
    noise = random.Random(7)
    scraps = [bytes(noise.choices(range(128, 256), k=k)) for k in (3, 40, 4000)]
    for content in (*scraps, "café".encode("latin-1"), RU.encode()[:-1] + b"\xff"):
        with pytest.raises(InputError, match="encoding not recognised"):
            decode("x", content)
