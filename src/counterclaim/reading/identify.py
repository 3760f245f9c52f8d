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
# Languages written in Cyrillic, each with the letters of which a line of it always holds some.
_CYRILLIC = {
    "ru": "", "bg": "", "uk": "іїєґ", "be": "іў", "sr": "јљњђћџ", "mk": "јљњќѓѕ", "kk": "әғқңөұүһі", "ky": "ңөү",
    "mn": "өү", "tg": "ғӣқӯҳҷ", "tt": "әөүҗңһ",
}  # fmt: skip
_SAMPLE = 4000
_LEAST_LETTERS = 12
_LEAST_SHARE = 0.4
_NOT_PROSE = re.compile(r"https?://\S+|[@#]\w+|\d+")
_QUOTED = re.compile(r"«[^«»]{0,300}»|[“„][^“”„]{0,300}[“”]")
_CYRILLIC_LETTERS = re.compile("[\u0400-\u052f]+")
_LATIN = re.compile("[a-\u024f]+")
_SYLLABLES = re.compile("[\u3040-\u9fff\uac00-\ud7af]")
_BEYOND_LATIN = re.compile("[\u0370-\uffff]+")
_LINE = 25
_OTHER_CYRILLIC = frozenset("әғқңөұүһҳҷӣӯҡҙҫҗљњђћџѓќѕјѐѝ")


def language(text: str) -> str | None:
    """The ISO 639-1 code of the text's language, None where there is too little text to tell."""
    sample = _NOT_PROSE.sub(" ", text[:_SAMPLE]).casefold()
    letters = sum(map(str.isalpha, sample))
    if letters < _least(sample):
        return None
    cyrillic = sum(map(len, _CYRILLIC_LETTERS.findall(sample)))
    if cyrillic * 2 > letters:
        return _by_letters(_outside_quotes(sample), cyrillic) or _likeliest(sample, _possible(sample, cyrillic))
    latin = sum(sum(map(str.isalpha, found)) for found in _LATIN.findall(sample))
    return _likeliest(_BEYOND_LATIN.sub(" ", sample) if latin * 2 > letters else sample, ())


def _possible(sample: str, cyrillic: int) -> tuple[str, ...]:
    """The languages in Cyrillic that are left: a whole line without any of a language's own letters is not in it."""
    if cyrillic < _LINE:
        return tuple(_CYRILLIC)
    return tuple(code for code, own in _CYRILLIC.items() if not own or any(c in sample for c in own))


def _least(sample: str) -> int:
    """A script whose letters are syllables or words says as much in fewer of them."""
    return 4 if _SYLLABLES.search(sample) else _LEAST_LETTERS


def _outside_quotes(sample: str) -> str:
    """``sample`` without what it quotes, which may be in the neighbour's language; all of it where little is left."""
    left = _QUOTED.sub(" ", sample)
    return left if sum(map(str.isalpha, left)) >= _LINE else sample


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
