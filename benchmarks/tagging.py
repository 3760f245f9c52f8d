"""How fast the taggers are: words a second of one core, model, rules and both in turns on the same texts in one run.

    python benchmarks/tagging.py FOLDER --language en [--write NAME]

FOLDER holds .txt files. Times are processor time; each text's is the best of `--repeats`. Loading and the peak of
memory are those of a fresh process that tags the same texts with the model. The last line is one JSON object;
`--write NAME` keeps it in tagging.json under that name.
"""

import argparse
import datetime as dt
import json
import platform
import resource
import subprocess
import sys
import time
from pathlib import Path

from counterclaim.language.both_taggers import BothTaggers
from counterclaim.language.rule_tagger import RuleTagger
from counterclaim.language.tagger import Tagger
from counterclaim.language.trained.tagger import TrainedTagger
from counterclaim.records.report import Report

KEPT = Path(__file__).with_name("tagging.json")


def reports(folder: Path, language: str) -> list[Report]:
    """The texts of ``folder``."""
    paths = sorted(folder.glob("*.txt"))
    return [Report(p.stem, p.read_text(encoding="utf-8"), p.name, language=language) for p in paths]


def words_per_second(texts: list[Report], taggers: dict[str, Tagger], repeats: int) -> dict[str, int]:
    """By tagger; each text goes through all of them in turn, so that other load falls on all alike."""
    best = {name: [float("inf")] * len(texts) for name in taggers}
    for _ in range(repeats):
        for i, text in enumerate(texts):
            for name, tagger in taggers.items():
                start = time.thread_time()
                tagger.tag(text)
                best[name][i] = min(best[name][i], time.thread_time() - start)
    words = sum(len(t.text.split()) for t in texts)
    return {name: round(words / sum(times)) for name, times in best.items()}


def alone(folder: Path, language: str) -> dict[str, float]:
    """Loading time and peak memory of a process that tags with the model and does nothing else."""
    command = [sys.executable, __file__, str(folder), "--language", language, "--alone"]
    found: dict[str, float] = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return found


def _alone(folder: Path, language: str) -> None:
    start = time.perf_counter()
    tagger = TrainedTagger()
    _ = tagger.model
    loading = time.perf_counter() - start
    for text in reports(folder, language):
        tagger.tag(text)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"loading_s": round(loading, 2), "peak_memory_mib": round(peak, 1)}))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", default="en")
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--write", metavar="NAME")
    parser.add_argument("--alone", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.alone:
        _alone(asked.folder, asked.language)
        return
    texts = reports(asked.folder, asked.language)
    trained = TrainedTagger()
    taggers: dict[str, Tagger] = {"model": trained, "both": BothTaggers(trained), "rules": RuleTagger()}
    figures = {
        "measured": dt.date.today().isoformat(),
        "python": platform.python_version(),
        "machine": platform.machine(),
        "reports": len(texts),
        "words": sum(len(t.text.split()) for t in texts),
        "words_per_second": words_per_second(texts, taggers, asked.repeats),
        **alone(asked.folder, asked.language),
    }
    if asked.write:
        kept = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
        KEPT.write_text(json.dumps({**kept, asked.write: figures}, indent=1, ensure_ascii=False) + "\n", "utf-8")
    print(json.dumps(figures, ensure_ascii=False))


if __name__ == "__main__":
    main()
