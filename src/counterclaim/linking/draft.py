"""An event while it is being put together: what its claims agree on so far."""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from counterclaim.linking.days import Days, days_of
from counterclaim.linking.families import Family, family
from counterclaim.linking.nearness import RANK, rank
from counterclaim.records.actor import NARRATOR, Actor, Role, SourceAnswer
from counterclaim.records.claim import Claim
from counterclaim.records.event_type import EventType, PropositionKind
from counterclaim.records.figure import Figure, figure_of
from counterclaim.records.place import Place
from counterclaim.records.report import Report
from counterclaim.records.tagging import Stance
from counterclaim.words.tokens import tokens

_LEAD = 600
_COUNTED = frozenset(
    {
        PropositionKind.KILLED,
        PropositionKind.INJURED,
        PropositionKind.CAPTURED,
        PropositionKind.DESTROYED,
        PropositionKind.DAMAGED,
        PropositionKind.SHOT_DOWN,
    }
)
_SAYS = frozenset({Stance.ASSERTS, Stance.CONFIRMS})
_LONG_WORD = 5
_LONGEST = 9_999_999
_MANY = 10


@dataclass(frozen=True, slots=True)
class Outline:
    """What linking keeps of a claim: where it stands, who says it, and what of."""

    id: str
    report_id: str
    start: int
    end: int
    source: str
    stance: Stance
    event: EventType
    event_detail: str | None
    kind: PropositionKind


@dataclass(frozen=True, slots=True)
class Telling:
    """A claim with what linking looks at: its place and days, its family, and the report it stands in.

    ``at`` is its turn: turns sort in the order in which claims are put into events. Originals come before their
    reprints; then the finest place, attack before aftermath, the surest day, where one in so many words comes before
    one of publication, so that vague claims find the precise ones there; then as published. ``place`` is None for a
    ``total`` over many places. ``assumed`` is true where the day is only that of publication, ``scene`` where the
    clause gives a day but no place.
    ``root`` is the report's id, or that of the report it repeats. ``told`` names one statement of one source across
    reprints. ``attackers`` are the sides said to have attacked, ``figure`` the count, ``words`` the longer words of
    the clause with the language they are in.
    """

    claim: Outline
    at: str
    place: Place | None
    days: Days | None
    published: Days | None
    family: Family
    root: str
    copied: bool
    total: bool
    scene: bool
    assumed: bool
    lead: bool
    told: tuple[str, str, str, str]
    attackers: frozenset[str]
    holder: str | None
    figure: Figure | None
    words: frozenset[tuple[str | None, str]]

    @property
    def tells_of_attackers(self) -> bool:
        """Whether its source itself says that these sides attacked; to deny that they did is to name none."""
        return bool(self.attackers) and self.claim.stance in _SAYS


def telling(claim: Claim, report: Report, root: str, sides: Mapping[str, str]) -> Telling:
    """What linking looks at in ``claim``; ``sides`` are the sides behind the names that the packs know."""
    kind, event = claim.proposition.kind, claim.event
    outline = Outline(
        claim.id,
        claim.report_id,
        claim.start,
        claim.end,
        claim.source.name,
        claim.stance,
        event,
        claim.event_detail,
        kind,
    )
    source = claim.source.party or claim.source.name.casefold()
    if source == NARRATOR:
        source = f"{NARRATOR} of {root}"
    place, days, published = _place(claim), days_of(claim.date.edtf), days_of(report.published)
    copied = root != report.id
    assumed = claim.date.start is None and claim.date.edtf is not None and claim.date.edtf == claim.date.anchor
    return Telling(
        claim=outline,
        at=_turn(outline, copied, place, days, published, assumed),
        place=place,
        days=days,
        published=published,
        family=family(event),
        root=root,
        scene=_sets_scene(claim),
        total=claim.place.place is not None and place is None,
        copied=copied,
        assumed=assumed,
        lead=claim.start < _LEAD,
        told=(root, source, kind.value, claim.stance.value),
        attackers=frozenset(a.side for a in claim.actors if a.role is Role.PERPETRATOR and a.side is not None),
        holder=_holder(claim, sides) if kind is PropositionKind.CONTROL else None,
        figure=figure_of(claim) if kind in _COUNTED else None,
        words=_words(claim, report),
    )


def _turn(
    claim: Outline, copied: bool, place: Place | None, days: Days | None, published: Days | None, assumed: bool
) -> str:
    length = min(days.length, _LONGEST) if days else 0
    vague = family(claim.event) is Family.OTHER, days is None
    order = f"{copied:d}{rank(place)}{vague[0]:d}{vague[1]:d}{length:07d}{assumed:d}"
    return f"{order} {published.edtf if published else '~'} {claim.report_id} {claim.start:09d} {claim.id}"


