"""The shipped model: what it reads, that it answers alike however it is asked, and that its files are its own."""

import json
import random
import re
import resource
import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from counterclaim.evaluating.marked import read_marked
from counterclaim.language.both_taggers import BothTaggers
from counterclaim.language.rule_tagger import RuleTagger
from counterclaim.language.trained.files import Model, ModelError, load, shipped
from counterclaim.language.trained.network import scores
from counterclaim.language.trained.pieces import pieces
from counterclaim.language.trained.tagger import TrainedTagger
from counterclaim.records.report import Furniture, Report
from counterclaim.records.tagging import Stance, Tagging
from counterclaim.words.tokens import tokens

CORPUS = Path(__file__).resolve().parents[2] / "training" / "corpus"
FOLDER = Path(str(files("counterclaim").joinpath("data", "tagger")))
SAYINGS = {
    "en": ("Two drones hit the depot in Karsk overnight, regional governor Ivan Teslenko said.", "Teslenko", "said"),
    "uk": (
        "Уночі два дрони влучили в склад у Карську, повідомив голова області Іван Тесленко.",
        "Тесленко",
        "повідомив",
    ),
    "ru": ("Ночью два дрона попали в склад в Карске, сообщил губернатор Иван Тесленко.", "Тесленко", "сообщил"),
    "fr": ("Deux drones ont frappé le dépôt de Karsk, a déclaré le gouverneur Ivan Teslenko.", "Teslenko", "déclaré"),
    "de": (
        "Zwei Drohnen trafen in der Nacht ein Depot in Karsk, sagte Gouverneur Iwan Teslenko.",
        "Teslenko",
        "sagte",
    ),
}


@pytest.fixture(scope="module")
def tagger() -> TrainedTagger:
    return TrainedTagger()


def tagged(tagger: TrainedTagger, text: str, language: str = "en") -> Tagging:
    return tagger.tag(Report("r", text, "-", language=language))


def words(text: str, tagging: Tagging, role: str) -> list[str]:
    return [" … ".join(s.of(text) for s in getattr(a, role)) for a in tagging.attributions]


@pytest.mark.parametrize("language", SAYINGS)
def test_a_plain_sentence_in_every_language(tagger: TrainedTagger, language: str) -> None:
    text, name, cue = SAYINGS[language]
    found = tagged(tagger, text, language)
    assert len(found.attributions) == 1
    assert name in words(text, found, "source")[0]
    assert cue in words(text, found, "cue")[0]
    assert "Ка" in words(text, found, "content")[0] or "Karsk" in words(text, found, "content")[0]
    assert found.attributions[0].found_by == "model"
    named = {(m.family, text[m.start : m.end]) for m in found.mentions}
    assert any(family == "place" and ("Kars" in surface or "Карс" in surface) for family, surface in named)
    assert any(family == "person" and surface.endswith(name) for family, surface in named)


def test_the_narrator_is_no_source(tagger: TrainedTagger) -> None:
    found = tagged(tagger, "The bridge was closed on Monday. Trucks waited on both banks of the river for hours.")
    assert found.attributions == ()
    assert [m.family for m in found.mentions if m.family == "time"]


def test_the_stance_is_the_lexicons(tagger: TrainedTagger) -> None:
    found = tagged(tagger, "The ministry denied that its troops had left the town of Karsk.")
    assert [a.stance for a in found.attributions] == [Stance.DENIES]


def test_the_same_text_gets_the_same_answer_beside_any_other_and_on_any_number_of_threads(
    tagger: TrainedTagger,
) -> None:
    """Alone, after another text, and by a session of two threads."""
    texts = [s[0] for s in SAYINGS.values()]
    alone = [tagged(tagger, t, language) for t, language in zip(texts, SAYINGS, strict=True)]
    again = [tagged(tagger, t, language) for t, language in list(zip(texts, SAYINGS, strict=True))[::-1]][::-1]
    two = TrainedTagger(load(FOLDER, threads=2))
    assert again == alone
    assert [tagged(two, t, language) for t, language in zip(texts, SAYINGS, strict=True)] == alone


def test_a_report_of_any_length_in_flat_memory(tagger: TrainedTagger) -> None:
    """Six hundred paragraphs: every one gets its attribution, and memory grows by far less than a text's worth of the
    network's insides."""
    paragraph = "The mayor of Karsk said that the bridge had been closed. Nobody crossed it.\n\n"
    tagged(tagger, paragraph * 30)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = tagged(tagger, paragraph * 600)
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert sum(bool(a.cue) for a in found.attributions) == 600
    assert (after - before) / 1024 < 150


