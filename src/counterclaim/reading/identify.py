"""The language of a text: letters first where they decide, then py3langid among the languages of newsrooms."""

import re
from functools import cache
from typing import Any

# Left out are languages that hardly any newsroom writes in and that short texts of their neighbours are taken for
# (Luxembourgish for German, Aragonese for Spanish, Latin, Esperanto), and variants that share their neighbour's code.
_NEWS = (
    "af am ar as az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu ha he hi hr hu hy id ig is it ja ka kk "
    "km kn ko ku ky lo lt lv mg mk ml mn mr ms mt my ne nl no om or pa pl ps pt ro ru rw si sk sl sn so sq sr st sv sw "
    "ta te tg th tk tl tr tt ug uk ur uz vi xh yo zh zu"
)
_CYRILLIC = ("ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg", "tt")
_SAMPLE = 4000
_LEAST_LETTERS = 12
_LEAST_SHARE = 0.5
_NOT_PROSE = re.compile(r"https?://\S+|[@#]\w+|\d+")
_OTHER_CYRILLIC = frozenset("әғқңөұүһҳҷӣӯҡҙҫҗљњђћџѓќѕјѐѝ")


def language(text: str) -> str | None:
    """The ISO 639-1 code of the text's language, None where there is too little text to tell."""
    sample = _NOT_PROSE.sub(" ", text[:_SAMPLE]).casefold()
    letters = sum(c.isalpha() for c in sample)
    if letters < _least(sample):
        return None
    cyrillic = sum("\u0400" <= c <= "\u052f" for c in sample)
    if cyrillic * 2 > letters:
        return _by_letters(sample, cyrillic) or _likeliest(sample, _CYRILLIC)
    return _likeliest(sample, ())


def _least(sample: str) -> int:
    """A script whose letters are syllables or words says as much in fewer of them."""
    return 4 if any("\u3040" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7af" for c in sample) else _LEAST_LETTERS


def _by_letters(sample: str, cyrillic: int) -> str | None:
    """Ukrainian, Russian and Belarusian by the letters that only they have; None where those do not decide."""
    if sum(c in _OTHER_CYRILLIC for c in sample) * 100 > cyrillic:
        return None
    only_ukrainian = sum(c in "їєґ" for c in sample)
    shared_i = sample.count("і")
    short_u = sample.count("ў")
    russian = sum(c in "ыэё" for c in sample)
    if short_u and shared_i > sample.count("и"):
        return "be"
    if only_ukrainian + shared_i > 2 * russian and (only_ukrainian or shared_i) and not short_u:
        return "uk"
    if russian > 2 * (only_ukrainian + shared_i):
        return "ru"
    return None


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    found = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    found.set_languages(_NEWS.split())
    return found


def _likeliest(sample: str, among: tuple[str, ...]) -> str | None:
    ranked = [(str(code), float(share)) for code, share in _identifier().rank(sample) if not among or code in among]
    code, share = ranked[0]
    return code if share >= _LEAST_SHARE * sum(s for _, s in ranked) else None
