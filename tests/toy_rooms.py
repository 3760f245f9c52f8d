"""Rooms for a toy language, small but whole: a line "VES denies control at Dolmen on 2031-05-05" is one claim.

They let the pipeline, the ledger and the command line be tested by what they do themselves. The line
"published 2031-05-06" dates a report; "BREAK" in a text makes the cutting room fail as a fault would.
"""

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from counterclaim.errors import InputError
from counterclaim.pipeline.rooms import Rooms
from counterclaim.records.actor import NARRATOR, Actor, Channel, Role, SourceAnswer
from counterclaim.records.claim import Assertion, Claim, Proposition, Quantity
from counterclaim.records.coded import Coded
from counterclaim.records.event import Event, Finding, Link, Position, ReprintLink, Standing
from counterclaim.records.event_type import EventType, PropositionKind
from counterclaim.records.identity import content_id
from counterclaim.records.made_by import MadeBy
from counterclaim.records.place import Place, PlaceAnswer, Precision
from counterclaim.records.report import Capture, Furniture, Report
from counterclaim.records.span import Span
from counterclaim.records.tagging import Attribution, Distance, Sentence, Stance, Tagging
from counterclaim.records.when import DateAnswer

LINE = re.compile(r"(?P<who>\w+) (?P<stance>asserts|denies|confirms) (?P<kind>\w+) at (?P<place>\w+) on (?P<day>\S+)")
DOLMEN = Place("Dolmen", Precision.SETTLEMENT, "Karsk Province", "VS", 51.5, 34.25, 7, 2.0)
PLACES = {"Dolmen": DOLMEN, "Issel": Place("Port Issel", Precision.SETTLEMENT, "Coast", "KF", 48.0, 30.0, 8)}


def toy_read(capture: Capture, *, published: str | None = None) -> Report:
    text = capture.content.decode()
    if not text.strip():
        raise InputError(capture.address, "empty")
    stated = re.search(r"published (\S+)", text)
    return Report(
        id=content_id("r", text),
        text=text,
        address=capture.address,
        language="en",
        title=text.splitlines()[0],
        published=stated[1] if stated else published,
        furniture=tuple(Furniture(m.start(), m.end(), "share prompt") for m in re.finditer("Share!", text)),
        capture_sha256=capture.sha256,
        made_by=(MadeBy("reading", "toy", "1"),),
    )


class ToyTagger:
    def tag(self, report: Report) -> Tagging:
        lines = list(LINE.finditer(report.text))
        return Tagging(
            report.id,
            report.language,
            tuple(Sentence(m.start(), m.end(), number) for number, m in enumerate(lines)),
            tuple(
                Attribution((_span(m, "who"),), (_span(m, "stance"),), (_span(m, "kind"),), m["stance"]) for m in lines
            ),
            MadeBy("tagger", "toy", "1"),
        )


def _span(match: re.Match[str], group: str) -> Span:
    return Span(*match.span(group))


def _match(report: Report, assertion: Assertion) -> re.Match[str]:
    found = LINE.match(report.text, assertion.start)
    assert found
    return found


def _cut(report: Report, tagging: Tagging, *_: object) -> tuple[Assertion, ...]:
    if "BREAK" in report.text:
        raise IndexError("a fault\nof the toy")
    return tuple(
        Assertion(
            start=m.start(),
            end=m.end(),
            sentence=number,
            attribution=number,
            stance=Stance(m["stance"]),
            distance=Distance.DISTANCING,
            event=EventType.ARMED_CLASH,
            proposition=Proposition(PropositionKind(m["kind"]), "1" if m["kind"] == "injured" else None),
            trigger=_span(m, "kind"),
            quantities=(Quantity("injured", 1, 1, None, *m.span("kind")),) if m["kind"] == "injured" else (),
            confidence=0.8,
        )
        for number, m in enumerate(LINE.finditer(report.text))
    )


def _source(report: Report, assertion: Assertion) -> SourceAnswer:
    match = _match(report, assertion)
    if match["who"] == NARRATOR:
        return SourceAnswer(NARRATOR, None)
    who = match["who"]
    return SourceAnswer(f"{who} army", who, f"{who}-army", Channel.TV, ("Vesta",), _span(match, "who"), 7, 0.9, ("so",))


