"""Where a clause and its noun phrases end, told from marks and closed word classes."""

from dataclasses import dataclass

from counterclaim.language.grammar import Scene

Range = tuple[int, int]
_STOPS_RIGHT = ",;:-cs"
_STOPS_LEFT = ",;:-crs"
_MAX_PHRASE = 60


@dataclass(frozen=True, slots=True)
class Edge:
    """The first token at which a clause stops, and why: a kind letter, ``"`` for a quotation, ``.`` for the end."""

    at: int
    kind: str


def window(scene: Scene, first: int) -> Range:
    """The tokens that a cue at ``first`` may reach: its sentence, or the part of its quotation that lies in it,
    without closing marks.
    """
    lo, hi = scene.bounds[scene.sentence[first]]
    if (inside := scene.quote[first]) >= 0:
        start, end = scene.quotes[inside]
        lo, hi = max(lo, start + 1), min(hi, end)
    while lo < hi - 1 and scene.kinds[lo] == "*":
        lo += 1
    while hi > lo and (scene.kinds[hi - 1] in ".," or not scene.tokens[hi - 1].is_word) and scene.kinds[hi - 1] != ")":
        if scene.quote[hi - 1] >= 0 and scene.quote[hi - 1] != inside:
            break
        hi -= 1
    return lo, hi


def right_edge(scene: Scene, start: int, hi: int, stops: str = _STOPS_RIGHT) -> Edge:
    """The first edge at or after ``start``; what stands in parentheses is passed over."""
    inside = scene.quote[start - 1] if start else -1
    at, depth = start, 0
    while at < hi:
        if scene.quote[at] != inside:
            return Edge(at, '"')
        kind = scene.kinds[at]
        depth += (kind == "(") - (kind == ")")
        demonstrative = kind == "c" and scene.kinds[at + 1 : at + 2] == "t"  # "later that day"
        if depth <= 0 and kind in stops and not demonstrative:
            return Edge(at, kind)
        if kind == "." and scene.kinds[at + 1 : at + 2] == "-":  # «…, — сказал он. — …»
            return Edge(at + 1, "-")
        at += 1
    return Edge(hi, ".")


def left_edge(scene: Scene, end: int, lo: int, stops: str = _STOPS_LEFT) -> Edge:
    """The last edge before ``end``; ``at`` is the first token after it."""
    inside = scene.quote[end] if end < len(scene.quote) else -1
    at, depth = end, 0
    while at > lo:
        if scene.quote[at - 1] != inside:
            return Edge(at, '"')
        kind = scene.kinds[at - 1]
        depth += (kind == ")") - (kind == "(")
        if depth <= 0 and kind in stops:
            return Edge(at, kind)
        at -= 1
    return Edge(lo, "^")


def skip_fillers(scene: Scene, start: int, end: int) -> int:
    """The first token from ``start`` that is neither adverb nor time nor "in a statement", "on Telegram"."""
    at = start
    while at < end:
        kind = scene.kinds[at]
        if kind in "at" or (kind == "n" and at == start) or scene.kinds[at : at + 2] == "ct":
            at += 1
        elif (kind == "i" or scene.grammar.has("this", scene.low(at))) and (after := _circumstance(scene, at, end)):
            at = after
        else:
            break
    return at


def _circumstance(scene: Scene, at: int, end: int) -> int | None:
    """The token after a phrase of time or venue that begins at ``at`` ("on Tuesday", "in a Telegram post")."""
    found = None
    preposition = scene.kinds[at] == "i"
    for i in range(at + 1, min(at + 7, end)):
        kind, low = scene.kinds[i], scene.low(i)
        chained = found == i and scene.kinds[i - 1] != "t"  # "on Tuesday | Karsk command", no part of the day
        chained = chained and "nouns capital" not in scene.grammar.flags  # "in Karsk | Armeesprecher Lem"
        name = kind == "w" and scene.capital(i) and (chained or (preposition and i == at + 1))
        if kind == "t" or name or (low.isdigit() and found) or (preposition and scene.grammar.begins("venues", low)):
            found = i + 1
        elif kind in ",;:-crsxvp&" or (kind not in "dait" and found):
            break
    return found


def without_circumstance(scene: Scene, start: int, end: int) -> int:
    """``end`` moved back over "on Telegram", "in a statement on Monday" behind a noun phrase."""
    for at in range(start + 1, end):
        plain = scene.kinds[at] == "i" and not scene.grammar.has("agent", scene.low(at))
        if plain and all(scene.kinds[i] in "daitw" for i in range(at + 1, end)):
            near = range(at + 1, min(at + 4, end))
            if any(scene.kinds[i] == "t" or scene.grammar.begins("venues", scene.low(i)) for i in near):
                return at
    return end


