"""The running event: what the clauses before say of where an assertion's event was, and when they say nothing."""

import re
from collections.abc import Sequence
from itertools import pairwise

from counterclaim.records.claim import Assertion
from counterclaim.records.event_type import EventType, PropositionKind
from counterclaim.records.place import Place, PlaceAnswer, Precision
from counterclaim.resolving.where.choose import km
from counterclaim.resolving.where.reading import Named, Reading
from counterclaim.resolving.where.roles import Role
from counterclaim.resolving.where.totals import is_share
from counterclaim.words.tokens import tokens

_EXISTENTIAL = frozenset(("is", "are", "was", "were", "has", "have", "had", "will", "would", "may"))
_THERE = frozenset(("there", "dort", "там", "тут", "là-bas"))
_MEMORY = 8
_FAR_BACK = 2
_SAME_TOWN_KM = 20.0
_KNOWN = frozenset(("the", "same", "this", "la", "le", "cette", "ce", "der", "die", "das", "dem", "dieser", "diesem"))
_TOLD_OF = (Precision.SETTLEMENT, Precision.SITE, Precision.DISTRICT)
_CASE = re.compile(
    r"(?i)criminal (?:case|investigation|probe|proceeding)|уголовн\w+ дел|кримінальн\w+ (?:справ|проваджен)"
    r"|(?:strafverfahren|ermittlungsverfahren|ermittlungen)\b|ermittelt|(?:enquête|information judiciaire)\b"
    r"|досудов\w+ розслід|\bverfahren (?:wegen|gegen)|\bдел[оа] о\b|справу (?:за|про)\b|підозр\w+ (?:в|у|за|про)\b"
    r"|notice of suspicion|charged with|mise? en examen|angeklagt|обвинени\w+ в"
)
_NOUNS_OF_EVENT = (
    r"attack|strike|raid|blast|explosion|shelling|assault|massacre|bombing|killing|ambush|operation|incident|fire"
)
_SAME_EVENT = re.compile(
    rf"(?i)\b(?:the|this|that|same) (?:{_NOUNS_OF_EVENT})s?\b(?! (?:on|of|in|at|against|near)\b)"
    r"|\bamong the (?:dead|killed|victims|wounded|injured)|\bparmi les (?:morts|victimes|tués|blessés)"
    r"|\b(?:l'attaque|la frappe|l'assaut|le raid|l'explosion|le bombardement|la tuerie|l'attentat|le massacre|le drame"
    r"|cette (?:attaque|frappe|tuerie|explosion)|ce (?:raid|massacre|bombardement|drame))\b"
    r"(?! (?:de|du|d'|à|contre|sur)\b)"
    r"|\bunter den (?:toten|opfern|verletzten|getöteten)\b"
    r"|\b(?:der|dem|den|dieser|diesem|diesen) (?:angriff|anschlag|einschlag|beschuss|überfall)s?\b"
    r"(?! (?:auf|in|von|bei|gegen)\b)"
    r"|\b(?:der|die|dieser|diese) (?:tat|explosion|attacke)\b(?! (?:auf|in|von|bei)\b)"
    r"|\bсреди (?:\w+ )?(?:погибших|убитых|раненых|пострадавших|жертв)"
    r"|\bсеред (?:\w+ )?(?:загиблих|убитих|поранених|постраждалих|жертв)"
    r"|\b(?:этот|этого|этому|этой|эту|данный|цей|цього|цьому|цієї|цю)"
    r" (?:удар|атак|обстрел|обстріл|взрыв|вибух|теракт|рейд|налёт|налет|наліт)"
)


def before(
    reading: Reading, assertions: Sequence[Assertion], number: int, answers: Sequence[PlaceAnswer]
) -> PlaceAnswer | None:
    """The answer for the last assertion about such an event, else for the last one with a place; of the same item of
    a digest, and from further than two paragraphs back only where no other place came between.
    """
    here = assertions[number]
    item = reading.sections[here.sentence]
    known = [
        at
        for at in range(max(0, number - _MEMORY), number)
        if answers[at].place is not None
        and not is_share(assertions, at, answers)
        and (item.seat or reading.sections[assertions[at].sentence].number == item.number)
    ]
    if not known:
        return None
    recent = known[-1]
    if assertions[recent].sentence == here.sentence:
        return answers[recent]
    if names_town(reading, here):
        town = next((at for at in reversed(known) if _is_town(answers[at])), None)
        if town is not None:
            return answers[town]
    same = next((at for at in reversed(known) if assertions[at].event is here.event), None)
    if same is None:
        return answers[recent] if _back(reading, assertions[recent], here) <= _FAR_BACK else None
    between = {answers[at].place for at in known if at > same} - {answers[same].place}
    return answers[same if not between or _back(reading, assertions[same], here) <= _FAR_BACK else recent]


def _is_town(answer: PlaceAnswer) -> bool:
    return answer.place is not None and answer.place.precision in (Precision.SETTLEMENT, Precision.SITE)


def names_town(reading: Reading, assertion: Assertion) -> bool:
    """Whether the clause speaks of a town that was named before: "the same town", "поблизу міста"."""
    stream = tokens(reading.text, assertion.start, assertion.end)
    for one, two in pairwise(stream):
        if two.low in reading.cues.settlement_nouns and (one.low in _KNOWN or one.low in reading.cues.locative):
            return True
    return False


