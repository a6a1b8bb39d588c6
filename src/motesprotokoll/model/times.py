"""Days, hours and the points on a plan where a body meets."""

from collections.abc import Iterator
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

import attrs
from attrs import field

from motesprotokoll.errors import WrongTypeError, quoted
from motesprotokoll.model.text import (
    is_bool,
    is_name,
    is_text,
    optional_instance,
    refuse,
    refuse_value,
    short_repr,
    to_name,
    to_text,
)


class PartOfDay(StrEnum):
    """Del av dag, where a document names no clock time."""

    MORNING = "morning"
    """Förmiddag."""
    AFTERNOON = "afternoon"
    """Eftermiddag."""
    EVENING = "evening"
    """Kväll."""
    WHOLE_DAY = "whole-day"
    """Heldag."""


class Mode(StrEnum):
    """Mötesform."""

    ON_SITE = "on-site"
    """Fysiskt möte."""
    REMOTE = "remote"
    """Digitalt möte, distansmöte."""
    HYBRID = "hybrid"
    """Hybridmöte: some in the room, some by link."""


def is_date(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    """A day. A `datetime` is also a `date` to Python, but it says more than a day and is refused."""
    if type(value) is not date:
        hint = "write value.date()" if isinstance(value, datetime) else None
        error = refuse(instance, attribute, value, "a date")
        raise WrongTypeError(error.problem, error.where, hint)


def is_optional_date(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    """A day or ``None``."""
    if value is not None:
        is_date(instance, attribute, value)


def is_time(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    """A clock time on the wall, without a zone, to the minute."""
    if type(value) is not time:
        raise refuse(instance, attribute, value, "a time")
    if value.tzinfo is not None or value.second or value.microsecond:
        raise refuse_value(instance, attribute, value, "a time without zone, in whole minutes")


def is_optional_time(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    """A clock time or ``None``."""
    if value is not None:
        is_time(instance, attribute, value)


@attrs.frozen(repr=False)
class DateSpan:
    """Datum eller datumintervall: a day, or the days from ``start`` to ``end``, both included.

    An end before its start is kept as the document says it; `motesprotokoll.check` tells.
    """

    start: date = field(validator=is_date)
    end: date = field(
        default=attrs.Factory(lambda self: self.start, takes_self=True),
        validator=is_date,
    )

    @property
    def is_one_day(self) -> bool:
        """Whether start and end are the same day."""
        return self.start == self.end

    def __str__(self) -> str:
        return str(self.start) if self.is_one_day else f"{self.start}/{self.end}"

    def __repr__(self) -> str:
        return f"DateSpan({self})"


def days_of(span: DateSpan, year: int | None = None) -> Iterator[date]:
    """Each day of *span*; where there is a *year*, each that lies in it."""
    first, last = span.start, span.end
    if year is not None:
        first, last = max(first, date(year, 1, 1)), min(last, date(year, 12, 31))
    return map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1))


def _minutes(value: time) -> str:
    return f"{value:%H:%M}"


@attrs.frozen(repr=False)
class TimeSpan:
    """Klockslag eller tidsintervall: from ``start`` to ``end``; the end may be unknown.

    An end of 00:00 is midnight at the end of the day (24.00).
    """

    start: time = field(validator=is_time)
    end: time | None = field(default=None, validator=is_optional_time)

    def __str__(self) -> str:
        return _minutes(self.start) if self.end is None else f"{_minutes(self.start)}–{_minutes(self.end)}"

    def __repr__(self) -> str:
        return f"TimeSpan({self})"


@attrs.frozen(repr=False)
class PartialDate:
    """Ungefärligt datum: a time as it was written ("i slutet av augusti") and the days that it may mean."""

    text: str = field(converter=to_name, validator=is_name)
    earliest: date | None = field(default=None, kw_only=True, validator=is_optional_date)
    latest: date | None = field(default=None, kw_only=True, validator=is_optional_date)

    def __repr__(self) -> str:
        return short_repr(self, "text", "earliest", "latest")


Dates = DateSpan | PartialDate


def to_dates(value: date | Dates | None) -> Dates | None:
    """A plain day becomes a span of one day."""
    return DateSpan(value) if type(value) is date else value  # type: ignore[return-value]


def to_times(value: time | TimeSpan | None) -> TimeSpan | None:
    """A plain clock time becomes a span without an end."""
    return TimeSpan(value) if type(value) is time else value  # type: ignore[return-value]


is_optional_dates = optional_instance(DateSpan, PartialDate)


def is_optional_sequence(instance: object, attribute: "attrs.Attribute[Any]", value: Any) -> None:
    """A revision number of a calendar entry: a whole number from 0, or ``None``.

    Source: RFC 5545, section 3.3.8: an INTEGER has 32 bits.
    """
    if value is None:
        return
    if type(value) is not int:
        raise refuse(instance, attribute, value, "a whole number or None")
    if not 0 <= value <= 2_147_483_647:
        raise refuse_value(instance, attribute, value, "a whole number from 0 to 2147483647")


@attrs.frozen(kw_only=True, repr=False)
class Occasion:
    """Mötestillfälle: one point on a plan, with as much as is known of it."""

    dates: Dates | None = field(default=None, kw_only=False, converter=to_dates, validator=is_optional_dates)
    times: TimeSpan | None = field(default=None, converter=to_times, validator=optional_instance(TimeSpan))
    part_of_day: PartOfDay | None = field(default=None, validator=optional_instance(PartOfDay))
    place: str | None = field(default=None, converter=to_text, validator=is_text)
    mode: Mode | None = field(default=None, validator=optional_instance(Mode))
    tentative: bool = field(default=False, validator=is_bool)
    """Preliminärt: the date or time may change."""
    place_tentative: bool = field(default=False, validator=is_bool)
    """Preliminär plats: the place may change."""
    cancelled: bool = field(default=False, validator=is_bool)
    """Inställt."""
    label: str | None = field(default=None, converter=to_text, validator=is_text)
    """What the occasion is called, such as "Studieresa"."""
    note: str | None = field(default=None, converter=to_text, validator=is_text)
    """What else the document says of it."""
    uid: str | None = field(default=None, converter=to_text, validator=is_text)
    """The identity of the calendar entry, given once and kept."""
    sequence: int | None = field(default=None, validator=is_optional_sequence)
    """The revision of the calendar entry, counted from 0."""

    @property
    def first_day(self) -> date | None:
        """The (first) day, or ``None`` where only a vague date is known."""
        return self.dates.start if isinstance(self.dates, DateSpan) else None

    def __repr__(self) -> str:
        parts = [str(part) for part in (self.dates, self.times, self.place, self.label) if part is not None]
        return f"Occasion({quoted(', '.join(parts), 100)})"


_SAID = ("times", "part_of_day", "place", "mode", "label", "note")


def completed(one: Occasion, other: Occasion) -> Occasion:
    """*one*, and where it leaves something unsaid that a document may tell, what *other* says of it."""
    unsaid = {name: getattr(other, name) for name in _SAID if getattr(one, name) is None}
    return attrs.evolve(one, **unsaid)


def to_occasion(value: "date | Dates | Occasion | None") -> "Occasion | None":
    """A plain day or span becomes an occasion on that day."""
    return Occasion(value) if type(value) in (date, DateSpan, PartialDate) else value  # type: ignore[arg-type, return-value]
