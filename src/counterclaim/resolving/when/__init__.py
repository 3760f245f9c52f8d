"""When: time expressions of a report, and the day of each claim's event."""

from counterclaim.resolving.when.codes import date_prec, time_precision
from counterclaim.resolving.when.event_day import event_dates
from counterclaim.resolving.when.find import find_times

__all__ = ["date_prec", "event_dates", "find_times", "time_precision"]
