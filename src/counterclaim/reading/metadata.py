"""What a web page states of itself: title, site, byline, address, day of publication. Nothing is run."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from counterclaim.reading import published
from counterclaim.reading.article import Dated

_ARTICLE_TYPES = re.compile(r"Article|Posting|Report$|^WebPage$|NewsItem", re.IGNORECASE)
_MOST_NODES = 20_000
_MOST_TIMES = 50
_PROSE = 120
_LONGEST_FIELD = 400
_RAW_DATE = re.compile(r'"datePublished"\s*:\s*"([^"\\]{8,40})"')
_COMMENT_MARKS = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|(?://\s*)?\]\]>)\s*$")
_TITLE_TAIL = re.compile(r"\s+[|–—·•»-]\s+[^|–—·•»]{2,60}$")

_DATE_META = (
    "article:published_time", "og:article:published_time", "og:published_time", "article:published",
    "datepublished", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "publish-date",
    "publish_date", "publication_date", "publicationdate", "pubdate", "pub_date", "published_time", "published",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "dc:date",
    "citation_publication_date", "citation_date", "article.published", "date", "displaydate",
    "originalpublicationdate", "datecreated", "mediator_published_time", "iso-8601-publish-date",
)  # fmt: skip
_TITLE_META = ("og:title", "twitter:title", "dc.title", "parsely-title", "headline", "title")
_SITE_META = ("og:site_name", "application-name", "dc.publisher", "publisher", "al:android:app_name")
_BYLINE_META = ("author", "article:author", "byl", "parsely-author", "dc.creator", "sailthru.author", "citation_author")


@dataclass(frozen=True, slots=True)
class Stated:
    """The page's own statements; None where it makes none."""

    title: str | None
    url: str | None
    publisher: str | None
    byline: str | None
    dated: Dated | None
    language: str | None


def stated(tree: HtmlElement, address: str) -> Stated:
    """What the page that was fetched from ``address`` states of itself."""
    metas = _metas(tree)
    url = _url(tree, metas, address)
    item = _json_ld(tree, url)
    if metas.get("og:site_name") == "Telegram":
        # A post has no headline; the page names its channel in the headline's place.
        return Stated(None, url, metas.get("og:title"), None, _dated(tree, metas, item, url), _language(tree))
    return Stated(
        title=_title(tree, metas, item),
        url=url,
        publisher=_name(item.get("publisher")) or _first(metas, _SITE_META) or _microdata(tree, "publisher"),
        byline=_byline(tree, metas, item),
        dated=_dated(tree, metas, item, url),
        language=_language(tree),
    )


