"""Finds the words that speak of an event and says which type of event they speak of.

The words stand in ``rules/<language>.toml``, what they mean in ``rules/taxonomy.toml``, and the weapons that tell a
drone strike from shelling in ``rules/weapons.toml``.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from counterclaim.events.arms import from_the_air, less_debris
from counterclaim.records.claim import Trigger
from counterclaim.records.event_type import EventType, PropositionKind
from counterclaim.records.report import Report
from counterclaim.records.tagging import Sentence
from counterclaim.words.lexicon import Hit, Lexicon
from counterclaim.words.tokens import Token, tokens
from counterclaim.words.toml_data import package_toml

PACKAGE = "counterclaim.events"
LANGUAGES = ("en", "uk", "ru", "fr", "de")
_BLAST = "blast"
_ALONE = {
    "strike": EventType.AIR_STRIKE,
    "bombardment": EventType.SHELLING,
    "heard": EventType.EXPLOSIVE,
    _BLAST: EventType.EXPLOSIVE,
}
# Participles that describe ("debris of the downed drone") make no clause: in Russian the full forms, in Ukrainian the
# full forms outside the nominative, which also serves as a predicate.
_DESCRIBING = {
    "ru": re.compile(r"(?:нн|[иыя]т)(?:ый|ого|ому|ым|ом|ая|ой|ую|ое|ые|ых|ыми)$"),
    "uk": re.compile(r"(?:ен|ан|[иія]т)(?:ого|ому|им|их|ими|ої|ій|ою)$"),
}
_DONE_TO_THINGS = (PropositionKind.DESTROYED, PropositionKind.CAPTURED)
_NEXT = 2
_TARGET = "target"
_BY = "by"
# Verbs that speak of territory only where nothing else takes them up.
_SAY_LITTLE = ("take", "lose", "enter", "leave")
_OBJECT = 4
# Between what was attacked and where that was.
_AT_A_PLACE = frozenset({"in", "inside", "near", "dans", "près", "im", "nahe"})
# English months that are words of events in small letters.
_MONTHS = ("March",)
# Troops that were lost fell in fighting where no weapon is named.
_LOSSES = "losses"
# Quotation marks stand inside phrases ("had “stopped” the advance") and must not break them.
_QUOTES = frozenset("\"'“”„‟«»‹›‘’")


@dataclass(frozen=True, slots=True)
class _Meaning:
    event: EventType | None
    kind: PropositionKind
    detail: str | None
    strength: int


@dataclass(frozen=True, slots=True)
class _Entry:
    id: str
    verbal: bool


@cache
def _taxonomy() -> dict[str, _Meaning]:
    return {key: _meaning(row) for key, row in package_toml(PACKAGE, "rules", "taxonomy.toml").items()}


def _meaning(row: dict[str, Any]) -> _Meaning:
    event = row.get("event")
    return _Meaning(
        EventType(event) if event else None, PropositionKind(row["kind"]), row.get("detail"), row["strength"]
    )


@cache
def _words(language: str) -> Lexicon[_Entry]:
    rules = package_toml(PACKAGE, "rules", f"{language}.toml")
    phrases = (
        (phrase, _Entry(key, form == "verbs"))
        for key, forms in rules.items()
        for form in ("verbs", "nouns")
        for phrase in forms.get(form, ())
    )
    return Lexicon(phrases, package_toml(PACKAGE, "rules", "joiners.toml")[language])


@cache
def _weapons(language: str) -> Lexicon[EventType | None]:
    """Words for weapons by the type that they tell; None for those of targets ("drone factory")."""
    rules = package_toml(PACKAGE, "rules", "weapons.toml")
    return Lexicon(
        (phrase, None if kind == _TARGET else EventType(kind))
        for kind, lists in rules.items()
        if kind != _BY
        for phrase in lists.get(language, ())
    )


@cache
def _by(language: str) -> frozenset[str]:
    return frozenset(package_toml(PACKAGE, "rules", "weapons.toml")[_BY].get(language, ()))


def find_triggers(report: Report, sentences: Sequence[Sentence]) -> tuple[Trigger, ...]:
    """Every trigger in the reporting sentences of ``report``, in order, none overlapping another.

    A trigger without a type of its own takes that of the weapon nearest to it in its sentence; where there is none,
    ``event`` is None and the surrounding claims decide. Languages without word lists give no triggers.
    """
    if report.language not in LANGUAGES:
        return ()
    found: list[Trigger] = []
    arms: Counter[EventType] = Counter()
    for sentence in sentences:
        if not sentence.furniture:
            triggers, weapons = _in_sentence(report.text, sentence, report.language)
            found.extend(triggers)
            arms.update(weapons)
    return tuple(_by_air_or_guns(found, arms))


def _by_air_or_guns(found: Sequence[Trigger], arms: Mapping[EventType, int]) -> Iterator[Trigger]:
    """``found`` with each strike, bombardment and blast typed that no weapon types: from the air or by guns, whichever
    the report speaks of more, in weapons (``arms``) and events; where it speaks of neither, by what the word alone
    means most often.
    """
    types = Counter(t.event for t in found)
    air, guns = (types[e] + arms.get(e, 0) for e in (EventType.AIR_STRIKE, EventType.SHELLING))
    blasts = types[EventType.EXPLOSIVE] + sum(t.id == _BLAST for t in found)
    fought = types[EventType.ARMED_CLASH] - sum(t.kind is PropositionKind.REPELLED for t in found)
    for trigger in found:
        if trigger.kind is PropositionKind.REPELLED and air and not guns and not fought:
            # Nobody on the ground is spoken of: what was beaten back came by air.
            yield replace(trigger, event=EventType.DISRUPTED, kind=PropositionKind.SHOT_DOWN)
            continue
        usual = _ALONE.get(trigger.id)
        if usual is None or trigger.event is not None:
            yield trigger
        elif (air == guns and (air == 0 or trigger.id != "heard")) or (
            trigger.id == _BLAST and max(air, guns) <= blasts
        ):
            yield replace(trigger, event=usual)
        else:
            yield replace(trigger, event=EventType.AIR_STRIKE if air >= guns else EventType.SHELLING)


def _in_sentence(text: str, sentence: Sentence, language: str) -> tuple[list[Trigger], list[EventType]]:
    """The triggers of one sentence, and the types that the weapons in it stand for."""
    stream = [t for t in tokens(text, sentence.start, sentence.end) if t.low not in _QUOTES]
    named = [(hit.first, hit.key) for hit in _weapons(language).longest(stream) if hit.key is not None]
    weapons = from_the_air(less_debris(named), stream)
    fallen = {at for at, _ in named} - {at for at, _ in weapons}
    spoken = [hit for hit in _words(language).all(stream) if not _taken_are_arms(hit, named)]
    spoken = [hit for hit in spoken if not _of_a_month(text, stream[hit.first], language)]
    hits = _chosen(spoken, stream)
    weapons = [w for w in weapons if not any(_done_to(stream, hit, w[0], language) for hit in hits)]
    weapons = [(at, _thrown(at, hits) or kind) for at, kind in weapons]
    triggers = []
    for hit in hits:
        trigger = _of_inner(_trigger(stream, hit, language), hit, spoken)
        triggers.append(_typed(_fallen(trigger, hit, fallen), hit, weapons))
    return triggers, [key for _, key in weapons]


def _thrown(at: int, hits: Sequence[Hit[_Entry]]) -> EventType | None:
    """A grenade that is thrown by hand is none of the guns': "warf eine Granate in eine Bar"."""
    thrown = any(h.first <= at < h.last and _taxonomy()[h.key.id].event is EventType.GRENADE for h in hits)
    return EventType.GRENADE if thrown else None


