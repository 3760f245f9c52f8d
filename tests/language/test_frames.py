"""Frames beyond a subject with its verb of saying: who says what, with which stance."""

import pytest

from counterclaim.records.tagging import Stance
from tagged import shown, tag


@pytest.mark.parametrize(
    ("language", "text", "source", "content"),
    [
        ("en", "The militia claims to have taken the mill.", "The militia", "to have taken the mill"),
        ("en", "Two barns burned, governor Ana Lem reports on Telegram.", "governor Ana Lem", "Two barns burned"),
        (
            "de",
            "Die Mühle ist nach Angaben ihrer Besitzer am Montag beschossen worden.",
            "ihrer Besitzer",
            "Die Mühle ist … am Montag beschossen worden",
        ),
        (
            "de",
            "Rebellen beschossen laut dem Bürgermeister die Hafenstadt mit Granaten.",
            "dem Bürgermeister",
            "Rebellen beschossen … die Hafenstadt mit Granaten",
        ),
        (
            "de",
            "Die Armee hat nach eigenen Angaben zwei Dörfer erobert.",
            "Die Armee",
            "Die Armee hat … zwei Dörfer erobert",
        ),
        ("fr", "Le port est fermé, a-t-on appris de source militaire.", "source militaire", "Le port est fermé"),
        (
            "uk",
            "За ніч збито 40 дронів, звітують прикордонники: 30 над морем.",
            "прикордонники",
            "За ніч збито 40 дронів … 30 над морем",
        ),
        ("ru", "Армия отчитывалась о взятии мельницы.", "Армия", "о взятии мельницы"),
    ],
)
def test_says(language: str, text: str, source: str, content: str) -> None:
    (found,) = tag(language, text)
    assert (shown(text, found.source), shown(text, found.content)) == (source, content)
    assert found.stance is Stance.ASSERTS


@pytest.mark.parametrize(
    ("language", "text", "source", "content"),
    [
        ("en", "The army called the reports of a rout fake.", "The army", "the reports of a rout"),
        (
            "de",
            "Die Armee bezeichnete den Bericht über die Flucht als Lüge.",
            "Die Armee",
            "den Bericht über die Flucht",
        ),
        ("fr", "L'armée a qualifié de fausses les rumeurs de fuite.", "L'armée", "les rumeurs de fuite"),
        ("ru", "Слухи о бегстве мэр назвал «выдумкой».", "мэр", "Слухи о бегстве"),
        ("uk", "Чутки про втечу мер назвав «вигадкою».", "мер", "Чутки про втечу"),
        ("ru", "В штабе сообщение о потере моста опровергли.", "В штабе", "сообщение о потере моста"),
        ("uk", "Міноборони звинувачення відкинуло.", "Міноборони", "звинувачення"),
    ],
)
def test_denies(language: str, text: str, source: str, content: str) -> None:
    (found,) = tag(language, text)
    assert (shown(text, found.source), shown(text, found.content)) == (source, content)
    assert found.stance is Stance.DENIES


@pytest.mark.parametrize(
    ("language", "text", "content"),
    [
        ("en", "It was not possible to independently verify the count of the dead.", "the count of the dead"),
        ("en", "Neither version could be independently checked.", "Neither version"),
        ("en", "The army neither confirmed nor denied the raid.", "the raid"),
        ("de", "Die Armee wollte den Angriff weder bestätigen noch dementieren.", "den Angriff"),
        (
            "de",
            "Wer geschossen hatte, konnte die Mission nach eigenen Worten nicht feststellen.",
            "Wer geschossen hatte",
        ),
        ("de", "Keine der beiden Fassungen ließ sich überprüfen.", "Keine der beiden Fassungen"),
        ("fr", "L'armée n'a ni confirmé ni démenti le raid.", "le raid"),
        ("fr", "Il n'a pas été possible de vérifier ce bilan.", "ce bilan"),
        ("ru", "Проверить сведения ни одной из сторон невозможно.", "сведения ни одной из сторон"),
        ("ru", "Штаб не подтвердил и не опроверг отход.", "отход"),
        ("uk", "Штаб не підтвердив і не спростував відхід.", "відхід"),
    ],
)
def test_cannot_verify(language: str, text: str, content: str) -> None:
    (found,) = tag(language, text)
    assert (shown(text, found.content), found.stance) == (content, Stance.CANNOT_VERIFY)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The army denied it: “The mill has not fallen.”"),
        ("de", "Die Armee widersprach: Die Mühle sei nicht gefallen."),
        ("fr", "L'armée conteste : « Le moulin n'est pas tombé »."),
        ("ru", "Армия опровергла: «Мельница не взята нами»."),
    ],
)
def test_a_denier_asserts_what_he_answers(language: str, text: str) -> None:
    (found,) = tag(language, text)
    assert found.stance is Stance.ASSERTS


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Das seien Lügen, sagte ein Sprecher. Vielmehr täusche die Gegenseite solche Angriffe vor."),
        ("ru", "По словам мэра, раненых нет. Также повреждены два дома."),
        ("uk", "За словами мера, поранених немає. Крім того, пошкоджено два будинки."),
        ("de", "Zwei Menschen starben, wie der Gouverneur mitteilte. 43 weitere seien verletzt."),
    ],
)
def test_goes_on_without_a_cue(language: str, text: str) -> None:
    first, second = tag(language, text)
    assert (second.cue, second.carried_from, second.confidence) == ((), 0, 0.5)
    assert first.carried_from is None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der Sprecher sagte, die Mühle sei verloren. Auch russische Truppen griffen an."),
        ("ru", "По словам мэра, раненых нет. Бои идут третий день."),
        ("en", "The strike raised the death toll to nine."),
        ("fr", "Cette frappe porte à dix le nombre de morts."),
    ],
)
def test_nobody_is_made_to_say_more(language: str, text: str) -> None:
    assert len(tag(language, text)) <= text.count(".") - 1


def test_about_this_means_the_paragraph() -> None:
    text = "Мэр сообщил о взрыве. Сгорел склад. Ранены двое. Об этом сообщил губернатор."
    found = tag("ru", text)[-1]
    assert shown(text, found.content) == "Сгорел склад. … Ранены двое."


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        ("en", "Footage verified by the channel showed a burning mill.", "Footage verified by the channel"),
        ("en", "A mill burned, according to the coast guard on Monday.", "the coast guard"),
        ("fr", "Un moulin a brûlé, selon l'armée lundi matin.", "l'armée"),
        ("ru", "Пожар подтверждён мэром города.", "мэром города"),
        ("uk", "Пожежу підтверджено мером міста.", "мером міста"),
        ("ru", "Пресс-секретарь президента Пётр Лем заявил, что потерь нет.", "Пресс-секретарь президента Пётр Лем"),
    ],
)
def test_where_a_source_ends(language: str, text: str, source: str) -> None:
    assert [shown(text, a.source) for a in tag(language, text)] == [source]


def test_a_name_in_the_same_marks_ends_no_quotation() -> None:
    text = "«Мы сбили «Ворона» над морем, потерь нет», — заявил командир."
    (found,) = tag("ru", text)
    assert shown(text, found.content) == "«Мы сбили «Ворона» над морем, потерь нет»"