def one_incident(
    reading: Reading, assertions: Sequence[Assertion], number: int, answers: Sequence[PlaceAnswer]
) -> PlaceAnswer | None:
    """The town or site of which alone the item has told, if the last clause with a place was there, too."""
    item = reading.sections[assertions[number].sentence].number
    found: PlaceAnswer | None = None
    for at in range(number - 1, max(-1, number - 1 - 2 * _MEMORY), -1):
        answer = answers[at]
        if found is None and answer.place is not None and not _is_town(answer):
            return None
        if reading.sections[assertions[at].sentence].number != item or not _is_town(answer):
            continue
        if found and found.place and answer.place and km(found.place, answer.place) > _SAME_TOWN_KM:
            return None
        found = found or answer
    return found


def told_of(reading: Reading, sentence: int, first: int) -> Named | None:
    """The finest place where something was that the sentences ``first`` up to ``sentence`` name, the last such."""
    for number in range(sentence - 1, first - 1, -1):
        if reading.sections[number].number != reading.sections[sentence].number:
            return None
        within = reading.within(reading.sentences[number].span)
        towns = [n for n in within if n.role <= Role.PLAIN and n.place.precision in _TOLD_OF]
        if towns:
            return min(towns, key=lambda n: n.rank)
    return None


def told_next(
    reading: Reading, assertions: Sequence[Assertion], answers: Sequence[PlaceAnswer], number: int
) -> PlaceAnswer | None:
    """The place that the next sentence of the paragraph names for the same event ("They exchanged prisoners. The swap
    took place near Dolmen."). Of counts none: where a share of them was is not where all were.
    """
    here = assertions[number]
    for later, answer in zip(assertions[number + 1 :], answers[number + 1 :], strict=True):
        if later.sentence > here.sentence + 1 or paragraph(reading, later) != paragraph(reading, here):
            return None
        same = later.event is here.event and later.proposition.kind is here.proposition.kind is PropositionKind.OCCURRED
        if same and answer.start is not None and answer.place is not None:
            return answer
    return None


def before_inside(
    reading: Reading, assertions: Sequence[Assertion], number: int, answers: Sequence[PlaceAnswer], area: Place
) -> PlaceAnswer | None:
    """The last answer inside a speaker's area, of the same item and not far back."""
    here = assertions[number]
    item = reading.sections[here.sentence].number
    for at in range(number - 1, max(-1, number - 1 - _MEMORY), -1):
        place, earlier = answers[at].place, assertions[at]
        near = _back(reading, earlier, here) <= 1 and reading.sections[earlier.sentence].number == item
        if place and place != area and near and inside(place, area):
            return answers[at]
    return None


def _back(reading: Reading, earlier: Assertion, later: Assertion) -> int:
    """How many paragraphs lie between the beginnings of two assertions."""
    return paragraph(reading, later) - paragraph(reading, earlier)


def opens_case(reading: Reading, assertion: Assertion) -> bool:
    """Whether the clause tells of a criminal case, which is opened nowhere in particular."""
    return assertion.event is EventType.OTHER and _CASE.search(reading.text, assertion.start, assertion.end) is not None


def paragraph(reading: Reading, assertion: Assertion) -> int:
    """The number of the assertion's paragraph."""
    return reading.sentences[assertion.sentence].paragraph


def refers_back(reading: Reading, assertion: Assertion) -> bool:
    """Whether the clause points at a place named before: "there", "the village", "на месте"."""
    stream = tokens(reading.text, assertion.start, assertion.end)
    pairs = (f"{a.low} {b.low}" for a, b in pairwise(stream))
    named = any(t.low in reading.cues.anaphora for t in stream) or any(p in reading.cues.anaphora for p in pairs)
    return named or same_event(reading, assertion)


def same_event(reading: Reading, assertion: Assertion) -> bool:
    """Whether the clause speaks of an event as known: "the raid", "among the dead", "cette tuerie"."""
    return _SAME_EVENT.search(reading.text, assertion.start, assertion.end) is not None


def at_large(reading: Reading, assertion: Assertion) -> bool:
    """Whether the clause speaks of a region as a whole: "across the region", "по области"."""
    stream = tokens(reading.text, assertion.start, assertion.end)
    for at, token in enumerate(stream):
        near = stream[max(0, at - 2) : at]
        if token.low in reading.cues.region_nouns and any(t.low in reading.cues.locative for t in near):
            return True
    return False


def there(reading: Reading, assertion: Assertion, own: PlaceAnswer) -> bool:
    """Whether the clause says "there" before it names a place, which then is background."""
    end = assertion.start if own.start is None else own.start
    stream = tokens(reading.text, assertion.start, end)
    return any(t.low in _THERE and n.low not in _EXISTENTIAL for t, n in pairwise(stream))


def inside(place: Place, area: Place | None) -> bool:
    """Whether ``place`` lies in ``area`` as far as names of regions tell."""
    if area is None or place.country != area.country:
        return False
    if area.precision is Precision.SETTLEMENT:
        return km(place, area) < _SAME_TOWN_KM
    if area.precision is Precision.COUNTRY:
        return True
    return place.admin1 is not None and place.admin1 == area.admin1
