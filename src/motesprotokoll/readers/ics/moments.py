"""Days and moments as calendars write them."""

import re
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import cache
from typing import Final, overload
from zoneinfo import ZoneInfo, available_timezones

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from motesprotokoll.errors import ReadError, quoted
from motesprotokoll.ical.entries import MARGIN, Moment
from motesprotokoll.ical.names import TIME_ZONE
from motesprotokoll.readers.ics.components import Component, Property

HOME: Final = ZoneInfo(TIME_ZONE)
"""Where a time without a zone is, and one in a zone that nobody knows."""
_MOMENT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?:T([0-9]{2})([0-9]{2})([0-9]{2})(Z)?)?")
_DURATION = re.compile(
    r"([+-])?P(?:([0-9]{1,6})W|(?:([0-9]{1,6})D)?(?:T(?:([0-9]{1,6})H)?(?:([0-9]{1,8})M)?(?:([0-9]{1,9})S)?)?)"
)


def moment_of(found: Property, where: str) -> Moment:
    """The day or the moment that a line says. A clock time that comes twice is the first of the two.

    Raises:
        ReadError: None.
    """
    return moment_in(found.value, found.parameters.get("TZID"), where)


def moment_in(text: str, zone: str | None, where: str) -> Moment:
    """As `moment_of`, of a value by itself."""
    match = _MOMENT.fullmatch(text.strip().upper())
    if match is None:
        raise ReadError(f"{quoted(text)} is no day and no moment", where)
    year, month, day = map(int, match.group(1, 2, 3))
    try:
        if match[4] is None:
            return date(year, month, day)
        hour, minute, second = map(int, match.group(4, 5, 6))
        # A leap second, 60, is the second before it (RFC 5545, section 3.3.12, allows that).
        moment = datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC)
    except ValueError:
        raise ReadError(f"{quoted(text)} is no day of the calendar", where) from None
    if not date.min + MARGIN < moment.date() < date.max - MARGIN:
        raise ReadError(f"{quoted(text)} is at the edge of the calendar", where)
    return moment if match[7] else moment.replace(tzinfo=zone_of(zone))


def zone_of(name: str | None) -> tzinfo:
    """The time zone that calendars call *name*, by the database of zones or by the names of Windows.

    Names with a path of their maker before them are known by their ends. A zone that is only described in
    the calendar is taken for `HOME`.
    """
    if name is None:
        return HOME
    return _zone(name[-_LONGEST_NAME:].strip().strip('"'))


_LONGEST_NAME = 100


@cache
def _known() -> frozenset[str]:
    # Not by asking ZoneInfo: "Europe" is a folder on the disk, and raises what no name should.
    return frozenset(available_timezones())


def _zone(name: str) -> tzinfo:
    name = WINDOWS_TO_OLSON.get(name, name)
    parts = name.split("/")
    for length in (len(parts), 3, 2, 1):
        known = "/".join(parts[-length:])
        if known in _known():
            return ZoneInfo(known)
    return HOME


@overload
def in_utc(moment: datetime) -> datetime: ...
@overload
def in_utc(moment: Moment) -> Moment: ...
def in_utc(moment: Moment) -> Moment:
    """*moment* in UTC; a day stays a day."""
    return moment.astimezone(UTC) if isinstance(moment, datetime) else moment


def day_of(moment: Moment) -> date:
    """The day of *moment*, in its own zone."""
    return moment.date() if isinstance(moment, datetime) else moment


def length_of(text: str, where: str) -> timedelta:
    """A duration (RFC 5545, section 3.3.6).

    Raises:
        ReadError: None.
    """
    match = _DURATION.fullmatch(text.strip().upper())
    if match is None or not any(match.groups()[1:]):
        raise ReadError(f"{quoted(text)} is no duration", where)
    weeks, days, hours, minutes, seconds = (int(one or 0) for one in match.groups()[1:])
    length = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    return -length if match[1] == "-" else length


def span_of(event: Component) -> tuple[Moment, Moment | None]:
    """When *event* begins, and before which day or moment it ends, if that is told.

    Raises:
        ReadError: It does not begin, or its times are none.
    """
    begins, ends, lasts = event.first("DTSTART"), event.first("DTEND"), event.first("DURATION")
    if begins is None:
        raise ReadError("an event has no DTSTART", event.where)
    start = moment_of(begins, event.where)
    end = moment_of(ends, event.where) if ends else None
    if end is None and lasts is not None:
        end = _after(start, length_of(lasts.value, event.where), event.where)
    if end is not None and isinstance(start, datetime) != isinstance(end, datetime):
        raise ReadError("an event begins on a day and ends at an hour, or the other way round", event.where)
    return start, end


def _after(start: Moment, length: timedelta, where: str) -> Moment:
    try:
        # A duration counts hours that pass, and a day is a day on the clock (RFC 5545, section 3.8.2.5).
        days = timedelta(days=length.days)
        end = start + days
        if isinstance(end, datetime):
            end = (in_utc(end) + (length - days)).astimezone(end.tzinfo)
    except OverflowError:
        raise ReadError("an event ends beyond the calendar", where) from None
    return end
