"""What is measured on what: every corpus by its public name, with the command that measures on it."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# The files that make up a corpus, by task: a README beside them may change without a new measurement.
FILES = {
    "attribution": (".txt", ".ann"),
    "ledger": (".txt", ".json"),
    "dates": (".tml",),
    "places": (".xml",),
    "event-types": (".tsv",),
    "linking": (".csv",),
    "marked": (".xml",),
}

TRAINED = "Two thirds of it are training material of the place head: see the part kept back for a figure to trust."
KEPT_BACK = "The part that was kept back from training (training/kept_back.py)."
BY_FOLDS = "Cross-validated by events: each pair by weights learnt without the events of its reports."
UNSEEN = "Nothing of it was trained on and its errors are not read; which way ships was settled with its total in view."
IN_VIEW = "The rules were written with this in view: expect less on unseen reports."
DEVELOPED = "Used while the rules were developed; nothing was trained on it."
HELD_OUT = "Held out: nobody who changes the rules reads these texts or looks at an error on them."
READ_SINCE = (
    "Coded apart from the making of the rules, but the errors have been read since: expect less on unseen reports."
)
WRITTEN_FIRST = (
    "Written and coded before the program read them; mended on since: their README has the first runs, which say more."
)
TO_DEVELOP_ON = "The rules are developed against these texts: expect less on unseen reports."

LEDGER = ("precision", "recall", "f1", "source", "stance", "event", "place", "date", "fully_right_of_gold")
ATTRIBUTION = (
    "match.content.f1",
    "match.full.f1",
    "strict.content.f1",
    "tokens.content.f1",
    "tokens.source.f1",
    "tokens.cue.f1",
)
DATES = ("strict.f1", "relaxed.f1", "value.f1", "interval.recall")
FOUND_DATES = ("strict.f1", "relaxed.f1")
MARKED = tuple(
    f"{language}.{part}"
    for language in ("en", "uk", "ru", "fr", "de")
    for part in (
        *(f"attributions.{m}.f1" for m in ("match.content", "match.full", "strict.content")),
        *(f"mentions.{f}.f1" for f in ("place", "person", "group", "weapon", "number", "time", "event")),
    )
)
EVENT_TYPES = ("weighted.f1", "macro.f1", "micro.f1")
LINKING = ("pairwise.f1", "bcubed.f1", "multi.f1", "ari")
FOUND_PLACES = ("detection.f1", "strict.f1", "resolution.acc25")
GIVEN_PLACES = ("resolution.acc25", "resolution.acc161")


@dataclass(frozen=True, slots=True)
class Benchmark:
    """One evaluation. ``name`` (CORPUS or CORPUS:WAY) is its key in scores.json; ``inside`` its path where the
    repository holds the corpus; ``slack`` is how far a figure may fall before the floor is broken, for changes that
    are no loss.
    """

    name: str
    task: str
    corpus: str
    figures: tuple[str, ...]
    slack: float
    note: str
    options: tuple[str, ...] = ()
    inside: str | None = None

    def arguments(self, path: str) -> tuple[str, ...]:
        """The arguments of ``counterclaim`` that measure it on the corpus at ``path``."""
        return ("evaluate", self.task, path, *(option.replace("CORPUS", path) for option in self.options))

    @property
    def command(self) -> str:
        """How a reader measures it again, with a placeholder where the corpus is not in the repository."""
        return " ".join(("counterclaim", *self.arguments(self.inside or f"CORPORA/{self.corpus_name}")))

    @property
    def corpus_name(self) -> str:
        """The corpus's short name: what stands before a ``:`` in the benchmark's."""
        return self.name.partition(":")[0]

    def path(self, given: dict[str, Path]) -> Path | None:
        """Where the corpus lies; None if nobody said."""
        inside = ROOT / self.inside if self.inside else None
        return given.get(self.corpus_name) or (inside if inside and inside.exists() else None)


ALIASES = ("--aliases", "CORPUS/aliases.json")
SPANS = ("--spans", "gold")
MODEL = ("--tagger", "model")

BENCHMARKS = (
    Benchmark(
        "coded-held",
        "ledger",
        "coded texts of this repository that are held out",
        LEDGER,
        0.02,
        HELD_OUT,
        ALIASES,
        "tests/coded_held",
    ),
    Benchmark(
        "coded",
        "ledger",
        "coded texts of this repository",
        LEDGER,
        0.02,
        READ_SINCE,
        ALIASES,
        "tests/coded",
    ),
    Benchmark(
        "coded-dev",
        "ledger",
        "coded texts of this repository to develop on",
        LEDGER,
        0.02,
        TO_DEVELOP_ON,
        ALIASES,
        "tests/coded_dev",
    ),
    Benchmark(
        "coded-fresh",
        "ledger",
        "coded texts of this repository, written before a run and mended on since",
        LEDGER,
        0.02,
        WRITTEN_FIRST,
        ALIASES,
        "tests/coded_fresh",
    ),
    Benchmark("seed", "ledger", "the coded seed report", LEDGER, 0.05, IN_VIEW, ALIASES),
    Benchmark("coding", "ledger", "six coded texts (en, uk, ru, fr, de)", LEDGER, 0.04, IN_VIEW, ALIASES),
    Benchmark("polnear", "attribution", "PolNeAR, development part", ATTRIBUTION, 0.01, DEVELOPED),
    Benchmark("wikinews-de", "attribution", "SpkAtt-2023 Wikinews", ATTRIBUTION, 0.02, DEVELOPED, ("--language", "de")),
    Benchmark(
        "polnear:model",
        "attribution",
        "PolNeAR, development part, the model alone",
        ATTRIBUTION,
        0.01,
        DEVELOPED,
        MODEL,
    ),
    Benchmark(
        "wikinews-de:model",
        "attribution",
        "SpkAtt-2023 Wikinews, the model alone",
        ATTRIBUTION,
        0.02,
        DEVELOPED,
        ("--language", "de", *MODEL),
    ),
    Benchmark(
        "marked-held",
        "marked",
        "marked texts of this repository that are held out",
        MARKED,
        0.02,
        HELD_OUT,
        (),
        "tests/marked_held",
    ),
    Benchmark(
        "marked-held:model", "marked", "the same, the model alone", MARKED, 0.02, HELD_OUT, MODEL, "tests/marked_held"
    ),
    Benchmark("timebank-kept:model", "dates", "TimeBank, the time head alone", FOUND_DATES, 0.02, KEPT_BACK, MODEL),
    Benchmark(
        "wikiwars-uk:model", "dates", "WikiWarsUA (half), the time head alone", FOUND_DATES, 0.02, DEVELOPED, MODEL
    ),
    Benchmark(
        "geowebnews-kept:model",
        "places",
        "GeoWebNews, the part kept back, the place head alone",
        FOUND_PLACES[:2],
        0.02,
        KEPT_BACK,
        MODEL,
    ),
    Benchmark("geowebnews-kept", "places", "GeoWebNews, the part kept back", FOUND_PLACES, 0.02, KEPT_BACK),
    Benchmark(
        "tr-news-kept:model",
        "places",
        "TR-News, the part kept back, the place head alone",
        FOUND_PLACES[:2],
        0.02,
        KEPT_BACK,
        MODEL,
    ),
    Benchmark("tr-news-kept", "places", "TR-News, the part kept back", FOUND_PLACES, 0.02, KEPT_BACK),
    Benchmark("timebank-kept", "dates", "TimeBank, the part kept back", DATES, 0.02, KEPT_BACK),
    Benchmark("case2021", "event-types", "CASE 2021, task 2 (half)", EVENT_TYPES, 0.02, UNSEEN),
    Benchmark("linking", "linking", "MAVERICK event reports, Côte d'Ivoire", LINKING, 0.02, BY_FOLDS),
    Benchmark("timebank", "dates", "TimeBank (two thirds) and AQUAINT", DATES, 0.01, DEVELOPED),
    Benchmark("wikiwars-uk", "dates", "WikiWarsUA (half)", DATES, 0.01, DEVELOPED),
    Benchmark("tr-news", "places", "TR-News", FOUND_PLACES, 0.01, TRAINED),
    Benchmark("tr-news:given", "places", "TR-News, names given", GIVEN_PLACES, 0.01, DEVELOPED, SPANS),
    Benchmark("geowebnews", "places", "GeoWebNews", FOUND_PLACES, 0.01, TRAINED),
    Benchmark("geowebnews:given", "places", "GeoWebNews, names given", GIVEN_PLACES, 0.01, DEVELOPED, SPANS),
)


def digest(path: Path, task: str) -> str:
    """SHA-256 over the corpus's files in order of name: each one's path within it, its length and its content."""
    found = hashlib.sha256()
    for name, file in _files(path, task):
        content = file.read_bytes()
        found.update(f"{name}\0{len(content)}\0".encode())
        found.update(content)
    return found.hexdigest()


def _files(path: Path, task: str) -> Iterator[tuple[str, Path]]:
    if path.is_file():
        yield path.name, path
        return
    for file in sorted(path.rglob("*")):
        if file.is_file() and file.suffix in FILES[task]:
            yield file.relative_to(path).as_posix(), file
