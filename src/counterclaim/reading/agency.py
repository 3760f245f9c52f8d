"""Agency: whose wire copy a report carries.

Evidence are the rights line of the text, its dateline, its byline and its sign-off, which ``furniture`` has found.
An agency that the reporting quotes ("TASS reported") is a source, and a picture's credit speaks of the picture.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.reading.furniture import credits, rules
from counterclaim.records.report import Furniture

_RANKS = {"copyright": 0, "dateline": 1, "byline": 2}
_SAYS = {"copyright": "the rights line", "dateline": "the dateline", "byline": "the byline or sign-off"}
_REFERENCE = re.compile(r"(?i)reference|посилан|ссылк|гиперссыл|hyperlink|verweis|mention")
_OWED = re.compile(r"(?i)обязательн|обов['’]язков|required|mandatory|obligatoire")
_REUTERS = re.compile(r"(?i)\breporting by\b[^\n]{3,300}\bediting by\b|thomson reuters trust principles")


@dataclass(frozen=True, slots=True)
class AgencyAnswer:
    """``agency`` is the wire service's short name, None where nothing tells. ``text[start:end]`` is the evidence,
    ``reasons`` print as sentences.
    """

    agency: str | None
    start: int | None = None
    end: int | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Evidence:
    rank: int
    agency: str
    start: int
    end: int
    reason: str


def find(text: str, furniture: Sequence[Furniture]) -> AgencyAnswer:
    """The agency whose copy ``text`` is; the rights line outweighs the dateline, and that the byline.

    ``furniture`` is what ``furniture.mark`` found in ``text``. Names are looked up in all languages: a
    report in one may carry the rights line of another.
    """
    found = sorted(_evidence(text, furniture), key=lambda e: (e.rank, e.start))
    if not found:
        return AgencyAnswer(None)
    best = found[0]
    reasons = tuple(dict.fromkeys(e.reason for e in found if e.agency == best.agency))
    return AgencyAnswer(best.agency, best.start, best.end, reasons)


def _evidence(text: str, furniture: Sequence[Furniture]) -> Iterator[_Evidence]:
    for piece in furniture:
        words = text[piece.start : piece.end]
        if piece.kind not in _RANKS or (piece.kind == "copyright" and _only_mentions(words)):
            continue
        name = credits.agency_name().search(words)
        if name is not None:
            short = rules.names().agencies[re.sub(r"\s", " ", name.group())]
            reason = f"{_SAYS[piece.kind]} names {short}"
            yield _Evidence(_RANKS[piece.kind], short, piece.start + name.start(), piece.start + name.end(), reason)
        elif _REUTERS.search(words):
            yield _Evidence(3, "Reuters", piece.start, piece.end, "the credits are set as Reuters sets them")


def _only_mentions(rights: str) -> bool:
    """Whether a rights line speaks of material that refers to an agency, and not of the agency's own rights."""
    return bool(_REFERENCE.search(rights)) and not _OWED.search(rights)
