"""Opens what a user names: files, folders, web addresses, standard input. One capture at a time, refusals as values."""

import os
import re
import stat
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import PurePath
from typing import BinaryIO

from counterclaim.errors import InputError
from counterclaim.records.report import Capture
from counterclaim.settings import Settings

STDIN = "-"
_MEDIA_TYPES = {
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
}
_UNSUPPORTED = {
    ".json": "JSON",
    ".jsonl": "JSON lines",
    ".ann": "annotations",
    ".xml": "XML",
    ".rss": "a feed",
    ".warc": "a web archive",
    ".wacz": "a web archive",
    ".gz": "a compressed file",
    ".zip": "an archive",
    ".pdf": "PDF",
    ".doc": "an office document",
    ".docx": "an office document",
    ".odt": "an office document",
    ".rtf": "RTF",
}
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]+)://", re.IGNORECASE)
_CHUNK = 1 << 20


def captures(
    sources: Sequence[str], settings: Settings | None = None, stdin: BinaryIO | None = None
) -> Iterator[Capture | InputError]:
    """A capture for each item that ``sources`` name, in order; for each that cannot be had, an ``InputError``.

    A source is a file, a folder (read through, in order of names), an http(s) address, or "-" for ``stdin``.
    """
    chosen = settings or Settings()
    for source in sources:
        yield from _of(source, chosen, stdin)


def _of(source: str, settings: Settings, stdin: BinaryIO | None) -> Iterator[Capture | InputError]:
    if source == STDIN:
        yield _standard_input(stdin, settings)
    elif _SCHEME.match(source):
        yield _address(source, settings)
    elif os.path.isdir(source):
        yield from _folder(source, settings)
    else:
        yield _file(source, settings)


def _address(source: str, settings: Settings) -> Capture | InputError:
    from counterclaim.reading.fetch import fetch

    try:
        return fetch(source, settings)
    except InputError as error:
        return error


def _standard_input(stdin: BinaryIO | None, settings: Settings) -> Capture | InputError:
    if stdin is None:
        return InputError(STDIN, "no standard input")
    try:
        content = _limited(stdin, settings.max_input_bytes)
    except (OSError, ValueError) as error:
        return InputError(STDIN, f"cannot be read ({error})")
    if content is None:
        return InputError(STDIN, _too_large(settings))
    return Capture(STDIN, content, retrieved=_now())


def _folder(folder: str, settings: Settings) -> Iterator[Capture | InputError]:
    """Every readable item under ``folder``; links to folders are not followed, so no loop can arise."""
    found = False
    unopened: list[OSError] = []
    for path, folders, names in os.walk(folder, onerror=unopened.append):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and PurePath(name).suffix.casefold() in _MEDIA_TYPES:
                found = True
                yield _file(os.path.join(path, name), settings)
    for error in unopened:
        yield InputError(str(error.filename), _reason(error))
    if not found and not unopened:
        yield InputError(folder, f"no reports in this folder ({', '.join(_MEDIA_TYPES)})")


def _file(path: str, settings: Settings) -> Capture | InputError:
    suffix = PurePath(path).suffix.casefold()
    try:
        # Not to wait for ever on a pipe that nobody writes to: opened first, then looked at.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(handle, "rb") as stream:
            known = os.fstat(handle)
            if not stat.S_ISREG(known.st_mode):
                return InputError(path, "not a regular file")
            if suffix in _UNSUPPORTED:
                return InputError(path, f"unsupported kind ({_UNSUPPORTED[suffix]})")
            content = None if known.st_size > settings.max_input_bytes else _limited(stream, settings.max_input_bytes)
    except (OSError, ValueError) as error:
        return InputError(path, _reason(error))
    if content is None:
        return InputError(path, _too_large(settings))
    return Capture(path, content, media_type=_MEDIA_TYPES.get(suffix), retrieved=_now())


def _limited(stream: BinaryIO, limit: int) -> bytes | None:
    """All that ``stream`` holds, None where that is more than ``limit`` bytes."""
    parts: list[bytes] = []
    size = 0
    while part := stream.read(min(_CHUNK, limit + 1 - size)):
        parts.append(part)
        size += len(part)
        if size > limit:
            return None
    return b"".join(parts)


def _too_large(settings: Settings) -> str:
    return f"too large (limit {settings.max_input_bytes / 2**20:g} MB)"


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    if isinstance(error, PermissionError):
        return "permission denied"
    return f"cannot be read ({getattr(error, 'strerror', None) or error})"


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
