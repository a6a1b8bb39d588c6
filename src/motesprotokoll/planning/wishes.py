"""Wishes: what a plan is to be like, understood from what a caller types."""

from collections.abc import Iterable
from datetime import date, time
from typing import Any

import attrs

from motesprotokoll.checks.plans import Hours, Plan
from motesprotokoll.errors import DateError, WrongTypeError, WrongValueError, quoted
from motesprotokoll.model import DateSpan, Mode, Network, Occasion, PartOfDay, Schedule, TimeSpan
from motesprotokoll.model.text import canonical, is_series
from motesprotokoll.planning.busy import Busy, to_span
from motesprotokoll.swedish.free_days import free_days
from motesprotokoll.swedish.occasions import parse_part_of_day
from motesprotokoll.swedish.school import SchoolBreak, YearlyBreak
from motesprotokoll.swedish.times import parse_time_span
from motesprotokoll.swedish.words import STATUSES, WEEKDAY_PLURALS, WEEKDAYS

Span = DateSpan | tuple[date, date] | str
"""Days from and to, also as Swedish words such as "15 januari–14 juni" or "november"."""

_ENGLISH = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAYS = {name: number for number, name in enumerate(_ENGLISH)} | WEEKDAYS | WEEKDAY_PLURALS
MOST_MEETINGS = 60
"""How many meetings a half-year may have: more than one a week is no plan of a network."""

# The usual windows leave out the summer and the weeks about New Year, when nobody plans meetings.
SPRING = ((1, 15), (6, 14))
AUTUMN = ((8, 20), (12, 15))


@attrs.frozen(kw_only=True)
class Wishes:
    """Önskemål: what `propose` was asked for, understood. `propose` makes it."""

    network: Network
    year: int
    weekdays: tuple[int, ...]
    """From 0, Monday, to 6."""
    part_of_day: PartOfDay | None
    times: TimeSpan | None
    spring: int
    autumn: int
    spring_window: DateSpan
    autumn_window: DateSpan
    least_days: int
    """From the last day of one meeting to the first day of the next."""
    two_days: DateSpan | None
    """Where the meeting of two days is to be, ``None`` if there is none."""
    school_breaks: tuple[SchoolBreak | YearlyBreak, ...]
    blocked: tuple[Busy, ...]
    avoid: tuple[Busy, ...]
    before: tuple[Busy, ...]
    before_within: int
    """How many days before each of ``before`` a meeting is to be at most."""
    hosts: tuple[str, ...]
    last_year: Schedule | None
    place: str | None
    mode: Mode | None
    label: str | None
    """What the meeting of two days is called."""

    @property
    def days_of_last_year(self) -> tuple[DateSpan, ...]:
        """The days on which the body met last year, as far as they are known."""
        held = [one.dates for one in self.last_year.occasions if not one.cancelled] if self.last_year else []
        return tuple(dates for dates in held if isinstance(dates, DateSpan))

    @property
    def hours(self) -> Hours:
        """The hours that a meeting of one day takes: the whole day, where nothing else is known."""
        day = date(self.year, 1, 1)
        return Plan(Schedule()).hours(Occasion(day, times=self.times, part_of_day=self.part_of_day))


def to_weekdays(value: str | Iterable[str]) -> tuple[int, ...]:
    """The numbers of weekdays by their Swedish or English names, sorted."""
    names = (value,) if isinstance(value, str) else value
    if not is_series(names) and not isinstance(names, set | frozenset):
        raise WrongTypeError(f"expected names of weekdays, got {quoted(value)}", "weekdays")
    numbers = sorted({_weekday(name) for name in names})
    if not numbers:
        raise WrongValueError("a plan needs a weekday", "weekdays")
    return tuple(numbers)


def _weekday(name: str) -> int:
    if not isinstance(name, str):
        raise WrongTypeError(f"expected the name of a weekday, got {quoted(name)}", "weekdays")
    number = _WEEKDAYS.get(canonical(name).lower())
    if number is None:
        raise WrongValueError(f"{quoted(name)} is no weekday", "weekdays", "such as 'friday' or 'fredag'")
    return number


def to_part(value: PartOfDay | str | None) -> PartOfDay | None:
    """A part of the day, also by its value or its Swedish name."""
    if value is None or isinstance(value, PartOfDay):
        return value
    if not isinstance(value, str):
        raise WrongTypeError(f"expected PartOfDay, str or None, got {quoted(value)}", "part_of_day")
    known = {part.value: part for part in PartOfDay}
    try:
        return known.get(value) or parse_part_of_day(value)
    except DateError as error:
        hint = f"there is {', '.join(map(repr, known))}"
        raise WrongValueError(error.problem, "part_of_day", hint) from error


