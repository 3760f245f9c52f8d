"""Copies of a report as reprints come: cut, under another title, reworded, printed twice, with faults; and what only
looks like one: another story that takes over a passage, and daily briefings that differ in nothing but their facts.
"""

import random
import re
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

_WORDS = tomllib.loads(Path(__file__).with_name("reprint_words.toml").read_text(encoding="utf-8"))
_SENTENCE = re.compile(r"(?<=[.!?])[\"”]?\s+(?=\S)")
_SAID = re.compile(r"^(.{25,}), ((?:[\w.’'-]+ ){1,6}(?:said|told reporters|says|added))\.$")
_HALVES = re.compile(r"^(.{25,}?), (while|but|and|as|after|although) (.{25,})\.$")
_NO_NAMES = frozenset({"The", "A", "An", "It", "He", "In", "On", "This"})
PLACES = ("Dolmen", "Port Issel", "Karsk", "Low Valley", "Orrel", "Northam", "Vess", "Tarn")


@dataclass(frozen=True, slots=True)
class Strength:
    """How worn a copy is; all but ``kept`` and ``junk`` are shares. ``kept`` of the sentences remain after a cut, at
    least one; ``reworded`` of the words that the list knows get another, ``replaced`` of the longer words a word of
    another report, ``recast`` of the sentences are turned round and ``moved`` change places with the next; ``doubled``
    of the paragraphs come twice; ``misprinted`` of the words get a fault and ``lost`` go; ``junk`` sentences come in.
    """

    name: str
    kept: float
    reworded: float
    replaced: float
    recast: float
    moved: float
    doubled: float
    misprinted: float
    lost: float
    junk: int


STRENGTHS = (
    Strength("light", 0.8, 0.3, 0.03, 0.2, 0.1, 0.2, 0.02, 0.01, 0),
    Strength("medium", 0.6, 0.6, 0.08, 0.4, 0.2, 0.4, 0.05, 0.03, 1),
    Strength("strong", 0.45, 0.9, 0.15, 0.6, 0.3, 0.7, 0.10, 0.06, 2),
    Strength("severe", 0.3, 1.0, 0.25, 0.8, 0.5, 1.0, 0.20, 0.10, 4),
)


