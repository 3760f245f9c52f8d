"""Finds attributions by rules over tokens and the cue lexicons in ``rules/``."""

from collections.abc import Sequence

from counterclaim.language.clause import Range, without_times
from counterclaim.language.continuing import carry, go_on
from counterclaim.language.cues import CueForm, lexicon
from counterclaim.language.draft import Draft
from counterclaim.language.frames import read
from counterclaim.language.grammar import LANGUAGES, Scene, grammar, kinds_of
from counterclaim.language.quotations import find_quotations
from counterclaim.language.same_speaker import same_speaker
from counterclaim.language.sentences import split
from counterclaim.language.settle import settle, swallowed
from counterclaim.language.tails import find_tail
from counterclaim.records.made_by import MadeBy
from counterclaim.records.report import Report
from counterclaim.records.span import Span
from counterclaim.records.tagging import Attribution, Distance, Sentence, Tagging
from counterclaim.words.lexicon import Hit
from counterclaim.words.tokens import Token, tokens

VERSION = "1"
# No sentence that was written to be read has more; it keeps the work on hostile text linear.
_MOST_CUES = 40


class RuleTagger:
    """A ``Tagger`` without a model. Languages without rules get their sentences and no attributions."""

    def tag(self, report: Report) -> Tagging:
        """Sentences and attributions of ``report``."""
        made = MadeBy("tagger", "rules", VERSION, f"lang={report.language}")
        sentences = split(report)
        if report.language not in LANGUAGES:
            return Tagging(report.id, report.language, sentences, (), made)
        scene = _scene(report.text, sentences, report.language)
        drafts = _drafts(scene)
        carry(scene, drafts)
        return Tagging(report.id, report.language, sentences, _attributions(scene, drafts), made)


def _scene(text: str, sentences: Sequence[Sentence], language: str) -> Scene:
    """The scene of all sentences that are reporting."""
    rules = grammar(language)
    live = [s for s in sentences if not s.furniture]
    stream: list[Token] = []
    of_sentence: list[int] = []
    paragraph: list[int] = []
    bounds: list[Range] = []
    for number, sentence in enumerate(live):
        found = tokens(text, sentence.start, sentence.end)
        bounds.append((len(stream), len(stream) + len(found)))
        stream += found
        of_sentence += [number] * len(found)
        paragraph += [sentence.paragraph] * len(found)
    quotes = find_quotations(stream, paragraph, "guillemets inward" in rules.flags)
    quote = [-1] * len(stream)
    for i, (first, last) in enumerate(quotes):
        quote[first:last] = [i] * (last - first)
    kinds = kinds_of(text, stream, rules)
    verbs = frozenset(
        hit.first
        for hit in lexicon(language).longest(stream)
        if hit.key.cue.frames & {"clause", "quote"}
        and hit.key.tail is None
        and not rules.has("noun forms", stream[hit.first].low)
        and ("nouns capital" not in rules.flags or not text[stream[hit.first].start].isupper())
    )
    return Scene(text, stream, kinds, quote, quotes, of_sentence, bounds, live, rules, verbs)


def _drafts(scene: Scene) -> list[Draft]:
    """The drafts of all sentences, settled, in order of their cues."""
    out: list[Draft] = []
    for first, last in scene.bounds:
        drafts = _in_sentence(scene, first, last)
        settle(scene, drafts)
        for draft in drafts:
            draft.source = [s for s in (without_times(scene, s) for s in draft.source) if s[0] < s[1]]
        out += [d for d in drafts if _stands(d) and not swallowed(d, drafts) and not _doubled(d, drafts)]
    return same_speaker(scene, go_on(scene, out))


def _stands(draft: Draft) -> bool:
    passes_on = draft.parent is not None and draft.parent.anaphoric
    return bool(draft.content) or draft.anaphoric or passes_on or "silent" in draft.form.cue.frames


def _doubled(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether "nach eigenen Angaben" stands beside a verb that attributes to the same source."""
    return draft.own_words and any(
        a < d and c < b for other in drafts if other is not draft for a, b in other.source for c, d in draft.source
    )


def _in_sentence(scene: Scene, first: int, last: int) -> list[Draft]:
    """What the cues between two tokens make, from left to right; at each token the longest cue that makes anything."""
    out: list[Draft] = []
    earlier: Draft | None = None
    words, at, taken = lexicon(scene.grammar.language), first, set[int]()
    while at < last and len(out) < _MOST_CUES:
        step = at + 1
        found = words.at(scene.tokens, at) if at not in taken else []
        for hit in _by_reach(scene, found, last):
            drafts = read(scene, hit, earlier) if hit.last <= last else []
            if drafts:
                out += drafts
                taken.update(i for d in drafts for a, b in d.cue for i in range(a, b))
                step = hit.last
                if drafts[0].source and "pass" not in hit.key.cue.frames:
                    earlier = drafts[0]
                break
        at = step
    return out


def _by_reach(scene: Scene, found: list[Hit[CueForm]], last: int) -> list[Hit[CueForm]]:
    """The longest first; of cues in two parts the one whose other half stands nearest ("wirft … vor, ein …")."""
    if len(found) < 2:
        return found

    def reach(hit: Hit[CueForm]) -> tuple[int, bool, int]:
        tail = find_tail(scene, hit, last)
        return -hit.last, hit.key.tail is None, tail[0] if tail else last

    return sorted(found, key=reach)


def _attributions(scene: Scene, drafts: Sequence[Draft]) -> tuple[Attribution, ...]:
    index = {id(d): i for i, d in enumerate(drafts)}

    def place(draft: Draft | None) -> int | None:
        return index.get(id(draft)) if draft is not None else None

    return tuple(
        Attribution(
            source=_source(scene, d),
            cue=_spans(scene, d.cue),
            content=_spans(scene, d.content),
            cue_id=d.form.cue.id if d.cue else None,
            stance=d.stance,
            distance=d.form.cue.distance if d.cue else Distance.NEUTRAL,
            parent=place(d.parent),
            carried_from=place(d.carried),
            confidence=d.confidence,
        )
        for d in drafts
    )


def _source(scene: Scene, draft: Draft) -> tuple[Span, ...]:
    return (Span(*draft.pronoun),) if draft.pronoun else _spans(scene, draft.source)


def _spans(scene: Scene, ranges: Sequence[Range]) -> tuple[Span, ...]:
    return tuple(Span(scene.tokens[a].start, scene.tokens[b - 1].end) for a, b in sorted(ranges) if a < b)