@pytest.mark.parametrize("text", ["", " \n\n ", "…", "\u200b\u200b", "((((" * 500, "а" * 3000, "said " * 400])
def test_strange_texts_are_read(tagger: TrainedTagger, text: str) -> None:
    found = tagged(tagger, text)
    for attribution in found.attributions:
        for span in (*attribution.source, *attribution.cue, *attribution.content):
            assert 0 <= span.start < span.end <= len(text)


def test_furniture_is_not_read(tagger: TrainedTagger) -> None:
    text = "The mayor said the bridge was closed.\nThe editor said that subscribers get more."
    report = Report("r", text, "-", language="en", furniture=(Furniture(38, len(text), "share prompt"),))
    found = tagger.tag(report)
    assert words(text, found, "source") == ["The mayor"]
    assert all(m.end <= 38 for m in found.mentions)


def test_languages_that_were_not_learnt_are_left_to_the_rules(tagger: TrainedTagger) -> None:
    text = "El alcalde dijo que el puente estaba cerrado."
    assert tagged(tagger, text, "es").attributions == ()
    found = BothTaggers(tagger).tag(Report("r", text, "-", language="es"))
    assert found.made_by.name == "rules"
    both = BothTaggers(tagger).tag(Report("r", SAYINGS["en"][0], "-", language="en"))
    assert both.made_by.name == "model and rules"
    assert both.attributions[0].found_by == "both"


@pytest.mark.parametrize("language", SAYINGS)
def test_the_rules_agree_on_plain_sentences(tagger: TrainedTagger, language: str) -> None:
    """The rules as oracle: on a sentence that every one of them reads, both find the same attribution."""
    text = SAYINGS[language][0]
    ruled = RuleTagger().tag(Report("r", text, "-", language=language))
    found = tagged(tagger, text, language)
    for role in ("source", "cue"):
        (ours,), (theirs,) = words(text, found, role), words(text, ruled, role)
        assert ours in theirs or theirs in ours


@pytest.mark.parametrize(
    ("one", "other"), [("Ukrainian", "Russian"), ("Israeli", "Lebanese"), ("Sudanese", "Ethiopian")]
)
def test_swapping_the_parties_changes_nothing(tagger: TrainedTagger, one: str, other: str) -> None:
    text = (
        "The {a} army said it had destroyed nine drones of the {b} army. "
        "A {b} spokesman denied the attack, and the {a} ministry confirmed that two soldiers had died."
    )
    said = [text.format(a=one, b=other), text.format(a=other, b=one)]
    shapes = [
        [(a.stance, words(t, Tagging("r", "en", (), (a,), found.made_by), "cue")) for a in found.attributions]
        for t in said
        for found in [tagged(tagger, t)]
    ]
    assert shapes[0] == shapes[1]
    assert len(shapes[0]) == 3


def test_confidence_is_a_share(tagger: TrainedTagger) -> None:
    for language, (text, _, _) in SAYINGS.items():
        for attribution in tagged(tagger, text, language).attributions:
            assert 0.0 < attribution.confidence < 1.0
    curve = shipped().curve
    assert list(curve) == sorted(curve)
    assert [y for _, y in curve] == sorted(y for _, y in curve)


def test_files_that_are_not_the_models_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot be read"):
        load(tmp_path)
    broken = tmp_path / "broken"
    shutil.copytree(FOLDER, broken)
    with (broken / "network.onnx").open("ab") as file:
        file.write(b"\0")
    with pytest.raises(ModelError, match="not the file"):
        load(broken)


def test_the_model_is_small_and_names_what_made_it() -> None:
    assert sum(p.stat().st_size for p in FOLDER.iterdir()) < 60_000_000
    settings = json.loads((FOLDER / "settings.json").read_text(encoding="utf-8"))
    assert settings["version"]
    assert settings["made"]
    model: Model = shipped()
    assert model.languages == ("en", "uk", "ru", "fr", "de")


def test_what_ships_tags_as_what_was_trained(tagger: TrainedTagger) -> None:
    """The tags that the network had in 32 bits before it was written in 8: nearly all are the same."""
    kept = json.loads(Path(__file__).with_name("trained_parity.json").read_text(encoding="utf-8"))
    assert {name.partition("/")[0] for name in kept} == set(SAYINGS)
    same = count = 0
    for name, before in kept.items():
        dice = random.Random(f"0 {name.partition('/')[2]}.xml")  # as training joins paragraphs
        text = read_marked(CORPUS / f"{name}.xml", dice.choice(["\n", "\n\n"])).article.text
        paragraphs = [m.span() for m in re.finditer(r"\S(?:[^\n\r]*\S)?", text)]
        made = pieces(text, paragraphs, tokens(text), tagger.model.tokenizer)
        now = scores(made, before["starts"], tagger.model.network).head("outer").argmax(1).tolist()
        same += sum(a == b for a, b in zip(now, before["tags"], strict=True))
        count += len(now)
    assert same / count > 0.97
