"""Propositions, and what follows from one for another: so that contradictions are found that no single word states."""

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from counterclaim.records.event_type import PropositionKind as Kind
from counterclaim.words.toml_data import package_toml


class Polarity(StrEnum):
    """Which way a statement points: the proposition holds, does not hold, or is left open."""

    HOLDS = "holds"
    FAILS = "does not hold"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Key:
    """A proposition of the event. ``subject`` is a side or name for control, responsibility and repelling, the target
    for losses, the words for anything else; None where the kind needs none or nothing tells.
    """

    kind: Kind
    subject: str | None = None


class Part(StrEnum):
    """Whose a proposition is, where an implication needs it: a side's part in the event; ``SAME`` the thing that the
    condition is about; ``EACH`` whatever somebody states of the kind.
    """

    ATTACKER = "attacker"
    DEFENDER = "defender"
    NOBODY = "nobody"
    SAME = "same"
    EACH = "each"


@dataclass(frozen=True, slots=True)
class Implication:
    """Whoever says that ``kind`` (of ``part``) has ``polarity`` also says that ``then_kind`` has ``then_polarity``;
    ``at_least`` where its count is the least of what follows. ``because`` is a clause to print.
    """

    kind: Kind
    part: Part
    polarity: Polarity
    then_kind: Kind
    then_part: Part
    then_polarity: Polarity
    because: str
    at_least: bool = False


_IS = {"holds": Polarity.HOLDS, "fails": Polarity.FAILS}
_IF, _THEN = {"kind", "of", "is"}, {"kind", "of", "is", "count"}


@functools.cache
def implications() -> tuple[Implication, ...]:
    """The shipped table, in its order; ``ValueError`` names a row that says what the table cannot say."""
    return tuple(rule for row in _table()["implies"] for rule in _rules(row))


@functools.cache
def exclusive() -> Mapping[Kind, str]:
    """Kinds where who says that one side does says that no other does, each with the reason."""
    return {Kind(row["kind"]): row["because"] for row in _table()["exclusive"]}


@functools.cache
def _table() -> dict[str, Any]:
    return package_toml("counterclaim.reconciling", "rules", "implications.toml")


def _rules(row: Mapping[str, Any]) -> Iterator[Implication]:
    when, then = row["if"], row["then"]
    unknown = (set(row) - {"if", "then", "because"}) | (set(when) - _IF) | (set(then) - _THEN)
    if unknown or then.get("count", "at least") != "at least" or when.get("of") in ("same", "each"):
        raise ValueError(f"implications.toml: {row}")
    for kind in [when["kind"]] if isinstance(when["kind"], str) else when["kind"]:
        yield Implication(
            kind=Kind(kind),
            part=Part(when.get("of", "nobody")),
            polarity=_IS[when["is"]],
            then_kind=Kind(then["kind"]),
            then_part=Part(then.get("of", "nobody")),
            then_polarity=_IS[then["is"]],
            because=row["because"],
            at_least="count" in then,
        )