def _place(report: Report, assertion: Assertion) -> PlaceAnswer:
    match = _match(report, assertion)
    place = PLACES.get(match["place"])
    others = (PLACES["Issel"],) if place is DOLMEN else ()
    return PlaceAnswer(place, *match.span("place"), others) if place else PlaceAnswer(None)


def _date(report: Report, assertion: Assertion) -> DateAnswer:
    match = _match(report, assertion)
    return DateAnswer(match["day"] if report.published else None, *match.span("day"), report.published, ("counted",))


def _group(claims: Sequence[Claim], *_: object) -> tuple[Event, ...]:
    def where(claim: Claim) -> str:
        return claim.place.place.name if claim.place.place else ""

    return tuple(_event(place, list(some)) for place, some in groupby(sorted(claims, key=where), key=where))


def _event(place: str, claims: list[Claim]) -> Event:
    first = claims[0]
    links = tuple(Link(c.id, 0.5, ("same place",)) for c in claims)
    title = f"Clash at {place or 'an unknown place'}"
    ids = tuple(c.id for c in claims)
    return Event(content_id("e", *ids), title, first.event, first.place.place, first.date.edtf, ids, links)


def _reconcile(event: Event, claims: Sequence[Claim], *_: object) -> Event:
    def kind(claim: Claim) -> str:
        return claim.proposition.kind

    by_kind = groupby(sorted(claims, key=kind), key=kind)
    findings = tuple(_finding(PropositionKind(k), list(some)) for k, some in by_kind)
    return Event(event.id, event.title, event.type, event.place, event.date, event.claims, event.links, findings)


def _finding(kind: PropositionKind, claims: list[Claim]) -> Finding:
    sides = {c.source.side or "media": c for c in claims}
    held = tuple(Position(s, c.stance, (c.id,), (c.id,), ("Vesta",), "2031-05-05", None) for s, c in sides.items())
    contested = len({c.stance for c in claims}) > 1
    return Finding(kind, None, held, Standing.CONTESTED if contested else Standing.SINGLE_SIDE, f"{len(held)} spoke")


def _reprints(reports: Sequence[Report]) -> tuple[ReprintLink, ...]:
    by_title = sorted(reports, key=lambda r: (r.title or "", r.id))
    pairs = pairwise(by_title)
    return tuple(ReprintLink(b.id, a.id, 1.0, ("same title",)) for a, b in pairs if a.title == b.title)


def toy_rooms() -> Rooms:
    return Rooms(
        read=toy_read,
        tagger=ToyTagger(),
        find_triggers=lambda report, sentences: (),
        find_toponyms=lambda report, sentences: (),
        find_times=lambda report, sentences: (),
        cut=_cut,
        measure=lambda report, assertions, times: assertions,
        name_holders=lambda report, assertions, answers: assertions,
        name_sources=lambda report, tagging, assertions: tuple(_source(report, a) for a in assertions),
        find_actors=lambda report, tagging, assertions: tuple(
            (Actor("Karsk Brigade", "KF", Role.PERPETRATOR, a.start, a.end, "brigade"),) for a in assertions
        ),
        event_places=lambda report, sentences, toponyms, assertions, sources: tuple(
            _place(report, a) for a in assertions
        ),
        event_dates=lambda report, sentences, times, assertions, places: tuple(_date(report, a) for a in assertions),
        find_reprints=_reprints,
        group=_group,
        reconcile=_reconcile,
        made_by=(MadeBy("claims", "toy", "1"),),
    )


def toy_capture(text: str, address: str = "toy.txt") -> Capture:
    return Capture(address, text.encode(), "text/plain", "utf-8", "2031-05-06T10:00:00+00:00")


def toy_coded(text: str, address: str = "toy.txt") -> Coded:
    from counterclaim.pipeline import code_report

    rooms = toy_rooms()
    return code_report(rooms.read(toy_capture(text, address)), rooms)
