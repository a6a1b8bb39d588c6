"""From days as written to days of the calendar: what a phrase means, and what is odd about it."""

from datetime import date
from typing import NamedTuple

from motesprotokoll.model import DateSpan
from motesprotokoll.swedish.days import WrittenDay, WrittenSpan
from motesprotokoll.swedish.years import Bounds, Context, YearRule, infer


class Resolved(NamedTuple):
    """What a phrase means. Without ``span`` it means no day, for the reason in ``problem``."""

    span: DateSpan | None = None
    rule: YearRule | None = None
    problem: str | None = None
    """"year-missing" or "impossible"."""
    wrong_weekday: bool = False
    wrong_week: bool = False


def resolve(written: WrittenSpan, known: Context) -> Resolved:
    """The days that *written* means where *known* is known."""
    explicit = _explicit(written)
    rule: YearRule | None
    if explicit is not None:
        bounds, rule = bounds_in(explicit, 0), "explicit"
    else:
        last = written.end or written.start
        named = written.start.weekday is not None or last.weekday is not None
        found = infer(
            lambda year: bounds_in(written, year),
            known,
            (lambda bounds: _weekdays_fit(written, bounds)) if named else None,
        )
        if found is None:
            missing = known.year is None and known.meeting_date is None
            return Resolved(problem="year-missing" if missing else "impossible")
        bounds, rule = found
    if bounds is None:
        return Resolved(problem="impossible")
    return Resolved(
        DateSpan(*bounds),
        rule,
        wrong_weekday=not _weekdays_fit(written, bounds),
        wrong_week=written.week is not None and bounds[0].isocalendar().week != written.week,
    )


def _explicit(written: WrittenSpan) -> WrittenSpan | None:
    """*written* with both years, if it names one. If only the last day has a year, the first is before it."""
    start, end = written.start, written.end
    if end is None:
        return written if start.year is not None else None
    if start.year is None and end.year is None:
        return None
    if start.year is None and end.year is not None:
        start = start._replace(year=end.year - (_in_year(start) > _in_year(end)))
    elif end.year is None and start.year is not None:
        end = end._replace(year=start.year + (_in_year(start) > _in_year(end)))
    return written._replace(start=start, end=end)


def _in_year(day: WrittenDay) -> tuple[int, int]:
    return day.month or 0, day.day


def bounds_in(written: WrittenSpan, year: int) -> Bounds | None:
    """The days of *written*, those without a year in *year*; a span may run into the next one."""
    start = _day(written.start, year)
    if written.end is None or start is None:
        return None if start is None else (start, start)
    over = not written.shared and _in_year(written.start) > _in_year(written.end)
    end = _day(written.end, year + over)
    return None if end is None else (start, end)


def _day(written: WrittenDay, year: int) -> date | None:
    try:
        return date(year if written.year is None else written.year, written.month or 0, written.day)
    except ValueError:  # 29 February of another year, 31 April, or beyond the calendar
        return None


def _weekdays_fit(written: WrittenSpan, bounds: Bounds) -> bool:
    last = written.end or written.start
    return written.start.weekday in (None, bounds[0].weekday()) and last.weekday in (
        None,
        bounds[1].weekday(),
    )
