"""Writes docs/reference from the code: commands, JSON fields, event types, parties of the shipped packs, figures.

python tools/reference.py            writes the pages
python tools/reference.py --check    status 1, naming the pages, if one is not what the code says
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import click
from json_fields import ENUMS, FIELDS, undescribed

from counterclaim.cli.main import cli
from counterclaim.packs.reading import load, shipped
from counterclaim.records.conflict import Conflict, Party
from counterclaim.records.event_type import EventType
from counterclaim.words.toml_data import package_toml

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "reference"
SCORES = ROOT / "benchmarks" / "scores.json"
SPEED = ROOT / "benchmarks" / "speed.json"
TAGGING = ROOT / "benchmarks" / "tagging.json"
MADE = "<!-- Written by tools/reference.py; change the code, then run `make docs`. -->"
WIDTH = 100
SHAPES = {
    "extract": "`counterclaim extract` prints one such object a report, each on one line.",
    "claims": "`counterclaim claims --format json` prints a list of them: a claim as above, with its report.",
    "events": "`counterclaim events --format json` prints a list of them.",
    "show": "`counterclaim show EVENT --format json` prints one: an event as above, with the views of its counts and "
    "the claims behind it.",
    "reports": "`counterclaim reports --format json` prints a list of them.",
}


def table(heads: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> list[str]:
    """A Markdown table."""
    lines = [heads, tuple("---" for _ in heads), *rows]
    return ["| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines]


def commands() -> list[str]:
    """What ``--help`` says of every command."""
    top = click.Context(cli, info_name="counterclaim", terminal_width=WIDTH, help_option_names=["-h", "--help"])
    lines = ["# Commands", "", "```text", cli.get_help(top), "```"]
    for name, command in cli.commands.items():
        context = click.Context(command, info_name=name, parent=top, terminal_width=WIDTH)
        lines += ["", f"## {name}", "", "```text", command.get_help(context), "```"]
        for part, inner in getattr(command, "commands", {}).items():
            below = click.Context(inner, info_name=part, parent=context, terminal_width=WIDTH)
            lines += ["", f"### {name} {part}", "", "```text", inner.get_help(below), "```"]
    return lines


def fields() -> list[str]:
    """The JSON of the commands, field by field; ``ValueError`` if a field is not described or no longer printed."""
    wrong = undescribed()
    if wrong:
        raise ValueError(f"tools/json_fields.py and the JSON differ in {wrong}")
    choices = {name: ", ".join(f"`{value.value}`" for value in kinds) for name, kinds in ENUMS.items()}
    lines = ["# The JSON, field by field", ""]
    lines += ["A dot goes into an object, `[]` into each entry of a list. Unknown is null, never a guess. Offsets are"]
    lines += ["Python string indices into `report.text`, ends exclusive. Dates are EDTF (ISO 8601-2).", ""]
    for name, described in FIELDS.items():
        rows = ((f"`{path}`", meaning.format(**choices)) for path, meaning in described.items())
        lines += [f"## {name}", "", SHAPES[name], "", *table(("field", "type and meaning"), rows), ""]
    return lines[:-1]


def taxonomy() -> list[str]:
    """Event types, and what each kind of trigger says of an event."""
    rules = package_toml("counterclaim.events.rules", "taxonomy.toml")
    rows = (
        (
            f"`{name}`",
            str(rule.get("event", "*by the weapon or the context*")),
            f"`{rule['kind']}`",
            str(rule.get("detail", "")),
            str(rule["strength"]),
        )
        for name, rule in rules.items()
        if isinstance(rule, dict) and "kind" in rule
    )
    lines = ["# Event types", "", "`event` is an ACLED sub-event type, spelled as ACLED spells it:", ""]
    lines += [f"- {kind.value}" for kind in EventType]
    lines += ["", "Words of the text are grouped into triggers. Of several in one clause the strongest speaks for it;"]
    lines += ["strength 0 counts only in what a source says. The words themselves are in"]
    lines += ["`src/counterclaim/events/rules/`, one file a language.", ""]
    return lines + table(("trigger", "event", "proposition", "detail", "strength"), rows)


def parties() -> list[str]:
    """Sides, parties and offices of the shipped packs."""
    lines = ["# Sides and parties", ""]
    lines += ["What the shipped conflict packs know. A party that no pack knows is kept as named, its side unknown."]
    lines += ["[How to make a pack](../how-to/make-a-conflict-pack.md)."]
    for conflict in load(shipped()):
        lines += ["", f"## {conflict.title} (`{conflict.id}`, version {conflict.version})", ""]
        sides = ((f"`{s.code}`", s.name, ", ".join(s.home)) for s in conflict.sides)
        lines += [*table(("side", "name", "home"), sides), ""]
        lines += table(("party", "side", "kind", "office held by"), _parties(conflict))
    return lines


def _parties(conflict: Conflict) -> Iterator[tuple[str, ...]]:
    for party in sorted(conflict.parties, key=lambda p: (p.side or "~", p.name, p.id)):
        yield (party.name, f"`{party.side}`" if party.side else "", party.kind.value, _holders(party))


def _holders(party: Party) -> str:
    return "; ".join(f"{t.name} ({t.since or '…'} – {t.until or '…'})" for t in party.tenures)


def scores() -> list[str]:
    """The figures of benchmarks/scores.json."""
    kept = json.loads(SCORES.read_text(encoding="utf-8"))["scores"]
    lines = ["# How well it works", ""]
    lines += [
        "Measured on texts coded by hand, from `benchmarks/scores.json`, where each figure stands with the digest"
    ]
    lines += ["of its corpus and the floor that a test holds it to. 1 is perfect. *Other scorer* is the figure that a"]
    lines += ["program sharing no code with this project gives the same predictions. CORPORA stands for where"]
    lines += ["you keep the corpora that are not in the repository."]
    for entry in kept.values():
        lines += [
            "",
            f"## {entry['corpus'][0].upper()}{entry['corpus'][1:]}",
            "",
            f"{entry['note']} Measured {entry['measured']} by",
            "",
        ]
        lines += ["```sh", entry["command"], "```", ""]
        rows = ((f"`{key}`", *_cells(figure)) for key, figure in entry["figures"].items())
        lines += table(("figure", "value", "other scorer", "floor"), rows)
        languages = entry.get("by_language", {})
        if languages:
            shares = (
                (f"`{key}`", *(f"{figures[key]:.3f}" if key in figures else "" for figures in languages.values()))
                for key in entry["figures"]
            )
            lines += ["", *table(("by language", *languages), shares)]
    return lines


SPEED_ROWS = {
    "median_ms": "median time a report (ms of one core)",
    "p90_ms": "90th percentile (ms)",
    "words_per_second": "words a second",
    "median_characters": "median length (characters)",
    "ms_linking_and_reconciling_all": "linking and reconciling all of them (ms)",
    "peak_memory_mib": "peak memory (MiB)",
}


def speed() -> list[str]:
    """The figures of benchmarks/speed.json."""
    kept = json.loads(SPEED.read_text(encoding="utf-8"))
    lines = ["# How fast, how large", ""]
    lines += ["Measured by `benchmarks/speed.py` after a first pass that loads the lexicons; see there for how, and"]
    lines += ["`benchmarks/speed.json` for all of it."]
    for name, found in kept.items():
        lines += ["", f"## {name}", ""]
        many = f"{found['reports']} reports ({found['failed']} more failed), {found['words']} words"
        lines += [f"{many}; {found['measured']}, Python {found['python']}.", ""]
        lines += table(("figure", "value"), ((text, str(found[key])) for key, text in SPEED_ROWS.items()))
        lines += ["", *table(("stage", "share of the time"), ((k, f"{v:.0%}") for k, v in found["shares"].items()))]
    size = found["installed_mb"]
    lines += [
        "",
        f"A user installs {size['total']:.0f} MB, the package itself and its gazetteer {size['package']:.0f} MB",
    ]
    lines += [f"of it. `import counterclaim` takes {found['import_ms']} ms.", "", *tagging()]
    return lines


def tagging() -> list[str]:
    """The figures of benchmarks/tagging.json."""
    kept = json.loads(TAGGING.read_text(encoding="utf-8"))
    rows = (
        (
            name,
            str(found["words"]),
            *(str(found["words_per_second"][tagger]) for tagger in ("model", "both", "rules")),
            f"{found['loading_s']} s",
            f"{found['peak_memory_mib']} MiB",
        )
        for name, found in kept.items()
    )
    heads = ("texts", "words", "model, words a second", "model and rules", "rules", "loading", "peak memory")
    return ["## Finding attributions alone", "", "On one core, by `benchmarks/tagging.py`.", "", *table(heads, rows)]


def _cells(figure: dict[str, float]) -> tuple[str, ...]:
    return tuple(f"{figure[k]:.3f}" if k in figure else "" for k in ("value", "independent", "floor"))


PAGES = {
    "scores.md": scores,
    "speed.md": speed,
    "commands.md": commands,
    "json.md": fields,
    "taxonomy.md": taxonomy,
    "parties.md": parties,
}


def pages() -> dict[str, str]:
    """The text of each page, by its name."""
    return {name: "\n".join([MADE, "", *write()]) + "\n" for name, write in PAGES.items()}


def stale() -> list[str]:
    """The names of the pages that are not what the code says."""
    kept = {name: (FOLDER / name).read_text("utf-8") if (FOLDER / name).exists() else "" for name in PAGES}
    return [name for name, text in pages().items() if kept[name] != text]


def main() -> int:
    """Write or check; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="only name the pages that are not what the code says")
    if parser.parse_args().check:
        for name in (old := stale()):
            print(f"docs/reference/{name} is not what the code says: run `make docs`", file=sys.stderr)
        return 1 if old else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
