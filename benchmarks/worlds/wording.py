"""From planned words to sentences of a language: slots, agreement with the source and with counts, days, elision."""

import re
import tomllib
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from random import Random
from typing import Any

from agreement import SLAVIC, agreeing, capital, category, counted, options
from stage import HERE, Speaker, Spot, Stage
from truth import Happening, Word

_AGREES = re.compile(r"\[([^\]]*)\]")
_COUNTED = re.compile(r"<([^>]*)>")
_CHOICE = re.compile(r"\(([^()]*)\)")
_SLOT = re.compile(r"\{(\w+)\}")
_ELISION = re.compile(r"\b([Dd]|[Qq]u)e (?=[aeiouéèâîAEIOUÉÈ])")
_PARTS = "‖"
_WORDED = 10


@cache
def words(language: str) -> Mapping[str, Any]:
    """The wording of a language."""
    return tomllib.loads((HERE / "words" / f"{language}.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and, for each part that is a claim, where in it that stands; ``dated`` where it gives the day."""

    text: str
    parts: tuple[tuple[int, int], ...]
    dated: bool = False


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes one report: ``stage`` and ``language`` fixed, choices by ``random``, ``published`` for days."""

    stage: Stage
    language: str
    published: date
    random: Random
    outlet: str

    def claim(self, word: Word, *, dated: bool, first: bool, again: bool, agency: str | None) -> Sentence:
        """``word`` as a sentence: with its day if ``dated``, with its region if ``first``, by the speaker's short name
        if the speaker goes on (``again``), through ``agency`` where one passed it on.
        """
        book = words(self.language)
        slots = self._slots(word, dated=dated, first=first, agency=agency)
        telling = dated and word.dated and self.published > word.event.day
        if word.content in book["sentences"]:
            pattern = self.random.choice(_with_day(book["sentences"][word.content], telling))
        else:
            pattern = self._framed(word, _with_day(book["contents"][word.content], telling), again, agency)
        pattern = self.chosen(pattern)
        return replace(self._filled(pattern, slots, word), dated="{when}" in pattern and bool(slots["when"]))

    def _framed(self, word: Word, contents: Sequence[Any], again: bool, agency: str | None) -> str:
        book = words(self.language)
        content = self.random.choice(contents)
        frame = self.random.choice(book["frames"][_frame(word, again=again, agency=agency)])
        forms = content if isinstance(content, dict) else {"c": content}
        for key, form in forms.items():
            frame = frame.replace("{" + key + "}", form).replace("{" + key.capitalize() + "}", "^" + form)
        return str(frame)

    def chosen(self, pattern: str) -> str:
        """With one of each "(this/that)", those inside first."""
        while _CHOICE.search(pattern):
            pattern = _CHOICE.sub(lambda m: self.random.choice(options(m[1])), pattern)
        return pattern

    def background(self, spot: Spot | None, told: set[int]) -> str:
        """A sentence that claims nothing of the war; ``told`` are the numbers of those that stand already."""
        lines = words(self.language)["background"]["lines"]
        left = [n for n, x in enumerate(lines) if n not in told and (spot is not None or "{name}" not in x)]
        number = self.random.choice(left or range(1, len(lines)))
        told.add(number)
        line = self.chosen(lines[number])
        if spot is not None:
            people = zlib.crc32(spot.name.encode()) % (4 if spot.village else 60) * 500 + 1500
            line = line.replace("{round}", self._round(people)).replace("{name}", bare(spot, self.language))
        return _ELISION.sub(r"\1'", line)

    def _round(self, number: int) -> str:
        return f"{number:,}".replace(",", words(self.language)["thousands"]) if number > 9999 else str(number)

    def title(self, plot: str, spot: Spot | None) -> str:
        """A headline that takes no side."""
        choices = words(self.language)["titles"][plot]
        if spot is None:
            choices = [t for t in choices if "{" not in t] or choices
            return str(self.random.choice(choices))
        slots: dict[str, Callable[[], str]] = {
            "name": lambda: bare(spot, self.language),
            "acc": lambda: self._named(spot, "acc"),
            "in": lambda: self._in(spot),
        }
        return capital(_ELISION.sub(r"\1'", _SLOT.sub(lambda m: slots[m[1]](), self.random.choice(choices))))

    def dateline(self, agency: str | None) -> str:
        """Place and day before the text, with the agency where it is its copy."""
        book = words(self.language)
        day = book["dateline_date"].format(day=self.published.day, month=book["months"][self.published.month - 1])
        by = f" ({agency})" if agency else ""
        return f"{self.stage.words['capital'][self.language]}, {day}{by} – "

    def _slots(self, word: Word, *, dated: bool, first: bool, agency: str | None) -> dict[str, str]:
        book, happening = words(self.language), word.event
        slots = {"when": self._when(happening) if dated and word.dated else "", "outlet": self.outlet}
        if happening.place is not None:
            spot = self.stage.spot(happening.place)
            village = "village" if spot.village else "town"
            forms = {key: _form(spot, self.language, key) for key in ("name", "loc", "gen", "acc")}
            slots["in"] = self._in(spot)
            if first and (spot.village or self.random.random() < 0.4):
                region = self.stage.regions[spot.region][self.language][0]
                slots["in"] = book["in_region"].format(place=slots["in"], region=region)
            for key in ("near", "of"):
                slots[key] = book[f"{village}_{key}"].format(**forms)
            slots |= {"name": self._named(spot, "name"), "acc": self._named(spot, "acc")}
        slots |= self._things(word) | self._sides(word)
        if word.speaker is not None:
            slots |= _source(self.stage.speaker(word.speaker), self.language)
        if agency is not None:
            slots["agency"] = agency
        return slots

    def _named(self, spot: Spot, case: str) -> str:
        """The name with "village" before it, which then bears the case; else the name in that case."""
        name = _form(spot, self.language, "name")
        return (
            str(words(self.language)["village_name"].format(name=name))
            if spot.village
            else _form(spot, self.language, case)
        )

    def _in(self, spot: Spot) -> str:
        kind = "village_in" if spot.village else "town_in"
        forms = {key: _form(spot, self.language, key) for key in ("name", "loc")}
        return str(words(self.language)[kind].format(**forms))

    def _when(self, happening: Happening) -> str:
        book, away = words(self.language), (self.published - happening.day).days
        weekday = str(book["weekdays"][happening.day.weekday()])
        full = str(book["date"].format(day=happening.day.day, month=book["months"][happening.day.month - 1]))
        if away == 0:
            return self.random.choice((weekday, weekday, full, ""))
        return self.random.choice((weekday, full) if away < 6 else (full,))

    def _things(self, word: Word) -> dict[str, str]:
        book, happening = words(self.language), word.event
        things = book["things"]
        barracks = word.content == "struck_toll"
        slots = {
            "blow": self.random.choice(book["blow"][happening.blow]),
            "with": self.random.choice(book["with"][happening.blow]),
            "target": things["barracks"] if barracks else things["target"][word.thing % len(things["target"])],
            "harm": things["harm"][word.thing % len(things["harm"])],
        }
        if happening.regions:
            regions = [self.stage.regions[r][self.language] for r in happening.regions]
            slots["over"] = regions[0][1]
            listed = (
                ", ".join(r[2] for r in regions[:-1]) + f" {self.stage.words['and'][self.language]} {regions[-1][2]}"
            )
            slots["areas"] = self.stage.words["state"][self.language].format(
                list=listed if regions[1:] else regions[0][2]
            )
        return slots

    def _sides(self, word: Word) -> dict[str, str]:
        if word.subject is None:
            return {}
        side = self.stage.sides[word.subject]
        forces, of_forces = side["forces"][self.language]
        enemy = side["enemy"]
        other = word.event.attacker
        return {
            "forces": forces,
            "of_forces": of_forces,
            "enemy": enemy[self.language],
            "enemy_acc": enemy[self.language],
            "enemy_dat": enemy.get(f"{self.language}_dat", enemy[self.language]),
            "enemy_adj": self.stage.sides[other]["adj"],
            "of_enemy": self.stage.sides[other]["forces"][self.language][1],
        }

    def _filled(self, pattern: str, slots: Mapping[str, str], word: Word) -> Sentence:
        gender = ""
        if word.speaker is not None:
            gender = _gender(self.stage.speaker(word.speaker), self.language)
        pieces = pattern.split("|")
        done = []
        for number, piece in enumerate(pieces):
            count = word.counts[number] if number < len(word.counts) else None
            piece = _COUNTED.sub(partial(_by_count, count, self.language), piece)
            piece = _AGREES.sub(lambda m: agreeing(m[1], gender), piece)
            numbers = self._numbers(count, word.at_least)
            filled = _SLOT.sub(partial(_by_name, {**slots, **numbers}), piece)
            done.append(re.sub(r"\^(\W*)(\w)", lambda m: m[1] + m[2].upper(), filled))
        text = capital(_PARTS.join(done))
        if self.language == "fr":
            text = _ELISION.sub(r"\1'", text)
        text = re.sub(r",(?=[,.])", "", text)
        return _cut(text, word)

    def _numbers(self, count: int | None, at_least: bool) -> dict[str, str]:
        if count is None:
            return {}
        book = words(self.language)
        worded = count < _WORDED and self.random.random() < 0.5
        plain = str(count)
        people = book["counts"]["words"][count] if worded else plain
        bounded = book["at_least"] if at_least else "{n}"
        kind = category(count, self.language)
        nouns = {key: book["counts"][key][kind] for key in ("people", "soldiers", "drones")}
        return {
            "n": bounded.format(n=plain),
            "people": bounded.format(n=f"{people} {nouns['people']}"),
            "soldiers": bounded.format(n=f"{plain} {nouns['soldiers']}"),
            "drones": bounded.format(n=f"{plain} {nouns['drones']}"),
        }


def _with_day(patterns: Sequence[Any], telling: bool) -> Sequence[Any]:
    """Those that can tell the day, where it is ``telling`` since it isn't today's news; all where none can."""
    return [p for p in patterns if "{when}" in str(p)] or patterns if telling else patterns


def _frame(word: Word, *, again: bool, agency: str | None) -> str:
    if word.speaker is None:
        return "narrator"
    if word.stance.value == "confirms":
        return "confirm"
    if agency is not None:
        return "chain"
    return "more" if again else "claim" if word.content in {"taken", "struck", "struck_toll", "holds"} else "say"


def _cut(text: str, word: Word) -> Sentence:
    """Without the marks between parts; a sentence with fewer parts than claims gives the last part to the rest."""
    spans, at, out = [], 0, []
    for piece in text.split(_PARTS):
        out.append(piece)
        lead = len(piece) - len(piece.lstrip(" ,"))
        spans.append((at + lead, at + len(piece.rstrip())))
        at += len(piece)
    whole = "".join(out)
    while len(spans) < len(word.parts):
        spans.append(spans[-1])
    return Sentence(whole, tuple(spans[: len(word.parts)]))


def _by_count(count: int | None, language: str, forms: re.Match[str]) -> str:
    return counted(forms[1], count, language)


def _by_name(slots: Mapping[str, str], slot: re.Match[str]) -> str:
    name = slot[1]
    if name in slots:
        return slots[name]
    low = name[0].lower() + name[1:]
    return capital(slots[low])


def _gender(speaker: Speaker, language: str) -> str:
    if language == "de":
        return "p" if speaker.forms.get("de_plural") else "s"
    return str(speaker.forms[language][-1]) if language in (*SLAVIC, "fr") else ""


def _source(speaker: Speaker, language: str) -> dict[str, str]:
    forms: Sequence[str] = speaker.forms[language]
    if language in ("en", "fr"):
        return {"src": forms[0], "short": forms[1]}
    return {"src": forms[0], "src_gen": forms[1], "src_acc": forms[2], "short": forms[3]}


def _form(spot: Spot, language: str, key: str) -> str:
    forms = spot.forms[language]
    if isinstance(forms, str):
        return forms
    return str(forms[("name", "loc", "gen", "acc").index(key)])


def bare(spot: Spot | None, language: str) -> str:
    """The place's name, as a headline gives it."""
    return "" if spot is None else _form(spot, language, "name")
