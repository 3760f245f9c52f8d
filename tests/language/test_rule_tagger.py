"""The general rules, each with sentences of its own; the lexicons have theirs in test_cues."""

import time

import pytest

from counterclaim.language.rule_tagger import RuleTagger
from counterclaim.records.report import Report
from counterclaim.records.tagging import Attribution, Stance
from tagged import shown


def tag(text: str, language: str = "en") -> tuple[Attribution, ...]:
    return RuleTagger().tag(Report("r", text, "-", language=language)).attributions


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "The mayor, Ana Lem, confirmed the raid and reported two deaths, however she denied any rout.",
            [("The mayor, Ana Lem", "the raid"), ("The mayor, Ana Lem", "two deaths"), ("she", "rout")],
        ),
        (
            "en",
            "The harbour burned all night, the fire service said, adding that nobody was hurt.",
            [("the fire service", "The harbour burned all night"), ("the fire service", "that nobody was hurt")],
        ),
        (
            "uk",
            "У штабі повідомили, що атаку відбито, проте місцева влада цього не підтвердила.",
            [("У штабі", "що атаку відбито"), ("місцева влада", "що атаку відбито")],
        ),
        (
            "ru",
            "Склад сгорел, сообщил мэр Пётр Лем, и добавил, что пострадавших нет.",
            [("мэр Пётр Лем", "Склад сгорел"), ("мэр Пётр Лем", "что пострадавших нет")],
        ),
        (
            "fr",
            "La maire de Lem, Anne Roux, a confirmé le raid et a fait état de deux morts.",
            [("La maire de Lem, Anne Roux", "le raid"), ("La maire de Lem, Anne Roux", "deux morts")],
        ),
        (
            "de",
            "Der Bürgermeister bestätigte den Angriff und meldete zwei Verletzte.",
            [("Der Bürgermeister", "den Angriff"), ("Der Bürgermeister", "zwei Verletzte")],
        ),
    ],
)
def test_several_cues_in_a_sentence(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(shown(text, a.source), shown(text, a.content)) for a in tag(text, language)] == expected


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        ("en", "The agency Vesta, citing rescue services, writes that the depot burned.", "rescue services"),
        ("en", "Vesta quoted the coast guard as saying that the ship had sunk.", "the coast guard"),
        ("uk", "Агенція «Веста» з посиланням на рятувальників пише, що склад згорів.", "рятувальників"),
        ("ru", "Склад сгорел. Об этом пишет «Веста», ссылаясь на спасателей.", "спасателей"),
        ("fr", "L'agence Vesta, citant les secours, écrit que le dépôt a brûlé.", "les secours"),
        ("de", "Wie die Agentur Vesta unter Berufung auf die Feuerwehr meldete, brannte das Depot.", "die Feuerwehr"),
    ],
)
def test_what_is_passed_on_stands_in_the_one_who_passes_it_on(language: str, text: str, source: str) -> None:
    found = tag(text, language)
    inner = next(a for a in found if shown(text, a.source) == source)
    assert inner.parent is not None
    assert found[inner.parent].content == inner.content
    assert "est" in shown(text, found[inner.parent].source) or "ест" in shown(text, found[inner.parent].source)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Karsk governor said the bridge was open. He denied that shots were fired."),
        ("en", "A market was hit, according to the coast guard. A school burned too, according to the same source."),
        ("uk", "Губернатор заявив, що міст відкрито. Вона додала, що пострілів не було."),
        ("ru", "Губернатор заявил, что мост открыт. По его словам, выстрелов не было."),
        ("uk", "Губернатор заявив, що міст відкрито. За його словами, пострілів не було."),
        ("fr", "Le gouverneur a déclaré que la route était libre. Selon lui, il n'y a pas eu de tirs."),
        ("fr", "Le gouverneur a déclaré que le pont était ouvert. Des civils seraient bloqués."),
        ("de", "Der Gouverneur sagte, die Brücke sei offen. Schüsse seien nicht gefallen."),
    ],
)
def test_the_source_goes_on(language: str, text: str) -> None:
    first, second = tag(text, language)
    assert first.carried_from is None
    assert second.carried_from == 0


