"""Names who answers for each assertion."""

from bisect import bisect_right
from dataclasses import dataclass, replace

from counterclaim.records.actor import MEDIA_SIDE, NARRATOR, Channel, SourceAnswer
from counterclaim.records.claim import Assertion
from counterclaim.records.conflict import Conflict
from counterclaim.records.report import Report
from counterclaim.records.span import Span, hull
from counterclaim.records.tagging import Attribution, Sentence, Tagging
from counterclaim.resolving.who.channel import channel_of
from counterclaim.resolving.who.chart import Chart, chart
from counterclaim.resolving.who.compose import Composer
from counterclaim.resolving.who.directory import directory
from counterclaim.resolving.who.introductions import introduce_all
from counterclaim.resolving.who.memory import Memory
from counterclaim.resolving.who.mentions import Mentions
from counterclaim.resolving.who.passing_on import PassingOn
from counterclaim.resolving.who.reach import Reach
from counterclaim.resolving.who.speaker import Kind, Speaker
from counterclaim.resolving.who.subjects import Subjects
from counterclaim.resolving.who.taking_up import TakingUp
from counterclaim.resolving.who.vocabulary import Part

# Characters around a source that are read of an endless sentence.
_AROUND = 1500


@dataclass(frozen=True, slots=True)
class _Said:
    """An attribution's speaker, who passed it on, and where it is named."""

    speaker: Speaker | None
    chain: tuple[str, ...] = ()
    span: Span | None = None
    channel: Channel = Channel.UNKNOWN


def name_sources(
    report: Report, tagging: Tagging, assertions: tuple[Assertion, ...], packs: tuple[Conflict, ...]
) -> tuple[SourceAnswer, ...]:
    """One answer per assertion: the canonical name, party and side of its source, and the channel it came by."""
    said = _Resolver(report, tagging, packs).all()
    return tuple(_answer(said[a.attribution]) if a.attribution is not None else _narrator() for a in assertions)


def _narrator() -> SourceAnswer:
    return SourceAnswer(NARRATOR, MEDIA_SIDE, reasons=("the report says it itself",))


def _answer(said: _Said) -> SourceAnswer:
    speaker = said.speaker
    if speaker is None:
        return replace(_narrator(), confidence=0.5, reasons=("the text names nobody",))
    return SourceAnswer(
        name=speaker.name,
        side=speaker.side,
        party=speaker.party,
        channel=said.channel,
        chain=said.chain,
        span=said.span,
        area=speaker.area,
        confidence=0.5 if speaker.vague else 1.0,
        reasons=speaker.reasons,
    )


