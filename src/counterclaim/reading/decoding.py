"""From bytes to text: byte order mark, stated charset, strict UTF-8, and last a code page that proves itself.

Nothing is guessed silently: each answer says how the encoding is known, and bytes that prove nothing are refused.
"""

import codecs
import re
from dataclasses import dataclass, field
from functools import cache

from counterclaim.errors import InputError
from counterclaim.reading import identify
from counterclaim.words.toml_data import package_toml

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KINDS = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"SQLite format 3", "a database"),
)
# Codecs of Python that no page is written in, or that could not tell when they are wrong.
_NO_CHARSETS = (
    "idna",
    "punycode",
    "utf-7",
    "mbcs",
    "oem",
    "unicode-escape",
    "raw-unicode-escape",
    "undefined",
    "charmap",
)
# As browsers do: pages that state Latin-1 or ASCII are written in windows-1252.
_AS_BROWSERS = {"iso8859-1": "cp1252", "ascii": "cp1252", "latin-1": "cp1252", "iso8859-9": "cp1254"}
# Code pages tried where nothing is stated, in order of preference where two read the same.
_CODE_PAGES = (
    *("cp1251", "cp1252", "koi8_r", "koi8_u", "cp1250", "iso8859_2", "cp866", "iso8859_5"),
    *("cp1254", "cp1256"),
)
_META = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})", re.IGNORECASE)
_META_ZONE = 4096
_SAMPLE = 1_000_000
_MOST_CHAOS = 0.1
_LEAST_COHERENCE = 0.3
_MOST_STRANGE = 0.05
_LEAST_LEAD = 0.1
_WORDS_LIKE = re.compile(r"[^\W\d_]{2,}")
_PLAIN_MARKS = frozenset(" «»“”„‘’‚‹›–—…·•©®°§№€£µ،؛؟")


@dataclass(frozen=True, slots=True)
class Decoded:
    """``text`` without its byte order mark, the ``encoding``, and ``known_from`` ("utf-8 without a fault", …)."""

    text: str = field(repr=False)
    encoding: str
    known_from: str


def decode(source: str, content: bytes, stated: str | None = None, *, markup: bool = False) -> Decoded:
    """The text of ``content``. ``stated`` is the charset that came along; ``markup`` looks for one in the page too.

    Raises ``InputError`` for empty and binary content and where the encoding cannot be told.
    """
    if not content.strip():
        raise InputError(source, "empty")
    found = _by_bom(source, content) or _decoded(source, content, stated, markup)
    _refuse_control_characters(source, found.text)
    if not found.text.strip():
        raise InputError(source, "empty")
    return found


def stated_in_page(content: bytes) -> str | None:
    """The charset that the page's meta element or XML declaration names."""
    match = _XML.search(content[:_META_ZONE]) or _META.search(content[:_META_ZONE])
    return match[1].decode("ascii", "replace") if match else None


def _by_bom(source: str, content: bytes) -> Decoded | None:
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            try:
                return Decoded(content[len(mark) :].decode(encoding), encoding, "byte order mark")
            except UnicodeDecodeError as error:
                raise InputError(source, f"not the {encoding} that its byte order mark states") from error
    return None


def _decoded(source: str, content: bytes, stated: str | None, markup: bool) -> Decoded:
    for charset, where in _statements(content, stated, markup):
        text = _strict(content, charset)
        if text is not None and "\0" not in text:
            return _unless_utf8(content, Decoded(text, charset, where))
    _refuse_binary(source, content)
    utf8 = _strict(content, "utf-8")
    if utf8 is not None:
        return Decoded(utf8, "utf-8", "valid throughout")
    found = _proved(content)
    if found is None:
        raise InputError(source, "encoding not recognised (not UTF-8, and no other that can be told with certainty)")
    return found


