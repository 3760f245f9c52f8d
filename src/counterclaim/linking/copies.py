"""Which statement of the original a statement in a reprint repeats: they stand in one event, whatever day the copyist's
"tonight" has come to mean.
"""

from collections.abc import Iterable

from counterclaim.linking.draft import Telling

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
        found = self._said.get(copy.told, []) if copy.copied else []
        if not found:
            return None
        languages = {language for t in (copy, *found) for language, _ in t.words}
        if len(languages) > 1:
            return found[0].claim.id if len(found) == 1 else None
        best = max(found, key=lambda t: (len(t.words & copy.words), -t.claim.start))
        shared, fewest = len(best.words & copy.words), min(len(best.words), len(copy.words))
        return best.claim.id if shared >= _SHARE * fewest else None
