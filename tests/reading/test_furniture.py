"""Little pages of our own in five languages: every piece is either furniture of one kind or reporting."""

import time
from itertools import pairwise

import pytest

from counterclaim.reading import furniture

Piece = tuple[str | None, str]

PAGES: dict[str, tuple[str, tuple[Piece, ...]]] = {
    "english wire copy": (
        "en",
        (
            (None, ""),
            ("share prompt", "Share on Facebook Twitter WhatsApp"),
            ("headline", "Drones set a fuel depot on fire in Vesland"),
            ("byline", "By Ann Marlow, Associated Press"),
            ("dateline", "PORT ISSEL, Vesland (AP) —"),
            (None, "Drones hit a fuel depot in the port of Issel on Monday, the regional governor said."),
            ("caption", "Firefighters work at the depot in Port Issel, May 5, 2031. AP Photo/Lev Stanko"),
            (None, "Nobody was hurt, he added."),
            ("subheading", "Blame on both sides"),
            (None, "The army of Karsk denied any part in the attack, calling the report a fabrication."),
            (None, "“We did not strike the port.”"),
            ("related link", "Read also: Vesland closes its schools near the border"),
            (None, "The claims could not be independently verified."),
            ("copyright", "© 2031 The Associated Press. All rights reserved."),
            ("newsletter", "Sign up for our newsletter and get the day's news every morning."),
        ),
    ),
    "english page with boxes": (
        "en",
        (
            ("menu", "Home | World | Conflicts | Vesland"),
            ("headline", "Karsk villagers flee as shelling nears"),
            ("dateline", "Published 5 May 2031, 14:32 GMT"),
            (
                None,
                "Residents of three villages left their homes on Sunday after shells landed nearby, officials said.",
            ),
            ("advertisement", "Advertisement"),
            (None, "At least 12 people were killed."),
            ("caption", "A burnt-out house in the village of Dolmen. Vesland Defence Ministry"),
            (
                None,
                "The Free Karsk Brigade said it had taken Dolmen, but Vesland's army said its troops held the village.",
            ),
            ("newsletter", "Support our independent journalism!"),
            (None, "Support for the evacuation came from two neighbouring provinces, the governor wrote on Telegram."),
            ("tags", "Tags: Karsk, Vesland, shelling"),
            ("comments", "12 comments"),
            ("author biography", "Mara Quill"),
            (
                "author biography",
                "Mara Quill is a correspondent who covers Karsk and has been based in Port Issel since 2027.",
            ),
        ),
    ),
    "headline repeated above credits": (
        "en",
        (
            ("headline", "Rebels say they hold the border village of Dolmen"),
            (None, "Rebels said on Tuesday that they had crossed the border and held the village of Dolmen."),
            (
                "caption",
                "Rebels say they hold the border village of Dolmen\n\nA spokesman, May 1, 2031 © POOL – Ilya BRAND",
            ),
            (None, "The army said the attack had been repelled."),
            ("subheading", "– Forty kilometres from the front –"),
            (None, "Two depots burned during the night."),
            ("copyright", "All rights of reproduction and representation reserved. © (2031) Agence France-Presse"),
        ),
    ),
    "ukrainian agency": (
        "uk",
        (
            ("headline", "Дрони атакували порт Іссел, є постраждалі"),
            ("dateline", "5 травня 2031, 14:32"),
            ("dateline", "Іссел. 5 травня. УНІАН."),
            (None, "Уночі безпілотники атакували порт Іссел, повідомила обласна адміністрація."),
            ("caption", "Фото: ДСНС"),
            (None, "Двоє людей дістали поранення, зазначив голова області."),
            ("related link", "Читайте також: У Долмені зачинили школи"),
            (None, "За його словами, пожежу ліквідували до ранку."),
            ("newsletter", "Підписуйтесь на наш Telegram-канал, щоб першими дізнаватися новини"),
            ("contact", "Знайшли помилку? Виділіть її та натисніть Ctrl+Enter"),
            ("tags", "Теги: війна, порт, дрони"),
        ),
    ),
    "ukrainian site": (
        "uk",
        (
            (None, ""),
            ("headline", "Генштаб: ворог тричі штурмував Долмен"),
            (None, "За добу біля Долмена відбулося три боєзіткнення, ідеться у зведенні Генерального штабу."),
            ("caption", "Наслідки обстрілу Долмена. Фото з відкритих джерел"),
            (None, "Втрати сторін не уточнюються."),
            ("subheading", "Що кажуть у Карську"),
            (None, "У Карську заявили, що Долмен узято, однак підтверджень цьому немає."),
            ("share prompt", "Поділитися"),
            ("copyright", "Передрук матеріалів дозволено лише з посиланням на видання."),
        ),
    ),
    "russian agency": (
        "ru",
        (
            ("headline", "Минобороны сообщило об уничтожении девяти беспилотников"),
            ("dateline", "ИССЕЛ, 5 мая. /ТАСС/."),
            (None, "Силы ПВО уничтожили девять беспилотников над Карской областью, сообщили в Минобороны."),
            (None, "По данным ведомства, атака была отражена."),
            ("caption", "© Лев Станко/ТАСС"),
            (None, "Пострадавших нет, написал губернатор в телеграм-канале."),
            ("newsletter", "Подписывайтесь на наш канал в Telegram"),
            ("related link", "Читайте также"),
            ("related link", "В Долмене отменили занятия в школах"),
            ("copyright", "При использовании материалов ссылка на агентство обязательна."),
        ),
    ),
    "russian site with lines": (
        "ru",
        (
            ("caption", "Фото: пожар на нефтебазе в Исселе (соцсети) Автор: редакция"),
            (None, "Утром 5 мая беспилотник ударил по нефтебазе в Исселе."),
            (None, "Об этом пишет «Веста» со ссылкой на губернатора."),
            (None, "Фото пожара опубликовал губернатор, он же сообщил о двух раненых."),
            ("related link", "Смотрите также: Как прошла ночь в Долмене"),
            (None, "Позже мэр заявил, что огонь потуш"),
        ),
    ),
    "french wire copy": (
        "fr",
        (
            ("headline", "Vesland : un dépôt de carburant en feu après une attaque de drones"),
            ("dateline", "Publié le 5 mai 2031 à 14h32"),
            ("dateline", "Port Issel, 5 mai 2031 (AFP) –"),
            (None, "Des drones ont frappé lundi un dépôt de carburant à Port Issel, a annoncé le gouverneur."),
            ("caption", "Des pompiers devant le dépôt de Port Issel, le 5 mai 2031 © AFP - Lev STANKO"),
            (None, "Le Karsk a démenti toute implication : « Nous n'avons pas visé ce port. »"),
            ("subheading", "Écoles fermées"),
            (None, "La région a ordonné la fermeture des écoles, selon la même source."),
            ("related link", "Lire aussi : A Dolmen, la peur des obus"),
            (None, "Ce bilan n'a pas pu être vérifié de source indépendante."),
            ("newsletter", "Abonnez-vous à notre newsletter quotidienne"),
            ("copyright", "Tous droits de reproduction et de représentation réservés."),
        ),
    ),
    "french site": (
        "fr",
        (
            ("headline", "Guerre au Vesland"),
            ("headline", "Le Karsk revendique la prise de Dolmen, l'armée dément"),
            ("byline", "Par Luce Ferrand avec AFP"),
            (None, "La Brigade du Karsk affirme avoir pris le village de Dolmen, ce que l'armée dément."),
            ("advertisement", "Publicité"),
            (None, "Au moins quatre civils ont été tués, dit la mairie."),
            ("caption", "Crédit photo : Lev Stanko"),
            (None, "L'armée, jointe par l'AFP, disait vérifier ces informations."),
            ("comments", "3 commentaires"),
        ),
    ),
    "german site": (
        "de",
        (
            ("headline", "Krieg in Vesland"),
            ("headline", "Treibstofflager nach Drohnenangriff in Brand"),
            ("dateline", "Stand: 05.05.2031 13:12 Uhr"),
            ("dateline", "Port Issel (dpa) -"),
            (None, "Drohnen haben nach Angaben des Gouverneurs ein Treibstofflager in Port Issel getroffen."),
            ("caption", "Feuerwehrleute vor dem Lager in Port Issel | Bild: AFP"),
            (None, "Verletzt wurde niemand."),
            ("disclaimer", "Hinweis Angaben der Kriegsparteien lassen sich derzeit nicht unabhängig überprüfen."),
            (None, "Die Angaben lassen sich nicht unabhängig überprüfen."),
            ("subheading", "Karsk weist Vorwürfe zurück"),
            (None, "Das Verteidigungsministerium in Karsk wies jede Beteiligung zurück."),
            ("related link", "Lesen Sie auch: Schulen in Dolmen bleiben geschlossen"),
            (None, "Tags darauf griffen Drohnen erneut an."),
            ("newsletter", "Abonnieren Sie unseren Newsletter"),
            ("cookie notice", "Wir verwenden Cookies, um unser Angebot zu verbessern."),
        ),
    ),
    "german agency": (
        "de",
        (
            ("headline", "Explosionen in Dolmen"),
            ("byline", "Von Jana Brook"),
            (None, "In Dolmen sind am Montag mehrere Explosionen zu hören gewesen, wie der Bürgermeister mitteilte."),
            (None, "Von wem der Beschuss ausging, war zunächst unklar."),
            ("byline", "Quelle: dpa"),
            ("copyright", "Alle Rechte vorbehalten."),
        ),
    ),
    "an appeal, a desk and lists": (
        "en",
        (
            ("newsletter", "A message from The Port Post:"),
            ("newsletter", "Dear readers,"),
            ("newsletter", "We are under pressure. Our reporters work at their own risk."),
            ("newsletter", "Support our work today!"),
            ("headline", "Ferry service to Dolmen stopped after blast"),
            ("byline", "By Ann Marlow"),
            ("byline", "Post News"),
            (None, "The ferry to Dolmen has stopped after a blast near the pier, the harbour office said."),
            (None, "Source: harbour master Ian Loft on Telegram"),
            (None, "We heard two explosions, a resident said."),
            ("caption", "Ian Loft / Telegram"),
            (None, "Karsk said its forces had no part in it."),
            ("tags", "Tags:"),
            ("tags", "Dolmen"),
            ("tags", "Karsk Province"),
        ),
    ),
    "a box with its title above": (
        "de",
        (
            ("headline", "Vesland meldet Einschläge in Dolmen"),
            ("dateline", "05.05.2031, 14:10 Uhr"),
            (None, "In Dolmen sind nach Angaben der Behörden am Morgen Granaten eingeschlagen."),
            ("disclaimer", "Konfliktparteien als Quelle"),
            ("disclaimer", "Angaben offizieller Stellen beider Seiten sind nicht unabhängig überprüfbar."),
            (None, "Der Zeitpunkt der Aufnahmen konnte zunächst nicht unabhängig überprüft werden."),
            ("byline", "mrk/dpa/AFP"),
        ),
    ),
    "a label that law demands": (
        "ru",
        (
            ("headline", "Над Карской областью сбиты беспилотники"),
            (None, "Губернатор сообщил, что ночью над областью сбиты два беспилотника."),
            ("disclaimer", "* НАСТОЯЩИЙ МАТЕРИАЛ РАСПРОСТРАНЕН ИНОСТРАННЫМ АГЕНТОМ"),
            ("contact", "Нашли опечатку? Выделите текст и нажмите Ctrl+Enter"),
        ),
    ),
    "no furniture at all": (
        "en",
        (
            (None, "Shells fell on the harbour overnight, the mayor said."),
            (None, "The people were clear."),
            (None, "Any use of cluster shells would be a crime, the ministry said."),
            (None, "Photos of the site were published by the governor, who said two people died."),
            (None, "- two dead in Dolmen;"),
            (None, "Help us, the residents wrote on the roof."),
            (None, "Monday - the second day of fighting - brought no let-up, officials said."),
            (None, "TASS reported that the village was taken."),
            (None, "One woman died and t"),
        ),
    ),
}


