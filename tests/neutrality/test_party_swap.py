"""Exchanging the parties of a text changes names and nothing else; what else it changes still may not grow."""

import json
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from counterclaim.errors import InputError
from counterclaim.evaluating.party_swap import FIELDS, SwapScore, evaluate
from counterclaim.evaluating.swap_texts import SwapText, read_swaps
from counterclaim.records.actor import Actor, Role, SourceAnswer
from counterclaim.records.claim import Claim, Proposition
from counterclaim.records.coded import Coded
from counterclaim.records.event_type import EventType, PropositionKind
from counterclaim.records.made_by import MadeBy
from counterclaim.records.place import Place, PlaceAnswer, Precision
from counterclaim.records.report import Report
from counterclaim.records.span import Span
from counterclaim.records.tagging import Distance, Stance, Tagging
from counterclaim.records.when import DateAnswer

FOLDER = Path(__file__).parent
CONFLICTS = ("israel-gaza", "ru-ua", "sudan")
TOY = """
conflict = "toy"
published = "2031-05-06"

[pair.war]
a = { sides = ["VES"], state = true }
b = { sides = ["KF"], state = false }

[pair.war.places]
town = [[50.0, 10.0], [52.0, 12.0]]

[pair.war.en]
texts = ["{A.army} took {B.town_of}. {B.army} denies it."]

[pair.war.en.slots]
army = ["the Veslander army", "the Brigade"]
town_of = ["Dolmen", "Port Issel"]
"""
POINTS = {"Dolmen": (50.0, 10.0), "Port Issel": (52.0, 12.0)}
SIDES = {"The Veslander army": "VES", "The Brigade": "KF"}


@pytest.fixture
def toy(tmp_path: Path) -> Path:
    path = tmp_path / "toy.toml"
    path.write_text(TOY, encoding="utf-8")
    return path


@pytest.fixture
def text(toy: Path) -> SwapText:
    (read,) = read_swaps(toy)
    return read


def coded(report: Report, *, stance: Stance = Stance.ASSERTS, event: EventType | None = None) -> Coded:
    """Codes the first sentence of the toy text; ``event`` is the type, by the holder's kind where not given."""
    sentence = report.text[: report.text.index(".") + 1]
    army = next(name for name in SIDES if sentence.startswith(name))
    town = next(name for name in POINTS if name in sentence)
    usual = EventType.GOVERNMENT_REGAINS if SIDES[army] == "VES" else EventType.NON_STATE_OVERTAKES
    lat, lon = POINTS[town]
    claim = Claim(
        id=f"{report.id}/1",
        report_id=report.id,
        start=0,
        end=len(sentence),
        source=SourceAnswer("narrator", "media"),
        stance=stance,
        distance=Distance.NEUTRAL,
        event=event or usual,
        proposition=Proposition(PropositionKind.CONTROL, army),
        place=PlaceAnswer(Place(town, Precision.SETTLEMENT, lat=lat, lon=lon)),
        date=DateAnswer("2031-05-06"),
        actors=(Actor(army, SIDES[army], Role.HOLDER, 0, len(army)),),
    )
    return Coded(report, Tagging(report.id, "en", (), (), MadeBy("tagger", "toy", "1", "")), (claim,))


def test_both_versions_are_written(text: SwapText) -> None:
    assert [v.text for v in text.versions] == [
        "The Veslander army took Port Issel. The Brigade denies it.",
        "The Brigade took Dolmen. The Veslander army denies it.",
    ]
    assert (text.id, text.published) == ("toy/war/en/1", "2031-05-06")


def test_spans_of_both_versions_share_a_measure(text: SwapText) -> None:
    first, second = text.versions
    assert first.shared(0, first.text.index(".")) == second.shared(0, second.text.index("."))
    cut = first.shared(4, 18), first.shared(0, 18)
    assert cut[0] == cut[1], "a span that cuts a slot is widened to the whole of it"
    assert first.slots(0, 30) == ("A.army", "B.town_of") == second.slots(0, 24)
    assert second.mapped("2 vehicles of the Brigade") == "2 vehicles of A"


def test_names_places_and_the_type_by_the_holders_kind_may_change(toy: Path) -> None:
    score = evaluate(toy, coded)
    assert score.exceptions == ()
    assert score.json()["toy"] == {
        "texts": 1,
        "claims": 1,
        "changed": 0,
        "exceptions": dict.fromkeys(FIELDS, 0),
    }


