"""Who: the sources of claims and the actors of events, by conflict packs and the grammar of names."""

from counterclaim.resolving.who.actors import find_actors
from counterclaim.resolving.who.sources import name_sources

__all__ = ["find_actors", "name_sources"]
