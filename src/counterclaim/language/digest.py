"""Speakers in the form of a digest: "Governor: two wounded", "Наші воїни …" in a bulletin that is passed on whole."""

from counterclaim.language.cases import inflected, is_surname
from counterclaim.language.cues import Cue, CueForm
from counterclaim.language.draft import Draft
from counterclaim.language.grammar import Scene
from counterclaim.records.tagging import Distance, Stance

_COLON = CueForm(Cue("name-colon", Stance.ASSERTS, Distance.NEUTRAL, frozenset({"clause"}), ""))
_LONGEST = 10
_SHORTEST = 2
_NAME = 6
_CLAUSE = 3


def named_before_colon(scene: Scene, number: int) -> Draft | None:
    """The statement of "Name: statement" where the name is one who speaks (an office, a body) and nothing else."""
    first, last = scene.bounds[number]
    while first < last and scene.kinds[first] == "*":
        first += 1
    colon = scene.kinds.find(":", first, min(last, first + _LONGEST))
    if colon <= first or last - colon <= _SHORTEST or set(scene.kinds[first:colon]) - set("wdit&()o"):
        return None
    if scene.kinds[first] in "it" or not _speaks(scene, first, colon):
        return None
    end = last
    while end > colon and scene.kinds[end - 1] == ".":
        end -= 1
    return Draft(_COLON, [], (first, colon), [(first, colon)], [(colon + 1, end)], confidence=0.6)


def named_after_dash(scene: Scene, number: int) -> Draft | None:
    """The statement of "statement — Name", as messengers and tickers have it."""
    first, last = scene.bounds[number]
    while last > first and scene.kinds[last - 1] in ".*":
        last -= 1
    dash = scene.kinds.rfind("-", max(first, last - _NAME), last)
    if dash - first < _CLAUSE or dash >= last - 1 or set(scene.kinds[dash + 1 : last]) - set("wd"):
        return None
    people = inflected(scene.grammar.language) and last - dash <= 3 and is_surname(scene, last - 1)
    office = scene.capital(dash + 1) or scene.grammar.begins("speakers", scene.low(dash + 1))
    if not office or not (people or _speaks(scene, dash + 1, last)):
        return None
    while scene.kinds[first] == "*":
        first += 1
    return Draft(_COLON, [], (dash, last), [(dash + 1, last)], [(first, dash)], confidence=0.6)


def _speaks(scene: Scene, first: int, last: int) -> bool:
    listed = (scene.grammar.begins(name, scene.low(i)) for name in ("speakers", "versions") for i in range(first, last))
    return any(listed) or any(scene.institution(i) for i in range(first, last))


def in_own_voice(scene: Scene, number: int) -> bool:
    """Whether the sentence speaks of "our forces" outside a quotation, which no report does of itself."""
    first, last = scene.bounds[number]
    ours = (i for i in range(first, last - 1) if scene.grammar.has("ours", scene.low(i)))
    return any(scene.quote[i] < 0 and scene.grammar.begins("forces", scene.low(i + 1)) for i in ours)


def of_the_enemy(scene: Scene, number: int, before: Draft) -> bool:
    """Whether the sentence goes on in the words of a staff's bulletin: "the invaders attacked …" behind what the staff
    said.
    """
    lows = (scene.low(i) for a, b in before.source for i in range(a, b))
    if not scene.grammar.words.get("enemy") or not any(scene.grammar.begins("staffs", low) for low in lows):
        return False
    spoken = (i for i in range(*scene.bounds[number]) if scene.quote[i] < 0)
    return any(scene.grammar.begins("enemy", scene.low(i)) for i in spoken)


def ends_bulletin(scene: Scene, number: int) -> bool:
    """Whether the sentence is a heading or a cheer, with which a bulletin closes."""
    first, last = scene.bounds[number]
    return first >= last or scene.text[scene.tokens[last - 1].end - 1] not in '.:;)»”"'
