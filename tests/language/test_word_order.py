"""Who speaks where word order, footage, colons and semicolons hide it."""

import pytest

from counterclaim.records.tagging import Stance
from tagged import shown, tag


@pytest.mark.parametrize(
    ("language", "text", "source", "content"),
    [
        ("en", "In footage posted by the brigade, two mills burn.", "the brigade", "two mills burn"),
        ("fr", "Sur une vidéo que le canal Mil a publiée, un pont brûle.", "le canal Mil", "un pont brûle"),
        (
            "de",
            "Auf Bildern, die der Kanal Mil verbreitete, sind zwei Brände zu sehen.",
            "der Kanal Mil",
            "sind zwei Brände zu sehen",
        ),
        ("ru", "На снимках, которые показал канал «Мель», — воронка.", "канал «Мель»", "воронка"),
        ("uk", "Дві клуні горять на відео, яке виклала бригада.", "бригада", "Дві клуні горять"),
    ],
)
def test_footage(language: str, text: str, source: str, content: str) -> None:
    (found,) = tag(language, text)
    assert (shown(text, found.source), shown(text, found.content)) == (source, content)


@pytest.mark.parametrize(
    ("language", "text", "source", "content"),
    [
        ("ru", "Взрыв взяла на себя группа «Мель».", "группа «Мель", "Взрыв"),
        ("uk", "Пожежу на млині підтвердив комендант.", "комендант", "Пожежу на млині"),
        ("ru", "Мост цел, рассказал журналистам начальник порта.", "начальник порта", "Мост цел"),
        ("uk", "Міст цілий, поділився з газетою співрозмовник у поліції.", "співрозмовник у поліції", "Міст цілий"),
        ("ru", "Мост, уверяет комендант, взорван двумя ракетами.", "комендант", "Мост … взорван двумя ракетами"),
        (
            "de",
            "Zwei Brände, wie der Bürgermeister, Jan Lem, auf X schrieb.",
            "der Bürgermeister, Jan Lem",
            "Zwei Brände",
        ),
        ("de", "Von neun Toten sprach in Karsk Armeesprecher Jan Lem.", "Armeesprecher Jan Lem", "Von neun Toten"),
        ("de", "Mehrere Boote will die Marine versenkt haben.", "die Marine", "Mehrere Boote … versenkt"),
        ("de", "Die Mühle ist der Verwaltung zufolge zerstört.", "der Verwaltung", "Die Mühle ist … zerstört"),
        ("en", "Troops advanced as Karsk insisted that it had won.", "Karsk", "that it had won"),
        ("en", "For the army council, the militia bears the guilt.", "the army council", "the militia bears the guilt"),
        ("fr", "Selon le maire, cité par la radio, le moulin brûle.", "le maire", "le moulin brûle"),
        ("ru", "Комендант: двое раненых на мельнице.", None, None),
        ("ru", "Губернатор: двое раненых на мельнице.", "Губернатор", "двое раненых на мельнице"),
        ("uk", "Двоє поранених на млині — ОВА.", "ОВА", "Двоє поранених на млині"),
    ],
)
def test_order(language: str, text: str, source: str | None, content: str | None) -> None:
    found = tag(language, text)
    assert [(shown(text, a.source), shown(text, a.content)) for a in found] == ([(source, content)] if source else [])


@pytest.mark.parametrize(
    ("language", "text", "denied", "said"),
    [
        ("en", "The army denied taking the mill: its men had passed it.", "taking the mill", "its men had passed it"),
        (
            "fr",
            "L'armée dément avoir pris le moulin : elle l'aurait évité.",
            "avoir pris le moulin",
            "elle l'aurait évité",
        ),
        ("de", "Karsk dementierte die Flucht; die Lage sei ruhig.", "die Flucht", "die Lage sei ruhig"),
        ("ru", "Штаб отрицает потерю моста: мост держат.", "потерю моста", "мост держат"),
        ("uk", "Штаб заперечує втрату мосту; міст, мовляв, тримають.", "втрату мосту", "міст, мовляв, тримають"),
    ],
)
def test_own_words_behind_a_denial(language: str, text: str, denied: str, said: str) -> None:
    first, second = tag(language, text)
    assert (shown(text, first.content), first.stance) == (denied, Stance.DENIES)
    assert (shown(text, second.content), second.stance, second.carried_from) == (said, Stance.ASSERTS, 0)


def test_goes_on_behind_a_semicolon() -> None:
    text = "Two died, the mayor said; three were missing."
    first, second = tag("en", text)
    assert (shown(text, second.content), second.carried_from) == ("three were missing", 0)
    assert first.source


def test_a_bulletin_goes_on_to_its_cheer() -> None:
    text = "Штаб інформує: тихо.\nНаші воїни взяли млин. Двоє поранені.\nСлава!\nМлин старий."
    assert [a.carried_from for a in tag("uk", text)] == [None, 0, 0]


@pytest.mark.parametrize(
    ("language", "text", "content"),
    [
        ("en", "Whether the clip is genuine, we could not establish.", "Whether the clip is genuine"),
        ("en", "There is no way of checking the toll.", "the toll"),
        ("fr", "Rien ne permet de confirmer ce bilan.", "ce bilan"),
        ("de", "Ob die Bilder echt sind, konnten wir nicht klären.", "Ob die Bilder echt sind"),
        ("ru", "Подлинный ли это ролик, мы не установили.", "Подлинный ли это ролик"),
        ("uk", "Чи справжнє це відео, ми не встановили.", "Чи справжнє це відео"),
    ],
)
def test_we_cannot_verify(language: str, text: str, content: str) -> None:
    (found,) = tag(language, text)
    assert (shown(text, found.content), found.stance, found.source) == (content, Stance.CANNOT_VERIFY, ())