def strip_lead(scene: Scene, start: int, end: int) -> int:
    """``start`` moved past conjunctions, adverbs and times that precede a subject."""
    at = start
    while at < end:
        kind = scene.kinds[at]
        if kind in "&a" or (kind == "t" and not (at + 1 < end and scene.kinds[at + 1] == "w")):
            at += 1
            continue
        after = _time_phrase(scene, at, end) if kind == "i" else _bare_time(scene, at)
        if not after or (kind != "i" and after >= end):
            break
        at = after
    return at


def _bare_time(scene: Scene, at: int) -> int | None:
    """The token after "that day", "last week", "2 January" at ``at``."""
    follows = scene.kinds[at + 1 : at + 3]
    if scene.low(at).isdigit() and len(scene.low(at)) <= 2:
        return at + 2 if follows[:1] == "t" else None
    if not scene.grammar.has("this", scene.low(at)):
        return None
    return at + 2 if follows[:1] == "t" else at + 3 if follows == "at" else None


def _time_phrase(scene: Scene, at: int, end: int) -> int | None:
    found = None
    for i in range(at + 1, min(at + 5, end)):
        if scene.kinds[i] == "t" or (scene.low(i).isdigit() and found):
            found = i + 1
        elif scene.kinds[i] != "d" or found:
            break
    return found


def phrase_end(scene: Scene, start: int, hi: int) -> int:
    """Where the noun phrase that begins at ``start`` ends: at an edge, before a finite word or a clause's subject.
    In German after a noun only prepositions, articles and "und" lead on.
    """
    hi = min(hi, start + _MAX_PHRASE)
    german = "nouns capital" in scene.grammar.flags
    at, noun = start, False
    edge = right_edge(scene, start, hi, ",;:-crs").at
    if edge - start > 1 and scene.kinds[start] == "p" and scene.kinds[start + 1] in "itaxn":
        return start + 1
    while at < edge:
        kind = scene.kinds[at]
        if kind in "(":
            close = scene.kinds.find(")", at, edge)
            at = close + 1 if close >= 0 else edge
            continue
        if (
            (kind in "vxn" and at > start)
            or (at > start and at in scene.verbs and not (scene.capital(at) and scene.capital(at - 1)))
            or (kind == "p" and at > start)
            or (kind == "&" and not _joins(scene, at, edge))
        ):
            break
        if german and noun:
            if kind == "w" and not scene.capital(at) and scene.low(at)[0].isalpha():
                break
            if kind == "d" and not scene.grammar.has("genitive", scene.low(at)):
                break
            if scene.grammar.has("no part of a noun", scene.low(at)):
                break
            if scene.low(at).isdigit() and at + 1 < edge and scene.kinds[at + 1] == "w" and scene.capital(at + 1):
                break  # "laut der Luftwaffe | 40 Drohnen", not "laut der Brigade 40"
        if german and kind != "o":
            noun = kind in "wt" and (scene.capital(at) or noun)
        at += 1
    while at > start and scene.kinds[at - 1] in "&ai,.":
        at -= 1
    return at


def _joins(scene: Scene, at: int, end: int) -> bool:
    """Whether the conjunction at ``at`` joins two noun phrases rather than two clauses."""
    nxt = at + 1
    return nxt < end and (scene.kinds[nxt] in "dt" or scene.capital(nxt) or scene.kinds[nxt] == "w") and nxt + 1 <= end


def without(piece: Range, hole: Range) -> list[Range]:
    """``piece`` with ``hole`` taken out."""
    if hole[1] <= piece[0] or piece[1] <= hole[0]:
        return [piece]
    return [p for p in ((piece[0], hole[0]), (hole[1], piece[1])) if p[0] < p[1]]


def without_times(scene: Scene, source: Range) -> Range:
    """A source without the times and adverbs at its edges; empty where it is nothing else ("on Sunday")."""
    start, end = source
    words = [i for i in range(start, end) if scene.tokens[i].is_word]
    if words and all(scene.kinds[i] in "aitd" for i in words) and any(scene.kinds[i] == "t" for i in words):
        return (start, start)
    end = without_circumstance(scene, start, end)
    while end - 1 > start and (
        scene.kinds[end - 1] in "a," or (scene.kinds[end - 1] == "t" and not scene.capital(end - 1))
    ):
        if scene.kinds[end - 2] in "di":  # "the group of the day"
            break
        end -= 1
    if scene.kinds[start] == "i" and (after := _time_phrase(scene, start, end)) and after < end:
        start = after
    return start, end
