"""The shipped rooms together, on a few sentences of our own; each room's own tests go into depth."""

from pathlib import Path

import pytest

from counterclaim.errors import PackError
from counterclaim.pipeline import Rooms, code_report, default_rooms, reconcile_all
from counterclaim.pipeline.default import made_by
from counterclaim.records.claim import Claim
from counterclaim.records.coded import Coded
from counterclaim.records.report import Capture
from counterclaim.records.tagging import Stance
from counterclaim.settings import Settings

TEXTS = {
    "en": "The Ukrainian General Staff said on Tuesday that Russian troops had shelled Kupiansk. "
    "Russia's Defence Ministry denied that its forces had shelled the town.",
    "uk": "Генеральний штаб ЗСУ повідомив у вівторок, що російські війська обстріляли Куп'янськ. "
    "Міністерство оборони Росії заперечило, що його війська обстріляли місто.",
    "ru": "Генеральный штаб ВСУ сообщил во вторник, что российские войска обстреляли Купянск. "
    "Министерство обороны России опровергло, что его войска обстреляли город.",
    "fr": "L'état-major ukrainien a déclaré mardi que les troupes russes avaient bombardé Koupiansk. "
    "Le ministère russe de la Défense a démenti que ses forces aient bombardé la ville.",
    "de": "Der ukrainische Generalstab erklärte am Dienstag, russische Truppen hätten Kupjansk beschossen. "
    "Das russische Verteidigungsministerium bestritt, dass seine Truppen die Stadt beschossen haben.",
}


@pytest.fixture(scope="module")
def shipped() -> Rooms:
    return default_rooms(Settings())


def code(text: str, rooms: Rooms, address: str = "a.txt") -> Coded:
    return code_report(rooms.read(Capture(address, text.encode(), "text/plain"), published="2024-03-13"), rooms)


@pytest.mark.parametrize("language", TEXTS)
def test_a_claim_and_its_denial_are_found_in_every_language(shipped: Rooms, language: str) -> None:
    coded = code(TEXTS[language], shipped)
    assert coded.report.language == language
    claim, denial = coded.claims
    assert (claim.stance, denial.stance) == (Stance.ASSERTS, Stance.DENIES)
    assert (claim.source.side, denial.source.side) == ("UA", "RU")
    assert claim.date.edtf == "2024-03-12"
    assert claim.place.place is not None
    assert claim.place.place.country == "UA"
    assert claim.event == denial.event


def test_both_sides_of_all_five_reports_meet_in_one_event(shipped: Rooms) -> None:
    coded = [code(text, shipped, f"{language}.txt") for language, text in TEXTS.items()]
    claims: list[Claim] = [claim for each in coded for claim in each.claims]
    _, events = reconcile_all([each.report for each in coded], claims, shipped)
    (event,) = events
    assert {position.side for finding in event.findings for position in finding.positions} == {"UA", "RU"}


def test_a_pack_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "pack.toml").write_text("title = 3")
    with pytest.raises(PackError):
        default_rooms(Settings(packs=(str(tmp_path / "pack.toml"),)))


def test_answers_name_the_users_own_places_by_their_digest(tmp_path: Path) -> None:
    own = tmp_path / "places.sqlite"
    assert {m.settings for m in made_by((), own) if m.stage == "where"} == {""}
    own.write_bytes(b"one")
    first = made_by((), own)
    own.write_bytes(b"two")
    assert first != made_by((), own)
    assert [m.stage for m in first if m.settings] == ["where"]
