"""The cue lexicons: which words attribute, with what stance, at what distance and in which frames."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from counterclaim.language.word_forms import expand
from counterclaim.records.tagging import Distance, Stance
from counterclaim.words.lexicon import Lexicon
from counterclaim.words.toml_data import package_toml

# clause: that-clause, colon, parenthesis, infinitive. noun: an object is the content. quote: quotations only.
# adjunct: preposition with its source. after: the same, behind its source. impersonal: no source of its own.
# unverified: what stands before it is the content. pass: whose object is the source that is passed on.
# silent: no content. nominal: a noun of saying. relay: "quoted X as saying". bare: attitudes.
# told: whom it is told to comes first. head: only the form's first word is the cue. document: the source is a text.
# inside: the source (of "unverified" the content) stands within the form ("nach … Angaben"). parenthetical: only
# behind a comma or quotation. agent: a short passive participle with its agent in the instrumental. particle: "мол".
# between: the subject stands between the cue's halves. opening: only where it opens the sentence.
# upon: who is blamed stands behind a preposition. posted: a participle with its agent, behind footage.
# fronted: only with its content in front ("Von zwei Toten sprach X").
# near: the tail stands in the same clause. spoken: only where the subject is one who speaks, no event.
FRAMES = frozenset(
    {
        "clause",
        "noun",
        "quote",
        "adjunct",
        "after",
        "impersonal",
        "unverified",
        "pass",
        "silent",
        "nominal",
        "bare",
        "relay",
        "told",
        "head",
        "document",
        "inside",
        "parenthetical",
        "agent",
        "near",
        "spoken",
        "particle",
        "posted",
        "between",
        "opening",
        "fronted",
        "upon",
    }
)
_INVERTED = ("", "-il", "-elle", "-ils", "-elles", "-on", "-t-il", "-t-elle", "-t-on")
_EXAMPLE = re.compile(r"([\[\]<>{}])")


@dataclass(frozen=True, slots=True)
class Cue:
    """One entry: ``frames`` are those of ``FRAMES`` that it takes; ``example`` is marked up as
    ``[source] <cue> {content}``.
    """

    id: str
    stance: Stance
    distance: Distance
    frames: frozenset[str]
    example: str


@dataclass(frozen=True, slots=True)
class CueForm:
    """A form of a cue; ``tail`` is what must follow in the same clause ("teilte … mit"), for each word the
    alternatives.
    """

    cue: Cue
    tail: tuple[frozenset[str], ...] | None = None
    participle: bool = False


@cache
def cues(language: str) -> tuple[Cue, ...]:
    """The entries of a language; ``ValueError`` for one that names an unknown frame."""
    return tuple(_cue(name, entry) for name, entry in _data(language)["cue"].items())


def _data(language: str) -> dict[str, Any]:
    return package_toml("counterclaim.language", "rules", language, "cues.toml")


def _cue(name: str, entry: dict[str, Any]) -> Cue:
    frames = frozenset(entry.get("frames", "clause noun").split())
    if not frames <= FRAMES:
        raise ValueError(f"{name}: unknown frames {sorted(frames - FRAMES)}")
    stance = Stance(entry.get("stance", "asserts"))
    return Cue(name, stance, Distance(entry.get("distance", "neutral")), frames, entry["example"])


@cache
def lexicon(language: str) -> Lexicon[CueForm]:
    """All forms of a language's cues."""
    data = _data(language)
    endings = data.get("endings", {})
    phrases: list[tuple[str, CueForm]] = []
    for cue in cues(language):
        for form in data["cue"][cue.id]["forms"]:
            phrases += _phrases(form, cue, endings, language)
    return Lexicon(phrases)


def _phrases(form: str, cue: Cue, endings: dict[str, str], language: str) -> Iterator[tuple[str, CueForm]]:
    head, _, tail = form.partition(" ... ")
    words = ["|".join(expand(word, endings)) for word in head.split()]
    if language == "fr" and "clause" in cue.frames:
        words[0] = "|".join(w + p for w in words[0].split("|") for p in _INVERTED)
    rest = tuple(frozenset(w.casefold() for w in expand(word, endings)) for word in tail.split())
    yield " ".join(words), CueForm(cue, rest or None)


def parts(example: str) -> tuple[str, dict[str, str]]:
    """An example without its marks, and the text of each role: source, cue, content (several joined by a space)."""
    roles = {"[": "source", "<": "cue", "{": "content"}
    plain, found, role = "", {"source": "", "cue": "", "content": ""}, None
    for piece in _EXAMPLE.split(example):
        if piece in roles:
            role = roles[piece]
            found[role] += " " if found[role] else ""
        elif piece in ("]", ">", "}"):
            role = None
        else:
            plain += piece
            if role:
                found[role] += piece
    return plain, found
