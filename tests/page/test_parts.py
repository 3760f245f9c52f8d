"""The parts of a page by themselves: words for dates, texts in pieces, reprints, maps and the timeline."""

import time
from dataclasses import replace
from itertools import combinations

import invented_page
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.page import labels, wording
from counterclaim.page.boundaries import boundaries, country_names
from counterclaim.page.changes import changes
from counterclaim.page.map import drawings, public, spots
from counterclaim.page.projection import fit
from counterclaim.page.sides import sides_of
from counterclaim.page.texts import paragraphs, quote
from counterclaim.page.timeline import timeline
from counterclaim.records.conflict import Conflict, Side
from counterclaim.records.event import Event
from counterclaim.records.event_type import EventType
from counterclaim.records.place import Place, Precision
from counterclaim.records.report import Furniture, Report


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024-03-12", "12 Mar 2024"),
        ("2024-03-11/2024-03-12", "11–12 Mar 2024"),
        ("2024-02-29/2024-03-01", "29 Feb – 1 Mar 2024"),
        ("2023-12-31/2024-01-01", "31 Dec 2023 – 1 Jan 2024"),
        ("2024-02~", "about Feb 2024"),
        ("2024", "2024"),
        ("2024-12", "Dec 2024"),
        ("../2024-03-12", "until 12 Mar 2024"),
        ("2024-03-12/..", "since 12 Mar 2024"),
        ("9999-12-31", "31 Dec 9999"),
        ("soon", "soon"),
        (None, None),
    ],
)
def test_dates_for_people(edtf: str | None, words: str | None) -> None:
    assert wording.day(edtf) == words


@given(
    st.text(alphabet="ab .\n\t", max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)), max_size=5)
)
def test_no_character_is_lost_between_pieces(text: str, spans: list[tuple[int, int]]) -> None:
    some = invented_page.view().coded[0].claims[0]
    claims = [replace(some, id=str(n), start=start, end=start + long + 1) for n, (start, long) in enumerate(spans)]
    furniture = tuple(Furniture(start + 3, start + 9, "caption") for start, _ in spans[:2])
    lines = paragraphs(Report("r", text, "r.txt", furniture=furniture), claims)
    assert ["".join(piece.text for piece in line) for line in lines] == [
        s.strip() for s in text.split("\n") if s.strip()
    ]
    opened = [id for line in lines for piece in line for id in piece.opens]
    assert len(opened) == len(set(opened))


def test_a_long_report_with_many_claims_is_cut_in_time() -> None:
    text = "word word word.\n" * 40_000
    some = invented_page.view().coded[0].claims[0]
    claims = [replace(some, id=str(n), start=n * 160, end=n * 160 + 40) for n in range(4_000)]
    started = time.perf_counter()
    assert len(paragraphs(Report("r", text, "r.txt"), claims)) == 40_000
    assert time.perf_counter() - started < 3


def test_a_quotation_has_its_sentence_and_no_more_than_is_needed() -> None:
    coded = invented_page.view().coded[0]
    found = quote(coded.claims[2], coded)
    assert (found.words, found.after) == ("denied that the village had been lost", ".")
    endless = replace(
        coded, report=replace(coded.report, text="x" * 5_000), tagging=replace(coded.tagging, sentences=())
    )
    assert len(quote(coded.claims[2], endless).before) < 400


def test_changes_of_a_reprint_figures_first() -> None:
    original = Report("a", "The ministry said on Monday that 12 people died in the raid near the old mill.", "a", "en")
    copy = replace(
        original, text=original.text.replace("Monday", "Tuesday").replace("12", "19") + " It gave no names." * 9
    )
    found = changes(original, copy)
    assert found is not None
    assert [(c.before, c.after) for c in found.short] == [("Monday that 12", "Tuesday that 19")]
    assert (found.left_out, found.added) == (0, 36)
    assert changes(original, replace(copy, language="fr")) is None


def test_a_neutral_order_of_sides_whoever_comes_first() -> None:
    view = invented_page.view()
    turned = replace(view, conflicts=(Conflict("k", "", "1", (Side("KAR", "Free Karsk"), Side("VES", "Vesland")), ()),))
    assert {s.code: s.shade for s in sides_of(view).known.values()} == {
        s.code: s.shade for s in sides_of(turned).known.values()
    }


def test_a_site_is_shown_at_its_settlement_or_rounded() -> None:
    assert public(invented_page.CLINIC, [invented_page.KARSK]) == invented_page.KARSK
    far = public(invented_page.LIGHTHOUSE, [invented_page.KARSK])
    assert (far.lat, far.lon) == (44.12, 15.23)


def event(place: Place | None, date: str | None = None, id: str = "e") -> Event:
    return Event(id, id, EventType.ARMED_CLASH, place, date, ())


