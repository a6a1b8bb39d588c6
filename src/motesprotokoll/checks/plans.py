"""A schedule as the rules see it: its occasions with their places, and the days and hours that they take."""

from collections.abc import Iterator
from datetime import date

import attrs

from motesprotokoll.model import DateSpan, Occasion, PartOfDay, Schedule
from motesprotokoll.model.times import days_of
from motesprotokoll.swedish import GR_SCHOOL_BREAKS, SchoolBreak, YearlyBreak

MOST_DAYS = 31
"""A span of more days is a period in which a body meets, and no meeting: its days are not looked at."""

Hours = tuple[int, int]
"""Minutes of the day, from and to."""
NOON, _EVENING, _MIDNIGHT = 12 * 60, 17 * 60, 24 * 60
"""People leave at noon on a half day: a meeting that is over by then is in no one's way."""
PARTS: dict[PartOfDay, Hours] = {
    PartOfDay.MORNING: (0, NOON),
    PartOfDay.AFTERNOON: (NOON, _EVENING),
    PartOfDay.EVENING: (_EVENING, _MIDNIGHT),
    PartOfDay.WHOLE_DAY: (0, _MIDNIGHT),
}
"""The hours that a part of the day stands for where no clock times are known."""
WHOLE_DAY = PARTS[PartOfDay.WHOLE_DAY]


@attrs.frozen
class Plan:
    """A schedule, where it stands, and what the caller wants it held against."""

    schedule: Schedule
    where: str = "$"
    breaks: tuple[SchoolBreak | YearlyBreak, ...] = GR_SCHOOL_BREAKS
    least_days: int = 0

    @property
    def name(self) -> str:
        """The body's name, or whatever tells this schedule from others."""
        network = self.schedule.network
        return network.name if network else self.schedule.title or self.where

    def occasions(self) -> Iterator[tuple[str, Occasion]]:
        """Every occasion with its place."""
        for number, occasion in enumerate(self.schedule.occasions):
            yield f"{self.where}.occasions[{number}]", occasion

    def held(self) -> Iterator[tuple[str, Occasion, DateSpan]]:
        """The occasions that are to be held on days that are known, with their days."""
        for where, occasion in self.occasions():
            span = span_of(occasion)
            if span is not None and not occasion.cancelled:
                yield where, occasion, span

    def hours(self, occasion: Occasion) -> Hours:
        """The hours that *occasion* takes of a day: the whole of it, where nothing else is known.

        A meeting whose end is not known goes on to the end of its part of the day.
        """
        if occasion.times is not None and occasion.dates is not None and not on_one_day(occasion):
            return WHOLE_DAY
        if occasion.times is not None:
            start = occasion.times.start.hour * 60 + occasion.times.start.minute
            end = occasion.times.end
            until = end.hour * 60 + end.minute if end else _end_of_part(start)
            return start, until if until > start else _MIDNIGHT
        part = self.schedule.part_of_day_of(occasion)
        return PARTS[part] if part else WHOLE_DAY


def on_one_day(occasion: Occasion) -> bool:
    """Whether *occasion* has no second day, as far as it is known."""
    return not isinstance(occasion.dates, DateSpan) or occasion.dates.is_one_day


def _end_of_part(start: int) -> int:
    return next(end for _, end in PARTS.values() if start < end)


def span_of(occasion: Occasion) -> DateSpan | None:
    """The days of *occasion*; ``None`` where they are vague, unknown, or end before they begin."""
    dates = occasion.dates
    return dates if isinstance(dates, DateSpan) and dates.start <= dates.end else None


def days_looked_at(span: DateSpan) -> tuple[date, ...]:
    """Each day of *span*; none of one that is longer than `MOST_DAYS`."""
    is_long = (span.end - span.start).days >= MOST_DAYS
    return () if is_long else tuple(days_of(span))


def overlap(one: Hours, other: Hours) -> bool:
    """Whether two spells of one day have a minute in common; a meeting may begin when another ends."""
    return one[0] < other[1] and other[0] < one[1]
