"""Who has spoken or been named so far: what "he", "the unit" and "the same source" stand for."""

from collections import deque
from enum import IntEnum

from counterclaim.resolving.who.persons import same_person
from counterclaim.resolving.who.speaker import Kind, Speaker
from counterclaim.resolving.who.spelling import keys

# Nobody means a speaker so far back; it also keeps the look-ups linear in the length of a text.
_REMEMBERED = 200
_SPEAKING = (Kind.PERSON, Kind.BODY, Kind.GROUP, Kind.COMPANY, Kind.JOINT, Kind.PEOPLE, Kind.UNNAMED)


class Mention(IntEnum):
    """How somebody comes into the text: named in passing, at the head of a sentence, or speaking."""

    ASIDE = 0
    HEAD = 1
    SAID = 2


class Memory:
    """Speakers in order of the text, latest last, and the persons that the report introduces by office and name."""

    def __init__(self, language: str | None) -> None:
        self._language = language
        self.said: deque[Speaker] = deque(maxlen=_REMEMBERED)
        self.area: tuple[int, int] | None = None
        self._introduced: dict[str, Speaker] = {}
        self._mentioned: deque[tuple[Speaker, Mention]] = deque(maxlen=_REMEMBERED)

    def say(self, speaker: Speaker) -> None:
        """Notes that somebody has spoken (or, for a party, been named)."""
        self.said.append(speaker)
        self._mentioned.append((speaker, Mention.SAID))

    def name_only(self, party: Speaker, head: bool) -> None:
        """Notes somebody whom the text names without letting them speak; ``head``: at the head of a sentence."""
        self._mentioned.append((party, Mention.HEAD if head else Mention.ASIDE))

    def introduce(self, person: Speaker) -> None:
        """Notes a person named with an office anywhere in the report."""
        if len(self._introduced) < _REMEMBERED:
            self._introduced.setdefault(person.name, person)

    def person(self, words: tuple[str, ...]) -> Speaker | None:
        """The person of this report whom the words name, None unless exactly one fits."""
        pool = [*self._introduced.values(), *(s for s in self.said if s.kind is Kind.PERSON and s.surname)]
        found = {
            s.name: s
            for s in pool
            if s.surname and same_person(words, s.surname if len(words) == 1 else _full(s), self._language)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def last(self, *kinds: Kind) -> Speaker | None:
        """The last speaker of those kinds; of any that may speak where none is given."""
        return next((s for s in reversed(self.said) if s.kind in (kinds or _SPEAKING)), None)

    def last_of(self, roles: frozenset[str]) -> Speaker | None:
        """The last body that spoke, or headed a sentence, with one of those roles."""
        return next(
            (s for s, how in reversed(self._mentioned) if how and s.kind is Kind.BODY and s.role in roles), None
        )

    def only_nation_of(self, roles: frozenset[str]) -> str | None:
        """The nation of the bodies with those roles that the text has named, None where none or several are."""
        found = {s.nation for s, _ in self._mentioned if s.kind is Kind.BODY and s.role in roles and s.nation}
        return found.pop() if len(found) == 1 else None

    def named_by_one_nation(self, role: str) -> Speaker | None:
        """The body with that role that the text has named, with its nation; None where bodies of several have it."""
        found = {s.nation: s for s, _ in self._mentioned if s.kind is Kind.BODY and s.role == role and s.nation}
        return next(iter(found.values())) if len(found) == 1 else None

    def last_role(self, role: str) -> Speaker | None:
        """The last speaker, else the only person introduced, with that office or body."""
        found = next((s for s in reversed(self.said) if s.role == role), None)
        if found is not None:
            return found
        rest = {s.name: s for s in self._introduced.values() if s.role == role}
        return next(iter(rest.values())) if len(rest) == 1 else None

    def last_role_of(self, kinds: tuple[Kind, ...], role: str) -> Speaker | None:
        """The last speaker of those kinds with that role."""
        return next((s for s in reversed(self.said) if s.kind in kinds and s.role == role), None)

    def last_ranked(self) -> Speaker | None:
        """The last person who spoke with a military rank, else the only one introduced."""
        pool = [s for s in reversed(self.said) if (s.role or "").startswith("rank-")]
        rest = [s for s in self._introduced.values() if (s.role or "").startswith("rank-")]
        return pool[0] if pool else rest[0] if len(rest) == 1 else None

    def spoke_of(self, token: int, area: int) -> None:
        """Notes that somebody whose office covers the area spoke at that token."""
        self.area = (token, area)

    def pronoun(self, key: str) -> Speaker | None:
        """Whom "he", "she", "it" or "they" may stand for, by kind and gender; in languages with grammatical gender
        a body, too, is "he" or "she".
        """
        english = self._language in (None, "en")
        least = Mention.HEAD if key in ("it", "they") else Mention.SAID
        for speaker, how in reversed(self._mentioned):
            if speaker.kind is Kind.MEDIA or how < least:
                continue
            person = speaker.kind is Kind.PERSON or (english and _is_one_person(speaker))
            if key == "he" and ((person and speaker.gender != "f") or not (person or english)):
                return speaker
            if key == "she" and ((person and speaker.gender != "m") or not (person or english)):
                return speaker
            if key in ("it", "they") and not person:
                return speaker
            if key == "self":
                return speaker
        return None

    def class_of(self, noun: str, marks: tuple[str, ...]) -> Speaker | None:
        """The one that a noun such as "the ministry" or "the unit" may stand for: the last whose name holds the noun
        ("the legion"), else the last that speaks, else the last that is named.
        """
        ranked = [s for s, how in self._mentioned if not how] + [s for s, how in self._mentioned if how]
        known = [m for s in ranked for m in (*s.members, s)]
        same = keys(noun, self._language)
        holding = [
            s for s in known if s.kind not in (Kind.PERSON, Kind.JOINT) and any(same & keys(w) for w in s.name.split())
        ]
        fitting = [s for s in known if _is_one(s, marks)]
        return next(iter([*reversed(holding), *reversed(fitting)]), None)

    def nation(self) -> str | None:
        """The nation whose officials alone have spoken so far, None where none or several have."""
        nations = {s.nation for s in self.said if s.nation and s.kind in (Kind.BODY, Kind.PERSON)}
        return nations.pop() if len(nations) == 1 else None


def _is_one_person(speaker: Speaker) -> bool:
    """ "An unnamed nurse", whom "she" may stand for; not "unnamed residents of Dolmen"."""
    head = speaker.name.split(" in ")[0].split(" of ")[0].split(" at ")[0]
    return speaker.kind in (Kind.PEOPLE, Kind.UNNAMED) and (not head.endswith("s") or head.endswith("ss"))


def _full(speaker: Speaker) -> str:
    return " ".join(speaker.name.split()[-2:])


def _is_one(speaker: Speaker, marks: tuple[str, ...]) -> bool:
    if speaker.kind is Kind.PERSON:
        return False
    words = set(speaker.name.casefold().split())
    kinds = {Kind.GROUP: "armed group", Kind.COMPANY: "company", Kind.MEDIA: "media", Kind.JOINT: "joint"}
    return (
        bool(words & set(marks))
        or kinds.get(speaker.kind) in marks
        or (speaker.side == "UN" and "international" in marks)
    )
