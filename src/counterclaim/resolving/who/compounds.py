"""Words glued of two meanings: "pro-Russian", "Rwanda-backed", "Hamas-run", "US-Armee", "M23-Sprecher"."""

import functools

from counterclaim.records.conflict import PartyKind
from counterclaim.resolving.who.directory import Directory
from counterclaim.resolving.who.vocabulary import Meaning, Part, language_lexicon
from counterclaim.words.lexicon import Lexicon
from counterclaim.words.tokens import Token
from counterclaim.words.toml_data import package_toml

_LANDS = (Part.NATION, Part.CAPITAL)
_OWNERS = (Part.PARTY, *_LANDS, Part.AREA)
_OWNED = (Part.ROLE, Part.BODY, Part.GROUP, Part.CLASS, Part.PEOPLE)
_OPENINGS = ("pro", "про", "anti", "анти")


def may_be_glued(low: str) -> bool:
    """Whether it is worth a look: most words are not."""
    return "-" in low or low.startswith(_OPENINGS)


@functools.lru_cache(maxsize=4096)
def glued(surface: str, language: str | None, directory: Directory) -> tuple[Meaning, ...]:
    """The meanings of the parts of a compound, empty where it is none."""
    words, known = language_lexicon(language), directory.lexicon
    for part, before, after in _marks():
        rest = _between(surface, before, after)
        owner = _one((known, words), rest, _OWNERS) if rest else None
        if owner is not None and owner.part in _LANDS:
            return (Meaning(part, owner.key),)
        if owner is not None and after:
            return (_for_a_nation(owner, part, directory) or owner,)
    left, _, right = surface.rpartition("-")
    owner, owned = _one((known, words), left, _OWNERS), _one((words,), right, _OWNED)
    if owner is None or owned is not None:
        return (owner, owned) if owner is not None and owned is not None else ()
    party = directory.parties.get(owner.key) if owner.part is Part.PARTY else None
    return (owner,) if party is not None and party.kind is PartyKind.INTERNATIONAL else ()


def _for_a_nation(owner: Meaning, part: Part, directory: Directory) -> Meaning | None:
    """ "Kremlin-backed": for the nation whose government it is."""
    party = directory.parties.get(owner.key) if owner.part is Part.PARTY else None
    if party is None or party.kind is not PartyKind.GOVERNMENT:
        return None
    nation = directory.nation_of(party)
    return Meaning(part, nation) if nation else None


@functools.cache
def _marks() -> tuple[tuple[Part, str, str], ...]:
    marks = package_toml("counterclaim.resolving.who", "marks.toml")["pro"]
    return (
        *((Part.PRO, "", after) for after in marks["glued_after"]),
        *((Part.PRO, before, "") for before in marks["glued_before"]),
        *((Part.ANTI, before, "") for before in marks["anti"]),
    )


def _between(surface: str, before: str, after: str) -> str:
    low = surface.casefold()
    if not (low.startswith(before) and low.endswith(after)) or len(low) != len(surface):
        return ""
    return surface[len(before) : len(surface) - len(after)]


def _one(lexicons: tuple[Lexicon[Meaning], ...], word: str, parts: tuple[Part, ...]) -> Meaning | None:
    if len(word) < 2:
        return None
    stream = (Token(0, len(word), word.casefold()),)
    hits = [h.key for lexicon in lexicons for h in lexicon.at(stream, 0) if h.key.part in parts]
    return next((m for m in hits if not m.capitals or word.isupper()), None)
