"""Who takes part in the event of a claim, and in which role, by simple rules of voice.

A nation or party beside a weapon has used it ("Ukrainian drones"); beside a thing that is destroyed it has lost it;
alone, it acts before the event's word and suffers after it, unless "by" or "against" or a passive says otherwise.
"""

import functools
from dataclasses import dataclass, replace

from counterclaim.records.actor import Actor, Role
from counterclaim.records.claim import Assertion
from counterclaim.records.conflict import Conflict
from counterclaim.records.event_type import PropositionKind as Kind
from counterclaim.records.report import Report
from counterclaim.records.tagging import Tagging
from counterclaim.resolving.who.chart import Chart, Unit, chart
from counterclaim.resolving.who.compose import Composer
from counterclaim.resolving.who.directory import directory
from counterclaim.resolving.who.memory import Memory
from counterclaim.resolving.who.speaker import Kind as SpeakerKind
from counterclaim.resolving.who.speaker import Speaker
from counterclaim.resolving.who.vocabulary import Part, filler, nations
from counterclaim.words.lexicon import Lexicon
from counterclaim.words.toml_data import package_toml

_PARTIES = (Part.NATION, Part.CAPITAL, Part.PARTY, Part.BODY, Part.GROUP, Part.PRO)
_FORCES = frozenset({"army", "forces", "air-force", "navy", "air-defence", "national-guard", "military-intelligence"})
_GROUPS = frozenset({SpeakerKind.GROUP, SpeakerKind.JOINT})
# Words in the names that armed groups give themselves.
_OWN = (
    *("liberat", "volunteer", "freedom", "libérat", "volontair", "befreiung", "freiwillig"),
    *("визволь", "визвол", "освобод", "доброволь", "доброволе", "свобод"),
)
_LOSS = frozenset({Kind.DESTROYED, Kind.DAMAGED, Kind.CAPTURED, Kind.SHOT_DOWN})
_HARM = frozenset({Kind.KILLED, Kind.INJURED})


@functools.cache
def _signs() -> Lexicon[str]:
    table = package_toml("counterclaim.resolving.who", "actors.toml")
    return Lexicon((word, sign) for sign, row in table.items() for word in row["words"])


@dataclass(frozen=True, slots=True)
class _Scene:
    """The clause of one assertion: its tokens, those of the event's word, and the signs around each token."""

    chart: Chart
    first: int
    last: int
    trigger: int
    after: int
    kind: Kind

    def signs(self, low: int, high: int) -> set[str]:
        """What kinds of sign stand in the token range, cut to the clause."""
        low, high = max(low, self.first), min(high, self.last)
        return {h.key for h in _signs().all(self.chart.stream[low:high])} if low < high else set()


def find_actors(
    report: Report, tagging: Tagging, assertions: tuple[Assertion, ...], packs: tuple[Conflict, ...]
) -> tuple[tuple[Actor, ...], ...]:
    """The actors of each assertion, in order of the text; empty where its clause names none."""
    words = chart(report.text, report.language, directory(packs))
    composer = Composer(words, Memory(report.language), report.published)
    return tuple(_actors(composer, tagging, a) for a in assertions)


def _actors(composer: Composer, tagging: Tagging, assertion: Assertion) -> tuple[Actor, ...]:
    words = composer.chart
    first, last = words.tokens_of(assertion.start, assertion.end)
    trigger, after = words.tokens_of(assertion.trigger.start, assertion.trigger.end)
    scene = _Scene(words, first, last, trigger, max(after, trigger + 1), assertion.proposition.kind)
    speaking = _speaking(words, tagging, assertion)
    found: dict[tuple[str, Role], Actor] = {}
    for group in _groups(words, first, last):
        speaker = composer.speaker(group[0].first, group[-1].last)
        role = _role(scene, group, speaking) if speaker is not None else None
        if speaker is not None and role is not None:
            start, end = words.stream[group[0].first].start, words.stream[group[-1].last - 1].end
            named = _land_named(_own_name(composer, tagging, assertion, speaker, group), group)
            found.setdefault((named.name, role), _actor(named, role, start, end))
    return tuple(found.values())


def _own_name(
    composer: Composer, tagging: Tagging, assertion: Assertion, speaker: Speaker, group: list[Unit]
) -> Speaker:
    """ "Russian liberation forces", said by an armed group: a nation in a group's own name is not that state's army;
    the side is that of who says so.
    """
    words = composer.chart
    near = words.stream[max(0, group[0].first - 1) : group[-1].last + 1]
    if speaker.party is not None and speaker.kind is SpeakerKind.GROUP:
        return speaker
    if not any(t.low.startswith(_OWN) for t in near) or any(u.part is Part.PRO for u in group):
        return speaker
    name = words.surface(group[0].first, group[-1].last) if words.language == "en" else speaker.name
    if assertion.attribution is None or not tagging.attributions[assertion.attribution].source:
        return replace(speaker, name=name, side=None, party=None)
    source = tagging.attributions[assertion.attribution].source
    said_by = composer.speaker(*words.tokens_of(source[0].start, source[-1].end))
    side = said_by.side if said_by is not None and said_by.kind in _GROUPS else None
    return replace(speaker, name=name, side=side, party=None)


