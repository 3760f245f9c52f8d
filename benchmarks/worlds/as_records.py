"""The records that the pipeline would make of a generated report if it read it without a fault."""

from stage import Speaker, Stage, stages
from truth import Printed, Said, Word

from counterclaim.records.actor import MEDIA_SIDE, NARRATOR, Actor, Role, SourceAnswer
from counterclaim.records.claim import Claim, Proposition, Quantity
from counterclaim.records.event_type import PropositionKind
from counterclaim.records.place import Place, PlaceAnswer
from counterclaim.records.report import Report
from counterclaim.records.span import Span
from counterclaim.records.tagging import Distance
from counterclaim.records.when import DateAnswer

_HELD = {PropositionKind.CONTROL: Role.HOLDER, PropositionKind.RESPONSIBILITY: Role.PERPETRATOR}
_ACTS = frozenset({"struck", "struck_toll", "taken", "raid", "denies_strike"})
_NOUNS = {PropositionKind.SHOT_DOWN: "drones"}


def stage_of(printed: Printed) -> Stage:
    """The stage that the report stands on."""
    return next(s for s in stages() if s.id == printed.stage)


def report_of(printed: Printed) -> Report:
    """The report, its publisher and agency known as from a page's metadata."""
    return Report(
        id=printed.id,
        text=printed.text,
        address=f"worlds/{printed.id}.txt",
        language=printed.language,
        title=printed.title,
        published=printed.published.isoformat(),
        published_from="given",
        publisher=printed.outlet,
        agency=printed.agency,
    )


def claims_of(printed: Printed) -> tuple[Claim, ...]:
    """One claim for each proposition told, in order of the text."""
    return tuple(_claim(printed, said) for said in printed.said)


def _claim(printed: Printed, said: Said) -> Claim:
    stage, word = stage_of(printed), said.word
    count = said.count
    quantities: tuple[Quantity, ...] = ()
    if count is not None:
        best = None if word.at_least else count
        high = None if word.at_least else count
        what = _NOUNS.get(said.kind, said.kind.value)
        quantities = (Quantity(what, count, best, high, said.start, said.end),)
    return Claim(
        id=said.id,
        report_id=printed.id,
        start=said.start,
        end=said.end,
        source=_source(stage, said),
        stance=word.stance,
        distance=Distance.NEUTRAL,
        event=word.type,
        proposition=Proposition(said.kind, _value(stage, said)),
        place=PlaceAnswer(_place(stage, word), said.start, said.end),
        date=_day(printed, said),
        actors=_actors(stage, said),
        quantities=quantities,
    )


def _source(stage: Stage, said: Said) -> SourceAnswer:
    if said.word.speaker is None:
        return SourceAnswer(NARRATOR, MEDIA_SIDE)
    speaker: Speaker = stage.speaker(said.word.speaker)
    chain = (said.agency,) if said.agency else ()
    span = Span(said.start, said.end)
    return SourceAnswer(speaker.name, speaker.side, speaker.party, chain=chain, span=span)


def _value(stage: Stage, said: Said) -> str | None:
    word = said.word
    if said.kind in (*_HELD, PropositionKind.REPELLED) and word.subject is not None:
        return str(stage.sides[word.subject]["holder"])
    if word.content in ("jet", "jet_lost", "denies_jet"):
        return "1 fighter jet"
    if said.kind is PropositionKind.DAMAGED:
        return ("school", "houses", "bakery")[word.thing % 3]
    if said.count is None:
        return None
    number = f">={said.count}" if word.at_least else str(said.count)
    return f"{number} drones" if said.kind is PropositionKind.SHOT_DOWN else number


def _place(stage: Stage, word: Word) -> Place | None:
    """The town; for what was shot down over one region that region; nothing for a total over several."""
    if word.event.place is not None:
        return stage.spot(word.event.place).place
    if len(word.event.regions) == 1:
        return region(word.event.regions[0])
    return None


def region(code: str) -> Place | None:
    """The first-level region of that code."""
    from counterclaim.resolving.where import Gazetteer

    found = Gazetteer.open().region(code)
    return found.place if found else None


def _day(printed: Printed, said: Said) -> DateAnswer:
    """The event's day where the report gives it, carried over to the other sentences. A toll that rises without a day
    has none; other news without one takes the day of publication, by the codebook.
    """
    event, published = said.word.event, printed.published.isoformat()
    if any(s.dated for s in printed.said if s.word.event == event):
        return DateAnswer(event.day.isoformat(), said.start, said.end, published)
    if said.word.content == "risen" and printed.published != event.day:
        return DateAnswer(None)
    return DateAnswer(published, anchor=published)


def _actors(stage: Stage, said: Said) -> tuple[Actor, ...]:
    word = said.word
    if word.subject is None:
        return ()
    role = _HELD.get(said.kind) or (Role.PERPETRATOR if word.content in _ACTS else None)
    if role is None:
        return ()
    return (Actor(str(stage.sides[word.subject]["holder"]), word.subject, role, said.start, said.end),)