class _Resolver:
    """Goes through the attributions of one report in order."""

    def __init__(self, report: Report, tagging: Tagging, packs: tuple[Conflict, ...]) -> None:
        self.tagging = tagging
        self.chart: Chart = chart(report.text, report.language, directory(packs))
        self.memory = Memory(report.language)
        self.composer = Composer(self.chart, self.memory, report.published)
        self.text = report.text
        self.reach = Reach(self.chart)
        self.subjects = Subjects(self.chart)
        self.taking_up = TakingUp(self.composer)
        self.passing_on = PassingOn(self.composer)
        self.mentions = Mentions(self.composer, tagging)
        self._starts = [s.start for s in tagging.sentences]
        self._children: dict[int, list[int]] = {}
        for n, a in enumerate(tagging.attributions):
            if a.parent is not None:
                self._children.setdefault(a.parent, []).append(n)

    def all(self) -> list[_Said]:
        """What every attribution comes to."""
        introduce_all(self.composer, self.tagging.sentences)
        said: list[_Said] = []
        for attribution in self.tagging.attributions:
            said.append(self._one(attribution, said))
        return [self._root(n, s, said) for n, s in enumerate(said)]

    def _one(self, attribution: Attribution, said: list[_Said]) -> _Said:
        sentence = self._sentence(attribution)
        spans = [s for s in attribution.source if len(s)]
        if self._of_the_report(attribution, spans):
            return _Said(None)
        speaker: Speaker | None = None
        chain: tuple[str, ...] = ()
        named: Span | None = None
        if spans:
            first, last = self.reach.tokens(spans, sentence)
            self.mentions.note(first)
            speaker = self.subjects.somebody_new(first, last)
            if speaker is None and self.subjects.names_somebody(first, last):
                speaker = self.composer.speaker(first, last)
            named = hull(spans) if speaker is not None else None
            if speaker is None or self._is_object(speaker, attribution, first, last):
                speaker, named = self._behind_verb(attribution, sentence, speaker, named)
            speaker, chain = self.passing_on.cited(speaker, sentence)
        if speaker is None and not spans and attribution.carried_from is None:
            tokens = self.subjects.before_cue(attribution.cue, sentence)
            speaker = self.composer.speaker(*tokens) if tokens is not None else None
        if speaker is None and self.chart.language == "fr":
            speaker = self.taking_up.before_cue(attribution)
        pronoun = speaker is None and self._only_pronoun(spans)
        subject = self.taking_up.subject(sentence, spans) if pronoun else None
        if subject is not None:
            speaker = subject
        elif speaker is None or pronoun:
            speaker, carried = self._carried(attribution, said, speaker)
            chain = chain or carried
        if speaker is not None and named is not None:
            speaker = self._joined(speaker, said, named)
        if speaker is not None:
            self.memory.say(speaker)
            self._note_area(attribution, speaker)
        if speaker is not None and speaker.kind is not Kind.MEDIA and named is not None:
            chain = tuple(dict.fromkeys((*self.passing_on.outlets(sentence, named), *chain)))
        channel, agency = self._channel(sentence)
        if agency and speaker is not None and speaker.kind is not Kind.MEDIA and agency not in chain:
            chain = (*chain, agency)
        return _Said(speaker, chain, named, Channel.NEWS_AGENCY if chain and channel is Channel.UNKNOWN else channel)

    def _of_the_report(self, attribution: Attribution, spans: list[Span]) -> bool:
        """Whether the report itself says it: "nul ne peut le vérifier", "there is no way of checking the toll"."""
        if self.subjects.nobody(spans):
            return True
        return not spans and not attribution.cue and any(self.subjects.unchecked(c) for c in attribution.content[:1])

    def _is_object(self, speaker: Speaker, attribution: Attribution, first: int, last: int) -> bool:
        """ "Fünf Kampfflugzeuge will Pakistan …", "На кадрах, которые выложил …": what stands before the verb is what
        is told, where it is no person or body.
        """
        before = self.chart.tokens_of(attribution.cue[0].start, attribution.cue[0].end)[0] if attribution.cue else 0
        if last > before:
            return False
        parts = {u.part for u in self.chart.between(first, last)}
        return not parts & {Part.PARTY, Part.BODY, Part.ROLE, Part.PEOPLE, Part.UNNAMED, Part.AGENCY, Part.OUTLET} and (
            speaker.kind is not Kind.PERSON and bool(self.chart.surface(first, last).split()[1:])
        )

    def _behind_verb(
        self, attribution: Attribution, sentence: Sentence | None, found: Speaker | None, named: Span | None
    ) -> tuple[Speaker | None, Span | None]:
        """Who stands behind the verb, where the words before it name nobody; else what was found. Behind a verb of
        accusing the accused stands.
        """
        if found is not None and self.subjects.accuses(attribution.cue):
            return found, named
        tokens = self.subjects.behind_cue(attribution.cue, sentence)
        speaker = self.composer.speaker(*tokens) if tokens is not None else None
        if tokens is None or speaker is None:
            return found, named
        stream = self.chart.stream
        return speaker, Span(stream[tokens[0]].start, stream[tokens[1] - 1].end)

    def _joined(self, speaker: Speaker, said: list[_Said], named: Span) -> Speaker:
        """ "The interior minister said … Ana Lem wrote": a name without an office, right after an office without a
        name, is its holder's, unless something else explains the name.
        """
        before = said[-1].speaker if said else None
        if before is None or before.kind is not Kind.PERSON or before.surname or not before.role:
            return speaker
        if speaker.kind is not Kind.PERSON or speaker.role or speaker.party or len(speaker.name.split()) < 2:
            return speaker
        _, last = self.chart.tokens_of(named.start, named.end)
        if last < len(self.chart.stream) and self.chart.stream[last].low in (",", "("):
            return speaker
        whole = replace(before, name=f"{before.name} {speaker.name}", gender=speaker.gender, surname=speaker.surname)
        for n in range(len(said) - 1, -1, -1):
            if said[n].speaker is not before:
                break
            said[n] = replace(said[n], speaker=whole)
        self.memory.introduce(whole)
        return whole

    def _carried(
        self, attribution: Attribution, said: list[_Said], found: Speaker | None
    ) -> tuple[Speaker | None, tuple[str, ...]]:
        """The source of the earlier attribution that goes on here; else what the words gave, else the last to speak."""
        at = attribution.carried_from
        if at is not None and at < len(said) and said[at].speaker is not None:
            return said[at].speaker, said[at].chain
        if found is not None or (at is None and self._impersonal(attribution)):
            return found, ()
        return self.memory.last(), ()

    def _note_area(self, attribution: Attribution, speaker: Speaker) -> None:
        at = [*attribution.source, *attribution.cue]
        if at and speaker.area is not None:
            self.memory.spoke_of(self.chart.tokens_of(at[0].start, at[0].end)[0], speaker.area)

    def _impersonal(self, attribution: Attribution) -> bool:
        return not attribution.source and bool(attribution.cue) and not self.subjects.points_back(attribution.cue)

    def _only_pronoun(self, spans: list[Span]) -> bool:
        if not spans:
            return True
        units = self.chart.between(*self.chart.tokens_of(hull(spans).start, hull(spans).end))
        return bool(units) and all(u.part is Part.PRONOUN for u in units)

    def _root(self, n: int, said: _Said, everything: list[_Said]) -> _Said:
        """Of an outlet that passes on what somebody inside its content says, that somebody; nested to any depth."""
        chain, at, seen = said.chain, n, {n}
        current = said
        while current.speaker is not None and current.speaker.kind is Kind.MEDIA:
            child = next(
                (c for c in self._children.get(at, ()) if self._names(c, everything) and self._says_all(c, at)), None
            )
            if child is None or child in seen:
                break
            seen.add(child)
            chain, at, current = (*chain, current.speaker.name), child, everything[child]
        if current is said:
            return self._with_parent(n, said, everything)
        return replace(current, chain=chain, channel=Channel.NEWS_AGENCY)

    def _with_parent(self, n: int, said: _Said, everything: list[_Said]) -> _Said:
        parent = self.tagging.attributions[n].parent
        if parent is None or said.speaker is None:
            return said
        outer = everything[parent].speaker
        if outer is None or outer.kind is not Kind.MEDIA or outer.name == said.speaker.name or outer.name in said.chain:
            return said
        channel = Channel.NEWS_AGENCY if said.channel is Channel.UNKNOWN else said.channel
        return replace(said, chain=(outer.name, *said.chain), channel=channel)

    def _says_all(self, child: int, parent: int) -> bool:
        """Whether the inner source says most of what the outer one passes on."""
        outer = self.tagging.attributions[parent].content
        inner = self.tagging.attributions[child].content
        return 2 * sum(o.overlap(i) for o in outer for i in inner) > sum(map(len, outer))

    def _names(self, n: int, said: list[_Said]) -> bool:
        attribution = self.tagging.attributions[n]
        return bool(attribution.source) and said[n].speaker is not None and not self.subjects.perceives(attribution.cue)

    # ------------------------------------------------------------ the sentence
    def _sentence(self, attribution: Attribution) -> Sentence | None:
        spans = [*attribution.source, *attribution.cue] or list(attribution.content)
        if not spans:
            return None
        at = spans[0].start
        found = bisect_right(self._starts, at) - 1
        if found < 0 or at >= self.tagging.sentences[found].end:
            return None
        whole = self.tagging.sentences[found]
        return replace(whole, start=max(whole.start, at - _AROUND), end=min(whole.end, at + _AROUND))

    def _channel(self, sentence: Sentence | None) -> tuple[Channel, str | None]:
        if sentence is None:
            return Channel.UNKNOWN, None
        low, high = self.chart.tokens_of(sentence.start, sentence.end)
        agency = next((u.key for u in self.chart.between(low, high) if u.part is Part.AGENCY), None)
        return channel_of(self.text, self.chart.stream[low:high]), agency
