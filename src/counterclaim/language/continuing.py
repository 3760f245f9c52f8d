"""Speech that goes on: pronouns and "the same source", quotations and reported speech over several sentences."""

from collections.abc import Sequence

from counterclaim.language.digest import ends_bulletin, in_own_voice, named_after_dash, named_before_colon, of_the_enemy
from counterclaim.language.draft import Draft
from counterclaim.language.grammar import Scene
from counterclaim.records.tagging import Stance

_NEAR = 6
# Endings of past tenses and adjectives, not of a verb in the subjunctive.
_NO_SUBJUNCTIVE = (
    "te",
    "ische",
    "liche",
    "ige",
    "ere",
    "ene",
    "ive",
    "elle",
    "ale",
    "bare",
    "same",
    "lose",
    "ose",
    "ste",
    "nde",
)
_FAR_BACK = 6


def carry(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Sets ``carried`` where a source is a pronoun, "the same source", a bare "the unit", or missing."""
    named: list[Draft] = []
    for draft in drafts:
        if draft.shared:
            continue
        if _is_narrator(scene, draft):
            draft.source = []
        elif _continues(scene, draft):
            draft.carried = _origin(scene, draft, named)
        elif draft.source:
            named.append(draft)


def _continues(scene: Scene, draft: Draft) -> bool:
    grammar = scene.grammar
    if draft.pronoun:
        return True
    if not draft.source:
        return bool(draft.cue) and not draft.form.cue.frames & {"impersonal", "unverified"}
    lows = [scene.low(i) for a, b in draft.source for i in range(a, b) if scene.tokens[i].is_word]
    if lows and all(grammar.has("one of them", low) for low in lows):
        return True
    if len(lows) == 1:
        return scene.grammar.kind(lows[0]) == "p" or grammar.has("same", lows[0])
    if lows and all(grammar.has("same", low) for low in lows):
        return True
    if not lows or len(lows) > 4:
        return False
    follows = _listed(grammar.words.get("followers", frozenset()), lows[-1]) or _listed(
        grammar.words.get("followers", frozenset()), lows[1]
    )
    return follows and (lows[0] in ("the",) or any(grammar.has("same", low) for low in lows[:2]) or _article(lows[0]))


def _is_narrator(scene: Scene, draft: Draft) -> bool:
    """ "We could not establish …" outside a quotation: the report speaks of itself."""
    at = [i for a, b in draft.source for i in range(a, b)]
    alone = len(at) == 1 and scene.quote[at[0]] < 0 and scene.grammar.has("we", scene.low(at[0]))
    return alone and draft.stance is Stance.CANNOT_VERIFY


def _article(low: str) -> bool:
    return low in ("le", "la", "der", "die", "das", "this", "these")


def _listed(words: frozenset[str], low: str) -> bool:
    return low in words or any(w[-1] == "*" and low.startswith(w[:-1]) for w in words)


def _origin(scene: Scene, draft: Draft, named: Sequence[Draft]) -> Draft | None:
    """The latest earlier attribution with a source that shares the head noun, else the latest one at all."""
    if not named:
        return None
    heads = {scene.low(b - 1) for _, b in draft.source}
    for other in reversed(named[-_NEAR:]):
        if heads & {scene.low(i) for a, b in other.source for i in range(a, b)}:
            return other
    return named[-1]


def go_on(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Adds what is said without a new cue: the rest of a quotation after ", he said."; what an anaphor stands for;
    reported speech in the next sentence. Returns ``drafts`` with those that have no cue of their own.
    """
    covered = [False] * (len(scene.tokens) + 1)
    for draft in drafts:
        for start, end in draft.content:
            for at in range(start, end):
                covered[at] = covered[at] or scene.quote[at] != scene.quote[draft.cue[0][0]]
    beside: Draft | None = None
    sentence_before: Draft | None = None
    told = {scene.sentence[d.cue[0][0]] for d in drafts if d.cue}
    for draft in drafts:
        _quotation_after(scene, draft, covered)
        if beside is not None and scene.sentence[draft.cue[0][0]] - scene.sentence[beside.cue[0][0]] > 1:
            beside = sentence_before = None
        if beside is not None and scene.sentence[draft.cue[0][0]] != scene.sentence[beside.cue[0][0]]:
            sentence_before = beside
        if draft.anaphoric and not draft.content:
            _said_before(scene, draft, sentence_before if draft.called_false else beside, told)
        beside = draft
    for draft in drafts:
        if draft.parent and "pass" in draft.form.cue.frames:
            draft.content = list(draft.parent.content)
    return _without_cue(scene, drafts, covered)


def _without_cue(scene: Scene, drafts: Sequence[Draft], covered: Sequence[bool]) -> list[Draft]:
    """``drafts`` and those sentences that go on with the attribution before them: in the mood of reported speech
    (same paragraph), or a quotation of their own.
    """
    own: dict[int, list[Draft]] = {}
    for draft in drafts:
        own.setdefault(scene.sentence[draft.cue[0][0]], []).append(draft)
    out: list[Draft] = []
    before: Draft | None = None
    bulletin: Draft | None = None
    for number, (first, last) in enumerate(scene.bounds):
        if number in own:
            out += own[number]
            before = next((d for d in own[number] if d.parent is None and d.content), None)
            bulletin = None
            continue
        named = named_before_colon(scene, number) or named_after_dash(scene, number) if first < last else None
        if named is not None and not covered[first]:
            out.append(named)
            before, bulletin = named, None
            continue
        bulletin = _bulletin(scene, number, before, bulletin)
        if bulletin is not None and first < last and not covered[first]:
            out.append(_follows(scene, bulletin, first, last))
        elif before is not None and first < last and not covered[first] and of_the_enemy(scene, number, before):
            out.append(_follows(scene, before, first, last))
        elif (
            before is not None
            and first < last
            and not (_goes_on(scene, number, covered) or _carries_on(scene, number, before))
        ):
            before = None if not covered[first] else before
        elif before is not None and first < last and not covered[first]:
            follows = _follows(scene, before, first, last)
            if out and _same_quotation(scene, out[-1], first):
                out[-1].content[-1] = (out[-1].content[-1][0], follows.content[0][1])
            else:
                out.append(follows)
    return out


def _follows(scene: Scene, before: Draft, first: int, last: int) -> Draft:
    end = last
    while end > first and scene.kinds[end - 1] == ".":
        end -= 1
    return Draft(before.form, [], (first, first), content=[(first, end)], carried=before, confidence=0.5)


def _bulletin(scene: Scene, number: int, before: Draft | None, bulletin: Draft | None) -> Draft | None:
    """Who speaks in the bulletin that the sentence belongs to, None where it belongs to none."""
    if bulletin is None and before is not None and in_own_voice(scene, number):
        return before
    return bulletin if bulletin is not None and not ends_bulletin(scene, number) else None


def _carries_on(scene: Scene, number: int, before: Draft) -> bool:
    """ "По его словам, … Также повреждены два дома": another point of what was reported right before it."""
    first, last = scene.bounds[number]
    if not number or scene.sentences[number].paragraph != scene.sentences[number - 1].paragraph or last - first < 3:
        return False
    opens = scene.grammar.has("carriers on", scene.low(first)) and scene.low(first + 1) in (
        "того",
        "этого",
        "цьому",
        "этом",
        "цього",
    )
    opens = opens or scene.grammar.has("carriers on alone", scene.low(first))
    opens = opens or any(scene.grammar.has("by that account", scene.low(i)) for i in range(first, last))
    own = scene.sentence[before.cue[0][0]] if before.cue else -1
    said = before.stance is Stance.ASSERTS and before.form.cue.frames & {"adjunct", "clause"}
    return opens and own == number - 1 and bool(said) and bool(before.source or before.carried)


def _subjunctive(scene: Scene, first: int, last: int) -> bool:
    """A German verb in -e behind an opening adverb or pronoun: "Vielmehr täusche Russland …", "Man wisse nichts"."""
    at = first
    while at < last and scene.kinds[at] in "a&":
        at += 1
    if at < last and scene.kinds[at] == "p":
        at += 1
    if not first < at < last - 1 or "verb final" not in scene.grammar.flags:
        return False
    low = scene.low(at)
    subject = scene.kinds[at - 1] == "p" or scene.kinds[at + 1] in "dp" or scene.capital(at + 1)
    ending = low.endswith("e") and not low.endswith(_NO_SUBJUNCTIVE) and scene.kinds[at] == "w"
    return subject and ending and not scene.capital(at) and not scene.grammar.has("adjectives", low)


def _same_quotation(scene: Scene, draft: Draft, at: int) -> bool:
    """Whether ``draft``, which has no cue, is the part before ``at`` of one quotation."""
    return not draft.cue and scene.quote[at] >= 0 and scene.quote[draft.content[-1][0]] == scene.quote[at]


def _goes_on(scene: Scene, number: int, covered: Sequence[bool]) -> bool:
    first, last = scene.bounds[number]
    if covered[first]:
        return False
    if scene.quote[first] >= 0:
        return scene.quotes[scene.quote[first]][0] == first or scene.quote[first] == scene.quote[first - 1]
    same = number and scene.sentences[number].paragraph == scene.sentences[number - 1].paragraph
    return bool(same) and (
        _subjunctive(scene, first, last)
        or any(scene.grammar.has("hearsay", scene.low(i)) and scene.quote[i] < 0 for i in range(first, last))
    )


def _said_before(scene: Scene, draft: Draft, beside: Draft | None, told: set[int]) -> None:
    """The content of "об этом сообщил …" or "… denied it" is what was said before: by the attribution ``beside`` it,
    in the sentence's beginning, or in the sentence before.
    """
    number = scene.sentence[draft.cue[0][0]]
    first = min([draft.territory[0], *(a for a, _ in draft.source)])
    near = beside is not None and scene.sentence[beside.cue[0][0]] == number
    if draft.called_false and number:
        said = beside.content if beside is not None else []
        draft.content += said or _told_before(scene, number, told)
    elif beside is not None and near and beside.content:
        draft.content = list(beside.content)
    elif first - scene.bounds[number][0] > 3:
        draft.content.append(_trimmed(scene, scene.bounds[number][0], first))
    elif beside is not None and beside.content:
        draft.content = list(beside.content)
    elif number and scene.sentences[number].paragraph - scene.sentences[number - 1].paragraph <= 1:
        draft.content += _told_before(scene, number, told)
        draft.confidence = 0.6


def _trimmed(scene: Scene, start: int, end: int) -> tuple[int, int]:
    while start < end - 1 and scene.kinds[start] in "*,;:-&":
        start += 1
    while end > start + 1 and scene.kinds[end - 1] in ",;:-&":
        end -= 1
    return start, end


def _told_before(scene: Scene, number: int, told: set[int]) -> list[tuple[int, int]]:
    """The sentences that "Об этом сообщил …" speaks of: the one before and, where it closes a paragraph, those of
    that paragraph back to one with a source of its own.
    """
    first = number - 1
    same = scene.sentences[number].paragraph == scene.sentences[first].paragraph
    while (
        same
        and first > 0
        and number - first < _FAR_BACK
        and first - 1 not in told
        and scene.sentences[first - 1].paragraph == scene.sentences[number].paragraph
    ):
        first -= 1
    return [scene.bounds[i] for i in range(first, number)]


def _goes_beyond(scene: Scene, last: int) -> bool:
    """Whether the sentence in which the quotation closes before ``last`` goes on: it is more than the quotation."""
    if last >= len(scene.tokens) or scene.sentence[last] != scene.sentence[last - 1]:
        return False
    end = scene.bounds[scene.sentence[last]][1]
    return sum(scene.tokens[i].is_word for i in range(last, end)) > 2 and scene.kinds[last] not in ",-"


def _quotation_after(scene: Scene, draft: Draft, covered: list[bool]) -> None:
    own = scene.quote[draft.cue[0][0]]
    if draft.parent or not any(scene.quote[a] != own for a, _ in draft.content):
        return
    number = scene.sentence[draft.cue[-1][1] - 1]
    paragraph = scene.sentences[number].paragraph
    at = max(scene.bounds[number][1], max(b for _, b in draft.content))
    while at < len(scene.tokens) and scene.quote[at] != own and not covered[at]:
        first, last = scene.quotes[scene.quote[at]]
        if at != first or scene.sentences[scene.sentence[at]].paragraph != paragraph:
            break
        if _goes_beyond(scene, last):
            break
        draft.content.append((first, last))
        covered[first:last] = [True] * (last - first)
        at = last
