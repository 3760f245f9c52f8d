"""Somebody who speaks in a report, as far as resolved."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What sort of speaker: it decides which later words may stand for it."""

    PERSON = "person"
    BODY = "body"
    GROUP = "group"
    COMPANY = "company"
    MEDIA = "media"
    PEOPLE = "people"
    UNNAMED = "unnamed"
    JOINT = "joint"


@dataclass(frozen=True, slots=True)
class Speaker:
    """``name`` in canonical English; ``role`` the key of the office or body (nouns.toml), ``nation`` an ISO code.
    ``gender`` is "m", "f" or None; ``vague`` is true where the text says less than a name ("officials").
    """

    name: str
    kind: Kind
    side: str | None = None
    party: str | None = None
    role: str | None = None
    area: int | None = None
    nation: str | None = None
    gender: str | None = None
    surname: str | None = None
    vague: bool = False
    members: tuple["Speaker", ...] = ()
    reasons: tuple[str, ...] = ()


def joint(members: tuple[Speaker, ...]) -> Speaker:
    """Several who speak together, as one source: "A, B and C"."""
    names = [m.name for m in members]
    sides = {m.side for m in members}
    return Speaker(
        name=f"{', '.join(names[:-1])} and {names[-1]}",
        kind=Kind.JOINT,
        side=sides.pop() if len(sides) == 1 else None,
        members=members,
        reasons=("they speak together",),
    )
