"""The way of the data: the only file that knows the order of the rooms is ``code``."""

from counterclaim.pipeline.code import code_report, reconcile_all
from counterclaim.pipeline.default import default_rooms
from counterclaim.pipeline.flow import Taken, code_captures, code_safely
from counterclaim.pipeline.rooms import Rooms

__all__ = ["Rooms", "Taken", "code_captures", "code_report", "code_safely", "default_rooms", "reconcile_all"]
