"""Attributions whose cue is no verb with a subject: adjuncts, impersonal reports, particles."""

from counterclaim.language.cases import inflected, is_noun_in
from counterclaim.language.clause import (
    Range,
    left_edge,
    phrase_end,
    right_edge,
    strip_lead,
    window,
    without_circumstance,
)
from counterclaim.language.cues import CueForm
from counterclaim.language.draft import Draft
from counterclaim.language.grammar import Scene
from counterclaim.language.word_order import agent_after
from counterclaim.words.lexicon import Hit

_NAME = 4


def adjunct(scene: Scene, hit: Hit[CueForm], earlier: Draft | None) -> Draft | None:
    """ "According to X", "X zufolge", "citing X": its source, and what it says of the rest of the sentence."""
    lo, hi = window(scene, hit.first)
    frames = hit.key.cue.frames
    if "parenthetical" in frames and not _parenthetical(scene, hit, lo):
        return None
    if "opening" in frames and not _opens(scene, hit, (lo, hi)):
        return None
    if _describes_source(scene, hit, lo, earlier):
        return None
    cue = (hit.first, hit.first + 1 if "head" in frames else hit.last)
    if "after" in frames and (found := left_edge(scene, hit.first, lo)).at < hit.first:
        source = (_dative_start(scene, strip_lead(scene, found.at, hit.first), hit.first), hit.first)
        last = hit.last
    elif "inside" in frames and scene.grammar.has("own", scene.low(hit.first + 1)):
        return _own_words(scene, hit, (lo, hi))
    elif "inside" in frames and (behind := _behind(scene, hit, hi)):
        source, last, cue = behind, behind[1], (hit.first, hit.last)
    elif "inside" in frames:
        source, last = (hit.first + 1, hit.last - 1), hit.last
    elif frames & {"adjunct", "pass"}:
        last = without_circumstance(scene, cue[1], phrase_end(scene, cue[1], hi))
        if scene.grammar.language == "de":
            last = _before_adverbial(scene, cue[1], last)
        last = _closing_name(scene, apposition(scene, cue[1], last, hi), hi)
        source = (cue[1], last)
    else:
        return None
    first = min(hit.first, source[0])
    if source[0] == source[1] and source[0] < hi and scene.kinds[source[0]] == "r":
        return _of_antecedent(scene, hit, (lo, hi), earlier)
    if source[0] == source[1]:
        return None
    draft = Draft(hit.key, [cue], (first, last), [source], confidence=0.85)
    if source == (hit.first + 1, hit.last - 1):
        draft.cue = [(hit.first, hit.first + 1), (hit.last - 1, hit.last)]
    if "pass" in frames:
        return draft
    before = strip_lead(scene, lo, first)
    rest = last + 1 if last < hi and scene.kinds[last] == "," else last
    if last < rest < hi and before >= first and _relative_follows(scene, rest):
        rest = right_edge(scene, rest, hi, ",").at + 1
    inside = left_edge(scene, first, lo, ",;:-").at
    if before < first:
        end = first - 1 if scene.kinds[first - 1] in ",-" else first
        draft.content.append((_clause_of(scene, lo, inside, earlier), end))
        draft.left = True
    if rest < hi and (before >= first or rest > last or _clause_goes_on(scene, last)):
        draft.content.append((rest, hi))
        draft.forward = True
    return draft if draft.content else None


def _behind(scene: Scene, hit: Hit[CueForm], hi: int) -> Range | None:
    """The source of "по уточнённым данным штаба", where the adjective tells of the data and the noun behind of whom."""
    at = hit.last
    if not inflected(scene.grammar.language) or at >= hi or hit.last - hit.first < 3 or scene.kinds[at] not in "wdt":
        return None
    known = any(scene.institution(i) for i in range(at, min(hi, at + 3)))
    if not (scene.capital(at) or known) or not is_noun_in(scene, at, "gent"):
        return None
    last = phrase_end(scene, at, hi)
    return (at, without_circumstance(scene, at, last)) if last > at else None


def _of_antecedent(scene: Scene, hit: Hit[CueForm], reach: Range, earlier: Draft | None) -> Draft | None:
    """ "…, по словам которого погибли двое": who stands before the comma says it."""
    end = hit.first - (hit.first > reach[0] and scene.kinds[hit.first - 1] == ",")
    start = left_edge(scene, end, reach[0], ",;:-rsvx").at
    start = max([start, *(i + 1 for i in range(start, end) if i in scene.verbs)])
    start = strip_lead(scene, start, end)
    if earlier is not None and earlier.source and earlier.source[-1][1] == end:
        start = earlier.source[-1][0]
    content = (hit.last + 1, right_edge(scene, hit.last + 1, reach[1], ",;:").at)
    if start >= end or content[0] >= content[1]:
        return None
    cue = (hit.first, hit.last + 1)
    return Draft(hit.key, [cue], cue, [(start, end)], [content], confidence=0.7)


