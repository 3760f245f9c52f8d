"""A file of places, whichever of the formats it is in."""

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from counterclaim.errors import InputError
from counterclaim.resolving.where.own import geojson, geonames, table
from counterclaim.resolving.where.own.place import Bad, OwnPlace
from counterclaim.settings import MAX_INPUT_BYTES

_LONGEST_LINE = 1024 * 1024
_SNIFFED = 20
_ARCHIVES = (b"PK\x03\x04", b"\x1f\x8b")


def read_places(path: Path, country: str | None = None) -> Iterator[OwnPlace | Bad | None]:
    """One answer a line or feature of a GeoNames dump, a CSV table or a GeoJSON file: the place, why it gives none, or
    None for a feature that no report names. Lines are read one by one, however large the file; GeoJSON is read whole,
    up to 50 MiB. ``country`` is that of places that name none. ``InputError`` where the file cannot be read as any of
    them.
    """
    try:
        with path.open("rb") as file:
            yield from _places(file, path, country)
    except OSError as error:
        raise InputError(str(path), error.strerror or str(error)) from error
    except (table.NoTable, geojson.NoGeoJson) as error:
        raise InputError(str(path), str(error)) from error


def _places(file: BinaryIO, path: Path, country: str | None) -> Iterator[OwnPlace | Bad | None]:
    start = file.read(4096)
    file.seek(0)
    if start.startswith(_ARCHIVES):
        raise InputError(str(path), "an archive: unpack it first")
    if not start.strip():
        raise InputError(str(path), "the file is empty")
    if start.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"["):
        raw = file.read(MAX_INPUT_BYTES + 1)
        if len(raw) > MAX_INPUT_BYTES:
            raise InputError(str(path), f"GeoJSON of more than {MAX_INPUT_BYTES // 1024**2} MiB")
        yield from geojson.read_geojson(_decoded(raw, path), country)
        return
    lines = _lines(file)
    first = list(itertools.islice(lines, _SNIFFED))
    every = itertools.chain(first, lines)
    good = _Good(every)
    if geonames.is_dump(line for line in (f for _, f in first if isinstance(f, str))):
        yield from _with_bad(good, geonames.read_dump(good))
    else:
        yield from _with_bad(good, table.read_table(good, country))


def _decoded(raw: bytes, path: Path) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(str(path), f"not in UTF-8 (byte {error.start})") from error


def _lines(file: BinaryIO) -> Iterator[tuple[int, str | Bad]]:
    """The lines with their numbers; what cannot be a line of text is told of instead."""
    number = 0
    while raw := file.readline(_LONGEST_LINE):
        number += 1
        if len(raw) == _LONGEST_LINE and not raw.endswith(b"\n"):
            while (rest := file.readline(_LONGEST_LINE)) and not rest.endswith(b"\n"):
                pass
            yield number, Bad(str(number), f"a line of more than {_LONGEST_LINE} bytes")
            continue
        try:
            yield number, raw.decode("utf-8-sig" if number == 1 else "utf-8").replace("\0", "")
        except UnicodeDecodeError:
            yield number, Bad(str(number), "not in UTF-8")


class _Good:
    """The lines that can be read; the others wait in ``bad``."""

    def __init__(self, lines: Iterator[tuple[int, str | Bad]]) -> None:
        self._lines = lines
        self.bad: list[Bad] = []

    def __iter__(self) -> "_Good":
        return self

    def __next__(self) -> tuple[int, str]:
        for number, line in self._lines:
            if isinstance(line, str):
                return number, line
            self.bad.append(line)
        raise StopIteration


def _with_bad(good: _Good, answers: Iterator[OwnPlace | Bad | None]) -> Iterator[OwnPlace | Bad | None]:
    for answer in answers:
        yield from _emptied(good.bad)
        yield answer
    yield from _emptied(good.bad)


def _emptied(bad: list[Bad]) -> list[Bad]:
    out = bad[:]
    bad.clear()
    return out
