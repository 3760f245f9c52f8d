"""Furniture: the parts of a report's text that are not reporting, told by what they are and never by the site."""

from collections.abc import Sequence

from counterclaim.reading.furniture import captions, credits, labels, stamps
from counterclaim.reading.furniture.biography import biographies
from counterclaim.reading.furniture.boxes import notices
from counterclaim.reading.furniture.lines import Line, from_offset, lines_of
from counterclaim.reading.furniture.neighbours import appeals, desks, lists
from counterclaim.reading.furniture.position import Kinds, headlines, menus, subheadings
from counterclaim.records.report import Furniture
from counterclaim.records.span import trimmed

_JOINED = ("author biography", "menu", "tags", "share prompt", "related link", "disclaimer")
"""Kinds whose lines, one below the other, are one piece of furniture."""


def mark(text: str, language: str | None, title: str | None = None) -> tuple[Furniture, ...]:
    """The furniture of ``text``, in order and without overlaps, in offsets of ``text``.

    ``language`` is the report's (ISO 639-1) or None, ``title`` its headline where it is known from elsewhere.
    A mark covers whole lines, or the piece of a line that is furniture where reporting shares the line with it
    (a dateline, a date stamp, an agency's sign-off, a link at the end of a paragraph).
    """
    page, pieces = _leading(lines_of(text))
    kinds: Kinds = [_kind_by_itself(one, i, len(page), language) for i, one in enumerate(page)]
    appeals(page, kinds)
    desks(page, kinds)
    headlines(page, kinds, title)
    biographies(page, kinds)
    lists(page, kinds)
    notices(page, kinds)
    menus(page, kinds)
    subheadings(page, kinds)
    whole = _assembled(page, kinds)
    found = pieces + whole + _trailing(page, kinds)
    return tuple(sorted(found, key=lambda f: (f.start, f.end)))


def _leading(found: Sequence[Line]) -> tuple[list[Line], list[Furniture]]:
    """The lines without the stamps and datelines that begin them, and these as furniture."""
    page: list[Line] = []
    pieces: list[Furniture] = []
    for whole in found:
        one: Line | None = whole
        for cut in (stamps.leading_stamp(whole, not page), None):
            end = cut if cut is not None else one and stamps.dateline(one)
            if one is None or not end:
                continue
            pieces.append(_piece(one.raw, one.start, 0, end, "dateline"))
            one = from_offset(one, end)
        if one is not None:
            page.append(one)
    return page, pieces


def _piece(raw: str, offset: int, start: int, end: int, kind: str) -> Furniture:
    span = trimmed(raw, start, end)
    return Furniture(offset + span.start, offset + span.end, kind)


def _kind_by_itself(one: Line, i: int, count: int, language: str | None) -> str | None:
    """The kind that a line shows by itself; an agency's bare name is a byline at either end, a credit in between."""
    if len(one.words) <= 8 and credits.bare_agency().match(one.raw):
        return "byline" if i <= 3 or i >= count - 3 else "caption"
    if not one.stop and len(one.words) <= 9 and credits.desk_line().match(one.raw):
        return "byline"
    kind = labels.kind_of(one, language)
    if kind is None and captions.is_caption(one):
        return "caption"
    return kind or ("dateline" if stamps.is_stamp(one) else None)


def _assembled(page: Sequence[Line], kinds: Kinds) -> list[Furniture]:
    """The marked lines as furniture: a repeated headline and the credit below it are one caption."""
    found: list[Furniture] = []
    for i, (one, kind) in enumerate(zip(page, kinds, strict=True)):
        if kind is None:
            continue
        above = kinds[i - 1] if i else None
        joined = _is_its_text(page, kinds, i - 1) if kind == "caption" else above == kind and kind in _JOINED
        start = found.pop().start if joined and found else one.start
        found.append(Furniture(start, one.end, kind))
    return found


def _is_its_text(page: Sequence[Line], kinds: Kinds, i: int) -> bool:
    """Whether line ``i`` is a headline repeated above a caption (not the headline at the top)."""
    return (
        i >= 0
        and kinds[i] == "headline"
        and (None in kinds[:i] or any(page[j].words == page[i].words for j in range(i)))
    )


def _trailing(page: Sequence[Line], kinds: Kinds) -> list[Furniture]:
    """Pieces at the ends of reporting lines: sign-offs, links, credits."""
    found: list[Furniture] = []
    for one, kind in zip(page, kinds, strict=True):
        if kind is not None:
            continue
        sign_off = credits.sign_off().search(one.raw, max(0, len(one.raw) - 80))
        for start, name in (
            (sign_off.start() if sign_off and _after_stop(one.raw, sign_off.start()) else None, "byline"),
            (labels.inline_link(one), "related link"),
            (captions.trailing_credit(one), "caption"),
        ):
            if start:
                found.append(_piece(one.raw, one.start, start, len(one.raw), name))
                break
    return found


def _after_stop(raw: str, at: int) -> bool:
    return raw[:at].rstrip(' \u00a0\u202f"”»“')[-1:] in (".", "!", "?", "…")
