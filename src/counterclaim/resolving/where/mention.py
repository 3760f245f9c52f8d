"""A stretch of text that may be a place name, with what the words beside it say of it."""

from dataclasses import dataclass
from enum import Enum

from counterclaim.resolving.where.gazetteer import Candidate


class Hint(Enum):
    """What the words beside a name call it."""

    NONE = 0
    SETTLEMENT = 1
    REGION = 2
    DISTRICT = 3
    SITE = 4


@dataclass(frozen=True, slots=True)
class Mention:
    """``text[start:end]``, tokens ``first`` to ``last`` (exclusive) of its sentence, may be one of ``candidates``.
    ``name_last`` is the token after the name itself, without a noun such as "region" behind it. ``cue`` is true where
    a locative word or a noun ("village of") stands before it; ``fixed`` where the gazetteer knows the whole phrase;
    ``ordinary`` where a dictionary knows the word; ``heading`` where the name heads an item ("Odesa.", "Sumy:").
    """

    start: int
    end: int
    first: int
    last: int
    name_last: int
    sentence: int
    candidates: tuple[Candidate, ...]
    hint: Hint = Hint.NONE
    cue: bool = False
    fixed: bool = False
    initial: bool = False
    adjective: bool = False
    person: bool = False
    lone: bool = True
    ordinary: bool = False
    heading: bool = False
