"""Items of a digest: the place that heads an item is where its events were, until the next heading."""

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.records.place import Place, Precision, Toponym
from counterclaim.records.tagging import Sentence
from counterclaim.resolving.where.cues import Cues
from counterclaim.words.tokens import tokens

_LONGEST = 45
_MOST_WORDS = 4
_HEADED = (Precision.SETTLEMENT, Precision.DISTRICT, Precision.REGION, Precision.SITE)


@dataclass(frozen=True, slots=True)
class Section:
    """Item ``number`` of a report; ``place`` heads it, None where no place does. ``seat`` where it is a capital,
    which may head what was said there as well as what happened there.
    """

    number: int = 0
    place: Place | None = None
    seat: bool = False


def sections(
    text: str, sentences: Sequence[Sentence], toponyms: Sequence[Toponym], capitals: frozenset[int], words: Cues
) -> tuple[Section, ...]:
    """The section of each sentence. All in one where no place heads anything. ``capitals`` are GeoNames ids."""
    heads = [_head(text, sentences, i) for i in range(len(sentences))]
    by_start = {t.start: t for t in toponyms if t.place is not None and not t.dateline}
    out: list[Section] = []
    current = Section()
    places: list[bool] = []
    for number, (sentence, head) in enumerate(zip(sentences, heads, strict=True)):
        top = _placed(text, sentence, head, by_start, words) if head is not None else None
        goes_on = number + 1 < len(sentences) and sentences[number + 1].paragraph == sentence.paragraph
        if top or (head is not None and goes_on):
            place = top.place if top else None
            if place is not None:
                places.append(":" in text[head or 0 : (head or 0) + 2] or (goes_on and text[sentence.start].isupper()))
            current = Section(number + 1, place, place is not None and place.geonameid in capitals)
        out.append(current)
    # One "Sumy: …" alone is a headline, one "BRYANSK. …" a dateline.
    return tuple(out) if places not in ([], [True]) else (Section(),) * len(sentences)


def _head(text: str, sentences: Sequence[Sentence], number: int) -> int | None:
    """The end of a heading's words where the sentence opens an item; None where it opens none."""
    sentence = sentences[number]
    if number and sentences[number - 1].paragraph == sentence.paragraph:
        return None
    whole = text[sentence.start : sentence.end]
    colon = whole.find(":", 0, _LONGEST)
    end = colon if colon > 0 else len(whole.rstrip().rstrip(".")) if len(whole) <= _LONGEST else 0
    words = whole[:end].split()
    if not words or len(words) > _MOST_WORDS + 1 or not any(w[0].isupper() for w in words):
        return None
    following = text[sentence.end : sentence.end + 4].strip()
    if colon < 0 and following[:1].isdigit():
        return None  # "Moscow. 12 March.": a dateline
    closed = colon > 0 or whole.rstrip().endswith(".") or _alone(text, sentence)
    return sentence.start + end if closed else None


def _alone(text: str, sentence: Sentence) -> bool:
    return text[sentence.end : sentence.end + 1] in ("", "\n", "\r")


def _placed(text: str, sentence: Sentence, end: int, by_start: dict[int, Toponym], words: Cues) -> Toponym | None:
    """The toponym that is all of the heading but for marks and nouns ("city of", "область")."""
    nouns = (words.settlement_nouns, words.region_nouns, words.district_nouns, words.link_words, words.compass)
    found = None
    for token in tokens(text, sentence.start, end):
        top = by_start.get(token.start)
        if top is not None and found is None:
            found = top
        within = found is not None and token.end <= found.end
        if token.is_word and not within and not any(token.low in n for n in nouns):
            return None
    return found if found and found.place and found.place.precision in _HEADED else None
