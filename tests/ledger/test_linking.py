"""Reports that come into a ledger one by one make the events that all of them make at once, whoever dies meanwhile."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from random import Random

import pytest

from counterclaim.ledger.sqlite import look_into, open_ledger
from counterclaim.ledger.store import Ledger, Linking
from counterclaim.linking.group import group
from counterclaim.linking.reprints import find_reprints
from counterclaim.reconciling.reconcile import reconcile
from counterclaim.records.claim import Claim
from counterclaim.records.coded import Coded
from counterclaim.records.event import Event, ReprintLink
from counterclaim.records.made_by import MadeBy
from counterclaim.records.report import Capture, Report
from counterclaim.records.tagging import Tagging
from worlds.generated import generate
from worlds.invented import CLASH, DOLMEN, PACK, claim, report

ROOT = Path(__file__).parents[2]
ROOMS = Linking((PACK,), partial(reconcile, conflicts=(PACK,)))


def coded_world(seed: int) -> list[Coded]:
    world = generate(seed, 12)
    return [coded(r, [c for c in world.claims if c.report_id == r.id]) for r in world.reports]


def coded(of: Report, claims: Sequence[Claim]) -> Coded:
    return Coded(of, Tagging(of.id, of.language, (), (), MadeBy("tagger", "toy", "1")), tuple(claims))


def put(ledger: Ledger, each: Coded) -> None:
    ledger.add(Capture(each.report.address, each.report.text.encode() + each.report.id.encode()), each)


def expected(all_coded: Sequence[Coded], reprints: Sequence[ReprintLink]) -> tuple[Event, ...]:
    reports = [c.report for c in all_coded]
    claims = [claim for c in all_coded for claim in c.claims]
    events = group(claims, reports, reprints, (PACK,))
    return tuple(reconcile(e, claims, reports, reprints, (PACK,)) for e in events)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_one_by_one_in_any_order_is_all_at_once(tmp_path: Path, seed: int) -> None:
    world = coded_world(seed)
    Random(seed).shuffle(world)
    with open_ledger(tmp_path / "l.db") as ledger:
        for each in world:
            put(ledger, each)
            assert ledger.stale()
            assert ledger.link(ROOMS, "test 1") == 1
            assert not ledger.stale()
        one_by_one, links = ledger.events(), ledger.reprints()
    assert one_by_one == expected(world, links)
    with open_ledger(tmp_path / "m.db") as ledger:
        for each in sorted(world, key=lambda c: c.report.id):
            put(ledger, each)
        assert ledger.link(ROOMS, "test 1") == len(world)
        assert ledger.events() == expected(world, ledger.reprints())
    found = {link.copy: link.original for link in links}
    assert found == {link.copy: link.original for link in find_reprints([c.report for c in world])}


def test_a_report_that_is_coded_anew_takes_its_claims_along(tmp_path: Path) -> None:
    world = coded_world(4)
    with open_ledger(tmp_path / "l.db") as ledger:
        for each in world:
            put(ledger, each)
        ledger.link(ROOMS, "test 1")
        number = next(n for n, each in enumerate(world) if len(each.claims) > 1)
        world[number] = replace(world[number], claims=world[number].claims[1:])
        put(ledger, world[number])
        assert ledger.link(ROOMS, "test 1") == 1
        assert ledger.events() == expected(world, ledger.reprints())
        alone = next(n for n, each in enumerate(world) if each.claims)
        world[alone] = replace(world[alone], claims=())
        put(ledger, world[alone])
        ledger.link(ROOMS, "test 1")
        assert ledger.events() == expected(world, ledger.reprints())


def test_another_maker_links_every_report_anew(tmp_path: Path) -> None:
    world = coded_world(5)
    with open_ledger(tmp_path / "l.db") as ledger:
        for each in world:
            put(ledger, each)
        assert ledger.link(ROOMS, "test 1") == len(world)
        before = ledger.events()
        assert ledger.link(ROOMS, "test 1") == 0
        assert ledger.link(ROOMS, "test 2") == len(world)
        assert ledger.events() == before


def test_an_id_of_before_leads_to_the_event_of_now(tmp_path: Path) -> None:
    later = coded(report("b"), [claim("b", "Veslander army", "occurred", DOLMEN, "2031-05-06", at=0)])
    earlier = coded(report("a"), [claim("a", "Free Karsk Brigade", "occurred", DOLMEN, "2031-05-06", at=0)])
    with open_ledger(tmp_path / "l.db") as ledger:
        put(ledger, later)
        ledger.link(ROOMS, "test 1")
        (before,) = ledger.events()
        put(ledger, earlier)
        ledger.link(ROOMS, "test 1")
        (after,) = ledger.events()
        assert before.id != after.id
        assert ledger.event(before.id) == ledger.event(before.id[:9]) == after


WRITER = """
import sys
sys.path[:0] = [{src!r}, {tests!r}]
from ledger.test_linking import ROOMS, coded_world, put
from counterclaim.ledger.sqlite import open_ledger
with open_ledger({path!r}) as ledger:
    print("begun", flush=True)
    for number, each in enumerate(coded_world(6)):
        put(ledger, each)
        ledger.link(ROOMS, "test 1")
"""


@pytest.mark.parametrize("after", [0.0, 0.05, 0.15, 0.4, 0.8])
def test_a_writer_that_is_killed_leaves_a_whole_ledger(tmp_path: Path, after: float) -> None:
    path = tmp_path / "l.db"
    code = WRITER.format(src=str(ROOT / "src"), tests=str(ROOT / "tests"), path=str(path))
    writer = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    assert writer.stdout.readline() == "begun\n"
    time.sleep(after)
    os.kill(writer.pid, signal.SIGKILL)
    writer.wait()
    writer.stdout.close()
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    world = coded_world(6)
    with open_ledger(path) as ledger:
        for each in world:
            put(ledger, each)
        ledger.link(ROOMS, "test 1")
        assert ledger.events() == expected(world, ledger.reprints())
    with look_into(path) as ledger:
        assert not ledger.stale()


def test_a_failure_while_linking_leaves_the_report_waiting(tmp_path: Path) -> None:
    def broken(*_: object) -> Event:
        raise RuntimeError("a fault")

    one = coded(report("a"), [claim("a", "Free Karsk Brigade", "occurred", DOLMEN, "2031-05-06", CLASH, at=0)])
    with open_ledger(tmp_path / "l.db") as ledger:
        put(ledger, one)
        with pytest.raises(RuntimeError):
            ledger.link(Linking((PACK,), broken), "test 1")
        assert ledger.stale()
        assert ledger.events() == ()
        assert ledger.link(ROOMS, "test 1") == 1
        assert len(ledger.events()) == 1
