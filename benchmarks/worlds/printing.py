"""How a newsroom prints what was said: headline, dateline, a lead, and sentences of claims mixed with background."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from stage import Outlet, Spot, Stage
from truth import Happening, Printed, Said, Word
from wording import Pen, Sentence, words

from counterclaim.records.tagging import Stance

_FILLING = 0.75
_PLOT_TITLES = {"barracks": "strike", "downed": "total"}


@dataclass(frozen=True, slots=True)
class Desk:
    """An outlet's desk on one day."""

    stage: Stage
    outlet: Outlet
    day: date
    random: Random


def print_report(
    desk: Desk, told: Sequence[Word], name: str, *, plot: str | None = None, credit: str | None = None
) -> Printed:
    """The outlet's report of what was told. ``credit`` is the agency that it carries the copy of."""
    stage, outlet, random = desk.stage, desk.outlet, desk.random
    pen = Pen(stage, outlet.language, desk.day, random, outlet.name)
    title = headline(desk, told[0].event, plot)
    sentences: list[tuple[Sentence, Word | None, str | None]] = []
    seen: set[str] = set()
    dated: set[str] = set()
    filled: set[int] = set()
    before: Word | None = None
    passing = None if credit else _passing(desk)
    for word in told:
        event = word.event
        again = before is not None and before.speaker == word.speaker and before.event == event
        via = (
            passing if word.speaker and not again and word.stance is Stance.ASSERTS and random.random() < 0.4 else None
        )
        sentence = pen.claim(word, dated=event.id not in dated, first=event.id not in seen, again=again, agency=via)
        sentences.append((sentence, word, via))
        seen.add(event.id)
        dated |= {event.id} if sentence.dated else set()
        before = word
        if random.random() < _FILLING or len(told) == 1:
            sentences.append((Sentence(pen.background(_spot(stage, event), filled), ()), None, None))
            before = None
    head = pen.dateline(outlet.name) if outlet.agency else ""
    text, said = _laid_out(title, head, sentences, name, random)
    if credit:
        text += "\n\n" + words(outlet.language)["things"]["credit"].format(agency=credit)
    wire = outlet.name if outlet.agency else None
    return Printed(name, stage.id, outlet.name, outlet.language, desk.day, title, text, said, name, agency=wire)


def headline(desk: Desk, lead: Happening, plot: str | None = None) -> str:
    """A headline on ``lead``, of the plot's kind."""
    pen = Pen(desk.stage, desk.outlet.language, desk.day, desk.random, desk.outlet.name)
    return pen.title(plot or _PLOT_TITLES.get(lead.plot, lead.plot), _spot(desk.stage, lead))


def _spot(stage: Stage, happening: Happening) -> Spot | None:
    return stage.spot(happening.place) if happening.place else None


def _passing(desk: Desk) -> str | None:
    """The agency that a paper names for what others said; an agency names none."""
    if desk.outlet.agency:
        return None
    agencies = [o for o in desk.stage.outlets if o.agency]
    chosen = desk.random.choice(agencies)
    return chosen.name if chosen.language == desk.outlet.language else chosen.latin


def _laid_out(
    title: str, head: str, sentences: Sequence[tuple[Sentence, Word | None, str | None]], name: str, random: Random
) -> tuple[str, tuple[Said, ...]]:
    text, said = f"{title}\n\n{head}", list[Said]()
    for number, (sentence, word, via) in enumerate(sentences):
        if number:
            text += " " if number % 2 == 0 and random.random() < 0.6 else "\n\n"
        start = len(text)
        text += sentence.text
        if word is not None:
            for part, (a, b) in enumerate(sentence.parts):
                said.append(Said(f"{name}.{len(said)}", word, part, start + a, start + b, via, sentence.dated))
    return text, tuple(said)