def _metas(tree: HtmlElement) -> dict[str, str]:
    """The first content of each named meta element, names in lower case."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop")
        content = _line(meta.get("content"))
        if name and content:
            found.setdefault(name.strip().casefold(), content)
    return found


def _line(value: object) -> str | None:
    """``value`` as one line, None where it is no text or too long to be a field."""
    if not isinstance(value, str):
        return None
    # JSON may hold half a surrogate pair, which no file can be written with.
    flat = " ".join(value.encode("utf-8", "ignore").decode("utf-8").split())
    return flat if 0 < len(flat) <= _LONGEST_FIELD else None


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _json_ld(tree: HtmlElement, url: str | None) -> dict[str, Any]:
    """The page's article as JSON-LD describes it: the one whose address is the page's, else the first."""
    articles: list[dict[str, Any]] = []
    raw_date: str | None = None
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").casefold():
            continue
        text = _COMMENT_MARKS.sub("", script.text or "").strip()
        try:
            articles += _articles(json.loads(text, strict=False))
        except (ValueError, RecursionError):
            match = _RAW_DATE.search(text)
            raw_date = raw_date or (match[1] if match else None)
    own = [a for a in articles if url and url in (a.get("url"), a.get("@id"), _address_in(a.get("mainEntityOfPage")))]
    dated = [a for a in articles if a.get("datePublished")]
    return next(iter(own or dated or articles), {"datePublished": raw_date} if raw_date else {})


def _articles(root: object) -> Iterator[dict[str, Any]]:
    """The article objects of parsed JSON-LD, whole pages last."""
    pages: list[dict[str, Any]] = []
    waiting, seen = [root], 0
    while waiting and seen < _MOST_NODES:
        node, seen = waiting.pop(0), seen + 1
        if isinstance(node, list):
            waiting[:0] = node[:1000]
        elif isinstance(node, dict):
            kind = node.get("@type")
            kinds = " ".join(k for k in (kind if isinstance(kind, list) else [kind]) if isinstance(k, str))
            if kinds == "WebPage":
                pages.append(node)
            elif any(_ARTICLE_TYPES.search(k) for k in kinds.split()):
                yield node
            waiting += [v for k, v in node.items() if k in ("@graph", "mainEntity", "mainEntityOfPage", "hasPart")]
    yield from pages


def _address_in(node: object) -> object:
    return node.get("@id") or node.get("url") if isinstance(node, dict) else node


def _name(node: object) -> str | None:
    """The name of a person or body in JSON-LD: a string, an object, or several of these."""
    if isinstance(node, list):
        names = [n for n in (_name(part) for part in node[:8] if not isinstance(part, list)) if n]
        return ", ".join(dict.fromkeys(names)) or None
    value = _line(node.get("name") if isinstance(node, dict) else node)
    return None if value is None or "://" in value else value


def _title(tree: HtmlElement, metas: dict[str, str], item: dict[str, Any]) -> str | None:
    headline = _line(item.get("headline")) or _microdata(tree, "headline")
    if headline:
        return headline
    headings = [h for h in (_line(h.text_content()) for h in tree.iter("h1")) if h]
    if len(headings) == 1:
        return headings[0]
    title = _first(metas, _TITLE_META)
    if title is None:
        element = tree.find(".//title")
        title = _line(element.text_content()) if element is not None else None
    return _TITLE_TAIL.sub("", title) if title else next(iter(headings), None)


def _byline(tree: HtmlElement, metas: dict[str, str], item: dict[str, Any]) -> str | None:
    stated_by = _name(item.get("author")) or _first(metas, _BYLINE_META) or _microdata(tree, "author")
    if stated_by is None:
        element = next(iter(tree.xpath('//*[@rel="author"][1]')), None)
        stated_by = _line(element.text_content()) if element is not None else None
    return None if stated_by is None or "://" in stated_by else stated_by


def _microdata(tree: HtmlElement, prop: str) -> str | None:
    element = next(iter(tree.xpath("(//*[@itemprop=$prop])[1]", prop=prop)), None)
    if element is None:
        return None
    inner = next(iter(element.xpath('.//*[@itemprop="name"][1]')), element)
    return _line(inner.get("content") or inner.text_content())


def _dated(tree: HtmlElement, metas: dict[str, str], item: dict[str, Any], url: str | None) -> Dated | None:
    """The day of publication by the surest statement: JSON-LD, meta elements, time elements, the address."""
    language = _language(tree)
    stamps = [(_line(item.get("datePublished")) or _line(item.get("dateCreated")), "json-ld")]
    stamps += [(metas[name], "meta") for name in _DATE_META if name in metas]
    stamps += [(stamp, "time element") for stamp in _time_elements(tree)]
    for stamp, known_from in stamps:
        day = published.in_stamp(stamp, language) if stamp else None
        if day:
            return Dated(day, known_from)
    day = published.in_address(url) if url else None
    return Dated(day, "address") if day else None


def _time_elements(tree: HtmlElement) -> Iterator[str]:
    """Stamps of the elements that state when the item was published; other items' are passed over."""
    marked = tree.xpath('//*[@itemprop="datePublished"]|//time[@pubdate]')
    times = [t for t in islice(tree.iter("time"), _MOST_TIMES) if not _beside_the_item(t)]
    for element in (*marked[:5], *times[:5]):
        stamp = element.get("datetime") or element.get("content") or element.text_content()
        if stamp and len(stamp) < 200:
            yield stamp


def _beside_the_item(element: HtmlElement) -> bool:
    """Whether a time element belongs to something else: a menu, a side box, a comment, a teaser of another item."""
    for parent in element.iterancestors():
        name = f"{parent.get('class') or ''} {parent.get('id') or ''}".casefold()
        if parent.tag in ("nav", "aside", "footer", "li") or "comment" in name or "related" in name:
            return True
        if parent.tag == "p" and len(parent.text_content()) > _PROSE:
            return True
        if parent.tag == "a" and parent.text_content().split() != element.text_content().split():
            return True
    words = f"{element.get('class') or ''} {element.get('itemprop') or ''}".casefold()
    return "modified" in words or "updated" in words


def _url(tree: HtmlElement, metas: dict[str, str], address: str) -> str | None:
    """The page's own address: canonical link, og:url, else where it was fetched from."""
    links = (
        link.get("href") for link in tree.iter("link") if "canonical" in (link.get("rel") or "").casefold().split()
    )
    own = address if address.startswith(("http://", "https://")) else None
    for candidate in (*links, metas.get("og:url")):
        joined = _absolute(own, candidate)
        if joined:
            return joined
    return own


def _absolute(base: str | None, link: str | None) -> str | None:
    """``link`` made absolute; None for what is no web address of a single page."""
    try:
        parts = urlsplit(urljoin(base or "", (link or "").strip()))
    except ValueError:
        return None
    usable = link and parts.scheme in ("http", "https") and parts.hostname and not parts.username
    return parts._replace(fragment="").geturl() if usable and parts.path.strip("/") + parts.query else None


def _language(tree: HtmlElement) -> str | None:
    code = (tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "").split("-")[0].casefold()
    return code if re.fullmatch(r"[a-z]{2}", code) else None
