"""What the language floor finds in a report: sentences and attributions."""

from dataclasses import dataclass
from enum import StrEnum

from counterclaim.records.made_by import MadeBy
from counterclaim.records.span import Span


class Stance(StrEnum):
    """How a source stands to a proposition."""

    ASSERTS = "asserts"
    DENIES = "denies"
    CONFIRMS = "confirms"
    CANNOT_VERIFY = "cannot verify"


class Distance(StrEnum):
    """How far the report keeps from what it passes on: "said", "claimed", "revealed"."""

    NEUTRAL = "neutral"
    DISTANCING = "distancing"
    ENDORSING = "endorsing"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; ``paragraph`` counts from 0. One that lies in furniture carries no claim: ``furniture`` is true."""

    start: int
    end: int
    paragraph: int
    furniture: bool = False

    @property
    def span(self) -> Span:
        """The sentence as a span."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what in the text. Each role is a tuple of spans (a split quotation has several content spans);
    a role may be empty. ``cue_id`` names the lexicon entry, ``stance`` and ``distance`` are that entry's.
    ``parent`` is the index, in the same tagging, of the attribution whose content this one stands in
    ("TASS quoted the ministry as saying"). ``carried_from`` is the index of the earlier attribution whose
    source goes on here, where the text names none ("it said", free reported speech). ``found_by`` says which tagger
    found it: "rules", "model" or "both".
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    cue_id: str | None = None
    stance: Stance = Stance.ASSERTS
    distance: Distance = Distance.NEUTRAL
    parent: int | None = None
    carried_from: int | None = None
    confidence: float = 1.0
    found_by: str = "rules"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name or expression in the text. ``family`` is "place", "person", "group", "weapon", "number", "time" or
    "event"; ``kind`` says more where the family has kinds: "settlement", "forces", "killed", an ACLED sub-event type.
    ``confidence`` is the tagger's probability for the span.
    """

    start: int
    end: int
    family: str
    kind: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Tagging:
    """Sentences, attributions and mentions of one report, all in order of the text. Rules find no mentions."""

    report_id: str
    language: str | None
    sentences: tuple[Sentence, ...]
    attributions: tuple[Attribution, ...]
    made_by: MadeBy
    mentions: tuple[Mention, ...] = ()
