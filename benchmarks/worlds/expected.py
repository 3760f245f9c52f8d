"""What reconciling should find in a world: who holds and who denies what of each event, what is contested or conceded,
and from which origins. Worked out from the plots alone, with none of the program's own rules.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from truth import Happening, Printed, Said

from counterclaim.records.event_type import PropositionKind as K
from counterclaim.records.tagging import Stance

HOLDS, FAILS, OPEN = "holds", "fails", "open"
UNKNOWN = "unknown"
_LOSSES = frozenset({K.KILLED, K.INJURED, K.DAMAGED, K.SHOT_DOWN, K.RESPONSIBILITY, K.BREAKTHROUGH, K.REPELLED})
_NO_PARTY = frozenset({"media", UNKNOWN})

Proposition = tuple[str, K, str | None]


@dataclass
class Voice:
    """What one side says of one proposition one way: origins that say so in words and those that only imply it."""

    told: set[str] = field(default_factory=set)
    implied: set[str] = field(default_factory=set)
    counts: list[tuple[str, int, int | None]] = field(default_factory=list)


@dataclass(frozen=True)
class Expected:
    """``voices`` by proposition, side and polarity. Of ``contested`` and ``conceded`` pairs of event and kind, the
    ``required`` have to be found and the ``allowed`` may be.
    """

    voices: dict[tuple[Proposition, str, str], Voice]
    contested: frozenset[tuple[str, K]]
    contested_allowed: frozenset[tuple[str, K]]
    conceded: dict[tuple[str, K], str]
    conceded_allowed: frozenset[tuple[str, K]]


def expected(reports: Sequence[Printed]) -> Expected:
    """The truth of what these reports say."""
    roots = {r.id: r for r in reports}
    voices: dict[tuple[Proposition, str, str], Voice] = defaultdict(Voice)
    happenings: dict[str, Happening] = {}
    for printed in reports:
        for said in printed.said:
            event = said.word.event
            happenings[event.id] = event
            origin = origin_of(said, roots.get(printed.root, printed))
            side = said.word.side or UNKNOWN
            for (kind, subject, polarity), direct in _statements(said):
                voice = voices[(event.id, kind, subject), side, polarity]
                (voice.told if direct else voice.implied).add(origin)
                if direct and said.count is not None:
                    high = None if said.word.at_least else said.count
                    voice.counts.append((printed.published.isoformat(), said.count, high))
    contested, allowed = _contested(voices)
    # Whether to enter a village is to break through is a matter of words.
    raids = {key for key in contested if key[1] is K.BREAKTHROUGH and happenings[key[0]].plot == "raid"}
    contested, allowed = contested - raids, allowed | raids
    conceded, may = _conceded(voices, happenings, contested | allowed)
    return Expected(dict(voices), frozenset(contested), frozenset(contested | allowed), conceded, frozenset(may))


def origin_of(said: Said, root: Printed) -> str:
    """Who answers for it: the party, or for the report's own words the outlet that first printed them."""
    return said.word.party or root.outlet.casefold()


def _statements(said: Said) -> Iterator[tuple[tuple[K, str | None, str], bool]]:
    word, event = said.word, said.word.event
    kind, subject = said.kind, word.subject if said.kind in (K.CONTROL, K.RESPONSIBILITY) else None
    polarity = {Stance.DENIES: FAILS, Stance.CANNOT_VERIFY: OPEN}.get(word.stance, HOLDS)
    yield (kind, subject, polarity), True
    if polarity is OPEN:
        return
    follows: list[tuple[K, str | None, str]] = []
    if polarity is HOLDS:
        if kind in _LOSSES:
            follows.append((K.OCCURRED, None, HOLDS))
        if word.content == "raid":
            follows.append((K.BREAKTHROUGH, None, HOLDS))
        if kind is K.CONTROL and subject == event.attacker:
            follows += [(K.BREAKTHROUGH, None, HOLDS), (K.OCCURRED, None, HOLDS), (K.REPELLED, None, FAILS)]
        if kind is K.REPELLED:
            follows += [(K.BREAKTHROUGH, None, FAILS), (K.CONTROL, event.attacker, FAILS)]
        if kind in (K.CONTROL, K.RESPONSIBILITY):
            other = event.defender if subject == event.attacker else event.attacker
            follows.append((kind, other, FAILS))
    elif kind is K.BREAKTHROUGH:
        follows.append((K.CONTROL, event.attacker, FAILS))
    elif kind is K.OCCURRED:
        follows.append((K.BREAKTHROUGH, None, FAILS))
    for each in follows:
        yield each, False


