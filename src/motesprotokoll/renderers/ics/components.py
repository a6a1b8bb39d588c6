"""Entries as components of icalendar, and their bytes."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import (
    Calendar,
    Event,
    Timezone,
    TimezoneDaylight,
    TimezoneStandard,
    vCategory,
    vDuration,
    vInt,
    vRecur,
    vText,
    vUri,
    vUTCOffset,
)

from motesprotokoll.errors import RenderError
from motesprotokoll.ical import DATA, PRODUCT, TIME_ZONE, Entry

_ZONE = ZoneInfo(TIME_ZONE)


class Text(vText):
    """A text as a value of iCalendar (RFC 5545, section 3.3.11).

    That of icalendar takes the letters ``\\N`` in a text, as in a path, for a line break.
    """

    def to_ical(self) -> bytes:
        """The text, escaped."""
        escaped = self.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
        return escaped.encode("utf-8")


class _Categories(vCategory):
    """Categories, each escaped as `Text`."""

    def to_ical(self) -> bytes:
        return b",".join(Text(one).to_ical() for one in self.cats)


def event_of(entry: Entry) -> Event:
    """The event of *entry*: what it says, and nothing else."""
    event = Event()
    event.add("UID", Text(entry.uid))
    event.add("DTSTAMP", entry.stamp)
    for name, moment in zip(("DTSTART", "DTEND"), _written(entry), strict=True):
        if moment is not None:
            event.add(name, moment)
    if entry.sequence is not None:
        event.add("SEQUENCE", vInt(entry.sequence))
    event.add("SUMMARY", Text(entry.summary))
    if entry.place is not None:
        event.add("LOCATION", Text(entry.place))
    description = "\n".join((*entry.lines, *entry.agenda))
    if description:
        event.add("DESCRIPTION", Text(description))
    event.add("STATUS", vText(entry.status))
    event.add("TRANSP", vText("TRANSPARENT" if entry.transparent else "OPAQUE"))
    if entry.category is not None:
        event.add("CATEGORIES", _Categories([entry.category]))
    if entry.url is not None:
        event.add("URL", vUri(entry.url))
    return event


def _written(entry: Entry) -> tuple[date | None, date | None]:
    """Start and end as they are written: days, clock times in Stockholm, or both in UTC.

    UTC where a clock time would not say for certain which moment it is: in the hour that comes twice, which
    programs read differently, and before the rules of `time_zone`.
    """
    moments = (entry.start, entry.end)
    if not any(isinstance(moment, datetime) and not _is_plain(moment) for moment in moments):
        moments = tuple(
            moment.astimezone(_ZONE) if isinstance(moment, datetime) else moment for moment in moments
        )  # type: ignore[assignment]
    return moments


def _is_plain(moment: datetime) -> bool:
    """Whether the clock time of *moment* in Stockholm stands for it, by the rules of `time_zone`."""
    if moment < _FIRST:
        return False
    local = moment.astimezone(_ZONE)
    return local.replace(fold=0).utcoffset() == local.replace(fold=1).utcoffset()


_FIRST = datetime(1996, 10, 27, 1, tzinfo=UTC)
"""When the rules of `time_zone` begin to hold."""


def time_zone() -> Timezone:
    """Europe/Stockholm by two rules. Lists of dates instead of rules shift meetings an hour in Outlook.

    Source: direktiv 2000/84/EG and lag (1979:1038): summer time from the last Sunday of March to the last
    Sunday of October, at 01.00 UTC; with the October rule since 1996.
    """
    zone = Timezone()
    zone.add("TZID", vText(TIME_ZONE))
    zone.add_component(_observance(TimezoneDaylight(), "CEST", date(1996, 3, 31), 1, 2))
    zone.add_component(_observance(TimezoneStandard(), "CET", date(1996, 10, 27), 2, 1))
    return zone


def _observance(
    component: TimezoneDaylight | TimezoneStandard, name: str, first: date, before: int, after: int
) -> TimezoneDaylight | TimezoneStandard:
    hour = time(1 + before)  # 01.00 UTC on the clock that is left behind
    component.add("DTSTART", datetime.combine(first, hour))
    component.add("RRULE", vRecur({"FREQ": "YEARLY", "BYMONTH": first.month, "BYDAY": "-1SU"}))
    component.add("TZOFFSETFROM", vUTCOffset(timedelta(hours=before)))
    component.add("TZOFFSETTO", vUTCOffset(timedelta(hours=after)))
    component.add("TZNAME", vText(name))
    return component


def calendar_of(
    entries: Iterable[Entry],
    *,
    name: str | None = None,
    told: Iterable[str] = (),
    categories: Iterable[str] = (),
    data: Iterable[str] = (),
    method: str | None = None,
    refresh: timedelta | None = None,
) -> Calendar:
    """A calendar of *entries*, in their order, with a time zone where one of them needs it.

    There is no X-WR-TIMEZONE: each time says its own zone, and programs differ in what else they take it for.

    Args:
        name: What it is called in a list of calendars.
        told: What it says of itself, line by line.
        categories: The bodies that meet.
        data: Schedules as JSON, for `motesprotokoll.read_schedules`. They hold all that the schedule says.
        method: METHOD of iTIP; a plain file has none.
        refresh: How often a program that subscribes to the calendar should ask for it again.
    """
    calendar = Calendar()
    calendar.add("VERSION", vText("2.0"))
    calendar.add("PRODID", vText(PRODUCT))
    calendar.add("CALSCALE", vText("GREGORIAN"))
    if method is not None:
        calendar.add("METHOD", vText(method))
    if name is not None:
        for property_name in ("NAME", "X-WR-CALNAME"):  # RFC 7986, and what programs knew before it
            calendar.add(property_name, Text(name))
    description = "\n".join(told)
    if description:
        for property_name in ("DESCRIPTION", "X-WR-CALDESC"):
            calendar.add(property_name, Text(description))
    bodies = [*dict.fromkeys(categories)]
    if bodies:
        calendar.add("CATEGORIES", _Categories(bodies))
    if refresh is not None:
        calendar.add("REFRESH-INTERVAL", vDuration(refresh), parameters={"VALUE": "DURATION"})
        calendar.add("X-PUBLISHED-TTL", vDuration(refresh))
    for one in data:
        calendar.add(DATA, Text(one))
    events = [event_of(entry) for entry in entries]
    if any("TZID" in event["DTSTART"].params for event in events):
        calendar.add_component(time_zone())
    for event in events:
        calendar.add_component(event)
    return calendar


_CONTROL = re.compile(rb"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]")
_BARE = re.compile(rb"\r(?!\n)|(?<!\r)\n")
_LONGEST_LINE = 75


def content_of(calendar: Calendar) -> bytes:
    """The bytes of *calendar*: lines of at most 75 octets that end in CRLF, and no control in them.

    Raises:
        RenderError: A value holds a control character, which icalendar writes as it is.
    """
    content: bytes = calendar.to_ical()
    lines = content.split(b"\r\n")
    if _CONTROL.search(content) or _BARE.search(content) or max(map(len, lines)) > _LONGEST_LINE:
        raise RenderError("a value holds what no line of a calendar may hold")
    return content
