"""Which days of a year a month, a season, a week or a weekday of a month means."""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from motesprotokoll.swedish.years import Bounds, Candidate

Fixed = Callable[[date], Bounds | None]


def months(first: int, last: int, days: tuple[int, int] = (1, 31)) -> Candidate:
    """From a day of the month *first* to one of *last*; over New Year where *last* is before *first*."""

    def candidate(year: int) -> Bounds | None:
        try:
            return date(year, first, days[0]), _day_of_month(year + (last < first), last, days[1])
        except ValueError:  # the year after 9999
            return None

    return candidate


def _day_of_month(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, monthrange(year, month)[1]))


def thirds(first_day: int) -> Candidate:
    """The months that the beginning, middle or end of a year may mean."""
    return months(*{1: (1, 4), 8: (4, 9), 16: (9, 12)}[first_day])


def weeks(first: int, last: int) -> Candidate:
    """ISO weeks: Swedish calendars know no others."""

    def candidate(year: int) -> Bounds | None:
        try:
            return date.fromisocalendar(year, first, 1), date.fromisocalendar(year + (last < first), last, 7)
        except (ValueError, OverflowError):  # no week 53 in that year, or beyond the calendar
            return None

    return candidate


def days_of_week(week: int, first: int, last: int) -> Candidate:
    def candidate(year: int) -> Bounds | None:
        try:
            return date.fromisocalendar(year, week, first), date.fromisocalendar(year, week, last)
        except (ValueError, OverflowError):  # no week 53 in that year, or beyond the calendar
            return None

    return candidate


def weekday_of_month(number: int, weekday: int, month: int) -> Candidate:
    """The weekday of that number in the month, or the last one (-1)."""

    def candidate(year: int) -> Bounds | None:
        if number > 0:
            first = date(year, month, 1)
            day = date(year, month, 1 + (weekday - first.weekday()) % 7 + 7 * (number - 1))
        else:
            last = _day_of_month(year, month, 31)
            day = last.replace(day=last.day - (last.weekday() - weekday) % 7)
        return day, day

    return candidate


def next_week(meeting: date) -> Bounds | None:
    return weeks_after(meeting, 1)


def weeks_after(meeting: date, weeks: int) -> Bounds | None:
    try:
        monday = meeting - timedelta(days=meeting.weekday()) + timedelta(weeks=weeks)
        return monday, monday + timedelta(days=6)
    except OverflowError:
        return None


def next_month(meeting: date) -> Bounds | None:
    month = meeting.month % 12 + 1
    return months(month, month)(meeting.year + (month == 1))


def next_year(meeting: date) -> Bounds | None:
    return months(1, 12)(meeting.year + 1)
