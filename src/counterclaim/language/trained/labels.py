"""What the network's heads say: one place for training and for running."""

from collections.abc import Mapping

# Tags of one attribution layer: outside, then begin and inside of each role.
ROLES = ("source", "cue", "content")
LAYER = 1 + 2 * len(ROLES)

# Mentions are found by one begin-inside-outside head a family, for they overlap: a place within a group's name.
FAMILIES = ("place", "person", "group", "weapon", "number", "time", "event")

KINDS: Mapping[str, tuple[str, ...]] = {
    "place": ("settlement", "region", "country", "site", "water", "district"),
    "group": ("forces", "body", "party", "company", "media"),
    "number": ("killed", "injured", "missing", "captured", "displaced", "people", "weapons", "attacks", "other"),
    "event": (
        "Abduction/forced disappearance",
        "Agreement",
        "Air/drone strike",
        "Armed clash",
        "Arrests",
        "Attack",
        "Change to group/activity",
        "Disrupted weapons use",
        "Excessive force against protesters",
        "Government regains territory",
        "Grenade",
        "Headquarters or base established",
        "Looting/property destruction",
        "Mob violence",
        "Non-state actor overtakes territory",
        "Non-violent transfer of territory",
        "Other",
        "Peaceful protest",
        "Protest with intervention",
        "Remote explosive/landmine/IED",
        "Sexual violence",
        "Shelling/artillery/missile attack",
        "Suicide bomb",
        "Violent demonstration",
    ),
}

POINTER = 96  # width of the queries and keys with which a token points to the cue it belongs to


def offsets() -> dict[str, slice]:
    """Where in the network's row of scores each head stands: "outer", "inner", each family, each "KIND kinds"."""
    out: dict[str, slice] = {}
    at = 0
    sizes = [("outer", LAYER), ("inner", LAYER), *((f, 3) for f in FAMILIES)]
    sizes += [(f"{family} kinds", len(kinds)) for family, kinds in KINDS.items()]
    for name, size in sizes:
        out[name] = slice(at, at + size)
        at += size
    return out


HEADS = offsets()
WIDTH = max(s.stop for s in HEADS.values())
