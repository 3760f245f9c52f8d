"""Which statement of the original a statement in a reprint repeats: they stand in one event, whatever day the copyist's
"tonight" has come to mean.
"""

from collections.abc import Iterable

from counterclaim.linking.days import Days
from counterclaim.linking.draft import Telling
from counterclaim.linking.nearness import Relation, nearness, neighbours

_SHARE = 0.6


class Copies:
    """The statements of originals, by report and by what is said by whom."""

    def __init__(self, tellings: Iterable[Telling]) -> None:
        self._said: dict[tuple[str, str, str, str], list[Telling]] = {}
        for told in tellings:
            if not told.copied:
                self._said.setdefault(told.told, []).append(told)

    def original(self, copy: Telling) -> str | None:
        """The id of the claim that ``copy`` repeats: the one with most of its words, or, in a translation, the only
        one; None for what the copyist added.
        """
        said = self._said.get(copy.told, []) if copy.copied else []
        found = [t for t in said if _of_one_happening(t, copy)]
        if not found:
            return None
        languages = {language for t in (copy, *found) for language, _ in t.words}
        if len(languages) > 1:
            return found[0].claim.id if len(found) == 1 else None
        best = max(found, key=lambda t: (len(t.words & copy.words), -t.claim.start))
        shared, fewest = len(best.words & copy.words), min(len(best.words), len(copy.words))
        return best.claim.id if shared >= _SHARE * fewest else None


def _of_one_happening(original: Telling, copy: Telling) -> bool:
    """Whether place and day of the two can be one: what repeats a report's wording may still tell of another town."""
    if neighbours(original.place, copy.place) or nearness(original.place, copy.place).relation is Relation.APART:
        return False
    if original.days is None or copy.days is None or original.assumed or copy.assumed:
        return True
    gap = original.days.gap(copy.days)
    night = max(original.days.length, copy.days.length) > 1
    return gap == 0 or ((night or gap == 1) and _moved(copy.days, original, copy).gap(original.days) == 0)


def _moved(days: Days, original: Telling, copy: Telling) -> Days:
    """The copy's days counted from the original's day of publication, for what both call "tonight"."""
    if original.published is None or copy.published is None:
        return days
    later = copy.published.first - original.published.first
    return Days(days.first - later, days.last - later)
