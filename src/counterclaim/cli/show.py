"""``show EVENT``: who says what about one event, and the sentences that say it."""

import click

from counterclaim.cli import options
from counterclaim.cli.desk import Desk, pass_desk
from counterclaim.cli.judge import related_json
from counterclaim.cli.known import conflicts_of, known_on
from counterclaim.cli.look import looking, notice_stale
from counterclaim.cli.matrix import print_event
from counterclaim.cli.printing import chosen, print_json_lines
from counterclaim.errors import LedgerError


@click.command(short_help="Show what each side says about an event.")
@click.argument("event")
@options.ledger
@options.as_known_on
@options.packs
@options.output_format("json", "table")
@pass_desk
def show(desk: Desk, event: str, ledger: str, known_day: str | None, packs: tuple[str, ...], form: str | None) -> None:
    """Show what each side says about an EVENT: its propositions, their standing, what data sets would make of its
    counts, and the sentences.

    EVENT is an id of `counterclaim events`, or its beginning. With --as-known-on, give the packs (--pack) that the
    reports were added with.
    """
    from counterclaim.exports.events import Detail, event_json, evidence_json
    from counterclaim.reconciling.aggregating import aggregate
    from counterclaim.reconciling.origins import origins_of
    from counterclaim.reconciling.reconcile import desk_of

    as_json = chosen(form, "json") == "json"
    with looking(ledger) as opened:
        notice_stale(opened, ledger, desk)
        found = opened.event(event)
        told_by = dict.fromkeys(c.report_id for c in opened.claims(ids=found.claims))
        reprints = opened.reprints(told_by)
        if known_day is not None:
            known = known_on(opened, known_day, (found,), conflicts_of(packs), desk)
            if not known.events:
                raise LedgerError(f"{ledger}: {found.id}: no report published by {known_day} tells of it")
            (found,), reprints = known.events, known.reprints
        claims = opened.claims(ids=found.claims)
        own = {report.id: report for report in opened.reports(ids={c.report_id for c in claims})}
        roots = {link.original for link in reprints if link.copy in own} - own.keys()
        reports = [*own.values(), *opened.reports(ids=sorted(roots))]
        related = related_json(opened, found)
        # Only a table shows the words in their sentences.
        coded = {} if as_json else {id: opened.coded(id) for id in own}
    of = {id: each for id, each in coded.items() if each is not None}
    by_id = {claim.id: claim for claim in claims}
    aggregates = [aggregate(finding, by_id, desk_of(reports, reprints)) for finding in found.findings]
    if as_json:
        told = [[[by_id[id] for id in position.claims] for position in f.positions] for f in found.findings]
        origins = [tuple(origins_of(claims, reports, reprints) for claims in positions) for positions in told]
        details = [Detail(one, its) for one, its in zip(aggregates, origins, strict=True)]
        evidence = [evidence_json(c, own[c.report_id]) for c in claims]
        print_json_lines([{**event_json(found, details), **related, "evidence": evidence}])
    else:
        print_event(found, claims, of, aggregates)
