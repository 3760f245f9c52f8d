"""Whose copy it is: credits, datelines, bylines and rights lines tell; being quoted does not."""

import pytest

from counterclaim.reading import agency, furniture

BODY = "Drones hit a depot in Port Issel on Monday, the governor said.\n\nNobody was hurt, he added."

COPY = [
    ("PORT ISSEL, May 5 (Reuters) - " + BODY, "Reuters"),
    ("PORT ISSEL, Vesland (AP) — " + BODY, "AP"),
    ("GAZA, May 5 (Xinhua) -- " + BODY, "Xinhua"),
    ("(ANSA) - ROME, MAY 5 - " + BODY, "ANSA"),
    ("ISTANBUL (AA) — " + BODY, "Anadolu"),
    (BODY + "\n\nAll rights of reproduction reserved. © (2031) Agence France-Presse", "AFP"),
    (BODY + "\n\n© 2031 The Associated Press. All rights reserved.", "AP"),
    ("Drones hit a depot\n\nBy Ann Marlow, Associated Press\n\n" + BODY, "AP"),
    ("Port Issel (dpa) - Drohnen haben ein Lager getroffen.\n\nVerletzt wurde niemand.", "dpa"),
    ("Drohnen haben ein Lager getroffen.\n\nVerletzt wurde niemand. (dpa/lnw)", "dpa"),
    ("Drohnen treffen Lager\n\nDrohnen haben ein Lager getroffen.\n\nVerletzt wurde niemand.\n\nmrk/AFP", "AFP"),
    (
        "Un dépôt en feu\n\nLe Quotidien avec AFP\n\nDes drones ont frappé un dépôt lundi.\n\nIl n'y a pas de blessé.",
        "AFP",
    ),
    ("МОСКВА, 5 мая - РИА Новости. Дроны атаковали порт, сообщил губернатор.\n\nПострадавших нет.", "RIA Novosti"),
    ("МОСКВА, 5 мая. /ТАСС/. Дроны атаковали порт, сообщил губернатор.\n\nПострадавших нет.", "TASS"),
    ("Москва. 5 мая. INTERFAX.RU - Дроны атаковали порт, сообщил губернатор.\n\nПострадавших нет.", "Interfax"),
    ("Київ. 5 травня. Інтерфакс-Україна – Дрони атакували порт.\n\nПостраждалих немає.", "Interfax-Ukraine"),
    ("Дрони атакували порт, повідомив губернатор. Постраждалих немає. /Укрінформ/", "Ukrinform"),
    ("KHARTOUM, May 5 (SUNA) - " + BODY, "SUNA"),
]

NO_COPY = [
    "TASS reported that drones hit a depot.\n\nNobody was hurt, the governor told Reuters.",
    "L'armée, jointe par l'AFP, disait vérifier ces informations.\n\nLe bilan reste incertain.",
    "РИА Новости со ссылкой на экстренные службы пишет, что загорелся резервуар.\n\nПострадавших нет.",
    BODY + "\n\nA firefighter at the depot, May 5, 2031 © AFP – Lev STANKO\n\nThe port stayed closed.",
    BODY + "\n\nCopying material with a reference to the agency Interfax-Ukraine is banned. All rights reserved.",
    BODY,
]


@pytest.mark.parametrize(("text", "name"), COPY)
def test_names_the_agency_whose_copy_it_is(text: str, name: str) -> None:
    answer = agency.find(text, furniture.mark(text, None))
    assert answer.agency == name
    assert answer.start is not None
    assert answer.end is not None
    assert answer.reasons
    assert text[answer.start : answer.end].strip()


@pytest.mark.parametrize("text", NO_COPY)
def test_a_source_or_a_picture_does_not_make_it_an_agencys_copy(text: str) -> None:
    assert agency.find(text, furniture.mark(text, None)).agency is None


def test_the_rights_line_outweighs_a_dateline_and_a_byline() -> None:
    text = "PORT ISSEL (Reuters) - " + BODY + "\n\n© (2031) Agence France-Presse"
    assert agency.find(text, furniture.mark(text, "en")).agency == "AFP"
