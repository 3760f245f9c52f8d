"""A web page's article: trafilatura chooses its text, a plain walk where that fails; the page states the rest.

Nothing in the page is run or fetched. Depth and number of elements are bounded before anything costly begins.
"""

import logging
import re
import unicodedata
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from counterclaim.errors import InputError
from counterclaim.reading import metadata, published
from counterclaim.reading.article import Article, Dated
from counterclaim.reading.blocks import before, in_order
from counterclaim.reading.metadata import Stated

# Beyond these a page is no news item. trafilatura's time grows with the square of a page's size: the largest pages
# are read by the plain walk.
_MOST_ELEMENTS = 500_000
_MOST_FOR_TRAFILATURA = 15_000
_MOST_ATTRIBUTES = 2_000
_MOST_CHARS = 10_000_000
_DEEPEST = 400
_NOT_TEXT = ("script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "canvas", "form", "select")
_DROPPED = re.compile("[\u00ad\u200b\u2060\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_TAG = re.compile(r"""<[a-zA-Z](?:[^>"']|"[^"]*(?:"|\Z)|'[^']*(?:'|\Z))*+""")
_ATTRIBUTE = re.compile(r"""\s[^\s"'=]|["'][^\s"']""")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,300}>")
_LEAST_WORDS = 4
_MOST_LINKED = 0.6
_LEAST_CHARS = 25
_BESIDE = ("nav", "aside", "footer", "header", "menu", "dialog", "button")
_BREAKS = frozenset(("p", "head", "item", "list", "quote", "row", "table", "code", "lb", "div", "ab", "figure"))
_HTML_NAMES = (
    "p div section article main h1 h2 h3 h4 h5 h6 li ul ol dl dt dd tr table blockquote pre br hr figure figcaption "
    "address"
)
_HTML_BREAKS = frozenset((*_HTML_NAMES.split(), *_NOT_TEXT, *_BESIDE))
_HTML_CELLS = frozenset(("td", "th"))


def article(address: str, markup: str) -> Article:
    """The article of a page that was read from ``address``; ``InputError`` where the page holds none."""
    tree = _tree(address, markup)
    said = metadata.stated(tree, address)
    page = list(_blocks(_root(tree, "//body"), _HTML_BREAKS, _HTML_CELLS, without=frozenset(_NOT_TEXT)))
    linked = frozenset(_clean(link.text_content()) for link in tree.iter("a"))
    paragraphs = in_order(_by_trafilatura(tree) or [], page)
    if not _is_article(paragraphs, linked):
        paragraphs = [block for block in _by_walk(tree) if block not in linked]
        if not _is_article(paragraphs, linked):
            raise InputError(address, "no article found in the page")
    return Article(
        text="\n\n".join(paragraphs),
        title=_clean(said.title) if said.title else None,
        url=said.url,
        publisher=said.publisher,
        byline=said.byline,
        dated=said.dated or _dated(address, "\n".join((*before(paragraphs, page), *paragraphs)), said),
        stated_language=said.language,
    )


def _dated(address: str, text: str, said: Stated) -> Dated | None:
    """Where no part of the markup states a day: the text's own statement, else the file's name."""
    day = published.in_text(text, said.language)
    if day:
        return Dated(day, "text")
    day = published.in_address(address)
    return Dated(day, "address") if day else None


def _tree(address: str, markup: str) -> HtmlElement:
    if len(markup) > _MOST_CHARS:
        raise InputError(address, f"page too large ({len(markup):,} characters, limit {_MOST_CHARS:,})")
    _refuse_endless_tags(address, markup)
    parser = HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        content = _DECLARATION.sub("", markup.replace("\0", "")).encode("utf-8", "replace")
        tree = document_fromstring(content, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise InputError(address, "no readable web page") from error
    _refuse_monsters(address, tree)
    return tree


def _refuse_endless_tags(address: str, markup: str) -> None:
    """Before parsing, whose time grows with the square of a tag's attributes."""
    for tag in _TAG.finditer(markup):
        if tag.end() - tag.start() > _MOST_ATTRIBUTES and len(_ATTRIBUTE.findall(tag.group())) > _MOST_ATTRIBUTES:
            raise InputError(address, "no readable web page (a tag with thousands of attributes)")


def _refuse_monsters(address: str, tree: HtmlElement) -> None:
    """Counts elements and depth without recursion."""
    depth = elements = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        if depth > _DEEPEST or elements > _MOST_ELEMENTS:
            raise InputError(address, "page too deeply nested or too large to be an article")


def _by_trafilatura(tree: HtmlElement) -> list[str] | None:
    if sum(1 for _ in tree.iter()) > _MOST_FOR_TRAFILATURA:
        return None
    import trafilatura

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # its warnings are no user's concern
    try:
        found = trafilatura.bare_extraction(tree, include_comments=False, with_metadata=False, url=None)
    except (RecursionError, ValueError, TypeError, AttributeError, IndexError, KeyError, etree.LxmlError):
        return None
    body = getattr(found, "body", None)
    return None if body is None else list(_blocks(body, _BREAKS, frozenset(("cell",))))


def _by_walk(tree: HtmlElement) -> list[str]:
    """The blocks of the page's article, main part or body, without menus, side boxes and forms."""
    root = _root(tree, "//article|//main|//*[@role='main']", "//body")
    blocks = _blocks(root, _HTML_BREAKS, _HTML_CELLS, without=frozenset((*_NOT_TEXT, *_BESIDE)))
    return [block for block in blocks if len(block.split()) >= _LEAST_WORDS]


def _root(tree: HtmlElement, *paths: str) -> HtmlElement:
    return next((found[0] for path in paths if (found := tree.xpath(path))), tree)


def _blocks(
    root: etree._Element, breaks: frozenset[str], cells: frozenset[str], without: frozenset[str] = frozenset()
) -> Iterator[str]:
    """The texts of ``root``'s blocks in order, parted at elements of ``breaks``; a table's row is one block."""
    parts: list[str] = []
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, node in walk:
        tag = node.tag
        if tag in breaks:
            yield from _block(parts)
            parts.clear()
        if event == "start" and tag in without:
            walk.skip_subtree()
        elif event == "start":
            parts.append(node.text or "")
        elif node is not root:
            parts += (" | " if tag in cells else "", node.tail or "")
    yield from _block(parts)


def _block(parts: list[str]) -> list[str]:
    flat = _clean("".join(parts)).strip("| ")
    return [flat] if flat else []


def _clean(text: str) -> str:
    """One line, composed characters, no invisible ones."""
    return " ".join(unicodedata.normalize("NFC", _DROPPED.sub("", text)).split())


def _is_article(paragraphs: list[str], linked: frozenset[str]) -> bool:
    """Whether the paragraphs are running text: one of several words at least, and not mostly other items' links."""
    if not any(len(p.split()) >= _LEAST_WORDS or len(p) >= _LEAST_CHARS for p in paragraphs):
        return False
    return sum(len(p) for p in paragraphs if p in linked) <= _MOST_LINKED * sum(map(len, paragraphs))
