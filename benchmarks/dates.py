"""How fast time expressions are found: documents a second of one core, beside dateparser's search in the same run.

    python benchmarks/dates.py FOLDER [--write NAME]

FOLDER holds TimeML files (.tml). Both read the same text with the same day of creation, in turns, so that other load
falls on both alike; times are processor time of one thread, each document's the best of `--repeats`. Loading the
grammar is not counted. dateparser (BSD-3-Clause) is what trafilatura brings along; it is told the language. The last
line is one JSON object; `--write NAME` keeps it in dates.json under that name.
"""

import argparse
import datetime as dt
import json
import platform
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dateparser import __version__ as peer_version
from dateparser.search import search_dates

from counterclaim.evaluating.dates import Document, language_of, predict, read_timeml

KEPT = Path(__file__).with_name("dates.json")


def by_peer(document: Document, language: str) -> None:
    """dateparser's search over the whole text, counted from the document's day."""
    settings: dict[str, Any] = {}
    if document.created:
        settings["RELATIVE_BASE"] = dt.datetime.fromisoformat(document.created)
    search_dates(document.text, languages=[language], settings=settings)


def by_us(document: Document, language: str) -> None:
    """The expressions with their values, as ``evaluate dates`` finds them."""
    predict(document, language)


def seconds(
    documents: list[Document], finders: dict[str, Callable[[Document, str], None]], repeats: int
) -> dict[str, float]:
    """Best times summed over the documents, by finder. The first of each is a warming-up that is not counted."""
    languages = [language_of(d.text) for d in documents]
    for find in finders.values():
        for language in sorted(set(languages)):
            find(documents[languages.index(language)], language)
    best = {name: [float("inf")] * len(documents) for name in finders}
    for _ in range(repeats):
        for i, (document, language) in enumerate(zip(documents, languages, strict=True)):
            for name, find in finders.items():
                start = time.thread_time()
                find(document, language)
                best[name][i] = min(best[name][i], time.thread_time() - start)
    return {name: sum(times) for name, times in best.items()}


def main() -> None:
    """Measures, prints, keeps."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--write", metavar="NAME")
    given = parser.parse_args()
    documents = [read_timeml(p) for p in sorted(given.folder.rglob("*.tml"))]
    if not documents:
        parser.error(f"no .tml file in {given.folder}")
    took = seconds(documents, {"counterclaim": by_us, "dateparser": by_peer}, given.repeats)
    figures = {
        "documents": len(documents),
        "words": sum(len(d.text.split()) for d in documents),
        "documents_per_second": {name: round(len(documents) / s, 1) for name, s in took.items()},
        "times_as_fast_as_dateparser": round(took["dateparser"] / took["counterclaim"], 1),
        "dateparser": peer_version,
        "python": platform.python_version(),
        "measured": dt.date.today().isoformat(),
    }
    for name, value in figures.items():
        print(f"{name:30}{value}")
    if given.write:
        kept = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
        text = json.dumps({**kept, given.write: figures}, indent=1, ensure_ascii=False)
        KEPT.write_text(text + "\n", encoding="utf-8")
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
