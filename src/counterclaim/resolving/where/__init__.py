"""Where: place names in a report, the places they mean, and the place of each claim's event."""

from counterclaim.resolving.where.events import event_places
from counterclaim.resolving.where.gazetteer import Candidate, Gazetteer
from counterclaim.resolving.where.layers import GazetteerError
from counterclaim.resolving.where.own.file import own_file
from counterclaim.resolving.where.toponyms import find_toponyms, resolve_spans

__all__ = ["Candidate", "Gazetteer", "GazetteerError", "event_places", "find_toponyms", "own_file", "resolve_spans"]
