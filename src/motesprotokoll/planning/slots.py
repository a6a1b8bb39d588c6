"""The days on which a meeting may be: what forbids a day, and what makes it worse."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cached_property

import attrs

from motesprotokoll.checks.plans import NOON, Hours, overlap
from motesprotokoll.model import DateSpan
from motesprotokoll.model.times import days_of
from motesprotokoll.planning.busy import Busy
from motesprotokoll.planning.penalties import (
    ALMEDALEN_WEEK,
    FIRST_SCHOOL_WEEKS,
    LAST_SCHOOL_WEEKS,
    Drawback,
    drawback,
)
from motesprotokoll.planning.reasons import Reason, because, rounded_weeks, week
from motesprotokoll.planning.wishes import Wishes
from motesprotokoll.swedish.free_days import ONE_DAY, bridge_day, half_day, non_working_day
from motesprotokoll.swedish.school import SchoolBreak, school_breaks
from motesprotokoll.swedish.words import SATURDAY, WEEKDAY_NAMES

WORKING_WEEK = frozenset(range(5))
# What is even at the ends of a window, as a share of the distance between two meetings: with a quarter, four
# meetings of an autumn come out five weeks apart from early September to early December, which is how
# networks decide them. Summer and New Year, beyond the windows, part the half-years anyway.
_EDGE = 0.25


@attrs.frozen
class Slot:
    """A day, or two, on which the body could meet, and what speaks against it."""

    dates: DateSpan
    drawbacks: tuple[Drawback, ...] = ()
    other_week: bool = False
    """Whether last year had no meeting in that ISO week."""

    @property
    def start(self) -> date:
        """The first day."""
        return self.dates.start

    @property
    def end(self) -> date:
        """The last day."""
        return self.dates.end

    @property
    def is_two_days(self) -> bool:
        """Whether it is the slot of two days."""
        return not self.dates.is_one_day

    @property
    def points(self) -> int:
        """What its own drawbacks weigh."""
        return sum(one.points for one in self.drawbacks)


@attrs.frozen
class Half:
    """A half-year of the plan."""

    name: str
    count: int
    window: DateSpan

    def uneven(self, days: int) -> int:
        """How many whole weeks a distance of *days* between two meetings is from the even one."""
        return abs(rounded_weeks(days) - self.even_weeks)

    def askew(self, days: int) -> int:
        """How many whole weeks the first or the last meeting, *days* from the window's end, is from even."""
        return rounded_weeks(abs(days - self.even_edge))

    @cached_property
    def even_weeks(self) -> int:
        """The distance in weeks at which that many meetings lie evenly in the window."""
        return max(1, rounded_weeks(round(self._even)))

    @cached_property
    def even_edge(self) -> int:
        """The distance in days of the first and the last from the ends of the window."""
        return round(self._even * _EDGE)

    @property
    def _even(self) -> float:
        days = (self.window.end - self.window.start).days + 1
        return days / (self.count - 1 + 2 * _EDGE)


def halves(wishes: Wishes) -> tuple[Half, Half]:
    """Spring and autumn."""
    return (
        Half("spring", wishes.spring, wishes.spring_window),
        Half("autumn", wishes.autumn, wishes.autumn_window),
    )


