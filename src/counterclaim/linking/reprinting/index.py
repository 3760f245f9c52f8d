"""Which reports may be of one text with a new one: those that share keys. The cost does not grow with what is kept."""

from collections import Counter, deque
from collections.abc import Iterable, Sequence

# Of the reports with a key the latest few are looked at: what many copies share leads to their original through any
# of them, and a key that half the ledger has tells nothing.
BEARERS = 16
# So many of those that share most are compared in full.
CANDIDATES = 16
# A report has to share so many keys of one that has many; of one that has few, one is enough.
_SHARED = 2
_FEW = 12


class Index:
    """Reports by key, in memory. A table of (key, report) rows in order of entry answers the same with one look-up a
    key: the latest BEARERS rows of each.
    """

    def __init__(self) -> None:
        self._bearers: dict[str, deque[str]] = {}

    def put(self, report_id: str, keys: Iterable[str]) -> None:
        """Keeps a report under its keys."""
        for key in keys:
            self._bearers.setdefault(key, deque(maxlen=BEARERS)).append(report_id)

    def candidates(self, keys: Sequence[str]) -> list[str]:
        """The ids of the reports that share most of ``keys``."""
        return ranked(keys, {key: self._bearers.get(key, ()) for key in keys})


def ranked(keys: Sequence[str], bearers: dict[str, Iterable[str]]) -> list[str]:
    """The best candidates among the ``bearers`` of each key, those that share most keys first, at most CANDIDATES."""
    shared = Counter(id for key in keys for id in bearers.get(key, ()))
    least = _SHARED if len(keys) > _FEW else 1
    enough = [(-count, number, id) for number, (id, count) in enumerate(shared.items()) if count >= least]
    return [id for _, _, id in sorted(enough)[:CANDIDATES]]
