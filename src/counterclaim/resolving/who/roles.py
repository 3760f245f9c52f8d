"""Which part a party takes in the event of a claim, by the grammar of the clause.

In this order: whom somebody accuses has done it; who brought others together has not; whose the weapon is has used it,
whose the thing is that was destroyed has lost it; "by" and "against" tell; the subject of a verb of force acts unless
the verb is passive or one of loss; what remains acts before the event's word and suffers behind it.
"""

from counterclaim.records.actor import Role
from counterclaim.records.event_type import PropositionKind as Kind
from counterclaim.resolving.who.chart import Unit
from counterclaim.resolving.who.inflection import INFLECTED, cases, is_passive, is_verb, plural
from counterclaim.resolving.who.links import Owned, links, owned
from counterclaim.resolving.who.scene import Scene
from counterclaim.resolving.who.vocabulary import Part

_LOSS = frozenset({Kind.DESTROYED, Kind.DAMAGED, Kind.CAPTURED, Kind.SHOT_DOWN})
_HARM = frozenset({Kind.KILLED, Kind.INJURED})
# What a party loses by its own word: a place, a thing.
_LOST = frozenset({Kind.CONTROL, Kind.DESTROYED, Kind.SHOT_DOWN})
_ATTACKS = frozenset({Kind.OCCURRED, Kind.RESPONSIBILITY})
# What is told is how an attack failed: the party whose attack or weapon it was is the target.
_STOPPED = frozenset({Kind.SHOT_DOWN, Kind.REPELLED})
_ADVERBS = 2
_NEAR = 3

Group = list[Unit]


def role_of(scene: Scene, group: Group, others: list[Group]) -> Role | None:
    """The part of the party whose units are ``group``; ``others`` are all parties of the clause, in order."""
    low, high = group[0].first, group[-1].last
    if _accused(scene, group, others):
        return _acting(scene)
    if _accuses(scene, low, high) or _part_of_a_land(scene, group):
        return None
    if _mediates(scene, low, high):
        return Role.INTERMEDIARY
    before = links(scene, low)
    thing = owned(scene, group)
    role = _by_possession(scene, group, thing, before) if thing is not None else None
    if role is not None:
        return role
    if low in scene.speaking:
        together = scene.agreement and sum(g[0].first in scene.speaking for g in others) > 1
        claimed = scene.within(high, high + _NEAR, "own")
        return _acting(scene) if scene.said or together or claimed else _own_deed(scene, len(others) == 1)
    if thing is not None and thing.sign == "asset":
        return None
    role = _by_voice(scene, group, others, before)
    whose = role in (Role.PERPETRATOR, Role.HOLDER) or scene.kind is Kind.CONTROL
    return None if whose and _of_a_place(scene, group) else role


def _acting(scene: Scene) -> Role:
    return Role.HOLDER if scene.kind is Kind.CONTROL else Role.PERPETRATOR


def _suffering(scene: Scene) -> Role:
    return Role.VICTIM if scene.kind in _HARM else Role.TARGET


# ------------------------------------------------------------ accusing, bringing together
def _accused(scene: Scene, group: Group, others: list[Group]) -> bool:
    """ "The Brigade accused the army of …": the first party behind the verb, in German also between its parts."""
    low, high = group[0].first, group[-1].last
    at = next((n for n in range(scene.first, scene.last) if scene.has(n, "accuse")), None)
    if at is None or "by" in links(scene, low) or _of_accuser(scene, low):
        return False
    if low < at:
        passive = scene.within(max(high, at - _NEAR), at, "passive") and not scene.cut(high, at)
        final = scene.chart.language == "de" and _number(group, others) == 1 and not scene.cut(high, at)
        return passive or (final and not any(g[0].first > at for g in others))
    behind = [g for g in others if g[0].first > at]
    return bool(behind) and behind[0] is group and low not in scene.speaking


def _accuses(scene: Scene, low: int, high: int) -> bool:
    """ "The Brigade accused": who accuses has no part by that."""
    near = range(high, min(high + _NEAR, scene.last))
    at = next((n for n in near if scene.has(n, "accuse")), None)
    return (at is not None and not scene.cut(high, at)) or _of_accuser(scene, low)


