"""The common nouns, nations and outlets that speakers are called by, as one lexicon. No conflict is known here."""

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from counterclaim.settings import LANGUAGES
from counterclaim.words.lexicon import Lexicon
from counterclaim.words.toml_data import package_toml

_ROOM = "counterclaim.resolving.who"


# The key of words behind a nation that say on whose side someone is: "von Russland eingesetzt".
BEHIND = "behind"


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
    ``capitals``: the text must write it in capitals, too ("US"); ``proper``: with a capital ("Мали", not "мали").
    """

    part: Part
    key: str
    capitals: bool = False
    proper: bool = False


@dataclass(frozen=True, slots=True)
class Noun:
    """A row of nouns.toml. ``stands_for`` are words of the bodies that a class noun may stand for; ``of`` is the key
    of the body that the word itself names ("Armeesprecher": army).
    """

    key: str
    part: Part
    english: str
    nation: str | None = None
    stands_for: tuple[str, ...] = ()
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Nation:
    """A row of nations.toml; ``shared``: others write its language, too."""

    code: str
    adjective: str
    name: str
    shared: bool = False


@functools.cache
def nouns() -> dict[str, Noun]:
    """Every common noun by key."""
    rows = package_toml(_ROOM, "nouns.toml")
    return {
        k: Noun(k, Part(r["kind"]), r["english"], r.get("nation"), tuple(r.get("from", ())), r.get("of"))
        for k, r in rows.items()
    }


@functools.cache
def nations() -> dict[str, Nation]:
    """Every nation by ISO code."""
    return {code: Nation(code, r["adjective"], r["name"], r.get("shared", False)) for code, r in _nation_rows().items()}


@functools.cache
def writers() -> dict[str, Nation]:
    """The nations in whose press a body without a nation is their own, by the language that they write."""
    return {row["writes"]: nations()[code] for code, row in _nation_rows().items() if "writes" in row}


@functools.cache
def _nation_rows() -> dict[str, dict[str, Any]]:
    return package_toml(_ROOM, "nations.toml") | package_toml(_ROOM, "lands.toml")


@functools.cache
def language_lexicon(language: str | None) -> Lexicon[Meaning]:
    """The lexicon for texts of ``language``: its nouns (of all languages where it is None), every nation and outlet."""
    return Lexicon(_entries(language))


def _entries(language: str | None) -> Iterator[tuple[str, Meaning]]:
    for key, row in package_toml(_ROOM, "nouns.toml").items():
        for lang in LANGUAGES if language is None else (language,):
            for phrase in row.get(lang, ()):
                yield phrase, Meaning(Part(row["kind"]), key, is_capitals(phrase))
    yield from _nation_entries(language)
    media = package_toml(_ROOM, "media.toml")
    for table, part in (("agencies", Part.AGENCY), ("outlets", Part.OUTLET)):
        for name, phrases in media[table].items():
            for phrase in phrases:
                yield phrase, Meaning(part, name, is_capitals(phrase))
    yield from _mark_entries(language)


def _nation_entries(language: str | None) -> Iterator[tuple[str, Meaning]]:
    for code, row in _nation_rows().items():
        own = (w for lang in LANGUAGES if language in (None, lang) for w in row.get(lang, ()))
        for phrase in (*row.get("words", ()), *own):
            proper = language == "en" or is_proper(phrase)
            yield phrase, Meaning(Part.NATION, code, is_capitals(phrase), proper)
        for phrase in row.get("capitals", ()):
            yield phrase, Meaning(Part.CAPITAL, code, proper=is_proper(phrase))


def _mark_entries(language: str | None) -> Iterator[tuple[str, Meaning]]:
    marks = package_toml(_ROOM, "marks.toml")
    # "On" is a pronoun in French only.
    for lang, pronouns in marks["pronouns"].items():
        if language in (None, lang):
            yield from ((w, Meaning(Part.PRONOUN, key)) for key, words in pronouns.items() for w in words)
    yield from ((w, Meaning(Part.AND, "and")) for w in marks["and"]["words"])
    yield from ((w, Meaning(Part.CITING, "citing")) for w in marks["citing"]["words"])
    yield from ((w, Meaning(Part.REGION, "region")) for w in marks["region"]["words"])
    yield from ((w, Meaning(Part.PRO, "")) for w in marks["pro"]["before"])
    yield from ((w, Meaning(Part.PRO, BEHIND)) for w in marks["pro"]["after"])


def is_capitals(phrase: str) -> bool:
    """Whether a lexicon phrase is written in capitals, so that the text must be, too."""
    letters = [c for c in phrase if c.isalpha()]
    return bool(letters) and all(c.isupper() for c in letters)


def is_proper(phrase: str) -> bool:
    """Whether a lexicon phrase begins with a capital, so that the text must, too."""
    return phrase[0].isupper() and not is_capitals(phrase)


@functools.cache
def channel_lexicon() -> Lexicon[str]:
    """Words that tell by what way a statement came -> the channel's value."""
    channels = package_toml(_ROOM, "marks.toml")["channels"]
    return Lexicon((w, name) for name, words in channels.items() for w in words)