class Wear:
    """Makes copies; ``other_words`` are what replaces a word, ``chance`` makes every choice."""

    def __init__(self, chance: random.Random, other_words: Sequence[str]) -> None:
        self._chance, self._others = chance, other_words
        rows = [row.split() for row in _WORDS["rows"]]
        self._known = {word: [w for w in row if w != word] for row in rows for word in row}
        self.kinds: dict[str, Callable[[str, Strength], str]] = {
            "cut": self.cut,
            "retitled": self.retitled,
            "paraphrased": self.paraphrased,
            "doubled": self.doubled,
            "noise": self.noise,
            "all at once": self.all_at_once,
        }

    def cut(self, text: str, how: Strength) -> str:
        """From the end, as an editor cuts, or here and there."""
        title, body = _parted(text)
        at = self._of(body, how.kept)
        return _joined(title, body[: len(at)] if self._chance.random() < 0.5 else [body[n] for n in at])

    def retitled(self, text: str, how: Strength) -> str:
        """Another title, a label over it, a dateline before the text."""
        _, body = _parted(text)
        pick = self._chance.choice
        first = pick(_WORDS["datelines"]) + body[0] if body else ""
        return _joined(f"{pick(_WORDS['labels'])}\n\n{pick(_WORDS['titles'])}", [first, *body[1:]])

    def paraphrased(self, text: str, how: Strength) -> str:
        """Other words, sentences turned round and moved."""
        title, body = _parted(text)
        body = [self._reworded(self._recast(s) if self._hit(how.recast) else s, how) for s in body]
        at = 0
        while at + 1 < len(body):
            if self._hit(how.moved):
                body[at], body[at + 1] = body[at + 1], body[at]
                at += 1
            at += 1
        return _joined(self._reworded(title, how), body)

    def doubled(self, text: str, how: Strength) -> str:
        """Paragraphs printed twice: at once, or the whole again at the end."""
        title, body = _parted(text)
        if self._hit(0.5):
            return _joined(title, [s for part in body for s in ([part, part] if self._hit(how.doubled) else [part])])
        return _joined(title, body + [body[n] for n in self._of(body, how.doubled)])

    def noise(self, text: str, how: Strength) -> str:
        """Misprints, lost words, foreign sentences."""
        title, body = _parted(text)
        for _ in range(how.junk):
            body.insert(self._chance.randint(0, len(body)), self._chance.choice(_WORDS["junk"]))
        return _joined(title, [" ".join(self._worn(s.split(), how)) for s in body])

    def all_at_once(self, text: str, how: Strength) -> str:
        """Everything, the cut first."""
        for one in (self.cut, self.paraphrased, self.doubled, self.noise, self.retitled):
            text = one(text, how)
        return text

    def follow_up(self, text: str, other: str) -> str | None:
        """Another story that takes a passage of ``text`` over, a sixth of its own length or less."""
        (_, mine), (title, theirs) = _parted(text), _parted(other)
        room = sum(map(len, theirs)) / 6
        fitting = [s for s in mine if 80 <= len(s) <= room]
        if not fitting:
            return None
        theirs.insert(self._chance.randint(1, len(theirs)), self._chance.choice(fitting))
        return _joined(self._chance.choice(_WORDS["titles"]) + ": " + title, theirs)

    def briefings(self, count: int) -> list[str]:
        """Daily briefings, ``count`` of each form."""
        return [self._briefing(brief["text"], n) for brief in _WORDS["brief"] for n in range(count)]

    def _briefing(self, form: str, number: int) -> str:
        numbers = {f"n{n}": self._chance.randint(2, 99) for n in range(1, 7)}
        day = f"{number % 28 + 1} {('March', 'April', 'May')[number // 28 % 3]}"
        return form.format(day=day, place=self._chance.choice(PLACES), **numbers).replace("\n", " ")

    def _hit(self, share: float) -> bool:
        return self._chance.random() < share

    def _of(self, body: Sequence[str], share: float) -> list[int]:
        many = min(len(body), max(1, round(share * len(body))))
        return sorted(self._chance.sample(range(len(body)), many))

    def _recast(self, sentence: str) -> str:
        said = _SAID.match(sentence)
        if said:
            return f"{said[2][0].upper()}{said[2][1:]} that {_lower(said[1])}."
        halves = _HALVES.match(sentence)
        if halves:
            return f"{halves[3][0].upper()}{halves[3][1:]}, {halves[2]} {_lower(halves[1])}."
        return f"{self._chance.choice(_WORDS['leads'])} {_lower(sentence)}"

    def _reworded(self, sentence: str, how: Strength) -> str:
        def other(found: re.Match[str]) -> str:
            word = found.group()
            known = self._known.get(word.lower())
            if known and self._hit(how.reworded):
                return _cased(self._chance.choice(known).replace("_", " "), word)
            if len(word) > 3 and self._hit(how.replaced):
                return _cased(self._chance.choice(self._others), word)
            return word

        return re.sub(r"[A-Za-z]+", other, sentence)

    def _worn(self, words: Sequence[str], how: Strength) -> list[str]:
        left = [w for w in words if not self._hit(how.lost)]
        return [self._misprint(w) if len(w) > 2 and self._hit(how.misprinted) else w for w in left]

    def _misprint(self, word: str) -> str:
        at = self._chance.randrange(len(word) - 1)
        kind = self._chance.randrange(4)
        if kind == 0:
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        if kind == 1:
            return word[:at] + word[at + 1 :]
        if kind == 2:
            return word[:at] + self._chance.choice("abcdefghijklmnoprstuvwy") + word[at + 1 :]
        return word[: at + 1] + " " + word[at + 1 :]


def _parted(text: str) -> tuple[str, list[str]]:
    """The title and the sentences; a text of one line has no title of its own."""
    head, _, rest = text.strip().partition("\n\n")
    body = [s for part in re.split(r"\n+", rest) for s in _SENTENCE.split(part.strip()) if s]
    return (head, body) if body else ("", [head])


def _joined(title: str, body: Sequence[str]) -> str:
    return "\n\n".join(part for part in (title, *body) if part)


def _lower(sentence: str) -> str:
    first = sentence.split(maxsplit=1)[0]
    return sentence[0].lower() + sentence[1:] if first in _NO_NAMES else sentence


def _cased(word: str, like: str) -> str:
    return word[:1].upper() + word[1:] if like[:1].isupper() else word
