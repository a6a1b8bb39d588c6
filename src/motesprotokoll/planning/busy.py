"""Days on which somebody is busy: what a caller blocks, avoids or wants to come before."""

from collections.abc import Iterable, Iterator
from datetime import date, time
from typing import Any

import attrs
from attrs import field

from motesprotokoll.errors import DateError, WrongTypeError, WrongValueError, quoted
from motesprotokoll.model import DateSpan, Occasion, PartOfDay, Schedule, TimeSpan
from motesprotokoll.model.text import is_series, is_text, to_text
from motesprotokoll.model.times import optional_instance, to_times
from motesprotokoll.swedish.dates import parse_date_span
from motesprotokoll.swedish.school import is_span_forwards

# Which hours a part of the day takes, for telling whether two meetings collide. Our own, and never written.
_HOURS = {
    PartOfDay.MORNING: (0, 12 * 60),
    PartOfDay.AFTERNOON: (12 * 60, 17 * 60),
    PartOfDay.EVENING: (17 * 60, 24 * 60),
}
_WHOLE_DAY = (0, 24 * 60)


def _to_span(value: "date | DateSpan") -> DateSpan:
    return DateSpan(value) if type(value) is date else value  # type: ignore[return-value]


@attrs.frozen
class Busy:
    """Upptagen: days on which somebody cannot, or should not, meet; and what is on then.

    Without times and part of day they are busy all day.
    """

    dates: DateSpan = field(converter=_to_span, validator=is_span_forwards)
    what: str | None = field(default=None, converter=to_text, validator=is_text)
    """Who is busy, or with what: "Förbundsstyrelsen"."""
    times: TimeSpan | None = field(
        default=None, kw_only=True, converter=to_times, validator=optional_instance(TimeSpan)
    )
    part_of_day: PartOfDay | None = field(default=None, kw_only=True, validator=optional_instance(PartOfDay))

    @property
    def days(self) -> Iterator[date]:
        """Each of the days."""
        return days_of(self.dates)


BusyLike = str | date | DateSpan | tuple[str | date | DateSpan, str] | Busy | Occasion | Schedule
"""What can stand for busy days: also Swedish words for a day, and a pair of days and the reason."""


def days_of(span: DateSpan) -> Iterator[date]:
    """Each day of *span*."""
    return (date.fromordinal(day) for day in range(span.start.toordinal(), span.end.toordinal() + 1))


def to_busy(value: Iterable[BusyLike] | Schedule, year: int, where: str) -> tuple[Busy, ...]:
    """Busy days of whatever a caller gave for the argument *where*, sorted, each once.

    Raises:
        WrongTypeError: Something else.
        WrongValueError: Words that are no day, or a span that runs backwards.
    """
    if isinstance(value, Schedule):
        value = (value,)
    if not is_series(value):
        raise WrongTypeError(f"expected a list of days, got {quoted(value)}", where, "write [...] around one")
    found = {busy for one in value for busy in _each(one, year, where)}
    return tuple(sorted(found, key=_order))


def _each(value: Any, year: int, where: str) -> Iterator[Busy]:
    if isinstance(value, Schedule):
        what = value.network.name if value.network else value.title
        for one in value.occasions:
            yield from _of_occasion(one, what, value.part_of_day)
    elif isinstance(value, Occasion):
        yield from _of_occasion(value, None, None)
    elif isinstance(value, Busy):
        yield value
    else:
        yield _of_days(value, year, where)


def _of_occasion(one: Occasion, what: str | None, part: PartOfDay | None) -> Iterator[Busy]:
    """An occasion without a certain day, or one that is cancelled, keeps nobody busy."""
    if isinstance(one.dates, DateSpan) and one.dates.start <= one.dates.end and not one.cancelled:
        # A meeting of several days takes all of them, whatever part of the day the others have.
        part = one.part_of_day or (part if one.dates.is_one_day else None)
        yield Busy(one.dates, what or one.label, times=one.times, part_of_day=part)


def _of_days(value: Any, year: int, where: str) -> Busy:
    what = None
    if type(value) is tuple and len(value) == 2 and isinstance(value[1], str):
        value, what = value
    if isinstance(value, str):
        value = to_span(value, year, where)
    if type(value) not in (date, DateSpan):
        raise WrongTypeError(f"expected a date, a DateSpan or a Busy, got {quoted(value)}", where)
    try:
        return Busy(value, what)
    except WrongValueError as error:
        raise WrongValueError(error.problem, where) from error


def to_span(text: str, year: int, where: str) -> DateSpan:
    """The days that *text* says, of *year* where it names none.

    Raises:
        WrongValueError: It says none.
    """
    try:
        return parse_date_span(text, year=year)
    except DateError as error:
        raise WrongValueError(error.problem, where, error.hint) from error


def _order(busy: Busy) -> tuple[date, date, str, str, str]:
    return busy.dates.start, busy.dates.end, busy.what or "", str(busy.times), str(busy.part_of_day)


def overlap(one: "Busy | Meets", other: "Busy | Meets") -> bool:
    """Whether both take place at the same time of the day, as far as is known."""
    (start, end), (other_start, other_end) = _minutes(one), _minutes(other)
    return start < other_end and other_start < end


@attrs.frozen
class Meets:
    """At what time of the day a body meets."""

    times: TimeSpan | None = None
    part_of_day: PartOfDay | None = None

    @property
    def is_over_by_noon(self) -> bool:
        """Whether it is over before people go home on a half day."""
        return _minutes(self)[1] <= _NOON_AT_THE_LATEST


# "A half day is none for a meeting in the morning": calendars give half days as free from 14 (package
# `holidays`, categories OPTIONAL and BANK), and a meeting until 13 still ends in peace before that.
_NOON_AT_THE_LATEST = 13 * 60


def _minutes(one: "Busy | Meets") -> tuple[int, int]:
    if one.times is not None:
        return _clock(one.times.start), _end_of(one.times)
    return _WHOLE_DAY if one.part_of_day is None else _HOURS.get(one.part_of_day, _WHOLE_DAY)


def _end_of(times: TimeSpan) -> int:
    """An end that is not known, or past midnight, may be at any hour."""
    if times.end is None or times.end <= times.start:
        return _WHOLE_DAY[1]
    return _clock(times.end)


def _clock(at: time) -> int:
    return at.hour * 60 + at.minute