def _describes_source(scene: Scene, hit: Hit[CueForm], lo: int, earlier: Draft | None) -> bool:
    """ "selon le maire, cité par l'AFP, …", "Interrogé par l'AFP, un habitant …": how the source was reached."""
    if not scene.grammar.has("passed on", scene.low(hit.first)):
        return False
    follows = earlier is not None and any(0 <= hit.first - b <= 1 for _, b in earlier.source)
    return hit.first == lo or follows


def _opens(scene: Scene, hit: Hit[CueForm], reach: Range) -> bool:
    """ "For the army command, …": at the sentence's beginning, with one who speaks and a comma behind him."""
    comma = right_edge(scene, hit.last, reach[1])
    if hit.first != reach[0] or comma.kind != ",":
        return False
    within = range(hit.last, comma.at)
    named = hit.last + (scene.kinds[hit.last] == "d")
    if comma.at == named + 1 and scene.capital(named):  # "For Kyiv, …", "Pour le Kremlin, …"
        return scene.kinds[named] == "w"
    return any(scene.institution(i) for i in within)


def _dative_start(scene: Scene, start: int, end: int) -> int:
    """Where the noun phrase before "zufolge" begins: at its article, or at its adjectives where it has none."""
    at = end - 1
    while at > start:
        before, low = scene.kinds[at - 1], scene.low(at - 1)
        if before == "d" and not scene.grammar.has("genitive", low):
            return at - 1
        if before == "d" and not (at - 1 > start and scene.capital(at - 2)):
            return at - 1
        if before not in "wdit" or scene.capital(at) == scene.capital(at - 1) == (before == "i"):
            return at
        at -= 1
    return at


def _clause_of(scene: Scene, lo: int, inside: int, earlier: Draft | None) -> int:
    """Where the content left of an adjunct begins; in German one in mid-clause ("…, der Fährbetrieb ruht laut
    Ministerium") speaks of its own clause, where what stands before the comma is another's.
    """
    told = earlier is not None and any(lo < b <= inside for a, b in (*earlier.cue, *earlier.source))
    if scene.grammar.language == "de" and told and scene.kinds[inside - 1] == ",":
        return inside
    return clause_start(scene, lo, inside, earlier)


def _own_words(scene: Scene, hit: Hit[CueForm], reach: tuple[int, int]) -> Draft | None:
    """ "Die Armee hat nach eigenen Angaben zwei Dörfer erobert": the clause's subject says it of itself."""
    clause = left_edge(scene, hit.first, reach[0], ",;:-")
    start = strip_lead(scene, clause.at, hit.first)
    verb = next((i for i in range(clause.at, hit.first) if scene.kinds[i] in "xv"), None)
    if verb is None and scene.kinds[start] == "w" and not scene.capital(start):
        verb = start  # "Am Montag eroberte die Armee nach eigenen Angaben …"
    if verb is not None and verb > start and scene.kinds[start] != "i":
        source = (start, verb)
    elif verb is not None:
        source = (verb + 1, phrase_end(scene, verb + 1, hit.first))
    else:
        source = (start, phrase_end(scene, start, hit.first))
    if source[0] >= source[1]:
        return None
    draft = Draft(hit.key, [(hit.first, hit.last)], (hit.first, hit.last), [source], confidence=0.7)
    end = right_edge(scene, hit.last, reach[1], ",;:-").at
    draft.content = [piece for piece in ((clause.at, hit.first), (hit.last, end)) if piece[0] < piece[1]]
    draft.left = draft.own_words = True
    return draft


def _clause_goes_on(scene: Scene, last: int) -> bool:
    """Whether the clause in whose middle the adjunct stands goes on at ``last`` ("sind nach Angaben der Polizei zwei
    Menschen gestorben").
    """
    return scene.grammar.language == "de" and scene.kinds[last] not in ",;:-.()&cr" and scene.quote[last] < 0


def _before_adverbial(scene: Scene, first: int, last: int) -> int:
    """``last`` moved back before the first preposition that does not join nouns ("seiner Leitung | mit Raketen")."""
    for at in range(first + 1, last):
        if scene.kinds[at] == "i" and not scene.grammar.has("noun prepositions", scene.low(at)):
            return at
    return last


def _relative_follows(scene: Scene, at: int) -> bool:
    low = scene.low(at)
    return scene.kinds[at] == "r" or scene.grammar.has("relative articles", low) or scene.grammar.has("passed on", low)


def _parenthetical(scene: Scene, hit: Hit[CueForm], lo: int) -> bool:
    """Whether the adjunct follows a comma, dash or quotation and has a noun phrase behind it."""
    first, after = hit.first, hit.last
    if first <= lo or after >= len(scene.tokens):
        return False
    parted = scene.kinds[first - 1] in ",-" or scene.quote[first - 1] != scene.quote[first]
    return parted and (scene.kinds[after] in "dp" or scene.capital(after) or "head" in hit.key.cue.frames)


