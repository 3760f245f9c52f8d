"""Texts with slots for two parties, read from TOML and written out twice: once as they stand, once with the parties
exchanged.

A file names its conflict and day, and has pairs of parties. A pair has the sides' codes, points for its places, and for
each language the forms of every slot (that of party A, that of party B) and the texts, in which ``{A.town}`` stands for
A's form of the slot ``town``. A slot ``town_loc`` is another form of the place ``town``.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from counterclaim.errors import InputError
from counterclaim.settings import LANGUAGES

Point = tuple[float, float]

_SLOT = re.compile(r"\{([AB])\.([\w-]+)\}")
_SENTENCE_BEGINS = re.compile(r"(?:^|[.!?]\s+)[«„“\"]?$")
# What a slot counts in the measure by which spans of both versions are compared, whatever its letters.
_SLOT_WIDTH = 10


@dataclass(frozen=True, slots=True)
class Party:
    """One of the two: ``sides`` are the codes that count as it; ``state`` is true where its forces are a state's."""

    sides: tuple[str, ...]
    state: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """Two parties that are exchanged. ``places`` gives for a slot the points of A's and of B's place (degrees)."""

    name: str
    a: Party
    b: Party
    places: Mapping[str, tuple[Point, Point]]


@dataclass(frozen=True, slots=True)
class Piece:
    """``text[start:end]`` of one version; ``slot`` is "A.town" as the text has it, None for what is not exchanged.
    ``at`` is where the piece begins in the measure that both versions share.
    """

    start: int
    end: int
    slot: str | None
    at: int


@dataclass(frozen=True, slots=True)
class Version:
    """A text as it stands (``exchanged`` false) or with the parties exchanged. ``letters`` gives for every form of
    every slot the letter that its party has in the text as it stands.
    """

    text: str
    pieces: tuple[Piece, ...]
    exchanged: bool
    letters: Mapping[str, str]

    def mapped(self, words: str) -> str:
        """``words`` with the forms of slots replaced by the letter of their party."""
        for form in sorted(self.letters, key=len, reverse=True):
            words = re.sub(rf"(?i)\b{re.escape(form)}\b", self.letters[form], words)
        return words

    def places(self) -> set[str]:
        """The slots that stand in the text, without their forms: "A.town" for "A.town_loc"."""
        return {p.slot.partition("_")[0] for p in self.pieces if p.slot is not None}

    def shared(self, start: int, end: int) -> tuple[int, int]:
        """A span in the measure that both versions share; one that cuts a slot is widened to the whole of it."""
        return self._shared(start, 0), self._shared(end, 1)

    def _shared(self, offset: int, is_end: int) -> int:
        for piece in self.pieces:
            if piece.start + is_end <= offset < piece.end + is_end:
                if piece.slot is None:
                    return piece.at + offset - piece.start
                return piece.at + _SLOT_WIDTH * is_end
        return 0 if offset <= 0 else self.pieces[-1].at + _width(self.pieces[-1])

    def slots(self, start: int, end: int) -> tuple[str, ...]:
        """The slots that share a letter with a span."""
        return tuple(p.slot for p in self.pieces if p.slot is not None and p.start < end and start < p.end)


@dataclass(frozen=True, slots=True)
class SwapText:
    """One text. ``id`` names file, pair, language and number."""

    id: str
    conflict: str
    language: str
    published: str
    pair: Pair
    versions: tuple[Version, Version]


def read_swaps(path: Path) -> list[SwapText]:
    """All texts of the TOML files at ``path`` (a file or a folder). ``InputError`` where there are none or one is not
    as described above.
    """
    files = sorted(path.glob("*.toml")) if path.is_dir() else [path]
    texts = [text for file in files for text in _read(file)]
    if not texts:
        raise InputError(str(path), "no texts with slots for parties in it")
    return texts


def _read(file: Path) -> list[SwapText]:
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
        return [text for name, block in data["pair"].items() for text in _of_pair(data, name, block)]
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise InputError(str(file), f"cannot be read ({error})") from error
    except KeyError as error:
        raise InputError(str(file), f"{error} is missing") from error
    except (TypeError, ValueError, AttributeError) as error:
        raise InputError(str(file), str(error)) from error


def _of_pair(data: Mapping[str, Any], name: str, block: Mapping[str, Any]) -> list[SwapText]:
    a, b = (Party(tuple(block[key]["sides"]), bool(block[key]["state"])) for key in ("a", "b"))
    places = {slot: (_point(points[0]), _point(points[1])) for slot, points in block["places"].items()}
    pair = Pair(name, a, b, places)
    out = []
    for language in LANGUAGES:
        told = block.get(language, {"texts": [], "slots": {}})
        for number, template in enumerate(told["texts"], 1):
            id = f"{data['conflict']}/{name}/{language}/{number}"
            versions = (_written(template, told["slots"], id, False), _written(template, told["slots"], id, True))
            out.append(SwapText(id, data["conflict"], language, data["published"], pair, versions))
    return out


def _point(value: Sequence[float]) -> Point:
    lat, lon = value
    return float(lat), float(lon)


def _written(template: str, forms: Mapping[str, Sequence[str]], id: str, exchanged: bool) -> Version:
    text, at = "", 0
    pieces: list[Piece] = []

    def add(words: str, slot: str | None) -> None:
        nonlocal text, at
        if words:
            pieces.append(Piece(len(text), len(text) + len(words), slot, at))
            text += words
            at += _width(pieces[-1])

    last = 0
    for found in _SLOT.finditer(template):
        letter, slot = found.groups()
        if slot not in forms or len(forms[slot]) != len("AB"):
            raise ValueError(f"{id}: no two forms for the slot {slot}")
        add(template[last : found.start()], None)
        word = forms[slot]["AB".index(letter) ^ exchanged]
        add(word[:1].upper() + word[1:] if _SENTENCE_BEGINS.search(text) else word, f"{letter}.{slot}")
        last = found.end()
    add(template[last:], None)
    if "{" in text or "}" in text:
        raise ValueError(f"{id}: a brace that is no slot")
    letters = {form: "AB"[at ^ exchanged] for pair in forms.values() for at, form in enumerate(pair)}
    return Version(text, tuple(pieces), exchanged, letters)


def _width(piece: Piece) -> int:
    return piece.end - piece.start if piece.slot is None else _SLOT_WIDTH
