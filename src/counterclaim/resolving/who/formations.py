"""Military units by their number: "110-та окрема механізована бригада" is the 110th Separate Mechanized Brigade."""

import functools
import re
from collections.abc import Sequence

from counterclaim.resolving.who.chart import Chart
from counterclaim.words.lexicon import Lexicon
from counterclaim.words.tokens import Token
from counterclaim.words.toml_data import package_toml

_NUMBER = re.compile(r"(\d{1,3})(?:e|è|ème|eme|er|re|st|nd|rd|th|ша|га|тя|та|ма|ой|ої|й|я|ї)?")
_ENDING = re.compile(r"-|\.|[a-zа-яіїєґèё]{1,4}")
_GLUED = re.compile(r"^(.*?)(brigade|bataillon|regiment|division|armee|korps)(?:n|s|en|e)?$")
_KORPS = {"korps": "corps"}
_FAR = 9


def military_unit(chart: Chart, first: int, last: int) -> str | None:
    """The English name of the numbered unit in the token range, None where it has none."""
    for n in range(first, last):
        number = _NUMBER.fullmatch(chart.stream[n].low)
        if number is None:
            continue
        end = min(len(chart.stream), max(last, n + 1), n + 1 + _FAR)
        kind = next(((at, k) for at in range(n + 1, end) if (k := unit_kind(chart.stream[at]))), None)
        if kind is not None and _only_telling(chart, n + 1, kind[0]):
            glued = _GLUED.match(chart.stream[kind[0]].low)
            before = _words(chart.stream[n + 1 : kind[0]])
            inside = _words((Token(0, 1, glued.group(1)),)) if glued and glued.group(1) else []
            behind = _words(chart.stream[kind[0] + 1 : min(end, kind[0] + 5)]) if chart.language == "fr" else []
            of = _of_marines(chart, kind[0] + 1)
            words = dict.fromkeys([*before, *inside, *behind, *of])
            return " ".join([_ordinal(int(number.group(1))), *words, kind[1]])
    return None


@functools.cache
def _lexicons() -> tuple[Lexicon[str], Lexicon[str]]:
    table = package_toml("counterclaim.resolving.who", "formations.toml")
    kinds = ((phrase, key) for key, phrases in table["kinds"].items() for phrase in phrases)
    words = ((phrase, key) for key, phrases in table["words"].items() for phrase in phrases)
    return Lexicon(kinds), Lexicon(words)


def unit_kind(token: Token) -> str | None:
    """The English word for a kind of military unit, None for any other word."""
    hits = _lexicons()[0].at((token,), 0)
    if hits:
        return hits[0].key
    glued = _GLUED.match(token.low)
    if glued is None or not _words((Token(0, 1, glued.group(1)),)):
        return None
    low = _KORPS.get(glued.group(2), glued.group(2))
    return next((h.key for h in _lexicons()[0].at((Token(0, len(low), low),), 0)), None)


def _words(stream: Sequence[Token]) -> list[str]:
    return [h.key for h in _lexicons()[1].longest(stream)]


def _of_marines(chart: Chart, at: int) -> list[str]:
    """ "Бригада морської піхоти", "бригада ТрО": what a Slavic genitive behind the kind tells."""
    if chart.language not in ("uk", "ru"):
        return []
    return [h.key for h in _lexicons()[1].at(chart.stream, at)][:1]


def _only_telling(chart: Chart, first: int, last: int) -> bool:
    """Whether the number's ending or telling words, and nothing else, stand between the number and the kind: "47
    brigades" is a count.
    """
    known = {
        n for h in _lexicons()[1].longest(chart.stream[first:last]) for n in range(first + h.first, first + h.last)
    }
    fits = all(n in known or (n < first + 2 and _ENDING.fullmatch(chart.stream[n].low)) for n in range(first, last))
    return fits and last > first


def _ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