def _of_accuser(scene: Scene, low: int) -> bool:
    """ "Accused by the Brigade", "accusations of the Brigade"."""
    tied = links(scene, low) & ({"by"} if scene.chart.language == "de" else {"by", "of"})
    return bool(tied) and scene.within(low - _NEAR, low, "accuse")


def _number(group: Group, others: list[Group]) -> int:
    return next(n for n, g in enumerate(others) if g is group)


def _mediates(scene: Scene, low: int, high: int) -> bool:
    """ "A truce brokered by Karsk", "Karsk mediated"."""
    return scene.within(low - _NEAR, low, "mediate") or scene.within(high, high + _ADVERBS, "mediating")


# ------------------------------------------------------------ weapons, things and people of a party
def _by_possession(scene: Scene, group: Group, thing: Owned, before: frozenset[str]) -> Role | None:
    if thing.sign == "weapon":
        return _by_weapon(scene, group, thing, before)
    suffers = _suffers(scene, thing.at)
    if thing.sign == "asset":
        hit = "against" in thing.before or (scene.after <= thing.at and not thing.before)
        if scene.kind in _LOSS or (scene.kind in _ATTACKS and hit):
            using = "by" in thing.before or (scene.has(group[0].first - 1, "subordinate") and not suffers)
            return Role.PERPETRATOR if using else Role.TARGET
        ahead = group[0].first < scene.trigger and thing.at < scene.after and not thing.before
        ahead = ahead and scene.kind is Kind.OCCURRED
        return (Role.TARGET if suffers else Role.PERPETRATOR) if ahead else None
    if "by" in thing.before:
        return _acting(scene)
    if scene.kind in _HARM and not (thing.at < scene.trigger and not thing.before and _has_object(scene)):
        return Role.VICTIM
    return Role.TARGET if scene.kind is Kind.CAPTURED and thing.at > scene.trigger else None


def _by_weapon(scene: Scene, group: Group, thing: Owned, before: frozenset[str]) -> Role | None:
    if scene.kind in _STOPPED:
        return Role.PERPETRATOR if _wielded(scene, thing) else Role.TARGET
    if "against" in before and "of" not in before:
        return None
    beside = scene.after <= thing.at <= scene.after + _NEAR and not thing.before and not thing.linked
    if beside and scene.kind in (Kind.DESTROYED, Kind.CAPTURED):
        return Role.TARGET
    return Role.PERPETRATOR


def _wielded(scene: Scene, thing: Owned) -> bool:
    """Whether the weapon shot something down rather than was shot down: "by drones of the army", "its drone hit"."""
    if thing.linked and scene.kind is Kind.REPELLED:
        return False
    if "by" in thing.before:
        return not (scene.chart.language == "de" and not scene.within(scene.first, scene.last, "passive"))
    if scene.chart.language not in INFLECTED or thing.at >= scene.after:
        return False
    verb = next((n for n in range(scene.trigger, scene.after) if is_verb(scene.chart, n)), None)
    if verb is None or plural(scene.chart, verb) != plural(scene.chart, thing.at):
        return False
    return scene.within(scene.after, scene.after + _NEAR, "asset", "weapon")