def test_a_stance_that_depends_on_the_party_is_told(toy: Path) -> None:
    def partial_to_one(report: Report) -> Coded:
        return coded(report, stance=Stance.DENIES if report.text.startswith("The Brigade") else Stance.ASSERTS)

    score = evaluate(toy, partial_to_one)
    (change,) = score.exceptions
    assert str(change) == "toy/war/en/1 stance: asserts -> denies | The Veslander army took Port Issel."
    assert str(change) in score.table()


def test_one_type_for_both_kinds_of_holder_is_told(toy: Path) -> None:
    score = evaluate(toy, partial(coded, event=EventType.GOVERNMENT_REGAINS))
    assert [e.field for e in score.exceptions] == ["event"]


def test_a_claim_that_only_one_version_has_is_told(toy: Path) -> None:
    def blind(report: Report) -> Coded:
        whole = coded(report)
        return whole if report.text.startswith("The Brigade") else Coded(report, whole.tagging, ())

    assert [(e.field, e.was) for e in evaluate(toy, blind).exceptions] == [("claim", "none")]


def test_a_place_that_is_not_the_partys_is_told(toy: Path) -> None:
    def lost(report: Report) -> Coded:
        whole = coded(report)
        (claim,) = whole.claims
        away = PlaceAnswer(Place("Karsk", Precision.SETTLEMENT, lat=1.0, lon=1.0))
        return Coded(report, whole.tagging, (replace(claim, place=away),)) if "Dolmen" in report.text else whole

    assert [(e.field, e.was, e.became) for e in evaluate(toy, lost).exceptions] == [("place", "B.town", "Karsk")]


def test_the_source_is_compared_by_side_and_slot(toy: Path) -> None:
    def named(report: Report) -> Coded:
        whole = coded(report)
        (claim,) = whole.claims
        at = report.text.index(". ") + 2
        army = next(name for name in SIDES if report.text.startswith(name, at))
        span = Span(at, at + len(army))
        side = SIDES[army] if army != "The Brigade" else None
        return Coded(report, whole.tagging, (replace(claim, source=SourceAnswer(army, side, span=span)),))

    assert [e.field for e in evaluate(toy, named).exceptions] == ["source"]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("{A.navy}", "no two forms for the slot navy"),
        ("{A.army", "a brace that is no slot"),
        ('took", "{B.x}', "no two forms for the slot x"),
    ],
)
def test_a_text_that_cannot_be_written_is_named(toy: Path, wrong: str, said: str) -> None:
    toy.write_text(TOY.replace("{A.army} took", wrong), encoding="utf-8")
    with pytest.raises(InputError, match=said):
        read_swaps(toy)


@pytest.mark.parametrize("content", ["", "conflict = 1", "not toml", 'conflict = "x"\npair = 3'])
def test_a_file_of_another_kind_is_refused(toy: Path, content: str) -> None:
    toy.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=r"toy\.toml"):
        read_swaps(toy)


@pytest.mark.parametrize("conflict", CONFLICTS)
def test_there_are_two_hundred_texts_a_conflict_half_of_them_english(conflict: str) -> None:
    texts = read_swaps(FOLDER / f"{conflict}.toml")
    assert len(texts) == 200
    assert sum(t.language == "en" for t in texts) == 100
    assert {t.language for t in texts} == {"en", "uk", "ru", "fr", "de"}
    assert len({t.versions[0].text for t in texts}) == 200, "no text stands twice"
    assert all(t.versions[0].text != t.versions[1].text for t in texts)


@pytest.fixture(scope="module")
def score() -> SwapScore:
    from counterclaim.pipeline import code_safely, default_rooms
    from counterclaim.settings import Settings

    return evaluate(FOLDER, partial(code_safely, rooms=default_rooms(Settings())))


@pytest.mark.parametrize("conflict", CONFLICTS)
def test_exceptions_do_not_grow(score: SwapScore, conflict: str) -> None:
    """``floors.json`` is what was last measured; lower it when exceptions are cured."""
    allowed = json.loads((FOLDER / "floors.json").read_text(encoding="utf-8"))[conflict]
    tally = score.by_conflict()[conflict]
    grown = {f: (tally.fields[f], allowed[f]) for f in FIELDS if tally.fields[f] > allowed[f]}
    told = "\n".join(str(e) for e in score.exceptions if e.text.conflict == conflict and e.field in grown)
    assert grown == {}, told
    assert tally.claims >= allowed["claims"], "fewer claims are coded: fewer exceptions prove nothing then"
