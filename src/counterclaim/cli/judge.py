"""``judge``: a person puts events together, takes one apart, or takes that back. Nothing is overwritten."""

import getpass
from collections.abc import Sequence
from datetime import UTC, datetime

import click

from counterclaim.cli import options
from counterclaim.cli.add import maker
from counterclaim.cli.desk import Desk, pass_desk
from counterclaim.cli.printing import print_json_lines
from counterclaim.errors import LedgerError
from counterclaim.exports.contract import JsonObject
from counterclaim.ledger.store import Ledger, Part
from counterclaim.records.event import Event
from counterclaim.records.identity import content_id
from counterclaim.records.judgement import Judgement, Verdict, standing
from counterclaim.settings import Settings

why = click.option("--why", required=True, metavar="TEXT", help="The reason, for who reads it later.")
by = click.option("--by", metavar="NAME", help="Who decides; the user's login name if not given.")


@click.group(short_help="Put events together or apart by hand, with reasons.")
def judge() -> None:
    """Put events together or apart by hand, with reasons. Each judgement is kept; `undo` adds one that takes it back.
    What people decided holds when new reports come.
    """


@judge.command(short_help="Two or more events are one.")
@click.argument("events", nargs=-1, required=True, metavar="EVENT EVENT…")
@options.ledger
@why
@by
@options.packs
@pass_desk
def merge(desk: Desk, events: tuple[str, ...], ledger: str, why: str, by: str | None, packs: tuple[str, ...]) -> None:
    """Two or more EVENTs, by their ids or the beginnings of these, are one."""
    with _Deciding(desk, ledger, packs) as deciding:
        found = list({event.id: event for event in map(deciding.opened.event, events)}.values())
        if len(found) < 2:
            raise click.UsageError("give two events or more")
        named = tuple(event.claims[0] for event in found)
        deciding.decide(Verdict.MERGE, by, why, events=tuple(e.id for e in found), claims=named)


@judge.command(short_help="Some claims of an event belong to another one.")
@click.argument("event")
@click.argument("claims", nargs=-1, required=True, metavar="CLAIM…")
@options.ledger
@why
@by
@options.packs
@pass_desk
def split(
    desk: Desk, event: str, claims: tuple[str, ...], ledger: str, why: str, by: str | None, packs: tuple[str, ...]
) -> None:
    """The CLAIMs (ids, as `show EVENT` gives them) of an EVENT belong to another happening than the rest."""
    with _Deciding(desk, ledger, packs) as deciding:
        found = deciding.opened.event(event)
        foreign = [id for id in claims if id not in found.claims]
        if foreign:
            raise LedgerError(f"{ledger}: {foreign[0]!r}: no claim of the event {found.id}")
        rest = tuple(id for id in found.claims if id not in claims)
        if not rest:
            raise click.UsageError("leave a claim in the event")
        taken = tuple(dict.fromkeys(claims))
        deciding.decide(Verdict.SPLIT, by, why, events=(found.id,), claims=taken, rest=rest)


@judge.command(short_help="Take a judgement back.")
@click.argument("judgement")
@options.ledger
@why
@by
@options.packs
@pass_desk
def undo(desk: Desk, judgement: str, ledger: str, why: str, by: str | None, packs: tuple[str, ...]) -> None:
    """Take a JUDGEMENT back, by its id; to take back an undo puts it in force again."""
    with _Deciding(desk, ledger, packs) as deciding:
        deciding.decide(Verdict.UNDO, by, why, undoes=judgement)


@judge.command("list", short_help="List what people decided.")
@options.ledger
@pass_desk
def list_judgements(desk: Desk, ledger: str) -> None:
    """List what people decided, one JSON object a line, with whether it is in force."""
    from counterclaim.ledger.sqlite import look_into

    with look_into(ledger) as opened:
        every = opened.judgements()
    print_json_lines(judgement_json(j, j in standing(every)) for j in every)


class _Deciding:
    """A ledger with the rooms that its events were made by: a judgement must not be laid over events of others."""

    def __init__(self, desk: Desk, path: str, packs: tuple[str, ...]) -> None:
        from counterclaim.ledger.sqlite import look_into, open_ledger

        look_into(path).close()
        self._rooms = desk.rooms(Settings(packs=packs))
        self.opened = open_ledger(path)
        self._path = path

    def __enter__(self) -> "_Deciding":
        return self

    def __exit__(self, *_: object) -> None:
        self.opened.close()

    def decide(
        self,
        verdict: Verdict,
        by: str | None,
        why: str,
        *,
        events: Sequence[str] = (),
        claims: Sequence[str] = (),
        rest: Sequence[str] = (),
        undoes: str | None = None,
    ) -> None:
        """Keep the judgement and print it."""
        if self._rooms.linking is None:
            raise LedgerError(f"{self._path}: these rooms make all events anew and keep no judgements")
        self.opened.link(self._rooms.linking, maker(self._rooms))
        at = datetime.now(UTC).isoformat(timespec="microseconds")
        who = by or getpass.getuser()
        id = content_id("j", verdict, who, at, why, *events, *claims, undoes)
        made = Judgement(id, verdict, who, at, why, tuple(events), tuple(claims), tuple(rest), undoes)
        self.opened.judge(made, self._rooms.linking)
        print_json_lines([judgement_json(made, verdict is not Verdict.UNDO)])


def judgement_json(judgement: Judgement, in_force: bool) -> JsonObject:
    """A judgement with all that it says."""
    return {
        "id": judgement.id,
        "verdict": judgement.verdict.value,
        "by": judgement.by,
        "at": judgement.at,
        "why": judgement.why,
        "events": list(judgement.events),
        "claims": list(judgement.claims),
        "rest": list(judgement.rest),
        "undoes": judgement.undoes,
        "in_force": in_force,
    }


def related_json(ledger: Ledger, event: Event) -> JsonObject:
    """The parts of an event, the events that it is a part of, and the judgements in force about its claims."""
    return {
        "parts": [_part(part) for part in ledger.parts(event.id)],
        "part_of": [_part(part) for part in ledger.wholes(event.id)],
        "judgements": [judgement_json(j, in_force=True) for j in ledger.judgements(event.claims)],
    }


def _part(part: Part) -> JsonObject:
    return {"event": part.event, "why": part.why}
