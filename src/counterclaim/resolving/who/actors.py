"""Who takes part in the event of a claim: the parties that its clause names, each with its part (roles.py)."""

from dataclasses import replace

from counterclaim.records.actor import Actor, Role
from counterclaim.records.claim import Assertion
from counterclaim.records.conflict import Conflict
from counterclaim.records.event_type import PropositionKind
from counterclaim.records.report import Report
from counterclaim.records.tagging import Tagging
from counterclaim.resolving.who.chart import QUOTES, Chart, Unit, chart
from counterclaim.resolving.who.compose import Composer
from counterclaim.resolving.who.directory import directory
from counterclaim.resolving.who.memory import Memory
from counterclaim.resolving.who.roles import role_of
from counterclaim.resolving.who.scene import is_cause, scene_of, signs
from counterclaim.resolving.who.speaker import Kind as SpeakerKind
from counterclaim.resolving.who.speaker import Speaker
from counterclaim.resolving.who.vocabulary import Part, filler, mark_words, nations, nouns

_PARTIES = (Part.NATION, Part.CAPITAL, Part.PARTY, Part.BODY, Part.GROUP, Part.PRO)
_FORCES = frozenset({"army", "forces", "air-force", "navy", "air-defence", "national-guard", "military-intelligence"})
_ENDS = frozenset({",", ";", ":", ".", "!", "?", "—", "–"})
_GROUPS = frozenset({SpeakerKind.GROUP, SpeakerKind.JOINT})


def find_actors(
    report: Report, tagging: Tagging, assertions: tuple[Assertion, ...], packs: tuple[Conflict, ...]
) -> tuple[tuple[Actor, ...], ...]:
    """The actors of each assertion, in order of the text; empty where its clause names none."""
    words = chart(report.text, report.language, directory(packs))
    composer = Composer(words, Memory(report.language), report.published)
    starts = sorted(words.tokens_of(a.start, a.end)[0] for a in assertions)
    return tuple(_actors(composer, tagging, a, starts) for a in assertions)


def _actors(composer: Composer, tagging: Tagging, assertion: Assertion, starts: list[int]) -> tuple[Actor, ...]:
    """The actors of one assertion; ``starts`` are the first tokens of all."""
    words = composer.chart
    first, last = words.tokens_of(assertion.start, assertion.end)
    last = _with_relative_clause(words, last, starts)
    groups = _groups(words, first, last)
    if not groups:
        return ()
    scene = scene_of(words, tagging, assertion, groups, last)
    found: dict[tuple[str, Role], Actor] = {}
    for group in groups:
        speaker = composer.speaker(group[0].first, group[-1].last)
        role = role_of(scene, group, groups) if speaker is not None else None
        if speaker is not None and role is not None:
            start, end = words.stream[group[0].first].start, words.stream[group[-1].last - 1].end
            speaker = _own_name(composer, tagging, assertion, _unsided(composer, speaker, group), group)
            named = _land_named(composer, speaker, group)
            found.setdefault((named.name, role), _actor(named, role, start, end))
    return _without_accuser(composer, tagging, assertion, tuple(found.values()))


def _without_accuser(
    composer: Composer, tagging: Tagging, assertion: Assertion, actors: tuple[Actor, ...]
) -> tuple[Actor, ...]:
    """Who lays the blame on another has not done it by that: "the Brigade makes the army answerable"."""
    if assertion.proposition.kind is not PropositionKind.RESPONSIBILITY or assertion.attribution is None:
        return actors
    source = tagging.attributions[assertion.attribution].source
    blamed = [a for a in actors if not any(s.start < a.end and a.start < s.end for s in source)]
    return tuple(blamed) if any(a.role is Role.PERPETRATOR for a in blamed) else actors


def _with_relative_clause(words: Chart, last: int, starts: list[int]) -> int:
    """The end of the clause, or of the relative clause that goes on with it and holds no other claim: "wounded by
    shells, which the army had fired".
    """
    stream = words.stream
    opening = last if last < len(stream) and stream[last].low == "," else last - 1
    if not 0 <= opening < len(stream) - 1 or stream[opening].low != ",":
        return last
    if not any(h.key == "subordinate" for h in signs().at(stream, opening + 1)) and (
        words.language != "de" or stream[opening + 1].low not in mark_words("relative")
    ):
        return last
    end = next((n for n in range(opening + 1, len(stream)) if stream[n].low in _ENDS), len(stream))
    return last if any(opening + 1 < n < end for n in starts) else end


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
    if not any(is_cause(t.low) for t in near) or any(u.part is Part.PRO for u in group):
        return speaker
    name = words.surface(group[0].first, group[-1].last) if words.language == "en" else speaker.name
    if assertion.attribution is None or not tagging.attributions[assertion.attribution].source:
        return replace(speaker, name=name, side=None, party=None)
    source = tagging.attributions[assertion.attribution].source
    said_by = composer.speaker(*words.tokens_of(source[0].start, source[-1].end))
    side = said_by.side if said_by is not None and said_by.kind in _GROUPS else None
    return replace(speaker, name=name, side=side, party=None)


def _unsided(composer: Composer, speaker: Speaker, group: list[Unit]) -> Speaker:
    """ "300 soldiers", of nobody: that a text is in a nation's language does not make them that nation's."""
    lone = len(group) == 1 and group[0].part is Part.BODY and group[0].key == "forces"
    if not lone or speaker.nation is None or speaker.nation != composer.home_nation():
        return speaker
    return replace(speaker, name=nouns()["forces"].english, side=None, party=None)


def _land_named(composer: Composer, speaker: Speaker, group: list[Unit]) -> Speaker:
    """A nation alone acts as a country, not as its government; a capital in other hands stands for itself."""
    if len(group) != 1 or group[0].part not in (Part.NATION, Part.CAPITAL):
        return speaker
    held = composer.held(group[0])
    return replace(speaker, name=held.name if held else nations()[group[0].key].name, party=None)


def _actor(speaker: Speaker, role: Role, start: int, end: int) -> Actor:
    return Actor(speaker.name, speaker.side, role, start, end, speaker.party)


def _groups(words: Chart, first: int, last: int) -> list[list[Unit]]:
    """Units that stand together as one party: nation and army, nation alone, a party's name."""
    out: list[list[Unit]] = []
    for unit in words.between(first, last):
        if unit.part not in _PARTIES:
            continue
        gap = range(out[-1][-1].last, unit.first) if out else range(0)
        close = bool(out) and len(gap) <= 2 and all(_bridges(words, n) for n in gap)
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


def _bridges(words: Chart, n: int) -> bool:
    low = words.stream[n].low
    return (low in filler() or low in QUOTES or is_cause(low)) and not any(
        u.part is Part.AND for u in words.between(n, n + 1)
    )


def _joins(words: Chart, n: int) -> bool:
    """A word, or the comma before a relative clause."""
    return words.stream[n].is_word or words.stream[n].low == ","
