"""Short reports: formulas make no copy, and what is copied or translated is found. All texts are invented."""

from dataclasses import replace

import pytest

from counterclaim.linking.reprinting.credits import credits, key
from counterclaim.linking.reprinting.units import body
from counterclaim.linking.reprints import decide, find_reprints, keys, precedes, stands_apart
from counterclaim.records.report import Report

DAY, NEXT = "2031-05-06", "2031-05-07"
WIRE = """Night raid on Dolmen

NORTHAM, 6 May (Orrel Wire) – Two grain barges burned out at the Dolmen jetty after drones came over the river
shortly before three, harbour master Jonas Brandt said. He counted 14 craft in the first wave. The jetty's crane is bent
and will not lift anything before the summer.

Veslander air defence put the number of drones brought down at 9."""
OTHER_TOWN = """Night raid on Vess

A granary burned out at the Vess railway yard after drones came over the hills shortly before three, station master
Emil Haske said. He counted 22 craft in the first wave. The yard's crane is bent and will not lift anything before the
autumn. Veslander air defence put the number of drones brought down at 17."""
RETOLD = """Dolmen harbour attacked

Harbour master Jonas Brandt says that drones came over the river before three and two grain barges burned out. The
first wave had 14 craft. Asked about the crane, he shook his head. Of the drones 9 were brought down, according to
Veslander air defence."""
FRENCH = """Raid nocturne sur Dolmen

Deux barges de grain ont brûlé à Dolmen après le passage de drones un peu avant trois heures, a indiqué le chef du port,
Jonas Brandt. Il en a compté 14 dans la première vague.

La défense veslandaise dit en avoir abattu 9.

D'après une dépêche d'Orrel Wire."""
FRENCH_ELSEWHERE = """Raid nocturne sur Vess

Un silo a brûlé à Vess après le passage de drones un peu avant trois heures, a indiqué le chef de gare, Emil Haske. Il
en a compté 22 dans la première vague.

D'après une dépêche d'Orrel Wire."""


def report(name: str, text: str, publisher: str | None, published: str = DAY, language: str = "en") -> Report:
    title = text.partition("\n")[0]
    return Report(name, text, f"{name}.txt", language, title=title, published=published, publisher=publisher)


WIRED = report("wire", WIRE, "Orrel Wire")
TRANSLATED = report("french", FRENCH, "Le Passeur", NEXT, "fr")


def links(*reports: Report) -> dict[str, str]:
    return {link.copy: link.original for link in find_reprints(reports)}


def test_one_form_with_another_towns_facts_is_no_copy() -> None:
    assert links(WIRED, report("other", OTHER_TOWN, "Valley Post")) == {}


def test_one_officials_word_in_two_papers_own_sentences_is_no_copy() -> None:
    paper = report("paper", WIRE.replace("NORTHAM, 6 May (Orrel Wire) – ", ""), "Valley Post")
    assert links(paper, report("retold", RETOLD, "Port Issel Star")) == {}


def test_a_publishers_next_report_in_the_same_form_is_its_own() -> None:
    first = report("first", WIRE, "Orrel Wire")
    second = report("second", WIRE.replace("14", "31").replace("at 9", "at 20").replace("barges", "tugs"), "Orrel Wire")
    changed = replace(second, text=second.text.replace("burned out", "sank").replace("bent", "gone"), published=NEXT)
    assert links(first, replace(changed, text=changed.text.replace("shortly before three", "about four"))) == {}


@pytest.mark.parametrize("cut", [2, 3, 4])
def test_a_cut_of_few_sentences_under_the_papers_name_and_another_headline_is_found(cut: int) -> None:
    sentences = WIRE.partition("\n\n")[2].replace("\n", " ").split(". ")
    text = "Valley Post | World\n\nBarges lost to the flames\n\n" + ". ".join(sentences[:cut]) + "."
    assert links(WIRED, report("copy", text, "Valley Post", NEXT)) == {"copy": "wire"}


def test_a_translation_that_credits_the_agency_is_found_and_one_of_another_text_is_not() -> None:
    elsewhere = report("elsewhere", FRENCH_ELSEWHERE, "Le Passeur", NEXT, "fr")
    assert links(WIRED, TRANSLATED) == {"french": "wire"}
    assert decide(elsewhere, WIRED) is None
    assert len(set(keys(WIRED)) & set(keys(TRANSLATED))) >= 2


def test_without_the_credit_two_papers_in_two_languages_tell_the_same_themselves() -> None:
    bare = replace(TRANSLATED, text=FRENCH.rpartition("\n\n")[0])
    paper = replace(WIRED, text=WIRE.replace(" (Orrel Wire)", ""), publisher="Valley Post")
    assert decide(bare, paper) is None


def test_what_credits_a_publisher_is_not_the_original_of_what_it_prints_later() -> None:
    assert decide(replace(TRANSLATED, published=DAY), replace(WIRED, published=NEXT)) is None


def test_on_one_day_the_publisher_whose_dateline_it_is_comes_first() -> None:
    assert precedes(WIRED, replace(TRANSLATED, published=DAY))
    assert not precedes(replace(TRANSLATED, published=DAY), WIRED)


def test_a_copy_does_not_join_two_texts_of_one_publisher() -> None:
    second = report("second", OTHER_TOWN, "Orrel Wire")
    assert stands_apart(second, [WIRED, TRANSLATED])
    assert not stands_apart(report("third", OTHER_TOWN, "Valley Post"), [WIRED, TRANSLATED])
    assert not stands_apart(WIRED, [TRANSLATED])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("NORTHAM, 6 May (Orrel Wire) – Two barges burned.", "Orrel Wire"),
        ("НОРТЕМ, 6 травня (Оррель) – Згоріли дві баржі.", "Orrel"),
        ("Two barges burned.\n\nBased on a report by Orrel Wire.", "Orrel Wire"),
        ("Згоріли дві баржі.\n\nЗа матеріалами агентства Оррель.", "Orrel"),
        ("Сгорели две баржи.\n\nПо материалам агентства «Оррель».", "Orrel"),
        ("Zwei Kähne brannten.\n\nNach einem Bericht der Agentur Orrel Wire", "Orrel Wire"),
        ("Deux barges ont brûlé.\n\nD’après une dépêche de l’agence Orrel.", "Orrel"),
    ],
)
def test_the_form_of_a_dateline_or_a_credit_names_the_agency(text: str, name: str) -> None:
    assert [c.name for c in credits(Report("a", text, "a.txt"))] == [key(name)]


@pytest.mark.parametrize(
    "text",
    [
        "Two barges burned, Orrel Wire reported with reference to the harbour master.",
        "Based on a report by Orrel Wire, the minister dismissed the harbour master.",
        "The Dolmen jetty (see map) – a landing for grain – burned.",
    ],
)
def test_an_agency_that_a_sentence_names_is_no_credit(text: str) -> None:
    assert credits(Report("a", text, "a.txt")) == ()


def test_lines_above_the_text_and_credits_are_not_compared() -> None:
    text = "Valley Post | World\n\nBarges lost\n\nTwo barges burned at Dolmen.\n\nBased on a report by Orrel Wire."
    (unit,) = body(report("a", text, "Valley Post")).units
    assert text[unit.start : unit.end] == "Two barges burned at Dolmen"
