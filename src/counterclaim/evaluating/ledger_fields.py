"""Whether a field of a predicted claim agrees with the gold claim's. Both are objects of the contract's JSON; gold may
also carry ``alt_sources`` and ``alt_places``.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from math import asin, cos, radians, sin, sqrt
from typing import Any

from counterclaim.records.actor import NARRATOR
from counterclaim.records.edtf import days_of

Claim = Mapping[str, Any]

FIELDS = ("source", "stance", "event", "place", "date")
NEAR_KM = 25.0
CLOSE_DAYS = 3
EARTH_KM = 6371.0088
SMALL_WORDS = frozenset(re.findall(r"\S+", "the a an of and 's s in for de la le les du des l d der die das den"))
# Names with words in common but of different nations are different ("Russian", "Ukrainian Ministry of Defence").
NATIONS = {
    word: code
    for code, words in {
        "RU": "russian russia russias moscow kremlin",
        "UA": "ukrainian ukraine ukraines kyiv kiev",
        "IL": "israeli israel israels",
        "PS": "palestinian palestine gaza gazas",
        "SD": "sudanese sudan sudans",
        "UK": "british uk britain",
        "US": "us usa american",
    }.items()
    for word in words.split()
}
# Coarse types that a gold ledger may use, and the ACLED sub-event types that say the same.
COARSE = {
    "armed clash": ("armed clash",),
    "attack repelled": ("armed clash", "disrupted weapons use"),
    "movement of forces": ("armed clash", "headquarters or base established", "change to group/activity", "other"),
    "territory captured": (
        "government regains territory",
        "non-state actor overtakes territory",
        "non-violent transfer of territory",
    ),
    "air/drone strike": ("air/drone strike",),
    "interception of air attack": ("disrupted weapons use", "air/drone strike"),
    "shelling/artillery/missile attack": ("shelling/artillery/missile attack",),
    "explosion/remote mine": (
        "remote explosive/landmine/ied",
        "suicide bomb",
        "grenade",
        "shelling/artillery/missile attack",
    ),
    "attack on civilians": ("attack", "sexual violence"),
    "abduction/detention": ("abduction/forced disappearance", "arrests"),
    "looting/property destruction": ("looting/property destruction",),
    "protest": ("peaceful protest", "protest with intervention", "excessive force against protesters"),
    "riot": ("violent demonstration", "mob violence"),
    "agreement/talks": ("agreement", "other"),
    "change of order (closure, evacuation, curfew)": ("other",),
    "statement of intent/threat": ("other",),
}


class Aliases:
    """Other names of sources: a table of canonical name to the forms that count as the same. Keys that begin with
    ``_`` are notes.
    """

    def __init__(self, table: Mapping[str, Iterable[str]]) -> None:
        self._canonical: dict[frozenset[str], set[frozenset[str]]] = {}
        for name, forms in table.items():
            if not name.startswith("_"):
                for form in (name, *forms):
                    self._canonical.setdefault(frozenset(words(form)), set()).add(frozenset(words(name)))

    def same(self, gold: str, predicted: str) -> bool:
        """Whether ``predicted`` is ``gold``, or is listed under it (not the other way round)."""
        g, p = frozenset(words(gold)), frozenset(words(predicted))
        return g == p or g in self._canonical.get(p, ())


def words(name: str | None) -> tuple[str, ...]:
    """Words in lower case, without accents, punctuation and small words."""
    plain = unicodedata.normalize("NFKD", name or "")
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold().replace("\u2019", "'")
    return tuple(w for w in re.findall(r"\w+", re.sub(r"'s\b", " ", plain)) if w not in SMALL_WORDS)


def verdict(gold: Claim, predicted: Claim, aliases: Aliases) -> dict[str, bool]:
    """For each field whether it is right."""
    return {
        "source": same_source(gold, predicted, aliases),
        "stance": _word(gold, "stance") == _word(predicted, "stance"),
        "event": same_event(gold, predicted),
        "place": same_place(gold, predicted),
        "date": same_date(gold, predicted),
    }


def same_source(gold: Claim, predicted: Claim, aliases: Aliases) -> bool:
    """Equal, or equal through the aliases, or at least half of all words in common and not of different nations."""
    said = predicted.get("source") or NARRATOR
    allowed = [gold.get("source") or NARRATOR, *(gold.get("alt_sources") or ())]
    return any(aliases.same(name, said) or _alike(name, said) for name in allowed)


def _alike(gold: str, predicted: str) -> bool:
    if NARRATOR in (gold, predicted):
        return False
    g, p = set(words(gold)), set(words(predicted))
    nations_g, nations_p = ({NATIONS[w] for w in name if w in NATIONS} for name in (g, p))
    if nations_g and nations_p and not nations_g & nations_p:
        return False
    return 2 * len(g & p) >= len(g | p)


def _word(claim: Claim, key: str) -> str:
    return str(claim.get(key) or "").strip().casefold()


def same_event(gold: Claim, predicted: Claim) -> bool:
    """Equal, or a type that a coarse gold type takes in."""
    g, p = _word(gold, "event") or "other", _word(predicted, "event") or "other"
    return g == p or p in COARSE.get(g, ())


def same_place(gold: Claim, predicted: Claim, *, by_name: bool = False) -> bool:
    """Both unknown, or within 25 km of the gold place or one of its alternatives; with ``by_name`` an equal name does
    too.
    """
    place, said = gold.get("place"), predicted.get("place")
    if not place or not said:
        return not place and not said
    return any(
        _near(allowed, said) or (by_name and bool(words(allowed.get("name"))) and _same_name(allowed, said))
        for allowed in (place, *(gold.get("alt_places") or ()))
    )


def _near(a: Claim, b: Claim) -> bool:
    return _has_point(a) and _has_point(b) and _km(a, b) <= NEAR_KM


def _same_name(a: Claim, b: Claim) -> bool:
    return words(a.get("name")) == words(b.get("name"))


def _has_point(place: Claim) -> bool:
    return all(isinstance(place.get(k), int | float) and not isinstance(place.get(k), bool) for k in ("lat", "lon"))


def _km(a: Claim, b: Claim) -> float:
    """Distance on a sphere of the earth's mean radius, by the haversine formula."""
    lat_a, lon_a, lat_b, lon_b = map(radians, (a["lat"], a["lon"], b["lat"], b["lon"]))
    h = sin((lat_b - lat_a) / 2) ** 2 + cos(lat_a) * cos(lat_b) * sin((lon_b - lon_a) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(h)))


def same_date(gold: Claim, predicted: Claim) -> bool:
    """Both unknown; or the same days; or days that overlap, of at most three days each."""
    g, p = gold.get("date") or None, predicted.get("date") or None
    if g is None or p is None:
        return g is p
    days_g, days_p = days_of(g), days_of(p)
    if days_g is None or days_p is None:
        return bool(g == p)
    if days_g == days_p:
        return True
    narrow = all(d.width is not None and d.width <= CLOSE_DAYS for d in (days_g, days_p))
    return narrow and days_g.overlaps(days_p)