def _laid_out(pieces: tuple[Piece, ...], gap: str) -> tuple[str, list[tuple[int, int, str | None, str]]]:
    text, found = "", []
    for kind, words in pieces:
        if not words:
            continue
        if text:
            text += " " if found[-1][2] == "dateline" and found[-1][3].endswith(("—", "–", "-", ".")) else gap
        found.append((len(text), len(text) + len(words), kind, words))
        text += words
    return text, found


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_marks_every_piece_of_furniture_and_no_reporting(name: str, gap: str) -> None:
    language, pieces = PAGES[name]
    text, laid = _laid_out(pieces, gap)
    marks = furniture.mark(text, language)
    wrong = []
    for start, end, kind, words in laid:
        over = [m for m in marks if m.start < end and m.end > start]
        covered = sum(min(m.end, end) - max(m.start, start) for m in over)
        if kind is None and covered:
            wrong.append(f"reporting marked {over[0].kind}: {words}")
        if kind is not None and (covered < 0.95 * (end - start) or {m.kind for m in over} != {kind}):
            wrong.append(f"{kind} marked {[m.kind for m in over]}: {words}")
    assert not wrong


@pytest.mark.parametrize("name", PAGES)
def test_marks_are_in_order_and_apart(name: str) -> None:
    text, _ = _laid_out(PAGES[name][1], "\n\n")
    marks = furniture.mark(text, None)
    assert all(0 <= m.start < m.end <= len(text) for m in marks)
    assert all(a.end <= b.start for a, b in pairwise(marks))


