"""What a page says, and that nothing in a report can make it do anything else."""

import base64
import hashlib
import re
from dataclasses import replace

import invented_page
import pytest
from reading_html import Element, parse

from counterclaim.page import PageView, render
from counterclaim.records.event import ReprintLink


@pytest.fixture(scope="module")
def page() -> Element:
    return parse(render(invented_page.view()))


@pytest.fixture(scope="module")
def hostile() -> Element:
    return parse(render(invented_page.view(hostile=True)))


def cells(page: Element, event: str, row: int) -> list[Element]:
    return page.by_id(event).all("tbody")[0].all("tr")[row].all("td")


def test_the_same_view_gives_the_same_page() -> None:
    view = invented_page.view()
    assert render(view) == render(view)


def test_an_empty_ledger_has_a_page() -> None:
    assert "No event was found" in parse(render(PageView("Nothing yet", (), ()))).text


def test_a_row_says_who_says_what(page: Element) -> None:
    raid = page.by_id("e-raid")
    assert [th.text.split()[0] for th in raid.all("thead")[0].all("th")] == [
        "Proposition",
        "KAR",
        "VES",
        "media",
        "Standing",
    ]
    implied, confirms, unverified, standing = (" ".join(td.text.split()) for td in cells(page, "e-raid", 0))
    assert "+ asserts implied 2 reports, 1 origin 6 May 2031" in implied
    assert "= confirms 2 reports, 1 origin 6–7 May 2031" in confirms
    assert "? cannot verify" in unverified
    assert standing.startswith("conceded Vesland, which the raid harms, confirms it")


def test_silence_is_said(page: Element) -> None:
    media = cells(page, "e-raid", 1)[2]
    assert "says nothing" in media.text
    assert not media.all("a")


def test_the_opponent_has_a_column_even_where_it_is_silent(page: Element) -> None:
    heads = [th.text.split()[0] for th in page.by_id("e-threat").all("thead")[0].all("th")]
    assert heads == ["Proposition", "KAR", "VES", "media", "Standing"]


def test_counts_that_were_revised_are_shown_in_turn(page: Element) -> None:
    assert "12 (7 May 2031) → 19 (7 May 2031)" in cells(page, "e-clinic", 0)[0].text


def test_each_cell_leads_to_its_sentences_and_on_to_the_words_in_the_report(page: Element) -> None:
    link = cells(page, "e-raid", 1)[1].all("a")[0]
    section = page.by_id(link.attributes["href"][1:])
    assert section.all("mark")[0].text == "denied that the village had been lost"
    assert section.all("blockquote")[0].text.startswith("The Veslander army said it had repelled")
    pin = section.all("p", class_="from")[0].all("a")[0].attributes["href"][1:]
    assert "VES ×" in page.by_id(pin).text
    assert page.by_id(pin).attributes["href"] == "#e-raid"


def test_the_same_words_of_a_reprint_are_folded_into_one_piece_of_evidence(page: Element) -> None:
    link = cells(page, "e-raid", 1)[0].all("a")[0]
    printed = page.by_id(link.attributes["href"][1:]).all("p", class_="from")
    assert len(printed) == 2
    assert "reprint" in printed[1].text


def test_links_within_the_page_arrive(page: Element) -> None:
    ids = [e.attributes["id"] for e in page.all() if "id" in e.attributes]
    assert len(ids) == len(set(ids))
    targets = {e.attributes["href"][1:] for e in page.all() if e.attributes.get("href", "").startswith("#")}
    assert targets <= set(ids)


def test_a_report_keeps_every_word_with_its_furniture_greyed(page: Element) -> None:
    text = page.by_id("r-dolmen-en").all("div", class_="text")[0]
    assert [e.text for e in text.all(class_="furniture")] == [
        "Share this article",
        "A woman carries water in Dolmen, 6 May 2031. Photo: H. Tarn / Vesta",
        "All rights reserved. Vesta 2031",
    ]
    for pin in text.all("a", class_="pin"):
        pin.children.clear()
    assert text.text.split() == invented_page.ENGLISH.split()


def test_a_reprint_lies_under_its_original_with_what_it_changed(page: Element) -> None:
    reprint = next(e for e in page.by_id("r-dolmen-en").all("details") if e.has("id", "r-dolmen-reprint"))
    assert [e.text for e in reprint.all("del") + reprint.all("ins")] == ["one slight injury,", "three slight injuries,"]
    assert page.by_id("reports").all("details", id="r-dolmen-reprint") == [reprint]


def test_reprints_in_a_ring_are_all_shown() -> None:
    ring = (ReprintLink("dolmen-en", "dolmen-reprint", 1.0), ReprintLink("dolmen-reprint", "dolmen-en", 1.0))
    page = parse(render(replace(invented_page.view(), reprints=ring)))
    assert page.by_id("r-dolmen-en")
    assert page.by_id("r-dolmen-reprint")


def test_a_site_is_listed_at_its_settlement(page: Element) -> None:
    assert "Clinic No. 4" not in page.by_id("places").text
    assert "Karsk" in page.by_id("e-clinic").all("p", class_="facts")[0].text


def test_right_to_left_text_finds_its_direction(page: Element) -> None:
    lines = page.by_id("r-port-ar").all("div", class_="text")[0].all("p")
    assert {line.attributes["dir"] for line in lines} == {"auto"}


def test_the_page_loads_nothing(hostile: Element) -> None:
    for element in hostile.all():
        assert element.tag not in {"img", "link", "iframe", "object", "embed", "base", "audio", "video"}
        assert not {"src", "srcset", "style", "action", "formaction", "ping", "background"} & set(element.attributes)
        href = element.attributes.get("href", "#")
        if not href.startswith("#"):
            assert element.tag == "a"
            assert href.startswith(("https://", "http://"))
            assert "noreferrer" in element.attributes["rel"]
    assert not re.search(r"url\(|@import", hostile.all("style")[0].text)


def test_the_policy_lets_in_the_pages_own_style_and_script_and_nothing_else(hostile: Element) -> None:
    policy = hostile.all("meta", **{"http-equiv": "Content-Security-Policy"})[0].attributes["content"]
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        digest = base64.b64encode(hashlib.sha256(hostile.all(tag)[0].text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_hostile_text_does_not_break_out(hostile: Element) -> None:
    assert [len(hostile.all(tag)) for tag in ("script", "style", "title")] == [
        1,
        1,
        1 + len(hostile.all("a", class_="spot")),
    ]
    assert not [name for e in hostile.all() for name in e.attributes if name.startswith("on")]
    text = hostile.by_id("r-hostile").text
    assert '<script>document.title = "stolen"</script>' in text
    assert "{{ 7 * 7 }}" in text
    assert "javascript:alert(6)" not in {e.attributes.get("href") for e in hostile.all("a")}


def test_unseen_characters_are_made_visible() -> None:
    html = render(invented_page.view(hostile=True))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", html)
    assert "\ufffdthat nothing happened\ufffd at Dolmen\ufffd" in parse(html).by_id("r-hostile").text
    assert html.encode()
