"""Short hand for inflected forms: ``confirm(s|ed|ing|)`` stands for four words."""

import re
from collections.abc import Iterator, Mapping

_GROUP = re.compile(r"\(([^()]*)\)")
_NAMED = re.compile(r"\(@([a-z0-9]+)\)")


def expand(word: str, endings: Mapping[str, str] | None = None) -> Iterator[str]:
    """Every word that ``word`` stands for. ``(@name)`` takes its alternatives from ``endings``."""
    if endings:
        word = _NAMED.sub(lambda m: f"({endings[m.group(1)]})", word)
    for option in _alternatives(word):
        found = _GROUP.search(option)
        if not found:
            yield option
            continue
        head, tail = option[: found.start()], option[found.end() :]
        for ending in found.group(1).split("|"):
            yield from expand(head + ending + tail, endings)


def _alternatives(word: str) -> list[str]:
    """``word`` cut at every ``|`` outside parentheses."""
    out, depth, start = [], 0, 0
    for i, mark in enumerate(word):
        depth += (mark == "(") - (mark == ")")
        if mark == "|" and not depth:
            out.append(word[start:i])
            start = i + 1
    out.append(word[start:])
    return out