def _sets_scene(claim: Claim) -> bool:
    """Whether the clause gives a day but no place: then it may be told from elsewhere than what stands before it."""
    day, place = claim.date.start, claim.place.start
    dated = day is not None and claim.start <= day < claim.end
    return dated and (place is None or not claim.start <= place < claim.end)


def _place(claim: Claim) -> Place | None:
    """Where the claim's event was; nowhere for a total of what was shot down that its own clause does not place."""
    start = claim.place.start
    here = start is not None and claim.start <= start < claim.end
    if claim.proposition.kind is PropositionKind.SHOT_DOWN and not here:
        figure = figure_of(claim)
        if figure is not None and figure.low >= _MANY:
            return None
    return claim.place.place


def _holder(claim: Claim, sides: Mapping[str, str]) -> str | None:
    """The side, else the name, of who is said to hold the place."""
    value = claim.proposition.value or ""
    held = (a.side for a in claim.actors if a.role is Role.HOLDER)
    people: tuple[Actor | SourceAnswer, ...] = (*claim.actors, claim.source)
    named = (a.side for a in people if a.name == value)
    side = next((s for s in (*held, sides.get(value.casefold()), *named) if s is not None), None)
    return side or value.casefold() or None


def _words(claim: Claim, report: Report) -> frozenset[tuple[str | None, str]]:
    # The first letters stand for the word, so that an inflected form meets its other forms.
    found = (t.low[: _LONG_WORD + 1] for t in tokens(report.text, claim.start, claim.end) if t.low.isalpha())
    return frozenset((report.language, word) for word in found if len(word) >= _LONG_WORD)


class Draft:
    """The event so far. ``days`` is what its dated claims share; a day in so many words (``day_in_words``) goes before
    one of publication; ``place`` the finest that it was given. ``attackers`` are all sides said to have attacked,
    ``acted`` those of whom a source tells the attack itself, not only whom it blames for it.
    """

    def __init__(self, first: Telling) -> None:
        self.place: Place | None = None
        self.days: Days | None = None
        self.published: Days | None = first.published
        self.tellings: list[Telling] = []
        self.types: Counter[EventType] = Counter()
        self.families: set[Family] = set()
        self.told: dict[tuple[str, str, str, str], str] = {}
        self.day_in_words = False
        self.attackers: set[str] = set()
        self.acted: set[str] = set()
        self.holders: set[str] = set()
        self.figures: dict[PropositionKind, list[Figure]] = {}
        self.voices: set[tuple[str, str]] = set()
        self.sources: set[str] = set()
        self.blamed: dict[tuple[str, str], frozenset[str]] = {}
        self.words: set[tuple[str | None, str]] = set()
        self.roots: set[str] = set()
        self._places: Counter[Place] = Counter()
        self._spans: dict[str, list[tuple[int, int]]] = {}
        self.add(first)

    def add(self, telling: Telling) -> None:
        """Takes a claim in."""
        claim = telling.claim
        self.tellings.append(telling)
        self.types[claim.event] += 1
        self.families.add(telling.family)
        self.told.setdefault(telling.told, claim.report_id)
        self.attackers |= telling.attackers
        self.holders |= {telling.holder} if telling.holder else set()
        voice = (claim.report_id, claim.source)
        self.voices.add(voice)
        self.sources.add(telling.told[1])
        if telling.tells_of_attackers:
            self.acted |= telling.attackers if claim.kind is not PropositionKind.RESPONSIBILITY else frozenset()
            self.blamed[voice] = self.blamed.get(voice, frozenset()) | telling.attackers
        if telling.figure is not None:
            self.figures.setdefault(claim.kind, []).append(telling.figure)
        self.words |= telling.words
        self.roots.add(telling.root)
        insort(self._spans.setdefault(claim.report_id, []), (claim.start, claim.end))
        if telling.days is not None:
            self._add_days(telling.days, in_words=not telling.assumed)
        if telling.place is not None:
            self._places[telling.place] += 1
            # Only this place has gained: none but it can go before the one chosen so far.
            chosen = (self.place or telling.place, telling.place)
            self.place = min(chosen, key=lambda p: (RANK[p.precision], -self._places[p], p.name))

    def _add_days(self, days: Days, *, in_words: bool) -> None:
        shared = days if self.days is None else self.days.meet(days)
        if shared is not None:
            self.days = shared
        elif in_words and not self.day_in_words:
            self.days = days
        self.day_in_words |= in_words

    def characters_away(self, claim: Outline) -> int | None:
        """How far the claim stands from the event's nearest claim in the same report; None where it has none there."""
        spans: Sequence[tuple[int, int]] = self._spans.get(claim.report_id, ())
        if not spans:
            return None
        at = bisect_left(spans, (claim.start, claim.end))
        return min(max(0, claim.start - end, start - claim.end) for start, end in spans[max(0, at - 1) : at + 1])
