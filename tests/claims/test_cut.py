"""The codebook's rules for cutting claims, on invented happenings in five languages."""

import time
from dataclasses import replace

import pytest

from counterclaim.claims.cut import cut
from counterclaim.events.triggers import find_triggers
from counterclaim.language.rule_tagger import RuleTagger
from counterclaim.records.claim import Assertion
from counterclaim.records.place import Place, Precision, Toponym
from counterclaim.records.report import Furniture, Report
from counterclaim.records.span import Span
from counterclaim.records.tagging import Attribution, Sentence

TAGGER = RuleTagger()


def assertions(language: str, text: str, regions: tuple[str, ...] = ()) -> tuple[Assertion, ...]:
    report = Report(id="r", text=text, address="-", language=language)
    tagging = TAGGER.tag(report)
    toponyms = tuple(
        Toponym(text.index(name), text.index(name) + len(name), Place(name, Precision.REGION)) for name in regions
    )
    return cut(report, tagging, find_triggers(report, tagging.sentences), toponyms)


def coded(language: str, text: str) -> list[tuple[str, str]]:
    return [(str(a.stance), str(a.proposition.kind)) for a in assertions(language, text)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The mayor confirmed the shelling and reported two injured, but he denied any breakthrough."),
        ("ru", "Мэр подтвердил обстрел и сообщил о двух раненых, однако опроверг прорыв."),
        ("uk", "Мер підтвердив обстріл і повідомив про двох поранених, але заперечив прорив."),
        ("fr", "Le maire a confirmé le bombardement et fait état de deux blessés, mais il a nié toute percée."),
        ("de", "Der Bürgermeister bestätigte den Beschuss und meldete zwei Verletzte, bestritt aber einen Durchbruch."),
    ],
)
def test_coordinated_contents_are_claims_of_their_own(language: str, text: str) -> None:
    assert coded(language, text) == [
        ("confirms", "occurred"),
        ("asserts", "injured"),
        ("denies", "breakthrough"),
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A drone fell on a warehouse, the governor said, and nobody was hurt."),
        ("ru", "Беспилотник упал на склад, заявил губернатор, пострадавших нет."),
        ("uk", "Безпілотник впав на склад, заявив губернатор, постраждалих немає."),
        ("fr", "Un drone est tombé sur un entrepôt, a déclaré le gouverneur, sans faire de blessés."),
        ("de", "Eine Drohne stürzte auf ein Lager, sagte der Gouverneur, und niemand wurde verletzt."),
    ],
)
def test_nobody_hurt_is_an_asserted_nought(language: str, text: str) -> None:
    found = assertions(language, text)
    assert [str(a.proposition.kind) for a in found] == ["occurred", "injured"]
    assert {str(a.stance) for a in found} == {"asserts"}
    assert found[1].proposition.value == "0"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "There was no breakthrough, the general staff said."),
        ("ru", "Прорыва не было, сообщил генштаб."),
        ("uk", "Прориву не було, повідомив генштаб."),
        ("fr", "Il n'y a eu aucune percée, a indiqué l'état-major."),
        ("de", "Es gab keinen Durchbruch, teilte der Generalstab mit."),
    ],
)
def test_a_negated_proposition_is_denied(language: str, text: str) -> None:
    assert coded(language, text) == [("denies", "breakthrough")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "No fewer than twelve drones were shot down."),
        ("ru", "Сбиты не менее двенадцати беспилотников."),
        ("uk", "Збито не менше дванадцяти безпілотників."),
        ("de", "Nicht weniger als zwölf Drohnen wurden abgeschossen."),
    ],
)
def test_no_fewer_than_is_no_negation(language: str, text: str) -> None:
    assert coded(language, text) == [("asserts", "shot_down")]


def test_an_elaboration_stays_with_what_it_elaborates() -> None:
    found = assertions("en", "Drones attacked the harbour: the target was a fuel store, setting two tanks on fire.")
    assert len(found) == 1


def test_a_list_of_regions_is_cut_by_region() -> None:
    text = "Air defence destroyed 2 drones over Aland, 7 over Beland and 1 over Celand."
    found = assertions("en", text, ("Aland", "Beland", "Celand"))
    assert [text[a.start : a.end] for a in found] == [
        "Air defence destroyed 2 drones over Aland,",
        "7 over Beland",
        "1 over Celand.",
    ]


def test_what_could_not_be_checked_is_what_was_said_before() -> None:
    text = "The brigade said it had destroyed a bridge. The claim could not be independently verified."
    kinds = [(str(a.stance), str(a.proposition.kind)) for a in assertions("en", text)]
    assert kinds == [("asserts", "destroyed"), ("cannot verify", "destroyed")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Firefighters are working at the scene."),
        ("en", "Was the depot attacked?"),
        ("en", "The ministry did not comment."),
        ("en", "The war has lasted for a year and the army is tired."),
        ("pl", "Dron uderzył w magazyn."),
    ],
)
def test_no_claim(language: str, text: str) -> None:
    assert assertions(language, text) == ()


def test_no_claim_in_furniture() -> None:
    text = "Drones struck a depot."
    report = Report(id="r", text=text, address="-", language="en", furniture=(Furniture(0, len(text), "headline"),))
    tagging = TAGGER.tag(report)
    assert cut(report, tagging, find_triggers(report, tagging.sentences), ()) == ()


def test_a_toll_takes_the_type_of_the_attack_it_belongs_to() -> None:
    found = assertions("en", "Artillery shelled the town. Two people were killed.")
    assert found[1].event == found[0].event


def test_debris_hurts_but_the_attack_is_blamed() -> None:
    text = (
        "Дрони атакували порт. Уламки впали на склад, поранено двох людей. У міністерстві звинуватили сусідню державу."
    )
    found = {a.proposition.kind.value: a.event.value for a in assertions("uk", text)}
    assert found["injured"] == "Disrupted weapons use"
    assert found["responsibility"] == "Air/drone strike"


def test_what_does_not_run_is_closed_and_not_denied() -> None:
    (claim,) = assertions("ru", "Паромная переправа не работает.")
    assert (claim.proposition.kind.value, claim.stance.value) == ("closure", "asserts")


def test_work_grows_with_the_text_and_not_with_its_square() -> None:
    line, many = "He said two miners were killed. ", 6000
    starts = [n * len(line) for n in range(many)]
    report = Report(id="r", text=line * many, address="-", language="en")
    tagging = replace(
        TAGGER.tag(replace(report, text=line)),
        sentences=tuple(Sentence(s, s + len(line) - 1, 0) for s in starts),
        attributions=tuple(
            Attribution((Span(s, s + 2),), (Span(s + 3, s + 7),), (Span(s + 8, s + 30),)) for s in starts
        ),
    )
    triggers = find_triggers(report, tagging.sentences)
    began = time.perf_counter()
    assert len(cut(report, tagging, triggers, ())) == many
    assert time.perf_counter() - began < 5