def _of_a_month(text: str, token: Token, language: str) -> bool:
    """Whether the word is the name of a month: "March in", "on 6 March"."""
    return language == "en" and text[token.start : token.end] in _MONTHS


def _done_to(stream: Sequence[Token], hit: Hit[_Entry], at: int, language: str) -> bool:
    """Whether the weapon at token ``at`` is what was hit, not what it was hit with: "destroyed six aircraft"."""
    if _taxonomy()[hit.key.id].kind not in _DONE_TO_THINGS or not hit.last <= at < hit.last + _OBJECT:
        return False
    return _by(language).isdisjoint(t.low for t in stream[hit.last : at])


def _taken_are_arms(hit: Hit[_Entry], weapons: Sequence[tuple[int, EventType]]) -> bool:
    """Whether a noun of taking or falling goes on to weapons, not to a place: "the fall of debris"."""
    control = _taxonomy()[hit.key.id].kind is PropositionKind.CONTROL and not hit.key.verbal
    return control and any(hit.last <= at < hit.last + _NEXT for at, _ in weapons)


def _fallen(trigger: Trigger, hit: Hit[_Entry], fallen: AbstractSet[int]) -> Trigger:
    """``trigger`` as no strike where the drone or missile in its words only fell in pieces."""
    struck = trigger.event in (EventType.AIR_STRIKE, EventType.SHELLING)
    if struck and not fallen.isdisjoint(range(hit.first, hit.last)):
        return replace(trigger, event=EventType.DISRUPTED)
    return trigger


