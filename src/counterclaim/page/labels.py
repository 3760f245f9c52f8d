"""Where names go on a map: beside their points without covering each other, and in the middle of countries."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from counterclaim.page.projection import WIDTH, Points

LETTER = 66
LINE = 150
_GAP = 26
CELL = 240


@dataclass(frozen=True, slots=True)
class Wish:
    """A name that wants a place beside a point with ``radius``; ``weight`` decides who comes first."""

    text: str
    x: float
    y: float
    radius: float
    weight: float


@dataclass(frozen=True, slots=True)
class Label:
    """A name at a point of the drawing; ``anchor`` is SVG's text-anchor."""

    text: str
    x: int
    y: int
    anchor: str


Rectangle = tuple[float, float, float, float]


def beside(wishes: Sequence[Wish], height: int) -> dict[int, Label]:
    """Places for as many names as find room, by the numbers of their wishes; the others go without."""
    taken: list[Rectangle] = [(w.x - w.radius, w.y - w.radius, w.x + w.radius, w.y + w.radius) for w in wishes]
    found: dict[int, Label] = {}
    for number in sorted(range(len(wishes)), key=lambda n: -wishes[n].weight):
        for label, room in _choices(wishes[number]):
            inside = room[0] > 20 and room[2] < WIDTH - 20 and room[1] > 20 and room[3] < height - 20
            own = taken[number]
            if inside and not any(_overlap(room, other) for other in taken if other is not own):
                found[number] = label
                taken.append(room)
                break
    return found


def _choices(wish: Wish) -> Iterable[tuple[Label, Rectangle]]:
    wide, off = len(wish.text) * LETTER, wish.radius + _GAP
    slant = off * 0.75
    for dx, dy, anchor in (
        (off, 0, "start"),
        (-off, 0, "end"),
        (slant, -slant - 30, "start"),
        (slant, slant + 50, "start"),
        (-slant, -slant - 30, "end"),
        (-slant, slant + 50, "end"),
        (0, -off - 60, "middle"),
        (0, off + 80, "middle"),
    ):
        x, y = wish.x + dx, wish.y + dy
        left = x - {"start": 0, "middle": wide / 2, "end": wide}[anchor]
        label = Label(wish.text, round(x), round(y + LINE * 0.3), anchor)
        yield label, (left, y - LINE / 2, left + wide, y + LINE / 2)


def _overlap(one: Rectangle, other: Rectangle) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


Cells = set[tuple[int, int]]


def cells_of(rings: Iterable[Points]) -> Cells:
    """The cells of ``CELL`` units whose middles lie inside an area."""
    crossings: dict[int, list[float]] = {}
    for ring in rings:
        for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True):
            low, high = sorted((ay, by))
            for row in range(int(-(-(low / CELL - 0.5) // 1)), int(-(-(high / CELL - 0.5) // 1))):
                crossings.setdefault(row, []).append(ax + ((row + 0.5) * CELL - ay) / (by - ay) * (bx - ax))
    cells: Cells = set()
    for row, found in crossings.items():
        found.sort()
        for left, right in zip(found[::2], found[1::2], strict=False):
            cells |= {(column, row) for column in range(round(left / CELL), round(right / CELL))}
    return cells


def middle(cells: Cells, room: int) -> tuple[int, int] | None:
    """The point that lies deepest inside the cells, with ``room`` free cells to either side in its row; None where
    there is none.
    """
    best, depth = None, 0
    for column, row in sorted(cells):
        if not all((column + step, row) in cells for step in range(-room, room + 1)):
            continue
        up = next(n for n in range(1, 99) if (column, row - n) not in cells)
        down = next(n for n in range(1, 99) if (column, row + n) not in cells)
        left = next(n for n in range(1, 99) if (column - n, row) not in cells)
        right = next(n for n in range(1, 99) if (column + n, row) not in cells)
        deep = 2 * min(up, down, 9) + min(left, right, 18)
        if deep > depth:
            best, depth = (round((column + 0.5) * CELL), round((row + 0.5) * CELL)), deep
    return best
