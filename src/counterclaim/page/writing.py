"""Writes a page: one self-contained file of HTML."""

import base64
import hashlib
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from counterclaim.page import wording
from counterclaim.page.boundaries import boundaries, country_names
from counterclaim.page.event_sheets import EventSheet, event_sheets
from counterclaim.page.evidence import Index, index
from counterclaim.page.map import ORDER, drawings, spots
from counterclaim.page.report_sheets import report_sheets
from counterclaim.page.sides import sides_of
from counterclaim.page.timeline import timeline
from counterclaim.page.view import PageView
from counterclaim.records.place import Precision


def render(view: PageView) -> str:
    """``view`` as one file of HTML that needs no network and reads without its script. The same view gives the same
    text.
    """
    known = index(view, sides_of(view))
    places = spots(view.events)
    events = event_sheets(view.events, known, places, country_names())
    style, script = _asset("page.css"), _asset("page.js")
    maps = drawings(places)
    shown = {
        "view": view,
        "index": known,
        "policy": _policy(style, script),
        "style": Markup(style),
        "script": Markup(script),
        "events": events,
        "anchors": {sheet.event.id: sheet.anchor for sheet in events},
        "standings": {sheet.event.id: sheet.standing for sheet in events},
        "reports": report_sheets(view, known, events),
        "spots": places,
        "drawings": maps,
        "drawn": {marker.spot.number for each in maps for marker in each.markers},
        "unplaced": [sheet.event for sheet in events if sheet.place is None],
        "timeline": timeline(view.events, _published(view, known)),
        "filters": _filters(events),
        "boundaries": boundaries().source,
    }
    return _environment().get_template("page.html").render(shown)


def _published(view: PageView, known: Index) -> dict[str, list[str]]:
    """The days on which each event's claims were published."""
    return {
        event.id: [
            day
            for id in event.claims
            if id in known.claims and (day := known.coded[known.claims[id].report_id].report.published)
        ]
        for event in view.events
    }


def _filters(events: Sequence[EventSheet]) -> dict[str, list[tuple[str, str, int]]]:
    """What the list can be filtered by: value, words for it, how many events."""
    sides = Counter(side for sheet in events for side in sheet.speaking)
    standings = Counter(standing for sheet in events for standing in sheet.standings)
    types = Counter(sheet.event.type.value for sheet in events)
    return {
        "side": [(s.code, f"{s.name} ({s.short})", n) for s, n in sorted(sides.items(), key=lambda each: each[0].name)],
        "standing": [(s.value, s.value, standings[s]) for s in ORDER if standings[s]],
        "type": [(value, value, n) for value, n in sorted(types.items())],
    }


@cache
def _asset(name: str) -> str:
    return files("counterclaim.page").joinpath("templates", name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """The page may run its own style and script, known by their digests, and load nothing at all."""
    return (
        f"default-src 'none'; style-src 'sha256-{_digest(style)}'; script-src 'sha256-{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _shown(value: Any) -> Any:
    """Every string that a template prints goes through here, before it is escaped."""
    return wording.visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("counterclaim.page", "templates"),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(wording=wording, Precision=Precision)
    return environment