# ------------------------------------------------------------ voice
def _by_voice(scene: Scene, group: Group, others: list[Group], before: frozenset[str]) -> Role | None:
    low, high = group[0].first, group[-1].last
    if "between" in before or _fights_beside(scene, group, others):
        return Role.PERPETRATOR if scene.kind is Kind.OCCURRED else None
    if ("by" in before and _agent(scene, low, high)) or _instrumental(scene, group):
        return Role.TARGET if scene.kind in _STOPPED and _other_verb(scene, low) else _acting(scene)
    if scene.kind is Kind.CONTROL and scene.trigger < low and scene.within(low - _ADVERBS, low, "hold"):
        return Role.HOLDER
    if before & {"from", "by"} and scene.kind is Kind.CONTROL:
        return Role.TARGET
    if "against" in before:
        return None if scene.kind is Kind.CONTROL else Role.TARGET
    if low < scene.trigger:
        if scene.kind is Kind.RESPONSIBILITY:  # "acting inside Karsk, and the army was not behind the raid"
            nearest = [g for g in others if g[0].first < scene.trigger][-1]
            return Role.PERPETRATOR if nearest is group else None
        if _before_infinitive(scene, low) or _object_first(scene, group):
            return _suffering(scene)
        if scene.kind in _STOPPED and scene.within(high, min(high + _NEAR, scene.trigger), "use"):
            return Role.TARGET
        return _suffering(scene) if _suffers(scene, high) else _acting(scene)
    if _subject_behind(scene, group, others):
        return _acting(scene)
    if _has_own_verb(scene, low, high):
        return Role.TARGET if scene.kind in _STOPPED else _acting(scene)
    if scene.within(scene.after, low, "subordinate") or scene.cut(scene.after, low):
        return None
    if scene.kind in _HARM:
        return None if scene.within(low - _ADVERBS, low, "apart") else Role.VICTIM
    return Role.TARGET if scene.kind in _LOSS | {Kind.OCCURRED, Kind.REPELLED} else None


def _fights_beside(scene: Scene, group: Group, others: list[Group]) -> bool:
    """The second of two that "between" stands before."""
    at = _number(group, others)
    if at == 0 or "between" not in links(scene, others[at - 1][0].first):
        return False
    return group[0].first - others[at - 1][-1].last <= _NEAR and not scene.cut(others[at - 1][-1].last, group[0].first)


def _agent(scene: Scene, low: int, high: int) -> bool:
    """Whether "by" stands before one who acts; German "von" also stands for "of"."""
    if scene.chart.language != "de":
        return True
    passive = scene.within(scene.first, low, "passive") or scene.within(high, scene.last, "passive")
    if passive or scene.within(low - _NEAR, low, "use", "deed"):
        return True
    return scene.has(high, "use", "deed") and not scene.trigger <= high < scene.after


def _instrumental(scene: Scene, group: Group) -> bool:
    """ "Ракета, выпущенная хуситами": the instrumental without a preposition."""
    bare = scene.chart.language in INFLECTED and not links(scene, group[0].first)
    return bare and cases(scene.chart, group) == {"ablt"} and not scene.has(group[0].first - 1, "apart")


def _object_first(scene: Scene, group: Group) -> bool:
    """ "Российских военных обстреляли": an accusative that opens the clause before a verb in the active voice."""
    low = group[0].first
    if scene.chart.language not in INFLECTED or scene.inside(low - 1) or not is_verb(scene.chart, scene.trigger):
        return False
    forms = cases(scene.chart, group)
    return "accs" in forms and "nomn" not in forms


def _free(scene: Scene, group: Group) -> bool:
    """Whether the party can be a subject by its form."""
    return not links(scene, group[0].first) and "nomn" in cases(scene.chart, group)


def _other_verb(scene: Scene, low: int) -> bool:
    """ "Drones launched by the army": another verb or noun than the event's word stands before "by"."""
    return any(
        scene.has(n, "use", "deed", "weapon") and not scene.trigger <= n < scene.after
        for n in range(max(scene.first, low - _NEAR), low)
    )


def _suffers(scene: Scene, high: int) -> bool:
    """Whether the subject before the event's word is the one who suffers: a passive, a verb of loss or of dying."""
    if scene.within(high, high + _NEAR, "lose") or scene.within(scene.trigger, scene.after, "lose"):
        return True
    if is_passive(scene.chart, scene.trigger):
        return True
    word = range(scene.trigger - 1, scene.after)
    if scene.kind in _HARM and any(scene.has(n, "die") for n in word) and not any(scene.has(n, "deed") for n in word):
        return True
    if scene.chart.language == "de":
        passive = scene.within(scene.first, scene.last, "passive")
    else:
        passive = scene.within(max(high, scene.trigger - _NEAR), scene.after, "passive")
    if passive and scene.chart.language == "fr" and scene.kind not in _LOSS | _HARM | {Kind.REPELLED}:
        passive = any(scene.low(n) == "été" for n in range(max(high, scene.trigger - _NEAR), scene.trigger))
    return passive and not scene.low(scene.trigger).endswith("ing")


