"""The closed word classes of a language, and a report seen through them: one kind per token."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from counterclaim.language.word_forms import expand
from counterclaim.records.tagging import Sentence
from counterclaim.words.tokens import Token
from counterclaim.words.toml_data import package_toml

LANGUAGES = ("en", "uk", "ru", "fr", "de")

# Kinds, one letter each, in order of precedence.
CLASSES = {
    "complementizers": "c",
    "relatives": "r",
    "coordinators": "&",
    "negations": "n",
    "auxiliaries": "x",
    "pronouns": "p",
    "adverbs": "a",
    "subordinators": "s",
    "times": "t",
    "determiners": "d",
    "prepositions": "i",
    "finite": "v",
}
_LONGEST_ACRONYM = 6
_MARKS = {",": ",", ";": ";", ":": ":", "(": "(", "[": "(", ")": ")", "]": ")", ".": ".", "!": ".", "?": ".", "…": "."}
_DASHES = frozenset("–—―-")
# Emoji, their modifiers and bullets before an item of a digest.
_SYMBOLS = frozenset(["So", "Sk", "Mn", "Cf"])
_BULLETS = frozenset("•·▪●■►‣")


@dataclass(frozen=True)
class Grammar:
    """A language's closed classes. ``flags`` are habits of syntax ("inversion", "zero that", …); ``words`` are the
    further lists that the rules ask for by name.
    """

    language: str
    exact: Mapping[str, str]
    stems: tuple[tuple[str, str], ...]
    flags: frozenset[str]
    words: Mapping[str, frozenset[str]]
    inserts: tuple[tuple[str, ...], ...] = ()
    _known: dict[str, str] = field(default_factory=dict, compare=False, repr=False)
    _begun: dict[tuple[str, str], bool] = field(default_factory=dict, compare=False, repr=False)

    def kind(self, low: str) -> str:
        """The letter of ``low``'s class, ``w`` for any other word."""
        known = self._known.get(low)
        if known is None:
            known = self.exact.get(low) or next((k for stem, k in self.stems if low.startswith(stem)), "w")
            if len(self._known) < 200_000:
                self._known[low] = known
        return known

    def has(self, name: str, low: str) -> bool:
        """Whether ``low`` stands in the list ``name``."""
        return low in self.words.get(name, frozenset())

    def begins(self, name: str, low: str) -> bool:
        """Whether ``low`` stands in the list ``name`` or begins with a stem of it ("штаб*")."""
        known = self._begun.get((name, low))
        if known is None:
            known = self.has(name, low) or low.startswith(self._stems_of(name))
            if len(self._begun) < 200_000:
                self._begun[(name, low)] = known
        return known

    def _stems_of(self, name: str) -> tuple[str, ...]:
        return tuple(w[:-1] for w in self.words.get(name, ()) if w[-1] == "*")


@cache
def grammar(language: str) -> Grammar:
    """The grammar of one of ``LANGUAGES``."""
    data: dict[str, Any] = package_toml("counterclaim.language", "rules", language, "grammar.toml")
    exact: dict[str, str] = {}
    stems: list[tuple[str, str]] = []
    for name, letter in CLASSES.items():
        # Tokens are casefolded, so "außerdem" must be too.
        for word in (form for entry in data.get(name, "").casefold().split() for form in expand(entry)):
            if word.endswith("*"):
                stems.append((word[:-1], letter))
            else:
                exact.setdefault(word, letter)
    lists = {k: frozenset(f for e in v.casefold().split() for f in expand(e)) for k, v in data.get("lists", {}).items()}
    inserts = tuple(tuple(phrase.casefold().split()) for phrase in data.get("inserts", []))
    return Grammar(language, exact, tuple(stems), frozenset(data.get("flags", [])), lists, inserts)


@dataclass(frozen=True)
class Scene:
    """A report's tokens with their kinds, sentences and quotations, as the rules see them.

    ``quote[i]`` is the index in ``quotes`` of the quotation that token ``i`` stands in (its marks too), -1 for none;
    ``quotes`` are token ranges; ``sentence[i]`` is the token's sentence; ``bounds`` each sentence's token
    range; ``verbs`` the tokens at which a verb of saying begins.
    """

    text: str
    tokens: Sequence[Token]
    kinds: str
    quote: Sequence[int]
    quotes: Sequence[tuple[int, int]]
    sentence: Sequence[int]
    bounds: Sequence[tuple[int, int]]
    sentences: Sequence[Sentence]
    grammar: Grammar
    verbs: frozenset[int] = frozenset()

    def low(self, at: int) -> str:
        """The token's casefolded form."""
        return self.tokens[at].low

    def capital(self, at: int) -> bool:
        """Whether the token begins with a capital."""
        return self.text[self.tokens[at].start].isupper()

    def institution(self, at: int) -> bool:
        """Whether the token names a body that speaks: a word for one, or letters that stand for a name ("IDF"). The
        lists name no party.
        """
        token = self.tokens[at]
        written = self.text[token.start : token.end]
        letters = 2 <= len(written) <= _LONGEST_ACRONYM and written.isalpha() and written.isupper()
        return letters or self.grammar.begins("institutions", token.low)


def kinds_of(text: str, stream: Sequence[Token], rules: Grammar) -> str:
    """One letter a token: punctuation as itself (dashes as ``-``, sentence ends as ``.``), bullets and emoji as
    ``*``, words by class.
    """
    return "".join(_kind(text, token, rules) for token in stream)


def _kind(text: str, token: Token, rules: Grammar) -> str:
    low = token.low
    if low[0].isalnum():
        return rules.kind(low)
    if low in _MARKS:
        return _MARKS[low]
    if low in _DASHES:
        spaced = token.start == 0 or text[token.start - 1].isspace() or text[token.start - 1] in '"”»“,'
        return "-" if spaced else "w"
    if unicodedata.category(low[0]) in _SYMBOLS or low in _BULLETS:
        return "*"
    return "w" if len(low) > 1 else "o"
