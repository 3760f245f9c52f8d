"""Words that look like a cue and are none: nouns ("the reports"), participles ("a video posted online"), passives."""

from counterclaim.language.clause import left_edge, skip_fillers
from counterclaim.language.cues import CueForm
from counterclaim.language.grammar import Scene
from counterclaim.words.lexicon import Hit


def is_noun(scene: Scene, first: int, lo: int) -> bool:
    """Whether an article, preposition or "to" right before the word makes it a noun, adjective or infinitive."""
    if first > lo and scene.capital(first) and scene.grammar.language != "de":
        return True
    if first <= lo or scene.quote[first - 1] != scene.quote[first]:
        return False
    low = scene.low(first - 1)
    if scene.grammar.language == "en" and scene.low(first) in ("said", "reported", "believed", "alleged"):
        ahead = [scene.low(i) for i in range(first + 1, min(first + 3, len(scene.tokens)))]
        if ahead in (["to", "show"], ["to", "depict"], ["to", "be"], ["to", "have"]):
            return True  # "a clip said to show the ruins"
    if scene.grammar.language == "en":
        after = scene.kinds[first + 1 : first + 2]
        if scene.grammar.has("noun forms", scene.low(first)) and after and after in "ivxn&":
            if _governs(scene, first) or _ends_clause(scene, first, lo):
                return False
            return not any(scene.grammar.has("as", scene.low(i)) for i in range(max(lo, first - 5), first))
        if scene.grammar.has("noun forms", scene.low(first)) and after == "c" and first - 2 in scene.verbs:
            return True  # "denying Russian reports that …"
        return scene.kinds[first - 1] in "di" or low in ("to", "'s", "not") or is_passive(scene, first, lo)
    return False


def shared_online(scene: Scene, hit: Hit[CueForm]) -> bool:
    """ "Video posted online showed …", "a statement released on Monday": a participle, no statement of the video's."""
    first, last = hit.first, hit.last
    if first < 1 or last >= len(scene.tokens) or hit.key.cue.frames & {"clause"}:
        return False
    return scene.grammar.has("artifacts", scene.low(first - 1)) and scene.kinds[last] in "ia&"


def _governs(scene: Scene, first: int) -> bool:
    """Whether an infinitive follows: "claims to have taken", "say to control"; not "claims to the land"."""
    if scene.kinds[first - 1] in "di" or scene.low(first - 1) == "'s":
        return False
    after = first + 2
    if after >= len(scene.tokens) or not scene.grammar.has("infinitive", scene.low(first + 1)):
        return False
    plain = scene.grammar.has("infinitive cues", scene.low(first)) and not scene.capital(after)
    return scene.low(after) in ("have", "be") or (plain and scene.kinds[after] == "w")


def _ends_clause(scene: Scene, first: int, lo: int) -> bool:
    """Whether a comma, a short subject, the word and only its circumstances end the sentence: "…, the governor
    reports on Telegram".
    """
    if scene.kinds[first - 1] in "di":
        return False
    hi = scene.bounds[scene.sentence[first]][1]
    comma = left_edge(scene, first, max(lo, first - 12))
    subject = scene.kinds[comma.at : first]
    rest = skip_fillers(scene, first + 1, hi)
    named = comma.kind == "," and bool(subject) and not set(subject) & set("vxn&r")
    return named and (rest >= hi or scene.kinds[rest] in ".,")


def is_passive(scene: Scene, first: int, lo: int) -> bool:
    """Whether a form of "be" precedes the word at ``first``, adverbs and "not" aside."""
    at = first - 1
    while at > lo and scene.kinds[at] in "an":
        at -= 1
    gerund = scene.low(first).endswith("ing")
    return scene.grammar.has("passive", scene.low(at)) and not gerund