@functools.cache
def filler() -> frozenset[str]:
    """Words that may stand inside the name of a speaker without adding to it."""
    return frozenset(package_toml(_ROOM, "marks.toml")["filler"]["words"])


@functools.cache
def locating() -> frozenset[str]:
    """Words before a country that say that things happen there."""
    return frozenset(package_toml(_ROOM, "marks.toml")["locating"]["words"])


@functools.cache
def articles() -> frozenset[str]:
    """German articles and prepositions with an article, after which a lone noun is no name."""
    return frozenset(package_toml(_ROOM, "marks.toml")["articles"]["de"])


@functools.cache
def calendar_words() -> tuple[str, ...]:
    """Beginnings of days of the week and months."""
    return tuple(package_toml(_ROOM, "marks.toml")["calendar"]["words"])


@functools.cache
def levels() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """English word for the level of a local body ("district") -> beginnings of words that say so."""
    return tuple((name, tuple(words)) for name, words in package_toml(_ROOM, "marks.toml")["levels"].items())


@functools.cache
def possessive() -> frozenset[str]:
    """Words between a body and its spokesperson: "whose", "dont", "its"."""
    return frozenset(package_toml(_ROOM, "marks.toml")["possessive"]["words"])


@functools.cache
def numbers() -> dict[str, str]:
    """Number word -> English ("deux": "two")."""
    table = package_toml(_ROOM, "marks.toml")["numbers"]
    return {word: english for english, words in table.items() for word in words}


@functools.cache
def mark_words(name: str) -> frozenset[str]:
    """The single words of a table of marks.toml: "single", "same"."""
    return frozenset(package_toml(_ROOM, "marks.toml")[name]["words"])


@functools.cache
def here() -> tuple[str, ...]:
    """Beginnings of words that say that a body is that of the region spoken of."""
    return tuple(package_toml(_ROOM, "marks.toml")["here"]["stems"])


@functools.cache
def mark_stems(name: str) -> tuple[str, ...]:
    """The beginnings of words in a table of marks.toml: "acting", "deputy", "former"."""
    return tuple(package_toml(_ROOM, "marks.toml")[name]["stems"])


@functools.cache
def mark_lexicon(table: str, row: str) -> Lexicon[str]:
    """The phrases of a row of marks.toml ("nobody", "words")."""
    return Lexicon((phrase, row) for phrase in package_toml(_ROOM, "marks.toml")[table][row])


@functools.cache
def not_names() -> frozenset[str]:
    """Words that often open a sentence, and those before which a German noun is no name."""
    return frozenset(package_toml(_ROOM, "marks.toml")["not_names"]["words"])