Voices = dict[tuple[Proposition, str, str], Voice]


def _sides(voices: Voices, about: Proposition, polarity: str) -> dict[str, bool]:
    """The parties that say so, and whether in words. What a side says in words outweighs what it implies."""
    out = {}
    for (proposition, side, way), voice in voices.items():
        if proposition != about or way != polarity or side in _NO_PARTY:
            continue
        against = voices.get((about, side, FAILS if polarity is HOLDS else HOLDS))
        if voice.told or not (against and against.told):
            out[side] = bool(voice.told)
    return out


def _propositions(voices: Voices) -> list[Proposition]:
    return list(dict.fromkeys(proposition for proposition, _, _ in voices))


def _contested(voices: Voices) -> tuple[set[tuple[str, K]], set[tuple[str, K]]]:
    required, allowed = set(), set()
    for about in _propositions(voices):
        yes, no = _sides(voices, about, HOLDS), _sides(voices, about, FAILS)
        disputes = [(s, t) for s in yes for t in no if s != t]
        key = (about[0], about[1])
        if any(yes[s] or no[t] for s, t in disputes):
            required.add(key)
        elif disputes or (about[1] in _LOSSES and _denied(voices, about[0], yes)):
            allowed.add(key)
        for one, other in combinations(sorted(yes), 2):
            a, b = (_latest(voices[about, side, HOLDS].counts) for side in (one, other))
            if a and b and not _meet(a, b):
                required.add(key)
    return required, allowed - required


def _denied(voices: Voices, event: str, by_others_than: Mapping[str, bool]) -> bool:
    """Whether another party says that there was no such event: then nobody was hurt in it, if one takes it so."""
    return bool(set(_sides(voices, (event, K.OCCURRED, None), FAILS)) - set(by_others_than)) and bool(by_others_than)


def _latest(counts: Iterable[tuple[str, int, int | None]]) -> tuple[int, int | None] | None:
    ordered = sorted(counts, key=lambda c: c[0])
    if not ordered:
        return None
    last = [(low, high) for day, low, high in ordered if day == ordered[-1][0]]
    highs = [high for _, high in last]
    return min(low for low, _ in last), None if None in highs else max(h for h in highs if h is not None)


def _meet(a: tuple[int, int | None], b: tuple[int, int | None]) -> bool:
    return (a[1] is None or b[0] <= a[1]) and (b[1] is None or a[0] <= b[1])


def _conceded(
    voices: Voices, happenings: dict[str, Happening], disputed: set[tuple[str, K]]
) -> tuple[dict[tuple[str, K], str], set[tuple[str, K]]]:
    required: dict[tuple[str, K], str] = {}
    allowed = set()
    for about in _propositions(voices):
        event, kind, subject = about
        happening = happenings[event]
        key = (event, kind)
        yes = _sides(voices, about, HOLDS)
        hurt = happening.attacker if kind in (K.SHOT_DOWN, K.REPELLED) else happening.defender
        other = happening.defender if hurt == happening.attacker else happening.attacker
        if kind is K.RESPONSIBILITY or (kind is K.CONTROL and subject != happening.attacker) or key in disputed:
            continue
        if hurt in yes and other in yes:
            if yes[hurt] or yes[other]:
                required[key] = hurt
            allowed.add(key)
        elif len(yes) > 1:
            # An outsider's word beside one side's: agreed or conceded, as one takes it.
            allowed.add(key)
    return required, allowed
