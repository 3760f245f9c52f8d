"""The common nouns, nations and outlets that speakers are called by, as one lexicon. No conflict is known here."""

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from counterclaim.words.lexicon import Lexicon
from counterclaim.words.toml_data import package_toml

_ROOM = "counterclaim.resolving.who"


class Part(StrEnum):
    """What a word or phrase adds to the name of a speaker."""

    PARTY = "party"
    AREA = "area"
    NATION = "nation"
    CAPITAL = "capital"
    PRO = "pro"
    ANTI = "anti"
    ROLE = "role"
    BODY = "body"
    CLASS = "class"
    PEOPLE = "people"
    GROUP = "group"
    UNNAMED = "unnamed"
    SAME = "same"
    AGENCY = "agency"
    OUTLET = "outlet"
    PRONOUN = "pronoun"
    AND = "and"
    CITING = "citing"
    REGION = "region"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a lexicon entry means: its part and the key of its row (a noun's key, a nation's code, an outlet's name).
    ``capitals``: the text must write it in capitals, too ("US").
    """

    part: Part
    key: str
    capitals: bool = False


@dataclass(frozen=True, slots=True)
class Noun:
    """A row of nouns.toml. ``stands_for`` are words of the bodies that a class noun may stand for."""

    key: str
    part: Part
    english: str
    nation: str | None = None
    stands_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Nation:
    """A row of nations.toml."""

    code: str
    adjective: str
    name: str


@functools.cache
def nouns() -> dict[str, Noun]:
    """Every common noun by key."""
    rows = package_toml(_ROOM, "nouns.toml")
    return {
        k: Noun(k, Part(r["kind"]), r["english"], r.get("nation"), tuple(r.get("from", ()))) for k, r in rows.items()
    }


@functools.cache
def nations() -> dict[str, Nation]:
    """Every nation by ISO code."""
    rows = package_toml(_ROOM, "nations.toml")
    return {code: Nation(code, r["adjective"], r["name"]) for code, r in rows.items()}


@functools.cache
def language_lexicon(language: str | None) -> Lexicon[Meaning]:
    """The lexicon for texts of ``language``: its nouns (of all languages where it is None), every nation and outlet."""
    return Lexicon(_entries(language))


def _entries(language: str | None) -> Iterator[tuple[str, Meaning]]:
    for key, row in package_toml(_ROOM, "nouns.toml").items():
        for lang in ("en", "uk", "ru", "fr", "de") if language is None else (language,):
            for phrase in row.get(lang, ()):
                yield phrase, Meaning(Part(row["kind"]), key, is_capitals(phrase))
    yield from _nation_entries()
    media = package_toml(_ROOM, "media.toml")
    for table, part in (("agencies", Part.AGENCY), ("outlets", Part.OUTLET)):
        for name, phrases in media[table].items():
            for phrase in phrases:
                yield phrase, Meaning(part, name, is_capitals(phrase))
    yield from _mark_entries()


def _nation_entries() -> Iterator[tuple[str, Meaning]]:
    marks = package_toml(_ROOM, "marks.toml")["pro"]
    for code, row in package_toml(_ROOM, "nations.toml").items():
        for phrase in row["words"]:
            yield phrase, Meaning(Part.NATION, code, is_capitals(phrase))
        for phrase in row.get("capitals", ()):
            yield phrase, Meaning(Part.CAPITAL, code)
        for word in [w for p in [*row["words"], *row.get("capitals", ())] if " " not in p for w in p.split("|")]:
            if is_capitals(word) and len(word) < 3:
                continue
            yield from ((f"{before}{word}", Meaning(Part.PRO, code)) for before in marks["glued_before"])
            yield from ((f"{word.rstrip('*')}{after}", Meaning(Part.PRO, code)) for after in marks["glued_after"])
            yield from ((f"{anti}{word}", Meaning(Part.ANTI, code)) for anti in marks["anti"])


def _mark_entries() -> Iterator[tuple[str, Meaning]]:
    marks = package_toml(_ROOM, "marks.toml")
    for key, words in marks["pronouns"].items():
        yield from ((w, Meaning(Part.PRONOUN, key)) for w in words)
    yield from ((w, Meaning(Part.AND, "and")) for w in marks["and"]["words"])
    yield from ((w, Meaning(Part.CITING, "citing")) for w in marks["citing"]["words"])
    yield from ((w, Meaning(Part.REGION, "region")) for w in marks["region"]["words"])
    yield from ((w, Meaning(Part.PRO, "")) for w in marks["pro"]["before"])


def is_capitals(phrase: str) -> bool:
    """Whether a lexicon phrase is written in capitals, so that the text must be, too."""
    letters = [c for c in phrase if c.isalpha()]
    return bool(letters) and all(c.isupper() for c in letters)


@functools.cache
def channel_lexicon() -> Lexicon[str]:
    """Words that tell by what way a statement came -> the channel's value."""
    channels = package_toml(_ROOM, "marks.toml")["channels"]
    return Lexicon((w, name) for name, words in channels.items() for w in words)


@functools.cache
def filler() -> frozenset[str]:
    """Words that may stand inside the name of a speaker without adding to it."""
    return frozenset(package_toml(_ROOM, "marks.toml")["filler"]["words"])
