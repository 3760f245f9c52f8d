"""How fast and how large the resolver of places is: the gazetteer's file, opening, memory; look-ups and whole texts.

    python benchmarks/where.py FOLDER [--language en] [--repeats 3] [--write NAME]

FOLDER holds .txt files. Times are processor time; each text's is the best of `--repeats`. Opening and memory are those
of a fresh process, before and after. The last line is one JSON object; `--write NAME` keeps it in where.json under that
name.
"""

import argparse
import datetime as dt
import json
import platform
import statistics
import subprocess
import sys
import time
from pathlib import Path

from counterclaim.language.rule_tagger import RuleTagger
from counterclaim.language.sentences import split
from counterclaim.records.report import Report
from counterclaim.resolving.where import Gazetteer, find_toponyms
from counterclaim.resolving.where.gazetteer import shipped_file

KEPT = Path(__file__).with_name("where.json")
NAMES = (("Kursk", "en"), ("Харкова", "uk"), ("Нижнем Новгороде", "ru"), ("Koursk", "fr"), ("Springfield", "en"))
# What a fresh process prints: milliseconds to open and for first look-ups, memory in MiB. Linux tells a process's own
# peak in /proc; getrusage would give the parent's where that is larger.
ALONE = """
import sys, time
from counterclaim.resolving.where.gazetteer import Gazetteer, shipped_file
def peak():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))
bare = peak()
start = time.perf_counter()
gazetteer = Gazetteer.open(shipped_file())
opened = time.perf_counter()
for name, language in NAMES:
    gazetteer.candidates(name, language)
print([1000 * (opened - start), 1000 * (time.perf_counter() - opened), bare, peak()])
"""


def alone() -> dict[str, float]:
    """Opening and memory in a fresh process; the best of three for the times."""
    code = f"NAMES = {NAMES!r}\n{ALONE}"
    command = [sys.executable, "-c", f"import sys; sys.path[:0] = {sys.path!r}\n{code}"]
    runs = [json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout) for _ in range(3)]
    return {
        "ms_opening": round(min(r[0] for r in runs), 2),
        "ms_first_look_ups": round(min(r[1] for r in runs), 2),
        "mib_before_opening": round(max(r[2] for r in runs), 1),
        "mib_peak": round(max(r[3] for r in runs), 1),
    }


def measured(folder: Path, language: str, repeats: int) -> dict[str, object]:
    """Every figure."""
    texts = [p.read_text(encoding="utf-8") for p in sorted(folder.glob("*.txt"))]
    reports = [Report(str(n), text, "-", language=language) for n, text in enumerate(texts)]
    if not reports:
        sys.exit(f"{folder}: no .txt file")
    gazetteer, tagger = Gazetteer.open(shipped_file()), RuleTagger()
    where: list[float] = []
    tagging: list[float] = []
    names = 0
    for number, report in enumerate(reports):
        sentences = split(report)
        best = [float("inf")] * 2
        for _ in range(repeats):
            start = time.thread_time()
            found = find_toponyms(report, sentences, gazetteer)
            middle = time.thread_time()
            tagger.tag(report)
            best = [min(best[0], middle - start), min(best[1], time.thread_time() - middle)]
        names += len(found)
        # The first text pays for the lexicons that are made once.
        if number or len(reports) == 1:
            where.append(best[0])
            tagging.append(best[1])
    words = sum(len(text.split()) for text in texts[-len(where) :])
    return {
        "texts": len(where),
        "words": words,
        "names": names,
        "mb_file": round(shipped_file().stat().st_size / 1e6, 1),
        **alone(),
        "median_ms": round(1000 * statistics.median(where), 2),
        "texts_per_second": round(len(where) / sum(where), 1),
        "words_per_second": round(words / sum(where)),
        "times_the_rule_tagger": round(sum(where) / sum(tagging), 2),
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", default="en")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--write", metavar="NAME", help="keep the figures in where.json under NAME")
    asked = parser.parse_args()
    found = measured(asked.folder, asked.language, max(1, asked.repeats))
    if asked.write:
        kept = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
        day, machine = dt.date.today().isoformat(), platform.machine()
        kept[asked.write] = {"measured": day, "python": platform.python_version(), "machine": machine, **found}
        KEPT.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print("\n".join(f"{name:26}{value!s:>12}" for name, value in found.items()))
    print(json.dumps(found, ensure_ascii=False))


if __name__ == "__main__":
    main()
