"""Check the marked reports: ``python training/corpus/check.py [FOLDER]``.

Every file has to be well formed, use only the marks the README names, and
give each attribution a content. Prints counts per language; exit status 1
when something is wrong. Needs nothing but Python and this repository.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from pathlib import Path
from xml.etree import ElementTree

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src"))

from counterclaim.language.trained.labels import KINDS

LINKED = {"source", "cue", "content"}
PLACES, GROUPS, EVENTS = (set(KINDS[family]) for family in ("place", "group", "event"))
ATTRIBUTES = {
    "report": {"lang", "conflict", "manner", "published"},
    "p": set(),
    "source": {"a"},
    "cue": {"a"},
    "content": {"a"},
    "place": {"k"},
    "person": set(),
    "group": {"k"},
    "weapon": set(),
    "number": {"w"},
    "time": set(),
    "event": {"t"},
}
FEWEST, MOST = 45, 350  # words of a report; outside is only remarked on


def faults_of(root: ElementTree.Element, lang: str) -> list[str]:
    found: list[str] = []
    parts: dict[str, Counter] = defaultdict(Counter)
    if root.tag != "report":
        found.append(f"root is <{root.tag}>")
    if root.get("lang") != lang:
        found.append(f"lang {root.get('lang')!r} in folder {lang!r}")
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", root.get("published", "")):
        found.append("published is no date")

    def walk(node: ElementTree.Element, inside: frozenset[str]) -> None:
        tag, text = node.tag, "".join(node.itertext())
        if tag not in ATTRIBUTES:
            found.append(f"tag <{tag}>")
            return
        if set(node.attrib) != ATTRIBUTES[tag]:
            found.append(f"attributes of <{tag}>: {sorted(node.attrib)}")
            return
        if tag not in ("report", "p") and (not text or text != text.strip()):
            found.append(f"edge of <{tag}>: {text[:40]!r}")
        if tag == "place" and node.get("k") not in PLACES:
            found.append(f"place k={node.get('k')!r}")
        if tag == "group" and node.get("k") not in GROUPS:
            found.append(f"group k={node.get('k')!r}")
        if tag == "event" and node.get("t") not in EVENTS:
            found.append(f"event t={node.get('t')!r}")
        if tag == "number" and not re.fullmatch(r"[a-z]+", node.get("w", "")):
            found.append(f"number w={node.get('w')!r}")
        if tag in LINKED:
            names = node.get("a", "").split()
            if not names or not all(name.isdigit() for name in names):
                found.append(f"a={node.get('a')!r}")
            for name in names:
                parts[name][tag] += 1
                if name in inside:
                    found.append(f"<{tag} a={name}> within its own content")
            if tag == "content":
                inside = inside | set(names)
        elif tag == "report" and (node.text or "").strip():
            found.append("text outside <p>")
        for child in node:
            if tag == "report" and child.tag != "p":
                found.append(f"<{child.tag}> outside <p>")
            if tag == "report" and (child.tail or "").strip():
                found.append("text outside <p>")
            walk(child, inside)

    walk(root, frozenset())
    for name, seen in sorted(parts.items()):
        if not seen["content"]:
            found.append(f"attribution {name} has no content")
        if not seen["cue"] and not seen["source"]:
            found.append(f"attribution {name} has neither cue nor source")
    return found


def main(folder: Path) -> int:
    wrong = 0
    counts: dict[str, Counter] = defaultdict(Counter)
    texts: dict[str, Path] = {}
    for path in sorted(folder.glob("*/*.xml")):
        lang, shown = path.parent.name, path.relative_to(folder)
        try:
            root = ElementTree.parse(path).getroot()
        except ElementTree.ParseError as error:
            print(f"{shown}: not well formed: {error}")
            wrong += 1
            continue
        for fault in faults_of(root, lang):
            print(f"{shown}: {fault}")
            wrong += 1
        text = " ".join("".join(root.itertext()).split())
        if text in texts:
            print(f"{shown}: the same text as {texts[text]}")
            wrong += 1
        texts[text] = shown
        words = len(text.split())
        if not FEWEST <= words <= MOST:
            print(f"{shown}: {words} words (only remarked on)")
        count = counts[lang]
        count["reports"] += 1
        count["words"] += words
        names = set()
        for node in root.iter():
            if node.tag in LINKED:
                names.update(node.get("a", "").split())
            if node.tag not in ("report", "p"):
                count[node.tag] += 1
        count["attributions"] += len(names)
    for lang, count in sorted(counts.items()):
        print(lang, *(f"{name} {number}" for name, number in count.items()))
    return 1 if wrong else 0


if __name__ == "__main__":
    here = Path(__file__).resolve().parent
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else here))
