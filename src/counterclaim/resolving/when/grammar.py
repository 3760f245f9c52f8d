"""The rule files of one language, compiled: words get classes, patterns become regular expressions over them.

Each token of a text is written as one character that stands for the set of classes it belongs to; a pattern is then
an ordinary regular expression over that string, which is fast, and linear because no pattern nests repetitions.

A pattern's ``form`` is items with spaces between them: ``the`` or ``a|an`` or ``stem*`` (these words), ``MONTH`` (any
word of that class, kept in the slot "month"), ``MONTH|SEASON:when`` (kept in the slot "when"), ``item?`` (may be
missing), ``( … / … )`` and ``( … )?`` (groups), ``{DATE}`` and ``{DATE:b}`` (a macro of the file; its slots get the
prefix "b_"), ``<item`` and ``item>`` (must stand before or after, but outside the expression), ``//`` (a stroke),
``LINE`` (where a block of text ends).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from counterclaim.resolving.when.numbers import NUMBER_KINDS, Value
from counterclaim.words.toml_data import package_toml

LANGUAGES = ("en", "uk", "ru", "fr", "de")
UNKNOWN = "x"
BREAK = "\n"
LINE = "LINE"

_FIRST_CHAR = 0xE000
_ITEM = re.compile(r"(?P<lead><)?(?P<what>:|[^\s?<>:]+)(?::(?P<slot>\w+))?(?P<opt>\?)?(?P<trail>>)?")
Tags = tuple[tuple[str, Value], ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled form. ``slots`` maps a group of ``regex`` to its slot and the classes that may fill it;
    ``given`` are the slots that the rule fills itself.
    """

    rule: str
    make: str
    regex: re.Pattern[str]
    slots: Mapping[str, tuple[str, tuple[str, ...]]]
    given: Mapping[str, Value]


class Vocabulary:
    """Which classes a word belongs to, and the character that stands for that set of classes."""

    def __init__(self, entries: Iterable[tuple[str, str, Value]], capital: frozenset[str]) -> None:
        self._exact: dict[str, dict[str, Value]] = {}
        self._stems: dict[str, dict[str, Value]] = {}
        self._capital = capital
        for form, name, value in entries:
            table = self._stems if form.endswith("*") else self._exact
            table.setdefault(form.rstrip("*"), {}).setdefault(name, value)
        self._lengths = sorted({len(s) for s in self._stems})
        self._chars: dict[frozenset[str], str] = {}
        self._cache: dict[tuple[str, bool], tuple[str, dict[str, Value]]] = {}
        for word in (*self._exact, *self._stems):
            self.word(word, True)
            self.word(word, False)

    def _tags(self, low: str) -> dict[str, Value]:
        tags: dict[str, Value] = {}
        for length in self._lengths:
            if length > len(low):
                break
            if found := self._stems.get(low[:length]):
                tags.update(found)
        if found := self._exact.get(low):
            tags.update(found)
        return tags

    def char(self, names: Iterable[str]) -> str:
        """The character for a set of classes."""
        key = frozenset(names)
        if not key:
            return UNKNOWN
        return self._chars.setdefault(key, chr(_FIRST_CHAR + len(self._chars)))

    def word(self, low: str, capitalised: bool) -> tuple[str, dict[str, Value]]:
        """Character and class values of a word."""
        found = self._cache.get((low, capitalised))
        if found is None:
            tags = self._tags(low)
            if tags and not capitalised:
                tags = {n: v for n, v in tags.items() if n not in self._capital}
            found = (self.char(tags), tags)
            if tags:
                self._cache[low, capitalised] = found
        return found

    def any_of(self, names: Iterable[str]) -> str:
        """A regular expression for one token of any of these classes."""
        wanted = frozenset(names)
        chars = "".join(c for key, c in self._chars.items() if key & wanted)
        return f"[{chars}]" if chars else "(?!)"


@dataclass(frozen=True, slots=True)
class Grammar:
    """The vocabulary and patterns of one language, and its word lists for the event's day. ``spelled`` is true where
    numbers of several words are read as one. ``zones`` maps IANA names of time zones to what the language calls them.
    """

    language: str
    vocabulary: Vocabulary
    patterns: tuple[Pattern, ...]
    compounds: re.Pattern[str] | None
    spelled: bool
    lists: Mapping[str, tuple[str, ...]]
    zones: Mapping[str, tuple[str, ...]]


def _literal(word: str) -> str:
    return "=" + ("/" if word == "//" else word)


