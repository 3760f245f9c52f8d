"""Which report repeats which: wire copy in many papers, cut, re-titled, with a changed number, or printed twice."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from counterclaim.linking.days import days_of
from counterclaim.linking.shingles import Fingerprint, fingerprint
from counterclaim.records.event import ReprintLink
from counterclaim.records.report import Report

THRESHOLD = 0.5
# The shared part of the shorter text, quotations left out, that is proof enough by itself.
_PROOF = 0.6
_PARTS = 10
_FEWEST_WORDS = 12
# Of the reports with a sampled shingle only the earliest few are compared: what all copies share, the first have.
_EARLIEST = 12
_SHARED_SAMPLE = 0.08
_SAME_NEWS_DAYS = 10
_TRANSLATED_NUMBERS = 6
_TRANSLATED_SHARE = 0.8
_TRANSLATED_QUOTATIONS = 0.6


@dataclass(frozen=True, slots=True)
class _Entry:
    report: Report
    print: Fingerprint
    number: int


def find_reprints(reports: Sequence[Report]) -> tuple[ReprintLink, ...]:
    """Every report that repeats an earlier one, with the earliest that it goes back to.

    The earlier publication is the original; on the same day the agency's own, then the one given first. Furniture and
    quotations don't count: two papers that quote one speech don't repeat each other.
    """
    entries = [_Entry(r, fingerprint(r), n) for n, r in enumerate(reports)]
    entries.sort(key=_precedence)
    index = _Index()
    links: dict[str, ReprintLink] = {}
    for entry in entries:
        found = [link for other in index.candidates(entry) if (link := _decide(entry, other)) is not None]
        if found:
            best = max(found, key=lambda link: link.score)
            links[entry.report.id] = _to_root(best, links)
        index.put(entry)
    return tuple(links[r.id] for r in reports if r.id in links)


def _precedence(entry: _Entry) -> tuple[str, bool, int]:
    report = entry.report
    own = report.agency is not None and (report.publisher or "").casefold() == report.agency.casefold()
    return report.published or "~", not own, entry.number


def _to_root(link: ReprintLink, links: dict[str, ReprintLink]) -> ReprintLink:
    root = links.get(link.original)
    if root is None:
        return link
    return ReprintLink(link.copy, root.original, link.score, (*link.reasons, "That report repeats the original."))


class _Index:
    """Earlier reports by sampled shingle, and by agency and day for translations."""

    def __init__(self) -> None:
        self._samples: dict[int, list[_Entry]] = {}
        self._agencies: dict[tuple[str, int], list[_Entry]] = {}

    def put(self, entry: _Entry) -> None:
        for value in entry.print.sample:
            bearers = self._samples.setdefault(value, [])
            if len(bearers) < _EARLIEST:
                bearers.append(entry)
        day = days_of(entry.report.published)
        if entry.report.agency and day:
            self._agencies.setdefault((entry.report.agency.casefold(), day.first), []).append(entry)

    def candidates(self, entry: _Entry) -> Iterator[_Entry]:
        shared: dict[int, int] = {}
        bearers: dict[int, _Entry] = {}
        for value in entry.print.sample:
            for other in self._samples.get(value, ()):
                shared[other.number] = shared.get(other.number, 0) + 1
                bearers[other.number] = other
        enough = {
            number
            for number, count in shared.items()
            if count >= _SHARED_SAMPLE * min(len(entry.print.sample), len(bearers[number].print.sample))
        }
        yield from (bearers[n] for n in sorted(enough, key=lambda n: (-shared[n], n))[: 2 * _EARLIEST])
        yield from islice(self._of_agency(entry, enough), 4 * _EARLIEST)

    def _of_agency(self, entry: _Entry, without: set[int]) -> Iterable[_Entry]:
        day = days_of(entry.report.published)
        if not entry.report.agency or not day:
            return
        for first in (day.first, day.first - 1):
            bearers = self._agencies.get((entry.report.agency.casefold(), first), ())
            yield from (b for b in bearers if b.number not in without and b.report.language != entry.report.language)


def _decide(copy: _Entry, original: _Entry) -> ReprintLink | None:
    """The link, where the weighted features reach the threshold."""
    if copy.report.language != original.report.language:
        return _translation(copy, original)
    shorter, longer = sorted((copy.print, original.print), key=lambda p: len(p.shingles))
    if len(shorter.shingles) < _FEWEST_WORDS:
        return _short(copy, original)
    shared = [h in longer.all_shingles for h in shorter.shingles]
    part = sum(shared) / len(shared)
    spread = _spread(shared)
    features = (
        (0.6, min(1.0, part / _PROOF), f"{part:.0%} of the shorter text's own wording stands in the other."),
        (0.25, spread, f"The shared wording runs through {spread:.0%} of the shorter text's parts."),
        (0.15, _same_agency(copy, original), "Both carry the same agency's copy."),
        (-0.15, _other_agency(copy, original), "They carry different agencies' copy."),
        (-0.2, _far_apart(copy, original), "They were published many days apart."),
    )
    total = round(sum(weight * value for weight, value, _ in features), 3)
    if total < THRESHOLD:
        return None
    return ReprintLink(copy.report.id, original.report.id, total, tuple(why for _, value, why in features if value))


def _spread(shared: Sequence[bool]) -> float:
    """In how many of ten equal parts of a text something is shared: a passage taken over lies in one or two."""
    parts = {at * _PARTS // len(shared) for at, hit in enumerate(shared) if hit}
    return len(parts) / min(_PARTS, len(shared))


def _same_agency(a: _Entry, b: _Entry) -> float:
    return float(a.report.agency is not None and a.report.agency == b.report.agency)


def _other_agency(a: _Entry, b: _Entry) -> float:
    return float(None not in (a.report.agency, b.report.agency) and a.report.agency != b.report.agency)


def _far_apart(a: _Entry, b: _Entry) -> float:
    first, second = days_of(a.report.published), days_of(b.report.published)
    return float(first is not None and second is not None and first.gap(second) > _SAME_NEWS_DAYS)


def _short(copy: _Entry, original: _Entry) -> ReprintLink | None:
    """A text too short for shares: only if all of it, and as much again, is the same."""
    same = copy.print.all_shingles == original.print.all_shingles and copy.print.all_shingles
    return ReprintLink(copy.report.id, original.report.id, 1.0, ("The texts are the same.",)) if same else None


def _translation(copy: _Entry, original: _Entry) -> ReprintLink | None:
    """Across languages only what is beyond doubt: the same agency, many numbers that tell something, nearly all of
    them in both, and about as many quotations. Translations with fewer numbers are left unlinked.
    """
    one, other = copy.print, original.print
    most = max(len(one.numbers), len(other.numbers))
    share = len(one.numbers & other.numbers) / most if most else 0.0
    fewest, many = sorted((one.quotations, other.quotations))
    if not _same_agency(copy, original) or most < _TRANSLATED_NUMBERS or share < _TRANSLATED_SHARE:
        return None
    if fewest < _TRANSLATED_QUOTATIONS * many:
        return None
    reasons = (
        "Both carry the same agency's copy, in two languages.",
        f"{share:.0%} of their numbers are the same, and they have about as many quotations.",
    )
    return ReprintLink(copy.report.id, original.report.id, round(share, 3), reasons)
