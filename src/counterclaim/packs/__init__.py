"""Conflict packs: the sides, parties and offices of conflicts, as readable TOML files, and what reads them."""

from counterclaim.packs.checking import PackMistake, check
from counterclaim.packs.reading import load, shipped

__all__ = ["PackMistake", "check", "load", "shipped"]
