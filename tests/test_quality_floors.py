"""The floors of benchmarks/scores.json, which figures on the repository's own coded texts may not fall below; and the
limits on size and start."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
BENCHMARKS = ROOT / "benchmarks"


@pytest.fixture(autouse=True)
def _benchmarks_are_modules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCHMARKS))


def result(digest: str = "d", **figures: float) -> Any:
    from corpora import BENCHMARKS as KNOWN
    from measuring import Measured
    from scores import Result

    return Result(KNOWN[0], digest, Measured(figures, {}))


def test_no_figure_on_the_repositorys_own_corpora_is_below_its_floor() -> None:
    command = [sys.executable, str(BENCHMARKS / "scores.py"), "--check"]
    ran = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env={"PYTHONPATH": "src"}, check=False)
    assert ran.returncode == 0, ran.stderr


def test_every_corpus_of_the_repository_has_floors_for_the_files_as_they_are() -> None:
    from corpora import BENCHMARKS as KNOWN
    from corpora import digest

    kept = json.loads((BENCHMARKS / "scores.json").read_text(encoding="utf-8"))["scores"]
    for benchmark in KNOWN:
        if benchmark.inside:
            assert kept[benchmark.name]["digest"] == digest(ROOT / benchmark.inside, benchmark.task), (
                f"{benchmark.inside} changed: run `python benchmarks/scores.py --write`, then `make docs`"
            )


def test_a_figure_below_its_floor_is_named() -> None:
    from scores import broken, entry_of

    kept = entry_of(result(f1=0.9, source=0.8), None)
    assert list(broken(result(f1=0.9, source=0.79), kept)) == []
    (line,) = broken(result(f1=0.85, source=0.8), kept)
    assert line.endswith(" f1: 0.85 is below its floor 0.88")
    assert len(list(broken(result(f1=0.9), kept))) == 1, "a figure that is gone counts as below"


def test_floors_count_only_for_the_same_files() -> None:
    from scores import broken, entry_of

    kept = entry_of(result(f1=0.9), None)
    assert list(broken(result("other files", f1=0.1), kept)) == []


def test_a_floor_falls_only_when_asked_to_or_on_other_files() -> None:
    from scores import entry_of

    kept = entry_of(result(f1=0.9), None)
    assert entry_of(result(f1=0.5), kept)["figures"]["f1"]["floor"] == 0.88
    assert entry_of(result(f1=0.95), kept)["figures"]["f1"]["floor"] == 0.93
    assert entry_of(result(f1=0.5), kept, lower=True)["figures"]["f1"]["floor"] == 0.48
    assert entry_of(result("other files", f1=0.5), kept)["figures"]["f1"]["floor"] == 0.48


def test_the_digest_knows_names_and_contents_and_no_readme(tmp_path: Path) -> None:
    from corpora import digest

    def corpus(**files: str) -> str:
        folder = tmp_path / str(len(list(tmp_path.iterdir())))
        folder.mkdir()
        for name, content in files.items():
            (folder / name.replace("_", ".")).write_text(content)
        return digest(folder, "ledger")

    plain = corpus(a_txt="x", b_txt="y")
    assert plain == corpus(b_txt="y", a_txt="x", README_md="z")
    assert len({plain, corpus(a_txt="xb", b_txt="y"), corpus(a_txt="x", c_txt="y"), corpus(a_txt="", b_txt="xy")}) == 4


def test_the_package_is_imported_fast_and_installs_small() -> None:
    from installed import megabytes
    from speed import import_ms

    assert import_ms("counterclaim") < 200
    sizes = megabytes()
    assert 50 < sizes["total"] < 450, "50 MB would mean that the dependencies were not found"


def test_speed_is_measured_for_every_stage(tmp_path: Path) -> None:
    from speed import STAGES

    report = tmp_path / "report.txt"
    report.write_text("The army said on Tuesday that it had shelled the harbour of Odesa.", encoding="utf-8")
    command = [sys.executable, str(BENCHMARKS / "speed.py"), str(report), "--repeats", "1"]
    ran = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env={"PYTHONPATH": "src"}, check=True)
    found = json.loads(ran.stdout.splitlines()[-1])
    assert found["reports"] == 1
    assert found["claims"] >= 1
    assert set(STAGES.values()) < set(found["shares"])
    assert min(found["shares"].values()) >= 0
    assert 0 < found["median_ms"] <= found["p90_ms"]


def test_figures_are_found_at_dotted_paths() -> None:
    from measuring import value_at

    ours, others = {"match.full": {"f1": 0.5}}, {"match": {"full": {"f1": 0.25}}, "recall": None}
    assert value_at(ours, "match.full.f1") == 0.5
    assert value_at(others, "match.full.f1") == 0.25
    assert value_at(others, "recall") is None
    assert value_at(others, "match.source.f1") is None