@attrs.frozen(eq=False)
class Ground:
    """The days of the year as the wishes see them."""

    wishes: Wishes

    def obstacle(self, dates: DateSpan) -> Reason | None:
        """What forbids a meeting on *dates*, wherever the windows are; the first thing by date."""
        found = (self.obstacles.get(day) for day in days_of(dates))
        return next((reason for reason in found if reason is not None), None)

    @cached_property
    def obstacles(self) -> Mapping[date, Reason]:
        """Each day of the year that is forbidden, and why."""
        return {day: reason for day in self._year() if (reason := self._obstacle(day)) is not None}

    def _year(self) -> Iterator[date]:
        year = self.wishes.year
        return days_of(DateSpan(date(year, 1, 1), date(year, 12, 31)))

    def _obstacle(self, day: date) -> Reason | None:
        free = non_working_day(day)
        if free is not None:
            return because("{name}", name=free)
        if day.weekday() >= SATURDAY and day.weekday() not in self.wishes.weekdays:
            return because("{name}", name=WEEKDAY_NAMES[day.weekday()])
        return self._blocked.get(day) or self._breaks.get(day)

    @cached_property
    def _blocked(self) -> Mapping[date, Reason]:
        return {
            day: because("{what}", what=one[0].what) if one[0].what else because("spärrad dag")
            for day, one in self._by_day(self.wishes.blocked).items()
        }

    @cached_property
    def _breaks(self) -> Mapping[date, Reason]:
        """Certain breaks before possible ones, as in `motesprotokoll.swedish.school_break`."""
        found: dict[date, Reason] = {}
        rows = school_breaks(self.wishes.year, self.wishes.school_breaks)
        for one in sorted(rows, key=lambda row: not row.certain):
            for day in days_of(one.dates, self.wishes.year):
                found.setdefault(day, _break_reason(one, day))
        return found

    @cached_property
    def _avoided(self) -> Mapping[date, list[Busy]]:
        return self._by_day(self.wishes.avoid)

    def _by_day(self, rows: tuple[Busy, ...]) -> Mapping[date, list[Busy]]:
        found: dict[date, list[Busy]] = {}
        for one in rows:
            for day in days_of(one.dates, self.wishes.year):
                found.setdefault(day, []).append(one)
        return found

    @cached_property
    def last_weeks(self) -> frozenset[int]:
        """The ISO weeks in which the body met last year."""
        return frozenset(days.start.isocalendar().week for days in self.wishes.days_of_last_year)

    @cached_property
    def _hours(self) -> Hours:
        return self.wishes.hours

    @property
    def _is_over_by_noon(self) -> bool:
        return self._hours[1] <= NOON

    def slot(self, dates: DateSpan) -> Slot:
        """*dates* with all that speaks against them."""
        found = dict.fromkeys(one for day in days_of(dates) for one in self._drawbacks(day, dates))
        other = bool(self.last_weeks) and dates.start.isocalendar().week not in self.last_weeks
        return Slot(dates, tuple(found), other)

    def _drawbacks(self, day: date, dates: DateSpan) -> Iterator[Drawback]:
        bridge = bridge_day(day)
        if bridge is not None:
            reason = because("klämdag mellan {before} och {after}", before=bridge.before, after=bridge.after)
            yield drawback("bridge-day", reason)
        half = half_day(day)
        if half is not None and not (dates.is_one_day and self._is_over_by_noon):
            yield drawback("half-day", because("{name}, då många går hem tidigt", name=half))
        name = non_working_day(day - ONE_DAY)
        if name is not None and bridge is None and 0 < day.weekday() <= SATURDAY:
            yield drawback("after-holiday", because("dagen efter {name}", name=name))
        yield from _of_week(day)
        yield from self._collisions(day, dates)

    def _collisions(self, day: date, dates: DateSpan) -> Iterator[Drawback]:
        for one in self._avoided.get(day, ()):
            if not dates.is_one_day or overlap(one.hours, self._hours):
                name, template, plain = "collision", "krockar med {what}", "någon annan är upptagen"
            else:
                name, template = "same-day", "samma dag som {what}"
                plain = "någon annan är upptagen samma dag"
            yield drawback(name, because(template, what=one.what) if one.what else because(plain))


def _break_reason(one: SchoolBreak, day: date) -> Reason:
    template = "{name}, {week}" if one.certain else "{name} kan ligga då, {week}"
    return because(template, name=one.name, week=week(day))


def _of_week(day: date) -> Iterator[Drawback]:
    number = day.isocalendar().week
    if number in FIRST_SCHOOL_WEEKS:
        yield drawback("first-school-week", because("skolterminen brukar börja {week}", week=week(day)))
    if number in LAST_SCHOOL_WEEKS:
        yield drawback("last-school-week", because("skolterminen brukar sluta {week}", week=week(day)))
    if number == ALMEDALEN_WEEK:
        yield drawback("almedalen", because("Almedalsveckan, {week}", week=week(day)))


def slots(ground: Ground, half: Half) -> tuple[Slot, ...]:
    """Where a meeting of *half* may be, by date; a single day before the two days that begin with it."""
    days = sorted(possible_days(ground, half), key=lambda one: (one.start, one.end))
    return tuple(ground.slot(dates) for dates in days)


def possible_days(ground: Ground, half: Half) -> Iterator[DateSpan]:
    """Where a meeting of *half* may be: the single days, and then the pairs of days."""
    yield from _single_days(ground, half.window)
    yield from _pairs(ground, half.window)


def _single_days(ground: Ground, window: DateSpan) -> Iterator[DateSpan]:
    for day in days_of(window):
        if day.weekday() in ground.wishes.weekdays and day not in ground.obstacles:
            yield DateSpan(day)


def _pairs(ground: Ground, window: DateSpan) -> Iterator[DateSpan]:
    """Two days in a row, of which one is a weekday that was asked for."""
    wished = ground.wishes.two_days
    if wished is None:
        return
    first, last = max(window.start, wished.start), min(window.end, wished.end)
    for day in days_of(DateSpan(first, last - ONE_DAY)):
        pair = DateSpan(day, day + timedelta(days=1))
        if {day.weekday(), pair.end.weekday()} & {*ground.wishes.weekdays} and ground.obstacle(pair) is None:
            yield pair