def apposition(scene: Scene, first: int, last: int, hi: int) -> int:
    """``last`` moved past a short apposition between commas ("the governor, Ana Lem, …")."""
    if last < hi and scene.kinds[last] == "," and last + 1 < hi and scene.capital(last + 1):
        edge = right_edge(scene, last + 1, min(hi, last + 9), ",;:-crsvxpi")
        if edge.kind == "," and edge.at - last <= 6 and not scene.capital(first):
            return edge.at
    return last


def _closing_name(scene: Scene, last: int, hi: int) -> int:
    """``last`` moved past the name behind an office that closes the sentence: "according to the mayor, Ana Lem"."""
    office = scene.grammar.begins("speakers", scene.low(last - 1)) or not scene.capital(last - 1)
    short = last < hi and scene.kinds[last] == "," and 2 <= hi - last - 1 <= _NAME
    named = short and office and all(scene.kinds[i] == "w" and scene.capital(i) for i in range(last + 1, hi))
    return hi if named else last


def clause_start(scene: Scene, lo: int, inside: int, earlier: Draft | None) -> int:
    """Where the content to the left begins: after an earlier cue's clause if one stands there, else at ``lo``."""
    start = lo
    if earlier and earlier.territory[0] >= lo:
        marks = ";" if earlier.left else ";:&"
        for at in range(inside, earlier.territory[1], -1):
            concession = scene.kinds[at - 1] == "s" and scene.kinds[at - 2] == "," and not earlier.left
            if scene.kinds[at - 1] in marks or concession:
                start = at - 1
                break
    while start < inside and scene.kinds[start] in "&a,-:;":
        start += 1
    return start


def impersonal(scene: Scene, hit: Hit[CueForm]) -> Draft | None:
    """ "It was reported that …", "…, hieß es": no source but perhaps a place that it comes from."""
    lo, hi = window(scene, hit.first)
    draft = Draft(hit.key, [(hit.first, hit.last)], (hit.first, hit.last), confidence=0.6)
    edge = right_edge(scene, hit.last, hi)
    at = edge.at + 1 if edge.kind == "," and edge.at + 1 < hi and scene.kinds[edge.at + 1] == "c" else edge.at
    before = left_edge(scene, hit.first, lo)
    lead = strip_lead(scene, lo, hit.first)
    if edge.kind in 'c:"' or at > edge.at or ("zero that" in scene.grammar.flags and edge.at > hit.last):
        by_name = edge.kind in 'c:"' or at > edge.at
        draft.content.append((at + (edge.kind == ":") if by_name else hit.last, hi))
        draft.forward = True
    elif before.kind in ',"-' and lead < before.at - 1:
        draft.content.append((lead, before.at - (before.kind != '"')))
        draft.left = True
        origin = edge.at > hit.last and scene.grammar.has("origins", scene.low(hit.last))
        if origin or (edge.at > hit.last and scene.kinds[hit.last] == "i"):  # "…, hieß es aus dem Ministerium"
            draft.source = [(hit.last + origin, phrase_end(scene, hit.last + origin, hi))]
    elif before.kind == "^" and edge.kind == "," and "comma" in scene.grammar.flags:
        draft.content.append((edge.at + 1, hi))
        draft.forward = True
    place = (lead, hit.first) if before.kind == "^" else (0, 0)
    if place[1] > place[0] and scene.kinds[place[0]] == "i":
        draft.source = [place]
    return draft if draft.content else None


def by_agent(scene: Scene, hit: Hit[CueForm]) -> Draft | None:
    """ "Обстрел подтверждён губернатором": the instrumental says it, what stands before is the content."""
    lo, hi = window(scene, hit.first)
    if hit.first > lo and scene.kinds[hit.first - 1] == "n":
        return None
    last = agent_after(scene, hit.last, hi)
    first = hit.first
    while first > lo and scene.kinds[first - 1] in "xa":
        first -= 1
    start = strip_lead(scene, left_edge(scene, first, lo).at, first)
    if last is None or start >= first:
        return None
    return Draft(hit.key, [(first, hit.last)], (start, last), [(hit.last, last)], [(start, first)], left=True)


def particle(scene: Scene, hit: Hit[CueForm], earlier: Draft | None) -> Draft | None:
    """ "По домам, мол, не стреляли": the clause is on the word of who spoke last, unless he is named beside it."""
    lo, hi = window(scene, hit.first)
    if earlier is not None or any(i in scene.verbs for i in range(lo, hi)):
        return None
    content = [(strip_lead(scene, lo, hit.first), hit.first), (hit.last, hi)]
    return Draft(hit.key, [(hit.first, hit.last)], (hit.first, hit.last), content=content, confidence=0.5)
