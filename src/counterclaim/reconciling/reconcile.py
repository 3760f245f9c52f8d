"""From an event's claims to its propositions: who says what, and what that adds up to."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from counterclaim.reconciling.implications import Key, Polarity
from counterclaim.reconciling.interests import Interests, interests
from counterclaim.reconciling.pack_facts import pack_facts
from counterclaim.reconciling.positions import Desk, View, views
from counterclaim.reconciling.standing import changed, judge
from counterclaim.reconciling.statements import COUNTED, Statement, spoken_value, statements
from counterclaim.records.actor import MEDIA_SIDE
from counterclaim.records.claim import Claim
from counterclaim.records.conflict import Conflict
from counterclaim.records.event import Event, Finding, ReprintLink, Standing
from counterclaim.records.event_type import PropositionKind as Kind
from counterclaim.records.report import Report

_ORDER = (
    Kind.OCCURRED,
    Kind.CONTROL,
    Kind.BREAKTHROUGH,
    Kind.REPELLED,
    Kind.RESPONSIBILITY,
    Kind.KILLED,
    Kind.INJURED,
    Kind.CAPTURED,
    Kind.DESTROYED,
    Kind.DAMAGED,
    Kind.SHOT_DOWN,
    Kind.CLOSURE,
    Kind.OTHER,
)


def reconcile(
    event: Event,
    claims: Iterable[Claim],
    reports: Iterable[Report],
    reprints: Iterable[ReprintLink] = (),
    conflicts: Iterable[Conflict] = (),
) -> Event:
    """``event`` with its findings. ``claims`` and ``reports`` may hold more than the event's own; ``KeyError`` where
    one of its reports is missing.
    """
    members, packs = frozenset(event.claims), tuple(conflicts)
    desk = desk_of(reports, reprints, packs)
    own = sorted((c for c in claims if c.id in members), key=desk.order)
    known = interests(event.place, own, packs)
    by_key: dict[Key, list[Statement]] = {}
    for statement in statements(own, known, desk.reports):
        by_key.setdefault(statement.key, []).append(statement)
    shown = [(key, told) for key, told in by_key.items() if _worth_showing(key, told)]
    # By who spoke first, so that no order hangs on a name.
    shown.sort(key=lambda pair: (_ORDER.index(pair[0].kind), desk.order(pair[1][0].claim)))
    findings = tuple(_finding(key, told, desk, known) for key, told in shown)
    return replace(event, findings=findings, parties=tuple(sorted(known.belligerents)))


def desk_of(
    reports: Iterable[Report], reprints: Iterable[ReprintLink] = (), conflicts: Iterable[Conflict] = ()
) -> Desk:
    """What is known of the reports that claims stand in."""
    originals = {link.copy: link.original for link in reprints}
    return Desk({r.id: r for r in reports}, originals, pack_facts(conflicts).outlets)


def _worth_showing(key: Key, told: Sequence[Statement]) -> bool:
    """What somebody says in so many words, or what the words of two parties come to; of losses only the former, as
    each has a row of its own.
    """
    if any(s.because is None for s in told):
        return True
    return key.kind not in COUNTED and len({s.claim.source.side for s in told} - {None, MEDIA_SIDE}) > 1


def _finding(key: Key, told: Sequence[Statement], desk: Desk, known: Interests) -> Finding:
    found = views(told, desk)
    value = _value(key, told, found, known)
    verdict = judge(key, value, found, known)
    if verdict.standing is Standing.CONTESTED and key.kind in COUNTED:
        value = _every_count(found) or value
    altered = sorted({a for v in found for a in v.altered}) if key.kind in COUNTED else []
    why = f"{verdict.why} A reprint gives {' and '.join(altered)} instead." if altered else verdict.why
    if key.kind in COUNTED:
        why += "".join(f" {v.position.side} gave {', then '.join(v.earlier)} before." for v in found if v.earlier)
    why += changed(found)
    return Finding(key.kind, value, tuple(v.position for v in found), verdict.standing, why)


def _value(key: Key, told: Sequence[Statement], found: Sequence[View], known: Interests) -> str | None:
    """The holder as most name it; of counts the latest; nothing for what needs no value."""
    if key.kind in {Kind.OCCURRED, Kind.BREAKTHROUGH}:
        return None
    if key.kind in COUNTED:
        given = [v for v in found if v.polarity is Polarity.HOLDS and v.position.current] or list(found)
        # A party's figure goes before the reports' own, the latest before the earlier.
        given.sort(key=lambda v: (v.is_party, v.position.latest or ""), reverse=True)
        return next((v.value for v in given if v.value is not None), None)
    spoken = spoken_value(told, known)
    if spoken is not None or key.kind in {Kind.OTHER, Kind.CLOSURE}:
        return spoken
    title = known.titles.get(key.subject or "")
    return f"{title}'s side" if title else key.subject


def _every_count(found: Sequence[View]) -> str:
    given = [(v.value, v.position.side) for v in found if v.is_party and v.polarity is Polarity.HOLDS]
    return "; ".join(f"{value} ({side})" for value, side in given if value)
