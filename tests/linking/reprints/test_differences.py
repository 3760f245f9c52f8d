"""What a reprint changed is kept: headline, sentences, counts, stance, verb. All texts are invented."""

import json
from dataclasses import replace

from counterclaim.linking.reprinting.differences import reprint_diff
from counterclaim.records.actor import SourceAnswer
from counterclaim.records.claim import Claim, Proposition, Quantity
from counterclaim.records.coded import Coded
from counterclaim.records.event_type import EventType, PropositionKind
from counterclaim.records.made_by import MadeBy
from counterclaim.records.place import PlaceAnswer
from counterclaim.records.span import Span
from counterclaim.records.tagging import Attribution, Distance, Stance, Tagging
from counterclaim.records.when import DateAnswer
from worlds.invented import report

FIRST = "Four soldiers were killed at the Orrel bridge, the governor said."
SECOND = "Traders at the Port Issel market closed their stalls before noon."
THIRD = "The railway along the lower valley stays interrupted until Friday."


def coded(name: str, title: str, sentences: tuple[str, ...], killed: int, verb: str, stance: Stance) -> Coded:
    text = "\n\n".join((title, *sentences))
    start = text.index("soldiers") - 5
    end = text.index(",", start)
    cue = text.index(verb, end)
    made = replace(report(name, text), title=title)
    told = Claim(
        f"{name}-1",
        name,
        start,
        end,
        SourceAnswer("Low Province governor", "VES"),
        stance,
        Distance.NEUTRAL,
        EventType.ARMED_CLASH,
        Proposition(PropositionKind.KILLED, str(killed)),
        PlaceAnswer(None),
        DateAnswer(None),
        quantities=(Quantity("killed", killed, killed, killed, start, start + 4),),
    )
    attribution = Attribution((), (Span(cue, cue + len(verb)),), (Span(start, end),))
    return Coded(made, Tagging(name, "en", (), (attribution,), MadeBy("tagger", "test", "1")), (told,))


ORIGINAL = coded("wire", "Clash at the bridge", (FIRST, SECOND), 4, "said", Stance.ASSERTS)
COPY = coded(
    "copy",
    "Rebels at the gates?",
    (FIRST.replace("Four", "Nine").replace("said", "admitted"), THIRD),
    9,
    "admitted",
    Stance.CONFIRMS,
)


def test_headline_sentences_and_claims_are_set_side_by_side() -> None:
    found = reprint_diff(COPY, ORIGINAL)
    assert found.headline == ("Clash at the bridge", "Rebels at the gates?")
    assert (found.dropped, found.added) == ((SECOND,), (THIRD,))
    assert {(c.what, c.before, c.after) for c in found.changes} == {
        ("count", "killed 4", "killed 9"),
        ("stance", "asserts", "confirms"),
        ("verb", "said", "admitted"),
    }
    assert (found.dropped_claims, found.added_claims, found.agency) == ((), (), None)


def test_the_same_text_changes_nothing() -> None:
    found = reprint_diff(ORIGINAL, ORIGINAL)
    assert (found.headline, found.dropped, found.added, found.changes) == (None, (), (), ())


def test_claims_that_only_one_of_them_has_are_named() -> None:
    without = replace(COPY, claims=())
    assert reprint_diff(without, ORIGINAL).dropped_claims == ("wire-1",)
    assert reprint_diff(ORIGINAL, without).added_claims == ("wire-1",)


def test_across_languages_counts_are_compared_and_sentences_are_not() -> None:
    french = replace(COPY, report=replace(COPY.report, language="fr"))
    found = reprint_diff(french, ORIGINAL)
    assert found.dropped is None
    assert ("count", "killed 4", "killed 9") in {(c.what, c.before, c.after) for c in found.changes}
    assert "verb" not in {c.what for c in found.changes}


def test_it_prints_as_json() -> None:
    found = json.loads(json.dumps(reprint_diff(COPY, ORIGINAL).json()))
    assert found["headline"] == {"before": "Clash at the bridge", "after": "Rebels at the gates?"}
    assert {"what": "count", "before": "killed 4", "after": "killed 9", "claims": ["wire-1", "copy-1"]} in found[
        "changes"
    ]