def _land_named(speaker: Speaker, group: list[Unit]) -> Speaker:
    """A nation alone acts as a country, not as its government."""
    if len(group) == 1 and group[0].part in (Part.NATION, Part.CAPITAL):
        return replace(speaker, name=nations()[group[0].key].name, party=None)
    return speaker


def _actor(speaker: Speaker, role: Role, start: int, end: int) -> Actor:
    return Actor(speaker.name, speaker.side, role, start, end, speaker.party)


def _speaking(words: Chart, tagging: Tagging, assertion: Assertion) -> range:
    """The tokens of the assertion's source: who speaks does not act by speaking."""
    if assertion.attribution is None:
        return range(0)
    spans = tagging.attributions[assertion.attribution].source
    return range(*words.tokens_of(spans[0].start, spans[-1].end)) if spans else range(0)


def _groups(words: Chart, first: int, last: int) -> list[list[Unit]]:
    """Units that stand together as one party: nation and army, nation alone, a party's name."""
    out: list[list[Unit]] = []
    for unit in words.between(first, last):
        if unit.part not in _PARTIES:
            continue
        gap = range(out[-1][-1].last, unit.first) if out else range(0)
        close = bool(out) and len(gap) <= 2 and all(_bridges(words.stream[n].low) for n in gap)
        siding = bool(out) and unit.part is Part.PRO and len(gap) <= 2 and all(_joins(words, n) for n in gap)
        if (
            (siding and out[-1][-1].part in (Part.NATION, Part.GROUP))
            or (close and unit.part in (Part.BODY, Part.GROUP))
            or (close and out[-1][-1].part in (Part.BODY, Part.GROUP, Part.PRO))
        ):
            out[-1].append(unit)
        else:
            out.append([unit])
    return [g for g in out if any(u.part is not Part.BODY or u.key in _FORCES for u in g)]


def _bridges(low: str) -> bool:
    return low in filler() or low.startswith(_OWN)


def _joins(words: Chart, n: int) -> bool:
    """A word, or the comma before a relative clause."""
    return words.stream[n].is_word or words.stream[n].low == ","


def _role(scene: _Scene, group: list[Unit], speaking: range) -> Role | None:
    low, high = group[0].first, group[-1].last
    before = scene.signs(low - 2, low)
    beside = scene.signs(high, high + 3) | (set() if "against" in before else before & {"weapon", "asset", "person"})
    lone = all(u.part in (Part.NATION, Part.CAPITAL, Part.PARTY) for u in group)
    if lone and "weapon" in beside and "against" not in before:
        return Role.TARGET if scene.kind is Kind.SHOT_DOWN else Role.PERPETRATOR
    if lone and "asset" in beside and scene.kind in _LOSS:
        return Role.TARGET
    if "person" in beside and scene.kind in _HARM:
        return Role.VICTIM
    if low in speaking:
        return _own_deed(scene, speaking)
    if lone and "asset" in beside:
        return None
    role = _by_voice(scene, low, high)
    return None if role in (Role.PERPETRATOR, Role.HOLDER) and _of_a_place(scene.chart, group) else role


def _of_a_place(words: Chart, group: list[Unit]) -> bool:
    """ "A Russian border village": the nation tells whose the place is, not who acts."""
    if len(group) != 1 or group[0].part is not Part.NATION:
        return False
    near = words.between(max(0, group[0].first - 1), group[0].last + 2)
    return any(u.part is Part.REGION for u in near)


def _own_deed(scene: _Scene, speaking: range) -> Role | None:
    """ "The army said it had repelled": who speaks, acts, where a pronoun takes it up before the event's word."""
    units = scene.chart.between(speaking.stop, scene.trigger)
    taken_up = any(u.part is Part.PRONOUN and u.key in ("it", "they", "he", "she") for u in units)
    return _acting(scene) if taken_up else None


def _by_voice(scene: _Scene, low: int, high: int) -> Role | None:
    before = scene.signs(low - 2, low)
    if "by" in before and scene.trigger < low:
        return _acting(scene)
    if "against" in before:
        return None if scene.kind is Kind.CONTROL else Role.TARGET
    if low < scene.trigger:
        harmed = scene.kind in _LOSS | _HARM | {Kind.REPELLED} and "passive" in scene.signs(high, scene.after)
        return (Role.VICTIM if scene.kind in _HARM else Role.TARGET) if harmed else _acting(scene)
    if scene.kind in _HARM:
        return Role.VICTIM
    return Role.TARGET if scene.kind in _LOSS | {Kind.OCCURRED, Kind.REPELLED} else None


def _acting(scene: _Scene) -> Role:
    return Role.HOLDER if scene.kind is Kind.CONTROL else Role.PERPETRATOR
