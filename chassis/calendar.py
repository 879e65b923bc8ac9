"""Working days and working minutes, by the country's production calendar and a company's own days.

The library knows the official transfers of days off; a company's closed and opened days go on top.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import holidays

FAR = 3660
"""Days to look ahead before giving up: a calendar that is closed for ten years is a mistake."""


@cache
def _country(code: str) -> holidays.HolidayBase:
    return holidays.country_holidays(code)


class NoWorkingDay(ValueError):
    """The calendar has no working day within ten years."""


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """When a place works. Times are local to `zone`; instants in and out are aware."""

    zone: ZoneInfo
    opens: time
    closes: time
    country: str = "RU"
    closed: frozenset[date] = field(default_factory=frozenset)
    opened: frozenset[date] = field(default_factory=frozenset)

    def is_working(self, day: date) -> bool:
        """Tell whether the place works on this day."""
        if day in self.closed:
            return False
        return day in self.opened or bool(_country(self.country).is_working_day(day))

    def add_working_days(self, start: date, days: int) -> date:
        """Return the n-th working day after `start` (`days` ≥ 1)."""
        return self._walk(start, days, 1)

    def subtract_working_days(self, start: date, days: int) -> date:
        """Return the n-th working day before `start` (`days` ≥ 1)."""
        return self._walk(start, days, -1)

    def _walk(self, start: date, days: int, step: int) -> date:
        day, left = start, days
        for _ in range(FAR):
            if left == 0:
                return day
            day += timedelta(days=step)
            left -= self.is_working(day)
        raise NoWorkingDay(start)

    def add_working_minutes(self, start: datetime, minutes: int) -> datetime:
        """Return the instant after so many minutes during which the place is open."""
        local = start.astimezone(self.zone)
        left = timedelta(minutes=minutes)
        day = local.date()
        for _ in range(FAR):
            if self.is_working(day):
                begin = max(local, datetime.combine(day, self.opens, self.zone))
                end = datetime.combine(day, self.closes, self.zone)
                if begin < end:
                    if end - begin >= left:
                        return begin + left
                    left -= end - begin
            day += timedelta(days=1)
        raise NoWorkingDay(start)