def _statements(content: bytes, stated: str | None, markup: bool) -> list[tuple[str, str]]:
    named = [(stated, "stated by the server")] if stated else []
    in_page = stated_in_page(content) if markup else None
    # A page that can be read as far as this statement is no UTF-16, whatever it says.
    if in_page and not in_page.casefold().startswith(("utf-16", "utf16", "utf-32")):
        named.append((in_page, "stated in the page"))
    return [(known, where) for name, where in named if (known := _known(name))]


def _known(charset: str) -> str | None:
    """The codec of a charset's name, None for a name that is no text encoding."""
    try:
        info = codecs.lookup(charset.strip())
    except (LookupError, ValueError):
        return None
    if not getattr(info, "_is_text_encoding", True) or info.name in _NO_CHARSETS:
        return None
    return _AS_BROWSERS.get(info.name, info.name)


def _unless_utf8(content: bytes, found: Decoded) -> Decoded:
    """A page that states a one-byte code page but is valid UTF-8 beyond ASCII is UTF-8: chance does not do that."""
    if found.encoding.startswith(("utf", "gb", "big5", "euc", "shift", "iso2022")) or content.isascii():
        return found
    text = _strict(content, "utf-8")
    return found if text is None else Decoded(text, "utf-8", f"valid throughout, though {found.encoding} is stated")


def _strict(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _refuse_binary(source: str, content: bytes) -> None:
    for magic, kind in _KINDS:
        if content.startswith(magic):
            raise InputError(source, f"not a text but {kind}")
    if b"\0" in content:
        raise InputError(source, "not a text (binary content)")


def _refuse_control_characters(source: str, text: str) -> None:
    """More than one control character in a thousand is no text."""
    strange = sum(text.count(chr(c)) for c in range(32) if c not in (9, 10, 11, 12, 13, 27))
    if "\0" in text or strange * 1000 > len(text):
        raise InputError(source, "not a text (binary content)")


def _proved(content: bytes) -> Decoded | None:
    """The one code page whose reading is a language's own letters in its frequencies; None for none or two."""
    from charset_normalizer import from_bytes

    sample = content[:_SAMPLE]
    readings: dict[str, tuple[float, str]] = {}
    for match in from_bytes(sample, cp_isolation=list(_CODE_PAGES), enable_fallback=False, preemptive_behaviour=False):
        text = str(match)
        if match.chaos <= _MOST_CHAOS and match.coherence >= _LEAST_COHERENCE and _is_a_language(text):
            names = sorted(set(match.could_be_from_charset) & set(_CODE_PAGES), key=_CODE_PAGES.index)
            readings[text] = (match.coherence, names[0] if names else match.encoding)
    # The Cyrillic code pages read each other's small letters as capitals, and capitals are rare.
    small = {text: answer for text, answer in readings.items() if _mostly_small(text)}
    ranked = sorted((small or readings).values(), reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _LEAST_LEAD):
        return None
    text_of_all = _strict(content, ranked[0][1])
    return None if text_of_all is None else Decoded(text_of_all, ranked[0][1], "letters and their frequencies")


def _mostly_small(text: str) -> bool:
    return 2 * sum(map(str.isupper, text)) <= sum(map(str.isalpha, text))


@cache
def _alphabets() -> dict[str, frozenset[str]]:
    letters = package_toml("counterclaim.reading", "alphabets.toml")
    return {code: frozenset(own) for code, own in letters.items()}


def _is_a_language(text: str) -> bool:
    """Whether the letters beyond ASCII are those of the text's language, and capitals stand where they should."""
    own = _alphabets().get(identify.language(text) or "")
    beyond = [c for c in text if c > "\x7f"]
    if own is None or not beyond:
        return False
    strange = sum(c.lower() not in own and c not in _PLAIN_MARKS for c in beyond)
    words = _WORDS_LIKE.findall(text)
    odd_case = sum(w[1:] != w[1:].lower() and w != w.upper() for w in words)
    return strange <= len(beyond) * _MOST_STRANGE and odd_case <= max(1, len(words) * _MOST_STRANGE)
