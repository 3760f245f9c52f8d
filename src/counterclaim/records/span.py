"""A stretch of a report's text, in Python string indices, end exclusive."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """``text[start:end]``. Raises ``ValueError`` unless ``0 <= start <= end``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters that the span covers."""
        return text[self.start : self.end]

    def overlap(self, other: "Span") -> int:
        """How many characters the two spans share."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def covers(self, other: "Span") -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


def hull(spans: Iterable[Span]) -> Span:
    """The smallest span that covers all of ``spans``; ``ValueError`` where there are none."""
    found = list(spans)
    return Span(min(s.start for s in found), max(s.end for s in found))


def joined(*sides: Iterable[Span]) -> tuple[Span, ...]:
    """The spans of all sides in order, those that touch or overlap as one."""
    out: list[Span] = []
    for span in sorted(s for side in sides for s in side):
        if out and span.start <= out[-1].end + 1:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return tuple(out)


def trimmed(text: str, start: int, end: int) -> Span:
    """``text[start:end]`` without white space at either end (an empty span stays at ``start``)."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
