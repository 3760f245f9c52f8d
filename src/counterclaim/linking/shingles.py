"""A report's words as a fingerprint: shingles, and a sample of them for finding candidates cheaply.

The sample is FracMinHash (Irber et al. 2022; Broder's "mod m" sketch, 1997): every shingle whose hash falls under a
fixed bound. Unlike MinHash it also finds a short text inside a long one. It takes no dependency, and the hash
(CRC-32) gives the same numbers everywhere.
"""

import re
import zlib
from dataclasses import dataclass

from counterclaim.records.report import Report
from counterclaim.words.tokens import tokens

SIZE = 4
_SAMPLED = 2**32 // 4
_SMALL = 64
_QUOTATION = re.compile(r"“[^“”]{1,800}”|«[^«»]{1,800}»|„[^„“”]{1,800}[“”]|\"[^\"]{1,800}\"")


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is compared of a report. ``shingles`` are hashes of four words in a row, in order of the text and without
    those that touch a quotation; ``all_shingles`` has these too. ``numbers`` and ``quotations`` outlast a translation.
    """

    shingles: tuple[int, ...]
    all_shingles: frozenset[int]
    sample: frozenset[int]
    numbers: frozenset[str]
    quotations: int


def fingerprint(report: Report) -> Fingerprint:
    """The fingerprint of what the report says, furniture and a headline set before the text left out."""
    text = _body(report)
    quoted = [m.span() for m in _QUOTATION.finditer(text)]
    words = [t for t in tokens(text) if t.low[0].isalnum()]
    hashes = [zlib.crc32(" ".join(w.low for w in words[at : at + SIZE]).encode()) for at in _starts(len(words))]
    inside = _inside(quoted, [(w.start, w.end) for w in words])
    own = tuple(h for at, h in enumerate(hashes) if not any(inside[at : at + SIZE]))
    kept = frozenset(hashes)
    sample = kept if len(kept) <= _SMALL else frozenset(h for h in kept if h < _SAMPLED)
    return Fingerprint(
        shingles=own,
        all_shingles=kept,
        sample=sample,
        numbers=frozenset(n for w in words if w.low[0].isdigit() and (n := _telling(w.low)) is not None),
        quotations=len(quoted),
    )


def _starts(words: int) -> range:
    return range(max(0, words - SIZE + 1))


def _body(report: Report) -> str:
    """The text with furniture blanked out, so that words on its two sides don't run together."""
    text, at, parts = report.text, 0, list[str]()
    for furniture in sorted(report.furniture, key=lambda f: f.start):
        parts.append(text[at : furniture.start])
        at = max(at, furniture.end)
    body = "\n".join([*parts, text[at:]]).strip()
    return body.removeprefix(report.title).lstrip() if report.title else body


def _inside(spans: list[tuple[int, int]], words: list[tuple[int, int]]) -> list[bool]:
    """For each word, in order, whether it lies in one of the spans (in order, without overlap)."""
    out, at = [], 0
    for start, end in words:
        while at < len(spans) and spans[at][1] <= start:
            at += 1
        out.append(at < len(spans) and spans[at][0] <= start and end <= spans[at][1])
    return out


def _telling(number: str) -> str | None:
    """The digits of a number that tells something: no single digit, no year."""
    digits = "".join(c for c in number if c.isdigit())
    year = len(digits) == 4 and digits[:2] in {"19", "20"}
    return None if year or len(digits) < 2 else digits
