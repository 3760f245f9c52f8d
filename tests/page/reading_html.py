"""A page taken apart, for tests: its elements with their attributes and texts."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "input", "br", "link", "img"}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    children: list["Element | str"] = field(default_factory=list)

    def all(self, tag: str | None = None, **wanted: str) -> list["Element"]:
        found = [e for c in self.children if isinstance(c, Element) for e in [c, *c.all()]]
        named = {key.rstrip("_"): value for key, value in wanted.items()}
        return [e for e in found if tag in (None, e.tag) and all(e.has(key, value) for key, value in named.items())]

    def has(self, key: str, value: str) -> bool:
        held = self.attributes.get(key, "")
        return value in held.split() if key == "class" else value == held

    def by_id(self, id: str) -> "Element":
        return next(e for e in self.all() if e.attributes.get("id") == id)

    @property
    def text(self) -> str:
        return "".join(c if isinstance(c, str) else c.text for c in self.children)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("root", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {key: value or "" for key, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Element(tag, {key: value or "" for key, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parse(html: str) -> Element:
    """The tree of a page; fails where an element is not closed."""
    reader = _Reader()
    reader.feed(html)
    assert [e.tag for e in reader.open] == ["root"]
    return reader.root
