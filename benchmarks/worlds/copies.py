"""Reprints: other outlets print an outlet's copy again, whole, cut, under another headline, or translated."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from printing import Desk, headline, print_report
from truth import Printed, Said, Word
from wording import words

_AGAIN, _TRANSLATED = 0.7, 0.12


def reprints(original: Printed, desk: Desk, told: Sequence[Word], number: int) -> list[Printed]:
    """Reprints of ``original`` by other outlets of the stage: translated ones only of an agency's copy."""
    random = desk.random
    others = [o for o in desk.stage.outlets if o.name != original.outlet and not o.agency]
    out: list[Printed] = []
    for taker in others:
        if random.random() > (_AGAIN if taker.language == original.language else _TRANSLATED):
            continue
        name = f"r{number + len(out) + 1:04}"
        takes = replace(desk, outlet=taker, day=desk.day + timedelta(days=random.choice((0, 0, 1))))
        if taker.language == original.language:
            out.append(_again(original, takes, name))
        elif original.agency is not None:
            out.append(_translated(original, takes, told, name))
    return out


def _translated(original: Printed, desk: Desk, told: Sequence[Word], name: str) -> Printed:
    """The same words by the templates of another language, as a paper that credits the source."""
    made = print_report(desk, told, name, credit=_latin(desk, original.outlet))
    return replace(made, root=original.id, how="translated", agency=original.agency)


def _latin(desk: Desk, outlet: str) -> str:
    return desk.stage.outlet(outlet).latin


def _again(original: Printed, desk: Desk, name: str) -> Printed:
    random, taker = desk.random, desk.outlet
    how = random.choice(("exact", "cut", "retitled"))
    text, title, said = original.text, original.title, original.said
    if how == "cut":
        text, said = _shortened(text, said)
    if how == "retitled":
        new = headline(desk, said[0].word.event)
        text, said = _moved(new + text[len(title) :], said, len(new) - len(title))
        title = new
    masthead = f"{taker.name} | {words(taker.language)['things']['masthead']}\n\n"
    text, said = _moved(masthead + text, said, len(masthead))
    made = tuple(replace(s, id=f"{name}.{n}") for n, s in enumerate(said))
    return Printed(
        name, original.stage, taker.name, taker.language, desk.day, title, text, made, original.id, how, original.agency
    )


def _moved(text: str, said: Sequence[Said], by: int) -> tuple[str, tuple[Said, ...]]:
    return text, tuple(replace(s, start=s.start + by, end=s.end + by) for s in said)


def _shortened(text: str, said: Sequence[Said]) -> tuple[str, tuple[Said, ...]]:
    """Without the last third, at a sentence's end; at least one claim is left."""
    ends = [m.end() for m in re.finditer(r"[.!?](?=\s|$)", text)]
    least = min((s.end for s in said), default=0)
    cuts = [e for e in ends if least < e <= len(text) * 0.75] or [e for e in ends if e > least][:1] or [len(text)]
    kept = cuts[-1]
    return text[:kept], tuple(s for s in said if s.end <= kept)
