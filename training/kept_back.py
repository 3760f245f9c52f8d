"""Writes the parts of the corpora that training never sees, to report on: ``python training/kept_back.py CORPORA OUT``.

OUT/places gets GWN.xml and TR-News.xml with the articles kept back, OUT/dates TimeBank's files.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from xml.etree import ElementTree

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

import data


def main(corpora: Path, out: Path) -> None:
    for folder in ("places", "dates"):
        (out / folder).mkdir(parents=True, exist_ok=True)
    for name in ("GWN.xml", "TR-News.xml"):
        kept = [data.is_kept_back(e) for e in data.toponyms(corpora / "places" / name)]
        tree = ElementTree.parse(corpora / "places" / name)
        root = tree.getroot()
        articles = list(root)
        assert len(articles) == len(kept), name
        for article, keep in zip(articles, kept, strict=True):
            if not keep:
                root.remove(article)
        tree.write(out / "places" / name, encoding="utf-8", xml_declaration=True)
    for example in data.timexes(corpora / "dates" / "TimeBank"):
        if data.is_kept_back(example):
            shutil.copy(corpora / "dates" / "TimeBank" / f"{example.id}.tml", out / "dates")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
