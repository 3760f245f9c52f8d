"""What the five languages' pages put round their reporting, as one set of rules.

A page's furniture may speak another language than its report, so the languages are looked up together.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from counterclaim.words.lexicon import Lexicon
from counterclaim.words.toml_data import package_toml

LANGUAGES = ("en", "uk", "ru", "fr", "de")

Table = dict[str, Any]


@cache
def tables() -> dict[str, Table]:
    """The rules of each language, as read from ``rules/LANGUAGE.toml``."""
    return {code: package_toml("counterclaim.reading", "rules", f"{code}.toml") for code in LANGUAGES}


def words(section: str, key: str) -> frozenset[str]:
    """The list ``key`` of ``section`` in all languages together."""
    return frozenset(word for table in tables().values() for word in table[section][key])


def phrases(section: str, key: str) -> Lexicon[str]:
    """A look-up for the phrases of ``key`` in ``section``, in all languages together."""
    return Lexicon((phrase, key) for phrase in sorted(words(section, key)))


def pattern(forms: Iterable[str]) -> re.Pattern[str]:
    """Finds any of the words ``forms``, in any case (``stem*`` as in the lexicon)."""
    ordered = sorted(set(forms), key=lambda word: (-len(word), word))
    inner = "|".join(re.escape(form.removesuffix("*")) + (r"\w*" if form.endswith("*") else "") for form in ordered)
    return re.compile(rf"(?i)(?<!\w)(?:{inner})(?!\w)")


def by_kind(section: str) -> Lexicon[str]:
    """A look-up for all phrases of ``section``; a hit's key is the kind of furniture."""
    return Lexicon(_kinds(table.get(section, {}) for table in tables().values()))


def _kinds(sections: Iterable[Table]) -> Iterable[tuple[str, str]]:
    return ((phrase, kind) for section in sections for kind, some in section.items() for phrase in some)


@dataclass(frozen=True, slots=True)
class Names:
    """Spellings of wire services (to their short names) and of houses that only pictures are credited to."""

    agencies: dict[str, str]
    languages: dict[str, str]
    photo: tuple[str, ...]


@cache
def names() -> Names:
    """The wire services and picture houses of ``rules/agencies.toml``."""
    table = package_toml("counterclaim.reading", "rules", "agencies.toml")
    return Names(
        agencies={form: agency["name"] for agency in table["agency"] for form in agency["forms"]},
        languages={agency["name"]: agency["language"] for agency in table["agency"] if "language" in agency},
        photo=tuple(table["photo"]),
    )
