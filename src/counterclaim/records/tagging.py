"""What the language floor finds in a report: sentences and attributions."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from counterclaim.records.made_by import MadeBy
from counterclaim.records.span import Span, joined

# How sure the model must be of an attribution that the rules do not see, for a claim to be read from it. Chosen on the
# coded texts to develop on.
_SURE = 0.93


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
    found it: "rules", "model" or "both"; where both did, ``ruled`` holds the rules' spans.
    ``doubted`` is true of what the rules found and the model did not: claims are still read from it, for a missed claim
    costs more than a doubtful one, but it is not told as an attribution.
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
    ruled: "Ruled | None" = None
    doubted: bool = False


@dataclass(frozen=True, slots=True)
class Ruled:
    """The source and content that the rules give to an attribution which the model found, too."""

    source: tuple[Span, ...]
    content: tuple[Span, ...]


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

    @property
    def told(self) -> tuple[Attribution, ...]:
        """The attributions that are told as such."""
        return tuple(a for a in self.attributions if not a.doubted)

    def for_claims(self) -> "Tagging":
        """The same as the cutting of claims and the resolvers of sources read it, which were written for clauses: the
        sources are the rules', a content is the rules', reaching as far as the model's where they meet (none where the
        rules see none: "did not explain"), and what the model alone found stands only where it is very sure.
        """
        keep = [n for n, a in enumerate(self.attributions) if a.found_by != "model" or a.confidence >= _SURE]
        place = {old: new for new, old in enumerate(keep)}
        return replace(self, attributions=tuple(_for_claims(self.attributions[n], place) for n in keep))


def _for_claims(attribution: Attribution, place: Mapping[int, int]) -> Attribution:
    source, content = attribution.source, attribution.content
    if attribution.ruled is not None:
        source = attribution.ruled.source
        ruled = attribution.ruled.content
        content = joined(ruled, (s for s in content if any(s.overlap(r) for r in ruled)))
    parent, carried = (
        place.get(index) if index is not None else None for index in (attribution.parent, attribution.carried_from)
    )
    return replace(attribution, source=source, content=content, parent=parent, carried_from=carried)
