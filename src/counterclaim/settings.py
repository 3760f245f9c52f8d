"""What a user may set; parsed at the doors, trusted inside."""

from dataclasses import dataclass

LANGUAGES = ("en", "uk", "ru", "fr", "de")
TAGGERS = ("both", "model", "rules")
MAX_INPUT_BYTES = 50 * 1024 * 1024
MAX_TEXT_CHARS = 5_000_000


@dataclass(frozen=True, slots=True)
class Settings:
    """Limits and choices of one run. Sizes in bytes, times in seconds. ``threads`` is how many cores the tagger's
    model may use for one report; ``tagger``, one of ``TAGGERS``, what finds attributions.
    """

    max_input_bytes: int = MAX_INPUT_BYTES
    fetch_timeout: float = 20.0
    max_redirects: int = 5
    allow_private_addresses: bool = False
    packs: tuple[str, ...] = ()
    threads: int = 1
    tagger: str = "both"