def _is_class(word: str) -> bool:
    return word[0].isupper() and word.replace("_", "").isalnum()


def _expanded(form: str, macros: Mapping[str, str], prefix: str = "") -> list[tuple[str, str]]:
    """The items of a form with macros written out, each with the prefix of its slots."""
    out: list[tuple[str, str]] = []
    for item in form.split():
        if item.startswith("{"):
            name, _, tag = item.rstrip("?")[1:-1].partition(":")
            inner = _expanded(macros[name], macros, f"{tag}_" if tag else prefix)
            out += [("(", ""), *inner, (")?" if item.endswith("?") else ")", "")]
        else:
            out.append((item, prefix))
    return out


def _words_of(form: str, macros: Mapping[str, str]) -> Iterable[str]:
    for item, _ in _expanded(form, macros):
        m = _ITEM.fullmatch(item)
        if m and item not in ("(", ")", ")?", "/"):
            yield from (w for w in m["what"].split("|") if not _is_class(w))


def _compile(form: str, macros: Mapping[str, str], vocabulary: Vocabulary) -> tuple[str, dict[str, Any]]:
    body, lead, trail = "", "", ""
    slots: dict[str, tuple[str, tuple[str, ...]]] = {}
    for item, prefix in _expanded(form, macros):
        if item in ("(", ")", ")?", "/"):
            body += {"(": "(?:", "/": "|"}.get(item, item)
            continue
        m = _ITEM.fullmatch(item)
        if m is None:
            raise ValueError(f"no pattern item: {item!r} in {form!r}")
        options = tuple(m["what"].split("|"))
        piece = BREAK if options == (LINE,) else vocabulary.any_of(w if _is_class(w) else _literal(w) for w in options)
        classes = tuple(w for w in options if _is_class(w) and w != LINE)
        if classes:
            group = f"g{len(slots)}"
            slots[group] = (prefix + (m["slot"] or classes[0].lower()), classes)
            piece = f"(?P<{group}>{piece})"
        piece += m["opt"] or ""
        if m["lead"]:
            lead += piece
        elif m["trail"]:
            trail += piece
        else:
            body += piece
    return f"{lead}(?P<span>{body})" + (f"(?={trail})" if trail else ""), slots


def _entries(
    data: Mapping[str, Any], forms: Iterable[str], macros: Mapping[str, str]
) -> Iterable[tuple[str, str, Value]]:
    for name, values in data["words"].items():
        for value, words in values.items():
            for word in words.split():
                yield word, name, int(value) if value.lstrip("-").isdigit() else value
    for form in forms:
        for word in _words_of(form, macros):
            yield "/" if word == "//" else word, _literal(word), word.rstrip("*")


def _compounds(data: Mapping[str, Any]) -> re.Pattern[str] | None:
    pairs = data.get("compounds", [])
    if not pairs:
        return None
    alternatives = ("(?:" + "|".join(p[0].split()) + ")s?(?=(?:" + "|".join(p[1].split()) + ")$)" for p in pairs)
    return re.compile("|".join(alternatives))


def _says_less(rule: Mapping[str, Any]) -> bool:
    return rule["make"] != "night" and "since" not in rule.get("with", {})


@cache
def grammar(language: str) -> Grammar:
    """The compiled rules of ``language``; ``FileNotFoundError`` for a language without rules."""
    here = "counterclaim.resolving.when"
    shared, own = (package_toml(here, "rules", f"{name}.toml") for name in ("shared", language))
    macros = {**shared["macros"], **own["macros"]}
    # Where two rules explain as many words, those of nights and of "since" say more than that of the bare date.
    rules = sorted([*own["pattern"], *shared["pattern"]], key=_says_less)
    forms = [form for rule in rules for form in rule["forms"]]
    vocabulary = Vocabulary(_entries(own, forms, macros), frozenset(own.get("capital", ())))
    for names in NUMBER_KINDS:
        vocabulary.char(names)
    patterns = []
    for rule in rules:
        for form in rule["forms"]:
            source, slots = _compile(form, macros, vocabulary)
            patterns.append(Pattern(rule["rule"], rule["make"], re.compile(source), slots, rule.get("with", {})))
    lists = {name: tuple(phrases) for name, phrases in own["lists"].items()}
    named = {*shared["zones"], *own["zones"]}
    zones = {name: (*shared["zones"].get(name, ()), *own["zones"].get(name, ())) for name in named}
    return Grammar(language, vocabulary, tuple(patterns), _compounds(own), own.get("spelled", False), lists, zones)
