"""Clock times on a day as moments in Swedish time, and what summer time does to them."""

from datetime import date, datetime, time
from enum import StrEnum

import attrs

from motesprotokoll.errors import DateError
from motesprotokoll.model.meeting import moment_of


class Clock(StrEnum):
    """What the clocks do at a time."""

    ORDINARY = "ordinary"
    """They show it once."""
    SKIPPED = "skipped"
    """They jump over it in spring; the moment is the one after the jump."""
    REPEATED = "repeated"
    """They show it twice in autumn; the moment is the first."""


@attrs.frozen
class Moment:
    """A moment in Europe/Stockholm, and what the clocks do there."""

    at: datetime
    clock: Clock = Clock.ORDINARY


def stockholm(day: date, at: time, /) -> Moment:
    """The moment when the clocks in Sweden show *at* on *day*; the rule is that of `Meeting.starts_at`.

    Raises:
        DateError: The first hour of the calendar, which is in no year in UTC.

    >>> stockholm(date(2026, 3, 29), time(2, 30)).clock
    <Clock.SKIPPED: 'skipped'>
    """
    moment = moment_of(day, at)
    if moment is None:
        raise DateError(f"{day} {at:%H:%M} is no moment of the calendar")
    if moment.time() != at.replace(fold=0):
        return Moment(moment, Clock.SKIPPED)
    twice = moment.replace(fold=0).utcoffset() != moment.replace(fold=1).utcoffset()
    return Moment(moment, Clock.REPEATED if twice else Clock.ORDINARY)
