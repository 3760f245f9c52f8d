"""When: time expressions of a report, and the day of each claim's event."""

from counterclaim.resolving.when.event_day import event_dates
from counterclaim.resolving.when.find import find_times

__all__ = ["event_dates", "find_times"]
