"""From a capture to its report: the one order in which the reading room's parts are called."""

import posixpath
import re
from dataclasses import replace

from counterclaim import __version__
from counterclaim.errors import InputError
from counterclaim.reading import agency, decoding, furniture, identify, plaintext, translation, webpage
from counterclaim.reading.article import Article, Dated
from counterclaim.reading.decoding import Decoded
from counterclaim.reading.published import in_stamp, without_byline_word
from counterclaim.records.identity import content_id
from counterclaim.records.made_by import MadeBy
from counterclaim.records.report import Capture, Furniture, Report
from counterclaim.settings import MAX_TEXT_CHARS, Settings

_HEAD = 1500
_LEAST_LETTERS = 2
_LONGEST_BYLINE = 100
_MARKUP = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_MARKUP_TYPES = ("text/html", "application/xhtml+xml")
_TEXT_TYPES = (*_MARKUP_TYPES, "text/plain", "text/markdown")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def read(capture: Capture, *, published: str | None = None, settings: Settings | None = None) -> Report:
    """The report in ``capture``. ``published`` is the day (ISO) that a person gave; it wins over what the item says.

    Raises ``InputError`` where there is no text to read, naming the reason.
    """
    given = _given(capture.address, published)
    markup = _is_markup(capture)
    decoded = decoding.decode(capture.address, _whole(capture, settings or Settings()), capture.charset, markup=markup)
    if markup:
        article = webpage.article(capture.address, decoded.text)
        language = identify.language(article.text) or article.stated_language
    else:
        language = identify.language(decoded.text)
        head = furniture.mark(decoded.text[:_HEAD], language, None)
        article = plaintext.article(decoded.text, capture.address, language, head)
    _refuse_unreadable(capture.address, article.text)
    marked = furniture.mark(article.text, language, article.title)
    if markup and not _has_reporting(article.text, marked):
        raise InputError(capture.address, "no article found in the page")
    return _report(capture, decoded, replace(article, dated=given or article.dated), language, marked)


def _report(
    capture: Capture, decoded: Decoded, article: Article, language: str | None, marked: tuple[Furniture, ...]
) -> Report:
    wire = agency.find(article.text, marked).agency
    dated = article.dated
    return Report(
        id=_id(capture.address, article),
        text=article.text,
        address=capture.address,
        language=language,
        url=article.url or (capture.address if "://" in capture.address else None),
        title=article.title,
        published=dated.day if dated else None,
        published_from=dated.known_from if dated else None,
        publisher=article.publisher,
        byline=article.byline or _byline(article.text, marked),
        agency=wire,
        translated_from=translation.find(article.text, language, wire),
        furniture=marked,
        capture_sha256=capture.sha256,
        made_by=(MadeBy("reading", "read", __version__, f"encoding: {decoded.encoding} ({decoded.known_from})"),),
    )


def _byline(text: str, marked: tuple[Furniture, ...]) -> str | None:
    """Who the item's own byline names; None where it has none or one that reads like more than names."""
    lines = (text[f.start : f.end] for f in marked if f.kind == "byline")
    names = next((without_byline_word(line.strip()) for line in lines), "")
    return names if 0 < len(names) <= _LONGEST_BYLINE and "\n" not in names else None


def _id(address: str, article: Article) -> str:
    """The same text at the same address is the same report; what came by standard input has no address."""
    place = article.url or (address if "://" in address else posixpath.normpath(address))
    return content_id("r", None if place == "-" else place, article.text)


def _given(address: str, day: str | None) -> Dated | None:
    if day is None:
        return None
    known = in_stamp(day) if _DAY.fullmatch(day.strip()) else None
    if known is None:
        raise InputError(address, f"no day of publication: {day!r} (expected YYYY-MM-DD)")
    return Dated(known, "given")


def _is_markup(capture: Capture) -> bool:
    media_type = (capture.media_type or "").split(";", 1)[0].strip().casefold()
    if media_type and media_type not in _TEXT_TYPES and not media_type.startswith("text/"):
        raise InputError(capture.address, f"unsupported kind ({media_type})")
    if media_type:
        return media_type in _MARKUP_TYPES
    return bool(_MARKUP.match(capture.content[:4096].removeprefix(b"\xef\xbb\xbf")))


def _whole(capture: Capture, settings: Settings) -> bytes:
    if len(capture.content) > settings.max_input_bytes:
        raise InputError(capture.address, f"too large (limit {settings.max_input_bytes:,} bytes)")
    return capture.content


def _refuse_unreadable(address: str, text: str) -> None:
    if len(text) > MAX_TEXT_CHARS:
        raise InputError(address, f"too long ({len(text):,} characters, limit {MAX_TEXT_CHARS:,})")
    if sum(1 for _ in zip(re.finditer(r"[^\W\d_]", text), range(_LEAST_LETTERS), strict=False)) < _LEAST_LETTERS:
        raise InputError(address, "no words in it")


def _has_reporting(text: str, marked: tuple[Furniture, ...]) -> bool:
    """Whether anything but furniture is left."""
    at, letters = 0, 0
    for part in (*sorted(marked, key=lambda f: f.start), Furniture(len(text), len(text), "end")):
        letters += sum(c.isalpha() for c in text[at : part.start])
        at = max(at, part.end)
    return letters >= 20