def test_only_known_points_are_drawn() -> None:
    nowhere = Place("Nowhere", Precision.SETTLEMENT)
    listed = spots([event(invented_page.VESLAND), event(nowhere), event(None), event(invented_page.DOLMEN)])
    assert {s.place.name for s in listed} == {"Vesland", "Nowhere", "Dolmen"}
    (drawing,) = drawings(listed)
    assert [m.spot.place.name for m in drawing.markers] == ["Dolmen"]
    assert drawings(spots([event(nowhere)])) == ()


def test_a_region_is_an_area_with_its_sign_on_the_rim() -> None:
    (marker,) = drawings(spots([event(invented_page.LOW_PROVINCE)]))[0].markers
    assert marker.area
    assert marker.sign == (marker.x, marker.y - marker.area)


def test_theatres_far_apart_have_maps_of_their_own() -> None:
    there = [Place(f"Town {n}", Precision.SETTLEMENT, None, "SD", 15.0 + n, 32.0, n) for n in range(2)]
    alone = Place("Alone", Precision.SETTLEMENT, None, "NZ", -41.0, 174.0, 9)
    maps = drawings(
        spots([event(p) for p in (*there, alone, invented_page.DOLMEN, invented_page.KARSK, invented_page.PORT_ISSEL)])
    )
    assert [sorted(m.spot.place.name for m in each.markers) for each in maps] == [
        ["Dolmen", "Karsk", "Port Issel"],
        ["Town 0", "Town 1"],
    ]


@pytest.mark.parametrize(
    ("lat", "lon", "code"), [(55.7, 37.6, "RU"), (50.4, 30.5, "UA"), (15.6, 32.5, "SD"), (67.5, -178.0, "RU")]
)
def test_land_is_drawn_under_a_place_also_across_the_antimeridian(lat: float, lon: float, code: str) -> None:
    (drawing,) = drawings(spots([event(Place("Here", Precision.SETTLEMENT, None, code, lat, lon))]))
    assert drawing.land
    assert country_names()[code] in {name.text for name in drawing.names} | {drawing.title}


def test_no_country_is_named_on_land_that_maps_give_to_two() -> None:
    crimea = [Place(f"Town {n}", Precision.SETTLEMENT, None, None, 45.0 + n / 4, 34.0 + n / 4) for n in range(3)]
    (drawing,) = drawings(spots([event(p) for p in crimea]))
    frame = fit([(p.lon or 0, p.lat or 0) for p in crimea for _ in (0, 1)])
    named = {name.text: frame.degrees(name.x, name.y) for name in drawing.names}
    assert not [name for name, (lon, lat) in named.items() if 33 < lon < 36.4 and 44.5 < lat < 46]
    assert drawing.disputed


def test_borders_that_maps_draw_differently_are_kept_apart() -> None:
    world = boundaries()
    assert any(33 < x < 35 and 45.9 < y < 46.3 for line in world.disputed for x, y in line)
    assert not any(33.6 < x < 34.9 and 45.9 < y < 46.3 for line in world.borders for x, y in line)


@given(st.lists(st.tuples(st.integers(0, 9600), st.integers(0, 5000)), max_size=40))
def test_names_do_not_cover_each_other(points: list[tuple[int, int]]) -> None:
    wishes = [labels.Wish(f"Place {n}", x, y, 80, 1) for n, (x, y) in enumerate(points)]
    rooms = []
    for label in labels.beside(wishes, 5000).values():
        left = label.x - {"start": 0, "middle": 0.5, "end": 1}[label.anchor] * len(label.text) * labels.LETTER
        rooms.append((left, label.y, left + len(label.text) * labels.LETTER))
    for one, other in combinations(rooms, 2):
        assert one[2] <= other[0] + 1 or other[2] <= one[0] + 1 or abs(one[1] - other[1]) >= labels.LINE - 1


def test_the_timeline_keeps_days_apart_though_one_event_is_long_ago() -> None:
    events = [
        event(None, "2014-03", "old"),
        event(None, "2024-03-11/2024-03-12", "night"),
        event(None, None, "undated"),
    ]
    found = timeline(events, {"night": ["2024-03-12"]})
    old, night = found.bars
    assert old.cut == "earlier"
    assert night.cut is None
    assert night.width > 5
    assert night.said == (round(night.start + night.width * 0.75, 2),)
    assert [e.id for e in found.undated] == ["undated"]


def test_open_dates_reach_to_the_ends() -> None:
    (bar,) = timeline([event(None, "../2024-03-12")], {"e": ["2024-03-10", "2024-03-14"]}).bars
    assert (bar.start, bar.width) == (0.0, 60.0)