def _has_object(scene: Scene) -> bool:
    """Whether the event's word is a verb in the active voice with something behind it that it does it to."""
    if _suffers(scene, scene.trigger) or scene.within(scene.trigger - _NEAR, scene.trigger, "passive"):
        return False
    if scene.chart.language in INFLECTED:
        return is_verb(scene.chart, scene.trigger)
    n = scene.after
    return scene.inside(n) and not scene.has(n, "by", "against", "apart", "subordinate", "from")


def _subject_behind(scene: Scene, group: Group, others: list[Group]) -> bool:
    """ "Село обстреляли российские военные", "Am Morgen beschossen Truppen das Dorf": the subject behind its verb."""
    low = group[0].first
    if not scene.after <= low <= scene.after + 1:
        return False
    if any(g[0].first < scene.trigger and _free(scene, g) for g in others):
        return False
    if scene.chart.language == "de":
        return scene.has(scene.first, "front") and not scene.within(scene.first, scene.last, "passive")
    if not is_verb(scene.chart, scene.trigger) or scene.within(scene.first, scene.trigger, "weapon"):
        return False
    return "nomn" in cases(scene.chart, group)


def _has_own_verb(scene: Scene, low: int, high: int) -> bool:
    """ "Rockets that the army had fired", "ракетами, які випустила армія", "die die Armee auf Karsk abgefeuert hatte":
    a party behind the event's word that is the subject of another verb of force.
    """
    if scene.chart.language in INFLECTED or scene.chart.language == "fr":
        for n in range(max(scene.after, low - _ADVERBS), low):
            if scene.has(n, "use", "deed") and scene.within(n - _NEAR, n, "subordinate"):
                return True
    if scene.chart.language == "de":
        opened = any(scene.low(n) == "," for n in range(max(scene.after, low - _NEAR), low))
        end = next((n for n in range(high, scene.last) if not scene.inside(n)), scene.last)
        return opened and scene.within(high, end, "use", "deed") and not scene.within(high, end, "passive")
    for n in range(high, min(high + _NEAR, scene.last)):
        if not scene.inside(n) or scene.has(n, "passive", "by", "against", "subordinate"):
            return False
        if scene.has(n, "use", "deed"):
            return not scene.has(n + 1, "by")
    return False


def _before_infinitive(scene: Scene, low: int) -> bool:
    """ "Die Brigade behauptet, Soldaten gefangen zu haben": what stands in a German infinitive clause is its object."""
    if scene.chart.language != "de" or scene.within(scene.first, scene.last, "passive"):
        return False
    end = next((n for n in range(scene.after, scene.last) if not scene.inside(n)), scene.last)
    to = any(scene.low(n) == "zu" for n in range(scene.trigger, end))
    return to and scene.cut(scene.first, low) and not scene.cut(low, scene.trigger)


def _own_deed(scene: Scene, alone: bool) -> Role | None:
    """ "The army said it had repelled": who speaks, acts, where a pronoun takes it up before the event's word; "the
    army admitted the loss": it suffers by what it lost.
    """
    loses = scene.within(scene.trigger, scene.after, "lose")
    units = scene.chart.between(scene.speaking.stop, scene.trigger)
    taken_up = any(
        u.part is Part.PRONOUN and u.key in ("it", "they", "he", "she") and not scene.has(u.first, "article")
        for u in units
    )
    if loses and (taken_up or (alone and scene.kind in _LOST)):
        return _suffering(scene)
    return _acting(scene) if taken_up else None


def _part_of_a_land(scene: Scene, group: Group) -> bool:
    """ "Im Süden des Vesland", "southern Vesland": the land tells where, not who."""
    low = group[0].first
    return len(group) == 1 and group[0].part is Part.NATION and scene.within(low - _ADVERBS, low, "direction")


def _of_a_place(scene: Scene, group: Group) -> bool:
    """ "A Russian border village": the nation tells whose the place is, not who acts."""
    if len(group) != 1 or group[0].part is not Part.NATION:
        return False
    near = scene.chart.between(max(0, group[0].first - 1), group[0].last + 2)
    return any(u.part is Part.REGION for u in near)