def test_plain_sentences_do_not_go_on() -> None:
    assert len(tag("The army said the bridge was open. Shells fell on the town all day.")) == 1


def test_a_quotation_goes_on_in_the_same_attribution() -> None:
    text = "“We hold the town,” said the colonel. “Nobody has fled from here.”"
    (found,) = tag(text)
    assert shown(text, found.content) == "“We hold the town,” … “Nobody has fled from here.”"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The ministry did not confirm the loss of the port."),
        ("uk", "Міністерство не підтвердило втрату порту."),
        ("ru", "Министерство не подтвердило потерю порта."),
        ("fr", "Le ministère n'a pas confirmé la perte du port."),
    ],
)
def test_not_confirming_is_not_confirming(language: str, text: str) -> None:
    (found,) = tag(text, language)
    assert found.stance is Stance.CANNOT_VERIFY


def test_a_language_without_rules_gets_its_sentences() -> None:
    tagging = RuleTagger().tag(Report("r", "قال الحاكم. انتهى.", "-", language="ar"))
    assert len(tagging.sentences) == 2
    assert tagging.attributions == ()
    assert tagging.made_by.settings == "lang=ar"


@pytest.mark.parametrize("text", ["he said, " * 20_000, "“a, " * 40_000, "(said " * 30_000, "said.\n" * 20_000])
def test_hostile_text_takes_linear_time(text: str) -> None:
    start = time.perf_counter()
    tag(text)
    assert time.perf_counter() - start < 8


@pytest.mark.parametrize(
    ("language", "text", "source", "content"),
    [
        ("en", "The raid was confirmed by the mayor.", "the mayor", "The raid"),
        ("fr", "Le raid a été confirmé par le maire.", "le maire", "Le raid"),
        ("de", "Der Angriff wurde vom Bürgermeister bestätigt.", "Bürgermeister", "Der Angriff"),
        ("ru", "О взрыве сообщили очевидцы.", "очевидцы", "О взрыве"),
        ("uk", "Про вибух повідомили очевидці.", "очевидці", "Про вибух"),
    ],
)
def test_passives_and_fronted_objects(language: str, text: str, source: str, content: str) -> None:
    (found,) = tag(text, language)
    assert (shown(text, found.source), shown(text, found.content)) == (source, content)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The rebels said they held the port. The army denied it."),
        ("uk", "Повстанці заявили, що тримають порт, однак армія це спростовує."),
        ("ru", "Повстанцы заявили, что держат порт; армия это опровергла."),
        ("fr", "Les rebelles affirment tenir le port, ce que l'armée a démenti."),
        ("de", "Die Rebellen erklärten, sie hielten den Hafen. Die Armee wies dies zurück."),
    ],
)
def test_denying_it_denies_what_was_said(language: str, text: str) -> None:
    said, denied = tag(text, language)
    assert denied.stance is Stance.DENIES
    assert denied.content == said.content
    assert denied.source != said.source


