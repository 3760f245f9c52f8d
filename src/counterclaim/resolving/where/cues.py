"""The words around place names that tell what a name is: one set of lists for each language."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache

from counterclaim.words.toml_data import package_toml

_DEFAULT = "en"


@dataclass(frozen=True, slots=True)
class Words:
    """A set of casefolded words; those given as ``stem*`` stand for every word that begins so."""

    exact: frozenset[str]
    stems: tuple[str, ...] = ()

    def __contains__(self, low: str) -> bool:
        return low in self.exact or (bool(self.stems) and low.startswith(self.stems))

    @classmethod
    def of(cls, listed: str) -> "Words":
        """The words of a list parted by spaces; "_" joins words that belong together."""
        words = [w.replace("_", " ") for part in listed.split() for w in part.split("|")]
        return cls(frozenset(w for w in words if not w.endswith("*")), tuple(w[:-1] for w in words if w.endswith("*")))


@dataclass(frozen=True, slots=True)
class Cues:
    """Word lists of one language. ``speech`` are verbs whose subject speaks or decides; ``taking`` words whose object
    is a place ("captured", "shelled", "fall of"); ``against`` are words before a party that is acted or spoken
    against; ``ground`` are nouns after a demonym that make it a place ("Russian territory"); ``anaphora`` point back at
    a place already named; ``weapons`` are weapons, vehicles and ships that some place shares its name with;
    ``heads`` are titles in the nominative behind which, in languages with cases, a genitive is the place headed;
    ``vessels`` are nouns before a ship's name; ``city_districts`` are adjectives that many cities' districts bear.
    ``takes_objects`` is true where a bare country behind a verb is what the verb acts on, as word order alone tells
    there. ``stem_lengths`` are those of ``nation_stems``, the longest first; ``stem_heads`` are the stems' beginnings,
    each as long as the shortest stem.
    """

    site_nouns: Words
    region_nouns: Words
    district_nouns: Words
    settlement_nouns: Words
    link_words: Words
    locative: Words
    taking: Words
    origin: Words
    against: Words
    speech: Words
    forces: Words
    offices: Words
    heads: Words
    titles: Words
    first_names: Words
    surnames: Words
    stop: Words
    weapons: Words
    vessels: Words
    city_districts: Words
    compass: Words
    ground: Words
    anaphora: Words
    takes_objects: bool
    nations: Mapping[str, str]
    nation_stems: Mapping[str, str]
    stem_lengths: tuple[int, ...]
    stem_heads: frozenset[str]

    def nation(self, low: str) -> str | None:
        """The country whose demonym or adjective the word is."""
        if low in self.nations:
            return self.nations[low]
        if not self.stem_heads or low[: self.stem_lengths[-1]] not in self.stem_heads:
            return None
        for length in self.stem_lengths:
            country = self.nation_stems.get(low[:length])
            if country is not None:
                return country
        return None


@cache
def cues(language: str | None) -> Cues:
    """The lists of a language; of English where there are none for it."""
    data = package_toml("counterclaim.resolving.where", "cues.toml")
    lists = data.get(language or _DEFAULT, data[_DEFAULT])
    words = {f.name: Words.of(lists[f.name]) for f in fields(Cues) if f.type is Words}
    demonyms = [(word, country) for country, listed in lists["demonyms"].items() for word in listed.split()]
    stems = {word[:-1]: country for word, country in demonyms if word.endswith("*")}
    lengths = tuple(sorted({len(stem) for stem in stems}, reverse=True))
    return Cues(
        **words,
        takes_objects=(language or _DEFAULT) in ("en", "fr"),
        nations={word: country for word, country in demonyms if not word.endswith("*")},
        nation_stems=stems,
        stem_lengths=lengths,
        stem_heads=frozenset(stem[: min(lengths)] for stem in stems),
    )
