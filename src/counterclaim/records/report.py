"""What is read: the capture as it came and the report taken from it."""

import hashlib
from dataclasses import dataclass, field

from counterclaim.records.made_by import MadeBy


@dataclass(frozen=True, slots=True)
class Capture:
    """Bytes as they came from ``address`` (a path, a URL or "-"), with the media type and charset that came along."""

    address: str
    content: bytes = field(repr=False)
    media_type: str | None = None
    charset: str | None = None
    retrieved: str | None = None

    @property
    def sha256(self) -> str:
        """Hex digest of ``content``."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class Furniture:
    """A part of the text that is not reporting, with its kind ("share prompt", "caption", "copyright", …)."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Report:
    """One published item. ``published`` is an EDTF day or None; ``published_from`` says how it is known
    ("given", "metadata", "json-ld", "address", "text", …). ``language`` is an ISO 639-1 code or None.
    ``address`` is where the capture came from, ``url`` the item's own web address where known.
    ``agency`` is the wire service whose copy the report carries; ``translated_from`` a language code.
    """

    id: str
    text: str = field(repr=False)
    address: str
    language: str | None = None
    url: str | None = None
    title: str | None = None
    published: str | None = None
    published_from: str | None = None
    publisher: str | None = None
    byline: str | None = None
    agency: str | None = None
    translated_from: str | None = None
    furniture: tuple[Furniture, ...] = ()
    capture_sha256: str | None = None
    made_by: tuple[MadeBy, ...] = ()
