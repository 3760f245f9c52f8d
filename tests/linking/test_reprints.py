"""Who repeats whom. All texts are invented."""

from dataclasses import replace

import pytest

from counterclaim.linking.reprints import find_reprints
from counterclaim.records.report import Furniture, Report
from worlds.invented import report

WIRE = """Fighters of the Free Karsk Brigade crossed the Orrel river before dawn on Tuesday and entered the village of
Dolmen, according to people who fled along the southern road. A farmer said that he counted four trucks and a gun
towed behind a tractor. The army in the capital answered that its border troops had met the column with mortars and
driven it back over the bridge within three hours. Neither account could be checked, since the telephone lines to the
lower valley have been down since the weekend. The governor of Low Province told the regional radio that one customs
officer was slightly hurt and that schools between Dolmen and Port Issel would stay shut until Friday. Traders at the
Port Issel market said flour had doubled in price within a day. It is the third crossing this spring; after the second
one in April the two sides exchanged eleven prisoners through the Red Crescent."""

OTHER = """Shells fell on the lower valley again this morning, and by noon the village of Dolmen had changed hands, or
so the rebels would have it. Our correspondent in Port Issel spoke to soldiers returning from the front who laughed at
the idea. What is certain is that an official was lightly wounded, that lessons were called off throughout the
district, and that hundreds of families spent the day on the road with mattresses on their roofs. In the capital the
general staff published a map on which the river was drawn in green from end to end. Analysts doubt whether the rebels
have the fuel to stay."""

QUOTATION = (
    "“Whoever crosses our river with weapons in his hands will not go home again, and whoever sent him should know "
    "that we have counted every truck, every gun and every man, and that we have time, more time than they have,” the "
    "president told officers at the military academy. "
)


def links(*reports: Report) -> dict[str, str]:
    return {link.copy: link.original for link in find_reprints(reports)}


def test_reprint_with_a_changed_number_is_found() -> None:
    copy = WIRE.replace("four trucks", "nine trucks").replace("one customs\nofficer", "three customs\nofficers")
    assert links(report("first", WIRE), report("second", copy)) == {"second": "first"}


def test_retitled_and_cut_reprint_is_found_and_furniture_does_not_count() -> None:
    menu = "Home Politics Sport Weather Subscribe to our newsletter and never miss a story again from the valley. "
    cut = menu + "Rebels at the gates?\n" + WIRE[: len(WIRE) // 3]
    second = replace(report("second", cut), furniture=(Furniture(0, len(menu), "menu"),))
    other = replace(report("other", menu + OTHER), furniture=(Furniture(0, len(menu), "menu"),))
    assert links(report("first", WIRE), second, other) == {"second": "first"}


def test_two_reports_on_one_event_that_share_a_quotation_are_not_linked() -> None:
    assert links(report("first", QUOTATION + WIRE), report("second", OTHER + " " + QUOTATION)) == {}


def test_a_shared_passage_without_quotation_marks_is_not_a_reprint() -> None:
    bare = QUOTATION.strip("“ ").replace("”", "")
    assert links(report("first", bare + WIRE), report("second", OTHER + " " + bare)) == {}


def test_the_earlier_publication_is_the_original_whatever_the_order() -> None:
    late, early = report("late", WIRE, "2031-05-07"), report("early", WIRE, "2031-05-06")
    assert links(late, early) == links(early, late) == {"late": "early"}


def test_on_one_day_the_agency_itself_is_the_original() -> None:
    paper = report("paper", WIRE, agency="Vesta", publisher="Valley Post")
    wire = report("wire", WIRE, agency="Vesta", publisher="Vesta")
    assert links(paper, wire) == {"paper": "wire"}


def test_copies_of_copies_go_back_to_the_first() -> None:
    third = WIRE[len(WIRE) // 4 :]
    found = links(report("a", WIRE, "2031-05-05"), report("b", WIRE), report("c", third, "2031-05-07"))
    assert found == {"b": "a", "c": "a"}


def test_reasons_print_as_sentences() -> None:
    (link,) = find_reprints([report("first", WIRE), report("second", WIRE)])
    assert link.reasons[0].startswith("100% of the shorter text's own wording stands in the other.")


@pytest.mark.parametrize(("same_numbers", "found"), [(True, {"fr": "en"}), (False, {})])
def test_translation_needs_the_agency_and_its_numbers(same_numbers: bool, found: dict[str, str]) -> None:
    numbers = ["12", "47", "130", "2,500", "16", "88"]
    english = report("en", " apples and ".join(numbers) + " pears in all", agency="Vesta")
    others = numbers if same_numbers else ["13", "48", *numbers[2:4], "17", "89"]
    french = replace(
        report("fr", " pommes et ".join(others).replace(",", " ") + " poires", agency="Vesta"), language="fr"
    )
    assert links(english, french) == found
    assert links(english, replace(french, agency="Other")) == {}


def test_empty_and_tiny_texts_are_not_linked_unless_the_same() -> None:
    assert links(report("a", "."), report("b", "."), report("c", "Shells fell.")) == {}
    short = "Shells fell on Dolmen in the night."
    assert links(report("a", short), report("b", short), report("c", short + " Two dead.")) == {"b": "a"}
