"""When others are busy, by their calendars: days, hours and a title, and nothing else of them."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import attrs

from motesprotokoll.errors import ReadError
from motesprotokoll.ical.entries import MARGIN, Moment
from motesprotokoll.ical.occasions import when_of
from motesprotokoll.limits import Limits
from motesprotokoll.model import DateSpan, Occasion, Schedule
from motesprotokoll.model.text import canonical
from motesprotokoll.readers.ics.components import Component, calendars_in
from motesprotokoll.readers.ics.moments import day_of, in_utc, length_of, moment_in, moment_of, span_of
from motesprotokoll.readers.ics.recurrence import Budget, Rule, days_of, parse_rule
from motesprotokoll.readers.ics.schedules import SCHEDULE_NAMES, is_ours, schedules_of

_NAMES = (
    *SCHEDULE_NAMES,
    *("TRANSP", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "FREEBUSY", "X-MICROSOFT-CDO-BUSYSTATUS"),
)


@attrs.frozen
class _Window:
    """The days that somebody asks about."""

    first: date
    last: date
    budget: Budget

    def holds(self, span: DateSpan) -> bool:
        return span.start <= self.last and self.first <= span.end

    def around(self, length: timedelta) -> tuple[date, date]:
        """The days on which something so long may begin that takes one of the days in any time zone."""
        most = date.max - 2 * MARGIN
        first = max(self.first.toordinal() - length.days - 2, 1)
        return date.fromordinal(first), min(self.last, most - timedelta(days=2)) + timedelta(days=2)


def busy_in(data: bytes, limits: Limits, first: date, last: date) -> tuple[Occasion, ...]:
    """When the owner of a calendar is busy from *first* to *last*: days, with hours where known, and a title.

    Hours are those in Stockholm, and are given for what begins and ends on one day. What is cancelled, or
    leaves its owner free, is left out. What recurs is given for each time. A calendar of ours gives the
    occasions of its plans, each labelled with the body that meets.

    Raises:
        ReadError: It is no calendar or a broken one. `LimitError`: It holds too much, or recurs too often.
    """
    window = _Window(first, last, Budget(limits.calendar_days))
    found: dict[Occasion, None] = {}
    for calendar in calendars_in(data, _NAMES, limits):
        for one in _occasions(calendar, limits, window):
            if isinstance(one.dates, DateSpan) and window.holds(one.dates):
                found[one] = None
    return tuple(sorted(found, key=_order))


def _occasions(calendar: Component, limits: Limits, window: _Window) -> Iterator[Occasion]:
    if is_ours(calendar):
        return (one for plan in schedules_of(calendar, limits) for one in _of_plan(plan))
    return _of_others(calendar, window)


def _order(one: Occasion) -> tuple[str, str, str]:
    return str(one.dates), str(one.times or ""), one.label or ""


def _of_plan(plan: Schedule) -> Iterator[Occasion]:
    body = plan.body_name or plan.title
    for one in plan.occasions:
        label = ": ".join(part for part in (body, one.label) if part)
        if not one.cancelled:
            part = plan.part_of_day_of(one)
            yield Occasion(one.dates, times=one.times, part_of_day=part, label=label or None)


def _of_others(calendar: Component, window: _Window) -> Iterator[Occasion]:
    events = [part for part in calendar.parts if part.kind == "VEVENT"]
    moved = {_key_of_moved(event) for event in events if "RECURRENCE-ID" in event.properties}
    for event in events:
        if _takes_time(event):
            for start, end in _times_of(event, moved, window):
                yield _occasion(start, end, canonical(event.text("SUMMARY") or "") or None)
    for part in calendar.parts:
        if part.kind == "VFREEBUSY":
            yield from _of_free_busy(part, window)


def _takes_time(event: Component) -> bool:
    return (
        event.word("STATUS") != "CANCELLED"
        and event.word("TRANSP") != "TRANSPARENT"
        and event.word("X-MICROSOFT-CDO-BUSYSTATUS") != "FREE"
    )


def _occasion(start: Moment, end: Moment | None, title: str | None) -> Occasion:
    dates, times = when_of(start, end)
    return Occasion(dates, times=times if dates.is_one_day else None, label=title)


# ------------------------------------------------------------------------------------------------ recurring

Key = tuple[str, Moment]
"""What tells one occurrence from all others: the identity of its event, and when it was to begin."""
Times = tuple[Moment, Moment | None]
_COST = 3
"""What a moment in a list costs of the budget: as long as it takes to look at so many days."""


def _key_of_moved(event: Component) -> Key:
    found = event.first("RECURRENCE-ID")
    assert found is not None  # the caller looked
    return event.text("UID") or "", in_utc(moment_of(found, event.where))


def _times_of(event: Component, moved: set[Key], window: _Window) -> Iterator[Times]:
    """When *event* takes place, but for those times that other events of its identity stand for."""
    start, end = span_of(event)
    if "RECURRENCE-ID" in event.properties or event.properties.keys().isdisjoint(("RRULE", "RDATE")):
        yield start, end
        return
    length = in_utc(end) - in_utc(start) if end is not None else timedelta(0)
    uid = event.text("UID") or ""
    excluded = {in_utc(one) for one in _listed(event, "EXDATE", window.budget)}
    for one in _starts(event, start, length, window):
        key = in_utc(one)
        # Some programs exclude days, not moments.
        if key not in excluded and day_of(one) not in excluded and (uid, key) not in moved:
            yield one, None if end is None else _moved(one, length, event.where)


def _moved(start: Moment, length: timedelta, where: str) -> Moment:
    try:
        return in_utc(start) + length
    except OverflowError:
        raise ReadError("an event ends beyond the calendar", where) from None


def _starts(event: Component, start: Moment, length: timedelta, window: _Window) -> Iterator[Moment]:
    day = day_of(start)
    first, last = window.around(length)
    rules = [parse_rule(one.value, event.where) for one in event.properties.get("RRULE", ())]
    if not rules:
        yield start
    for rule in rules:
        for found in days_of(rule, day, first, last, window.budget):
            moment = datetime.combine(found, start.timetz()) if isinstance(start, datetime) else found
            if _is_over(rule, moment, event):
                break
            yield moment
    yield from _listed(event, "RDATE", window.budget)


def _is_over(rule: Rule, moment: Moment, event: Component) -> bool:
    if rule.until is None:
        return False
    until = moment_in(rule.until, None, event.where)
    if isinstance(until, datetime) and isinstance(moment, datetime):
        return in_utc(moment) > in_utc(until)
    return day_of(moment) > day_of(until)


def _listed(event: Component, name: str, budget: Budget) -> Iterator[Moment]:
    """The moments in lists of them; of a period, its beginning."""
    for found in event.properties.get(name, ()):
        for text in found.value.split(","):
            budget.spend(_COST)
            yield moment_in(text.partition("/")[0], found.parameters.get("TZID"), event.where)


# ------------------------------------------------------------------------------------------------ free/busy


def _of_free_busy(part: Component, window: _Window) -> Iterator[Occasion]:
    for found in part.properties.get("FREEBUSY", ()):
        if found.parameters.get("FBTYPE", "BUSY").upper() == "FREE":
            continue
        for period in found.value.split(","):
            window.budget.spend(_COST)
            yield _occasion(*_period(period, part.where), None)


def _period(text: str, where: str) -> Times:
    begins, _, ends = text.strip().partition("/")
    start = moment_in(begins, None, where)
    if ends.upper().startswith(("P", "+P")):
        return start, _moved(start, length_of(ends, where), where)
    end = moment_in(ends, None, where)
    if isinstance(start, datetime) != isinstance(end, datetime):
        raise ReadError("a period begins on a day and ends at an hour, or the other way round", where)
    return start, end