def test_a_caption_is_one_span_with_the_headline_repeated_above_it() -> None:
    text, laid = _laid_out(PAGES["headline repeated above credits"][1], "\n\n")
    marks = {(m.start, m.end): m.kind for m in furniture.mark(text, "en")}
    start, end, _, _ = laid[2]
    assert marks[start, end] == "caption"


def test_a_stamp_before_reporting_is_marked_alone() -> None:
    text = " date 2031-05-05 In Issel a drone hit a depot, the governor said.\n\nNobody was hurt, he added."
    (only,) = furniture.mark(text, "en")
    assert text[only.start : only.end] == "date 2031-05-05"


def test_a_stamp_that_a_headline_runs_into_takes_the_line() -> None:
    text = (
        "date 2031-05 Krieg in Vesland Lager getroffen Stand: 05.05.2031 13:12 Uhr\n\nEin Lager ist getroffen worden."
    )
    assert text[: text.index("\n")].replace(" ", "") == "".join(
        text[m.start : m.end] for m in furniture.mark(text, "de")
    ).replace(" ", "")


def test_a_title_known_from_elsewhere_is_a_headline_wherever_it_stands() -> None:
    text = "Vesland\n\nKarsk takes Dolmen.\n\nThe brigade said it had taken the village of Dolmen."
    kinds = {
        text[m.start : m.end]: m.kind for m in furniture.mark(text, "en", title="Karsk takes Dolmen | The Vesland Post")
    }
    assert kinds["Karsk takes Dolmen."] == "headline"
    assert not any("brigade" in words for words in kinds)


