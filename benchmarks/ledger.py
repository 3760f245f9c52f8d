"""How a ledger bears its growth: adding a report, an event's page and memory with 10,000, 100,000 and 1,000,000 claims.

    python benchmarks/ledger.py [--sizes N …] [--folder FOLDER] [--reports N]

Ledgers are filled with made-up reports (``ledger_filling.py``) in FOLDER, where those that are there already are taken.
Then, in a process of its own for each size, reports that are new to it are added one by one as ``add`` does it, and
events are shown as ``show`` does it. Times are wall-clock seconds. The last line printed is one JSON object.
"""

import argparse
import contextlib
import io
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from ledger_claims import capture, fresh
from ledger_filling import MADE_BY, fill

from counterclaim.cli.main import main as counterclaim
from counterclaim.ledger.sqlite import look_into, open_ledger
from counterclaim.ledger.store import Linking
from counterclaim.reconciling.reconcile import reconcile

SIZES = (10_000, 100_000, 1_000_000)
BARS = {"add_s": 0.5, "show_s": 0.1}
UNIT = {"linux": 1024}.get(sys.platform, 1)  # of ru_maxrss
MEBI = 1024 * 1024


def main() -> None:
    """Fill, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="claims in the ledger")
    parser.add_argument("--folder", type=Path, help="where the ledgers are kept; a temporary folder if not given")
    parser.add_argument("--reports", type=int, default=60, help="reports to add to each")
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.measure:
        print(json.dumps(measured(given.measure, given.reports)))
        return
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.folder or Path(temporary)
        found = {}
        for size in given.sizes:
            path = folder / f"{size}.db"
            if not path.exists():
                fill(path, size)
            run = [sys.executable, __file__, "--measure", str(path), "--reports", str(given.reports)]
            figures = json.loads(subprocess.run(run, check=True, capture_output=True, text=True).stdout)
            found[str(size)] = figures
            print(line(size, figures), flush=True)
    first, last = (found[str(given.sizes[n])] for n in (0, -1))
    grown = given.sizes[-1] / given.sizes[0]
    ratios = {name: round(last[name] / first[name], 2) for name in ("add_s", "add_worst_s", "show_s", "rss_mib")}
    print(f"{grown:.0f} times the claims: " + ", ".join(f"{name} × {value}" for name, value in ratios.items()))
    print(json.dumps({"sizes": found, "ratios": ratios, "bars": BARS}))


def line(size: int, figures: dict[str, float]) -> str:
    """The figures of one size for people."""
    return (
        f"{size:>9,} claims: add {figures['add_s']:.3f} s (95 % {figures['add_95_s']:.3f}, worst "
        f"{figures['add_worst_s']:.3f}), show {figures['show_s'] * 1000:.0f} ms (95 % "
        f"{figures['show_95_s'] * 1000:.0f}, worst {figures['show_worst_s'] * 1000:.0f}), memory "
        f"{figures['rss_mib']:.0f} MiB, file {figures['file_mib']:.0f} MiB, {figures['events']:.0f} events"
    )


def measured(path: Path, reports: int) -> dict[str, float]:
    """Half of the reports tell of the latest weeks, half of earlier ones; none was added by an earlier run."""
    with look_into(path) as ledger:
        events = ledger.count_events()
        claims = _claims(path)
    last = max(0, claims // 21_000 - 1)
    rng = random.Random(5)
    new = []
    for n in range(reports):
        new += fresh(events + n, last if n % 2 else rng.randrange(last + 1), 1)
    rooms = Linking((), partial(reconcile, conflicts=()))
    adding = []
    with open_ledger(path) as ledger:
        ledger.link(rooms, MADE_BY)
        for each in new:
            start = time.perf_counter()
            ledger.add(capture(each), each)
            ledger.link(rooms, MADE_BY)
            adding.append(time.perf_counter() - start)
    showing = _shown(path, rng, events)
    return {
        "claims": claims,
        "events": events,
        **_times("add", adding),
        **_times("show", showing),
        "rss_mib": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * UNIT / MEBI, 1),
        "file_mib": round(path.stat().st_size / MEBI, 1),
    }


def _claims(path: Path) -> int:
    import sqlite3

    with contextlib.closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("SELECT count(*) FROM claims").fetchone()[0])


def _shown(path: Path, rng: random.Random, events: int) -> list[float]:
    """Events drawn by their claims, so that those much told of come often."""
    import sqlite3

    with contextlib.closing(sqlite3.connect(path)) as connection:
        (most,) = connection.execute("SELECT max(rowid) FROM event_claims").fetchone()
        pick = "SELECT event_id FROM event_claims WHERE rowid >= ? LIMIT 1"
        ids = [connection.execute(pick, (rng.randrange(most),)).fetchone()[0] for _ in range(min(100, events))]
    times = []
    for id in ids:
        with contextlib.redirect_stdout(io.StringIO()):
            start = time.perf_counter()
            status = counterclaim(["show", id, "--ledger", str(path), "--format", "json"])
            times.append(time.perf_counter() - start)
        if status:
            raise SystemExit(f"show {id} failed")
    return times[1:]


def _times(name: str, seconds: list[float]) -> dict[str, float]:
    ordered = sorted(seconds)
    return {
        f"{name}_s": round(statistics.median(ordered), 4),
        f"{name}_95_s": round(ordered[int(len(ordered) * 0.95)], 4),
        f"{name}_worst_s": round(ordered[-1], 4),
    }


if __name__ == "__main__":
    os.environ["COUNTERCLAIM_GAZETTEER"] = ""
    main()
