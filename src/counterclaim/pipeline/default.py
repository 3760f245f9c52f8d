"""The rooms as they ship. What they look things up in is loaded here, once; nothing is loaded before."""

import hashlib
from functools import partial
from pathlib import Path

from counterclaim import __version__
from counterclaim.ledger.store import Linking
from counterclaim.pipeline.rooms import Rooms, Tags
from counterclaim.records.conflict import Conflict
from counterclaim.records.made_by import MadeBy
from counterclaim.settings import Settings

RULE_STAGES = ("events", "where", "when", "claims", "who")


def default_rooms(settings: Settings) -> Rooms:
    """The rooms with the shipped rules, gazetteer and packs, and with the user's own packs beside them. Raises
    ``PackError`` for a pack that is not valid.
    """
    from counterclaim.claims.cut import cut
    from counterclaim.events.holders import name_holders
    from counterclaim.events.quantities import measure
    from counterclaim.events.triggers import find_triggers
    from counterclaim.linking.group import group
    from counterclaim.linking.reprints import find_reprints
    from counterclaim.packs.reading import load, shipped
    from counterclaim.reading.read import read
    from counterclaim.reconciling.reconcile import reconcile
    from counterclaim.resolving import when, where, who

    conflicts = load((*shipped(), *settings.packs))
    gazetteer = where.Gazetteer.open()
    return Rooms(
        read=partial(read, settings=settings),
        tagger=tagger_of(settings),
        find_triggers=find_triggers,
        find_toponyms=partial(where.find_toponyms, gazetteer=gazetteer, theatre=theatre(conflicts)),
        find_times=partial(when.find_times, calendar=tuple(e for c in conflicts for e in c.calendar)),
        cut=cut,
        measure=measure,
        name_sources=partial(who.name_sources, packs=conflicts),
        find_actors=partial(who.find_actors, packs=conflicts),
        name_holders=partial(name_holders, conflicts=conflicts),
        event_places=partial(where.event_places, gazetteer=gazetteer),
        event_dates=when.event_dates,
        find_reprints=find_reprints,
        group=partial(group, conflicts=conflicts),
        reconcile=partial(reconcile, conflicts=conflicts),
        linking=Linking(conflicts, partial(reconcile, conflicts=conflicts)),
        conflicts=conflicts,
        made_by=made_by(conflicts, where.own_file()),
    )


def tagger_of(settings: Settings) -> Tags:
    """The tagger that ``settings`` ask for. Its model is loaded when the first report is tagged."""
    from counterclaim.language.both_taggers import BothTaggers
    from counterclaim.language.rule_tagger import RuleTagger
    from counterclaim.language.trained.tagger import TrainedTagger

    if settings.tagger == "rules":
        return RuleTagger()
    trained = TrainedTagger(threads=settings.threads)
    return trained if settings.tagger == "model" else BothTaggers(trained)


def theatre(conflicts: tuple[Conflict, ...]) -> tuple[str, ...]:
    """The countries in which a place name is first looked for, each once, in the order of the packs."""
    return tuple(dict.fromkeys(code for conflict in conflicts for code in conflict.theatre))


def made_by(conflicts: tuple[Conflict, ...], own_places: Path | None = None) -> tuple[MadeBy, ...]:
    """One entry a stage; the packs shape who speaks for whom and the user's own places (a file, which need not exist)
    where things are, so the versions of these go with it.
    """
    detail = {"who": " ".join(f"{c.id}={c.version}" for c in conflicts)}
    if own_places is not None and own_places.is_file():
        with own_places.open("rb") as file:
            detail["where"] = f"own places={hashlib.file_digest(file, 'sha256').hexdigest()[:16]}"
    return tuple(MadeBy(stage, "rules", __version__, detail.get(stage, "")) for stage in RULE_STAGES)
