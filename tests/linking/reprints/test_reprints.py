"""Who repeats whom. All texts are invented."""

from dataclasses import replace

from counterclaim.linking.reprinting.index import BEARERS, Index
from counterclaim.linking.reprints import decide, find_reprints, keys
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


def test_empty_and_tiny_texts_are_not_linked_unless_the_same() -> None:
    assert links(report("a", "."), report("b", "."), report("c", "Shells fell.")) == {}
    short = "Shells fell on Dolmen in the night."
    assert links(report("a", short), report("b", short), report("c", short + " Two dead.")) == {"b": "a"}


def test_the_same_form_with_another_days_facts_is_other_news() -> None:
    brief = (
        "Overnight to {0} March air defences shot down {1} of {2} drones, the air force said. Debris fell at {3} sites."
    )
    days = [report(f"d{n}", brief.format(n, n + 20, 3 * n + 31, n + 4), f"2031-03-{n:02}") for n in (4, 5, 6)]
    again = report("again", days[0].text, "2031-03-04", publisher="Valley Post")
    assert links(*days, again) == {"again": "d4"}


def test_a_reworded_and_reordered_copy_is_found() -> None:
    words = {
        "crossed": "went over",
        "entered": "moved into",
        "answered": "replied",
        "village": "hamlet",
        "shut": "closed",
    }
    sentences = WIRE.replace("\n", " ").split(". ")
    text = ". ".join([sentences[1], sentences[0], *sentences[3:], sentences[2]])
    for word, other in words.items():
        text = text.replace(word, other)
    assert links(report("first", WIRE), report("second", text)) == {"second": "first"}


def test_paragraphs_printed_twice_change_nothing() -> None:
    assert links(report("first", WIRE), report("second", f"{WIRE}\n\n{WIRE}")) == {"second": "first"}


def test_another_story_with_one_passage_of_it_stands_alone() -> None:
    passage = WIRE.replace("\n", " ").split(". ")[2] + "."
    assert links(report("first", WIRE), report("second", f"{OTHER} {passage}")) == {}


def test_one_by_one_it_is_the_same_as_at_once() -> None:
    first, second, other = report("first", WIRE), report("second", WIRE[: len(WIRE) // 2]), report("other", OTHER)
    assert set(keys(first)) & set(keys(second))
    assert decide(second, first) == find_reprints([first, second])[0]
    assert decide(first, second) == decide(second, first)
    assert decide(first, other) is None
    assert decide(first, first) is None


def test_keys_are_few_short_strings_however_long_the_text() -> None:
    found = keys(report("long", " ".join(f"{WIRE} {n}" for n in range(200))))
    assert len(found) <= 64
    assert all(len(key) == 9 for key in found)


def test_what_many_share_is_looked_up_among_the_latest_only() -> None:
    index = Index()
    for n in range(1000):
        index.put(str(n), ("a", "b"))
    assert index.candidates(("a", "b")) == [str(n) for n in range(1000 - BEARERS, 1000)]
