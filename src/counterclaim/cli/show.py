"""``show EVENT``: who says what about one event, and the sentences that say it."""

import click

from counterclaim.cli import options
from counterclaim.cli.desk import Desk, pass_desk
from counterclaim.cli.look import looking, notice_stale
from counterclaim.cli.matrix import print_event
from counterclaim.cli.printing import chosen, print_json_lines


@click.command(short_help="Show what each side says about an event.")
@click.argument("event")
@options.ledger
@options.output_format("json", "table")
@pass_desk
def show(desk: Desk, event: str, ledger: str, form: str | None) -> None:
    """Show what each side says about an EVENT: its propositions, their standing, and the sentences.

    EVENT is an id of `counterclaim events`, or its beginning.
    """
    from counterclaim.exports.events import event_json, evidence_json

    with looking(ledger) as opened:
        notice_stale(opened, ledger, desk)
        found = opened.event(event)
        claims = opened.claims(ids=found.claims)
        coded = {id: opened.coded(id) for id in dict.fromkeys(c.report_id for c in claims)}
    of = {id: each for id, each in coded.items() if each is not None}
    if chosen(form, "json") == "json":
        evidence = [evidence_json(c, of[c.report_id].report) for c in claims]
        print_json_lines([{**event_json(found), "evidence": evidence}])
    else:
        print_event(found, claims, of)
