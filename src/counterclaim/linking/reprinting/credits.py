"""Whose copy a text says that it carries: by the form of its dateline and of credit lines, known agency or not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from counterclaim.linking.reprinting.names import skeleton
from counterclaim.records.report import Report
from counterclaim.words.toml_data import package_toml

Name = tuple[str, ...]
# "KARSK, 5 May (Vesta Wire) –": a place in capitals, perhaps a day, the agency in brackets, a dash.
_DATELINE = re.compile(
    r"^[ \t]*(?P<place>[^\W\d_][\w'’. /-]{1,40}),?[^()\n]{0,30}\((?P<name>[^()\n]{2,60})\)\s*[–—-]+\s*", re.M
)
_NAME = r"[«“„\"]?([^\W\d_][^\n,;:()«»“”\"]{1,60}?)[»”“\"]?"
# Datelines stand at a text's beginning, credits at its beginning or end.
_BEGINNING, _EDGE = 400, 200
_MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Credit:
    """``name`` (see ``key``) stands in ``text[start:end]`` as the one whose copy it is."""

    start: int
    end: int
    name: Name


def credits(report: Report) -> tuple[Credit, ...]:
    """The credit lines and the dateline of ``report`` that name somebody."""
    return (*_datelines(report.text), *_lines(report.text))


@lru_cache(maxsize=4096)
def key(name: str) -> Name:
    """The name by the sounds of its words, alike in all alphabets."""
    return tuple(skeleton(word) or word.casefold() for word in re.findall(r"\w+", name))


def _datelines(text: str) -> Iterator[Credit]:
    for found in _DATELINE.finditer(text, 0, _BEGINNING):
        if found["place"].isupper() and _is_name(found["name"]):
            yield Credit(found.start(), found.end(), key(found["name"]))
            return


def _lines(text: str) -> Iterator[Credit]:
    for found in _line_pattern().finditer(text):
        at_edge = found.start() < _EDGE or found.end() > len(text) - _EDGE
        name = next(value for value in found.groups() if value is not None)
        if at_edge and _is_name(name):
            yield Credit(found.start(), found.end(), key(name))


def _is_name(text: str) -> bool:
    return len(text.split()) <= _MOST_WORDS and any(letter.isupper() for letter in text)


@cache
def _line_pattern() -> re.Pattern[str]:
    forms = sorted(package_toml(__package__, "credits.toml")["lines"], key=len, reverse=True)
    bodies = [re.escape(form).replace(r"\{\}", _NAME).replace("'", "['’]").replace(r"\ ", r"\s") for form in forms]
    return re.compile(rf"(?im)^[ \t(]*(?:{'|'.join(bodies)})[ \t.)]*$")
