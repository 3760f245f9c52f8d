"""What the plain-text and web-page readers hand on before furniture, language and agency are looked for."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Dated:
    """A day of publication (ISO) and ``known_from``: "given", "json-ld", "meta", "time element", "text", "address"."""

    day: str
    known_from: str


@dataclass(frozen=True, slots=True)
class Article:
    """One item's text and what its page states of itself; None where it states nothing."""

    text: str = field(repr=False)
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    byline: str | None = None
    dated: Dated | None = None
    stated_language: str | None = None