def test_a_deck_below_the_headline_stays_reporting() -> None:
    text = "Karsk army to be enlarged\n\nThe new units will be sent to the border\n\nThe ministry gave no figures."
    assert [text[m.start : m.end] for m in furniture.mark(text, "en")] == ["Karsk army to be enlarged"]


def test_sign_offs_and_links_inside_a_paragraph_are_cut_out() -> None:
    text = "Drohnen haben ein Lager getroffen.\n\nVerletzt wurde niemand, hieß es weiter. (dpa/lnw)"
    (only,) = furniture.mark(text, "de")
    assert (text[only.start : only.end], only.kind) == ("(dpa/lnw)", "byline")


def test_a_hard_wrapped_text_loses_no_line() -> None:
    text = (
        "Drones hit a depot in the port of Issel in the night to\n"
        "Monday, the governor said, and a tank caught fire before\n"
        "dawn. Firefighters were still at work there by noon, he\n"
        "added, and the road to the harbour was closed.\n\n"
        "The army of Karsk denied any part in the attack and said\n"
        "that its drones had flown elsewhere.\n"
    )
    assert furniture.mark(text, "en") == ()


def test_a_page_whose_lines_have_no_stops_has_no_subheadings() -> None:
    text = "\n\n".join(
        ["Взрывы слышны в Исселе, работает противовоздушная оборона города", "Сбиты два беспилотника"]
        + ["Губернатор сообщил о пожаре на складе и просил жителей оставаться дома", "Пострадавших нет"] * 2
    )
    assert not [m for m in furniture.mark(text, "ru") if m.kind in ("subheading", "menu")]


def test_long_and_hostile_text_is_read_in_linear_time() -> None:
    began = time.perf_counter()
    for hostile in ("A" * 300_000, "A " * 150_000, "Aa (" * 75_000, "\n".join(["Ab, " * 30] * 3_000), "© " * 100_000):
        furniture.mark(hostile, None)
    assert time.perf_counter() - began < 10
