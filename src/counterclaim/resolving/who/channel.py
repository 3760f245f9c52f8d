"""By what way a statement came, as the words of its sentence tell."""

from collections.abc import Sequence

from counterclaim.records.actor import Channel
from counterclaim.resolving.who.vocabulary import channel_lexicon
from counterclaim.words.lexicon import Hit
from counterclaim.words.tokens import Token

_ORDER = (Channel.TELEGRAM, Channel.SOCIAL_MEDIA, Channel.VIDEO, Channel.TV, Channel.PRESS_STATEMENT)


def channel_of(text: str, stream: Sequence[Token]) -> Channel:
    """The channel that the sentence's tokens name, the most telling first; unknown where they name none."""
    found = {Channel(h.key) for h in channel_lexicon().longest(stream) if _fits(text, stream, h)}
    return next((c for c in _ORDER if c in found), Channel.UNKNOWN)


def _fits(text: str, stream: Sequence[Token], hit: Hit[str]) -> bool:
    surface = text[stream[hit.first].start : stream[hit.last - 1].end]
    return surface != "x"
