"""Case and voice of Russian and Ukrainian words, as far as the roles of parties hang on them."""

import functools

from counterclaim.resolving.who.chart import Chart, Unit
from counterclaim.resolving.who.persons import morphology

INFLECTED = ("ru", "uk")
_CASES = frozenset({"nomn", "gent", "datv", "accs", "ablt", "loct"})
# The parts of speech that have a case.
_NOMINAL = ("NOUN", "ADJF", "PRTF")


@functools.lru_cache(maxsize=8192)
def _tags(language: str, word: str) -> tuple[frozenset[str], ...]:
    tags = (str(p.tag) for p in morphology(language).parse(word))
    return tuple(frozenset(t.replace(" ", ",").split(",")) for t in tags)


def cases(chart: Chart, group: list[Unit]) -> frozenset[str]:
    """The cases in which a party's words up to its first noun may stand; all of them where the forms do not tell."""
    if chart.language not in INFLECTED:
        return _CASES
    found = _CASES
    for n in range(group[0].first, group[-1].last):
        word = chart.surface(n, n + 1)
        if word.isupper():
            return found
        tags = [t for t in _tags(chart.language, word) if not t.isdisjoint(_NOMINAL)]
        told = frozenset(c for t in tags if "Fixd" not in t for c in t & _CASES)
        fixed = any("Fixd" in t for t in tags[:1])
        if told and not fixed:
            found = (found & told) or found
        if any("NOUN" in t for t in tags[:1]):
            return found
    return found


def is_verb(chart: Chart, n: int) -> bool:
    """Whether token ``n`` is likeliest a finite verb in the active voice that takes an object as it stands."""
    if chart.language not in INFLECTED:
        return False
    tags = _tags(chart.language, chart.stream[n].low)
    return bool(tags) and "VERB" in tags[0] and "intr" not in tags[0] and "Impe" not in tags[0]


def is_passive(chart: Chart, n: int) -> bool:
    """ "Обстрелян", "обстріляно": a short or impersonal participle."""
    if chart.language not in INFLECTED:
        return False
    tags = _tags(chart.language, chart.stream[n].low)
    return bool(tags) and not tags[0].isdisjoint({"PRTS", "Impe", "PRTF"})


def plural(chart: Chart, n: int) -> bool:
    """Whether token ``n`` may be a plural."""
    language = chart.language or ""
    return language in INFLECTED and any("plur" in t for t in _tags(language, chart.stream[n].low))