def _of_inner(trigger: Trigger, hit: Hit[_Entry], spoken: Sequence[Hit[_Entry]]) -> Trigger:
    """``trigger``, where it blames or answers, with the type of the event that its own words hold: "macht ihn für das
    Massaker verantwortlich".
    """
    if trigger.kind is not PropositionKind.RESPONSIBILITY or trigger.event is not None:
        return trigger
    inner = [_taxonomy()[o.key.id] for o in spoken if _within(o, hit)]
    named = [m for m in inner if m.event is not None and m.kind is PropositionKind.OCCURRED]
    return replace(trigger, event=max(named, key=lambda m: m.strength).event) if named else trigger


def _chosen(hits: Sequence[Hit[_Entry]], stream: Sequence[Token]) -> list[Hit[_Entry]]:
    """The hits that remain when of two that overlap the stronger wins, then the longer, then the earlier."""
    meaning = _taxonomy()
    taken: set[int] = set()
    hits = [h for h in hits if not any((_within(h, o) and _yields(h, o)) or _goes_beyond(h, o, stream) for o in hits)]
    out = []
    for hit in sorted(hits, key=lambda h: (-_weight(h, meaning), h.first - h.last, h.first, not _verb_phrase(h))):
        if taken.isdisjoint(range(hit.first, hit.last)):
            taken.update(range(hit.first, hit.last))
            out.append(hit)
    return sorted(out, key=lambda h: h.first)


def _within(hit: Hit[_Entry], other: Hit[_Entry]) -> bool:
    """Whether ``hit`` is part of the longer phrase ``other``: "took" of "took fire"."""
    return other.first <= hit.first and hit.last <= other.last and hit.last - hit.first < other.last - other.first


def _yields(hit: Hit[_Entry], other: Hit[_Entry]) -> bool:
    """Whether ``hit``, which is part of ``other``, says nothing of its own there."""
    people = hit.key.id == "shot_down" and other.key.id == "shot"  # "Des manifestants ont été abattus".
    talks = hit.key.id == "destroyed" and other.key.id in ("diplomacy", "agreement")  # "The truce collapsed".
    crowd = hit.key.id == "repelled" and other.key.id == "protest_intervention"  # "Drove back marchers".
    post = hit.key.id == "control" and other.key.id == "military"  # "Poste de contrôle de Dolmen".
    return hit.key.id in _SAY_LITTLE or people or talks or crowd or post or _begins(hit, other)


def _goes_beyond(hit: Hit[_Entry], other: Hit[_Entry], stream: Sequence[Token]) -> bool:
    """Whether ``hit`` takes for the object of an attack what only tells where it was: "attacked positions in the
    village".
    """
    if hit.key.id != "atrocity" or other.key.id != "assault" or other.first != hit.first:
        return False
    return not _AT_A_PLACE.isdisjoint(t.low for t in stream[other.last : hit.last])


def _begins(hit: Hit[_Entry], other: Hit[_Entry]) -> bool:
    """Whether ``hit`` is the bare word with which the phrase ``other`` begins: "captured" of "captured four tanks"."""
    return hit.first == other.first and hit.last == hit.first + 1


def _verb_phrase(hit: Hit[_Entry]) -> bool:
    return hit.key.verbal and hit.last - hit.first > 1


def _weight(hit: Hit[_Entry], meaning: dict[str, _Meaning]) -> int:
    return meaning[hit.key.id].strength


def _trigger(stream: Sequence[Token], hit: Hit[_Entry], language: str) -> Trigger:
    meaning = _taxonomy()[hit.key.id]
    endings = _DESCRIBING.get(language)
    describes = bool(endings and endings.search(stream[hit.first].low))
    # "Most of the freed": people, no town, are what a participle beside the event's verb describes.
    taken = meaning.kind is PropositionKind.CONTROL and describes and hit.last - hit.first == 1
    return Trigger(
        start=stream[hit.first].start,
        end=stream[hit.last - 1].end,
        id=hit.key.id,
        event=meaning.event,
        kind=meaning.kind,
        event_detail=meaning.detail,
        verbal=hit.key.verbal and not describes,
        strength=1 if taken else meaning.strength,
    )


def _typed(trigger: Trigger, hit: Hit[_Entry], weapons: Sequence[tuple[int, EventType]]) -> Trigger:
    """``trigger`` with the type that the nearest weapon gives it."""
    if not weapons:
        return trigger
    nearest = min(weapons, key=lambda w: (max(hit.first - w[0], w[0] - hit.last + 1, 0), w[0]))[1]
    if trigger.kind is PropositionKind.REPELLED and nearest is EventType.AIR_STRIKE:
        # Drones are not beaten back but brought down.
        return replace(trigger, event=EventType.DISRUPTED, kind=PropositionKind.SHOT_DOWN)
    own = trigger.event is not None and trigger.id != _LOSSES
    return trigger if own else replace(trigger, event=nearest)