def to_times(value: TimeSpan | time | str | None) -> TimeSpan | None:
    """Clock times, also as words such as "9–12"."""
    if isinstance(value, str):
        try:
            return parse_time_span(value)
        except DateError as error:
            raise WrongValueError(error.problem, "times", error.hint) from error
    if type(value) is time:
        return TimeSpan(value)
    if value is not None and type(value) is not TimeSpan:
        raise WrongTypeError(f"expected TimeSpan, time, str or None, got {quoted(value)}", "times")
    return value


def to_mode(value: Mode | str | None) -> Mode | None:
    """A form of meeting, also by its value or its Swedish name."""
    if value is None or isinstance(value, Mode):
        return value
    if not isinstance(value, str):
        raise WrongTypeError(f"expected Mode, str or None, got {quoted(value)}", "mode")
    field, found = STATUSES.get(canonical(value).lower(), ("mode", value))
    if field != "mode" or found not in tuple(Mode):
        known = ", ".join(repr(one.value) for one in Mode)
        raise WrongValueError(f"{quoted(value)} is no form of meeting", "mode", f"there is {known}")
    return Mode(found)


def to_number(value: int, where: str, least: int, most: int) -> int:
    """A whole number between *least* and *most*."""
    if type(value) is not int:
        raise WrongTypeError(f"expected int, got {quoted(value)}", where)
    if not least <= value <= most:
        raise WrongValueError(f"expected a number from {least} to {most}, got {quoted(value)}", where)
    return value


def to_year(value: int) -> int:
    """A year whose holidays are known."""
    if type(value) is not int:
        raise WrongTypeError(f"expected int, got {quoted(value)}", "year")
    try:
        free_days(value)
    except (WrongValueError, ValueError, OverflowError) as error:
        hint = error.hint if isinstance(error, WrongValueError) else None
        raise WrongValueError(f"no Swedish holidays are known for {quoted(value)}", "year", hint) from error
    return value


def to_window(value: Span | None, year: int, where: str, usual: Any = None) -> DateSpan:
    """The days from and to of an argument, which must be in *year*; the *usual* ones without any."""
    if value is None:
        return DateSpan(*(date(year, *day) for day in usual))
    if isinstance(value, str):
        value = to_span(value, year, where)
    elif type(value) is tuple and len(value) == 2 and all(type(day) is date for day in value):
        value = DateSpan(*value)
    if type(value) is not DateSpan:
        raise WrongTypeError(f"expected a DateSpan, two dates or str, got {quoted(value)}", where)
    if not value.start.year == value.end.year == year:
        raise WrongValueError(f"{value} is not in the year {year}", where)
    if value.end < value.start:
        raise WrongValueError(f"{value} runs backwards", where)
    return value


def to_two_days(value: Span | None, year: int) -> DateSpan | None:
    """Where the meeting of two days is to be: months or a week in words, or days from and to."""
    if value is None:
        return None
    window = to_window(value, year, "two_days")
    if window.is_one_day:
        raise WrongValueError(f"{window} is a single day", "two_days", "such as 'november'")
    return window


def to_names(value: Iterable[str], where: str) -> tuple[str, ...]:
    """Names in the caller's order."""
    if not is_series(value):
        raise WrongTypeError(
            f"expected a list of names, got {quoted(value)}", where, "write [...] around one"
        )
    names = tuple(value)
    for name in names:
        if not isinstance(name, str):
            raise WrongTypeError(f"expected str, got {quoted(name)}", where)
        if not canonical(name):
            raise WrongValueError("a name must not be empty", where)
    return tuple(canonical(name) for name in names)


def to_text(value: str | None, where: str) -> str | None:
    """A text in canonical form, or ``None``."""
    if value is not None and not isinstance(value, str):
        raise WrongTypeError(f"expected str or None, got {quoted(value)}", where)
    return canonical(value) or None if value is not None else None


def to_own(value: Any, where: str, *classes: type) -> Any:
    """A value of one of *classes*, or ``None``."""
    if value is not None and type(value) not in classes:
        names = " or ".join(one.__name__ for one in classes)
        raise WrongTypeError(f"expected {names}, got {quoted(value)}", where)
    return value