@pytest.mark.parametrize(
    ("language", "text", "source", "content"),
    [
        ("uk", "За добу, за уточненими даними штабу, згоріло два млини.", "штабу", "За добу … згоріло два млини"),
        (
            "ru",
            "За сутки, по уточненным данным штаба, сгорело две мельницы.",
            "штаба",
            "За сутки … сгорело две мельницы",
        ),
        (
            "uk",
            "Двоє загинули в Карську, шестеро поранені, зазначили в поліції.",
            "в поліції",
            "Двоє загинули в Карську, шестеро поранені",
        ),
        ("ru", "О захвате моста объявило во вторник Минобороны Карска.", "Минобороны Карска", "О захвате моста"),
        ("ru", "Сообщение Карска о взятии моста штаб опровергает.", "штаб", "Сообщение Карска о взятии моста"),
        (
            "uk",
            "Повідомлення Карська про захоплення мосту штаб спростовує.",
            "штаб",
            "Повідомлення Карська про захоплення мосту",
        ),
        ("ru", "Из Лозова сообщили о сильном обстреле.", "Лозова", "о сильном обстреле"),
        ("uk", "Ближче до ночі в Лозовому повідомили про обстріл.", "в Лозовому", "про обстріл"),
        ("fr", "La préfecture dément, elle, la perte du pont.", "La préfecture", "la perte du pont"),
        (
            "de",
            "In Lozow brannten nach einem Bericht der Agentur Karsk zwei Mühlen.",
            "der Agentur Karsk",
            "In Lozow brannten … zwei Mühlen",
        ),
        (
            "en",
            "Two mills burned down, according to the mayor, Ana Lem.",
            "the mayor, Ana Lem",
            "Two mills burned down",
        ),
        (
            "en",
            "Two men died, the mayor said, when a shell hit the mill.",
            "the mayor",
            "Two men died … when a shell hit the mill",
        ),
        (
            "de",
            "In Lozow sind laut der Feuerwehr 40 Mühlen verbrannt.",
            "der Feuerwehr",
            "In Lozow sind … 40 Mühlen verbrannt",
        ),
    ],
)
def test_who_says_what(language: str, text: str, source: str, content: str) -> None:
    (found,) = tag(text, language)
    assert (shown(text, found.source), shown(text, found.content)) == (source, content)


@pytest.mark.parametrize(
    ("language", "text", "content"),
    [
        ("en", "A clip said to show the ruins has yet to be verified.", "A clip said to show the ruins"),
        ("ru", "Проверить рассказы жителей посёлка нам не удалось.", "рассказы жителей посёлка"),
        ("uk", "Перевірити розповіді мешканців селища поки неможливо.", "розповіді мешканців селища"),
        ("de", "Wer den Damm zerstört hat, lässt sich nicht klären.", "Wer den Damm zerstört hat"),
        ("de", "Bestätigen ließ sich bisher keine der Meldungen.", "der Meldungen"),
    ],
)
def test_nobody_could_verify_it(language: str, text: str, content: str) -> None:
    (found,) = tag(text, language)
    assert (found.stance, found.source, shown(text, found.content)) == (Stance.CANNOT_VERIFY, (), content)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Штаб повідомив про сорок сутичок. Противник двічі йшов на Карськ."),
        ("ru", "Штаб сообщил о сорока стычках. Противник дважды шёл на Карск."),
        ("de", "Der Rettungsdienst meldete zwei Tote. Neun Menschen wurden demnach verletzt."),
    ],
)
def test_a_bulletin_goes_on(language: str, text: str) -> None:
    first, second = tag(text, language)
    assert (second.carried_from, second.content[0].start) == (0, first.content[0].end + 2)


def test_a_newspaper_of_the_same_words_speaks_for_itself() -> None:
    assert len(tag("Мэр сообщил о сорока стычках. Противник дважды шёл на Карск.", "ru")) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", 'The rebels accused the army of burning the mill. "That is a lie," an army spokesman said.'),
        ("en", 'The rebels accused the army of burning the mill. "A lie," the army called that.'),
        ("uk", "Повстанці звинуватили армію в підпалі млина. «Це брехня», — сказав речник армії."),
        ("ru", "Повстанцы обвинили армию в поджоге мельницы. «Это ложь», — сказал представитель армии."),
        ("fr", "Les rebelles accusent l'armée d'avoir brûlé le moulin. « C'est un mensonge », a déclaré l'armée."),
        ("de", "Die Rebellen beschuldigten die Armee des Brandes. „Das ist eine Lüge“, sagte ein Sprecher."),
    ],
)
def test_calling_it_a_lie_denies_what_was_said(language: str, text: str) -> None:
    said, denied = tag(text, language)
    assert (denied.stance, denied.content) == (Stance.DENIES, said.content)
