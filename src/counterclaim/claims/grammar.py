"""The small words of a language by which the claims room cuts and negates clauses, read from ``rules/``."""

from dataclasses import dataclass
from functools import cache

from counterclaim.words.lexicon import Lexicon
from counterclaim.words.toml_data import package_toml

LANGUAGES = ("en", "uk", "ru", "fr", "de")


@dataclass(frozen=True, slots=True)
class Grammar:
    """Word lists of one language; what each is for stands where it is used."""

    coordinators: Lexicon[str]
    relatives: Lexicon[str]
    participle_endings: tuple[str, ...]
    negators: Lexicon[str]
    not_negators: Lexicon[str]
    nonexistence: Lexicon[str]
    absent_endings: tuple[str, ...]
    preventers: Lexicon[str]
    transparent: frozenset[str]
    happening: Lexicon[str]
    crews: Lexicon[str]
    civilians: Lexicon[str]
    fighters: Lexicon[str]
    protesters: Lexicon[str]
    outlaws: Lexicon[str]
    posts: Lexicon[str]
    arms: Lexicon[str]
    later_counts: Lexicon[str]
    numbers: frozenset[str]


@cache
def grammar(language: str) -> Grammar:
    """The grammar of ``language``, one of ``LANGUAGES``."""
    rules = package_toml("counterclaim.claims", "rules", f"{language}.toml")

    def lexicon(name: str) -> Lexicon[str]:
        return Lexicon((phrase, name) for phrase in rules[name])

    return Grammar(
        coordinators=lexicon("coordinators"),
        relatives=lexicon("relatives"),
        participle_endings=tuple(rules["participle_endings"]),
        negators=lexicon("negators"),
        not_negators=lexicon("not_negators"),
        nonexistence=lexicon("nonexistence"),
        absent_endings=tuple(rules["absent_endings"]),
        preventers=lexicon("preventers"),
        transparent=frozenset(rules["transparent"]),
        happening=lexicon("happening"),
        crews=lexicon("crews"),
        civilians=lexicon("civilians"),
        fighters=lexicon("fighters"),
        protesters=lexicon("protesters"),
        outlaws=lexicon("outlaws"),
        posts=lexicon("posts"),
        arms=lexicon("arms"),
        later_counts=lexicon("later_counts"),
        numbers=frozenset(rules["numbers"]),
    )
