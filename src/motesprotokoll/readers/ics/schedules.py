"""Our own calendars back into plans: by the data that they carry, else by what they show."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Final

from motesprotokoll.errors import MinutesError, ReadError
from motesprotokoll.ical import DATA, PRODUCT, Entry, entries_of
from motesprotokoll.ical.occasions import own_lines, schedule_of
from motesprotokoll.limits import Limits
from motesprotokoll.model import Schedule
from motesprotokoll.model.text import canonical
from motesprotokoll.readers.ics.components import Component, calendars_in, split_texts
from motesprotokoll.readers.ics.moments import in_utc, span_of
from motesprotokoll.serialisation import loads

SCHEDULE_NAMES: Final = (
    *("PRODID", "NAME", "X-WR-CALNAME", "DESCRIPTION", "X-WR-CALDESC", "CATEGORIES", DATA),
    *("UID", "DTSTART", "DTEND", "DURATION", "SUMMARY", "LOCATION", "STATUS", "SEQUENCE"),
)
"""The lines that plans are read from."""
_STATUSES = ("CONFIRMED", "TENTATIVE", "CANCELLED")


def schedules_in(data: bytes, limits: Limits) -> tuple[Schedule, ...]:
    """The plans in a calendar that we wrote; in one of several bodies each has its own.

    The data that it carries are trusted for a body whose events are just those that they give. Else somebody
    has moved, added or removed one, and the events are read as they stand.

    Raises:
        ReadError: It is no calendar, a broken one, or not one of ours.
    """
    calendars = calendars_in(data, SCHEDULE_NAMES, limits)
    ours = [one for one in calendars if is_ours(one)]
    if not ours:
        raise ReadError(
            "this calendar was not written with motesprotokoll, so it holds no schedule",
            hint="planning.busy_days() tells when others are busy",
        )
    return tuple(schedule for one in ours for schedule in schedules_of(one, limits))


def is_ours(calendar: Component) -> bool:
    """Whether we wrote the calendar, or it carries what we wrote."""
    return canonical(calendar.text("PRODID") or "") == PRODUCT or DATA in calendar.properties


def schedules_of(calendar: Component, limits: Limits) -> list[Schedule]:
    """The plans in one calendar of ours."""
    entries: dict[str | None, list[Entry]] = defaultdict(list)
    for part in calendar.parts:
        if part.kind == "VEVENT":
            entry = _entry(part)
            entries[entry.category].append(entry)
    plans: dict[str | None, list[Schedule]] = defaultdict(list)
    for plan in _carried(calendar, limits):
        plans[plan.body_name].append(plan)
    bodies = list(dict.fromkeys((*_bodies(calendar), *plans, *entries))) or [None]
    found: list[Schedule] = []
    for body in bodies:
        if plans[body] and Counter(_shown(plans[body])) == Counter(entries[body]):
            found += plans[body]
        elif len(bodies) == 1:
            found.append(schedule_of(_name(calendar), _told(calendar), body, entries[body]))
        elif entries[body]:
            found.append(schedule_of(None, (), body, entries[body]))
    return found


def _shown(plans: Iterable[Schedule]) -> list[Entry]:
    return [entry for plan in plans for entry in entries_of(plan) if entry is not None]


def _carried(calendar: Component, limits: Limits) -> list[Schedule]:
    """The plans that the calendar carries; none at all if one of them is not readable."""
    try:
        values = [loads(one.text, limits=limits) for one in calendar.properties.get(DATA, ())]
    except MinutesError:
        return []
    return [value for value in values if isinstance(value, Schedule)]


def _bodies(component: Component) -> list[str]:
    lists = (split_texts(one.value) for one in component.properties.get("CATEGORIES", ()))
    return [canonical(text) for texts in lists for text in texts if canonical(text)]


def _name(calendar: Component) -> str | None:
    return canonical(calendar.text("NAME") or calendar.text("X-WR-CALNAME") or "") or None


def _told(calendar: Component) -> list[str]:
    return _lines(calendar.text("DESCRIPTION") or calendar.text("X-WR-CALDESC"))


def _lines(text: str | None) -> list[str]:
    return [line for line in map(canonical, (text or "").split("\n")) if line]


def _entry(event: Component) -> Entry:
    uid, summary = event.text("UID"), event.text("SUMMARY")
    start, end = span_of(event)
    status = event.word("STATUS")
    return Entry(
        uid=canonical(uid or ""),
        start=in_utc(start),
        end=None if end is None else in_utc(end),
        summary=canonical(summary or ""),
        place=canonical(event.text("LOCATION") or "") or None,
        lines=tuple(own_lines(_lines(event.text("DESCRIPTION")))),
        status=status if status in _STATUSES else "CONFIRMED",
        category=next(iter(_bodies(event)), None),
        sequence=_sequence(event),
        stamp=_NEVER,
    )


_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""When an entry was revised tells nothing of the occasion, so it is not read."""


def _sequence(event: Component) -> int | None:
    number = event.word("SEQUENCE")
    if not (number.isascii() and number.isdigit() and len(number) <= 10):
        return None
    return int(number) if int(number) < 2**31 else None
